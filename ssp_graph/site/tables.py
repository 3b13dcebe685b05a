"""Tables as a page has them: what every row says alike is told once, and small groups stand in one table."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from ssp_graph.outputs.forms.manuscript import Block, Grid, Manuscript, Paragraph
from ssp_graph.results import Column, Table
from ssp_graph.words import clean, words

_FEW = 8  # rows of a group, on the average
_FROM = 4  # rows on, it is worth telling once what all of them say


def told_once(table: Table) -> tuple[Table, tuple[Paragraph, ...]]:
    """Return a table without the columns that say the same in every row, and the paragraph that says it instead."""
    if len(table.rows) < _FROM:
        return table, ()
    joined = {column.into for column in table.columns} | {column.name for column in table.columns if column.into}
    first = next(column.name for column in table.columns if column.kind != "id")
    alike = [
        column
        for column in table.columns
        if column.kind in ("text", "date", "basis") and column.name not in (*joined, first, table.group_by)
        if _alike(table, column)
    ]
    if not alike:
        return table, ()
    said = "; ".join(f"{clean(each.heading)}: {words(table.rows[0][each.name], each.kind)}" for each in alike)
    left = tuple(column for column in table.columns if column not in alike)
    return replace(table, columns=left), (Paragraph(f"In every row: {said}.", "note"),)


def _alike(table: Table, column: Column) -> bool:
    said = {words(row.get(column.name), column.kind) for row in table.rows}
    return len(said) == 1 and "" not in said


def together(manuscript: Manuscript) -> Manuscript:
    """Return a manuscript in which groups of few rows each stand in one table, to be filtered as a whole."""
    grids = [each.blocks[0] for each in manuscript.sections if each.blocks]
    groups = [each for each in grids if isinstance(each, Grid) and each.sized_by]
    if len(groups) < 2 or len(groups[0].sized_by) > _FEW * len(groups):
        return manuscript
    places = accumulate((len(each.rows) for each in groups), initial=0)
    whole = replace(
        groups[0],
        caption=manuscript.title,
        rows=tuple(row for each in groups for row in each.rows),
        sized_by=(),
        about=tuple(about for each in groups for about in each.about),
        heads=dict(zip(places, (each.caption for each in groups), strict=False)),
    )
    rest = tuple(each for each in manuscript.sections if not each.blocks or each.blocks[0] not in groups)
    return replace(manuscript, blocks=(*manuscript.blocks, whole), sections=rest)


def above_the_table(manuscript: Manuscript, told: tuple[Block, ...]) -> Manuscript:
    """Return a manuscript with paragraphs before its first table, or at the end of its opening."""
    blocks = manuscript.blocks
    place = next((place for place, block in enumerate(blocks) if isinstance(block, Grid)), len(blocks))
    return replace(manuscript, blocks=(*blocks[:place], *told, *blocks[place:]))
