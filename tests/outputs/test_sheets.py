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


def test_a_workbook_has_one_sheet_with_its_lines_above_a_named_table_and_nothing_below() -> None:
    book = opened(TABLE)
    assert book.sheetnames == ["Actions and their owners"]
    page = book.active
    assert [page.cell(row, 1).value for row in range(1, 9)] == [
        "Actions and their owners",
        f"Register: {PLAN}",
        "As of: 1 June 2025",
        "Which actions of the plan have an owner, and who is it?",
        "2 of 3 actions have an owner",
        f"Pages are those of {PLAN}.",
        "The plan gives no due date for most actions.",
        "Action",
    ]
    assert page.tables.items() == [("Answer", "A8:G11")]
    assert page.max_row == 11
    assert page.merged_cells.ranges == set()


def test_the_header_stays_in_sight_and_can_filter_and_is_repeated_in_print() -> None:
    page = opened(TABLE).active
    assert page.freeze_panes == "A9"
    assert page.tables["Answer"].autoFilter.ref == "A8:G11"
    assert page.print_title_rows == "$8:$8"
    assert page.page_setup.orientation == "landscape"


def test_many_notes_do_not_freeze_the_whole_screen() -> None:
    noted = replace(SMALL, heading=replace(SMALL.heading, notes=tuple(f"Note {number}." for number in range(20))))
    assert opened(noted).active.freeze_panes is None


def test_text_is_never_a_formula_and_numbers_are_numbers() -> None:
    page = opened(TABLE).active
    formula, days = page["A10"], page["D9"]
    assert (formula.data_type, formula.value) == ("s", "=SUM(A1) <b>bold</b> & café, | *star*")
    assert (days.data_type, days.value) == ("n", 30)
    assert page["A10"].alignment.wrap_text
    linked = replace(SMALL, rows=({"board": "https://example.org", "members": 1, "sources": []},))
    assert opened(linked).active["A7"].hyperlink is None


def test_what_is_absent_is_an_empty_cell_in_both() -> None:
    assert opened(TABLE).active["B11"].value is None
    assert tables(render(TABLE, "ods"), "ods")[0][-1][1] == ""


def test_no_column_is_narrower_than_the_longest_word_of_its_heading() -> None:
    page = opened(MATRIX).active
    header = next(row for row in page.iter_rows() if row[0].value == "Safeguarding theme")
    for cell in header:
        longest = max(map(len, cell.value.split()))
        assert page.column_dimensions[cell.column_letter].width > longest


def test_an_empty_answer_keeps_its_header_and_says_so_above_it() -> None:
    page = opened(EMPTY).active
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
    (name,) = opened(result).sheetnames
    assert 1 <= len(name) <= 31
    assert not re.search(r"[\[\]:*?/\\']", name)
    (table,) = xml(render(result, "ods"), "content.xml").iter(f"{T}table")
    assert table.get(f"{T}name") == name


def test_a_text_too_long_for_a_cell_says_that_it_was_cut() -> None:
    result = replace(SMALL, rows=({"board": "x" * 40_000, "members": 1, "sources": []},))
    value = opened(result).active["A7"].value
    assert len(value) == 32_767
    assert value.endswith("the whole text is in the json format)")


def test_headings_of_any_length_that_repeat_still_make_a_table() -> None:
    columns = tuple(replace(column, heading="h" * 300) for column in SMALL.columns)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        page = opened(replace(SMALL, columns=columns)).active
    headings = [column.name for column in page.tables["Answer"].tableColumns]
    assert len({heading.casefold() for heading in headings}) == 3
    assert max(map(len, headings)) <= 255


def test_an_open_sheet_has_header_rows_a_filter_and_a_frozen_header() -> None:
    data = render(TABLE, "ods")
    content = xml(data, "content.xml")
    (header,) = content.iter(f"{T}table-header-rows")
    assert words(header) == "Action Owner Theme Days Due Basis Source"
    (filtered,) = content.iter(f"{T}database-range")
    assert filtered.get(f"{T}target-range-address") == "'Actions and their owners'.A8:'Actions and their owners'.G11"
    assert filtered.get(f"{T}display-filter-buttons") == "true"
    settings = {item.get(f"{CONFIG}name"): item.text for item in xml(data, "settings.xml").iter(f"{CONFIG}config-item")}
    assert settings["VerticalSplitPosition"] == "8"


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
    page = opened(result).active
    (offered,) = page.data_validations.dataValidation
    assert (str(offered.sqref), offered.type, offered.formula1) == ("B7:B8", "list", '"Lead,Not recorded"')
    assert page.column_dimensions["B"].width >= 36
    content = xml(render(result, "ods"), "content.xml")
    (rule,) = content.iter(f"{T}content-validation")
    assert rule.get(f"{T}condition") == 'of:cell-content-is-in-list("Lead";"Not recorded")'
    guarded = [cell for cell in content.iter(f"{T}table-cell") if cell.get(f"{T}content-validation-name")]
    assert len(guarded) == 2


def test_routes_fill_a_row_for_each_step() -> None:
    page = opened(ROUTES).active
    assert page.tables["Answer"].ref == "A8:F15"
    assert [cell.value for cell in page[10]][:3] == [1, 2, "step"]


def test_two_thousand_rows_are_no_trouble() -> None:
    many = replace(TABLE, rows=TABLE.rows * 700)
    assert opened(many).active.tables["Answer"].ref == "A8:G2108"
    assert len(tables(render(many, "ods"), "ods")[0]) == 2_108
