"""The page of each thing: who answers for it, what is recorded from both ends, its ways up, its gaps, its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ssp_graph.answers.answering import NOBODYS
from ssp_graph.answers.chain import chain
from ssp_graph.answers.show import show
from ssp_graph.answers.who import who
from ssp_graph.english import capital
from ssp_graph.outputs.forms import routes, table
from ssp_graph.outputs.forms.citing import Citing, citing
from ssp_graph.outputs.forms.frame import opening
from ssp_graph.outputs.forms.manuscript import Block, Item, Listing, Manuscript, Paragraph, Section
from ssp_graph.pictures import views
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.plan import Plan, Thing
from ssp_graph.results import Row, Routes, Table, by_pages, merged
from ssp_graph.site.page import Page, slug
from ssp_graph.words import clean, sentence

_DRAWN = ("theme", "body", "post", "priority-area")
_MOST_DRAWN = 25  # relationships; a picture of more is none to look at beside a text

Found = Mapping[str, Sequence[tuple[str, str, str]]]
"""By the id of a thing: the name and title of each check that finds it, and its state there."""


def thing_pages(plan: Plan, found: Found) -> Iterator[Page]:
    """Yield a page for everything that is loaded, in force on the day or not."""
    for thing in plan.all_things():
        yield _page(plan, thing, found)


def _page(plan: Plan, thing: Thing, found: Found) -> Page:
    said, by, up = show(plan, [thing.id]), who(plan, thing.id), chain(plan, thing.id)
    cite = citing([*(row["sources"] for row in (*said.rows, *by.rows)), *_stepped(up)])
    answers = thing.kind not in NOBODYS
    heading = replace(
        said.heading,
        title=plan.name(thing),
        answer=by.heading.answer if answers else said.heading.answer,
        count=clean(by.heading.count) if answers else "",
    )
    introduced = Paragraph(clean(said.heading.answer))
    first, *others = opening(heading, cite)
    blocks: tuple[Block, ...] = (first, introduced, *others) if answers else (first, *others)
    near = frozenset(str(row["id"]) for row in (*said.rows, *by.rows) if row["id"])
    return Page(
        slug(thing),
        thing.id,
        Manuscript(clean(plan.name(thing)), plan.day, blocks, tuple(_sections(plan, thing, said, by, up, found, cite))),
        (f"list/{thing.kind}",),
        near | {end for route in up.routes for step in route.steps for end in (step.source, step.target)},
        cite.titles,
        _diagram(plan, thing),
        kind=capital(thing.kind_in_words),
        words=(*thing.aliases, *(other["title"] for other in thing.get("also_titled") or ())),
    )


def _stepped(up: Routes) -> Iterator[Sequence[object]]:
    return (step.sources for route in up.routes for step in route.steps)  # type: ignore[misc]  # read as they come


def _sections(
    plan: Plan, thing: Thing, said: Table, by: Table, up: Routes, found: Found, cite: Citing
) -> Iterator[Section]:
    if by.rows and any(row["name"] for row in by.rows):
        yield Section("Who answers for it", (table.grid(_paged(by), cite),))
    if any(route.steps for route in up.routes):
        answer = (Paragraph(clean(up.heading.answer)),) if up.heading.answer else ()
        yield Section("To whom it is accounted for", answer, routes.sections(up, cite))
    facts = tuple(_fact(row, cite) for row in _paged(said).rows)
    yield Section("What is recorded", (Listing(facts),))
    if gaps := found.get(thing.id):
        told = (Item(f"{title} ({state})", about=(f"question:{name}",)) for name, title, state in gaps)
        yield Section("What the checks find", (Listing(tuple(told)),))
    if same := [each for each in plan.all_things() if each.name == thing.name and each != thing]:
        named = (Item(f"{clean(each.name)}, {each.kind_in_words}", about=(each.id,)) for each in same)
        yield Section("Others of this name", (Listing(tuple(named)),))
    sources = merged(row["sources"] for row in said.rows)
    if sources:
        items = tuple(Item(cite.short([source])) for source in sources)
        yield Section("The words that this stands on", (Listing(items),), folded=True)


def _paged(result: Table) -> Table:
    found = by_pages(result)
    assert isinstance(found, Table)
    return found


def _fact(row: Row, cite: Citing) -> Item:
    inferred = row["basis"] == "inferred" and "Inferred: " not in row["sentence"]
    text = sentence(row["sentence"])
    return Item(f"{text} (inferred)" if inferred else text, cite.short(row["sources"]), (row["id"],))


def _diagram(plan: Plan, thing: Thing) -> Diagram | None:
    """Return a picture of a thing that is at the heart of governance, where it has relationships few enough to see."""
    if thing.kind not in _DRAWN or not plan.holds(thing):
        return None
    if thing.kind == "theme":
        return views.theme(plan, thing.id)
    number = sum(1 for _ in (*plan.out(thing), *plan.into(thing)))
    return views.around(plan, thing.id) if 0 < number <= _MOST_DRAWN else None
