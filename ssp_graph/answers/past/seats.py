"""A seat that was vacant in between is an edge for each time it was taken, and told as the one membership it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ssp_graph.plan import Edge, Plan
from ssp_graph.results import SourceRef, merged


def seats(edges: Iterable[Edge]) -> list[list[Edge]]:
    """Return relationships in order, those together that a register writes once."""
    found: dict[tuple[Any, ...], list[Edge]] = {}
    for edge in edges:
        written = (edge.source, edge.type, edge.target, edge.register, edge.position)
        found.setdefault(written, []).append(edge)
    return list(found.values())


def stands(plan: Plan, seat: Iterable[Edge]) -> bool:
    """Return whether a membership is in force on the day: taken, or vacant then and its member not gone."""
    return any(
        plan.holds(edge) or (edge.get("vacant_day") or "~") <= plan.day <= (edge.get("vacant_until_day") or "")
        for edge in seat
    )


def with_vacancies(edge: Edge) -> list[SourceRef]:
    """Return the sources of a relationship and of what is said of its seat being vacant."""
    return merged([edge.sources, *(told["sources"] for told in edge.get("vacant") or ())])
