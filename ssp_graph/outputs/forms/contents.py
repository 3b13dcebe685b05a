"""Numbers for headings, letters for appendices, and the list of contents: the outermost headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from string import ascii_uppercase

from ssp_graph.outputs.forms.manuscript import Section

TITLE = "Contents"


def numbered(sections: Iterable[Section], above: str = "") -> tuple[Section, ...]:
    """Return sections whose headings bear numbers, beneath the one with this number: 1, 1.1, 1.1.1 and so on."""
    return tuple(
        replace(section, number=(number := f"{above}{place}"), sections=numbered(section.sections, f"{number}."))
        for place, section in enumerate(sections, 1)
    )


def lettered(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return appendices, whose headings bear letters: "Appendix A: Bodies"."""
    return tuple(
        replace(section, number=letter, heading=f"Appendix {letter}: {section.heading}")
        for letter, section in zip(ascii_uppercase, sections, strict=False)
    )


def contents(sections: Sequence[Section]) -> list[Section]:
    """Return the sections that the list of contents names: all where there are appendices, else none."""
    return list(sections) if any(section.is_appendix for section in sections) else []
