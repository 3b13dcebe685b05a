"""The legend: what each shape and each line in a picture means, and nothing that is not in it."""

from __future__ import annotations

from collections.abc import Iterator

from ssp_graph.english import joined
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.palette import Look
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.boxes import Box
from ssp_graph.pictures.layout.drawing import Drawing, Inscription, PlacedBox, PlacedLine
from ssp_graph.pictures.layout.lettering import width
from ssp_graph.pictures.layout.look import MISSING, QUIET, WHITE, Stroke, Style, look_of, stroke_of

_SAMPLE = 30.0
_ROW = 16.0
_BODIES = {False: "board, committee or partnership", True: "group, meeting or team"}


def legend(diagram: Diagram, room: float, style: Style) -> Drawing:
    """Return the legend of a picture, `room` points wide."""
    found = Drawing(room, 0, style.size)
    x, y = 0.0, 0.0
    for number, (text, look, dash) in enumerate(_entries(diagram, style)):
        wide = _SAMPLE + 6 + width(text, style.size) + 16
        if x and x + wide - 16 > room:
            x, y = 0.0, y + _ROW
        middle = y + _ROW / 2
        if isinstance(look, Look):
            box = Box(f"sample {number}", (), _SAMPLE - 4, 17 if look.double else 12, look, dashed=dash == "dashed")
            found.boxes.append(PlacedBox(box, x + _SAMPLE / 2, middle, tip=text, kind="sample"))
        else:
            found.lines.append(PlacedLine(((x, middle), (x + _SAMPLE, middle)), look, dash, tip=text))
        found.inscriptions.append(Inscription(text, x + _SAMPLE + 6, middle + style.size * 0.35, style.size))
        x += wide
        found.height = y + _ROW
    return found


def _entries(diagram: Diagram, style: Style) -> Iterator[tuple[str, Look | Stroke, str]]:
    """Yield each entry with the look of its sample, and how that is dashed."""
    if diagram.layout in ("grid", "bars", "curve"):
        return
    meanings: dict[Look, dict[str, None]] = {}
    for node in diagram.nodes:
        look = look_of(node.kind, node.word)
        meaning = _BODIES[look.rounded] if node.kind == "body" else node.kind_in_words
        meanings.setdefault(look, {})[meaning] = None
    for look, texts in meanings.items():
        yield ", ".join(texts), style.look(look), ""
    marks = dict.fromkeys(node.status for node in diagram.nodes if node.status)
    if any(node.basis == "inferred" for node in diagram.nodes):
        marks["inferred"] = None
    if marks:
        yield joined(list(marks), "or"), Look("box", WHITE, QUIET), "dashed"
    if diagram.holes:
        unknown = any(hole.unknown for hole in diagram.holes)
        yield "missing or unknown" if unknown else "missing", style.look(MISSING), "dashed"
    drawn = diagram.arrows
    verbs = {line.type: line.verb for line in drawn}
    known = {name: relationship.reads for name, relationship in RELATIONSHIPS.items() if name in verbs}
    for name, reads in (known | verbs | known).items():  # in the order of their declaration
        yield reads, style.stroke(stroke_of(name)), "stated"
    plain = style.stroke(Stroke(QUIET, 1.4, "none"))
    if any(line.basis == "inferred" and not line.disputed for line in drawn):
        yield "inferred", plain, "inferred"
    if any(line.disputed for line in drawn):
        yield "disputed: sources disagree or lines run in a circle", plain, "disputed"
