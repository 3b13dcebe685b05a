from __future__ import annotations

from dataclasses import replace

import pytest

from ssp_graph.outputs import render
from ssp_graph.outputs.forms.manuscript import Figure, Manuscript, Section
from ssp_graph.outputs.pages import html
from ssp_graph.results import Result

from .opened import Page
from .samples import ALL, EMPTY, GROUPED, MATRIX, PNG, ROUTES, SMALL, TABLE


def read(result: Result) -> Page:
    return Page(render(result, "html").decode())


@pytest.mark.parametrize("name", ALL)
def test_a_page_has_language_title_and_one_first_heading(name: str) -> None:
    found = read(ALL[name])
    assert found.all("html") == [{"lang": "en-GB"}]
    assert found.texts["title"] == found.texts["h1"] == [ALL[name].heading.title]
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in found.all("meta")


@pytest.mark.parametrize("name", ALL)
def test_each_table_has_a_caption_scoped_headers_and_a_frame_that_the_keyboard_can_scroll(name: str) -> None:
    found = read(ALL[name])
    tables = len(found.all("table"))
    captions = [caption["id"] for caption in found.all("caption")]
    frames = [tag for tag in found.all("div") if tag.get("class") == "frame"]
    assert len(captions) == len(set(captions)) == len(frames) == tables
    assert all(text.strip() for text in found.texts.get("caption", []))
    assert [frame["aria-labelledby"] for frame in frames] == captions
    assert all(frame["role"] == "region" and frame["tabindex"] == "0" for frame in frames)
    assert {header.get("scope") for header in found.all("th")} <= {"col", "row"}


@pytest.mark.parametrize("name", ALL)
def test_a_page_asks_nothing_of_the_network_and_runs_no_script(name: str) -> None:
    text = render(ALL[name], "html").decode()
    found = Page(text)
    assert not {"script", "iframe", "object", "form"} & set(found.texts)
    assert all((link["href"] or "").startswith("data:") for link in found.all("link"))
    assert "url(" not in text
    assert "@import" not in text
    assert "default-src 'none'" in text


def test_markup_in_a_fact_is_shown_and_not_run() -> None:
    text = render(TABLE, "html").decode()
    assert "=SUM(A1) &lt;b&gt;bold&lt;/b&gt; &amp; café, | *star*" in text
    assert "<b>" not in text


def test_each_row_has_a_header_and_numbers_are_marked_for_alignment() -> None:
    found = read(SMALL)
    assert found.texts["th"] == [
        "Board",
        "Members",
        "Source",
        "Safer Exampleton Board",
        "Youth Panel",
    ]
    assert [cell.get("class") for cell in found.all("td")] == ["number", None, "number", None]
    assert found.texts["td"] == ["12", "pp. 3, 5", "4", "p. 7 “the Youth Panel meets”"]


def test_a_row_without_a_name_has_no_empty_header() -> None:
    found = read(replace(SMALL, rows=(*SMALL.rows, {"board": None, "members": 3, "sources": []})))
    assert found.texts["th"][-1] == "Youth Panel"
    assert found.texts["td"][-3:] == ["–", "3", "–"]


def test_each_cell_carries_its_heading_for_a_screen_too_narrow_for_columns() -> None:
    found = read(SMALL)
    labels = [cell["data-label"] for tag in ("th", "td") for cell in found.all(tag) if cell.get("scope") != "col"]
    assert labels == ["Board", "Board", "Members", "Source", "Members", "Source"]
    roles = [{cell["role"] for cell in found.all(tag)} for tag in ("table", "tr", "td")]
    assert roles == [{"table"}, {"row"}, {"cell"}]


def test_an_empty_answer_says_so_beneath_its_headers() -> None:
    assert read(EMPTY).texts["td"] == ["None of 12 boards."]


def test_groups_have_headings_and_captions() -> None:
    found = read(GROUPED)
    assert found.texts["h2"] == ["Safe homes", "Safe streets", "Notes"]
    assert found.texts["caption"] == ["Safe homes", "Safe streets"]


def test_routes_are_ordered_lists_beneath_headings() -> None:
    found = read(ROUTES)
    assert found.texts["h2"][:2] == ["Way 1: Safer Exampleton Board", "Way 2: Housing Group"]
    assert len(found.all("ol")) == 2
    assert found.texts["li"][0] == "Head of Housing owns Tackle rogue landlords. p. 9 “words on 9”"


def test_the_matrix_says_a_word_in_every_cell() -> None:
    found = read(MATRIX)
    words = {"Lead", "Lead (inferred)", "Supporting", "None", "Not recorded"}
    assert set(found.texts["td"][:75]) == words


def test_a_matrix_is_printed_on_a_wide_page() -> None:
    assert "size: A4 landscape" in render(MATRIX, "html").decode()
    assert "size: A4 landscape" not in render(SMALL, "html").decode()


def test_a_picture_is_held_in_the_page_with_the_text_that_stands_for_it() -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    picture = Figure(PNG, "Two boards & a panel", svg)
    found = Page(html.render(Manuscript("Paper", "2025-06-01", sections=(Section("Structure", (picture,)),))).decode())
    (image,) = found.all("img")
    assert image["alt"] == "Two boards & a panel"
    assert (image["src"] or "").startswith("data:image/svg+xml;base64,PHN2")


def test_sections_within_sections_have_headings_of_the_next_level() -> None:
    inner = Section("Inner", sections=(Section("Innermost"),))
    whole = Manuscript("Paper", "2025-06-01", sections=(Section("Outer", sections=(inner,)),))
    found = Page(html.render(whole).decode())
    assert [found.texts[level] for level in ("h1", "h2", "h3", "h4")] == [
        ["Paper"],
        ["Outer"],
        ["Inner"],
        ["Innermost"],
    ]


def test_a_title_with_markup_stays_a_title() -> None:
    odd = replace(SMALL, heading=replace(SMALL.heading, title="</title><script>x</script>"))
    assert read(odd).texts["title"] == ["</title><script>x</script>"]
