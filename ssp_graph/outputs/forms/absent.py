"""A dash in every cell that would be empty: who hears a table, or sees a part of it, must not meet silence."""

from __future__ import annotations

from dataclasses import replace

from ssp_graph.outputs.forms.manuscript import Block, Grid, Manuscript, Paragraph, blocks_of, with_blocks, with_words

ABSENT = "–"
_MEANING = f"{ABSENT} means that nothing is recorded, or that nothing applies."


def dashed(manuscript: Manuscript) -> Manuscript:
    """Return a manuscript without an empty cell; where there were any, its opening ends with what the dash means."""
    if not any("" in row for block in blocks_of(manuscript) if isinstance(block, Grid) for row in block.rows):
        return manuscript
    filled = with_blocks(manuscript, _filled)
    *before, last = filled.blocks or (Paragraph("", "note"),)
    if isinstance(last, Paragraph) and last.role == "note":
        return replace(filled, blocks=(*before, replace(last, text=f"{last.text} {_MEANING}".strip())))
    return replace(filled, blocks=(*filled.blocks, Paragraph(_MEANING, "note")))


def _filled(block: Block) -> Block:
    if not isinstance(block, Grid):
        return block
    return with_words(block, lambda text: text or ABSENT)
