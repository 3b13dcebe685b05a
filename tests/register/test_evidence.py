"""Whether the words that facts stand on are found in their document."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ssp_graph.errors import UsageError, WorkError
from ssp_graph.register.evidence import Anchor, check_anchors, pages_of, untouched
from ssp_graph.register.loading import load
from ssp_graph.shipped import shipped
from tests.cli.running import ssp_graph
from tests.making import PLAN_TEXT, write_register

needs_plan = pytest.mark.skipif(not PLAN_TEXT.is_file(), reason="PLAN_TEXT does not name the text of the shipped plan")

TEXT = (
    "The Board’s traffcking sub-\ngroup reports to\nthe “Safer” Board\n"
    "\f Page two: Multi-\nagency teams lead\n\nNobody cites this line.\n"
)


def anchors(tmp_path: Path, *sources: str) -> list[Anchor]:
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    listed = ", ".join(f"{{{source}}}" for source in sources)
    town = write_register(tmp_path / "town", bodies=f"- {{id: a, name: A, sources: [{listed}]}}\n")
    return check_anchors(load([town]).by_id["town"], "plan", pages_of(tmp_path / "plan.txt"))


@pytest.mark.parametrize(
    "words",
    [
        "the board's trafficking sub-group",
        "subgroup reports to the Safer Board",
        "SUB-GROUP REPORTS",
        "Boards traffcking",
    ],
)
def test_case_line_breaks_hyphens_quotation_marks_and_lost_letters_are_forgiven(tmp_path: Path, words: str) -> None:
    (found,) = anchors(tmp_path, f'page: 1, anchor: "{words}"')
    assert (found.state, found.found) == ("on its page", (1,))


def test_words_on_another_page_or_nowhere_are_told_with_file_and_line(tmp_path: Path) -> None:
    other, nowhere = anchors(tmp_path, "page: 1, anchor: multi-agency teams lead", "page: 2, anchor: teams follow")
    assert (other.state, other.found, other.page) == ("on another page", (2,), 1)
    assert (nowhere.state, nowhere.found) == ("nowhere", ())
    assert nowhere.file.endswith("town/bodies.yaml")
    assert nowhere.line == 1


def test_part_of_a_word_is_no_anchor(tmp_path: Path) -> None:
    (found,) = anchors(tmp_path, "page: 2, anchor: agency team")
    assert found.state == "nowhere"


def test_lines_that_no_anchor_touches_are_left_for_reading(tmp_path: Path) -> None:
    found = anchors(tmp_path, "page: 1, anchor: sub-group reports to", "page: 2, anchor: multi-agency teams")
    assert untouched(found, pages_of(tmp_path / "plan.txt")) == [
        (1, 3, "the “Safer” Board"),
        (2, 4, "Nobody cites this line."),
    ]


def test_a_real_pdf_is_read_page_by_page(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "plan.pdf"))
    for line in ("The Safer Board sets the plan", "Divisional Commander leads Safe streets"):
        canvas.drawString(72, 700, line)
        canvas.showPage()
    canvas.save()
    town = write_register(
        tmp_path / "town",
        bodies="""
            - {id: a, name: A, sources: {page: 1, anchor: safer board sets}}
            - {id: b, name: B, sources: {page: 1, anchor: leads Safe streets}}
        """,
    )
    ran = ssp_graph("--register", town, "evidence", tmp_path / "plan.pdf", "--format", "csv", folder=tmp_path)
    assert ran.code == 1
    assert "B (body),leads Safe streets,1,on another page,2,town/bodies.yaml:3" in ran.out
    assert "A (body)" not in ran.out


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (None, UsageError, "there is no such file"),
        (b"%PDF-1.4\nbroken", WorkError, "cannot be read as a PDF"),
        (b"\xff\xfe\x00b", WorkError, "neither a PDF nor UTF-8 text"),
        (b"  \n\f\n", WorkError, "holds no text"),
    ],
)
def test_a_file_that_is_no_document_is_told_in_one_line(
    tmp_path: Path, content: bytes | None, error: type[Exception], words: str
) -> None:
    path = tmp_path / "plan"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error, match=words) as caught:
        pages_of(path)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither pipes nor devices among its files")
@pytest.mark.parametrize("endless", ["a pipe", "/dev/zero"])
def test_what_has_no_end_is_not_read(tmp_path: Path, endless: str) -> None:
    path = tmp_path / "plan"
    if endless == "a pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(endless)
    with pytest.raises(WorkError, match="it is no file"):
        pages_of(path)


@needs_plan
def test_every_anchor_of_the_shipped_registers_is_found_on_its_page() -> None:
    registers = [shipped("seed") / name for name in ("stockport-2018-21", "greater-manchester")]
    pages = pages_of(PLAN_TEXT)
    loaded = load(registers, shipped("seed"))
    found = [anchor for register in loaded.by_id.values() for anchor in check_anchors(register, "plan", pages)]
    assert len(found) > 1000
    assert [anchor for anchor in found if anchor.state != "on its page"] == []


@needs_plan
def test_the_command_says_so_and_exits_with_0() -> None:
    seed = shipped("seed")
    ran = ssp_graph("-r", seed / "stockport-2018-21", "-r", seed / "greater-manchester", "evidence", PLAN_TEXT)
    assert ran.code == 0
    assert "Every anchor is found on its page." in ran.out
