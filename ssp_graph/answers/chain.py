"""Every route from a thing up to whoever answers for it in the end, with dead ends, loops and what is missing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ssp_graph.answers.sentences import sentence, subjects, unheld
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Route, Routes, SourceRef, Step
from ssp_graph.standing import Role, can_have

MAX_ROUTES = 50
MAX_STEPS = 25
_MAX_FOUND = 20_000  # routes counted before counting stops

_ALONG = tuple(name for name, relationship in RELATIONSHIPS.items() if relationship.up == "along")
_AGAINST = tuple(name for name, relationship in RELATIONSHIPS.items() if relationship.up == "against")
_CARRIES = ("IMPLEMENTS", "CHANGES", "CONCERNS")

_LOOKED_FOR: dict[str, tuple[Role, ...]] = {"theme": ("lead", "delivery"), "safeguarding-theme": ("lead",)}

Ends = Literal["top", "dead end", "loop", "limit"]
_ENDS: dict[Ends, tuple[str, str]] = {
    "top": ("reaches the top", "reach the top"),
    "dead end": ("is a dead end", "are dead ends"),
    "loop": ("runs in a loop", "run in a loop"),
    "limit": (f"goes on beyond {MAX_STEPS} steps", f"go on beyond {MAX_STEPS} steps"),
}


class _Up(NamedTuple):
    """A step up: a relationship, climbed along its arrow or (`reversed`) against it."""

    edge: Edge
    reversed: bool = False

    @property
    def start(self) -> Thing:
        return self.edge.target if self.reversed else self.edge.source

    @property
    def to(self) -> Thing:
        return self.edge.source if self.reversed else self.edge.target


class _Way(NamedTuple):
    """A way so far: where it started, the steps taken, and, once it is at an end, how it ends."""

    start: Thing
    steps: tuple[_Up, ...] = ()
    ends: Ends = "limit"

    @property
    def at(self) -> Thing:
        return self.steps[-1].to if self.steps else self.start

    @property
    def things(self) -> tuple[Thing, ...]:
        return (self.start, *(step.to for step in self.steps))


def chain(plan: Plan, node: str, note: str = "") -> Routes:
    """Return the routes up from a thing on a day, shortest first, at most `MAX_ROUTES`."""
    start = plan[node]
    ways, complete = _climb(plan, start)
    shown = ways[:MAX_ROUTES]
    name = plan.called(start)
    notes = [note] if note else []
    if left := len(ways) - len(shown):
        at_least = "" if complete else "at least "
        notes.append(f"The {len(shown)} shortest routes are shown; {at_least}{left} more are left out.")
    return Routes(
        plan.heading(
            f"Who answers for {name} in the end",
            question=f"By which routes is {name} ({start.kind_in_words}) accounted for?",
            count=_count(plan, ways, complete),
            notes=notes,
        ),
        node,
        start.name,
        tuple(_routes(plan, shown)),
        tuple(_missing(plan, start, ways)),
    )


def _count(plan: Plan, ways: list[_Way], complete: bool) -> str:
    """Say how many routes there are, how they end, and where."""
    if not ways[0].steps:
        return f"No route: {_because(plan, ways[0])}"
    parts = []
    for ends, forms in _ENDS.items():
        if at := [way.at for way in ways if way.ends == ends]:
            names = ", ".join(plan.name(thing) for thing in dict.fromkeys(at))
            parts.append(f"{len(at)} {forms[len(at) != 1]} ({names})")
    routes = "1 route" if len(ways) == 1 else f"{len(ways)} routes"
    return f"{'' if complete else 'At least '}{routes}: {'; '.join(parts)}."


def _climb(plan: Plan, start: Thing) -> tuple[list[_Way], bool]:
    """Return every way up, shortest first, and whether all were found."""
    carried = {edge.target for edge in plan.out(start, *_CARRIES)}
    ended: list[_Way] = []
    waiting = deque([_Way(start)])
    while waiting:
        if len(ended) + len(waiting) > _MAX_FOUND:
            return [*ended, *waiting], False
        way = waiting.popleft()
        visited = set(way.things)
        steps = list(_steps_up(plan, way, {thing.id for thing in visited | carried}))
        if not steps:
            ended.append(way._replace(ends="top" if _is_top(plan, way.at) else "dead end"))
        for step in steps:
            longer = _Way(start, (*way.steps, step))
            if step.to in visited:
                ended.append(longer._replace(ends="loop"))
            elif len(longer.steps) >= MAX_STEPS:
                ended.append(longer)
            else:
                waiting.append(longer)
    return sorted(ended, key=lambda way: len(way.steps)), True


def _steps_up(plan: Plan, way: _Way, carried: set[str]) -> Iterator[_Up]:
    """Yield the steps up from where a way is; `carried` are the ids of what a limited reporting line may carry."""
    at, last = way.at, way.steps[-1] if way.steps else None
    # A lead on behalf of a board acts for that board, also where no such relationship is written by itself.
    acting = _acting(plan, last.edge) if last and last.reversed and last.edge.on_behalf_of else None
    reports = any(plan.out(at, "REPORTS_TO"))
    for edge in plan.out(at, *_ALONG):
        if edge.type == "REPORTS_TO" and last and edge.on and carried.isdisjoint(edge.on):
            continue
        if reports and (edge.type == "POST_IN" or _is_body_in_organisation(edge)):
            continue
        if acting and (edge.type, edge.target) == (acting.type, acting.target):
            acting = None
        yield _Up(edge)
    if acting:
        yield _Up(acting)
    for edge in plan.into(at, *_AGAINST):
        if last is None or edge.relationship.up_only != "first":
            yield _Up(edge, reversed=True)


def _acting(plan: Plan, lead: Edge) -> Edge:
    changed = {"type": "ACTS_FOR", "capacity": None, "on_behalf_of": None}
    return Edge(lead.source, plan[str(lead.on_behalf_of)], {**lead.properties, **changed})


def _is_body_in_organisation(edge: Edge) -> bool:
    return (edge.type, edge.source.kind, edge.target.kind) == ("PART_OF", "body", "organisation")


def _is_top(plan: Plan, thing: Thing) -> bool:
    """Return whether a route that ends here has arrived, rather than run out."""
    if thing.kind == "organisation" or thing.id in plan.partnerships or thing.id in plan.tops:
        return True
    if thing.kind not in ("body", "post"):
        return False
    if thing.get("outside") or not plan.is_named(thing):  # whom it answers to is for others to say
        return True
    if plan.tops:
        return False
    answered_to = any(plan.into(thing, "REPORTS_TO", "PART_OF", "ACTS_FOR", "SUPPORTS"))
    return answered_to and not any(plan.out(thing, "DELIVERS", "OWNS", "REPORTS_TO"))


def _because(plan: Plan, way: _Way) -> str:
    thing, name = way.at, plan.name(way.at)
    match way.ends, thing.kind:
        case "loop", _:
            return f"The route comes back to {name}."
        case "limit", _:
            return f"The route goes on beyond {name}; it is not followed further."
        case "top", "organisation" if thing.collective:
            return f"{name}: not named one by one, so whom they answer to is not recorded."
        case "top", "organisation":
            return f"{name} is an organisation; whom it answers to is not part of this register."
        case "top", _ if thing.get("outside") and thing.id not in plan.tops:
            own = ", accountable under its own statute" if thing.get("statutory") else ""
            return f"{name} is outside the partnership{own}; whom it answers to is not part of this register."
        case "top", _:
            return f"{name} answers to nobody else that is recorded here."
        case _, "body" | "post":
            return f"No line from {name} to any board is recorded{_lost(plan, thing)}."
        case _:
            return f"Nobody is recorded as answering for {plan.called(thing)}."


def _lost(plan: Plan, thing: Thing) -> str:
    """Return what is added where our copy of a document may have lost the line."""
    if "REPORTS_TO" not in thing.may_miss:
        return ""
    pages = {(source["document"], source["page"]) for source in thing.sources}
    documents = {node: plan[node] for node, _ in pages if node}
    lost = [
        each
        for node, document in documents.items()
        for each in document.get("lost") or ()
        if (node, each["page"]) in pages
    ]
    return f" ({'; '.join(each['what'].rstrip('.') for each in lost if 'REPORTS_TO' in each['relationships'])})"


def _routes(plan: Plan, ways: list[_Way]) -> Iterator[Route]:
    """Yield the routes; what stands beside one, such as scrutiny, is said at the first that passes there."""
    said: set[Thing] = set()
    for way in ways:
        unsaid = dict.fromkeys(thing for thing in way.things if thing not in said)
        said.update(unsaid)
        asides = tuple(aside for thing in unsaid for aside in _asides(plan, thing))
        steps = tuple(_step(plan, step) for step in way.steps)
        yield Route(steps, way.at.id, way.ends, _because(plan, way), asides)


def _step(plan: Plan, step: _Up) -> Step:
    edge = step.edge
    return Step(
        source=step.start.id,
        source_name=plan.name(step.start),
        type=edge.type,
        reversed=step.reversed,
        target=step.to.id,
        target_name=plan.name(step.to),
        sentence=f"{sentence(plan, edge, back=step.reversed)}.",
        capacity=edge.capacity,
        on=subjects(plan, edge.on) if edge.on else None,
        basis=edge.basis,
        sources=edge.sources,
        caution=edge.relationship.caution,
    )


def _asides(plan: Plan, thing: Thing) -> Iterator[str]:
    for edge in plan.into(thing, "SCRUTINISES"):
        yield f"{sentence(plan, edge, back=True)}{_pages(plan, edge.sources)}: scrutiny, not a reporting line."


def _pages(plan: Plan, sources: Sequence[SourceRef]) -> str:
    """Return the pages of sources in brackets, with the document's title where there are several documents."""
    several = len({document.name for document in plan.all_things("document")}) > 1
    pages = dict.fromkeys(
        f"{source['title']}, p. {source['page']}" if several else f"p. {source['page']}"
        for source in sources
        if source["page"]
    )
    return f" ({'; '.join(pages)})" if pages else ""


def _missing(plan: Plan, start: Thing, ways: list[_Way]) -> Iterator[str]:
    """Yield what a reader would look for on these routes and not find."""
    passed = dict.fromkeys(thing for way in ways for thing in way.things)
    looked_for: list[tuple[Thing, Role]] = [(start, "owner")] if can_have(start, "owner") else []
    looked_for += [(thing, role) for thing in passed for role in _LOOKED_FOR.get(thing.kind, ())]
    yield from filter(None, (unheld(plan, thing, role) for thing, role in looked_for))
    for thing in dict.fromkeys(way.at for way in ways if way.ends == "dead end" and way.at.kind in ("body", "post")):
        limited = [edge for edge in plan.out(thing, "REPORTS_TO") if edge.on]
        for edge in limited:
            yield f"{sentence(plan, edge)}; no line for anything else is recorded."
        if not limited:
            yield f"No line from {plan.name(thing)} to any board is recorded{_lost(plan, thing)}."
