"""One theme in full: who answers for it, its areas with objectives, actions, measures and strategies, and the holes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ssp_graph.answers.heading import heading
from ssp_graph.answers.sentences import Edge, edges_from, edges_to, name_of
from ssp_graph.graph import Graph
from ssp_graph.pictures.diagram import Diagram, Group, Hole, Line
from ssp_graph.pictures.views import parts

_THEME, _AREAS, _OBJECTIVES, _ACTIONS, _MEASURES = range(5)
_ANSWERING = ("LEADS", "DELIVERS", "OVERSEES", "SCRUTINISES")


def theme(graph: Graph, as_of: str, thing: str, note: str = "") -> Diagram:
    """Return all that stands under a theme on a day; who answers for each thing is said in its box."""
    levels = {thing: _THEME}
    areas = [edge for edge in edges_to(graph, thing, as_of, ("PART_OF",)) if _kind(graph, edge) == "priority-area"]
    levels |= {area.source: _AREAS for area in areas}
    edges = list(areas)
    for place in (thing, *(area.source for area in areas)):
        for edge, level in _beneath(graph, as_of, place):
            levels.setdefault(edge.source, level)
            edges.append(edge)
    disputed = parts.disputed(graph, as_of, edges)
    lines: list[Line] = [parts.line(graph, edge, disputed=disputed) for edge in edges]
    nodes = []
    owned = 0
    for node, level in levels.items():
        spoken = list(parts.said(graph, as_of, node, _answering(graph, as_of, node, level)))
        words = list(dict.fromkeys(text for _, text in spoken))
        if level == _ACTIONS:
            has_owner = any(line.type == "OWNS" for line, _ in spoken)
            owned += has_owner
            words = words if has_owner else ["No owner recorded", *words]
        nodes.append(parts.node(graph, as_of, node, level, focus=node == thing, words=words))
        lines.extend(line for line, _ in spoken)
    actions = sum(level == _ACTIONS for level in levels.values())
    holes = list(_holes(graph, as_of, thing, [area.source for area in areas]))
    unknown = sum(hole.unknown for hole in holes)
    name = name_of(graph, thing)
    count = f"{owned} of {actions} action{' names' if actions == 1 else 's name'} an owner."
    return Diagram(
        heading(
            graph,
            as_of,
            name,
            question=f"What does {name} consist of, and who answers for it?",
            count=count,
            notes=[note] if note else [],
        ),
        "theme",
        tuple(nodes),
        tuple(lines),
        tuple(holes),
        (
            Group("Theme", _THEME, _THEME),
            Group("Priority areas", _AREAS, _AREAS),
            Group("Objectives", _OBJECTIVES, _OBJECTIVES),
            Group("Actions", _ACTIONS, _ACTIONS),
            Group("Measures and strategies", _MEASURES, _MEASURES),
        ),
        direction="right",
        summary=f"{name} with {len(areas)} priority area{'' if len(areas) == 1 else 's'} and what stands under each, "
        f"from left to right. {count} {len(holes)} hole{' is' if len(holes) == 1 else 's are'} drawn where something "
        f"is missing{f'; of {unknown} it is unknown whether it is' if unknown else ''}.",
    )


def _kind(graph: Graph, edge: Edge) -> str:
    return str(graph.nodes[edge.source]["kind"])


def _beneath(graph: Graph, as_of: str, place: str) -> Iterator[tuple[Edge, int]]:
    """Yield what stands under a theme or area, and at which level."""
    by_kind = {"objective": _OBJECTIVES, "action": _ACTIONS}
    for edge in edges_to(graph, place, as_of, ("PART_OF",)):
        if (level := by_kind.get(_kind(graph, edge))) is not None:
            yield edge, level
    for edge in edges_to(graph, place, as_of, ("MEASURES", "GUIDES")):
        yield edge, _MEASURES


def _answering(graph: Graph, as_of: str, node: str, level: int) -> Iterator[Edge]:
    if level in (_THEME, _AREAS):
        for type_ in _ANSWERING:
            yield from edges_to(graph, node, as_of, (type_,))
    elif level == _ACTIONS:
        yield from edges_to(graph, node, as_of, ("OWNS",))
        yield from edges_from(graph, node, as_of, ("IMPLEMENTS",))


def _holes(graph: Graph, as_of: str, thing: str, areas: list[str]) -> Iterator[Hole]:
    name = name_of(graph, thing)
    if not any(edges_to(graph, thing, as_of, ("LEADS",))):
        yield parts.hole(thing, _AREAS, "No lead", f"Nobody is recorded as leading {name}.")
    if not any(edges_to(graph, thing, as_of, ("DELIVERS",))):
        yield parts.hole(thing, _AREAS, "No delivery body", f"No body is recorded as delivering {name}.")
    if not areas:
        yield parts.hole(thing, _AREAS, "No priority area", f"No priority area of {name} is recorded.")
    for area in areas:
        title = name_of(graph, area)
        inner = [edge.source for edge in edges_to(graph, area, as_of, ("PART_OF",))]
        objectives = [each for each in inner if graph.nodes[each]["kind"] == "objective"]
        actions = [each for each in inner if graph.nodes[each]["kind"] == "action"]
        if not objectives:
            yield parts.hole(area, _OBJECTIVES, "No objective", f"No objective of {title} is recorded.")
        if not any(graph.nodes[each].get("status") != "stopped" for each in _holding(graph, as_of, actions)):
            yield parts.hole(area, _ACTIONS, "No action", f"No action of {title} is recorded.")
        if not _measured(graph, as_of, [area, *objectives]):
            yield parts.hole(area, _MEASURES, "No measure", f"No measure of {title} is recorded.")
        if not _guided(graph, as_of, area) and not _carrying_out(graph, as_of, actions):
            yield _strategy_hole(graph, as_of, area)


def _strategy_hole(graph: Graph, as_of: str, area: str) -> Hole:
    """Return what is said where no strategy guides an area: it is unknown whether one of its theme takes it in."""
    title = name_of(graph, area)
    themes = [edge.target for edge in edges_from(graph, area, as_of, ("PART_OF",)) if _is_theme(graph, edge.target)]
    wider = dict.fromkeys(name_of(graph, each) for theme in themes for each in _guided(graph, as_of, theme))
    missing = f"No strategy that guides {title} is recorded"
    if not wider:
        return parts.hole(area, _MEASURES, "No strategy", f"{missing}.")
    told = f"{missing}; the theme is guided by {', '.join(wider)}, and whether that takes in {title} is unknown."
    return parts.hole(area, _MEASURES, "Unknown: only the theme has a strategy", told, unknown=True)


def _is_theme(graph: Graph, node: str) -> bool:
    return bool(graph.nodes[node]["kind"] == "theme")


def _holding(graph: Graph, as_of: str, nodes: Iterable[str]) -> list[str]:
    return [node for node in nodes if parts.holds_on(graph, as_of, node)]


def _measured(graph: Graph, as_of: str, places: Iterable[str]) -> bool:
    measures = [edge.source for place in places for edge in edges_to(graph, place, as_of, ("MEASURES",))]
    return bool(_holding(graph, as_of, measures))


def _guided(graph: Graph, as_of: str, place: str) -> list[str]:
    """Return the strategies in force that guide a theme or area."""
    return _in_force(graph, as_of, (edge.source for edge in edges_to(graph, place, as_of, ("GUIDES",))))


def _carrying_out(graph: Graph, as_of: str, actions: Iterable[str]) -> list[str]:
    """Return the strategies in force that actions carry out."""
    edges = (edge for action in actions for edge in edges_from(graph, action, as_of, ("IMPLEMENTS",)))
    return _in_force(graph, as_of, (edge.target for edge in edges))


def _in_force(graph: Graph, as_of: str, strategies: Iterable[str]) -> list[str]:
    return [each for each in strategies if not parts.has_ended(graph, as_of, each)]
