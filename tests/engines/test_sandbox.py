"""Ad-hoc Cypher can neither do harm nor run on for ever, on either engine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from ssp_graph.engines import remembering
from ssp_graph.engines.apart import work_apart
from ssp_graph.engines.sandbox import Limits, ask
from ssp_graph.engines.server.push import push
from ssp_graph.errors import SspGraphError, UsageError, WorkError
from ssp_graph.graph import Graph
from ssp_graph.graph_cache import load_graph_cached
from tests.cypher.attacks import ATTACKS
from tests.engines.server import rows, use
from tests.making import REGISTERS, invented
from tests.real.neo4j_server import Neo4jServer

BOTH = ("ladybug", "neo4j")
HIDDEN = "words that no answer may hold"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return invented("sampleford-2025-26")


@pytest.fixture(scope="module")
def environment(neo4j_server: Neo4jServer, graph: Graph) -> Iterator[None]:
    """The environment names a server that holds the graph."""
    neo4j_server.empty()
    with pytest.MonkeyPatch.context() as patch:
        use(neo4j_server, patch)
        push(graph)
        yield


@pytest.mark.parametrize("engine", BOTH)
def test_a_reading_query_is_answered_alike(engine: str, graph: Graph, environment: None) -> None:
    query = "MATCH (b:Body) WHERE b.register IN $registers RETURN b.kind AS kind, count(*) AS n; // bodies"
    found = ask(engine, graph, query, {"registers": ["sampleford-2025-26"], "as_of": "2025-06-30"})
    bodies = sum(data["label"] == "Body" for _, data in graph.nodes(data=True))
    assert (found.columns, found.rows) == (("kind", "n"), [("body", bodies)])


@pytest.mark.parametrize("engine", BOTH)
def test_no_way_round_reads_a_file_writes_one_or_changes_the_graph(
    engine: str, graph: Graph, environment: None, tmp_path: Path
) -> None:
    secret, leak = tmp_path / "secret.csv", tmp_path / "leak.csv"
    secret.write_text(HIDDEN, encoding="utf-8")
    before = contents()
    for attack, words in ATTACKS.items():
        text = attack.replace("SECRET", secret.as_posix()).replace("LEAK", leak.as_posix())
        with pytest.raises(UsageError) as caught:
            ask(engine, graph, text, {})
        assert words in str(caught.value)
        assert HIDDEN not in str(caught.value)
    assert sorted(tmp_path.iterdir()) == [secret]
    assert contents() == before


def contents() -> list[tuple[object, ...]]:
    return rows("MATCH (n) RETURN n ORDER BY n.id")


@pytest.mark.parametrize("engine", BOTH)
def test_a_query_is_stopped_at_its_time(engine: str, graph: Graph, environment: None) -> None:
    query = "UNWIND range(1, 40000) AS x UNWIND range(1, 40000) AS y WITH x, y WHERE x = -y RETURN count(*) AS n"
    with pytest.raises(
        WorkError, match=r"^The query was stopped after 1 seconds\. Ask for less, or bound its paths\.$"
    ):
        ask(engine, graph, query, {}, Limits(seconds=1))
    assert ask(engine, graph, "RETURN 1 AS one", {}).rows == [(1,)]


@pytest.mark.parametrize(
    "query",
    [
        "UNWIND range(1, 2000000000) AS x RETURN count(x) AS n",
        "MATCH (n) RETURN lpad('x', 2000000000, 'y') AS long",
        "MATCH (a)-[*1..20]-(b)-[*1..20]-(c)-[*1..20]-(d) RETURN count(*) AS n",
    ],
)
def test_a_query_is_stopped_at_its_memory(query: str, graph: Graph) -> None:
    limit = 600 << 20
    with pytest.raises(WorkError, match=r"^The query (was stopped at 600 MB of memory|needs more memory than it may)"):
        ask("ladybug", graph, query, {}, Limits(seconds=120, memory=limit))


def test_a_server_that_runs_out_of_memory_for_a_query_says_so(graph: Graph, environment: None) -> None:
    query = "UNWIND range(1, 100000000) AS x WITH collect(x + 1) AS every RETURN size(every) AS n"
    with pytest.raises(WorkError, match=r"^The query needs more memory than it may have|^The query was stopped after"):
        ask("neo4j", graph, query, {}, Limits(seconds=60))


@pytest.mark.parametrize("engine", BOTH)
def test_a_million_rows_are_not_returned(engine: str, graph: Graph, environment: None) -> None:
    with pytest.raises(WorkError, match=r"^The query returns more than 100,000 rows\. Ask for fewer"):
        ask(engine, graph, "UNWIND range(1, 1000000) AS x RETURN x", {})
    assert len(ask(engine, graph, "UNWIND range(1, 100000) AS x RETURN x", {}).rows) == 100_000


@pytest.mark.parametrize("engine", BOTH)
def test_what_the_engine_itself_refuses_is_one_line(engine: str, graph: Graph, environment: None) -> None:
    with pytest.raises(UsageError, match=r"^The query cannot be run: ") as caught:
        ask(engine, graph, "MATCH (b:Body) RETURN b.name AS name ORDER BY nothing", {})
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("engine", BOTH)
def test_a_missing_parameter_is_told(engine: str, graph: Graph, environment: None) -> None:
    with pytest.raises(UsageError, match=r"uses \$theme, which has no value.*\$registers"):
        ask(engine, graph, "MATCH (b:Body) WHERE b.id = $theme RETURN b", {"registers": []})


def test_a_query_that_brings_the_engine_down_is_one_line(graph: Graph) -> None:
    query = f"RETURN {'(' * 3000}1{')' * 3000} AS n"
    with pytest.raises(SspGraphError) as caught:
        ask("ladybug", graph, query, {}, Limits(seconds=5))
    assert str(caught.value).isprintable()


def test_modules_in_the_current_folder_are_not_run(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ladybug", "json", "threading"):
        (tmp_path / f"{name}.py").write_text("open('it-ran', 'w').close()", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert ask("ladybug", graph, "RETURN 1 AS one", {}).rows == [(1,)]
    assert not (tmp_path / "it-ran").exists()


def test_the_child_ends_with_the_process_that_started_it(graph: Graph, tmp_path: Path) -> None:
    program = (
        "from tests.making import invented\n"
        "from ssp_graph.engines.sandbox import ask\n"
        "ask('ladybug', invented('sampleford-2025-26'), 'UNWIND range(1, 40000) AS x UNWIND range(1, 40000) AS y "
        "WITH x, y WHERE x = -y RETURN count(*) AS n', {})\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", program], env=environment) as parent:
        child = started_by(parent.pid)
        parent.kill()
    child.wait(timeout=30)


def started_by(pid: int) -> psutil.Process:
    parent = psutil.Process(pid)
    for _ in range(600):
        if found := parent.children():
            return found[0]
        time.sleep(0.05)
    raise AssertionError("the child did not start")


def test_even_unguarded_the_child_cannot_write_a_kept_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "LARGE", 1)
    path = remembering.kept_database(load_graph_cached([REGISTERS / "sampleford-2025-26"], tmp_path))
    assert path is not None
    before = path.read_bytes()
    request = {"path": str(path), "nodes": 0, "memory": 1 << 28, "parameters": {}, "rows": 10}
    with pytest.raises(UsageError, match="read-only"):
        work_apart({**request, "query": "MATCH (b:Body) SET b.name = 'x'"})
    assert path.read_bytes() == before


def test_an_unknown_engine_is_refused(graph: Graph) -> None:
    with pytest.raises(UsageError, match="There is no engine oracle"):
        ask("oracle", graph, "RETURN 1 AS one", {})


def test_files_made_for_a_query_do_not_stay(graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    ask("ladybug", graph, "RETURN 1 AS one", {})
    with pytest.raises(WorkError):
        ask("ladybug", graph, "UNWIND range(1, 1000) AS x RETURN x", {}, Limits(rows=10))
    assert list(tmp_path.iterdir()) == []


def test_a_query_is_answered_where_no_file_can_be_written(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    found = ask("ladybug", graph, "MATCH (n) WHERE n.kind IS NOT NULL RETURN count(*) AS n", {})
    assert found.rows == [(graph.number_of_nodes(),)]
