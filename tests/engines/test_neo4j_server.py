"""The server that other tests stand on: real, closed to strangers, and empty when a test wants it empty."""

from __future__ import annotations

import neo4j
import pytest
from neo4j.exceptions import AuthError

from tests.real.neo4j_server import Neo4jServer


def connect(server: Neo4jServer, password: str = "") -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(server.uri, auth=(server.user, password or server.password))


def test_what_is_written_is_read_back(empty_neo4j: Neo4jServer) -> None:
    with connect(empty_neo4j) as driver:
        driver.execute_query(
            "CREATE (:Post {name: $post})-[:LEADS]->(:Theme {name: $theme})",
            post="Head of Housing",
            theme="Safer homes",
            database_="neo4j",
        )
        records, _, _ = driver.execute_query(
            "MATCH (p:Post)-[:LEADS]->(t:Theme) RETURN p.name AS post, t.name AS theme", database_="neo4j"
        )
    assert [record.data() for record in records] == [{"post": "Head of Housing", "theme": "Safer homes"}]


def test_a_wrong_password_is_refused(neo4j_server: Neo4jServer) -> None:
    with connect(neo4j_server, "not-the-password") as driver, pytest.raises(AuthError):
        driver.verify_connectivity()


def test_emptying_it_removes_nodes_edges_constraints_and_indexes(neo4j_server: Neo4jServer) -> None:
    with connect(neo4j_server) as driver:
        driver.execute_query("CREATE (:A {id: 1})-[:R]->(:B)", database_="neo4j")
        driver.execute_query("CREATE CONSTRAINT FOR (a:A) REQUIRE a.id IS UNIQUE", database_="neo4j")
        driver.execute_query("CREATE INDEX FOR (b:B) ON (b.name)", database_="neo4j")
        neo4j_server.empty()
        nodes, _, _ = driver.execute_query("MATCH (n) RETURN n", database_="neo4j")
        constraints, _, _ = driver.execute_query("SHOW CONSTRAINTS", database_="neo4j")
        indexes, _, _ = driver.execute_query("SHOW INDEXES YIELD type", database_="neo4j")
    assert nodes == []
    assert constraints == []
    assert {record["type"] for record in indexes} == {"LOOKUP"}  # the two that every database has
