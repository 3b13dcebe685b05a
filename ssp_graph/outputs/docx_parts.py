"""What python-docx leaves to its caller: our styles, marked and repeated header rows, numbering anew, page numbers."""

from __future__ import annotations

import datetime
import io
from typing import Any

import docx
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.section import Section as Pages
from docx.shared import Mm

from ssp_graph.outputs.a4 import LONG, SHORT, SIDE_MARGIN, TOP_MARGIN, WIDE_TOP_MARGIN, picture_size, room
from ssp_graph.outputs.forms.document import Grid, Picture
from ssp_graph.outputs.forms.measure import shares
from ssp_graph.outputs.templating import environment

_TWIPS_PER_MM = 1440 / 25.4


def start(title: str, day: datetime.datetime) -> Paper:
    """Return an empty document with our styles, its title, its language, and the day as its only date."""
    made = docx.Document()
    ours = parse_xml(environment().get_template("docx-styles.xml").render().strip())
    styles = made.styles.element
    for old in list(styles):
        styles.remove(old)
    styles.extend(list(ours))
    settings = made.settings.element
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), "15")
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "en-GB")
    about = made.core_properties
    # the format holds no longer property
    about.title = title[:255]
    about.language, about.comments, about.author = "en-GB", "", ""
    about.created = about.modified = day
    return made


def turned(pages: Pages, landscape: bool) -> None:
    """Set A4 pages upright or on their wide side."""
    width, height = (LONG, SHORT) if landscape else (SHORT, LONG)
    pages.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    pages.page_width, pages.page_height = Mm(width), Mm(height)
    pages.left_margin = pages.right_margin = Mm(SIDE_MARGIN)
    pages.top_margin = pages.bottom_margin = Mm(WIDE_TOP_MARGIN if landscape else TOP_MARGIN)
    pages.header_distance = pages.footer_distance = Mm(8)


def page_count(pages: Pages) -> None:
    """Put "Page 1 of 3" at the foot of the pages."""
    foot = pages.footer.paragraphs[0]
    foot.style = "Footer"
    for text, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        foot.add_run(text)
        foot._p.append(_element("w:fldSimple", _run("1"), instr=field))


def number_anew(made: Paper) -> int:
    """Return the id of a numbering that starts at 1, for one numbered list."""
    numbering = made.part.numbering_part.element
    style = made.styles["List Number"].element
    listed = numbering.num_having_numId(style.pPr.numPr.numId.val)
    anew = numbering.add_num(listed.abstractNumId.val)
    anew.add_lvlOverride(0).add_startOverride(1)
    return int(anew.numId)


def table(made: Paper, grid: Grid, *, landscape: bool) -> None:
    """Add a table across the page. Its XML is made directly: the library takes seconds for a thousand rows."""
    across = room(landscape) * _TWIPS_PER_MM
    widths = [round(share * across) for share in shares(grid, landscape=landscape)]
    properties = _element(
        "w:tblPr",
        _element("w:tblStyle", val="AnswerTable"),
        _element("w:tblW", w=str(sum(widths)), type="dxa"),
        _element("w:tblLayout", type="fixed"),
        _element("w:tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", noHBand="1", noVBand="1"),
        _element("w:tblCaption", val=grid.caption),
    )
    columns = _element("w:tblGrid", *(_element("w:gridCol", w=str(width)) for width in widths))
    rows = [_row(grid, row, widths) for row in grid.rows] or [_nothing(grid, sum(widths))]
    head = _row(grid, grid.headings, widths, head=True)
    made.element.body.insert_element_before(_element("w:tbl", properties, columns, head, *rows), "w:sectPr")


def picture(made: Paper, shown: Picture, *, landscape: bool) -> None:
    """Add a picture with its alternative text, as wide as it may be and the page allows."""
    width, height = picture_size(shown, landscape)
    paragraph = made.add_paragraph()
    paragraph.paragraph_format.keep_with_next = bool(shown.caption)
    shape = paragraph.add_run().add_picture(io.BytesIO(shown.png), Mm(width), Mm(height))
    shape._inline.docPr.set("descr", shown.alternative)


def _row(grid: Grid, texts: tuple[str, ...], widths: list[int], *, head: bool = False) -> Any:
    marks = [_element("w:cantSplit"), *([_element("w:tblHeader")] if head else [])]
    cells = (
        _cell(text, width, _style(grid, place, head), stressed=not head and text in grid.stressed)
        for place, (text, width) in enumerate(zip(texts, widths, strict=True))
    )
    return _element("w:tr", _element("w:trPr", *marks), *cells)


def _nothing(grid: Grid, width: int) -> Any:
    """Return the row that says that there are none."""
    cell = _cell(grid.empty, width, "TableText", stressed=False)
    cell[0].append(_element("w:gridSpan", val=str(len(grid.headings))))
    return _element("w:tr", cell)


def _style(grid: Grid, place: int, head: bool) -> str:
    if head:
        return "TableHeadNumber" if place in grid.numbers else "TableHead"
    if place in grid.numbers:
        return "TableNumber"
    return "TableText" if place else "TableRowHead"


def _cell(text: str, width: int, style: str, *, stressed: bool) -> Any:
    look = _element("w:pPr", _element("w:pStyle", val=style))
    runs = [_run(text, "Stressed" if stressed else "")] if text else []
    properties = _element("w:tcPr", _element("w:tcW", w=str(width), type="dxa"))
    return _element("w:tc", properties, _element("w:p", look, *runs))


def _run(text: str, style: str = "") -> Any:
    run = _element("w:r", *([_element("w:rPr", _element("w:rStyle", val=style))] if style else []))
    words = _element("w:t")
    words.text = text
    run.append(words)
    return run


def _element(tag: str, *children: Any, **attributes: str) -> Any:
    """Return an element of WordprocessingML; attributes belong to its namespace."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    element.extend(children)
    return element
