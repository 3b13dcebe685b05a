"""What comes up in the months ahead, as a list and as a calendar that another library reads."""

from __future__ import annotations

import datetime
from pathlib import Path

import vobject

from ssp_graph.answers.due import due
from ssp_graph.outputs.ics import render
from ssp_graph.plan import Plan
from ssp_graph.results import Table
from tests.making import graph_of

S = ", sources: {page: 1}}"
TOWN = {
    "people": f"- {{id: ann, name: Ann Archer{S}\n",
    "posts": f"- {{id: head, title: Head of Safety, holder: {{to: person/ann, until: 2024-12-31}}{S}\n",
    "bodies": f"""
- {{id: csp, name: The Partnership{S}
- {{id: board, name: The Board, meets: each quarter{S}
- {{id: group, name: The Group, until: 2024-11{S}
""",
    "strategies": f"""
- {{id: terms, name: The terms, review_due: 2024-09, owner: post/head{S}
- {{id: late, name: Last year's terms, review_due: 2024-03{S}
- {{id: way, name: The way; a strategy that goes on and on and on for more than seventy-five octets, until: 2024{S}
""",
    "actions": f"""
- {{id: walk, name: Walk the streets, due: 2024-08-31, owner: post/head{S}
- {{id: done, name: Be done, due: 2024-08-31, status: done{S}
""",
    "recommendations": f"""
- {{id: answer, name: Answer us, made_on: 2024-05, respond_by: 2024-07-15, made_to: body/board{S}
- {{id: no, name: Refuse us, made_on: 2024-05, due: 2024-07-15, response: refused{S}
- {{id: later, name: Made later, made_on: 2024-07, due: 2024-08{S}
""",
    "meetings": f"""
- {{id: june, name: Board in June, body: body/board, day: 2024-06-01, next: 2024-09-10{S}
""",
    "duties": f"- {{id: report, name: Report, classification: report, frequency: yearly, borne_by: body/board{S}\n",
}


ABOUT = "since: 2024-04-01\nuntil: 2025-03-31\npartnership: body/csp\n"


def coming(folder: Path, months: int = 12) -> Table:
    return due(Plan(graph_of(folder / "town", ABOUT, **TOWN), "2024-06-30"), months)


def test_what_has_a_day_comes_in_order_and_what_recurs_without_one_behind(tmp_path: Path) -> None:
    rows = [(row["day"], row["sort"], row["what"], row["who"]) for row in coming(tmp_path).rows]
    assert rows == [
        ("2024-07-15", "answer", "Answer to the recommendation: Answer us", ["The Board"]),
        ("2024-08-31", "action", "Walk the streets", ["Head of Safety"]),
        ("2024-09-10", "meeting", "Next meeting of The Board", ["The Board"]),
        ("2024-09", "review", "Review of The terms", ["Head of Safety"]),
        ("2024-11", "end", "The Group ends", []),
        ("2024", "end", "The way; a strategy that goes on and on and on for more than seventy-five octets ends", []),
        ("2024-12-31", "end", "Ann Archer holds the post of Head of Safety: this ends", []),
        ("2025-03-31", "end", "The period of The Plan of town ends", []),
        (None, "meeting", "The Board: each quarter", []),
        (None, "report", "Report: yearly", ["The Board"]),
    ]
    assert [row["day"] for row in coming(tmp_path / "again", 2).rows][:-2] == ["2024-07-15"]


def test_the_calendar_is_one_that_another_library_reads(tmp_path: Path) -> None:
    data = render(coming(tmp_path))
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert b"DTSTART;VALUE=DATE:20240715" in lines
    entries = vobject.readOne(data.decode()).vevent_list
    assert [entry.dtstart.value for entry in entries][:2] == [datetime.date(2024, 7, 15), datetime.date(2024, 8, 31)]
    assert [entry.summary.value for entry in entries][5].startswith("The way; a strategy that goes on")
    assert entries[3].description.value.splitlines()[:2] == ["Who: Head of Safety.", "Stated as 2024-09."]
    names = [entry.uid.value for entry in entries]
    assert len({*names}) == len(names) == 8
