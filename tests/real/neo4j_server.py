"""A Neo4j server of the tests' own, started by Java from the jars of Maven Central: no Docker, nothing to install."""

from __future__ import annotations

import os
import secrets
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j

from tests.real.jars import jars
from tests.real.programs import program

_SOURCE = Path(__file__).with_name("Neo4jServer.java")
_START_WITHIN = 180.0  # seconds; it takes 5 on an idle machine


@dataclass(frozen=True, slots=True)
class Neo4jServer:
    """Where a running server is, its one user, its process. Neo4j Community holds one database, `neo4j`."""

    uri: str
    user: str
    password: str
    process: int

    def empty(self) -> None:
        """Remove every node, edge, constraint and index."""
        with neo4j.GraphDatabase.driver(self.uri, auth=(self.user, self.password)) as driver:
            driver.execute_query("MATCH (n) DETACH DELETE n", database_="neo4j")
            for name in _names(driver, "SHOW CONSTRAINTS YIELD name"):
                driver.execute_query(f"DROP CONSTRAINT `{name}`", database_="neo4j")
            for name in _names(driver, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"):
                driver.execute_query(f"DROP INDEX `{name}`", database_="neo4j")


def _names(driver: neo4j.Driver, command: str) -> list[str]:
    records, _, _ = driver.execute_query(command, database_="neo4j")
    return [str(record["name"]) for record in records]


@contextmanager
def running_neo4j(heap: int = 512, page_cache: int = 64) -> Iterator[Neo4jServer]:
    """Start an empty server with so much memory (MiB), yield it once it answers, and end it with its data.

    Raises:
        RuntimeError: Java or Maven is missing, or the server did not start.
    """
    java, classpath = program("java"), f"{jars()}{os.sep}*"
    password = secrets.token_urlsafe(16)
    with (
        tempfile.TemporaryDirectory(prefix="neo4j-", ignore_cleanup_errors=True) as home,
        tempfile.TemporaryFile() as errors,
        subprocess.Popen(
            [java, f"-Xmx{heap}m", "-XX:+UseSerialGC", "-cp", classpath, str(_SOURCE), home, str(page_cache)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            encoding="utf-8",
        ) as process,
    ):
        assert process.stdin is not None
        assert process.stdout is not None
        too_late = threading.Timer(_START_WITHIN, process.kill)
        too_late.start()
        try:
            process.stdin.write(f"{password}\n")
            process.stdin.flush()
            said = process.stdout.readline().strip()
            too_late.cancel()
            if not said.isdigit():
                process.kill()
                process.wait()
                errors.seek(0)
                raise RuntimeError(f"Neo4j did not start: {said}\n{errors.read().decode(errors='replace')}")
            yield Neo4jServer(f"bolt://127.0.0.1:{said}", "neo4j", password, process.pid)
        finally:
            too_late.cancel()
            process.kill()  # its data is thrown away, so nothing is gained by an orderly end
