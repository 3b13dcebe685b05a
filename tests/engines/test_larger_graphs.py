"""Several partnerships of a real plan's size: engines plan a query otherwise than for a page of facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.regions import DAY, write_region
from ssp_graph.engines import open_engine
from ssp_graph.engines.server.push import push
from ssp_graph.graph import load_graph
from ssp_graph.plan import Plan
from ssp_graph.questions.library import library
from ssp_graph.questions.running import fetch, parameters
from tests.engines.server import use
from tests.real.neo4j_server import Neo4jServer


def test_a_thing_of_several_kinds_may_be_absent(tmp_path: Path) -> None:
    query = (
        "MATCH (x:PriorityArea) OPTIONAL MATCH (x)-[:PART_OF]->(y:Theme|Strategy) "
        "OPTIONAL MATCH (y)-[:PART_OF]->(z:Strategy) RETURN count(DISTINCT x.id)"
    )
    graph = load_graph(write_region(tmp_path, 2))
    areas = sum(data["label"] == "PriorityArea" for _, data in graph.nodes(data=True))
    with open_engine("ladybug", graph) as engine:
        assert engine.run(query, {}).rows == [(areas,)]


def test_every_question_gives_the_same_rows_on_both_engines(
    tmp_path: Path, empty_neo4j: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(empty_neo4j, monkeypatch)
    graph = load_graph(write_region(tmp_path, 5))
    push(graph)
    with open_engine("ladybug", graph) as embedded, open_engine("neo4j", graph) as server:
        for question in library().questions.values():
            given = parameters(Plan(graph, DAY), question, {})
            found = fetch(embedded, Plan(graph, DAY), question, given)
            assert found == fetch(server, Plan(graph, DAY), question, given), question.name
