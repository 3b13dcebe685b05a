"""Questions in one's own words: which is found, which names set what, and what is said to be lacking."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.finding import HALVES, cases, score
from ssp_graph.cli.app import app
from ssp_graph.plan import Plan
from ssp_graph.questions.finding import Finder, Understood
from ssp_graph.questions.library import library
from ssp_graph.questions.offering import clearly_meant, line_of, offered
from ssp_graph.questions.own_words import commands, lacking
from tests.making import graph_of

DAY = "2020-06-30"
FLOORS = {"learned": (0.95, 0.93, 0.02), "held out": (0.82, 0.84, 0.05)}  # of answers, of refusals; most wrong ones


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder(library())


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    graph = graph_of(
        tmp_path_factory.mktemp("own") / "town",
        organisations="- {id: p, name: Probation, sources: {page: 1}}\n"
        "- {id: q, name: Town Council, sources: {page: 1}}\n",
        posts="- {id: h, title: Head of Roads, in: organisation/q, sources: {page: 1}}\n",
        bodies="- {id: b, name: Safer Town Board, aliases: [STB], classification: board, sources: {page: 1}}\n",
        themes="- {id: r, name: Road safety, sources: {page: 2}}\n",
    )
    return Plan(graph, DAY)


def first_line(understood: Understood) -> str:
    return line_of(understood.answers[0], understood)


@pytest.mark.parametrize("half", HALVES)
def test_each_half_of_what_was_asked_is_understood_as_well_as_before(half: str) -> None:
    found, refused, wrongly = FLOORS[half]
    counted = score(cases(half))
    assert counted.found >= found
    assert counted.refused >= refused
    assert counted.wrongly_refused <= wrongly


def test_what_answers_the_questions_that_were_asked_is_there(finder: Finder) -> None:
    known = {entry.answer.name for entry in finder.entries}
    named = {name for half in HALVES for case in cases(half) for name in case.answered_by}
    assert named - known == set()
    assert {name for topic in lacking() for name in topic.instead} <= known
    there = {command.name for command in app.registered_commands} | {group.name for group in app.registered_groups}
    assert {command["name"] for command in commands()} <= there


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("oversee what they chair", "posts-that-oversee-themselves"),
        ("unfilled posts", "posts-without-holder"),
        ("abolish a board", "if-a-body-is-abolished"),
        ("kpi without target", "measures-without-target"),
        ("lapsed strategies", "strategies-ended-before-plan"),
        ("overlapping remits", "bodies-with-the-same-remit"),
        ("overdu acttions", "actions-overdue"),
    ],
)
def test_the_words_an_officer_would_use_find_the_question_first(
    finder: Finder, plan: Plan, words: str, first: str
) -> None:
    assert finder.understood(plan, words).answers[0].name == first


def test_names_set_parameters_and_stand_behind_commands(finder: Finder, plan: Plan) -> None:
    def line(text: str) -> str:
        return first_line(finder.understood(plan, text))

    understood = finder.understood(plan, "what does Probation answer for")
    lines = [line_of(answer, understood) for answer in understood.answers[:2]]
    assert "ssp-graph ask what-an-organisation-answers-for --organisation Probation" in lines
    assert line("which actions of road safety have no owner?") == (
        'ssp-graph ask actions-without-owner --theme "Road safety"'
    )
    assert line("who sits on the STB") == 'ssp-graph ask members-of-bodies --body "Safer Town Board"'
    assert line("who leads road safety") == 'ssp-graph who "Road safety"'
    assert line("Safer Town Board?") == 'ssp-graph who "Safer Town Board"'
    assert line("what's coming up in March") == line("what is due next") == "ssp-graph due"
    assert line("everything about the Town Council") == 'ssp-graph show "Town Council"'


def test_what_leaves_a_name_out_says_so(finder: Finder, plan: Plan) -> None:
    text = "who stood in at meetings about Road safety"
    table = offered(library(), plan, text, finder.understood(plan, text))
    assert table.rows[0]["ask"] == "ssp-graph ask who-stood-in"
    assert "A line without “Road safety” asks about all, not about that alone." in table.heading.notes


def test_a_question_is_asked_at_once_only_where_every_name_is_one_in_full_and_sets_a_parameter(
    finder: Finder, plan: Plan
) -> None:
    def asked(text: str) -> str | None:
        found = clearly_meant(finder.understood(plan, text))
        return found.name if found else None

    assert asked("road safety actions without an owner") == "actions-without-owner"
    assert asked("actions without an owner") is None
    assert asked("who leads road safety") is None
    assert asked("what is the council accountable for, itself and through its posts") is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("how much did it all cost", "Sums of money"),
        ("Why is nobody in the chair?", "Why something happened"),
        ("will there be fewer actions next year", "What is to come"),
        ("what is the phone number of the head of roads", "Telephone numbers"),
        ("who won the match on Saturday", "That has nothing to do"),
        ("zebra unicorns", "No question speaks of “zebra” or “unicorns”."),
        ("what is the @0?", "No question speaks of all this."),
    ],
)
def test_what_no_register_holds_is_said(finder: Finder, plan: Plan, text: str, says: str) -> None:
    understood = finder.understood(plan, text)
    table = offered(library(), plan, text, understood)
    assert understood.lacking.startswith(says)
    assert (table.heading.answer, table.rows) == (understood.lacking, ())
    assert all("ssp-graph " in note for note in table.heading.notes)


def test_a_word_alone_is_looked_up_in_every_question(finder: Finder, plan: Plan) -> None:
    names = {answer.name for answer in finder.understood(plan, "actions").answers}
    assert {"actions-without-due-date", "actions-by-owner", "actions-overdue"} <= names


def test_a_question_of_the_users_own_is_found_by_its_title(plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "lamps.cypher").write_text(
        "// title: Street lamps that nobody mends\n// question: Which street lamps does nobody mend?\n// group: own\n"
        "// kind: report\nMATCH (a:Action) RETURN a.name AS lamp\n",
        encoding="utf-8",
    )
    understood = Finder(library(tmp_path)).understood(plan, "are there broken lamps in the street")
    assert understood.answers[0].name == "lamps"
