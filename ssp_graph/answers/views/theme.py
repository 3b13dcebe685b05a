"""One theme in full: who answers for it, its areas with objectives, actions, measures and strategies, and the holes."""

from __future__ import annotations

from collections.abc import Iterator

from ssp_graph.answers.diagram import Diagram, Group, Hole, Line
from ssp_graph.answers.heading import heading
from ssp_graph.answers.relations import Edge, edges_from, edges_to, name_of
from ssp_graph.answers.views import parts
from ssp_graph.graph import Graph

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
        spoken = list(parts.said(graph, node, _answering(graph, as_of, node, level)))
        words = list(dict.fromkeys(text for _, text in spoken))
        owned += level == _ACTIONS and bool(spoken)
        if level == _ACTIONS and not spoken:
            words.append("No owner recorded")
        nodes.append(parts.node(graph, as_of, node, level, focus=node == thing, words=words))
        lines.extend(line for line, _ in spoken)
    actions = sum(level == _ACTIONS for level in levels.values())
    holes = list(_holes(graph, as_of, thing, [area.source for area in areas]))
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
        "is missing.",
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


def _holes(graph: Graph, as_of: str, thing: str, areas: list[str]) -> Iterator[Hole]:
    name = name_of(graph, thing)
    if not any(edges_to(graph, thing, as_of, ("LEADS",))):
        yield parts.hole(thing, _AREAS, "No lead", f"Nobody is recorded as leading {name}.")
    if not any(edges_to(graph, thing, as_of, ("DELIVERS",))):
        yield parts.hole(thing, _AREAS, "No delivery body", f"No body is recorded as delivering {name}.")
    if not areas:
        yield parts.hole(thing, _AREAS, "No priority area", f"No priority area of {name} is recorded.")
    for area in areas:
        kinds = {_kind(graph, edge) for edge in edges_to(graph, area, as_of, ("PART_OF",))}
        title = name_of(graph, area)
        if "objective" not in kinds:
            yield parts.hole(area, _OBJECTIVES, "No objective", f"No objective of {title} is recorded.")
        if "action" not in kinds:
            yield parts.hole(area, _ACTIONS, "No action", f"No action of {title} is recorded.")
        if not _measured(graph, as_of, area):
            yield parts.hole(area, _MEASURES, "No measure", f"No measure of {title} is recorded.")
        if not _has_strategy(graph, as_of, area):
            yield parts.hole(area, _MEASURES, "No strategy", f"No strategy that guides {title} is recorded.")


def _measured(graph: Graph, as_of: str, area: str) -> bool:
    inner = [edge.source for edge in edges_to(graph, area, as_of, ("PART_OF",))]
    return any(any(edges_to(graph, each, as_of, ("MEASURES",))) for each in (area, *inner))


def _has_strategy(graph: Graph, as_of: str, area: str) -> bool:
    inner = [edge.source for edge in edges_to(graph, area, as_of, ("PART_OF",))]
    return any(edges_to(graph, area, as_of, ("GUIDES",))) or any(
        any(edges_from(graph, each, as_of, ("IMPLEMENTS",))) for each in inner
    )
