"""Routes as a sentence for each kind of way or as headed, numbered steps, and as a sheet with a row for each step."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ssp_graph.outputs.forms.citing import Citing, citing
from ssp_graph.outputs.forms.frame import bound, framed
from ssp_graph.outputs.forms.manuscript import Item, Listing, Manuscript, Paragraph, Section
from ssp_graph.outputs.forms.sheet import Sheet, Value
from ssp_graph.results import Route, Routes, Step
from ssp_graph.words import clean, sentence

_ENDS = {
    "top": "Arrives",
    "elsewhere": "Ends with one who answers elsewhere",
    "dead end": "Goes no further",
    "loop": "Runs in a circle",
    "limit": "Not followed further",
}
_NO_ROUTE = "No way up is recorded."


def manuscript(routes: Routes) -> Manuscript:
    """Return routes to read: in a sentence for each kind of way, or each route with its steps and why it ends there."""
    cite = citing_of(routes)
    blocks = [] if routes.ways or routes.routes else [Paragraph(_NO_ROUTE)]
    return bound(routes.heading, cite, blocks, sections(routes, cite))


def sections(routes: Routes, cite: Citing) -> tuple[Section, ...]:
    """Return the ways, or each route, then what is missing and what stands beside them."""
    told = list(_ways(routes, cite)) if routes.ways else [_route(routes, *each, cite) for each in _numbered(routes)]
    if routes.missing:
        missing = Listing(tuple(Item(sentence(text)) for text in routes.missing))
        told.append(Section("What is missing", (missing,)))
    if routes.ways and routes.beside:
        told.append(Section("Beside these", (Listing(tuple(Item(sentence(text)) for text in routes.beside)),)))
    return tuple(told)


def _numbered(routes: Routes) -> Iterator[tuple[int, Route]]:
    return enumerate(routes.routes, 1)


def _ways(routes: Routes, cite: Citing) -> Iterator[Section]:
    before = "Ways that end before" if any(way.arrives for way in routes.ways) else "Ways up"
    for heading, arrives in (("Ways there", True), (before, False)):
        items = [f"{sentence(way.text)} {cite.short(way.sources)}" for way in routes.ways if way.arrives == arrives]
        if items:
            yield Section(heading, (Listing(tuple(map(Item, items))),))


def _route(routes: Routes, number: int, route: Route, cite: Citing) -> Section:
    steps = (Listing(tuple(_item(step, cite) for step in route.steps), numbered=True),) if route.steps else ()
    asides = (Paragraph(sentence(aside), "note") for aside in route.asides)
    none = "Arrived" if route.ends == "top" else "No way up"
    heading = f"Way {number}: {_last_name(route, routes)}" if route.steps else none
    return Section(heading, (*steps, Paragraph(_ending(route, routes)), *asides))


def sheet(routes: Routes) -> Sheet:
    """Return routes to compute with: a row for each step, end, aside and missing link."""
    cite = citing_of(routes)
    rows: list[tuple[Value, ...]] = []
    for number, route in enumerate(routes.routes, 1):
        rows += [
            (number, place, "step", _stated(step), step.basis, _cited(step, cite.full(step.sources)))
            for place, step in enumerate(route.steps, 1)
        ]
        rows.append((number, "", "end", _ending(route, routes), "", ""))
        rows += [(number, "", "aside", sentence(aside), "", "") for aside in route.asides]
    rows += [("", "", "missing", sentence(text), "", "") for text in routes.missing]
    columns = ("Route", "Step", "Part", "Statement", "Basis", "Source")
    return framed(routes.heading, cite, columns, rows, empty=_NO_ROUTE)


def citing_of(routes: Routes) -> Citing:
    """Return how routes cite."""
    steps = (step.sources for route in routes.routes for step in route.steps)
    return citing(chain(steps, (way.sources for way in routes.ways)))


def _item(step: Step, cite: Citing) -> Item:
    return Item(_stated(step, "inferred" if step.basis == "inferred" else ""), _cited(step, cite.short(step.sources)))


def _cited(step: Step, sources: str) -> str:
    """Return where a step stands, after the plan that states it where there are several."""
    return ": ".join(filter(None, (clean(step.plan), sources)))


def _stated(step: Step, basis: str = "") -> str:
    """Return a step's sentence with what limits it: its subject where the sentence does not say it, and cautions."""
    said = clean(step.sentence)
    subject = clean(step.on or "")
    limit = f"on {subject}" if subject and f"on {subject}".casefold() not in said.casefold() else ""
    marks = "; ".join(mark for mark in (limit, clean(step.caution), basis) if mark)
    return f"{said.rstrip('.')} ({marks})." if marks else sentence(said)


def _ending(route: Route, routes: Routes) -> str:
    name, because = _last_name(route, routes), sentence(route.ends_because)
    if not route.steps:
        return because
    place = "" if name in because else f": {name}"
    return f"{_ENDS[route.ends]}{place}. {because}"


def _last_name(route: Route, routes: Routes) -> str:
    for step in reversed(route.steps):
        if route.ends_at == step.target:
            return clean(step.target_name)
        if route.ends_at == step.source:
            return clean(step.source_name)
    return clean(routes.start_name)
