"""A sheet of paper with a picture on it: title, chart, what stands apart, legend, and the sources at the foot."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ssp_graph.palette import Look
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.boxes import Box, BoxText
from ssp_graph.pictures.layout.chart import chart
from ssp_graph.pictures.layout.drawing import Drawing, Inscription, PlacedBox, Rectangle
from ssp_graph.pictures.layout.grid import grid
from ssp_graph.pictures.layout.legend import legend
from ssp_graph.pictures.layout.lettering import LEADING, wrapped
from ssp_graph.pictures.layout.look import ACCENT, QUIET, RULE, WHITE
from ssp_graph.pictures.layout.options import Direction, Options
from ssp_graph.results import SourceRef
from ssp_graph.words import about, clean

_TITLE = 1.6  # in type sizes
_APART_COLUMN = 250.0


def sheet(diagram: Diagram, wide: float, direction: Direction, options: Options, part: str = "") -> Drawing:
    """Return a picture on paper `wide` points wide; it is as high as it needs to be, and wider where it must be.

    `part` is added to the title: which page of how many.
    """
    style, margin = options.style, options.paper.margin
    size = style.size
    room = wide - 2 * margin
    middle = grid(diagram, room, style) if diagram.layout == "grid" else chart(diagram, room, style, direction)
    room = max(room, middle.width)
    found = Drawing(room + 2 * margin, 0, size)
    y = _header(found, diagram, room, part) + 10
    found.take(middle, margin + max((room - middle.width) / 2, 0), y)
    y += middle.height
    if not diagram.nodes and not diagram.holes:
        found.inscriptions.append(Inscription(clean(diagram.empty), margin, y + size, size))
        y += size * LEADING
    for beneath in (_apart(diagram, room, size), legend(diagram, room, style)):
        if beneath.height:
            found.take(beneath, margin, y + 12)
            y += 12 + beneath.height
    y += 8
    for text in _foot(diagram):
        for line in wrapped(text, room, size):
            y += size * LEADING
            found.inscriptions.append(Inscription(line, margin, y, size, colour=QUIET))
    found.height = y + margin
    return found


def _header(found: Drawing, diagram: Diagram, room: float, part: str) -> float:
    """Write title and count, and return how far down they reach."""
    size, margin = found.size, (found.width - room) / 2
    large = size * _TITLE
    y = margin
    for line in wrapped(clean(f"{diagram.heading.title} {part}".strip()), room, large, bold=True):
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
    top = y = size * LEADING + 8
    found = Drawing(room, top + pad, size)
    per_column = -(-len(diagram.apart) // columns)
    for number, node in enumerate(map(diagram.node, diagram.apart)):
        column, row = divmod(number, per_column)
        y = y if row else top
        entry = clean(", ".join(filter(None, (node.name, node.word, node.status))))
        texts = tuple(BoxText(line) for line in wrapped(entry, (wide - 14) * 0.95, size))
        box = Box(node.id, texts, wide - 2, len(texts) * size * LEADING + 6, Look("none", WHITE, WHITE))
        found.boxes.append(PlacedBox(box, pad / 2 + (column + 0.5) * wide, y + box.height / 2, tip=node.tip, left=True))
        y += box.height
        found.height = max(found.height, y + pad / 2)
    found.rectangles.append(Rectangle(0, 0, room, found.height, WHITE, RULE))
    title = f"{diagram.apart_heading} ({len(diagram.apart)})"
    found.inscriptions.append(Inscription(title, pad, size + 5, size, bold=True, colour=ACCENT))
    return found


def _foot(diagram: Diagram) -> Iterator[str]:
    """Yield what stands at the foot: the legend's words for a grid, the sources, the register and the day."""
    if diagram.legend:
        yield "; ".join(f"{word}: {meaning}" for word, meaning in diagram.legend) + "."
    yield _sources_line(diagram)
    yield about(diagram.heading)


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
