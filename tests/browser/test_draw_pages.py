"""The page of each view in a real browser: quiet, whole, reachable by keyboard, and readable by everyone."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pytest
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By

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
BOARD = anchor(f"{PLAN}body/safer-board")

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


def shown(page: Page) -> set[str]:
    """Return what the picture to explore shows."""
    return set(script(page, "return nodes.get({filter: each => !each.hidden}).map(each => each.id)"))


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
    assert axe_violations(page) == []


def test_no_rule_is_broken_while_something_is_chosen(opened: Callable[[str], Page]) -> None:
    page = opened("structure")
    by_id(page, "wanted").send_keys("board", Keys.ENTER)
    assert by_id(page, "details").text.startswith("Exampleton Safer Board")
    assert axe_violations(page) == []
    page.prefer(scheme="dark")
    assert axe_violations(page) == []


@each_view
def test_at_four_hundred_per_cent_nothing_scrolls_sideways_but_pictures_and_tables(
    opened: Callable[[str], Page], view: str
) -> None:
    page = opened(view)
    page.size(320)
    assert script(page, "return document.documentElement.scrollWidth") <= 320
    frames = script(
        page,
        "return [...document.querySelectorAll('.frame')]"
        ".map(each => [each.tabIndex, getComputedStyle(each).overflowX])",
    )
    assert all(overflow == "auto" and index == 0 for index, overflow in frames if overflow != "hidden")
    assert axe_violations(page) == []


@each_view
def test_the_picture_to_explore_has_the_same_things_and_lines(opened: Callable[[str], Page], view: str) -> None:
    page, diagram = opened(view), diagram_of(view)
    holes = [hole.id for hole in diagram.holes if diagram.layout != "grid"]
    assert shown(page) == {anchor(each) for each in (*(node.id for node in diagram.nodes), *holes)}
    lines = script(page, "return edges.get({filter: each => each.type}).map(each => [each.from, each.to, each.type])")
    expected = [
        (anchor(line.source), anchor(line.target), line.type) for line in diagram.lines if line.shown != "words"
    ]
    assert sorted(map(tuple, lines)) == sorted(expected)


@each_view
def test_nothing_in_it_moves_by_itself(opened: Callable[[str], Page], view: str) -> None:
    page = opened(view)
    page.prefer(less_motion=True)
    before = script(page, "return JSON.stringify(network.getPositions())")
    assert script(page, "return network.physics.physicsEnabled") is False
    script(page, "network.redraw()")
    assert script(page, "return JSON.stringify(network.getPositions())") == before
    assert script(page, "return document.getAnimations().length") == 0


@pytest.mark.parametrize("view", ["mapping", "matrix"])
def test_the_tab_key_reaches_everything_and_shows_where_it_is(opened: Callable[[str], Page], view: str) -> None:
    page = opened(view)
    reachable = script(
        page,
        "return [...document.querySelectorAll('a, input, button:not(:disabled), [tabindex=\"0\"]')]"
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
    press(page, Keys.TAB)
    assert script(page, "return document.activeElement.tagName") == "BODY"


_VISIBLE = """
const at = document.activeElement, style = getComputedStyle(at);
const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
const shape = at.querySelector ? at.querySelector(':scope > polygon, :scope > path') : null;
const word = at.querySelector ? at.querySelector(':scope > text') : null;
const edged = shape && getComputedStyle(shape).strokeWidth === '4px';
const lined = word && getComputedStyle(word).textDecorationLine === 'underline';
return [at.tagName + (at.id || at.textContent.slice(0, 40)), outlined || edged || lined];
"""


def test_a_search_leads_by_keyboard_to_sentences_and_pages(opened: Callable[[str], Page]) -> None:
    page = opened("structure")
    by_id(page, "wanted").send_keys("hate")
    assert by_id(page, "found-count").text == "1 of 48 found."
    press(page, Keys.TAB, Keys.ENTER)
    assert script(page, "return document.activeElement.id") == "details"
    read = by_id(page, "details").text
    assert read.startswith("Café Éloise Hate Crime Forum, forum")
    assert "Café Éloise Hate Crime Forum reports to Cohesion Network." in read
    assert "p. 12 “reports to the Network”" in read
    assert by_id(page, "chosen").text == "Chosen: Café Éloise Hate Crime Forum."


def test_a_search_without_a_hit_says_so(opened: Callable[[str], Page]) -> None:
    page = opened("structure")
    by_id(page, "wanted").send_keys("zzz", Keys.ENTER)
    assert by_id(page, "found-count").text == "0 of 48 found."
    assert by_id(page, "details").text == ""


def test_arrow_keys_go_from_thing_to_thing_in_the_picture(opened: Callable[[str], Page]) -> None:
    page = opened("mapping")
    by_id(page, "mynetwork").click()
    script(page, "document.getElementById('mynetwork').focus()")
    chosen = []
    for key in (Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.ARROW_LEFT):
        press(page, key)
        chosen.append(by_id(page, "chosen").text)
    assert len(set(chosen)) > 2
    names = {node.name for node in diagram_of("mapping").nodes} | {hole.text for hole in diagram_of("mapping").holes}
    assert {text.removeprefix("Chosen: ").removesuffix(".") for text in chosen} <= names
    press(page, Keys.ENTER)
    assert script(page, "return document.activeElement.id") == "details"


def test_plus_and_minus_change_the_size(opened: Callable[[str], Page]) -> None:
    page = opened("mapping")
    script(page, "document.getElementById('mynetwork').focus()")
    start = script(page, "return network.getScale()")
    press(page, "+")
    assert script(page, "return network.getScale()") > start
    press(page, "-", "-")
    assert script(page, "return network.getScale()") < start


def test_a_click_on_a_thing_tells_of_it(opened: Callable[[str], Page]) -> None:
    page = opened("mapping")
    box = by_id(page, "mynetwork")
    script(page, "arguments[0].scrollIntoView({block: 'center'})", box)
    thing = anchor(f"{PLAN}theme/safe-homes")
    at = script(page, "return network.canvasToDOM(network.getPositions([arguments[0]])[arguments[0]])", thing)
    middle = box.size["width"] / 2, box.size["height"] / 2
    ActionChains(page.driver).move_to_element_with_offset(
        box, round(at["x"] - middle[0]), round(at["y"] - middle[1])
    ).click().perform()
    script(page, "return new Promise(done => setTimeout(done, 400))")
    assert by_id(page, "chosen").text == "Chosen: Safe homes."
    assert (
        "Safe homes” overlaps with the regional priority “Reducing harm and offending”." in by_id(page, "details").text
    )


def test_stepping_out_shows_one_ring_more_each_time(opened: Callable[[str], Page]) -> None:
    page = opened("structure")
    everything = shown(page)
    by_id(page, "wanted").send_keys("Exampleton Safer Board", Keys.ENTER)
    by_id(page, "nearest").click()
    first = shown(page)
    touching = {BOARD} | {
        anchor(end)
        for line in diagram_of("structure").lines
        if line.shown == "line" and BOARD in (anchor(line.source), anchor(line.target))
        for end in (line.source, line.target)
    }
    assert first == touching
    by_id(page, "further").click()
    assert first < shown(page) <= everything
    by_id(page, "everything").click()
    assert shown(page) == everything


def test_a_kind_can_be_hidden_and_shown_again(opened: Callable[[str], Page]) -> None:
    page = opened("structure")
    posts = {anchor(node.id) for node in diagram_of("structure").nodes if node.kind == "post"}
    everything = shown(page)
    box = page.driver.find_element(By.CSS_SELECTOR, "input[value=post]")
    box.send_keys(Keys.SPACE)
    assert shown(page) == everything - posts
    box.send_keys(Keys.SPACE)
    assert shown(page) == everything


def test_a_link_opens_the_same_view_again(opened: Callable[..., Page]) -> None:
    page = opened("structure")
    by_id(page, "wanted").send_keys("Exampleton Safer Board", Keys.ENTER)
    by_id(page, "nearest").click()
    page.driver.find_element(By.CSS_SELECTOR, "input[value=post]").send_keys(Keys.SPACE)
    seen, link = shown(page), by_id(page, "same").get_attribute("href")
    other = opened("mapping")
    assert shown(other) != seen
    page.driver.get(str(link))
    assert shown(page) == seen
    assert by_id(page, "chosen").text == "Chosen: Exampleton Safer Board."
    assert not page.driver.find_element(By.CSS_SELECTOR, "input[value=post]").is_selected()


@pytest.mark.parametrize("fragment", ["#at=nothing&steps=9", "#at=&steps=-1", "#%3Cscript%3E", "#steps=x&without=zz"])
def test_a_link_that_means_nothing_does_no_harm(opened: Callable[..., Page], fragment: str) -> None:
    page = opened("mapping", fragment)
    assert page.console_errors() == []
    assert len(shown(page)) == len(diagram_of("mapping").nodes) + len(diagram_of("mapping").holes)


def test_a_box_in_the_picture_leads_to_its_place_in_the_list(opened: Callable[[str], Page]) -> None:
    page = opened("mapping")
    link = page.driver.find_element(By.CSS_SELECTOR, "#picture svg a")
    link.send_keys(Keys.ENTER)
    target = script(page, "return document.querySelector(':target').id")
    assert target in {anchor(node.id) for node in diagram_of("mapping").nodes}
    assert page.driver.current_url.endswith(f"#{target}")


@each_view
def test_without_scripts_picture_list_and_table_remain(page: Page, made: Callable[[str], Path], view: str) -> None:
    page.scripts(on=False)
    page.open(made(view))
    for part in ("picture", "list", "table"):
        assert by_id(page, part).is_displayed()
    assert not by_id(page, "explore").is_displayed()
    assert page.driver.find_element(By.CSS_SELECTOR, "#picture svg").size["width"] > 300
    assert diagram_of(view).nodes[0].name in by_id(page, "list").text


def test_on_paper_there_is_the_picture_but_nothing_to_press(opened: Callable[[str], Page]) -> None:
    page = opened("structure")
    page.prefer(printed=True)
    assert not by_id(page, "explore").is_displayed()
    assert not page.driver.find_element(By.TAG_NAME, "nav").is_displayed()
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
    assert "<script>document.title = 'run'</script>" in by_id(page, "details").text


def test_the_page_of_an_empty_register_says_so(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(picture_page(views.structure(Plan(graph_of(tmp_path / "t"), DAY))))
    page.open(file)
    assert page.console_errors() == []
    assert axe_violations(page) == []
    assert "No bodies are recorded." in by_id(page, "list").text
