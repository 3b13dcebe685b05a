"""On which days each fact of a graph holds: worked out once, so that a walk and a query need no more than a filter.

A fact known by sightings holds from the first of them on. Where a role has one bearer at a time, who is stated later
follows who was stated before. A relationship holds only while both its ends do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ssp_graph.days.changing import change
from ssp_graph.days.periods import TERMS, Period, periods
from ssp_graph.days.seams import join_plans
from ssp_graph.model.dates import OPEN_END, OPEN_START, day_after, day_before, first_day, last_day
from ssp_graph.model.kinds import BY_KIND
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.model.succession import Claim, claim, settle_succession

if TYPE_CHECKING:
    from ssp_graph.graph import Graph

# Whether a body reports or belongs to something is asked of the body; who chairs, leads or owns, of the thing.
_ASKED_OF_SOURCE = frozenset({"REPORTS_TO", "PART_OF", "SUPPORTS", "POST_IN", "ACTS_FOR"})


# Of a role that may be vacant: the key that says so, in which capacity it is had, and the property that tells it.
_VACANT = {"HOLDS": ("vacant", "holder", "holding"), "CHAIRS": ("chair_vacant", "chair", "chairing")}


def settle(graph: Graph) -> None:
    """Give every node and edge of a graph its days, and what about them differs from day to day."""
    period_of = periods(graph)
    agreed = _agreed(graph)
    for _, node in graph.nodes(data=True):
        seen = [last_day(sighting["day"]) for sighting in node["sightings"]]
        begun = node["since"] or _begun(node) or agreed.get(node["id"])
        start = first_day(begun) if begun else min(seen, default=OPEN_START)
        end = last_day(node["until"])
        period = period_of[node["register"]]
        node["since_day"], node["until_day"] = (start, end) if node["kind"] in TERMS else period.mapped(start, end)
    seated = _cut_where_vacant(graph)
    edges = [(source, target, edge) for source, target, edge in graph.edges(data=True)]
    claims = _succession(graph, edges, period_of)
    first_sighted: dict[str, dict[str, str]] = defaultdict(dict)
    for source, target, edge in edges:
        found = claims.get(edge["id"]) or claim(source, "", _stated(edge), OPEN_START)
        ends = [node for node in (graph.nodes[source], graph.nodes[target]) if node["kind"] not in TERMS]
        ends = [
            node for node in ends if node["kind"] == "meeting"
        ] or ends  # who was there stays true of a past meeting
        seat = seated.get(edge["id"])
        period = period_of[edge["register"]]
        start, end = period.mapped(*(seat.sat if seat else (found.first, found.last)))
        edge["since_day"], edge["until_day"] = _while_both_hold(start, end, ends)
        if seat and seat.vacant:
            edge["vacant_sources"] = seat.sources
            days = _while_both_hold(*period.mapped(*seat.vacant), ends)
            edge["vacant_day"], edge["vacant_until_day"] = days
        if found.ended_by:
            edge["followed_day"] = found.ended_by.first
        if edge["sightings"] and not edge["since"] and OPEN_START < start < OPEN_END:
            asked = first_sighted[source if edge["type"] in _ASKED_OF_SOURCE else target]
            asked[edge["type"]] = max(asked.get(edge["type"], OPEN_START), start)
        change(edge, "stated_on", [(last_day(item["day"]), item["day"]) for item in edge["sightings"]])
    for name, types in first_sighted.items():
        _may_miss_before(graph.nodes[name], types)
    join_plans(graph, period_of)


def _begun(node: Mapping[str, Any]) -> str | None:
    """Return when a thing begins by the field that its kind has for that; a reading, when its period is over."""
    kind = BY_KIND[node["kind"]]
    stated: str | None = node.get(kind.begins_on)
    return last_day(stated) if stated and kind.begins_when_over else stated


def _while_both_hold(start: str, end: str, ends: Sequence[Mapping[str, Any]]) -> tuple[str, str]:
    """Return the first and the last day on which both ends of a relationship are there too."""
    return max([start, *(node["since_day"] for node in ends)]), min([end, *(node["until_day"] for node in ends)])


def _agreed(graph: Graph) -> dict[str, str]:
    """Return the day of the meeting at which each action was agreed, if at any, by the action's id."""
    agreed = ((source, target) for source, target, edge in graph.edges(data=True) if edge["type"] == "AGREED_AT")
    return {source: graph.nodes[target]["day"] for source, target in agreed}


class _Seat(NamedTuple):
    """The first and last day of a membership without a break, those of the vacancy that follows, and its sources."""

    sat: tuple[str, str]
    vacant: tuple[str, str] | None = None
    sources: Sequence[Any] = ()


def _cut_where_vacant(graph: Graph) -> dict[str, _Seat]:
    """Make an edge of each time for which a seat was taken that was vacant in between, and return their days by id."""
    found: dict[str, _Seat] = {}
    with_gaps = [(source, target, edge) for source, target, edge in graph.edges(data=True) if edge.get("vacant")]
    for source, target, edge in with_gaps:
        for place, seat in enumerate(_seats(edge)):
            name = f"{edge['id']}|{seat.sat[0]}" if place else edge["id"]
            if place:
                graph.add_edge(source, target, key=name, **{**edge, "id": name})
            found[name] = seat
    return found


def _seats(edge: Mapping[str, Any]) -> Iterator[_Seat]:
    whole = claim("", "", _stated(edge), OPEN_START)
    shown = sorted([whole.first, *(last_day(sighting["day"]) for sighting in edge["sightings"])])
    first = whole.first
    told = [(claim("", "", _stated(each), OPEN_START), each["sources"]) for each in edge["vacant"]]
    for vacant, sources in sorted(told, key=_start):
        taken = next((day for day in shown if day > vacant.seen), None)
        last = vacant.until or (day_before(taken) if taken else whole.last)
        yield _Seat(
            (first, min(whole.last, day_before(vacant.first))), (vacant.first, last), sources or edge["sources"]
        )
        first = max(first, day_after(last))
    if first < OPEN_END and first <= whole.last:
        yield _Seat((first, whole.last))


def _succession(
    graph: Graph, edges: Iterable[tuple[str, str, Any]], period_of: Mapping[str, Period]
) -> dict[str, Claim]:
    """Return the claims that edges of exclusive roles make, by the edges' ids, each with what ended it."""
    roles: dict[tuple[str, str], dict[str, Claim]] = defaultdict(dict)
    holders: set[tuple[str, str]] = set()
    for source, target, edge in edges:
        if edge["type"] == "HOLDS":
            holders.update(((source, target), (target, source)))
        exclusive = RELATIONSHIPS[edge["type"]].exclusive
        if exclusive and edge["capacity"] in exclusive and graph.nodes[target].get("classification") != "role":
            opening = period_of[edge["register"]].first
            roles[edge["type"], target][edge["id"]] = claim(source, edge["capacity"], _stated(edge), opening)
    for _, node in graph.nodes(data=True):
        for type_, (key, _, _) in _VACANT.items():
            if node.get(key):
                roles.setdefault((type_, node["id"]), {})
    for (type_, target), claims in roles.items():
        node = graph.nodes[target]
        opening = period_of[node["register"]].first
        key, capacity, property_ = _VACANT.get(type_, ("", "", ""))
        vacant = [claim("", capacity, _stated(each), opening) for each in node.get(key) or ()]
        settle_succession([*claims.values(), *vacant], RELATIONSHIPS[type_].exclusive, frozenset(holders))
        if vacant:
            _change_holding(node, property_, zip(vacant, node[key], strict=True))
    return {name: each for claims in roles.values() for name, each in claims.items()}


def _stated(fact: Mapping[str, Any]) -> tuple[str | None, str | None, list[str]]:
    """Return when a fact holds as it is stated: since, until, and the days on which it was seen."""
    seen = [item["day"] for item in fact["sightings"]] if "sightings" in fact else [fact["stated_on"]]
    return fact["since"] or fact.get("day"), fact["until"], [day for day in seen if day]


def _change_holding(node: dict[str, Any], name: str, vacant: Iterable[tuple[Claim, Mapping[str, Any]]]) -> None:
    usual = node[name]
    own = node["sources"] if usual == "vacant" else []
    segments, stands_on = [(OPEN_START, usual)], [(OPEN_START, own)]
    for each, told in sorted(vacant, key=_start):
        segments.append((each.first, "vacant"))
        stands_on.append((each.first, told["sources"] or node["sources"]))
        if each.last < OPEN_END:
            segments.append((day_after(each.last), usual))
            stands_on.append((day_after(each.last), own))
    change(node, name, segments)
    change(node, "vacancy_sources", stands_on)


def _may_miss_before(node: dict[str, Any], types: Mapping[str, str]) -> None:
    """Let a thing miss a relationship before the day from which sources show it."""
    always = node["may_miss"]
    segments = [
        (day, sorted({*always, *(type_ for type_, shown in types.items() if day < shown)}))
        for day in (OPEN_START, *sorted(set(types.values())))
    ]
    change(node, "may_miss", segments)


def change_dated(node: dict[str, Any], name: str, values: Sequence[Mapping[str, Any]], usual: Any, key: str) -> None:
    """Give a property the values that it has for some days, and `usual` for all others."""
    segments: list[tuple[str, Any]] = [(OPEN_START, usual)]
    told = sorted(((claim(str(each[key]), "", _stated(each), OPEN_START), each[key]) for each in values), key=_start)
    for place, (each, value) in enumerate(told):
        segments.append((each.first, value))
        following = told[place + 1][0].first if place + 1 < len(told) else OPEN_END
        if each.until and day_after(each.until) < following:
            segments.append((day_after(each.until), usual))
    change(node, name, segments)


def _start(item: tuple[Claim, Any]) -> str:
    return item[0].first
