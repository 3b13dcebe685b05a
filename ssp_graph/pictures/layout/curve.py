"""A line chart: readings from left to right by their day, each with its value beside it."""

from __future__ import annotations

from ssp_graph.palette import Look
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.boxes import Box
from ssp_graph.pictures.layout.drawing import Drawing, Inscription, PlacedBox, PlacedLine, Rectangle
from ssp_graph.pictures.layout.lettering import LEADING, width
from ssp_graph.pictures.layout.look import ACCENT, INK, QUIET, RULE, Stroke, Style

_HIGH = 0.36  # of the room: how high the chart is
_DOT = 6.0  # points across


def curve(diagram: Diagram, room: float, style: Style) -> Drawing:
    """Return the chart of a diagram's bars, each a point: where it starts along the scale, and how high it ends."""
    size, scale = style.size, diagram.scale
    values = [bar.parts[0][1] for bar in diagram.bars]
    low, high = min(0.0, *values), max(*values, 1e-9)
    left, top, tall = size * 2, size * LEADING * 2, room * _HIGH
    found = Drawing(room, top + tall + size * LEADING * 2, size)

    def place(along: float, value: float) -> tuple[float, float]:
        share = (along - scale.low) / ((scale.high - scale.low) or 1)
        return left + share * (room - 4 * size - left), top + tall * (1 - (value - low) / ((high - low) or 1))

    points = [place(*bar.parts[0][:2]) for bar in diagram.bars]
    found.rectangles.append(Rectangle(left, place(0, 0)[1], room - left, 0.8, RULE))
    if len(points) > 1:
        told = diagram.summary
        found.lines.append(PlacedLine(tuple(points), style.stroke(Stroke(ACCENT, 1.6, "none")), "stated", tip=told))
    look = style.look(Look("box", ACCENT, ACCENT))
    before = top + tall
    for (x, y), bar in zip(points, diagram.bars, strict=True):
        tip = f"{bar.name}: {bar.words}"
        found.boxes.append(PlacedBox(Box(bar.id, (), _DOT, _DOT, look), x, y, tip=tip, kind="bar"))
        foot = y - _DOT if before >= y else y + _DOT + size  # where the line does not come from
        before = y
        for text, at, bold, colour in ((bar.words, foot, True, INK), (bar.name, top + tall + size * 1.5, False, QUIET)):
            wide = width(text, size, bold=bold)
            found.inscriptions.append(
                Inscription(text, min(max(x - wide / 2, 0), room - wide), at, size, bold=bold, colour=colour)
            )
    return found
