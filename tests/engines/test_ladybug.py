"""The embedded engine holds the graph: every node, edge and property, whatever the texts are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ssp_graph.engines import Rows, open_engine
from ssp_graph.engines.filling import open_filled
from ssp_graph.engines.ladybug import Ladybug
from ssp_graph.engines.properties import REGISTER_PROPERTIES, edge_properties, node_properties
from ssp_graph.errors import UsageError
from ssp_graph.graph import Graph
from ssp_graph.model.kinds import KINDS, Record
from ssp_graph.model.relationships import RELATIONSHIPS
from tests.engines.odd import ODD, odd_graph
from tests.making import graph_of, invented


def ask(graph: Graph, cypher: str, **parameters: object) -> Rows:
    with open_engine("ladybug", graph) as engine:
        return engine.run(cypher, parameters)


def test_every_node_and_edge_of_two_partnerships_arrives_with_its_values() -> None:
    graph = invented("exampleton-2024-27", "sampleford-2025-26")
    with open_engine("ladybug", graph) as engine:
        nodes = engine.run("MATCH (n) WHERE n.kind IS NOT NULL RETURN n.id, n.name, n.register, n.sources", {}).rows
        edges = engine.run("MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, r.id, r.since_day, r.basis", {}).rows
    assert sorted(nodes, key=str) == sorted(
        (
            (node, data["name"], data["register"], json.dumps(data["sources"], ensure_ascii=False))
            for node, data in graph.nodes(data=True)
        ),
        key=str,
    )
    assert sorted(edges, key=str) == sorted(
        (
            (source, data["type"], target, data["id"], data["since_day"], data["basis"])
            for source, target, data in graph.edges(data=True)
        ),
        key=str,
    )


def test_odd_texts_come_back_as_they_went_in(tmp_path: Path) -> None:
    graph = odd_graph(tmp_path / "odd")
    found = ask(
        graph,
        "MATCH (b:Body)-[r:REPORTS_TO]->(t:Body) "
        "RETURN b.name, b.remit, b.aliases, b.also_titled, r.frequency, r.`on` ORDER BY b.position",
    )
    assert [(name, remit, frequency) for name, remit, _, _, frequency, _ in found.rows] == [
        (text, text, text) for text in ODD
    ]
    assert [json.loads(str(row[2])) for row in found.rows] == [[text, "plain"] for text in ODD]
    assert [json.loads(str(row[3]))[0]["title"] for row in found.rows] == list(ODD)
    assert [json.loads(str(row[5])) for row in found.rows] == [[text, "odd:body/top"] for text in ODD]


def test_what_is_not_recorded_is_null_and_an_empty_list_is_an_empty_list(tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "town", bodies="- {id: board, name: Board, sources: {page: 1}}")
    found = ask(graph, "MATCH (b:Body) RETURN b.statutory, b.remit, b.collective, b.aliases, b.since, b.since_day")
    assert found.rows == [(None, None, False, "[]", None, "0001-01-01")]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_property_of_a_kind_can_be_asked_for_in_an_empty_register(kind: type[Record], empty: Ladybug) -> None:
    properties = node_properties(kind)
    names = ", ".join(f"n.`{name}` AS `{name}`" for name in properties)
    assert empty.run(f"MATCH (n:{kind.__name__}) RETURN {names}", {}).columns == tuple(properties)


@pytest.mark.parametrize("type_", RELATIONSHIPS)
def test_every_property_and_pair_of_a_relationship_can_be_asked_for(type_: str, empty: Ladybug) -> None:
    relationship = RELATIONSHIPS[type_]
    names = ", ".join(f"r.`{name}`" for name in edge_properties(relationship))
    for source, target in relationship.ends:
        assert empty.run(f"MATCH (:{source})-[r:{type_}]->(:{target}) RETURN {names}", {}).rows == []


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ladybug]:
    with open_filled(graph_of(tmp_path_factory.mktemp("registers") / "empty")) as engine:
        yield engine


def test_a_question_finds_the_registers_and_what_they_use() -> None:
    names = ", ".join(f"r.{name}" for name in REGISTER_PROPERTIES)
    found = ask(invented("exampleton-2024-27"), f"MATCH (r:Register) RETURN {names} ORDER BY r.id")
    assert [(row[0], row[8]) for row in found.rows] == [
        ("exampleton-2024-27", '["greater-exampleshire"]'),
        ("greater-exampleshire", "[]"),
    ]


def test_nodes_edges_and_paths_come_as_plain_values_without_what_is_null(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        bodies="""
            - {id: group, name: Group, reports_to: body/board, sources: {page: 1}}
            - {id: board, name: Board, sources: {page: 1}}
        """,
    )
    found = ask(graph, "MATCH p = (a:Body)-[:REPORTS_TO*1..2]->(b:Body) RETURN p, b, length(p) AS steps")
    path, board, steps = found.rows[0]
    assert found.columns == ("p", "b", "steps")
    assert steps == 1
    assert isinstance(path, dict)
    assert [node["id"] for node in path["nodes"]] == ["town:body/group", "town:body/board"]
    assert [(edge["type"], edge["register"]) for edge in path["edges"]] == [("REPORTS_TO", "town")]
    assert path["nodes"][1] == board
    assert "remit" not in path["nodes"][1]


def test_parameters_that_a_query_does_not_name_are_left_out_and_missing_ones_are_told(tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "town", bodies="- {id: board, name: Board, sources: {page: 1}}")
    with open_engine("ladybug", graph) as engine:
        cypher = "MATCH (b:Body) WHERE b.register IN $registers RETURN '$as_of', b.id // $nothing"
        found = engine.run(cypher, {"registers": ["town"], "as_of": "2020-01-01"})
        assert found.rows == [("$as_of", "town:body/board")]
        with pytest.raises(UsageError, match=r"uses \$day, which has no value.* may use: \$registers"):
            engine.run("MATCH (b:Body) WHERE b.since_day <= $day RETURN b", {"registers": ["town"]})


def test_a_query_that_the_engine_refuses_is_one_line(tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "town")
    with open_engine("ladybug", graph) as engine:
        for cypher, expected in {
            "MATCH (b:Body) RETURN b.colour": "The query cannot be run: Cannot find property colour for b.",
            "MATCH (b:Team) RETURN b": "The query cannot be run: Table Team does not exist.",
            "RETURN 1; RETURN 2": "The query holds several statements. Ask one at a time.",
        }.items():
            with pytest.raises(UsageError) as caught:
                engine.run(cypher, {})
            assert str(caught.value) == expected


def test_the_temporary_folder_may_have_a_name_that_looks_like_a_pattern(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = tmp_path / "a [b] 'c' ? *"
    odd.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(odd))
    graph = graph_of(tmp_path / "town", bodies="- {id: board, name: Board, sources: {page: 1}}")
    assert ask(graph, "MATCH (b:Body) RETURN b.name").rows == [("Board",)]
    assert list(odd.iterdir()) == []


def test_where_no_file_can_be_written_everything_arrives_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = odd_graph(tmp_path / "odd")
    queries = ("MATCH (n) RETURN n ORDER BY n.id", "MATCH (a)-[r]->(b) RETURN a.id, r, b.id ORDER BY r.id")
    usual = [ask(graph, query) for query in queries]
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    assert [ask(graph, query) for query in queries] == usual


def test_an_unknown_engine_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"There is no engine oracle\. Choose one of: ladybug, neo4j"):
        open_engine("oracle", graph_of(tmp_path / "town"))


def test_a_pattern_of_two_arrows_loses_a_way_that_two_patterns_of_one_find() -> None:
    """The reason of a rule for queries: where this fails, the engine is mended, and the rule may be lifted."""
    ends = ", ".join(f"FROM {source} TO {target}" for source in "AB" for target in "AB")
    lines = (("B", "b", "R", "a1", 2), ("B", "b", "R", "a2", 1), ("A", "a2", "S", "a1", 1), ("A", "a1", "S", "a2", 0))
    first = "MATCH (x:A|B) WHERE x.id <> '' MATCH (x)-[r:R|S]->(y:A|B)"
    with closing(Ladybug()) as engine:
        for statement in (
            *(f"CREATE NODE TABLE {label}(id STRING PRIMARY KEY)" for label in "AB"),
            *(f"CREATE REL TABLE {type_}({ends}, d INT64)" for type_ in "RS"),
            "CREATE (:A {id: 'a1'}), (:A {id: 'a2'}), (:B {id: 'b'})",
            *(
                f"MATCH (x:{label} {{id: '{x}'}}), (y:A {{id: '{y}'}}) CREATE (x)-[:{type_} {{d: {d}}}]->(y)"
                for label, x, type_, y, d in lines
            ),
        ):
            engine.run(statement, {})
        two, one = (
            engine.run(f"{first}{rest} RETURN x.id, y.id, z.id ORDER BY x.id", {}).rows
            for rest in (
                "-[s:R|S]->(z:A|B) WHERE r.d = 1",
                " WHERE r.d = 1 WITH x, y MATCH (y)-[s:R|S]->(z:A|B)",
            )
        )
    assert one == [("a2", "a1", "a2"), ("b", "a2", "a1")]
    assert two == one[:1]
