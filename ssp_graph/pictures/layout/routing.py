"""How lines run between rows of boxes: straight pieces at right angles, each manner of line in a track of its own.

Lines of one manner that share an end leave it or reach it together. Two lines may cross; none runs along another of a
different manner.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ssp_graph.pictures.layout.boxes import Box
from ssp_graph.pictures.layout.placing import Net, Rows

_TRACK = 7.0  # points between tracks
_CLEAR = 12.0  # points between a box and the nearest track: room for an arrow
PORT = 14.0  # points between lines at a box's side, where it is wide enough
_SAME = 4.0  # points within which two lines would be taken for one

Point = tuple[float, float]


@dataclass(slots=True)
class _Piece:
    """The part of a net that lies between two rows: where it comes from and goes to, across; and its track."""

    net: Net
    upper: list[str]
    lower: list[str]
    both_above: bool = False
    upper_at: dict[str, float] = field(default_factory=dict)
    lower_at: dict[str, float] = field(default_factory=dict)
    track: int = -1

    @property
    def bundle(self) -> Hashable:
        """What pieces share that reach their only end as one."""
        if self.both_above or len(self.lower) != 1 or self.lower[0] in self.net.lanes.values():
            return id(self)
        return self.lower[0], self.net.key

    @property
    def places(self) -> list[float]:
        return [*self.upper_at.values(), *self.lower_at.values()]

    @property
    def straight(self) -> bool:
        return max(self.places) - min(self.places) < 0.5 and not self.both_above


@dataclass(slots=True, eq=False)
class _Bundle:
    """Pieces that run as one."""

    pieces: list[_Piece]

    @property
    def uppers(self) -> list[float]:
        return [place for piece in self.pieces for place in piece.upper_at.values()]

    @property
    def lowers(self) -> list[float]:
        return [place for piece in self.pieces for place in piece.lower_at.values()]

    @property
    def places(self) -> list[float]:
        return [*self.uppers, *self.lowers]


@dataclass(frozen=True, slots=True)
class Course:
    """Where everything runs: the start of each row and its depth, the path of each line, and the whole extent."""

    starts: tuple[float, ...]
    depths: tuple[float, ...]
    paths: Mapping[str, tuple[Point, ...]]
    extent: float


def course(rows: Rows, boxes: Mapping[str, Box], *, right: bool, label_room: float = 0.0) -> Course:
    """Return the paths of all lines as points (across, along), from each line's source to its target.

    `label_room` is the length in points kept free before the lower end of each line for a word on it.
    """
    along = {node: boxes[node].width if right else boxes[node].height for row in rows.rows for node in row}
    half = {node: (boxes[node].height if right else boxes[node].width) / 2 for row in rows.rows for node in row}
    gaps = _pieces(rows)
    _ports(gaps, rows, half)
    starts: list[float] = []
    tracks: list[float] = []  # where the first track of the gap below each row lies
    at = 0.0
    for number, row in enumerate(rows.rows):
        starts.append(at)
        depth = max(along[node] for node in row)
        count = _tracks(gaps[number])
        tracks.append(at + depth + _CLEAR)
        last = number == len(rows.rows) - 1
        needed = _CLEAR + max(count - 1, 0) * _TRACK + _CLEAR + label_room
        at += depth + (needed if not last else _CLEAR + count * _TRACK if count else 0.0)
    depths = tuple(max(along[node] for node in row) for row in rows.rows)
    found: dict[str, tuple[Point, ...]] = {}
    for net in rows.nets:
        for link in net.links:
            path = _path(net, link.id, rows, gaps, starts, tracks, along)
            found[link.id] = tuple(path if link.source == net.root else reversed(path))
    return Course(tuple(starts), depths, found, at)


def _pieces(rows: Rows) -> list[list[_Piece]]:
    gaps: list[list[_Piece]] = [[] for _ in rows.rows]
    for net in rows.nets:
        first = rows.row_of[net.root]
        ends = list(dict.fromkeys(net.ends.values()))
        deepest = max(rows.row_of[end] for end in ends)
        if deepest == first:
            gaps[first].append(_Piece(net, [net.root, *ends], [], both_above=True))
        above = net.root
        for row in range(first + 1, deepest + 1):
            lower = [end for end in ends if rows.row_of[end] == row]
            lane = net.lanes.get(row)
            gaps[row - 1].append(_Piece(net, [above], [*lower, *([lane] if lane else [])]))
            above = lane or above
    return gaps


def _ports(gaps: Sequence[Sequence[_Piece]], rows: Rows, half: Mapping[str, float]) -> None:
    """Give each line a place of its own at the side of its box, in the order of where it goes."""
    centre = rows.across
    for pieces in gaps:
        for side in ("upper", "lower"):
            sides: dict[str, list[_Piece]] = {}
            for piece in pieces:
                for node in getattr(piece, side):
                    sides.setdefault(node, []).append(piece)
            for node, attached in sides.items():
                bundles: dict[Hashable, list[_Piece]] = {}
                for piece in attached:
                    bundles.setdefault(piece.bundle if side == "lower" else id(piece), []).append(piece)
                ordered = sorted(bundles.values(), key=lambda bundle: _aim(bundle, node, side, centre))
                step = min(PORT, (2 * half.get(node, 0) - 12) / max(len(ordered), 1))
                for number, bundle in enumerate(ordered):
                    place = centre[node] + (number - (len(ordered) - 1) / 2) * max(step, 0)
                    for piece in bundle:
                        getattr(piece, f"{side}_at")[node] = place
        _straighten(pieces, centre, half)


def _aim(bundle: Sequence[_Piece], node: str, side: str, centre: Mapping[str, float]) -> float:
    others = [other for piece in bundle for other in (piece.lower if side == "upper" else piece.upper)]
    others = others or [other for piece in bundle for other in piece.upper if other != node]
    return sum(centre[other] for other in others) / len(others) if others else centre[node]


def _straighten(pieces: Sequence[_Piece], centre: Mapping[str, float], half: Mapping[str, float]) -> None:
    """Move the ends of a line between two things into one, where each is alone at its side and they face each other."""
    for piece in pieces:
        if piece.both_above or len(piece.upper) != 1 or len(piece.lower) != 1:
            continue
        above, below = piece.upper[0], piece.lower[0]
        free_above = above in half and sum(above in other.upper for other in pieces) == 1
        free_below = below in half and sum(below in other.lower for other in pieces) == 1
        for node, free, own, other in (
            (below, free_below, piece.lower_at, piece.upper_at[above]),
            (above, free_above, piece.upper_at, piece.lower_at[below]),
        ):
            if free and abs(other - centre[node]) <= half[node] - 10:
                own[node] = other
                break


def _tracks(pieces: Sequence[_Piece]) -> int:
    """Give each bundle that turns a track, and return how many there are.

    Where one comes down at the place at which another goes on, it must turn first.
    """
    bundles: dict[Hashable, _Bundle] = {}
    for piece in pieces:
        bundles.setdefault(piece.bundle, _Bundle([])).pieces.append(piece)
    turning = [bundle for bundle in bundles.values() if any(not piece.straight for piece in bundle.pieces)]
    before: dict[int, set[int]] = {id(bundle): set() for bundle in turning}
    for one in turning:
        for two in turning:
            if one is not two and _touch(one.uppers, two.lowers):
                before[id(two)].add(id(one))
    waiting = sorted(turning, key=lambda bundle: (max(bundle.places) - min(bundle.places), min(bundle.places)))
    taken: list[list[tuple[float, float]]] = []
    done: dict[int, int] = {}
    while waiting:
        ready = [bundle for bundle in waiting if before[id(bundle)] <= done.keys()]
        bundle = (ready or waiting)[0]  # a circle of lines that wait for one another is broken at the shortest
        waiting.remove(bundle)
        low, high = min(bundle.places) - _SAME, max(bundle.places) + _SAME
        first = max((done[other] + 1 for other in before[id(bundle)] if other in done), default=0)
        while first < len(taken) and any(low < end and start < high for start, end in taken[first]):
            first += 1
        while first >= len(taken):
            taken.append([])
        taken[first].append((low, high))
        done[id(bundle)] = first
        for piece in bundle.pieces:
            piece.track = first
    return len(taken)


def _touch(ones: Iterable[float], twos: Iterable[float]) -> bool:
    others = list(twos)
    return any(abs(one - two) < _SAME for one in ones for two in others)


def _path(
    net: Net,
    link: str,
    rows: Rows,
    gaps: Sequence[Sequence[_Piece]],
    starts: Sequence[float],
    tracks: Sequence[float],
    along: Mapping[str, float],
) -> list[Point]:
    """Return the points of a line from the upper end of its net to its own end."""
    end = net.ends[link]
    first, last = rows.row_of[net.root], rows.row_of[end]
    own = {
        number: next(piece for piece in gaps[number] if piece.net is net)
        for number in range(first, max(last, first + 1))
    }
    points: list[Point] = []
    if first == last:
        piece = own[first]
        turn = tracks[first] + piece.track * _TRACK
        at, to = piece.upper_at[net.root], piece.upper_at[end]
        if net.root == end:
            at, to = at - 8, to + 8
        return [
            (at, starts[first] + along[net.root]),
            (at, turn),
            (to, turn),
            (to, starts[first] + along[end]),
        ]
    above = net.root
    for row in range(first, last):
        piece = own[row]
        below = end if row + 1 == last else net.lanes[row + 1]
        start, stop = piece.upper_at[above], piece.lower_at[below]
        points.append((start, starts[row] + along[above] if row == first else starts[row]))
        if abs(start - stop) >= 0.5:
            turn = tracks[row] + piece.track * _TRACK
            points += [(start, turn), (stop, turn)]
        points.append((stop, starts[row + 1]))
        above = below
    return _plain(points)


def _plain(points: Sequence[Point]) -> list[Point]:
    """Return a path without repeated points and without those that it passes straight through."""
    kept: list[Point] = []
    for point in points:
        if kept and abs(kept[-1][0] - point[0]) < 0.01 and abs(kept[-1][1] - point[1]) < 0.01:
            continue
        if len(kept) > 1 and (
            abs(kept[-2][0] - kept[-1][0]) < 0.01 > abs(kept[-1][0] - point[0])
            or abs(kept[-2][1] - kept[-1][1]) < 0.01 > abs(kept[-1][1] - point[1])
        ):
            kept[-1] = point
        else:
            kept.append(point)
    return kept
