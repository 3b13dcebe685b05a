"""What python-docx leaves to its caller: our styles, marked and repeated header rows, numbering anew, page numbers."""

from __future__ import annotations

import datetime
import io

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph

from ssp_graph.outputs.forms.a4 import LONG, SHORT, SIDE_MARGIN, TOP_MARGIN, WIDE_TOP_MARGIN, Room, picture_size
from ssp_graph.outputs.forms.manuscript import Figure, Grid
from ssp_graph.outputs.forms.measure import shares
from ssp_graph.outputs.word.contents import number_headings
from ssp_graph.outputs.word.element import element, filled
from ssp_graph.words import pieces

_TWIPS_PER_MM = 1440 / 25.4


def start(*, numbered: bool) -> Document:
    """Return an empty document with our styles.

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
    return made


def describe(made: Document, title: str, day: datetime.datetime) -> None:
    """Give a document its title, its language, and the day as its only date."""
    about = made.core_properties
    # the format holds no longer property
    about.title = title[:255]
    about.language, about.comments, about.author = "en-GB", "", "ssp-graph"
    about.last_modified_by = "ssp-graph"
    about.created = about.modified = day


def break_pages(made: Document) -> Section:
    """Begin new pages behind the last paragraph, and return them; a paragraph for the break might need its own page."""
    pages: Section = made.add_section()
    *_, last, breaking, _ = made.element.body
    if last.tag == qn("w:p"):
        last.set_sectPr(breaking.pPr.sectPr)
        made.element.body.remove(breaking)
    return pages


def turned(pages: Section, landscape: bool) -> None:
    """Set A4 pages upright or on their wide side."""
    width, height = (LONG, SHORT) if landscape else (SHORT, LONG)
    pages.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    pages.page_width, pages.page_height = Mm(width), Mm(height)
    pages.left_margin = pages.right_margin = Mm(SIDE_MARGIN)
    pages.top_margin = pages.bottom_margin = Mm(WIDE_TOP_MARGIN if landscape else TOP_MARGIN)
    pages.header_distance = pages.footer_distance = Mm(8)


def turn_by(pages: Section, landscape: bool) -> None:
    """Turn pages of any size, which keep their margins."""
    long, short = sorted((pages.page_width or Mm(LONG), pages.page_height or Mm(SHORT)), reverse=True)
    pages.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    pages.page_width, pages.page_height = (long, short) if landscape else (short, long)


def room_of(pages: Section) -> Room:
    """Return what pages have between their margins."""
    across, left, right, down, top, bottom = (
        Length(size or 0).mm
        for size in (
            pages.page_width,
            pages.left_margin,
            pages.right_margin,
            pages.page_height,
            pages.top_margin,
            pages.bottom_margin,
        )
    )
    return Room(across - left - right, down - abs(top) - abs(bottom))


def foot(pages: Section, words: str, *, letter: str = "", whole: bool = True) -> None:
    """Put words and the number of the page at the foot of the pages.

    That is "Page 1 of 3" where the document is one `whole`, "Page A1" in the appendix with that letter, which counts
    its own.
    """
    pages.footer.is_linked_to_previous = False
    foot = pages.footer.paragraphs[0]
    foot.style = "Footer"
    if words:
        foot.add_run(f"{words} ")
    for old in pages._sectPr.findall(qn("w:pgNumType")):
        pages._sectPr.remove(old)
    if letter:
        pages._sectPr.insert_element_before(element("w:pgNumType", start="1"), "w:cols", "w:titlePg", "w:docGrid")
    for text, field in ((f"Page {letter}", "PAGE"), (" of ", "NUMPAGES"))[: 2 if whole else 1]:
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


def write(paragraph: Paragraph, text: str) -> None:
    """Write text into a paragraph; what is left to fill in is highlighted."""
    for piece, to_add in pieces(text):
        paragraph.add_run(piece).font.highlight_color = WD_COLOR_INDEX.YELLOW if to_add else None


def table(made: Document, grid: Grid, room: Room) -> None:
    """Add a table across the page. Its XML is made directly: the library takes seconds for a thousand rows."""
    widths = [round(share * room.across * _TWIPS_PER_MM) for share in shares(grid, room.across)]
    made.element.body.insert_element_before(filled("docx-table.xml", grid=grid, widths=widths), "w:sectPr")


def picture(made: Document, shown: Figure, room: Room) -> None:
    """Add a picture with its alternative text, as wide as it may be and the page allows."""
    width, height = picture_size(shown, room)
    shape = made.add_paragraph().add_run().add_picture(io.BytesIO(shown.png), Mm(width), Mm(height))
    shape._inline.docPr.set("descr", shown.alternative)
