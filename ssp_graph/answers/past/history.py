"""How a thing came to be as it is: who held, chaired, led or owned it, its names, statuses, members and vacancies.

In order of days, and through every plan of the partnership that is loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from ssp_graph.answers.past.following import followed, start_of, through_plans
from ssp_graph.answers.past.seats import seats, with_vacancies
from ssp_graph.answers.sentences import days_in_words
from ssp_graph.answers.whose import with_plans
from ssp_graph.english import capital, joined
from ssp_graph.model.dates import OPEN_START, first_day, in_words, last_day
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Column, Row, SourceRef, Table

_COLUMNS = (
    Column("section", "What"),
    Column("name", "Who or what"),
    Column("capacity", "Capacity", into="name"),
    Column("when", "When"),
    Column("followed", "Who is next", into="when"),
    Column("basis", "Basis", "basis"),
    Column("sources", "Sources", "sources"),
    Column("since", "Since", "id"),
    Column("until", "Until", "id"),
    Column("first_day", "First day", "id"),
    Column("last_day", "Last day", "id"),
    Column("id", "Id", "id"),
    Column("register", "Register", "id"),
)
# Of each relationship that is told: from its target and from its source, the heading and the verb.
_TOLD = {
    "HOLDS": (("Holders", "was held by"), ("Posts held", "held the post of")),
    "CHAIRS": (("Chairs", "was chaired by"), ("Chaired", "chaired")),
    "LEADS": (("Leads", "was led by"), ("Led", "led")),
    "OWNS": (("Owners", "was owned by"), ("Owned", "owned")),
    "MEMBER_OF": (("Members", ""), ("Seats", "sat on")),
    "DELIVERS": (("Delivery", "was delivered by"), ("Delivered", "delivered")),
    "OVERSEES": (("Oversight", "was overseen by"), ("Overseen", "oversaw")),
}
_IF_CHANGED = ("DELIVERS", "OVERSEES")
_VACANT = {"HOLDS": "vacant", "CHAIRS": "chair_vacant"}
_NO_ROLE = ("designate", "vice", "deputy", "issuer")  # told in its row, and not as one who had the role
_USUAL = ("holder", "chair", "lead", "owner")


def history(plan: Plan, node: str, note: str = "") -> Table:
    """Return what is recorded of a thing from its first day to its last, in each plan of its partnership."""
    thing = plan[node]
    things = [plan[each] for each in through_plans(plan, node)]
    told = [*_roles(plan, things), *_of_itself(plan, things)]
    chairing = _edges(plan, things, back=True, types=("CHAIRS", "LEADS", "OWNS"))
    posts = (edge.source.id for edge in chairing if edge.source.kind == "post")
    for in_each_plan in dict.fromkeys(tuple(through_plans(plan, post)) for post in posts):
        told += _holders(plan, [plan[each] for each in in_each_plan])
    titled, said = plan.entitled(thing), [part.said for part in told if part.said]
    table = Table(
        plan.heading(
            f"History of {titled}",
            question=f"How did {titled} come to be as it is?",
            answer=next(iter(said), f"Nothing is recorded that {plan.called(thing)} went through."),
            count=" ".join(said[1:]),
            notes=[note] if note else [],
        ),
        _COLUMNS,
        tuple(row for part in told for row in part.rows),
        group_by="section",
        empty="See what is recorded with `ssp-graph show`.",
    )
    return with_plans(plan, table)


class _Part(NamedTuple):
    """The rows under one heading, in order of days, and the sentence that says them."""

    said: str
    rows: list[Row]


def _roles(plan: Plan, things: Sequence[Thing]) -> Iterator[_Part]:
    name = capital(plan.called(things[-1]))
    for back in (True, False):
        for type_, ways in _TOLD.items():
            heading, verb = ways[not back]
            edges = _edges(plan, things, back=back, types=(type_,))
            if type_ in _IF_CHANGED and not _changed(edges, back=back):
                continue
            rows = [_row(plan, edge, heading, back=back) for edge in edges]
            if back and (key := _VACANT.get(type_)):
                rows += [_vacancy(thing, each, heading) for thing in things for each in thing.get(key) or ()]
            if rows:
                yield _part(f"{name} {verb}" if verb and (back or type_ == "HOLDS") else "", rows)


def _changed(edges: Sequence[Edge], *, back: bool) -> bool:
    """Return whether relationships of a thing did not all hold in the same way in each plan of it."""
    by_plan: dict[str, set[str]] = {}
    for edge in edges:
        by_plan.setdefault(edge.register, set()).add(str((edge.source if back else edge.target).get("latest")))
    dated = any(edge.since or edge.until or edge.sightings for edge in edges)
    return dated or any(those != next(iter(by_plan.values())) for those in by_plan.values())


def _holders(plan: Plan, posts: Sequence[Thing]) -> Iterator[_Part]:
    name = plan.name(posts[-1])
    heading = f"Holders of {name}"
    rows = [_row(plan, edge, heading, back=True) for edge in _edges(plan, posts, back=True, types=("HOLDS",))]
    rows += [_vacancy(post, each, heading) for post in posts for each in post.get("vacant") or ()]
    if rows:
        yield _part(f"The post of {name} was held by", rows)


def _part(beginning: str, rows: list[Row]) -> _Part:
    """Return rows in order of days, and a sentence that goes through them."""
    rows = sorted(rows, key=lambda row: (row["first_day"], row["last_day"]))
    told: list[str] = []
    had = [row for row in rows if row["capacity"] not in _NO_ROLE]
    for same, group in groupby(
        enumerate(had), key=lambda each: (each[1]["latest"] or each[1]["name"], each[1]["capacity"])
    ):
        (place, row), *others = group
        after = place and all(row["first_day"] > earlier["last_day"] for earlier in had[:place])
        when = "; ".join(dict.fromkeys((row["when"], *(other["when"] for _, other in others))))
        marks = "; ".join(filter(None, (same[1], when, "inferred" * (row["basis"] == "inferred"))))
        told.append(f"{'then ' * bool(after)}{row['name']} ({marks})")
    return _Part(f"{beginning} {joined(told)}." if beginning and told else "", rows)


def _of_itself(plan: Plan, things: Sequence[Thing]) -> Iterator[_Part]:
    """Yield the names, the statuses, the progress of a thing, and the answers that it had."""
    dated = {"Names": ("names", "name"), "Statuses": ("statuses", "is_")}
    for heading, (property_, key) in dated.items():
        every = [(thing, each) for thing in things for each in thing.get(property_) or ()]
        told = [(thing, each) for thing, each in every if each["since"] or each["until"] or each["stated_on"]]
        rows = [_dated_row(thing, each, heading, each[key], _in_turn(each)) for thing, each in told]
        if rows:
            verb = "was called" if heading == "Names" else "was"
            yield _part(f"{capital(plan.called(things[-1]))} {verb}", rows)
    earlier = [thing for thing in things if thing.id.partition(":")[2] != things[-1].id.partition(":")[2]]
    if earlier:
        yield _Part("", [_was_row(plan, thing) for thing in earlier])
    progress = [(thing, each) for thing in things for each in thing.get("progress") or ()]
    rows = [_progress_row(thing, each) for thing, each in progress]
    if rows:
        yield _part(f"{capital(plan.called(things[-1]))} was", rows)
    rows = [_response_row(thing, each) for thing in things for each in thing.get("response") or ()]
    if rows:
        yield _part(f"To {plan.called(things[-1])} the answer was", rows)


def _was_row(plan: Plan, thing: Thing) -> Row:
    about = plan.registers[thing.register]
    return {
        **_of_a_thing(thing, thing.sources, "Was"),
        "name": f"{plan.called(thing)} ({thing.id.partition(':')[2]})",
        "when": f"in {about.title}",
        "since": None,
        "until": None,
        "first_day": about.since_day,
        "last_day": about.until_day,
    }


def _in_turn(fact: Mapping[str, Any]) -> str:
    days = (("from", fact["since"]), ("stated", fact["stated_on"]), ("until", fact["until"]))
    return "; ".join(f"{word} {in_words(day)}" for word, day in days if day)


def _dated_row(thing: Thing, fact: Mapping[str, Any], heading: str, what: str, when: str) -> Row:
    first = first_day(fact["since"]) if fact["since"] else last_day(fact["stated_on"]) if fact["stated_on"] else ""
    return {
        **_of_a_thing(thing, fact["sources"], heading),
        "name": what,
        "when": when,
        "since": fact["since"],
        "until": fact["until"],
        "first_day": first or OPEN_START,
        "last_day": last_day(fact["until"]),
    }


def _vacancy(post: Thing, fact: Mapping[str, Any], heading: str) -> Row:
    return {**_dated_row(post, fact, heading, "nobody", days_in_words(fact)), "capacity": "vacant"}


def _response_row(recommendation: Thing, fact: Mapping[str, Any]) -> Row:
    day = fact["day"]
    return {
        **_of_a_thing(recommendation, fact["sources"], "Answers"),
        "name": ": ".join(filter(None, (fact["is_"], fact["reason"]))),
        "when": in_words(day) if day else "no day recorded",
        "since": day,
        "until": None,
        "first_day": last_day(day) if day else OPEN_START,
        "last_day": last_day(day),
    }


def _progress_row(action: Thing, fact: Mapping[str, Any]) -> Row:
    rating = f"rated {fact['rating']}" if fact["rating"] else ""
    said = ", ".join(filter(None, (fact["status"], rating)))
    day = last_day(fact["day"])
    return {
        **_of_a_thing(action, fact["sources"], "Progress"),
        "name": ": ".join(filter(None, (said, fact["note"]))),
        "when": f"stated {in_words(fact['day'])}",
        "since": None,
        "until": None,
        "first_day": day,
        "last_day": day,
    }


def _of_a_thing(thing: Thing, sources: Sequence[SourceRef], heading: str) -> dict[str, Any]:
    return {
        "section": heading,
        "capacity": None,
        "followed": None,
        "basis": thing.basis,
        "sources": sources or thing.sources,
        "id": thing.id,
        "latest": None,
        "register": thing.register,
    }


def _edges(plan: Plan, things: Iterable[Thing], *, back: bool, types: Sequence[str] = tuple(_TOLD)) -> list[Edge]:
    every = plan.at_any_time
    edges = [edge for thing in things for edge in (every.into if back else every.out)(thing, *types)]
    return [each[0] for each in seats(edges)]


def _row(plan: Plan, edge: Edge, heading: str, *, back: bool) -> Row:
    other = edge.source if back else edge.target
    seen = [in_words(each["day"]) for each in edge.sightings]
    parts = [f"from {in_words(edge.since)}"] if edge.since else []
    parts += [f"stated {joined(seen)}"] if seen else []
    parts += [] if parts else [f"stated in {plan.registers[edge.register].title}"]
    parts += [f"until {in_words(edge.until)}"] if edge.until else []
    parts += [f"the seat vacant {days_in_words(each)}" for each in edge.get("vacant") or ()]
    first = start_of(edge) or plan.registers[edge.register].since_day
    return {
        "section": heading,
        "name": plan.called(other),
        "capacity": None if edge.capacity in _USUAL else edge.capacity,
        "when": "; ".join(parts),
        "followed": followed(plan, edge) or None,
        "basis": edge.basis,
        "sources": with_vacancies(edge),
        "since": edge.since,
        "until": edge.until,
        "first_day": first,
        "last_day": edge.until_day,
        "id": other.id,
        "latest": other.get("latest"),
        "register": edge.register,
    }
