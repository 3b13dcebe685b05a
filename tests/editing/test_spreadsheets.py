"""Spreadsheets as people send them back: every cell as text, whatever an office program did to it."""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path

import pytest
from odfdo import Annotation, Cell, Document, Row, Table
from openpyxl import Workbook  # type: ignore[import-untyped]  # it has no types

from ssp_graph.editing.cells import EMPTY
from ssp_graph.editing.spreadsheets import read_workbook
from ssp_graph.errors import UsageError, WorkError


def read_sheets(path: Path) -> list[dict[int, list[str]]]:
    """Read sheets as rows of texts, with an empty text where a cell is empty."""
    return [
        {
            row: [" ".join(cells.get(column, EMPTY).text.split()) for column in range(1, max(cells) + 1)]
            for row, cells in sheet.rows.items()
        }
        for sheet in read_workbook(path)
    ]


def test_excel_numbers_dates_and_spaces_become_plain_text_and_empty_rows_go(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    page.append(["Theme", " Page ", None])
    page.append([None, None, None])
    page.append(["  Hate\n crime ", 22.0, datetime.datetime(2026, 3, 31)])  # noqa: DTZ001 (a cell has no zone)
    page.append([2.5, True, ""])
    page["A900"].number_format = "0.00"
    book.create_sheet("Other")["A1"] = "=1+1"
    book.save(tmp_path / "sheet.xlsx")
    first, other = read_sheets(tmp_path / "sheet.xlsx")
    assert first == {1: ["Theme", "Page"], 3: ["Hate crime", "22", "2026-03-31"], 4: ["2.5", "true"]}
    assert other == {1: [""]}, "a formula is told, whatever it gives"


def test_opendocument_rows_and_cells_that_stand_for_many_are_counted_and_comments_left_out(tmp_path: Path) -> None:
    table = Table("Sheet")
    rows: list[tuple[list[str | float], int]]
    rows = [(["Theme", "Page"], 1), ([], 3), (["Neglect", 22.0], 2), ([], 1_048_570)]
    for values, repeated in rows:
        row = Row()
        for value in values:
            row.append_cell(Cell(value))
        row.append_cell(Cell(None, repeated=16_000))
        row.set_attribute("table:number-rows-repeated", str(repeated))
        table.append_row(row)
    heading = table.get_element("table:table-row/table:table-cell")
    assert heading is not None
    heading.insert(Annotation("Which themes are these?", creator="A clerk"), start=True)
    document = Document("ods")
    document.body.clear()
    document.body.append(table)
    document.save(tmp_path / "sheet.ods")
    (found,) = read_sheets(tmp_path / "sheet.ods")
    assert found == {1: ["Theme", "Page"], 5: ["Neglect", "22"], 6: ["Neglect", "22"]}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252", "utf-16"])
def test_csv_is_read_with_any_of_its_separators_and_encodings(tmp_path: Path, separator: str, encoding: str) -> None:
    rows = [["Theme", "Anchor"], ["Café", f"led{separator}by"], ["'-x", "'=1", "'tis"]]
    quoted = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    (tmp_path / "sheet.CSV").write_bytes(quoted.encode(encoding))
    sheets = read_sheets(tmp_path / "sheet.CSV")
    assert {
        1: ["Theme", "Anchor"],
        2: ["Café", f"led{separator}by".replace("\t", " ")],
        3: ["-x", "=1", "'tis"],
    } in sheets


@pytest.mark.parametrize("name", ["sheet.xlsx", "sheet.ods", "sheet.csv"])
def test_a_damaged_file_is_told_in_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 no archive \x00 at all \x81")
    with pytest.raises(WorkError) as caught:
        read_sheets(tmp_path / name)
    kind = name.rpartition(".")[2]
    assert str(caught.value) == (
        f"{tmp_path / name} cannot be read as {kind}. Open it and save it again as {kind}, without a password."
    )


def test_what_is_no_spreadsheet_missing_or_too_large_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"sheet\.pdf: a filled-in sheet ends in \.xlsx, \.ods or \.csv\."):
        read_sheets(tmp_path / "sheet.pdf")
    with pytest.raises(WorkError, match=r"sheet\.csv cannot be read: No such file or directory\."):
        read_sheets(tmp_path / "sheet.csv")
    (tmp_path / "large.csv").write_bytes(b"a" * 5_000_001)
    with pytest.raises(WorkError, match=r"large\.csv is larger than 5 MB\. Save only"):
        read_sheets(tmp_path / "large.csv")
    (tmp_path / "long.csv").write_bytes(b"a\n" * 20_001)
    with pytest.raises(WorkError, match=r"long\.csv has more than 20,000 rows\."):
        read_sheets(tmp_path / "long.csv")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither pipes nor devices among its files")
@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".ods"])
def test_what_has_no_end_is_not_read(tmp_path: Path, suffix: str) -> None:
    pipe, device = tmp_path / f"pipe{suffix}", tmp_path / f"device{suffix}"
    os.mkfifo(pipe)
    device.symlink_to("/dev/zero")
    for path in (pipe, device):
        with pytest.raises(WorkError, match="cannot be read: it is no file"):
            read_sheets(path)
