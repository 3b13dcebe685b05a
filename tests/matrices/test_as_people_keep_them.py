"""Matrices as people keep them: roles to be determined, blank that means none, organisations as columns."""

from __future__ import annotations

import pytest

from ssp_graph.matrices.cell import cell_change
from ssp_graph.matrices.check import matrix_check
from ssp_graph.matrices.table import matrix
from ssp_graph.pictures.views.matrix import matrix as picture
from ssp_graph.plan import Plan
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
    }
    assert found.heading.count == "0 of 6 cells are not recorded."
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
    assert [hole.text for hole in picture(plan).holes] == ["None", "None", "None"]


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
