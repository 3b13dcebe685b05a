from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest

from ssp_graph.outputs import render
from ssp_graph.outputs.forms.manuscript import Figure, Grid, Item, Listing, Manuscript, Paragraph, Section
from ssp_graph.outputs.opendocument import odt
from ssp_graph.outputs.word import docx
from ssp_graph.results import Column, Result

from .opened import TABLE as T
from .opened import TEXT, W, tables, words, xml
from .samples import ALL, EMPTY, GROUPED, LONG, MATRIX, PLAN, PNG, ROUTES, SMALL, TABLE

FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

GRID = Grid("Words", ("Word", "Meaning"), (("Lead", "leads"),))
PAPER = Manuscript(
    "Accountability",
    "2025-06-01",
    (Paragraph("A summary."),),
    (
        Section(
            "Structure",
            (Figure(PNG, "Two boards, one above the other"),),
            (Section("Steps", (Listing((Item("One"), Item("Two")), numbered=True),)),),
        ),
        Section("Appendix", (GRID, replace(GRID, caption="More words")), landscape=True),
        Section("Glossary", (Listing((Item("Again", "p. 9"),), numbered=True),)),
    ),
)


def word(result: Result, part: str = "word/document.xml") -> Element:
    return xml(render(result, "docx"), part)


def opened(result: Result, part: str = "content.xml") -> Element:
    return xml(render(result, "odt"), part)


def word_styles(root: Element) -> list[tuple[str, str]]:
    """Return style and text of each paragraph outside tables."""
    body = root[0]
    return [
        (style.get(f"{W}val", ""), words(paragraph))
        for paragraph in body.findall(f"{W}p")
        if (style := paragraph.find(f"{W}pPr/{W}pStyle")) is not None
    ]


def test_a_word_document_has_a_title_and_real_headings() -> None:
    styles = word_styles(word(GROUPED))
    assert styles[:4] == [
        ("Title", "Actions and their owners"),
        ("Subtitle", "Which actions of the plan have an owner, and who is it?"),
        ("About", f"Register: {PLAN}. As of 1 June 2025. Pages are those of {PLAN}."),
        ("Count", "2 of 3 actions have an owner"),
    ]
    headings = [text for style, text in styles if style == "Heading1"]
    assert headings == ["Safe homes", "Safe streets", "Notes"]


def test_an_open_text_has_a_title_and_real_headings() -> None:
    root = opened(GROUPED)
    headings = [(heading.get(f"{TEXT}outline-level"), words(heading)) for heading in root.iter(f"{TEXT}h")]
    assert headings == [("1", "Safe homes"), ("1", "Safe streets"), ("1", "Notes")]
    styles = {style.get(f"{STYLE}name"): style.get(f"{STYLE}parent-style-name") for style in root.iter(f"{STYLE}style")}
    first = next(root.iter(f"{TEXT}p"))
    assert styles[first.get(f"{TEXT}style-name")] == "Title"


def test_titles_languages_and_the_answers_day_are_in_the_properties() -> None:
    core = word(SMALL, "docProps/core.xml")
    assert (core.findtext(f"{DC}title"), core.findtext(f"{DC}language")) == ("Boards", "en-GB")
    assert {element.text for element in core if element.tag.endswith(("created", "modified"))} == {
        "2025-06-01T00:00:00Z"
    }
    meta = opened(SMALL, "meta.xml")
    assert [meta.findtext(f".//{DC}{name}") for name in ("title", "language", "date")] == [
        "Boards",
        "en-GB",
        "2025-06-01T00:00:00",
    ]


def test_the_language_of_all_text_is_british_english() -> None:
    languages = [element.get(f"{W}val") for element in word(SMALL, "word/styles.xml").iter(f"{W}lang")]
    assert languages == ["en-GB"]
    spoken = {
        (element.get(f"{FO}language"), element.get(f"{FO}country"))
        for element in opened(SMALL, "styles.xml").iter(f"{STYLE}text-properties")
    }
    assert spoken == {("en", "GB"), (None, None)}


@pytest.mark.parametrize("name", ALL)
def test_header_rows_are_marked_and_repeated_and_no_row_is_split(name: str) -> None:
    for table in word(ALL[name]).iter(f"{W}tbl"):
        marked = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
        assert marked == [True] + [False] * (len(marked) - 1)
        whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(f"{W}tr")]
        assert all(whole) or name == "empty"
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None
    root = opened(ALL[name])
    for table in root.iter(f"{T}table"):
        assert len(list(table.iter(f"{T}table-header-rows"))) == 1
        assert {row.get(f"{T}style-name") for row in table.iter(f"{T}table-row")} == {"Row"}
    (kept,) = (style for style in root.iter(f"{STYLE}style") if style.get(f"{STYLE}name") == "Row")
    assert kept[0].get(f"{FO}keep-together") == "always"


def test_the_matrix_is_on_a_wide_page_with_columns_that_fill_it() -> None:
    root = word(MATRIX)
    (page,) = root.iter(f"{W}pgSz")
    assert page.get(f"{W}orient") == "landscape"
    assert int(page.get(f"{W}w", "0")) > int(page.get(f"{W}h", "0"))
    table = next(root.iter(f"{W}tbl"))
    across = sum(int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol"))
    assert abs(across - 257 * 1440 / 25.4) < 10
    assert 'style:master-page-name="Landscape"' in _member(render(MATRIX, "odt"), "content.xml")
    (upright,) = word(SMALL).iter(f"{W}pgSz")
    assert upright.get(f"{W}orient") != "landscape"


def test_tables_are_in_ten_point_type() -> None:
    sizes = {
        style.get(f"{W}styleId"): size.get(f"{W}val")
        for style in word(MATRIX, "word/styles.xml").iter(f"{W}style")
        if (size := style.find(f"{W}rPr/{W}sz")) is not None
    }
    assert sizes["TableText"] == sizes["TableHead"] == "20"


def test_pages_are_numbered() -> None:
    footers = [name for name in _names(render(SMALL, "docx")) if name.startswith("word/footer")]
    assert len(footers) == 1
    fields = [field.get(f"{W}instr") for field in word(SMALL, footers[0]).iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]
    assert words(word(SMALL, footers[0])).startswith("Page ")
    assert len(list(opened(SMALL, "styles.xml").iter(f"{TEXT}page-count"))) == 2


def test_steps_of_each_route_are_numbered_from_one() -> None:
    numbers = [
        number.get(f"{W}val")
        for paragraph in word(ROUTES).iter(f"{W}p")
        for number in paragraph.findall(f"{W}pPr/{W}numPr/{W}numId")
    ]
    first, second, third = numbers
    assert first == second != third
    starts = {
        number.get(f"{W}numId"): number.find(f"{W}lvlOverride/{W}startOverride")
        for number in word(ROUTES, "word/numbering.xml").iter(f"{W}num")
    }
    assert all((start := starts[number]) is not None and start.get(f"{W}val") == "1" for number in (first, third))
    lists = [found for found in opened(ROUTES).iter(f"{TEXT}list") if found.get(f"{TEXT}style-name") == "Numbers"]
    assert [len(found) for found in lists] == [2, 1]


def test_an_empty_answer_says_so_in_its_table() -> None:
    for name in ("docx", "odt"):
        assert tables(render(EMPTY, name), name) == [[["Board", "Members", "Source"], ["None of 12 boards."]]]


def test_every_style_that_a_paper_uses_is_declared() -> None:
    data = docx.render(PAPER)
    declared = {style.get(f"{W}styleId") for style in xml(data, "word/styles.xml").iter(f"{W}style")}
    used = {
        element.get(f"{W}val")
        for element in xml(data, "word/document.xml").iter()
        if element.tag in {f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"}
    }
    assert used <= declared
    data = odt.render(PAPER)
    parts = (xml(data, "content.xml"), xml(data, "styles.xml"))
    declared = {element.get(f"{STYLE}name") for part in parts for element in part.iter()}
    used = {
        value
        for part in parts
        for element in part.iter()
        for name, value in element.attrib.items()
        if name in {f"{TEXT}style-name", f"{T}style-name", f"{STYLE}parent-style-name", f"{STYLE}master-page-name"}
    }
    assert used <= declared


def test_a_section_turns_its_pages_and_the_next_one_turns_them_back() -> None:
    orientations = [page.get(f"{W}orient") for page in xml(docx.render(PAPER), "word/document.xml").iter(f"{W}pgSz")]
    assert orientations == [None, "landscape", None]
    content = xml(odt.render(PAPER), "content.xml")
    turns = [heading.get(f"{TEXT}style-name") for heading in content.iter(f"{TEXT}h")]
    assert turns == ["Heading_20_1", "Heading_20_2", "Turn_20_Landscape", "Turn_20_Standard"]


def test_pictures_have_alternative_text_and_are_in_the_file() -> None:
    data = docx.render(PAPER)
    (picture,) = xml(data, "word/document.xml").iter(f"{DRAWING}docPr")
    assert picture.get("descr") == "Two boards, one above the other"
    data = odt.render(PAPER)
    assert "Pictures/1.png" in _names(data)
    assert xml(data, "content.xml").findtext(f".//{SVG}desc") == "Two boards, one above the other"
    assert 'manifest:full-path="Pictures/1.png"' in _member(data, "META-INF/manifest.xml")


def test_the_package_lists_just_what_it_holds() -> None:
    data = render(TABLE, "odt")
    manifest = _member(data, "META-INF/manifest.xml")
    held = {name for name in _names(data) if not name.startswith(("META-INF", "mimetype"))}
    listed = {part.split('"')[1] for part in manifest.split("manifest:full-path=")[1:]}
    assert listed - {"/"} == held


def test_two_tables_in_a_row_stay_two() -> None:
    for made, name in ((docx.render(PAPER), "docx"), (odt.render(PAPER), "odt")):
        assert len(tables(made, name)) == 2


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_a_title_and_a_name_of_five_thousand_characters_are_whole(name: str) -> None:
    title = LONG * 8
    heading = replace(SMALL.heading, title=title)
    result = replace(SMALL, heading=heading, rows=({"board": LONG * 8, "members": 1, "sources": []},))
    (table, *_) = tables(render(result, name), name)
    assert table[1][0] == title.strip()


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_control_characters_and_other_scripts_are_no_trouble(name: str) -> None:
    odd = "a\x0bb\x00c\ud800 مجلس 🎉 שלום"
    (table, *_) = tables(render(replace(SMALL, rows=({"board": odd, "members": 1, "sources": []},)), name), name)
    assert table[1][0] == "a b\ufffdc\ufffd مجلس 🎉 שלום"


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_two_thousand_rows_are_no_trouble(name: str) -> None:
    (table,) = tables(render(replace(TABLE, rows=TABLE.rows * 700), name), name)
    assert len(table) == 2_101


def _names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def _member(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_a_table_of_ten_columns_gives_room_to_the_long_texts() -> None:
    columns = (*(Column(f"c{number}", f"Heading {number}") for number in range(9)), Column("long", "Long"))
    row = {f"c{number}": "not recorded" for number in range(9)} | {"long": LONG}
    table = next(word(replace(TABLE, columns=columns, rows=(row, row))).iter(f"{W}tbl"))
    widths = [int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol")]
    assert min(widths) > 1000
    assert widths[-1] > 1.5 * max(widths[:-1])


@pytest.mark.parametrize(("name", "style"), [("Youth Panel", "TableRowHead"), (LONG, "TableText")])
def test_first_columns_of_names_stand_out_and_those_of_sentences_do_not(name: str, style: str) -> None:
    root = word(replace(SMALL, rows=({"board": name, "members": 1, "sources": []},)))
    (found,) = (
        paragraph.find(f"{W}pPr/{W}pStyle") for paragraph in root.iter(f"{W}p") if words(paragraph) == name.strip()
    )
    assert found is not None
    assert found.get(f"{W}val") == style
