"""What is due by which day, how far it has got and what was answered: worked out once, when the graph is built."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ssp_graph.days.changing import change
from ssp_graph.days.periods import periods
from ssp_graph.model.dates import OPEN_START, first_day, last_day
from ssp_graph.model.facts import NEXT_MEETING

if TYPE_CHECKING:
    from ssp_graph.graph import Graph

_OVER = ("done", "stopped", "closed")


# What a kind's field is due by, and the property that holds the last day on which it is in time.
_DUE = {"due": "due_day", "respond_by": "respond_day", "review_due": "review_day"}


def settle_progress(graph: Graph) -> None:
    """Give every meeting its day, and what is due or reported on the last day in time and what is said of it by day."""
    period_of = periods(graph)
    for _, node in graph.nodes(data=True):
        period = period_of[node["register"]]
        if node["kind"] == "meeting":
            node["held_on"] = last_day(node["day"])
        elif node["kind"] == "action":
            year = first_day(node["year"]), last_day(node["year"])
            node["year_since_day"], node["year_until_day"] = period.mapped(*year)
        for name, day in _DUE.items():
            if node.get(name) and (due := _due(graph, node, name)):
                node[day] = period.mapped(OPEN_START, due)[1]
        if "progress" in node:
            _settle_progress(node)
        if "response" in node:
            _settle_response(node)


def _due(graph: Graph, thing: Mapping[str, Any], name: str) -> str | None:
    """Return the last day on which a thing is in time; at a next meeting of which no day is known, there is none."""
    if thing[name] != NEXT_MEETING:
        return last_day(thing[name])
    days: list[str] = []
    for meeting in _ends(graph, thing["id"], "AGREED_AT"):
        held, told = last_day(graph.nodes[meeting]["day"]), graph.nodes[meeting]["next"]
        others = (
            last_day(graph.nodes[other]["day"])
            for body in _ends(graph, meeting, "MEETING_OF")
            for other, _, edge in graph.in_edges(body, data=True)
            if edge["type"] == "MEETING_OF"
        )
        following = min((day for day in others if day > held), default=told and last_day(told))
        days += [following] if following else []
    return min(days, default=None)


def _ends(graph: Graph, start: str, type_: str) -> list[str]:
    return [end for _, end, edge in graph.out_edges(start, data=True) if edge["type"] == type_]


def _settle_progress(action: dict[str, Any]) -> None:
    """Give an action or a recommendation what the last that is told of it says, from the day of each on."""
    told = sorted(action["progress"], key=lambda each: last_day(each["day"]))
    if action.get("closed_on"):
        told = _closed(told, action)
    current = {name: action[name] for name in ("status", "rating", "note")}
    current["status"] = current["status"] or "not recorded"
    days = ("status_on", "status_day", "moved_on", "moved_day", "reported_on", "progress_sources")
    current.update(dict.fromkeys(days))
    segments = [(OPEN_START, current)]
    for each in told:
        day, before = last_day(each["day"]), segments[-1][1]
        new = {name: each[name] or before[name] for name in ("status", "rating")}
        same = new["status"] == before["status"]
        moved = not same or new["rating"] != before["rating"] or not before["moved_on"]
        segments.append(
            (
                day,
                {
                    **new,
                    "status_on": before["status_on"] if same else each["day"],
                    "status_day": before["status_day"] if same else day,
                    "moved_on": each["day"] if moved else before["moved_on"],
                    "moved_day": day if moved else before["moved_day"],
                    "reported_on": each["day"],
                    "note": each["note"],
                    "progress_sources": _sources(action, each, before),
                },
            )
        )
    _change(action, segments)


def _settle_response(recommendation: dict[str, Any]) -> None:
    """Give a recommendation the answer that stands on each day; one without a day, from the beginning."""
    none = {"answer": "not recorded", "answered_on": None, "answer_reason": None, "answer_sources": None}
    told = [
        {
            "answer": each["is_"],
            "answered_on": each["day"],
            "answer_reason": each["reason"],
            "answer_sources": each["sources"] or recommendation["sources"],
        }
        for each in recommendation["response"]
    ]
    dated = [(last_day(each["answered_on"]) if each["answered_on"] else OPEN_START, each) for each in told]
    _change(recommendation, [(OPEN_START, none), *dated])


def _change(node: dict[str, Any], segments: list[tuple[str, dict[str, Any]]]) -> None:
    """Give a node the properties that it has from the first day of each segment on."""
    for name in segments[0][1]:
        values = [(day, segment[name]) for day, segment in segments]
        kept = [each for place, each in enumerate(values) if not place or each[1] != values[place - 1][1]]
        change(node, name, kept)


def _sources(action: Mapping[str, Any], told: Mapping[str, Any], before: Mapping[str, Any]) -> list[Any]:
    """Return the sources of what is told, and of the rating where that is the one before."""
    rated = before["progress_sources"] or [] if before["rating"] and not told["rating"] else []
    own = told["sources"] or action["sources"]
    return [*own, *(source for source in rated if source not in own)]


def _closed(told: list[dict[str, Any]], action: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what is told of an action with its closing, unless that says no more than what was told before."""
    day = last_day(action["closed_on"])
    before = [each["status"] for each in told if last_day(each["day"]) <= day and each["status"]]
    if (before[-1] if before else action["status"]) in _OVER:
        return told
    closing = {"day": action["closed_on"], "status": "closed", "rating": None, "note": None, "sources": []}
    return sorted([*told, closing], key=lambda each: last_day(each["day"]))
