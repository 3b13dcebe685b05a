"""A Word document: real headings and lists, header rows marked and repeated, no row split across pages."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from ssp_graph.outputs.forms.contents import contents
from ssp_graph.outputs.forms.manuscript import Block, Figure, Grid, Listing, Manuscript, Paragraph, Section, leads_in
from ssp_graph.outputs.word.contents import bookmark, contents_list, unnumbered
from ssp_graph.outputs.word.parts import foot, number_anew, picture, start, table, turned

if TYPE_CHECKING:
    from docx.document import Document

_STYLES = {"plain": "Normal", "question": "Subtitle", "about": "About", "count": "Count", "note": "Note"}
_DEEPEST = 4


def render(manuscript: Manuscript, /) -> bytes:
    """Return a manuscript as a Word document."""
    entries = contents(manuscript.sections)
    made = start(manuscript.title, datetime.datetime.fromisoformat(manuscript.day), numbered=manuscript.numbered)
    landscape = manuscript.landscape
    turned(made.sections[0], landscape)
    foot(made.sections[0], manuscript.footer)
    made.add_paragraph(manuscript.title, style="Title")
    _add_blocks(made, manuscript.blocks, manuscript.title, landscape)
    for section in manuscript.sections:
        if section.is_appendix:
            contents_list(made, entries)
            entries = []
        wanted = manuscript.landscape if section.landscape is None else section.landscape
        if wanted != landscape:
            landscape = wanted
            turned(made.add_section(), landscape)
        _add_section(made, section, 1, landscape, numbered=manuscript.numbered)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _add_section(made: Document, section: Section, level: int, landscape: bool, *, numbered: bool) -> None:
    heading = made.add_heading(section.heading, min(level, _DEEPEST))
    if section.number:
        bookmark(heading, section)
    if numbered and not section.mark:
        unnumbered(heading)
    _add_blocks(made, section.blocks, section.heading, landscape)
    for inner in section.sections:
        _add_section(made, inner, level + 1, landscape, numbered=numbered)


def _add_blocks(made: Document, blocks: Iterable[Block], heading: str, landscape: bool) -> None:
    for block, following in pairwise((*blocks, None)):
        match block:
            case Paragraph():
                leads = block.role == "plain" and leads_in(following)
                made.add_paragraph(block.text, style="Lead-in" if leads else _STYLES[block.role])
            case Listing():
                _add_listing(made, block)
            case Grid():
                if block.caption != heading:
                    made.add_paragraph(block.caption, style="Caption")
                table(made, block, landscape=landscape)
                # what follows would otherwise touch the table, and a second table join it
                made.add_paragraph(style="After Table")
            case Figure():
                picture(made, block, landscape=landscape)
                if block.caption:
                    made.add_paragraph(block.caption, style="Caption")


def _add_listing(made: Document, listing: Listing) -> None:
    number = number_anew(made) if listing.numbered else None
    for item in listing.items:
        paragraph = made.add_paragraph(item.text, style="List Number" if listing.numbered else "List Bullet")
        if number is not None:
            numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            numbering.get_or_add_ilvl().val = 0
            numbering.get_or_add_numId().val = number
        if item.detail:
            paragraph.add_run().add_break()
            paragraph.add_run(item.detail, style="Detail")
