"""The lead and supporting matrix: safeguarding themes against bodies, a word in every cell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from ssp_graph.answers.names import find
from ssp_graph.errors import UsageError
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Cell, Matrix, MatrixColumn, MatrixRow, merged

State = Literal["lead", "supporting", "none", "not recorded"]

STATES: dict[str, State] = {"LEADS_ON": "lead", "SUPPORTS_ON": "supporting", "NO_ROLE_ON": "none"}

LEGEND = {
    "Lead": "the lead board for the theme",
    "Supporting": "a supporting board for the theme",
    "None": "the source says that the board has no role",
    "Not recorded": "the source does not say; this is not the same as none",
}


def matrices(plan: Plan) -> list[Thing]:
    """Return the matrices of the named registers, in the order they were written."""
    return [each for each in plan.all_things("matrix") if plan.is_named(each)]


def chosen(plan: Plan, name: str | None = None) -> Thing:
    """Return the matrix that a name means, or the only one.

    Raises:
        UsageError: there is no matrix, no such matrix, or several and no name.
    """
    if name:
        return plan[find(plan, name, "matrix").id]
    known = matrices(plan)
    if not known:
        raise UsageError("No matrix is recorded. Add one to matrices.yaml, with its rows and columns.")
    if len(known) > 1:
        listed = "\n".join(f"  {each.name}: {each.id}" for each in known)
        raise UsageError(f"There are {len(known)} matrices. Choose one with --matrix:\n{listed}")
    return known[0]


def matrix(plan: Plan, name: str | None = None) -> Matrix:
    """Return a matrix as it stands on a day; `name` chooses among several.

    Raises:
        UsageError: there is no matrix, no such matrix, or several and no name.
    """
    shown = chosen(plan, name)
    columns = tuple(MatrixColumn(board.id, board.name, abbreviation(board)) for board in boards(plan, shown))
    rows = tuple(
        MatrixRow(theme.id, theme.name, _cells(plan, shown, theme, columns), merged([theme.sources]))
        for theme in themes(plan, shown)
    )
    unknown = sum(cell.state == "not recorded" for row in rows for cell in row.cells.values())
    return Matrix(
        plan.heading(
            shown.name,
            question="Which board leads and which supports on each theme?",
            count=f"{unknown} of {len(rows) * len(columns)} cells {'is' if unknown == 1 else 'are'} not recorded.",
        ),
        shown.id,
        columns,
        rows,
        shown.sources,
        legend=LEGEND,
    )


def boards(plan: Plan, matrix_: Thing) -> list[Thing]:
    """Return the boards of a matrix on a day, in its order."""
    return _in_order(plan.into(matrix_, "COLUMN_OF"))


def themes(plan: Plan, matrix_: Thing) -> list[Thing]:
    """Return the themes of a matrix on a day, in its order."""
    return _in_order(plan.into(matrix_, "ROW_OF"))


def roles(plan: Plan, matrix_: Thing, theme: Thing) -> list[Edge]:
    """Return the roles that boards have on a theme in this matrix on a day."""
    return [edge for edge in plan.into(theme, *STATES) if edge.matrix in (None, matrix_.id)]


def _in_order(edges: Iterable[Edge]) -> list[Thing]:
    return list(dict.fromkeys(edge.source for edge in sorted(edges, key=lambda edge: edge.position)))


def abbreviation(thing: Thing) -> str:
    """Return a thing's acronym, or an empty text."""
    return next((alias for alias in thing.aliases if alias.isupper() and " " not in alias), "")


def _cells(plan: Plan, matrix_: Thing, theme: Thing, columns: tuple[MatrixColumn, ...]) -> dict[str, Cell]:
    cells = {column.id: Cell("not recorded") for column in columns}
    for edge in roles(plan, matrix_, theme):
        if edge.source.id in cells:
            cells[edge.source.id] = Cell(STATES[edge.type], edge.basis, edge.sources)
    return cells
