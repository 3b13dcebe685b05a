"""The lead and supporting matrix turned round: each board with the themes it leads, supports, has no role in."""

from __future__ import annotations

import dataclasses

from ssp_graph.matrices.table import State, matrix
from ssp_graph.plan import Plan
from ssp_graph.results import Cell, Column, MatrixColumn, MatrixRow, Row, Table, merged

_ROLES: dict[State, str] = {
    "lead": "Leads",
    "supporting": "Supports",
    "none": "Has no role",
    "not recorded": "Not recorded",
}

_COLUMNS = (
    Column("board", "Board"),
    Column("role", "Role"),
    Column("count", "Themes", "number"),
    Column("of", "Of", "number"),
    Column("themes", "Which"),
    Column("theme_ids", "Theme ids", "id"),
    Column("id", "Id", "id"),
    Column("sources", "Source", "sources"),
)


def by_board(plan: Plan, name: str | None = None) -> Table:
    """Return a matrix by its boards as it stands on a day; `name` chooses among several.

    Raises:
        UsageError: there is no matrix, no such matrix, or several and no name.
    """
    found = matrix(plan, name)
    rows = tuple(_row(column, role, found.rows) for column in found.columns for role in _ROLES)
    return Table(
        dataclasses.replace(found.heading, question="On which themes does each board lead, support or have no role?"),
        _COLUMNS,
        rows,
        group_by="board",
        empty="The matrix has no boards.",
    )


def _row(board: MatrixColumn, role: State, themes: tuple[MatrixRow, ...]) -> Row:
    cells = [(theme, theme.cells[board.id]) for theme in themes if theme.cells[board.id].state == role]
    return {
        "board": f"{board.name} ({board.abbreviation})" if board.abbreviation else board.name,
        "role": _ROLES[role],
        "count": len(cells),
        "of": len(themes),
        "themes": [_said(theme, cell) for theme, cell in cells],
        "theme_ids": [theme.id for theme, _ in cells],
        "id": board.id,
        "sources": merged(cell.sources for _, cell in cells),
    }


def _said(theme: MatrixRow, cell: Cell) -> str:
    return f"{theme.name} (inferred)" if cell.basis == "inferred" else theme.name
