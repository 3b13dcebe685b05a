"""A filled-in sheet as what it would change: cell by cell, or every reason why it cannot be taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ssp_graph.editing.cells import EMPTY, ReadSheet
from ssp_graph.editing.spreadsheets import not_as_typed
from ssp_graph.errors import UsageError
from ssp_graph.graph import Graph
from ssp_graph.matrices.cell import (
    Part,
    as_cited,
    as_written,
    documents,
    labels,
    meant,
    meant_by,
    part_of,
    place_of,
    source_of,
)
from ssp_graph.matrices.sheet import mark_of, marks_in
from ssp_graph.matrices.table import matrix
from ssp_graph.matrices.writing import CellChange
from ssp_graph.model.facts import Source
from ssp_graph.plan import Plan, Thing
from ssp_graph.results import Cell, Column, Matrix, Row, Table

Faults = list[tuple[int, str]]  # the number of the row, and what is wrong there

_NEEDED = ("theme", "board", "role")
_SOURCE = ("document", "page", "anchor")
_MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Filled:
    """What a sheet would change, and the table that shows it."""

    changes: tuple[CellChange, ...]
    table: Table


@dataclass(slots=True)
class _Entry:
    """What a sheet says of one cell, in one row or several; `faults` are what is wrong with its sources."""

    part: Part
    row: int
    sources: list[Source] = field(default_factory=list)
    faults: Faults = field(default_factory=list)


def filled(graph: Graph, sheets: Iterable[ReadSheet]) -> Filled:
    """Return what a filled-in sheet would change in the matrix that it was made for.

    Raises:
        UsageError: no sheet has the headings, it was made from another register or an older one, or rows of it
            cannot be taken: a theme, board or document that there is not, a word that is no role, no source, or two
            roles for one cell. All of them are told at once.
    """
    sheet, top = _with_headings(sheets)
    plan, made_from = _made_from(graph, sheet)
    as_it_is = matrix(plan, made_from.id)
    faults: Faults = [(row, f"{where}: {what}.") for row, where, what in not_as_typed(sheet, top)]
    given = _entries(plan, as_it_is, _rows(sheet, top, faults), faults)
    changes = tuple(_changes(plan, as_it_is, given, faults))
    if faults:
        lines = [f"Row {row}: {what}" for row, what in sorted(faults)]
        more = [f"… and {len(lines) - _MOST_FAULTS} more."] if len(lines) > _MOST_FAULTS else []
        raise UsageError("\n".join(["Nothing was written:", *lines[:_MOST_FAULTS], *more]))
    return Filled(changes, _table(plan, as_it_is, changes))


def _with_headings(sheets: Iterable[ReadSheet]) -> tuple[ReadSheet, int]:
    """Return the sheet that has the headings, and the number of their row."""
    for sheet in sheets:
        for number in sheet.rows:
            if set(_NEEDED) <= set(_headings(sheet, number).values()):
                return sheet, number
    raise UsageError(
        "No row has the headings Theme, Board and Role. Begin with a sheet that was made by: ssp-graph matrix export."
    )


def _made_from(graph: Graph, sheet: ReadSheet) -> tuple[Plan, Thing]:
    """Return the plan on the day that a sheet was made for, and the matrix that it was made from."""
    marks = list(
        dict.fromkeys(mark for cells in sheet.rows.values() for cell in cells.values() for mark in marks_in(cell.text))
    )
    if not marks:
        raise UsageError(
            "The sheet does not say what it was made from. Begin with one that was made by `ssp-graph matrix export`, "
            "and leave what stands there as Made from as it is."
        )
    if len(marks) > 1:
        raise UsageError(
            "Rows of several sheets stand in this one: " + "; ".join(map(str, marks)) + ". Take one at a time."
        )
    mark = marks[0]
    plan = Plan(graph, mark.day)
    if mark.matrix not in plan or not plan.is_named(plan[mark.matrix]):
        named = ", ".join(plan.named)
        raise UsageError(f"The sheet was made from {mark.matrix}, which is not in the register given here ({named}).")
    if mark != mark_of(plan, plan[mark.matrix]):
        raise UsageError(
            "The sheet was made from an older register: the matrix has changed since. "
            "Make a new sheet with `ssp-graph matrix export`, and fill that in."
        )
    return plan, plan[mark.matrix]


def _headings(sheet: ReadSheet, row: int) -> dict[int, str]:
    """Return what the cells of a row say, as headings, by their columns."""
    return {column: " ".join(cell.text.split()).casefold() for column, cell in sheet.rows[row].items()}


def _rows(sheet: ReadSheet, top: int, faults: Faults) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows below the headings: their number and what they say under each; a heading twice is a fault."""
    headings, names = _headings(sheet, top), (*_NEEDED, *_SOURCE)
    for name, many in Counter(headings.values()).items():
        if many > 1 and name in names:
            faults.append((top, f"{many} columns have the heading {name.capitalize()}. Keep one of them."))
    places = {name: column for column, name in reversed(headings.items())}
    for number in sorted(sheet.rows):
        if number > top:
            cells = sheet.rows[number]
            texts = {name: cells.get(places.get(name, 0), EMPTY).text for name in names}
            yield number, {name: " ".join(text.split()) for name, text in texts.items()}


def _entries(
    plan: Plan, as_it_is: Matrix, rows: Iterable[tuple[int, dict[str, str]]], faults: Faults
) -> dict[tuple[str, str], _Entry]:
    """Return what each cell shall be, by theme and board; what cannot be read is added to the faults."""
    cells = {row.id: row.cells for row in as_it_is.rows}
    themes, boards = [plan[node] for node in cells], [plan[column.id] for column in as_it_is.columns]
    title, register = as_it_is.heading.title, plan[as_it_is.id].register
    given: dict[tuple[str, str], _Entry] = {}
    for number, row in rows:
        if not row["role"]:
            continue
        try:
            theme = meant(themes, row["theme"], "theme", title).id
            board = meant(boards, row["board"], "board", title).id
            part = meant_by(row["role"])
        except UsageError as error:
            faults.append((number, str(error)))
            continue
        entry = given.setdefault((theme, board), _Entry(part, number))
        if entry.part != part:
            faults.append((number, f"the cell is {entry.part} in row {entry.row} and {part} here. Keep one."))
        elif part.role != "not recorded" and any(row[name] for name in _SOURCE):
            try:
                entry.sources.append(_source(plan, register, cells[theme][board], row))
            except UsageError as error:
                entry.faults.append((number, str(error)))
    return given


def _source(plan: Plan, register: str, cell: Cell, row: Mapping[str, str]) -> Source:
    """Return the source that a row gives, as the register has it where it is one that the cell stands on already."""
    called = labels(documents(plan, register))
    known: dict[tuple[str, str, str], Source] = {}
    for source in cell.sources:
        page, anchor = source.get("page"), " ".join((source.get("anchor") or "").split())
        said = (called.get(source["document"] or "", ""), str(page or ""), anchor)
        known.setdefault(said, as_written(plan, register, source))
    if written := known.get((row["document"], row["page"], row["anchor"])):
        return written
    given = source_of(plan, register, row["document"], row["page"], row["anchor"])
    return next((each for each in known.values() if place_of(each) == place_of(given)), given)


def _changes(
    plan: Plan, as_it_is: Matrix, given: Mapping[tuple[str, str], _Entry], faults: Faults
) -> Iterator[CellChange]:
    """Yield the cells that a sheet gives another role or other sources; a change without a source is a fault."""
    register = plan[as_it_is.id].register
    cells = {row.id: row.cells for row in as_it_is.rows}
    for (theme, board), entry in given.items():
        cell = cells[theme][board]
        known = {as_written(plan, register, source) for source in cell.sources}
        faults += entry.faults
        if entry.part == part_of(cell) and known.issuperset(entry.sources):
            continue
        role, joint = entry.part
        if role != "not recorded" and not entry.sources and not entry.faults:
            what = f"{entry.part} without a source. Give the page and the anchor where it is stated."
            faults.append((entry.row, what))
        yield CellChange(as_it_is.id, theme, board, role, tuple(dict.fromkeys(entry.sources)), joint)


def _table(plan: Plan, as_it_is: Matrix, changes: Sequence[CellChange]) -> Table:
    register = plan[as_it_is.id].register
    cells = {row.id: row.cells for row in as_it_is.rows}

    def shown(change: CellChange) -> Row:
        was = cells[change.theme][change.board]
        return {
            "theme": plan[change.theme].name,
            "board": plan[change.board].name,
            "was": str(part_of(was)).capitalize(),
            "replaced": was.sources,
            "becomes": str(Part(change.role, change.joint)).capitalize(),
            "id": change.theme,
            "board_id": change.board,
            "sources": [as_cited(plan, register, source) for source in change.sources],
        }

    return Table(
        plan.heading(
            f"Changes to {as_it_is.heading.title}",
            question="What would this sheet change?",
            count=f"{len(changes)} of {len(as_it_is.rows) * len(as_it_is.columns)} cells would change.",
        ),
        (
            Column("theme", "Theme"),
            Column("board", "Board"),
            Column("was", "Was"),
            Column("replaced", "Replaced source", "sources"),
            Column("becomes", "Becomes"),
            Column("id", "Id", "id"),
            Column("board_id", "Board id", "id"),
            Column("sources", "Source", "sources"),
        ),
        tuple(map(shown, changes)),
        empty="Nothing would change.",
    )
