"""Things as boxes: the lines of text in each, wrapped, and the room that they and the shape around them need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ssp_graph.palette import Look
from ssp_graph.pictures.diagram import Diagram, Hole, Node
from ssp_graph.pictures.layout.lettering import LEADING, width, wrapped
from ssp_graph.pictures.layout.look import MISSING, Style, look_of
from ssp_graph.words import clean

SIDE, _ABOVE = 6.0, 3.0
_LONGEST = 20  # type sizes: what a box is widened to for a long word
# What a shape takes from the room inside it, at both sides and at top and bottom, in points.
_TAKES = {"note": (4, 2), "tab": (0, 5), "component": (9, 0), "folder": (0, 5), "box3d": (4, 4), "ellipse": (16, 8)}
_DOUBLE = (5, 5)  # what a second edge takes


@dataclass(frozen=True, slots=True)
class BoxText:
    """A text in a box, or one line of it."""

    words: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A thing or a hole with its text; width and height in points. A dashed edge: inferred, or not there (yet)."""

    id: str
    texts: tuple[BoxText, ...]
    width: float
    height: float
    look: Look
    dashed: bool = False
    bold: bool = False
    hole: bool = False


def boxes(diagram: Diagram, room: float, style: Style) -> dict[str, Box]:
    """Return the box of everything in a picture by id, `room` points wide, or wider for a long word."""
    found = {node.id: node_box(node, room, style) for node in diagram.nodes}
    return found | {hole.id: hole_box(hole, room, style) for hole in diagram.holes}


def hole_box(hole: Hole, room: float, style: Style) -> Box:
    """Return the box of something that is missing."""
    return _filled(Box(hole.id, (BoxText(hole.text, italic=True),), room, 0, MISSING, dashed=True, hole=True), style)


def node_box(node: Node, room: float, style: Style, *, worded: bool = True) -> Box:
    """Return a thing's box: its name, what it is (unless a heading above says it), and what else is said of it."""
    inferred = node.basis == "inferred"
    said = node.marks if worded else ", ".join(filter(None, (node.status, "inferred" if inferred else "")))
    texts = (
        BoxText(node.name, bold=True),
        *([BoxText(said)] if said else []),
        *(BoxText(words, italic=words.startswith("No ")) for words in node.words),
    )
    look, dashed = look_of(node.kind, node.word), bool(node.status) or inferred
    return _filled(Box(node.id, texts, room, 0, look, dashed, bold=node.focus), style)


def _filled(box: Box, style: Style) -> Box:
    """Return a box with its texts wrapped, as high as they need, and as it looks here."""
    beside, above = _DOUBLE if box.look.double else _TAKES.get(box.look.shape, (0, 0))
    around = 2 * (SIDE + beside)
    # no word is broken but one far longer than any of English
    longest = max(widest(clean(text.words).split(), style.size, bold=text.bold) for text in box.texts)
    box = replace(box, width=max(box.width, min(longest + around, _LONGEST * style.size)))
    inside = box.width - around
    texts: list[BoxText] = []
    for text in box.texts:
        words = clean(text.words)
        # a twentieth to spare for a machine whose letters are a little wider, unless a word would break for it
        room = max(inside * 0.95, min(widest(words.split(), style.size, bold=text.bold), inside))
        texts += [replace(text, words=line) for line in wrapped(words, room, style.size, bold=text.bold)]
    height = len(texts) * style.size * LEADING + 2 * (_ABOVE + above)
    return replace(box, texts=tuple(texts), height=height, look=style.look(box.look))


def widest(texts: Iterable[str], size: float, *, bold: bool = False) -> float:
    """Return the width of the widest of these texts in points."""
    return max((width(text, size, bold=bold) for text in texts), default=0.0)
