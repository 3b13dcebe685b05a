"""The regional priorities against the themes, how far they are covered, and what is left over on either side."""

from __future__ import annotations

from ssp_graph.answers.mapping import mapping as mapping_of
from ssp_graph.papers.answers import Answers
from ssp_graph.papers.parts import Content, Part, Points, listed, spoken, table
from ssp_graph.pictures.views import mapping as chart
from ssp_graph.results import Row

_COLUMNS = (
    ("priority", "Regional priority"),
    ("themes", "Themes set against it"),
    ("covered", "Commitments served"),
    ("open", "Not served by anything local"),
)
_HEADING = "Regional priorities"
_MOST = 10


def mapping(answers: Answers) -> list[Part]:
    """Return how the regional priorities are served; nothing where there are none."""
    plan, answer = answers.plan, answers.mapping
    by_priority: dict[str, list[Row]] = {}
    for row in answer.rows:
        if row["priority_id"]:
            by_priority.setdefault(row["priority_id"], []).append(row)
    if not by_priority:
        return []
    rows = [_row(priority, rows) for priority, rows in by_priority.items()]
    served = table(plan, "How each regional priority is served", _COLUMNS, rows)
    told: list[Content] = [answer.heading.count, spoken(chart(plan)), served]
    if alone := [row["theme"] for row in answer.rows if row["state"] == "theme not mapped"]:
        told.append(f"Set against no regional priority: {listed(alone, 20)}.")
    if notes := answer.heading.notes[:_MOST]:
        told += ["Where the stated mapping and the content disagree:", Points(notes)]
    if any(plan.all_things("outcome")):
        told.append(f"Outcomes of the place: {mapping_of(plan, 'outcomes').heading.count}")
    return [Part(_HEADING, tuple(told))]


def _row(priority: str, rows: list[Row]) -> Row:
    mapped = [row for row in rows if row["state"] == "mapped"]
    commitments = dict.fromkeys(row["commitment"] for row in rows if row["commitment"])
    addressed = [row for row in rows if row["state"] == "addressed"]
    covered = {row["commitment"] for row in addressed}
    by_inference = len(covered - {row["commitment"] for row in addressed if row["basis"] == "stated"})
    basis = f" ({'' if by_inference == len(covered) else f'{by_inference} '}inferred)" if by_inference else ""
    return {
        "id": priority,
        "priority": rows[0]["priority"],
        "themes": listed(_theme(row) for row in mapped) if mapped else "None is recorded",
        "covered": f"{len(covered)} of its {len(commitments)}{basis}" if commitments else "None recorded",
        "open": listed((each for each in commitments if each not in covered), none=""),
        "sources": [source for row in mapped for source in row["sources"]],
    }


def _theme(row: Row) -> str:
    name = row["theme"] or row["local"]
    marks = [row["relation"]] if row["relation"] not in (None, "not stated") else []
    marks += ["inferred"] if row["basis"] == "inferred" else []
    return f"{name} ({', '.join(marks)})" if marks else str(name)
