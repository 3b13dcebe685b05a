"""The regional priorities against the themes, how far they are covered, and what is left over on either side."""

from __future__ import annotations

from ssp_graph.answers.mapping import mapping as table_of
from ssp_graph.papers.parts import Content, Part, listed, points, table
from ssp_graph.pictures.views import mapping as chart
from ssp_graph.plan import Plan
from ssp_graph.results import Row, Table

_COLUMNS = (
    ("priority", "Regional priority"),
    ("themes", "Themes set against it"),
    ("covered", "Commitments served"),
    ("open", "Not served by anything local"),
)
_HEADING = "Regional priorities"
_MOST = 10


def mapping(plan: Plan) -> Part:
    """Return how the regional priorities are served."""
    found = table_of(plan)
    rows = _rows(found)
    if not rows:
        return Part(_HEADING, ("No regional priorities are recorded, in this register or in one that it uses.",))
    told: list[Content] = [
        found.heading.count,
        chart(plan),
        table(plan, "How each regional priority is served", _COLUMNS, rows),
    ]
    if alone := [row["theme"] for row in found.rows if row["state"] == "theme not mapped"]:
        told.append(f"Set against no regional priority: {listed(alone, 20)}.")
    if notes := [note for note in found.heading.notes if note not in told][:_MOST]:
        told += ["Where the stated mapping and the content disagree:", points(notes)]
    return Part(_HEADING, (*told, *_outcomes(plan)))


def _rows(found: Table) -> list[Row]:
    """Return a row for each priority, from the rows of the mapping."""
    by_priority: dict[str, list[Row]] = {}
    for row in found.rows:
        if row["priority_id"]:
            by_priority.setdefault(row["priority_id"], []).append(row)
    return [_row(priority, rows) for priority, rows in by_priority.items()]


def _row(priority: str, rows: list[Row]) -> Row:
    mapped = [row for row in rows if row["state"] == "mapped"]
    commitments = dict.fromkeys(row["commitment"] for row in rows if row["commitment"])
    covered = {row["commitment"] for row in rows if row["state"] == "addressed"}
    stated = {row["commitment"] for row in rows if row["state"] == "addressed" and row["basis"] == "stated"}
    by_inference = len(covered - stated)
    basis = f" ({'' if by_inference == len(covered) else f'{by_inference} '}inferred)" if by_inference else ""
    return {
        "id": priority,
        "priority": rows[0]["priority"],
        "themes": listed(_theme(row) for row in mapped) if mapped else "None is recorded",
        "covered": f"{len(covered)} of {len(commitments)}{basis}" if commitments else "None recorded",
        "open": listed((each for each in commitments if each not in covered), none=""),
        "sources": [source for row in mapped for source in row["sources"]],
    }


def _theme(row: Row) -> str:
    name = row["theme"] or row["local"]
    marks = [row["relation"]] if row["relation"] not in (None, "not stated") else []
    marks += ["inferred"] if row["basis"] == "inferred" else []
    return f"{name} ({', '.join(marks)})" if marks else str(name)


def _outcomes(plan: Plan) -> tuple[str, ...]:
    if not any(plan.all_things("outcome")):
        return ()
    return (f"Outcomes of the place: {table_of(plan, 'outcomes').heading.count}",)
