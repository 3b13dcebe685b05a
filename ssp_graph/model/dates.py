"""Dates as a plan states them, and the first and last day of each.

`2018`, `2018-03` and `2018-03-31` are a year, a month and a day; `2017/18` and `2018/21` run over financial
years (1 April to 31 March); `2014-17` and `2014-2017` over calendar years. `2025/26 Q2` is a quarter of a financial
year, and `2024-10 to 2025-09` runs from one to the other.
"""

from __future__ import annotations

import calendar
import datetime
import re
from functools import cache

OPEN_START = "0001-01-01"
OPEN_END = "9999-12-31"

_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?", re.ASCII)
_SPAN = re.compile(r"(\d{4})([-/])(\d{2}|\d{4})", re.ASCII)
_QUARTER = re.compile(r"((\d{4})/(\d{2}|\d{4})) Q([1-4])", re.ASCII)
_QUARTERS = (("04", "06"), ("07", "09"), ("10", "12"), ("01", "03"))
_FROM_TO = re.compile(r"(\S+) to (\S+)", re.ASCII)
_ONE = r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?|[-/](\d{2}|\d{4})( Q[1-4])?)?"
SHAPE = rf"^{_ONE}( to {_ONE})?$"
_LONGEST = 50  # years; two digits that would need more, as in 2018-13, are a slip and no span
MEANING = "a year, month, day, financial years (2018/21), a quarter (2018/19 Q2) or calendar years (2014-2017)"


@cache
def days(stated: str) -> tuple[str, str]:
    """Return the first and last day, as `YYYY-MM-DD`, of a date as stated.

    Raises:
        ValueError: the text is none of the forms of this module, or no day of the calendar.
    """
    if match := _PLAIN.fullmatch(stated):
        year, month, day = match.groups()
        try:
            first = datetime.date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            raise ValueError(f"{stated!r} is no day of the calendar") from None
        if day:
            return first.isoformat(), first.isoformat()
        last_month = int(month or 12)
        last_day = calendar.monthrange(first.year, last_month)[1]
        return first.isoformat(), datetime.date(first.year, last_month, last_day).isoformat()
    if match := _SPAN.fullmatch(stated):
        start, mark, end = match.groups()
        last = int(end) if len(end) == 4 else int(start[:2] + end)
        if len(end) == 2 and last < int(start):
            last += 100
        if last <= int(start) or last > datetime.MAXYEAR:
            raise ValueError(f"{stated!r} ends before it starts")
        if last - int(start) > _LONGEST:
            raise ValueError(f"{stated!r} is not {MEANING}")
        if mark == "/":
            return f"{start}-04-01", f"{last:04}-03-31"
        return f"{start}-01-01", f"{last:04}-12-31"
    if match := _QUARTER.fullmatch(stated):
        begun, ended = days(match[1])
        if int(ended[:4]) != int(begun[:4]) + 1:
            raise ValueError(f"{stated!r} is no quarter of one financial year")
        opening, closing = _QUARTERS[int(match[4]) - 1]
        in_year = (ended if match[4] == "4" else begun)[:4]
        return days(f"{in_year}-{opening}")[0], days(f"{in_year}-{closing}")[1]
    if match := _FROM_TO.fullmatch(stated):
        begun, ended = days(match[1])[0], days(match[2])[1]
        if ended < begun:
            raise ValueError(f"{stated!r} ends before it starts")
        return begun, ended
    raise ValueError(f"{stated!r} is not {MEANING}")


def first_day(stated: str | None) -> str:
    """Return the first day of a start as stated; an absent one is open (`0001-01-01`)."""
    return days(stated)[0] if stated else OPEN_START


def last_day(stated: str | None) -> str:
    """Return the last day of an end as stated; an absent one is open (`9999-12-31`)."""
    return days(stated)[1] if stated else OPEN_END


def day_before(day: str) -> str:
    """Return the day before a day (`YYYY-MM-DD`); before the first of all there is none but itself."""
    return day if day == OPEN_START else (datetime.date.fromisoformat(day) - datetime.timedelta(1)).isoformat()


def day_after(day: str) -> str:
    """Return the day after a day (`YYYY-MM-DD`); after the last of all there is none but itself."""
    return day if day == OPEN_END else (datetime.date.fromisoformat(day) + datetime.timedelta(1)).isoformat()


_MONTHS = tuple(calendar.month_name)


def in_words(stated: str) -> str:
    """Return a date as a reader would say it: `2018-03` as "March 2018", `2018-03-31` as "31 March 2018"."""
    if match := _FROM_TO.fullmatch(stated):
        return f"{in_words(match[1])} to {in_words(match[2])}"
    if (match := _PLAIN.fullmatch(stated)) and match[2]:
        year, month, day = match.groups()
        words = f"{_MONTHS[int(month)]} {year}"
        return f"{int(day)} {words}" if day else words
    return stated
