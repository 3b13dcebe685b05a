"""An OpenDocument sheet, laid out as the Excel workbook is."""

from __future__ import annotations

from ssp_graph.outputs.forms import as_sheet
from ssp_graph.outputs.forms.sheet import widths
from ssp_graph.outputs.opendocument.package import packed
from ssp_graph.results import Result


def render(result: Result, /) -> bytes:
    """Return a result as an OpenDocument sheet."""
    sheet = as_sheet(result)
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
        settings={"tab": sheet.tab, "frozen": sheet.frozen},
    )


def _letters(column: int) -> str:
    """Return the letters of a column counted from 1: `A`, `Z`, `AA`."""
    before, place = divmod(column - 1, 26)
    return (_letters(before) if before else "") + chr(ord("A") + place)
