"""Markdown (CommonMark with GitHub's tables), every character of a fact shown as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ssp_graph.outputs.forms.contents import TITLE, contents
from ssp_graph.outputs.forms.manuscript import Block, Figure, Grid, Listing, Manuscript, Paragraph, Section
from ssp_graph.words import pieces

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_MARKS = re.compile(r"[\\`*_{}\[\]|~$#]")
# a number or a dash would start a list, an underline of either kind a heading
_STARTS = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")


def render(manuscript: Manuscript, /) -> bytes:
    """Return a manuscript as Markdown in UTF-8."""
    parts = [f"# {_escaped(manuscript.title)}", *_blocks(manuscript.blocks, manuscript.title)]
    lines = [f"- {_headed(section)}" for section in contents(manuscript.sections)]
    for section in manuscript.sections:
        if lines and section.is_appendix:
            parts += [f"## {TITLE}", "\n".join(lines)]
            lines = []
        parts += _section(section, 2)
    return ("\n\n".join(parts) + "\n").encode()


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * min(level, 6)} {_headed(section)}"
    yield from _blocks(section.blocks, section.heading)
    for inner in section.sections:
        yield from _section(inner, level + 1)


def _headed(section: Section) -> str:
    return f"{section.mark} {_escaped(section.heading)}".strip()


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
                yield _table(block)
                if not block.rows:
                    yield _escaped(block.empty)
            case Figure():
                told = _escaped(block.alternative)
                yield f"![{told}](<{block.file}>)" if block.file else f"Picture: {told}"


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


def _table(grid: Grid) -> str:
    rules = ["---:" if place in grid.numbers else "---" for place in range(len(grid.headings))]
    lines = [map(_escaped, grid.headings), rules, *(map(_escaped, row) for row in grid.rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _escaped(text: str) -> str:
    """Return text as it is, with what is left to fill in in bold."""
    return "".join(f"**{_plain(piece)}**" if to_add else _plain(piece) for piece, to_add in pieces(text))


def _plain(text: str) -> str:
    marked = _MARKS.sub(r"\\\g<0>", text.translate(_ENTITIES))
    return _STARTS.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", marked)
