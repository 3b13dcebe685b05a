"""Who answers for a thing: what is stated on it, told apart from what it inherits from where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ssp_graph.english import article, counted
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Column, Row, Table, merged


@dataclass(frozen=True, slots=True)
class _Role:
    """A role, the relationships that give it, and whether a thing inherits it.

    It does so never, from the nearest thing it stands in that has one, or from everything it stands in. An owner is
    never inherited: that would invent one.
    """

    name: str
    types: tuple[str, ...]
    inherited: Literal["never", "nearest", "all"] = "never"


_ROLES = (
    _Role("owner", ("OWNS",)),
    _Role("lead", ("LEADS", "LEADS_ON"), "nearest"),
    _Role("holder", ("HOLDS",)),
    _Role("chair", ("CHAIRS",)),
    _Role("delivers", ("DELIVERS",), "nearest"),
    _Role("oversees", ("OVERSEES",), "all"),
    _Role("scrutinises", ("SCRUTINISES",), "all"),
    _Role("duty", ("BEARS",)),
)

_STANDS_IN = ("PART_OF", "MEASURES", "RAISED_UNDER")
_MAX_LEVELS = 12

_COLUMNS = (
    Column("role", "Role"),
    Column("name", "Name"),
    Column("id", "Id", "id"),
    Column("of_name", "For", into="name", lead="for"),
    Column("of", "For (id)", "id"),
    Column("how", "How"),
    Column("through_name", "Inherited from", into="how", lead="from"),
    Column("through", "Inherited from (id)", "id"),
    Column("capacity", "Capacity"),
    Column("on_behalf_of", "On behalf of", into="capacity", lead="on behalf of"),
    Column("since", "Since", "date", into="name", lead="since"),
    Column("until", "Until", "date", into="name", lead="until"),
    Column("stated_on", "As stated", "date", into="name", lead="as stated"),
    Column("basis", "Basis", "basis"),
    Column("sources", "Sources", "sources"),
)


@dataclass(frozen=True, slots=True)
class _Level:
    """A thing that the asked one stands in, and the edges that lead from the asked one to it."""

    thing: Thing
    path: tuple[Edge, ...] = ()


def who(plan: Plan, node: str, note: str = "") -> Table:
    """Return who answers for a thing on a day; a role that nobody is recorded for is a row without a name."""
    thing = plan[node]
    name, kind = plan.called(thing), thing.kind_in_words
    levels = _levels(plan, thing)
    rows: list[Row] = []
    for role in _ROLES:
        if _applies(role, levels):
            rows.extend(list(_bearers(plan, role, levels)) or [_unrecorded(role.name)])
    asked = {row["role"] for row in rows}
    recorded = {row["role"] for row in rows if row["name"]}
    return Table(
        plan.heading(
            f"Who answers for {name}",
            question=f"Who answers for {name} ({kind})?",
            count=f"{len(recorded)} of {counted(len(asked), 'role')} recorded." if asked else "",
            notes=[note] if note else [],
        ),
        _COLUMNS,
        tuple(rows),
        empty=f"In a plan nobody answers for {article(kind)} {kind}: see what is recorded with `ssp-graph show`.",
    )


def _levels(plan: Plan, thing: Thing) -> list[_Level]:
    """Return the thing itself and what it stands in, nearest first.

    An issue, a commitment or a safeguarding theme stands in nothing local: what addresses it answers for it.
    """
    levels = [_Level(thing)]
    seen = {thing}
    waiting = list(levels)
    for _ in range(_MAX_LEVELS):
        above: list[_Level] = []
        for level in waiting:
            steps = [(edge, edge.target) for edge in plan.out(level.thing, *_STANDS_IN)]
            if not level.path:
                steps += [(edge, edge.source) for edge in plan.into(level.thing, "ADDRESSES")]
            for edge, whole in steps:
                if whole not in seen and whole.kind != "organisation":
                    seen.add(whole)
                    above.append(_Level(whole, (*level.path, edge)))
        levels += above
        waiting = above
    return levels


def _reach(role: _Role, levels: list[_Level]) -> list[_Level]:
    return levels[:1] if role.inherited == "never" else levels


def _applies(role: _Role, levels: list[_Level]) -> bool:
    labels = {level.thing.label for level in _reach(role, levels)}
    return any(labels & {target for _, target in RELATIONSHIPS[type_].ends} for type_ in role.types)


def _bearers(plan: Plan, role: _Role, levels: list[_Level]) -> Iterator[Row]:
    depth: int | None = None
    for level in _reach(role, levels):
        if role.inherited == "nearest" and depth is not None and len(level.path) > depth:
            return
        for edge in plan.into(level.thing, *role.types):
            depth = len(level.path)
            yield _row(plan, role.name, edge, level)
            if role.name != "holder" and edge.source.kind == "post":
                yield from _holders(plan, edge.source)


def _holders(plan: Plan, post: Thing) -> Iterator[Row]:
    holders = list(plan.into(post, "HOLDS"))
    yield from (_row(plan, "holder", edge, _Level(post)) for edge in holders)
    if not holders:
        row = _unrecorded("holder", post)
        known = post.get("holding") in ("vacant", "not disclosed")
        yield {**row, "how": post.get("holding"), "basis": post.basis, "sources": post.sources} if known else row


def _row(plan: Plan, role: str, edge: Edge, level: _Level) -> Row:
    through = level.thing if level.path else None
    of = edge.target if role == "holder" else None
    return {
        "role": role,
        "name": plan.name(edge.source),
        "id": edge.source.id,
        "of_name": of and of.name,
        "of": of and of.id,
        "how": "inherited" if through else "stated",
        "through_name": through and through.name,
        "through": through and through.id,
        "capacity": edge.capacity,
        "on_behalf_of": plan.name(plan[edge.on_behalf_of]) if edge.on_behalf_of else None,
        "since": edge.since,
        "until": edge.until,
        "stated_on": edge.stated_on,
        "basis": "inferred" if any(fact.inferred for fact in (*level.path, edge)) else "stated",
        "sources": merged([edge.sources, *(step.sources[:1] for step in level.path)]),
    }


def _unrecorded(role: str, of: Thing | None = None) -> Row:
    row: dict[str, Any] = dict.fromkeys((column.name for column in _COLUMNS), None)
    return {
        **row,
        "role": role,
        "of_name": of and of.name,
        "of": of and of.id,
        "how": "not recorded",
        "sources": [],
    }
