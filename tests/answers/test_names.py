"""Finding a thing by name, alias, acronym or id."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.answers.names import find, find_all, forgiving
from ssp_graph.errors import UsageError
from ssp_graph.graph import Graph, load_graph
from ssp_graph.plan import Plan
from tests.making import graph_of, write_register

BODIES = """
    - {id: adults-board, name: Safeguarding Adults' Board, aliases: [SSAB], sources: {page: 1}}
    - {id: children-board, name: Safeguarding Children's Board, aliases: [SSCB], sources: {page: 1}}
    - {id: traffic, name: Anti-Trafficking Panel, sources: {page: 1}}
    - {id: cafe, name: Café Watch, sources: {page: 1}}
    - {id: violence, name: Violence Group, sources: {page: 1}}
    - {id: violence-groups, name: Violence Groups, sources: {page: 1}}
"""
THEMES = "- {id: burglary, name: Burglary, sources: {page: 2}}"
AREAS = "- {id: burglary, name: Burglary, theme: theme/burglary, sources: {page: 3}}"
ISSUES = "- {id: burglary, name: Burglary, theme: theme/burglary, sources: {page: 4}}"
TERMS = "- {abbreviation: ATP, meaning: Anti-Trafficking Panel}"


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    return graph_of(tmp_path / "town", bodies=BODIES, themes=THEMES, priority_areas=AREAS, issues=ISSUES, terms=TERMS)


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("Safeguarding Adults' Board", "adults-board"),
        ("safeguarding adults board", "adults-board"),
        ("the Safeguarding Adult Boards", "adults-board"),
        ("Safeguarding Adults’ Board", "adults-board"),
        ("SSCB", "children-board"),
        ("sscb", "children-board"),
        ("Anti-Traffcking Panel", "traffic"),
        ("anti trafficking panel", "traffic"),
        ("ATP", "traffic"),
        ("Cafe Watch", "cafe"),
        ("body/cafe", "cafe"),
        ("town:body/cafe", "cafe"),
    ],
)
def test_case_accents_possessives_plurals_and_lost_letters_are_forgiven(graph: Graph, typed: str, slug: str) -> None:
    assert find(Plan(graph, "2025-06-30"), typed).id == f"town:body/{slug}"


def test_an_exact_name_is_chosen_though_another_is_nearly_the_same(graph: Graph) -> None:
    assert find(Plan(graph, "2025-06-30"), "violence groups").id == "town:body/violence-groups"


def test_two_bodies_that_a_loose_name_means_are_offered_and_never_chosen(graph: Graph) -> None:
    with pytest.raises(UsageError) as caught:
        find(Plan(graph, "2025-06-30"), "The Violence Group's")
    assert str(caught.value) == (
        "2 bodies are called 'The Violence Group's'. Give one of these ids:\n"
        "  Violence Group (body): town:body/violence\n"
        "  Violence Groups (body): town:body/violence-groups"
    )


def test_a_name_of_several_kinds_means_the_first_in_order_and_names_the_others(graph: Graph) -> None:
    found = find(Plan(graph, "2025-06-30"), "Burglary")
    assert found.id == "town:priority-area/burglary"
    assert found.note == (
        "This is the priority area Burglary; a theme and an issue of this name are there too (choose with --kind)."
    )


def test_every_thing_of_a_shared_name_can_be_had_and_one_kind_be_chosen(graph: Graph) -> None:
    assert [thing.id for thing in find_all(Plan(graph, "2025-06-30"), "burglary")] == [
        "town:priority-area/burglary",
        "town:theme/burglary",
        "town:issue/burglary",
    ]
    assert find(Plan(graph, "2025-06-30"), "burglary", "themes").id == "town:theme/burglary"


def test_a_near_miss_is_suggested_and_never_chosen(graph: Graph) -> None:
    with pytest.raises(UsageError) as caught:
        find(Plan(graph, "2025-06-30"), "Safegarding Childrens Bord")
    assert str(caught.value).startswith(
        "Nothing is called 'Safegarding Childrens Bord'. Did you mean:\n"
        "  Safeguarding Children's Board (body): town:body/children-board"
    )


def test_a_surname_that_one_person_has_says_who_is_probably_meant_and_how_to_ask(tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "village", people="- {id: ann, name: Ann Underwood, sources: {page: 1}}")
    with pytest.raises(UsageError) as caught:
        find(Plan(graph, "2025-06-30"), "Underwood")
    assert str(caught.value) == (
        "Nothing is called 'Underwood'. Did you mean:\n"
        "  Ann Underwood (person): village:person/ann\n"
        'Ask: ssp-graph who "Ann Underwood"'
    )


def test_an_acronym_is_never_taken_for_a_near_one(graph: Graph) -> None:
    with pytest.raises(UsageError) as caught:
        find(Plan(graph, "2025-06-30"), "SSBB")
    assert str(caught.value) == "Nothing is called 'SSBB'. See what there is with `ssp-graph list`."


def test_a_wrong_kind_is_told_with_the_nearest(graph: Graph) -> None:
    with pytest.raises(UsageError) as caught:
        find(Plan(graph, "2025-06-30"), "Burglary", "thems")
    assert str(caught.value) == "There is no kind 'thems'. Did you mean theme?"


def test_names_that_differ_in_more_than_what_is_forgiven_stay_apart() -> None:
    assert forgiving("Adults Board") != forgiving("Adults Boarding")
    assert forgiving("Class") != forgiving("Clas")


def beside(tmp_path: Path, *, follows: bool, backwards: bool) -> Graph:
    """Two plans that bear one name, of one partnership or of two, loaded in either order."""
    later = "since: 2021\nuntil: 2023\n" + ("follows: old\n" if follows else "")
    boards = "- {id: board, name: Safer Board, sources: {page: 1}}"
    folders = [
        write_register(tmp_path / "old", "since: 2018\nuntil: 2020\n", bodies=boards),
        write_register(tmp_path / "new", later, bodies=boards),
    ]
    return load_graph(folders[::-1] if backwards else folders)


@pytest.mark.parametrize("backwards", [False, True])
def test_a_name_of_two_plans_of_one_partnership_is_that_of_the_plan_in_force(tmp_path: Path, backwards: bool) -> None:
    graph = beside(tmp_path, follows=True, backwards=backwards)
    days = ("2017-01-01", "2019-06-30", "2021-01-01", "2030-01-01")
    assert [find(Plan(graph, day), "safer board").id.partition(":")[0] for day in days] == ["old", "old", "new", "new"]


@pytest.mark.parametrize("backwards", [False, True])
def test_a_name_of_two_partnerships_is_never_chosen(tmp_path: Path, backwards: bool) -> None:
    graph = beside(tmp_path, follows=False, backwards=backwards)
    with pytest.raises(UsageError) as error:
        find(Plan(graph, "2021-06-30"), "Safer Board")
    assert str(error.value) == (
        "2 bodies are called 'Safer Board'. Give one of these ids:\n"
        "  Safer Board (body, The Plan of new): new:body/board\n"
        "  Safer Board (body, The Plan of old): old:body/board"
    )
