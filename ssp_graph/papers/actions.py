"""The actions of which something is recorded: an owner, a due date, how they stand; and the readings of measures."""

from __future__ import annotations

from ssp_graph.english import counted
from ssp_graph.model.dates import in_words
from ssp_graph.papers.answers import Answers
from ssp_graph.papers.parts import NOT_RECORDED, Content, Part, listed, marked, sources_of, table, those_of, whole
from ssp_graph.pictures.views import readings as drawn
from ssp_graph.plan import Plan, Thing
from ssp_graph.results import Row, Table, merged
from ssp_graph.standing import standing

_COLUMNS = (
    ("action", "Action"),
    ("area", "Priority area"),
    ("theme", "Theme"),
    ("owner", "Owner"),
    ("due", "Due"),
    ("status", "Status"),
)
_BY_AREA = (("area", "Priority area"), ("actions", "Actions for which no owner is recorded"))
_MOST_ROWS = 60
_MOST_OF_AN_AREA = 30
_UNOWNED = "Actions without a recorded owner"
_HEADING = "Actions and their owners"
_STANDS = "What measures stand at"
_READINGS = (("measure", "Measure"), ("baseline", "Baseline"), ("target", "Target"), ("readings", "Readings"))
_MOST_CHARTS = 4


def actions(answers: Answers) -> list[Part]:
    """Return the actions that have an owner, a due date or a status; nothing where there are none at all."""
    rows = _rows(answers.plan)
    if not rows:
        return []
    shown = [row for row in rows if row["due"] or row["status"] or row["owner"] != NOT_RECORDED]
    owned = _number(answers, "actions-without-owner", "an owner")
    due = _number(answers, "actions-without-due-date", "a due date")
    told = [f"{owned} {due}"]
    if left := len(rows) - len(shown):
        told.append(f"For {counted(left, 'action')} neither is recorded, nor any progress.")
    if (more := len(shown) - _MOST_ROWS) > 0:
        told.append(f"{more} more are left out here.")
    columns = [column for column in _COLUMNS if column[0] != "theme"]
    tables = [table(answers.plan, _HEADING, columns, shown[:_MOST_ROWS])] if shown else []
    unowned = _unowned(answers)
    inner = (Part(_UNOWNED, (table(answers.plan, _UNOWNED, _BY_AREA, unowned),)),) if unowned else ()
    return [Part(_HEADING, (" ".join(told), *tables), inner)]


def readings(answers: Answers) -> list[Part]:
    """Return the readings of measures, with a chart of each that has two figures; nothing where there are none."""
    plan = answers.plan
    charts = [
        (measure, drawn(plan, measure.id)) for measure in plan.mine("measure") if any(plan.into(measure, "READING_OF"))
    ]
    if not charts:
        return []
    rows = [
        {
            "id": measure.id,
            "measure": measure.name,
            "baseline": measure.get("baseline") or "",
            "target": measure.get("target") or "",
            "readings": "; ".join((*(f"{bar.name}: {bar.words}" for bar in chart.bars), *chart.heading.notes)),
            "sources": merged([chart.sources]),
        }
        for measure, chart in charts
    ]
    shown = [chart for _, chart in charts if len(chart.bars) > 1]
    told: list[Content] = [table(plan, _STANDS, _READINGS, rows), *shown[:_MOST_CHARTS]]
    if (more := len(shown) - _MOST_CHARTS) > 0:
        told.append(f"{counted(more, 'more measure')} with two readings or more could be drawn.")
    return [Part(_STANDS, tuple(told))]


def every_action(plan: Plan) -> Table:
    """Return all actions, to stand beside the paper."""
    return whole(plan, _HEADING, _COLUMNS, _rows(plan), "action")


def _number(answers: Answers, check: str, what: str) -> str:
    """Return of how many actions a source states something, and what is told beside that."""
    beside = answers.beside(check)
    number = answers.closed(check)
    told = f"{number} of {answers.number(check, 'of')} {answers.of_check[check]['counted']}"
    return f"{told} {'has' if number == 1 else 'have'} {what}{f' (and {beside})' if beside else ''}."


def _unowned(answers: Answers) -> list[Row]:
    """Return the actions for which the board is asked to name an owner, by their priority area."""
    plan = answers.plan
    by_area: dict[str, list[Row]] = {}
    asked = {row["id"] for row in answers.in_state("actions-without-owner", "gap")}
    for row in filter(lambda row: row["id"] in asked, _rows(plan)):
        by_area.setdefault(row["area"], []).append(row)
    return [
        {
            "id": rows[0]["id"],
            "area": area,
            "actions": listed((row["action"] for row in rows), _MOST_OF_AN_AREA),
            "sources": merged(row["sources"] for row in rows),
        }
        for area, rows in by_area.items()
    ]


def _rows(plan: Plan) -> list[Row]:
    return [_row(plan, action) for action in plan.mine("action") if plan.holds(action)]


def _row(plan: Plan, action: Thing) -> Row:
    areas = [edge.target for edge in plan.out(action, "PART_OF")]
    wholes = (edge.target for area in areas for edge in plan.out(area, "PART_OF"))
    owner = standing(plan, action, "owner")
    return {
        "id": action.id,
        "action": action.name,
        "area": listed(map(plan.name, areas), none=""),
        "theme": next((plan.name(theme) for theme in wholes if theme.kind == "theme"), ""),
        "owner": listed(those_of(owner, lambda edge: marked(plan, edge, "owner", "joint"))),
        "due": in_words(action.get("due")) if action.get("due") else "",
        "status": action.status if action.status != "not recorded" else "",
        "sources": sources_of((action, *owner.near)),
    }
