"""The questions over several registers: each on two small partnerships that use one region."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.graph import Graph, load_graph
from ssp_graph.plan import Plan
from ssp_graph.questions import gaps
from ssp_graph.questions.library import Library, library
from tests.making import write_register
from tests.questions.asking import DAY, Engines, answer, values, with_sources


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    """Give two partnerships of a region; one police force sits in both, a council of one name in each."""
    write_register(
        tmp_path / "region",
        organisations=with_sources("- {id: police, name: Police}\n"),
        regional_priorities=with_sources("- {id: safe, name: Safe}\n- {id: fair, name: Fair}\n"),
    )
    for town, theme in (("east", "region:regional-priority/safe"), ("west", "region:regional-priority/safe")):
        write_register(
            tmp_path / town,
            "uses: region\nsince: 2020\nuntil: 2022\n",
            organisations=with_sources("- {id: council, name: Council}\n"),
            bodies=with_sources(
                f"- {{id: b, name: Board {town}, members: [region:organisation/police, organisation/council]}}\n"
            ),
            themes=with_sources(f"- {{id: t, name: Theme, maps_to: {theme}}}\n"),
        )
    return load_graph([tmp_path / "west", tmp_path / "east"])


def test_who_sits_in_several_partnerships_is_told_by_one_record_and_never_by_a_name(
    graph: Graph, engine: Engines
) -> None:
    table = answer(engine, graph, "seats-in-several-partnerships")
    assert values(table, "member", "partnerships", "bodies") == [("Police", 2, ["Board east", "Board west"])]
    assert values(table, "plans") == [(["The Plan of east", "The Plan of west"],)]


def test_a_regional_priority_that_no_plan_serves_is_told_once(graph: Graph, engine: Engines) -> None:
    table = answer(engine, graph, "priorities-no-plan-serves")
    assert (values(table, "priority", "served"), table.heading.count) == (
        [("Fair", "by none")],
        "1 of 2 regional priorities.",
    )


def test_the_gaps_of_several_plans_stand_side_by_side(graph: Graph, engine: Engines) -> None:
    names = ("themes-without-lead", "priorities-without-theme")
    only = Library({name: library().questions[name] for name in names})
    table = gaps.summary(engine(graph), Plan(graph, DAY), only)
    headings = {column.name: column.heading for column in table.columns}
    assert (headings["east"], headings["west"]) == ("Found in The Plan of east", "Found in The Plan of west")
    assert values(table, "check", "found", "east", "west") == [
        ("themes-without-lead", 2, 1, 1),
        ("priorities-without-theme", 2, 1, 1),
    ]
