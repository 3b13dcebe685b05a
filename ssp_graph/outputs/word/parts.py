"""What python-docx leaves to its caller: our styles, marked and repeated header rows, numbering anew, page numbers."""

from __future__ import annotations

import datetime
import io

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm

from ssp_graph.outputs.forms.a4 import LONG, SHORT, SIDE_MARGIN, TOP_MARGIN, WIDE_TOP_MARGIN, picture_size, room
from ssp_graph.outputs.forms.manuscript import Figure, Grid
from ssp_graph.outputs.forms.measure import shares
from ssp_graph.outputs.word.contents import number_headings
from ssp_graph.outputs.word.element import element, filled

_TWIPS_PER_MM = 1440 / 25.4


def start(title: str, day: datetime.datetime, *, numbered: bool) -> Document:
    """Return an empty document with our styles, its title, its language, and the day as its only date.

    Its headings are `numbered` by Word itself, so that one which is added or moved gets its number.
    """
    made = docx.Document()
    made.styles.element[:] = filled("docx-styles.xml")
    if numbered:
        number_headings(made)
    settings = made.settings.element
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), "15")
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "en-GB")
    about = made.core_properties
    # the format holds no longer property
    about.title = title[:255]
    about.language, about.comments, about.author = "en-GB", "", "ssp-graph"
    about.last_modified_by = "ssp-graph"
    about.created = about.modified = day
    return made


def turned(pages: Section, landscape: bool) -> None:
    """Set A4 pages upright or on their wide side."""
    width, height = (LONG, SHORT) if landscape else (SHORT, LONG)
    pages.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    pages.page_width, pages.page_height = Mm(width), Mm(height)
    pages.left_margin = pages.right_margin = Mm(SIDE_MARGIN)
    pages.top_margin = pages.bottom_margin = Mm(WIDE_TOP_MARGIN if landscape else TOP_MARGIN)
    pages.header_distance = pages.footer_distance = Mm(8)


def foot(pages: Section, words: str) -> None:
    """Put words and "Page 1 of 3" at the foot of the pages."""
    foot = pages.footer.paragraphs[0]
    foot.style = "Footer"
    if words:
        foot.add_run(f"{words} ")
    for text, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        foot.add_run(text)
        foot._p.append(element("w:fldSimple", element("w:r", element("w:t", text="1")), instr=field))


def number_anew(made: Document) -> int:
    """Return the id of a numbering that starts at 1, for one numbered list."""
    numbering = made.part.numbering_part.element
    style = made.styles["List Number"].element
    listed = numbering.num_having_numId(style.pPr.numPr.numId.val)
    anew = numbering.add_num(listed.abstractNumId.val)
    anew.add_lvlOverride(0).add_startOverride(1)
    return int(anew.numId)


def table(made: Document, grid: Grid, *, landscape: bool) -> None:
    """Add a table across the page. Its XML is made directly: the library takes seconds for a thousand rows."""
    widths = [round(share * room(landscape) * _TWIPS_PER_MM) for share in shares(grid, landscape=landscape)]
    made.element.body.insert_element_before(filled("docx-table.xml", grid=grid, widths=widths), "w:sectPr")


def picture(made: Document, shown: Figure, *, landscape: bool) -> None:
    """Add a picture with its alternative text, as wide as it may be and the page allows."""
    width, height = picture_size(shown, landscape)
    paragraph = made.add_paragraph()
    paragraph.paragraph_format.keep_with_next = bool(shown.caption)
    shape = paragraph.add_run().add_picture(io.BytesIO(shown.png), Mm(width), Mm(height))
    shape._inline.docPr.set("descr", shown.alternative)
