"""What a cell means, as the register writes it: dates that a program or a country turned, dashes, quotation marks."""

from __future__ import annotations

import calendar
import re
import unicodedata
from typing import Any

from ssp_graph.drafting.names import Names
from ssp_graph.drafting.rows import Column
from ssp_graph.editing.cells import Cell, day_of
from ssp_graph.errors import UsageError
from ssp_graph.model.dates import MEANING, days, in_words
from ssp_graph.model.facts import MOST_WORDS, NEXT_MEETING, is_reference
from ssp_graph.suggesting import did_you_mean

_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_SAID = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([A-Za-z]{3,9})\.? (\d{4})")
_MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name}
_FIRST_SERIAL = 10_000  # no plan has a year like it: a day that a program keeps as a number
_YES = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}
_PAGE = re.compile(r"(?:p\.?|pp\.?|page)?\s*(\d+)", re.IGNORECASE)


def alike(text: str) -> str:
    """Return a text without what office programs change on their own: kinds of spaces, quotation marks and dashes."""
    plain = unicodedata.normalize("NFC", text).translate(_TYPED)
    return "\n".join(line for part in plain.split("\n") if (line := " ".join(part.split())))


_TYPED = str.maketrans({"\u00a0": " ", "\u202f": " ", "\r": " ", "\t": " ", "\u200b": None, "\ufeff": None} | {
    **dict.fromkeys("‘’‚‛", "'"), **dict.fromkeys("“”„‟", '"'), **dict.fromkeys("‐‑‒–", "-"),
})  # fmt: skip


def value_of(column: Column, cell: Cell, names: Names) -> Any:
    """Return the value of a cell under a column; of several, a list.

    Raises:
        UsageError: the cell holds no such thing, with what to do.
    """
    if not column.lines:
        return _one(column, cell, names)
    lines = [line.strip() for line in cell.text.split("\n")]
    return [_one(column, Cell(line, cell.kind), names) for line in lines if line]


def _one(column: Column, cell: Cell, names: Names) -> Any:
    text = " ".join(cell.text.replace("\u00a0", " ").replace("\u200b", "").split())
    holds = column.field.holds
    if holds == "items":
        from ssp_graph.drafting.fields import fields_of

        inner = fields_of(column.field.model)[column.field.plainly]
        return _one(column._replace(field=inner), cell, names)
    if cell.kind == "date" and holds not in ("date", "due"):
        raise UsageError(
            f"the program took what was typed for the date {in_words(text)}. Type it anew, after an apostrophe"
        )
    match holds:
        case "date" | "due":
            return date(text, cell.kind, due=holds == "due")
        case "truth":
            if (said := _YES.get(text.casefold())) is None:
                raise UsageError(f"'{text}' is neither yes nor no. Write one of them")
            return said
        case "number":
            if not (number := _PAGE.fullmatch(text)):
                raise UsageError(f"'{text}' is no whole number. Write one, such as 9")
            return int(number[1])
        case "choice":
            plain = alike(text).casefold()
            if found := next((word for word in column.field.choices if word.casefold() == plain), None):
                return found
            raise UsageError(
                f"'{text}' cannot be chosen here. "
                + did_you_mean(text, column.field.choices, f"Write {', '.join(column.field.choices)}").rstrip(".")
            )
        case "reference":
            return names.meant(text, column.kinds)
        case "slug" if column.kinds:
            return names.meant(text, column.kinds).rpartition("/")[2]
        case "slug":
            return alike(text)
    if column.field.key == "anchor" and len(text.split()) > MOST_WORDS:
        raise UsageError(f"these are {len(text.split())} words. Give the two to six at that place, to find it again by")
    return alike(text) if is_reference(alike(text)) else text


def date(text: str, kind: str = "text", *, due: bool = False) -> str | int:
    """Return a date as registers state it, from how people and programs write it; a year is a number.

    Raises:
        UsageError: it is none, or one of two days, as 03/04/2021 is on either side of an ocean.
    """
    plain = alike(text).replace(" - ", "-")
    if due and plain.casefold() == NEXT_MEETING:
        return NEXT_MEETING
    if kind == "number" and plain.isdigit() and int(plain) >= _FIRST_SERIAL:
        meant = day_of(int(plain))
        raise UsageError(
            f"the program made a number of a day: {plain}, which is {in_words(meant)}. If so, write {meant}"
        )
    if found := _SLASHED.fullmatch(plain):
        plain = _from_slashes(int(found[1]), int(found[2]), int(found[3]), text)
    elif (found := _SAID.fullmatch(plain)) and (month := _MONTHS.get(found[2][:3].lower())):
        plain = f"{found[3]}-{month:02}" + (f"-{int(found[1]):02}" if found[1] else "")
    try:
        days(plain)
    except ValueError:
        raise UsageError(f"'{text}' is not {MEANING}. Write it as 2021-03-31, 2021-03, 2021 or 2021/24") from None
    return int(plain) if plain.isdigit() else plain


def _from_slashes(first: int, second: int, year: int, text: str) -> str:
    if first > 12 or first == second:
        return f"{year}-{second:02}-{first:02}"
    if second > 12:
        return f"{year}-{first:02}-{second:02}"
    one, other = f"{year}-{second:02}-{first:02}", f"{year}-{first:02}-{second:02}"
    raise UsageError(f"'{text}' may be {in_words(one)} or {in_words(other)}. Write {one} or {other}")
