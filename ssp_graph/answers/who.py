"""Who answers for a thing: what is stated on it, told apart from what it inherits from where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from ssp_graph.english import article, counted
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Column, Row, Table, merged
from ssp_graph.standing import Role, can_have, standing


class _Asked(NamedTuple):
    """A role that is asked for, in the word of an answer, and how it is inherited.

    Never; from the nearest thing that one stands in where somebody has it; or from all that one stands in. An owner is
    never inherited: that would invent one.
    """

    word: str
    role: Role
    inherits: Literal["never", "nearest", "all"] = "never"


_ASKED = (
    _Asked("owner", "owner"),
    _Asked("lead", "lead", "nearest"),
    _Asked("holder", "holder"),
    _Asked("chair", "chair"),
    _Asked("delivers", "delivery", "nearest"),
    _Asked("oversees", "oversight", "all"),
    _Asked("scrutinises", "scrutiny", "all"),
    _Asked("duty", "bearer"),
)

_STANDS_IN = ("PART_OF", "MEASURES", "RAISED_UNDER")

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


class _Level(NamedTuple):
    """A thing that the asked one stands in, and the relationships that lead from the asked one to it."""

    thing: Thing
    path: tuple[Edge, ...] = ()


def who(plan: Plan, node: str, note: str = "") -> Table:
    """Return who answers for a thing on a day; a role that nobody is recorded for is a row without a name."""
    thing = plan[node]
    levels = _levels(plan, thing)
    rows: list[Row] = []
    for asked in _ASKED:
        reach = levels[:1] if asked.inherits == "never" else levels
        if any(can_have(level.thing, asked.role) for level in reach):
            rows.extend(_rows(plan, asked, reach))
    roles = {row["role"] for row in rows}
    unheld = {row["role"] for row in rows if row["how"] == "not recorded" and not row["of"]}
    recorded = {row["role"] for row in rows if row["name"]} - unheld
    name, kind = plan.called(thing), thing.kind_in_words
    return Table(
        plan.heading(
            f"Who answers for {name}",
            question=f"Who answers for {name} ({kind})?",
            count=f"{len(recorded)} of {counted(len(roles), 'role')} recorded." if roles else "",
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
    for level in levels:  # which grows on the way
        above = [(edge, edge.target) for edge in plan.out(level.thing, *_STANDS_IN)]
        if not level.path:
            above += [(edge, edge.source) for edge in plan.into(thing, "ADDRESSES")]
        for edge, other in above:
            if other not in seen and other.kind != "organisation":
                seen.add(other)
                levels.append(_Level(other, (*level.path, edge)))
    return levels


def _rows(plan: Plan, asked: _Asked, levels: list[_Level]) -> Iterator[Row]:
    """Yield who has a role, who comes near it, and, where nobody has it, a row that says so."""
    depth: int | None = None
    for level in levels:
        if asked.inherits == "nearest" and depth is not None and len(level.path) > depth:
            return
        found = standing(plan, level.thing, asked.role)
        if found.by:
            depth = len(level.path)
        for edge in (*found.by, *found.besides):
            if asked.role == "bearer" and edge.type == "LEADS":
                continue  # told as its lead
            yield _row(plan, asked.word, edge, level)
            if edge.source.kind == "post":
                yield from _holders(plan, edge.source)
    if depth is None:
        yield _unrecorded(asked.word)


def _holders(plan: Plan, post: Thing) -> Iterator[Row]:
    holders = list(plan.into(post, "HOLDS"))
    yield from (_row(plan, "holder", edge, _Level(post)) for edge in holders)
    if holders:
        return
    row = _unrecorded("holder", post)
    holding = post.get("holding")
    known = holding in ("vacant", "not disclosed")
    yield {**row, "how": holding, "basis": post.basis, "sources": post.sources} if known else row


def _row(plan: Plan, role: str, edge: Edge, level: _Level) -> Row:
    in_part = role == "delivers" and edge.target != level.thing
    through = edge.target if in_part else level.thing if level.path else None
    # Of those who share the delivery of a whole, the source does not say who delivers this part of it.
    unsure = through and edge.type == "DELIVERS" and edge.capacity == "shared"
    return _unrecorded(role, edge.target if role == "holder" else None) | {
        "name": plan.name(edge.source),
        "id": edge.source.id,
        "how": "in part" if in_part else "inherited" if through else "stated",
        "through_name": through.name if through else None,
        "through": through.id if through else None,
        "capacity": edge.capacity,
        "on_behalf_of": plan.name(plan[edge.on_behalf_of]) if edge.on_behalf_of else None,
        "since": edge.since,
        "until": edge.until,
        "stated_on": edge.stated_on,
        "basis": "inferred" if unsure or any(fact.inferred for fact in (*level.path, edge)) else "stated",
        "sources": merged([edge.sources, *(step.sources[:1] for step in level.path)]),
    }


def _unrecorded(role: str, of: Thing | None = None) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(column.name for column in _COLUMNS)
    of_whom = {"of_name": of.name, "of": of.id} if of else {}
    return row | {"role": role, **of_whom, "how": "not recorded", "sources": []}
