"""How lines run between rows of boxes: straight pieces at right angles, each manner of line in a track of its own.

Lines of one manner that share an end leave it or reach it together. Two lines may cross; none runs along another of a
different manner.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from ssp_graph.pictures.layout.boxes import Box
from ssp_graph.pictures.layout.placing import Net, Placement

_TRACK = 7.0  # points between tracks
_CLEAR = 12.0  # points between a box and the nearest track: room for an arrow
PORT = 14.0  # points between lines at a box's side, where it is wide enough
_SAME = 4.0  # points within which two lines would be taken for one

Point = tuple[float, float]


@dataclass(slots=True)
class _Piece:
    """The part of a net that lies between two rows: the places across where it leaves and arrives; where it turns.

    One whose net stays in its row has all its ends among the upper ones.
    """

    net: Net
    upper: dict[str, float]
    lower: dict[str, float]
    turn: float = 0.0

    @property
    def bundle(self) -> Hashable:
        """What pieces share that reach their only end as one."""
        if len(self.lower) != 1 or next(iter(self.lower)) in self.net.lanes.values():
            return id(self)
        return *self.lower, self.net.key

    @property
    def straight(self) -> bool:
        places = (*self.upper.values(), *self.lower.values())
        return max(places) - min(places) < 0.5 and bool(self.lower)


@dataclass(slots=True, eq=False)
class _Bundle:
    """Pieces that run as one."""

    pieces: list[_Piece]

    def places(self, *sides: Literal["upper", "lower"]) -> list[float]:
        return [place for piece in self.pieces for side in sides for place in getattr(piece, side).values()]

    @property
    def span(self) -> tuple[float, float]:
        places = self.places("upper", "lower")
        return min(places), max(places)

    def comes_from_where_ends(self, other: _Bundle) -> bool:
        """Return whether it would run along the other where that comes down, unless it turns first."""
        pairs = product(self.places("upper"), other.places("lower"))
        return self is not other and any(abs(one - two) < _SAME for one, two in pairs)


@dataclass(frozen=True, slots=True)
class Course:
    """Where rows begin and how deep they are (along), and the path of each line by its id."""

    starts: tuple[float, ...]
    depths: tuple[float, ...]
    paths: Mapping[str, tuple[Point, ...]]


def course(placed: Placement, boxes: Mapping[str, Box], *, right: bool, label_room: float = 0.0) -> Course:
    """Return the paths of all lines as points (across, along), from each line's source to its target.

    `label_room` is the length in points kept free before the lower end of each line for a word on it.
    """
    along = {node: boxes[node].width if right else boxes[node].height for node in placed.row_of}
    half = {node: (boxes[node].height if right else boxes[node].width) / 2 for node in placed.row_of}
    gaps: list[list[_Piece]] = [[] for _ in placed.rows]
    for net in placed.nets:
        for row, *ends in net.pieces(placed.row_of):
            upper, lower = ({node: placed.across[node] for node in nodes} for nodes in ends)
            gaps[row].append(_Piece(net, upper, lower))
    starts: list[float] = []
    depths = [max(along[node] for node in row) for row in placed.rows]
    at = 0.0
    for pieces, depth in zip(gaps, depths, strict=True):
        _ports(pieces, "upper", placed.across, half)
        _ports(pieces, "lower", placed.across, half)
        _straighten(pieces, placed.across, half)
        starts.append(at)
        count = _turn(pieces, at + depth + _CLEAR)
        at += depth + (_CLEAR + max(count - 1, 0) * _TRACK + _CLEAR + label_room)
    own = {(piece.net, row): piece for row, pieces in enumerate(gaps) for piece in pieces}
    paths: dict[str, tuple[Point, ...]] = {}
    for net in placed.nets:
        for line in net.lines:
            path = _path(net, line.id, placed.row_of, own, starts, along)
            paths[line.id] = tuple(path if line.source == net.root else reversed(path))
    return Course(tuple(starts), tuple(depths), paths)


def _ports(
    pieces: Sequence[_Piece], side: Literal["upper", "lower"], centre: Mapping[str, float], half: Mapping[str, float]
) -> None:
    """Give each line a place of its own at the side of its box, in the order of where it goes."""
    attached: dict[str, dict[Hashable, list[_Piece]]] = {}
    for piece in pieces:
        for node in getattr(piece, side):
            together = piece.bundle if side == "lower" else id(piece)
            attached.setdefault(node, {}).setdefault(together, []).append(piece)
    for node, bundles in attached.items():
        ordered = sorted(bundles.values(), key=lambda bundle: _aim(bundle, node, side, centre))
        step = max(min(PORT, (2 * half.get(node, 0) - 12) / len(ordered)), 0)
        for number, bundle in enumerate(ordered):
            for piece in bundle:
                getattr(piece, side)[node] = centre[node] + (number - (len(ordered) - 1) / 2) * step


def _aim(bundle: Sequence[_Piece], node: str, side: str, centre: Mapping[str, float]) -> float:
    """Return where pieces go, on the average."""
    others = [other for piece in bundle for other in (piece.lower if side == "upper" else piece.upper)]
    others = others or [other for piece in bundle for other in piece.upper if other != node] or [node]
    return sum(centre[other] for other in others) / len(others)


def _straighten(pieces: Sequence[_Piece], centre: Mapping[str, float], half: Mapping[str, float]) -> None:
    """Move the ends of a line between two things into one, where each is alone at its side and they face each other."""
    for piece in pieces:
        if len(piece.upper) != 1 or len(piece.lower) != 1:
            continue
        ((above, start),) = piece.upper.items()
        ((below, stop),) = piece.lower.items()
        free_above = above in half and sum(above in other.upper for other in pieces) == 1
        free_below = below in half and sum(below in other.lower for other in pieces) == 1
        if free_below and abs(start - centre[below]) <= half[below] - 10:
            piece.lower[below] = start
        elif free_above and abs(stop - centre[above]) <= half[above] - 10:
            piece.upper[above] = stop


def _turn(pieces: Sequence[_Piece], start: float) -> int:
    """Give each bundle that turns a track, the first at `start`, and return how many there are.

    Where one comes down at the place at which another goes on, it must turn first.
    """
    bundles: dict[Hashable, list[_Piece]] = {}
    for piece in pieces:
        bundles.setdefault(piece.bundle, []).append(piece)
    turning = [_Bundle(pieces) for pieces in bundles.values() if any(not piece.straight for piece in pieces)]
    before = {later: {bundle for bundle in turning if bundle.comes_from_where_ends(later)} for later in turning}
    waiting = sorted(turning, key=lambda bundle: (bundle.span[1] - bundle.span[0], bundle.span[0]))
    taken: list[list[tuple[float, float]]] = []
    track_of: dict[_Bundle, int] = {}
    while waiting:
        # a circle of lines that wait for one another is broken at the shortest
        bundle = next((each for each in waiting if before[each] <= track_of.keys()), waiting[0])
        waiting.remove(bundle)
        low, high = bundle.span[0] - _SAME, bundle.span[1] + _SAME
        track = max((track_of[other] + 1 for other in before[bundle] if other in track_of), default=0)
        while track < len(taken) and any(low < end and begin < high for begin, end in taken[track]):
            track += 1
        while track >= len(taken):
            taken.append([])
        taken[track].append((low, high))
        track_of[bundle] = track
        for piece in bundle.pieces:
            piece.turn = start + track * _TRACK
    return len(taken)


def _path(
    net: Net,
    line: str,
    row_of: Mapping[str, int],
    own: Mapping[tuple[Net, int], _Piece],
    starts: Sequence[float],
    along: Mapping[str, float],
) -> list[Point]:
    """Return the points of a line from the upper end of its net to its own end."""
    end = net.ends[line]
    first, last = row_of[net.root], row_of[end]
    if first == last:
        piece = own[net, first]
        at, to = piece.upper[net.root], piece.upper[end]
        if net.root == end:
            at, to = at - 8, to + 8
        foot, other_foot = (starts[first] + along[node] for node in (net.root, end))
        return [(at, foot), (at, piece.turn), (to, piece.turn), (to, other_foot)]
    points: list[Point] = []
    above = net.root
    for row in range(first, last):
        piece = own[net, row]
        below = end if row + 1 == last else net.lanes[row + 1]
        start, stop = piece.upper[above], piece.lower[below]
        points.append((start, starts[row] + along.get(above, 0.0)))
        if abs(start - stop) >= 0.5:
            points += [(start, piece.turn), (stop, piece.turn)]
        points.append((stop, starts[row + 1]))
        above = below
    return _plain(points)


def _plain(points: Sequence[Point]) -> list[Point]:
    """Return a path without repeated points and without those that it passes straight through."""

    def same(one: Point, two: Point, *sides: int) -> bool:
        return all(abs(one[side] - two[side]) < 0.01 for side in sides)

    kept: list[Point] = []
    for point in points:
        if kept and same(kept[-1], point, 0, 1):
            continue
        if len(kept) > 1 and any(same(kept[-2], kept[-1], side) and same(kept[-1], point, side) for side in (0, 1)):
            kept.pop()
        kept.append(point)
    return kept
