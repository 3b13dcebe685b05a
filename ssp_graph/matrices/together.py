"""Several matrices beside one another, as those of two phases or two nations: cell by cell, and where they differ."""

from __future__ import annotations

from ssp_graph.english import counted, joined
from ssp_graph.matrices.table import in_force, matrix
from ssp_graph.plan import Plan
from ssp_graph.results import Column, Matrix, Row, Table, merged

_ABSENT = "Not in it"


def side_by_side(plan: Plan) -> Table:
    """Return every matrix of the named registers with a column for each; a row is a theme and a board of any of them.

    Things are the same where their ids are. A theme or board that a matrix does not have is *not in it*, which is
    neither none nor not recorded.

    Raises:
        UsageError: there is no matrix.
    """
    shown = [matrix(plan, table.id) for table in in_force(plan)]
    themes = {row.id: row.name for each in shown for row in each.rows}
    boards = {column.id: column.in_full for each in shown for column in each.columns}
    rows = [_row(shown, theme, board) for theme in themes.items() for board in boards.items()]
    rows = [row for row in rows if any(row[each.id] != _ABSENT for each in shown)]
    both = [row for row in rows if len(_parts(shown, row)) > 1]
    differ = [row for row in both if row["differs"]]
    return Table(
        plan.heading(
            f"{len(shown)} matrices side by side",
            question="What does each matrix say of a board on a theme, and where do they differ?",
            answer=_answer(shown, both, differ),
            count=f"{counted(len(themes), 'theme')} and {counted(len(boards), 'board')} in {len(shown)} matrices.",
            notes=["One of them alone: `--matrix` with its id."],
        ),
        (
            Column("theme", "Theme"),
            Column("board", "Board"),
            *(Column(each.id, each.heading.title) for each in shown),
            Column("differs", "Differ", "text" if differ else "id"),
            Column("id", "Id", "id"),
            Column("board_id", "Board id", "id"),
            Column("sources", "Source", "sources"),
        ),
        tuple(rows),
        empty="The matrices have no cells.",
    )


def _row(shown: list[Matrix], theme: tuple[str, str], board: tuple[str, str]) -> Row:
    """Return what each matrix says of a board on a theme, both by id and name."""
    said: dict[str, str] = {}
    sources = []
    for each in shown:
        cells = next((row.cells for row in each.rows if row.id == theme[0]), {})
        cell = cells.get(board[0])
        said[each.id] = each.said(cell) if cell else _ABSENT
        sources.append(cell.sources if cell else ())
    told = {each for each in said.values() if each != _ABSENT}
    return {
        "theme": theme[1],
        "board": board[1],
        **said,
        "differs": "yes" if len(told) > 1 else None,
        "id": theme[0],
        "board_id": board[0],
        "sources": merged(sources),
    }


def _parts(shown: list[Matrix], row: Row) -> list[tuple[str, str]]:
    """Return the titles of the matrices that have the cell of a row, and what each says in it."""
    return [(each.heading.title, row[each.id]) for each in shown if row[each.id] != _ABSENT]


def _answer(shown: list[Matrix], both: list[Row], differ: list[Row]) -> str:
    """Say how many of the cells that several have differ, and the first of them."""
    if not both:
        return "No theme stands with the same board in more than one of them."
    if not differ:
        return f"They say the same in {counted(len(both), 'cell')} that more than one of them has."
    first = joined([f"{said.lower()} in “{title}”" for title, said in _parts(shown, differ[0])])
    told = f"{differ[0]['board']} on {differ[0]['theme']} is {first}"
    differs = "differs" if len(differ) == 1 else "differ"
    return f"{len(differ)} of {counted(len(both), 'cell')} that more than one of them has {differs}; the first: {told}."
