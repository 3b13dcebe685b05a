"""Regional priorities against themes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.answers.mapping import mapping, weakest
from ssp_graph.errors import UsageError
from ssp_graph.graph import Graph, load_graph
from ssp_graph.plan import Plan
from tests.making import graph_of, write_register

DAY = "2020-06-30"


def town_and_region(tmp_path: Path) -> Graph:
    write_register(
        tmp_path / "region",
        regional_priorities="""
            - id: safe
              name: Keep safe
              commitments:
                - {id: knives, name: Fewer knives, sources: {page: 2}}
                - {id: roads, name: Safe roads, sources: {page: 2}}
              sources: {page: 1}
            - {id: strong, name: Strong places, sources: {page: 3}}
        """,
    )
    town = write_register(
        tmp_path / "town",
        "uses: [region]\n",
        themes="""
            - id: calm
              name: Calm
              maps_to: {to: region:regional-priority/safe, relation: subset, rationale: Both are on streets.}
              sources: {page: 5}
            - {id: homes, name: Homes, sources: {page: 6}}
        """,
        priority_areas="""
            - id: blades
              name: Blades
              theme: theme/homes
              addresses: {to: region:commitment/knives, basis: inferred, reason: Same subject.}
              sources: {page: 7}
        """,
    )
    return load_graph([town])


def test_priorities_commitments_and_themes_stand_with_what_is_left_over_on_each_side(tmp_path: Path) -> None:
    found = mapping(Plan(town_and_region(tmp_path), DAY))
    shown = [
        tuple(row[name] for name in ("priority", "theme", "state", "relation", "commitment", "local", "basis"))
        for row in found.rows
    ]
    assert shown == [
        ("Keep safe", "Calm", "mapped", "subset", None, None, "stated"),
        ("Keep safe", "Homes", "addressed", None, "Fewer knives", "Blades", "inferred"),
        ("Keep safe", None, "nothing local", None, "Safe roads", None, None),
        ("Strong places", None, "no theme", None, None, None, None),
        (None, "Homes", "theme not mapped", None, None, None, None),
    ]
    assert found.heading.count == (
        "1 of 2 themes are set against a regional priority; 1 of 2 commitments have something local that addresses "
        "them, all of them by inference alone."
    )
    assert found.heading.answer == (
        "Every theme but Homes is set against a regional priority; nothing local is recorded as addressing Safe roads."
    )


def test_it_says_where_the_stated_mapping_and_the_content_disagree(tmp_path: Path) -> None:
    assert mapping(Plan(town_and_region(tmp_path), DAY)).heading.notes == (
        "Calm is set against Keep safe; which of its commitments it addresses is not recorded.",
        "Homes is not set against Keep safe, but addresses Fewer knives of it.",
    )


def test_another_partnership_that_is_loaded_but_not_named_does_not_leak_in(tmp_path: Path) -> None:
    graph = town_and_region(tmp_path)
    graph.graph["named"] = ["region"]
    found = mapping(Plan(graph, DAY))
    assert {row["theme"] for row in found.rows} == {None}
    assert found.heading.count.startswith("No theme is recorded here")


def test_it_can_be_turned_round_to_stand_by_theme(tmp_path: Path) -> None:
    found = mapping(Plan(town_and_region(tmp_path), DAY), by="theme")
    assert [(row["theme"], row["state"]) for row in found.rows] == [
        ("Calm", "mapped"),
        ("Homes", "addressed"),
        ("Homes", "theme not mapped"),
        (None, "nothing local"),
        (None, "no theme"),
    ]
    assert found.columns[0].name == found.group_by == "theme"


def test_outcomes_of_the_borough_are_set_against_themes_by_the_same_view(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        outcomes="""
            - id: safe
              name: People are safe
              statements:
                - {id: fewer, name: Fewer victims, sources: {page: 3}}
                - {id: calm, name: People feel safe, sources: {page: 3}}
              sources: {page: 3}
        """,
        themes="""
            - {id: calm, name: Calm, contributes_to: [outcome/safe, outcome/fewer], sources: {page: 5}}
        """,
    )
    found = mapping(Plan(graph, DAY), "outcomes")
    assert [(row["priority"], row["theme"], row["state"], row["commitment"], row["local"]) for row in found.rows] == [
        ("People are safe", "Calm", "mapped", None, None),
        ("People are safe", "Calm", "addressed", "Fewer victims", "Calm"),
        ("People are safe", None, "not recorded", "People feel safe", None),
    ]
    assert found.heading.count == (
        "1 of 1 themes contribute to an outcome; 1 of 2 statements have something local that addresses them."
    )
    assert found.heading.answer == "Every theme contributes to “People are safe”."


def test_of_outcomes_it_is_not_recorded_which_statement_a_theme_serves(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        outcomes="""
            - id: safe
              name: Safe
              statements: {id: fewer, name: Fewer victims, sources: {page: 3}}
              sources: {page: 3}
        """,
        themes="- {id: calm, name: Calm, contributes_to: outcome/safe, sources: {page: 5}}",
        strategies="- {id: plan, name: Plan, contributes_to: outcome/safe, sources: {page: 5}}",
    )
    found = mapping(Plan(graph, DAY), "outcomes")
    assert found.heading.count == (
        "1 of 1 themes contribute to an outcome; which of the 1 statements under them a theme serves is not recorded."
    )
    assert found.heading.notes == ()


@pytest.mark.parametrize(
    ("one", "other", "over_both"),
    [
        ("superset", "equal", "superset"),
        ("superset", "superset", "superset"),
        ("superset", "subset", "intersects"),
        ("superset", "intersects", "intersects"),
        ("superset", "not stated", "not stated"),
        ("equal", "subset", "subset"),
    ],
)
def test_over_two_steps_the_weakest_link_decides(one: str, other: str, over_both: str) -> None:
    assert weakest(one, other) == over_both


def test_a_wrong_side_is_told_with_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^The mapping knows no 'goals'\. Write one of: priorities, outcomes\.$"):
        mapping(Plan(town_and_region(tmp_path), DAY), "goals")
