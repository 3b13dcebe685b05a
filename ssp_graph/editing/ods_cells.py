"""The sheets of an OpenDocument spreadsheet, read by events."""

from __future__ import annotations

import zipfile

from ssp_graph.editing.cells import MAX_COLUMNS, Cell, Limits, ReadSheet, UnfitError, letters, opened, parsed
from ssp_graph.editing.cells import plain_number as plain

_LINKS = ("cell-range-source", "dde-link", "table-source")


def ods_sheets(archive: zipfile.ZipFile) -> list[ReadSheet]:
    """Return the sheets of a spreadsheet in their order, hidden ones too.

    Raises:
        UnfitError: it is too large, or holds macros or links to other files.
    """
    opened(archive, ("content.xml",))
    if any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in archive.namelist()):
        raise UnfitError("holds macros. Save it without them")
    reader = _Reader()
    parsed(archive, "content.xml", reader.start, reader.end, reader.text)
    return reader.sheets


class _Reader:
    """Reads all sheets; a row or a cell may stand for many."""

    def __init__(self) -> None:
        self.sheets: list[ReadSheet] = []
        self.limits = Limits()
        self.row = self.column = 0
        self.given: dict[str, str] = {}
        self.rows: dict[str, str] = {}
        self.cells: dict[int, Cell] = {}
        self.merged: list[tuple[int, int, int]] = []
        self.said: list[str] = []
        self.paragraphs = self.notes = self.deep = 0
        self.in_text = False

    def start(self, name: str, given: dict[str, str]) -> None:
        if name in _LINKS:
            raise UnfitError("has links to other files. Break them (Edit, Links to External Files), and save it again")
        match name:
            case "table":
                self.deep += 1
                if self.deep == 1:
                    self.sheets.append(ReadSheet(given["table:name"]))
                    self.row = 1
            case "table-row" if self.deep == 1:
                self.rows, self.cells, self.merged, self.column = given, {}, [], 1
            case "table-cell" | "covered-table-cell" if self.deep == 1:
                self.given, self.said, self.paragraphs = given, [], 0
            case "annotation":
                self.notes += 1
            case "p" if not self.notes:
                if self.paragraphs:
                    self.said.append("\n")
                self.paragraphs += 1
                self.in_text = True
            case "s" if self.in_text:
                self.said.append(" " * min(int(given.get("text:c", "1")), 1000))
            case "line-break" if self.in_text:
                self.said.append("\n")

    def text(self, data: str) -> None:
        if self.in_text and not self.notes:
            self.said.append(data)

    def end(self, name: str) -> None:
        match name:
            case "table":
                self.deep -= 1
            case "annotation":
                self.notes -= 1
            case "p":
                self.in_text = False
            case "table-cell" | "covered-table-cell" if self.deep == 1:
                self.end_cell()
            case "table-row" if self.deep == 1:
                self.end_row()

    def end_cell(self) -> None:
        repeated = int(self.given.get("table:number-columns-repeated", "1"))
        cell = self.cell()
        if cell.text or cell.kind == "formula":
            many = min(repeated, MAX_COLUMNS)
            self.limits.cell(many)
            self.cells |= dict.fromkeys(range(self.column, min(self.column + many, MAX_COLUMNS + 1)), cell)
        wide, high = (int(self.given.get(f"table:number-{way}-spanned", "1")) for way in ("columns", "rows"))
        if wide > 1 or high > 1:
            self.merged.append((self.column, wide, high))
        self.column += repeated

    def cell(self) -> Cell:
        text = "".join(self.said)
        if self.given.get("table:formula"):
            return Cell(text, "formula")
        match self.given.get("office:value-type"):
            case "float" | "currency" | "percentage":
                return Cell(plain(float(self.given["office:value"])), "number")
            case "date":
                day = self.given["office:date-value"][:10]
                # a month that is shown as such was typed as one
                return Cell(day if day[8:].lstrip("0") in text else day[:7], "date")
            case "boolean":
                return Cell(self.given["office:boolean-value"], "truth")
        return Cell(text)

    def end_row(self) -> None:
        sheet, repeated = self.sheets[-1], int(self.rows.get("table:number-rows-repeated", "1"))
        for column, wide, high in self.merged:
            area = f"{letters(column)}{self.row}:{letters(column + wide - 1)}{self.row + high - 1}"
            sheet.merged.append(area)
        if self.cells:
            self.limits.row(repeated)
            self.limits.cell(len(self.cells) * (repeated - 1))
            for row in range(self.row, self.row + repeated):
                sheet.rows[row] = self.cells
                if self.rows.get("table:visibility") in ("collapse", "filter"):
                    sheet.hidden.append(row)
        self.row += repeated
