"""A workbook for Excel: lists to choose from, notes on headings, what exists locked without a password."""

from __future__ import annotations

import datetime
import io
from typing import Any

from ssp_graph.editing.cells import letters
from ssp_graph.outputs.forms.sheet import lines_taken
from ssp_graph.palette import ACCENT, INK, QUIET, RULE, TINT, TYPEFACE
from ssp_graph.workbook.book import COVER, LISTS, ROW, Book, BookColumn, BookSheet
from ssp_graph.workbook.made_from import MADE_FROM

SPARE = 200  # empty rows below, ready to be filled in
_A4 = 9
_ALLOWED = ("insert_rows", "delete_rows", "autofilter", "sort", "format_cells", "format_rows", "format_columns")


def render(book: Book, /) -> bytes:
    """Return a workbook as an Excel file; the same workbook gives the same bytes."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    file = io.BytesIO()
    text = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with Workbook(file, {"in_memory": True, **text}) as written:
        written.set_properties({"title": book.title[:255], "created": datetime.datetime.fromisoformat(book.day)})
        written.formats[0].set_font_name(TYPEFACE)
        formats = _formats(written)
        _cover(written, book, formats)
        ranges = {kinds: _range(place, len(names)) for place, (kinds, names) in enumerate(book.lists.items(), 1)}
        for sheet in book.sheets:
            _fill(written.add_worksheet(sheet.title), sheet, formats, ranges)
        lists, made_from = written.add_worksheet(LISTS), written.add_worksheet(MADE_FROM)
        for place, names in enumerate(book.lists.values()):
            lists.write_column(0, place, names)
        made_from.write_column(0, 0, book.made_from)
        for page in (lists, made_from):
            page.protect()
            page.hide()
    return file.getvalue()


def _range(column: int, many: int) -> str:
    name = letters(column)
    return f"={LISTS}!${name}$1:${name}${max(many, 1)}"


def _formats(written: Any) -> dict[str, Any]:
    look = {"font_name": TYPEFACE, "font_size": 10, "font_color": f"#{INK}", "num_format": "@"}
    cell = look | {"valign": "top", "text_wrap": True, "bottom": 1, "bottom_color": f"#{RULE}", "locked": False}
    quiet = {"font_color": f"#{QUIET}", "locked": True}
    shaded = {"bg_color": f"#{TINT}"}
    return {
        "title": written.add_format(look | {"bold": True, "font_size": 16, "font_color": f"#{ACCENT}"}),
        "line": written.add_format(look | {"text_wrap": True, "valign": "top"}),
        "head": written.add_format(
            look
            | shaded
            | {"bold": True, "font_color": f"#{ACCENT}", "text_wrap": True, "valign": "bottom"}
            | {"bottom": 2, "bottom_color": f"#{ACCENT}", "locked": True}
        ),
        "own": written.add_format(cell | shaded),
        "more": written.add_format(cell),
        "own quiet": written.add_format(cell | shaded | quiet),
        "more quiet": written.add_format(cell | quiet),
    }


def _cover(written: Any, book: Book, formats: dict[str, Any]) -> None:
    page = written.add_worksheet(COVER)
    page.set_column(0, 0, 110)
    page.hide_gridlines(2)
    for row, line in enumerate(book.cover):
        page.write_string(row, 0, line, formats["title" if line in (book.title, COVER) else "line"])
    _for_paper(page)


def _fill(page: Any, sheet: BookSheet, formats: dict[str, Any], ranges: dict[tuple[str, ...], str]) -> None:
    last = len(sheet.rows) + SPARE
    room = [column.width for column in sheet.columns]
    page.set_row(0, 32)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width, formats["more"], {"hidden": column.hidden})
        page.write_string(0, place, column.heading, formats["head"])
        if column.note and not column.hidden:
            high = 20 + 15 * lines_taken([column.note], [48])
            page.write_comment(0, place, column.note, {"x_scale": 2.4, "height": high, "author": ""})
        if listed := _list_of(column, ranges):
            # a new name, or several line by line, is typed over the list without being asked
            told = {"show_error": not column.kinds, "error_type": "warning"}
            page.data_validation(1, place, last, place, {"validate": "list", "source": listed, **told})
    for row, given in enumerate(sheet.rows, 1):
        sort = "own" if given.own else "more"
        texts = [given.cells.get(column.name, "") for column in sheet.columns]
        page.set_row(row, min(13.0 * lines_taken(texts[1:], room[1:]) + 5, 409))
        for place, (column, text) in enumerate(zip(sheet.columns, texts, strict=True)):
            fixed = column.locked or column.name == "id"  # a row that is inserted takes this from the one above
            style = formats[f"{sort} quiet" if fixed else sort]
            if text:
                page.write_string(row, place, text, style)
            else:
                page.write_blank(row, place, None, style)
    names = [column.name for column in sheet.columns]
    page.freeze_panes(1, names.index(ROW) + 2)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    page.protect("", dict.fromkeys(_ALLOWED, True))
    _for_paper(page)
    page.repeat_rows(0)


def _list_of(column: BookColumn, ranges: dict[tuple[str, ...], str]) -> Any:
    if column.kinds:
        return ranges[column.kinds]
    # a list that is written out holds 255 characters
    return list(column.choices) if column.choices and len(",".join(column.choices)) < 255 else None


def _for_paper(page: Any) -> None:
    page.set_paper(_A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_footer("&L&A&RPage &P of &N")
