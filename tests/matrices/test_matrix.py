"""The lead and supporting matrix."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.errors import UsageError
from ssp_graph.matrices.table import matrix
from ssp_graph.plan import Plan
from tests.making import graph_of

DAY = "2020-06-30"
BODIES = """
    - {id: adults, name: Adults Board, aliases: [Elders, TAB], sources: {page: 1}}
    - {id: children, name: Children Board, sources: {page: 1}}
    - {id: health, name: Health Board, sources: {page: 1}}
"""
MATRICES = """
    - id: one
      title: Appendix 1
      rows: [safeguarding-theme/neglect, safeguarding-theme/abuse]
      columns: [body/children, body/adults, body/health]
      sources: {page: 9}
"""
THEMES = """
    - {id: abuse, name: Abuse, sources: {page: 9}}
    - id: neglect
      name: Neglect
      lead: {to: body/adults, sources: {page: 10, anchor: leads on neglect}}
      supporting: {to: body/children, until: 2019-12}
      no_role: body/health
      sources: {page: 9}
"""


def test_rows_and_columns_keep_the_plans_order_and_every_cell_has_a_word(tmp_path: Path) -> None:
    found = matrix(Plan(graph_of(tmp_path / "t", bodies=BODIES, matrices=MATRICES, safeguarding_themes=THEMES), DAY))
    assert [column.name for column in found.columns] == ["Children Board", "Adults Board", "Health Board"]
    assert [column.abbreviation for column in found.columns] == ["", "TAB", ""]
    assert [(row.name, [cell.state for cell in row.cells.values()]) for row in found.rows] == [
        ("Neglect", ["not recorded", "lead", "none"]),
        ("Abuse", ["not recorded", "not recorded", "not recorded"]),
    ]
    assert found.heading.count == "4 of 6 cells are not recorded."


def test_a_cell_has_its_own_source_and_a_past_one_holds_on_its_days(tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "t", bodies=BODIES, matrices=MATRICES, safeguarding_themes=THEMES)
    cells = matrix(Plan(graph, "2019-12-31")).rows[0].cells
    assert cells["t:body/children"].state == "supporting"
    assert cells["t:body/adults"].sources[0]["anchor"] == "leads on neglect"


def test_no_matrix_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^No matrix is recorded\. Add one to matrices\.yaml"):
        matrix(Plan(graph_of(tmp_path / "t", bodies=BODIES), DAY))


def test_one_of_several_matrices_is_chosen_by_name(tmp_path: Path) -> None:
    two = MATRICES + "    - {id: two, title: Second, columns: [body/health], sources: {page: 9}}\n"
    graph = graph_of(tmp_path / "t", bodies=BODIES, matrices=two, safeguarding_themes=THEMES)
    with pytest.raises(UsageError) as caught:
        matrix(Plan(graph, DAY))
    assert str(caught.value) == (
        "There are 2 matrices. Choose one with --matrix:\n  Appendix 1: t:matrix/one\n  Second: t:matrix/two"
    )
    empty = matrix(Plan(graph, DAY), "Second")
    assert empty.heading.count == "It has no cells: its rows or its columns are not recorded."
