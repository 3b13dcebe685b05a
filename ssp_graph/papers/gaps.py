"""The checks: what each found, of how many and which things, of very many the first."""

from __future__ import annotations

from ssp_graph.papers.answers import BESIDE, Answers
from ssp_graph.papers.parts import Content, Part, listed, table, whole
from ssp_graph.questions.gaps import STATES
from ssp_graph.results import Row, Table

_COLUMNS = (("title", "Check"), ("found", "Found"), ("beside", "Beside these"), ("which", "Which"))
_MOST_NAMES = 3
_LONGEST = 100
_HEADING = "What the checks find"
_ITSELF = "Issues, areas and actions"
# these have a part of their own, with more than their names
_ELSEWHERE = {
    "discrepancies": "See the sources.",
    "facts-inferred": "See the sources.",
    "matrix-cells-not-recorded": "See the matrix.",
    "safeguarding-without-one-lead": "See the matrix.",
}


def gaps(answers: Answers) -> Part:
    """Return the checks that found something, by their groups, and name those that found nothing."""
    groups: dict[str, list[Row]] = {}
    sound: list[str] = []
    for row in answers.summary.rows:
        if row["found"] or answers.beside(row["check"]):
            groups.setdefault(row["group"], []).append(row)
        elif row["of"]:
            sound.append(f"{row['title']} (0 of {row['of']} {row['counted']})")
    told: list[Content] = [
        f"{answers.summary.heading.count} A gap is a thing that the source leaves open; whether that matters is for "
        "the board to judge. One thing may stand in several rows, so their numbers do not add up."
    ]
    if sound:
        told.append(f"Nothing was found by: {'; '.join(sound)}.")
    for group, rows in groups.items():
        caption = _ITSELF if group == "Gaps" else group
        told.append(table(answers.plan, caption, _COLUMNS, [_row(answers, row) for row in rows]))
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
    check, of = row["check"], row["of"]
    told = next(state for state in ("found", *STATES[1:]) if row[state])
    found = row[told]
    names = [answers.called(each) for each in answers.in_state(check, "gap" if told == "found" else told)]
    every = found == of > _MOST_NAMES
    how = "" if told == "found" else f": {BESIDE[told]}"
    return {
        "id": check,
        "title": row["title"],
        "found": f"{found} of {of} {row['counted']}{how}",
        "beside": answers.beside(check, told),
        "which": "All of them" if every else _ELSEWHERE.get(check) or listed(names, _MOST_NAMES, "", _LONGEST),
    }
