"""How wide text is and how wide a table's columns should be, in characters."""

from __future__ import annotations

import re
from math import ceil, sqrt

from ssp_graph.outputs.forms.a4 import UPRIGHT, WIDE
from ssp_graph.outputs.forms.manuscript import Grid

_SINGLE = re.compile("[ -~\xa0-\u02ff\u2010-\u2027\u2030-\u205e€]*")
# a word that a command wants as it is may not be broken in a terminal; paper breaks it at its hyphens
_LONGEST_WORD = 36
_LONGEST_ON_PAPER = 18
# the least widths of columns of long texts and of others; on paper narrower ones are tried before none fits
_LEAST = (20, 10)
_NARROW = (_LEAST, (16, 8), (12, 6))
# characters of 10-point type to a millimetre
_DENSITY = 0.52
_PADDING = 3


def width(text: str) -> int:
    """Return the terminal cells that a text takes."""
    if _SINGLE.fullmatch(text):
        return len(text)
    import wcwidth  # only here: text beyond the Latin letters is rare and the import costs

    return wcwidth.width(text)


def natural(grid: Grid) -> list[int]:
    """Return the width at which each column wraps nothing."""
    return [max(width(text) for text in column) for column in _columns(grid)]


def fitted(grid: Grid, room: int, longest: int = _LONGEST_WORD, least: tuple[int, int] = _LEAST) -> list[int] | None:
    """Return column widths that add up to `room` at most and break no word up to the longest, or None."""
    wants = natural(grid)
    if sum(wants) <= room:
        return wants
    # a heading is read once, a column line by line: headings may take three lines
    wants = [
        max(max((width(text) for text in texts), default=0), _longest((heading,)), ceil(width(heading) / 3))
        for heading, *texts in _columns(grid)
    ]
    widths = [_least(column, want, longest, least) for column, want in zip(_columns(grid), wants, strict=True)]
    spare = room - sum(widths)
    if spare < 0:
        return None
    while spare:
        # wide columns get more, but not in proportion: one long text must not starve the others
        needs = [sqrt(want - given) for want, given in zip(wants, widths, strict=True)]
        total = sum(needs)
        if not total:
            break
        unit = max(1.0, spare / total)
        for place in sorted(range(len(widths)), key=lambda place: -needs[place]):
            step = min(spare, wants[place] - widths[place], round(needs[place] * unit))
            widths[place] += step
            spare -= step
    return widths


def needs_landscape(grid: Grid) -> bool:
    """Return whether a table is readable only on a page turned to its wide side."""
    room = _characters(grid, UPRIGHT.across)
    return len(grid.headings) > 6 or fitted(grid, room, _LONGEST_ON_PAPER) is None


def fits_a_page(grid: Grid) -> bool:
    """Return whether a table stands on a page that is turned to its wide side with no word broken."""
    room = _characters(grid, WIDE.across)
    return fitted(grid, room, _LONGEST_ON_PAPER, _NARROW[-1]) is not None


def shares(grid: Grid, across: float) -> list[float]:
    """Return each column's share of the width of a page (millimetres between its margins); together they make 1."""
    room = _characters(grid, across)
    tried = (fitted(grid, room, _LONGEST_ON_PAPER, least) for least in _NARROW)
    widths = next((found for found in tried if found), None) or [
        _least(column, _LONGEST_ON_PAPER, _LONGEST_ON_PAPER, _NARROW[-1]) for column in _columns(grid)
    ]
    total = sum(widths) + _PADDING * len(widths)
    return [(width + _PADDING) / total for width in widths]


def _characters(grid: Grid, across: float) -> int:
    return int(across * _DENSITY) - _PADDING * len(grid.headings)


def _columns(grid: Grid) -> list[tuple[str, ...]]:
    return list(zip(grid.headings, *(grid.sized_by or grid.rows), strict=True))


def _least(column: tuple[str, ...], want: int, longest: int, least: tuple[int, int]) -> int:
    return min(want, max(min(_longest(column), longest), least[0] if want > 60 else least[1]))


def _longest(texts: tuple[str, ...]) -> int:
    """Return the width of the longest word."""
    return max((width(word) for text in texts for word in text.split()), default=0)
