"""The lead and supporting matrix, a word in every cell: themes against boards, or board by board."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ssp_graph.answers.names import find
from ssp_graph.answers.sentences import lost
from ssp_graph.english import counted
from ssp_graph.errors import UsageError
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Cell, Column, Matrix, MatrixColumn, MatrixRow, Row, Table, merged

if TYPE_CHECKING:
    from ssp_graph.matrices.writing import Role

# The role that each relationship gives a board on a theme; without any, its role is not recorded.
ROLE_BY: dict[str, Role] = {
    "LEADS_ON": "lead",
    "SUPPORTS_ON": "supporting",
    "NO_ROLE_ON": "none",
    "UNSETTLED_ON": "to be determined",
}

_UNSETTLED = "To be determined"
LEGEND = {
    "Lead": "the lead board for the theme",
    "Supporting": "a supporting board for the theme",
    "None": "the source says that the board has no role",
    "To be determined": "the source says that the board's role is still to be settled",
    "Not recorded": "the source does not say; this is not the same as none",
}

_BY_BOARD: dict[Role, str] = {
    "lead": "Leads",
    "supporting": "Supports",
    "none": "Has no role",
    "to be determined": "To be determined",
    "not recorded": "Not recorded",
}


def in_force(plan: Plan) -> list[Thing]:
    """Return the matrices of the named registers that are in force; where none is, all of them."""
    known = plan.mine("matrix")
    return list(filter(plan.holds, known)) or known


def chosen(plan: Plan, name: str | None = None) -> Thing:
    """Return the matrix that a name means, or the only one.

    Raises:
        UsageError: there is no matrix, no such matrix, or several and no name.
    """
    if name:
        return plan[find(plan, name, "matrix").id]
    known = in_force(plan)
    if not known:
        raise UsageError("No matrix is recorded. Add one to matrices.yaml, with its rows and columns.")
    if len(known) > 1:
        listed = "\n".join(f"  {each.name}: {each.id}" for each in known)
        raise UsageError(f"There are {len(known)} matrices. Choose one with --matrix:\n{listed}")
    return known[0]


def _answer(plan: Plan, rows: Sequence[MatrixRow]) -> str:
    """Say on how many themes somebody leads, or that the whole is not recorded and why."""
    if not rows:
        return ""
    states = [{cell.state for cell in row.cells.values()} for row in rows]
    if all(state <= {"not recorded"} for state in states):
        why = next(filter(None, (lost(plan, plan[row.id], "LEADS_ON") for row in rows)), "")
        return f"Which board leads and which supports is not recorded for any of {counted(len(rows), 'theme')}{why}."
    led = sum("lead" in state for state in states)
    return f"{led} of {counted(len(rows), 'theme')} {'has' if led == 1 else 'have'} a lead board recorded."


def matrix(plan: Plan, name: str | None = None) -> Matrix:
    """Return a matrix as it stands on a day; `name` chooses among several.

    Raises:
        UsageError: there is no matrix, no such matrix, or several and no name.
    """
    shown = chosen(plan, name)
    columns = tuple(map(column_of, boards(plan, shown)))
    rows = tuple(
        MatrixRow(theme.id, theme.name, _cells(plan, shown, theme, columns), merged([theme.sources]))
        for theme in themes(plan, shown)
    )
    unknown = sum(cell.state == "not recorded" for row in rows for cell in row.cells.values())
    return Matrix(
        plan.heading(
            f"{shown.name} ({plan.registers[shown.register].title})" if len(plan.named) > 1 else shown.name,
            question="Which board leads and which supports on each theme?",
            answer=_answer(plan, rows),
            count=not_recorded(unknown, len(rows) * len(columns)),
        ),
        shown.id,
        columns,
        rows,
        shown.sources,
        legend={word: means for word, means in LEGEND.items() if word != _UNSETTLED or _has_unsettled(rows)},
    )


def not_recorded(unknown: int, cells: int) -> str:
    """Return the sentence that says how many cells are not recorded."""
    if not cells:
        return "It has no cells: its rows or its columns are not recorded."
    return f"{unknown} of {cells} cells {'is' if unknown == 1 else 'are'} not recorded."


def _has_unsettled(rows: Iterable[MatrixRow]) -> bool:
    return any(cell.state == _UNSETTLED.lower() for row in rows for cell in row.cells.values())


def by_board(plan: Plan, name: str | None = None) -> Table:
    """Return a matrix turned round, each board with the themes that it leads, supports or has no role in.

    Raises:
        UsageError: as `matrix`.
    """
    turned = matrix(plan, name)
    return Table(
        replace(turned.heading, question="On which themes does each board lead, support or have no role?"),
        (
            Column("board", "Board"),
            Column("role", "Role"),
            Column("count", "Themes", "number"),
            Column("of", "Of", "number"),
            Column("themes", "Which"),
            Column("theme_ids", "Theme ids", "id"),
            Column("id", "Id", "id"),
            Column("sources", "Source", "sources"),
        ),
        tuple(
            _with_role(board, role, turned)
            for board in turned.columns
            for role in _BY_BOARD
            if role.capitalize() in turned.legend
        ),
        group_by="board",
        empty="The matrix has no boards.",
    )


def _with_role(board: MatrixColumn, role: Role, turned: Matrix) -> Row:
    """Return the themes on which a board has a role."""
    cells = [(row, row.cells[board.id]) for row in turned.rows if row.cells[board.id].state == role]
    return {
        "board": board.in_full,
        "role": _BY_BOARD[role],
        "count": len(cells),
        "of": len(turned.rows),
        "themes": [row.name + turned.aside(cell) for row, cell in cells],
        "theme_ids": [row.id for row, _ in cells],
        "id": board.id,
        "sources": merged(cell.sources for _, cell in cells),
    }


def boards(plan: Plan, of: Thing) -> list[Thing]:
    """Return the boards of a matrix on a day, in its order."""
    return _in_order(plan.into(of, "COLUMN_OF"))


def themes(plan: Plan, of: Thing) -> list[Thing]:
    """Return the themes of a matrix on a day, in its order."""
    return _in_order(plan.into(of, "ROW_OF"))


def roles(plan: Plan, of: Thing, theme: Thing) -> list[Edge]:
    """Return the roles that boards have on a theme in a matrix on a day."""
    return [edge for edge in plan.into(theme, *ROLE_BY) if edge.matrix in (None, of.id)]


def _in_order(edges: Iterable[Edge]) -> list[Thing]:
    return list(dict.fromkeys(edge.source for edge in sorted(edges, key=lambda edge: edge.position)))


def column_of(board: Thing) -> MatrixColumn:
    """Return a board as the head of a column, with its acronym if it has one."""
    return MatrixColumn(board.id, board.name, board.acronym)


def _cells(plan: Plan, of: Thing, theme: Thing, columns: tuple[MatrixColumn, ...]) -> dict[str, Cell]:
    given = {edge.source.id: edge for edge in roles(plan, of, theme)}
    return {column.id: _cell(given[column.id], given) if column.id in given else blank(of) for column in columns}


def _cell(role: Edge, row: Mapping[str, Edge]) -> Cell:
    """Return the cell that a role fills, with those that have the same role jointly in its row, by their ids."""
    joint = role.capacity == "joint" and role.type in ("LEADS_ON", "SUPPORTS_ON")
    others = (each for each, other in row.items() if (other.type, other.capacity) == (role.type, "joint"))
    jointly_with = tuple(each for each in others if joint and each != role.source.id)
    return Cell(ROLE_BY[role.type], role.basis, role.sources, joint, jointly_with)


def blank(of: Thing) -> Cell:
    """Return what an empty cell of a matrix says: no role, where the source says that blank means none."""
    return Cell("none", of.basis, of.sources) if of.get("blank") == "none" else Cell("not recorded")
