"""The sheet to fill in: a row for each cell of a matrix, with the role it has and the source that it stands on.

A sheet says what it was made from, so that one from an older register is known when it comes back.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ssp_graph.answers.sentences import edges_to
from ssp_graph.graph import Graph
from ssp_graph.matrices import entries
from ssp_graph.matrices.table import STATES, matrix
from ssp_graph.model.facts import SLUG
from ssp_graph.plan import Plan
from ssp_graph.results import Cell, Column, Row, SourceRef, Table

WORDS = tuple(role.capitalize() for role in entries.ROLES)

_MARK = re.compile(rf"({SLUG}:matrix/{SLUG}) (\d{{4}}-\d{{2}}-\d{{2}}) ([0-9a-f]{{12}})\b")


class Mark(NamedTuple):
    """What a sheet was made from: the matrix by full id, the day (`YYYY-MM-DD`), the state of the matrix."""

    matrix: str
    day: str
    state: str

    def __str__(self) -> str:
        """Return the mark as it stands in a sheet."""
        return " ".join(self)


def marks_in(text: str) -> Iterator[Mark]:
    """Yield the marks that stand in a text."""
    for found in _MARK.finditer(text):
        yield Mark(*found.groups())


def mark_of(graph: Graph, matrix_id: str, as_of: str) -> Mark:
    """Return the mark of a sheet that is made now: names, cells and their sources go into it, on all days."""
    nodes = [*entries.themes(graph, matrix_id), *entries.boards(graph, matrix_id)]
    roles = [
        [edge.data[key] for key in ("id", "register", "basis", "reason", "until", "stated_on", "sources")]
        for theme in entries.themes(graph, matrix_id)
        for edge in edges_to(graph, theme, None, STATES)
        if edge.data["matrix"] in (None, matrix_id)
    ]
    said = json.dumps([[[node, graph.nodes[node]["name"]] for node in nodes], sorted(roles, key=lambda role: role[0])])
    return Mark(matrix_id, as_of, hashlib.sha256(said.encode()).hexdigest()[:12])


def matrix_sheet(plan: Plan, name: str | None = None, *, mark_rows: bool = False) -> Table:
    """Return the sheet to fill in for a matrix; `name` chooses among several.

    `mark_rows` writes what the sheet was made from into each row, for formats that have no room above the table.

    Raises:
        UsageError: there is no matrix, no such matrix, or several and no name.
    """
    graph, as_of = plan.graph, plan.day
    found = matrix(plan, name)
    mark = mark_of(graph, found.id, as_of)
    themes = entries.labels(graph, [row.id for row in found.rows])
    boards = entries.labels(graph, [column.id for column in found.columns])
    register = graph.nodes[found.id]["register"]
    documents = entries.labels(graph, entries.documents(graph, register))
    rows = [
        {"theme": themes[row.id], "board": boards[column.id], **written, **({"mark": str(mark)} if mark_rows else {})}
        for row in found.rows
        for column in found.columns
        for written in _rows(row.cells[column.id], documents)
    ]
    own = entries.own_document(graph, register)
    columns = (
        Column("theme", "Theme"),
        Column("board", "Board"),
        Column("role", "Role", choices=WORDS),
        Column("document", "Document", room=24),
        Column("page", "Page", "number"),
        Column("anchor", "Anchor", room=36),
        *((Column("mark", "Made from"),) if mark_rows else ()),
    )
    notes = (
        "Choose a role in each row and say where it is stated. Rows that are left as they are, or without a role, "
        "change nothing.",
        f"Document: {'; '.join(documents.values())}. {f'Left empty: {documents[own]}.' if own else ''}".strip(),
        "Anchor: two to six words at that place, as the document has them. A role with two sources has two rows.",
        f"Made from {mark}. Leave this line as it is: a sheet without it is not taken back.",
    )
    return Table(
        plan.heading(
            f"Sheet to fill in: {found.heading.title}",
            count=found.heading.count,
            notes=notes,
        ),
        columns,
        tuple(rows),
        empty="The matrix has no cells.",
    )


def _rows(cell: Cell, documents: dict[str, str]) -> Iterator[Row]:
    if not cell.sources:
        yield _row(cell, {}, documents)
    for source in cell.sources:
        yield _row(cell, source, documents)


def _row(cell: Cell, source: SourceRef, documents: dict[str, str]) -> dict[str, Any]:
    return {
        "role": cell.state.capitalize(),
        "document": documents.get(source.get("document") or ""),
        "page": source.get("page"),
        "anchor": source.get("anchor"),
    }
