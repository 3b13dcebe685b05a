"""`push` makes a Neo4j database hold the graph, writes only what differs, and leaves everything else alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from ssp_graph.engines.server.push import Change, push
from ssp_graph.errors import WorkError
from ssp_graph.graph import Graph, load_graph
from tests.engines.odd import odd_graph
from tests.engines.server import contents, last_written, rows, use, write
from tests.making import invented, write_register
from tests.real.neo4j_server import Neo4jServer

TOWN = """
    - {id: board, name: Board, members: organisation/council, sources: {page: 1}}
    - {id: group, name: Group, reports_to: {to: body/board, frequency: monthly}, sources: {page: 2}}
    - {id: team, name: Team, part_of: body/group, sources: {page: 3}}
"""
ORGANISATIONS = "- {id: council, name: Council, sources: {page: 1}}"
REGION_BODIES = """
    - {id: authority, name: Authority, sources: {page: 1}}
    - {id: panel, name: Panel, sources: {page: 2}}
"""


@pytest.fixture(autouse=True)
def server(empty_neo4j: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> Neo4jServer:
    use(empty_neo4j, monkeypatch)
    return empty_neo4j


def town(folder: Path, bodies: str = TOWN, region: str = "") -> Graph:
    """A town's register, and the region's that it uses if `region` gives its bodies."""
    if region:
        write_register(folder / "region", bodies=region)
    uses = "uses: region" if region else ""
    return load_graph([write_register(folder / "town", uses, bodies=bodies, organisations=ORGANISATIONS)])


def changes(graph: Graph) -> list[Change]:
    """Push a graph, and return what it did, which must be what a dry run said before."""
    before = last_written()
    foretold = push(graph, dry_run=True)
    assert last_written() == before
    done = push(graph)
    assert (foretold.dry_run, done.dry_run) == (True, False)
    assert foretold.changes == done.changes
    return list(done.changes)


def test_everything_arrives_with_the_common_label_and_its_register(tmp_path: Path) -> None:
    graph = invented("exampleton-2024-27", "sampleford-2025-26")
    done = changes(graph)
    assert [(change.register, change.state) for change in done] == [
        ("greater-exampleshire", "new"),
        ("exampleton-2024-27", "new"),
        ("sampleford-2025-26", "new"),
    ]
    assert sum(change.nodes_added for change in done) == graph.number_of_nodes()
    assert sum(change.edges_added for change in done) == graph.number_of_edges()
    found = rows("MATCH (n:Thing) RETURN n.id, labels(n), n.register ORDER BY n.id")
    assert [(node, {*labels}, register) for node, labels, register in found] == [
        (node, {"Thing", graph.nodes[node]["label"]}, graph.nodes[node]["register"]) for node in sorted(graph)
    ]
    assert sorted(rows("MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, r.id, r.register"), key=str) == sorted(
        ((a, data["type"], b, data["id"], data["register"]) for a, b, data in graph.edges(data=True)), key=str
    )


def test_ids_are_kept_unique(tmp_path: Path) -> None:
    push(town(tmp_path))
    found = rows("SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties RETURN type, labelsOrTypes, properties")
    assert sorted(found, key=str) == [("UNIQUENESS", ["Register"], ["id"]), ("UNIQUENESS", ["Thing"], ["id"])]


def test_unchanged_content_writes_nothing(tmp_path: Path) -> None:
    graph = odd_graph(tmp_path / "odd")
    push(graph)
    before, mark = contents(), last_written()
    assert changes(graph) == [Change("odd", "unchanged")]
    assert (contents(), last_written()) == (before, mark)


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    push(town(tmp_path))
    untouched = rows("MATCH (n:Body {id: 'town:body/board'}) RETURN elementId(n)")
    edited = """
        - {id: board, name: Board, members: organisation/council, sources: {page: 1}}
        - {id: group, name: Working Group, reports_to: {to: body/board, frequency: yearly}, sources: {page: 2}}
        - {id: forum, name: Forum, part_of: body/group, sources: {page: 3}}
    """
    assert changes(town(tmp_path, edited)) == [
        Change(
            "town",
            "changed",
            nodes_added=1,
            nodes_changed=1,
            nodes_removed=1,
            edges_added=1,
            edges_changed=1,
            edges_removed=1,
        )
    ]
    assert rows("MATCH (n:Body) RETURN n.name ORDER BY n.name") == [("Board",), ("Forum",), ("Working Group",)]
    assert rows("MATCH (:Body)-[r]->(:Body) RETURN type(r), r.frequency ORDER BY type(r)") == [
        ("PART_OF", None),
        ("REPORTS_TO", "yearly"),
    ]
    assert rows("MATCH (n:Body {id: 'town:body/board'}) RETURN elementId(n)") == untouched


def test_after_any_change_the_database_holds_what_a_first_push_would(tmp_path: Path) -> None:
    push(town(tmp_path, region=REGION_BODIES))
    push(town(tmp_path, "- {id: board, name: New Board, remit: 'New; remit', sources: {page: 9}}", REGION_BODIES))
    again = contents()
    write("MATCH (n) DETACH DELETE n")
    push(town(tmp_path, "- {id: board, name: New Board, remit: 'New; remit', sources: {page: 9}}", REGION_BODIES))
    assert without_nulls(contents()) == without_nulls(again)


def without_nulls(found: tuple[list[tuple[object, ...]], list[tuple[object, ...]]]) -> object:
    return [[str(row) for row in part] for part in found]


def test_a_value_that_is_no_longer_recorded_goes(tmp_path: Path) -> None:
    push(town(tmp_path, "- {id: board, name: Board, remit: To lead, sources: {page: 1}}"))
    push(town(tmp_path, "- {id: board, name: Board, sources: {page: 1}}"))
    assert rows("MATCH (n:Body) RETURN n.remit") == [(None,)]


def test_other_data_is_never_touched(tmp_path: Path) -> None:
    push(town(tmp_path))
    write(
        """
        MATCH (b:Body {id: 'town:body/board'}), (t:Body {id: 'town:body/team'}) SET b.rating = 5
        CREATE (x:Body {id: 1, name: 'Someone else'}), (y:Body {id: 1, register: 'town'}), (x)-[:PART_OF]->(y),
               (note:Note {text: 'Ours'})-[:ABOUT {register: 'town'}]->(b), (note)-[:ABOUT]->(t)
        """
    )
    others = "MATCH (n) WHERE NOT n:Thing AND NOT n:Register RETURN labels(n), n ORDER BY n.text, n.register"
    their_edges = (
        "MATCH (a)-[r]->(b) WHERE NOT a:Thing RETURN type(r), r, labels(a), labels(b) ORDER BY type(r), r.register"
    )
    before = rows(others), rows(their_edges)
    only_board = "- {id: board, name: The Board, sources: {page: 1}}"
    assert changes(town(tmp_path, only_board)) == [
        Change("town", "changed", nodes_changed=3, nodes_removed=1, edges_removed=3, kept=("town:body/team",))
    ]
    assert (rows(others), rows(their_edges)) == before
    assert rows("MATCH (n:Thing:Body) RETURN n.name, n.rating ORDER BY n.name") == [("Team", None), ("The Board", 5)]


def test_a_register_that_is_not_loaded_stays(tmp_path: Path) -> None:
    push(invented("sampleford-2025-26"))
    before = contents()
    push(town(tmp_path))
    write("MATCH (n) WHERE n.register = 'town' OR n.id = 'town' DETACH DELETE n")
    assert contents() == before


def test_a_node_that_another_register_uses_stays_until_nothing_uses_it(tmp_path: Path) -> None:
    uses_panel = "- {id: board, name: Board, reports_to: 'region:body/panel', sources: {page: 1}}"
    uses_authority = "- {id: board, name: Board, reports_to: 'region:body/authority', sources: {page: 1}}"
    push(town(tmp_path, uses_panel, REGION_BODIES))
    without_panel = "- {id: authority, name: Authority, sources: {page: 1}}"
    write_register(tmp_path / "alone" / "region", bodies=without_panel)
    region = load_graph([tmp_path / "alone" / "region"])
    kept = ("region:body/panel",)
    assert changes(region) == [Change("region", "changed", nodes_changed=1, kept=kept)]
    mark = last_written()
    assert changes(region) == [Change("region", "unchanged", kept=kept)]
    assert last_written() == mark
    assert rows("MATCH (:Body {id: 'town:body/board'})-[:REPORTS_TO]->(b) RETURN b.id") == [kept]
    done = changes(town(tmp_path, uses_authority, without_panel))
    assert done == [
        Change("region", "changed", nodes_removed=1),
        Change("town", "changed", edges_added=1, edges_removed=1),
    ]
    assert rows("MATCH (b:Body) RETURN b.id ORDER BY b.id") == [("region:body/authority",), ("town:body/board",)]
    assert [change.state for change in changes(town(tmp_path, uses_authority, without_panel))] == ["unchanged"] * 2


def test_progress_counts_up_to_every_change_of_each_register() -> None:
    graph = invented("exampleton-2024-27")
    told: list[tuple[str, int, int]] = []
    done = push(graph, progress=lambda register, sent, total: told.append((register, sent, total)))
    for change in done.changes:
        counts = [(sent, total) for register, sent, total in told if register == change.register]
        assert counts == sorted(counts)
        assert counts[-1] == (change.nodes_added + change.edges_added,) * 2


def test_killed_half_way_each_register_is_wholly_old_or_wholly_new(tmp_path: Path) -> None:
    bodies = "".join(
        f"    - {{id: b{n}, name: Body {n}, part_of: body/board, sources: {{page: 1}}}}\n" for n in range(40)
    )
    push(town(tmp_path, TOWN, REGION_BODIES))
    old = set(rows("MATCH (n:Thing) WHERE n.register = 'town' RETURN n.id, n.name"))
    (tmp_path / "region" / "bodies.yaml").write_text(
        dedent(REGION_BODIES).replace("name: Panel", "name: New Panel"), encoding="utf-8"
    )
    write_register(tmp_path / "town", "uses: region", bodies=TOWN + bodies, organisations=ORGANISATIONS)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path / "town")],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert killed.returncode == 9
    assert set(rows("MATCH (n:Thing) WHERE n.register = 'town' RETURN n.id, n.name")) == old
    assert rows("MATCH (n {id: 'region:body/panel'}) RETURN n.name") == [("New Panel",)]
    graph = load_graph([tmp_path / "town"])
    assert [change.state for change in changes(graph)] == ["unchanged", "changed"]
    assert rows("MATCH (n:Thing) WHERE n.register = 'town' RETURN count(n)") == [(44 + 1,)]


KILLED = """
import os, sys
from pathlib import Path
from ssp_graph.engines.server import push
from ssp_graph.graph import load_graph
push.BATCH = 5
def die(register, sent, total):
    if register == "town" and sent * 2 > total:
        os._exit(9)
push.push(load_graph([Path(sys.argv[1])]), progress=die)
"""


def test_two_pushes_of_one_register_at_once_end_in_one_of_the_two(tmp_path: Path) -> None:
    push(town(tmp_path))
    programs = []
    for number in range(2):
        folder = tmp_path / f"copy-{number}"
        town(folder, f"- {{id: board, name: Board {number}, remit: Remit {number}, sources: {{page: 1}}}}")
        code = "import sys; from pathlib import Path; from ssp_graph.engines.server.push import push; "
        code += "from ssp_graph.graph import load_graph; push(load_graph([Path(sys.argv[1])]))"
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        programs.append(subprocess.Popen([sys.executable, "-c", code, str(folder / "town")], env=environment))
    assert [program.wait() for program in programs] == [0, 0]
    names = rows("MATCH (n:Body) RETURN n.name, n.remit")
    assert names in ([("Board 0", "Remit 0")], [("Board 1", "Remit 1")])


def test_data_that_breaks_the_constraints_is_one_line_and_nothing_is_written(tmp_path: Path) -> None:
    write("CREATE (:Thing {id: 1}), (:Thing {id: 1})")
    before = contents()
    with pytest.raises(WorkError) as caught:
        push(town(tmp_path))
    assert str(caught.value).startswith("Other data at bolt://")
    assert str(caught.value).endswith(
        "bears the label Thing or Register, in a way that ids cannot be kept unique. Push into a database of its own."
    )
    assert contents() == before
