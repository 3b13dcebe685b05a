"""CSV that opens right in Excel: one table under one header row, UTF-8 with BOM, and no cell that runs as a formula.

What a page says around its table has no place in one: documents, register and date are the last columns of
each row; title, question, count and notes are left to the other formats.
"""

from __future__ import annotations

import csv
import io
import re

from ssp_graph.outputs.forms.sheet import Sheet, Value, distinct

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def render(sheet: Sheet, /) -> bytes:
    """Return a sheet as the bytes of a CSV file."""
    about = {"Register": sheet.registers, "As of": sheet.day}
    if sheet.documents is not None:
        about = {"Source documents": sheet.documents} | about
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(spreadsheet_safe(name) for name in distinct((*sheet.headings, *about)))
    writer.writerows([spreadsheet_safe(value) for value in (*row, *about.values())] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def spreadsheet_safe(value: Value) -> Value:
    """Return a text that a spreadsheet shows as text; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
