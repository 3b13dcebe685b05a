"""A line chart: readings from left to right by their day, each with its value beside it."""

from __future__ import annotations

from ssp_graph.palette import Look
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.boxes import Box
from ssp_graph.pictures.layout.drawing import Drawing, Inscription, PlacedBox, PlacedLine, Rectangle
from ssp_graph.pictures.layout.lettering import LEADING, width
from ssp_graph.pictures.layout.look import ACCENT, INK, QUIET, RULE, Stroke, Style

_HIGH = 0.36  # of the room: how high the chart is at most
_LINES = 9  # of type: the same
_OTHER_FONT = 1.2  # as wide is a text at most where a reader has not our font
_DOT = 6.0  # points across


def curve(diagram: Diagram, room: float, style: Style) -> Drawing:
    """Return the chart of a diagram's bars, each a point: where it starts along the scale, and how high it ends."""
    size, scale = style.size, diagram.scale
    values = [bar.parts[0][1] for bar in diagram.bars]
    marks = [value for value, _ in scale.ticks]
    low, high = min(0.0, *values, *marks), max(*values, *marks, 1e-9)
    left, top, tall = size * 2, size * LEADING * 2, min(room * _HIGH, size * LEADING * _LINES)
    found = Drawing(room, top + tall + size * LEADING * 2, size)

    def place(along: float, value: float) -> tuple[float, float]:
        share = (along - scale.low) / ((scale.high - scale.low) or 1)
        return left + share * (room - 4 * size - left), top + tall * (1 - (value - low) / ((high - low) or 1))

    points = [place(*bar.parts[0][:2]) for bar in diagram.bars]
    found.rectangles.append(Rectangle(left, place(0, 0)[1], room - left, 0.8, RULE))
    levels = [place(scale.low, value)[1] for value in marks]
    for y, (_, words) in zip(levels, scale.ticks, strict=True):
        found.rectangles.append(Rectangle(left, y, room - left, 0.8, RULE))
        found.inscriptions.append(Inscription(words, left + size * 4, y - size * 0.4, size, colour=QUIET))
    if len(points) > 1:
        told = diagram.summary
        found.lines.append(PlacedLine(tuple(points), style.stroke(Stroke(ACCENT, 1.6, "none")), "stated", tip=told))
    look = style.look(Look("box", ACCENT, ACCENT))
    before = top + tall
    for (x, y), bar in zip(points, diagram.bars, strict=True):
        tip = f"{bar.name}: {bar.words}"
        found.boxes.append(PlacedBox(Box(bar.id, (), _DOT, _DOT, look), x, y, tip=tip, kind="bar"))
        crossed = any(y - _DOT - size < level < y for level in levels)
        foot = y - _DOT if before >= y and not crossed else y + _DOT + size  # where no line comes from or goes
        before = y
        for text, at, bold, colour in ((bar.words, foot, True, INK), (bar.name, top + tall + size * 1.5, False, QUIET)):
            wide = width(text, size, bold=bold) * _OTHER_FONT
            found.inscriptions.append(
                Inscription(text, min(max(x - wide / 2, 0), room - wide), at, size, bold=bold, colour=colour)
            )
    return found
