"""Plain text for the terminal: wrapped at its width, or not at all where the output goes elsewhere."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from ssp_graph.outputs.forms.manuscript import Block, Figure, Grid, Listing, Manuscript, Paragraph, Section
from ssp_graph.outputs.forms.measure import fitted, natural, width

_NARROWEST = 20
_TALLEST = 12
_GAPS = ("  ", " ")
_PAGE = re.compile(r"\b(pp?\.) (?=\d)")


def render(manuscript: Manuscript, columns: int | None = None, /) -> bytes:
    """Return a manuscript as text in UTF-8, wrapped at a terminal's columns if they are given."""
    room = columns if columns is None else max(columns, _NARROWEST)
    parts = [_headed(manuscript.title, "=", manuscript.blocks, room)]
    for section in manuscript.sections:
        parts += _section(section, room)
    return ("\n\n".join(parts) + "\n").encode()


def _section(section: Section, room: int | None) -> Iterator[str]:
    yield _headed(section.heading, "-", section.blocks, room)
    for inner in section.sections:
        yield from _section(inner, room)


def _headed(heading: str, rule: str, blocks: Iterable[Block], room: int | None) -> str:
    lines = _wrapped(heading, room)
    head = "\n".join([*lines, rule * max(map(width, lines))])
    return f"{head}\n" + "\n\n".join(_blocks(blocks, heading, room))


def _blocks(blocks: Iterable[Block], heading: str, room: int | None) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield "\n".join(_wrapped(block.text, room))
            case Listing():
                yield _listing(block, room)
            case Grid():
                if block.caption != heading:
                    yield "\n".join(_wrapped(block.caption, room))
                yield _table(block, room)
            case Figure():
                yield "\n".join(_wrapped(f"Picture: {block.alternative}", room))


def _listing(listing: Listing, room: int | None) -> str:
    lines: list[str] = []
    for number, item in enumerate(listing.items, 1):
        mark = f"{number:>3}. " if listing.numbered else "- "
        inner = room and max(room - len(mark), 10)
        texts = [*_wrapped(item.text, inner), *(_wrapped(item.detail, inner) if item.detail else ())]
        lines += [(" " * len(mark) if place else mark) + text for place, text in enumerate(texts)]
    return "\n".join(lines)


def _table(grid: Grid, room: int | None) -> str:
    if not grid.rows:
        return "\n".join(_wrapped(grid.empty, room))
    if room is None:
        return _ruled(grid, natural(grid), _GAPS[0])
    for gap in _GAPS:
        widths = fitted(grid, room - len(gap) * (len(grid.headings) - 1))
        if widths and not _too_tall(grid, widths):
            return _ruled(grid, widths, gap)
    return _records(grid, room)


def _too_tall(grid: Grid, widths: Sequence[int]) -> bool:
    return any(len(text) > _TALLEST * given for row in grid.rows for text, given in zip(row, widths, strict=True))


def _ruled(grid: Grid, widths: Sequence[int], gap: str) -> str:
    """Return a table under a rule; rows are set apart where any of them takes more than a line."""
    rows = [_row(row, grid, widths, gap) for row in grid.rows]
    apart = "\n\n" if any("\n" in row for row in rows) else "\n"
    head = _row(grid.headings, grid, widths, gap) + "\n" + gap.join("-" * given for given in widths)
    return f"{head}\n{apart.join(rows)}"


def _row(texts: Sequence[str], grid: Grid, widths: Sequence[int], gap: str) -> str:
    cells = [_wrapped(text, given) for text, given in zip(texts, widths, strict=True)]
    lines = []
    for place in range(max(map(len, cells))):
        parts = [
            _padded(cell[place] if place < len(cell) else "", given, right=column in grid.numbers)
            for column, (cell, given) in enumerate(zip(cells, widths, strict=True))
        ]
        lines.append(gap.join(parts).rstrip())
    return "\n".join(lines)


def _records(grid: Grid, room: int) -> str:
    """Return a block of `heading: value` lines for each row: for tables too wide for their terminal."""
    label = max(map(width, grid.headings)) + 2
    aligned = label <= room // 3
    records = []
    for row in grid.rows:
        lines: list[str] = []
        for heading, text in zip(grid.headings, row, strict=True):
            if text and aligned:
                values = _wrapped(text, room - label)
                names = [f"{heading}:"] + [""] * (len(values) - 1)
                lines += [_padded(name, label) + value for name, value in zip(names, values, strict=True)]
            elif text:
                first, *rest = _wrapped(f"{heading}: {text}", room - 2)
                lines += [first, *(f"  {line}" for line in rest)]
        records.append("\n".join(lines))
    return "\n\n".join(records)


def _padded(text: str, room: int, *, right: bool = False) -> str:
    spaces = " " * (room - width(text))
    return spaces + text if right else text + spaces


def _wrapped(text: str, room: int | None) -> list[str]:
    """Return the lines of a text, at least one, none wider than the room; "p. 9" stays together."""
    if room is None or width(text) <= room:
        return [text]
    kept = _PAGE.sub("\\1\xa0", text)
    if width(text) == len(text):
        lines = textwrap.wrap(kept, room, break_on_hyphens=False)
    else:
        import wcwidth  # only here: text beyond the Latin letters is rare and the import costs

        lines = wcwidth.wrap(kept, room, break_on_hyphens=False)
    return [line.replace("\xa0", " ") for line in lines]
