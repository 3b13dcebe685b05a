"""Which sheets a picture needs: one where it fits at its type size, else several that share its lines among them.

Each line, hole and thing apart is on one sheet exactly; a box is repeated wherever a line of it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.drawing import Drawing
from ssp_graph.pictures.layout.options import Direction, Options
from ssp_graph.pictures.layout.sheet import sheet

_HOPELESS = 1.7  # times the height of the paper: a picture so high fits it in no other way


@dataclass(frozen=True, slots=True)
class _Format:
    """A way to lay a picture on its paper: the width and height that it may have, and how it runs."""

    width: float
    height: float
    direction: Direction

    def fits(self, drawing: Drawing) -> bool:
        return drawing.width <= self.width + 0.5 and drawing.height <= self.height + 0.5


def whole(diagram: Diagram, options: Options) -> tuple[Drawing, bool]:
    """Return a picture in one piece, and whether it is no larger than its paper."""
    form, drawing = _best(diagram, options)
    return drawing, form.fits(drawing)


def pages(diagram: Diagram, options: Options) -> list[Drawing]:
    """Return the sheets of a picture, each no larger than its paper unless a single line asks for more."""
    form, drawing = _best(diagram, options)
    if form.fits(drawing):
        return [drawing]
    items = list(_items(diagram, drawing, form.direction))
    counts: list[int] = []
    start, guess = 0, max(len(items) // 3, 1)
    while start < len(items):
        guess = _most(diagram, items, start, guess, form, options)
        counts.append(guess)
        start += guess
    drawings = []
    start = 0
    for number, count in enumerate(counts, 1):
        part = _part(diagram, items[start : start + count])
        told = f"(page {number} of {len(counts)})" if len(counts) > 1 else ""
        drawings.append(sheet(part, form.width, form.direction, options, told))
        start += count
    return drawings


def _best(diagram: Diagram, options: Options) -> tuple[_Format, Drawing]:
    """Return the first way in which a picture fits its paper, else the one that takes the fewest sheets."""
    trials: list[tuple[_Format, Drawing]] = []
    for form in _formats(diagram, options):
        drawing = sheet(diagram, form.width, form.direction, options)
        if form.fits(drawing):
            return form, drawing
        trials.append((form, drawing))
        if drawing.width <= form.width + 0.5 and drawing.height > _HOPELESS * form.height:
            break  # the paper turned has no more room
    return min(trials, key=lambda trial: (trial[1].width > trial[0].width + 0.5, trial[1].height / trial[0].height))


def _formats(diagram: Diagram, options: Options) -> Iterator[_Format]:
    paper = options.paper
    first = options.direction or diagram.direction
    other: Direction = "right" if first == "down" else "down"
    ways = [first] if options.direction or diagram.layout == "grid" or diagram.groups else [first, other]
    for direction in ways:
        yield _Format(paper.long, paper.short, direction)
        if paper.turns:
            yield _Format(paper.short, paper.long, direction)


@dataclass(frozen=True, slots=True)
class _Item:
    """Something that must be drawn once. A sheet had better end where `part` changes."""

    kind: str
    key: str
    part: float = 0.0


def _items(diagram: Diagram, drawing: Drawing, direction: Direction) -> Iterator[_Item]:
    """Yield everything that must be drawn once, in the order in which it is shared among sheets."""
    if diagram.layout == "grid":
        yield from (_Item("row", node.id) for node in diagram.nodes if node.level == 1)
        return
    place = {each.box.id: (each.y, each.x) for each in drawing.boxes}
    lines = [("line", line.id, line.source, line.target) for line in diagram.lines if line.shown == "line"]
    lines += [("hole", hole.id, hole.at, hole.id) for hole in diagram.holes]
    linked = {end for _, _, *ends in lines for end in ends}
    if direction == "right":
        yield from _branch_by_branch(lines, place)
    else:
        levels = {node.id: float(node.level) for node in diagram.nodes}
        levels |= {hole.id: float(hole.level) for hole in diagram.holes}
        lines.sort(key=lambda line: (max(place[line[2]], place[line[3]]), line[1]))
        yield from (_Item(kind, key, max(levels[one], levels[two])) for kind, key, one, two in lines)
    apart = frozenset(diagram.apart)
    alone = [node.id for node in diagram.nodes if node.id not in linked and node.id not in apart]
    yield from (_Item("node", node, -1.0) for node in sorted(alone, key=place.__getitem__))
    yield from (_Item("apart", node, -2.0) for node in diagram.apart)


def _branch_by_branch(
    lines: Sequence[tuple[str, str, str, str]], place: dict[str, tuple[float, float]]
) -> Iterator[_Item]:
    """Yield lines from left to right along each branch, so that what stands together stays on one sheet."""
    out: dict[str, list[tuple[str, str, str]]] = {}
    for kind, key, one, two in lines:
        left, right = sorted((one, two), key=lambda node: (place[node][1], place[node][0]))
        out.setdefault(left, []).append((kind, key, right))
    done: set[str] = set()
    part = 0.0
    waiting = [("", "", node) for node in sorted(out, key=lambda node: (place[node][1], place[node][0]), reverse=True)]
    while waiting:
        kind, key, node = waiting.pop()
        if kind:
            part += node in out
            yield _Item(kind, key, part)
        if node not in done:
            done.add(node)
            waiting.extend(sorted(out.get(node, ()), key=lambda line: place[line[2]], reverse=True))


def _most(diagram: Diagram, items: Sequence[_Item], start: int, guess: int, form: _Format, options: Options) -> int:
    """Return how many items from `start` on fit one sheet: one at least."""

    def fit(count: int) -> bool:
        part = _part(diagram, items[start : start + count])
        return form.fits(sheet(part, form.width, form.direction, options, "(page 10 of 10)"))

    left = len(items) - start
    most = _largest(min(guess, left), left, fit)
    if most == left:
        return most
    breaks = [count for count in range(most, 0, -1) if items[start + count].part != items[start + count - 1].part]
    return breaks[0] if breaks and breaks[0] * 2 >= most else most


def _largest(guess: int, most: int, fit: Callable[[int], bool]) -> int:
    low, high = 1, most + 1  # low fits or must do, high does not
    if fit(guess):
        low = guess
        step = max(guess // 2, 1)
        while low < most and low + step <= most and fit(low + step):
            low += step
        high = min(low + step, most + 1)
    else:
        high = guess
    while high - low > 1:
        middle = (low + high) // 2
        if fit(middle):
            low = middle
        else:
            high = middle
    return max(low, 1)


def _part(diagram: Diagram, items: Sequence[_Item]) -> Diagram:
    """Return the picture of some of the items, with the boxes they need."""
    keys: dict[str, set[str]] = {}
    for item in items:
        keys.setdefault(item.kind, set()).add(item.key)
    if diagram.layout == "grid":
        rows = keys.get("row", set())
        return replace(
            diagram,
            nodes=tuple(node for node in diagram.nodes if node.level == 0 or node.id in rows),
            lines=tuple(line for line in diagram.lines if line.target in rows),
            holes=tuple(hole for hole in diagram.holes if hole.at in rows),
        )
    lines = [line for line in diagram.lines if line.id in keys.get("line", ())]
    holes = tuple(hole for hole in diagram.holes if hole.id in keys.get("hole", ()))
    apart = tuple(node for node in diagram.apart if node in keys.get("apart", ()))
    shown = {end for line in lines for end in (line.source, line.target)}
    shown |= {hole.at for hole in holes} | set(apart) | keys.get("node", set())
    words = [line for line in diagram.lines if line.shown == "words" and line.at in shown]
    return replace(
        diagram,
        nodes=tuple(node for node in diagram.nodes if node.id in shown),
        lines=(*lines, *words),
        holes=holes,
        apart=apart,
    )
