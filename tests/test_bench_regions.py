"""The invented regions that the benchmarks measure on: sound, each partnership another, the same every time."""

from __future__ import annotations

from pathlib import Path

from bench.regions import REGION, write_region
from ssp_graph.graph import build
from ssp_graph.register.loading import read


def test_invented_partnerships_are_sound_and_use_their_region(tmp_path: Path) -> None:
    registers, problems = read(write_region(tmp_path, 6))
    assert [problem for problem in problems if problem.severity == "error"] == []
    graph = build(registers)
    assert len(graph.graph["named"]) == 6
    assert all(about["uses"] == [REGION] for about in graph.graph["registers"] if about["id"] != REGION)
    assert any(graph.nodes[target]["register"] == REGION for _, target, _ in graph.edges(data="type"))
    sizes = [sum(data["register"] == name for _, data in graph.nodes(data=True)) for name in graph.graph["named"]]
    assert len(set(sizes)) > 1


def test_a_region_is_the_same_every_time(tmp_path: Path) -> None:
    one, other = write_region(tmp_path / "one", 2), write_region(tmp_path / "other", 2)
    for first, second in zip(one, other, strict=True):
        texts = [{path.name: path.read_bytes() for path in folder.iterdir()} for folder in (first, second)]
        assert texts[0] == texts[1]
