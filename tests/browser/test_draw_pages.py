"""The page of each view in a real browser: quiet, whole, reachable by keyboard, and readable by everyone."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pytest
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from ssp_graph.graph import Graph
from ssp_graph.outputs.pages.picture import picture_page
from ssp_graph.pictures import views
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.painting.svg import anchor
from ssp_graph.plan import Plan
from tests.making import graph_of, invented
from tests.real.axe import axe_violations
from tests.real.chromium import Page

DAY = "2025-06-01"
PLAN = "exampleton-2024-27:"

VIEWS: dict[str, Callable[[Graph], Diagram]] = {
    "structure": lambda graph: views.structure(Plan(graph, DAY)),
    "theme": lambda graph: views.theme(Plan(graph, DAY), f"{PLAN}theme/safe-streets"),
    "around": lambda graph: views.around(Plan(graph, DAY), f"{PLAN}body/safer-board"),
    "chain": lambda graph: views.chain(Plan(graph, DAY), f"{PLAN}theme/safe-homes"),
    "mapping": lambda graph: views.mapping(Plan(graph, DAY)),
    "matrix": lambda graph: views.matrix(Plan(graph, DAY)),
}
each_view = pytest.mark.parametrize("view", VIEWS)


@cache
def diagram_of(view: str) -> Diagram:
    return VIEWS[view](invented("exampleton-2024-27"))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return the file of a view's page, written once."""
    folder = tmp_path_factory.mktemp("pages")

    def write(view: str) -> Path:
        file = folder / f"{view}.html"
        if not file.exists():
            file.write_bytes(picture_page(diagram_of(view)))
        return file

    return write


@pytest.fixture
def opened(page: Page, made: Callable[[str], Path]) -> Callable[[str], Page]:
    """Return a tab with the page of a view."""

    def open_(view: str, fragment: str = "") -> Page:
        page.open(made(view))
        if fragment:
            page.driver.get(f"{made(view).as_uri()}{fragment}")
        return page

    return open_


def script(page: Page, text: str, *arguments: Any) -> Any:
    return page.driver.execute_script(text, *arguments)


def press(page: Page, *keys: str) -> None:
    ActionChains(page.driver).send_keys(*keys).perform()


def by_id(page: Page, name: str) -> Any:
    return page.driver.find_element(By.ID, name)


@each_view
def test_the_page_is_quiet(opened: Callable[[str], Page], view: str) -> None:
    page = opened(view)
    assert page.console_errors() == []
    assert page.requests() == []
    assert script(page, "return document.title") == diagram_of(view).heading.title


@each_view
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_access_is_broken(
    opened: Callable[[str], Page], view: str, scheme: Literal["light", "dark"]
) -> None:
    page = opened(view)
    page.prefer(scheme=scheme)
    assert axe_violations(page, strict=True) == []


def test_no_rule_is_broken_while_something_is_chosen(opened: Callable[[str], Page]) -> None:
    page = opened("structure")
    by_id(page, "wanted").send_keys("board", Keys.ENTER)
    assert told(page) == "Chosen: Exampleton Safer Board."
    assert axe_violations(page, strict=True) == []
    page.prefer(scheme="dark")
    assert axe_violations(page, strict=True) == []


@pytest.mark.parametrize("chart", ["areas", "strategies"])
def test_no_rule_is_broken_on_the_page_of_a_chart(page: Page, tmp_path: Path, chart: str) -> None:
    plan = Plan(invented("exampleton-2024-27"), DAY)
    file = tmp_path / "chart.html"
    file.write_bytes(picture_page(views.areas(plan) if chart == "areas" else views.strategies(plan)))
    page.open(file)
    assert page.console_errors() == []
    for scheme in ("light", "dark"):
        page.prefer(scheme=scheme)
        assert axe_violations(page, strict=True) == []


@each_view
def test_at_four_hundred_per_cent_nothing_scrolls_sideways_but_pictures_and_tables(
    opened: Callable[[str], Page], view: str
) -> None:
    page = opened(view)
    page.size(320)
    assert script(page, "return document.documentElement.scrollWidth") <= 320
    # nor does the picture scroll up and down within a page that does
    assert (
        script(page, "const frame = document.getElementById('picture'); return frame.scrollHeight - frame.clientHeight")
        <= 1
    )
    frames = script(
        page,
        "return [...document.querySelectorAll('.frame')]"
        ".map(each => [each.tabIndex, getComputedStyle(each).overflowX])",
    )
    assert all(overflow == "auto" and index == 0 for index, overflow in frames)


@each_view
def test_the_picture_stands_at_the_top_and_fits_the_window_in_letters_of_twelve_pixels(
    opened: Callable[[str], Page], view: str
) -> None:
    page = opened(view)
    page.size(1440)
    left, top, right, bottom = script(
        page,
        "const box = document.querySelector('#picture svg').getBoundingClientRect();"
        "return [box.left, box.top, box.right, box.bottom]",
    )
    beside = script(page, "return document.getElementById('panel').getBoundingClientRect().left")
    assert 0 <= left < right <= beside
    assert top < 220
    assert bottom - top < 800
    letters = "return [...document.querySelectorAll('#picture text')].map(each => parseFloat(getComputedStyle(each)"
    scale = script(page, "return document.querySelector('#picture svg').getScreenCTM().a")
    assert min(size * scale for size in script(page, f"{letters}.fontSize))")) > 11.99


def told(page: Page) -> str:
    return str(by_id(page, "told").text)


def marked(page: Page, name: str) -> set[str]:
    """Return the names of the boxes of a class."""
    found = script(
        page,
        "return [...document.querySelectorAll(`#picture .${arguments[0]} title`)].map(each => each.textContent)",
        name,
    )
    return {text.split(",")[0] for text in found}


def test_a_search_leads_by_keyboard_to_a_panel_with_all_that_is_recorded(opened: Callable[[str], Page]) -> None:
    page = opened("structure")
    by_id(page, "wanted").send_keys("hate")
    assert told(page).startswith("5 of ")  # one of that name, and four whose sentences name it
    press(page, Keys.ENTER)
    assert script(page, "return document.activeElement.id") == "panel"
    assert told(page) == "Chosen: Café Éloise Hate Crime Forum."
    whole = script(page, "return document.getElementById('details').textContent")
    assert "Café Éloise Hate Crime Forum reports to Cohesion Network." in whole
    assert "p. 12 “reports to the Network”" in whole


def test_a_person_is_found_by_name(opened: Callable[[str], Page]) -> None:
    page = opened("structure")
    by_id(page, "wanted").send_keys("marchetti")
    found = by_id(page, "details").text
    assert "Exampleton Safer Board" in found
    assert "Safe homes" in found


def test_a_search_without_a_hit_says_so(opened: Callable[[str], Page]) -> None:
    page = opened("structure")
    by_id(page, "wanted").send_keys("zzz", Keys.ENTER)
    assert told(page).startswith("0 of ")
    assert by_id(page, "details").text == ""


def test_a_click_on_a_box_tells_of_it_and_its_counts_open_as_what_stands_beside_it(
    opened: Callable[[str], Page],
) -> None:
    page = opened("mapping")
    thing = anchor(f"{PLAN}theme/safe-homes")
    link = page.driver.find_element(By.CSS_SELECTOR, f'#picture a[*|href="#{thing}"]')
    ActionChains(page.driver).move_to_element(link).click().perform()
    assert told(page) == "Chosen: Safe homes."
    assert marked(page, "chosen") == {"Safe homes"}
    assert marked(page, "near") == {"Reducing harm and offending", "Keeping people safe"}
    assert by_id(page, "details").text.startswith("Is set against (1)\nKeeping people safe\nOverlaps with (1)")
    page.driver.find_element(By.XPATH, "//section[@id='panel']//button[.='Keeping people safe']").click()
    assert told(page) == "Chosen: Keeping people safe."


def test_the_way_from_one_thing_to_another_is_told_step_by_step(opened: Callable[[str], Page]) -> None:
    page = opened("chain")
    for name, thing in (("from", "theme/safe-homes"), ("to", "body/cabinet")):
        Select(by_id(page, name)).select_by_value(anchor(f"{PLAN}{thing}"))
    assert told(page) == "From Safe homes to Exampleton Cabinet in 2 steps:"
    steps = [each.text for each in by_id(page, "details").find_elements(By.TAG_NAME, "li")]
    assert len(steps) == 2
    assert steps[-1] == "Cabinet Member for Safer Communities reports to Exampleton Cabinet."
    assert {"Safe homes", "Cabinet Member for Safer Communities"} <= marked(page, "near") | marked(page, "chosen")


def test_a_link_opens_the_same_choice_again(opened: Callable[..., Page]) -> None:
    page = opened("structure")
    by_id(page, "wanted").send_keys("Exampleton Safer Board", Keys.ENTER)
    link = page.driver.current_url
    opened("mapping")
    page.driver.get(link)
    assert told(page) == "Chosen: Exampleton Safer Board."


@pytest.mark.parametrize("fragment", ["#at=nothing", "#at=", "#%3Cscript%3E", "#at=%E0%A4%A"])
def test_a_link_that_means_nothing_does_no_harm(opened: Callable[..., Page], fragment: str) -> None:
    page = opened("mapping", fragment)
    assert page.console_errors() == []
    assert told(page).startswith("Choose a box")


@each_view
def test_nothing_in_it_moves_by_itself(opened: Callable[[str], Page], view: str) -> None:
    page = opened(view)
    assert script(page, "return document.getAnimations().length") == 0


@pytest.mark.parametrize("view", ["mapping", "matrix"])
def test_the_tab_key_reaches_everything_and_shows_where_it_is(opened: Callable[[str], Page], view: str) -> None:
    page = opened(view)
    reachable = script(
        page,
        "return [...document.querySelectorAll('a, input, select, button, [tabindex=\"0\"]')]"
        ".filter(each => each.getClientRects().length).length",
    )
    seen = 0
    for _ in range(reachable):
        press(page, Keys.TAB)
        place, visible = script(page, _VISIBLE)
        if place == "BODY":
            break
        assert visible, place
        seen += 1
    assert seen == reachable


_VISIBLE = """
const at = document.activeElement, style = getComputedStyle(at);
const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
const shape = at.querySelector ? at.querySelector(':scope > polygon, :scope > path') : null;
const word = at.querySelector ? at.querySelector(':scope > text') : null;
const edged = shape && getComputedStyle(shape).strokeWidth === '4px';
const lined = word && getComputedStyle(word).textDecorationLine === 'underline';
return [at.tagName + (at.id || at.textContent.slice(0, 40)), outlined || edged || lined];
"""


@each_view
def test_without_scripts_picture_list_and_table_remain(page: Page, made: Callable[[str], Path], view: str) -> None:
    page.scripts(on=False)
    page.open(made(view))
    for part in ("picture", "list", "table"):
        assert by_id(page, part).is_displayed()
    assert not by_id(page, "panel").is_displayed()
    assert page.driver.find_element(By.CSS_SELECTOR, "#picture svg").size["width"] > 300
    page.driver.find_element(By.CSS_SELECTOR, "#picture svg a").send_keys(Keys.ENTER)
    assert "#thing-" in page.driver.current_url


def test_on_paper_there_is_the_picture_but_nothing_to_press(opened: Callable[[str], Page]) -> None:
    page = opened("structure")
    page.prefer(printed=True)
    assert not by_id(page, "tools").is_displayed()
    assert not by_id(page, "panel").is_displayed()
    assert by_id(page, "picture").is_displayed()
    assert by_id(page, "table").is_displayed()


def test_text_of_the_register_runs_nowhere(page: Page, tmp_path: Path) -> None:
    bodies = """
        - id: a
          name: "<script>document.title = 'run'</script>"
          remit: "<img src=x onerror=\\"document.title = 'run'\\"></script><svg onload=\\"document.title='run'\\">"
          reports_to: body/b
          sources: {page: 1, anchor: "</style><script>document.title = 'run'</script>"}
        - {id: b, name: "\\" onfocus=\\"document.title='run'", classification: "'+alert(1)+'", sources: {page: 1}}
    """
    file = tmp_path / "page.html"
    file.write_bytes(picture_page(views.structure(Plan(graph_of(tmp_path / "t", bodies=bodies), DAY))))
    page.open(file)
    by_id(page, "wanted").send_keys("script", Keys.ENTER)
    script(page, "document.querySelectorAll('*').forEach(each => each.focus && each.focus())")
    assert script(page, "return document.title") == "Structure of the partnership"
    assert page.console_errors() == []
    assert page.requests() == []
    assert "<script>document.title = 'run'</script>" in script(
        page, "return document.getElementById('panel').textContent"
    )


def test_the_page_of_an_empty_register_says_so(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(picture_page(views.structure(Plan(graph_of(tmp_path / "t"), DAY))))
    page.open(file)
    assert page.console_errors() == []
    assert axe_violations(page) == []
    assert "No bodies are recorded." in by_id(page, "list").text
