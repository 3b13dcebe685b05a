"""What changed between two plans, or two days of one: consequences first, each explained by a change that is told."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ssp_graph.comparing.compare import compare, days_to_compare
from ssp_graph.graph import Graph, load_graph
from ssp_graph.plan import Plan
from ssp_graph.results import Row, Table
from tests.making import write_register
from tests.questions.asking import Engines
from tests.questions.random_registers import write_random

S = ", sources: {page: 1}}"
OLD = {
    "people": f"- {{id: ann, name: Ann Archer{S}\n- {{id: bob, name: Bob Baker{S}\n",
    "posts": f"""
        - {{id: chief, title: Chief, holder: person/ann{S}
        - {{id: clerk, title: Clerk, holder: person/bob{S}
        """,
    "bodies": f"""
        - {{id: board, name: Board, chairs: post/chief, members: [post/chief, post/clerk], reports_to: body/cabinet{S}
        - {{id: cabinet, name: Cabinet, outside: true{S}
        - {{id: team, name: Old Team, reports_to: body/board{S}
        """,
    "themes": f"""
        - {{id: knives, name: Knives, led_by: post/chief, delivered_by: body/team{S}
        - {{id: fraud, name: Fraud, led_by: post/clerk, delivered_by: body/team{S}
        - {{id: theft, name: Theft, led_by: post/clerk, delivered_by: body/team{S}
        """,
    "priority_areas": f"- {{id: tagging, name: Tagging, theme: theme/knives{S}\n",
    "actions": f"""
        - {{id: patrol, name: Patrol the park, priority_area: priority-area/tagging, owner: post/clerk{S}
        - {{id: count, name: Count knives, priority_area: priority-area/tagging, owner: post/chief{S}
        - {{id: lamps, name: Mend lamps, priority_area: priority-area/tagging, owner: post/chief, status: done{S}
        """,
}
NEW = OLD | {
    "posts": f"""
        - {{id: chief, title: Chief, holder: person/bob{S}
        - {{id: clerk, title: Clerk, holder: person/bob{S}
        """,
    "bodies": f"""
        - {{id: board, name: Board, chairs: post/chief, members: post/chief{S}
        - {{id: cabinet, name: Cabinet, outside: true{S}
        - {{id: crew, name: New Crew, was: body/team, reports_to: body/board{S}
        """,
    "themes": f"""
        - {{id: knives, name: Knives, delivered_by: body/crew{S}
        - {{id: money, name: Money, was: [theme/fraud, theme/theft], led_by: post/clerk, delivered_by: body/crew{S}
        """,
    "priority_areas": f"- {{id: tagging, name: Tagging, theme: theme/money{S}\n",
    "actions": f"""
        - {{id: patrol, name: Patrol the parks, priority_area: priority-area/tagging{S}
        - {{id: teach, name: Teach, priority_area: priority-area/tagging, owner: post/chief{S}
        """,
}
ABOUT = "partnership: body/board\nanswers_to: body/cabinet\n"


def two_plans(tmp_path: Path, old: dict[str, str] = OLD, new: dict[str, str] = NEW) -> tuple[Graph, Graph]:
    first = write_register(tmp_path / "town-2018", f"{ABOUT}since: 2018\nuntil: 2020\n", **old)
    second = write_register(tmp_path / "town-2021", f"{ABOUT}since: 2021\nuntil: 2023\nfollows: town-2018\n", **new)
    return load_graph([first]), load_graph([second])


def compared(engine: Engines, old: Graph, new: Graph) -> Table:
    before, after = days_to_compare(Plan(old, ""), Plan(new, ""), "2022-06-30")
    return compare(Plan(old, before), Plan(new, after), (engine(old), engine(new)))


def part(table: Table, *names: str) -> list[str]:
    return [row["sentence"] for row in table.rows if row["part"] in names]


def test_consequences_are_told_first_and_each_opened_gap_with_what_explains_it(tmp_path: Path, engine: Engines) -> None:
    table = compared(engine, *two_plans(tmp_path))
    opened = [row for row in table.rows if row["part"] == "Gaps that opened"]
    assert table.rows[: len(opened)] == tuple(opened)
    told = {(row["check"], row["name"]): row["because"] for row in opened}
    assert told["themes-without-lead", "Knives"] == (
        "The theme “Knives” is no longer led by Chief; nobody is recorded instead."
    )
    assert told["actions-without-owner", "Patrol the parks"] == (
        "“Patrol the parks” is no longer to be carried out by Clerk; nobody is recorded instead."
    )
    assert all(told.values())


def test_who_leads_chairs_holds_owns_and_sits_is_told_from_whom_to_whom(tmp_path: Path, engine: Engines) -> None:
    table = compared(engine, *two_plans(tmp_path))
    assert part(table, "Leads", "Chairs", "Holders", "Owners", "Members", "Delivery and oversight") == [
        "The theme “Knives” is no longer led by Chief; nobody is recorded instead.",
        "Chief is now held by Bob Baker and is no longer held by Ann Archer.",
        "“Patrol the parks” is no longer to be carried out by Clerk; nobody is recorded instead.",
        "Board no longer has among its members Clerk.",
    ]
    (chief,) = [row for row in table.rows if row["part"] == "Holders"]
    assert (chief["from"], chief["to"], chief["plan"]) == ("Ann Archer", "Bob Baker", "The Plan of town-2021")


def test_chains_and_actions_are_told(tmp_path: Path, engine: Engines) -> None:
    table = compared(engine, *two_plans(tmp_path))
    assert part(table, "Actions") == [
        "“Teach” is an action that was not there before; it is to be carried out by Chief.",
        "“Count knives” is not carried over; what became of it is not recorded.",
        "“Mend lamps” was done, and is not carried over.",
    ]
    assert part(table, "Chains") == [
        "No line of accountability from 5 things (“Patrol the parks”, New Crew, the priority area “Tagging”, the theme "
        "“Knives” and the theme “Money”) to Cabinet is recorded any more; now there is one to Board.",
        "No line of accountability from Board to Cabinet is recorded any more.",
    ]
    assert table.heading.count.endswith("Actions: 1 of 3 carried over, 1 done, 1 not carried over, 1 new.")


def test_what_became_of_each_record_follows(tmp_path: Path, engine: Engines) -> None:
    table = compared(engine, *two_plans(tmp_path))
    assert part(table, "Renamed", "Moved", "Split", "Merged", "Reworded", "Other lines") == [
        "Old Team is now called New Crew.",
        "The priority area “Tagging” is now part of the theme “Money” and is no longer part of the theme “Knives”.",
        "The theme “Fraud” and the theme “Theft” became the theme “Money”.",
        "Action “Patrol the park” now reads “Patrol the parks”.",
        "Board no longer reports to Cabinet.",
    ]


SPLIT = "The theme “Knives” was split into the theme “Blades” and the theme “Guns”."


def test_a_thing_that_was_split_is_told_with_its_parts(tmp_path: Path, engine: Engines) -> None:
    new = OLD | {
        "themes": f"""
        - {{id: blades, name: Blades, was: theme/knives, led_by: post/chief, delivered_by: body/team{S}
        - {{id: guns, name: Guns, was: theme/knives, delivered_by: body/team{S}
        - {{id: fraud, name: Fraud, led_by: post/clerk, delivered_by: body/team{S}
        - {{id: theft, name: Theft, led_by: post/clerk, delivered_by: body/team{S}
        """,
        "priority_areas": f"- {{id: tagging, name: Tagging, theme: theme/guns{S}\n",
    }
    table = compared(engine, *two_plans(tmp_path, OLD, new))
    assert part(table, "Split", "Added", "Ended") == [SPLIT]
    without = [row for row in table.rows if row["check"] == "themes-without-lead"]
    assert [(row["name"], row["because"]) for row in without] == [("Guns", SPLIT)]


def test_a_plan_beside_itself_differs_in_nothing_and_says_so(tmp_path: Path, engine: Engines) -> None:
    old, _ = two_plans(tmp_path)
    table = compared(engine, old, old)
    assert (table.rows, table.empty) == ((), "Nothing differs.")
    assert table.heading.answer == "Nothing differs: no gap opened or closed, and no record changed."


def test_new_names_open_and_close_nothing(tmp_path: Path, engine: Engines) -> None:
    new = {name: text.replace("name: ", "name: New ").replace("title: ", "title: New ") for name, text in OLD.items()}
    table = compared(engine, *two_plans(tmp_path, OLD, new))
    assert {row["part"] for row in table.rows} == {"The plan itself", "Renamed", "Reworded"}


def test_a_new_id_that_says_what_it_was_opens_and_closes_nothing(tmp_path: Path, engine: Engines) -> None:
    new = {
        name: text.replace("/team", "/crew").replace("id: team,", "id: crew, was: body/team,")
        for name, text in OLD.items()
    }
    table = compared(engine, *two_plans(tmp_path, OLD, new))
    assert {row["part"] for row in table.rows} == {"The plan itself"}


def test_a_seat_that_was_vacant_for_a_time_long_ago_is_the_same_seat(tmp_path: Path, engine: Engines) -> None:
    once = "{to: post/clerk, vacant: {since: 2018-05-01, until: 2018-09-30}}]"
    old = OLD | {"bodies": OLD["bodies"].replace("post/clerk]", once)}
    table = compared(engine, *two_plans(tmp_path, old, OLD))
    assert {row["part"] for row in table.rows} == {"The plan itself"}


def test_one_register_is_compared_on_two_days(tmp_path: Path, engine: Engines) -> None:
    records = OLD | {
        "posts": OLD["posts"].replace("holder: person/ann", "holder: {to: person/ann, until: 2019-06-30}"),
        "strategies": f"- {{id: way, name: The Way, until: 2019-06-30{S}\n",
    }
    graph, _ = two_plans(tmp_path, records)
    days = [Plan(graph, day) for day in ("2019-01-01", "2020-01-01")]
    table = compare(days[0], days[1], (engine(graph), engine(graph)))
    assert part(table, "Holders", "Changed") == [
        "Chief is no longer held by Ann Archer.",
        "The Way: its term was running, and is over.",
    ]
    assert table.heading.title == "What changed: The Plan of town-2018: 1 January 2019 and 1 January 2020"


Records = dict[str, list[dict[str, Any]]]


def _drop_a_key(chance: random.Random, records: Records) -> None:
    _, record = _any(chance, records)
    kept = {
        "id",
        "name",
        "title",
        "sources",
        "basis",
        "reason",
        "classification",
        "wordings",
        "about",
        "rows",
        "columns",
        "body",
        "day",
        "period",
        "value",
    }
    if keys := [key for key in record if key not in kept]:
        del record[chance.choice(keys)]


def _drop_a_line(chance: random.Random, records: Records) -> None:
    _, record = _any(chance, records)
    if lists := [
        value
        for key, value in record.items()
        if isinstance(value, list) and key not in ("sources", "wordings", "about")
    ]:
        chosen = chance.choice(lists)
        if len(chosen) > 1:
            chosen.pop()


def _add_a_record(chance: random.Random, records: Records) -> None:
    file = chance.choice(
        [
            name
            for name in records
            if name not in ("documents", "discrepancies", "register", "matrices", "meetings", "readings")
        ]
    )
    named = "title" if file == "posts" else "name"
    records[file].append({"id": f"new-{len(records[file])}", named: "Something new", "sources": [{"page": 2}]})


def _any(chance: random.Random, records: Records) -> tuple[str, dict[str, Any]]:
    file = chance.choice([name for name, held in records.items() if held and name not in ("register", "documents")])
    return file, chance.choice(records[file])


EDITS: tuple[Callable[[random.Random, Records], None], ...] = (_drop_a_key, _drop_a_line, _add_a_record)


@pytest.mark.parametrize("seed", range(12))
def test_every_gap_that_opens_is_explained_by_a_change_that_is_told(seed: int, tmp_path: Path, engine: Engines) -> None:
    chance = random.Random(seed)  # noqa: S311 - tests, not secrets
    folder = write_random(tmp_path / "before" / "town", seed)
    records = {path.stem: json.loads(path.read_text("utf-8")) for path in folder.glob("*.yaml")}
    for _ in range(8):
        chance.choice(EDITS)(chance, records)
    edited = tmp_path / "after" / "town"
    edited.mkdir(parents=True)
    for name, held in records.items():
        (edited / f"{name}.yaml").write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")
    old, new = load_graph([folder]), load_graph([edited])
    assert unexplained(compared(engine, old, new)) == []
    if seed < _ON_TWO_DAYS:
        days = (Plan(old, "2018-06-30"), Plan(new, "2020-03-31"))
        assert unexplained(compare(*days, (engine(old), engine(new)))) == []


_ON_TWO_DAYS = 4  # of the seeds: edits, and days between them


def unexplained(table: Table) -> list[Row]:
    """Return the gaps that opened without a change that is told, or the passing of time."""
    told = {row["sentence"] for row in table.rows if not row["check"]}
    opened = [row for row in table.rows if row["part"] == "Gaps that opened"]
    return [row for row in opened if row["because"] not in told and not row["because"].startswith("Time has passed")]
