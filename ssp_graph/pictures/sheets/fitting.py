"""Fitting a picture to its page: the largest type in which it fits, else less of it, and it says so."""

from __future__ import annotations

from collections.abc import Iterator

from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.drawing import Drawing
from ssp_graph.pictures.layout.options import Direction, Options
from ssp_graph.pictures.sheets.folding import folds
from ssp_graph.pictures.sheets.sheet import sheet

_SPARE = 0.5  # points
_HOPELESS = 1.2  # times the page: so much too large in the type tried next


def whole(diagram: Diagram, options: Options) -> tuple[Drawing, bool]:
    """Return a picture on one page, and whether it is no larger than its paper."""
    paper = options.paper
    smallest = paper.types[-1]
    last: list[tuple[float, Drawing]] = []
    before: Diagram | None = None
    for folded in folds(diagram):
        if folded == before:
            continue
        before, last = folded, []
        for size in paper.types if folded is diagram else (smallest,):
            if last and min(over for over, _ in last) * (size / paper.types[0]) ** 2 > _HOPELESS:
                break  # smaller type wins no more than that
            for wide, high, direction in _ways(diagram, options):
                drawing = sheet(folded, wide, direction, options, size)
                over = max(drawing.width / wide, drawing.height / high)
                if drawing.width <= wide + _SPARE and drawing.height <= high + _SPARE:
                    return drawing, True
                last.append((over, drawing))
    return min(last, key=lambda trial: trial[0])[1], False


def _ways(diagram: Diagram, options: Options) -> Iterator[tuple[float, float, Direction]]:
    """Yield the ways to lay it on its paper: width, height, and how it runs."""
    paper = options.paper
    first = options.direction or diagram.direction
    other: Direction = "right" if first == "down" else "down"
    fixed = options.direction or diagram.layout != "levels"
    for direction in (first,) if fixed else (first, other):
        yield paper.long, paper.short, direction
        if paper.turns:
            yield paper.short, paper.long, direction
