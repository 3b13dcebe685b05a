"""Where boxes stand: level by level, each level in as many rows as its paper needs, as few lines crossing as can be.

Graphviz finds the order along the rows and lines boxes up with one another; the rows themselves are ours, so that
levels stay aligned and no row is wider than its paper. `across` runs along a row, `along` from row to row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any

from ssp_graph.pictures.layout.boxes import Box

APART = 12.0  # points between neighbours in a row
_LANE = 9.0  # points for a line that passes between them


@dataclass(frozen=True, slots=True)
class Link:
    """A line to be placed: its two ends, and the manner that lines must share to run together.

    Lines with different `words` on them may leave a thing together but do not reach one together.
    """

    id: str
    source: str
    target: str
    manner: tuple[object, ...]
    words: str = ""


@dataclass(slots=True)
class Net:
    """Lines of one manner that share an upper end: they leave it together and part on the way to their lower ends.

    `lanes` are where it passes a row without ending there, by the row's number.
    """

    root: str
    links: list[Link]
    ends: dict[str, str]
    lanes: dict[int, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[object, ...]:
        """What nets share that reach a thing together: their manner, their words and which end is the source."""
        first = self.links[0]
        return first.manner, first.words, first.source == self.root


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of boxes with the place of each box and lane across them, and the nets between the rows."""

    rows: tuple[tuple[str, ...], ...]
    level_of: tuple[int, ...]
    across: Mapping[str, float]
    nets: tuple[Net, ...]
    row_of: Mapping[str, int]


def rows(
    boxes: Mapping[str, Box], levels: Mapping[str, int], links: Sequence[Link], room: float | None, *, right: bool
) -> Rows:
    """Return boxes in rows; with a `room`, in points, no row is wider unless a single box is.

    `levels` gives the boxes to place, in the order that is kept where nothing speaks against it.
    """
    size = {node: boxes[node].height if right else boxes[node].width for node in levels}
    split, level_of = _split(levels, links, size, room)
    row_of = {node: number for number, row in enumerate(split) for node in row}
    nets = _nets(links, row_of)
    wide = dict(size)
    lanes: dict[int, list[str]] = {}
    for number, net in enumerate(nets):
        deepest = max(row_of[end] for end in net.ends.values())
        for row in range(row_of[net.root] + 1, deepest):
            net.lanes[row] = f"lane {number} {row}"
            wide[net.lanes[row]] = _LANE
            lanes.setdefault(row, []).append(net.lanes[row])
    found = _by_graphviz(split, lanes, nets, row_of, wide)
    placed = _crowned(_fitted(found, split, lanes, wide, room), split, lanes, nets, wide, room)
    return Rows(tuple(map(tuple, split)), tuple(level_of), placed, tuple(nets), row_of)


def _split(
    levels: Mapping[str, int], links: Sequence[Link], size: Mapping[str, float], room: float | None
) -> tuple[list[list[str]], list[int]]:
    """Return the rows, and the level of each. Neighbours of one thing are spread over a level's rows in turn."""
    near: dict[str, list[str]] = {}
    for link in links:
        near.setdefault(link.source, []).append(link.target)
        near.setdefault(link.target, []).append(link.source)
    split: list[list[str]] = []
    level_of: list[int] = []
    place: dict[str, float] = {}
    for level in sorted(set(levels.values())):
        members = [node for node in levels if levels[node] == level]
        total = sum(size[node] for node in members) + APART * (len(members) - 1)
        count = 1 if room is None else min(len(members), -int(-total // room))
        if count > 1:
            # room for the lines that pass through to the rows below
            count = min(len(members), -int(-(total + count * 3 * _LANE) // (room or 1)))

        if count > 1:
            members.sort(key=partial(_wish, near=near, place=dict(place)))
        packed = [members[start::count] for start in range(count)]
        for row in packed:
            split.append(row)
            level_of.append(level)
        place |= {node: (number + 0.5) / len(members) for number, node in enumerate(members)}
    return split, level_of


def _wish(node: str, near: Mapping[str, Sequence[str]], place: Mapping[str, float]) -> float:
    """Return where along its level a thing belongs: amid its neighbours above, or in the middle without any."""
    known = [place[other] for other in near.get(node, ()) if other in place]
    return sum(known) / len(known) if known else 0.5


def _nets(links: Sequence[Link], row_of: Mapping[str, int]) -> list[Net]:
    found: dict[tuple[object, ...], Net] = {}
    for link in links:
        down = row_of[link.source] <= row_of[link.target]
        root, end = (link.source, link.target) if down else (link.target, link.source)
        level = row_of[link.source] == row_of[link.target]
        key = (root, down, level, *link.manner, link.id if level else "")
        net = found.setdefault(key, Net(root, [], {}))
        net.links.append(link)
        net.ends[link.id] = end
    return list(found.values())


def _by_graphviz(
    split: Sequence[Sequence[str]],
    lanes: Mapping[int, Sequence[str]],
    nets: Sequence[Net],
    row_of: Mapping[str, int],
    wide: Mapping[str, float],
) -> dict[str, float]:
    """Return the centre of every box and lane across the rows."""
    from pygraphviz import AGraph  # type: ignore[import-untyped]  # it has no types

    graph = AGraph(directed=True, strict=True)
    graph.graph_attr.update(nodesep=str(APART / 72), ranksep="0.3", splines="false", margin="0")
    graph.node_attr.update(shape="box", fixedsize="true", label="", height="0.1")
    names = {node: f"n{number}" for number, node in enumerate(wide)}
    for number, row in enumerate(split):
        graph.add_node(f"r{number}", width="0.01", style="invis")
        for node in (*row, *lanes.get(number, ())):
            graph.add_node(names[node], width=f"{wide[node] / 72:.4f}")
        graph.add_subgraph([f"r{number}", *(names[node] for node in (*row, *lanes.get(number, ())))], rank="same")
        if number:
            graph.add_edge(f"r{number - 1}", f"r{number}", style="invis", weight="0")
    for net in nets:
        for upper, lower, weight in _pieces(net, row_of):
            graph.add_edge(names[upper], names[lower], weight=str(weight))
    _quietly(graph)
    return {node: float(graph.get_node(name).attr["pos"].split(",")[0]) for node, name in names.items()}


def _pieces(net: Net, row_of: Mapping[str, int]) -> Iterator[tuple[str, str, int]]:
    """Yield the pieces of a net from row to row, with how much a straight one is worth."""
    above = net.root
    ends = {end: row_of[end] for end in net.ends.values()}
    for row in range(row_of[net.root] + 1, max(ends.values()) + 1):
        for end, at in ends.items():
            if at == row:
                yield above, end, 2 if above == net.root else 3
        if row in net.lanes:
            yield above, net.lanes[row], 4
            above = net.lanes[row]


def _quietly(graph: Any) -> None:
    from ssp_graph.pictures.painting.quiet import quiet

    with quiet():
        graph.layout("dot")


def _fitted(
    found: Mapping[str, float],
    split: Sequence[Sequence[str]],
    lanes: Mapping[int, Sequence[str]],
    wide: Mapping[str, float],
    room: float | None,
) -> dict[str, float]:
    """Return the places moved together where they need more room than there is; what stood in line stays so."""
    left = min(found[node] - wide[node] / 2 for node in found)
    right = max(found[node] + wide[node] / 2 for node in found)
    if room is None or right - left <= room:
        return {node: place - left for node, place in found.items()}
    scale = room / (right - left)
    placed: dict[str, float] = {}
    for number, row in enumerate(split):
        line = sorted((*row, *lanes.get(number, ())), key=found.__getitem__)
        wishes = [(found[node] - left) * scale for node in line]
        placed |= zip(line, _spread(wishes, [wide[node] for node in line], room), strict=True)
    return placed


def _crowned(
    placed: Mapping[str, float],
    split: Sequence[Sequence[str]],
    lanes: Mapping[int, Sequence[str]],
    nets: Sequence[Net],
    wide: Mapping[str, float],
    room: float | None,
) -> dict[str, float]:
    """Return the places with each thing moved over the middle of what hangs from it, as far as its neighbours allow."""
    centred = dict(placed)
    whole = room or max(placed[node] + wide[node] / 2 for node in placed)
    row_of = {node: number for number, row in enumerate(split) for node in row}
    hanging: dict[str, list[str]] = {}
    for net in sorted(nets, key=lambda each: _pull(each, row_of)):
        if any(row_of[end] > row_of[net.root] for end in net.ends.values()):
            nearest = min(row_of[end] for end in net.ends.values())
            hanging.setdefault(net.root, [end for end in net.ends.values() if row_of[end] == nearest])
    for number in range(len(split) - 1, -1, -1):
        line = sorted((*split[number], *lanes.get(number, ())), key=placed.__getitem__)
        wishes = []
        for node in line:
            below = [centred[end] for end in hanging.get(node, ())]
            wishes.append((min(below) + max(below)) / 2 if below else centred[node])
        if sorted(wishes) == wishes:
            centred |= zip(line, _spread(wishes, [wide[node] for node in line], whole), strict=True)
    return centred


def _pull(net: Net, row_of: Mapping[str, int]) -> tuple[int, int]:
    """Return how a net ranks among those of its root: the nearest first, and of these the broadest."""
    ends = set(net.ends.values())
    return min(row_of[end] for end in ends) - row_of[net.root], -len(ends)


def _spread(wishes: Sequence[float], widths: Sequence[float], room: float) -> list[float]:
    """Return places as near to the wishes as may be (least squares) that keep order, distance and the room."""
    needed = sum(widths) + APART * (len(widths) - 1)
    gap = APART if needed <= room else max((room - sum(widths)) / max(len(widths) - 1, 1), 3.0)
    offsets = [0.0]
    for before, after in pairwise(widths):
        offsets.append(offsets[-1] + (before + after) / 2 + gap)
    blocks: list[tuple[float, int]] = []  # mean wish and how many: neighbours that touch move as one
    for wish, offset in zip(wishes, offsets, strict=True):
        mean, count = wish - offset, 1
        while blocks and blocks[-1][0] >= mean:
            other, more = blocks.pop()
            mean, count = (mean * count + other * more) / (count + more), count + more
        blocks.append((mean, count))
    low = widths[0] / 2
    high = max(room - widths[-1] / 2 - offsets[-1], low)
    starts = [min(max(mean, low), high) for mean, count in blocks for _ in range(count)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]
