"""An Excel workbook: a cover with the notes, then one named table to a sheet, as guidance on accessible sheets asks."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any

from ssp_graph.outputs.forms.sheet import (
    COVER,
    Line,
    Sheet,
    Value,
    cover,
    distinct,
    is_wider_than_a4,
    lines_taken,
    names,
    tabs,
    widths,
)
from ssp_graph.palette import ACCENT, INK, QUIET, RULE, TINT, TYPEFACE

_LONGEST_CELL = 32_767
_LONGEST_PROPERTY = 255
# 255 less room to tell one from another
_LONGEST_HEADING = 245
_CUT = "… (cut: a cell holds no more; the whole text is in the json format)"
_A4, _A3 = 9, 8


def render(*sheets: Sheet, title: str = "") -> bytes:
    """Return sheets as one workbook under a title, that of the first unless another is given.

    The same sheets give the same bytes.
    """
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    file = io.BytesIO()
    # facts are text, whatever they look like
    text = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with Workbook(file, {"in_memory": True, **text}) as book:
        book.set_properties(
            {
                "title": (title or sheets[0].title)[:_LONGEST_PROPERTY],
                "subject": sheets[0].registers[:_LONGEST_PROPERTY],
                "created": datetime.datetime.fromisoformat(sheets[0].day),
            }
        )
        book.formats[0].set_font_name(TYPEFACE)
        if not sheets[0].filled_in:
            _add_cover(book, cover(title or sheets[0].title, sheets))
        for sheet, tab, name in zip(sheets, tabs(sheets), names(sheets), strict=True):
            _fill(book, book.add_worksheet(tab), sheet, name)
    return file.getvalue()


def _add_cover(book: Any, lines: Sequence[Line]) -> None:
    page = book.add_worksheet(COVER)
    look = {"font_name": TYPEFACE, "font_size": 11, "font_color": f"#{INK}", "text_wrap": True, "valign": "top"}
    plain, title = book.add_format(look), book.add_format(look | {"bold": True, "font_size": 16})
    link = book.add_format(look | {"bold": True, "underline": 1, "font_color": f"#{ACCENT}"})
    page.set_column(0, 0, 100)
    for row, line in enumerate(lines):
        page.set_row(row, (16.0 if row else 24.0) * lines_taken((line.text,), (90 if row else 60,)) + 6)
        if line.tab:
            page.write_url(row, 0, f"internal:'{line.tab}'!A1", link, _fits(line.text, 250))
        else:
            page.write_string(row, 0, _fits(line.text), plain if row else title)
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.hide_gridlines(2)


def _fill(book: Any, page: Any, sheet: Sheet, name: str) -> None:
    look = {"font_name": TYPEFACE, "font_size": 10, "font_color": f"#{INK}"}
    title = book.add_format(look | {"bold": True, "font_size": 16, "font_color": f"#{ACCENT}"})
    above = book.add_format(look | {"font_color": f"#{QUIET}"})
    page.set_row(0, 26)
    for row, line in enumerate(sheet.above):
        page.write_string(row, 0, _fits(line), above if row else title)
    _add_table(book, page, sheet, look, name)
    if sheet.frozen:
        page.freeze_panes(sheet.frozen, 0)
    page.repeat_rows(len(sheet.above))
    page.set_paper(_A3 if is_wider_than_a4(sheet) else _A4)
    page.set_margins(left=0.5, right=0.5)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_footer("&L&A&RPage &P of &N")
    page.hide_gridlines(2)


def _add_table(book: Any, page: Any, sheet: Sheet, look: dict[str, Any], name: str) -> None:
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
        "name": name,
        "autofilter": False,
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
