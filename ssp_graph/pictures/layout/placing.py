"""Where boxes stand: level by level, each level in as many rows as its paper needs, as few lines crossing as can be.

Graphviz finds the order along the rows and lines boxes up with one another; the rows themselves are ours, so that
levels stay aligned and no row is wider than its paper. `across` runs along a row, `along` from row to row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from ssp_graph.pictures.layout.boxes import Box
from ssp_graph.pictures.quiet import quiet

APART = 12.0  # points between neighbours in a row
_LANE = 9.0  # points for a line that passes between them

Lengths = Mapping[str, float]
Numbers = Mapping[str, int]
Neighbours = Sequence[str]  # in a row


@dataclass(frozen=True, slots=True)
class Connection:
    """A line to be placed: its two ends, and the manner that lines must share to run together.

    Lines with different `words` on them may leave a thing together but do not reach one together.
    """

    id: str
    source: str
    target: str
    manner: tuple[object, ...]
    words: str = ""


@dataclass(slots=True, eq=False)
class Net:
    """Lines of one manner that share an upper end: they leave it together and part on the way to their lower ends.

    `ends` are the lower ends by line. `lanes` are where it passes a row without ending there, by the row's number.
    """

    root: str
    lines: list[Connection] = field(default_factory=list)
    ends: dict[str, str] = field(default_factory=dict)
    lanes: dict[int, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[object, ...]:
        """What nets share that reach a thing together: their manner, their words and which end is the source."""
        first = self.lines[0]
        return first.manner, first.words, first.source == self.root

    def pieces(self, row_of: Numbers) -> Iterator[tuple[int, list[str], list[str]]]:
        """Yield its pieces: the row that each lies below, where it comes from, and where it goes to in the next row.

        Where all is in one row there is one piece, which goes no further.
        """
        rows = {end: row_of[end] for end in self.ends.values()}
        first, last = row_of[self.root], max(rows.values())
        above = self.root
        if first == last:
            yield first, [above, *rows], []
        for row in range(first, last):
            lane = self.lanes.get(row + 1)
            yield row, [above], [*(end for end, at in rows.items() if at == row + 1), *([lane] if lane else [])]
            above = lane or above


@dataclass(frozen=True, slots=True)
class Placement:
    """Rows of boxes with the place of each box and lane across them, and the nets between the rows."""

    rows: tuple[tuple[str, ...], ...]
    level_of: tuple[int, ...]
    across: Lengths
    nets: tuple[Net, ...]
    row_of: Numbers


def placement(
    boxes: Mapping[str, Box], levels: Numbers, lines: Sequence[Connection], room: float | None, *, right: bool
) -> Placement:
    """Return boxes in rows; with a `room`, in points, no row is wider unless a single box is.

    `levels` gives the boxes to place, in the order that is kept where nothing speaks against it.
    """
    wide = {node: boxes[node].height if right else boxes[node].width for node in levels}
    rows, level_of = _split(levels, lines, wide, room)
    row_of = {node: number for number, row in enumerate(rows) for node in row}
    nets = _nets(lines, row_of)
    filled = [list(row) for row in rows]  # with the lanes
    for number, net in enumerate(nets):
        for row in range(row_of[net.root] + 1, max(row_of[end] for end in net.ends.values())):
            lane = net.lanes[row] = f"lane {number} {row}"
            wide[lane] = _LANE
            filled[row].append(lane)
    found = _by_graphviz(filled, nets, row_of, wide)
    placed = _crowned(_fitted(found, filled, wide, room), filled, nets, row_of, wide, room)
    return Placement(tuple(map(tuple, rows)), tuple(level_of), placed, tuple(nets), row_of)


def _split(
    levels: Numbers, lines: Sequence[Connection], wide: Lengths, room: float | None
) -> tuple[list[list[str]], list[int]]:
    """Return the rows, and the level of each. Neighbours of one thing are spread over a level's rows in turn."""
    near: dict[str, list[str]] = {}
    for line in lines:
        near.setdefault(line.source, []).append(line.target)
        near.setdefault(line.target, []).append(line.source)
    rows: list[list[str]] = []
    level_of: list[int] = []
    place: dict[str, float] = {}
    for level in sorted(set(levels.values())):
        members = [node for node in levels if levels[node] == level]
        total = sum(wide[node] for node in members) + APART * (len(members) - 1)
        count = 1 if room is None else min(len(members), -int(-total // room))
        if count > 1:
            # room for the lines that pass through to the rows below
            count = min(len(members), -int(-(total + count * 3 * _LANE) // (room or 1)))
            members.sort(key=partial(_wish, near=near, place=dict(place)))
        rows += [members[start::count] for start in range(count)]
        level_of += [level] * count
        place |= {node: (number + 0.5) / len(members) for number, node in enumerate(members)}
    return rows, level_of


def _wish(node: str, near: Mapping[str, Sequence[str]], place: Lengths) -> float:
    """Return where along its level a thing belongs: amid its neighbours above, or in the middle without any."""
    known = [place[other] for other in near.get(node, ()) if other in place]
    return sum(known) / len(known) if known else 0.5


def _nets(lines: Sequence[Connection], row_of: Numbers) -> list[Net]:
    nets: dict[tuple[object, ...], Net] = {}
    for line in lines:
        down = row_of[line.source] <= row_of[line.target]
        root, end = (line.source, line.target) if down else (line.target, line.source)
        level = row_of[line.source] == row_of[line.target]
        net = nets.setdefault((root, down, level, *line.manner, line.id if level else ""), Net(root))
        net.lines.append(line)
        net.ends[line.id] = end
    return list(nets.values())


def _by_graphviz(rows: Sequence[Neighbours], nets: Sequence[Net], row_of: Numbers, wide: Lengths) -> dict[str, float]:
    """Return the centre of every box and lane across the rows."""
    from pygraphviz import AGraph  # type: ignore[import-untyped]  # it has no types

    graph = AGraph(directed=True, strict=True)
    graph.graph_attr.update(nodesep=str(APART / 72), ranksep="0.3", splines="false", margin="0")
    graph.node_attr.update(shape="box", fixedsize="true", label="", height="0.1")
    names = {node: f"n{number}" for number, node in enumerate(wide)}
    for number, row in enumerate(rows):
        graph.add_node(f"r{number}", width="0.01", style="invis")
        for node in row:
            graph.add_node(names[node], width=f"{wide[node] / 72:.4f}")
        graph.add_subgraph([f"r{number}", *(names[node] for node in row)], rank="same")
        if number:
            graph.add_edge(f"r{number - 1}", f"r{number}", style="invis", weight="0")
    for net in nets:
        for _, (above, *_), below in net.pieces(row_of):
            for node in below:  # how much it is worth that it runs straight
                weight = 4 if node in net.lanes.values() else 2 if above == net.root else 3
                graph.add_edge(names[above], names[node], weight=str(weight))
    with quiet():
        graph.layout("dot")
    return {node: float(graph.get_node(name).attr["pos"].split(",")[0]) for node, name in names.items()}


def _fitted(found: Lengths, rows: Sequence[Neighbours], wide: Lengths, room: float | None) -> dict[str, float]:
    """Return the places moved together where they need more room than there is; what stood in line stays so."""
    left = min(found[node] - wide[node] / 2 for node in found)
    right = max(found[node] + wide[node] / 2 for node in found)
    if room is None or right - left <= room:
        return {node: place - left for node, place in found.items()}
    scale = room / (right - left)
    placed: dict[str, float] = {}
    for row in rows:
        wishes = {node: (found[node] - left) * scale for node in sorted(row, key=found.__getitem__)}
        placed |= _spread(wishes, wide, room)
    return placed


def _crowned(
    placed: Lengths, rows: Sequence[Neighbours], nets: Sequence[Net], row_of: Numbers, wide: Lengths, room: float | None
) -> dict[str, float]:
    """Return the places with each thing moved over the middle of what hangs from it, as far as its neighbours allow."""
    centred = dict(placed)
    whole = room or max(placed[node] + wide[node] / 2 for node in placed)
    hanging: dict[str, list[str]] = {}
    for net in sorted(nets, key=lambda each: _pull(each, row_of)):
        nearest = min(row_of[end] for end in net.ends.values())
        if any(row_of[end] > row_of[net.root] for end in net.ends.values()):
            hanging.setdefault(net.root, [end for end in net.ends.values() if row_of[end] == nearest])
    for row in reversed(rows):
        wishes = {}
        for node in sorted(row, key=placed.__getitem__):
            below = [centred[end] for end in hanging.get(node, ())]
            wishes[node] = (min(below) + max(below)) / 2 if below else centred[node]
        if sorted(wishes.values()) == list(wishes.values()):
            centred |= _spread(wishes, wide, whole)
    return centred


def _pull(net: Net, row_of: Numbers) -> tuple[int, int]:
    """Return how a net ranks among those of its root: the nearest first, and of these the broadest."""
    ends = set(net.ends.values())
    return min(row_of[end] for end in ends) - row_of[net.root], -len(ends)


def _spread(wishes: Lengths, wide: Lengths, room: float) -> dict[str, float]:
    """Return places as near to the wishes as may be (least squares) that keep order, distance and the room."""
    widths = [wide[node] for node in wishes]
    needed = sum(widths) + APART * (len(widths) - 1)
    gap = APART if needed <= room else max((room - sum(widths)) / max(len(widths) - 1, 1), 3.0)
    offsets = [0.0]
    for before, after in pairwise(widths):
        offsets.append(offsets[-1] + (before + after) / 2 + gap)
    blocks: list[tuple[float, int]] = []  # mean wish and how many: neighbours that touch move as one
    for wish, offset in zip(wishes.values(), offsets, strict=True):
        mean, count = wish - offset, 1
        while blocks and blocks[-1][0] >= mean:
            other, more = blocks.pop()
            mean, count = (mean * count + other * more) / (count + more), count + more
        blocks.append((mean, count))
    low = widths[0] / 2
    high = max(room - widths[-1] / 2 - offsets[-1], low)
    starts = [min(max(mean, low), high) for mean, count in blocks for _ in range(count)]
    return {node: start + offset for node, start, offset in zip(wishes, starts, offsets, strict=True)}
