"""Who comes after whom: of somebody known by being named on a day, and who is next named in the same role."""

from __future__ import annotations

from ssp_graph.english import joined
from ssp_graph.model.dates import first_day, in_words, last_day
from ssp_graph.plan import Edge, Plan


def start_of(edge: Edge) -> str:
    """Return the first day of a relationship as it is stated, or an empty text where no day is."""
    return first_day(edge.since) if edge.since else min((last_day(each["day"]) for each in edge.sightings), default="")


def followed(plan: Plan, edge: Edge) -> str:
    """Return "B is stated from 1 September 2020" of whoever is next in a role, or an empty text where none is.

    Only where no end is stated: then the role passed on some day that no source tells.
    """
    day = edge.get("followed_day")
    if not day or edge.until:
        return ""
    others = plan.at_any_time.into(edge.target, edge.type)
    names = [
        plan.name(other.source)
        for other in others
        if other.source != edge.source and (start_of(other) or plan.registers[other.register].since_day) == day
    ]
    if not names:
        return f"it is stated to be vacant from {in_words(day)}"
    return f"{joined(list(dict.fromkeys(names)))} {'is' if len(names) == 1 else 'are'} stated from {in_words(day)}"


def next_stated(plan: Plan, edge: Edge) -> str:
    """Return who is stated next, where the day asked lies after the last that names whoever is there, or nothing."""
    seen = max([start_of(edge), *(last_day(each["day"]) for each in edge.sightings)])
    return followed(plan, edge) if plan.holds(edge) and seen < plan.day else ""


def through_plans(plan: Plan, node: str) -> list[str]:
    """Return the ids of a thing in each loaded plan of its partnership, the earliest first, also under another id."""
    found = plan.ids_with("latest", plan[node].get("latest"))
    return sorted(found, key=lambda name: plan.registers[name.partition(":")[0]].since_day)
