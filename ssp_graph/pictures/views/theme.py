"""One theme in full: who answers for it, its areas with objectives, actions, measures and strategies, and the holes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ssp_graph.english import counted
from ssp_graph.pictures.diagram import Diagram, Group, Hole, Line
from ssp_graph.pictures.views import parts
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.standing import standing

_THEME, _AREAS, _OBJECTIVES, _ACTIONS, _MEASURES = range(5)
_ANSWERING = ("LEADS", "DELIVERS", "OVERSEES", "SCRUTINISES")


def theme(plan: Plan, node: str, note: str = "") -> Diagram:
    """Return all that stands under a theme on a day; who answers for each thing is said in its box."""
    thing = plan[node]
    levels = {thing: _THEME}
    areas = [edge for edge in plan.into(thing, "PART_OF") if edge.source.kind == "priority-area"]
    levels |= {area.source: _AREAS for area in areas}
    edges = list(areas)
    for place in (thing, *(area.source for area in areas)):
        for edge, level in _beneath(plan, place):
            levels.setdefault(edge.source, level)
            edges.append(edge)
    disputed = parts.disputed(plan, edges)
    lines: list[Line] = [parts.line(plan, edge, disputed=disputed) for edge in edges]
    nodes = []
    owned = 0
    for each, level in levels.items():
        spoken = list(parts.said(plan, each, _answering(plan, each, level)))
        words = list(dict.fromkeys(text for _, text in spoken))
        if level == _ACTIONS:
            has_owner = standing(plan, each, "owner").state != "gap"
            owned += has_owner
            words = words if has_owner else ["No owner recorded", *words]
        nodes.append(parts.node(plan, each, level, focus=each == thing, words=words))
        lines.extend(line for line, _ in spoken)
    actions = sum(level == _ACTIONS for level in levels.values())
    holes = list(_holes(plan, thing, [area.source for area in areas]))
    unknown = sum(hole.unknown for hole in holes)
    name = plan.name(thing)
    count = f"{owned} of {counted(actions, 'action')} {'names' if actions == 1 else 'name'} an owner."
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
        summary=f"{name} with {counted(len(areas), 'priority area')} and what stands under each, "
        f"from left to right. {count} {len(holes)} hole{' is' if len(holes) == 1 else 's are'} drawn where something "
        f"is missing{f'; of {unknown} it is unknown whether it is' if unknown else ''}.",
    )


def _beneath(plan: Plan, place: Thing) -> Iterator[tuple[Edge, int]]:
    """Yield what stands under a theme or area, and at which level."""
    by_kind = {"objective": _OBJECTIVES, "action": _ACTIONS}
    for edge in plan.into(place, "PART_OF"):
        if (level := by_kind.get(edge.source.kind)) is not None:
            yield edge, level
    for edge in plan.into(place, "MEASURES", "GUIDES"):
        yield edge, _MEASURES


def _answering(plan: Plan, thing: Thing, level: int) -> Iterator[Edge]:
    if level in (_THEME, _AREAS):
        for type_ in _ANSWERING:
            yield from plan.into(thing, type_)
    elif level == _ACTIONS:
        yield from plan.into(thing, "OWNS")
        yield from plan.out(thing, "IMPLEMENTS")


def _holes(plan: Plan, thing: Thing, areas: list[Thing]) -> Iterator[Hole]:
    name = plan.name(thing)
    if standing(plan, thing, "lead").state == "gap":
        yield parts.hole(thing, _AREAS, "No lead", f"Nobody is recorded as leading {name}.")
    if standing(plan, thing, "delivery").state == "gap":
        yield parts.hole(thing, _AREAS, "No delivery body", f"No body is recorded as delivering {name}.")
    if not areas:
        yield parts.hole(thing, _AREAS, "No priority area", f"No priority area of {name} is recorded.")
    for area in areas:
        title = plan.name(area)
        inner = [edge.source for edge in plan.into(area, "PART_OF")]
        objectives = [each for each in inner if each.kind == "objective"]
        actions = [each for each in inner if each.kind == "action"]
        if not objectives:
            yield parts.hole(area, _OBJECTIVES, "No objective", f"No objective of {title} is recorded.")
        if not any(each.status != "stopped" for each in filter(plan.holds, actions)):
            yield parts.hole(area, _ACTIONS, "No action", f"No action of {title} is recorded.")
        if not _measured(plan, [area, *objectives]):
            yield parts.hole(area, _MEASURES, "No measure", f"No measure of {title} is recorded.")
        if not _guided(plan, area) and not _carrying_out(plan, actions):
            yield _strategy_hole(plan, area)


def _strategy_hole(plan: Plan, area: Thing) -> Hole:
    """Return what is said where no strategy guides an area: it is unknown whether one of its theme takes it in."""
    title = plan.name(area)
    themes = [edge.target for edge in plan.out(area, "PART_OF") if edge.target.kind == "theme"]
    wider = dict.fromkeys(plan.name(each) for theme in themes for each in _guided(plan, theme))
    missing = f"No strategy that guides {title} is recorded"
    if not wider:
        return parts.hole(area, _MEASURES, "No strategy", f"{missing}.")
    told = f"{missing}; the theme is guided by {', '.join(wider)}, and whether that takes in {title} is unknown."
    return parts.hole(area, _MEASURES, "Unknown: only the theme has a strategy", told, unknown=True)


def _measured(plan: Plan, places: Iterable[Thing]) -> bool:
    return any(plan.holds(edge.source) for place in places for edge in plan.into(place, "MEASURES"))


def _guided(plan: Plan, place: Thing) -> list[Thing]:
    """Return the strategies in force that guide a theme or area."""
    return _in_force(plan, (edge.source for edge in plan.into(place, "GUIDES")))


def _carrying_out(plan: Plan, actions: Iterable[Thing]) -> list[Thing]:
    """Return the strategies in force that actions carry out."""
    edges = (edge for action in actions for edge in plan.out(action, "IMPLEMENTS"))
    return _in_force(plan, (edge.target for edge in edges))


def _in_force(plan: Plan, strategies: Iterable[Thing]) -> list[Thing]:
    return [each for each in strategies if not parts.has_ended(plan, each)]
