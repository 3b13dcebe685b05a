"""What stands around every answer: its opening, and at the end its notes and, where there are several, its sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ssp_graph.outputs.forms.citing import Citing
from ssp_graph.outputs.forms.manuscript import Block, Item, Listing, Manuscript, Paragraph, Section
from ssp_graph.outputs.forms.sheet import Sheet, Value, distinct
from ssp_graph.results import Heading
from ssp_graph.words import about, clean, registers

_MOST_NAMED = 12


def opening(heading: Heading, cite: Citing) -> tuple[Block, ...]:
    """Return the answer first, or the question; what it stands on and for which day, and how many of how many."""
    question = Paragraph(clean(heading.question), "question")
    stands_on = Paragraph(f"{about(heading)} {cite.line()}".strip(), "about")
    count = Paragraph("" if heading.count in heading.answer else clean(heading.count), "count")
    answered = (Paragraph(clean(heading.answer)), count, stands_on)
    paragraphs = answered if heading.answer else (question, stands_on, count)
    return tuple(paragraph for paragraph in paragraphs if paragraph.text)


def closing(notes: Sequence[str], cite: Citing) -> tuple[Section, ...]:
    """Return the sections that end an answer: its notes and the documents it cites, where there are any."""
    items = tuple(Item(clean(note)) for note in notes)
    noted = (Section("Notes", (Listing(items),)),) if items else ()
    return noted + cite.section()


def bound(
    heading: Heading,
    cite: Citing,
    blocks: Iterable[Block],
    sections: Iterable[Section] = (),
    *,
    notes: Sequence[str] = (),
    landscape: bool = False,
) -> Manuscript:
    """Return a manuscript of these blocks and sections between the opening and the closing, which ends with `notes`."""
    return Manuscript(
        clean(heading.title),
        heading.as_of,
        (*opening(heading, cite), *blocks),
        (*sections, *closing((*heading.notes, *notes), cite)),
        landscape,
    )


def framed(
    heading: Heading,
    cite: Citing,
    headings: Iterable[str],
    rows: Iterable[tuple[Value, ...]],
    *,
    empty: str,
    legend: Sequence[str] = (),
    cites: bool = True,
) -> Sheet:
    """Return a sheet of these columns and rows, and what belongs above them; `cites` is whether any column may cite."""
    notes = (clean(note) for note in heading.notes)
    count = "" if heading.count in heading.answer else heading.count
    lines = (clean(heading.answer), clean(heading.question), clean(count), *legend, cite.line(), *notes)
    return Sheet(
        title=clean(heading.title),
        registers=_counted(heading.register_titles, registers(heading), "registers"),
        documents=_counted(cite.titles, cite.documents, "documents") if cites else None,
        day=heading.as_of,
        lines=tuple(filter(None, lines)),
        headings=distinct(tuple(map(clean, headings))),
        rows=tuple(rows),
        empty=clean(empty),
    )


def _counted(titles: Sequence[str], named: str, what: str) -> str:
    """Return titles as they are named, or how many they are: a row of CSV tells them, and names its own beside."""
    return named if len(titles) <= _MOST_NAMED else f"{len(titles)} {what}"
