"""The commands that ask an engine or write into a server, and how they end when they cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ssp_graph.store import VARIABLE
from tests.cli.running import ssp_graph
from tests.making import REGISTERS
from tests.real.neo4j_server import Neo4jServer

EXAMPLETON = REGISTERS / "exampleton-2024-27"
QUERY = (
    "MATCH (b:Body) WHERE b.register IN $registers RETURN b.name AS body, b.sources AS sources, b.id AS id ORDER BY id"
)


def test_a_query_of_ones_own_is_answered_with_sources() -> None:
    ran = ssp_graph("--register", EXAMPLETON, "cypher", QUERY, "--format", "json")
    answer = json.loads(ran.out)
    assert ran.code == 0
    assert answer["columns"] == ["body", "sources", "id"]
    assert answer["rows"][0]["sources"][0]["document"] == "exampleton-2024-27:document/plan"


@pytest.mark.parametrize(
    "query", ["CREATE (:Body {id: 'x'})", "LOAD FROM 'x.csv' RETURN *", "RETURN 1; RETURN 2", "CALL db.labels()"]
)
def test_a_query_that_does_more_than_read_is_refused_in_one_line(query: str) -> None:
    ran = ssp_graph("--register", EXAMPLETON, "cypher", query)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Error: ")
    assert ran.err.count("\n") == 1


def test_what_a_query_may_name_is_listed_without_a_register(tmp_path: Path) -> None:
    ran = ssp_graph("schema", "--format", "json", folder=tmp_path)
    assert ran.code == 0
    assert {"REPORTS_TO", "PriorityArea", "since_day"} <= {row["name"] for row in json.loads(ran.out)["rows"]}


def test_a_push_without_a_server_says_what_to_set_and_needs_a_register(tmp_path: Path) -> None:
    assert ssp_graph("push", folder=tmp_path).code == 2
    ran = ssp_graph("--register", EXAMPLETON, "push")
    assert (ran.code, ran.err) == (
        2,
        "Error: NEO4J_URI is not set. Set it to the server's address, such as bolt://localhost:7687.\n",
    )


def test_push_writes_once_and_the_same_questions_answer_from_the_server(empty_neo4j: Neo4jServer) -> None:
    variables = {
        "NEO4J_URI": empty_neo4j.uri,
        "NEO4J_USERNAME": empty_neo4j.user,
        "NEO4J_PASSWORD": empty_neo4j.password,
    }

    def run(*arguments: str) -> tuple[int, str]:
        ran = ssp_graph("--register", EXAMPLETON, *arguments, variables=variables)
        assert empty_neo4j.password not in ran.out + ran.err
        return ran.code, ran.out

    would = json.loads(run("push", "--dry-run", "--format", "json")[1])
    assert [row["state"] for row in would["rows"]] == ["new", "new"]
    assert json.loads(run("push", "--format", "json")[1])["count"] == "2 of 2 registers changed."
    assert json.loads(run("push", "--format", "json")[1])["count"] == "0 of 2 registers changed."
    for command in (("gaps",), ("gaps", "actions-without-owner"), ("ask", "actions-by-owner"), ("cypher", QUERY)):
        here, there = (run(*command, "--engine", engine, "--format", "json") for engine in ("ladybug", "neo4j"))
        assert here == there


def test_the_cache_can_be_emptied_and_done_without(tmp_path: Path) -> None:
    variables = {VARIABLE: str(tmp_path)}
    with_cache = ssp_graph("--register", EXAMPLETON, "gaps", "--format", "json", variables=variables)
    again = ssp_graph("--register", EXAMPLETON, "gaps", "--format", "json", variables=variables)
    assert any(tmp_path.rglob("*.answers.json"))
    cleared = ssp_graph("cache", "clear", variables=variables)
    assert (cleared.code, any(path.is_file() for path in tmp_path.rglob("*"))) == (0, False)
    without = ssp_graph("--register", EXAMPLETON, "--no-cache", "gaps", "--format", "json", variables=variables)
    assert with_cache.out == again.out == without.out
    assert not any(path.is_file() for path in tmp_path.rglob("*"))
