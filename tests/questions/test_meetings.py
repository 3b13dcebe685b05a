"""Meetings, actions as they move, seats that change hands: asked of a board known from its minutes alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.answers.past.history import history
from ssp_graph.answers.who import who
from ssp_graph.errors import UsageError
from ssp_graph.graph import Graph, load_graph
from ssp_graph.plan import Plan
from tests.making import graph_of, invented, write_register
from tests.questions.asking import Engines, answer, values

LATE = "2021-04-01"


@pytest.fixture(scope="module")
def riverton() -> Graph:
    return invented("riverton")


def test_a_body_last_met_on_its_last_meeting_up_to_the_day(engine: Engines, riverton: Graph) -> None:
    table = answer(engine, riverton, "last-and-next-meetings", "2019-12-31")
    assert values(table, "body", "last_met", "quorate", "next_date", "then_met", "meetings") == [
        ("Riverton Crime Board", "2019-05-14", "yes", "2020-09-01", "2020-09-01", 1),
        ("Youth Panel", "not recorded", "not recorded", "not recorded", "2021-05-31", 0),
    ]


def test_a_body_met_last_in_whichever_plan_and_however_often_it_is_said(engine: Engines, tmp_path: Path) -> None:
    first, second = (
        write_register(
            tmp_path / name,
            about,
            bodies="- {id: board, name: Board, sources: {page: 1}}\n",
            meetings=f"- {{id: m, name: M, body: {body}, day: {day}, sources: {{page: 1}}}}\n",
        )
        for name, about, day, body in (
            (
                "first",
                "since: 2019\nuntil: 2020\n",
                "2020-03-09",
                "[{to: body/board, since: 2020}, {to: body/board, since: 2019}]",
            ),
            ("second", "since: 2021\nfollows: first\n", "2021-09-09", "body/board"),
        )
    )
    table = answer(engine, load_graph([first, second]), "last-and-next-meetings", "2021-06-30")
    assert values(table, "body", "last_met", "then_met", "meetings") == [("Board", "2020-03-09", "2021-09-09", 1)]


def test_what_a_meeting_agreed_are_its_actions_and_what_else_it_decided(engine: Engines, riverton: Graph) -> None:
    table = answer(engine, riverton, "what-meetings-agreed", "2020-12-01")
    assert values(table, "meeting", "quorate", "actions", "decided") == [
        (
            "Safety Board of 14 May 2019",
            "yes",
            ["Ask every shop about thefts", "Light the underpass", "Train the wardens"],
            ["The terms of reference stand for a year", "The panel gets a new name"],
        ),
        ("Safety Board of 1 September 2020", "no", ["Write to the college"], []),
    ]


def test_a_seat_is_filled_by_itself_its_holder_or_somebody_who_came_for_it(engine: Engines, riverton: Graph) -> None:
    table = answer(engine, riverton, "attendance-by-seat", LATE)
    assert values(table, "seat", "meetings", "came", "represented", "apologies", "unsaid") == [
        ("Clerk", 2, 1, 1, 0, 0),
        ("Fire Service", 2, 0, 1, 0, 1),
        ("Town Council", 1, 0, 0, 1, 0),  # its seat was vacant at the second
    ]
    assert values(answer(engine, riverton, "seats-never-represented", LATE), "seat", "meetings", "apologies") == [
        ("Town Council", 1, 1)
    ]
    assert values(answer(engine, riverton, "seats-never-represented", LATE, since="2020-01-01"), "seat") == [
        ("Fire Service",)
    ]


def test_who_comes_for_a_post_comes_for_its_organisation_and_a_post_is_its_organisations_own_voice(
    engine: Engines, tmp_path: Path
) -> None:
    graph = graph_of(
        tmp_path / "dunmoor",
        organisations="- {id: police, name: Police, sources: {page: 1}}\n",
        bodies="- {id: board, name: Board, members: organisation/police, sources: {page: 1}}\n",
        people="- {id: ann, name: Ann Archer, sources: {page: 1}}\n- {id: cy, name: Cy Carter, sources: {page: 1}}\n",
        posts="- {id: head, title: Head, in: organisation/police, holder: person/ann, sources: {page: 1}}\n",
        meetings="".join(
            f"- {{id: {name}, name: {name}, body: body/board, day: {day}, present: {present}, sources: {{page: 1}}}}\n"
            for name, day, present in (
                ("first", "2020-03-09", "{to: person/ann, on_behalf_of: organisation/police}"),
                ("second", "2020-06-09", "{to: person/cy, on_behalf_of: post/head}"),
                ("third", "2020-09-09", "post/head"),
            )
        ),
    )
    speaks = answer(engine, graph, "who-speaks-for-each-seat", "2020-12-31")
    assert values(speaks, "seat", "who", "how", "times", "came_on") == [
        ("Police", "Ann Archer", "in its own right", 2, ["2020-03-09", "2020-09-09"]),
        ("Police", "Cy Carter", "came for it", 1, ["2020-06-09"]),
    ]
    table = answer(engine, graph, "attendance-by-seat", "2020-12-31")
    assert values(table, "seat", "meetings", "came", "represented", "unsaid") == [("Police", 3, 2, 1, 0)]
    stood_in = answer(engine, graph, "who-stood-in", "2020-12-31")
    assert values(stood_in, "date", "who", "on_behalf_of") == [("2020-06-09", "Cy Carter", "Head")]


def test_who_came_for_whom_is_told_by_meeting_and_by_person(engine: Engines, riverton: Graph) -> None:
    assert values(answer(engine, riverton, "who-stood-in", LATE), "date", "who", "on_behalf_of") == [
        ("2019-05-14", "Dee Draper", "Fire Service"),
        ("2020-09-01", "Dee Draper", "Clerk"),
        ("2020-09-01", "Dee Draper", "Ann Archer"),
    ]
    table = answer(engine, riverton, "attendance-by-person", "2020-01-01")
    assert values(table, "person", "on_behalf_of", "capacity") == [
        ("Ann Archer", None, "chair"),
        ("Cy Carter", None, None),  # whose post the minutes name
        ("Dee Draper", "Fire Service", "adviser"),
    ]


def test_an_open_action_is_overdue_from_the_day_after_it_was_due(engine: Engines, riverton: Graph) -> None:
    def late(day: str) -> list[tuple[object, ...]]:
        return values(answer(engine, riverton, "actions-overdue", day), "action", "due", "status", "rating")

    assert late("2020-03-31") == []
    assert late("2020-04-01") == [("Light the underpass", "2020-03-31", "planned", None)]
    assert late("2020-12-01") == [
        ("Light the underpass", "2020-03-31", "in progress", "amber"),
        ("Ask every shop about thefts", "2020-09-01", "not recorded", None),
    ]
    assert late(LATE) == []  # done, dropped, taken off the list


def test_what_was_done_between_two_meetings_is_told_with_what_was_said(engine: Engines, riverton: Graph) -> None:
    table = answer(engine, riverton, "actions-done", LATE, since="Safety Board of 1 September 2020")
    assert values(table, "action", "done_on", "note") == [("Light the underpass", "2021-03-03", "All six lamps burn")]
    assert values(answer(engine, riverton, "actions-done", LATE, since="2021-03-03"), "action") == []
    assert values(answer(engine, riverton, "actions-done", "2021-03-02"), "action") == []


def test_what_was_dropped_says_why(engine: Engines, riverton: Graph) -> None:
    assert values(answer(engine, riverton, "actions-dropped", LATE), "action", "dropped_on", "note") == [
        ("Ask every shop about thefts", "2021-03", "The traders' own survey makes it needless")
    ]


def test_an_action_that_is_only_spoken_of_again_has_not_moved(engine: Engines, riverton: Graph) -> None:
    table = answer(engine, riverton, "actions-not-moved", LATE, since="2020-12-01")
    assert values(table, "action", "moved_on", "reported_on", "note") == [
        ("Train the wardens", "2020-09-01", "2021-03-03", "Still no trainer")
    ]


def test_what_changed_hands_is_told_with_who_was_there_and_who_is(engine: Engines, riverton: Graph) -> None:
    first = "Safety Board of 14 May 2019"
    table = answer(engine, riverton, "seats-that-changed-hands", "2020-09-01", since=first)
    assert values(table, "what", "role", "before", "after") == [
        ("Riverton Safety Board", "chair", ["Ann Archer"], ["Bob Baker"]),
        ("Clerk", "holder", ["Cy Carter"], ["vacant"]),
    ]
    titles = [sorted(source["title"] for source in row["sources"]) for row in table.rows]
    assert titles == [["Minutes of 1 September 2020", "Minutes of 14 May 2019"]] * 2


def test_who_joined_is_told_from_who_is_named_first_and_who_left_from_a_seat_that_fell_vacant(
    engine: Engines, riverton: Graph
) -> None:
    table = answer(engine, riverton, "members-joined-and-left", LATE, since="2019-06-01")
    assert values(table, "member", "change") == [
        ("Dee Draper", "first named"),
        ("Fire Service", "left"),
        ("Town Council", "seat vacant"),
    ]


def test_a_vacant_seat_is_no_seat_and_stands_on_the_source_of_its_vacancy(engine: Engines, riverton: Graph) -> None:
    def vacant(day: str) -> list[tuple[object, ...]]:
        table = answer(engine, riverton, "vacancies", day)
        return [
            (*found, *(source["title"] for source in row["sources"]))
            for found, row in zip(values(table, "name", "vacant"), table.rows, strict=True)
        ]

    seat, september = ("Town Council", "the seat"), "Minutes of 1 September 2020"
    chair = ("Youth Panel", "the chair", september)
    assert vacant("2020-01-31") == []
    assert vacant("2020-10-31") == [chair, (*seat, september), ("Clerk", "the post", september)]
    assert vacant("2020-11-01") == [chair, ("Clerk", "the post", september)]
    assert vacant(LATE) == [(*seat, "Minutes of 3 March 2021")]
    for day, as_what in (("2020-10-31", "seat vacant"), ("2020-11-01", None)):
        sits = values(answer(engine, riverton, "members-of-bodies", day), "member", "capacity")
        assert ("Town Council", as_what) in sits


def test_a_vacant_chair_is_told_wherever_who_chairs_is(riverton: Graph) -> None:
    panel = "riverton:body/youth-panel"
    found = who(Plan(riverton, "2020-10-01"), panel)
    assert found.heading.answer == "The chair of Youth Panel is vacant."
    assert [(row["role"], row["how"]) for row in found.rows if row["role"] == "chair"] == [("chair", "vacant")]
    assert ("nobody", "vacant") in {(row["name"], row["capacity"]) for row in history(Plan(riverton, LATE), panel).rows}


def test_between_two_that_are_stated_both_are_told(engine: Engines, riverton: Graph) -> None:
    def chairs(day: str) -> list[tuple[object, ...]]:
        table = answer(engine, riverton, "chairs-and-deputies", day)
        return values(table, "name", "stated_on", "followed_by", "followed_on")

    assert chairs("2019-11-02") == [("Ann Archer", "2019-11-02", [], None)]
    assert chairs("2020-03-01") == [("Ann Archer", "2019-11-02", ["Bob Baker"], "2020-09-01")]
    assert chairs("2020-09-01") == [("Bob Baker", "2020-09-01", [], None)]


def test_what_is_no_day_and_no_meeting_is_refused(engine: Engines, riverton: Graph) -> None:
    with pytest.raises(
        UsageError, match=r"Or give a day, such as 2019-03-31.\nThe parameter since takes one or the other"
    ):
        answer(engine, riverton, "actions-done", since="yesterday")


def test_a_seat_whose_post_was_vacant_is_not_one_of_which_nothing_is_said(engine: Engines, tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "dunmoor",
        bodies="- {id: board, name: Board, members: post/clerk, sources: {page: 1}}\n",
        people="- {id: ann, name: Ann Archer, sources: {page: 1}}\n- {id: cy, name: Cy Carter, sources: {page: 1}}\n",
        posts="- {id: clerk, title: Clerk, holder: {to: person/ann, since: 2021-01-01}, vacant: {since: 2020-03-01, "
        "until: 2020-12-31}, sources: {page: 1}}\n",
        meetings="".join(
            f"- {{id: {name}, name: {name}, body: body/board, day: {day}, present: {present}, sources: {{page: 1}}}}\n"
            for name, day, present in (
                ("first", "2020-06-09", "person/cy"),
                ("second", "2021-06-09", "{to: person/cy, on_behalf_of: person/ann}"),
            )
        ),
    )
    table = answer(engine, graph, "attendance-by-seat", "2021-12-31")
    assert values(table, "seat", "meetings", "came", "represented", "apologies", "vacant", "unsaid") == [
        ("Clerk", 2, 0, 1, 0, 1, 0)
    ]
    never = answer(engine, graph, "seats-never-represented", "2020-12-31")
    assert values(never, "seat", "meetings", "apologies", "vacant") == [("Clerk", 1, 0, 1)]
