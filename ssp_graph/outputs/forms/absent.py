"""A dash in every cell that would be empty: who hears a table, or sees a part of it, must not meet silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ssp_graph.outputs.forms.document import Block, Document, Grid, Paragraph, Section

ABSENT = "–"
_MEANING = f"{ABSENT} means that nothing is recorded, or that nothing applies."


def dashed(document: Document) -> Document:
    """Return a document without an empty cell; where there were any, its opening ends with what the dash means."""
    if not any("" in row for grid in _grids(document) for row in grid.rows):
        return document
    return replace(
        document,
        blocks=(*map(_filled, document.blocks), Paragraph(_MEANING, "note")),
        sections=tuple(map(_section, document.sections)),
    )


def _grids(part: Document | Section) -> Iterator[Grid]:
    yield from (block for block in part.blocks if isinstance(block, Grid))
    for inner in part.sections:
        yield from _grids(inner)


def _section(section: Section) -> Section:
    blocks, sections = tuple(map(_filled, section.blocks)), tuple(map(_section, section.sections))
    return replace(section, blocks=blocks, sections=sections)


def _filled(block: Block) -> Block:
    if not isinstance(block, Grid):
        return block
    return replace(block, rows=tuple(tuple(text or ABSENT for text in row) for row in block.rows))
