"""Which sheets a picture needs: one where it fits at its type size, else several that share its lines among them.

Each line, hole and thing apart is on one sheet exactly; a box is repeated wherever a line of it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.drawing import Drawing
from ssp_graph.pictures.layout.options import Direction, Options
from ssp_graph.pictures.layout.sheet import sheet

_HOPELESS = 1.7  # times the height of the paper: a picture so high fits it in no other way


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to lay pictures on their paper: the width and height that one may have, and how it runs."""

    width: float
    height: float
    direction: Direction
    options: Options

    def sheet(self, diagram: Diagram, part: str = "") -> Drawing:
        return sheet(diagram, self.width, self.direction, self.options, part)

    def fits(self, drawing: Drawing) -> bool:
        return self.fits_across(drawing) and drawing.height <= self.height + 0.5

    def fits_across(self, drawing: Drawing) -> bool:
        return drawing.width <= self.width + 0.5


class _Share(NamedTuple):
    """Something that must be drawn once: a line or a hole with its two ends, a row, or a thing that has no line.

    A sheet had better end where `part` changes.
    """

    id: str
    ends: tuple[str, ...] = ()
    part: int = 0


def whole(diagram: Diagram, options: Options) -> tuple[Drawing, bool]:
    """Return a picture in one piece, and whether it is no larger than its paper."""
    way, drawing = _best(diagram, options)
    return drawing, way.fits(drawing)


def pages(diagram: Diagram, options: Options) -> list[Drawing]:
    """Return the sheets of a picture, each no larger than its paper unless a single line asks for more."""
    way, drawing = _best(diagram, options)
    if way.fits(drawing):
        return [drawing]
    left = list(_shares(diagram, drawing, way.direction))
    guess = max(len(left) // 3, 1)
    parts: list[Diagram] = []
    while left:
        guess = _most(diagram, left, guess, way)
        parts.append(_part(diagram, left[:guess]))
        left = left[guess:]
    told = "(page {} of {})" if len(parts) > 1 else ""
    return [way.sheet(part, told.format(number, len(parts))) for number, part in enumerate(parts, 1)]


def _best(diagram: Diagram, options: Options) -> tuple[_Way, Drawing]:
    """Return the first way in which a picture fits its paper, else the one that takes the fewest sheets."""
    trials: list[tuple[_Way, Drawing]] = []
    for way in _ways(diagram, options):
        drawing = way.sheet(diagram)
        if way.fits(drawing):
            return way, drawing
        trials.append((way, drawing))
        if way.fits_across(drawing) and drawing.height > _HOPELESS * way.height:
            break  # the paper turned has no more room
    return min(trials, key=lambda trial: (not trial[0].fits_across(trial[1]), trial[1].height / trial[0].height))


def _ways(diagram: Diagram, options: Options) -> Iterator[_Way]:
    paper = options.paper
    first = options.direction or diagram.direction
    other: Direction = "right" if first == "down" else "down"
    fixed = options.direction or diagram.layout == "grid" or diagram.bands
    for direction in (first,) if fixed else (first, other):
        yield _Way(paper.long, paper.short, direction, options)
        if paper.turns:
            yield _Way(paper.short, paper.long, direction, options)


def _shares(diagram: Diagram, drawing: Drawing, direction: Direction) -> Iterator[_Share]:
    """Yield everything that must be drawn once, in the order in which it is shared among sheets."""
    if diagram.layout == "grid":
        yield from (_Share(node.id) for node in diagram.nodes if node.level == 1)
        return
    place = {each.box.id: (each.y, each.x) for each in drawing.boxes}
    joined = [_Share(line.id, (line.source, line.target)) for line in diagram.lines if line.shown == "line"]
    joined += [_Share(hole.id, (hole.at, hole.id)) for hole in diagram.holes]
    if direction == "right":
        yield from _branch_by_branch(joined, place)
    else:
        levels = {node.id: node.level for node in diagram.nodes} | {hole.id: hole.level for hole in diagram.holes}
        joined.sort(key=lambda each: (max(place[end] for end in each.ends), each.id))
        yield from (each._replace(part=max(levels[end] for end in each.ends)) for each in joined)
    placed = {end for each in joined for end in each.ends}.union(diagram.apart)
    alone = [node.id for node in diagram.nodes if node.id not in placed]
    yield from (_Share(node, part=-1) for node in sorted(alone, key=place.__getitem__))
    yield from (_Share(node, part=-2) for node in diagram.apart)


def _branch_by_branch(joined: Sequence[_Share], place: Mapping[str, tuple[float, float]]) -> Iterator[_Share]:
    """Yield lines from left to right along each branch, so that what stands together stays on one sheet."""

    def from_the_left(node: str) -> tuple[float, float]:
        return place[node][::-1]

    out: dict[str, list[tuple[str, _Share]]] = {}
    for each in joined:
        left, right = sorted(each.ends, key=from_the_left)
        out.setdefault(left, []).append((right, each))
    done: set[str] = set()
    part = 0
    waiting: list[tuple[str, _Share | None]] = [(node, None) for node in sorted(out, key=from_the_left, reverse=True)]
    while waiting:
        node, share = waiting.pop()
        if share:
            part += node in out
            yield share._replace(part=part)
        if node not in done:
            done.add(node)
            waiting += sorted(out.get(node, ()), key=lambda line: place[line[0]], reverse=True)


def _most(diagram: Diagram, left: Sequence[_Share], guess: int, way: _Way) -> int:
    """Return how many of what is left fit one sheet: one at least."""

    def fit(count: int) -> bool:
        return way.fits(way.sheet(_part(diagram, left[:count]), "(page 10 of 10)"))

    most = _largest(min(guess, len(left)), len(left), fit)
    if most == len(left):
        return most
    end = next((count for count in range(most, 0, -1) if left[count].part != left[count - 1].part), 0)
    return end if end * 2 >= most else most


def _largest(guess: int, most: int, fit: Callable[[int], bool]) -> int:
    """Return the largest number that fits, from 1 to `most`."""
    low, high = 1, most + 1  # low fits or must do, high does not
    if fit(guess):
        low = guess
        step = max(guess // 2, 1)
        while low + step <= most and fit(low + step):
            low += step
        high = min(low + step, most + 1)
    else:
        high = guess
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fit(middle) else (low, middle)
    return low


def _part(diagram: Diagram, shares: Sequence[_Share]) -> Diagram:
    """Return the picture of some of its shares, with the boxes they need."""
    ids = {share.id for share in shares}
    grid = diagram.layout == "grid"
    lines = [line for line in diagram.lines if (line.target if grid else line.id) in ids]
    holes = tuple(hole for hole in diagram.holes if (hole.at if grid else hole.id) in ids)
    shown = ids | {end for line in lines for end in (line.source, line.target)} | {hole.at for hole in holes}
    words = [line for line in diagram.lines if line.shown == "words" and line.at in shown]
    return replace(
        diagram,
        nodes=tuple(node for node in diagram.nodes if node.id in shown or (grid and node.level == 0)),
        lines=(*lines, *words),
        holes=holes,
        apart=tuple(node for node in diagram.apart if node in ids),
    )
