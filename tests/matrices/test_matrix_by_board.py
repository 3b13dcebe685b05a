"""The lead and supporting matrix turned round."""

from __future__ import annotations

from pathlib import Path

from ssp_graph.matrices.by_board import by_board
from ssp_graph.plan import Plan
from tests.making import graph_of, invented
from tests.matrices.test_matrix import BODIES, DAY, MATRICES, THEMES


def test_each_board_has_the_themes_it_leads_supports_has_no_role_on_and_those_not_recorded(tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "t", bodies=BODIES, matrices=MATRICES, safeguarding_themes=THEMES)
    found = by_board(Plan(graph, DAY))
    assert [(row["board"], row["role"], row["count"], row["of"], row["themes"]) for row in found.rows] == [
        ("Children Board", "Leads", 0, 2, []),
        ("Children Board", "Supports", 0, 2, []),
        ("Children Board", "Has no role", 0, 2, []),
        ("Children Board", "Not recorded", 2, 2, ["Neglect", "Abuse"]),
        ("Adults Board (TAB)", "Leads", 1, 2, ["Neglect"]),
        ("Adults Board (TAB)", "Supports", 0, 2, []),
        ("Adults Board (TAB)", "Has no role", 0, 2, []),
        ("Adults Board (TAB)", "Not recorded", 1, 2, ["Abuse"]),
        ("Health Board", "Leads", 0, 2, []),
        ("Health Board", "Supports", 0, 2, []),
        ("Health Board", "Has no role", 1, 2, ["Neglect"]),
        ("Health Board", "Not recorded", 1, 2, ["Abuse"]),
    ]
    assert found.heading.count == "4 of 6 cells are not recorded."


def test_every_role_has_its_sources_and_ids_and_says_what_is_inferred(tmp_path: Path) -> None:
    inferred = THEMES.replace("no_role: body/health", "no_role: {to: body/health, basis: inferred, reason: so it was}")
    graph = graph_of(tmp_path / "t", bodies=BODIES, matrices=MATRICES, safeguarding_themes=inferred)
    rows = {(row["id"], row["role"]): row for row in by_board(Plan(graph, DAY)).rows}
    lead = rows["t:body/adults", "Leads"]
    assert (lead["theme_ids"], [source["anchor"] for source in lead["sources"]]) == (
        ["t:safeguarding-theme/neglect"],
        ["leads on neglect"],
    )
    assert rows["t:body/health", "Has no role"]["themes"] == ["Neglect (inferred)"]


def test_one_of_several_matrices_is_turned_round_alone() -> None:
    found = by_board(Plan(invented("sampleford-2025-26"), "2025-06-30"), "Who leads on safeguarding adults")
    assert {row["board"] for row in found.rows} == {
        "Safeguarding Adults Board (SAB)",
        "Sampleford and Millbrook Joint Partnership (SMJP)",
    }
    assert [row["themes"] for row in found.rows if row["role"] == "Leads"] == [["Exploitation", "Self-neglect"], []]
