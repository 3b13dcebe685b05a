"""A table as a manuscript, its rows grouped beneath headings where the answer asks for it, and as a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from ssp_graph.outputs.forms.citing import Citing, citing
from ssp_graph.outputs.forms.frame import bound, framed
from ssp_graph.outputs.forms.manuscript import Grid, Manuscript, Paragraph, Section
from ssp_graph.outputs.forms.measure import needs_landscape
from ssp_graph.outputs.forms.sheet import Sheet, Value
from ssp_graph.results import Column, Row, Table
from ssp_graph.words import clean, words

_ALL_STATED = "Every row is stated; none is inferred."
_STATED_IF_RECORDED = "Every row that has something recorded is stated; none is inferred."


class _Shown(NamedTuple):
    """A column to read, and those whose values stand behind its own."""

    column: Column
    behind: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return (self.column.name, *(column.name for column in self.behind))


def manuscript(table: Table) -> Manuscript:
    """Return a table to read. Columns of ids, and columns empty in every row, are left out.

    Some values stand in brackets behind another's. The basis is left out where no row is inferred: a note says it for
    all of them.
    """
    cite = citing_of(table)
    columns = _read(table)
    whole = grid(table, cite)
    groups = [
        Section(
            heading,
            (
                replace(
                    whole,
                    caption=heading,
                    rows=_rows(columns, rows, cite),
                    sized_by=whole.rows,
                    about=_about(table, rows),
                ),
            ),
        )
        for heading, rows in _groups(table)
    ]
    above = [Paragraph(clean(table.caption))] if table.caption else []
    summed = [grid(table.summary, cite)] if table.summary else []
    blocks = [*summed, *(above if groups else [whole])]
    return bound(table.heading, cite, blocks, groups, notes=_none_inferred(table), landscape=needs_landscape(whole))


def grid(table: Table, cite: Citing) -> Grid:
    """Return the rows themselves, ungrouped, under the columns that a reader needs."""
    columns = _read(table)
    return Grid(
        clean(table.caption) or clean(table.heading.title),
        tuple(clean(shown.column.heading) for shown in columns),
        _rows(columns, table.rows, cite),
        frozenset(place for place, shown in enumerate(columns) if shown.column.kind == "number"),
        clean(table.empty),
        about=_about(table, table.rows),
    )


def sheet(table: Table) -> Sheet:
    """Return a table to compute with: every column but ids, empty or not."""
    cite = citing_of(table)
    columns = [column for column in table.columns if column.kind != "id"]
    rows = (tuple(_value(row.get(column.name), column, cite) for column in columns) for row in table.rows)
    cites = any(column.kind == "sources" for column in columns)
    return replace(
        framed(table.heading, cite, (column.heading for column in columns), rows, empty=table.empty, cites=cites),
        choices={place: column.choices for place, column in enumerate(columns) if column.choices},
        rooms={place: column.room for place, column in enumerate(columns) if column.room},
    )


def citing_of(table: Table) -> Citing:
    """Return how a table cites."""
    names = [column.name for column in table.columns if column.kind == "sources"]
    return citing(row.get(name) for row in table.rows for name in names)


def _none_inferred(table: Table) -> tuple[str, ...]:
    """Return the note that stands for a column of bases that all say the same, if they do."""
    bases = _bases(table)
    if not any(bases) or _inferred(table):
        return ()
    return (_ALL_STATED,) if all(bases) else (_STATED_IF_RECORDED,)


def _inferred(table: Table) -> bool:
    return any("inferred" in bases for bases in _bases(table))


def _bases(table: Table) -> list[set[str]]:
    """Return for each row the bases that it says; a row about which nothing is recorded has none."""
    names = [column.name for column in table.columns if column.kind == "basis"]
    return [{row[name] for name in names if row.get(name)} for row in table.rows]


def _read(table: Table) -> list[_Shown]:
    """Return the columns that a reader needs, at least one."""
    candidates = [column for column in table.columns if column.kind != "id" and column.name != table.group_by]
    names = {column.name for column in candidates}
    shown = [
        _Shown(column, tuple(behind for behind in candidates if behind.into == column.name))
        for column in candidates
        if column.into not in names
    ]
    told = [each for each in shown if each.column.kind != "basis" or _inferred(table)]
    filled = [each for each in told if any(words(row.get(name)) for row in table.rows for name in each.names)]
    return filled or told or shown


def _groups(table: Table) -> list[tuple[str, list[Row]]]:
    """Return the rows by the value they are grouped by, in the order in which the values first come."""
    groups: dict[str, list[Row]] = {}
    for column in table.columns:
        if column.name == table.group_by:
            for row in table.rows:
                groups.setdefault(_group_heading(column, row.get(column.name)), []).append(row)
    return list(groups.items())


def _group_heading(column: Column, value: Any) -> str:
    if said := words(value, column.kind):
        return said
    name = clean(column.heading)
    return f"Without {name if name[1:2].isupper() else name[:1].lower() + name[1:]}"


def _rows(columns: Sequence[_Shown], rows: Iterable[Row], cite: Citing) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_said(row, shown, cite) for shown in columns) for row in rows)


def _about(table: Table, rows: Iterable[Row]) -> tuple[tuple[str, ...], ...]:
    """Return for each row the ids that it bears: what it names."""
    names = [column.name for column in table.columns if column.kind == "id"]
    return tuple(tuple(str(row[name]) for name in names if row.get(name)) for row in rows)


def _said(row: Row, shown: _Shown, cite: Citing) -> str:
    column = shown.column
    if column.kind == "sources":
        return cite.short(row.get(column.name))
    told = words(row.get(column.name), column.kind)
    behind = "; ".join(
        f"{each.lead} {text}".strip() for each in shown.behind if (text := words(row.get(each.name), each.kind))
    )
    return f"{told} ({behind})" if told and behind else told or behind


def _value(value: Any, column: Column, cite: Citing) -> Value:
    if column.kind == "sources":
        return cite.full(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return words(value)
