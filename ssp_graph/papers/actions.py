"""Every action with its owner and due date, theme by theme and area by area."""

from __future__ import annotations

from ssp_graph.english import counted
from ssp_graph.model.dates import in_words
from ssp_graph.papers.parts import NOT_RECORDED, Content, Part, listed, marked, sources_of, table
from ssp_graph.plan import Plan, Thing
from ssp_graph.results import Row

_COLUMNS = (("action", "Action"), ("area", "Priority area"), ("owner", "Owner"), ("due", "Due"), ("status", "Status"))
_MOST_IN_ALL = 120
_MOST_IN_A_THEME = 40
_NO_THEME = "Actions without a theme"


def actions(plan: Plan) -> Part:
    """Return the actions; of very many, as many of each theme as a paper can hold."""
    rows = action_rows(plan)
    if not rows:
        return Part("Actions and their owners", ("No action is recorded.",))
    themes: dict[str, list[Row]] = {plan.name(theme): [] for theme in plan.mine("theme")}
    for row in rows:
        themes.setdefault(row["theme"] or _NO_THEME, []).append(row)
    themes = {theme: some for theme, some in themes.items() if some}
    most = _MOST_IN_ALL if len(rows) <= _MOST_IN_ALL else _MOST_IN_A_THEME
    return Part(
        "Actions and their owners",
        (_told(rows),),
        tuple(Part(theme, _of_theme(plan, theme, some, most)) for theme, some in themes.items()),
    )


def action_rows(plan: Plan) -> list[Row]:
    """Return a row for each action that holds on a day."""
    return [_row(plan, action) for action in plan.mine("action") if plan.holds(action)]


def _told(rows: list[Row]) -> str:
    owned = sum(row["owner"] != NOT_RECORDED for row in rows)
    due = sum(bool(row["due"]) for row in rows)
    text = f"{counted(len(rows), 'action')}: {owned} with an owner"
    return f"{text}, {due} with a due date." if due else f"{text}; none gives a due date."


def _of_theme(plan: Plan, theme: str, rows: list[Row], most: int) -> tuple[Content, ...]:
    owned = sum(row["owner"] != NOT_RECORDED for row in rows)
    of = f"{owned or 'None'} of {counted(len(rows), 'action')} {'name' if owned > 1 else 'names'} an owner."
    found = table(plan, theme, _COLUMNS, rows[:most])
    left = len(rows) - most
    return (of, found, f"{left} more are left out here.") if left > 0 else (of, found)


def _row(plan: Plan, action: Thing) -> Row:
    areas = list(plan.out(action, "PART_OF"))
    owners = list(plan.into(action, "OWNS"))
    themes = [
        plan.name(edge.target)
        for area in areas
        for edge in plan.out(area.target, "PART_OF")
        if edge.target.kind == "theme"
    ]
    return {
        "id": action.id,
        "action": action.name,
        "area": listed((plan.name(edge.target) for edge in areas), none=""),
        "theme": themes[0] if themes else "",
        "owner": listed(marked(plan, edge) for edge in owners),
        "due": in_words(action.get("due")) if action.get("due") else "",
        "status": action.status if action.status != "not recorded" else "",
        "sources": sources_of((action, *owners)),
    }
