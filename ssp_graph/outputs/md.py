"""Markdown (CommonMark with GitHub's tables), every character of a fact shown as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ssp_graph.outputs.forms import as_document
from ssp_graph.outputs.forms.absent import dashed
from ssp_graph.outputs.forms.contents import TITLE, below, contents
from ssp_graph.outputs.forms.document import Block, Document, Grid, Listing, Paragraph, Picture, Section
from ssp_graph.results import Result

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_MARKS = re.compile(r"[\\`*_{}\[\]|~$#]")
# a number or a dash would start a list, an underline of either kind a heading
_STARTS = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")


def render(result: Result, /) -> bytes:
    """Return a result as Markdown in UTF-8."""
    return page(as_document(result)).encode()


def page(document: Document) -> str:
    """Return a document as Markdown."""
    document = dashed(document)
    parts = [f"# {_escaped(document.title)}", *_blocks(document.blocks, document.title)]
    if entries := contents(document):
        lines = (f"{'  ' * (entry.level - 1)}- {entry.number} {_escaped(entry.heading)}" for entry in entries)
        parts += [f"## {TITLE}", "\n".join(lines)]
    for place, section in enumerate(document.sections, 1):
        parts += _section(section, below("", place) if document.numbered else "", 2)
    return "\n\n".join(parts) + "\n"


def _section(section: Section, number: str, level: int) -> Iterator[str]:
    """Yield a section; `number` is empty where headings bear none."""
    yield f"{'#' * min(level, 6)} {f'{number} ' if number else ''}{_escaped(section.heading)}"
    yield from _blocks(section.blocks, section.heading)
    for place, inner in enumerate(section.sections, 1):
        yield from _section(inner, below(number, place) if number else "", level + 1)


def _blocks(blocks: Iterable[Block], heading: str) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(role="question"):
                yield f"*{_escaped(block.text)}*"
            case Paragraph(role="count"):
                yield f"**{_escaped(block.text)}**"
            case Paragraph():
                yield _escaped(block.text)
            case Listing():
                yield _listing(block)
            case Grid():
                if block.caption != heading:
                    yield f"**{_escaped(block.caption)}**"
                yield from _table(block)
            case Picture():
                yield f"Picture: {_escaped(block.alternative)}"


def _listing(listing: Listing) -> str:
    lines = []
    for number, item in enumerate(listing.items, 1):
        mark = f"{number}. " if listing.numbered else "- "
        lines.append(mark + _escaped(item.text))
        if item.detail:
            # the backslash breaks the line within the item
            lines[-1] += "\\"
            lines.append(" " * len(mark) + _escaped(item.detail))
    return "\n".join(lines)


def _table(grid: Grid) -> Iterator[str]:
    rules = ["---:" if place in grid.numbers else "---" for place in range(len(grid.headings))]
    lines = [_row(map(_escaped, grid.headings)), _row(rules)]
    lines += [_row(map(_escaped, row)) for row in grid.rows]
    yield "\n".join(lines)
    if not grid.rows:
        yield _escaped(grid.empty)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    marked = _MARKS.sub(r"\\\g<0>", text.translate(_ENTITIES))
    return _STARTS.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", marked)
