"""A sheet as it was read: its cells by row and column, and what in it cannot be taken at its word.

Sheets are read by events, so that limits act before anything large is made, and what libraries keep to themselves is
seen: that a cell is a formula, lies under merged cells, or is a day that the program made of something typed.
"""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from xml.parsers import expat

from ssp_graph.errors import WorkError

MAX_ROWS = 20_000  # filled ones, of all sheets together
MAX_CELLS = 600_000
MAX_COLUMNS = 300
MAX_UNPACKED = 80_000_000


class Cell(NamedTuple):
    """What a cell holds, as text with its lines.

    `kind` is how the program keeps it; of a day that it shows without its day, as "Mar-18", `text` is the month.
    """

    text: str
    kind: str = "text"  # or number, date, truth, formula, error


EMPTY = Cell("")
Starts = Callable[[str, dict[str, str]], None]


@dataclass(slots=True)
class ReadSheet:
    """One sheet: the filled cells by row and column, both from 1; merged areas (`B2:C3`) and hidden rows with cells."""

    name: str
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Keep a cell that holds anything."""
        if cell.text or cell.kind == "formula":
            self.rows.setdefault(row, {})[column] = cell

    def address(self, row: int, column: int) -> str:
        """Return where a cell stands, as spreadsheets say it: `Actions!F14`."""
        return f"{self.name}!{letters(column)}{row}"


class Limits:
    """Counts what has been read of a whole file, and ends the reading where it is too much."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.rows = 0
        self.cells = 0

    def row(self, many: int = 1) -> None:
        """Count filled rows."""
        self.rows += many
        if self.rows > MAX_ROWS:
            raise UnfitError(f"has more than {MAX_ROWS:,} rows. Save only what was filled in")

    def cell(self, many: int = 1) -> None:
        """Count filled cells."""
        self.cells += many
        if self.cells > MAX_CELLS:
            raise UnfitError(f"has more than {MAX_CELLS:,} filled cells. Save only what was filled in")


class UnfitError(WorkError):
    """A file that is larger than anything an officer fills in, or holds what no such file needs."""


def letters(column: int) -> str:
    """Return the letters of a column counted from 1: `A`, `Z`, `AA`."""
    before, place = divmod(column - 1, 26)
    return (letters(before) if before else "") + chr(ord("A") + place)


def number_of(column: str) -> int:
    """Return the number of a column by its letters, from 1."""
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def opened(archive: zipfile.ZipFile, reads: tuple[str, ...]) -> None:
    """Make sure that the parts that are to be read are not too large once unpacked.

    Raises:
        UnfitError: they are, as a file that is made to harm is.
    """
    size = sum(part.file_size for part in archive.infolist() if part.filename.startswith(reads))
    if size > MAX_UNPACKED:
        raise UnfitError(f"unpacks to {size // 1_000_000:,} MB. Save only what was filled in")


def parsed(
    archive: zipfile.ZipFile, part: str, start: Starts, end: Callable[[str], None], said: Callable[[str], None]
) -> None:
    """Read a part of the archive, telling of each element as it begins and ends, without its prefix, and of text."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: Any) -> None:
        raise UnfitError("holds definitions that no spreadsheet needs. Open it and save it again")

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda name, given: start(name.rpartition(":")[2], given)
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.CharacterDataHandler = said
    with archive.open(part) as stream:
        parser.ParseFile(stream)


def plain_number(value: float) -> str:
    """Return a number as it would be typed."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def day_of(value: float, *, from_1904: bool = False) -> str:
    """Return the day (`YYYY-MM-DD`) that a spreadsheet means by a number; empty where it means none."""
    start = datetime.date(1904, 1, 1) if from_1904 else datetime.date(1899, 12, 30)
    try:
        return (start + datetime.timedelta(int(value))).isoformat()
    except OverflowError:
        return ""
