"""One figure, one meaning: numbers of the checks, of lists, of pictures and of the paper, set against one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from ssp_graph.answers.listing import counts
from ssp_graph.graph import Graph, load_graph
from ssp_graph.outputs.paper import render_paper
from ssp_graph.papers import Paper, paper
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.views import mapping, structure
from ssp_graph.pictures.views import theme as theme_of
from ssp_graph.plan import Plan
from ssp_graph.questions.asking import run
from ssp_graph.questions.gaps import STATES, rows_of, summary
from ssp_graph.questions.library import library
from ssp_graph.results import Row, Table
from tests.making import invented
from tests.questions.asking import engines

SHIPPED = Path(__file__).parents[2] / "seed" / "stockport-2018-21"
_OF = re.compile(r"\b(\d[\d,]*) of (?:the )?(\d[\d,]*) ([^\n|]*)")
_ITS = re.compile(r"\b(\d+) of its (\d+)\b")
# what an answer counts in itself, beside the populations of the checks and the kinds of the list
_THEIR_OWN = ("checks", "findings", "statements", "commitments", "cells is not recorded", "cells are not recorded")


class Told(NamedTuple):
    """What the outputs say of one register."""

    plan: Plan
    checks: dict[str, Row]
    rows: dict[str, Table]
    heading: str
    kinds: dict[str, int]
    reported: dict[str, int]
    themes: list[Diagram]
    structure: Diagram
    mapping: Diagram
    paper: Paper
    written: str


def _graphs() -> Iterator[tuple[Graph, str]]:
    yield load_graph([SHIPPED]), "2021-03-31"
    yield invented("exampleton-2024-27"), "2025-06-30"
    yield invented("sampleford-2025-26"), "2025-06-30"


@pytest.fixture(scope="module", params=range(3), ids=["shipped", "exampleton", "sampleford"])
def told(request: pytest.FixtureRequest) -> Told:
    graph, day = list(_graphs())[request.param]
    plan = Plan(graph, day)
    with engines() as engine:
        every = summary(engine(graph), plan, library())
        rows = {row["check"]: rows_of(engine(graph), plan, library(), row["check"]) for row in every.rows}
        made = paper(engine(graph), plan, library())
        late = run(engine(graph), plan, library().questions["actions-overdue"]).heading.count
    return Told(
        plan,
        {row["check"]: row for row in every.rows},
        rows,
        every.heading.count,
        {row["name"]: row["in_force"] for row in counts(plan).rows},
        {noun: int(of) for _, of, noun in re.findall(r"(\d+) of (\d+) (.+)\.", late)},
        [theme_of(plan, theme.id) for theme in plan.mine("theme")],
        structure(plan),
        mapping(plan),
        made,
        render_paper(made, "md").decode(),
    )


def test_one_population_has_one_number(told: Told) -> None:
    numbers: dict[str, set[int]] = {}
    for row in told.checks.values():
        numbers.setdefault(row["counted"], set()).add(row["of"])
    assert {name: found for name, found in numbers.items() if len(found) > 1} == {}
    assert {name for name in numbers if name in told.kinds and numbers[name] != {told.kinds[name]}} == set()


def test_every_figure_has_a_name_a_population_and_a_definition(told: Told) -> None:
    assert all(row["title"] and row["counted"] and row["definition"].strip() for row in told.checks.values())
    titles = [row["title"] for row in told.checks.values()]
    assert len(titles) == len(set(titles))


def test_no_check_counts_a_thing_twice_nor_more_than_there_are(told: Told) -> None:
    for check, row in told.checks.items():
        found = told.rows[check].rows
        keys = [tuple(str(value) for key, value in each.items() if key != "sources") for each in found]
        assert len(keys) == len(set(keys)), check
        by_state = [sum(each["state"] == state for each in found) for state in STATES]
        assert by_state == [row[state] for state in ("found", *STATES[1:])], check
        assert sum(by_state) <= row["of"], check


def test_the_sentence_over_the_checks_adds_up_to_all_of_them(told: Told) -> None:
    first, *others = map(int, re.findall(r"\d+", told.heading))
    finding, every = first, others.pop(0)
    assert finding + sum(others) == every == len(told.checks)


def test_every_number_of_how_many_in_the_paper_is_of_a_population_with_that_number(told: Told) -> None:
    known = {row["counted"]: row["of"] for row in told.checks.values()} | told.kinds | told.reported
    known.pop("findings")  # of issues; those of the checks are another thing
    wrong = []
    for _, of, after in _OF.findall(told.written):
        noun = max((name for name in known if after.startswith((name, f"{name}s"))), key=len, default="")
        if not noun and not after.startswith(_THEIR_OWN):
            wrong.append(f"a number of nothing that has a name: {of} {after[:60]}")
        elif noun and int(of.replace(",", "")) != known[noun]:
            wrong.append(f"{of} {noun}, of which there are {known[noun]}")
    assert wrong == []


def test_the_numbers_of_things_in_the_purpose_are_those_of_the_list(told: Told) -> None:
    purpose = told.paper.parts[0].content[0]
    assert isinstance(purpose, str)
    numbers = {noun: int(number) for number, noun in re.findall(r"(\d+) ([a-z ]+?)(?=,| and|$)", purpose)}
    alike = {"themes": ("theme", "strategic priorit"), "posts": ("post", "role")}
    for name in ("themes", "priority areas", "actions", "measures", "bodies", "posts"):
        words = alike.get(name, (name[:-1] if name != "bodies" else "bod",))
        counted = [
            number
            for noun, number in numbers.items()
            if any(word in noun for word in words) and ("theme" in name or "theme" not in noun)
        ]
        assert sum(counted) == told.kinds[name], name


def test_a_number_beside_a_check_is_told_wherever_the_check_is(told: Told) -> None:
    for row in told.checks.values():
        lines = [line for line in told.written.splitlines() if line.startswith(f"| {row['title']} |")]
        if row["found"] or any(row[state] for state in STATES[1:]):
            (line,) = lines
            first = next(state for state in ("found", *STATES[1:]) if row[state])
            assert f"| {row[first]} of {row['of']} {row['counted']}" in line
            assert not row["unknown"] or first == "unknown" or f"{row['unknown']} unknown" in line


def test_what_a_finding_says_is_what_its_check_counts(told: Told) -> None:
    for row in (row for content in told.paper.parts[2].content if isinstance(content, Table) for row in content.rows):
        if not (numbers := _OF.findall(row["figure"])):
            continue  # of a report, which counts of no population
        found, of, after = numbers[0]
        assert [
            each
            for each in told.checks.values()
            if int(found) in (each["found"], each["unknown"])
            and int(of) == each["of"]
            and after.startswith(each["counted"])
        ] or any(f"{found} of {of} {noun}" in row["figure"] for noun in told.reported), row["figure"]


def test_pictures_of_themes_count_actions_and_owners_as_the_check_does(told: Told) -> None:
    numbers = [_ITS.findall(picture.heading.count)[0] for picture in told.themes]
    assert all(picture.heading.count in picture.summary for picture in told.themes)
    row = told.checks["actions-without-owner"]
    assert sum(int(of) for _, of in numbers) <= row["of"]
    owned = row["of"] - row["found"] - row["unknown"] - row["accepted"]
    assert sum(int(number) for number, _ in numbers) <= owned


def test_the_chart_counts_bodies_as_the_list_does(told: Told) -> None:
    ((linked, of, _),) = _OF.findall(told.structure.heading.count)
    assert int(of) == told.kinds["bodies"]
    assert int(linked) + len(told.structure.apart) == int(of)


def test_the_mapping_counts_commitments_as_the_check_does(told: Told) -> None:
    row = told.checks["commitments-not-addressed"]
    found = re.findall(r"(\d+) of (\d+) commitments", told.mapping.heading.count)
    told_of = [(str(row["of"] - row["found"] - row["accepted"]), str(row["of"]))] if row["of"] else []
    assert found == told_of
    words = [numbers for node in told.mapping.nodes for word in node.words for numbers in _ITS.findall(word)]
    assert sum(int(of) for _, of in words) == row["of"]


def test_the_cells_of_all_matrices_are_those_of_the_check(told: Told) -> None:
    found = re.findall(r"(\d+) of (\d+) cells (?:is|are) not recorded", told.written)
    row = told.checks["matrix-cells-not-recorded"]
    assert sum(int(number) for number, _ in found) == row["unknown"] + row["found"]
    assert sum(int(of) for _, of in found) == (row["of"] if found else 0)
