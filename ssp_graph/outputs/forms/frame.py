"""What stands around every answer: its opening, and at the end its notes and, where there are several, its sources."""

from __future__ import annotations

from collections.abc import Sequence

from ssp_graph.outputs.forms.citing import Citing
from ssp_graph.outputs.forms.document import Block, Item, Listing, Paragraph, Section
from ssp_graph.results import Heading
from ssp_graph.words import about, clean


def opening(heading: Heading, cite: Citing) -> tuple[Block, ...]:
    """Return the question, what the answer stands on and for which day, and how many of how many."""
    paragraphs = (
        Paragraph(clean(heading.question), "question"),
        Paragraph(" ".join(text for text in (about(heading), cite.line()) if text), "about"),
        Paragraph(clean(heading.count), "count"),
    )
    return tuple(paragraph for paragraph in paragraphs if paragraph.text)


def closing(notes: Sequence[str], cite: Citing) -> tuple[Section, ...]:
    """Return the sections that end an answer: its notes and the documents it cites, where there are any."""
    items = tuple(Item(clean(note)) for note in notes)
    noted = (Section("Notes", (Listing(items),)),) if items else ()
    return noted + cite.section()


def lines(heading: Heading, cite: Citing, legend: Sequence[str] = ()) -> tuple[str, ...]:
    """Return what a sheet says above its table beside title, registers and date."""
    notes = (clean(note) for note in heading.notes)
    found = (clean(heading.question), clean(heading.count), *legend, cite.line(), *notes)
    return tuple(line for line in found if line)
