"""How a thing came to be as it is, and what is said between two days that are stated."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.answers.names import find
from ssp_graph.answers.past.history import history
from ssp_graph.answers.show import show
from ssp_graph.answers.who import who
from ssp_graph.graph import load_graph
from ssp_graph.plan import Plan
from tests.making import invented, write_register


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan(invented("riverton"), "2021-04-01")


def test_chairs_names_and_statuses_are_told_in_order_of_days(plan: Plan) -> None:
    answer = history(plan, "riverton:body/safety-board")
    assert answer.heading.answer == (
        "Riverton Safety Board was chaired by Ann Archer (stated 14 May 2019 and 2 November 2019), then Bob Baker "
        "(stated 1 September 2020) and then Ann Archer (stated 3 March 2021)."
    )
    assert answer.heading.count == (
        "Riverton Safety Board was called Riverton Crime Board (until 31 August 2020). Riverton Safety Board was "
        "proposed (stated 5 January 2019; until 31 March 2019) and then established (from 1 April 2019)."
    )
    told = [(row["section"], row["name"], row["when"]) for row in answer.rows if row["section"] == "Members"]
    assert told == [
        (
            "Members",
            "Town Council",
            "from 1 January 2019; the seat vacant since 1 February 2020, until 31 October 2020; the seat vacant as "
            "stated 3 March 2021",
        ),
        ("Members", "Fire Service", "from 1 March 2019; until 31 December 2020"),
        ("Members", "Clerk", "stated 14 May 2019"),
        ("Members", "Dee Draper", "stated 3 March 2021"),
    ]


def test_a_vacancy_stands_between_holders_and_a_designate_did_not_hold_the_post(plan: Plan) -> None:
    answer = history(plan, "riverton:post/clerk")
    assert answer.heading.answer.startswith(
        "Clerk was held by Cy Carter (stated 14 May 2019), then nobody (vacant; until 31 December 2020, as stated "
        "1 September 2020), then Bob Baker (acting; stated 3 March 2021) and then nobody (vacant; since 1 January "
        "2022)."
    )
    assert ("Dee Draper", "designate") in [(row["name"], row["capacity"]) for row in answer.rows]


def test_the_same_thing_is_followed_from_one_plan_to_the_next(tmp_path: Path) -> None:
    for name, about, who_ in (
        ("old", "since: 2018\nuntil: 2020\n", "ann"),
        ("next", "since: 2021\nuntil: 2023\nfollows: old\n", "bob"),
    ):
        write_register(
            tmp_path / name,
            about,
            people=f"- {{id: {who_}, name: {who_.capitalize()}, sources: {{page: 1}}}}\n",
            bodies=f"- {{id: b, name: Board, chairs: person/{who_}, sources: {{page: 2}}}}\n",
        )
    graph = load_graph([tmp_path / "next", tmp_path / "old"])
    for day in ("2019-06-01", "2022-06-01"):
        plan = Plan(graph, day)
        assert history(plan, find(plan, "Board").id).heading.answer == (
            "Board was chaired by Ann (stated in The Plan of old) and then Bob (stated in The Plan of next)."
        )


def test_between_two_that_are_stated_an_answer_says_both() -> None:
    plan = Plan(invented("riverton"), "2020-03-01")
    board = find(plan, "Riverton Safety Board").id  # which has another name on this day
    assert who(plan, board).heading.count.startswith(
        "That is as last stated 2 November 2019; Bob Baker is stated from 1 September 2020."
    )
    assert (
        "Riverton Crime Board is chaired by Ann Archer (as stated 2 November 2019); Bob Baker is stated from 1 "
        "September 2020."
    ) in [row["sentence"] for row in show(plan, [board]).rows]
    sure = Plan(invented("riverton"), "2019-11-02")
    assert "Bob" not in str(who(sure, board).rows)


def test_an_action_shows_how_it_moved_with_the_source_of_each_day() -> None:
    plan = Plan(invented("riverton"), "2020-12-01")
    rows = show(plan, ["riverton:action/light-the-underpass"]).rows
    september, may = "Minutes of 1 September 2020", "Minutes of 14 May 2019"
    assert [
        (row["sentence"], row["sources"][0]["title"]) for row in rows if row["sentence"][:2] in ("St", "On", "La")
    ] == [
        ("Status: in progress.", september),
        ("On 1 September 2020: in progress, rated amber: The order is out.", september),
        ("Later, on 3 March 2021: done, rated green: All six lamps burn.", may),
    ]
