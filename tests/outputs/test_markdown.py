from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from ssp_graph.outputs import render
from ssp_graph.results import Column, Result, Table

from .samples import EMPTY, HEADING, MATRIX, ROUTES, SMALL, TABLE

GITHUB = MarkdownIt("gfm-like", {"linkify": False})


def text(result: Result) -> str:
    return render(result, "md").decode()


def test_a_small_table_reads_as_text_too() -> None:
    assert text(SMALL) == (
        "# Boards\n"
        "\n"
        "*Which boards are there?*\n"
        "\n"
        "Register: Exampleton Safer Together Plan 2024-27. As of 1 June 2025. "
        "Pages are those of Exampleton Safer Together Plan 2024-27.\n"
        "\n"
        "**2 of 2 boards**\n"
        "\n"
        "| Board | Members | Source |\n"
        "| --- | ---: | --- |\n"
        "| Safer Exampleton Board | 12 | pp. 3, 5 |\n"
        "| Youth Panel | 4 | p. 7 “the Youth Panel meets” |\n"
    )


@pytest.mark.parametrize(
    "fact",
    [
        "a | b || c",
        "*star* **strong** _under_ __strong__ ~~struck~~",
        "<b>bold</b> <script>x()</script> a < b > c",
        "`code` ``more``",
        "back\\slash \\| \\* end\\",
        "[link](http://example.org) ![image](x.png) [1] [^1]",
        "&amp; &copy; &#65;",
        "# not a heading",
        "- not a list",
        "+ not a list",
        "1. not a list",
        "12) not a list",
        "> not a quotation",
        "=SUM(A1)",
        "---",
        "===",
        "| --- |",
        "$x$ and $$y$$",
        "{braces} # hash !bang",
        "line\nbreak\r\nand\ttab",
    ],
)
def test_every_character_of_a_fact_is_shown_as_it_is(fact: str) -> None:
    heading = replace(HEADING, title=fact, count=fact, notes=(fact,))
    page = text(Table(heading, (Column("a", fact), Column("b", "B")), ({"a": fact, "b": "x"},)))
    tokens = GITHUB.parse(page)
    shown = [
        "".join(inner.content for inner in token.children or () if inner.type in {"text", "text_special"})
        for token in tokens
        if token.type == "inline"
    ]
    expected = " ".join(fact.split())
    assert shown == [
        expected,
        HEADING.question,
        "Register: Exampleton Safer Together Plan 2024-27. As of 1 June 2025.",
        expected,
        expected,
        "B",
        expected,
        "x",
        "Notes",
        expected,
    ]


def test_an_empty_answer_has_a_header_row_and_its_sentence() -> None:
    assert "| Board | Members | Source |\n| --- | ---: | --- |\n\nNone of 12 boards.\n" in text(EMPTY)


def test_steps_are_a_numbered_list_with_their_pages() -> None:
    assert "1. Head of Housing owns Tackle rogue landlords.\\\n   p. 9 “words on 9”\n2. " in text(ROUTES)


def test_the_matrix_has_a_row_for_each_theme() -> None:
    assert "| Child sexual exploitation | Lead (inferred) | None | Supporting | Supporting | Not recorded |" in text(
        MATRIX
    )
    assert TABLE.heading.notes[0] in text(TABLE)
