"""The chart itself, without title and legend: a picture's things, holes and lines, level by level, in named bands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ssp_graph.pictures.diagram import Diagram, Line, Node
from ssp_graph.pictures.layout.boxes import Box, boxes, widest
from ssp_graph.pictures.layout.drawing import Area, Drawing, PlacedBox, PlacedLine, Words
from ssp_graph.pictures.layout.lettering import LEADING, width, wrapped
from ssp_graph.pictures.layout.look import ACCENT, BAND, HOLE, PAPER, QUIET, Stroke, stroke_of
from ssp_graph.pictures.layout.options import Direction
from ssp_graph.pictures.layout.placing import Link, Rows, rows
from ssp_graph.pictures.layout.routing import PORT, Course, Point, course
from ssp_graph.words import clean

_GUTTER = 7.2  # type sizes at the left for the names of bands
_HEAD = 20.0  # points above columns for their names
_BAND_PAD = 7.0
# How wide boxes are, in type sizes: those side by side as it suits the paper best, those in columns at least.
_WIDTHS = (10.2, 11.6, 13.2, 15.0)
_LEAST_COLUMN, _MOST_COLUMN = 10.5, 22.0
_FEW = 80  # things for which several widths are tried


def chart(diagram: Diagram, room: float, size: float, direction: Direction, *, in_print: bool) -> Drawing:
    """Return the chart of a picture, `room` points wide if it can be, with type of this size in points.

    What stands apart is left to the caller. The drawing says how wide and high it came out.
    """
    apart = frozenset(diagram.apart)
    levels = {node.id: node.level for node in diagram.nodes if node.id not in apart}
    levels |= {hole.id: hole.level for hole in diagram.holes}
    if not levels:
        return Drawing(0, 0, size)
    drawn = [line for line in diagram.lines if line.shown == "line"]
    if direction == "right":
        label_room = _label_room(drawn, size) if diagram.view in _LABELLED else 0.0
        columns = len(set(levels.values()))
        wide = _MOST_COLUMN * size
        while True:  # columns as wide as the paper allows, within reason
            trial = _laid(diagram, levels, drawn, room, wide, size, label_room, right=True, in_print=in_print)
            narrower = max(wide - (trial.width - room) / columns - 0.1, _LEAST_COLUMN * size)
            if trial.width <= room or wide <= _LEAST_COLUMN * size:
                return trial
            wide = narrower
    if diagram.rising:
        levels = {node: -level for node, level in levels.items()}
    trials = [
        _laid(diagram, levels, drawn, room, wide * size, size, 0.0, right=False, in_print=in_print)
        for wide in (_WIDTHS if len(levels) <= _FEW else _WIDTHS[:1])
    ]
    return min(trials, key=lambda trial: (trial.width > room, trial.height))


def _laid(
    diagram: Diagram,
    levels: dict[str, int],
    drawn: Sequence[Line],
    room: float,
    wide: float,
    size: float,
    label_room: float,
    *,
    right: bool,
    in_print: bool,
) -> Drawing:
    gutter = _GUTTER * size if diagram.groups and not right else 0.0
    across = room - gutter - 2 * _BAND_PAD
    shapes = boxes(diagram, wide, size, in_print=in_print, widening=not right)
    links = [Link(line.id, line.source, line.target, (line.type, _basis(line)), line.verb) for line in drawn]
    links += [Link(f"{hole.id}!", hole.at, hole.id, ("hole",)) for hole in diagram.holes]
    if label_room:
        shapes = _with_ports(shapes, levels, links)
    placed = rows(shapes, levels, links, None if right else across, right=right)
    run = course(placed, shapes, right=right, label_room=label_room)
    drawing = _drawn(diagram, shapes, placed, run, drawn, size, right=right, in_print=in_print)
    if label_room:
        drawing.words += _labels(drawn, run, size)
    return _banded(diagram, drawing, placed, run, gutter, size, right=right, in_print=in_print)


def _with_ports(shapes: Mapping[str, Box], levels: Mapping[str, int], links: Sequence[Link]) -> dict[str, Box]:
    """Return the boxes, each high enough for its lines and the words on them to stand one above the other."""
    ends = {link.id: sorted((link.source, link.target), key=levels.__getitem__) for link in links}
    leaving = Counter((ends[link.id][0], link.manner) for link in links)
    sides: dict[tuple[str, bool], set[object]] = {}
    for link in links:
        left, right = ends[link.id]
        level = levels[left] == levels[right]
        # lines that leave one thing together and part reach the others each by itself
        alone = level or leaving[left, link.manner] > 1
        sides.setdefault((left, True), set()).add(link.id if level else link.manner)
        sides.setdefault((right, level), set()).add(link.id if alone else (link.manner, link.words))
    found = dict(shapes)
    for (node, _), ways in sides.items():
        found[node] = replace(found[node], height=max(found[node].height, len(ways) * PORT + 12))
    return found


_LABELLED = frozenset({"around", "chain", "mapping"})  # views with few lines, whose verbs stand on them


def _label_room(lines: Sequence[Line], size: float) -> float:
    """Return the room for verbs on lines, where they are more than one: a single one is said by the legend."""
    verbs = {line.verb for line in lines}
    return widest(verbs, size) + 12 if len(verbs) > 1 else 0.0


def _basis(line: Line) -> str:
    return "disputed" if line.disputed else line.basis


def tip_of(line: Line) -> str:
    """Return what is said of a line beside it: its sentence and cautions."""
    cautions = f" ({'; '.join(line.cautions)})" if line.cautions else ""
    return clean(f"{line.sentence.rstrip('.')}{cautions}.")


def _drawn(
    diagram: Diagram,
    shapes: dict[str, Box],
    placed: Rows,
    run: Course,
    lines: Sequence[Line],
    size: float,
    *,
    right: bool,
    in_print: bool,
) -> Drawing:
    def turned(points: Sequence[Point]) -> tuple[Point, ...]:
        return tuple((along, across) if right else (across, along) for across, along in points)

    nodes: dict[str, Node] = {node.id: node for node in diagram.nodes}
    tips = {hole.id: hole.sentence for hole in diagram.holes}
    found = Drawing(0, 0, size)
    for node, number in placed.row_of.items():
        box = shapes[node]
        deep = box.width if right else box.height
        ((x, y),) = turned([(placed.across[node], run.starts[number] + deep / 2)])
        found.boxes.append(
            PlacedBox(box, x, y, tip=tips.get(node) or _said(nodes[node]), kind="hole" if box.hole else "thing")
        )
    for line in lines:
        stroke = stroke_of(line.type)
        if in_print:
            stroke = Stroke("#000000", stroke.weight, stroke.head, stroke.tail)
        found.lines.append(PlacedLine(turned(run.paths[line.id]), stroke, _basis(line), line, tip_of(line)))
    missing = Stroke("#000000" if in_print else HOLE, 1.0, "none")
    found.lines += [
        PlacedLine(turned(run.paths[f"{hole.id}!"]), missing, "dotted", tip=hole.sentence, hole=hole.id)
        for hole in diagram.holes
    ]
    ends = [(each.x + each.box.width / 2, each.y + each.box.height / 2) for each in found.boxes]
    ends += [point for each in found.lines for point in each.points]
    found.width, found.height = max(x for x, _ in ends), max(y for _, y in ends)
    return found


def _said(node: Node) -> str:
    return clean(f"{node.name}, {node.word}")


def _labels(lines: Sequence[Line], run: Course, size: float) -> list[Words]:
    """Return the verb of each line above its last straight piece, where columns run from left to right."""
    found: dict[tuple[float, float], Words] = {}
    for line in lines:
        points = [(along, across) for across, along in run.paths[line.id]]
        if points[0][0] > points[-1][0]:
            points.reverse()
        (x1, y1), (x2, y2) = points[-2], points[-1]
        if abs(y1 - y2) < 0.5 and x2 > x1:
            at = x2 - width(line.verb, size) - 10
            found.setdefault((round(x2), round(y2)), Words(line.verb, at, y2 - 3, size, colour=QUIET))
    return list(found.values())


def _banded(
    diagram: Diagram,
    drawing: Drawing,
    placed: Rows,
    run: Course,
    gutter: float,
    size: float,
    *,
    right: bool,
    in_print: bool,
) -> Drawing:
    """Return the chart in its bands, each with its name; without bands, as it is."""
    if not diagram.groups:
        return drawing
    whole = Drawing(drawing.width, drawing.height, size)
    shown = 0
    pad = _BAND_PAD
    for group in diagram.groups:
        numbers = [number for number, level in enumerate(placed.level_of) if group.first <= level <= group.last]
        if not numbers:
            continue
        start = run.starts[numbers[0]]
        end = run.starts[numbers[-1]] + run.depths[numbers[-1]]
        fill = PAPER if in_print or shown % 2 else BAND
        shown += 1
        if right:
            area = Area(start, 0, end - start + 2 * pad, drawing.height + _HEAD + 2 * pad, fill)
            lines = wrapped(group.name, end - start, size, bold=True)[:1]
            at, down = start + pad, size + 4
        else:
            area = Area(0, start, drawing.width + gutter + 2 * pad, end - start + 2 * pad, fill)
            lines = wrapped(group.name, gutter - 12, size, bold=True)
            at, down = 8.0, start + pad + size + 2
        whole.areas.append(area)
        whole.words += [
            Words(text.replace("\xad", ""), at, down + number * size * LEADING, size, bold=True, colour=ACCENT)
            for number, text in enumerate(lines)
        ]
    whole.take(drawing, pad if right else gutter + pad, _HEAD + pad if right else pad)
    whole.width += 2 * pad + (0 if right else gutter)
    whole.height += 2 * pad + (_HEAD if right else 0)
    return whole
