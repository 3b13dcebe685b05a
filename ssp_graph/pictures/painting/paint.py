"""Painting a drawing with Graphviz, as SVG or PNG: every box and line at the place that was found for it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import dist
from typing import Any

from ssp_graph.pictures.layout.boxes import BoxText
from ssp_graph.pictures.layout.drawing import Drawing, PlacedBox, PlacedLine, Point, Rectangle
from ssp_graph.pictures.layout.lettering import FONT, LEADING
from ssp_graph.pictures.layout.look import DASHES, WHITE, Stroke
from ssp_graph.pictures.quiet import quiet

_ARROW = 7.0  # points
_LENGTHS = {"none": 0.0, "dot": 0.8, "odot": 0.8, "box": 0.75, "diamond": 1.2, "odiamond": 1.2, "vee": 1.0}
_CORNER = 4.0  # the radius of a turn, in points


def painted(drawing: Drawing, format_: str, *, dots: int = 72) -> bytes:
    """Return a drawing in a format of Graphviz; `dots` per inch matter to PNG alone.

    Boxes are the nodes `b0`, `b1` … and lines the edges `l0`, `l1` …, in the order of the drawing.
    """
    from pygraphviz import AGraph  # type: ignore[import-untyped]  # it has no types

    high = drawing.height
    graph = AGraph(directed=True, strict=False)
    graph.graph_attr.update(pad="0", margin="0", splines="true", outputorder="edgesfirst", dpi=str(dots))
    graph.graph_attr["_background"] = _background(drawing)
    graph.graph_attr["bb"] = f"0,0,{drawing.width:.2f},{high:.2f}"
    graph.node_attr.update(fixedsize="true", fontname=FONT, fontsize=str(drawing.size), margin="0")
    graph.edge_attr.update(arrowsize=str(_ARROW / 10))
    for number, (x, y) in enumerate(((0.0, 0.0), (drawing.width, high))):  # what holds the paper open
        graph.add_node(f"c{number}", shape="point", style="invis", width="0", height="0", pos=f"{x:.2f},{y:.2f}")
    for number, placed in enumerate(drawing.boxes):
        graph.add_node(f"b{number}", pos=f"{placed.x:.2f},{high - placed.y:.2f}", **_box(placed, drawing.size))
    for number, line in enumerate(drawing.lines):
        graph.add_edge("c0", "c1", key=f"l{number}", id=f"l{number}", **_line(line, high))
    with quiet():
        graph.layout("nop2")
        data = graph.draw(format=format_)
    return bytes(data)


def _box(placed: PlacedBox, size: float) -> dict[str, Any]:
    box, look = placed.box, placed.box.look
    drawn = look.shape != "none"
    marks = {"striped" if look.barred else "filled": drawn, "rounded": look.rounded, "diagonals": look.crossed}
    # Graphviz adds room for a second edge
    width, height = (max(length - 16, 1) if look.double else length for length in (box.width, box.height))
    return {
        "id": "",
        "shape": look.shape,
        "style": ",".join(style for style, has in (marks | {"dashed": box.dashed}).items() if has),
        "fillcolor": f"{look.edge};0.04:{look.fill}" if look.barred else look.fill,
        "color": look.edge,
        "fontcolor": look.ink,
        "peripheries": str(drawn + look.double),
        "penwidth": "2.4" if box.bold else "1.1",
        "width": f"{width / 72:.4f}",
        "height": f"{height / 72:.4f}",
        "label": _label(box.texts, box.width, size, left=placed.left),
    }


def _label(texts: Sequence[BoxText], wide: float, size: float, *, left: bool) -> str:
    if not texts:
        return ""
    rows = "".join(
        f'<TR><TD HEIGHT="{size * LEADING:.1f}" WIDTH="{wide - 12:.0f}" FIXEDSIZE="TRUE"'
        f' ALIGN="{"LEFT" if left else "CENTER"}">{_styled(text)}</TD></TR>'
        for text in texts
    )
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0">{rows}</TABLE>>'


def _styled(text: BoxText) -> str:
    words = escape(text.words) or " "
    if text.bold:
        words = f"<B>{words}</B>"
    return f"<I>{words}</I>" if text.italic else words


def _line(placed: PlacedLine, high: float) -> dict[str, str]:
    stroke = placed.stroke
    return {
        "color": stroke.colour,
        "penwidth": f"{stroke.weight + 1 if placed.dash == 'disputed' else stroke.weight}",
        "style": DASHES.get(placed.dash, placed.dash),
        "arrowhead": stroke.head,
        "arrowtail": stroke.tail,
        "dir": "both" if stroke.tail != "none" else "none" if stroke.head == "none" else "forward",
        "pos": _curve(placed.points, stroke, high),
    }


def _curve(points: Sequence[Point], stroke: Stroke, high: float) -> str:
    """Return a path as Graphviz writes it: curves with rounded turns, and where arrows begin and end."""
    upright = [(x, high - y) for x, y in points]
    marks = ""
    if stroke.tail != "none":
        tip = upright[0]
        upright[0] = _towards(tip, upright[1], _ARROW * _LENGTHS.get(stroke.tail, 1.0))
        marks += f"s,{_pair(tip)} "
    if stroke.head != "none":
        tip = upright[-1]
        upright[-1] = _towards(tip, upright[-2], _ARROW * _LENGTHS.get(stroke.head, 1.0))
        marks += f"e,{_pair(tip)} "
    curve = [upright[0]]
    for before, corner, after in zip(upright, upright[1:], upright[2:], strict=False):
        radius = min(_CORNER, dist(before, corner) / 2, dist(corner, after) / 2)
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        curve += [curve[-1], start, start, _towards(start, corner, radius / 2), _towards(end, corner, radius / 2), end]
    curve += [curve[-1], upright[-1], upright[-1]]
    return marks + " ".join(_pair(point) for point in curve)


def _towards(start: Point, end: Point, length: float) -> Point:
    far = dist(start, end) or 1.0
    share = min(length / far, 1.0)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _pair(point: Point) -> str:
    return f"{point[0]:.2f},{point[1]:.2f}"


def _background(drawing: Drawing) -> str:
    """Return rectangles and inscriptions as Graphviz writes them, the paper first."""
    high = drawing.height
    marks: list[str] = []
    for area in (Rectangle(0, 0, drawing.width, high, WHITE), *drawing.rectangles):
        left, right, top, bottom = area.x, area.x + area.width, high - area.y, high - area.y - area.height
        corners = f"4 {left:.2f} {bottom:.2f} {right:.2f} {bottom:.2f} {right:.2f} {top:.2f} {left:.2f} {top:.2f}"
        edge = area.edge or area.fill
        marks.append(f"c {len(edge)} -{edge} C {len(area.fill)} -{area.fill} P {corners}")
    for each in drawing.inscriptions:
        if each.text:
            face = f"F {each.size:.1f} {len(FONT)} -{FONT} t {1 if each.bold else 0}"
            place = f"T {each.x:.2f} {high - each.y:.2f} -1 0 {len(each.text.encode())}"
            marks.append(f"c {len(each.colour)} -{each.colour} {face} {place} -{each.text}")
    return " ".join(marks)
