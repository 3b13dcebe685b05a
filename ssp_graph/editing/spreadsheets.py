"""Reading a spreadsheet that comes back filled in, from Excel, OpenDocument or CSV, as if it were meant to do harm.

What office programs do to a sheet on the way is forgiven: numbers that gained a fraction, spaces, empty rows without
end, a comma that became a semicolon, an encoding that is not UTF-8.
"""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from ssp_graph.editing.cells import Cell, Limits, ReadSheet, UnfitError
from ssp_graph.editing.ods_cells import ods_sheets
from ssp_graph.editing.xlsx_cells import xlsx_sheets
from ssp_graph.errors import UsageError, WorkError
from ssp_graph.files import content_of

MAX_BYTES = 5_000_000
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"  # or one with a password


def read_workbook(path: Path) -> list[ReadSheet]:
    """Return the sheets of a file, as they are.

    A CSV gives a sheet for each character that may separate its cells: which one does, its headings tell.

    Raises:
        UsageError: the name ends in none of .xlsx, .ods and .csv.
        WorkError: the file cannot be read, is too large, packed or unpacked, or is no file of this sort.
    """
    kind = path.suffix[1:].lower()
    if kind not in ("xlsx", "ods", "csv"):
        raise UsageError(f"{path}: a filled-in sheet ends in .xlsx, .ods or .csv. Save it as one of these.")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise WorkError(f"{path} is larger than {MAX_BYTES // 1_000_000} MB. Save only what was filled in.")
        data = content_of(path)
    except OSError as error:
        raise WorkError(f"{path} cannot be read: {error.strerror}.") from error
    if data.startswith(_OLD_EXCEL):
        raise WorkError(f"{path} is an Excel file of before 2007, or has a password. Open it and save it as {kind}.")
    try:
        if kind == "csv":
            return list(_csv(data))
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return xlsx_sheets(archive) if kind == "xlsx" else ods_sheets(archive)
    except UnfitError as error:
        raise WorkError(f"{path} {error}.") from None
    except Exception as error:  # damage shows in whatever way it does
        raise WorkError(
            f"{path} cannot be read as {kind}. Open it and save it again as {kind}, without a password."
        ) from error


def _csv(data: bytes) -> Iterator[ReadSheet]:
    text = _decoded(data)
    for separator in ",;\t":
        sheet, limits = ReadSheet("Sheet"), Limits()
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1):
            for column, cell in enumerate(row, 1):
                sheet.put(number, column, Cell(_without_guard(cell).strip()))
            limits.row(number in sheet.rows)
            limits.cell(len(sheet.rows.get(number, ())))
        yield sheet


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")  # what Excel calls plain CSV on Windows


def _without_guard(cell: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from running it as a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip()[:1] in tuple("=+-@＝＋－＠") else cell


def not_as_typed(sheet: ReadSheet, top: int) -> Iterator[tuple[int, str, str]]:
    """Yield what from the row `top` on cannot be taken at its word: its row, its address, and what it is."""
    for row, cells in sheet.rows.items():
        for column, cell in cells.items() if row >= top else ():
            where = sheet.address(row, column)
            if cell.kind == "formula":
                yield row, where, "this is a formula. Put its value in its place (Paste Special, Values)"
            elif cell.kind == "error":
                yield row, where, f"the spreadsheet shows an error here ({cell.text}). Type what is meant"
    for area in sheet.merged:
        first, _, last = area.partition(":")
        row = int("".join(filter(str.isdigit, last or first)))
        if row >= top:
            what = "these cells are merged, so what is below the first is lost. Unmerge them"
            yield row, f"{sheet.name}!{area}", what
