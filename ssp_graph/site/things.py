"""The page of each thing: who answers for it, what is recorded from both ends, its ways up, its gaps, its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar, cast

from ssp_graph.answers.answering import NOBODYS
from ssp_graph.answers.chain import chain
from ssp_graph.answers.past.history import history
from ssp_graph.answers.show import show
from ssp_graph.answers.who import who
from ssp_graph.english import capital, counted
from ssp_graph.outputs.forms import table
from ssp_graph.outputs.forms.citing import Citing, citing
from ssp_graph.outputs.forms.frame import opening
from ssp_graph.outputs.forms.manuscript import Block, Item, Listing, Manuscript, Paragraph, Section
from ssp_graph.pictures import views
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.plan import Plan, Thing
from ssp_graph.results import Routes, Row, SourceRef, Table, by_pages, merged
from ssp_graph.site.page import UP, WORDS, Page, of_its_own, slug
from ssp_graph.words import clean, sentence

_Answer = TypeVar("_Answer", Table, Routes)

_ACTING = ("theme", "body", "post", "person", "organisation", "priority-area", "safeguarding-theme")
_RECORDED = "What is recorded"
_READINGS = "Readings"
_ANSWERING = ("person", "organisation")  # they answer through posts
_MOST_WAYS = 1  # of what stands in something else
_DRAWN = ("theme", "body", "post", "priority-area")
_MOST_DRAWN = 25  # relationships; a picture of more is none to look at beside a text

Found = Mapping[str, Sequence[tuple[str, str, str]]]
"""By the id of a thing: the name and title of each check that finds it, and its state there."""


class _Known(NamedTuple):
    """What the pages of all things draw on: the things by their names, and what the checks find."""

    named: Mapping[str, Sequence[Thing]]
    found: Found


def thing_pages(plan: Plan, found: Found) -> Iterator[Page]:
    """Yield a page for everything that is loaded, in force on the day or not."""
    named: dict[str, list[Thing]] = {}
    for thing in plan.all_things():
        named.setdefault(thing.name, []).append(thing)
    for thing in plan.all_things():
        yield _page(plan, thing, _Known(named, found))


def _page(plan: Plan, thing: Thing, known: _Known) -> Page:
    said, by, up = show(plan, [thing.id]), who(plan, thing.id), chain(plan, thing.id)
    past = _past(plan, thing)
    cite = citing([*(row["sources"] for row in (*said.rows, *by.rows, *(past.rows if past else ()))), *_stepped(up)])
    answers = thing.kind not in NOBODYS
    heading = replace(
        of_its_own(said.heading, plan, thing),
        title=plan.name(thing),
        answer=by.heading.answer if answers else said.heading.answer,
        count=clean(by.heading.count) if answers else "",
    )
    blocks = tuple(  # what follows the first sentence is none to be set in bold
        replace(each, role="plain") if isinstance(each, Paragraph) and each.role == "count" else each
        for each in opening(heading, cite)
    )
    sections = tuple(_sections(plan, thing, (said, by, up, past), known, cite))
    headings = [section.heading for section in sections]
    whose = (plan.registers[thing.register].title,) if len(plan.named) > 1 else ()
    near = frozenset(str(row["id"]) for row in (*said.rows, *by.rows) if row["id"])
    return Page(
        slug(thing),
        thing.id,
        Manuscript(
            clean(plan.name(thing)),
            plan.day,
            blocks,
            sections,
        ),
        (f"list/{thing.kind}",),
        near | {end for route in up.routes for step in route.steps for end in (step.source, step.target)},
        cite.titles,
        _diagram(plan, thing),
        headings.index(_READINGS) + 1 if _READINGS in headings else headings.index(_RECORDED),
        "" if thing.kind in _ACTING else _ways_at(plan, up),
        kind=capital(thing.kind_in_words),
        words=(*thing.aliases, *(other["title"] for other in thing.get("also_titled") or ()), *whose),
    )


def _stepped(up: Routes) -> Iterator[Sequence[SourceRef]]:
    return (step.sources for route in up.routes for step in route.steps)


def _sections(
    plan: Plan, thing: Thing, answers: tuple[Table, Table, Routes, Table | None], known: _Known, cite: Citing
) -> Iterator[Section]:
    said, by, up, past = answers
    others = [row for row in by.rows if not row["through"] and row["id"] != thing.id]  # its own are told below
    own = {row["id"] for row in others if row["of"] in (None, thing.id)}
    for heading, rows in (
        ("Who answers for it", [row for row in others if row["of"] in (None, thing.id, *own)]),
        ("What the posts answer for", [row for row in others if thing.kind in _ANSWERING and row["of"]]),
    ):
        if any(row["name"] for row in rows):
            yield Section(heading, (_lines(plan, thing, _paged(replace(by, rows=tuple(rows))), cite),))
    if any(route.steps for route in up.routes):
        yield _up(plan, thing, _paged(up), cite)
    yield Section(_RECORDED, _recorded([_fact(plan, thing, row, cite) for row in _paged(said).rows]))
    if thing.kind == "measure" and (given := _readings(plan, thing, said, cite)):
        yield Section(_READINGS, (Listing(given),))
    if past:
        yield Section("History", (_lines(plan, thing, _paged(past), cite),), folded=True)
    if gaps := known.found.get(thing.id):
        told = (Item(f"{title} ({state})", about=(f"question:{name}",)) for name, title, state in gaps)
        yield Section("What the checks find", (Listing(tuple(told)),))
    if same := [each for each in known.named[thing.name] if each != thing]:
        named = (Item(f"{clean(each.name)}, {each.kind_in_words}", about=(each.id,)) for each in same)
        yield Section("Others of this name", (Listing(tuple(named)),))
    sources = merged(row["sources"] for row in said.rows)
    if sources:
        items = tuple(Item(cite.short([source])) for source in sources)
        yield Section(WORDS, (Listing(items),), folded=True)


def _lines(plan: Plan, thing: Thing, rows: Table, cite: Citing) -> Listing:
    """Return each row in a line after its first value: a table of so few is more frame than picture."""
    own = clean(plan.registers[thing.register].title)
    first, *_ = rows.columns
    grid = table.grid(replace(rows, group_by=first.name), cite)
    items = []
    for row, cells, about in zip(rows.rows, grid.rows, grid.about, strict=True):
        lead, said = str(row[first.name]), dict(zip(grid.headings, cells, strict=True))
        source, plain = said.pop("Sources", ""), ("", "stated", lead, own)
        told = (
            text.removeprefix(f"{lead} (").removesuffix(")") if text.startswith(f"{lead} (") else text
            for text in said.values()
        )
        items.append(
            Item(
                f"{capital(lead)}: {'; '.join(text for text in dict.fromkeys(told) if text not in plain)}",
                source,
                about,
            )
        )
    return Listing(tuple(dict.fromkeys(items)))


def _up(plan: Plan, thing: Thing, up: Routes, cite: Citing) -> Section:
    """Return the ways up; of what stands in something else those that arrive, for the others are told there."""
    ways = up.ways if thing.kind in _ACTING else [way for way in up.ways if way.arrives][:_MOST_WAYS] or up.ways[:1]
    items = tuple(Item(_without_subject(plan, thing, sentence(way.text)), cite.short(way.sources)) for way in ways)
    missing = tuple(Item(sentence(text)) for text in up.missing)
    inner = [Section("What is missing on the way", (Listing(missing),))] if missing and thing.kind in _ACTING else []
    left = len(up.ways) - len(ways)
    more = [Paragraph(f"{counted(left, 'more way')} through what it stands in: see the pages of that.", "note")]
    answer = clean(up.heading.answer).replace(f"answers for {clean(plan.called(thing))}", "answers for it", 1)
    told = [Paragraph(answer)] if answer else []
    return Section(UP, (*told, Listing(items), *(more if left else [])), tuple(inner))


def _ways_at(plan: Plan, up: Routes) -> str:
    """Return where the ways up of what stands in something else are told: on the page of that."""
    routes = sorted((route for route in up.routes if route.steps), key=lambda route: route.ends != "top")
    return clean(f"The ways there are told at {plan.called(plan[routes[0].steps[0].target])}.") if routes else ""


def _paged(result: _Answer) -> _Answer:
    return cast(_Answer, by_pages(result))


def _past(plan: Plan, thing: Thing) -> Table | None:
    """Return how a thing came to be as it is, where anything is recorded to have begun, ended or followed."""
    told = history(plan, thing.id)
    moved = any(row[name] for row in told.rows for name in ("since", "until", "followed"))
    return told if moved else None


def _recorded(facts: Sequence[Item]) -> tuple[Block, ...]:
    """Return facts as a list; a source that all of them stand on is told once."""
    if len(facts) < 2 or len({fact.detail for fact in facts}) > 1:
        return (Listing(tuple(facts)),)
    told = [Paragraph(facts[0].detail, "note")] if facts[0].detail else []
    return (Listing(tuple(replace(fact, detail="") for fact in facts)), *told)


def _without_subject(plan: Plan, thing: Thing, text: str) -> str:
    """Return a sentence without its subject, where that is the thing that the page is about."""
    rest = text.removeprefix(f"{capital(clean(plan.called(thing)))} ")
    return text if rest.startswith("(") else capital(rest)


def _fact(plan: Plan, thing: Thing, row: Row, cite: Citing) -> Item:
    inferred = row["basis"] == "inferred" and "Inferred: " not in row["sentence"]
    text = _without_subject(plan, thing, sentence(row["sentence"]))
    return Item(f"{text} (inferred)" if inferred else text, cite.short(row["sources"]), (row["id"],))


def _readings(plan: Plan, measure: Thing, said: Table, cite: Citing) -> tuple[Item, ...]:
    """Return the numbers of the chart, period by period, and what is given in words."""
    drawn = views.readings(plan, measure.id)
    sources = {row["id"]: cite.short(row["sources"]) for row in _paged(said).rows}
    items = (Item(f"{bar.name}: {bar.words}", sources.get(bar.id, ""), (bar.id,)) for bar in drawn.bars)
    return (*items, *map(Item, drawn.heading.notes))


def _diagram(plan: Plan, thing: Thing) -> Diagram | None:
    """Return a picture of a thing that is at the heart of governance, where it has relationships few enough to see."""
    if thing.kind == "measure":
        return drawn if (drawn := views.readings(plan, thing.id)).bars else None
    if thing.kind not in _DRAWN or not plan.holds(thing):
        return None
    if thing.kind == "theme":
        return views.theme(plan, thing.id)
    number = sum(1 for _ in (*plan.out(thing), *plan.into(thing)))
    return views.around(plan, thing.id) if 0 < number <= _MOST_DRAWN else None
