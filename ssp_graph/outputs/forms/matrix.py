"""A lead and supporting matrix as a two-way table with a word in every cell, and as a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ssp_graph.answers.results import Cell, Matrix, MatrixColumn, MatrixRow, SourceRef
from ssp_graph.outputs.forms.citing import Citing, citing
from ssp_graph.outputs.forms.document import Block, Document, Grid, Item, Listing, Paragraph, Section
from ssp_graph.outputs.forms.frame import closing, lines, opening
from ssp_graph.outputs.forms.measure import needs_landscape
from ssp_graph.outputs.forms.sheet import Sheet, distinct
from ssp_graph.outputs.forms.words import clean, registers

_UNRECORDED = Cell("not recorded")


def document(matrix: Matrix) -> Document:
    """Return a matrix to read: the table, what its words mean, and where each row and role is recorded."""
    cite = _citing(matrix)
    title = clean(matrix.heading.title)
    grid = Grid(
        title,
        (clean(matrix.row_heading), *(_full_name(column) for column in matrix.columns)),
        tuple((clean(row.name), *(_state(row, column) for column in matrix.columns)) for row in matrix.rows),
        empty="The matrix has no rows.",
        stressed=frozenset({"Lead", "Lead (inferred)"}),
    )
    legend = Listing(tuple(Item(text) for text in _legend(matrix)))
    recorded = _recorded(matrix, cite)
    return Document(
        title,
        matrix.heading.as_of,
        (*opening(matrix.heading), grid),
        ((Section("What the words mean", (legend,)),) if legend.items else ())
        + ((Section("Where it is recorded", recorded),) if recorded else ())
        + closing(matrix.heading.notes, cite),
        landscape=len(matrix.columns) > 3 or needs_landscape(grid),
    )


def sheet(matrix: Matrix) -> Sheet:
    """Return a matrix to compute with: a column for each body, and one for where each row and role is recorded."""
    cite = _citing(matrix)
    whole = f"{cite.full(matrix.sources)} (the matrix)" if matrix.sources else ""
    return Sheet(
        title=clean(matrix.heading.title),
        registers=registers(matrix.heading),
        documents=cite.documents,
        day=matrix.heading.as_of,
        lines=lines(matrix.heading, cite, _legend(matrix)),
        headings=distinct((clean(matrix.row_heading), *(_full_name(column) for column in matrix.columns), "Source")),
        rows=tuple(
            (
                clean(row.name),
                *(_state(row, column) for column in matrix.columns),
                "; ".join(text for text in (whole, _where(row, matrix.columns, cite.full)) if text),
            )
            for row in matrix.rows
        ),
        empty="The matrix has no rows.",
    )


def _citing(matrix: Matrix) -> Citing:
    cells = (cell.sources for row in matrix.rows for cell in row.cells.values())
    return citing((matrix.sources, *(row.sources for row in matrix.rows), *cells))


def _full_name(column: MatrixColumn) -> str:
    return f"{clean(column.name)} ({clean(column.abbreviation)})" if column.abbreviation else clean(column.name)


def _state(row: MatrixRow, column: MatrixColumn) -> str:
    cell = row.cells.get(column.id, _UNRECORDED)
    return cell.state.capitalize() + (" (inferred)" if cell.basis == "inferred" else "")


def _legend(matrix: Matrix) -> tuple[str, ...]:
    return tuple(f"{clean(state).capitalize()}: {clean(meaning)}" for state, meaning in matrix.legend.items())


def _recorded(matrix: Matrix, cite: Citing) -> tuple[Block, ...]:
    whole = cite.short(matrix.sources)
    rows = tuple((clean(row.name), where) for row in matrix.rows if (where := _where(row, matrix.columns, cite.short)))
    grid = Grid("Where each row and role is recorded", (clean(matrix.row_heading), "Source"), rows)
    return (
        *((Paragraph(f"The matrix as a whole: {whole}."),) if whole else ()),
        *((grid,) if rows else ()),
    )


def _where(row: MatrixRow, columns: tuple[MatrixColumn, ...], said: Callable[[Sequence[SourceRef]], str]) -> str:
    """Return where a row and the roles in it are recorded: `p. 27 “Hate crime”; ESCB, ESAB: p. 27 “leads on”`."""
    roles: dict[str, list[str]] = {}
    for column in columns:
        if where := said(row.cells.get(column.id, _UNRECORDED).sources):
            roles.setdefault(where, []).append(clean(column.abbreviation or column.name))
    told = (f"{', '.join(names)}: {where}" for where, names in roles.items())
    return "; ".join(text for text in (said(row.sources), *told) if text)
