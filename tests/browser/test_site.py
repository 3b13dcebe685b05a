"""A site in a real browser, from a folder and from one file: found, read and followed by everyone, and quiet."""

from __future__ import annotations

import csv
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import text_to_be_present_in_element, title_contains
from selenium.webdriver.support.ui import WebDriverWait

from tests.real.axe import axe_violations
from tests.real.chromium import Page
from tests.site.making import PLAN, SORTS, by_lot

WIDER = "return document.documentElement.scrollWidth - window.innerWidth"


def elsewhere(page: Page, folder: Path) -> list[str]:
    return [address for address in page.requests() if not address.startswith(folder.as_uri())]


@pytest.mark.parametrize("name", SORTS)
def test_a_page_of_each_sort_is_readable_by_everyone_and_asks_for_nothing_elsewhere(
    page: Page, folder: Path, name: str
) -> None:
    page.open(folder / f"{name}.html")
    assert axe_violations(page, strict=True) == []
    assert page.console_errors() == []
    assert elsewhere(page, folder) == []
    page.prefer(scheme="dark")
    page.size(320)
    assert page.driver.execute_script(WIDER) <= 0
    assert axe_violations(page, strict=True) == []


def test_fifty_pages_drawn_by_lot_are_readable_by_everyone(page: Page, folder: Path) -> None:
    page.size(320)
    for name in by_lot():
        page.open(folder / f"{name}.html")
        assert axe_violations(page, strict=True) == [], name
        assert page.driver.execute_script(WIDER) <= 0, name
        assert page.console_errors() == []


def test_the_one_file_asks_for_nothing_and_shows_one_page_at_a_time(page: Page, folder: Path) -> None:
    page.open(folder / "one" / "site.html")
    assert page.requests() == []
    assert page.console_errors() == []
    assert axe_violations(page, strict=True) == []
    assert shown(page) == ["index"]
    page.driver.find_element(By.LINK_TEXT, "Gaps").click()
    assert shown(page) == ["gaps"]
    assert page.driver.title.startswith("Gaps – ")
    assert axe_violations(page, strict=True) == []
    page.size(320)
    assert page.driver.execute_script(WIDER) <= 0


def shown(page: Page) -> list[str]:
    return [
        each.get_attribute("id") or ""
        for each in page.driver.find_elements(By.CSS_SELECTOR, "article")
        if each.is_displayed()
    ]


def test_a_search_from_the_start_finds_by_another_name(page: Page, folder: Path) -> None:
    for start in (folder / "index.html", folder / "one" / "site.html"):
        page.open(start)
        box = next(each for each in page.driver.find_elements(By.NAME, "q") if each.is_displayed())
        box.send_keys("cafe eloise", Keys.ENTER)
        WebDriverWait(page.driver, 10).until(text_to_be_present_in_element((By.ID, "found-count"), "1 of "))
        found = [
            each for each in page.driver.find_elements(By.CSS_SELECTOR, "#findable h2 + ul > li") if each.is_displayed()
        ]
        assert [each.text for each in found] == ["Café Éloise Hate Crime Forum\nHCF"]


def test_a_table_is_sorted_and_filtered(page: Page, folder: Path) -> None:
    page.open(folder / "gaps.html")
    table = page.driver.find_elements(By.CSS_SELECTOR, "table:has(th button)")[0]
    heading = table.find_elements(By.CSS_SELECTOR, "thead th")[1]
    heading.find_element(By.TAG_NAME, "button").click()
    heading.find_element(By.TAG_NAME, "button").click()
    numbers = [int(row.text) for row in table.find_elements(By.CSS_SELECTOR, "tbody tr td:nth-child(2)")]
    assert numbers == sorted(numbers, reverse=True)
    assert heading.get_attribute("aria-sort") == "descending"


def test_a_box_to_look_around_from_leads_to_the_page_of_its_thing(page: Page, folder: Path) -> None:
    page.open(folder / "explore" / "structure.html")
    page.driver.find_element(By.CSS_SELECTOR, "#wanted").send_keys("Exampleton Safer Board", Keys.ENTER)
    page.driver.find_element(By.CSS_SELECTOR, "#details p a").click()
    assert page.driver.title.startswith("Exampleton Safer Board – ")


# What is looked for, the links that lead there from the start, and what then stands on the page.
TASKS = (
    (
        "who leads a theme, and where that stands",
        ("Themes and areas", "Safe streets"),
        "leads the priority theme “Safe streets”",
    ),
    ("on which page it stands", ("Themes and areas", "Safe streets"), "p. "),
    ("which actions have no owner", ("Gaps", "Actions with no owner recorded"), "actions"),
    ("who holds a post", ("Posts and people", "Divisional Commander"), "holds the post of"),
    ("who owns what", ("Questions", "Actions by owner and due date"), "Due date"),
    ("who reports to whom", ("Structure",), "Every body"),
    ("regional priorities", ("Regional priorities and themes",), "priorit"),
    (
        "what a page of the plan holds",
        ("Exampleton Safer Together Plan 2024-27", "Page 12 of Exampleton Safer Together Plan 2024-27"),
        "reports to the Network",
    ),
    ("what not recorded means", ("Words",), "This is not the same as none."),
    ("how to report a mistake", ("About this site",), "To report a mistake"),
)


@pytest.mark.parametrize("form", ["index.html", "one/site.html"])
@pytest.mark.parametrize(("task", "links", "told"), TASKS, ids=[task[0] for task in TASKS])
def test_without_scripts_ten_tasks_are_done_in_three_clicks(
    page: Page, folder: Path, form: str, task: str, links: tuple[str, ...], told: str
) -> None:
    page.scripts(on=False)
    page.open(folder / form)
    for link in links:
        among = page.driver.find_elements(By.XPATH, f'//main//a[normalize-space() = "{link}"]')
        next(each for each in among if each.is_displayed()).click()
    assert len(links) <= 3, task
    assert told in page.driver.find_element(By.TAG_NAME, "main").text


def test_in_print_a_page_has_no_links_to_elsewhere_and_a_white_ground(page: Page, folder: Path) -> None:
    page.prefer(printed=True)
    page.open(folder / f"{PLAN}/theme/safe-homes.html")
    assert not page.driver.find_element(By.TAG_NAME, "header").is_displayed()
    assert page.driver.execute_script("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_with_forced_colours_headings_and_texts_have_the_one_colour_that_was_chosen(page: Page, folder: Path) -> None:
    seen = "return ['h1', 'tbody td'].map(each => getComputedStyle(document.querySelector(each)).color)"
    page.open(folder / "gaps.html")
    assert len(set(page.driver.execute_script(seen))) == 2
    page.prefer(forced=True)
    assert len(set(page.driver.execute_script(seen))) == 1


def test_with_keys_alone_one_skips_to_the_content_searches_and_follows(page: Page, folder: Path) -> None:
    page.open(folder / "index.html")
    press(page, Keys.TAB, Keys.ENTER)
    assert page.driver.switch_to.active_element.get_attribute("id") == "content"
    for _ in range(3):  # the plan and its partnership come before the search
        press(page, Keys.TAB)
    assert page.driver.switch_to.active_element.get_attribute("name") == "q"
    press(page, *"hcf", Keys.ENTER)
    WebDriverWait(page.driver, 10).until(title_contains("Find – "))
    while page.driver.switch_to.active_element.text != "Café Éloise Hate Crime Forum":
        press(page, Keys.TAB)
    outline = "return getComputedStyle(document.activeElement).outlineStyle"
    assert page.driver.execute_script(outline) == "solid"
    press(page, Keys.ENTER)
    WebDriverWait(page.driver, 10).until(title_contains("Café Éloise Hate Crime Forum – "))


def press(page: Page, *keys: str) -> None:
    ActionChains(page.driver).send_keys(*keys).perform()


def test_from_a_server_it_searches_and_asks_for_nothing_elsewhere(page: Page, folder: Path) -> None:
    handler = partial(QuietHandler, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        at = f"http://127.0.0.1:{server.server_port}/"
        page.requests()  # those of the page before are told here
        page.driver.get(f"{at}index.html")
        page.driver.find_element(By.NAME, "q").send_keys("cafe", Keys.ENTER)
        WebDriverWait(page.driver, 10).until(text_to_be_present_in_element((By.ID, "found-count"), "1 of "))
        assert [address for address in page.requests() if not address.startswith(at)] == []
        server.shutdown()


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_in_one_file_a_table_is_taken_away_as_csv_that_runs_no_formula(
    page: Page, tmp_path: Path, folder: Path
) -> None:
    page.downloads(tmp_path)
    page.open(folder / "one" / "site.html")
    page.driver.find_element(By.LINK_TEXT, "Gaps").click()
    page.driver.execute_script("document.querySelector('#gaps tbody td').textContent = '=1+1'")
    page.driver.find_element(By.CSS_SELECTOR, "#gaps button.taking").click()
    WebDriverWait(page.driver, 10).until(lambda _: (tmp_path / "gaps.csv").exists())
    rows = list(csv.reader((tmp_path / "gaps.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0][0] == "What it finds"
    assert rows[1][1] == "'=1+1"
    assert {len(row) for row in rows} == {len(rows[0])}
    assert rows[1][-1].startswith("Register: ")
