"""Which relationships of what continues are new and which are no longer there: leads, chairs, holders, owners …"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ssp_graph.comparing.change import Change, called, other_end, sources_of
from ssp_graph.comparing.pairing import Pair, Pairing
from ssp_graph.english import capital, joined
from ssp_graph.model.declaring import records
from ssp_graph.plan import Edge, Plan
from ssp_graph.standing import Role, can_have, standing

PARTS = {
    "LEADS": "Leads",
    "LEADS_ON": "Leads",
    "CHAIRS": "Chairs",
    "HOLDS": "Holders",
    "OWNS": "Owners",
    "BEARS": "Duties",
    "MEMBER_OF": "Members",
    "RESPONSIBLE_AUTHORITY_OF": "Members",
    "DELIVERS": "Delivery and oversight",
    "OVERSEES": "Delivery and oversight",
    "SCRUTINISES": "Delivery and oversight",
}
"""The parts of the answer in which relationships of weight are told; the others stand among the records."""

OTHERS = "Other lines"
MOVED = "Moved"

_PLACING = frozenset({"PART_OF", "POST_IN", "RAISED_UNDER"})
_ALONE: dict[str, Role] = {"LEADS": "lead", "CHAIRS": "chair", "HOLDS": "holder", "OWNS": "owner", "BEARS": "bearer"}

Asked = tuple[str, str]
"""A type of relationship, and the key of the thing that it is asked of."""
Mark = tuple[str, ...]
"""What makes a line of one plan the same as one of the other."""


def line_changes(pairing: Pairing) -> Iterator[Change]:
    """Yield what changed in the relationships of each thing that was there and is there still."""
    before, after = _by_thing(pairing, pairing.before), _by_thing(pairing, pairing.after)
    for asked in dict.fromkeys((*after, *before)):
        pair = pairing.pairs.get(asked[1])
        if pair is None or not pair.continued:
            continue
        old, new = before.get(asked, {}), after.get(asked, {})
        gone = [edge for mark, edge in old.items() if mark not in new and not _is_past(pairing, edge)]
        come = [edge for mark, edge in new.items() if mark not in old]
        if (gone or come) and not _to_its_own_plan(pairing, asked[0], gone, come):
            yield _change(pairing, pair, asked[0], gone, come)


def _to_its_own_plan(pairing: Pairing, type_: str, gone: list[Edge], come: list[Edge]) -> bool:
    """Return whether a part has gone with its whole into the plan that follows, under the same name."""
    names = [
        called(plan, (edge.target for edge in those)) for plan, those in ((pairing.before, gone), (pairing.after, come))
    ]
    return type_ in _PLACING and names[0] == names[1]


def _is_past(pairing: Pairing, edge: Edge) -> bool:
    """Return whether a line tells of a meeting that is still recorded: what was agreed there was agreed."""
    return any(end.kind == "meeting" and end.id in pairing.after for end in (edge.source, edge.target)) and (
        pairing.before.graph is pairing.after.graph
    )


def is_asked_of_target(type_: str) -> bool:
    """Return whether a relationship is written under the thing that it leads to, as a lead is."""
    return any(key.inverse and key.type == type_ for record in records() for key in record.keys.values())


def phrases(plan: Plan, edges: Iterable[Edge], adverb: str, *, back: bool) -> list[str]:
    """Return "is now led by the Chief", once for each verb."""
    by_verb: dict[str, list[Edge]] = {}
    for edge in edges:
        by_verb.setdefault(edge.verb(back=back), []).append(edge)
    return [
        f"{_with(adverb, verb)} {joined(called(plan, (other_end(edge, back=back) for edge in same)))}"
        for verb, same in by_verb.items()
    ]


def _with(adverb: str, verb: str) -> str:
    word, _, rest = verb.partition(" ")
    return f"{word} {adverb} {rest}" if word == "is" and adverb else f"{adverb} {verb}".strip()


def _by_thing(pairing: Pairing, plan: Plan) -> dict[Asked, dict[Mark, Edge]]:
    found: dict[Asked, dict[Mark, Edge]] = {}
    for edge in pairing.edges(plan):
        back = is_asked_of_target(edge.type)
        asked = pairing.key(plan, other_end(edge, back=not back).id)
        found.setdefault((edge.type, asked), {})[_mark(pairing, plan, edge)] = edge
    return found


def _mark(pairing: Pairing, plan: Plan, edge: Edge) -> Mark:
    """Return what tells a line from every other: its ends, and what is said of it, things by their keys."""

    def same(value: object) -> str:
        items = value if isinstance(value, list) else [value]
        return "; ".join(pairing.key(plan, str(item)) if str(item) in plan else str(item) for item in items)

    # when a seat was vacant is no other seat: while it is, there is no line
    own = [same(edge.get(name)) for name in edge.relationship.own if name != "vacant"]
    return (pairing.key(plan, edge.source.id), pairing.key(plan, edge.target.id), *own)


def _change(pairing: Pairing, pair: Pair, type_: str, gone: list[Edge], come: list[Edge]) -> Change:
    back = is_asked_of_target(type_)
    again = [edge for edge in come if edge.get("vacant") and _sat_before(pairing, edge)]
    told = phrases(pairing.after, [edge for edge in come if edge not in again], "now", back=back)
    told += phrases(pairing.after, again, "again", back=back)
    told += phrases(pairing.before, gone, "no longer", back=back)
    restated = {other_end(edge, back=back) for edge in come} & {other_end(edge, back=back) for edge in gone}
    if restated and len(told) == 2 and told[0].replace(" now ", " no longer ") == told[1]:
        told = [f"{told[0]}, on other terms"]
    moved = type_ in _PLACING and bool(gone and come)
    return Change(
        part=MOVED if moved else PARTS.get(type_, OTHERS),
        what="moved" if moved else "changed" if gone and come else "gone" if gone else "new",
        sentence=f"{capital(pairing.after.called(pair.now))} {joined(told)}{_nobody(pairing, pair, type_, gone)}.",
        thing=pair.now,
        was=joined(called(pairing.before, (other_end(edge, back=back) for edge in gone))),
        now=joined(called(pairing.after, (other_end(edge, back=back) for edge in come))),
        touches=frozenset(
            {pair.key}
            | {pairing.key(pairing.before, other_end(edge, back=back).id) for edge in gone}
            | {pairing.key(pairing.after, other_end(edge, back=back).id) for edge in come}
        ),
        words=frozenset({type_}),
        sources=sources_of(come or gone),
        inferred=any(edge.inferred for edge in come or gone),
    )


def _sat_before(pairing: Pairing, seat: Edge) -> bool:
    """Return whether a seat that was vacant had been taken by the same member before."""
    seats = pairing.after.at_any_time.out(seat.source, seat.type)
    return any(other.target == seat.target and other.until_day <= pairing.before.day for other in seats)


def _nobody(pairing: Pairing, pair: Pair, type_: str, gone: list[Edge]) -> str:
    """Say that what it lost is in nobody else's hands, where that is so."""
    role = _ALONE.get(type_)
    if role and gone and can_have(pair.now, role):
        now = standing(pairing.after, pair.now, role)
        return "; nobody is recorded instead" if now.state == "gap" and not now.besides else ""
    return ""
