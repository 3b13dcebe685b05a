"""A filled-in sheet as what it would change: cell by cell, or every reason why it cannot be taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ssp_graph.editing.writing import CellChange, Role
from ssp_graph.errors import UsageError
from ssp_graph.graph import Graph
from ssp_graph.matrices import entries
from ssp_graph.matrices.sheet import mark_of, marks_in
from ssp_graph.matrices.table import matrix
from ssp_graph.model.facts import Source
from ssp_graph.plan import Plan, Thing
from ssp_graph.results import Cell, Column, Matrix, Table

Sheet = Mapping[int, Sequence[str]]
Faults = list[tuple[int, str]]  # the number of the row, and what is wrong there

_NEEDED = ("theme", "board", "role")
_HEADINGS = (*_NEEDED, "document", "page", "anchor")
_MOST_FAULTS = 20

_COLUMNS = (
    Column("theme", "Theme"),
    Column("board", "Board"),
    Column("was", "Was"),
    Column("becomes", "Becomes"),
    Column("id", "Id", "id"),
    Column("board_id", "Board id", "id"),
    Column("sources", "Source", "sources"),
)


@dataclass(frozen=True, slots=True)
class Filled:
    """What a sheet would change, and the table that shows it."""

    changes: tuple[CellChange, ...]
    table: Table


@dataclass(slots=True)
class _Entry:
    """What a sheet says of one cell, in one row or several; `faults` are what is wrong with its sources."""

    role: Role
    row: int
    sources: list[Source] = field(default_factory=list)
    faults: Faults = field(default_factory=list)


def filled(graph: Graph, sheets: Iterable[Sheet]) -> Filled:
    """Return what a filled-in sheet would change in the matrix that it was made for.

    Raises:
        UsageError: no sheet has the headings, it was made from another register or an older one, or rows of it
            cannot be taken: a theme, board or document that there is not, none of the four words, no source, or two
            roles for one cell. All of them are told at once.
    """
    sheet, top = _with_headings(sheets)
    plan, made_from = _made_from(graph, sheet)
    found = matrix(plan, made_from.id)
    faults: Faults = []
    given = _entries(plan, found, _rows(sheet, top), faults)
    changes = list(_changes(plan, found, given, faults))
    if faults:
        lines = [f"Row {row}: {what}" for row, what in sorted(faults)]
        more = [f"… and {len(lines) - _MOST_FAULTS} more."] if len(lines) > _MOST_FAULTS else []
        raise UsageError("\n".join(["Nothing was written:", *lines[:_MOST_FAULTS], *more]))
    return Filled(tuple(changes), _table(plan, found, changes))


def _with_headings(sheets: Iterable[Sheet]) -> tuple[Sheet, int]:
    """Return the sheet that has the headings, and the number of their row."""
    for sheet in sheets:
        for number, cells in sheet.items():
            if set(_NEEDED) <= {cell.casefold() for cell in cells}:
                return sheet, number
    raise UsageError(
        "No row has the headings Theme, Board and Role. Begin with a sheet that was made by: ssp-graph matrix export."
    )


def _made_from(graph: Graph, sheet: Sheet) -> tuple[Plan, Thing]:
    """Return the plan on the day that a sheet was made for, and the matrix that it was made from."""
    marks = list(dict.fromkeys(mark for cells in sheet.values() for cell in cells for mark in marks_in(cell)))
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


def _rows(sheet: Sheet, top: int) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows below the headings: their number and what they say under each."""
    headings = [cell.casefold() for cell in sheet[top]]
    places = {name: headings.index(name) for name in _HEADINGS if name in headings}
    for number, cells in sheet.items():
        if number > top:
            yield (
                number,
                {
                    name: cells[places[name]] if name in places and places[name] < len(cells) else ""
                    for name in _HEADINGS
                },
            )


def _entries(
    plan: Plan, found: Matrix, rows: Iterable[tuple[int, dict[str, str]]], faults: Faults
) -> dict[tuple[str, str], _Entry]:
    """Return what each cell shall be, by theme and board; what cannot be read is added to the faults."""
    cells = {row.id: row.cells for row in found.rows}
    themes, boards = [plan[node] for node in cells], [plan[column.id] for column in found.columns]
    title, register = found.heading.title, plan[found.id].register
    given: dict[tuple[str, str], _Entry] = {}
    for number, row in rows:
        if not row["role"]:
            continue
        try:
            theme = entries.meant(themes, row["theme"], "theme", title).id
            board = entries.meant(boards, row["board"], "board", title).id
            role = entries.role_of(row["role"])
        except UsageError as error:
            faults.append((number, str(error)))
            continue
        entry = given.setdefault((theme, board), _Entry(role, number))
        if entry.role != role:
            faults.append((number, f"the cell is {entry.role} in row {entry.row} and {role} here. Keep one."))
        elif role != "not recorded" and (row["document"] or row["page"] or row["anchor"]):
            try:
                entry.sources.append(_source(plan, register, cells[theme][board], row))
            except UsageError as error:
                entry.faults.append((number, str(error)))
    return given


def _source(plan: Plan, register: str, cell: Cell, row: Mapping[str, str]) -> Source:
    """Return the source that a row gives, as the register has it where it is one that the cell stands on already."""
    labels = entries.labels(entries.documents(plan, register))
    known = [(source, entries.as_written(plan, register, source)) for source in cell.sources]
    for source, written in known:
        page, anchor = source.get("page"), " ".join((source.get("anchor") or "").split())
        if (labels.get(source["document"] or "", ""), str(page or ""), anchor) == (
            row["document"],
            row["page"],
            row["anchor"],
        ):
            return written
    found = entries.source_of(plan, register, row["document"], row["page"], row["anchor"])
    place = (found.document, found.page, found.anchor)
    return next((each for _, each in known if (each.document, each.page, each.anchor) == place), found)


def _changes(
    plan: Plan, found: Matrix, given: Mapping[tuple[str, str], _Entry], faults: Faults
) -> Iterator[CellChange]:
    """Yield the cells that a sheet gives another role or other sources; a change without a source is a fault."""
    register = plan[found.id].register
    for (theme, board), entry in given.items():
        cell = next(row.cells[board] for row in found.rows if row.id == theme)
        known = {entries.as_written(plan, register, source) for source in cell.sources}
        faults += entry.faults
        if entry.role == cell.state and known.issuperset(entry.sources):
            continue
        if entry.role != "not recorded" and not entry.sources and not entry.faults:
            what = f"{entry.role} without a source. Give the page and the anchor where it is stated."
            faults.append((entry.row, what))
        yield CellChange(found.id, theme, board, entry.role, tuple(dict.fromkeys(entry.sources)))


def _table(plan: Plan, found: Matrix, changes: Sequence[CellChange]) -> Table:
    register = plan[found.id].register
    names = {row.id: row.name for row in found.rows} | {column.id: column.name for column in found.columns}
    cells = {row.id: row.cells for row in found.rows}
    total = len(found.rows) * len(found.columns)
    return Table(
        plan.heading(
            f"Changes to {found.heading.title}",
            question="What would this sheet change?",
            count=f"{len(changes)} of {total} cells would change.",
        ),
        _COLUMNS,
        tuple(
            {
                "theme": names[change.theme],
                "board": names[change.board],
                "was": cells[change.theme][change.board].state.capitalize(),
                "becomes": change.role.capitalize(),
                "id": change.theme,
                "board_id": change.board,
                "sources": [entries.as_cited(plan, register, source) for source in change.sources],
            }
            for change in changes
        ),
        empty="Nothing would change.",
    )
