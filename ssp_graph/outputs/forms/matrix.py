"""A lead and supporting matrix as a two-way table with a word in every cell, and as a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ssp_graph.outputs.forms.citing import Citing, citing
from ssp_graph.outputs.forms.frame import bound, framed
from ssp_graph.outputs.forms.manuscript import Block, Grid, Manuscript, Paragraph, Section
from ssp_graph.outputs.forms.measure import needs_landscape
from ssp_graph.outputs.forms.sheet import Sheet
from ssp_graph.results import Cell, Matrix, MatrixColumn, MatrixRow, SourceRef
from ssp_graph.words import clean

_UNRECORDED = Cell("not recorded")


def manuscript(matrix: Matrix) -> Manuscript:
    """Return a matrix to read: the table, what its words mean, and where each row and role is recorded."""
    cite = citing_of(matrix)
    recorded = _recorded(matrix, cite)
    sections = [Section("Where it is recorded", recorded)] if recorded else []
    return bound(matrix.heading, cite, (grid(matrix), *key(matrix)), sections, landscape=is_wide(matrix))


def grid(matrix: Matrix) -> Grid:
    """Return the two-way table itself."""
    return Grid(
        clean(matrix.heading.title),
        (clean(matrix.row_heading), *(clean(column.in_full) for column in matrix.columns)),
        tuple((clean(row.name), *(_state(row, column) for column in matrix.columns)) for row in matrix.rows),
        empty="The matrix has no rows.",
        stressed=frozenset({"Lead", "Lead (inferred)"}),
        about=tuple((row.id, *(column.id for column in matrix.columns)) for row in matrix.rows),
    )


def key(matrix: Matrix) -> tuple[Paragraph, ...]:
    """Return the paragraph that tells what the words of the cells mean."""
    told = " ".join(f"{line}." for line in _legend(matrix))
    return (Paragraph(told, "note"),) if told else ()


def sources(matrix: Matrix) -> tuple[SourceRef, ...]:
    """Return the sources of the matrix, its rows and its cells."""
    cells = (cell.sources for row in matrix.rows for cell in row.cells.values())
    return tuple(source for some in (matrix.sources, *(row.sources for row in matrix.rows), *cells) for source in some)


def is_wide(matrix: Matrix) -> bool:
    """Return whether a matrix is to have pages turned to their wide side."""
    return len(matrix.columns) > 3 or needs_landscape(grid(matrix))


def sheet(matrix: Matrix) -> Sheet:
    """Return a matrix to compute with: a column for each body, and one for where each row and role is recorded."""
    cite = citing_of(matrix)
    whole = f"{cite.full(matrix.sources)} (the matrix)" if matrix.sources else ""
    grid_ = grid(matrix)
    sources = ("; ".join(filter(None, (whole, _where(row, matrix.columns, cite.full)))) for row in matrix.rows)
    return framed(
        matrix.heading,
        cite,
        (*grid_.headings, "Source"),
        ((*said, where) for said, where in zip(grid_.rows, sources, strict=True)),
        empty=grid_.empty,
        legend=_legend(matrix),
    )


def citing_of(matrix: Matrix) -> Citing:
    """Return how a matrix cites."""
    return citing((sources(matrix),))


def _legend(matrix: Matrix) -> tuple[str, ...]:
    return tuple(f"{clean(state).capitalize()}: {clean(meaning)}" for state, meaning in matrix.legend.items())


def _state(row: MatrixRow, column: MatrixColumn) -> str:
    cell = row.cells.get(column.id, _UNRECORDED)
    return cell.state.capitalize() + (" (inferred)" if cell.basis == "inferred" else "")


def _recorded(matrix: Matrix, cite: Citing) -> tuple[Block, ...]:
    whole = cite.short(matrix.sources)
    rows = tuple((clean(row.name), where) for row in matrix.rows if (where := _where(row, matrix.columns, cite.short)))
    each = Grid("Where each row and role is recorded", (clean(matrix.row_heading), "Source"), rows)
    return (
        *((Paragraph(f"The matrix as a whole: {whole}."),) if whole else ()),
        *((each,) if rows else ()),
    )


def _where(row: MatrixRow, columns: tuple[MatrixColumn, ...], said: Callable[[Sequence[SourceRef]], str]) -> str:
    """Return where a row and the roles in it are recorded: `p. 27 “Hate crime”; ESCB, ESAB: p. 27 “leads on”`."""
    roles: dict[str, list[str]] = {}
    for column in columns:
        if where := said(row.cells.get(column.id, _UNRECORDED).sources):
            roles.setdefault(where, []).append(clean(column.abbreviation or column.name))
    told = (f"{', '.join(names)}: {where}" for where, names in roles.items())
    return "; ".join(filter(None, (said(row.sources), *told)))
