"""Who leads, delivers, owns, holds, chairs, oversees, scrutinises or bears something on a day, and how surely.

The one rule in Python for each of these words. Checks say the same in Cypher, and a test holds the two equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.plan import Edge, Plan, Thing

Role = Literal["owner", "lead", "holder", "chair", "delivery", "oversight", "scrutiny", "bearer"]
State = Literal["held", "inferred", "unknown", "gap"]


class _Rule(NamedTuple):
    """The relationships that give a role, the capacities in which they do not, and what gives it of a duty besides."""

    types: tuple[str, ...]
    lesser: frozenset[str] = frozenset()
    of_a_duty: tuple[str, ...] = ()


_RULES: dict[Role, _Rule] = {
    "owner": _Rule(("OWNS",), frozenset({"issuer"})),
    "lead": _Rule(("LEADS", "LEADS_ON"), frozenset({"deputy", "acting"})),
    "holder": _Rule(("HOLDS",), frozenset({"designate"})),
    "chair": _Rule(("CHAIRS",), frozenset({"vice", "deputy", "acting"})),
    "delivery": _Rule(("DELIVERS",), frozenset({"with"})),
    "oversight": _Rule(("OVERSEES",)),
    "scrutiny": _Rule(("SCRUTINISES",)),
    "bearer": _Rule(("BEARS",), frozenset({"deputy", "acting"}), of_a_duty=("LEADS",)),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a role stands.

    `held`: a source states who has it. `inferred`: only by inference. `unknown`: the source cannot tell, as where it
    names "delivery groups" and none of them. `gap`: nobody is recorded.

    `by` are the relationships that give the role; of a theme that is delivered area by area, those to its areas.
    `besides` are those that come near it and do not give it: a deputy's, an issuer's, that of a body only proposed.
    """

    state: State
    by: tuple[Edge, ...]
    besides: tuple[Edge, ...]

    @property
    def near(self) -> tuple[Edge, ...]:
        """Those that give the role, then those that come near it."""
        return (*self.by, *self.besides)


def can_have(thing: Thing, role: Role) -> bool:
    """Return whether things of this kind have this role at all."""
    return any(target == thing.label for name in _RULES[role].types for _, target in RELATIONSHIPS[name].ends)


def standing(plan: Plan, thing: Thing, role: Role) -> Standing:
    """Return how a role stands for a thing on the plan's day; nothing is inherited from what the thing is part of."""
    rule = _RULES[role]
    edges = tuple(plan.into(thing, *rule.types, *(rule.of_a_duty if thing.kind == "duty" else ())))
    by = tuple(edge for edge in edges if _gives(edge, role))
    besides = tuple(edge for edge in edges if edge not in by)
    sure = [edge for edge in by if not (role == "delivery" and edge.source.collective)]
    if any(not edge.inferred for edge in sure):
        return Standing("held", by, besides)
    if role == "delivery" and (in_parts := _delivering_in_parts(plan, thing)):
        return Standing("held", (*by, *in_parts), besides)
    if sure:
        return Standing("inferred", by, besides)
    return Standing("unknown" if by or _is_unknown(plan, thing, role) else "gap", by, besides)


def is_lesser(edge: Edge) -> bool:
    """Return whether a relationship is of a capacity that gives no role: a deputy's, an issuer's, a helper's."""
    return any(edge.type in rule.types and edge.capacity in rule.lesser for rule in _RULES.values())


def _gives(edge: Edge, role: Role) -> bool:
    """Return whether a relationship gives a role: not in a lesser capacity, nor to what is past or only proposed."""
    return edge.source.status not in ("proposed", "past") and edge.capacity not in _RULES[role].lesser


def _delivering_in_parts(plan: Plan, theme: Thing) -> tuple[Edge, ...]:
    """Return who delivers the areas of a theme, if a source names somebody for each of them."""
    areas = [edge.source for edge in plan.into(theme, "PART_OF") if edge.source.kind == "priority-area"]
    parts = [standing(plan, area, "delivery") for area in areas]
    return tuple(edge for part in parts for edge in part.by) if all(part.state == "held" for part in parts) else ()


def _is_unknown(plan: Plan, thing: Thing, role: Role) -> bool:
    """Return whether the source cannot tell: whether scrutiny of a whole takes in its parts, or who holds a post.

    Or whether it is only seen later, or lost in our copy.
    """
    if role == "holder":
        return str(thing.get("holding")) != "vacant"
    if role == "chair" and thing.get("chairing") == "vacant":
        return False
    if any(type_ in thing.may_miss for type_ in (*_RULES[role].types, *_RULES[role].of_a_duty)):
        return True
    wholes = [edge.target for edge in plan.out(thing, "PART_OF") if role == "scrutiny" and edge.target.kind == "body"]
    return any(_gives(edge, role) for whole in wholes for edge in plan.into(whole, "SCRUTINISES"))
