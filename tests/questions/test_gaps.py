"""Gaps: counted of how many, accepted until their day, told with file and line where an entry is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from ssp_graph.engines import Rows
from ssp_graph.engines.filling import loading
from ssp_graph.engines.ladybug import Ladybug
from ssp_graph.errors import UsageError
from ssp_graph.graph import Graph, load_graph
from ssp_graph.outputs import render
from ssp_graph.plan import Plan
from ssp_graph.questions import gaps
from ssp_graph.questions.library import Library, library
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


def test_checks_that_find_some_of_the_same_count_it_once(tmp_path: Path) -> None:
    asked: list[str] = []

    class Listening(Ladybug):
        def run(self, cypher: str, parameters: Mapping[str, object], at_most: int | None = None) -> Rows:
            asked.append(cypher)
            return super().run(cypher, parameters, at_most)

    graph = accepted(tmp_path)
    with Listening() as engine, loading(graph) as load:
        engine.load(load)
        asked.clear()
        gaps.summary(engine, Plan(graph, DAY), library())
    checks = library().checks.values()
    assert sorted(asked) == sorted([*(check.cypher for check in checks), *{check.of for check in checks}])


def test_a_check_whose_population_cannot_be_counted_is_left_out_and_told(tmp_path: Path, engine: Engines) -> None:
    graph = accepted(tmp_path)
    known = library()
    check = replace(known.checks["actions-without-owner"], of="MATCH (a:Action) RETURN count(a.nickname)")
    table = gaps.summary(engine(graph), Plan(graph, DAY), Library({**known.questions, check.name: check}))
    assert check.name not in [row["check"] for row in table.rows]
    assert len(table.rows) == len(known.checks) - 1
    said = f"{check.file}: `of` cannot be counted: The query cannot be run: "
    assert [note for note in table.heading.notes if note.startswith(said)]


def test_the_summary_is_a_table_at_eighty_columns(engine: Engines) -> None:
    graph = load_graph([REGISTERS / "exampleton-2024-27"])
    table = gaps.summary(engine(graph), Plan(graph, "2025-06-30"), library())
    lines = render(table, "table", width=80).decode().splitlines()
    heads = [line.split() for line in lines if line.startswith("What it finds")]
    assert {tuple(head) for head in heads} == {
        ("What", "it", "finds", "Found", "Unknown", "Of", "Inferred", "Accepted"),
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
    assert rows(engine, graph, "actions without ow").heading.title == "Actions with no owner recorded"
    with pytest.raises(
        UsageError, match=r"There is no check 'actions-without-onwer'. Did you mean actions-without-owner"
    ):
        rows(engine, graph, "actions-without-onwer")
    with pytest.raises(UsageError, match=r"'actions-by-owner'\. It is a report: ssp-graph ask actions-by-owner\.$"):
        rows(engine, graph, "actions-by-owner")
