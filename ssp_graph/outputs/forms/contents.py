"""Numbers for headings, letters for appendices, and the list of the appendices.

Each appendix counts its own pages from 1 (A1, A2), so that the list is right without a layout of the pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from string import ascii_uppercase

from ssp_graph.outputs.forms.manuscript import Section

TITLE = "Appendices"


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


def contents(sections: Iterable[Section]) -> list[Section]:
    """Return the sections that the list names."""
    return [section for section in sections if section.is_appendix]
