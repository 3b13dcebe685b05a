"""The list of contents of a numbered document: its headings of the first two levels with their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ssp_graph.outputs.forms.document import Document, Section

TITLE = "Contents"
DEPTH = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading with its number (`4`, `4.1`) and its level, from 1."""

    number: str
    heading: str
    level: int

    @property
    def anchor(self) -> str:
        """The name by which links find the heading."""
        return anchor(self.number)


def contents(document: Document) -> tuple[Entry, ...]:
    """Return the entries in the order of reading; none where the document is not numbered."""
    return tuple(_entries(document.sections, "", 1)) if document.numbered else ()


def anchor(number: str) -> str:
    """Return the name by which links find the heading with this number."""
    return f"section-{number.replace('.', '-')}"


def below(number: str, place: int) -> str:
    """Return the number of the heading at a place (from 1) beneath the one with this number."""
    return f"{number}.{place}" if number else str(place)


def _entries(sections: Iterable[Section], number: str, level: int) -> Iterator[Entry]:
    for place, section in enumerate(sections, 1):
        own = below(number, place)
        yield Entry(own, section.heading, level)
        if level < DEPTH:
            yield from _entries(section.sections, own, level + 1)
