"""What a graph holds, table by table or register by register, with values as engines store them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from ssp_graph.days.changing import further
from ssp_graph.engines.properties import (
    REGISTER_PROPERTIES,
    Properties,
    as_json,
    edge_properties,
    node_properties,
    with_changes,
)
from ssp_graph.model.kinds import BY_LABEL
from ssp_graph.model.relationships import RELATIONSHIPS

if TYPE_CHECKING:
    from ssp_graph.graph import Graph

Value = str | int | bool | None
Stored = dict[str, Value]
Ends = tuple[str, str, str]
"""Of an edge: its type, and the labels of its source and target."""


class StoredEdge(NamedTuple):
    """An edge: the ids of its two ends, and its values."""

    source: str
    target: str
    values: Stored


@dataclass(frozen=True)
class RegisterContents:
    """One register: what it says of itself, its nodes by label and its edges by type."""

    about: Stored
    nodes: dict[str, list[Stored]] = field(default_factory=dict)
    edges: dict[str, list[StoredEdge]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return the register's id."""
        return str(self.about["id"])

    @cached_property
    def fingerprint(self) -> str:
        """Return a text that differs when anything of the register does."""
        everything = json.dumps([self.about, self.nodes, self.edges], sort_keys=True)
        return hashlib.sha256(everything.encode()).hexdigest()


def stored(data: Mapping[str, Any], properties: Properties) -> Stored:
    """Return the values of a node's, an edge's or a register's properties as engines store them."""
    later = {
        column: item
        for name, values in data.get("changes", {}).items()
        for columns, (day, value) in zip(further(name, len(values)), values, strict=True)
        for column, item in zip(columns, (value, day), strict=True)
    }
    given = {**data, **later} if later else data
    return {name: as_json(given.get(name)) if kind == "json" else given.get(name) for name, kind in properties.items()}


def registers(graph: Graph) -> list[Stored]:
    """Return what the graph says of each of its registers, those that are used first."""
    return [stored(about, REGISTER_PROPERTIES) for about in graph.graph["registers"]]


def nodes_by_label(graph: Graph) -> dict[str, list[Stored]]:
    """Return the nodes under each label that has any, both in the order of the graph."""
    found: dict[str, list[Stored]] = {}
    for _, data in graph.nodes(data=True):
        properties = with_changes(node_properties(BY_LABEL[data["label"]]), graph.graph["changes"])
        found.setdefault(data["label"], []).append(stored(data, properties))
    return found


def edges_by_ends(graph: Graph) -> dict[Ends, list[StoredEdge]]:
    """Return the edges under each type and pair of labels that has any."""
    labels = {node: data["label"] for node, data in graph.nodes(data=True)}
    found: dict[Ends, list[StoredEdge]] = {}
    for source, target, data in graph.edges(data=True):
        properties = with_changes(edge_properties(RELATIONSHIPS[data["type"]]), graph.graph["changes"])
        edge = StoredEdge(source, target, stored(data, properties))
        found.setdefault((data["type"], labels[source], labels[target]), []).append(edge)
    return found


def by_register(graph: Graph) -> list[RegisterContents]:
    """Return the contents of each register of the graph, those that are used first."""
    found = {str(about["id"]): RegisterContents(about) for about in registers(graph)}
    for label, nodes in nodes_by_label(graph).items():
        for node in nodes:
            found[str(node["register"])].nodes.setdefault(label, []).append(node)
    for (type_, _, _), edges in edges_by_ends(graph).items():
        for edge in edges:
            found[str(edge.values["register"])].edges.setdefault(type_, []).append(edge)
    return list(found.values())
