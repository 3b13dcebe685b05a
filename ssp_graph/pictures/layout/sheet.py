"""A sheet of paper with a picture on it: title, chart, what stands apart, legend, and the sources at the foot."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from ssp_graph.palette import Look
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.boxes import Box, Text
from ssp_graph.pictures.layout.chart import chart
from ssp_graph.pictures.layout.drawing import Area, Drawing, PlacedBox, Words
from ssp_graph.pictures.layout.grid import grid
from ssp_graph.pictures.layout.legend import legend
from ssp_graph.pictures.layout.lettering import LEADING, wrapped
from ssp_graph.pictures.layout.look import ACCENT, PAPER, QUIET, RULE
from ssp_graph.pictures.layout.options import Direction, Options
from ssp_graph.results import SourceRef
from ssp_graph.words import about, clean

_TITLE = 1.6  # in type sizes
_APART_COLUMN = 250.0


def sheet(diagram: Diagram, wide: float, direction: Direction, options: Options, part: str = "") -> Drawing:
    """Return a picture on paper `wide` points wide; it is as high as it needs to be, and wider where it must be.

    `part` is added to the title: which page of how many.
    """
    size, margin = options.paper.type, options.paper.margin
    room = wide - 2 * margin
    if diagram.layout == "grid":
        middle = grid(diagram, room, size, in_print=options.in_print)
    else:
        middle = chart(diagram, room, size, direction, in_print=options.in_print)
    room = max(room, middle.width)
    found = Drawing(room + 2 * margin, 0, size)
    y = _header(found, diagram, room, part) + 10
    found.take(middle, margin + max((room - middle.width) / 2, 0), y)
    y += middle.height
    if not diagram.nodes and not diagram.holes:
        found.words.append(Words(clean(diagram.empty), margin, y + size, size))
        y += size * LEADING
    if diagram.apart:
        beside = _apart(diagram, room, size)
        found.take(beside, margin, y + 12)
        y += 12 + beside.height
    key = legend(diagram, room, size, in_print=options.in_print)
    if key.height:
        found.take(key, margin, y + 12)
        y += 12 + key.height
    y += 8
    for line in _foot(diagram, room, size):
        y += size * LEADING
        found.words.append(Words(line, margin, y, size, colour=QUIET))
    found.height = y + margin
    return found


def _header(found: Drawing, diagram: Diagram, room: float, part: str) -> float:
    """Write title and count, and return how far down they reach."""
    size, margin = found.size, (found.width - room) / 2
    large = size * _TITLE
    y = margin
    title = clean(f"{diagram.heading.title} {part}".strip())
    for line in wrapped(title, room, large, bold=True):
        y += large * 1.15
        found.words.append(Words(line, margin, y, large, bold=True, colour=ACCENT))
    y += 2
    for line in wrapped(clean(diagram.heading.count), room, size):
        y += size * 1.4
        found.words.append(Words(line, margin, y, size))
    return y


def _apart(diagram: Diagram, room: float, size: float) -> Drawing:
    """Return the frame of things that no line leads to: a list in columns under its heading."""
    pad = 8.0
    columns = max(int((room - 2 * pad) // (_APART_COLUMN * size / 10)), 1)
    wide = (room - 2 * pad) / columns
    things = [diagram.node(node) for node in diagram.apart]
    entries: list[Box] = []
    for node in things:
        entry = ", ".join(mark for mark in (node.name, node.word, node.status) if mark)
        texts = tuple(Text(line) for line in wrapped(clean(entry), (wide - 14) * 0.95, size))
        entries.append(Box(node.id, texts, wide - 2, len(texts) * size * LEADING + 6, Look("none", PAPER, PAPER)))
    head = size * LEADING + 8
    found = Drawing(room, head + pad, size)
    per_column = -(-len(entries) // columns)
    for column in range(columns):
        y = head
        for box, node in list(zip(entries, things, strict=True))[column * per_column : (column + 1) * per_column]:
            x = pad / 2 + (column + 0.5) * wide
            found.boxes.append(PlacedBox(box, x, y + box.height / 2, tip=clean(f"{node.name}, {node.word}"), left=True))
            y += box.height
            found.height = max(found.height, y + pad / 2)
    found.areas.append(Area(0, 0, room, found.height, PAPER, RULE))
    title = f"{diagram.apart_heading} ({len(things)})"
    found.words.append(Words(title, pad, size + 5, size, bold=True, colour=ACCENT))
    return found


def _foot(diagram: Diagram, room: float, size: float) -> list[str]:
    """Return the lines at the foot: the legend's words for a grid, the sources, the register and the day."""
    lines: list[str] = []
    if diagram.legend:
        lines += wrapped("; ".join(f"{word}: {meaning}" for word, meaning in diagram.legend) + ".", room, size)
    return [*lines, *wrapped(sources_line(diagram), room, size), *wrapped(about(diagram.heading), room, size)]


def sources_line(diagram: Diagram) -> str:
    """Return the documents that a picture stands on, each with its pages."""
    pages: dict[str, set[int]] = {}
    for source in _sources(diagram):
        known = pages.setdefault(clean(source.get("title") or "a document without a title"), set())
        if page := source.get("page"):
            known.add(page)
    if not pages:
        return "Sources: none recorded."
    cited = [f"{title}{_pages(sorted(numbers))}" for title, numbers in pages.items()]
    return f"Sources: {'; '.join(cited)}."


def _sources(diagram: Diagram) -> Iterable[SourceRef]:
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
