"""Numbered headings and the list of contents of a Word document, as Word itself makes and keeps them.

The list is a field, filled with its entries so that it shows at once. Only a layout of the pages knows their numbers:
these come when the field is updated.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from ssp_graph.outputs.forms.contents import DEPTH, TITLE
from ssp_graph.outputs.forms.manuscript import Section
from ssp_graph.outputs.word.element import element, run

_LEVELS = 4
_INDENT = "794"  # twentieths of a point: room for 10.12


def number_headings(made: Document) -> None:
    """Number the styles of headings: 1, 1.1, 1.1.1 and so on."""
    numbering = made.part.numbering_part.element
    many = numbering.findall(qn("w:abstractNum"))
    abstract = str(max((int(each.get(qn("w:abstractNumId"))) for each in many), default=-1) + 1)
    levels = [
        element(
            "w:lvl",
            element("w:start", val="1"),
            element("w:numFmt", val="decimal"),
            element("w:pStyle", val=f"Heading{level}"),
            element("w:lvlText", val=".".join(f"%{each}" for each in range(1, level + 1))),
            element("w:lvlJc", val="left"),
            element("w:pPr", element("w:ind", left=_INDENT, hanging=_INDENT)),
            ilvl=str(level - 1),
        )
        for level in range(1, _LEVELS + 1)
    ]
    declared = element("w:abstractNum", element("w:multiLevelType", val="multilevel"), *levels, abstractNumId=abstract)
    # the format wants all of these before the numberings that use them
    numbering.insert(numbering.index(many[-1]) + 1 if many else 0, declared)
    number = numbering.add_num(int(abstract)).numId
    for level in range(1, _LEVELS + 1):
        used = made.styles[f"Heading {level}"].element.get_or_add_pPr().get_or_add_numPr()
        used.get_or_add_ilvl().val = level - 1
        used.get_or_add_numId().val = number


def bookmark(heading: Paragraph, name: str) -> None:
    """Give a heading a name that the list of contents links to."""
    number = str(len(heading.part.element.findall(f".//{qn('w:bookmarkStart')}")))
    heading._p.insert(1, element("w:bookmarkStart", id=number, name=_bookmark(name)))
    heading._p.append(element("w:bookmarkEnd", id=number))


def contents_list(made: Document, entries: Sequence[Section]) -> None:
    """Add the list of contents, nothing where there are no entries."""
    if not entries:
        return
    lines = [_line(entry) for entry in entries]
    begin = (*_marks("begin", f' TOC \\o "1-{DEPTH}" \\h \\z \\u '), *_marks("separate"))
    for place, mark in enumerate(begin, 1):
        lines[0].insert(place, mark)
    lines[-1].extend(_marks("end"))
    heading = element("w:p", element("w:pPr", element("w:pStyle", val="TOCHeading")), run(TITLE))
    gallery = element("w:docPartObj", element("w:docPartGallery", val="Table of Contents"), element("w:docPartUnique"))
    listed = element("w:sdt", element("w:sdtPr", gallery), element("w:sdtContent", heading, *lines))
    made.element.body.insert_element_before(listed, "w:sectPr")


def _line(entry: Section) -> Any:
    link = element("w:hyperlink", run(entry.number), _tab(), run(entry.heading), anchor=_bookmark(entry.anchor))
    return element("w:p", element("w:pPr", element("w:pStyle", val=f"TOC{entry.level}")), link)


def _tab() -> Any:
    return element("w:r", element("w:tab"))


def _marks(kind: str, instruction: str = "") -> list[Any]:
    """Return a mark of a field and, after its beginning, what it does."""
    found = [element("w:r", element("w:fldChar", fldCharType=kind))]
    if instruction:
        text = element("w:instrText")
        text.text = instruction
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        found.append(element("w:r", text))
    return found


def _bookmark(name: str) -> str:
    # Word knows its own by this beginning, and takes no hyphens
    return f"_Toc{name.replace('-', '_')}"
