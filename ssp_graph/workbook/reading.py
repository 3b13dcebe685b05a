"""The sheets of a workbook that came back as lines, each with its cells by the names of columns; all else is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ssp_graph.drafting.contents import SheetOf, sheets
from ssp_graph.editing.cells import EMPTY, Cell, ReadSheet
from ssp_graph.editing.spreadsheets import not_as_typed
from ssp_graph.suggesting import did_you_mean
from ssp_graph.workbook.book import COVER, EXAMPLE, KEY, LISTS, REMOVE, ROW, BookColumn, headings
from ssp_graph.workbook.made_from import MADE_FROM

_MOST_TOLD = 60
_TOP = 10  # rows among which the headings are looked for


class Faults:
    """Everything that is wrong with a workbook, each with where it is, in the order in which it was found."""

    def __init__(self) -> None:
        """Begin with none."""
        self.found: list[tuple[str, str]] = []

    def add(self, where: str, what: str) -> None:
        """Add one; `what` ends with what to do."""
        self.found.append((where, what.rstrip(".")))

    def told(self) -> str:
        """Return them as lines."""
        lines = [f"{where}: {what}{'' if what.endswith('?') else '.'}" for where, what in dict.fromkeys(self.found)]
        more = [f"… and {len(lines) - _MOST_TOLD} more."] if len(lines) > _MOST_TOLD else []
        return "\n".join(["Nothing was written:", *lines[:_MOST_TOLD], *more])


@dataclass(slots=True)
class Line:
    """A row that was read: its number, its cells by column, and where the columns stand."""

    sheet: SheetOf
    page: ReadSheet
    number: int
    cells: dict[str, Cell] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return what stands under a column."""
        return " ".join(self.cells.get(name, EMPTY).text.split())

    def at(self, name: str = "") -> str:
        """Return where the row, or a cell of it, stands: `Actions!F14`."""
        if name in self.places:
            return self.page.address(self.number, self.places[name])
        return f"{self.page.name}!{self.number}"


def pieces_in(pages: Sequence[ReadSheet]) -> list[str]:
    """Return what the workbook says that it was made from, in pieces."""
    found = next((page for page in pages if page.name == MADE_FROM), None)
    return [found.rows[row][1].text for row in sorted(found.rows) if 1 in found.rows[row]] if found else []


def lines_in(pages: Sequence[ReadSheet], faults: Faults) -> Iterator[list[Line]]:
    """Yield the lines of each sheet that holds records; whatever is no such sheet is a fault."""
    for page in pages:
        if page.name in (COVER, LISTS, MADE_FROM) or not page.rows:
            continue
        if page.name not in sheets():
            fix = did_you_mean(
                page.name, sheets(), "Move what belongs there to the sheet of its kind, and delete this one"
            )
            faults.add(page.name, f"no sheet has this name. {fix}")
            continue
        yield _lines(sheets()[page.name], page, faults)


def _lines(sheet: SheetOf, page: ReadSheet, faults: Faults) -> list[Line]:
    top = next((row for row in sorted(page.rows)[:_TOP] if _is_top(page, row)), None)
    if top is None:
        what = f"the headings are missing (a row with {KEY}, {ROW} and others). Put them back in the first row"
        faults.add(page.name, what)
        return []
    for _, where, what in not_as_typed(page, top):
        faults.add(where, what)
    for row in sorted(row for row in page.rows if row < top):
        faults.add(f"{page.name}!{row}", "this stands above the headings. Delete it, or move it below them")
    names = _names(sheet, page, top, faults)
    places: dict[str, int] = {}
    for column, name in names.items():
        places.setdefault(name, column)
    lines = [Line(sheet, page, row, _cells(page, row, names, faults), places) for row in sorted(page.rows) if row > top]
    return [line for line in lines if EXAMPLE not in (line.text(KEY), line.text(ROW))]


def _is_top(page: ReadSheet, row: int) -> bool:
    said = {cell.text.strip().casefold() for cell in page.rows[row].values()}
    return {KEY.casefold(), ROW.casefold()} <= said


def _names(sheet: SheetOf, page: ReadSheet, top: int, faults: Faults) -> dict[int, str]:
    """Return the name of each column by its place; a heading twice, or that no column has, is a fault."""
    known: dict[str, BookColumn] = {column.heading.casefold(): column for column in headings(sheet).values()}
    said = {place: " ".join(cell.text.split()).casefold() for place, cell in page.rows[top].items()}
    counts, names = Counter(said.values()), {}
    for place, heading in said.items():
        where = page.address(top, place)
        if heading not in known:
            if any(place in cells for row, cells in page.rows.items() if row > top):
                hint = did_you_mean(heading, known, "Delete the column, or move what belongs elsewhere")
                faults.add(where, f"no column has this heading. {hint}")
            names[place] = ""
            continue
        if counts[heading] > 1:
            faults.add(where, f"{counts[heading]} columns have this heading. Keep one of them")
        names[place] = known[heading].name
    return names


def _cells(page: ReadSheet, row: int, names: dict[int, str], faults: Faults) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for place, cell in page.rows[row].items():
        if place not in names and cell.text.strip():
            faults.add(page.address(row, place), "this stands under no heading. Delete it, or move it under one")
        elif name := names.get(place):
            found[name] = cell
    return found


def is_removed(line: Line, faults: Faults) -> bool:
    """Return whether a row is marked to be taken out."""
    said = line.text(REMOVE).casefold()
    if said not in ("", "yes", "no"):
        faults.add(line.at(REMOVE), f"'{line.text(REMOVE)}' cannot be chosen here. Write yes, or leave it empty")
    return said == "yes"
