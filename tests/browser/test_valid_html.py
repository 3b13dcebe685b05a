"""Pages are valid HTML, by the checker of the W3C."""

from __future__ import annotations

from pathlib import Path

from tests.real.nu import html_errors
from tests.site.making import SORTS, by_lot


def test_a_page_of_each_sort_fifty_by_lot_and_the_one_file_are_valid(folder: Path) -> None:
    assert html_errors([folder / f"{name}.html" for name in {*SORTS, *by_lot()}] + [folder / "one" / "site.html"]) == []


def test_a_page_that_is_not_valid_is_caught(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><html lang=en><title>Plan</title><p><ul><li>Board</ul></p>", encoding="utf-8")
    (error,) = html_errors([page])
    assert "No “p” element in scope" in error
