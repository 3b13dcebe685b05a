"""Who leads and delivers each theme, where the routes up from it end, and what the sources do not agree on."""

from __future__ import annotations

from collections.abc import Sequence

from ssp_graph.answers.chain import chain
from ssp_graph.answers.sentences import stated_when
from ssp_graph.english import capital
from ssp_graph.papers.parts import (
    NOT_RECORDED,
    Content,
    Part,
    Points,
    by_whom,
    listed,
    marked,
    senses,
    sources_of,
    table,
    those_of,
)
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Route, Row, merged
from ssp_graph.standing import Role, Standing, standing

_COLUMNS = (
    ("theme", "Theme"),
    ("lead", "Lead"),
    ("delivered", "Delivered by"),
    ("watched", "Oversight, scrutiny"),
)
_ENDS = (("theme", "Theme"), ("end", "Accountable in the end to"), ("stops", "Other lines up stop at"))
_ROLES: tuple[Role, ...] = ("lead", "delivery", "oversight", "scrutiny")
_MOST_ROWS = 40
_DISPUTED = frozenset({"lead", "remit"})


def themes(plan: Plan) -> list[Part]:
    """Return who answers for each theme; nothing where there is none."""
    shown = list(filter(plan.holds, plan.mine("theme")))
    areas = [area for area in plan.mine("priority-area") if _has_own(plan, area)]
    heading = "Who leads and delivers each theme"
    if not shown and not areas:
        return []
    told: list[Content] = []
    if shown:
        rows = [_row(plan, theme) for theme in shown[:_MOST_ROWS]]
        if said := [*_left_out(shown), *_alike(rows), *_holders_day(plan, shown)]:
            told.append(" ".join(said))
        told.append(table(plan, "Lead and delivery of each theme", _COLUMNS, rows))
    if areas:
        columns = (("theme", "Priority area"), *_COLUMNS[1:])
        rows = [_row(plan, area) for area in areas[:_MOST_ROWS]]
        told.append(table(plan, "Priority areas with a lead or a delivery body of their own", columns, rows))
    told += _disputed(plan, shown)
    told += _answered_for(plan, shown)
    return [Part(heading, tuple(told))]


def _has_own(plan: Plan, area: Thing) -> bool:
    """Return whether an area has a lead or delivery of its own that its themes have not."""
    wholes = [edge.target for edge in plan.out(area, "PART_OF")]
    shared = {(edge.source, edge.type) for whole in wholes for edge in plan.into(whole)}
    return any((edge.source, edge.type) not in shared for edge in plan.into(area, "LEADS", "DELIVERS"))


def _left_out(shown: Sequence[Thing]) -> list[str]:
    left = len(shown) - _MOST_ROWS
    return [f"The first {_MOST_ROWS} themes are shown; {left} more are left out here."] if left > 0 else []


def _row(plan: Plan, thing: Thing) -> Row:
    roles = {role: standing(plan, thing, role) for role in _ROLES}
    return {
        "id": thing.id,
        "theme": plan.name(thing),
        "lead": listed(those_of(roles["lead"], lambda edge: _lead(plan, edge))),
        "delivered": _delivered(plan, thing, roles["delivery"]),
        "watched": "; ".join(
            f"{verb} by {whom}"
            for verb, role in (("overseen", roles["oversight"]), ("scrutinised", roles["scrutiny"]))
            if (whom := by_whom(plan, role))
        ),
        "sources": sources_of(edge for role in roles.values() for edge in role.near),
    }


def _lead(plan: Plan, edge: Edge) -> str:
    """Return a lead with whoever holds the post; without names, only that nobody does."""
    told = [edge.capacity] if edge.capacity and edge.capacity != "lead" else []
    if edge.source.kind == "post":
        holders = [marked(plan, held) for held in plan.into(edge.source, "HOLDS")]
        holding = edge.source.get("holding")
        if holders and not plan.names_left_out:
            told.append(f"held by {' and '.join(holders)}")
        elif not holders:
            told.append(holding if holding in ("vacant", "not disclosed") else "holder not recorded")
    return marked(plan, edge) + (f" ({'; '.join(told)})" if told else "")


def _delivered(plan: Plan, thing: Thing, delivery: Standing) -> str:
    """Return delivery bodies by the capacity in which they deliver: "Shared: one; another"."""
    by_capacity: dict[str, list[str]] = {}
    for edge in delivery.near:
        capacity = edge.capacity or "" if edge.target == thing else "area by area"
        by_capacity.setdefault("" if capacity == "sole" else capacity, []).append(marked(plan, edge))
    told = [f"{capacity}: {listed(names)}" if capacity else listed(names) for capacity, names in by_capacity.items()]
    if not delivery.by:
        told.insert(0, NOT_RECORDED)
    return ". ".join(map(capital, told))


def _alike(rows: list[Row]) -> list[str]:
    """Say once what is the same for every theme, and take it out of the rows."""
    values = {row["watched"] for row in rows}
    if len(rows) < 2 or len(values) > 1 or not (value := values.pop()):
        return []
    rows[:] = [{**row, "watched": ""} for row in rows]
    return [f"Every theme is {value}."]


def _holders_day(plan: Plan, shown: Sequence[Thing]) -> list[str]:
    posts = {edge.source for theme in shown for edge in plan.into(theme, "LEADS")}
    days = {stated_when(edge) for post in posts for edge in plan.into(post, "HOLDS")}
    if plan.names_left_out or len(days) != 1 or not (day := days.pop()):
        return []
    return [f"Holders are given {day}."]


def _disputed(plan: Plan, shown: Sequence[Thing]) -> list[Content]:
    told = tuple(
        f"{discrepancy.name}: {senses(discrepancy.get('wordings'))}"
        for discrepancy in plan.mine("discrepancy")
        if discrepancy.classification in _DISPUTED
        and any(edge.target in shown for edge in plan.out(discrepancy, "CONCERNS"))
    )
    return ["On this the sources disagree:", Points(told)] if told else []


def _answered_for(plan: Plan, shown: Sequence[Thing]) -> list[Content]:
    """Return to whom the recorded lines lead in the end, and where they stop before that, theme by theme."""
    rows: list[Row] = []
    for theme in shown[:_MOST_ROWS]:
        routes = chain(plan, theme.id).routes
        stops = (route for route in routes if route.ends != "top")
        rows.append(
            {
                "id": theme.id,
                "theme": plan.name(theme),
                "end": listed(plan.name(plan[route.ends_at]) for route in routes if route.ends == "top"),
                "stops": listed((_stop(plan, route) for route in stops), none=""),
                "sources": merged(step.sources for route in routes for step in route.steps),
            }
        )
    if not rows:
        return []
    told: list[Content] = []
    caption = "To whom those who lead and deliver each theme are accountable"
    if len(rows) > 1 and len({row["end"] for row in rows}) == 1 and rows[0]["end"] != NOT_RECORDED:
        told.append(f"From every theme recorded lines lead up in the end to: {rows[0]['end']}.")
        rows = [{**row, "end": ""} for row in rows if row["stops"]]
        caption = "Lines up from a theme that stop short"
    if rows:
        told.append(table(plan, caption, _ENDS, rows))
    return told


def _stop(plan: Plan, route: Route) -> str:
    """Return where a route stops; whom a body outside the partnership answers to is no part of a register."""
    return plan.name(plan[route.ends_at]) + (" (answers elsewhere)" if route.ends == "elsewhere" else "")
