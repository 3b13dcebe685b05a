"""Things as boxes: the lines of text in each, wrapped, and the room that they and the shape around them need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ssp_graph.palette import Look
from ssp_graph.pictures.diagram import Diagram, Hole, Node
from ssp_graph.pictures.layout.lettering import LEADING, width, wrapped
from ssp_graph.pictures.layout.look import HOLE, look_of, printed
from ssp_graph.words import clean

SIDE, _ABOVE = 8.0, 6.0
_LONG = 70  # letters of a name from which its box is made wider
# What a shape takes from the room inside it, at both sides and at top and bottom, in points.
_TAKES = {"note": (4, 2), "tab": (0, 5), "component": (9, 0), "folder": (0, 5), "box3d": (4, 4)}
_TAKES |= {"ellipse": (16, 8)}


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text in a box."""

    words: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A thing or a hole with its text; width and height in points. A dashed edge: inferred, or not there (yet)."""

    id: str
    texts: tuple[Text, ...]
    width: float
    height: float
    look: Look
    dashed: bool = False
    bold: bool = False
    hole: bool = False


def boxes(diagram: Diagram, room: float, size: float, *, in_print: bool, widening: bool) -> dict[str, Box]:
    """Return the box of everything in a picture by id, `room` points wide; with `widening`, more for much text."""
    bands = diagram.groups if diagram.direction == "right" else ()
    headed = {level: band.name.lower() for band in bands for level in range(band.first, band.last + 1)}
    found = {
        node.id: node_box(
            node, room, size, in_print=in_print, worded=node.word not in headed.get(node.level, ""), widening=widening
        )
        for node in diagram.nodes
    }
    found |= {hole.id: _hole_box(hole, room, size, in_print=in_print) for hole in diagram.holes}
    return found


def node_box(
    node: Node, room: float, size: float, *, in_print: bool, worded: bool = True, widening: bool = False
) -> Box:
    """Return a thing's box: its name, what it is (unless a heading above says it), and what else is said of it."""
    look = look_of(node.kind, node.word)
    if widening:
        room *= 1.4 if len(node.name) > _LONG or sum(map(len, node.words)) > _LONG * 0.7 else 1
    marks = [node.word if worded else "", node.status, "inferred" if node.basis == "inferred" else ""]
    word = ", ".join(dict.fromkeys(mark for mark in marks if mark))
    texts = _lines(node.name, room, size, look, bold=True)
    if word:
        texts += _lines(word, room, size, look)
    for words in node.words:
        texts += _lines(words, room, size, look, italic=words.startswith("No "))
    height = _height(texts, size, look)
    return Box(
        node.id,
        tuple(texts),
        room,
        height,
        printed(look) if in_print else look,
        dashed=bool(node.status) or node.basis == "inferred",
        bold=node.focus,
    )


def _hole_box(hole: Hole, room: float, size: float, *, in_print: bool) -> Box:
    look = Look("box", "#ffffff", "#000000" if in_print else HOLE, "#000000" if in_print else HOLE)
    texts = _lines(hole.text, room, size, look, italic=True)
    return Box(hole.id, tuple(texts), room, _height(texts, size, look), look, dashed=True, hole=True)


def _lines(text: str, room: float, size: float, look: Look, *, bold: bool = False, italic: bool = False) -> list[Text]:
    inside = room - 2 * (SIDE + _TAKES.get(look.shape, (0, 0))[0])
    longest = widest(clean(text).split(), size, bold=bold)
    # a twentieth to spare for a machine whose letters are a little wider, unless a word would break for it
    room = max(inside * 0.95, min(longest, inside))
    return [Text(line, bold, italic) for line in wrapped(clean(text), room, size, bold=bold)]


def _height(texts: Sequence[Text], size: float, look: Look) -> float:
    return len(texts) * size * LEADING + 2 * (_ABOVE + _TAKES.get(look.shape, (0, 0))[1])


def widest(texts: Iterable[str], size: float, *, bold: bool = False) -> float:
    """Return the width of the widest of these texts in points."""
    return max((width(text, size, bold=bold) for text in texts), default=0.0)
