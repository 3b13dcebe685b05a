"""A thing and its neighbourhood, out to a number of steps: what points at it, and what it points at."""

from __future__ import annotations

from ssp_graph.answers.sentences import Edge, edges_from, edges_to, name_of
from ssp_graph.errors import UsageError
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.views import parts
from ssp_graph.plan import Plan

_SORTS = tuple(RELATIONSHIPS)
MAX_STEPS = 6
MAX_THINGS = 400  # more make no picture that anyone could read


def around(plan: Plan, thing: str, steps: int = 1, note: str = "") -> Diagram:
    """Return what stands around a thing on a day, with every relationship walked on the way.

    Raises:
        UsageError: `steps` is not from 1 to `MAX_STEPS`, or more than `MAX_THINGS` stand within them.
    """
    graph, as_of = plan.graph, plan.day
    if not 1 <= steps <= MAX_STEPS:
        raise UsageError(f"--steps {steps} is not from 1 to {MAX_STEPS}.")
    levels = {thing: 0}
    edges: dict[str, Edge] = {}
    edge_of_reach = [thing]
    for _ in range(steps):
        reached: list[str] = []
        for node in edge_of_reach:
            # those of one sort beside one another
            beside = (*edges_from(graph, node, as_of), *edges_to(graph, node, as_of))
            for edge in sorted(beside, key=_sort):
                edges.setdefault(edge.data["id"], edge)
                other, step = (edge.target, 1) if edge.source == node else (edge.source, -1)
                if other not in levels:
                    levels[other] = levels[node] + step
                    reached.append(other)
        if len(levels) > MAX_THINGS:
            raise UsageError(
                f"More than {MAX_THINGS} things stand within {steps} step{'' if steps == 1 else 's'} of "
                f"{name_of(graph, thing)}: too many for a picture. "
                + ("Choose fewer steps." if steps > 1 else f"List them with: ssp-graph show {thing}")
            )
        edge_of_reach = reached
    first = min(levels.values())
    disputed = parts.disputed(plan, edges.values())
    name = name_of(graph, thing)
    others = len(levels) - 1
    count = f"{others} thing{'' if others == 1 else 's'} within {steps} step{'' if steps == 1 else 's'}."
    return Diagram(
        plan.heading(
            f"Around {name}",
            question=f"What stands in relation to {name}?",
            count=count if others else "No relationship of it is recorded.",
            notes=[note] if note else [],
        ),
        "around",
        tuple(parts.node(plan, node, level - first, focus=node == thing) for node, level in levels.items()),
        tuple(parts.line(graph, edge, disputed=disputed) for edge in edges.values()),
        direction="right",
        summary=f"{name} and the {others} things around it; every line points from left to right unless it is drawn "
        "between things of one column.",
    )


def _sort(edge: Edge) -> tuple[int, str]:
    return _SORTS.index(edge.data["type"]), edge.data["basis"]
