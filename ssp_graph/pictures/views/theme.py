"""One theme in full: who answers for it, its areas with objectives, actions, measures and strategies, and the holes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ssp_graph.english import counted
from ssp_graph.pictures.diagram import Diagram, Hole
from ssp_graph.pictures.views import parts
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.standing import standing

_THEME, _AREAS, _INNER = range(3)
_ANSWERING = ("LEADS", "DELIVERS", "OVERSEES", "SCRUTINISES")


def theme(plan: Plan, node: str, note: str = "") -> Diagram:
    """Return all that stands under a theme on a day; who answers for each thing is said in its box."""
    thing = plan[node]
    edges = [edge for edge in plan.into(thing, "PART_OF") if edge.source.kind == "priority-area"]
    areas = [edge.source for edge in edges]
    levels = {thing: _THEME} | dict.fromkeys(areas, _AREAS)
    for area in areas:
        for edge in _beneath(plan, area):
            levels.setdefault(edge.source, _INNER)
            edges.append(edge)
    drawn = parts.hung(edges, levels, _AREAS)
    lines = list(parts.lines(plan, drawn))
    nodes = []
    for each, level in levels.items():
        other = (edge for edge in edges if edge not in drawn and edge.source == each)
        words, told = parts.said(plan, each, (*_answering(plan, each), *other))
        nodes.append(parts.node(plan, each, level, focus=each == thing, words=words))
        lines += told
    actions = [each for each in levels if each.kind == "action"]
    owned = sum(is_owned(plan, action) for action in actions)
    holes = tuple(_holes(plan, thing, areas))
    unknown = sum(hole.unknown for hole in holes)
    doubt = f"; of {unknown} it is unknown whether it is" if unknown else ""
    name = plan.name(thing)
    count = f"{owned} of its {counted(len(actions), 'action')} {'has' if owned == 1 else 'have'} a recorded owner."
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
        holes,
        layout="columns",
        heads=_AREAS,
        lists=True,
        summary=f"{name} with {counted(len(areas), 'priority area')} and what stands under each. {count} "
        f"{len(holes)} hole{' is' if len(holes) == 1 else 's are'} drawn where something is missing{doubt}.",
    )


def _beneath(plan: Plan, area: Thing) -> Iterator[Edge]:
    """Yield what stands under an area; what measures or guides the whole theme belongs to no column, but in its box."""
    for kind in ("objective", "action"):
        yield from (edge for edge in plan.into(area, "PART_OF") if edge.source.kind == kind)
    yield from plan.into(area, "MEASURES", "GUIDES")


def _answering(plan: Plan, thing: Thing) -> Iterator[Edge]:
    if thing.kind in ("theme", "priority-area"):
        for type_ in _ANSWERING:
            yield from plan.into(thing, type_)
        if thing.kind == "theme":
            yield from plan.into(thing, "GUIDES", "MEASURES")
    elif thing.kind == "action":
        yield from plan.into(thing, "OWNS")
        yield from plan.out(thing, "IMPLEMENTS")


def is_owned(plan: Plan, action: Thing) -> bool:
    """Return whether an owner of an action is recorded, stated or inferred."""
    return standing(plan, action, "owner").state != "gap"


def _holes(plan: Plan, thing: Thing, areas: list[Thing]) -> Iterator[Hole]:
    name = plan.name(thing)
    if standing(plan, thing, "lead").state == "gap":
        yield parts.hole(thing, _AREAS, "No lead", f"Nobody is recorded as leading {name}.")
    if standing(plan, thing, "delivery").state == "gap":
        yield parts.hole(thing, _AREAS, "No delivery body", f"No body is recorded as delivering {name}.")
    if not areas:
        yield _none(plan, thing, _AREAS, "priority area")
    for area in areas:
        yield from holes_of_area(plan, area)


def of_area(plan: Plan, area: Thing) -> dict[str, list[Thing]]:
    """Return what a priority area has by kind: what the checks would not find missing."""
    inner = [edge.source for edge in plan.into(area, "PART_OF")]
    objectives = [each for each in inner if each.kind == "objective"]
    actions = [each for each in inner if each.kind == "action"]
    # in a plan of one level, what is said of the theme is said of the one area that bears its name
    places = [area, *(edge.target for edge in plan.out(area, "PART_OF") if edge.target.name == area.name)]
    measures = (edge.source for place in (*places, *objectives) for edge in plan.into(place, "MEASURES"))
    guided = (strategy for place in places for strategy in _guided(plan, place))
    carried_out = (edge.target for action in actions for edge in plan.out(action, "IMPLEMENTS"))
    return {
        "objective": objectives,
        "action": [each for each in actions if plan.holds(each) and each.status != "stopped"],
        "measure": list(dict.fromkeys(filter(plan.holds, measures))),
        "strategy": list(dict.fromkeys((*guided, *_not_ended(carried_out)))),
    }


def holes_of_area(plan: Plan, area: Thing) -> Iterator[Hole]:
    """Yield what is missing at a priority area, as the checks find it."""
    for kind, things in of_area(plan, area).items():
        if not things:
            yield _strategy_hole(plan, area) if kind == "strategy" else _none(plan, area, _INNER, kind)


def _none(plan: Plan, at: Thing, level: int, what: str) -> Hole:
    return parts.hole(at, level, f"No {what}", f"No {what} of {plan.name(at)} is recorded.")


def _strategy_hole(plan: Plan, area: Thing) -> Hole:
    """Return what is said where no strategy guides an area: it is unknown whether one of its theme takes it in."""
    title = plan.name(area)
    themes = [edge.target for edge in plan.out(area, "PART_OF") if edge.target.kind == "theme"]
    wider = dict.fromkeys(plan.name(each) for theme in themes for each in _guided(plan, theme))
    missing = f"No strategy that guides {title} is recorded"
    if not wider:
        return parts.hole(area, _INNER, "No strategy", f"{missing}.")
    told = f"{missing}; the theme is guided by {', '.join(wider)}, and whether that takes in {title} is unknown."
    return parts.hole(area, _INNER, "Unknown: only the theme has a strategy", told, unknown=True)


def _guided(plan: Plan, place: Thing) -> list[Thing]:
    """Return the strategies that guide a theme or area."""
    return _not_ended(edge.source for edge in plan.into(place, "GUIDES"))


def _not_ended(strategies: Iterable[Thing]) -> list[Thing]:
    """Return those that no source calls ended; one whose term is over still stands behind what it guides."""
    return [each for each in strategies if each.status != "ended"]
