"""Writes the graph into a Neo4j database: each register in one transaction, so that it is wholly old or wholly new.

Only what differs is written. What a register no longer holds goes, save a node that something else still uses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from ssp_graph.engines.contents import RegisterContents, Stored, StoredEdge, by_register
from ssp_graph.engines.properties import CONTENT, KEPT, REGISTER, THING
from ssp_graph.engines.server.neo4j import Neo4j, connect
from ssp_graph.engines.server.neo4j_schema import constraints, indexes
from ssp_graph.errors import WorkError

if TYPE_CHECKING:
    from ssp_graph.graph import Graph

BATCH = 1000  # nodes or edges in one statement
Progress = Callable[[str, int, int], None]
"""Told the register's id, and how many of how many of its changes have been sent."""


State = Literal["new", "changed", "unchanged"]


@dataclass(frozen=True, slots=True)
class Change:
    """What a push did to one register, or would do: how many nodes and edges were added, changed and removed.

    `kept` are the ids of nodes that are gone from the register but stay, since something else uses them.
    """

    register: str
    state: State
    nodes_added: int = 0
    nodes_changed: int = 0
    nodes_removed: int = 0
    edges_added: int = 0
    edges_changed: int = 0
    edges_removed: int = 0
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pushed:
    """The changes of every register, those that are used first, and where they were made."""

    server: str
    database: str | None
    dry_run: bool
    changes: tuple[Change, ...]


@dataclass(slots=True)
class _Difference:
    """How a register differs from what the database holds of it; edges that are there are known by element id."""

    register: str
    state: State
    nodes_added: dict[str, list[Stored]] = field(default_factory=dict)
    nodes_changed: list[Stored] = field(default_factory=list)
    nodes_gone: list[str] = field(default_factory=list)
    edges_added: dict[str, list[StoredEdge]] = field(default_factory=dict)
    edges_changed: list[tuple[str, Stored]] = field(default_factory=list)
    edges_gone: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def change(self) -> Change:
        removed = len(self.nodes_gone) - len(self.kept)
        return Change(
            self.register,
            "changed" if self.state == "unchanged" and removed else self.state,
            sum(map(len, self.nodes_added.values())),
            len(self.nodes_changed),
            removed,
            sum(map(len, self.edges_added.values())),
            len(self.edges_changed),
            len(self.edges_gone),
            tuple(self.kept),
        )


def push(graph: Graph, *, dry_run: bool = False, progress: Progress | None = None) -> Pushed:
    """Write the graph into the database that the environment names, or say what would change.

    Raises:
        UsageError: NEO4J_URI is absent or no address of a Neo4j.
        WorkError: the server cannot be reached or refuses; the register at hand stays as it was.
    """
    with connect() as server:
        try:
            changes = _would_change(server, graph) if dry_run else _push(server, graph, progress)
        except (Neo4jError, DriverError) as error:
            raise server.in_one_line(error) from error
        return Pushed(server.server, server.database, dry_run, tuple(changes))


def _push(server: Neo4j, graph: Graph, progress: Progress | None) -> list[Change]:
    with server.driver.session(database=server.database) as session:
        session.execute_write(_prepare)
        changes = [_push_register(session, register, progress) for register in by_register(graph)]
        # What one register left behind for the sake of a later one may be free now.
        return [_free(session, change) if change.kept else change for change in changes]


def _prepare(transaction: neo4j.ManagedTransaction) -> None:
    for statement in (*constraints(), *indexes()):
        transaction.run(statement)


def _push_register(session: neo4j.Session, register: RegisterContents, progress: Progress | None) -> Change:
    content, kept = session.execute_read(_state, register.id)
    if content == register.fingerprint:
        return Change(register.id, "unchanged", kept=kept)
    return session.execute_write(_write, register, "changed" if content else "new", progress)


def _state(transaction: neo4j.ManagedTransaction, register: str) -> tuple[str | None, tuple[str, ...]]:
    """Return which state of a register is there (None: none), and the nodes that it keeps for others."""
    query = f"MATCH (r:{REGISTER} {{id: $id}}) RETURN r.{CONTENT} AS content, r.{KEPT} AS kept"
    record = transaction.run(query, id=register).single()
    return (record["content"], tuple(record["kept"] or ())) if record else (None, ())


def _would_change(server: Neo4j, graph: Graph) -> list[Change]:
    differences: list[_Difference] = []
    unchanged: dict[str, Change] = {}
    registers = by_register(graph)
    with server.driver.session(database=server.database, default_access_mode=neo4j.READ_ACCESS) as session:
        for register in registers:
            content, kept = session.execute_read(_state, register.id)
            if content != register.fingerprint:
                differences.append(session.execute_read(_difference, register, "changed" if content else "new"))
            elif kept:
                differences.append(_Difference(register.id, "unchanged", nodes_gone=list(kept)))
            else:
                unchanged[register.id] = Change(register.id, "unchanged")
        edges_gone = [edge for difference in differences for edge in difference.edges_gone]
        for difference in differences:
            difference.kept = session.execute_read(_used, difference.nodes_gone, edges_gone)
    changes = {**unchanged, **{difference.register: difference.change() for difference in differences}}
    return [changes[register.id] for register in registers]


def _difference(transaction: neo4j.ManagedTransaction, register: RegisterContents, state: State) -> _Difference:
    found = _Difference(register.id, state)
    of_register = f"MATCH (n:{THING}) WHERE n.id STARTS WITH $prefix AND n.register = $register"
    names = {"prefix": f"{register.id}:", "register": register.id}
    nodes = {
        record["id"]: record["held"]
        for record in transaction.run(f"{of_register} RETURN n.id AS id, properties(n) AS held", names)
    }
    for label, rows in register.nodes.items():
        for row in rows:
            held = nodes.pop(row["id"], None)
            if held is None:
                found.nodes_added.setdefault(label, []).append(row)
            elif _differs(held, row):
                found.nodes_changed.append(row)
    found.nodes_gone = sorted(nodes)
    query = (
        f"{of_register} MATCH (n)-[r]-() WHERE r.register = $register AND r.type = type(r) "
        "RETURN DISTINCT r.id AS id, elementId(r) AS element, properties(r) AS held"
    )
    edges = {record["id"]: (record["element"], record["held"]) for record in transaction.run(query, names)}
    for type_, links in register.edges.items():
        for edge in links:
            element, held = edges.pop(edge.values["id"], (None, None))
            if held is None:
                found.edges_added.setdefault(type_, []).append(edge)
            elif _differs(held, edge.values):
                found.edges_changed.append((element, edge.values))
    found.edges_gone = [element for element, _ in edges.values()]
    return found


def _differs(held: dict[str, Any], values: Stored) -> bool:
    """Return whether a property of ours is other than it should be; what others have added is no difference."""
    return any(held.get(name) != value for name, value in values.items())


def _used(transaction: neo4j.ManagedTransaction, nodes: Sequence[str], edges_gone: Sequence[str]) -> list[str]:
    """Return those of the nodes that would still have an edge without these."""
    query = (
        f"UNWIND $nodes AS id MATCH (n:{THING} {{id: id}})-[r]-() WHERE NOT elementId(r) IN $edges "
        "RETURN DISTINCT id ORDER BY id"
    )
    return [record["id"] for record in transaction.run(query, nodes=nodes, edges=edges_gone)]


def _write(
    transaction: neo4j.ManagedTransaction, register: RegisterContents, state: State, progress: Progress | None
) -> Change:
    # First of all, so that two pushes of one register take turns.
    query = f"MERGE (r:{REGISTER} {{id: $id}}) SET r += $about"
    transaction.run(query, id=register.id, about=register.about).consume()
    difference = _difference(transaction, register, state)
    steps = _steps(difference)
    total, done = sum(len(rows) for _, rows in steps), 0
    for statement, rows in steps:
        for batch in _batches(rows):
            record = transaction.run(f"UNWIND $rows AS row {statement} RETURN count(*) AS done", rows=batch).single()
            if record is None or record["done"] != len(batch):
                raise WorkError(f"Not all of the register {register.id} arrived, so it stays as it was. Try again.")
            done += len(batch)
            if progress:
                progress(register.id, done, total)
    difference.kept = _used(transaction, difference.nodes_gone, [])
    _delete(transaction, [node for node in difference.nodes_gone if node not in difference.kept])
    query = f"MATCH (r:{REGISTER} {{id: $id}}) SET r.{CONTENT} = $content, r.{KEPT} = $kept"
    kept = difference.kept or None
    transaction.run(query, id=register.id, content=register.fingerprint, kept=kept).consume()
    return difference.change()


def _steps(difference: _Difference) -> list[tuple[str, list[Any]]]:
    """Return each statement to be made of a difference with the rows it is made for, edges that are gone first."""
    return [
        ("MATCH ()-[r]->() WHERE elementId(r) = row DELETE r", difference.edges_gone),
        *((f"CREATE (n:{THING}:{label}) SET n = row", rows) for label, rows in difference.nodes_added.items()),
        (f"MATCH (n:{THING} {{id: row.id}}) SET n += row", difference.nodes_changed),
        *(
            (
                f"MATCH (a:{THING} {{id: row.source}}) MATCH (b:{THING} {{id: row.target}}) "
                f"CREATE (a)-[r:{type_}]->(b) SET r = row.values",
                [{"source": edge.source, "target": edge.target, "values": edge.values} for edge in edges],
            )
            for type_, edges in difference.edges_added.items()
        ),
        (
            "MATCH ()-[r]->() WHERE elementId(r) = row.element SET r += row.values",
            [{"element": element, "values": values} for element, values in difference.edges_changed],
        ),
    ]


def _batches(rows: list[Any]) -> Iterable[list[Any]]:
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))


def _delete(transaction: neo4j.ManagedTransaction, nodes: Sequence[str]) -> None:
    for batch in _batches(list(nodes)):
        transaction.run(f"UNWIND $rows AS id MATCH (n:{THING} {{id: id}}) DELETE n", rows=batch).consume()


def _free(session: neo4j.Session, change: Change) -> Change:
    """Remove what a register kept and nothing uses any more."""
    used = session.execute_read(_used, change.kept, [])
    free = [node for node in change.kept if node not in used]
    if not free:
        return change
    session.execute_write(_remove, change.register, free, used)
    return replace(
        change,
        state="changed" if change.state == "unchanged" else change.state,
        nodes_removed=change.nodes_removed + len(free),
        kept=tuple(used),
    )


def _remove(transaction: neo4j.ManagedTransaction, register: str, free: list[str], used: list[str]) -> None:
    _delete(transaction, free)
    query = f"MATCH (r:{REGISTER} {{id: $id}}) SET r.{KEPT} = $kept"
    transaction.run(query, id=register, kept=used or None).consume()
