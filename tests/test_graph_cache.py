"""Graphs kept between runs are never stale, and a broken cache never costs an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.errors import RegisterError
from ssp_graph.graph import Graph, load_graph
from ssp_graph.graph_cache import load_graph_cached
from ssp_graph.store import GRAPH, KEEP, THINGS, VARIABLE, folder
from tests.making import REGISTERS, write_register

SHIPPED = REGISTERS
BODY = "- {{id: board, name: {name}, sources: {{page: 1}}}}\n"


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))


def kept() -> list[Path]:
    return sorted(folder().glob(f"*{GRAPH}"))


def contents(graph: Graph) -> tuple[object, ...]:
    into = {node: list(graph.in_edges(node, keys=True)) for node in graph}
    told = {name: value for name, value in graph.graph.items() if name != "kept"}
    return told, list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True)), into


def test_a_kept_graph_is_the_graph_that_was_read() -> None:
    place = [REGISTERS / "exampleton-2024-27"]
    first, second = load_graph_cached(place, SHIPPED), load_graph_cached(place, SHIPPED)
    assert len(kept()) == 1
    assert contents(second) == contents(first) == contents(load_graph(place, SHIPPED))


def test_things_are_read_only_when_they_are_asked_for_and_anew_where_they_are_gone() -> None:
    place = [REGISTERS / "exampleton-2024-27"]
    whole = load_graph_cached(place, SHIPPED)
    (things,) = folder().glob(f"*{THINGS}")
    things.write_text("{}", encoding="utf-8")
    again = load_graph_cached(place, SHIPPED)
    assert (again.graph, len(again)) == (whole.graph, len(whole))
    assert things.read_text(encoding="utf-8") == "{}"
    assert contents(again) == contents(whole)
    assert contents(load_graph_cached(place, SHIPPED)) == contents(whole)


def test_a_change_in_a_file_a_new_file_and_a_change_in_a_used_register_are_seen(tmp_path: Path) -> None:
    write_register(tmp_path / "region", bodies=BODY.format(name="Old"))
    town = write_register(tmp_path / "town", "uses: [region]\n")
    assert load_graph_cached([town], SHIPPED).nodes["region:body/board"]["name"] == "Old"
    (tmp_path / "region" / "bodies.yaml").write_text(BODY.format(name="New"), encoding="utf-8")
    assert load_graph_cached([town], SHIPPED).nodes["region:body/board"]["name"] == "New"
    (town / "bodies.yaml").write_text(BODY.format(name="Ours"), encoding="utf-8")
    assert load_graph_cached([town], SHIPPED).nodes["town:body/board"]["name"] == "Ours"


def test_a_used_register_that_appears_beside_goes_before_the_shipped_one(tmp_path: Path) -> None:
    write_register(tmp_path / "shipped" / "region", bodies=BODY.format(name="Shipped"))
    town = write_register(tmp_path / "towns" / "town", "uses: [region]\n")
    found = load_graph_cached([town], tmp_path / "shipped")
    assert found.nodes["region:body/board"]["name"] == "Shipped"
    write_register(tmp_path / "towns" / "region", bodies=BODY.format(name="Beside"))
    found = load_graph_cached([town], tmp_path / "shipped")
    assert found.nodes["region:body/board"]["name"] == "Beside"


def test_an_error_that_comes_in_later_is_reported_and_nothing_kept_hides_it(tmp_path: Path) -> None:
    town = write_register(tmp_path / "town", bodies=BODY.format(name="Fine"))
    load_graph_cached([town], SHIPPED)
    (town / "bodies.yaml.txt").write_text("[]\n", encoding="utf-8")
    with pytest.raises(RegisterError):
        load_graph_cached([town], SHIPPED)
    (town / "bodies.yaml.txt").unlink()
    (town / "bodies.yaml").write_text("- {id: board}\n", encoding="utf-8")
    with pytest.raises(RegisterError):
        load_graph_cached([town], SHIPPED)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"code": []}'])
def test_a_damaged_entry_is_thrown_away(tmp_path: Path, content: bytes) -> None:
    town = write_register(tmp_path / "town", bodies=BODY.format(name="Fine"))
    load_graph_cached([town], SHIPPED)
    kept()[0].write_bytes(content)
    assert load_graph_cached([town], SHIPPED).nodes["town:body/board"]["name"] == "Fine"


def test_a_cache_that_cannot_be_written_costs_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(blocked))
    town = write_register(tmp_path / "town", bodies=BODY.format(name="Fine"))
    assert load_graph_cached([town], SHIPPED).nodes["town:body/board"]["name"] == "Fine"


def test_no_more_than_a_few_graphs_are_kept(tmp_path: Path) -> None:
    for number in range(KEEP + 3):
        load_graph_cached([write_register(tmp_path / f"town-{number}")], SHIPPED)
    assert len(kept()) == KEEP
