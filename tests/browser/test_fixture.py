"""The browser that other tests stand on: it sees what is wrong with a page, and nothing wrong with a sound one."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver.support.ui import WebDriverWait

from tests.real.axe import axe_violations
from tests.real.chromium import Page

SOUND = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Who owns what</title>
<meta name="viewport" content="width=device-width">
<style>
  :root { color-scheme: light dark; }
  @media (prefers-color-scheme: dark) { body { margin-top: 3px } }
  @media (prefers-reduced-motion: reduce) { body { margin-right: 4px } }
  @media print { body { margin-left: 5px } }
  @media (max-width: 400px) { body { margin-bottom: 6px } }
</style></head>
<body><main><h1>Who owns what</h1><p>Each action has a post.</p><p><a href="#end">To the end</a></p>
<p id="end">The end.</p></main>
<script>document.querySelector("h1").textContent = "Who owns each action";</script></body></html>"""

UNSOUND = """<!doctype html>
<html><head><meta charset="utf-8"><title></title>
<style>.small { display: inline-block; width: 10px; height: 10px; overflow: hidden }</style></head>
<body><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">
<p style="color: #aaa; background: #fff">Too faint to read.</p>
<button class="small">a</button><button class="small">b</button></body></html>"""


def open_text(page: Page, html: str, folder: Path) -> None:
    file = folder / "page.html"
    file.write_text(html, encoding="utf-8")
    page.open(file)


def margins(page: Page) -> str:
    return str(page.driver.execute_script("return getComputedStyle(document.body).margin"))


def test_a_sound_page_passes(page: Page, tmp_path: Path) -> None:
    open_text(page, SOUND, tmp_path)
    assert axe_violations(page) == []
    assert page.console_errors() == []
    assert page.requests() == []


def test_an_inaccessible_page_is_caught(page: Page, tmp_path: Path) -> None:
    open_text(page, UNSOUND, tmp_path)
    found = {line.partition(":")[0] for line in axe_violations(page)}
    assert found == {"html-has-lang", "document-title", "image-alt", "color-contrast", "target-size"}


@pytest.mark.parametrize(
    ("asking", "address"),
    [
        ('<img src="https://example.org/a.png" alt="">', "https://example.org/a.png"),
        ('<script src="https://example.org/a.js"></script>', "https://example.org/a.js"),
        ('<link rel="stylesheet" href="https://example.org/a.css">', "https://example.org/a.css"),
        ('<style>@import "https://example.org/b.css";</style>', "https://example.org/b.css"),
        ('<link rel="icon" href="https://example.org/icon.png">', "https://example.org/icon.png"),
        ('<link rel="prefetch" href="https://example.org/next">', "https://example.org/next"),
        ('<iframe title="map" src="https://example.org/map"></iframe>', "https://example.org/map"),
        ('<script>fetch("http://127.0.0.1:9/data").catch(() => 0)</script>', "http://127.0.0.1:9/data"),
        ('<script>navigator.sendBeacon("https://example.org/seen")</script>', "https://example.org/seen"),
        ('<script>new WebSocket("wss://example.org/live")</script>', "wss://example.org/live"),
        ('<img src="//example.org/b.png" alt="">', "file://example.org/b.png"),
        ('<img src="file:///elsewhere/c.png" alt="">', "file:///elsewhere/c.png"),
    ],
)
def test_whatever_a_page_asks_for_is_recorded(page: Page, tmp_path: Path, asking: str, address: str) -> None:
    open_text(page, f"<!doctype html><title>t</title>{asking}", tmp_path)
    assert WebDriverWait(page.driver, 10).until(lambda _: page.requests()) == [address]
    assert page.requests() == []


def test_errors_on_the_console_are_seen_once(page: Page, tmp_path: Path) -> None:
    open_text(page, "<!doctype html><title>t</title><script>missing()</script>", tmp_path)
    (error,) = page.console_errors()
    assert "missing is not defined" in error
    assert page.console_errors() == []


def test_a_page_is_shown_as_narrow_dark_still_and_printed(page: Page, tmp_path: Path) -> None:
    open_text(page, SOUND, tmp_path)
    assert margins(page) == "8px"
    page.size(320)
    page.prefer(scheme="dark", less_motion=True, printed=True)
    assert margins(page) == "3px 4px 6px 5px"


def test_a_page_can_be_read_with_scripts_off(page: Page, tmp_path: Path) -> None:
    page.scripts(on=False)
    open_text(page, SOUND, tmp_path)
    assert page.driver.find_element("tag name", "h1").text == "Who owns what"


def test_what_one_test_sets_is_gone_in_the_next(page: Page, tmp_path: Path) -> None:
    open_text(page, SOUND, tmp_path)
    assert page.driver.find_element("tag name", "h1").text == "Who owns each action"
    assert margins(page) == "8px"
