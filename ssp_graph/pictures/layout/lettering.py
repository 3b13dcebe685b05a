"""How wide letters are and where lines of text break, the same on every machine whatever fonts it has.

The widths are those of Arial, which its common stand-ins (Liberation Sans, Helvetica, Arimo) share.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

FONT = "Arial"
STACK = "Arial, 'Liberation Sans', Helvetica, sans-serif"
LEADING = 1.25  # from line to line, in type sizes

# Thousandths of the type size, from the space to the tilde.
_PLAIN = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 "
    "584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 "
    "278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 "
    "584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 "
    "333 611 556 778 556 556 500 389 280 389 584"
)
_stretch: ContextVar[float] = ContextVar("stretch", default=1.0)

_OTHER = 600  # an unknown letter
_WIDE = 1000  # East Asian letters and pictures


@cache
def _widths(bold: bool) -> dict[str, int]:
    return {chr(code): int(width) for code, width in enumerate((_BOLD if bold else _PLAIN).split(), 32)}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text in points at a type size in points."""
    return sum(map(_bold if bold else _plain, text)) * size * _stretch.get() / 1000


@contextmanager
def stretched(factor: float) -> Iterator[None]:
    """Take letters to be wider than Arial's for a while: for a picture that is painted with another font."""
    before = _stretch.set(factor)
    try:
        yield
    finally:
        _stretch.reset(before)


@cache
def _plain(letter: str) -> int:
    return _letter(letter, bold=False)


@cache
def _bold(letter: str) -> int:
    return _letter(letter, bold=True)


def _letter(letter: str, *, bold: bool) -> int:
    known = _widths(bold)
    if letter in known:
        return known[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    if unicodedata.combining(letter) or letter == "\xad":
        return 0
    if unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF:
        return _WIDE
    return known.get(base, _OTHER)


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Return the lines of a text, none wider than the room; only a word longer than a line is broken.

    A soft hyphen is where a long word may break.
    """
    lines: list[str] = []
    current = ""
    for word in text.split():
        for piece in _pieces(word, room, size, bold=bold):
            joined = f"{current} {piece}" if current and piece[0] != "\0" else f"{current}{piece.lstrip(chr(0))}"
            if not current or width(joined, size, bold=bold) <= room:
                current = joined.lstrip("\0")
            else:
                lines.append(current)
                current = piece.lstrip("\0")
    return [*lines, current] if current or not lines else lines


def _pieces(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    """Return a word whole, or cut where it must be; a cut piece begins with a null."""
    whole = word.replace("\xad", "")
    if width(whole, size, bold=bold) <= room:
        return [whole]
    if "\xad" in word:
        first, *rest = word.split("\xad")
        return [f"{first}-", *(piece if n == len(rest) else f"{piece}-" for n, piece in enumerate(rest, 1))]
    for mark in ("/", "-"):
        head, found, tail = word.partition(mark)
        if found and head and tail and width(head + mark, size, bold=bold) <= room:
            return [head + mark, *(f"\0{piece.lstrip(chr(0))}" for piece in _pieces(tail, room, size, bold=bold))]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, bold=bold) > room:
            pieces.append("\0")
        pieces[-1] += letter
    return pieces
