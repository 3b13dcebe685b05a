"""A paper in the frame of a council's own Word document, which Word's format is read from again part by part."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt

from ssp_graph.errors import UsageError
from ssp_graph.outputs.paper import render_paper

from .opened import W, tables, words, xml
from .test_board_papers import PAPER

DOCUMENT = b"wordprocessingml.document.main+xml"
TEMPLATE = b"wordprocessingml.template.main+xml"


def council() -> Document:
    made = docx.Document()
    made.add_paragraph("Text of last month's paper")
    made.styles["Normal"].font.name = "Georgia"
    made.styles["Heading 1"].font.size = Pt(30)
    pages = made.sections[0]
    pages.page_width, pages.page_height = Mm(210), Mm(297)
    pages.left_margin = pages.right_margin = Mm(30)
    pages.header.paragraphs[0].text = "Exampleton Borough Council"
    pages.footer.paragraphs[0].text = "Committee services"
    pages.different_first_page_header_footer = True
    pages.first_page_header.paragraphs[0].text = "The crest"
    return made


def saved(made: Document, change: Callable[[str, bytes], bytes] = lambda _, data: data, *more: str) -> bytes:
    """Return a document's bytes with its parts changed, the empty ones left out, and further parts beside them."""
    file, again = io.BytesIO(), io.BytesIO()
    made.save(file)
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(again, "w") as new:
        for name in old.namelist():
            if data := change(name, old.read(name)):
                new.writestr(name, data)
        for name in more:
            new.writestr(name, b"x")
    return again.getvalue()


def as_template(name: str, data: bytes) -> bytes:
    return data.replace(DOCUMENT, TEMPLATE) if name == "[Content_Types].xml" else data


@pytest.mark.parametrize("change", [lambda _, data: data, as_template], ids=["docx", "dotx"])
def test_a_paper_has_the_pages_styles_header_and_footer_of_a_template(change: Callable[[str, bytes], bytes]) -> None:
    data = render_paper(PAPER, "docx", saved(council(), change))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert DOCUMENT in archive.read("[Content_Types].xml")
        everything = b"".join(map(archive.read, archive.namelist())).decode(errors="ignore")
    assert "last month" not in everything
    assert all(told in everything for told in ("Exampleton Borough Council", "Committee services", "The crest"))
    assert "Draft. " not in everything
    styles = {style.get(f"{W}styleId"): style for style in xml(data, "word/styles.xml").iter(f"{W}style")}
    size = styles["Heading1"].find(f"{W}rPr/{W}sz")
    assert size is not None
    assert size.get(f"{W}val") == "60"
    assert styles["Heading1"].find(f"{W}pPr/{W}numPr") is None
    used = {each.get(f"{W}val") for each in xml(data, "word/document.xml").iter(f"{W}pStyle")}
    assert used <= set(styles)
    assert {"TableText", "ListBullet"} <= used
    # what we add looks as theirs does
    assert [
        each for name in used - {"Title"} if name and "Table" in name for each in styles[name].iter(f"{W}color")
    ] == []
    assert tables(data, "docx") == tables(render_paper(PAPER, "docx"), "docx")


def test_tables_keep_within_the_margins_and_the_crest_comes_once() -> None:
    body = xml(render_paper(PAPER, "docx", saved(council())), "word/document.xml")
    upright, wide = 150 * 1440 / 25.4, 237 * 1440 / 25.4
    widths = [int(each.get(f"{W}w") or 0) for each in body.iter(f"{W}tblW")]
    assert [width <= upright + 5 for width in widths] == [True, True, False]
    assert max(widths) <= wide + 5
    pages = list(body.iter(f"{W}sectPr"))
    assert [each.find(f"{W}titlePg") is not None for each in pages] == [True, False, False]
    assert [each.find(f"{W}pgSz").get(f"{W}orient") for each in pages] == [None, "landscape", None]  # type: ignore[union-attr]


def test_word_counts_the_pages_of_the_list_of_appendices_which_end_at_the_margin() -> None:
    data = render_paper(PAPER, "docx", saved(council()))
    body = xml(data, "word/document.xml")
    assert [words(link) for link in body.iter(f"{W}hyperlink")] == ["Appendix A: Matrix", "Appendix B: Glossary"]
    asked = [str(field.get(f"{W}instr")) for field in body.iter(f"{W}fldSimple")]
    marks = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    assert asked == [f"PAGEREF {mark} \\h" for mark in marks]
    (tab,) = next(
        style for style in xml(data, "word/styles.xml").iter(f"{W}style") if style.get(f"{W}styleId") == "TOC1"
    ).iter(f"{W}tab")
    assert tab.get(f"{W}pos") == "8504"  # 150 mm


def test_a_template_without_lists_gets_ours() -> None:
    def bare(name: str, data: bytes) -> bytes:
        if name == "word/_rels/document.xml.rels":
            return re.sub(rb'<Relationship [^>]*numbering.xml"[^>]*/>', b"", data)
        if name == "word/numbering.xml":
            return b""
        return data.replace(b'w:val="List Bullet"', b'w:val="Dots"').replace(b"ListBullet", b"Dots")

    data = render_paper(PAPER, "docx", saved(council(), bare))
    styles = {style.get(f"{W}styleId"): style for style in xml(data, "word/styles.xml").iter(f"{W}style")}
    number = styles["ListBullet"].find(f"{W}pPr/{W}numPr/{W}numId")
    assert number is not None
    numbering = xml(data, "word/numbering.xml")
    (declared,) = [each for each in numbering.iter(f"{W}num") if each.get(f"{W}numId") == number.get(f"{W}val")]
    (kind,) = [
        each.find(f"{W}lvl/{W}numFmt")
        for each in numbering.iter(f"{W}abstractNum")
        if each.get(f"{W}abstractNumId") == declared[0].get(f"{W}val")
    ]
    assert kind is not None
    assert kind.get(f"{W}val") == "bullet"


def test_a_template_that_cannot_be_used_is_told() -> None:
    odd = council()
    odd.styles.add_style("Note", WD_STYLE_TYPE.CHARACTER)
    for data, told in (
        (b"{\\rtf1}", "is no Word document, or is protected"),
        (saved(council(), lambda _, data: data, "word/vbaProject.bin"), "holds macros"),
        (saved(odd), "has a style 'Note' of another sort"),
    ):
        with pytest.raises(UsageError, match=told):
            render_paper(PAPER, "docx", data)
    with pytest.raises(UsageError, match="A template is for a Word document"):
        render_paper(PAPER, "odt", saved(council()))
