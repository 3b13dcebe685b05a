"""What tests do with a Neo4j server: point the environment at it, and look at what it holds."""

from __future__ import annotations

import pytest

from ssp_graph.engines.server.neo4j import connect
from tests.real.neo4j_server import Neo4jServer


def use(server: Neo4jServer, patch: pytest.MonkeyPatch) -> None:
    """Let the environment name this server."""
    patch.setenv("NEO4J_URI", server.uri)
    patch.setenv("NEO4J_USERNAME", server.user)
    patch.setenv("NEO4J_PASSWORD", server.password)
    patch.delenv("NEO4J_DATABASE", raising=False)


def rows(cypher: str, **parameters: object) -> list[tuple[object, ...]]:
    """Return what a query finds."""
    with connect() as engine:
        return engine.run(cypher, parameters).rows


def write(cypher: str, **parameters: object) -> None:
    """Change the database as some other program would."""
    with connect() as engine:
        engine.driver.execute_query(cypher, parameters, database_="neo4j")


def contents() -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Return every node and every edge with all that they carry."""
    return (
        rows("MATCH (n) RETURN labels(n), n, n.content, n.kept ORDER BY n.id, elementId(n)"),
        rows("MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, r ORDER BY r.id, elementId(r)"),
    )


def last_written() -> frozenset[str]:
    """Return the server's mark of the last transaction that wrote anything."""
    with connect() as engine, engine.driver.session(database="neo4j") as session:
        session.run("RETURN 1").consume()
        return frozenset(session.last_bookmarks().raw_values)
