"""The whole graph for other programs: JSON, CSV and GraphML, complete and sorted, so that exports can be compared."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ssp_graph.outputs.csv import lines

if TYPE_CHECKING:
    from ssp_graph.graph import Graph


def as_json(graph: Graph) -> bytes:
    """Return registers, nodes and edges as JSON, in the shape that other programs rely on."""
    content = {"registers": graph.graph["registers"], "nodes": nodes(graph), "edges": edges(graph)}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def as_csv(graph: Graph) -> dict[str, bytes]:
    """Return `nodes.csv` and `edges.csv`; lists and sources are JSON text."""
    return {"nodes.csv": _csv(nodes(graph)), "edges.csv": _csv(edges(graph))}


def as_graphml(graph: Graph) -> bytes:
    """Return the graph as GraphML; lists and sources are JSON text, what is not recorded is left out."""
    import networkx as nx

    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        registers=_text(graph.graph["registers"]), named=_text(graph.graph["named"])
    )
    for node in nodes(graph):
        plain.add_node(node["id"], **_given(node))
    for edge in edges(graph):
        plain.add_edge(edge["source"], edge["target"], key=edge["id"], **_given(edge))
    text = "\n".join(nx.generate_graphml(plain, named_key_ids=True))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def nodes(graph: Graph) -> list[dict[str, Any]]:
    """Return every node with all its properties, by id."""
    return [dict(graph.nodes[node]) for node in sorted(graph)]


def edges(graph: Graph) -> list[dict[str, Any]]:
    """Return every edge with its two ends and all its properties, by its ends and its type."""
    found = [{"source": source, "target": target, **data} for source, target, data in graph.edges(data=True)]
    return sorted(found, key=lambda edge: (edge["source"], edge["type"], edge["target"], edge["id"]))


def _text(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if isinstance(value, (list, dict)) else value


def _given(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _text(value) for name, value in data.items() if value is not None}


def _csv(records: list[dict[str, Any]]) -> bytes:
    columns = dict.fromkeys(name for record in records for name in record)
    return lines(columns, ([_text(record.get(name)) for name in columns] for record in records))
