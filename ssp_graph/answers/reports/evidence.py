"""The state of the anchors of registers as a table, and the lines of the text that no anchor touches."""

from __future__ import annotations

from ssp_graph.register.evidence import Anchor, Page, untouched
from ssp_graph.register.register import Registers
from ssp_graph.results import Column, Heading, Row, Table


def _heading(registers: Registers, day: str, title: str, question: str, count: str) -> Heading:
    titles = tuple(registers.by_id[name].about.title for name in registers.named)
    return Heading(title, registers.named, titles, day, question=question, count=count)


def faults(registers: Registers, day: str, document: str, anchors: list[Anchor]) -> Table:
    """Return the anchors that are not on their page, and how many of how many are."""
    wrong = [anchor for anchor in anchors if anchor.state != "on its page"]
    rows: list[Row] = [
        {
            "fact": anchor.subject,
            "anchor": anchor.words,
            "page": anchor.page,
            "state": anchor.state,
            "found_on": ", ".join(str(page) for page in anchor.found),
            "file": f"{anchor.file}:{anchor.line}",
        }
        for anchor in wrong
    ]
    return Table(
        _heading(
            registers,
            day,
            f"Anchors in {document}",
            "Are the words that each fact stands on found on their page?",
            f"{len(anchors) - len(wrong)} of {len(anchors)} anchors are found on their page.",
        ),
        (
            Column("fact", "Fact"),
            Column("anchor", "Anchor"),
            Column("page", "Page", "number"),
            Column("state", "Found"),
            Column("found_on", "On pages"),
            Column("file", "Written in"),
        ),
        tuple(rows),
        empty="Every anchor is found on its page.",
    )


def untouched_lines(
    registers: Registers, day: str, document: str, anchors: list[Anchor], pages: tuple[Page, ...]
) -> Table:
    """Return the lines of the text that no anchor touches: a reading aid, not a list of faults."""
    left = untouched(anchors, pages)
    total = sum(any(letter.isalnum() for letter in line) for page in pages for line in page.lines)
    return Table(
        _heading(
            registers,
            day,
            f"Lines of {document} that no anchor touches",
            "What does the text say that no fact stands on?",
            f"{len(left)} of {total} lines are touched by no anchor. They may hold no fact, or one that is missing.",
        ),
        (Column("page", "Page", "number"), Column("line", "Line", "number"), Column("text", "Text")),
        tuple({"page": page, "line": line, "text": text} for page, line, text in left),
        empty="Every line is touched by an anchor.",
    )
