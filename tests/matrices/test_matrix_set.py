"""One cell to be set: what changes, what is there already, and what is said about it."""

from __future__ import annotations

from pathlib import Path

from ssp_graph.matrices.cell import cell_change
from ssp_graph.matrices.writing import CellChange
from ssp_graph.model.facts import Source
from ssp_graph.plan import Plan
from tests.making import graph_of
from tests.matrices.test_matrix import BODIES, MATRICES, THEMES

LEAD = ("body/adults", "Neglect", "lead")


def test_a_role_that_is_stated_on_this_source_already_needs_no_change(tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "t", bodies=BODIES, matrices=MATRICES, safeguarding_themes=THEMES)
    assert cell_change(Plan(graph, "2025-06-30"), None, *LEAD, "", "10", " leads  on neglect ") == (
        None,
        "Nothing to change: Adults Board on Neglect is lead already.",
    )
    change, told = cell_change(Plan(graph, "2025-06-30"), None, *LEAD, "The Plan", "p. 11", "leads on neglect")
    assert change == CellChange(
        "t:matrix/one",
        "t:safeguarding-theme/neglect",
        "t:body/adults",
        "lead",
        (Source(page=11, anchor="leads on neglect"),),
    )
    assert told == (
        "Adults Board on Neglect: still lead, now on this source.\n"
        "This replaces: lead, on The Plan, p. 10 “leads on neglect”."
    )


def test_an_inferred_role_is_stated_once_it_is_set_even_on_the_same_source(tmp_path: Path) -> None:
    inferred = THEMES.replace(
        "anchor: leads on neglect}", "anchor: leads on neglect}, basis: inferred, reason: so be it"
    )
    graph = graph_of(tmp_path / "t", bodies=BODIES, matrices=MATRICES, safeguarding_themes=inferred)
    change, told = cell_change(Plan(graph, "2025-06-30"), None, *LEAD, "", "10", "leads on neglect")
    assert change is not None
    assert told.splitlines()[1] == ("This replaces: lead, inferred (so be it), on The Plan, p. 10 “leads on neglect”.")


def test_not_recorded_needs_no_source(tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "t", bodies=BODIES, matrices=MATRICES, safeguarding_themes=THEMES)
    change, told = cell_change(Plan(graph, "2025-06-30"), None, "TAB", "Neglect", "Not Recorded", "", "", "")
    assert change is not None
    assert change.sources == ()
    assert told == (
        "Adults Board on Neglect: lead becomes not recorded.\n"
        "This takes out: lead, on The Plan, p. 10 “leads on neglect”. "
        "If that was right in its day, give it an `until` in the file instead."
    )
    assert cell_change(Plan(graph, "2025-06-30"), None, "TAB", "Abuse", "not recorded", "", "", "")[0] is None


def test_a_role_that_another_takes_the_place_of_is_told_with_all_that_it_stood_on(tmp_path: Path) -> None:
    sources = "[{page: 10, anchor: leads on neglect}, {document: memo, anchor: so agreed}]"
    graph = graph_of(
        tmp_path / "t",
        bodies=BODIES,
        matrices=MATRICES,
        documents="- {id: plan, title: The Plan, pages: 40}\n- {id: memo, title: Memo}\n",
        safeguarding_themes=THEMES.replace("{page: 10, anchor: leads on neglect}", sources),
    )
    _, told = cell_change(Plan(graph, "2025-06-30"), None, "TAB", "Neglect", "none", "", "12", "has no role")
    assert told == (
        "Adults Board on Neglect: lead becomes none.\n"
        "This replaces: lead, on The Plan, p. 10 “leads on neglect”; Memo, “so agreed”. If that was right in its day, "
        "give it an `until` in the file instead, and write the new role beneath it, with `since`."
    )
    _, first = cell_change(Plan(graph, "2025-06-30"), None, "TAB", "Abuse", "none", "", "12", "has no role")
    assert first == "Adults Board on Abuse: not recorded becomes none."
