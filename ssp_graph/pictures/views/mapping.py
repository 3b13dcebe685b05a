"""Themes against regional priorities, with what nothing is set against on either side."""

from __future__ import annotations

from ssp_graph.answers.mapping import mapping as table_of
from ssp_graph.pictures.diagram import Band, Diagram
from ssp_graph.pictures.views import parts
from ssp_graph.plan import Plan


def mapping(plan: Plan) -> Diagram:
    """Return the stated mapping on a day; each priority says how many of its commitments are addressed locally."""
    table = table_of(plan)
    priorities = list(plan.all_things("regional-priority"))
    local = [thing for thing in plan.all_things("theme", "priority-area") if plan.is_named(thing)]
    edges = [edge for priority in priorities for edge in plan.into(priority, "MAPS_TO") if edge.source in local]
    mapped = {edge.source for edge in edges}
    themes = [thing for thing in local if thing.kind == "theme" or thing in mapped]
    served = {row["commitment_id"] for row in table.rows if row["local_id"]}
    nodes = [parts.node(plan, thing, 0) for thing in themes]
    for priority in priorities:
        inner = [edge.source for edge in plan.into(priority, "PART_OF")]
        commitments = [thing.id for thing in inner if thing.kind == "commitment"]
        words = [f"{len(served & set(commitments))} of its {len(commitments)} commitments addressed locally"]
        nodes.append(parts.node(plan, priority, 1, words=words if commitments else ()))
    reached = {edge.target for edge in edges}
    holes = [
        parts.hole(thing, 1, "No regional priority", f"{thing.name} maps to no regional priority.")
        for thing in themes
        if thing.kind == "theme" and thing not in mapped and priorities
    ]
    holes.extend(
        parts.hole(priority, 0, "No theme", f"Nothing here maps to {priority.name}.")
        for priority in priorities
        if priority not in reached
    )
    return Diagram(
        table.heading,
        "mapping",
        tuple(nodes),
        parts.lines(plan, edges),
        tuple(holes),
        (Band("Themes", 0, 0), Band("Regional priorities", 1, 1)) if priorities else (),
        direction="right",
        empty=table.empty,
        summary=f"{len(edges)} lines from themes and areas on the left to regional priorities on the right. "
        f"{table.heading.count}",
    )
