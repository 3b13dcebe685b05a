"""Every action with its owner and due date, theme by theme and area by area."""

from __future__ import annotations

from ssp_graph.english import counted
from ssp_graph.model.dates import in_words
from ssp_graph.papers.parts import NOT_RECORDED, Content, Part, listed, marked, sources_of, table, those_of, whole
from ssp_graph.plan import Plan, Thing
from ssp_graph.results import Row, Table
from ssp_graph.standing import standing

_COLUMNS = (("action", "Action"), ("area", "Priority area"), ("owner", "Owner"), ("due", "Due"), ("status", "Status"))
_MOST_IN_ALL = 120
_MOST_IN_A_THEME = 40
_NO_THEME = "Actions without a theme"
_HEADING = "Actions and their owners"


def actions(plan: Plan) -> Part:
    """Return the actions; of very many, as many of each theme as a paper can hold."""
    rows = _rows(plan)
    if not rows:
        return Part(_HEADING, ("No action is recorded.",))
    themes: dict[str, list[Row]] = {plan.name(theme): [] for theme in plan.mine("theme")}
    for row in rows:
        themes.setdefault(row["theme"] or _NO_THEME, []).append(row)
    most = _MOST_IN_ALL if len(rows) <= _MOST_IN_ALL else _MOST_IN_A_THEME
    inner = (Part(theme, _of_theme(plan, theme, some, most)) for theme, some in themes.items() if some)
    owned, due = _owned(rows), sum(bool(row["due"]) for row in rows)
    dated = f", {due} with a due date" if due else "; none gives a due date"
    return Part(_HEADING, (f"{counted(len(rows), 'action')}: {owned} with an owner{dated}.",), tuple(inner))


def every_action(plan: Plan) -> Table:
    """Return all actions, to stand beside the paper."""
    return whole(plan, _HEADING, (*_COLUMNS[:2], ("theme", "Theme"), *_COLUMNS[2:]), _rows(plan), "action")


def _rows(plan: Plan) -> list[Row]:
    return [_row(plan, action) for action in plan.mine("action") if plan.holds(action)]


def _owned(rows: list[Row]) -> int:
    return sum(not row["owner"].startswith(NOT_RECORDED) for row in rows)


def _of_theme(plan: Plan, theme: str, rows: list[Row], most: int) -> tuple[Content, ...]:
    owned, left = _owned(rows), len(rows) - most
    of = f"{owned or 'None'} of {counted(len(rows), 'action')} {'name' if owned > 1 else 'names'} an owner."
    return (of, table(plan, theme, _COLUMNS, rows[:most]), *((f"{left} more are left out here.",) if left > 0 else ()))


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
