"""Writes the catalogue of questions into the README, between its two marks, from the files in queries/."""

from __future__ import annotations

from pathlib import Path

from ssp_graph.questions.catalogue import as_markdown
from ssp_graph.questions.library import library

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- questions -->\n", "<!-- end of questions -->"


def with_catalogue(text: str) -> str:
    """Return the README's text with the catalogue as the questions are now."""
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n{as_markdown(library())}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    README.write_text(with_catalogue(README.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
