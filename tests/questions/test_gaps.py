"""Gaps: counted of how many, accepted until their day, told with file and line where an entry is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.errors import UsageError
from ssp_graph.graph import Graph, load_graph
from ssp_graph.outputs import render
from ssp_graph.plan import Plan
from ssp_graph.questions import gaps
from ssp_graph.questions.library import library
from tests.making import REGISTERS, graph_of
from tests.questions.asking import DAY, Engines, rows, with_sources

ACCEPTED = """\
- {check: actions-without-owner, thing: action/one, reason: It is being settled., until: 2020-06-30}
- {check: actions-without-owner, thing: action/owned, reason: It was being settled., until: 2021}
- {check: actions-with-no-owner, thing: action/one, reason: It is being settled., until: 2020}
"""


def accepted(tmp_path: Path) -> Graph:
    return graph_of(
        tmp_path / "town",
        posts=with_sources("- {id: p, title: Head}\n"),
        actions=with_sources(
            "- {id: one, name: One}\n- {id: two, name: Two}\n- {id: owned, name: Three, owner: post/p}\n"
        ),
        accepted_gaps=ACCEPTED,
    )


def test_a_gap_is_accepted_until_its_last_day_and_counts_again_the_day_after(tmp_path: Path, engine: Engines) -> None:
    graph = accepted(tmp_path)
    file = (tmp_path / "town" / "accepted-gaps.yaml").as_posix()
    table = rows(engine, graph, "actions-without-owner", "2020-06-30")
    shown = [(row["action"], row["state"], row["accepted_reason"], row["accepted_until"]) for row in table.rows]
    assert shown == [("Two", "gap", None, None), ("One", "accepted", "It is being settled.", "2020-06-30")]
    assert table.heading.count == "1 of 3 actions; 1 accepted."
    assert gaps.unaccepted(table)
    assert f"{file}:2: Three has no such gap. Delete the entry once it is closed." in table.heading.notes
    after = rows(engine, graph, "actions-without-owner", "2020-07-01")
    assert [(row["action"], row["state"]) for row in after.rows] == [("One", "gap"), ("Two", "gap")]
    lapsed = f"{file}:1: the gap of One (actions-without-owner) was accepted until 30 June 2020 and counts again."
    assert lapsed in after.heading.notes


def test_an_acceptance_for_a_check_there_is_not_is_reported_with_its_line(tmp_path: Path, engine: Engines) -> None:
    graph = accepted(tmp_path)
    notes = gaps.summary(engine(graph), Plan(graph, DAY), library()).heading.notes
    file = (tmp_path / "town" / "accepted-gaps.yaml").as_posix()
    expected = (
        f"{file}:3: a gap is accepted for the check actions-with-no-owner, which there is not. "
        "Did you mean actions-without-owner?"
    )
    assert expected in notes


def test_a_summary_counts_every_check_of_how_many_and_says_whether_all_is_accepted(
    tmp_path: Path, engine: Engines
) -> None:
    graph = accepted(tmp_path)
    table = gaps.summary(engine(graph), Plan(graph, DAY), library())
    by_check = {row["check"]: row for row in table.rows}
    assert by_check.keys() == library().checks.keys()
    row = by_check["actions-without-owner"]
    assert [row[name] for name in ("found", "of", "accepted", "inferred", "unknown")] == [1, 3, 1, 0, 0]
    assert by_check["reporting-loops"]["of"] == 0
    assert gaps.unaccepted(table)
    nothing = graph_of(tmp_path / "empty")
    assert not gaps.unaccepted(gaps.summary(engine(nothing), Plan(nothing, DAY), library()))


def test_the_summary_is_a_table_at_eighty_columns(engine: Engines) -> None:
    graph = load_graph([REGISTERS / "exampleton-2024-27"])
    table = gaps.summary(engine(graph), Plan(graph, "2025-06-30"), library())
    lines = render(table, "table", width=80).decode().splitlines()
    heads = [line.split() for line in lines if line.startswith("What it finds")]
    assert {tuple(head) for head in heads} == {
        ("What", "it", "finds", "Found", "Of", "Accepted", "Inferred", "Unknown"),
    }
    assert "(actions-without-owner)" in "\n".join(lines)


def test_no_check_finds_more_than_it_counts(engine: Engines) -> None:
    graph = load_graph([REGISTERS / "exampleton-2024-27", REGISTERS / "sampleford-2025-26"])
    table = gaps.summary(engine(graph), Plan(graph, "2025-06-30"), library())
    for row in table.rows:
        assert row["found"] + row["accepted"] + row["inferred"] + row["unknown"] <= row["of"], row["check"]
    assert not any("cannot be run" in note for note in table.heading.notes)


def test_a_check_is_named_in_full_or_by_the_beginning_of_one_name_only(tmp_path: Path, engine: Engines) -> None:
    graph = accepted(tmp_path)
    assert rows(engine, graph, "actions without ow").heading.title == "Actions nobody owns"
    with pytest.raises(
        UsageError, match=r"There is no check 'actions-without-onwer'. Did you mean actions-without-owner"
    ):
        rows(engine, graph, "actions-without-onwer")
    with pytest.raises(UsageError, match=r"'actions-by-owner'\. It is a report: ssp-graph ask actions-by-owner\.$"):
        rows(engine, graph, "actions-by-owner")
