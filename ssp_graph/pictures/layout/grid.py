"""A matrix as a grid: boards above, themes at the left, a word and a fill in every cell."""

from __future__ import annotations

from dataclasses import replace

from ssp_graph.palette import Look
from ssp_graph.pictures.diagram import Diagram, Hole, Line
from ssp_graph.pictures.layout.boxes import SIDE, Box, Text, node_box, widest
from ssp_graph.pictures.layout.chart import tip_of
from ssp_graph.pictures.layout.drawing import Drawing, PlacedBox
from ssp_graph.pictures.layout.lettering import LEADING
from ssp_graph.pictures.layout.look import ACCENT, QUIET
from ssp_graph.words import clean

_SHARES = (0.18, 0.22, 0.27, 0.33)  # of the room for the names of themes
_APART = 4.0  # points between cells
_CLOSER = 4.0  # points that a row is lower than a box by itself
_LEAST = 68.0  # points for a column: "Not recorded" in 10-point type
_WORDS = {"LEADS_ON": "Lead", "SUPPORTS_ON": "Supporting", "NO_ROLE_ON": "None"}
_LOOKS = {
    "LEADS_ON": Look("box", ACCENT, ACCENT, "#ffffff"),
    "SUPPORTS_ON": Look("box", "#cfe5e7", ACCENT),
    "NO_ROLE_ON": Look("box", "#ffffff", QUIET),
}
_UNKNOWN = Look("box", "#f4f4f2", QUIET, QUIET)
_PRINTED = Look("box", "#ffffff", "#000000", "#000000")


def grid(diagram: Diagram, room: float, size: float, *, in_print: bool) -> Drawing:
    """Return the grid of a picture, `room` points wide if its boards find room there, and as low as can be."""
    boards = [node for node in diagram.nodes if node.level == 0]
    longest = widest((word for board in boards for word in clean(board.name).split()), size, bold=True)
    least = max(_LEAST * size / 10, longest + 2 * SIDE + _APART)
    tightest = max(room - least * len(boards), room * _SHARES[0])
    shares = {min(room * share, tightest) for share in _SHARES}
    trials = [_laid(diagram, room, first, least, size, in_print=in_print) for first in sorted(shares)]
    return min(trials, key=lambda trial: (trial.width > room + 0.5, trial.height))


def _laid(diagram: Diagram, room: float, first: float, least: float, size: float, *, in_print: bool) -> Drawing:
    boards = [node for node in diagram.nodes if node.level == 0]
    themes = [node for node in diagram.nodes if node.level == 1]
    wide = max((room - first) / len(boards), least) if boards else 0
    found = Drawing(first + wide * len(boards), 0, size)
    heads = [node_box(node, wide - _APART, size, in_print=in_print) for node in boards]
    y = max((box.height for box in heads), default=0.0) + _APART
    for number, (node, box) in enumerate(zip(boards, heads, strict=True)):
        placed = replace(box, height=y - _APART)
        found.boxes.append(
            PlacedBox(placed, first + (number + 0.5) * wide, y / 2, tip=clean(f"{node.name}, {node.word}"))
        )
    known = {(line.target, line.source): line for line in diagram.lines if line.shown == "cell"}
    missing = {hole.id: hole for hole in diagram.holes}
    for node in themes:
        box = node_box(node, first - _APART, size, in_print=in_print, worded=False)
        cells: list[PlacedBox] = []
        for number, board in enumerate(boards):
            x = first + (number + 0.5) * wide
            if line := known.get((node.id, board.id)):
                cells.append(PlacedBox(_cell(line, wide, size, in_print=in_print), x, 0, tip=tip_of(line), kind="cell"))
            elif hole := missing.get(f"{node.id}#{board.id}"):
                cell = _empty_cell(hole, wide, size, in_print=in_print)
                cells.append(PlacedBox(cell, x, 0, tip=clean(hole.sentence), kind="hole"))
        high = max(box.height - _CLOSER, *(cell.box.height for cell in cells)) if cells else box.height
        heading = PlacedBox(box, first / 2, 0, tip=clean(f"{node.name}, {node.word}"), left=True)
        middle = y + (high + _APART) / 2
        found.boxes += [replace(each, box=replace(each.box, height=high), y=middle) for each in (heading, *cells)]
        y += high + _APART
    found.height = y
    return found


def _cell(line: Line, wide: float, size: float, *, in_print: bool) -> Box:
    lead = line.type == "LEADS_ON"
    inferred = line.basis == "inferred"
    texts = (Text(_WORDS[line.type], bold=lead), *((Text("(inferred)", italic=True),) if inferred else ()))
    look = _PRINTED if in_print else _LOOKS[line.type]
    return Box(line.id, texts, wide - _APART, _high(texts, size), look, inferred, bold=in_print and lead)


def _empty_cell(hole: Hole, wide: float, size: float, *, in_print: bool) -> Box:
    texts = (Text(hole.text, italic=True),)
    look = _PRINTED if in_print else _UNKNOWN
    return Box(hole.id, texts, wide - _APART, _high(texts, size), look, dashed=True, hole=True)


def _high(texts: tuple[Text, ...], size: float) -> float:
    return len(texts) * size * LEADING + 8
