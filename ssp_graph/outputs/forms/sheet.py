"""A sheet to compute with: one table under one header row, and the lines that belong above it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat

from ssp_graph.model.dates import in_words

Value = str | int | float

COVER = "About"
_WIDEST = 48
_MOST_FROZEN = 13
_ACROSS = 170  # digits that fit across A4 on its wide side, printed at 8 points
# a dollar sign or a stop would need quoting in a cell's address
_FORBIDDEN = re.compile(r"[\[\]:*?/\\'\"$.#]+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Every column and row of a result: numbers as numbers, dates as stated so that they sort.

    `day` is `YYYY-MM-DD`; `documents` are those that the pages refer to, None where nothing is cited. `lines` go
    above the table where a format has room: question, count, legend and notes. No heading repeats another. By
    the places of columns, `choices` are the words that a cell may hold, `rooms` the least widths in characters.
    """

    title: str
    registers: str
    documents: str | None
    day: str
    lines: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    empty: str = "None."
    choices: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    rooms: Mapping[int, int] = field(default_factory=dict)

    @property
    def tab(self) -> str:
        """The sheet's name: the title without what spreadsheets forbid in one, in 31 characters."""
        name = " ".join(_FORBIDDEN.sub(" ", self.title).split()) or "Answer"
        short = textwrap.shorten(name, 31, placeholder="…")
        return name[:31] if short == "…" else short

    @property
    def filled_in(self) -> bool:
        """Whether somebody is to fill it in: it goes and comes back as one sheet, without a cover."""
        return bool(self.choices)

    @property
    def about(self) -> tuple[str, ...]:
        """What is told of the table: what it holds, from which register, on which day."""
        return (f"Register: {self.registers}", f"As of: {in_words(self.day)}", *self.lines)

    @property
    def above(self) -> tuple[str, ...]:
        """What stands above the table, title first; of an empty one that it is empty."""
        return (self.title, *(self.about if self.filled_in else ()), *(() if self.rows else (self.empty,)))

    @property
    def frozen(self) -> int:
        """How many rows stay in sight while it is filled in: all to the header, unless they would fill the screen."""
        rows = len(self.above) + 1
        return rows if self.filled_in and rows <= _MOST_FROZEN else 0


def distinct(headings: tuple[str, ...]) -> tuple[str, ...]:
    """Return headings in which none repeats another, letter case aside: spreadsheets refuse such tables."""
    seen: set[str] = set()
    found = []
    for heading in headings:
        number, name = 1, heading
        while name.casefold() in seen:
            number += 1
            name = f"{heading} ({number})"
        seen.add(name.casefold())
        found.append(name)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cover; one that is the name of a table leads to its sheet."""

    text: str
    tab: str = ""


def tabs(sheets: Sequence[Sheet]) -> list[str]:
    """Return the names of the sheets of a workbook, of which none repeats another or the cover's."""
    found = [COVER]
    for sheet in sheets:
        number, name = 1, sheet.tab
        while name.casefold() in {each.casefold() for each in found}:
            number += 1
            name = f"{sheet.tab[:27]} ({number})"
        found.append(name)
    return found[1:]


def names(sheets: Sequence[Sheet]) -> list[str]:
    """Return the names of the tables in a workbook, by which formulas and screen readers call them."""
    numbers = ["", *map(str, range(2, len(sheets) + 1))]
    return [
        f"Table{number}_{re.sub(r'[^0-9A-Za-z]+', '_', sheet.title)[:200]}".rstrip("_")
        for number, sheet in zip(numbers, sheets, strict=True)
    ]


def is_wider_than_a4(sheet: Sheet) -> bool:
    """Return whether a table fits across A4 only in type below 8 points, and is for A3."""
    return sum(widths(sheet)) > _ACROSS


def cover(title: str, sheets: Sequence[Sheet]) -> list[Line]:
    """Return the lines of a cover: the title, then each table with what is told of it, once where it is told of all."""
    shared = [line for line in sheets[0].about if all(line in sheet.about for sheet in sheets)]
    lines = [Line(title), *map(Line, shared)]
    for sheet, tab in zip(sheets, tabs(sheets), strict=True):
        lines += [Line(f"Table: {sheet.title}", tab), *(Line(told) for told in sheet.about if told not in shared)]
    return lines


def widths(sheet: Sheet) -> tuple[int, ...]:
    """Return how wide each column should be, in characters: headings wrap between words.

    The widest give way until the table fits across a page, but no word of a heading is broken.
    """
    columns = zip(*sheet.rows, strict=True) if sheet.rows else repeat(())
    found = [max(width, sheet.rooms.get(place, 0)) for place, width in enumerate(map(_width, sheet.headings, columns))]
    least = [_least(heading) for heading in sheet.headings]
    while sum(found) > _ACROSS and (wide := [place for place, width in enumerate(found) if width > least[place]]):
        found[max(wide, key=found.__getitem__)] -= 1
    return tuple(found)


def _width(heading: str, values: Iterable[Value]) -> int:
    return min(max(_least(heading), min(len(heading) + 4, 16), *(len(str(value)) + 2 for value in values)), _WIDEST)


def _least(heading: str) -> int:
    return min(max(9, 4 + max(map(len, heading.split()), default=0)), _WIDEST)


def lines_taken(texts: Sequence[Value], room: Sequence[int]) -> int:
    """Return how many lines a row takes in columns of these widths."""
    # widths count digits, and most letters are narrower
    taken = (len(textwrap.wrap(str(text), given * 9 // 8)) for text, given in zip(texts, room, strict=True))
    return max(taken, default=1) or 1
