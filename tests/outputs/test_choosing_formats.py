from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.errors import UsageError
from ssp_graph.outputs import FORMATS, format_of, render

from .samples import SMALL


@pytest.mark.parametrize(
    ("path", "chosen", "meant"),
    [
        (None, None, "table"),
        (None, "CSV", "csv"),
        ("answer.csv", None, "csv"),
        ("answer.HTML", None, "html"),
        ("answer.htm", None, "html"),
        ("answer.txt", None, "table"),
        ("answer", None, "table"),
        ("answer.v2.docx", None, "docx"),
        ("answer.csv", "json", "json"),
        ("answer.pdf", "md", "md"),
    ],
)
def test_the_chosen_format_comes_before_the_suffix_and_that_before_the_default(
    path: str | None, chosen: str | None, meant: str
) -> None:
    assert format_of(Path(path) if path else None, chosen, "table") == meant


@pytest.mark.parametrize(("path", "chosen"), [("answer.pdf", None), (None, "pdf"), ("answer.csv", "")])
def test_an_unknown_format_is_refused_with_those_there_are(path: str | None, chosen: str | None) -> None:
    with pytest.raises(UsageError, match=r"table, csv, json, md, html, xlsx, ods, docx, odt"):
        format_of(Path(path) if path else None, chosen, "table")


def test_rendering_an_unknown_format_is_refused_too() -> None:
    with pytest.raises(UsageError, match="no format 'pdf'"):
        render(SMALL, "pdf")


@pytest.mark.parametrize("name", ["csv", "json", "md", "html", "xlsx"])
def test_the_same_answer_gives_the_same_bytes(name: str) -> None:
    assert name in FORMATS
    assert render(SMALL, name) == render(SMALL, name)
