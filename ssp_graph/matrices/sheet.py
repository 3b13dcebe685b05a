"""The sheet to fill in: a row for each cell of a matrix, with the role it has and the source that it stands on.

A sheet says what it was made from, so that one from an older register is known when it comes back.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from ssp_graph.matrices.cell import PARTS, documents, labels, part_of
from ssp_graph.matrices.table import boards, matrix, roles, themes
from ssp_graph.model.facts import SLUG
from ssp_graph.plan import Plan, Thing
from ssp_graph.results import Column, SourceRef, Table

_MARK = re.compile(rf"({SLUG}:matrix/{SLUG}) (\d{{4}}-\d{{2}}-\d{{2}}) ([0-9a-f]{{12}})\b")
_UNSOURCED: list[SourceRef] = [{}]


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
    return (Mark(*mark.groups()) for mark in _MARK.finditer(text))


def mark_of(plan: Plan, made_from: Thing) -> Mark:
    """Return the mark of a sheet that is made now: names, cells and their sources go into it, on all days."""
    always = plan.at_any_time
    rows = themes(always, made_from)
    keys = ("id", "register", "capacity", "basis", "reason", "until", "stated_on", "sources")
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
    shown = matrix(plan, name)
    made_from = plan[shown.id]
    mark = mark_of(plan, made_from)
    themes_called, boards_called = (labels([plan[each.id] for each in some]) for some in (shown.rows, shown.columns))
    documents_called = labels(documents(plan, made_from.register))
    rows = tuple(
        {
            "theme": themes_called[row.id],
            "board": boards_called[column.id],
            "role": str(part_of(cell)).capitalize(),
            "document": documents_called.get(source.get("document") or ""),
            "page": source.get("page"),
            "anchor": source.get("anchor"),
            **({"mark": str(mark)} if mark_rows else {}),
        }
        for row in shown.rows
        for column in shown.columns
        for cell in (row.cells[column.id],)
        for source in cell.sources or _UNSOURCED
    )
    own = plan.registers[made_from.register].document
    columns = (
        Column("theme", "Theme"),
        Column("board", "Board"),
        Column("role", "Role", choices=tuple(str(part).capitalize() for part in PARTS)),
        Column("document", "Document", room=24),
        Column("page", "Page", "number"),
        Column("anchor", "Anchor", room=36),
        *((Column("mark", "Made from"),) if mark_rows else ()),
    )
    left_empty = f" Left empty: {documents_called[own]}." if own else ""
    notes = (
        "Choose a role in each row and say where it is stated. Rows that are left as they are, or without a role, "
        "change nothing.",
        f"Document: {'; '.join(documents_called.values())}.{left_empty}",
        "Anchor: two to six words at that place, as the document has them. A role with two sources has two rows.",
        f"Made from {mark}. Leave this line as it is: a sheet without it is not taken back.",
    )
    return Table(
        plan.heading(f"Sheet to fill in: {shown.heading.title}", count=shown.heading.count, notes=notes),
        columns,
        rows,
        empty="The matrix has no cells.",
    )
