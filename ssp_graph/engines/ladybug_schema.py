"""The tables of the embedded engine, derived from the models: one for each kind and for each relationship."""

from __future__ import annotations

from collections.abc import Mapping

from ssp_graph.engines.properties import (
    REGISTER,
    REGISTER_PROPERTIES,
    Properties,
    Type,
    edge_properties,
    node_properties,
    with_changes,
)
from ssp_graph.model.kinds import KINDS
from ssp_graph.model.relationships import RELATIONSHIPS, Relationship

TYPES: Mapping[Type, str] = {"text": "STRING", "number": "INT64", "truth": "BOOLEAN", "json": "STRING"}

# The function that other engines have by this name.
TYPE_FUNCTION = "CREATE MACRO type(x) AS label(x)"


def tables(changes: Mapping[str, int] | None = None) -> list[str]:
    """Return the statements that make every table and the function `type`, in an order that works.

    `changes` are the properties that differ from day to day, and how many further values each has at most.
    """
    later = changes or {}
    nodes = [_node_table(kind.__name__, with_changes(node_properties(kind), later)) for kind in KINDS]
    registers = _node_table(REGISTER, REGISTER_PROPERTIES)
    edges = [_edge_table(relationship, later) for relationship in RELATIONSHIPS.values()]
    return [*nodes, registers, *edges, TYPE_FUNCTION]


def _node_table(label: str, properties: Properties) -> str:
    return f"CREATE NODE TABLE {label} ({', '.join((*_columns(properties), 'PRIMARY KEY (id)'))})"


def _edge_table(relationship: Relationship, changes: Mapping[str, int]) -> str:
    ends = [f"FROM {source} TO {target}" for source, target in relationship.ends]
    columns = _columns(with_changes(edge_properties(relationship), changes))
    return f"CREATE REL TABLE {relationship.type} ({', '.join((*ends, *columns))})"


def _columns(properties: Properties) -> list[str]:
    # Quoted throughout: some names, such as `group` and `on`, are words of the language.
    return [f"`{name}` {TYPES[kind]}" for name, kind in properties.items()]
