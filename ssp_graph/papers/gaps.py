"""The gaps: what each check found, of how many, and which things; of very many the first, and how many more."""

from __future__ import annotations

from ssp_graph.english import counted
from ssp_graph.papers.findings import Findings, called
from ssp_graph.papers.parts import Content, Part, listed, table
from ssp_graph.plan import Plan
from ssp_graph.results import Row

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


def gaps(plan: Plan, findings: Findings) -> Part:
    """Return the checks that found something, by their groups, and name those that found nothing."""
    groups: dict[str, list[Row]] = {}
    sound: list[str] = []
    for row in findings.summary.rows:
        if row["found"] or any(row[state] for state in _OTHERS):
            groups.setdefault(row["group"], []).append(row)
        elif row["of"]:
            sound.append(f"{row['title']} (0 of {row['of']})")
    told: list[Content] = [
        f"{findings.summary.heading.count} A gap is a thing that the source leaves open; whether that matters is for "
        "the board to judge."
    ]
    told += [
        table(
            plan,
            _ITSELF if group == _HEADING else group,
            _COLUMNS,
            [_row(plan, findings, row) for row in rows],
        )
        for group, rows in groups.items()
    ]
    if sound:
        told.append(f"{counted(len(sound), 'check')} found nothing: {'; '.join(sound)}.")
    return Part(_HEADING, tuple(told))


def _row(plan: Plan, findings: Findings, row: Row) -> Row:
    check = row["check"]
    states = ("gap",) if row["found"] else ("unknown", "inferred", "accepted")
    found = [called(plan, each) for each in findings.in_state(check, *states)]
    all_of_many = row["found"] == row["of"] and len(found) > _MOST_NAMES
    names = "All of them" if all_of_many else listed(found, _MOST_NAMES, none="", longest=_LONGEST)
    return {
        "id": check,
        "title": row["title"],
        "found": f"{row['found']} of {row['of']}",
        "others": "; ".join(f"{row[state]} {said}" for state, said in _OTHERS.items() if row[state]),
        "which": _ELSEWHERE.get(check, names),
    }
