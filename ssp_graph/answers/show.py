"""Everything that is recorded about a thing, as sentences with their pages, from both ends of each relationship."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ssp_graph.answers.past.following import next_stated
from ssp_graph.answers.past.seats import seats, stands, with_vacancies
from ssp_graph.answers.sentences import days_in_words, is_several, sentence, stated_when
from ssp_graph.english import article, capital, counted, joined, stopped
from ssp_graph.model.dates import in_words, last_day
from ssp_graph.model.kinds import BY_KIND
from ssp_graph.plan import Edge, Fact, Plan, Thing
from ssp_graph.results import Column, Row, SourceRef, Table

_COLUMNS = (
    Column("section", "Section"),
    Column("sentence", "What is recorded"),
    Column("basis", "Basis", "basis"),
    Column("sources", "Sources", "sources"),
    Column("id", "Id", "id"),
)


def show(plan: Plan, nodes: Sequence[str]) -> Table:
    """Return all facts about these things; facts that do not hold on the day are there too, with their dates."""
    things = [plan[node] for node in nodes]
    rows: list[Row] = []
    for thing in things:
        suffix = f" ({thing.sort})" if len(things) > 1 else ""
        rows.extend(_told_apart(plan, list(_facts(plan, thing, f"{thing.name}{suffix}"))))
    name = things[0].name
    return Table(
        plan.heading(
            name,
            answer=what_is(plan, things),
            question=f"What is recorded about {name} ({', '.join(thing.kind_in_words for thing in things)})?",
            count=f"{counted(len(rows), 'fact')}.",
        ),
        _COLUMNS,
        tuple(rows),
        group_by="section",
    )


def what_is(plan: Plan, things: Sequence[Thing]) -> str:
    """Return a sentence that says what a thing is, or of which kinds there are things of one name."""
    name = capital(plan.quoted(things[0]))
    if len(things) == 1:
        what = _introduction(plan, things[0])
        return f"{name} {'are' if is_several(things[0]) else 'is'} {what[:1].lower()}{what[1:]}"
    return f"{name} is {joined([f'{article(thing.kind)} {thing.kind_in_words}' for thing in things])}."


def _row(section: str, text: str, fact: Fact, about: Thing, sources: Sequence[SourceRef] | None = None) -> Row:
    shown = list(fact.sources if sources is None else sources)
    return {"section": section, "sentence": text, "basis": fact.basis, "sources": shown, "id": about.id}


def _told_apart(plan: Plan, rows: list[Row]) -> Iterator[Row]:
    """Yield the rows; where two would say the same of different things, the kind of each thing is added."""
    said = Counter(row["sentence"] for row in rows)
    for row in rows:
        if said[row["sentence"]] > 1:
            yield {**row, "sentence": f"{row['sentence'].removesuffix('.')} ({plan[row['id']].sort})."}
        else:
            yield row


def _facts(plan: Plan, thing: Thing, section: str) -> Iterator[Row]:
    yield _row(section, _introduction(plan, thing), thing, thing)
    for name in BY_KIND[thing.kind].own:
        value: Any = thing.get(name)
        if name == "also_titled":
            yield from (_row(section, f"Also titled “{o['title']}”.", thing, thing, o["sources"]) for o in value)
        elif name == "wordings":
            for wording in value:
                said = stopped(f"One source says: {wording['sense']}")
                yield _row(section, said, thing, thing, wording["sources"])
        elif name == "progress":
            for told in value:
                yield _row(section, _progress(plan, told), thing, thing, told["sources"] or thing.sources)
        elif name == "response":
            for told in value:
                yield _row(section, _response(told), thing, thing, told["sources"] or thing.sources)
        elif name in ("vacant", "chair_vacant"):
            for told in value:
                said = f"{'It' if name == 'vacant' else 'Its chair'} was vacant ({days_in_words(told)})."
                yield _row(section, said, thing, thing, told["sources"] or thing.sources)
        elif name == "status" and (text := _field(name, value)):
            yield _row(section, text, thing, thing, thing.get("progress_sources") or thing.sources)
        elif (text := _field(name, value)) and name != "classification":
            yield _row(section, text, thing, thing)
    if thing.reason:
        yield _row(section, stopped(f"Inferred: {thing.reason}"), thing, thing)
    if thing.kind == "document":
        used = plan.standing_on.get(thing.id, 0)
        yield _row(section, f"{used} facts of these registers stand on it.", thing, thing)
    reports = [edge.target for edge in plan.out(thing, "REPORTS_TO")]
    for body, top, sources in plan.said_to_answer(thing):
        if top not in reports:
            said = f"{capital(plan.called(body))} answers to {plan.called(top)}."
            yield _row(section, said, thing, top if body == thing else body, sources)
    for seat in seats(plan.at_any_time.out(thing)):
        yield _relationship(plan, seat, section, back=False)
    into = plan.at_any_time.into(thing)
    for seat in seats(sorted(into, key=lambda edge: edge.type == "PART_OF")):  # what it consists of comes last
        yield _relationship(plan, seat, section, back=True)


def _progress(plan: Plan, told: Mapping[str, Any]) -> str:
    """Return what a source says on a day of how far an action has got."""
    rating = f"rated {told['rating']}" if told["rating"] else ""
    said = ", ".join(filter(None, (told["status"], rating)))
    when = f"{'Later, on' if last_day(told['day']) > plan.day else 'On'} {in_words(told['day'])}"
    return stopped(": ".join(filter(None, (when, said, told["note"]))))


_ANSWERS = {"in part": "Accepted in part", "awaited": "No answer yet"}


def _response(told: Mapping[str, Any]) -> str:
    """Return what was answered to a recommendation."""
    when = f" ({in_words(told['day'])})" if told["day"] else ""
    said = f"{_ANSWERS.get(told['is_'], capital(told['is_']))}{when}"
    return stopped(f"{said}: {told['reason']}" if told["reason"] else said)


def _introduction(plan: Plan, thing: Thing) -> str:
    what = _what(thing)
    noun = what.partition(" of ")[0]
    several = noun.endswith("s") and not noun.endswith("ss")
    if thing.collective:
        plural = what if what.endswith("s") else BY_KIND[thing.kind].plural.replace("-", " ")
        text = f"{capital(plural)}, not named one by one"
    else:
        text = capital(what if several else f"{article(what)} {what}")
    if len(plan.named) > 1 or not plan.is_named(thing):
        text += f", in the register “{plan.registers[thing.register].title}”"
    if when := _when(plan, thing):
        text += f" ({when})"
    if thing.aliases:
        text += f", also known as {'; '.join(thing.aliases)}"
    return f"{text}."


def _what(thing: Thing) -> str:
    """Return what a thing is: its classification where that says it all, or its kind, and how it is classified."""
    kind, words = thing.kind_in_words, thing.classification
    if words in ("", kind):
        return kind
    return words if thing.kind in ("body", "organisation", "strategy") or kind in words else f"{kind} ({words})"


def _when(plan: Plan, fact: Fact) -> str:
    """Return the dates of a fact in words, and whether it is over, or has not begun, on the day."""
    begun = fact.since_day <= plan.day
    over = "over on this day" if plan.is_over(fact) else "" if begun else "not begun on this day"
    return "; ".join(part for part in (stated_when(fact), over) if part)


_DATES = (
    *("date", "year", "due", "day", "next", "raised_on", "closed_on"),
    *("made_on", "respond_by", "review_due"),
)
_FIELD_WORDS: dict[str, dict[Any, str]] = {
    "statutory": {True: "It is statutory.", False: "It is not statutory."},
    "elected": {True: "Whoever holds it is elected.", False: "Whoever holds it is an officer."},
    "new": {"yes": "It is new."},
    "outside": {True: "It is outside the partnership."},
    "quorate": {True: "It was quorate.", False: "It was not quorate."},
    "only_considers": {True: "It promises to consider or look into something, and no more."},
    "expects": {},
}


def _field(name: str, value: Any) -> str:
    if value in (None, "", [], "not recorded") or name in ("collective", "lost"):
        return ""
    if name in _FIELD_WORDS:
        return _FIELD_WORDS[name].get(value, "") if isinstance(value, str | bool) else ""
    shown = in_words(value) if name in _DATES else value
    return stopped(f"{capital(name.replace('_', ' '))}: {'; '.join(shown) if isinstance(shown, list) else shown}")


def _relationship(plan: Plan, seat: Sequence[Edge], section: str, *, back: bool) -> Row:
    edge = next(filter(plan.holds, seat), seat[0])
    text = "; ".join(filter(None, (sentence(plan, edge, back=back), next_stated(plan, edge))))
    text = f"{text}."
    if not stands(plan, seat):
        text = f"{'No longer' if plan.is_over(edge) else 'Not yet'}: {text}"
    if edge.inferred:
        text += stopped(f" Inferred: {edge.reason}")
    return _row(section, text, edge, edge.source if back else edge.target, with_vacancies(edge))
