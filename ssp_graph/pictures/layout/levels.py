"""Things on levels with lines between them: what stands alike in one frame, a verb on each line, placed by `dot`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ssp_graph.palette import Look
from ssp_graph.pictures.diagram import Diagram, Line
from ssp_graph.pictures.layout.boxes import Box, BoxText, boxes, widest
from ssp_graph.pictures.layout.dot import dot
from ssp_graph.pictures.layout.drawing import Drawing, PlacedBox, PlacedLine
from ssp_graph.pictures.layout.lettering import LEADING, wrapped
from ssp_graph.pictures.layout.lists import Frame, alike, frame_of, place
from ssp_graph.pictures.layout.look import MISSING, QUIET, WHITE, Stroke, Style, stroke_of
from ssp_graph.pictures.layout.options import Direction

_VERB = 8.0  # type sizes: how long a row of a verb on a line is
_LIST = 15.0  # type sizes: how wide a list is


class _Run(NamedTuple):
    """Lines of one manner between the same two frames, which are drawn as one."""

    source: str
    target: str
    verb: str
    dash: str

    @property
    def id(self) -> str:
        return "\n".join(self)


def levels(diagram: Diagram, wide: float, style: Style, direction: Direction, *, labelled: bool) -> Drawing:
    """Return the chart with boxes `wide` points wide, and verbs on its lines if they are to be `labelled`."""
    right = direction == "right"
    sign = -1 if diagram.rising and not right else 1
    shapes = boxes(diagram, wide, style)
    frames = [_frame(diagram, members, shapes, max(wide, _LIST * style.size), style) for members in alike(diagram)]
    frames += [Frame((shapes[hole.id],)) for hole in diagram.holes]
    within = {box.id: frame.id for frame in frames for box in frame.boxes}
    level = {node.id: sign * node.level * 2 for node in diagram.nodes}
    level |= {hole.id: sign * hole.level * 2 for hole in diagram.holes}
    ranks = {frame.id: level[frame.id] for frame in frames}
    drawn = [line for line in diagram.lines if line.shown == "line"]
    runs: dict[_Run, list[Line]] = {}
    for line in drawn:
        run = _Run(within[line.source], within[line.target], line.verb, dash_of(line))
        runs.setdefault(run, []).append(line)
    labelled = labelled and len({run.verb for run in runs}) > 1  # a single verb is said by the legend
    sizes = {frame.id: frame.size for frame in frames}
    words = {run: _word(run, style) for run in runs if labelled and ranks[run.source] != ranks[run.target]}
    joined = [(hole.id, within[hole.at], hole.id) for hole in diagram.holes]
    for run in runs:
        if word := words.get(run):
            ranks[word.id] = max(ranks[run.source], ranks[run.target]) - 1
            sizes[word.id] = word.width, word.height
            joined += [(f"{word.id} from", run.source, word.id), (f"{word.id} to", word.id, run.target)]
        else:
            joined.append((run.id, run.source, run.target))
    places, paths = dot(sizes, ranks, joined, right=right, close=bool(words))
    found = Drawing(0, 0, style.size)
    for frame in frames:
        place(found, diagram, frame, places[frame.id])
    for run, lines in runs.items():
        if word := words.get(run):
            points = (*paths[f"{word.id} from"], *paths[f"{word.id} to"])  # its word hides where they meet
            found.boxes.append(PlacedBox(word, *places[word.id], tip=run.verb, kind="word"))
        else:
            points = paths[run.id]
        for line in lines:
            found.lines.append(PlacedLine(points, style.stroke(stroke_of(line.type)), dash_of(line), line, line.tip))
    missing = style.stroke(Stroke(MISSING.edge, 1.0, "none"))
    for hole in diagram.holes:
        found.lines.append(PlacedLine(paths[hole.id], missing, "dotted", tip=hole.sentence, hole=hole.id))
    return closed(found)


def _frame(diagram: Diagram, members: Sequence[str], shapes: Mapping[str, Box], wide: float, style: Style) -> Frame:
    """Return the box of a thing, or the list of those that stand alike."""
    if len(members) == 1:
        return Frame((shapes[members[0]],))
    return frame_of([diagram.node(member) for member in members], wide, style)


def _word(run: _Run, style: Style) -> Box:
    """Return the verb that stands on lines, in few short rows."""
    texts = tuple(BoxText(line, italic=True) for line in wrapped(run.verb, _VERB * style.size, style.size))
    wide = widest((text.words for text in texts), style.size) + 6
    return Box(f"{run.id} word", texts, wide, len(texts) * style.size * LEADING + 2, Look("box", WHITE, WHITE, QUIET))


def closed(found: Drawing) -> Drawing:
    """Return a drawing moved to the upper left corner, with the width and height that it takes."""
    xs = [each.x + side * each.box.width / 2 for each in found.boxes for side in (-1, 1)]
    ys = [each.y + side * each.box.height / 2 for each in found.boxes for side in (-1, 1)]
    xs += [x for area in found.rectangles for x in (area.x, area.x + area.width)]
    ys += [y for area in found.rectangles for y in (area.y, area.y + area.height)]
    xs += [x for line in found.lines for x, _ in line.points]
    ys += [y for line in found.lines for _, y in line.points]
    if not xs:
        return found
    whole = Drawing(max(xs) - min(xs), max(ys) - min(ys), found.size)
    whole.take(found, -min(xs), -min(ys))
    return whole


def dash_of(line: Line) -> str:
    """Return how a line is dashed: by its basis, or as one that the sources dispute."""
    return "disputed" if line.disputed else line.basis
