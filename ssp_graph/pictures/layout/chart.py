"""The chart itself, without title and legend: a picture's things, holes and lines, level by level, in named bands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ssp_graph.pictures.diagram import Diagram, Line
from ssp_graph.pictures.layout.boxes import Box, boxes, widest
from ssp_graph.pictures.layout.drawing import Drawing, Inscription, PlacedBox, PlacedLine, Rectangle
from ssp_graph.pictures.layout.lettering import LEADING, width, wrapped
from ssp_graph.pictures.layout.look import ACCENT, BAND, MISSING, QUIET, WHITE, Stroke, Style, stroke_of
from ssp_graph.pictures.layout.options import Direction
from ssp_graph.pictures.layout.placing import Connection, Placement, placement
from ssp_graph.pictures.layout.routing import PORT, Course, Point, course

_GUTTER = 7.2  # type sizes at the left for the names of bands
_HEAD = 20.0  # points above columns for their names
_PAD = 7.0
# How wide boxes are, in type sizes: those side by side as it suits the paper best, those in columns at least.
_WIDTHS = (10.2, 11.6, 13.2, 15.0)
_LEAST_COLUMN, _MOST_COLUMN = 10.5, 22.0
_FEW = 80  # things for which several widths are tried
_LABELLED = frozenset({"around", "chain", "mapping"})  # views with few lines, whose verbs stand on them


def chart(diagram: Diagram, room: float, style: Style, direction: Direction) -> Drawing:
    """Return the chart of a picture, `room` points wide if it can be.

    What stands apart is left to the caller. The drawing says how wide and high it came out.
    """
    right = direction == "right"
    sign = -1 if diagram.rising and not right else 1
    apart = frozenset(diagram.apart)
    levels = {node.id: sign * node.level for node in diagram.nodes if node.id not in apart}
    levels |= {hole.id: sign * hole.level for hole in diagram.holes}
    size = style.size
    if not levels:
        return Drawing(0, 0, size)
    lines = [line for line in diagram.lines if line.shown == "line"]
    asked = _Chart(diagram, levels, lines, room, style, right)
    if not right:
        widths = _WIDTHS if len(levels) <= _FEW else _WIDTHS[:1]
        trials = [asked.laid(wide * size) for wide in widths]
        return min(trials, key=lambda trial: (trial.width > room, trial.height))
    wide = _MOST_COLUMN * size
    while True:  # columns as wide as the paper allows, within reason
        trial = asked.laid(wide)
        if trial.width <= room or wide <= _LEAST_COLUMN * size:
            return trial
        wide = max(wide - (trial.width - room) / len(set(levels.values())) - 0.1, _LEAST_COLUMN * size)


@dataclass(frozen=True, slots=True)
class _Chart:
    """What a chart is to show: things and holes on levels, and lines; `room` points wide if it can be."""

    diagram: Diagram
    levels: Mapping[str, int]
    lines: Sequence[Line]
    room: float
    style: Style
    right: bool

    @property
    def gutter(self) -> float:
        """The room for the names of bands at the left."""
        return _GUTTER * self.style.size if self.diagram.bands and not self.right else 0.0

    @property
    def label_room(self) -> float:
        """The room for verbs on lines, where they are more than one: a single one is said by the legend."""
        verbs = {line.verb for line in self.lines}
        labelled = self.right and self.diagram.view in _LABELLED and len(verbs) > 1
        return widest(verbs, self.style.size) + 12 if labelled else 0.0

    def laid(self, wide: float) -> Drawing:
        """Return the chart with boxes this wide."""
        shapes = boxes(self.diagram, wide, self.style, widening=not self.right)
        joined = [
            Connection(line.id, line.source, line.target, (line.type, _dash(line)), line.verb) for line in self.lines
        ]
        joined += [Connection(f"{hole.id}!", hole.at, hole.id, ("hole",)) for hole in self.diagram.holes]
        if self.label_room:
            shapes = self._with_ports(shapes, joined)
        across = None if self.right else self.room - self.gutter - 2 * _PAD
        placed = placement(shapes, self.levels, joined, across, right=self.right)
        run = course(placed, shapes, right=self.right, label_room=self.label_room)
        return self._banded(self._drawn(shapes, placed, run), placed, run)

    def _with_ports(self, shapes: Mapping[str, Box], joined: Sequence[Connection]) -> dict[str, Box]:
        """Return the boxes, each high enough for its lines and the words on them to stand one above the other."""
        ends = {each.id: sorted((each.source, each.target), key=self.levels.__getitem__) for each in joined}
        leaving = Counter((ends[each.id][0], each.manner) for each in joined)
        sides: dict[tuple[str, bool], set[object]] = {}
        for each in joined:
            left, right = ends[each.id]
            level = self.levels[left] == self.levels[right]
            # lines that leave one thing together and part reach the others each by itself
            alone = level or leaving[left, each.manner] > 1
            sides.setdefault((left, True), set()).add(each.id if level else each.manner)
            sides.setdefault((right, level), set()).add(each.id if alone else (each.manner, each.words))
        found = dict(shapes)
        for (node, _), ways in sides.items():
            found[node] = replace(found[node], height=max(found[node].height, len(ways) * PORT + 12))
        return found

    def _drawn(self, shapes: Mapping[str, Box], placed: Placement, run: Course) -> Drawing:
        def turned(points: Sequence[Point]) -> tuple[Point, ...]:
            return tuple((along, across) if self.right else (across, along) for across, along in points)

        tips = {node.id: node.tip for node in self.diagram.nodes}
        tips |= {hole.id: hole.sentence for hole in self.diagram.holes}
        found = Drawing(0, 0, self.style.size)
        for node, row in placed.row_of.items():
            box = shapes[node]
            deep = box.width if self.right else box.height
            ((x, y),) = turned([(placed.across[node], run.starts[row] + deep / 2)])
            found.boxes.append(PlacedBox(box, x, y, tip=tips[node], kind="hole" if box.hole else "thing"))
        for line in self.lines:
            stroke = self.style.stroke(stroke_of(line.type))
            found.lines.append(PlacedLine(turned(run.paths[line.id]), stroke, _dash(line), line, line.tip))
        missing = self.style.stroke(Stroke(MISSING.edge, 1.0, "none"))
        found.lines += [
            PlacedLine(turned(run.paths[f"{hole.id}!"]), missing, "dotted", tip=hole.sentence, hole=hole.id)
            for hole in self.diagram.holes
        ]
        if self.label_room:
            found.inscriptions += _labels(found.lines, self.style.size)
        ends = [(each.x + each.box.width / 2, each.y + each.box.height / 2) for each in found.boxes]
        ends += [point for each in found.lines for point in each.points]
        found.width, found.height = max(x for x, _ in ends), max(y for _, y in ends)
        return found

    def _banded(self, drawing: Drawing, placed: Placement, run: Course) -> Drawing:
        """Return the chart in its bands, each with its name; without bands, as it is."""
        if not self.diagram.bands:
            return drawing
        size, head = self.style.size, _HEAD if self.right else 0.0
        whole = Drawing(drawing.width + self.gutter + 2 * _PAD, drawing.height + head + 2 * _PAD, size)
        for band in self.diagram.bands:
            rows = [row for row, level in enumerate(placed.level_of) if level in band]
            if not rows:
                continue
            start, end = run.starts[rows[0]], run.starts[rows[-1]] + run.depths[rows[-1]]
            deep = end - start + 2 * _PAD
            fill = WHITE if self.style.in_print or len(whole.rectangles) % 2 else BAND
            if self.right:
                whole.rectangles.append(Rectangle(start, 0, deep, whole.height, fill))
                names = wrapped(band.name, end - start, size, bold=True)[:1]
                x, y = start + _PAD, size + 4
            else:
                whole.rectangles.append(Rectangle(0, start, whole.width, deep, fill))
                names = wrapped(band.name, self.gutter - 12, size, bold=True)
                x, y = 8.0, start + _PAD + size + 2
            whole.inscriptions += [
                Inscription(name.replace("\xad", ""), x, y + number * size * LEADING, size, bold=True, colour=ACCENT)
                for number, name in enumerate(names)
            ]
        whole.take(drawing, self.gutter + _PAD, head + _PAD)
        return whole


def _dash(line: Line) -> str:
    return "disputed" if line.disputed else line.basis


def _labels(lines: Sequence[PlacedLine], size: float) -> list[Inscription]:
    """Return the verb of each line above its last straight piece, where columns run from left to right."""
    found: dict[tuple[float, float], Inscription] = {}
    for each in lines:
        if each.line is None:
            continue
        points = each.points if each.points[0][0] <= each.points[-1][0] else each.points[::-1]
        (x1, y1), (x2, y2) = points[-2], points[-1]
        if abs(y1 - y2) < 0.5 and x2 > x1:
            verb = each.line.verb
            label = Inscription(verb, x2 - width(verb, size) - 10, y2 - 3, size, colour=QUIET)
            found.setdefault((round(x2), round(y2)), label)
    return list(found.values())
