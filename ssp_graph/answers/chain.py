"""Every route from a thing up to whoever answers for it in the end, with dead ends, loops and what is missing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ssp_graph.answers.sentences import sentence, subjects
from ssp_graph.english import counted
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Route, Routes, SourceRef, Step
from ssp_graph.standing import standing

MAX_ROUTES = 50
MAX_STEPS = 25
_MAX_FOUND = 20_000  # routes counted before counting stops

_ALONG = tuple(type_ for type_, relationship in RELATIONSHIPS.items() if relationship.up == "along")
_AGAINST = tuple(type_ for type_, relationship in RELATIONSHIPS.items() if relationship.up == "against")
_CARRIES = ("IMPLEMENTS", "CHANGES", "CONCERNS")


Ends = Literal["top", "dead end", "loop", "limit"]

_ENDS_IN_WORDS: dict[Ends, tuple[str, str]] = {
    "top": ("reaches the top", "reach the top"),
    "dead end": ("is a dead end", "are dead ends"),
    "loop": ("runs in a loop", "run in a loop"),
    "limit": (f"goes on beyond {MAX_STEPS} steps", f"go on beyond {MAX_STEPS} steps"),
}


class _Up(NamedTuple):
    """A step up: the relationship, the thing it leads to, and whether that is its source."""

    edge: Edge
    to: Thing
    reversed: bool


class _Way(NamedTuple):
    """A way so far: where it started, and the steps taken."""

    start: Thing
    steps: tuple[_Up, ...] = ()

    @property
    def at(self) -> Thing:
        return self.steps[-1].to if self.steps else self.start

    @property
    def things(self) -> list[Thing]:
        return [self.start, *(step.to for step in self.steps)]


class _Ending(NamedTuple):
    way: _Way
    ends: Ends


def chain(plan: Plan, node: str, note: str = "") -> Routes:
    """Return the routes up from a thing on a day, shortest first, at most `MAX_ROUTES`."""
    start = plan[node]
    endings, complete = _climb(plan, start)
    shown = endings[:MAX_ROUTES]
    notes = [note] if note else []
    if left := len(endings) - len(shown):
        more = f"{'' if complete else 'at least '}{left} more are left out"
        notes.append(f"The {len(shown)} shortest routes are shown; {more}.")
    name = plan.called(start)
    return Routes(
        plan.heading(
            f"Who answers for {name} in the end",
            question=f"By which routes is {name} ({start.kind_in_words}) accounted for?",
            count=_count(plan, endings, complete),
            notes=notes,
        ),
        node,
        start.name,
        tuple(_routes(plan, shown)),
        tuple(_missing(plan, start, endings)),
    )


def _count(plan: Plan, endings: list[_Ending], complete: bool) -> str:
    """Say how many routes there are, how they end, and where."""
    if endings and not endings[0].way.steps:
        return f"No route: {_because(plan, endings[0])}"
    parts = []
    for ends, (one, several) in _ENDS_IN_WORDS.items():
        if at := [ending.way.at for ending in endings if ending.ends == ends]:
            names = ", ".join(plan.name(thing) for thing in dict.fromkeys(at))
            parts.append(f"{len(at)} {one if len(at) == 1 else several} ({names})")
    return f"{'' if complete else 'At least '}{counted(len(endings), 'route')}: {'; '.join(parts)}."


def _climb(plan: Plan, start: Thing) -> tuple[list[_Ending], bool]:
    """Return every way up, shortest first, and whether all were found."""
    carried = {edge.target for edge in plan.out(start, *_CARRIES)}
    endings: list[_Ending] = []
    waiting = deque([_Way(start)])
    while waiting:
        if len(endings) + len(waiting) > _MAX_FOUND:
            endings.extend(_Ending(way, "limit") for way in waiting)
            return endings, False
        way = waiting.popleft()
        visited = set(way.things)
        steps = list(_steps_up(plan, way, {thing.id for thing in visited | carried}))
        if not steps:
            endings.append(_Ending(way, "top" if _is_top(plan, way.at) else "dead end"))
        for step in steps:
            longer = _Way(start, (*way.steps, step))
            if step.to in visited:
                endings.append(_Ending(longer, "loop"))
            elif len(longer.steps) >= MAX_STEPS:
                endings.append(_Ending(longer, "limit"))
            else:
                waiting.append(longer)
    endings.sort(key=lambda ending: len(ending.way.steps))
    return endings, True


def _steps_up(plan: Plan, way: _Way, carried: set[str]) -> Iterator[_Up]:
    at, last = way.at, way.steps[-1] if way.steps else None
    # A lead on behalf of a board acts for that board, also where no such relationship is written by itself.
    behalf = last.edge.on_behalf_of if last and last.reversed else None
    reports = any(plan.out(at, "REPORTS_TO"))
    for edge in plan.out(at, *_ALONG):
        if edge.type == "REPORTS_TO" and last and edge.on and carried.isdisjoint(edge.on):
            continue
        if reports and (edge.type == "POST_IN" or (edge.type == "PART_OF" and _is_body_in_organisation(edge))):
            continue
        if edge.type == "ACTS_FOR" and edge.target.id == behalf:
            behalf = None
        yield _Up(edge, edge.target, False)
    if behalf and last:
        stated = {**last.edge.properties, "type": "ACTS_FOR", "on_behalf_of": None, "capacity": None}
        yield _Up(Edge(at, plan[behalf], stated), plan[behalf], False)
    for edge in plan.into(at, *_AGAINST):
        if edge.relationship.up_only != "first" or last is None:
            yield _Up(edge, edge.source, True)


def _is_body_in_organisation(edge: Edge) -> bool:
    return (edge.source.kind, edge.target.kind) == ("body", "organisation")


def _is_top(plan: Plan, thing: Thing) -> bool:
    """Return whether a route that ends here has arrived, rather than run out."""
    if thing.kind == "organisation" or thing.id in plan.partnerships:
        return True
    if thing.kind not in ("body", "post"):
        return False
    if not plan.is_named(thing):  # whom it answers to is for its own register to say
        return True
    answered_to = any(plan.into(thing, "REPORTS_TO", "PART_OF", "ACTS_FOR", "SUPPORTS"))
    return answered_to and not any(plan.out(thing, "DELIVERS", "OWNS", "REPORTS_TO"))


def _because(plan: Plan, ending: _Ending) -> str:
    thing = ending.way.at
    name = plan.name(thing)
    if ending.ends == "loop":
        return f"The route comes back to {name}."
    if ending.ends == "limit":
        return f"The route goes on beyond {name}; it is not followed further."
    if ending.ends == "top":
        if thing.kind == "organisation" and thing.collective:
            return f"{name}: not named one by one, so whom they answer to is not recorded."
        if thing.kind == "organisation":
            return f"{name} is an organisation; whom it answers to is not part of this register."
        return f"{name} answers to nobody else that is recorded here."
    if thing.kind in ("body", "post"):
        return f"No line from {name} to any board is recorded."
    return f"Nobody is recorded as answering for {plan.called(thing)}."


def _routes(plan: Plan, endings: list[_Ending]) -> Iterator[Route]:
    """Yield the routes; what stands beside one, such as scrutiny, is said at the first that passes there."""
    said: set[Thing] = set()
    for ending in endings:
        yield Route(
            tuple(_step(plan, up) for up in ending.way.steps),
            ending.way.at.id,
            ending.ends,
            _because(plan, ending),
            tuple(_asides(plan, ending.way, said)),
        )


def _step(plan: Plan, up: _Up) -> Step:
    edge = up.edge
    source = edge.target if up.reversed else edge.source
    return Step(
        source=source.id,
        source_name=plan.name(source),
        type=edge.type,
        reversed=up.reversed,
        target=up.to.id,
        target_name=plan.name(up.to),
        sentence=f"{sentence(plan, edge, back=up.reversed)}.",
        capacity=edge.capacity,
        on=subjects(plan, edge.on) if edge.on else None,
        basis=edge.basis,
        sources=edge.sources,
        caution=edge.relationship.caution,
    )


def _asides(plan: Plan, way: _Way, said: set[Thing]) -> Iterator[str]:
    for thing in way.things:
        if thing in said:
            continue
        said.add(thing)
        for edge in plan.into(thing, "SCRUTINISES"):
            yield f"{sentence(plan, edge, back=True)}{_where(plan, edge.sources)}: scrutiny, not a reporting line."


def _where(plan: Plan, sources: Sequence[SourceRef]) -> str:
    """Return the pages of sources in brackets, with the document's title where there are several documents."""
    several = len({document.name for document in plan.all_things("document")}) > 1
    pages = dict.fromkeys(
        f"{source['title']}, p. {source['page']}" if several else f"p. {source['page']}"
        for source in sources
        if source["page"]
    )
    return f" ({'; '.join(pages)})" if pages else ""


def _missing(plan: Plan, start: Thing, endings: list[_Ending]) -> Iterator[str]:
    """Yield what a reader would look for on these routes and not find."""
    if (
        any(target == start.label for _, target in RELATIONSHIPS["OWNS"].ends)
        and standing(plan, start, "owner").state == "gap"
    ):
        yield f"No post, body or organisation is recorded as owning {plan.called(start)}."
    for thing in dict.fromkeys(thing for ending in endings for thing in ending.way.things):
        name = plan.name(thing)
        if thing.kind == "theme":
            if standing(plan, thing, "lead").state == "gap":
                yield f"Nobody is recorded as leading {name}."
            if standing(plan, thing, "delivery").state == "gap":
                yield f"No body is recorded as delivering {name}."
        elif thing.kind == "safeguarding-theme" and standing(plan, thing, "lead").state == "gap":
            yield f"No lead board is recorded for {name}."
    for thing in dict.fromkeys(ending.way.at for ending in endings if ending.ends == "dead end"):
        if thing.kind not in ("body", "post"):
            continue
        limited = [edge for edge in plan.out(thing, "REPORTS_TO") if edge.on]
        yield from (f"{sentence(plan, edge)}; no line for anything else is recorded." for edge in limited)
        if not limited:
            yield f"No line from {plan.name(thing)} to any board is recorded."
