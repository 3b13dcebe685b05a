"""A picture ready to be painted: boxes, lines, bands and words, each at its place on the paper.

Places are points from the upper left corner, rightwards and downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ssp_graph.pictures.diagram import Line
from ssp_graph.pictures.layout.boxes import Box
from ssp_graph.pictures.layout.look import INK, Stroke
from ssp_graph.pictures.layout.routing import Point


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box by its centre. `tip` is what is said of it; the words of a `left` one begin at its left side."""

    box: Box
    x: float
    y: float
    tip: str = ""
    kind: Literal["thing", "hole", "cell", "sample"] = "thing"
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
class Words:
    """A text by the left end of its baseline."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle behind everything else; with an edge it is a frame."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    edge: str = ""


@dataclass(slots=True)
class Drawing:
    """A whole picture. `size` is its type size in points."""

    width: float
    height: float
    size: float
    boxes: list[PlacedBox] = field(default_factory=list)
    lines: list[PlacedLine] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)

    def shifted(self, x: float, y: float) -> Drawing:
        """Return the picture moved to the right and down; its extent stays."""
        return Drawing(
            self.width,
            self.height,
            self.size,
            [PlacedBox(each.box, each.x + x, each.y + y, each.tip, each.kind, each.left) for each in self.boxes],
            [
                PlacedLine(
                    tuple((px + x, py + y) for px, py in each.points),
                    each.stroke,
                    each.dash,
                    each.line,
                    each.tip,
                    each.hole,
                )
                for each in self.lines
            ],
            [Words(each.text, each.x + x, each.y + y, each.size, each.bold, each.colour) for each in self.words],
            [Area(each.x + x, each.y + y, each.width, each.height, each.fill, each.edge) for each in self.areas],
        )

    def take(self, other: Drawing, x: float, y: float) -> None:
        """Add another picture, its upper left corner at this place."""
        moved = other.shifted(x, y)
        self.boxes += moved.boxes
        self.lines += moved.lines
        self.words += moved.words
        self.areas += moved.areas
