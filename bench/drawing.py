"""What drawing costs: a cold structure chart against the imports and Graphviz's own time, pages, and a large region."""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from pygraphviz import AGraph  # type: ignore[import-untyped]  # it has no types

from bench.cold import run
from bench.regions import DAY, write_region
from ssp_graph.graph import Graph, load_graph
from ssp_graph.outputs.pages.picture import picture_page
from ssp_graph.pictures import views
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.picture import picture
from ssp_graph.pictures.quiet import quiet
from ssp_graph.plan import Plan
from ssp_graph.shipped import shipped

RUNS = 11
IMPORTS = "typer, pydantic, networkx, yaml, ladybug, pygraphviz"
PARTNERSHIPS = 317


def main() -> None:
    """Measure, and print the tables."""
    graph = _shipped()
    day = graph.graph["registers"][-1]["until_day"]
    structure = views.structure(Plan(graph, day))
    _cold(structure)
    _pages(graph, day)
    _region()


def _shipped() -> Graph:
    folder = next(
        about.parent
        for about in sorted(shipped("seed").glob("*/register.yaml"))
        if "\ndefault: true" in about.read_text(encoding="utf-8")
    )
    return load_graph([folder], shipped("seed"))


def _cold(structure: Diagram) -> None:
    program = shutil.which("ssp-graph", path=str(Path(sys.executable).parent))
    if program is None:
        sys.exit(f"ssp-graph is not installed beside {sys.executable}. Run: make bench")
    imports = [sys.executable, "-c", f"import {IMPORTS}"]
    print(f"Cold `draw structure` as svg on the shipped register, against: python -c 'import {IMPORTS}'")
    print("and the time Graphviz takes by itself to lay out and paint the same things and lines with `dot`.")
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "draw", "structure", "--output", str(Path(folder) / "structure.svg")]
        pairs = [(run(command), run(imports)) for _ in range(RUNS + 1)][1:]  # the first pair fills the caches
    own = _graphviz(structure)
    ratio = statistics.median(cold.seconds / (floor.seconds + own) for cold, floor in pairs)
    seconds = [statistics.median(pair[side].seconds for pair in pairs) for side in (0, 1)]
    print(f"Medians of {RUNS} pairs of runs.\n")
    print("seconds  imports  Graphviz    ratio      MiB")
    memory = statistics.median(cold.memory for cold, _ in pairs)
    print(f"{seconds[0]:7.3f} {seconds[1]:8.3f} {own:9.3f} {ratio:8.2f} {memory:8.0f}\n")


def _graphviz(diagram: Diagram) -> float:
    """Return the seconds that Graphviz takes for a diagram's things and lines: the median of several runs."""
    taken = []
    for _ in range(RUNS):
        started = time.perf_counter()
        graph = AGraph(directed=True, strict=False)
        for node in diagram.nodes:
            graph.add_node(node.id, label=node.name, shape="box")
        for line in diagram.lines:
            if line.shown == "line":
                graph.add_edge(line.source, line.target, key=line.id)
        with quiet():
            graph.layout("dot")
            graph.draw(format="svg")
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def _pages(graph: Graph, day: str) -> None:
    print("Pages of the shipped register (at most 1000 kB is the aim)\n")
    print("view                    kB  seconds")
    themes = [node for node, data in graph.nodes(data=True) if data["kind"] == "theme"]
    largest = max(themes, key=graph.in_degree)
    drawn = {
        "structure": views.structure(Plan(graph, day)),
        "theme, the largest": views.theme(Plan(graph, day), largest),
        "mapping": views.mapping(Plan(graph, day)),
        "matrix": views.matrix(Plan(graph, day)),
    }
    for name, diagram in drawn.items():
        started = time.perf_counter()
        size = len(picture_page(diagram))
        seconds = time.perf_counter() - started
        print(f"{name:18} {size / 1000:7.0f} {seconds:8.2f}{'  over' if size > 1_000_000 else ''}")
    print()


def _region() -> None:
    """Draw the neighbourhood of one partnership among many that share a region."""
    with tempfile.TemporaryDirectory() as folder:
        graph = load_graph(write_region(Path(folder), PARTNERSHIPS))
    partnership = graph.graph["registers"][-1]["partnership"]
    print(f"A neighbourhood of two steps out of {PARTNERSHIPS} invented partnerships ({len(graph)} things)\n")
    print("seconds  things")
    started = time.perf_counter()
    found = views.around(Plan(graph, DAY), partnership, 2)
    picture(found, "svg")
    print(f"{time.perf_counter() - started:7.2f} {len(found.nodes):7}")


if __name__ == "__main__":
    main()
