"""A Word document: real headings and lists, header rows marked and repeated, no row split across pages."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from ssp_graph.outputs.forms.a4 import Room
from ssp_graph.outputs.forms.contents import contents
from ssp_graph.outputs.forms.manuscript import Block, Figure, Grid, Listing, Manuscript, Paragraph, Section, leads_in
from ssp_graph.outputs.word import parts
from ssp_graph.outputs.word.contents import bookmark, contents_list, unnumbered
from ssp_graph.outputs.word.packing import packed, unpacked
from ssp_graph.outputs.word.template import opened

if TYPE_CHECKING:
    from docx.document import Document

_STYLES = {"plain": "Normal", "question": "Subtitle", "about": "About", "count": "Count", "note": "Note"}
_DEEPEST = 4


def render(manuscript: Manuscript, template: bytes | None = None, /) -> bytes:
    """Return a manuscript as a Word document.

    With a template (.docx or .dotx) it has its pages, styles, header and footer, and no number that they do not give.

    Raises:
        UsageError: the template cannot be used.
    """
    made = parts.start(numbered=manuscript.numbered) if template is None else opened(template)
    parts.describe(made, manuscript.title, datetime.datetime.fromisoformat(manuscript.day))
    _Writer(made, manuscript, own=template is None).write()
    file = io.BytesIO()
    made.save(file)
    return packed(unpacked(file.getvalue()))


class _Writer:
    """Writes a manuscript into an empty document, whose pages are our `own` or those of a template."""

    def __init__(self, made: Document, manuscript: Manuscript, *, own: bool) -> None:
        self._made, self._manuscript, self._own = made, manuscript, own
        self._landscape = manuscript.landscape
        self._room = Room(0, 0)

    def write(self) -> None:
        """Write the whole manuscript."""
        manuscript, appendices = self._manuscript, contents(self._manuscript.sections)
        self._turn(manuscript.landscape)
        if self._own:
            parts.foot(self._made.sections[0], manuscript.footer, whole=not appendices)
        self._made.add_paragraph(manuscript.title, style="Title")
        self._add_blocks(manuscript.blocks, manuscript.title)
        for section in manuscript.sections:
            if appendices and section is appendices[0]:
                contents_list(self._made, appendices, paged=self._own)
            wanted = manuscript.landscape if section.landscape is None else section.landscape
            if section.is_appendix or wanted != self._landscape:
                self._new_pages(wanted, section)
            self._add_section(section, 1)

    def _turn(self, landscape: bool) -> None:
        pages = self._made.sections[-1]
        (parts.turned if self._own else parts.turn_by)(pages, landscape)
        self._landscape, self._room = landscape, parts.room_of(pages)

    def _new_pages(self, landscape: bool, section: Section) -> None:
        pages = parts.break_pages(self._made)
        self._turn(landscape)
        if self._own and section.is_appendix:
            parts.foot(pages, self._manuscript.footer, letter=section.number, whole=False)
        else:
            # a letterhead belongs on the first page of all
            pages.different_first_page_header_footer = False

    def _add_section(self, section: Section, level: int) -> None:
        heading = self._made.add_heading(section.heading, min(level, _DEEPEST))
        if section.is_appendix:
            bookmark(heading, section)
        if self._manuscript.numbered and not section.mark:
            unnumbered(heading)
        self._add_blocks(section.blocks, section.heading)
        for inner in section.sections:
            self._add_section(inner, level + 1)

    def _add_blocks(self, blocks: Iterable[Block], heading: str) -> None:
        made = self._made
        for block, following in pairwise((*blocks, None)):
            match block:
                case Paragraph():
                    leads = block.role == "plain" and leads_in(following)
                    parts.write(made.add_paragraph(style="Lead-in" if leads else _STYLES[block.role]), block.text)
                case Listing():
                    _add_listing(made, block)
                case Grid():
                    if block.caption != heading:
                        made.add_paragraph(block.caption, style="Caption").paragraph_format.keep_with_next = True
                    parts.table(made, block, self._room)
                    # what follows would otherwise touch the table, and a second table join it
                    made.add_paragraph(style="After Table")
                case Figure():
                    parts.picture(made, block, self._room)


def _add_listing(made: Document, listing: Listing) -> None:
    number = parts.number_anew(made) if listing.numbered else None
    for item in listing.items:
        paragraph = made.add_paragraph(style="List Number" if listing.numbered else "List Bullet")
        parts.write(paragraph, item.text)
        if number is not None:
            numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            numbering.get_or_add_ilvl().val = 0
            numbering.get_or_add_numId().val = number
        if item.detail:
            paragraph.add_run().add_break()
            paragraph.add_run(item.detail, style="Detail")
