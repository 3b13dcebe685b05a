"""An Excel workbook: one named table on one sheet and its notes above, as guidance on accessible spreadsheets asks."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any

from ssp_graph.outputs.forms.sheet import Sheet, Value, distinct, lines_taken, widths
from ssp_graph.palette import ACCENT, INK, QUIET, RULE, TINT, TYPEFACE

_LONGEST_CELL = 32_767
_LONGEST_PROPERTY = 255
# 255 less room to tell one from another
_LONGEST_HEADING = 245
_CUT = "… (cut: a cell holds no more; the whole text is in the json format)"
_A4 = 9


def render(sheet: Sheet, /) -> bytes:
    """Return a sheet as a workbook; the same sheet gives the same bytes."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    file = io.BytesIO()
    # facts are text, whatever they look like
    text = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with Workbook(file, {"in_memory": True, **text}) as book:
        book.set_properties(
            {
                "title": sheet.title[:_LONGEST_PROPERTY],
                "subject": sheet.registers[:_LONGEST_PROPERTY],
                "created": datetime.datetime.fromisoformat(sheet.day),
            }
        )
        book.formats[0].set_font_name(TYPEFACE)
        _fill(book, book.add_worksheet(sheet.tab), sheet)
    return file.getvalue()


def _fill(book: Any, page: Any, sheet: Sheet) -> None:
    look = {"font_name": TYPEFACE, "font_size": 10, "font_color": f"#{INK}"}
    title = book.add_format(look | {"bold": True, "font_size": 16, "font_color": f"#{ACCENT}"})
    above = book.add_format(look | {"font_color": f"#{QUIET}"})
    page.set_row(0, 26)
    for row, line in enumerate(sheet.above):
        page.write_string(row, 0, _fits(line), above if row else title)
    _add_table(book, page, sheet, look)
    if sheet.frozen:
        page.freeze_panes(sheet.frozen, 0)
    page.repeat_rows(len(sheet.above))
    page.set_paper(_A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_footer("&L&A&RPage &P of &N")
    page.hide_gridlines(2)


def _add_table(book: Any, page: Any, sheet: Sheet, look: dict[str, Any]) -> None:
    marks = {"bold": True, "font_color": f"#{ACCENT}", "bg_color": f"#{TINT}"}
    head = book.add_format(look | marks | {"text_wrap": True, "bottom": 2, "bottom_color": f"#{ACCENT}"})
    line = look | {"valign": "top", "bottom": 1, "bottom_color": f"#{RULE}"}
    text = book.add_format(line | {"text_wrap": True})
    number = book.add_format(line | {"align": "right", "indent": 1})
    top, room = len(sheet.above), widths(sheet)
    headings = distinct(tuple(_fits(heading, _LONGEST_HEADING) for heading in sheet.headings))
    # not every spreadsheet finds the height of wrapped rows by itself
    page.set_row(top, _height(headings, room))
    for column, (heading, width) in enumerate(zip(headings, room, strict=True)):
        page.set_column(column, column, width)
        page.write_string(top, column, heading, head)
    for row, values in enumerate(sheet.rows, top + 1):
        page.set_row(row, _height(values, room))
        for column, value in enumerate(values):
            _write(page, row, column, value, text, number)
    if not sheet.rows:
        # a named table needs a row: an empty answer keeps its header alone
        return
    last = top + len(sheet.rows)
    named = {
        "name": "Answer",
        "style": None,
        "title": sheet.title[:_LONGEST_PROPERTY],
        "description": " ".join(sheet.lines[:1])[:_LONGEST_PROPERTY],
        "columns": [{"header": heading, "header_format": head} for heading in headings],
    }
    page.add_table(top, 0, last, len(headings) - 1, named)
    for column, choices in sheet.choices.items():
        page.data_validation(top + 1, column, last, column, {"validate": "list", "source": list(choices)})
    page.ignore_errors({"number_stored_as_text": f"A{top + 2}:XFD{last + 1}"})


def _write(page: Any, row: int, column: int, value: Value, text: Any, number: Any) -> None:
    if isinstance(value, str):
        if value:
            page.write_string(row, column, _fits(value), text)
        else:
            page.write_blank(row, column, None, text)
    else:
        page.write_number(row, column, value, number)


def _height(texts: Sequence[Value], room: Sequence[int]) -> float:
    """Return a row's height in points."""
    return min(13.0 * lines_taken(texts, room) + 5, 409)


def _fits(text: str, room: int = _LONGEST_CELL) -> str:
    return text if len(text) <= room else text[: room - len(_CUT)] + _CUT
