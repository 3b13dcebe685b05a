"""The gaps: what each check found, of how many, and which things; of very many the first, and how many more."""

from __future__ import annotations

from ssp_graph.english import counted
from ssp_graph.papers.answers import Answers
from ssp_graph.papers.parts import Content, Part, listed, table, whole
from ssp_graph.results import Row, Table

_COLUMNS = (("title", "Check"), ("found", "Gaps found"), ("others", "Beside these"), ("which", "Which"))
_OTHERS = {"accepted": "accepted", "inferred": "closed by inference alone", "unknown": "the source cannot tell"}
_MOST_NAMES = 5
_LONGEST = 160
_HEADING = "Gaps"
_ITSELF = "Issues, areas and actions"
# these have parts of their own, with more than their names
_ELSEWHERE = {
    "actions-without-owner": "See the actions, above.",
    "actions-without-due-date": "See the actions, above.",
    "discrepancies": "See where the sources disagree, below.",
    "facts-inferred": "See what is inferred, below.",
    "matrix-cells-not-recorded": "See the matrix, below.",
    "safeguarding-without-one-lead": "See the matrix, below.",
}


def gaps(answers: Answers) -> Part:
    """Return the checks that found something, by their groups, and name those that found nothing."""
    groups: dict[str, list[Row]] = {}
    sound: list[str] = []
    for row in answers.summary.rows:
        if row["found"] or any(row[state] for state in _OTHERS):
            groups.setdefault(row["group"], []).append(row)
        elif row["of"]:
            sound.append(f"{row['title']} (0 of {row['of']})")
    told: list[Content] = [
        f"{answers.summary.heading.count} A gap is a thing that the source leaves open; whether that matters is for "
        "the board to judge."
    ]
    for group, rows in groups.items():
        caption = _ITSELF if group == _HEADING else group
        told.append(table(answers.plan, caption, _COLUMNS, [_row(answers, row) for row in rows]))
    if sound:
        told.append(f"{counted(len(sound), 'check')} found nothing: {'; '.join(sound)}.")
    return Part(_HEADING, tuple(told))


def every_gap(answers: Answers) -> Table:
    """Return all that the checks found, one by one, to stand beside the paper."""
    rows: list[Row] = [
        {
            "title": answers.of_check[check]["title"],
            "thing": answers.called(row),
            "state": row["state"],
            "sources": row.get("sources") or [],
            "id": row["id"],
        }
        for check, rows in answers.rows.items()
        for row in rows
    ]
    columns = (("title", "Check"), ("thing", "Thing"), ("state", "State"))
    return whole(answers.plan, "Gaps, one by one", columns, rows, "row")


def _row(answers: Answers, row: Row) -> Row:
    check = row["check"]
    states = ("gap",) if row["found"] else tuple(_OTHERS)
    names = [answers.called(each) for each in answers.in_state(check, *states)]
    all_of_many = row["found"] == row["of"] and len(names) > _MOST_NAMES
    which = "All of them" if all_of_many else listed(names, _MOST_NAMES, none="", longest=_LONGEST)
    return {
        "id": check,
        "title": row["title"],
        "found": f"{row['found']} of {row['of']}",
        "others": "; ".join(f"{row[state]} {said}" for state, said in _OTHERS.items() if row[state]),
        "which": _ELSEWHERE.get(check, which),
    }
