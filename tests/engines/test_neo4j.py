"""The server engine: the same rows as the embedded one, and one clear line for whatever is wrong with the server."""

from __future__ import annotations

import socket
from pathlib import Path

import neo4j
import pytest

from ssp_graph.engines import open_engine
from ssp_graph.engines.server.neo4j import connect
from ssp_graph.engines.server.push import push
from ssp_graph.errors import SspGraphError, UsageError, WorkError
from ssp_graph.graph import Graph
from tests.engines.odd import odd_graph
from tests.engines.server import use, write
from tests.making import graph_of, invented
from tests.real.neo4j_server import Neo4jServer

QUERIES = (
    "MATCH (n) RETURN n ORDER BY n.id",
    "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, r, b.id AS b ORDER BY r.id",
    "MATCH p = (a)-[:REPORTS_TO|PART_OF*1..2]->(b) WHERE a.register IN $registers "
    "RETURN p, length(p) AS steps ORDER BY steps, a.id, b.id LIMIT 40",
    "MATCH (b:Body) RETURN b.statutory AS statutory, b.collective AS collective, count(*) AS n ORDER BY n, statutory",
    "MATCH (r:Register) RETURN r.id AS id, r.since_day AS since, r.until_day AS until, r.uses AS uses ORDER BY id",
    "MATCH (m:Measure) RETURN m.id AS id, m.`group` AS heading, m.new AS new ORDER BY id",
    "MATCH (a:Body)-[r:REPORTS_TO]->() RETURN r.`on` AS subjects, r.frequency AS frequency ORDER BY r.id",
    "RETURN 1.5 AS number, 'text' AS word, null AS nothing, true AS truth, [[1], [2]] AS list, {a: 'x'} AS map",
    "RETURN date('2020-02-29') AS day",
)


@pytest.fixture
def server(empty_neo4j: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> Neo4jServer:
    use(empty_neo4j, monkeypatch)
    return empty_neo4j


@pytest.fixture(params=["exampleton-2024-27", "sampleford-2025-26", "odd"])
def graph(request: pytest.FixtureRequest, tmp_path: Path) -> Graph:
    return odd_graph(tmp_path / "odd") if request.param == "odd" else invented(request.param)


def test_both_engines_give_the_same_rows_in_the_same_order(graph: Graph, server: Neo4jServer) -> None:
    push(graph)
    parameters = {"registers": graph.graph["named"]}
    with open_engine("ladybug", graph) as embedded, open_engine("neo4j", graph) as served:
        for query in QUERIES:
            assert served.run(query, parameters) == embedded.run(query, parameters)


def test_a_register_that_was_never_pushed_is_told(server: Neo4jServer) -> None:
    with pytest.raises(WorkError, match=r"register sampleford-2025-26 is not in bolt://.*Run `ssp-graph push` first"):
        open_engine("neo4j", invented("sampleford-2025-26"))


def test_a_register_that_has_changed_since_it_was_pushed_is_told(server: Neo4jServer, tmp_path: Path) -> None:
    push(graph_of(tmp_path / "town", bodies="- {id: board, name: Board, sources: {page: 1}}"))
    changed = graph_of(tmp_path / "town", bodies="- {id: board, name: Board, sources: {page: 2}}")
    with pytest.raises(WorkError, match=r"holds another state of the register town .*Run `ssp-graph push` first"):
        open_engine("neo4j", changed)


def refused(error: type[SspGraphError], server: Neo4jServer) -> str:
    with pytest.raises(error) as caught:
        connect().close()
    text = str(caught.value)
    assert text.isprintable()
    assert server.password not in text
    return text


def test_a_wrong_password_and_then_the_locked_account_are_one_line_each(
    server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_USERNAME", "somebody")  # locking the tests' own account would hold up other tests
    monkeypatch.setenv("NEO4J_PASSWORD", "a wrong one")
    write_as(server, "CREATE USER somebody SET PASSWORD 'the right one' CHANGE NOT REQUIRED")
    try:
        for _ in range(3):
            text = refused(WorkError, server)
            assert text.endswith("refuses the user name or the password. Check NEO4J_USERNAME and NEO4J_PASSWORD.")
        monkeypatch.setenv("NEO4J_PASSWORD", "the right one")
        text = refused(WorkError, server)
        assert "has locked this account after several wrong passwords. Wait a few seconds" in text
        assert "right one" not in text
    finally:
        write_as(server, "DROP USER somebody")


def test_a_password_that_must_be_changed_is_told(server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    write_as(server, "CREATE USER newcomer SET PASSWORD 'the first one' CHANGE REQUIRED")
    monkeypatch.setenv("NEO4J_USERNAME", "newcomer")
    monkeypatch.setenv("NEO4J_PASSWORD", "the first one")
    try:
        assert "wants a new password for this account first" in refused(WorkError, server)
    finally:
        write_as(server, "DROP USER newcomer")


def write_as(server: Neo4jServer, command: str) -> None:
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        driver.execute_query(command, database_="system")


def test_a_server_that_is_not_there_is_told(server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{port}")
    expected = f"No Neo4j answers at bolt://127.0.0.1:{port}. Check NEO4J_URI, and that the server runs."
    assert refused(WorkError, server) == expected


def test_a_host_that_has_no_address_is_told(server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://nowhere.invalid:7687")
    assert refused(WorkError, server).startswith("No Neo4j answers at bolt://nowhere.invalid:7687.")


def test_a_second_database_asked_of_a_community_server_is_told(
    server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "plans")
    text = refused(WorkError, server)
    assert text.startswith("There is no database plans at bolt://")
    assert text.endswith("a Community server has one database. Leave NEO4J_DATABASE out, or set it to neo4j.")


def test_the_database_may_be_named(server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "neo4j")
    with connect() as engine:
        assert engine.run("RETURN 1 AS one", {}).rows == [(1,)]


@pytest.mark.parametrize(
    "uri", ["localhost", "http://localhost:7474", "bolt://", "bolt://me:secret-word@localhost", "bolt://localhost:x"]
)
def test_an_address_that_is_none_is_refused_without_being_repeated(
    uri: str, server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", uri)
    text = refused(UsageError, server)
    assert text.startswith("NEO4J_URI is not the address of a Neo4j. Write bolt://HOST:PORT")
    assert "secret-word" not in text


@pytest.mark.parametrize("name", ["NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD"])
def test_what_is_missing_in_the_environment_is_named(
    name: str, server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(name)
    assert refused(UsageError, server).startswith(f"{name} is not set.")


def test_a_question_cannot_write(server: Neo4jServer) -> None:
    with connect() as engine, pytest.raises(UsageError, match="Writing in read access mode not allowed"):
        engine.run("CREATE (n:Place) RETURN n", {})
    write("MATCH (n:Place) SET n.found = true")
    with connect() as engine:
        assert engine.run("MATCH (n:Place) RETURN n", {}).rows == []
