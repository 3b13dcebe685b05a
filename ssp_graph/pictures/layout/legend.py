"""The legend: what each shape and each line in a picture means, and nothing that is not in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.palette import Look
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.boxes import Box
from ssp_graph.pictures.layout.drawing import Drawing, PlacedBox, PlacedLine, Words
from ssp_graph.pictures.layout.lettering import width
from ssp_graph.pictures.layout.look import HOLE, QUIET, Stroke, look_of, printed, stroke_of

_SAMPLE = 30.0
_ROW = 18.0
Entry = tuple[str, Look | Stroke, str]


def legend(diagram: Diagram, room: float, size: float, *, in_print: bool) -> Drawing:
    """Return the legend of a picture, `room` points wide."""
    found = Drawing(room, 0, size)
    x, y = 0.0, 0.0
    for number, (text, look, dash) in enumerate(_entries(diagram, in_print=in_print)):
        wide = _SAMPLE + 6 + width(text, size) + 16
        if x and x + wide - 16 > room:
            x, y = 0.0, y + _ROW
        if isinstance(look, Look):
            box = Box(f"sample {number}", (), _SAMPLE - 4, 17 if look.double else 12, look, dashed=dash == "dashed")
            found.boxes.append(PlacedBox(box, x + _SAMPLE / 2, y + _ROW / 2, tip=text, kind="sample"))
        else:
            points = ((x, y + _ROW / 2), (x + _SAMPLE, y + _ROW / 2))
            found.lines.append(PlacedLine(points, look, dash, tip=text))
        found.words.append(Words(text, x + _SAMPLE + 6, y + _ROW / 2 + size * 0.35, size))
        x += wide
        found.height = y + _ROW
    return found


def _entries(diagram: Diagram, *, in_print: bool) -> Iterator[Entry]:
    if diagram.layout == "grid":
        return
    words: dict[Look, list[str]] = {}
    for node in diagram.nodes:
        name = _BODIES.get(look_of(node.kind, node.word).rounded, "") if node.kind == "body" else ""
        known = words.setdefault(look_of(node.kind, node.word), [])
        text = name or node.kind.replace("-", " ")
        if text not in known:
            known.append(text)
    for look, texts in words.items():
        yield ", ".join(texts), printed(look) if in_print else look, ""
    if marks := _marks(diagram):
        yield marks, Look("box", "#ffffff", QUIET), "dashed"
    if diagram.holes:
        yield (
            "missing or unknown" if any(hole.unknown for hole in diagram.holes) else "missing",
            Look("box", "#ffffff", "#000000" if in_print else HOLE),
            "dashed",
        )
    drawn = [line for line in diagram.lines if line.shown == "line"]
    for type_ in _ordered(line.type for line in drawn):
        stroke = stroke_of(type_)
        if in_print:
            stroke = Stroke("#000000", stroke.weight, stroke.head, stroke.tail)
        yield RELATIONSHIPS[type_].reads, stroke, "stated"
    plain = Stroke("#000000" if in_print else QUIET, 1.4, "none")
    if any(line.basis == "inferred" and not line.disputed for line in drawn):
        yield "inferred", plain, "inferred"
    if any(line.disputed for line in drawn):
        yield "disputed: sources disagree or lines run in a circle", plain, "disputed"


def _marks(diagram: Diagram) -> str:
    """Return what a dashed edge means here: "proposed, ended or inferred"."""
    found = list(dict.fromkeys(node.status for node in diagram.nodes if node.status))
    if any(node.basis == "inferred" for node in diagram.nodes):
        found.append("inferred")
    return " or ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)


_BODIES = {False: "board, committee or partnership", True: "group, meeting or team"}


def _ordered(types: Iterable[str]) -> list[str]:
    used = set(types)
    return [name for name in RELATIONSHIPS if name in used]
