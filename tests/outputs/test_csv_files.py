from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from ssp_graph.outputs import render
from ssp_graph.results import Result

from .samples import EMPTY, MATRIX, NOTE, PLAN, ROUTES, SMALL, TABLE, TWO_DOCUMENTS, source


def rows(result: Result) -> list[list[str]]:
    data = render(result, "csv").decode("utf-8-sig")
    return list(csv.reader(io.StringIO(data, newline="")))


def test_the_file_starts_with_a_byte_order_mark_and_its_lines_end_as_excel_expects() -> None:
    data = render(SMALL, "csv")
    assert data.startswith(b"\xef\xbb\xbfBoard,Members,Source,")
    assert data.count(b"\r\n") == data.count(b"\n") == 3


def test_the_first_line_is_the_header_and_each_row_says_documents_register_and_day() -> None:
    assert rows(TABLE)[:2] == [
        ["Action", "Owner", "Theme", "Days", "Due", "Basis", "Source", "Source documents", "Register", "As of"],
        [
            "Tackle rogue landlords",
            "Head of Housing",
            "Safe homes",
            "30",
            "2025-03",
            "stated",
            "p. 9 “Tackle rogue”; p. 22 “leads, with others”",
            PLAN,
            PLAN,
            "2025-06-01",
        ],
    ]


def test_what_is_absent_is_an_empty_cell() -> None:
    assert rows(TABLE)[3][:6] == ["Review the night-time economy", "", "Safe homes", "", "", "stated"]


@pytest.mark.parametrize("text", ["=1+1", "+44", "-2", "@cmd", " =1+1", "\t=1+1", "\r=1+1", "＝1+1"])
def test_no_cell_runs_as_a_formula(text: str) -> None:
    named = replace(SMALL, rows=({"board": text, "members": -3, "sources": [source(1, text)]},))
    board, members, *_ = rows(named)[1]
    assert board == "'" + text.strip()
    assert members == "-3"


def test_a_heading_cannot_run_as_a_formula_either() -> None:
    column = replace(SMALL.columns[0], heading="=A1")
    assert rows(replace(SMALL, columns=(column, *SMALL.columns[1:])))[0][0] == "'=A1"


def test_headings_that_repeat_are_told_apart() -> None:
    columns = tuple(replace(column, heading="Register") for column in SMALL.columns)
    assert rows(replace(SMALL, columns=columns))[0][:5] == [
        "Register",
        "Register (2)",
        "Register (3)",
        "Source documents",
        "Register (4)",
    ]


def test_an_empty_answer_is_a_header_row() -> None:
    assert rows(EMPTY) == [["Board", "Members", "Source", "Source documents", "Register", "As of"]]


def test_a_table_that_cites_nothing_has_no_column_for_documents() -> None:
    bare = replace(SMALL, columns=SMALL.columns[:2])
    assert rows(bare)[0] == ["Board", "Members", "Register", "As of"]


def test_rows_that_stand_on_several_documents_name_them_in_full() -> None:
    assert rows(TWO_DOCUMENTS)[3][2:4] == [f"{NOTE}; {PLAN}, p. 2 “forum”", f"{PLAN}; {NOTE}"]


def test_a_row_does_not_repeat_the_titles_of_a_whole_region() -> None:
    titles = tuple(f"Plan {number}" for number in range(20))
    heading = replace(SMALL.heading, registers=titles, register_titles=titles)
    several = tuple({"board": title, "members": 1, "sources": [source(2, title=title)]} for title in titles)
    found = rows(replace(SMALL, heading=heading, rows=several))
    assert found[1][2:5] == ["Plan 0, p. 2", "20 documents", "20 registers"]


def test_each_step_end_and_missing_link_of_the_routes_is_a_row() -> None:
    found = [row[:6] for row in rows(ROUTES)]
    assert found[0] == ["Route", "Step", "Part", "Statement", "Basis", "Source"]
    assert found[2] == [
        "1",
        "2",
        "step",
        "Head of Housing reports to Safer Exampleton Board (on housing).",
        "inferred",
        "p. 22 “words on 22”",
    ]
    assert [row[2] for row in found[1:]] == ["step", "step", "end", "aside", "step", "end", "missing"]


def test_the_matrix_keeps_its_two_ways_and_says_where_each_role_is_recorded() -> None:
    found = rows(MATRIX)
    assert len(found) == 16
    assert found[0][:3] == [
        "Safeguarding theme",
        "Exampleton Safeguarding Children Board (ESCB)",
        "Exampleton Safeguarding Adults Board (ESAB)",
    ]
    assert found[1][:7] == [
        "Child sexual exploitation",
        "Lead (inferred)",
        "None",
        "Supporting",
        "Supporting",
        "Not recorded",
        "p. 27 “Appendix 1” (the matrix); p. 27 “Child sexual exploitation”; ESCB, ESAB, SEPB, HWB: p. 27 “Lead Board”",
    ]
