"""The page of each answer, and of a paper, in a real browser: quiet, whole on a phone, and readable by everyone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from ssp_graph.answers.chain import chain
from ssp_graph.answers.mapping import mapping
from ssp_graph.answers.who import who
from ssp_graph.graph import Graph
from ssp_graph.matrices.table import matrix
from ssp_graph.outputs import render
from ssp_graph.outputs.paper import render_paper
from ssp_graph.papers import paper
from ssp_graph.plan import Plan
from ssp_graph.questions.library import library
from tests.making import invented
from tests.questions.asking import engines
from tests.real.axe import axe_violations
from tests.real.chromium import Page

DAY = "2025-06-01"
PLAN = "exampleton-2024-27:"


def paper_page(graph: Graph) -> bytes:
    with engines() as engine:
        return render_paper(paper(engine(graph), Plan(graph, DAY), library()), "html")


ANSWERS: dict[str, Callable[[Graph], bytes]] = {
    "table": lambda graph: render(who(Plan(graph, DAY), f"{PLAN}theme/safe-homes"), "html"),
    "routes": lambda graph: render(chain(Plan(graph, DAY), f"{PLAN}theme/safe-homes"), "html"),
    "matrix": lambda graph: render(matrix(Plan(graph, DAY)), "html"),
    "mapping": lambda graph: render(mapping(Plan(graph, DAY)), "html"),
    "paper": paper_page,
}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return the file of an answer's page, written once."""
    folder = tmp_path_factory.mktemp("answers")

    def write(answer: str) -> Path:
        file = folder / f"{answer}.html"
        if not file.exists():
            file.write_bytes(ANSWERS[answer](invented("exampleton-2024-27")))
        return file

    return write


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1200])
@pytest.mark.parametrize("answer", ANSWERS)
def test_a_page_has_no_axe_violation_asks_for_nothing_and_fits_its_screen(
    page: Page, made: Callable[[str], Path], answer: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page.size(width)
    page.prefer(scheme=scheme)
    page.open(made(answer))
    assert axe_violations(page) == []
    assert page.console_errors() == []
    assert page.requests() == []
    wider = page.driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0


def test_on_a_phone_each_row_of_a_table_is_a_card_with_its_headings(page: Page, made: Callable[[str], Path]) -> None:
    page.size(320)
    page.open(made("table"))
    beyond = "return [...document.querySelectorAll('.frame')].map(frame => frame.scrollWidth - frame.clientWidth)"
    assert set(page.driver.execute_script(beyond)) == {0}
    starts = "return [...document.querySelector('tbody tr').children].map(cell => cell.getBoundingClientRect().left)"
    assert len(set(page.driver.execute_script(starts))) == 1
    label = "return getComputedStyle(document.querySelector('tbody td'), '::before').content"
    assert page.driver.execute_script(label) == '"Name: "'
    page.size(1200)
    assert len(set(page.driver.execute_script(starts))) > 1
    assert page.driver.execute_script(label) == "none"


def test_the_contents_of_a_paper_lead_to_its_parts(page: Page, made: Callable[[str], Path]) -> None:
    page.open(made("paper"))
    links = page.driver.find_elements("css selector", "nav a")
    assert len(links) == 6
    links[-1].click()
    place = "return document.querySelector('h2:target').textContent"
    assert page.driver.execute_script(place).endswith(": Sources and words")


def test_a_paper_can_be_read_in_print(page: Page, made: Callable[[str], Path]) -> None:
    page.prefer(printed=True)
    page.open(made("paper"))
    seen = "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]"
    assert page.driver.execute_script(seen, "body", "backgroundColor") == "rgb(255, 255, 255)"
    assert page.driver.execute_script(seen, ".frame", "overflowX") == "visible"
