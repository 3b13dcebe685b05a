"""Spreadsheets that are made to harm, or that a program has made strange: told, in little memory and time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook  # type: ignore[import-untyped]

from ssp_graph.editing.cells import Cell
from ssp_graph.editing.spreadsheets import not_as_typed, read_workbook
from ssp_graph.errors import WorkError

ODS = "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:body><office:spreadsheet>"
ODS_END = "</office:spreadsheet></office:body></office:document-content>"


def xlsx(fill: Callable[[Workbook], None] = lambda _: None) -> bytes:
    book, file = Workbook(), io.BytesIO()
    book.active["A1"] = "Theme"
    fill(book)
    book.save(file)
    return file.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return file.getvalue()


def ods(body: str, **parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("content.xml", ODS + body + ODS_END)
        for name, text in parts.items():
            new.writestr(name.replace("_", "/"), text)
    return file.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
ROWS = b"<worksheet xmlns='m'><sheetData>%s</sheetData></worksheet>"
ROW = "<table:table-row table:number-rows-repeated='%d'><table:table-cell table:number-columns-repeated='%d'>"
ROW += "<text:p>x</text:p></table:table-cell></table:table-row>"
HOSTILE = {
    "an xls under another name.xlsx": (b"\xd0\xcf\x11\xe0" + bytes(600), "is an Excel file of before 2007"),
    "macros.xlsx": (with_part(xlsx(), "xl/vbaProject.bin", b""), "holds macros. Save it as .xlsx, which has none."),
    "links.xlsx": (with_part(xlsx(), "xl/externalLinks/externalLink1.xml", b""), "has links to other files."),
    "a bomb.xlsx": (with_part(xlsx(), SHEET, ROWS % (b" " * 100_000_000)), "unpacks to 100 MB."),
    "many rows.xlsx": (
        with_part(xlsx(), SHEET, ROWS % (b"<row><c><v>1</v></c></row>" * 20_001)),
        "has more than 20,000 rows.",
    ),
    "entities.xlsx": (
        with_part(xlsx(), SHEET, b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]>" + ROWS % b""),
        "holds definitions that no spreadsheet needs.",
    ),
    "many rows.ods": (
        ods(f"<table:table table:name='a'>{ROW % (1_048_576, 1)}</table:table>"),
        "has more than 20,000 rows.",
    ),
    "many cells.ods": (
        ods(f"<table:table table:name='a'>{ROW % (20_000, 16_384)}</table:table>"),
        "has more than 600,000 filled cells.",
    ),
    "macros.ods": (ods("", Basic_Standard_Module1="x"), "holds macros. Save it without them."),
    "no end.ods": (ods("<table:table table:name='a'>"), "cannot be read as ods."),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_made_to_harm_is_told_in_one_line(tmp_path: Path, name: str) -> None:
    data, told = HOSTILE[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(WorkError) as caught:
        read_workbook(tmp_path / name)
    assert str(caught.value).startswith(f"{tmp_path / name} {told}")


def test_a_stray_cell_in_the_last_row_is_one_row(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(xlsx(lambda book: book.active.__setitem__("B1048576", "x")))
    (sheet,) = read_workbook(tmp_path / "a.xlsx")
    assert sheet.rows == {1: {1: Cell("Theme")}, 1_048_576: {2: Cell("x")}}


def test_formulas_errors_merged_cells_and_hidden_rows_are_seen(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        page = book.active
        page["A2"], page["B2"], page["A3"] = "=1+1", "x", "#N/A"
        page["A3"].data_type = "e"
        page.merge_cells("C4:D5")
        page.row_dimensions[2].hidden = True

    (tmp_path / "a.xlsx").write_bytes(xlsx(fill))
    (sheet,) = read_workbook(tmp_path / "a.xlsx")
    assert sheet.hidden == [2]
    assert list(not_as_typed(sheet, 1)) == [
        (2, "Sheet!A2", "this is a formula. Put its value in its place (Paste Special, Values)"),
        (3, "Sheet!A3", "the spreadsheet shows an error here (#N/A). Type what is meant"),
        (5, "Sheet!C4:D5", "these cells are merged, so what is below the first is lost. Unmerge them"),
    ]


@pytest.mark.parametrize(
    ("form", "read"),
    [
        ("dd/mm/yyyy", Cell("2018-03-01", "date")),
        ("mm/dd/yy", Cell("2018-03-01", "date")),
        ("mmm-yy", Cell("2018-03", "date")),
        ('"day" 0', Cell("43160", "number")),
        ("General", Cell("43160", "number")),
    ],
)
def test_a_number_is_the_day_or_the_month_that_the_sheet_shows(tmp_path: Path, form: str, read: Cell) -> None:
    (tmp_path / "a.xlsx").write_bytes(xlsx())
    book = load_workbook(tmp_path / "a.xlsx")
    book.active["A1"] = 43160
    book.active["A1"].number_format = form
    book.save(tmp_path / "a.xlsx")
    assert read_workbook(tmp_path / "a.xlsx")[0].rows[1][1] == read
