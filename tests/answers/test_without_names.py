from __future__ import annotations

import re
from pathlib import Path

import pytest

from ssp_graph.answers.who import who
from ssp_graph.answers.without_names import SOMEBODY, without_names
from ssp_graph.graph import Graph, load_graph
from ssp_graph.plan import Plan
from ssp_graph.shipped import shipped
from tests.making import graph_of, invented

PEOPLE = (
    "- {id: will-young, name: Cllr Will Young, aliases: [Billy Young], sources: {page: 3, anchor: Cllr Young says}}"
)
POSTS = "- {id: head, title: Head of Housing, holder: person/will-young, sources: {page: 4, anchor: since Young came}}"


def everything(graph: Graph) -> str:
    return repr([graph.graph, *graph.nodes(data=True), *graph.edges(keys=True, data=True)])


def people(graph: Graph) -> dict[str, str]:
    return {node: data["name"] for node, data in graph.nodes(data=True) if data["kind"] == "person"}


@pytest.mark.parametrize("register", sorted(path.name for path in shipped("seed").iterdir() if path.is_dir()))
def test_no_part_of_a_persons_name_is_left_in_a_shipped_register(register: str) -> None:
    graph = load_graph([shipped("seed") / register], shipped("seed"))
    said = everything(without_names(graph)).casefold()
    parts = {part.casefold() for name in people(graph).values() for part in re.findall(r"\w+", name)}
    assert [part for part in parts if re.search(rf"\b{part}\b", said)] == []


def test_nothing_else_of_the_graph_changes() -> None:
    graph = invented("exampleton-2024-27")
    bare = without_names(graph)
    assert (len(bare), bare.number_of_edges()) == (len(graph), graph.number_of_edges())
    changed = {node for node, data in graph.nodes(data=True) if node not in bare or bare.nodes[node] != data}
    quoting = {node for node, data in graph.nodes(data=True) if "Plume" in repr(data) or "Quillfeather" in repr(data)}
    assert changed == set(people(graph)) | quoting
    assert without_names(invented("sampleford-2025-26")).nodes(data=True) == invented("sampleford-2025-26").nodes(
        data=True
    )


def test_whoever_holds_posts_is_called_after_them_and_two_who_would_be_called_the_same_are_numbered(
    tmp_path: Path,
) -> None:
    graph = graph_of(
        tmp_path / "t",
        people="""
            - {id: ada, name: Ada Marsh, sources: {page: 1}}
            - {id: bo, name: Bo Reed, sources: {page: 1}}
            - {id: cy, name: Cy Field, sources: {page: 1}}
            - {id: di, name: Di Stone, sources: {page: 1}}
            """,
        posts="""
            - id: head
              title: Head
              holder: [{to: person/bo, since: 2024}, {to: person/ada, until: 2023}]
              sources: {page: 1}
            - {id: clerk, title: Clerk, holder: person/cy, sources: {page: 1}}
            - {id: chair, title: Chair, holder: person/cy, sources: {page: 1}}
            """,
    )
    assert people(without_names(graph)) == {
        "t:person/holder-of-head-1": "Holder of Head (1)",
        "t:person/holder-of-head-2": "Holder of Head (2)",
        "t:person/holder-of-clerk-and-of-chair": "Holder of Clerk and of Chair",
        "t:person/a-person-whose-name-is-left-out": SOMEBODY,
    }


def test_leaving_names_out_twice_is_leaving_them_out_once() -> None:
    once = without_names(invented("exampleton-2024-27"))
    assert everything(without_names(once)) == everything(once)


def test_a_post_stays_held() -> None:
    rows = who(
        Plan(without_names(invented("exampleton-2024-27")), "2025-06-30"), "exampleton-2024-27:theme/safe-streets"
    ).rows
    assert [(row["name"], row["how"]) for row in rows if row["role"] == "holder"] == [
        ("Holder of Divisional Commander", "stated")
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Will Young leads", "Holder of Head of Housing leads"),
        ("as WILL YOUNG said", "as Holder of Head of Housing said"),
        ("with Mr Young's consent", "with Holder of Head of Housing's consent"),
        ("Cllr W. Young", "Holder of Head of Housing"),
        ("Billy asked for it", "Holder of Head of Housing asked for it"),
        ("helps Young people", "helps Young people"),
        ("it will help young people", "it will help young people"),
        ("Youngs of Marshland", "Youngs of Marshland"),
    ],
)
def test_a_name_in_running_text_is_replaced_and_an_ordinary_word_is_not(tmp_path: Path, text: str, left: str) -> None:
    bodies = (
        "- {id: panel, name: Young People's Panel, remit: What will be done, sources: {page: 5}}\n"
        f'- {{id: group, name: Group, remit: "{text}", sources: {{page: 5}}}}'
    )
    graph = without_names(graph_of(tmp_path / "t", people=PEOPLE, posts=POSTS, bodies=bodies))
    assert graph.nodes["t:body/group"]["remit"] == left
    assert graph.nodes["t:body/panel"]["name"] == "Young People's Panel"


def test_a_source_whose_anchor_holds_part_of_a_name_keeps_its_page_alone(tmp_path: Path) -> None:
    graph = without_names(graph_of(tmp_path / "t", people=PEOPLE, posts=POSTS))
    (source,) = graph.nodes["t:post/head"]["sources"]
    assert (source["page"], source["anchor"]) == (4, None)


def test_answers_say_that_names_are_left_out() -> None:
    graph = without_names(invented("exampleton-2024-27"))
    found = who(Plan(graph, "2025-06-30"), "exampleton-2024-27:theme/safe-streets")
    assert "Personal names are left out: whoever holds a post is called its holder." in found.heading.notes


def test_a_surname_written_small_somewhere_does_not_keep_it_elsewhere(tmp_path: Path) -> None:
    bodies = (
        "- {id: one, name: One, remit: set up by young, sources: {page: 5}}\n"
        "- {id: two, name: Two, remit: Young leads it, sources: {page: 5}}"
    )
    graph = without_names(graph_of(tmp_path / "t", people=PEOPLE, posts=POSTS, bodies=bodies))
    assert graph.nodes["t:body/two"]["remit"] == "Holder of Head of Housing leads it"
