"""Numbered headings of a Word document, and the list of its appendices."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from ssp_graph.outputs.forms.contents import TITLE
from ssp_graph.outputs.forms.manuscript import Section
from ssp_graph.outputs.word.element import element, filled

_LEVELS = 4
_INDENT = 794  # twentieths of a point: room for 10.12


def number_headings(made: Document) -> None:
    """Number the styles of headings: 1, 1.1, 1.1.1 and so on."""
    number = add_numbering(made, "docx-numbering.xml", levels=_LEVELS, indent=_INDENT)
    for level in range(1, _LEVELS + 1):
        used = made.styles[f"Heading {level}"].element.get_or_add_pPr().get_or_add_numPr()
        used.get_or_add_ilvl().val = level - 1
        used.get_or_add_numId().val = number


def add_numbering(made: Document, template: str, **values: object) -> int:
    """Declare a numbering and return its id."""
    numbering = made.part.numbering_part.element
    many = numbering.findall(qn("w:abstractNum"))
    abstract = max((int(each.get(qn("w:abstractNumId"))) for each in many), default=-1) + 1
    # the format wants all of these before the numberings that use them
    numbering.insert(numbering.index(many[-1]) + 1 if many else 0, filled(template, id=abstract, **values))
    return int(numbering.add_num(abstract).numId)


def unnumbered(heading: Paragraph) -> None:
    """Take the number that its style gives from a heading that says its own letter, or stands in an appendix."""
    heading._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
    heading.paragraph_format.left_indent = heading.paragraph_format.first_line_indent = Mm(0)


def bookmark(heading: Paragraph, section: Section) -> None:
    """Give the heading of an appendix a name that the list links to."""
    number = str(len(heading.part.element.findall(f".//{qn('w:bookmarkStart')}")))
    heading._p.insert(1, element("w:bookmarkStart", id=number, name=_name_of(section)))
    heading._p.append(element("w:bookmarkEnd", id=number))


def contents_list(made: Document, entries: Sequence[Section], *, paged: bool) -> None:
    """Add the list of appendices, which stays on one page, with the page on which each begins.

    That is ours where they are `paged` by us; those of a template Word counts as it opens the document.
    """
    made.add_paragraph(TITLE, style="TOC Heading")
    for entry in entries:
        line = made.add_paragraph(style="toc 1")
        line.paragraph_format.keep_with_next = entry is not entries[-1]
        link = element("w:hyperlink", anchor=_name_of(entry))
        link.append(element("w:r", element("w:t", text=entry.heading), element("w:tab")))
        if paged:
            link.append(element("w:r", element("w:t", text=entry.first_page)))
        else:
            link.append(element("w:fldSimple", instr=f"PAGEREF {_name_of(entry)} \\h", dirty="true"))
        line._p.append(link)


def _name_of(section: Section) -> str:
    # Word takes no hyphens
    return section.anchor.replace("-", "_")
