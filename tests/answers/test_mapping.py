"""Regional priorities against themes."""

from __future__ import annotations

from pathlib import Path

from ssp_graph.answers.mapping import mapping
from ssp_graph.graph import Graph, load_graph
from tests.making import write_register

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
    found = mapping(town_and_region(tmp_path), DAY)
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
        "1 of 2 themes map to a regional priority; 1 of 2 commitments have something local that addresses them."
    )


def test_it_says_where_the_stated_mapping_and_the_content_disagree(tmp_path: Path) -> None:
    assert mapping(town_and_region(tmp_path), DAY).heading.notes == (
        "Calm is set against Keep safe, but nothing in it addresses its commitments.",
        "Homes addresses commitments of Keep safe, but is not set against it.",
    )


def test_another_partnership_that_is_loaded_but_not_named_does_not_leak_in(tmp_path: Path) -> None:
    graph = town_and_region(tmp_path)
    graph.graph["named"] = ["region"]
    found = mapping(graph, DAY)
    assert {row["theme"] for row in found.rows} == {None}
    assert found.heading.count.startswith("0 of 0 themes")
