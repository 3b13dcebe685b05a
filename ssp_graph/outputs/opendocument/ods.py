"""An OpenDocument sheet, laid out as the Excel workbook is."""

from __future__ import annotations

from ssp_graph.outputs.forms.sheet import COVER, Sheet, cover, names, tabs, widths
from ssp_graph.outputs.opendocument.package import packed


def render(*sheets: Sheet, title: str = "") -> bytes:
    """Return sheets as one OpenDocument file under a title, that of the first unless another is given."""
    first, title = sheets[0], title or sheets[0].title
    pages = list(zip(sheets, tabs(sheets), names(sheets), strict=True))
    return packed(
        "ods",
        title,
        first.day,
        content={
            "cover": [] if first.filled_in else cover(title, sheets),
            "cover_tab": COVER,
            "pages": pages,
            "widths": widths,
            "choices": {column: ";".join(f'"{word}"' for word in words) for column, words in first.choices.items()},
            "range_of": _range,
        },
        settings={"frozen": first.frozen, "tabs": {first.tab: 0}},
    )


def _range(sheet: Sheet, tab: str) -> str:
    top = len(sheet.above) + 1
    return f"'{tab}'.A{top}:'{tab}'.{_letters(len(sheet.headings))}{top + len(sheet.rows)}"


def _letters(column: int) -> str:
    """Return the letters of a column counted from 1: `A`, `Z`, `AA`."""
    before, place = divmod(column - 1, 26)
    return (_letters(before) if before else "") + chr(ord("A") + place)
