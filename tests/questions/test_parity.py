"""Every question on both engines: the same rows in the same order, of equally many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ssp_graph.engines import Engine, open_engine
from ssp_graph.engines.server.push import push
from ssp_graph.graph import Graph, load_graph
from ssp_graph.plan import Plan
from ssp_graph.questions.library import library
from ssp_graph.questions.question import Question
from ssp_graph.questions.running import fetch, parameters, population
from ssp_graph.shipped import shipped
from tests.making import REGISTERS
from tests.questions.random_registers import write_random
from tests.real.neo4j_server import Neo4jServer

RANDOM = 30
CHOSEN = 3


@pytest.fixture
def server(empty_neo4j: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A real Neo4j, empty, where the environment says it is."""
    monkeypatch.setenv("NEO4J_URI", empty_neo4j.uri)
    monkeypatch.setenv("NEO4J_USERNAME", empty_neo4j.user)
    monkeypatch.setenv("NEO4J_PASSWORD", empty_neo4j.password)
    monkeypatch.delenv("NEO4J_DATABASE", raising=False)


def asked(graph: Graph, question: Question) -> Iterator[dict[str, str | int]]:
    """Yield no values, and then for each parameter some that fit it."""
    yield {}
    for parameter in question.parameters:
        if parameter.type == "number":
            yield {parameter.name: 1}
            continue
        kind = "meeting" if parameter.type == "day" else parameter.type
        things = [
            node for node, data in graph.nodes(data=True) if kind in ("thing", data["kind"]) and graph.degree(node)
        ]
        step = max(1, len(things) // CHOSEN)
        for node in things[::step][:CHOSEN]:
            yield {parameter.name: node}


def differences(one: Engine, other: Engine, graph: Graph, days: tuple[str, ...]) -> list[tuple[str, str, object]]:
    """Return the questions whose rows, or of how many they are, differ: name, day and values."""

    def told(engine: Engine, plan: Plan, question: Question, values: dict[str, str | int]) -> object:
        given = parameters(plan, question, values)
        return fetch(engine, plan, question, given), population(engine, plan, question, given)

    return [
        (question.name, plan.day, values)
        for plan in (Plan(graph, day) for day in days)
        for question in library().questions.values()
        for values in asked(graph, question)
        if told(one, plan, question, values) != told(other, plan, question, values)
    ]


def compare(folders: list[Path], *days: str) -> None:
    graph = load_graph(folders, shipped("seed"))
    push(graph)
    with open_engine("ladybug", graph) as one, open_engine("neo4j", graph) as other:
        assert differences(one, other, graph, days) == []


@pytest.mark.usefixtures("server")
def test_a_board_known_from_its_minutes_gives_the_same_rows_on_both_engines() -> None:
    compare([REGISTERS / "riverton"], "2020-03-01", "2020-10-01", "2021-04-01")


@pytest.mark.usefixtures("server")
def test_shipped_and_invented_registers_give_the_same_rows_on_both_engines() -> None:
    """All stand in one database, so that a question which forgets to name its registers is found out."""
    named = [folder for folder in sorted(shipped("seed").iterdir()) if (folder / "register.yaml").is_file()]
    compare([REGISTERS / "exampleton-2024-27"], "2024-03-01", "2025-06-30")
    compare([REGISTERS / "sampleford-2025-26"], "2025-10-01")
    for folder in named:
        compare([folder], "2018-10-01")


@pytest.mark.usefixtures("server")
def test_random_registers_give_the_same_rows_on_both_engines(tmp_path: Path) -> None:
    write_random(tmp_path / "region", RANDOM)
    folders = [
        write_random(tmp_path / f"random-{seed:02}", seed, "region" if seed % 3 else "") for seed in range(RANDOM)
    ]
    compare(folders, "2020-06-30", "2018-01-01")
    compare(folders[:1], "2020-06-30")
