"""One theme in full: who answers for it, its areas with objectives, actions, measures and strategies, and the holes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ssp_graph.answers.sentences import Edge, edges_from, edges_to, name_of
from ssp_graph.graph import Graph
from ssp_graph.pictures.diagram import Diagram, Group, Hole, Line
from ssp_graph.pictures.views import parts
from ssp_graph.plan import Plan

_THEME, _AREAS, _OBJECTIVES, _ACTIONS, _MEASURES = range(5)
_ANSWERING = ("LEADS", "DELIVERS", "OVERSEES", "SCRUTINISES")


def theme(plan: Plan, thing: str, note: str = "") -> Diagram:
    """Return all that stands under a theme on a day; who answers for each thing is said in its box."""
    graph, as_of = plan.graph, plan.day
    levels = {thing: _THEME}
    areas = [edge for edge in edges_to(graph, thing, as_of, ("PART_OF",)) if _kind(graph, edge) == "priority-area"]
    levels |= {area.source: _AREAS for area in areas}
    edges = list(areas)
    for place in (thing, *(area.source for area in areas)):
        for edge, level in _beneath(plan, place):
            levels.setdefault(edge.source, level)
            edges.append(edge)
    disputed = parts.disputed(plan, edges)
    lines: list[Line] = [parts.line(graph, edge, disputed=disputed) for edge in edges]
    nodes = []
    owned = 0
    for node, level in levels.items():
        spoken = list(parts.said(plan, node, _answering(plan, node, level)))
        words = list(dict.fromkeys(text for _, text in spoken))
        if level == _ACTIONS:
            has_owner = any(line.type == "OWNS" for line, _ in spoken)
            owned += has_owner
            words = words if has_owner else ["No owner recorded", *words]
        nodes.append(parts.node(plan, node, level, focus=node == thing, words=words))
        lines.extend(line for line, _ in spoken)
    actions = sum(level == _ACTIONS for level in levels.values())
    holes = list(_holes(plan, thing, [area.source for area in areas]))
    unknown = sum(hole.unknown for hole in holes)
    name = name_of(graph, thing)
    count = f"{owned} of {actions} action{' names' if actions == 1 else 's name'} an owner."
    return Diagram(
        plan.heading(
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


def _beneath(plan: Plan, place: str) -> Iterator[tuple[Edge, int]]:
    """Yield what stands under a theme or area, and at which level."""
    graph, as_of = plan.graph, plan.day
    by_kind = {"objective": _OBJECTIVES, "action": _ACTIONS}
    for edge in edges_to(graph, place, as_of, ("PART_OF",)):
        if (level := by_kind.get(_kind(graph, edge))) is not None:
            yield edge, level
    for edge in edges_to(graph, place, as_of, ("MEASURES", "GUIDES")):
        yield edge, _MEASURES


def _answering(plan: Plan, node: str, level: int) -> Iterator[Edge]:
    graph, as_of = plan.graph, plan.day
    if level in (_THEME, _AREAS):
        for type_ in _ANSWERING:
            yield from edges_to(graph, node, as_of, (type_,))
    elif level == _ACTIONS:
        yield from edges_to(graph, node, as_of, ("OWNS",))
        yield from edges_from(graph, node, as_of, ("IMPLEMENTS",))


def _holes(plan: Plan, thing: str, areas: list[str]) -> Iterator[Hole]:
    graph, as_of = plan.graph, plan.day
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
        if not any(graph.nodes[each].get("status") != "stopped" for each in _holding(plan, actions)):
            yield parts.hole(area, _ACTIONS, "No action", f"No action of {title} is recorded.")
        if not _measured(plan, [area, *objectives]):
            yield parts.hole(area, _MEASURES, "No measure", f"No measure of {title} is recorded.")
        if not _guided(plan, area) and not _carrying_out(plan, actions):
            yield _strategy_hole(plan, area)


def _strategy_hole(plan: Plan, area: str) -> Hole:
    """Return what is said where no strategy guides an area: it is unknown whether one of its theme takes it in."""
    graph, as_of = plan.graph, plan.day
    title = name_of(graph, area)
    themes = [edge.target for edge in edges_from(graph, area, as_of, ("PART_OF",)) if _is_theme(graph, edge.target)]
    wider = dict.fromkeys(name_of(graph, each) for theme in themes for each in _guided(plan, theme))
    missing = f"No strategy that guides {title} is recorded"
    if not wider:
        return parts.hole(area, _MEASURES, "No strategy", f"{missing}.")
    told = f"{missing}; the theme is guided by {', '.join(wider)}, and whether that takes in {title} is unknown."
    return parts.hole(area, _MEASURES, "Unknown: only the theme has a strategy", told, unknown=True)


def _is_theme(graph: Graph, node: str) -> bool:
    return bool(graph.nodes[node]["kind"] == "theme")


def _holding(plan: Plan, nodes: Iterable[str]) -> list[str]:
    return [node for node in nodes if parts.holds_on(plan, node)]


def _measured(plan: Plan, places: Iterable[str]) -> bool:
    graph, as_of = plan.graph, plan.day
    measures = [edge.source for place in places for edge in edges_to(graph, place, as_of, ("MEASURES",))]
    return bool(_holding(plan, measures))


def _guided(plan: Plan, place: str) -> list[str]:
    """Return the strategies in force that guide a theme or area."""
    graph, as_of = plan.graph, plan.day
    return _in_force(plan, (edge.source for edge in edges_to(graph, place, as_of, ("GUIDES",))))


def _carrying_out(plan: Plan, actions: Iterable[str]) -> list[str]:
    """Return the strategies in force that actions carry out."""
    graph, as_of = plan.graph, plan.day
    edges = (edge for action in actions for edge in edges_from(graph, action, as_of, ("IMPLEMENTS",)))
    return _in_force(plan, (edge.target for edge in edges))


def _in_force(plan: Plan, strategies: Iterable[str]) -> list[str]:
    return [each for each in strategies if not parts.has_ended(plan, each)]
