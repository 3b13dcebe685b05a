"""A matrix as a grid: boards above, themes at the left, a word and a fill in every cell."""

from __future__ import annotations

from dataclasses import replace

from ssp_graph.palette import Look
from ssp_graph.pictures.diagram import Diagram, Hole, Line
from ssp_graph.pictures.layout.boxes import Box, BoxText, node_box
from ssp_graph.pictures.layout.drawing import Drawing, PlacedBox
from ssp_graph.pictures.layout.lettering import LEADING
from ssp_graph.pictures.layout.look import ACCENT, BLACK, QUIET, WHITE, Style
from ssp_graph.words import clean

_SHARES = (0.18, 0.22, 0.27, 0.33)  # of the room for the names of themes
_APART = 4.0  # points between cells
_CLOSER = 4.0  # points that a row is lower than a box by itself
_LEAST = 76.0  # points for a column: "None recorded" in 10-point type
_CELLS = {
    "LEADS_ON": ("Lead", Look("box", ACCENT, ACCENT, WHITE)),
    "SUPPORTS_ON": ("Supporting", Look("box", "#cfe5e7", ACCENT)),
    "NO_ROLE_ON": ("None", Look("box", WHITE, QUIET)),
    "UNSETTLED_ON": ("To be determined", Look("box", WHITE, ACCENT)),
}
_UNKNOWN = Look("box", "#f4f4f2", QUIET, QUIET)
_PRINTED = Look("box", WHITE, BLACK, BLACK)


def grid(diagram: Diagram, room: float, style: Style) -> Drawing:
    """Return the grid of a picture, `room` points wide if its boards find room there, and as low as can be."""
    boards = [node for node in diagram.nodes if node.level == 0]
    heads = (node_box(board, 0, style).width for board in boards)
    least = max(_LEAST * style.size / 10, max(heads, default=0.0) + 1 + _APART)
    tightest = max(room - least * len(boards), room * _SHARES[0])
    shares = {min(room * share, tightest) for share in _SHARES}
    trials = [_laid(diagram, room, first, least, style) for first in sorted(shares)]
    return min(trials, key=lambda trial: (trial.width > room + 0.5, trial.height))


def _laid(diagram: Diagram, room: float, first: float, least: float, style: Style) -> Drawing:
    boards = [node for node in diagram.nodes if node.level == 0]
    wide = max((room - first) / len(boards), least) if boards else 0
    middles = {board.id: first + (number + 0.5) * wide for number, board in enumerate(boards)}
    found = Drawing(first + wide * len(boards), 0, style.size)
    heads = [node_box(node, wide - _APART, style) for node in boards]
    y = max((box.height for box in heads), default=0.0) + _APART
    found.boxes += [
        PlacedBox(replace(box, height=y - _APART), middles[node.id], y / 2, tip=node.tip)
        for node, box in zip(boards, heads, strict=True)
    ]
    known = {(line.target, line.source): line for line in diagram.lines if line.shown == "cell"}
    missing = {hole.id: hole for hole in diagram.holes}
    for node in diagram.nodes:
        if node.level != 1:
            continue
        box = node_box(node, first - _APART, style, worded=False)
        cells = [PlacedBox(box, first / 2, 0, tip=node.tip, left=True)]
        for board, x in middles.items():
            if line := known.get((node.id, board)):
                cells.append(PlacedBox(_cell(line, wide - _APART, style), x, 0, tip=line.tip, kind="cell"))
            elif hole := missing.get(f"{node.id}#{board}"):
                cell = _cell(hole, wide - _APART, style)
                cells.append(PlacedBox(cell, x, 0, tip=clean(hole.sentence), kind="hole"))
        high = max((cell.box.height for cell in cells[1:]), default=0)
        high = max(high, box.height - (_CLOSER if cells[1:] else 0))
        middle = y + (high + _APART) / 2
        found.boxes += [replace(each, box=replace(each.box, height=high), y=middle) for each in cells]
        y += high + _APART
    found.height = y
    return found


def _cell(said: Line | Hole, wide: float, style: Style) -> Box:
    """Return a cell of the grid, as high as its words need."""
    if isinstance(said, Hole) and said.text == _CELLS["NO_ROLE_ON"][0]:
        (word, look), lead, dashed = _CELLS["NO_ROLE_ON"], False, False
        texts = (BoxText(word),)
    elif isinstance(said, Hole):
        texts, look = (BoxText(said.text, italic=True),), _UNKNOWN
        lead, dashed = False, True
    else:
        word, look = _CELLS.get(said.type, (said.verb, _CELLS["SUPPORTS_ON"][1]))
        lead, dashed = said.type == "LEADS_ON", said.basis == "inferred"
        texts = (BoxText(word, bold=lead), *((BoxText("(inferred)", italic=True),) if dashed else ()))
    high = len(texts) * style.size * LEADING + 8
    look = _PRINTED if style.in_print else look
    return Box(said.id, texts, wide, high, look, dashed, bold=style.in_print and lead, hole=isinstance(said, Hole))
