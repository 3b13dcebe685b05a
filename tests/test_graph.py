"""From registers to the graph: identities, days, sources, inferences, and registers that stay apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ssp_graph.errors import RegisterError
from ssp_graph.graph import Graph, load_graph
from ssp_graph.model.kinds import KINDS
from tests.making import graph_of, invented, write_register

ONE = ", sources: {page: 1}}\n"


def edge(graph: Graph, source: str, target: str, kind: str) -> dict[str, Any]:
    (found,) = (data for data in (graph.get_edge_data(source, target) or {}).values() if data["type"] == kind)
    return dict(found)


def test_a_node_has_the_register_kind_and_slug_as_its_id_and_every_field_of_its_kind(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "exampleton",
        bodies="""\
            - id: safer-board
              name: Safer Board
              aliases: SB
              classification: board
              statutory: true
              since: 2018/21
              stated_on: 2018-03
              also_titled: {title: Board of Safety, sources: {page: 3}}
              sources: [{page: 1, anchor: the Safer Board, part: diagram, note: In the box.}]
            """,
        terms="- {abbreviation: ESB, meaning: safer board}\n",
    )
    document = {"document": "exampleton:document/plan", "title": "The Plan"}
    assert graph.nodes["exampleton:body/safer-board"] == {
        "id": "exampleton:body/safer-board",
        "kind": "body",
        "label": "Body",
        "register": "exampleton",
        "name": "Safer Board",
        "aliases": ["SB", "ESB"],
        "was": [],
        "latest": "exampleton:body/safer-board",
        "names": [],
        "position": 1,
        "chair_vacant": [],
        "chairing": None,
        "vacancy_sources": None,
        "classification": "board",
        "statutory": True,
        "remit": None,
        "meets": None,
        "quorum": None,
        "status": "not recorded",
        "outside": False,
        "may_miss": [],
        "collective": False,
        "also_titled": [{"title": "Board of Safety", "sources": [{**document, "page": 3, "anchor": None}]}],
        "since": "2018/21",
        "until": None,
        "statuses": [],
        "stated_on": "2018-03",
        "sightings": [{"day": "2018-03", "sources": []}],
        "since_day": "2018-04-01",
        "until_day": "9999-12-31",
        "basis": "stated",
        "reason": None,
        "sources": [{**document, "page": 1, "anchor": "the Safer Board", "part": "diagram", "note": "In the box."}],
    }


def test_every_node_carries_every_field_of_its_kind() -> None:
    by_label = {kind.__name__: kind for kind in KINDS}
    for _, data in invented("exampleton-2024-27", "sampleford-2025-26").nodes(data=True):
        assert set(by_label[data["label"]].own) <= data.keys()


def test_a_title_is_a_posts_name_and_its_other_fields_its_own(tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "exampleton", posts=f"- {{id: lead, title: Theme Lead, classification: role{ONE}")
    node = graph.nodes["exampleton:post/lead"]
    assert (node["name"], node["classification"], node["holding"]) == ("Theme Lead", "role", "not recorded")
    assert "title" not in node


def test_what_is_written_inside_a_record_becomes_a_thing_that_is_part_of_it(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "exampleton",
        priority_areas=f"""\
            - id: streets
              name: Streets
              basis: inferred
              reason: It stands apart.
              sources: {{page: 4}}
              objectives: {{id: fewer, name: Fewer{ONE}""",
        outcomes="""\
            - id: safe
              name: Safe
              sources: {page: 5}
              statements: {id: feel-safe, name: People feel safe, sources: {page: 6}}
            """,
    )
    part = edge(graph, "exampleton:objective/fewer", "exampleton:priority-area/streets", "PART_OF")
    assert (part["basis"], part["sources"][0]["page"]) == ("stated", 1)
    assert graph.nodes["exampleton:outcome/feel-safe"]["label"] == "Outcome"
    assert graph.has_edge("exampleton:outcome/feel-safe", "exampleton:outcome/safe")


def test_an_edge_runs_from_the_actor_whichever_side_states_it(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "exampleton",
        posts=f"- {{id: lead, title: Lead, in: body/board{ONE}",
        bodies=f"- {{id: board, name: Board, chairs: post/lead, members: post/lead{ONE}",
        people=f"- {{id: ann, name: Ann{ONE}",
    )
    lead, board = "exampleton:post/lead", "exampleton:body/board"
    assert sorted(data["type"] for _, _, data in graph.out_edges(lead, data=True)) == [
        "CHAIRS",
        "MEMBER_OF",
        "POST_IN",
    ]
    assert list(graph.out_edges(board)) == []


def test_an_edges_key_is_its_identity(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "exampleton",
        posts=f"- {{id: lead, title: Lead{ONE}",
        bodies=f"- {{id: board, name: Board, chairs: [post/lead, {{to: post/lead, capacity: vice, since: 2019}}]{ONE}",
        actions=f"- {{id: a, name: A, changes: [{{to: body/board, how: review}}, {{to: body/board, how: expand}}]{ONE}",
    )
    assert sorted(key for _, _, key in graph.edges(keys=True)) == [
        "exampleton:action/a|CHANGES|exampleton:body/board||expand|",
        "exampleton:action/a|CHANGES|exampleton:body/board||review|",
        "exampleton:post/lead|CHAIRS|exampleton:body/board||chair|",
        "exampleton:post/lead|CHAIRS|exampleton:body/board||vice|2019",
    ]
    assert all(data["id"] == key for _, _, key, data in graph.edges(keys=True, data=True))


def test_a_cell_of_one_matrix_of_several_has_that_matrix_in_its_identity() -> None:
    graph = invented("sampleford-2025-26")
    board = "sampleford-2025-26:body/joint-partnership"
    theme = "sampleford-2025-26:safeguarding-theme/exploitation"
    cells = {key: data["matrix"] for key, data in graph.get_edge_data(board, theme).items()}
    assert cells == {
        f"{board}|SUPPORTS_ON|{theme}|sampleford-2025-26:matrix/children||": "sampleford-2025-26:matrix/children",
        f"{board}|SUPPORTS_ON|{theme}|sampleford-2025-26:matrix/adults||": "sampleford-2025-26:matrix/adults",
    }


def test_a_bare_relationship_stands_on_its_records_sources_and_basis(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "exampleton",
        posts=f"- {{id: lead, title: Lead{ONE}",
        measures="""\
            - id: thefts
              name: Thefts
              basis: inferred
              reason: The heading is lost.
              owner: post/lead
              part_of: {to: measure/crimes, sources: {page: 8}}
              involves: {to: post/lead, basis: inferred, reason: It is next to it.}
              sources: {page: 7, anchor: thefts are}
            - {id: crimes, name: Crimes, sources: {page: 8}}
            """,
    )
    thefts, lead = "exampleton:measure/thefts", "exampleton:post/lead"
    bare = edge(graph, lead, thefts, "OWNS")
    assert (bare["basis"], bare["reason"], bare["sources"][0]["page"]) == ("inferred", "The heading is lost.", 7)
    sourced = edge(graph, thefts, "exampleton:measure/crimes", "PART_OF")
    assert (sourced["basis"], sourced["reason"], sourced["sources"][0]["page"]) == ("stated", None, 8)
    own = edge(graph, thefts, lead, "INVOLVES")
    assert (own["basis"], own["reason"], own["sources"][0]["page"]) == ("inferred", "It is next to it.", 7)


def test_every_edge_has_days_and_open_ends_are_days_too(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "exampleton",
        posts="""\
            - id: lead
              title: Lead
              holder:
                - {to: person/ann, until: 2019/20}
                - {to: person/bob, since: 2020-04, stated_on: 2021}
              since: 2001
              sources: {page: 1}
            """,
        people=f"- {{id: ann, name: Ann{ONE}- {{id: bob, name: Bob{ONE}",
    )
    lead = "exampleton:post/lead"
    ann, bob = (edge(graph, f"exampleton:person/{name}", lead, "HOLDS") for name in ("ann", "bob"))
    assert (ann["since"], ann["until"], ann["since_day"], ann["until_day"]) == (
        None,
        "2019/20",
        "2001-01-01",  # the post begins then
        "2020-03-31",
    )
    assert (bob["since_day"], bob["until_day"], bob["stated_on"]) == ("2020-04-01", "9999-12-31", "2021")


def test_what_a_reporting_line_is_limited_to_is_a_thing_or_words(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "exampleton",
        themes=f"- {{id: streets, name: Streets{ONE}",
        bodies=f"- {{id: board, name: Board{ONE}"
        f"- {{id: panel, name: Panel, reports_to: {{to: body/board, on: [theme/streets, Money and/or staff]}}{ONE}",
    )
    line = edge(graph, "exampleton:body/panel", "exampleton:body/board", "REPORTS_TO")
    assert line["on"] == ["exampleton:theme/streets", "Money and/or staff"]


def test_positions_keep_the_order_of_rows_and_columns() -> None:
    graph = invented("sampleford-2025-26")
    rows = [
        (data["position"], source.rpartition("/")[2])
        for source, target, data in graph.edges(data=True)
        if data["type"] == "ROW_OF" and target.endswith("matrix/children")
    ]
    assert sorted(rows) == [(1, "exploitation"), (2, "missing-children"), (3, "online-harm")]


def test_registers_loaded_together_never_mix() -> None:
    alone = invented("sampleford-2025-26")
    both = invented("exampleton-2024-27", "sampleford-2025-26")
    ours = {node for node, data in both.nodes(data=True) if data["register"] == "sampleford-2025-26"}
    assert ours == set(alone.nodes)
    assert {node: both.nodes[node] for node in ours} == {node: alone.nodes[node] for node in alone}
    uses = {about["id"]: {about["id"], *about["uses"]} for about in both.graph["registers"]}
    for source, target, data in both.edges(data=True):
        ends = {both.nodes[end]["register"] for end in (source, target)}
        assert ends <= uses[data["register"]]
    assert both.graph["named"] == ["exampleton-2024-27", "sampleford-2025-26"]
    order = [about["id"] for about in both.graph["registers"]]
    assert order.index("greater-exampleshire") < order.index("exampleton-2024-27")


def test_the_same_slug_in_two_plans_is_two_things(tmp_path: Path) -> None:
    folders = [write_register(tmp_path / name, bodies=f"- {{id: board, name: Board{ONE}") for name in ("a", "b")]
    assert {"a:body/board", "b:body/board"} <= set(load_graph(folders).nodes)


def test_the_order_in_which_registers_are_named_does_not_change_what_is_in_the_graph() -> None:
    one = invented("exampleton-2024-27", "sampleford-2025-26")
    other = invented("sampleford-2025-26", "exampleton-2024-27")
    assert one.graph["named"] == other.graph["named"]
    assert sorted(one.nodes(data=True)) == sorted(other.nodes(data=True))
    assert sorted(key for _, _, key in one.edges(keys=True)) == sorted(key for _, _, key in other.edges(keys=True))


def test_the_graph_says_what_each_register_is(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "exampleton",
        "partnership: body/board\nsince: 2018/19\nuntil: 2020/21\n",
        bodies=f"- {{id: board, name: Board{ONE}",
        terms="- {abbreviation: B, meaning: Board, sources: {page: 2}}\n",
        accepted_gaps="- {check: bodies-without-chair, thing: body/board, reason: Known., until: 2019-06}\n",
    )
    (about,) = graph.graph["registers"]
    (gap,) = about.pop("accepted_gaps")
    assert about == {
        "id": "exampleton",
        "title": "The Plan of exampleton",
        "partnership": "exampleton:body/board",
        "answers_to": [],
        "answering_sources": {},
        "place": None,
        "since": "2018/19",
        "until": "2020/21",
        "since_day": "2018-04-01",
        "until_day": "2021-03-31",
        "document": "exampleton:document/plan",
        "uses": [],
        "follows": None,
        "publisher": None,
        "contact": None,
        "licence": None,
        "terms": [
            {
                "abbreviation": "B",
                "meaning": "Board",
                "sources": [{"document": "exampleton:document/plan", "title": "The Plan", "page": 2, "anchor": None}],
            }
        ],
    }
    assert (gap["thing"], gap["until_day"], gap["line"]) == ("exampleton:body/board", "2019-06-30", 1)


def test_a_register_with_errors_makes_no_graph(tmp_path: Path) -> None:
    folder = write_register(tmp_path / "exampleton", bodies="- {id: board}\n")
    with pytest.raises(RegisterError, match="body/board has no `name`"):
        load_graph([folder])


def test_twelve_levels_of_two_parents_are_all_there() -> None:
    graph = invented("exampleton-2024-27")
    lines = [
        (source, target)
        for source, target, data in graph.edges(data=True)
        if data["type"] == "REPORTS_TO" and "/tier-" in source
    ]
    assert len(lines) == 44
