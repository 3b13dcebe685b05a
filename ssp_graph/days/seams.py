"""What goes on from one plan of a partnership to the one that follows it, where both are loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ssp_graph.days.periods import TERMS, Period
from ssp_graph.model.dates import day_before, last_day
from ssp_graph.model.relationships import RELATIONSHIPS

if TYPE_CHECKING:
    from ssp_graph.graph import Graph

_Line = tuple[Any, ...]


def join_plans(graph: Graph, period_of: Mapping[str, Period]) -> None:
    """Give every node its id in the latest plan that has it, and let what the later plan restates hold from its start.

    Who is in force on the last day of a plan and is named again in the next was not gone in between, although the next
    names them only on a later day.
    """
    follows = {about["id"]: about["follows"] for about in graph.graph["registers"] if about["follows"] in period_of}
    for _, node in graph.nodes(data=True):
        node["latest"] = node["id"]
    in_order = sorted(follows, key=lambda name: period_of[name].first)
    for later in reversed(in_order):
        became: dict[str, list[str]] = defaultdict(list)
        for _, node in graph.nodes(data=True):
            if node["register"] == later:
                for before in _before(graph, node, follows):
                    became[before].append(node["latest"])
        for name, those in became.items():
            if len(those) == 1:  # what was split is none of its parts
                graph.nodes[name]["latest"] = those[0]
    for later in in_order:
        _continue(graph, follows[later], later, period_of[later].first)


def _before(graph: Graph, node: Mapping[str, Any], follows: Mapping[str, str]) -> Iterator[str]:
    """Yield the ids that a thing had in the plan before: those that it says it was, else its own."""
    for reference in node["was"] or [node["id"].partition(":")[2]]:
        register: str | None = node["register"]
        while ":" not in reference and (register := follows.get(register or "")):
            if f"{register}:{reference}" in graph:
                yield f"{register}:{reference}"
                break
        else:
            if reference in graph:
                yield reference


def _continue(graph: Graph, earlier: str, later: str, seam: str) -> None:
    """Let each line of a plan that is known by being named hold from the seam, where the plan before ended with it."""
    last: set[_Line] = set()
    begun: dict[_Line, list[str]] = defaultdict(list)
    named: list[tuple[_Line, _Line, list[str], dict[str, Any]]] = []
    for source, target, edge in graph.edges(data=True):
        ends = [graph.nodes[source], graph.nodes[target]]
        one, other = (node["latest"] for node in ends)
        line, role = (edge["type"], one, other, edge.get("capacity")), (edge["type"], other, edge.get("capacity"))
        if edge["register"] == earlier and edge["until_day"] == day_before(seam):
            if not edge["until"] or last_day(edge["until"]) >= seam:
                last.add(line)
        elif edge["register"] == later:
            begun[role].append(edge["since_day"])
            if edge["sightings"] and not edge["since"] and edge["since_day"] > seam:
                days = [node["since_day"] for node in ends if node["kind"] not in TERMS]
                named.append((line, role, days, edge))
    for line, role, days, edge in named:
        alone = edge.get("capacity") in RELATIONSHIPS[edge["type"]].exclusive
        if line in last and not (alone and min(begun[role]) < edge["since_day"]):
            edge["since_day"] = max([seam, *days])
