"""What is wrong with a lead and supporting matrix, told apart from what the source may not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.errors import UsageError
from ssp_graph.matrices.check import CHECKS, faults, matrix_check
from ssp_graph.plan import Plan
from ssp_graph.results import Table
from tests.making import graph_of, invented

BODIES = """
    - {id: a, name: Adults Board, sources: {page: 1}}
    - {id: b, name: Borough Board, sources: {page: 1}}
"""
MATRIX = """
    - {id: m, title: The matrix, rows: [safeguarding-theme/x, safeguarding-theme/y], columns: [body/a, body/b],
       sources: {page: 9}}
"""


def checked(folder: Path, x: str, y: str = "lead: body/a, no_role: body/b", bodies: str = BODIES) -> Table:
    themes = f"""
    - {{id: x, name: Neglect, {x}, sources: {{page: 9}}}}
    - {{id: y, name: Abuse, {y}, sources: {{page: 9}}}}
    """
    return matrix_check(
        Plan(graph_of(folder / "t", bodies=bodies, matrices=MATRIX, safeguarding_themes=themes), "2020-06-30")
    )


def findings(table: Table) -> list[tuple[str, str, str]]:
    return [(row["check"], row["state"], row["finding"]) for row in table.rows]


def test_a_sound_matrix_has_no_findings_and_says_what_was_counted(tmp_path: Path) -> None:
    found = checked(tmp_path, "no_role: body/a, lead: body/b")
    assert (findings(found), faults(found)) == ([], [])
    assert found.heading.count == "0 faults in 2 themes. 0 of 4 cells are not recorded."
    assert found.heading.notes == (
        "No lead: 0 of 2 themes.",
        "More than one lead: 0 of 2 themes.",
        "The lead board is past: 0 of 2 leads.",
        "Supporting without a lead: no supporting roles are recorded, so there is nothing to check.",
        "A board leads everything: 0 of 2 boards.",
        "Not recorded: 0 of 4 cells.",
    )


def test_no_lead_and_support_without_one_are_faults_where_every_cell_is_recorded(tmp_path: Path) -> None:
    found = checked(tmp_path, "supporting: [body/a, body/b]")
    assert findings(found) == [
        ("No lead", "fault", "Neglect has no lead board."),
        (
            "Supporting without a lead",
            "fault",
            "Adults Board and Borough Board support on Neglect, which has no lead board.",
        ),
    ]
    assert len(faults(found)) == 2
    assert found.heading.notes[3] == "Supporting without a lead: 2 of 2 supporting roles (2 faults)."


def test_a_lead_that_may_stand_in_a_cell_not_recorded_is_unknown(tmp_path: Path) -> None:
    found = checked(tmp_path, "supporting: body/a")
    assert findings(found) == [
        (
            "Not recorded",
            "to know",
            "The role of Borough Board on Neglect is not recorded, so its lead board is unknown.",
        ),
    ]
    assert faults(found) == []
    assert found.heading.notes[0] == "No lead: 0 of 2 themes (1 unknown)."
    assert found.heading.notes[-1] == "Not recorded: 1 of 4 cells (1 to know)."


def test_a_matrix_without_any_cell_is_said_to_be_unknown_in_one_sentence(tmp_path: Path) -> None:
    found = checked(tmp_path, "aliases: [X]", "aliases: [Y]")
    assert findings(found) == [
        ("Not recorded", "to know", "Which boards lead and support is unknown for all 2 themes.")
    ]
    assert (found.heading.answer, found.rows[0]["id"]) == (found.rows[0]["finding"], "t:matrix/m")
    assert found.heading.notes[-1] == "Not recorded: 4 of 4 cells (4 to know)."


def test_two_leads_are_a_fault_even_beside_a_cell_not_recorded(tmp_path: Path) -> None:
    themes = "- {id: x, name: Neglect, lead: [body/a, body/b], sources: {page: 9}}"
    matrix = """
    - {id: m, title: M, rows: safeguarding-theme/x, columns: [body/a, body/b, body/c], sources: {page: 9}}
    """
    bodies = BODIES + "    - {id: c, name: County Board, sources: {page: 1}}\n"
    graph = graph_of(tmp_path / "t", bodies=bodies, matrices=matrix, safeguarding_themes=themes)
    assert findings(matrix_check(Plan(graph, "2020-06-30"))) == [
        ("More than one lead", "fault", "Neglect has 2 lead boards: Adults Board and Borough Board."),
        ("Not recorded", "to know", "The role of County Board on Neglect is not recorded."),
    ]


def test_a_board_that_leads_everything_is_told_and_is_no_fault(tmp_path: Path) -> None:
    found = checked(tmp_path, "lead: body/a, no_role: body/b")
    assert findings(found) == [
        ("A board leads everything", "to know", "Adults Board is the lead board on all 2 themes.")
    ]
    assert (found.rows[0]["id"], faults(found)) == ("t:body/a", [])


def test_a_lead_board_that_is_past_is_a_fault_and_one_that_has_ended_leads_no_more(tmp_path: Path) -> None:
    ended = BODIES.replace("name: Borough Board", "name: Borough Board, until: 2019-03")
    found = checked(tmp_path / "ended", "no_role: body/a, lead: body/b", bodies=ended)
    assert findings(found) == [("No lead", "fault", "Neglect has no lead board.")]
    past = BODIES.replace("name: Borough Board", "name: Borough Board, status: past")
    found = checked(tmp_path, "no_role: body/a, lead: body/b", bodies=past)
    assert findings(found) == [
        ("The lead board is past", "fault", "Borough Board leads on Neglect, but it is a past body."),
    ]
    assert found.heading.notes[2] == "The lead board is past: 1 of 2 leads (1 fault)."


def test_findings_of_several_matrices_come_by_check_and_stand_on_their_cells() -> None:
    found = matrix_check(Plan(invented("sampleford-2025-26"), "2025-06-30"))
    order = [row["check"] for row in found.rows]
    assert order == sorted(order, key=list(CHECKS).index)
    assert {row["matrix"] for row in found.rows} == {
        "Who leads on safeguarding children",
        "Who leads on safeguarding adults",
    }
    assert found.heading.notes[-1] == "A theme that is a row of several matrices counts in each."
    two = next(row for row in found.rows if row["check"] == "More than one lead")
    assert (two["id"], two["sources"][0]["page"]) == ("sampleford-2025-26:safeguarding-theme/missing-children", 2)
    alone = matrix_check(Plan(invented("sampleford-2025-26"), "2025-06-30"), "Who leads on safeguarding adults")
    assert [row["check"] for row in alone.rows] == ["A board leads everything"]


def test_a_register_without_a_matrix_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^No matrix is recorded\."):
        matrix_check(Plan(graph_of(tmp_path / "t", bodies=BODIES), "2020-06-30"))
