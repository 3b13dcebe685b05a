"""Who leads and delivers each theme, where the routes up from it end, and what the sources do not agree on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ssp_graph.answers.chain import chain
from ssp_graph.answers.sentences import stated_when
from ssp_graph.english import capital
from ssp_graph.papers.parts import (
    NOT_RECORDED,
    Content,
    Part,
    listed,
    marked,
    points,
    senses,
    sources_of,
    table,
    together,
)
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Row, Table, merged

_COLUMNS = (
    ("theme", "Theme"),
    ("lead", "Lead"),
    ("delivered", "Delivered by"),
    ("watched", "Oversight, scrutiny"),
)
_ROUTES = (("theme", "Theme"), ("routes", "Routes up, and where they end"))
_MOST_ROWS = 40
_DISPUTED = frozenset({"lead", "remit"})


def themes(plan: Plan) -> Part:
    """Return who answers for each theme."""
    found = list(filter(plan.holds, plan.mine("theme")))
    areas = [area for area in plan.mine("priority-area") if _has_own(plan, area)]
    heading = "Who leads and delivers each theme"
    if not found and not areas:
        return Part(heading, ("No theme is recorded.",))
    told: list[Content] = []
    if found:
        rows = [_row(plan, theme) for theme in found[:_MOST_ROWS]]
        if said := [*_left_out(found), *_alike(rows), *_holders_day(plan, found)]:
            told.append(" ".join(said))
        told.append(table(plan, "Lead and delivery of each theme", _COLUMNS, rows))
    if areas:
        rows = [{**_row(plan, area), "theme": plan.name(area)} for area in areas[:_MOST_ROWS]]
        columns = (("theme", "Priority area"), *_COLUMNS[1:])
        told.append(table(plan, "Priority areas with a lead or a delivery body of their own", columns, rows))
    told += _disputed(plan, found)
    inner = (Part("Where each theme is answered for in the end", _routes(plan, found)),) if found else ()
    return Part(heading, tuple(told), inner)


def _has_own(plan: Plan, area: Thing) -> bool:
    """Return whether an area has a lead or delivery of its own that its themes have not."""
    own = list(plan.into(area, "LEADS", "DELIVERS"))
    themes = [edge.target for edge in plan.out(area, "PART_OF")]
    shared = {(edge.source, edge.type) for theme in themes for edge in plan.into(theme)}
    return any((edge.source, edge.type) not in shared for edge in own)


def _left_out(found: Sequence[Thing]) -> list[str]:
    left = len(found) - _MOST_ROWS
    return [f"The first {_MOST_ROWS} themes are shown; {left} more are left out here."] if left > 0 else []


def _row(plan: Plan, thing: Thing) -> Row:
    edges = {role: list(plan.into(thing, role)) for role in ("LEADS", "DELIVERS", "OVERSEES", "SCRUTINISES")}
    return {
        "id": thing.id,
        "theme": plan.name(thing),
        "lead": listed(_lead(plan, edge) for edge in edges["LEADS"]),
        "delivered": _delivered(plan, edges["DELIVERS"]),
        "watched": "; ".join(
            f"{verb} by {together(marked(plan, edge) for edge in edges[role])}"
            for role, verb in (("OVERSEES", "overseen"), ("SCRUTINISES", "scrutinised"))
            if edges[role]
        ),
        "sources": sources_of(edge for some in edges.values() for edge in some),
    }


def _lead(plan: Plan, edge: Edge) -> str:
    """Return a lead with whoever holds the post; without names, only that nobody does."""
    capacity = edge.capacity
    told = [capacity] if capacity and capacity != "lead" else []
    if edge.source.kind == "post":
        holders = [plan.name(held.source) for held in plan.into(edge.source, "HOLDS")]
        holding = edge.source.get("holding")
        if holders and not plan.names_left_out:
            told.append(f"held by {' and '.join(holders)}")
        elif not holders:
            told.append(holding if holding in ("vacant", "not disclosed") else "holder not recorded")
    return marked(plan, edge) + (f" ({'; '.join(told)})" if told else "")


def _delivered(plan: Plan, edges: Iterable[Edge]) -> str:
    """Return delivery bodies by the capacity in which they deliver: "Shared: one; another"."""
    found: dict[str, list[str]] = {}
    for edge in edges:
        capacity = edge.capacity or ""
        found.setdefault("" if capacity == "sole" else capacity, []).append(marked(plan, edge))
    told = [f"{capacity}: {listed(names)}" if capacity else listed(names) for capacity, names in found.items()]
    text = ". ".join(map(capital, told))
    return text or NOT_RECORDED


def _alike(rows: list[Row]) -> list[str]:
    """Say once what is the same for every theme, and take it out of the rows."""
    values = {row["watched"] for row in rows}
    if len(rows) < 2 or len(values) > 1 or not (value := values.pop()):
        return []
    rows[:] = [{**row, "watched": ""} for row in rows]
    return [f"Every theme is {value}."]


def _holders_day(plan: Plan, found: Iterable[Thing]) -> list[str]:
    posts = {edge.source for theme in found for edge in plan.into(theme, "LEADS")}
    days = {stated_when(edge) for post in posts for edge in plan.into(post, "HOLDS")}
    if plan.names_left_out or len(days) != 1 or not (day := days.pop()):
        return []
    return [f"Holders are given {day}."]


def _disputed(plan: Plan, found: Iterable[Thing]) -> list[Content]:
    wanted = set(found)
    told = [
        f"{discrepancy.name}: {senses(discrepancy.get('wordings'))}"
        for discrepancy in plan.mine("discrepancy")
        if discrepancy.classification in _DISPUTED
        and wanted & {edge.target for edge in plan.out(discrepancy, "CONCERNS")}
    ]
    return ["On this the sources disagree:", points(told)] if told else []


def _routes(plan: Plan, found: Sequence[Thing]) -> tuple[Content, ...]:
    rows: list[Row] = []
    for theme in found[:_MOST_ROWS]:
        routes = chain(plan, theme.id)
        rows.append(
            {
                "id": theme.id,
                "theme": plan.name(theme),
                "routes": routes.heading.count,
                "sources": merged(step.sources for route in routes.routes for step in route.steps),
            }
        )
    reached: Table = table(plan, "Where the routes up from each theme end", _ROUTES, rows)
    return (
        "A route is a way from a theme by leads, delivery, oversight and reporting lines to whoever answers to nobody "
        "else that is recorded. Where it stops before that, it is a dead end.",
        reached,
    )
