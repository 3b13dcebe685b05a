"""The picture that can be explored: pyvis's page taken apart, for the two scripts in it that need no network.

Things stand fixed where they stand in the static picture, so nothing moves by itself.
"""

from __future__ import annotations

import re
from typing import Any

from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.drawing import Drawing
from ssp_graph.pictures.layout.look import INK, MISSING, look_of, stroke_of
from ssp_graph.pictures.painting.svg import anchor
from ssp_graph.words import clean

_PIXELS = 4 / 3  # to a point
_SCRIPT = re.compile(r"<script[^>]*>(.*?)</script>", re.DOTALL)


def scripts(diagram: Diagram, drawing: Drawing) -> tuple[str, str]:
    """Return the library that draws, and the script that gives it this picture.

    They draw into the element `mynetwork`, and leave `network`, `nodes` and `edges`.
    """
    from pyvis.network import Network  # type: ignore[import-untyped]  # it has no types

    network = Network(directed=True, cdn_resources="in_line")
    across = "horizontal" if diagram.direction == "right" else "vertical"
    network.options = {
        "physics": {"enabled": False},
        "interaction": {"dragNodes": False, "zoomView": False, "keyboard": False, "hover": False},
        "edges": {"smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": across, "roundness": 0.35}},
        "layout": {"improvedLayout": False},
    }
    _add_things(network, diagram, drawing)
    _add_lines(network, diagram)
    found: list[str] = _SCRIPT.findall(network.generate_html(notebook=False))
    library = next(text for text in found if "vis-network" in text[:400])
    picture = next(text for text in found if "drawGraph" in text)
    return _inline(library), _inline(picture)


def _inline(script: str) -> str:
    """Return a script that nothing in it can end before its end."""
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--").strip()


def _add_things(network: Any, diagram: Diagram, drawing: Drawing) -> None:
    things = {node.id: node for node in diagram.nodes}
    drawn = ("thing",) if diagram.layout == "grid" else ("thing", "hole")
    for placed in drawing.boxes:
        if placed.kind not in drawn:
            continue
        box = placed.box
        thing = things.get(box.id)
        look = look_of(thing.kind, thing.word) if thing else box.look
        network.add_node(
            anchor(box.id),
            label=f"{clean(thing.name)}\n{clean(thing.word)}" if thing else " ".join(text.words for text in box.texts),
            shape="box",
            x=round(placed.x * _PIXELS),
            y=round(placed.y * _PIXELS),
            kind=thing.kind if thing else "missing",
            color={"background": look.fill, "border": look.edge, "highlight": {"background": look.fill, "border": INK}},
            font={"color": look.ink, "size": 13, "face": "Arial"},
            borderWidth=1,
            borderWidthSelected=4,
            shapeProperties={"borderDashes": [5, 4] if box.dashed else False, "borderRadius": 4},
            widthConstraint={"maximum": round(box.width * _PIXELS - 10)},
        )


def _add_lines(network: Any, diagram: Diagram) -> None:
    known = {node.id for node in diagram.nodes}
    for number, line in enumerate(diagram.lines):
        if line.shown == "words" or not {line.source, line.target} <= known:
            continue
        stroke = stroke_of(line.type)
        dashes = [2, 4] if line.disputed else [7, 5] if line.basis == "inferred" else False
        network.add_edge(
            anchor(line.source),
            anchor(line.target),
            id=f"line-{number}",
            type=line.type,
            color={"color": stroke.colour, "highlight": stroke.colour},
            width=stroke.weight,
            dashes=dashes,
            arrows="" if stroke.head == "none" or stroke.tail != "none" else "to",
        )
    for number, hole in enumerate(diagram.holes if diagram.layout != "grid" else ()):
        ends, name = (anchor(hole.at), anchor(hole.id)), f"gap-{number}"
        network.add_edge(*ends, id=name, type="", color=MISSING.edge, dashes=[2, 4], arrows="")
