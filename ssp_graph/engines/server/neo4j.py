"""The server engine: a Neo4j database named by the environment, which holds what `push` has written."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import neo4j
from neo4j.exceptions import ClientError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired
from neo4j.graph import Entity, Path

from ssp_graph.cypher.tokens import given
from ssp_graph.engines import Engine, Rows, too_many_rows
from ssp_graph.engines.contents import by_register
from ssp_graph.engines.properties import CONTENT, KEPT, REGISTER
from ssp_graph.errors import SspGraphError, UsageError, WorkError

if TYPE_CHECKING:
    from ssp_graph.graph import Graph

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
CONNECT_WITHIN = 10.0  # seconds

# Without a handler the driver's warnings about its retries would go to standard error.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Neo4j(Engine):
    """A Neo4j database that can be asked in Cypher. It only reads; `push` writes through `driver` and `database`."""

    name = "neo4j"
    shared = True

    def __init__(self, driver: neo4j.Driver, server: str, database: str | None, seconds: float | None = None) -> None:
        """Ask this database (None is the account's home database) through a driver that is then ours to close."""
        self.driver = driver
        self.server = server
        self.database = database
        self._seconds = seconds
        self._session = driver.session(database=database, default_access_mode=neo4j.READ_ACCESS)

    def run(self, cypher: str, parameters: Mapping[str, object], at_most: int | None = None) -> Rows:
        """Return what the query returns, under the rules of every engine."""
        values = given(cypher, parameters)
        try:
            result = self._session.run(neo4j.Query(cypher, timeout=self._seconds), values)
            rows: list[tuple[object, ...]] = []
            for record in result:
                if at_most is not None and len(rows) == at_most:
                    raise too_many_rows(at_most)
                rows.append(tuple([_plain(value) for value in record.values()]))
            return Rows(tuple(result.keys()), rows)
        except (Neo4jError, DriverError) as error:
            raise self.in_one_line(error) from error

    def in_one_line(self, error: Neo4jError | DriverError) -> SspGraphError:
        """Return what went wrong as an error of ours that says what to do; it never holds a credential."""
        code = (error.code if isinstance(error, Neo4jError) else None) or ""
        if code.endswith("DatabaseNotFound"):
            return self._no_such_database()
        return _in_one_line(error, code, self.server, self._seconds)

    def _no_such_database(self) -> WorkError:
        try:
            records, _, _ = self.driver.execute_query("CALL dbms.components() YIELD edition", database_="system")
            community = any(record["edition"] == "community" for record in records)
        except (Neo4jError, DriverError):
            community = False
        if community:
            return WorkError(
                f"There is no database {self.database} at {self.server}: a Community server has one database. "
                "Leave NEO4J_DATABASE out, or set it to neo4j."
            )
        return WorkError(
            f"There is no database {self.database} at {self.server}. Set NEO4J_DATABASE to one that is there."
        )

    def close(self) -> None:
        """Close the connections."""
        self._session.close()
        self.driver.close()


def connect(seconds: float | None = None) -> Neo4j:
    """Return the database that NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE name.

    A query may take `seconds`; without them, as long as the server lets it.

    Raises:
        UsageError: NEO4J_URI is absent or no address of a Neo4j.
        WorkError: the server cannot be reached, refuses the account or has no such database.
    """
    uri = os.environ.get("NEO4J_URI", "")
    server = _server(uri)
    user, password = os.environ.get("NEO4J_USERNAME", ""), os.environ.get("NEO4J_PASSWORD", "")
    if bool(user) != bool(password):
        missing = "NEO4J_PASSWORD" if user else "NEO4J_USERNAME"
        raise UsageError(f"{missing} is not set. Set both NEO4J_USERNAME and NEO4J_PASSWORD.")
    driver = neo4j.GraphDatabase.driver(
        uri,
        auth=(user, password) if user else None,
        connection_timeout=CONNECT_WITHIN,
        connection_acquisition_timeout=CONNECT_WITHIN * 2,
        notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
    )
    engine = Neo4j(driver, server, os.environ.get("NEO4J_DATABASE") or None, seconds)
    try:
        engine.run("RETURN 1", {})
    except BaseException:
        engine.close()
        raise
    return engine


def _server(uri: str) -> str:
    """Return the address as messages show it, which is without anything secret that it may hold."""
    if not uri:
        raise UsageError("NEO4J_URI is not set. Set it to the server's address, such as bolt://localhost:7687.")
    try:
        parts = urlsplit(uri)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or parts.scheme not in SCHEMES or parts.username or parts.password:
        raise UsageError(
            "NEO4J_URI is not the address of a Neo4j. Write bolt://HOST:PORT or neo4j://HOST:PORT, and name the "
            "account in NEO4J_USERNAME and NEO4J_PASSWORD."
        )
    return f"{parts.scheme}://{host}:{port or 7687}"


def _in_one_line(error: Neo4jError | DriverError, code: str, server: str, seconds: float | None) -> SspGraphError:
    first = str(getattr(error, "message", None) or error).partition("\n")[0].rstrip(". ")
    match code.removeprefix("Neo.").split("."):
        case ["ClientError", "Security", "Unauthorized"]:
            return WorkError(
                f"{server} refuses the user name or the password. Check NEO4J_USERNAME and NEO4J_PASSWORD."
            )
        case ["ClientError", "Security", "AuthenticationRateLimit"]:
            return WorkError(
                f"{server} has locked this account after several wrong passwords. Wait a few seconds, then try again "
                "with the right NEO4J_PASSWORD."
            )
        case ["ClientError", "Security", "CredentialsExpired"]:
            return WorkError(f"{server} wants a new password for this account first. Set one there, then try again.")
        case ["ClientError", "Security", _]:
            return WorkError(f"{server} does not let this account do that ({first}). Ask for the right to.")
        case ["ClientError", "Transaction", timed_out] if timed_out.startswith("TransactionTimedOut"):
            limit = f"after {seconds:g} seconds" if seconds else "at the server's time limit"
            return WorkError(f"The query was stopped {limit}. Ask for less, or bound its paths.")
        case [_, "General", out_of_memory] if "OutOfMemory" in out_of_memory:
            return WorkError("The query needs more memory than it may have. Ask for less: add conditions or LIMIT.")
        case [_, "Schema", _]:
            return WorkError(
                f"Other data at {server} bears the label Thing or Register, in a way that ids cannot be kept unique. "
                "Push into a database of its own."
            )
        case ["ClientError", "Statement", _]:
            return UsageError(f"The query cannot be run: {first}.")
    if isinstance(error, (ServiceUnavailable, SessionExpired)):
        return WorkError(f"No Neo4j answers at {server}. Check NEO4J_URI, and that the server runs.")
    if isinstance(error, ClientError):
        return WorkError(f"{server} refuses: {first}.")
    return WorkError(f"The work with {server} failed: {first}. Try again.")


def open_holding(graph: Graph) -> Neo4j:
    """Return the database of the environment, once it is known to hold the graph's registers as they are here.

    Raises:
        UsageError: NEO4J_URI is absent or no address of a Neo4j.
        WorkError: the server cannot be reached, or holds another state of a register.
    """
    engine = connect()
    try:
        _check_held(engine, graph)
    except BaseException:
        engine.close()
        raise
    return engine


def _check_held(engine: Neo4j, graph: Graph) -> None:
    registers = by_register(graph)
    query = f"MATCH (r:{REGISTER}) WHERE r.id IN $ids RETURN r.id, r.{CONTENT}"
    held = {str(id_): content for id_, content in engine.run(query, {"ids": [each.id for each in registers]}).rows}
    for register in registers:
        if register.id not in held:
            raise WorkError(f"The register {register.id} is not in {engine.server}. Run `ssp-graph push` first.")
        if held[register.id] != register.fingerprint:
            raise WorkError(
                f"{engine.server} holds another state of the register {register.id} than its folder. "
                "Run `ssp-graph push` first."
            )


def _plain(value: Any) -> object:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Path():
            return {
                "nodes": [_plain(node) for node in value.nodes],
                "edges": [_plain(edge) for edge in value.relationships],
            }
        case Entity():
            return dict(sorted((name, _plain(item)) for name, item in value.items() if name not in (CONTENT, KEPT)))
        case dict():
            return {name: _plain(item) for name, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case _ if hasattr(value, "iso_format"):
            return value.iso_format()
        case _:
            return str(value)
