from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace

import pytest

from ssp_graph.outputs import render
from ssp_graph.results import Column, Result, Table

from .opened import tables
from .samples import ALL, EMPTY, GROUPED, HEADING, LONG, MATRIX, PLAN, ROUTES, SMALL, TABLE, TWO_DOCUMENTS, source


def text(result: Result, width: int | None = None) -> str:
    return render(result, "table", width=width).decode()


def body(result: Result, width: int | None = None) -> list[str]:
    lines = text(result, width).splitlines()
    return lines[next(place for place, line in enumerate(lines) if line.startswith("---")) - 1 :]


def test_a_table_says_its_question_register_day_count_rows_and_pages() -> None:
    assert text(SMALL) == (
        "Boards\n"
        "======\n"
        "Which boards are there?\n"
        "\n"
        f"Register: {PLAN}. As of 1 June 2025. Pages are those of {PLAN}.\n"
        "\n"
        "2 of 2 boards\n"
        "\n"
        "Board                   Members  Source\n"
        "----------------------  -------  ----------------------------\n"
        "Safer Exampleton Board       12  pp. 3, 5\n"
        "Youth Panel                   4  p. 7 “the Youth Panel meets”\n"
    )


def test_rows_wrap_between_words_and_stand_apart_at_the_terminals_width() -> None:
    assert body(TABLE, 80)[:12] == [
        "Action       Owner         Theme       Days  Due         Basis     Source",
        "-----------  ------------  ----------  ----  ----------  --------  -------------",
        "Tackle       Head of       Safe homes    30  March 2025  stated    p. 9 “Tackle",
        "rogue        Housing                                               rogue”; p. 22",
        "landlords                                                          “leads, with",
        "                                                                   others”",
        "",
        "=SUM(A1)     Zoë           Safe           7  31 March    inferred  p. 10 “review",
        "<b>bold</b>  O’Brien-Ünal  streets           2025                  the”",
        "& café, |",
        "*star*",
        "",
    ]


def test_a_table_too_wide_for_its_terminal_becomes_a_block_for_each_row() -> None:
    lines = text(TABLE, 50).splitlines()
    start = lines.index("Action: Tackle rogue landlords")
    assert lines[start : start + 9] == [
        "Action: Tackle rogue landlords",
        "Owner:  Head of Housing",
        "Theme:  Safe homes",
        "Days:   30",
        "Due:    March 2025",
        "Basis:  stated",
        "Source: p. 9 “Tackle rogue”; p. 22 “leads, with",
        "        others”",
        "",
    ]


@pytest.mark.parametrize("width", [20, 33, 60, 80, 120, 200])
@pytest.mark.parametrize("name", ALL)
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    assert max(map(len, text(ALL[name], width).splitlines())) <= width


def test_a_name_of_five_thousand_characters_stays_within_the_terminal() -> None:
    row = {"board": LONG * 8, "members": 1, "sources": [source(3)]}
    said = text(replace(SMALL, rows=(row,)), 80)
    assert max(map(len, said.splitlines())) <= 80
    assert "".join(LONG.split()) in "".join(said.split())


def test_characters_of_double_width_are_measured_as_the_terminal_shows_them() -> None:
    rows = ({"board": "日本語", "members": 1, "sources": [source(3)]}, {"board": "abc", "members": 2, "sources": []})
    assert body(replace(SMALL, rows=rows))[2:4] == ["日本語        1  p. 3", "abc           2"]


def test_an_empty_table_is_the_sentence_that_says_so() -> None:
    said = text(EMPTY)
    assert "\n\nNone of 12 boards.\n" in said
    assert "Members" not in said


def test_groups_of_rows_stand_beneath_headings_in_the_order_of_their_first_row() -> None:
    lines = text(GROUPED).splitlines()
    homes, streets = lines.index("Safe homes"), lines.index("Safe streets")
    assert homes < lines.index(next(line for line in lines if line.startswith("Review the night-time"))) < streets
    assert "Theme" not in text(GROUPED)


def test_rows_without_the_value_they_are_grouped_by_say_so() -> None:
    assert "\nWithout owner\n-------------\n" in text(replace(TABLE, group_by="owner"))


def test_columns_without_a_value_are_left_out_and_no_absent_value_is_said_as_a_word() -> None:
    rows = tuple({**row, "due": None, "days": None} for row in TABLE.rows)
    said = text(replace(TABLE, rows=rows))
    assert "Due" not in said
    assert "Days" not in said
    assert "None" not in said


def test_a_note_says_that_nothing_is_inferred_instead_of_a_column_of_one_word() -> None:
    stated = replace(TABLE, rows=(TABLE.rows[0], TABLE.rows[2]))
    assert "Basis" not in text(stated)
    assert "- Every row is stated; none is inferred.\n" in text(stated)
    assert "none is inferred" not in text(TABLE)
    silent = tuple({**row, "basis": None} for row in stated.rows)
    assert "none is inferred" not in text(replace(TABLE, rows=silent))
    some = text(replace(TABLE, rows=(stated.rows[0], silent[1])))
    assert "- Every row that has something recorded is stated; none is inferred.\n" in some
    assert "inferred" in text(TABLE)


def test_ids_are_hidden() -> None:
    for result in ALL.values():
        assert "exampleton-2024-27:" not in text(result, 80)


def test_sources_of_several_documents_are_numbered_and_the_documents_listed() -> None:
    said = text(TWO_DOCUMENTS)
    assert "Flood Forum                      [2]; [1] p. 2 “forum”\n" in said
    assert said.endswith(f"- [1] {PLAN}\n- [2] Officer's note of 3 May 2024\n")


def test_part_and_note_of_a_source_are_said() -> None:
    noted = source(23, "Through the Board")
    noted["part"], noted["note"] = "diagram", "the box is faint"
    rows = ({"board": "Youth Panel", "members": 4, "sources": [noted]},)
    assert "p. 23, diagram “Through the Board” (the box is faint)" in text(replace(SMALL, rows=rows))


def test_routes_are_numbered_steps_with_pages_cautions_and_where_they_end() -> None:
    said = text(ROUTES, 80)
    assert (
        "Way 1: Safer Exampleton Board\n"
        "-----------------------------\n"
        "  1. Head of Housing owns Tackle rogue landlords.\n"
        "     p. 9 “words on 9”\n"
        "  2. Head of Housing reports to Safer Exampleton Board (on housing; inferred).\n"
        "     p. 22 “words on 22”\n"
        "\n"
        "Arrives: Safer Exampleton Board. Nothing is recorded that it reports to.\n"
        "\n"
        "Exampleton Scrutiny Committee scrutinises Safer Exampleton Board.\n"
        "\n"
        "Way 2: Housing Group\n"
        "--------------------\n"
        "  1. Housing Group oversees Tackle rogue landlords (oversight, not a reporting\n"
        "     line).\n"
        "     p. 14 “words on 14”\n"
        "\n"
        "Goes no further. No line from Housing Group to any board is recorded.\n"
    ) in said
    assert "What is missing\n---------------\n- No post is recorded as lead of Safe homes.\n" in said


def test_no_route_at_all_is_said() -> None:
    assert "\nNo way up is recorded.\n" in text(replace(ROUTES, routes=()))


def test_the_matrix_is_a_two_way_table_with_a_word_in_every_cell() -> None:
    assert re.split(r"  +", body(MATRIX, 120)[2]) == [
        "Child sexual exploitation",
        "Lead (inferred)",
        "None",
        "Supporting",
        "Supporting",
        "Not recorded",
    ]
    said = text(MATRIX)
    assert "Exampleton Safeguarding Children Board (ESCB)" in said
    assert "Not recorded: the source does not say.\n" in said
    assert "The matrix as a whole: p. 27 “Appendix 1”.\n" in said


def test_lines_and_control_characters_in_a_fact_cannot_disturb_the_terminal() -> None:
    table = Table(HEADING, (Column("a", "A"),), ({"a": "one\ntwo\tthree\x1b[31mred\x00"},))
    assert "one two three\ufffd[31mred\ufffd\n" in text(table)


def test_the_light_formats_import_no_heavy_library() -> None:
    program = (
        "import sys\n"
        "from ssp_graph.results import Heading, Table, Column\n"
        "from ssp_graph.outputs import render\n"
        "table = Table(Heading('T', ('r',), ('R',), '2025-01-01'), (Column('a', 'Ä “é”'),), ({'a': 'ü'},))\n"
        "for name in ('table', 'csv', 'json', 'md'):\n"
        "    render(table, name, width=80)\n"
        "heavy = {'jinja2', 'xlsxwriter', 'openpyxl', 'odfdo', 'docx', 'lxml', 'wcwidth', 'tabulate', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_value_may_stand_in_brackets_behind_anothers() -> None:
    columns = (
        Column("name", "Name"),
        Column("of", "For", into="name", lead="for"),
        Column("until", "Until", "date", into="name", lead="until"),
        Column("elsewhere", "Elsewhere", into="no column"),
    )
    rows = (
        {"name": "Zoë Marsh", "of": "Head of Housing", "until": "2024-04-30", "elsewhere": "a"},
        {"name": None, "of": "Licensing Lead", "until": None, "elsewhere": "b"},
        {"name": "Di Stone", "of": None, "until": None, "elsewhere": None},
    )
    said = body(Table(HEADING, columns, rows))
    assert [re.split("  +", line) for line in (said[0], *said[2:5])] == [
        ["Name", "Elsewhere"],
        ["Zoë Marsh (for Head of Housing; until 30 April 2024)", "a"],
        ["for Licensing Lead", "b"],
        ["Di Stone"],
    ]
    (table,) = tables(render(Table(HEADING, columns, rows), "csv"), "csv")
    assert table[0][:4] == ["Name", "For", "Until", "Elsewhere"]
