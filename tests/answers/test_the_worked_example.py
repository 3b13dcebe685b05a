"""The invented partnership that ships with the program reads well on every day of its three years."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.answers.names import find
from ssp_graph.answers.show import show
from ssp_graph.answers.who import who
from ssp_graph.graph import Graph, load_graph
from ssp_graph.plan import Plan
from ssp_graph.shipped import shipped
from tests.making import graph_of
from tests.register.faults import faults_in

FOLDERS = [shipped("seed") / name for name in ("exampleton", "exampleton-2022-25")]


@pytest.fixture(scope="module")
def first() -> Graph:
    return load_graph(FOLDERS[:1], shipped("seed"))


@pytest.fixture(scope="module")
def second() -> Graph:
    return load_graph(FOLDERS[1:], shipped("seed"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_it_is_sound_and_says_in_its_title_that_it_is_invented(folder: Path, first: Graph, second: Graph) -> None:
    assert faults_in(folder) == []
    for graph in (first, second):
        assert all("invented" in about["title"] for about in graph.graph["registers"])


def answer(graph: Graph, name: str, day: str) -> str:
    plan = Plan(graph, day)
    return who(plan, find(plan, name).id).heading.answer


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2020-06-10", "Petra Hollins chairs Crime Reduction Board."),
        ("2021-06-01", "Owen Tasker chairs Safer Exampleton Board."),
        (
            "2022-01-15",
            "Nobody is recorded as chairing or leading Safer Exampleton Board: the Head of Community Safety is only "
            "vice-chair.",
        ),
    ],
)
def test_who_chaired_on_a_day_is_found_by_either_name_of_the_board(first: Graph, day: str, said: str) -> None:
    assert {answer(first, name, day) for name in ("Safer Exampleton Board", "Crime Reduction Board")} == {said}


def test_who_chairs_in_the_next_plan_is_known_from_its_first_meeting_on(second: Graph) -> None:
    assert answer(second, "Safer Exampleton Board", "2022-05-01").startswith("Nobody is recorded as chairing")
    assert answer(second, "Safer Exampleton Board", "2022-06-15") == "Ruth Vane chairs Safer Exampleton Board."


def test_a_board_is_not_told_to_be_also_known_by_its_own_name(first: Graph) -> None:
    for day, name, other in (
        ("2020-06-10", "Crime Reduction Board", "Safer Exampleton Board"),
        ("2021-06-01", "Safer Exampleton Board", "Crime Reduction Board"),
    ):
        plan = Plan(first, day)
        found = show(plan, [find(plan, name).id])
        assert found.heading.answer == f"{name} is a board, also known as {other}."


def test_a_lead_whose_post_is_vacant_is_told_with_who_acts_meanwhile(first: Graph) -> None:
    plan = Plan(first, "2020-12-18")
    heading = who(plan, find(plan, "Safe homes").id).heading
    assert heading.answer == "The Housing Services Manager (vacant) leads the priority theme “Safe homes”."
    assert heading.count == (
        "The Head of Community Safety (Zoë Quillfeather, as stated March 2019) is acting lead for it. "
        "Delivery Group is responsible for delivering it."
    )


def test_an_action_of_somebody_without_a_post_is_owned(first: Graph) -> None:
    said = answer(first, "Offer one telephone number for complaints of nuisance", "2021-01-01")
    assert said == "Tom Ashby is to carry out “Offer one telephone number for complaints of nuisance”."


def test_a_sighting_without_sources_of_its_own_stands_on_those_of_its_record(tmp_path: Path) -> None:
    seen = "[2019-03, {day: 2020-06, sources: {page: 9}}]"
    graph = graph_of(
        tmp_path / "town",
        people="- {id: ann, name: Ann, sources: {page: 1}}",
        posts=f"- {{id: chief, title: Chief, holder: {{to: person/ann, stated_on: {seen}}}, sources: {{page: 2}}}}",
    )
    (edge,) = Plan(graph, "2021-01-01").into(Plan(graph, "2021-01-01")["town:post/chief"], "HOLDS")
    assert [source["page"] for source in edge.sources] == [2, 9]


@pytest.mark.parametrize("folders", [FOLDERS, FOLDERS[::-1]], ids=["in order", "turned round"])
@pytest.mark.parametrize("name", ["Safer Exampleton Board", "Crime Reduction Board"])
def test_with_both_plans_each_name_means_the_board_of_the_plan_in_force(name: str, folders: list[Path]) -> None:
    graph = load_graph(folders, shipped("seed"))
    for day, said in (
        ("2021-02-01", "Petra Hollins chairs Crime Reduction Board."),
        ("2021-07-01", "Owen Tasker chairs Safer Exampleton Board."),
        ("2023-01-01", "Ruth Vane chairs Safer Exampleton Board."),
    ):
        assert answer(graph, name, day) == said
