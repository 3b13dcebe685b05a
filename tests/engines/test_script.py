"""`export cypher`: a script that the server's own shell loads, and that says all that `push` would write."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from ssp_graph.engines.server.push import push
from ssp_graph.engines.server.script import script
from ssp_graph.graph import Graph
from tests.engines.odd import odd_graph
from tests.engines.server import contents, use
from tests.making import graph_of, invented
from tests.real.jars import jars
from tests.real.neo4j_server import Neo4jServer
from tests.real.programs import program


@pytest.mark.parametrize("name", ["exampleton-2024-27", "odd"])
def test_the_shell_loads_what_push_would_write(
    name: str, empty_neo4j: Neo4jServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    use(empty_neo4j, monkeypatch)
    graph = odd_graph(tmp_path / "odd") if name == "odd" else invented(name)
    load(script(graph), empty_neo4j, tmp_path)
    loaded = contents()
    assert {change.state for change in push(graph).changes} == {"unchanged"}
    empty_neo4j.empty()
    push(graph)
    assert as_text(loaded) == as_text(contents())


def load(text: str, server: Neo4jServer, folder: Path) -> None:
    file = folder / "graph.cypher"
    file.write_text(text, encoding="utf-8")
    shell = [program("java"), "-cp", f"{jars()}{os.sep}*", "org.neo4j.shell.Main"]
    account = ["-a", server.uri, "-u", server.user, f"--password={server.password}"]  # it may begin with a hyphen
    done = subprocess.run(
        [*shell, *account, "--file", str(file)], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def as_text(found: tuple[list[tuple[object, ...]], list[tuple[object, ...]]]) -> list[list[str]]:
    return [[str(row) for row in part] for part in found]


def test_the_same_register_gives_the_same_script(tmp_path: Path) -> None:
    assert script(small(tmp_path)) == script(small(tmp_path))


def small(folder: Path) -> Graph:
    return graph_of(
        folder / "town",
        bodies="""
            - {id: group, name: "It's a\\\\ group", statutory: true, reports_to: body/board, sources: {page: 1}}
            - {id: board, name: Board, sources: {page: 2}}
        """,
    )


def test_the_script_reads_as_cypher(tmp_path: Path) -> None:
    lines = script(small(tmp_path)).splitlines()
    assert lines[:6] == [
        "// town",
        "// Into an empty database: cypher-shell --file THIS_FILE",
        "CREATE CONSTRAINT ssp_graph_thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE;",
        "CREATE CONSTRAINT ssp_graph_register_id IF NOT EXISTS FOR (n:Register) REQUIRE n.id IS UNIQUE;",
        "CREATE INDEX ssp_graph_body_id IF NOT EXISTS FOR (n:Body) ON (n.id);",
        ":begin",
    ]
    assert lines[-1] == ":commit"
    assert any(line.startswith("  {id: 'town:body/group'") and r"name: 'It\'s a\\ group'" in line for line in lines)
    assert any("statutory: true" in line for line in lines)
    assert not any("remit:" in line for line in lines)
    assert "CREATE (n:Thing:Body) SET n = row;" in lines
