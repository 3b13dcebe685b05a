"""Everything about one thing, as sentences."""

from __future__ import annotations

from pathlib import Path

from ssp_graph.answers.show import show
from ssp_graph.plan import Plan
from tests.making import graph_of

DAY = "2020-06-30"


def test_facts_from_both_ends_stand_as_sentences_with_dates_limits_and_reasons(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        bodies="""
            - id: board
              name: Board
              classification: board
              statutory: true
              remit: Sets the plan.
              aliases: [TB]
              also_titled: {title: Town Board, sources: {page: 8}}
              reports_to: {to: body/cabinet, on: money, frequency: each quarter, since: 2018, stated_on: 2019-03}
              members: {to: post/chief, capacity: adviser}
              sources: {page: 1, anchor: the Board}
            - {id: cabinet, name: Cabinet, status: past, sources: {page: 2}}
            - {id: new, name: New Group, status: proposed, part_of: body/board, sources: {page: 3}}
        """,
        posts="- {id: chief, title: Chief, sources: {page: 4}}",
        themes="""
            - id: safety
              name: Safety
              led_by: {to: body/board, capacity: joint, basis: inferred, reason: Nobody else does.}
              sources: {page: 5}
        """,
    )
    found = show(Plan(graph, DAY), ["town:body/board"])
    assert [(row["sentence"], row["basis"], [source["page"] for source in row["sources"]]) for row in found.rows] == [
        ("A board, also known as TB.", "stated", [1]),
        ("It is statutory.", "stated", [1]),
        ("Remit: Sets the plan.", "stated", [1]),
        ("Also titled “Town Board”.", "stated", [8]),
        (
            "Board reports to Cabinet (past), on money only, each quarter (since 2018, as stated March 2019).",
            "stated",
            [1],
        ),
        ("Board jointly leads the theme “Safety”. Inferred: Nobody else does.", "inferred", [5]),
        ("Board has among its members Chief (adviser).", "stated", [1]),
        ("Board includes New Group (proposed).", "stated", [3]),
    ]
    assert found.heading.count == "8 facts."


def test_a_name_of_several_kinds_is_answered_for_each(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        themes="- {id: a, name: Calm, sources: {page: 1}}",
        issues="- {id: a, name: Calm, theme: theme/a, sources: {page: 2}}",
    )
    found = show(Plan(graph, DAY), ["town:theme/a", "town:issue/a"])
    assert list(dict.fromkeys(row["section"] for row in found.rows)) == ["Calm (theme)", "Calm (issue)"]
