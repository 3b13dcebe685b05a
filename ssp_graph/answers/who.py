"""Who answers for a thing: what is stated on it, told apart from what it inherits from where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Literal, NamedTuple

from ssp_graph.answers.answering import (
    NOBODYS,
    Found,
    Level,
    about_it,
    answer,
    is_looked_for,
    presiding,
    responsibilities,
)
from ssp_graph.answers.past.following import next_stated
from ssp_graph.answers.sentences import as_it_was, is_several, matrix_of
from ssp_graph.answers.whose import with_plans
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Column, Row, SourceRef, Table, merged
from ssp_graph.standing import Role, Standing, can_have, standing


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

_TURNED = {
    "HOLDS": "holder",
    "LEADS": "lead",
    "LEADS_ON": "lead",
    "OWNS": "owner",
    "CHAIRS": "chair",
    "DELIVERS": "delivers",
    "OVERSEES": "oversees",
    "DIRECTS": "directs",
    "BEARS": "duty",
}
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
    Column("matrix", "Matrix", into="name", lead="in"),
    Column("on_behalf_of", "On behalf of", into="capacity", lead="on behalf of"),
    Column("since", "Since", "date", into="name", lead="since"),
    Column("until", "Until", "date", into="name", lead="until"),
    Column("stated_on", "As stated", "date", into="name", lead="as stated"),
    Column("followed", "Next", into="name"),
    Column("basis", "Basis", "basis"),
    Column("sources", "Sources", "sources"),
)


def who(plan: Plan, node: str, note: str = "", others: str = "") -> Table:
    """Return who answers for a thing on a day; a role that is looked for and nobody has is a row without a name.

    Of a person, post, body or organisation it is told what they answer for, too. `others` is said where nobody answers.
    """
    asked, plan = plan, plan.while_there(plan[node])
    thing = plan[node]
    found = list(_found(plan, thing))
    rows = [row for each in found for row in _rows(plan, thing, each)]
    rows += [_row(plan, "in the chair", edge, Level(thing)) for edge in presiding(plan, thing)]
    rows += [_row(plan, "duty", edge, duty, of=duty.thing) for duty, edge in about_it(plan, thing, found)]
    rows += [
        _row(plan, _TURNED[edge.type], edge, Level(edge.target), of=edge.target)
        for edge in responsibilities(plan, thing)
    ]
    said, more = answer(plan, thing, found)
    said = f"{as_it_was(asked, plan, thing)}{said}"
    nobody = not any(row["name"] for row in rows)
    acts = thing.kind in ("person", "organisation")
    title = (
        f"What {plan.quoted(thing)} {'answer' if is_several(thing) else 'answers'} for"
        if acts
        else f"Who answers for {plan.entitled(thing)}"
    )
    table = Table(
        plan.heading(
            title,
            question=f"{title}?",
            answer=said,
            count=" ".join(filter(None, (more, others if nobody else ""))),
            notes=[note] if note else [],
        ),
        _COLUMNS,
        tuple(rows),
        empty=f"See what is recorded about this {thing.sort} with `ssp-graph show`.",
    )
    rows_of = ({"register": thing.register, **row} for row in table.rows)
    return with_plans(plan, replace(table, rows=tuple(rows_of)))


def _found(plan: Plan, thing: Thing) -> Iterator[Found]:
    """Yield how each role stands that a thing, or what it stands in, can have."""
    levels = _levels(plan, thing)
    for asked in _ASKED:
        reach = levels[:1] if asked.inherits == "never" else levels
        if asked.role == "delivery":
            reach = _delivered(plan, levels)
        if asked.role == "scrutiny":
            reach = [*levels, *_partnerships_of(plan, levels)]
        if any(can_have(level.thing, asked.role) for level in reach):
            yield Found(
                asked.word, asked.role, tuple(_standings(plan, asked, reach)), is_looked_for(plan, thing, asked.role)
            )


def _delivered(plan: Plan, levels: list[Level]) -> list[Level]:
    """Return in what delivery is looked for: who owns an action does it, and what is only raised or measured is not."""
    if standing(plan, levels[0].thing, "owner").by and levels[0].thing.kind == "action":
        return []
    return [level for level in levels if not any(edge.type in ("MEASURES", "RAISED_UNDER") for edge in level.path)]


def _standings(plan: Plan, asked: _Asked, levels: list[Level]) -> Iterator[tuple[Level, Standing]]:
    depth: int | None = None
    for level in levels:
        if asked.inherits == "nearest" and depth is not None and len(level.path) > depth:
            return
        found = standing(plan, level.thing, asked.role)
        if asked.role == "bearer":  # who leads a duty is told as its lead
            found = Standing(found.state, _bearing(found.by), _bearing(found.besides))
        if found.by:
            depth = len(level.path)
        if found.near:
            yield level, found


def _bearing(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    return tuple(edge for edge in edges if edge.type == "BEARS")


def _levels(plan: Plan, thing: Thing) -> list[Level]:
    """Return the thing itself and what it stands in, nearest first.

    An issue, a commitment or a safeguarding theme stands in nothing local: what addresses it answers for it.
    """
    levels = [Level(thing)]
    if thing.kind in NOBODYS:
        return levels
    seen = {thing}
    for level in levels:  # which grows on the way
        above = [(edge, edge.target) for edge in plan.out(level.thing, *_STANDS_IN)]
        if not level.path:
            above += [(edge, edge.source) for edge in plan.into(thing, "ADDRESSES")]
        for edge, other in above:
            if other not in seen and other.kind != "organisation":
                seen.add(other)
                levels.append(Level(other, (*level.path, edge)))
    return levels


def _partnerships_of(plan: Plan, levels: list[Level]) -> Iterator[Level]:
    """Yield the partnership whose plan a thing stands in: whoever scrutinises it scrutinises what is done there."""
    for level in levels:
        for edge in plan.into(level.thing, "OWNS"):
            if edge.source.id in plan.partnerships:
                yield Level(edge.source, (*level.path, edge))


def _rows(plan: Plan, thing: Thing, found: Found) -> Iterator[Row]:
    """Yield who has a role, who comes near it, and, where it is looked for and nobody has it, a row that says so."""
    for level, standing_ in found.standings:
        for edge in standing_.near:
            yield _row(plan, found.word, edge, level)
            if edge.source.kind == "post":
                yield from _holders(plan, edge.source)
    if found.missing:
        if found.role == "chair" and thing.get("chairing") == "vacant":
            yield _unrecorded("chair") | {"how": "vacant", "basis": "stated", "sources": _vacancy(thing)}
            return
        unknown = standing(plan, thing, found.role).state == "unknown"
        yield _unrecorded(found.word) | ({"how": "unknown"} if unknown else {})


def _holders(plan: Plan, post: Thing) -> Iterator[Row]:
    holders = list(plan.into(post, "HOLDS"))
    yield from (_row(plan, "holder", edge, Level(post), of=post) for edge in holders)
    if holders:
        return
    row = _unrecorded("holder", post)
    holding = post.get("holding")
    known = holding in ("vacant", "not disclosed")
    sources = _vacancy(post) if holding == "vacant" else post.sources
    yield {**row, "how": holding, "basis": post.basis, "sources": sources} if known else row


def _vacancy(thing: Thing) -> list[SourceRef]:
    """Return where it is said that a post or a chair is vacant."""
    return list(thing.get("vacancy_sources") or thing.sources)


def _row(plan: Plan, role: str, edge: Edge, level: Level, of: Thing | None = None) -> Row:
    in_part = of is None and role == "delivers" and edge.target != level.thing
    through = edge.target if in_part else level.thing if level.path else None
    # Of those who share the delivery of a whole, the source does not say who delivers this part of it; nor does who
    # scrutinises a whole scrutinise each part by that.
    unsure = through and (edge.type == "SCRUTINISES" or (edge.type == "DELIVERS" and edge.capacity == "shared"))
    inferred = bool(unsure) or any(fact.inferred for fact in (*level.path, edge))
    how = "in part" if in_part else "inherited" if through else "inferred" if inferred else "stated"
    return _unrecorded(role, of) | {
        "name": plan.name(edge.source),
        "register": edge.register,
        "id": edge.source.id,
        "how": how,
        "through_name": through.name if through else None,
        "through": through.id if through else None,
        "capacity": None if edge.capacity == "holder" else edge.capacity,
        "matrix": plan.name(table) if (table := matrix_of(plan, edge)) else None,
        "on_behalf_of": plan.name(plan[edge.on_behalf_of]) if edge.on_behalf_of else None,
        "since": edge.since,
        "until": edge.until,
        "stated_on": edge.stated_on,
        "followed": next_stated(plan, edge) or None,
        "basis": "inferred" if inferred else "stated",
        "sources": merged([edge.sources, *(step.sources[:1] for step in level.path)]),
    }


def _unrecorded(role: str, of: Thing | None = None) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(column.name for column in _COLUMNS)
    of_whom = {"of_name": of.name, "of": of.id} if of else {}
    return row | {"role": role, **of_whom, "how": "not recorded", "sources": []}
