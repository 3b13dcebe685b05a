"""A picture ready to be painted: boxes, lines, bands and words, each at its place on the paper.

Places are points from the upper left corner, rightwards and downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from ssp_graph.pictures.diagram import Line
from ssp_graph.pictures.layout.boxes import Box
from ssp_graph.pictures.layout.look import INK, Stroke

Point = tuple[float, float]
Kind = Literal["thing", "hole", "cell", "sample", "word", "bar"]


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box by its centre. `tip` is what is said of it; the words of a `left` one begin at its left side."""

    box: Box
    x: float
    y: float
    tip: str = ""
    kind: Kind = "thing"
    left: bool = False


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line by its points from source to target, or a legend's sample, which stands for no line (`line` is None)."""

    points: tuple[Point, ...]
    stroke: Stroke
    dash: str
    line: Line | None = None
    tip: str = ""
    hole: str = ""


@dataclass(frozen=True, slots=True)
class Inscription:
    """A text by the left end of its baseline."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A fill behind everything else, by its upper left corner; with an edge it is a frame."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    edge: str = ""


_Mark = TypeVar("_Mark", PlacedBox, Inscription, Rectangle)


@dataclass(slots=True)
class Drawing:
    """A whole picture. `size` is its type size in points."""

    width: float
    height: float
    size: float
    boxes: list[PlacedBox] = field(default_factory=list)
    lines: list[PlacedLine] = field(default_factory=list)
    inscriptions: list[Inscription] = field(default_factory=list)
    rectangles: list[Rectangle] = field(default_factory=list)

    def take(self, other: Drawing, x: float, y: float) -> None:
        """Add another picture, its upper left corner at this place."""

        def moved(mark: _Mark) -> _Mark:
            return replace(mark, x=mark.x + x, y=mark.y + y)

        self.boxes += map(moved, other.boxes)
        self.lines += [
            replace(each, points=tuple((across + x, down + y) for across, down in each.points)) for each in other.lines
        ]
        self.inscriptions += map(moved, other.inscriptions)
        self.rectangles += map(moved, other.rectangles)
