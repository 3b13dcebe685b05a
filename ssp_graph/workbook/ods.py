"""A workbook as an OpenDocument spreadsheet, laid out as the Excel one is."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from ssp_graph.editing.cells import letters
from ssp_graph.outputs.opendocument.package import packed
from ssp_graph.workbook.book import COVER, LISTS, Book
from ssp_graph.workbook.made_from import MADE_FROM
from ssp_graph.workbook.xlsx import SPARE


def render(book: Book, /) -> bytes:
    """Return a workbook as an OpenDocument file."""
    conditions: dict[str, str] = {}
    for place, (_, names) in enumerate(book.lists.items(), 1):
        at = letters(place)
        conditions[f"List{place}"] = f"of:cell-content-is-in-list([${LISTS}.${at}$1:.${at}${max(len(names), 1)}])"
    known = {kinds: f"List{place}" for place, kinds in enumerate(book.lists, 1)}
    sheets: list[dict[str, Any]] = []
    for sheet in book.sheets:
        columns = []
        for column in sheet.columns:
            chosen = known.get(column.kinds, "") if column.kinds else ""
            if column.choices and not column.kinds:
                words = ";".join(f'"{word}"' for word in column.choices)
                condition = f"of:cell-content-is-in-list({words})"
                chosen = next((name for name, said in conditions.items() if said == condition), "")
                chosen = chosen or f"Words{len(conditions)}"
                conditions[chosen] = condition
            columns.append({name: getattr(column, name) for name in _SHOWN} | {"chosen": chosen})
        last = f"{letters(len(columns))}{max(len(sheet.rows), 1) + 1}"
        sheets.append({"title": sheet.title, "columns": columns, "rows": sheet.rows, "last": last})
    widths = {column["width"] for sheet in sheets for column in sheet["columns"]} | {16, 110}
    return packed(
        "ods",
        book.title,
        book.day,
        template="workbook-content.xml",
        content={
            "book": book,
            "sheets": sheets,
            "widths": sorted(widths),
            "conditions": conditions,
            "lists": list(zip_longest(*book.lists.values(), fillvalue="")),
            "spare": SPARE,
            "cover_name": COVER,
            "lists_name": LISTS,
            "made_from_name": MADE_FROM,
        },
        settings={"frozen": 1, "tabs": {sheet["title"]: _beside(sheet["columns"]) for sheet in sheets}},
    )


_SHOWN = ("name", "heading", "note", "width", "hidden", "locked")


def _beside(columns: list[dict[str, Any]]) -> int:
    """Return how many columns stay in sight: those to the name."""
    return next(place for place, column in enumerate(columns) if column["name"] == "Row") + 2
