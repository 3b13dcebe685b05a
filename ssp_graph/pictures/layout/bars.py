"""A chart of bars: a row for each thing, its name at the left, its bar along a scale, and the same in words."""

from __future__ import annotations

from collections.abc import Iterator

from ssp_graph.palette import Look
from ssp_graph.pictures.diagram import Bar, Diagram
from ssp_graph.pictures.layout.boxes import Box, BoxText, widest
from ssp_graph.pictures.layout.drawing import Drawing, Inscription, PlacedBox, Rectangle
from ssp_graph.pictures.layout.lettering import LEADING, width, wrapped
from ssp_graph.pictures.layout.look import ACCENT, BAND, NO_LOOK, QUIET, RULE, WHITE, Style

_NAMES, _WORDS = 0.45, 0.24  # of the room: at most, for names at the left and for words at the right
_THICK = 0.9  # type sizes
_HALF = Look("box", "#cfe5e7", ACCENT)
_TONES = {"full": Look("box", ACCENT, ACCENT, WHITE), "half": _HALF, "open": Look("box", WHITE, ACCENT)}


def bars(diagram: Diagram, room: float, style: Style) -> Drawing:
    """Return the chart, `room` points wide and as high as it needs to be."""
    size, scale = style.size, diagram.scale
    names = min(widest((bar.name for bar in diagram.bars), size) + 14, room * _NAMES)
    words = min(widest((bar.words for bar in diagram.bars), size) + 10, room * _WORDS)
    left, right = names, room - words
    found = Drawing(room, 0, size)

    def place(value: float) -> float:
        return left + (right - left) * (value - scale.low) / ((scale.high - scale.low) or 1)

    y = size * LEADING * 2 if scale.ticks or scale.shaded else 0.0
    start, group = y, ""
    for number, bar in enumerate(diagram.bars):
        if bar.group != group:
            group = bar.group
            y += size * 0.5
            found.inscriptions.append(Inscription(group, 0, y + size, size, bold=True, colour=ACCENT))
            y += size * LEADING + 2
        high = 0.0
        for box in _texts(bar, number, names, words, style):
            x = names / 2 if box.id else room - words / 2 + 4
            high = max(high, box.height)
            found.boxes.append(PlacedBox(box, x, 0, tip=f"{bar.name}: {bar.words}", kind="word", left=True))
        for begin, end, tone in bar.parts:
            wide = max(place(end) - place(begin), 1.5)
            look, dashed = style.look(_TONES[tone]), tone == "open"
            part = Box(bar.id, (), wide, size * _THICK, look, dashed=dashed)
            middle = place(begin) + wide / 2
            found.boxes.append(PlacedBox(part, middle, 0, tip=f"{bar.name}: {bar.words}", kind="bar"))
        found.boxes[:] = [each if each.y else _at(each, y + high / 2) for each in found.boxes]
        y += high
    found.height = y + 2
    for begin, end, _ in scale.shaded:
        found.rectangles.append(Rectangle(place(begin), start, place(end) - place(begin), y - start, BAND))
    for begin, end, name in scale.shaded:
        x = min(max((place(begin) + place(end) - width(name, size, bold=True)) / 2, left), right)
        found.inscriptions.append(Inscription(name, x, size, size, bold=True, colour=ACCENT))
    for value, tick in scale.ticks:
        found.rectangles.append(Rectangle(place(value), start, 0.6, y - start, RULE))
        x = min(place(value) - width(tick, size) / 2, room - width(tick, size))
        found.inscriptions.append(Inscription(tick, x, size * LEADING + size, size, colour=QUIET))
    return found


def _texts(bar: Bar, number: int, names: float, words: float, style: Style) -> Iterator[Box]:
    for key, text, wide in ((f"{number} name", bar.name, names), ("", bar.words, words)):
        rows = tuple(BoxText(line) for line in wrapped(text, wide - 12, style.size))
        yield Box(key, rows, wide, len(rows) * style.size * LEADING + 2, NO_LOOK)


def _at(placed: PlacedBox, y: float) -> PlacedBox:
    return PlacedBox(placed.box, placed.x, y, placed.tip, placed.kind, placed.left)
