"""What differs from day to day: kept as a property beside the values that follow, read as it is on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ssp_graph.graph import Graph

CHANGING = {
    **dict.fromkeys(("name", "status", "holding", "may_miss"), "node"),
    **dict.fromkeys(("status_on", "moved_on", "reported_on", "rating", "note", "progress_sources"), "node"),
    **dict.fromkeys(("answer", "answered_on", "answer_reason", "answer_sources"), "node"),
    **dict.fromkeys(("status_day", "moved_day"), "node"),
    "vacancy_sources": "node",
    "chairing": "node",
    "stated_on": "edge",
}
"""The properties that may differ from day to day. Beside its value on the first day, `changes` has what follows."""


def change(data: dict[str, Any], name: str, segments: Iterable[tuple[str, Any]]) -> None:
    """Keep the first value of a property as the property, and what follows, in order, under `changes`."""
    ordered = dict(sorted(segments, key=lambda segment: segment[0]))
    if not ordered:
        return
    (_, data[name]), *later = ordered.items()
    if later:
        data.setdefault("changes", {})[name] = [list(each) for each in later]


def on_day(data: Mapping[str, Any], day: str) -> Mapping[str, Any]:
    """Return the properties of a node or an edge as they are on a day."""
    changes = data.get("changes")
    if not changes:
        return data
    current = {name: value for name, later in changes.items() for since, value in later if since <= day}
    return {**data, **current}


def widest(graph: Graph) -> dict[str, int]:
    """Return how many further values each changing property has at most."""
    widest: dict[str, int] = {}
    for data in (*(node for _, node in graph.nodes(data=True)), *(edge for _, _, edge in graph.edges(data=True))):
        for name, later in data.get("changes", {}).items():
            widest[name] = max(widest.get(name, 0), len(later))
    return widest


def further(name: str, number: int) -> Iterator[tuple[str, str]]:
    """Yield the names of the properties that hold the further values of a changing property, and their first days."""
    for place in range(2, number + 2):
        yield f"{name}_{place}", f"{name}_{place}_day"
