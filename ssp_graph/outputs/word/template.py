"""A council's own Word document as the frame of a paper: its pages, styles, header and footer, without its text."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart
from docx.shared import Mm

from ssp_graph.errors import UsageError
from ssp_graph.outputs.word.contents import add_numbering
from ssp_graph.outputs.word.element import element, filled
from ssp_graph.outputs.word.packing import packed, unpacked
from ssp_graph.outputs.word.parts import room_of

_MOST_BYTES = 100_000_000
_TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_DOCUMENT = CONTENT_TYPE.WML_DOCUMENT_MAIN.encode()
_LISTS = {"List Bullet": "docx-bullets.xml", "List Number": "docx-numbers.xml"}
_SAVE_AS = "In Word, save it as a Word document (.docx) or template (.dotx) and give that."


def opened(template: bytes) -> Document:
    """Return a template without its text, with those of our styles that it lacks.

    Those that it has are its own; ours take its typeface and colours.

    Raises:
        UsageError: it is no Word document, holds macros or is beyond all measure.
    """
    made = docx.Document(io.BytesIO(_checked(template)))
    _empty(made)
    lacking = _add_styles(made)
    if not any(part.reltype == RELATIONSHIP_TYPE.NUMBERING for part in made.part.rels.values()):
        _add_numbering_part(made)
    for name, numbering in _LISTS.items():
        properties = made.styles[name].element.get_or_add_pPr()
        if name in lacking or properties.numPr is None:
            properties.get_or_add_numPr().get_or_add_numId().val = add_numbering(made, numbering)
    if "toc 1" in lacking:  # its page numbers stand at the right margin, wherever that is
        across = Mm(room_of(made.sections[0]).across)
        next(made.styles["toc 1"].element.iter(qn("w:tab"))).set(qn("w:pos"), str(across.twips))
    return made


def _checked(template: bytes) -> bytes:
    """Return the bytes of a document; a template is one under another content type."""
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            names = archive.namelist()
            if "word/document.xml" not in names:
                raise UsageError(f"The template is no Word document. {_SAVE_AS}")
            if any("vbaProject" in name for name in names):
                raise UsageError(f"The template holds macros, and a paper must not. {_SAVE_AS}")
            if sum(each.file_size for each in archive.infolist()) > _MOST_BYTES:
                raise UsageError("The template unpacks to more than 100 MB. Give one without its large pictures.")
        parts = unpacked(template)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise UsageError(f"The template is no Word document, or is protected by a password. {_SAVE_AS}") from error
    if _TEMPLATE not in parts.get("[Content_Types].xml", b""):
        return template
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(_TEMPLATE, _DOCUMENT)
    return packed(parts)


def _empty(made: Document) -> None:
    """Take out all text. The first pages are those that stay: the header of later ones may follow from theirs."""
    body = made.element.body
    pages = next(body.iter(qn("w:sectPr")), None)
    body[:] = [deepcopy(pages) if pages is not None else element("w:sectPr")]
    settings = made.settings.element
    for linked in settings.findall(qn("w:attachedTemplate")):  # a file that only the council has
        settings.remove(linked)


def _add_styles(made: Document) -> set[str]:
    """Add those of our styles that a template lacks, and return their names."""
    theirs = made.styles.element
    ids = {style.get(qn("w:styleId")): style for style in theirs.findall(qn("w:style"))}
    names = {_name(style).casefold(): style for style in ids.values()}
    normal = next((each for each, style in ids.items() if _is_default(style)), "Normal")
    added = set()
    for style in filled("docx-styles.xml").findall(qn("w:style")):
        other = names.get(_name(style).casefold())
        if other is not None:
            if other.get(qn("w:type")) != style.get(qn("w:type")):
                raise UsageError(f"The template has a style {_name(style)!r} of another sort. Give that another name.")
            if other.get(qn("w:styleId")) == style.get(qn("w:styleId")):
                continue
            if not _name(style).startswith(("Table ", "Answer ")):  # these are found by their names
                continue
            style.find(qn("w:name")).set(qn("w:val"), f"{_name(style)} 2")
        elif style.get(qn("w:styleId")) in ids:
            raise UsageError(f"The template has another style under the id of {_name(style)!r}. Give another template.")
        _plain(style, normal)
        theirs.append(style)
        added.add(_name(style))
    return added


def _plain(style: Any, normal: str) -> None:
    """Take our colours and sizes from a style; text in and after tables keeps its size: their columns rest on it."""
    tags = ["w:color", "w:shd"] + ([] if "Table" in _name(style) else ["w:sz", "w:szCs"])
    for tag in tags:
        for each in list(style.iter(qn(tag))):
            each.getparent().remove(each)
    base = style.find(qn("w:basedOn"))
    if base is not None and base.get(qn("w:val")) == "Normal":
        base.set(qn("w:val"), normal)


def _name(style: Any) -> str:
    return str(style.find(qn("w:name")).get(qn("w:val")))


def _is_default(style: Any) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true")


def _add_numbering_part(made: Document) -> None:
    package = made.part.package
    part = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, element("w:numbering"), package)
    made.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
