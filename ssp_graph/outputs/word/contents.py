"""Numbered headings and the list of contents of a Word document, as Word itself makes and keeps them.

The list is a field, filled with its entries so that it shows at once. Only a layout of the pages knows their numbers:
Word asks on opening whether it may fill them in.
"""

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
    numbering = made.part.numbering_part.element
    many = numbering.findall(qn("w:abstractNum"))
    abstract = max((int(each.get(qn("w:abstractNumId"))) for each in many), default=-1) + 1
    declared = filled("docx-numbering.xml", id=abstract, levels=_LEVELS, indent=_INDENT)
    # the format wants all of these before the numberings that use them
    numbering.insert(numbering.index(many[-1]) + 1 if many else 0, declared)
    number = numbering.add_num(abstract).numId
    for level in range(1, _LEVELS + 1):
        used = made.styles[f"Heading {level}"].element.get_or_add_pPr().get_or_add_numPr()
        used.get_or_add_ilvl().val = level - 1
        used.get_or_add_numId().val = number


def unnumbered(heading: Paragraph) -> None:
    """Take the number that its style gives from a heading that says its own letter, or stands in an appendix."""
    heading._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
    heading.paragraph_format.left_indent = heading.paragraph_format.first_line_indent = Mm(0)


def bookmark(heading: Paragraph, section: Section) -> None:
    """Give the heading of a section a name that the list of contents links to."""
    number = str(len(heading.part.element.findall(f".//{qn('w:bookmarkStart')}")))
    heading._p.insert(1, element("w:bookmarkStart", id=number, name=_name_of(section)))
    heading._p.append(element("w:bookmarkEnd", id=number))


def contents_list(made: Document, entries: Sequence[Section]) -> None:
    """Add the list of contents on a new page, nothing where there are no entries."""
    if entries:
        made.settings.element.append(element("w:updateFields", val="true"))
        listed = filled("docx-contents.xml", title=TITLE, entries=entries, name_of=_name_of)
        made.element.body.insert_element_before(listed, "w:sectPr")


def _name_of(section: Section) -> str:
    # Word knows its own by this beginning, and takes no hyphens
    return f"_Toc{section.anchor.replace('-', '_')}"
