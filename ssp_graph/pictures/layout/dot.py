"""Graphviz's `dot`: where boxes of given sizes stand on their ranks, and lines at right angles between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ssp_graph.pictures.layout.drawing import Point
from ssp_graph.pictures.quiet import quiet

_BESIDE, _BETWEEN = 10.0, 24.0  # points between neighbours on a rank, and between ranks

Places = dict[str, Point]
Paths = dict[str, tuple[Point, ...]]


def dot(
    sizes: Mapping[str, tuple[float, float]],
    ranks: Mapping[str, int],
    lines: Iterable[tuple[str, str, str]],
    *,
    right: bool,
    close: bool = False,
) -> tuple[Places, Paths]:
    """Return the centre of each box, and the points of each line from its first end to its second.

    Args:
        sizes: width and height of each box in points, in the order that is kept where nothing speaks against it.
        ranks: the rank of each box; those of one rank are aligned.
        lines: name and both ends of each line.
        right: whether ranks follow one another from left to right instead of downwards.
        close: whether they stand closer to one another.
    """
    from pygraphviz import AGraph  # type: ignore[import-untyped]  # it has no types

    graph = AGraph(directed=True, strict=False)
    graph.graph_attr.update(
        splines="ortho",
        rankdir="LR" if right else "TB",
        nodesep=f"{_BESIDE / 72:.3f}",
        ranksep=f"{_BETWEEN / (2 if close else 1) / 72:.3f}",
    )
    graph.node_attr.update(shape="box", fixedsize="true", label="")
    graph.edge_attr.update(dir="none")
    names = {node: f"n{number}" for number, node in enumerate(sizes)}
    for node, (wide, high) in sizes.items():
        graph.add_node(names[node], width=f"{wide / 72:.4f}", height=f"{high / 72:.4f}")
    for rank in sorted(set(ranks.values())):
        graph.add_node(f"r{rank}", width="0.01", height="0.01", style="invis")
        graph.add_subgraph([f"r{rank}", *(names[node] for node in sizes if ranks[node] == rank)], rank="same")
    for above, below in zip(ordered := sorted(set(ranks.values())), ordered[1:], strict=False):
        graph.add_edge(f"r{above}", f"r{below}", style="invis", weight="0")
    known: dict[str, tuple[str, str, bool]] = {}
    for number, (line, source, target) in enumerate(lines):
        down = ranks[source] <= ranks[target]
        ends = (names[source], names[target]) if down else (names[target], names[source])
        graph.add_edge(*ends, key=f"e{number}")
        known[line] = (*ends, down)
    with quiet():
        graph.layout("dot")
    high = float(graph.graph_attr["bb"].split(",")[3])
    places = {node: _point(graph.get_node(name).attr["pos"], high) for node, name in names.items()}
    paths: Paths = {}
    for number, (line, (one, two, down)) in enumerate(known.items()):
        points = [_point(text, high) for text in graph.get_edge(one, two, f"e{number}").attr["pos"].split()[::3]]
        paths[line] = _plain(points if down else points[::-1])
    return places, paths


def _point(text: str, high: float) -> Point:
    x, y = map(float, text.split(","))
    return x, high - y


def _plain(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return a path without the points that it passes straight through."""
    kept: list[Point] = []
    for point in points:
        while len(kept) > 1 and any(
            abs(kept[-2][side] - point[side]) < 0.1 > abs(kept[-1][side] - point[side]) for side in (0, 1)
        ):
            kept.pop()
        if not kept or kept[-1] != point:
            kept.append(point)
    return tuple(kept)
