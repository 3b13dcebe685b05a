"""How wide letters are and where lines of text break, the same on every machine whatever fonts it has.

The widths are those of Arial, which its common stand-ins (Liberation Sans, Helvetica, Arimo) share.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

FONT = "Arial"
STACK = "Arial, 'Liberation Sans', Helvetica, sans-serif"
LEADING = 1.17  # from line to line, in type sizes


class _Widths(dict[str, int]):
    """The widths of letters in thousandths of the type size: known from the space to the tilde, else worked out."""

    def __init__(self, known: str) -> None:
        """Take the widths that are known."""
        super().__init__({chr(code): int(width) for code, width in enumerate(known.split(), 32)})

    def __missing__(self, letter: str) -> int:
        """Work out another letter's width from its base, and keep it."""
        base = unicodedata.normalize("NFD", letter)[0]
        if unicodedata.combining(letter) or letter == "\xad":
            found = 0
        elif unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF:
            found = 1000  # East Asian letters and pictures
        else:
            found = self.get(base, 600)
        return self.setdefault(letter, found)


_PLAIN = _Widths(
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 "
    "584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 "
    "278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = _Widths(
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 "
    "584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 "
    "333 611 556 778 556 556 500 389 280 389 584"
)
_stretch: ContextVar[float] = ContextVar("stretch", default=1.0)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text in points at a type size in points."""
    return sum(map((_BOLD if bold else _PLAIN).__getitem__, text)) * size * _stretch.get() / 1000


@contextmanager
def stretched(factor: float) -> Iterator[None]:
    """Take letters to be wider than Arial's for a while: for a picture that is painted with another font."""
    before = _stretch.set(factor)
    try:
        yield
    finally:
        _stretch.reset(before)


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Return the lines of a text, none wider than the room; only a word longer than a line is broken.

    A soft hyphen is where a long word may break.
    """

    def fits(text: str) -> bool:
        return width(text, size, bold=bold) <= room

    lines: list[str] = []
    current = ""
    for word in text.split():
        for piece in _pieces(word, fits):
            joined = f"{current} {piece}" if current and piece[0] != "\0" else f"{current}{piece.lstrip(chr(0))}"
            if not current or fits(joined):
                current = joined.lstrip("\0")
            else:
                lines.append(current)
                current = piece.lstrip("\0")
    return [*lines, current] if current or not lines else lines


def _pieces(word: str, fits: Callable[[str], bool]) -> list[str]:
    """Return a word whole, or cut where it must be; a cut piece begins with a null."""
    whole = word.replace("\xad", "")
    if fits(whole):
        return [whole]
    if "\xad" in word:
        first, *rest = word.split("\xad")
        return [f"{first}-", *(piece if n == len(rest) else f"{piece}-" for n, piece in enumerate(rest, 1))]
    for mark in ("/", "-"):
        head, found, tail = word.partition(mark)
        if found and head and tail and fits(head + mark):
            return [head + mark, *(f"\0{piece.lstrip(chr(0))}" for piece in _pieces(tail, fits))]
    pieces = [""]
    for letter in word:
        if pieces[-1] and not fits(pieces[-1] + letter):
            pieces.append("\0")
        pieces[-1] += letter
    return pieces
