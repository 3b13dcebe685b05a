"""Numbers for headings, and the list of contents: the numbered headings of the first two levels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ssp_graph.outputs.forms.manuscript import Section

TITLE = "Contents"
DEPTH = 2


def numbered(sections: Iterable[Section], above: str = "") -> tuple[Section, ...]:
    """Return sections whose headings bear numbers, beneath the one with this number: 1, 1.1, 1.1.1 and so on."""
    return tuple(
        replace(section, number=(number := f"{above}{place}"), sections=numbered(section.sections, f"{number}."))
        for place, section in enumerate(sections, 1)
    )


def contents(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield the sections that the list of contents names, in the order of reading; none that has no number."""
    for section in sections:
        if section.number:
            yield section
            if section.level < DEPTH:
                yield from contents(section.sections)
