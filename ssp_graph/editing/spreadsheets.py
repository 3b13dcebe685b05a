"""Reading a spreadsheet that comes back filled in: every cell as text, from Excel, OpenDocument or CSV.

What office programs do to a sheet on the way is forgiven: numbers that gained a fraction, spaces, empty rows without
end, a comma that became a semicolon, an encoding that is not UTF-8.
"""

import codecs
import csv
import datetime
import io
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ssp_graph.errors import UsageError, WorkError
from ssp_graph.files import content_of

MAX_BYTES = 5_000_000
MAX_ROWS = 20_000  # filled ones
MAX_COLUMNS = 200

FilledIn = dict[int, list[str]]  # the cells of each row that holds anything, by its number on screen
Rows = Iterator[tuple[int, Iterable[Any]]]


def read_sheets(path: Path) -> list[FilledIn]:
    """Return the sheets of a file.

    A CSV gives a sheet for each character that may separate its cells: which one does, its headings tell.

    Raises:
        UsageError: the name ends in none of .xlsx, .ods and .csv.
        WorkError: the file cannot be read, is larger than 5 MB, or is no file of this sort.
    """
    readers = {".xlsx": _xlsx, ".ods": _ods, ".csv": _csv}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise UsageError(f"{path}: a filled-in sheet ends in .xlsx, .ods or .csv. Save it as one of these.")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise WorkError(
                f"{path} is larger than {MAX_BYTES // 1_000_000} MB. Save only the sheet that was filled in."
            )
        data = content_of(path)
    except OSError as error:
        raise WorkError(f"{path} cannot be read: {error.strerror}.") from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # libraries tell of parts that they do not read, such as drop-down lists
            return [_filled(rows, path) for rows in reader(data)]
    except WorkError:
        raise
    except Exception as error:  # the libraries raise whatever the damage in a file leads them to
        kind = path.suffix[1:].lower()
        raise WorkError(
            f"{path} cannot be read as {kind}. Open it and save it again as {kind}, without a password."
        ) from error


def _filled(rows: Rows, path: Path) -> FilledIn:
    found: FilledIn = {}
    for number, row in rows:
        cells = [_text(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            found[number] = cells
        if len(found) > MAX_ROWS:
            raise WorkError(f"{path} has more than {MAX_ROWS:,} rows. Save only the sheet that was filled in.")
    return found


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value)
        case float() if value.is_integer():
            return str(int(value))
        case datetime.datetime():
            return value.date().isoformat()
        case _:
            return " ".join(str(value).split())


def _xlsx(data: bytes) -> Iterator[Rows]:
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # it has no types

    for page in load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets:
        yield enumerate(page.iter_rows(max_col=MAX_COLUMNS, values_only=True), 1)


def _ods(data: bytes) -> Iterator[Rows]:
    from odfdo import Document

    for table in Document(io.BytesIO(data)).body.get_elements("//table:table"):
        yield _ods_rows(table)


def _ods_rows(table: Any) -> Rows:
    number = 1
    for row in table.get_elements("descendant::table:table-row"):
        cells: list[Any] = []
        for cell in row.get_elements("table:table-cell | table:covered-table-cell"):
            repeated = int(cell.get_attribute("table:number-columns-repeated") or 1)
            cells += [_ods_value(cell)] * min(repeated, MAX_COLUMNS)
        repeated = int(row.get_attribute("table:number-rows-repeated") or 1)
        # a sheet's last row stands for all that are empty, a million of them
        for place in range(repeated if any(cells) else 0):
            yield number + place, cells
        number += repeated


def _ods_value(cell: Any) -> Any:
    if cell.get_attribute("office:value-type") == "float":
        return float(cell.get_attribute("office:value"))
    return " ".join(paragraph.text_recursive for paragraph in cell.get_elements("text:p"))


def _csv(data: bytes) -> Iterator[Rows]:
    text = _decoded(data)
    for separator in ",;\t":
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        yield ((number, [_without_guard(cell) for cell in row]) for number, row in enumerate(rows, 1))


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
