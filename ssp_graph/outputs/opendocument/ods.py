"""An OpenDocument sheet, laid out as the Excel workbook is."""

from __future__ import annotations

from ssp_graph.outputs.forms.sheet import Sheet, widths
from ssp_graph.outputs.opendocument.package import packed


def render(sheet: Sheet, /) -> bytes:
    """Return a sheet as an OpenDocument file."""
    top = len(sheet.above) + 1
    last = f"{_letters(len(sheet.headings))}{top + len(sheet.rows)}"
    return packed(
        "ods",
        sheet.title,
        sheet.day,
        content={
            "sheet": sheet,
            "widths": widths(sheet),
            "choices": {column: ";".join(f'"{word}"' for word in words) for column, words in sheet.choices.items()},
            "range": f"'{sheet.tab}'.A{top}:'{sheet.tab}'.{last}",
        },
        settings={"frozen": sheet.frozen, "tabs": {sheet.tab: 0}},
    )


def _letters(column: int) -> str:
    """Return the letters of a column counted from 1: `A`, `Z`, `AA`."""
    before, place = divmod(column - 1, 26)
    return (_letters(before) if before else "") + chr(ord("A") + place)
