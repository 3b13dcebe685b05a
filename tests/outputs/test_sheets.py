from __future__ import annotations

import io
import re
import warnings
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from ssp_graph.outputs import render
from ssp_graph.results import Result

from .opened import TABLE as T
from .opened import tables, words, xml
from .samples import EMPTY, LONG, MATRIX, PLAN, ROUTES, SMALL, TABLE

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
CONFIG = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"


def opened(result: Result) -> Any:
    return load_workbook(io.BytesIO(render(result, "xlsx")))


def sheet(result: Result) -> Any:
    """Return the sheet with the table."""
    return opened(result).worksheets[-1]


def test_a_workbook_has_a_cover_with_the_notes_and_a_sheet_with_a_named_table_and_nothing_else() -> None:
    book = opened(TABLE)
    assert book.sheetnames == ["About", "Actions and their owners"]
    told = [
        "Actions and their owners",
        f"Register: {PLAN}",
        "As of: 1 June 2025",
        "Which actions of the plan have an owner, and who is it?",
        "2 of 3 actions have an owner",
        f"Pages are those of {PLAN}.",
        "The plan gives no due date for most actions.",
        "Table: Actions and their owners",
    ]
    assert [cell.value for (cell,) in book["About"].iter_rows()] == told
    assert book["About"]["A8"].hyperlink.location == "'Actions and their owners'!A1"
    page = book["Actions and their owners"]
    assert [cell.value for cell in page["A"]][:2] == ["Actions and their owners", "Action"]
    assert page.tables.items() == [("Table_Actions_and_their_owners", "A2:G5")]
    assert page.max_row == 5
    assert page.merged_cells.ranges == set()
    content = xml(render(TABLE, "ods"), "content.xml")
    assert [each.get(f"{T}name") for each in content.iter(f"{T}table")] == book.sheetnames
    cover = next(content.iter(f"{T}table"))
    assert [words(row) for row in cover.iter(f"{T}table-row")] == told


def test_a_table_is_repeated_in_print_and_neither_filtered_nor_frozen() -> None:
    page = sheet(TABLE)
    assert page.freeze_panes is None
    assert [each.autoFilter for each in page.tables.values()] == [None]
    assert page.print_title_rows == "$2:$2"
    assert page.page_setup.orientation == "landscape"


def test_a_table_prints_across_a4_at_eight_points_and_on_a3_where_it_is_too_wide_for_that() -> None:
    long = replace(TABLE, rows=tuple({**row, "action": "word " * 30, "theme": "word " * 30} for row in TABLE.rows))
    page = sheet(long)
    assert sum(page.column_dimensions[letter].width for letter in "ABCDEFG") <= 175
    assert page.page_setup.paperSize == 9
    columns = tuple(replace(TABLE.columns[0], name=f"c{place}", heading="Responsibility") for place in range(12))
    assert sheet(replace(TABLE, columns=columns)).page_setup.paperSize == 8


def test_many_notes_do_not_freeze_the_whole_screen() -> None:
    filled_in = (replace(SMALL.columns[0], choices=("Lead",)), *SMALL.columns[1:])
    noted = replace(
        SMALL, columns=filled_in, heading=replace(SMALL.heading, notes=tuple(f"Note {number}." for number in range(20)))
    )
    assert sheet(noted).freeze_panes is None


def test_text_is_never_a_formula_and_numbers_are_numbers() -> None:
    page = sheet(TABLE)
    formula, days = page["A4"], page["D3"]
    assert (formula.data_type, formula.value) == ("s", "=SUM(A1) <b>bold</b> & café, | *star*")
    assert (days.data_type, days.value) == ("n", 30)
    assert formula.alignment.wrap_text
    linked = replace(SMALL, rows=({"board": "https://example.org", "members": 1, "sources": []},))
    assert sheet(linked)["A3"].hyperlink is None


def test_what_is_absent_is_an_empty_cell_in_both() -> None:
    assert sheet(TABLE)["B5"].value is None
    assert tables(render(TABLE, "ods"), "ods")[0][-1][1] == ""


def test_no_column_is_narrower_than_the_longest_word_of_its_heading() -> None:
    page = sheet(MATRIX)
    header = next(row for row in page.iter_rows() if row[0].value == "Safeguarding theme")
    for cell in header:
        longest = max(map(len, cell.value.split()))
        assert page.column_dimensions[cell.column_letter].width > longest


def test_an_empty_answer_keeps_its_header_and_says_so_above_it() -> None:
    page = sheet(EMPTY)
    assert [cell.value for cell in page["A"]][-2:] == ["None of 12 boards.", "Board"]
    assert tables(render(EMPTY, "ods"), "ods")[0][-2:] == [["None of 12 boards."], ["Board", "Members", "Source"]]


def test_the_only_date_of_a_workbook_is_the_answers() -> None:
    properties = opened(SMALL).properties
    assert properties.title == "Boards"
    assert {properties.created.isoformat(), properties.modified.isoformat()} == {"2025-06-01T00:00:00"}


@pytest.mark.parametrize(
    "title", ["[a]:*?/\\b's", "x" * 5_000, LONG * 8, "History: a [review]", "$1.50 #tags", "'", "Ünïcödé 🎉"]
)
def test_any_title_makes_a_sheet_that_opens(title: str) -> None:
    result = replace(SMALL, heading=replace(SMALL.heading, title=title))
    _, name = opened(result).sheetnames
    assert 1 <= len(name) <= 31
    assert not re.search(r"[\[\]:*?/\\']", name)
    _, table = xml(render(result, "ods"), "content.xml").iter(f"{T}table")
    assert table.get(f"{T}name") == name


def test_a_text_too_long_for_a_cell_says_that_it_was_cut() -> None:
    result = replace(SMALL, rows=({"board": "x" * 40_000, "members": 1, "sources": []},))
    value = sheet(result)["A3"].value
    assert len(value) == 32_767
    assert value.endswith("the whole text is in the json format)")


def test_headings_of_any_length_that_repeat_still_make_a_table() -> None:
    columns = tuple(replace(column, heading="h" * 300) for column in SMALL.columns)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        page = sheet(replace(SMALL, columns=columns))
    (table,) = page.tables.values()
    headings = [column.name for column in table.tableColumns]
    assert len({heading.casefold() for heading in headings}) == 3
    assert max(map(len, headings)) <= 255


def test_an_open_sheet_has_header_rows_and_a_named_range() -> None:
    data = render(TABLE, "ods")
    content = xml(data, "content.xml")
    (header,) = content.iter(f"{T}table-header-rows")
    assert words(header) == "Action Owner Theme Days Due Basis Source"
    (filtered,) = content.iter(f"{T}database-range")
    assert filtered.get(f"{T}target-range-address") == "'Actions and their owners'.A2:'Actions and their owners'.G5"
    assert filtered.get(f"{T}name") == "Table_Actions_and_their_owners"
    assert filtered.get(f"{T}display-filter-buttons") is None


def test_an_open_sheet_has_numbers_and_no_formula() -> None:
    cells = list(xml(render(TABLE, "ods"), "content.xml").iter(f"{T}table-cell"))
    assert not [cell for cell in cells if cell.get(f"{T}formula")]
    assert [cell.get(f"{OFFICE}value") for cell in cells if cell.get(f"{OFFICE}value-type") == "float"] == ["30", "7"]


def test_an_open_sheet_has_title_language_and_the_answers_day() -> None:
    data = render(TABLE, "ods")
    meta = xml(data, "meta.xml")
    assert [meta.findtext(f".//{DC}{name}") for name in ("title", "language", "date")] == [
        "Actions and their owners",
        "en-GB",
        "2025-06-01T00:00:00",
    ]
    assert b'fo:country="GB"' in zipfile.ZipFile(io.BytesIO(data)).read("styles.xml")


def test_a_column_with_choices_offers_them_and_keeps_its_room() -> None:
    choices = ("Lead", "Not recorded")
    columns = (SMALL.columns[0], replace(SMALL.columns[1], kind="text", choices=choices, room=36))
    result = replace(SMALL, columns=columns, rows=({"board": "A", "members": "Lead"}, {"board": "B", "members": None}))
    page = sheet(result)
    (offered,) = page.data_validations.dataValidation
    assert (str(offered.sqref), offered.type, offered.formula1) == ("B7:B8", "list", '"Lead,Not recorded"')
    assert page.column_dimensions["B"].width >= 36
    content = xml(render(result, "ods"), "content.xml")
    (rule,) = content.iter(f"{T}content-validation")
    assert rule.get(f"{T}condition") == 'of:cell-content-is-in-list("Lead";"Not recorded")'
    settings = xml(render(result, "ods"), "settings.xml").iter(f"{CONFIG}config-item")
    assert {item.get(f"{CONFIG}name"): item.text for item in settings}["VerticalSplitPosition"] == "6"
    assert page.freeze_panes == "A7"
    guarded = [cell for cell in content.iter(f"{T}table-cell") if cell.get(f"{T}content-validation-name")]
    assert len(guarded) == 2


def test_routes_fill_a_row_for_each_step() -> None:
    page = sheet(ROUTES)
    assert [each.ref for each in page.tables.values()] == ["A2:F9"]
    assert [cell.value for cell in page[4]][:3] == [1, 2, "step"]


def test_two_thousand_rows_are_no_trouble() -> None:
    many = replace(TABLE, rows=TABLE.rows * 700)
    assert [each.ref for each in sheet(many).tables.values()] == ["A2:G2102"]
    assert len(tables(render(many, "ods"), "ods")[0]) == 2_102
