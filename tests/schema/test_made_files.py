"""The folder schema/: up to date, complete, and of use to the engines it is for."""

from __future__ import annotations

import re
from pathlib import Path

import ladybug
import neo4j

from ssp_graph.graph import PROPERTIES
from ssp_graph.model.facts import written_key
from ssp_graph.model.kinds import KINDS
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.schema import stale, write_schema
from ssp_graph.schema.vocabulary import vocabulary
from ssp_graph.shipped import shipped
from tests.making import invented
from tests.real.neo4j_server import Neo4jServer


def test_the_committed_schema_is_up_to_date() -> None:
    assert stale(shipped("schema")) == [], "Run `make schema` and commit what it writes."


def test_what_is_changed_missing_or_left_over_is_stale_until_it_is_written_anew(tmp_path: Path) -> None:
    written = write_schema(tmp_path)
    assert stale(tmp_path) == []
    (tmp_path / "dictionary.md").write_text("changed", encoding="utf-8")
    (tmp_path / "json" / "bodies.schema.json").unlink()
    (tmp_path / "json" / "boards.schema.json").write_text("{}", encoding="utf-8")
    assert stale(tmp_path) == ["dictionary.md", "json/boards.schema.json", "json/bodies.schema.json"]
    assert write_schema(tmp_path) == written
    assert stale(tmp_path) == []
    assert all(b"\r" not in path.read_bytes() for path in written)


def statements(name: str) -> list[str]:
    lines = (shipped("schema") / name).read_text(encoding="utf-8").splitlines()
    return [text.strip() for text in "\n".join(line for line in lines if line[:2] != "//").split(";") if text.strip()]


def test_the_embedded_engine_takes_its_tables(tmp_path: Path) -> None:
    database = ladybug.Database(str(tmp_path / "graph"), buffer_pool_size=64 << 20, max_db_size=1 << 30)
    connection = ladybug.Connection(database)
    for statement in statements("ladybug.cypher"):
        connection.execute(statement)
    answer = connection.execute("CALL show_tables() RETURN name")
    assert isinstance(answer, ladybug.QueryResult)
    names = {str(name) for row in answer.get_all() for name in row}
    answer.close()
    connection.close()
    database.close()
    assert names == {*(kind.__name__ for kind in KINDS), "Register", *RELATIONSHIPS}


def test_a_server_takes_its_constraints_and_indexes(empty_neo4j: Neo4jServer) -> None:
    login = (empty_neo4j.user, empty_neo4j.password)
    with neo4j.GraphDatabase.driver(empty_neo4j.uri, auth=login) as driver:
        for statement in statements("neo4j.cypher"):
            driver.execute_query(neo4j.Query(statement), database_="neo4j")
        indexes = driver.execute_query("SHOW INDEXES YIELD type WHERE type <> 'LOOKUP'", database_="neo4j").records
    assert len(indexes) == len(statements("neo4j.cypher"))  # a constraint has an index of its own


def test_the_dictionary_tells_every_kind_key_field_and_relationship() -> None:
    text = (shipped("schema") / "dictionary.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^### (\S+)\n(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL))
    for kind in KINDS:
        section = sections[kind.__name__]
        assert f"`{kind.kind}/its-id`" in section
        for name in (*kind.keys, *kind.own):
            assert f"| `{written_key(name)}` |" in section
    for relationship in RELATIONSHIPS.values():
        section = sections[relationship.type]
        assert f"Reads *{relationship.reads}*, and back *{relationship.reads_back}*." in section
        for words in (*relationship.arrows(), *relationship.variants, relationship.law, *relationship.own):
            assert words in section
        assert ("No step up." in section) == (relationship.up == "no")


def test_the_diagrams_draw_every_relationship_but_the_one_that_may_lead_anywhere() -> None:
    text = (shipped("schema") / "dictionary.md").read_text(encoding="utf-8")
    drawn = re.findall(r'^    (\w+) -->\|"([A-Z_<>br/]+)"\| (\w+)$', text, re.MULTILINE)
    found = {(source, name, target) for source, names, target in drawn for name in names.split("<br/>")}
    actors = {"Person", "Post", "Organisation", "Body"}
    expected = set()
    for relationship in RELATIONSHIPS.values():
        for source, target in relationship.ends if not relationship.leads_anywhere else ():
            mixed = (source in actors) != (target in actors)
            ends = ["Actor" if mixed and end in actors else end for end in (source, target)]
            expected.add((ends[0], relationship.type, ends[1]))
    assert found == expected


def test_what_a_query_may_name_is_what_the_graph_holds() -> None:
    graph = invented("exampleton-2024-27")
    table = vocabulary("2024-06-01")
    rows = {row["name"]: row for row in table.rows}
    common = {name for row in table.rows for name in [row["name"]] if row["part"] == "Properties of every node"}
    for _, data in graph.nodes(data=True):
        own = {name.strip() for name in rows[data["label"]]["properties"].split(",") if name}
        assert data.keys() - {"changes"} == common | own
        assert all(f"{data['label']}.{name}" in rows for name in own)
    for _, _, data in graph.edges(data=True):
        own = {name.strip() for name in rows[data["type"]]["properties"].split(",") if name}
        assert data.keys() - {"changes"} == PROPERTIES["edge"].keys() | own
    assert rows["CHAIRS"]["form"] == "(:Post|Person)-[:CHAIRS {capacity}]->(:Body)"
    assert rows["CHAIRS"]["meaning"] == "chairs; back: is chaired by"
    assert rows["CHAIRS.capacity"]["form"] == "one of chair, joint, vice, deputy, acting"
    assert all(row["meaning"] for row in table.rows)
