"""CSV that opens right in Excel: one table under one header row, UTF-8 with BOM, and no cell that runs as a formula.

What a page says around its table has no place in one: documents, register and date are the last columns of
each row; title, question, count and notes are left to the other formats.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import Any

from ssp_graph.outputs.forms.sheet import Sheet, distinct

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def render(sheet: Sheet, /) -> bytes:
    """Return a sheet as the bytes of a CSV file."""
    about = {"Register": sheet.registers, "As of": sheet.day}
    if sheet.documents is not None:
        about = {"Source documents": sheet.documents} | about
    return lines(distinct((*sheet.headings, *about)), ((*row, *about.values()) for row in sheet.rows))


def lines(headings: Iterable[str], rows: Iterable[Iterable[Any]]) -> bytes:
    """Return a header row and rows as a CSV file; a text is shown as text, whatever it looks like."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_safe(value) for value in row] for row in (headings, *rows))
    return text.getvalue().encode("utf-8-sig")


def _safe(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
