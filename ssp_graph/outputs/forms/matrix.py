"""A lead and supporting matrix as a two-way table with a word in every cell, and as a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from ssp_graph.outputs.forms.citing import Citing, citing
from ssp_graph.outputs.forms.frame import bound, framed
from ssp_graph.outputs.forms.manuscript import Block, Grid, Manuscript, Paragraph, Section
from ssp_graph.outputs.forms.measure import fits_a_page, needs_landscape
from ssp_graph.outputs.forms.sheet import Sheet
from ssp_graph.results import Cell, Matrix, MatrixColumn, MatrixRow, SourceRef
from ssp_graph.words import clean

_UNRECORDED = Cell("not recorded")


def manuscript(matrix: Matrix) -> Manuscript:
    """Return a matrix to read: the table, what its words mean, and where each row and role is recorded."""
    cite = citing_of(matrix)
    recorded = _recorded(matrix, cite)
    sections = [Section("Where it is recorded", recorded)] if recorded else []
    return bound(matrix.heading, cite, (*grids(matrix), *key(matrix)), sections, landscape=is_wide(matrix))


def grids(matrix: Matrix) -> tuple[Grid, ...]:
    """Return the two-way table, or several of a part of its columns each where no page takes all of them unbroken."""
    number = len(matrix.columns)
    for parts in range(1, number):
        step = ceil(number / parts)
        shown = [_grid(matrix, range(first, min(first + step, number))) for first in range(0, number, step)]
        if all(map(fits_a_page, shown)):
            return tuple(shown)
    return (_grid(matrix, range(number)),)


def _grid(matrix: Matrix, places: range) -> Grid:
    """Return the table of some columns, all of whose cells may differ only in what they say."""
    columns = [matrix.columns[place] for place in places]
    title, all_of_them = clean(matrix.heading.title), len(columns) == len(matrix.columns)
    cells = [[_cell(row, column) for column in columns] for row in matrix.rows]
    return Grid(
        title if all_of_them else f"{title}: columns {places[0] + 1} to {places[-1] + 1} of {len(matrix.columns)}",
        (clean(matrix.row_heading), *(clean(column.in_full) for column in columns)),
        tuple(
            (clean(row.name), *(clean(matrix.said(cell)) for cell in said))
            for row, said in zip(matrix.rows, cells, strict=True)
        ),
        empty="The matrix has no rows.",
        stressed=frozenset(clean(matrix.said(cell)) for said in cells for cell in said if cell.state == "lead"),
        about=tuple((row.id, *(column.id for column in columns)) for row in matrix.rows),
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
    return len(matrix.columns) > 3 or any(map(needs_landscape, grids(matrix)))


def sheet(matrix: Matrix) -> Sheet:
    """Return a matrix to compute with: a column for each body, and one for where each row and role is recorded."""
    cite = citing_of(matrix)
    whole = f"{cite.full(matrix.sources)} (the matrix)" if matrix.sources else ""
    grid_ = _grid(matrix, range(len(matrix.columns)))
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


def _cell(row: MatrixRow, column: MatrixColumn) -> Cell:
    return row.cells.get(column.id, _UNRECORDED)


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
        if where := said(_cell(row, column).sources):
            roles.setdefault(where, []).append(clean(column.abbreviation or column.name))
    told = (f"{', '.join(names)}: {where}" for where, names in roles.items())
    return "; ".join(filter(None, (said(row.sources), *told)))
