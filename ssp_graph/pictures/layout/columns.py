"""A chart of columns: above, what heads the whole; beneath it, under each thing, what hangs from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ssp_graph.english import capital, plural
from ssp_graph.pictures.diagram import Diagram, Hole, Line, Node
from ssp_graph.pictures.layout.boxes import Box, BoxText, hole_box, node_box, widest
from ssp_graph.pictures.layout.drawing import Drawing, Inscription, PlacedBox, PlacedLine, Point, Rectangle
from ssp_graph.pictures.layout.lettering import LEADING, wrapped
from ssp_graph.pictures.layout.levels import closed, dash_of, levels
from ssp_graph.pictures.layout.lists import Frame, alike, frame_of, place
from ssp_graph.pictures.layout.look import ACCENT, BAND, NO_LOOK, QUIET, WHITE, Stroke, Style

_LEAST, _MOST = 11.0, 22.0  # type sizes: how wide a column is
_INDENT = 8.0  # points that a thing stands further in than what it hangs from
_TRUNK = 4.0  # points from the left side of a box to the line from which others hang
_GAP, _BETWEEN = 3.0, 9.0  # points between boxes, and between blocks and columns
_TOP, _ALONE = 30.0, 60.0  # type sizes: how wide what stands above may be, and what stands there alone
_ABOVE, _BENEATH = 12.0, 5.0  # points between what stands above, the line to the columns, and these


@dataclass(frozen=True, slots=True)
class _Block:
    """Things that hang by alike lines from one: a single one, or a list; what it hangs by, and what hangs from it."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    holes: tuple[Hole, ...] = ()
    inner: tuple[_Block, ...] = ()
    caption: str = ""
    verb: str = ""

    @property
    def id(self) -> str:
        return self.nodes[0].id if self.nodes else self.holes[0].id


def columns(diagram: Diagram, room: float, style: Style) -> Drawing:
    """Return the chart, `room` points wide if it can be, and as low as the number of its columns makes it."""
    tree = _Tree(diagram)
    top = _top(diagram, tree, room, style)
    roots = tree.roots()
    if not roots:
        return closed(top)
    most = max(int((room + _BETWEEN) // (_LEAST * style.size + _BETWEEN)), 1)
    counts = range(1, min(most, len(roots)) + 1)
    widths = {count: (room - _BETWEEN * (count - 1)) / count for count in counts}
    fitting = {count: wide for count, wide in widths.items() if wide <= _MOST * style.size} or {
        max(counts): _MOST * style.size
    }
    trials = [_Columns(diagram, tree, style, wide, count).laid(top, roots) for count, wide in fitting.items()]
    return min(trials, key=lambda trial: (trial.width > room + 0.5, trial.height))


class _Tree:
    """What stands above the columns, and what hangs from what in them."""

    def __init__(self, diagram: Diagram) -> None:
        apart = frozenset(diagram.apart)
        self._diagram = diagram
        self._node = {node.id: node for node in diagram.nodes if node.id not in apart}
        self.above = frozenset(node.id for node in self._node.values() if node.level < diagram.heads)
        self._line: dict[str, Line] = {}
        self._upper: dict[str, str] = {}
        self._inner: dict[str, list[Node]] = {}
        for line in diagram.lines:
            if line.shown == "line":
                upper, lower = sorted((line.source, line.target), key=lambda node: self._node[node].level)
                if lower not in self.above and lower not in self._line:
                    self._line[lower], self._upper[lower] = line, upper
                    self._inner.setdefault(upper, []).append(self._node[lower])
        self._holes: dict[str, list[Hole]] = {}
        for hole in diagram.holes:
            self._holes.setdefault(hole.at, []).append(hole)

    def roots(self) -> list[_Block]:
        """Return what heads the columns: first what a line joins to what stands above."""
        place = {node: number for number, node in enumerate(self._node)}
        joined = [self._named(block, upper) for upper in self.above for block in self._blocks(upper)]
        joined.sort(key=lambda block: place.get(block.id, len(place)))  # what is missing comes last
        alone = [self._block([node]) for node in self._node.values() if node.id not in self._upper.keys() | self.above]
        return joined + alone

    def _named(self, block: _Block, upper: str) -> _Block:
        """Return a block with the whole sentence above it, as it may stand far from what it hangs from."""
        if not block.verb or self._diagram.view == "around":  # there all stands around one thing
            return block
        return replace(block, caption=f"{self._node[upper].name} {block.caption[0].lower()}{block.caption[1:]}")

    def upper(self, block: _Block) -> str:
        """Return what a block hangs from, or nothing."""
        return self._upper.get(block.id, "")

    def _blocks(self, upper: str) -> Iterator[_Block]:
        """Yield what hangs from a thing, by the words for how it does; things alike together."""
        groups: dict[tuple[str, ...], list[Node]] = {}
        for node in self._inner.get(upper, ()):
            line = self._line[node.id]
            verb = (
                ""
                if line.type == "PART_OF" and line.target == upper
                else line.verb
                if line.source == upper
                else line.back
            )
            leaf = self._diagram.lists and node.id not in self._inner and node.id not in self._holes
            leaf = leaf and not (self._diagram.bands and upper in self.above)  # in its band each heads a column
            word = node.word if leaf and not verb else ""
            groups.setdefault((verb, dash_of(line), word, "" if leaf else node.id), []).append(node)
        for key, nodes in sorted(groups.items(), key=lambda pair: self._first(pair[0], groups)):
            verb, dash, *_ = key
            words = verb or (plural(nodes[0].word) if len(nodes) > 1 else "" if dash == "stated" else "part of it")
            words = capital(" ".join(filter(None, (words, "" if dash == "stated" else f"({dash})"))))
            yield replace(self._block(nodes), caption=words, verb=verb)
        if holes := self._holes.get(upper):
            yield _Block((), (), tuple(holes))

    @staticmethod
    def _first(key: tuple[str, ...], groups: Mapping[tuple[str, ...], list[Node]]) -> int:
        """Return where groups of one caption begin, so that they stay together."""
        return next(number for number, other in enumerate(groups) if other[:3] == key[:3])

    def _block(self, nodes: Sequence[Node]) -> _Block:
        inner = tuple(self._blocks(nodes[0].id)) if len(nodes) == 1 else ()
        lines = tuple(self._line[node.id] for node in nodes if node.id in self._line)
        return _Block(tuple(nodes), lines, inner=inner)


def _top(diagram: Diagram, tree: _Tree, room: float, style: Style) -> Drawing:
    """Return what stands above the columns, level by level in its bands."""
    if not tree.above:
        return Drawing(0, 0, style.size)
    lines = tuple(line for line in diagram.lines if line.shown == "line" and {line.source, line.target} <= tree.above)
    kept = replace(
        diagram, nodes=tuple(node for node in diagram.nodes if node.id in tree.above), lines=lines, holes=(), apart=()
    )
    gutter = (
        widest((band.name for band in diagram.bands if band.first < diagram.heads), style.size, bold=True) + _BETWEEN
    )
    beside = max(Counter(kept.node(members[0]).level for members in alike(kept)).values(), default=1)
    texts = [text for node in kept.nodes for text in (node.name, *node.words)] if len(kept.nodes) == 1 else []
    wide = min(
        max(widest(texts, style.size, bold=True) + 4 * _BETWEEN, _TOP * style.size),
        _ALONE * style.size,
        (room - gutter) / (beside + 0.3) - _BETWEEN,
    )
    drawing = levels(kept, wide, style, "down", labelled=False)
    whole = Drawing(room, drawing.height + 2 * _GAP, style.size)
    whole.take(drawing, min(max((room - drawing.width) / 2, gutter), max(room - drawing.width, 0)), _GAP)
    level = {node.id: node.level for node in kept.nodes}
    shown = [band for band in diagram.bands if band.first < diagram.heads]
    for number, band in enumerate(shown):
        rows = [each for each in whole.boxes if level.get(each.box.id, -1) in band]
        if rows:
            first = min(each.y - each.box.height / 2 for each in rows) - _GAP
            last = max(each.y + each.box.height / 2 for each in rows) + _GAP
            fill = WHITE if number % 2 or style.in_print else BAND
            whole.rectangles.insert(0, Rectangle(0, first, room, last - first, fill))
            whole.inscriptions.append(_heading(band.name, 6, first + style.size + 2, style))
    return whole


@dataclass(frozen=True, slots=True)
class _Columns:
    """Columns of one width, and how many there may be side by side."""

    diagram: Diagram
    tree: _Tree
    style: Style
    wide: float
    count: int

    def laid(self, top: Drawing, roots: Sequence[_Block]) -> Drawing:
        """Return the chart: each block in the column that is shortest by then."""
        found = Drawing(0, 0, self.style.size)
        found.take(top, 0, 0)
        lowest = {each.box.id: _outer(top, each) for each in top.boxes if each.kind == "thing"}
        joined = [root for root in roots if self.tree.upper(root) in lowest]
        often, times = next(iter(Counter(root.caption for root in joined).most_common(1)), ("", 0))
        if times > 1 and all(root.caption for root in joined):  # said once, where all lines begin
            first = next(root for root in joined if root.caption == often)
            x, foot = lowest[self.tree.upper(first)].x + 8, top.height + _ABOVE - 4
            found.inscriptions.append(Inscription(first.verb, x, foot, self.style.size, colour=QUIET))
            roots = [replace(root, caption="") if root.caption == often else root for root in roots]
        indent = _INDENT if joined and len(roots) > 1 else 0.0
        y = top.height + (_ABOVE + _BENEATH if joined else _BETWEEN if top.boxes else 0)
        for title, part in self._parts(roots):
            if title:
                y += self.style.size + 8
                found.inscriptions.append(_heading(title, indent, y - 8, self.style))
            ends = [y] * self.count
            high = {root.id: self._block(Drawing(0, 0, 0), root, 0, 0, self.wide - indent)[0] for root in part}
            share = max(sum(high.values()) / self.count, 1)
            for root in part:
                span = max(min(round(high[root.id] / share), self.count, len(root.inner)), 1)
                column = min(range(self.count - span + 1), key=lambda first: max(ends[first : first + span]))
                left = column * (self.wide + _BETWEEN)
                start = max(ends[column : column + span])
                end, at = self._block(found, root, left + indent, start, self._across(span) - indent, span)
                ends[column : column + span] = [end + _BETWEEN] * span
                if upper := lowest.get(self.tree.upper(root)):
                    track, trunk = top.height + _ABOVE, left + 1
                    down = ((upper.x, upper.y + upper.box.height / 2), (upper.x, track), (trunk, track))
                    self._lines(found, root, (*down, (trunk, at), (left + indent, at)))
            y = max(ends)
        return closed(found)

    def _parts(self, roots: Sequence[_Block]) -> Iterator[tuple[str, list[_Block]]]:
        """Yield the heads of columns under the names of their bands, the first of which needs none."""
        left = list(roots)
        title = ""
        for band in [band for band in self.diagram.bands if band.first >= self.diagram.heads][1:]:
            beyond = [root for root in left if root.nodes[0].level >= band.first]
            if before := [root for root in left if root not in beyond]:
                yield title, before
            left, title = beyond, band.name
        if left:
            yield title, left

    def _across(self, span: int) -> float:
        """Return how wide so many columns are together."""
        return span * self.wide + (span - 1) * _BETWEEN

    def _block(
        self, found: Drawing, block: _Block, left: float, y: float, wide: float, span: int = 1
    ) -> tuple[float, float]:
        """Draw a block with all that hangs from it; return where it ends and where a line reaches it."""
        size = self.style.size
        if block.caption:
            texts = tuple(BoxText(text, italic=True) for text in wrapped(block.caption, wide, size))
            box = Box("", texts, wide, len(texts) * size * LEADING, NO_LOOK)
            found.boxes.append(PlacedBox(box, left + wide / 2 - 4, y + box.height / 2, kind="word", left=True))
            y += box.height
        frame = self._frame(block, wide)
        high = frame.size[1]
        place(found, self.diagram, frame, (left + frame.size[0] / 2, y + high / 2))
        at, foot = y + high / 2, y + high
        inside = (wide - (span - 1) * _BETWEEN) / span
        ends = [foot + (_GAP if block.inner else 0)] * span
        captions = [""] * span
        for inner in block.inner:
            column = min(range(span), key=ends.__getitem__)
            start = left + column * (inside + _BETWEEN)
            if inner.caption == captions[column]:
                inner = replace(inner, caption="")  # noqa: PLW2901
            else:
                captions[column] = inner.caption
            end, middle = self._block(found, inner, start + _INDENT, ends[column], inside - _INDENT)
            trunk = start + _TRUNK
            self._lines(found, inner, ((trunk, foot), (trunk, middle), (start + _INDENT, middle)))
            ends[column] = end + _GAP
        return max(ends) - (_GAP if block.inner else 0), at

    def _frame(self, block: _Block, wide: float) -> Frame:
        if block.holes:
            return Frame(tuple(hole_box(hole, wide, self.style) for hole in block.holes))
        if len(block.nodes) == 1:
            return Frame((node_box(block.nodes[0], wide, self.style),))
        return frame_of(block.nodes, wide, self.style, headed=False)

    def _lines(self, found: Drawing, block: _Block, points: Sequence[Point]) -> None:
        """Draw the lines by which a block hangs, all alike: its caption says how it does."""
        stroke = self.style.stroke(Stroke(QUIET, 1.0, "none"))
        for line in block.lines:
            way = tuple(points if line.target in {node.id for node in block.nodes} else reversed(points))
            found.lines.append(PlacedLine(way, stroke, "stated", line, line.tip))
        for hole in block.holes:
            found.lines.append(PlacedLine(tuple(points), stroke, "stated", tip=hole.sentence, hole=hole.id))


def _outer(drawing: Drawing, box: PlacedBox) -> PlacedBox:
    """Return the frame of the list that a thing stands in, or its own box."""
    for frame in drawing.boxes:
        within = abs(frame.x - box.x) < 1 and abs(frame.y - box.y) < frame.box.height / 2
        if frame.kind == "word" and within and frame.box.height > box.box.height:
            return frame
    return box


def _heading(text: str, x: float, y: float, style: Style) -> Inscription:
    return Inscription(text, x, y, style.size, bold=True, colour=ACCENT)
