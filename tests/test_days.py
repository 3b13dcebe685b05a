"""On which days a fact holds: sightings, who follows whom, ends, periods and seams, on the day before and after."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from ssp_graph.engines import open_engine
from ssp_graph.graph import Graph, load_graph
from ssp_graph.plan import Plan, plan_on
from ssp_graph.questions.asking import run
from ssp_graph.questions.gaps import rows_of
from ssp_graph.questions.library import library
from ssp_graph.register.loading import read
from ssp_graph.standing import standing
from tests.making import graph_of, invented, write_register

PEOPLE = """
    - {id: ann, name: Ann, sources: {page: 1}}
    - {id: bob, name: Bob, sources: {page: 1}}
    - {id: cy, name: Cy, sources: {page: 1}}
"""


def chaired(folder: Path, chairs: str, about: str = "since: 2019\nuntil: 2022\n", **files: str) -> Graph:
    bodies = f"- {{id: board, name: Board, chairs: [{chairs}], sources: {{page: 1}}}}\n"
    return graph_of(folder / "town", about, bodies=bodies, people=PEOPLE, **files)


def chairs_on(graph: Graph, day: str, body: str = "town:body/board") -> list[str]:
    plan = Plan(graph, day)
    return [edge.source.name for edge in plan.into(plan[body], "CHAIRS")]


def days() -> Iterator[str]:
    day = datetime.date(2018, 12, 1)
    while day < datetime.date(2023, 2, 1):
        yield day.isoformat()
        day += datetime.timedelta(days=1)


def spells(graph: Graph) -> list[tuple[str, list[str]]]:
    """Return from which day on who chairs, day by day from before the period until after it."""
    found: list[tuple[str, list[str]]] = []
    for day in days():
        chairs = chairs_on(graph, day)
        if not found or found[-1][1] != chairs:
            found.append((day, chairs))
    return found


@pytest.mark.parametrize(
    ("chairs", "expected"),
    [
        ("{to: person/ann, stated_on: 2019-05-14}", [("2018-12-01", []), ("2019-05-14", ["Ann"])]),
        (
            "{to: person/ann, stated_on: 2019-05-14}, {to: person/bob, stated_on: [2020-09-01, 2021-03]}",
            [("2018-12-01", []), ("2019-05-14", ["Ann"]), ("2020-09-01", ["Bob"])],
        ),
        (  # of a month the last day counts
            "person/ann, {to: person/bob, stated_on: 2020-09}",
            [("2018-12-01", ["Ann"]), ("2020-09-30", ["Bob"])],
        ),
        (  # a stated end stands, and leaves a gap
            "{to: person/ann, since: 2019-02-01, until: 2019-12-31}, {to: person/bob, stated_on: 2020-09-01}",
            [("2018-12-01", []), ("2019-02-01", ["Ann"]), ("2020-01-01", []), ("2020-09-01", ["Bob"])],
        ),
        (  # who came back is a second line
            "{to: person/ann, stated_on: 2019-05-01}, {to: person/bob, stated_on: 2020-05-01}, "
            "{to: person/ann, stated_on: 2021-05-01}",
            [("2018-12-01", []), ("2019-05-01", ["Ann"]), ("2020-05-01", ["Bob"]), ("2021-05-01", ["Ann"])],
        ),
        (  # joint chairs do not follow each other
            "{to: person/ann, capacity: joint, stated_on: 2019-05-01}, {to: person/bob, capacity: joint, stated_on: "
            "2020-05-01}",
            [("2018-12-01", []), ("2019-05-01", ["Ann"]), ("2020-05-01", ["Ann", "Bob"])],
        ),
        (  # an acting chair stands beside the chair, and makes way for the next
            "person/ann, {to: person/bob, capacity: acting, stated_on: 2020-05-01}, {to: person/cy, since: 2021-01-01}",
            [("2018-12-01", ["Ann"]), ("2020-05-01", ["Ann", "Bob"]), ("2021-01-01", ["Cy"])],
        ),
        (  # before the period and after it, its first and last day count
            "{to: person/ann, until: 2018-12-15}, {to: person/bob, since: 2023-01-15}, {to: person/cy, until: 2022}",
            [("2018-12-01", ["Cy"])],
        ),
    ],
)
def test_each_day_has_the_chair_that_sources_give_it(
    tmp_path: Path, chairs: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert spells(chaired(tmp_path, chairs)) == expected


def test_the_order_in_which_chairs_are_written_makes_no_difference(tmp_path: Path) -> None:
    lines = [
        "{to: person/ann, stated_on: [2019-05-14, 2019-11-02]}",
        "{to: person/bob, stated_on: 2020-09-01}",
        "{to: person/cy, since: 2021-02}",
    ]
    there, back = (chaired(tmp_path / name, ", ".join(each)) for name, each in (("a", lines), ("b", lines[::-1])))
    assert spells(there) == spells(back)
    assert len(spells(there)) == 4


def test_a_post_and_its_holder_do_not_follow_each_other_in_the_chair(tmp_path: Path) -> None:
    posts = "- {id: head, title: Head, holder: {to: person/ann, since: 2019}, sources: {page: 1}}\n"
    graph = chaired(tmp_path, "post/head, {to: person/ann, stated_on: 2020-05-01}", posts=posts)
    assert sorted(chairs_on(graph, "2021-01-01")) == ["Ann", "Head"]


def test_who_follows_is_told_and_the_last_sighting_up_to_the_day() -> None:
    graph = invented("riverton")
    for day, stated, followed in (
        ("2019-06-01", "2019-05-14", "2020-09-01"),
        ("2020-02-01", "2019-11-02", "2020-09-01"),
        ("2021-12-31", "2021-03-03", None),
    ):
        plan = Plan(graph, day)
        (edge,) = plan.into(plan["riverton:body/safety-board"], "CHAIRS")
        assert (edge.source.name, edge.stated_on, edge.get("followed_day")) == ("Ann Archer", stated, followed)


def test_names_statuses_and_vacancies_are_those_of_the_day_in_walks_and_in_questions() -> None:
    graph = invented("riverton")
    expected = {
        "2019-02-01": ("Riverton Crime Board", "proposed", "Secretary", "not recorded"),
        "2019-05-14": ("Riverton Crime Board", "established", "Secretary", "not recorded"),
        "2020-09-01": ("Riverton Safety Board", "established", "Clerk", "vacant"),
        "2021-01-01": ("Riverton Safety Board", "established", "Clerk", "not recorded"),
        "2022-06-01": ("Riverton Safety Board", "established", "Clerk", "vacant"),
    }
    with open_engine("ladybug", graph) as engine:
        for day, said in expected.items():
            plan = Plan(graph, day)
            board, clerk = plan["riverton:body/safety-board"], plan["riverton:post/clerk"]
            assert (board.name, board.status, clerk.name, clerk.get("holding")) == said
            table = run(engine, plan, library().questions["posts-and-holders"], {})
            assert {row["post"] for row in table.rows} == {said[2], "Analyst"}
            chairs = run(engine, plan, library().questions["chairs-and-deputies"], {})
            assert {row["body"] for row in chairs.rows} <= {said[0]}


def test_what_a_later_sighting_shows_is_unknown_before_it_and_no_gap(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        themes="""
            - {id: seen, name: Seen, led_by: {to: person/ann, stated_on: 2020-09-01}, sources: {page: 1}}
            - {id: begun, name: Begun, led_by: {to: person/ann, since: 2020-09-01}, sources: {page: 1}}
            - {id: never, name: Never, sources: {page: 1}}
        """,
        people=PEOPLE,
    )
    with open_engine("ladybug", graph) as engine:
        for day, expected in (
            ("2020-08-31", {"begun": "gap", "never": "gap", "seen": "unknown"}),
            ("2020-09-01", {"never": "gap"}),
        ):
            plan = Plan(graph, day)
            rows = rows_of(engine, plan, library(), "themes-without-lead").rows
            assert {row["id"].rpartition("/")[2]: row["state"] for row in rows} == expected
            for slug, state in expected.items():
                assert standing(plan, plan[f"town:theme/{slug}"], "lead").state == state


def test_a_line_ends_with_either_of_its_ends_but_not_with_the_term_of_a_strategy(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        bodies="""
            - {id: group, name: Group, until: 2019-12-31, reports_to: body/board, sources: {page: 1}}
            - {id: board, name: Board, since: 2018-07-01, sources: {page: 1}}
        """,
        strategies="- {id: s, name: S, until: 2019-12-31, owner: body/board, sources: {page: 1}}",
    )
    for day, lines in (
        ("2018-06-30", 0),
        ("2018-07-01", 1),
        ("2019-12-31", 1),
        ("2020-01-01", 0),
    ):
        plan = Plan(graph, day)
        assert len([*plan.out(plan["town:body/group"], "REPORTS_TO")]) == lines
    later = Plan(graph, "2021-01-01")
    assert [edge.source.name for edge in later.into(later["town:strategy/s"], "OWNS")] == ["Board"]


def two_plans(folder: Path) -> Graph:
    old = chaired(folder, "person/ann")
    assert old
    write_register(
        folder / "next",
        "follows: town\nsince: 2023-04-01\nuntil: 2026\n",
        bodies="- {id: board, name: Board, chairs: person/bob, sources: {page: 1}}\n",
        people=PEOPLE,
    )
    return load_graph([folder / "next", folder / "town"])


def test_a_plan_that_follows_takes_over_on_its_first_day_and_fills_the_days_between(tmp_path: Path) -> None:
    graph = two_plans(tmp_path)
    for day, old, new in (
        ("2015-01-01", ["Ann"], []),
        ("2023-03-31", ["Ann"], []),
        ("2023-04-01", [], ["Bob"]),
        ("2030-01-01", [], ["Bob"]),
    ):
        assert (chairs_on(graph, day), chairs_on(graph, day, "next:body/board")) == (old, new)


def test_each_register_answers_for_its_own_nearest_day(tmp_path: Path) -> None:
    chaired(tmp_path, "{to: person/ann, until: 2021}, {to: person/bob, since: 2022}")
    write_register(tmp_path / "other", "since: 2030\nuntil: 2031\n", bodies="- {id: b, name: B, sources: {page: 1}}\n")
    for folders in (("town", "other"), ("other", "town")):
        graph = load_graph([tmp_path / name for name in folders])
        plan = plan_on(graph, None, "2026-11-24")
        assert dict(plan.days) == {"town": "2022-12-31", "other": "2030-01-01"}
        assert (plan.day, chairs_on(graph, plan.day)) == ("2026-11-24", ["Bob"])
        for nearest in ("31 December 2022", "1 January 2030"):
            assert f"it is shown as of {nearest}" in plan.note


def test_a_month_is_a_day_to_ask_for(tmp_path: Path) -> None:
    graph = chaired(tmp_path, "person/ann")
    assert plan_on(graph, "2020-02", "2020-06-30").day == "2020-02-29"


@pytest.mark.parametrize(
    ("second", "severity"),
    [
        ("{to: person/bob, since: 2020-06-01, until: 2021-06-30}", "error"),
        ("{to: person/bob, stated_on: 2020-06-01}", "warning"),
        ("{to: person/bob, since: 2020}", None),  # it may be after the first had gone
        ("{to: person/bob, since: 2021-01-01}", None),
        ("{to: person/bob, capacity: acting, since: 2020-06-01, until: 2021-06-30}", None),
    ],
)
def test_two_who_chair_at_once_are_told_with_both_lines(tmp_path: Path, second: str, severity: str | None) -> None:
    first = "{to: person/ann, since: 2019-03-01, until: 2020-12-31}"
    folder = write_register(
        tmp_path / "town",
        bodies=f"- id: board\n  name: Board\n  chairs:\n    - {first}\n    - {second}\n  sources: {{page: 1}}\n",
        people=PEOPLE,
    )
    _, problems = read([folder])
    assert [problem.severity for problem in problems] == ([severity] if severity else [])
    for problem in problems:
        assert problem.line == 5
        assert problem.what.startswith(
            "body/board has two at once as chair: person/ann (line 4) until 31 December 2020"
        )


def test_what_ended_was_not_past_before_it_ended(tmp_path: Path) -> None:
    bodies = "- {id: cabinet, name: Cabinet, status: past, until: 2020-03-31, sources: {page: 1}}\n"
    graph = graph_of(tmp_path / "town", "since: 2019\n", bodies=bodies)
    days = ("2020-03-31", "2020-04-01")
    found = [Plan(graph, day)["town:body/cabinet"].status for day in days]
    assert found == ["not recorded", "past"]
    later = graph_of(tmp_path / "later", "since: 2021\n", bodies=bodies)
    assert Plan(later, "2021-01-01")["later:body/cabinet"].status == "past"
