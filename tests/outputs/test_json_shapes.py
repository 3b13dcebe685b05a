from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from ssp_graph.outputs import render
from ssp_graph.results import Result

from .samples import EMPTY, MATRIX, PLAN, ROUTES, SMALL, TABLE, source


def shape(result: Result) -> dict[str, Any]:
    found = json.loads(render(result, "json"))
    assert isinstance(found, dict)
    return found


def test_a_table_has_every_column_in_every_row_ids_and_sources_among_them() -> None:
    found = shape(TABLE)
    assert found["title"] == "Actions and their owners"
    assert found["question"] == "Which actions of the plan have an owner, and who is it?"
    assert found["as_of"] == "2025-06-01"
    assert found["registers"] == ["exampleton-2024-27"]
    assert found["count"] == "2 of 3 actions have an owner"
    assert found["notes"] == ["The plan gives no due date for most actions."]
    assert found["columns"] == ["action", "owner", "theme", "days", "due", "through", "basis", "sources", "id"]
    assert found["rows"][2] == {
        "action": "Review the night-time economy",
        "owner": None,
        "theme": "Safe homes",
        "days": None,
        "due": None,
        "through": None,
        "basis": "stated",
        "sources": [{"document": "plan", "page": 11, "anchor": None, "title": PLAN}],
        "id": "exampleton-2024-27:action/review-the-night-time-economy",
    }


def test_a_row_that_lacks_a_key_has_it_all_the_same() -> None:
    assert shape(replace(SMALL, rows=({"board": "A"},)))["rows"] == [{"board": "A", "members": None, "sources": []}]


def test_an_empty_answer_is_an_empty_list() -> None:
    assert shape(EMPTY)["rows"] == []


def test_part_and_note_of_a_source_are_there_where_they_are_stated() -> None:
    noted = source(23, "Through the Board")
    noted["part"], noted["note"] = "diagram", None
    found = shape(replace(SMALL, rows=({"board": "A", "members": 1, "sources": [noted]},)))
    assert found["rows"][0]["sources"] == [
        {"document": "plan", "page": 23, "anchor": "Through the Board", "title": PLAN, "part": "diagram"}
    ]


def test_a_chain_has_its_routes_steps_ends_and_what_is_missing() -> None:
    found = shape(ROUTES)
    assert found["start"] == "exampleton-2024-27:action/tackle-rogue-landlords"
    assert found["missing"] == ["no post is recorded as lead of Safe homes"]
    first, second = found["routes"]
    assert first["ends_at"] == "exampleton-2024-27:safer-exampleton-board"
    assert (first["ends"], first["ends_because"]) == ("top", "Nothing is recorded that it reports to.")
    assert first["steps"][1] == {
        "from": "exampleton-2024-27:head-of-housing",
        "from_name": "Head of Housing",
        "type": "REPORTS_TO",
        "reversed": False,
        "to": "exampleton-2024-27:safer-exampleton-board",
        "to_name": "Safer Exampleton Board",
        "sentence": "Head of Housing reports to Safer Exampleton Board",
        "capacity": None,
        "on": "housing",
        "caution": "",
        "basis": "inferred",
        "sources": [{"document": "plan", "page": 22, "anchor": "words on 22", "title": PLAN}],
    }
    assert second["steps"][0]["caution"] == "oversight, not a reporting line"


def test_a_matrix_has_a_cell_for_each_row_and_column_by_id() -> None:
    found = shape(MATRIX)
    assert found["matrix"] == "exampleton-2024-27:matrix/appendix-1"
    assert found["columns"][0] == {
        "id": "exampleton-2024-27:body/0",
        "name": "Exampleton Safeguarding Children Board",
        "abbreviation": "ESCB",
    }
    row = found["rows"][0]
    assert (row["id"], row["name"]) == ("exampleton-2024-27:safeguarding-theme/0", "Child sexual exploitation")
    assert list(row["cells"]) == [column["id"] for column in found["columns"]]
    assert row["cells"]["exampleton-2024-27:body/0"] == {
        "state": "lead",
        "basis": "inferred",
        "joint": False,
        "jointly_with": [],
        "sources": [{"document": "plan", "page": 27, "anchor": "Lead Board", "title": PLAN}],
    }
    assert row["cells"]["exampleton-2024-27:body/4"] == {
        "state": "not recorded",
        "basis": None,
        "joint": False,
        "jointly_with": [],
        "sources": [],
    }


def test_a_cell_that_the_answer_leaves_out_is_not_recorded() -> None:
    bare = replace(MATRIX, rows=(replace(MATRIX.rows[0], cells={}),))
    assert {cell["state"] for cell in shape(bare)["rows"][0]["cells"].values()} == {"not recorded"}


def test_text_stays_as_it_is_even_half_of_a_character_pair() -> None:
    odd = replace(SMALL, rows=({"board": "é\n\x01\ud83d", "members": 1, "sources": []},))
    assert "é".encode() in render(odd, "json")
    assert shape(odd)["rows"][0]["board"] == "é\n\x01\ud83d"
