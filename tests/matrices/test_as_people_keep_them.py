"""Matrices as people keep them: roles to be determined, blank that means none, organisations as columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ssp_graph.answers.chain import chain
from ssp_graph.answers.who import who
from ssp_graph.matrices.cell import cell_change
from ssp_graph.matrices.check import matrix_check
from ssp_graph.matrices.table import by_board, matrix
from ssp_graph.matrices.together import side_by_side
from ssp_graph.outputs.forms.matrix import grids
from ssp_graph.outputs.forms.measure import fits_a_page
from ssp_graph.pictures.views.matrix import matrix as picture
from ssp_graph.plan import Plan
from ssp_graph.results import Cell, MatrixColumn, MatrixRow
from tests.making import invented
from tests.questions.asking import Engines, answer

DAY = "2021-06-30"


@pytest.fixture
def plan() -> Plan:
    return Plan(invented("riverton"), DAY)


def test_a_blank_is_no_role_where_the_source_says_so_on_the_sources_of_the_matrix(plan: Plan) -> None:
    found = matrix(plan)
    said = {(row.name, column.name): row.cells[column.id].state for row in found.rows for column in found.columns}
    assert said == {
        ("Cuckooing", "Riverton Safety Board"): "none",
        ("Cuckooing", "Youth Panel"): "none",
        ("Cuckooing", "Fire Service"): "lead",
        ("Hate crime", "Riverton Safety Board"): "supporting",
        ("Hate crime", "Youth Panel"): "to be determined",
        ("Hate crime", "Fire Service"): "none",
        ("County lines", "Riverton Safety Board"): "lead",
        ("County lines", "Youth Panel"): "none",
        ("County lines", "Fire Service"): "lead",
    }
    assert found.heading.count == "0 of 9 cells are not recorded."
    assert all(cell.sources for row in found.rows for cell in row.cells.values())
    assert "To be determined" in found.legend


def test_a_theme_whose_lead_is_to_be_determined_has_none_yet(plan: Plan) -> None:
    findings = [row["finding"] for row in matrix_check(plan).rows]
    assert findings[0] == "Hate crime has no lead board yet: the role of Youth Panel is to be determined."


def test_a_role_may_be_set_to_be_determined_and_a_blank_is_not_written(plan: Plan) -> None:
    change, told = cell_change(plan, None, "Fire Service", "Hate crime", "To be determined", "", "", "still to settle")
    assert change is not None
    assert (change.role, told) == ("to be determined", "Fire Service on Hate crime: none becomes to be determined.")
    change, told = cell_change(plan, None, "Fire Service", "Hate crime", "not recorded", "", "", "")
    assert (change, told) == (
        None,
        "Nothing to change: of Fire Service on Hate crime nothing is written, which means none.",
    )


def test_a_picture_says_none_in_a_blank(plan: Plan) -> None:
    assert [hole.text for hole in picture(plan).holes] == ["None", "None", "None", "None"]


def test_the_questions_count_no_blank_as_unknown(engine: Engines) -> None:
    graph = invented("riverton")
    assert list(answer(engine, graph, "matrix-cells-not-recorded", DAY).rows) == []
    (row,) = answer(engine, graph, "safeguarding-without-one-lead", DAY).rows
    assert (row["theme"], row["state"], row["unrecorded"]) == ("Hate crime", "gap", 0)
    roles = {
        (row["board"], row["theme"]): row["role"]
        for row in answer(engine, graph, "boards-and-safeguarding-themes", DAY).rows
    }
    assert roles["Fire Service", "Cuckooing"] == "lead"
    assert roles["Youth Panel", "Hate crime"] == "to be determined"
    assert roles["Youth Panel", "Cuckooing"] == "none"


def test_a_joint_lead_is_one_lead_and_says_with_whom(plan: Plan, engine: Engines) -> None:
    said = {row[0]: row[1:] for row in grids(matrix(plan))[0].rows}
    assert said["County lines"] == (
        "Lead, jointly with Fire Service",
        "None",
        "Lead, jointly with Riverton Safety Board",
    )
    assert {row["theme"] for row in matrix_check(plan).rows} == {"Hate crime"}
    (led, *_) = by_board(plan).rows
    assert led["themes"] == ["County lines, jointly with Fire Service"]
    found = who(plan, "riverton:safeguarding-theme/county-lines")
    assert found.heading.answer == (
        "Riverton Safety Board and Fire Service are jointly the lead board for the safeguarding theme “County lines”."
    )
    graph = invented("riverton")
    rows = answer(engine, graph, "boards-and-safeguarding-themes", DAY).rows
    assert [row["role"] for row in rows if row["theme"] == "County lines"] == ["lead, jointly", "none", "lead, jointly"]


def test_a_role_may_become_one_that_is_held_jointly(plan: Plan) -> None:
    change, told = cell_change(plan, None, "Fire Service", "Cuckooing", "Lead jointly", "", "", "both lead")
    assert change is not None
    assert (change.role, change.joint) == ("lead", True)
    assert told.startswith("Fire Service on Cuckooing: lead becomes lead jointly.")


def test_of_several_matrices_each_lead_says_which_and_they_stand_side_by_side() -> None:
    plan = Plan(invented("sampleford-2025-26", "greater-exampleshire"), "2025-12-31")
    exploitation = "sampleford-2025-26:safeguarding-theme/exploitation"
    assert who(plan, exploitation).heading.answer == (
        "Safeguarding Children Partnership is the lead board for the safeguarding theme “Exploitation” in “Who leads "
        "on safeguarding children”, and Safeguarding Adults Board in “Who leads on safeguarding adults”."
    )
    assert [way.text.rpartition(" in ")[2] for way in chain(plan, exploitation).ways] == [
        "“Who leads on safeguarding children”.",
        "“Who leads on safeguarding adults”.",
    ]
    both = side_by_side(plan)
    assert both.heading.answer == "They say the same in 1 cell that more than one of them has."
    cells = [
        (row["board"], *(row[f"sampleford-2025-26:matrix/{each}"] for each in ("children", "adults")))
        for row in both.rows
    ]
    assert cells[:2] == [
        ("Safeguarding Children Partnership (SCP)", "Lead", "Not in it"),
        ("Sampleford and Millbrook Joint Partnership (SMJP)", "Supporting", "Supporting"),
    ]


def test_ten_columns_stand_in_tables_that_break_no_word() -> None:
    boards = [MatrixColumn(f"t:body/{number}", f"Neighbourhood Safeguarding Panel {number}") for number in range(10)]
    row = MatrixRow("t:safeguarding-theme/one", "Neglect", {board.id: Cell("supporting") for board in boards})
    parts = grids(replace(matrix(Plan(invented("riverton"), DAY)), columns=tuple(boards), rows=(row,)))
    assert [part.caption for part in parts] == [
        f"Who leads and supports: columns {which} of 10" for which in ("1 to 5", "6 to 10")
    ]
    assert all(fits_a_page(part) for part in parts)
    assert [heading for part in parts for heading in part.headings[1:]] == [board.name for board in boards]
