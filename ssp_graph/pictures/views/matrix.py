"""The lead and supporting matrix as a grid: a word in every cell, and *not recorded* said where nothing is."""

from __future__ import annotations

from ssp_graph.matrices.table import matrix as matrix_of
from ssp_graph.matrices.table import roles
from ssp_graph.pictures.diagram import Diagram, Hole, Line
from ssp_graph.pictures.views import parts
from ssp_graph.plan import Plan


def matrix(plan: Plan, name: str | None = None) -> Diagram:
    """Return a matrix as a grid of boards and themes; `name` chooses among several.

    Raises:
        UsageError: there is no matrix, no such matrix, or several and no name.
    """
    found = matrix_of(plan, name)
    boards = [parts.node(plan, plan[column.id], 0) for column in found.columns]
    themes = [parts.node(plan, plan[row.id], 1) for row in found.rows]
    lines: list[Line] = []
    holes: list[Hole] = []
    for row in found.rows:
        edges = {edge.source.id: edge for edge in roles(plan, plan[found.id], plan[row.id])}
        for column in found.columns:
            if column.id in edges:
                lines.append(parts.line(plan, edges[column.id], shown="cell"))
            elif row.cells[column.id].state == "none":  # where the source says that blank means none
                said = f"{column.name} has no role on {row.name}."
                holes.append(Hole(f"{row.id}#{column.id}", row.id, "None", said, 1))
            else:
                said = f"Whether {column.name} leads or supports on {row.name} is not recorded."
                holes.append(Hole(f"{row.id}#{column.id}", row.id, "Not recorded", said, 1))
    return Diagram(
        found.heading,
        "matrix",
        (*boards, *themes),
        tuple(lines),
        tuple(holes),
        layout="grid",
        summary=f"A table of {len(themes)} themes against {len(boards)} boards. {found.heading.count}",
        legend=tuple(found.legend.items()),
        sources=tuple(found.sources),
    )
