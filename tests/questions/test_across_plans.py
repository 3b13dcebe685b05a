"""A partnership known from the minutes of two plans: who goes on from one to the other was not gone in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.answers.past.history import history
from ssp_graph.answers.who import who
from ssp_graph.comparing.compare import compare
from ssp_graph.engines import open_engine
from ssp_graph.graph import Graph, load_graph
from ssp_graph.plan import Plan
from tests.making import write_register
from tests.questions.asking import Engines, answer

PEOPLE = "\n".join(
    f"- {{id: {each.lower()}, name: {each}, sources: {{page: 1, anchor: {each}}}}}" for each in ("Ann", "Bob", "Cat")
)
OLD_BODIES = """
    - id: board
      name: Crime Board
      chairs: {to: person/ann, stated_on: 2022-05-10}
      members: [{to: person/ann, stated_on: 2022-05-10}, {to: person/bob, stated_on: 2022-05-10}]
      sources: {page: 1, anchor: the board}
"""
NEW_BODIES = """
    - id: safer-board
      name: Safer Board
      was: body/board
      chairs: {to: person/ann, stated_on: 2023-02-07}
      members: [{to: person/ann, stated_on: 2023-02-07}, {to: person/cat, stated_on: 2023-02-07}]
      sources: {page: 1, anchor: the board}
"""
OLD_MEETING = """
    - {id: may, name: Meeting, body: body/board, day: 2022-05-10, present: person/ann, sources: {page: 1, anchor: may}}
"""
NEW_MEETING = """
    - {id: feb, name: Meeting, body: body/safer-board, day: 2023-02-07, present: [person/ann, person/cat],
       sources: {page: 1}}
"""
OLD_ACTIONS = """
    - {id: count, name: Count, progress: {day: 2022-06-01, status: done}, sources: {page: 2, anchor: count}}
    - {id: invite, name: Invite, owner: person/ann, sources: {page: 2, anchor: invite}}
"""
BOARD = "new:body/safer-board"


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    old = write_register(
        tmp_path / "old",
        "since: 2022-01-01",
        bodies=OLD_BODIES,
        people=PEOPLE,
        meetings=OLD_MEETING,
        actions=OLD_ACTIONS,
    )
    about = "since: 2023-01-01\nfollows: old"
    new = write_register(tmp_path / "new", about, bodies=NEW_BODIES, people=PEOPLE, meetings=NEW_MEETING)
    return load_graph([old, new])


def test_who_is_named_again_later_was_there_from_the_first_day_of_the_plan(graph: Graph) -> None:
    plan = Plan(graph, "2023-01-15")
    assert who(plan, BOARD).heading.answer == "Ann chairs Safer Board."
    assert {edge.source.name for edge in plan.into(plan[BOARD], "MEMBER_OF")} == {"Ann"}  # Cat was not there before


def test_members_and_chairs_are_counted_through_both_plans(engine: Engines, graph: Graph) -> None:
    joined = answer(engine, graph, "members-joined-and-left", "2023-03-01", since="2022-06-01").rows
    assert [(row["body"], row["member"], row["change"]) for row in joined] == [
        ("Safer Board", "Cat", "first named"),
        ("Safer Board", "Bob", "no longer named"),
    ]
    assert list(answer(engine, graph, "seats-that-changed-hands", "2023-03-01", since="2022-06-01").rows) == []
    seats = {
        row["seat"]: (row["meetings"], row["came"])
        for row in answer(engine, graph, "attendance-by-seat", "2023-03-01").rows
    }
    assert seats == {"Ann": (2, 2), "Bob": (1, 0), "Cat": (1, 1)}
    never = answer(engine, graph, "seats-never-represented", "2023-03-01").rows
    assert [row["seat"] for row in never] == ["Bob"]


def test_what_was_done_under_the_plan_before_stays_done(engine: Engines, graph: Graph) -> None:
    done = answer(engine, graph, "actions-done", "2023-03-01")
    assert [(row["action"], row["plan"]) for row in done.rows] == [("Count", "The Plan of old")]
    assert done.heading.count == "1 of 2 actions."


def test_of_what_the_new_plan_drops_its_last_day_is_told(graph: Graph) -> None:
    found = who(Plan(graph, "2023-03-01"), "old:action/invite").heading
    assert (found.as_of, found.answer) == (
        "2022-12-31",
        "As of 31 December 2022, its last day: Ann is to carry out “Invite”.",
    )


def test_a_comparison_of_the_two_tells_only_what_changed(graph: Graph) -> None:
    before, after = (Plan(graph, day, named=[name]) for day, name in (("2022-12-31", "old"), ("2023-01-01", "new")))
    with open_engine("ladybug", graph) as engine:
        told = [row["sentence"] for row in compare(before, after, (engine, engine)).rows]
    assert "Safer Board no longer has among its members Bob." in told
    assert "Crime Board is now called Safer Board." in told
    assert not [sentence for sentence in told if "chaired" in sentence or "Meeting" in sentence]


def test_a_history_goes_through_both_names_and_says_what_it_was(graph: Graph) -> None:
    told = history(Plan(graph, "2023-03-01"), BOARD)
    assert told.heading.answer == "Safer Board was chaired by Ann (stated 10 May 2022; stated 7 February 2023)."
    assert ("Was", "Crime Board (body/board)") in {(row["section"], row["name"]) for row in told.rows}
