"""Every route from a thing up to whoever answers for it in the end, with dead ends, loops and what is missing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ssp_graph.answers.sentences import Edge, called, edges_from, edges_to, in_kind_words, name_of, sentence, subjects
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.plan import Plan
from ssp_graph.results import Route, Routes, SourceRef, Step

if TYPE_CHECKING:
    from ssp_graph.graph import Graph


MAX_ROUTES = 50
MAX_STEPS = 25
_MAX_FOUND = 20_000  # routes counted before counting stops

_ALONG = frozenset(name for name, found in RELATIONSHIPS.items() if found.up == "along")
_AGAINST = frozenset(name for name, found in RELATIONSHIPS.items() if found.up == "against")
_CARRIES = ("IMPLEMENTS", "CHANGES", "CONCERNS")


Ends = Literal["top", "dead end", "loop", "limit"]


class _Up(NamedTuple):
    """A step up: the relationship, and the thing it leads to."""

    edge: Edge
    to: str
    reversed: bool


class _Way(NamedTuple):
    """A way so far: where it started, and the steps taken."""

    start: str
    steps: tuple[_Up, ...]

    @property
    def at(self) -> str:
        return self.steps[-1].to if self.steps else self.start

    def nodes(self) -> set[str]:
        return {self.start, *(step.to for step in self.steps)}


class _Ending(NamedTuple):
    way: _Way
    ends: Ends


def chain(plan: Plan, node: str, note: str = "") -> Routes:
    """Return the routes up from a thing on a day, shortest first, at most `MAX_ROUTES`."""
    graph = plan.graph
    endings, complete = _climb(plan, node)
    shown = endings[:MAX_ROUTES]
    name, kind = called(graph, node), in_kind_words(graph.nodes[node]["kind"])
    notes = [note] if note else []
    if len(endings) > len(shown):
        left = len(endings) - len(shown)
        notes.append(
            f"The {len(shown)} shortest routes are shown; {'' if complete else 'at least '}{left} more are left out."
        )
    return Routes(
        plan.heading(
            f"Who answers for {name} in the end",
            question=f"By which routes is {name} ({kind}) accounted for?",
            count=_count(graph, endings, complete),
            notes=notes,
        ),
        node,
        str(graph.nodes[node]["name"]),
        tuple(_routes(plan, shown)),
        tuple(_missing(plan, node, endings)),
    )


def _count(graph: Graph, endings: list[_Ending], complete: bool) -> str:
    """Say how many routes there are, how they end, and where."""
    words: dict[Ends, tuple[str, str]] = {
        "top": ("reaches the top", "reach the top"),
        "dead end": ("is a dead end", "are dead ends"),
        "loop": ("runs in a loop", "run in a loop"),
        "limit": (f"goes on beyond {MAX_STEPS} steps", f"go on beyond {MAX_STEPS} steps"),
    }
    if endings and not endings[0].way.steps:
        return f"No route: {_because(graph, endings[0])}"
    parts = []
    for ends, forms in words.items():
        found = [ending.way.at for ending in endings if ending.ends == ends]
        if found:
            names = ", ".join(name_of(graph, node) for node in dict.fromkeys(found))
            parts.append(f"{len(found)} {forms[len(found) != 1]} ({names})")
    total = len(endings)
    return f"{'' if complete else 'At least '}{total} route{'' if total == 1 else 's'}: {'; '.join(parts)}."


def _climb(plan: Plan, start: str) -> tuple[list[_Ending], bool]:
    """Return every way up, shortest first, and whether all were found."""
    graph, as_of = plan.graph, plan.day
    carried = {edge.target for edge in edges_from(graph, start, as_of, _CARRIES)}
    endings: list[_Ending] = []
    waiting = deque([_Way(start, ())])
    while waiting:
        if len(endings) + len(waiting) > _MAX_FOUND:
            endings.extend(_Ending(way, "limit") for way in waiting)
            return endings, False
        way = waiting.popleft()
        visited = way.nodes()
        steps = list(_steps_up(plan, way, visited | carried))
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
    graph, as_of = plan.graph, plan.day
    node, last = way.at, way.steps[-1] if way.steps else None
    # A lead on behalf of a board acts for that board, also where no such relationship is written by itself.
    behalf = last.edge.data.get("on_behalf_of") if last and last.reversed else None
    reports = list(edges_from(graph, node, as_of, ("REPORTS_TO",)))
    for edge in edges_from(graph, node, as_of, _ALONG):
        kind = edge.data["type"]
        if kind == "REPORTS_TO" and last is not None and edge.data["on"] and not carried & set(edge.data["on"]):
            continue
        if reports and (kind == "POST_IN" or (kind == "PART_OF" and _is_body_in_organisation(graph, edge))):
            continue
        if kind == "ACTS_FOR" and edge.target == behalf:
            behalf = None
        yield _Up(edge, edge.target, False)
    if behalf and last:
        stated = {**last.edge.data, "type": "ACTS_FOR", "on_behalf_of": None, "capacity": None}
        yield _Up(Edge(node, behalf, stated), behalf, False)
    for edge in edges_to(graph, node, as_of, _AGAINST):
        if edge.relationship.up_only != "first" or last is None:
            yield _Up(edge, edge.source, True)


def _is_body_in_organisation(graph: Graph, edge: Edge) -> bool:
    return (graph.nodes[edge.source]["kind"], graph.nodes[edge.target]["kind"]) == ("body", "organisation")


def _is_top(plan: Plan, node: str) -> bool:
    """Return whether a route that ends here has arrived, rather than run out."""
    graph, as_of = plan.graph, plan.day
    data = graph.nodes[node]
    partnerships: set[str] = {about["partnership"] for about in graph.graph["registers"]}
    if data["kind"] == "organisation" or node in partnerships:
        return True
    if data["kind"] not in ("body", "post"):
        return False
    if data["register"] not in graph.graph["named"]:  # whom it answers to is for its own register to say
        return True
    answered_to = any(edges_to(graph, node, as_of, ("REPORTS_TO", "PART_OF", "ACTS_FOR", "SUPPORTS")))
    return answered_to and not any(edges_from(graph, node, as_of, ("DELIVERS", "OWNS", "REPORTS_TO")))


def _because(graph: Graph, ending: _Ending) -> str:
    node = ending.way.at
    name, kind = name_of(graph, node), graph.nodes[node]["kind"]
    if ending.ends == "loop":
        return f"The route comes back to {name}."
    if ending.ends == "limit":
        return f"The route goes on beyond {name}; it is not followed further."
    if ending.ends == "top":
        if kind == "organisation" and graph.nodes[node]["collective"]:
            return f"{name}: not named one by one, so whom they answer to is not recorded."
        if kind == "organisation":
            return f"{name} is an organisation; whom it answers to is not part of this register."
        return f"{name} answers to nobody else that is recorded here."
    if kind in ("body", "post"):
        return f"No line from {name} to any board is recorded."
    return f"Nobody is recorded as answering for {called(graph, node)}."


def _routes(plan: Plan, endings: list[_Ending]) -> Iterator[Route]:
    """Yield the routes; what stands beside one, such as scrutiny, is said at the first that passes there."""
    said: set[str] = set()
    for ending in endings:
        yield _route(plan, ending, said)


def _route(plan: Plan, ending: _Ending, said: set[str]) -> Route:
    graph = plan.graph
    steps = []
    for up in ending.way.steps:
        data: dict[str, Any] = up.edge.data
        relationship = up.edge.relationship
        steps.append(
            Step(
                source=up.edge.target if up.reversed else up.edge.source,
                source_name=name_of(graph, up.edge.target if up.reversed else up.edge.source),
                type=data["type"],
                reversed=up.reversed,
                target=up.to,
                target_name=name_of(graph, up.to),
                sentence=f"{sentence(graph, up.edge, back=up.reversed)}.",
                capacity=data.get("capacity"),
                on=subjects(graph, data["on"]) if data.get("on") else None,
                basis=data["basis"],
                sources=data["sources"],
                caution=relationship.caution,
            )
        )
    return Route(tuple(steps), ending.way.at, ending.ends, _because(graph, ending), tuple(_asides(plan, ending, said)))


def _asides(plan: Plan, ending: _Ending, seen: set[str]) -> Iterator[str]:
    graph, as_of = plan.graph, plan.day
    for node in (ending.way.start, *(step.to for step in ending.way.steps)):
        if node in seen:
            continue
        seen.add(node)
        for edge in edges_to(graph, node, as_of, ("SCRUTINISES",)):
            where = _where(graph, edge.data["sources"])
            yield f"{sentence(graph, edge, back=True)}{where}: scrutiny, not a reporting line."


def _where(graph: Graph, sources: Sequence[SourceRef]) -> str:
    """Return the pages of sources in brackets, with the document's title where there are several documents."""
    documents = [node for node, data in graph.nodes(data=True) if data["kind"] == "document"]
    several = len({graph.nodes[node]["name"] for node in documents}) > 1
    pages = dict.fromkeys(
        f"{source['title']}, p. {source['page']}" if several else f"p. {source['page']}"
        for source in sources
        if source["page"]
    )
    return f" ({'; '.join(pages)})" if pages else ""


def _missing(plan: Plan, start: str, endings: list[_Ending]) -> Iterator[str]:
    """Yield what a reader would look for on these routes and not find."""
    graph, as_of = plan.graph, plan.day
    label = graph.nodes[start]["label"]
    if any(target == label for _, target in RELATIONSHIPS["OWNS"].ends) and not any(
        edges_to(graph, start, as_of, ("OWNS",))
    ):
        yield f"No post, body or organisation is recorded as owning {called(graph, start)}."
    passed = dict.fromkeys(node for ending in endings for node in (start, *(step.to for step in ending.way.steps)))
    for node in passed:
        data = graph.nodes[node]
        if data["kind"] == "theme":
            if not any(edges_to(graph, node, as_of, ("LEADS",))):
                yield f"Nobody is recorded as leading {name_of(graph, node)}."
            if not any(edges_to(graph, node, as_of, ("DELIVERS",))):
                yield f"No body is recorded as delivering {name_of(graph, node)}."
        elif data["kind"] == "safeguarding-theme" and not any(edges_to(graph, node, as_of, ("LEADS_ON",))):
            yield f"No lead board is recorded for {name_of(graph, node)}."
    stuck = dict.fromkeys(ending.way.at for ending in endings if ending.ends == "dead end")
    for node in stuck:
        if graph.nodes[node]["kind"] not in ("body", "post"):
            continue
        limited = [edge for edge in edges_from(graph, node, as_of, ("REPORTS_TO",)) if edge.data["on"]]
        if limited:
            for edge in limited:
                yield f"{sentence(graph, edge)}; no line for anything else is recorded."
        else:
            yield f"No line from {name_of(graph, node)} to any board is recorded."
