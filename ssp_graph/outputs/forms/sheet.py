"""A sheet to compute with: one table under one header row, and the lines that belong above it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat

from ssp_graph.model.dates import in_words

Value = str | int | float

_WIDEST = 48
_MOST_FROZEN = 13
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
    def above(self) -> tuple[str, ...]:
        """What stands above the table, title first; of an empty one that it is empty."""
        empty = () if self.rows else (self.empty,)
        return (self.title, f"Register: {self.registers}", f"As of: {in_words(self.day)}", *self.lines, *empty)

    @property
    def frozen(self) -> int:
        """How many rows stay in sight: all to the header, unless they would fill the screen."""
        rows = len(self.above) + 1
        return rows if rows <= _MOST_FROZEN else 0


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


def widths(sheet: Sheet) -> tuple[int, ...]:
    """Return how wide each column should be, in characters: headings wrap between words, beside a filter's button."""
    columns = zip(*sheet.rows, strict=True) if sheet.rows else repeat(())
    found = enumerate(map(_width, sheet.headings, columns))
    return tuple(max(width, sheet.rooms.get(place, 0)) for place, width in found)


def _width(heading: str, values: Iterable[Value]) -> int:
    word = max(map(len, heading.split()), default=0)
    wanted = max(word + 4, min(len(heading) + 4, 16), *(len(str(value)) + 2 for value in values), 9)
    return min(wanted, _WIDEST)


def lines_taken(texts: Sequence[Value], room: Sequence[int]) -> int:
    """Return how many lines a row takes in columns of these widths."""
    # widths count digits, and most letters are narrower
    taken = (len(textwrap.wrap(str(text), given * 9 // 8)) for text, given in zip(texts, room, strict=True))
    return max(taken, default=1) or 1
