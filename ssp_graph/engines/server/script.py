"""The whole graph as a Cypher script that loads with cypher-shell into an empty Neo4j database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from ssp_graph.engines.contents import RegisterContents, Stored, Value, by_register
from ssp_graph.engines.properties import CONTENT, REGISTER, THING
from ssp_graph.engines.server.neo4j_schema import constraints, indexes

if TYPE_CHECKING:
    from ssp_graph.graph import Graph

BATCH = 500  # nodes or edges in one statement
_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def script(graph: Graph) -> str:
    """Return the script: constraints and indexes first, then everything in one transaction, sorted.

    What it loads is what `push` writes, so that `push` afterwards finds nothing to change.
    """
    return "".join(f"{line}\n" for line in _lines(by_register(graph)))


def _lines(registers: list[RegisterContents]) -> Iterator[str]:
    names = ", ".join(sorted(register.id for register in registers))
    yield f"// {names}"
    yield "// Into an empty database: cypher-shell --file THIS_FILE"
    yield from (f"{statement};" for statement in (*constraints(), *indexes()))
    yield ":begin"
    abouts = [{**register.about, CONTENT: register.fingerprint} for register in registers]
    yield from _unwound(map(_map, sorted(abouts, key=_id)), f"CREATE (n:{REGISTER}) SET n = row")
    for label in sorted(set(chain.from_iterable(register.nodes for register in registers))):
        nodes = chain.from_iterable(register.nodes.get(label, []) for register in registers)
        yield from _unwound(map(_map, sorted(nodes, key=_id)), f"CREATE (n:{THING}:{label}) SET n = row")
    for type_ in sorted(set(chain.from_iterable(register.edges for register in registers))):
        edges = chain.from_iterable(register.edges.get(type_, []) for register in registers)
        rows = (
            f"{{source: {_literal(edge.source)}, target: {_literal(edge.target)}, values: {_map(edge.values)}}}"
            for edge in sorted(edges, key=lambda edge: _id(edge.values))
        )
        ends = f"MATCH (a:{THING} {{id: row.source}}) MATCH (b:{THING} {{id: row.target}})"
        yield from _unwound(rows, f"{ends} CREATE (a)-[r:{type_}]->(b) SET r = row.values")
    yield ":commit"


def _id(values: Stored) -> str:
    return str(values["id"])


def _unwound(rows: Iterable[str], statement: str) -> Iterator[str]:
    every = list(rows)
    for start in range(0, len(every), BATCH):
        yield "UNWIND ["
        yield ",\n".join(f"  {row}" for row in every[start : start + BATCH])
        yield "] AS row"
        yield f"{statement};"


def _map(values: Mapping[str, Value]) -> str:
    pairs = (f"{name}: {_literal(value)}" for name, value in values.items() if value is not None)
    return f"{{{', '.join(pairs)}}}"


def _literal(value: Value) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f"'{value.translate(_ESCAPES)}'"
        case _:
            return str(value)
