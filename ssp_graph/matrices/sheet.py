"""The sheet to fill in: a row for each cell of a matrix, with the role it has and the source that it stands on.

A sheet says what it was made from, so that one from an older register is known when it comes back.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ssp_graph.matrices import entries
from ssp_graph.matrices.table import boards, matrix, roles, themes
from ssp_graph.model.facts import SLUG
from ssp_graph.plan import Plan, Thing
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


def mark_of(plan: Plan, made_from: Thing) -> Mark:
    """Return the mark of a sheet that is made now: names, cells and their sources go into it, on all days."""
    always = plan.at_any_time
    rows = themes(always, made_from)
    keys = ("id", "register", "basis", "reason", "until", "stated_on", "sources")
    said_of = [[edge.properties[key] for key in keys] for theme in rows for edge in roles(always, made_from, theme)]
    names = [[thing.id, thing.name] for thing in (*rows, *boards(always, made_from))]
    said = json.dumps([names, sorted(said_of, key=lambda role: role[0])])
    return Mark(made_from.id, plan.day, hashlib.sha256(said.encode()).hexdigest()[:12])


def matrix_sheet(plan: Plan, name: str | None = None, *, mark_rows: bool = False) -> Table:
    """Return the sheet to fill in for a matrix; `name` chooses among several.

    `mark_rows` writes what the sheet was made from into each row, for formats that have no room above the table.

    Raises:
        UsageError: there is no matrix, no such matrix, or several and no name.
    """
    found = matrix(plan, name)
    made_from = plan[found.id]
    mark = mark_of(plan, made_from)
    labels = entries.labels([plan[row.id] for row in found.rows]) | entries.labels(
        [plan[column.id] for column in found.columns]
    )
    documents = entries.labels(entries.documents(plan, made_from.register))
    rows = [
        {"theme": labels[row.id], "board": labels[column.id], **written, **({"mark": str(mark)} if mark_rows else {})}
        for row in found.rows
        for column in found.columns
        for written in _rows(row.cells[column.id], documents)
    ]
    own = plan.registers[made_from.register].document
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
        plan.heading(f"Sheet to fill in: {found.heading.title}", count=found.heading.count, notes=notes),
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
