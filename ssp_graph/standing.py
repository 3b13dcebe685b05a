"""Who leads, delivers, owns, chairs, oversees, scrutinises or bears something on a day, and how surely.

The one rule in Python for each of these words. Checks say the same in Cypher, and a test holds the two equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from ssp_graph.plan import Edge, Plan, Thing

Role = Literal["lead", "delivery", "owner", "chair", "oversight", "scrutiny", "bearer"]
State = Literal["held", "inferred", "unknown", "gap"]


class _Rule(NamedTuple):
    """The relationships that give a role, and the capacities in which they do not."""

    types: tuple[str, ...]
    lesser: frozenset[str] = frozenset()


_RULES: dict[Role, _Rule] = {
    "lead": _Rule(("LEADS", "LEADS_ON"), frozenset({"deputy", "acting"})),
    "delivery": _Rule(("DELIVERS",), frozenset({"with"})),
    "owner": _Rule(("OWNS",), frozenset({"issuer"})),
    "chair": _Rule(("CHAIRS",), frozenset({"vice", "deputy", "acting"})),
    "oversight": _Rule(("OVERSEES",)),
    "scrutiny": _Rule(("SCRUTINISES",)),
    "bearer": _Rule(("BEARS",)),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a role stands.

    `held`: a source states who has it. `inferred`: only by inference. `unknown`: the source cannot tell, as where it
    names "delivery groups" and none of them. `gap`: nobody is recorded. `by` are the relationships that give the role,
    `besides` those that are near it and do not: a deputy, an issuer, a body that is only proposed.
    """

    state: State
    by: tuple[Edge, ...]
    besides: tuple[Edge, ...]


def standing(plan: Plan, thing: Thing, role: Role) -> Standing:
    """Return how a role stands for a thing on the plan's day; nothing is inherited from what the thing is part of."""
    edges = tuple(plan.into(thing, *_RULES[role].types))
    by = tuple(edge for edge in edges if _counts(plan, edge, role))
    besides = tuple(edge for edge in edges if edge not in by)
    sure = [edge for edge in by if not (role == "delivery" and edge.source.collective)]
    if any(not edge.inferred for edge in sure) or (role == "delivery" and _delivered_in_parts(plan, thing)):
        return Standing("held", by, besides)
    if sure:
        return Standing("inferred", by, besides)
    unsure = by if role == "delivery" else role == "scrutiny" and _scrutinised_above(plan, thing)
    return Standing("unknown" if unsure else "gap", by, besides)


def _counts(plan: Plan, edge: Edge, role: Role) -> bool:
    """Return whether a relationship gives a role: one in a lesser capacity does not.

    Nor does one of a thing that is over, or only proposed.
    """
    stands = edge.source.until_day >= plan.day and edge.source.status in ("", "established")
    return stands and edge.capacity not in _RULES[role].lesser


def _delivered_in_parts(plan: Plan, thing: Thing) -> bool:
    """Return whether a theme has areas, and a source names who delivers each of them."""
    areas = [edge.source for edge in plan.into(thing, "PART_OF") if edge.source.kind == "priority-area"]
    return bool(areas) and all(standing(plan, area, "delivery").state == "held" for area in areas)


def _scrutinised_above(plan: Plan, thing: Thing) -> bool:
    """Return whether a body that this one is part of is scrutinised: no source says that it takes this one in."""
    wholes = [edge.target for edge in plan.out(thing, "PART_OF") if edge.target.kind == "body"]
    return any(_counts(plan, edge, "scrutiny") for whole in wholes for edge in plan.into(whole, "SCRUTINISES"))
