"""A thing and its neighbourhood, out to a number of steps: what points at it, and what it points at."""

from __future__ import annotations

from ssp_graph.english import counted
from ssp_graph.errors import UsageError
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.views import parts
from ssp_graph.plan import Edge, Plan, Thing

MAX_STEPS = 6
MAX_THINGS = 400  # more make no picture that anyone could read


def around(plan: Plan, node: str, steps: int = 1, note: str = "") -> Diagram:
    """Return what stands around a thing on a day, with every relationship walked on the way.

    Raises:
        UsageError: `steps` is not from 1 to `MAX_STEPS`, or more than `MAX_THINGS` stand within them.
    """
    thing = plan[node]
    if not 1 <= steps <= MAX_STEPS:
        raise UsageError(f"--steps {steps} is not from 1 to {MAX_STEPS}.")
    sorts = list(RELATIONSHIPS)
    levels = {thing: 0}
    edges: dict[str, Edge] = {}
    farthest = [thing]
    for _ in range(steps):
        reached: list[Thing] = []
        for here in farthest:
            # those of one sort beside one another
            beside = (*plan.out(here), *plan.into(here))
            for edge in sorted(beside, key=lambda each: (sorts.index(each.type), each.basis)):
                edges.setdefault(edge.id, edge)
                other = edge.target if edge.source == here else edge.source
                if other not in levels:
                    levels[other] = levels[here] + 1
                    reached.append(other)
        if len(levels) > MAX_THINGS:
            raise UsageError(
                f"More than {MAX_THINGS} things stand within {counted(steps, 'step')} of "
                f"{plan.name(thing)}: too many for a picture. "
                + ("Choose fewer steps." if steps > 1 else f"List them with: ssp-graph show {thing.id}")
            )
        farthest = reached
    drawn = parts.hung(edges.values(), levels, 1)
    lines = list(parts.lines(plan, drawn))
    nodes = []
    for each, level in levels.items():
        words, told = parts.said(
            plan, each, (edge for edge in edges.values() if edge not in drawn and edge.source == each)
        )
        nodes.append(parts.node(plan, each, level, focus=each == thing, words=words))
        lines += told
    name = plan.name(thing)
    others = len(levels) - 1
    count = f"{counted(others, 'thing')} within {counted(steps, 'step')}."
    return Diagram(
        plan.heading(
            f"Around {name}",
            question=f"What stands in relation to {name}?",
            count=count if others else "No relationship of it is recorded.",
            notes=[note] if note else [],
        ),
        "around",
        tuple(nodes),
        tuple(lines),
        layout="columns",
        heads=1,
        lists=True,
        summary=f"{name} and the {others} things around it: above what is reached from what, step by step.",
    )
