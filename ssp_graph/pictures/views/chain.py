"""The routes up from a thing, drawn as one picture: each step once, and what ends where."""

from __future__ import annotations

from collections.abc import Iterator

from ssp_graph.answers.chain import chain as routes_up
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.views import parts
from ssp_graph.plan import Edge, Plan
from ssp_graph.results import Step


def chain(plan: Plan, thing: str, note: str = "") -> Diagram:
    """Return the routes from a thing up to whoever answers for it in the end, as on the `chain` command."""
    routes = routes_up(plan, thing, note)
    edges: dict[str, Edge] = {}
    steps: dict[tuple[str, str], None] = {}
    for route in routes.routes:
        visited = {thing}
        for step in route.steps:
            edges.update((edge.id, edge) for edge in _edges(plan, step))
            if step.target not in visited:
                steps[step.source, step.target] = None
            visited.add(step.target)
    levels = _levels(thing, list(steps))
    for node in list(levels):
        for edge in plan.into(plan[node], "SCRUTINISES"):
            levels.setdefault(edge.source.id, levels[node] + 1)
            edges.setdefault(edge.id, edge)
    stuck = {route.ends_at for route in routes.routes if route.ends == "dead end"}
    return Diagram(
        routes.heading,
        "chain",
        tuple(
            parts.node(
                plan, plan[node], level, focus=node == thing, words=["No line further up"] if node in stuck else ()
            )
            for node, level in levels.items()
        ),
        parts.lines(plan, edges.values()),
        direction="right",
        rising=True,
        summary=f"{routes.heading.count} The picture begins with {routes.start_name} and goes up step by step.",
    )


def _edges(plan: Plan, step: Step) -> Iterator[Edge]:
    """Yield the relationships that a step takes; who leads on a body's behalf acts for it, written or not."""
    source, target = (step.target, step.source) if step.reversed else (step.source, step.target)
    written = [edge for edge in plan.out(plan[source], step.type) if edge.target.id == target]
    yield from written
    if not written:
        leads = plan.out(plan[source], "LEADS")
        yield from (parts.acting(plan, edge) for edge in leads if edge.on_behalf_of == target)


def _levels(start: str, steps: list[tuple[str, str]]) -> dict[str, int]:
    """Return each thing's place: one beyond the farthest thing that leads to it, circles aside."""
    levels = {start: 0}
    for _ in range(len(steps) + 1):
        before = dict(levels)
        for low, high in steps:
            if low in levels and high != start:
                levels[high] = max(levels.get(high, 0), min(levels[low] + 1, len(steps)))
        if levels == before:
            break
    else:  # the steps of different routes run in a circle: count the shortest way instead
        levels = {start: 0}
        for _ in range(len(steps)):
            for low, high in steps:
                if low in levels:
                    levels.setdefault(high, levels[low] + 1)
    return levels
