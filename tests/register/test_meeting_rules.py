"""What a minutes-taker gets wrong is told with its line, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.register.loading import read
from tests.making import write_register

FILES = {
    "documents": """
        - {id: plan, title: The Plan, pages: 40}
        - {id: minutes, title: Minutes of 6 May 2020, classification: minutes, date: 2020-05-06}
    """,
    "bodies": "- {id: board, name: Board, sources: {page: 1, anchor: the board}}",
    "organisations": "- {id: old-council, name: Old Council, until: 2019, sources: {page: 1, anchor: council}}",
    "people": """
        - {id: ann, name: Ann Lee, sources: {page: 1, anchor: Ann}}
        - {id: bob, name: Bob Ray, sources: {page: 1, anchor: Bob}}
    """,
}
MEETING = "- {{id: may, name: Meeting, body: body/board, day: {day}, {more}, sources: {{document: minutes}}}}"
ACTION = """- {{id: count, name: Count, agreed_at: meeting/may, {more}, sources: {{page: 2, anchor: count}}}}"""


def told(folder: Path, **files: str) -> list[str]:
    _, problems = read([write_register(folder / "t", **{**FILES, **files})])
    return [f"{each.severity}: {Path(each.file).name}:{each.line}: {each.what}" for each in problems]


@pytest.mark.parametrize(
    ("day", "more", "problem"),
    [
        (
            "2020-05-06",
            "present: [person/ann, person/bob], apologies: person/bob",
            "error: meetings.yaml:1: person/bob was at meeting/may and sent apologies",
        ),
        (
            "2020-05-06",
            "present: [{to: person/ann, on_behalf_of: person/bob}], apologies: [person/ann, person/bob]",
            "error: meetings.yaml:1: person/ann was at meeting/may and sent apologies",
        ),
        (
            "2020-05-06",
            "present: [person/bob, {to: person/ann, on_behalf_of: person/bob}]",
            "warning: meetings.yaml:1: person/ann came to meeting/may for person/bob, who was there too",
        ),
        (
            "2020-05-06",
            "present: [{to: person/ann, on_behalf_of: person/ann}]",
            "error: meetings.yaml:1: person/ann came to meeting/may on behalf of itself",
        ),
        (
            "2020-05-06",
            "next: 2020-05",
            "",
        ),
        (
            "2020-05-06",
            "next: 2020-04",
            "error: meetings.yaml:1: meeting/may is on 6 May 2020, and its next one (April 2020) is not after it",
        ),
        (
            "2020-05-07",
            "present: person/ann",
            "warning: meetings.yaml:1: meeting/may is on 7 May 2020, but the date of its minutes is 6 May 2020",
        ),
        (
            "2020-05-06",
            "apologies: organisation/old-council",
            "warning: meetings.yaml:1: organisation/old-council stands under `apologies` of meeting/may, but is not "
            "there on 6 May 2020",
        ),
    ],
)
def test_who_was_there_and_who_was_not_fits_together(tmp_path: Path, day: str, more: str, problem: str) -> None:
    assert told(tmp_path, meetings=MEETING.format(day=day, more=more)) == ([problem] if problem else [])


def test_a_meeting_that_is_written_twice_is_told(tmp_path: Path) -> None:
    once = MEETING.format(day="2020-05-06", more="next: 2020-09")
    again = once.replace("id: may", "id: again")
    (problem,) = told(tmp_path, meetings=f"{once}\n{again}")
    assert problem == "warning: meetings.yaml:2: meeting/again is of body/board on 6 May 2020, and so is meeting/may"


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ("due: 2020-04", "action/count is due (April 2020) before it was agreed or raised (6 May 2020)"),
        ("closed_on: 2019", "action/count was closed (2019) before it was agreed or raised (6 May 2020)"),
        (
            "progress: {day: 2020-05-05, status: done}",
            "action/count moved (5 May 2020) before it was agreed or raised (6 May 2020)",
        ),
        (
            "progress: [{day: 2020-07-01, status: done}, {day: 2020-09-01, status: in progress}]",
            "action/count was done (1 July 2020), and is in progress later (1 September 2020)",
        ),
    ],
)
def test_an_action_moves_in_the_order_of_days(tmp_path: Path, more: str, problem: str) -> None:
    meeting = MEETING.format(day="2020-05-06", more="next: 2020-09")
    assert told(tmp_path, meetings=meeting, actions=ACTION.format(more=more)) == [f"warning: actions.yaml:1: {problem}"]


def test_a_post_that_is_held_while_it_is_vacant_is_told(tmp_path: Path) -> None:
    post = """
        - id: manager
          title: Manager
          vacant: {since: 2020-01-01, until: 2020-06-30}
          holder: [{to: person/ann, stated_on: 2019-05-01, until: 2019-12-31}, {to: person/bob, stated_on: 2020-03-01}]
          sources: {page: 1, anchor: manager}
    """
    (problem,) = told(tmp_path, posts=post)
    assert problem == "warning: posts.yaml:4: post/manager is vacant while person/bob holds it"
