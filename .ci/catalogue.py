"""Writes docs/questions.md, the catalogue of questions, from the files in queries/."""

from __future__ import annotations

from pathlib import Path

from ssp_graph.questions.catalogue import as_markdown
from ssp_graph.questions.library import library

PAGE = Path(__file__).parents[1] / "docs" / "questions.md"
FIRST = "\n### "


def with_catalogue(text: str) -> str:
    """Return the page with the catalogue as the questions are now."""
    return f"{text.partition(FIRST)[0]}\n{as_markdown(library())}"


if __name__ == "__main__":
    PAGE.write_text(with_catalogue(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
