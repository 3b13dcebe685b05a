"""Board papers opened again: numbered headings, contents that lead to them, the same facts everywhere, no name."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import docx
import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from ssp_graph.answers.without_names import without_names
from ssp_graph.errors import UsageError
from ssp_graph.outputs.formats import PaperFormat
from ssp_graph.outputs.paper import pack, render_paper
from ssp_graph.papers import Paper, Part, Points, paper
from ssp_graph.pictures.painting.svg import alternative
from ssp_graph.pictures.views import structure
from ssp_graph.plan import Plan
from ssp_graph.questions.library import library
from ssp_graph.results import Column, Heading, Table
from tests.making import invented
from tests.questions.asking import engines

from .opened import TABLE, TEXT, Page, W, everything, tables, words, xml
from .samples import MATRIX, PLAN, SMALL

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"

HEADING = Heading("Who answers for what", ("exampleton-2024-27",), (PLAN,), "2025-06-01", question="A paper")


CHART = structure(Plan(invented("sampleford-2025-26"), "2025-06-30"), leads=False)
NOTHING = replace(CHART, nodes=(), lines=(), holes=(), apart=())
ABOUT = Table(HEADING, (Column("item", "Item"), Column("detail", "Detail")), ({"item": "Plan", "detail": PLAN},))
PAPER = Paper(
    HEADING,
    ABOUT,
    (
        Part("Summary", ("A sentence that leads in:", Points(("One point", "Another point")))),
        Part("Structure", ("Bodies.", CHART, NOTHING), (Part("Boards", (SMALL,), (Part("Deeper", ("Deep.",)),)),)),
    ),
    (Part("Matrix", (MATRIX,)), Part("Glossary", ("The end.",), (Part("Words", ("A word.",)),))),
    (SMALL, MATRIX),
    "2025-07-02",
)
APPENDICES = ["Appendix A: Matrix", "Appendix B: Glossary"]


@pytest.fixture(scope="module")
def named() -> Iterator[tuple[Paper, Paper, set[str]]]:
    """A paper about an invented plan, the same without names, and the parts of the names."""
    graph = invented("exampleton-2024-27")
    people = [data["name"] for _, data in graph.nodes(data=True) if data["kind"] == "person"]
    parts = {part.casefold() for name in people for part in re.findall(r"[^\W\d_]{2,}", name)} - {"dr", "mbe"}
    with engines() as engine:
        yield tuple(  # type: ignore[misc]  # mypy cannot count these
            [paper(engine(each), Plan(each, "2025-06-30"), library()) for each in (graph, without_names(graph))]
            + [parts]
        )


def test_word_numbers_the_headings_itself() -> None:
    data = render_paper(PAPER, "docx")
    styles = {style.get(f"{W}styleId"): style for style in xml(data, "word/styles.xml").iter(f"{W}style")}
    numbers = [styles[f"Heading{level}"].find(f"{W}pPr/{W}numPr/{W}numId") for level in (1, 2, 3, 4)]
    (number,) = {found.get(f"{W}val") for found in numbers if found is not None}
    numbering = xml(data, "word/numbering.xml")
    abstract = next(each[0].get(f"{W}val") for each in numbering.iter(f"{W}num") if each.get(f"{W}numId") == number)
    levels = next(each for each in numbering.iter(f"{W}abstractNum") if each.get(f"{W}abstractNumId") == abstract)
    texts = [(text.get(f"{W}val") or "") for text in levels.iter(f"{W}lvlText")]
    assert texts == ["%1", "%1.%2", "%1.%2.%3", "%1.%2.%3.%4"]
    assert "numPr" not in "".join(child.tag for child in styles["TOCHeading"].iter())


def test_an_open_text_numbers_the_headings_itself() -> None:
    outline = next(xml(render_paper(PAPER, "odt"), "styles.xml").iter(f"{TEXT}outline-style"))
    assert [(level.get(f"{TEXT}level"), level.get(f"{TEXT}display-levels")) for level in outline] == [
        (str(level), str(level)) for level in (1, 2, 3, 4)
    ]


def test_pages_and_markdown_have_the_numbers_as_text() -> None:
    page = Page(render_paper(PAPER, "html").decode())
    assert page.texts["h2"] == ["1 Summary", "2 Structure", "Appendices", *APPENDICES]
    assert (page.texts["h3"], page.texts["h4"]) == (["2.1 Boards", "Words"], ["2.1.1 Deeper"])
    lines = render_paper(PAPER, "md").decode().splitlines()
    assert [line for line in lines if line.startswith("##")] == [
        "## 1 Summary",
        "## 2 Structure",
        "### 2.1 Boards",
        "#### 2.1.1 Deeper",
        "## Appendices",
        "## Appendix A: Matrix",
        "## Appendix B: Glossary",
        "### Words",
    ]


def test_the_list_of_appendices_in_word_is_right_as_it_is_opened_and_leads_to_them() -> None:
    data = render_paper(PAPER, "docx")
    body = xml(data, "word/document.xml")
    links = list(body.iter(f"{W}hyperlink"))
    assert [words(link) for link in links] == ["Appendix A: MatrixA1", "Appendix B: GlossaryB1"]
    marks = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    assert {link.get(f"{W}anchor") for link in links} <= marks
    # a field that Word has to fill in would make it ask a question on opening
    assert list(body.iter(f"{W}instrText")) == []
    assert list(xml(data, "word/settings.xml").iter(f"{W}updateFields")) == []


def test_each_appendix_counts_its_own_pages_from_one_under_its_letter() -> None:
    data = render_paper(PAPER, "docx")
    starts = [pages.find(f"{W}pgNumType") for pages in xml(data, "word/document.xml").iter(f"{W}sectPr")]
    assert [None if start is None else start.get(f"{W}start") for start in starts] == [None, "1", "1"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        feet = [name for name in archive.namelist() if name.startswith("word/footer")]
    ends = [words(xml(data, name)).rpartition("Page ")[2] for name in sorted(feet)]
    assert ends == ["1", "A1", "B1"]
    content, styles = (xml(render_paper(PAPER, "odt"), name) for name in ("content.xml", "styles.xml"))
    looks = {style.get(f"{STYLE}name"): style for style in content.iter(f"{STYLE}style")}
    turned = [looks[f"Turn_20_{letter}"] for letter in "AB"]
    assert [style[0].get(f"{STYLE}page-number") for style in turned] == ["1", "1"]
    pages = {page.get(f"{STYLE}name"): words(page) for page in styles.iter(f"{STYLE}master-page")}
    assert [pages[str(style.get(f"{STYLE}master-page-name"))].rpartition("Page ")[2] for style in turned] == [
        "A1",
        "B1",
    ]


def test_the_list_of_appendices_in_an_open_text_has_their_pages_and_leads_to_them() -> None:
    content = xml(render_paper(PAPER, "odt"), "content.xml")
    links = list(content.iter(f"{TEXT}a"))
    marks = {mark.get(f"{TEXT}name") for mark in content.iter(f"{TEXT}bookmark")}
    assert ["".join(link.itertext()) for link in links] == ["Appendix A: MatrixA1", "Appendix B: GlossaryB1"]
    assert {(link.get(f"{XLINK}href") or "").removeprefix("#") for link in links} <= marks


def test_the_contents_of_a_page_lead_to_its_headings() -> None:
    page = Page(render_paper(PAPER, "html").decode())
    assert page.texts["a"] == APPENDICES
    ids = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    assert {(link["href"] or "").removeprefix("#") for link in page.all("a")} <= ids


def test_the_contents_of_markdown_are_a_list() -> None:
    assert "\n".join(f"- {entry}" for entry in APPENDICES) in render_paper(PAPER, "md").decode()


def test_what_is_left_to_fill_in_is_marked_in_every_format() -> None:
    made = replace(PAPER, parts=(Part("Contact", ("Officer: [to be added].",)),), appendices=())
    (run,) = [
        run
        for run in docx.Document(io.BytesIO(render_paper(made, "docx"))).paragraphs[-1].runs
        if run.font.highlight_color
    ]
    assert run.text == "[to be added]"
    (span,) = xml(render_paper(made, "odt"), "content.xml").iter(f"{TEXT}span")
    assert (span.get(f"{TEXT}style-name"), span.text) == ("To_20_Add", "[to be added]")
    assert Page(render_paper(made, "html").decode()).texts["mark"] == ["[to be added]"]
    assert "Officer: **\\[to be added\\]**." in render_paper(made, "md").decode()


@pytest.mark.parametrize("name", get_args(PaperFormat))
def test_a_paper_without_appendices_has_no_list_of_contents(name: str) -> None:
    assert "Appendices" not in everything(render_paper(replace(PAPER, appendices=()), name), name)


def test_every_page_says_at_its_foot_that_it_is_a_draft_of_what_and_when_it_was_made() -> None:
    foot = f"Draft. {HEADING.title}. Made on 2 July 2025."
    with zipfile.ZipFile(io.BytesIO(render_paper(PAPER, "docx"))) as archive:
        feet = [archive.read(name).decode() for name in archive.namelist() if "footer" in name]
    assert [foot in each for each in feet] == [True] * 3
    assert foot in zipfile.ZipFile(io.BytesIO(render_paper(PAPER, "odt"))).read("styles.xml").decode()
    assert f'content: "{foot}"' in render_paper(PAPER, "html").decode()


def test_properties_of_a_file_say_when_it_was_made_and_by_what() -> None:
    about = docx.Document(io.BytesIO(render_paper(PAPER, "docx"))).core_properties
    assert (about.author, about.last_modified_by, f"{about.created:%F}") == ("ssp-graph", "ssp-graph", "2025-07-02")
    meta = zipfile.ZipFile(io.BytesIO(render_paper(PAPER, "odt"))).read("meta.xml").decode()
    assert "<dc:creator>ssp-graph</dc:creator>" in meta
    assert "<meta:creation-date>2025-07-02T00:00:00</meta:creation-date>" in meta


def test_an_appendix_says_its_letter_itself_and_nothing_in_it_is_numbered() -> None:
    found = docx.Document(io.BytesIO(render_paper(PAPER, "docx")))
    headings = [each for each in found.paragraphs if str(each.style and each.style.name).startswith("Heading")]
    bare = [each.text for each in headings if each._p.pPr is not None and each._p.pPr.numPr is not None]
    assert bare == [*APPENDICES, "Words"]
    unnumbered = [
        heading.get(f"{TEXT}style-name")
        for heading in xml(render_paper(PAPER, "odt"), "content.xml").iter(f"{TEXT}h")
        if heading.get(f"{TEXT}is-list-header") == "true"
    ]
    assert len(unnumbered) == len(bare)


def test_a_first_column_of_names_is_marked_as_such() -> None:
    looks = [
        each.get(f"{W}firstColumn")
        for each in xml(render_paper(PAPER, "docx"), "word/document.xml").iter(f"{W}tblLook")
    ]
    assert looks == ["1"] * len(looks)
    assert looks
    content = xml(render_paper(PAPER, "odt"), "content.xml")
    table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    assert len(list(content.iter(f"{table}table-header-columns"))) == len(looks)


def test_only_a_wide_matrix_turns_its_pages_and_the_next_part_turns_them_back() -> None:
    pages = [page.get(f"{W}orient") for page in xml(render_paper(PAPER, "docx"), "word/document.xml").iter(f"{W}pgSz")]
    assert pages == [None, "landscape", None]
    styles = [
        heading.get(f"{TEXT}style-name") for heading in xml(render_paper(PAPER, "odt"), "content.xml").iter(f"{TEXT}h")
    ]
    assert styles[-3:] == ["Turn_20_A", "Turn_20_B", "Plain_20_2"]


def test_a_sentence_is_kept_with_the_list_or_table_that_it_leads_to() -> None:
    body = xml(render_paper(PAPER, "docx"), "word/document.xml")
    styled = {words(paragraph): paragraph.find(f"{W}pPr/{W}pStyle") for paragraph in body.iter(f"{W}p")}
    leading = styled["A sentence that leads in:"]
    assert leading is not None
    assert leading.get(f"{W}val") == "Lead-in"
    assert styled["The end."] is None
    kept = next(
        style for style in xml(render_paper(PAPER, "docx"), "word/styles.xml") if style.get(f"{W}styleId") == "Lead-in"
    )
    assert kept.find(f"{W}pPr/{W}keepNext") is not None


def test_pictures_have_alternative_text_and_an_empty_diagram_has_none() -> None:
    told = alternative(CHART)
    (picture,) = xml(render_paper(PAPER, "docx"), "word/document.xml").iter(f"{DRAWING}docPr")
    assert picture.get("descr") == told
    assert [each.text for each in xml(render_paper(PAPER, "odt"), "content.xml").iter(f"{SVG}desc")] == [told]
    (image,) = Page(render_paper(PAPER, "html").decode()).all("img")
    assert image["alt"] == told
    assert str(image["src"]).startswith("data:image/svg+xml;base64,")
    assert f"Picture: {told}" in render_paper(PAPER, "md").decode()


def test_sources_are_pages_and_the_title_page_says_of_what() -> None:
    for name in get_args(PaperFormat):
        assert f"Pages are those of {PLAN}." in everything(render_paper(PAPER, name), name)
    assert ["Youth Panel", "4", "p. 7 “the Youth Panel meets”"] in tables(render_paper(PAPER, "html"), "html")[1]


@pytest.mark.parametrize("name", get_args(PaperFormat))
def test_every_format_has_the_same_tables(named: tuple[Paper, Paper, set[str]], name: str) -> None:
    made = named[0]
    assert tables(render_paper(made, name), name) == tables(render_paper(made, "html"), "html")


@pytest.mark.parametrize("name", get_args(PaperFormat))
def test_every_sentence_is_in_every_format(named: tuple[Paper, Paper, set[str]], name: str) -> None:
    told = everything(render_paper(named[0], name), name)

    def missing(parts: tuple[Part, ...]) -> Iterator[str]:
        for part in parts:
            for content in part.content:
                texts = [content] if isinstance(content, str) else getattr(content, "sentences", ())
                yield from (text for text in texts if " ".join(text.split()) not in told)
            yield from missing(part.parts)

    assert list(missing((*named[0].parts, *named[0].appendices))) == []


@pytest.mark.parametrize("name", ["html", "md"])
def test_the_same_paper_gives_the_same_bytes(name: str) -> None:
    assert render_paper(PAPER, name) == render_paper(PAPER, name)


def texts_of(data: bytes) -> str:
    """Return all text of a file, what is zipped and what describes it included."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"\n".join(archive.read(member) for member in archive.namelist())
    return html.unescape(data.decode(errors="replace")).casefold()


@pytest.mark.parametrize("name", get_args(PaperFormat))
def test_without_names_no_part_of_a_name_stands_in_any_file_of_a_pack(
    named: tuple[Paper, Paper, set[str]], name: str
) -> None:
    with_names, without, parts = named

    def found(made: Paper) -> set[str]:
        said = " ".join(texts_of(data) for data in pack(made, name).values() if not data.startswith(b"\x89PNG"))
        return {part for part in parts if re.search(rf"(?<!\w){re.escape(part)}(?!\w)", said)}

    assert found(without) == set()
    assert "quillfeather" in found(with_names)


def test_a_pack_is_the_paper_its_pictures_and_its_tables_whole() -> None:
    assert [*pack(PAPER, "docx")] == ["paper.docx", "structure.png", "paper.xlsx"]
    assert [*pack(PAPER, "odt")] == ["paper.odt", "structure.png", "paper.ods"]
    assert [*pack(PAPER, "md")] == ["paper.md", "structure.svg", "paper.xlsx"]
    assert "](<structure.svg>)" in pack(PAPER, "md")["paper.md"].decode()
    assert [*pack(PAPER, "html")] == ["paper.html", "structure.svg", "paper.xlsx"]
    assert pack(PAPER, "docx")["structure.png"].startswith(b"\x89PNG")
    book = load_workbook(io.BytesIO(pack(PAPER, "docx")["paper.xlsx"]))
    assert book.sheetnames == ["About", "Boards", "Lead and supporting boards for…"]
    assert [row[0].value for row in book["Boards"].iter_rows()][-1] == "Youth Panel"
    links = {cell.value: cell.hyperlink.location for (cell,) in book["About"].iter_rows() if cell.hyperlink}
    assert links == {
        "Table: Boards": "'Boards'!A1",
        "Table: Lead and supporting boards for safeguarding themes": "'Lead and supporting boards for…'!A1",
    }
    content = xml(pack(PAPER, "odt")["paper.ods"], "content.xml")
    sheets = [each.get(f"{TABLE}name") for each in content.iter(f"{TABLE}table")]
    assert sheets == book.sheetnames


def test_a_format_that_a_paper_has_not_is_told() -> None:
    with pytest.raises(UsageError, match=r"no format 'pdf'. The formats are docx, odt, html, md"):
        render_paper(PAPER, "pdf")


@pytest.mark.parametrize("name", get_args(PaperFormat))
def test_long_names_other_scripts_and_control_characters_are_no_trouble(name: str) -> None:
    odd = "مجلس 🎉 שלום " + "Nightmarshal " * 400 + "\x00\x0b<b>&"
    many = replace(SMALL, rows=SMALL.rows * 1_000)
    made = replace(PAPER, parts=(Part(odd, (odd, Points((odd,)), many)),))
    said = everything(render_paper(made, name), name)
    assert said.count("مجلس 🎉 שלום Nightmarshal") >= 3
    assert "<b>&" in said
    assert said.count("Youth Panel") >= 1_000
