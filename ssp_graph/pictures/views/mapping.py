"""Themes against regional priorities, with what nothing is set against on either side."""

from __future__ import annotations

from ssp_graph.answers.mapping import mapping as table_of
from ssp_graph.answers.sentences import edges_to
from ssp_graph.pictures.diagram import Diagram, Group, Hole
from ssp_graph.pictures.views import parts
from ssp_graph.plan import Plan


def mapping(plan: Plan) -> Diagram:
    """Return the stated mapping on a day; each priority says how many of its commitments are addressed locally."""
    graph, as_of = plan.graph, plan.day
    table = table_of(plan)
    named = graph.graph["named"]
    priorities = [node for node, data in graph.nodes(data=True) if data["kind"] == "regional-priority"]
    local = [
        node
        for node, data in graph.nodes(data=True)
        if data["kind"] in ("theme", "priority-area") and data["register"] in named
    ]
    edges = [
        edge
        for priority in priorities
        for edge in edges_to(graph, priority, as_of, ("MAPS_TO",))
        if edge.source in local
    ]
    disputed = parts.disputed(plan, edges)
    mapped = {edge.source for edge in edges}
    themes = [node for node in local if graph.nodes[node]["kind"] == "theme" or node in mapped]
    served = {row["commitment_id"] for row in table.rows if row["local_id"]}
    nodes = [parts.node(plan, node, 0) for node in themes]
    for priority in priorities:
        inner = [edge.source for edge in edges_to(graph, priority, as_of, ("PART_OF",))]
        commitments = [node for node in inner if graph.nodes[node]["kind"] == "commitment"]
        words = [f"{len(served & set(commitments))} of {len(commitments)} commitments addressed locally"]
        nodes.append(parts.node(plan, priority, 1, words=words if commitments else ()))
    reached = {edge.target for edge in edges}
    holes: list[Hole] = []
    for node in themes:
        if graph.nodes[node]["kind"] == "theme" and node not in mapped and priorities:
            name = graph.nodes[node]["name"]
            holes.append(parts.hole(node, 1, "No regional priority", f"{name} maps to no regional priority."))
    holes.extend(
        parts.hole(node, 0, "No theme", f"Nothing here maps to {graph.nodes[node]['name']}.")
        for node in priorities
        if node not in reached
    )
    return Diagram(
        table.heading,
        "mapping",
        tuple(nodes),
        tuple(parts.line(graph, edge, disputed=disputed) for edge in edges),
        tuple(holes),
        (Group("Themes", 0, 0), Group("Regional priorities", 1, 1)) if priorities else (),
        direction="right",
        empty=table.empty,
        summary=f"{len(edges)} lines from themes and areas on the left to regional priorities on the right. "
        f"{table.heading.count}",
    )
