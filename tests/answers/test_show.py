"""Everything about one thing, as sentences."""

from __future__ import annotations

from pathlib import Path

from ssp_graph.answers.chain import chain
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


def test_a_seat_that_was_vacant_for_a_time_is_told_once_and_cites_what_says_so(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "dunmoor",
        bodies="- {id: board, name: Board, members: {to: organisation/probation, stated_on: 2019-05-14, vacant: {"
        "since: 2019-10-01, until: 2020-11-30, sources: {page: 7}}}, sources: {page: 1}}\n",
        organisations="- {id: probation, name: Probation, sources: {page: 1}}\n",
    )
    told = "Board has among its members Probation (as stated 14 May 2019), the seat being vacant since 1 October 2019"
    for day in ("2019-06-01", "2020-06-01", "2021-06-01"):
        rows = [row for row in show(Plan(graph, day), ["dunmoor:body/board"]).rows if "members" in row["sentence"]]
        assert [(row["sentence"], [source["page"] for source in row["sources"]]) for row in rows] == [
            (f"{told}, until 30 November 2020.", [1, 7])
        ]


def test_whom_a_partnership_answers_to_is_told_of_both_with_where_the_register_has_it_from(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "dunmoor",
        "partnership: body/board\nanswers_to: {to: body/county, sources: {page: 9}}\n",
        bodies="- {id: board, name: Board, sources: {page: 1}}\n- {id: county, name: County, sources: {page: 1}}\n",
    )
    for thing in ("board", "county"):
        rows = show(Plan(graph, "2021-01-01"), [f"dunmoor:body/{thing}"]).rows
        told = [(row["sentence"], [source["page"] for source in row["sources"]]) for row in rows]
        assert ("Board answers to County.", [9]) in told
    up = chain(Plan(graph, "2021-01-01"), "dunmoor:body/board")
    assert [(way.text, way.arrives, [source["page"] for source in way.sources]) for way in up.ways] == [
        ("Board answers to County.", True, [9])
    ]
