"""A frame with one box in it, or with a list of things that stand alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ssp_graph.english import capital, plural
from ssp_graph.palette import Look
from ssp_graph.pictures.diagram import Diagram, Node
from ssp_graph.pictures.layout.boxes import SIDE, Box, BoxText
from ssp_graph.pictures.layout.drawing import Drawing, Kind, PlacedBox, Point
from ssp_graph.pictures.layout.lettering import LEADING, wrapped
from ssp_graph.pictures.layout.look import NO_LOOK, QUIET, WHITE, Style, look_of
from ssp_graph.words import clean

_PAD = 3.0  # points above and below the rows of a list


def alike(diagram: Diagram) -> list[tuple[str, ...]]:
    """Return the things that lines lead to, those together that have the same lines to the same others."""
    lines: dict[str, set[tuple[object, ...]]] = {}
    for line in diagram.lines:
        if line.shown == "line":
            manner = (line.type, line.verb, line.basis, line.disputed)
            lines.setdefault(line.source, set()).add((*manner, "to", line.target))
            lines.setdefault(line.target, set()).add((*manner, "from", line.source))
    apart, holed = frozenset(diagram.apart), {hole.at for hole in diagram.holes}
    groups: dict[object, list[str]] = {}
    for node in diagram.nodes:
        if node.id not in apart:
            single = node.focus or node.id in holed or node.id not in lines
            key = node.id if single else (node.level, frozenset(lines[node.id]))
            groups.setdefault(key, []).append(node.id)
    return [tuple(group) for group in groups.values()]


@dataclass(frozen=True, slots=True)
class Frame:
    """Boxes one above the other or, with a look, a list beneath the head that says what they all are."""

    boxes: tuple[Box, ...]
    head: tuple[Box, ...] = ()
    look: Look | None = None

    @property
    def id(self) -> str:
        """The id of what stands first in it."""
        return self.boxes[0].id

    @property
    def size(self) -> tuple[float, float]:
        """Its width and height in points."""
        around = 2 * _PAD if self.look else 0.0
        return max(box.width for box in self.boxes), sum(box.height for box in (*self.head, *self.boxes)) + around


def frame_of(nodes: Sequence[Node], wide: float, style: Style, *, headed: bool = True) -> Frame:
    """Return a list of things that stand alike; `headed`, its first row says what they all are."""
    words = {node.word for node in nodes}
    looks = {look_of(node.kind, node.word) for node in nodes}
    look = style.look(looks.pop() if len(looks) == 1 else Look("box", WHITE, QUIET))
    plain = replace(look, shape="box", crossed=False, double=False, barred=False)
    inside = replace(NO_LOOK, ink=look.ink)
    rows = tuple(_row(node, wide, style, inside, worded=len(words) > 1) for node in nodes)
    head = BoxText(capital(plural(nodes[0].word)), bold=True)
    heads = (Box("", (head,), wide, style.size * LEADING + 4, inside),) if headed and len(words) == 1 else ()
    return Frame(rows, heads, plain)


def _row(node: Node, wide: float, style: Style, look: Look, *, worded: bool) -> Box:
    """Return a thing as a row of a list."""
    marks = node.marks if worded else ", ".join(filter(None, (node.status, node.basis.replace("stated", ""))))
    room = (wide - 2 * SIDE) * 0.95
    texts = [BoxText(line) for line in wrapped(clean(f"{node.name}{marks and ', '}{marks}"), room, style.size)]
    texts += [BoxText(line, italic=True) for words in node.words for line in wrapped(clean(words), room, style.size)]
    return Box(node.id, tuple(texts), wide, len(texts) * style.size * LEADING + 3, look)


def place(found: Drawing, diagram: Diagram, frame: Frame, middle: Point) -> None:
    """Draw a frame and what is in it around its middle."""
    here = {box.id for box in frame.boxes}
    tips = {node.id: node.tip for node in diagram.nodes if node.id in here}
    tips |= {hole.id: hole.sentence for hole in diagram.holes if hole.id in here}
    x, y = middle[0], middle[1] - frame.size[1] / 2
    if frame.look:
        found.boxes.append(PlacedBox(Box(frame.id, (), *frame.size, frame.look), *middle, kind="word"))
        y += _PAD
    for box in (*frame.head, *frame.boxes):
        kind: Kind = "hole" if box.hole else "thing" if box.id else "word"
        tip, left = tips.get(box.id, ""), frame.look is not None
        found.boxes.append(PlacedBox(box, x, y + box.height / 2, tip=tip, kind=kind, left=left))
        y += box.height
