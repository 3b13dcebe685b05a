"""A sheet of paper with a picture on it: title, chart, what stands apart, legend, and the sources at the foot."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ssp_graph.english import counted
from ssp_graph.palette import Look
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.bars import bars
from ssp_graph.pictures.layout.boxes import Box, BoxText
from ssp_graph.pictures.layout.columns import columns
from ssp_graph.pictures.layout.curve import curve
from ssp_graph.pictures.layout.drawing import Drawing, Inscription, PlacedBox, Rectangle
from ssp_graph.pictures.layout.grid import grid
from ssp_graph.pictures.layout.lettering import LEADING, wrapped
from ssp_graph.pictures.layout.levels import levels
from ssp_graph.pictures.layout.look import ACCENT, QUIET, RULE, WHITE, Style
from ssp_graph.pictures.layout.options import Direction, Options
from ssp_graph.pictures.sheets.legend import legend
from ssp_graph.results import SourceRef
from ssp_graph.words import about, clean

_TITLE = 1.6  # in type sizes
_APART_COLUMN = 205.0
_BOX = 13.0  # type sizes: how wide a box is


def sheet(diagram: Diagram, wide: float, direction: Direction, options: Options, size: float) -> Drawing:
    """Return a picture on paper `wide` points wide in type of a `size` in points.

    It is as high as it needs to be, and wider where it must be.
    """
    style, margin = options.style(size), options.paper.margin
    room = wide - 2 * margin
    middle = _middle(diagram, room, style, direction)
    room = max(room, middle.width)
    found = Drawing(room + 2 * margin, 0, size)
    on_paper = options.size != "screen"  # a page has its own title, and its sources elsewhere
    y = (_header(found, diagram, room) if on_paper else margin) + 8
    found.take(middle, margin + max((room - middle.width) / 2, 0), y)
    y += middle.height
    if not (diagram.is_drawn or diagram.holes):
        found.inscriptions.append(Inscription(clean(diagram.empty), margin, y + size, size))
        y += size * LEADING
    for beneath in (_apart(diagram, room, size), legend(diagram, room, style)):
        if beneath.height:
            found.take(beneath, margin, y + 8)
            y += 8 + beneath.height
    y += 4
    for text in filter(None, (" ".join(_less(diagram)), *(_foot(diagram) if on_paper else ()))):
        for line in wrapped(text, room, size):
            y += size * LEADING
            found.inscriptions.append(Inscription(line, margin, y, size, colour=QUIET))
    found.height = y + margin
    return found


def _middle(diagram: Diagram, room: float, style: Style, direction: Direction) -> Drawing:
    if diagram.layout == "grid":
        return grid(diagram, room, style)
    if diagram.layout == "curve" and diagram.bars:
        return curve(diagram, room, style)
    if diagram.layout in ("bars", "curve"):
        return bars(diagram, room, style)
    if diagram.layout == "columns":
        return columns(diagram, room, style)
    return levels(diagram, _BOX * style.size, style, direction, labelled=not diagram.terse)


def _header(found: Drawing, diagram: Diagram, room: float) -> float:
    """Write title and count, and return how far down they reach."""
    size, margin = found.size, (found.width - room) / 2
    large = size * _TITLE
    y = margin
    for line in wrapped(clean(diagram.heading.title), room, large, bold=True):
        y += large * 1.15
        found.inscriptions.append(Inscription(line, margin, y, large, bold=True, colour=ACCENT))
    y += 2
    for line in wrapped(clean(diagram.heading.count), room, size):
        y += size * 1.4
        found.inscriptions.append(Inscription(line, margin, y, size))
    return y


def _apart(diagram: Diagram, room: float, size: float) -> Drawing:
    """Return the frame of things that no line leads to: a list in columns under its heading."""
    if not diagram.apart:
        return Drawing(room, 0, size)
    pad = 8.0
    columns = max(int((room - 2 * pad) // (_APART_COLUMN * size / 10)), 1)
    wide = (room - 2 * pad) / columns
    heading = wrapped(clean(diagram.apart_heading), room - 2 * pad, size, bold=True)
    top = y = len(heading) * size * LEADING + 8
    found = Drawing(room, top + pad, size)
    per_column = -(-len(diagram.apart) // columns)
    for number, node in enumerate(map(diagram.node, diagram.apart)):
        column, row = divmod(number, per_column)
        y = y if row else top
        entry = clean(", ".join(filter(None, (node.name, node.marks))))
        texts = tuple(BoxText(line) for line in wrapped(entry, (wide - 14) * 0.95, size))
        box = Box(node.id, texts, wide - 2, len(texts) * size * LEADING + 3, Look("none", WHITE, WHITE))
        found.boxes.append(PlacedBox(box, pad / 2 + (column + 0.5) * wide, y + box.height / 2, tip=node.tip, left=True))
        y += box.height
        found.height = max(found.height, y + pad / 2)
    found.rectangles.append(Rectangle(0, 0, room, found.height, WHITE, RULE))
    for number, line in enumerate(heading):
        y = number * size * LEADING + size + 5
        found.inscriptions.append(Inscription(line, pad, y, size, bold=True, colour=ACCENT))
    return found


def _foot(diagram: Diagram) -> Iterator[str]:
    """Yield what stands at the foot: the legend's words for a grid, the sources, the register and the day."""
    if diagram.legend:
        yield "; ".join(f"{word}: {meaning}" for word, meaning in diagram.legend) + "."
    if diagram.layout != "bars" or diagram.sources:
        yield _sources_line(diagram)
    yield about(diagram.heading)


def _less(diagram: Diagram) -> Iterator[str]:
    """Yield what a word in its boxes means, and what a picture leaves out to fit its page."""
    if any("(disputed)" in words for node in diagram.nodes for words in node.words):
        yield "Disputed: the sources disagree, or lines run in a circle."
    left = []
    if diagram.terse and diagram.layout == "columns":  # what lines mean, the legend says
        left.append("not all that is recorded is said in the boxes")
    if diagram.folded:
        verb = "is" if diagram.folded == 1 else "are"
        left.append(f"{counted(diagram.folded, 'thing')} of this picture {verb} counted here, not named")
    if left:
        yield f"To fit the page, {', and '.join(left)}."


def _sources_line(diagram: Diagram) -> str:
    """Return the documents that a picture stands on, each with its pages."""
    pages: dict[str, set[int]] = {}
    for source in _sources(diagram):
        known = pages.setdefault(clean(source.get("title") or "a document without a title"), set())
        if page := source.get("page"):
            known.add(page)
    cited = [f"{title}{_pages(sorted(numbers))}" for title, numbers in pages.items()]
    return f"Sources: {'; '.join(cited) or 'none recorded'}."


def _sources(diagram: Diagram) -> Iterator[SourceRef]:
    yield from diagram.sources
    for node in diagram.nodes:
        if diagram.layout != "grid" or node.level:  # that a board exists does not support the grid
            yield from node.sources
    for line in diagram.lines:
        yield from line.sources


def _pages(numbers: list[int]) -> str:
    """Return page numbers, those in a row as a range: `, pp. 3, 7–9`."""
    if not numbers:
        return ""
    runs = [[page for _, page in group] for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    texts = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return f", {'p.' if len(numbers) == 1 else 'pp.'} {', '.join(texts)}"
