"""A register as it was read: its records by reference, and where each thing in it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from ssp_graph.errors import Problem
from ssp_graph.model.declaring import Key
from ssp_graph.model.facts import Fact, Link, Model, Source, written_key
from ssp_graph.model.kinds import About, AcceptedGap, Record, Term
from ssp_graph.register.reading import line_at

Where = tuple[int | str, ...]
"""A path of keys and positions from a record to something that is written in it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record is written: its file, as problems show it, and the values as read, which know their lines."""

    file: str
    raw: Any

    def line(self, *path: int | str) -> int:
        """Return the line of a key or an item of the record."""
        return line_at(self.raw, path)

    def problem(self, where: Where, what: str, fix: str, severity: Literal["error", "warning"] = "error") -> Problem:
        """Return a problem with what is written there."""
        return Problem(self.file, self.line(*where), what, fix, severity)


class Citation(NamedTuple):
    """A source that something of a register stands on: a record or what it says, or one of its relationships."""

    subject: Record | Term | AcceptedGap
    stated: tuple[str, Key, Link] | None
    place: Place
    where: Where
    source: Source


@dataclass(slots=True)
class Register:
    """One plan for one period: its records by reference (`kind/slug`), in the order of their files.

    `parents` gives, for a record written inside another, the reference of that other. `broken` holds the references
    of records that are there but not sound, and `unread` the kinds whose file could not be read to its end, so that
    what refers to them is not reported as well.
    """

    folder: Path
    about: About
    about_place: Place
    records: dict[str, Record] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    terms: list[tuple[Term, Place]] = field(default_factory=list)
    accepted_gaps: list[tuple[AcceptedGap, Place]] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Return the register's id; its folder may have another name."""
        return self.about.id

    @property
    def documents(self) -> list[str]:
        """Return the slugs of its documents."""
        return [reference.partition("/")[2] for reference in self.records if reference.startswith("document/")]

    def full(self, reference: str) -> str:
        """Return a reference with its register before it: `register:kind/slug`."""
        return reference if ":" in reference else f"{self.id}:{reference}"

    def has(self, reference: str) -> bool:
        """Return whether a record is there, sound or not, or may be in a file that could not be read."""
        return reference in self.records or reference in self.broken or reference.partition("/")[0] in self.unread

    def document_of(self, source: Source) -> str | None:
        """Return the slug of the document that a source names, or of the one that is meant where it names none."""
        return source.document or self.about.document

    def citations(self) -> Iterator[Citation]:
        """Yield every source, record by record, then those of terms and of accepted gaps."""
        for reference, record in self.records.items():
            place = self.places[reference]
            yield from _citations(record, None, place, (), record)
            for name in ("names", *record.own):
                for position, item in enumerate(part if isinstance(part := getattr(record, name), tuple) else ()):
                    yield from _citations(record, None, place, (name, position), item)
            for name, key, position, link in record.links():
                yield from _citations(record, (name, key, link), place, (written_key(name), position), link)
        for term, place in self.terms:
            yield from _citations(term, None, place, (), term)
        for gap, place in self.accepted_gaps:
            yield from _citations(gap, None, place, (), gap)


def _citations(
    subject: Record | Term | AcceptedGap,
    stated: tuple[str, Key, Link] | None,
    place: Place,
    where: Where,
    stands: Model,
) -> Iterator[Citation]:
    for number, source in enumerate(getattr(stands, "sources", ())):
        yield Citation(subject, stated, place, (*where, "sources", number), source)
    sightings = stands.stated_on if isinstance(stands, Fact) else ()
    for number, vacant in enumerate(getattr(stands, "vacant", ()) if isinstance(stands, Link) else ()):
        yield from _citations(subject, stated, place, (*where, "vacant", number), vacant)
    for day, sighting in enumerate(sightings):
        yield from _citations(subject, stated, place, (*where, "stated_on", day), sighting)


@dataclass(frozen=True, slots=True)
class Registers:
    """Registers loaded together: those that were named, in that order, and those they use."""

    named: tuple[str, ...]
    by_id: dict[str, Register]
    warnings: tuple[Problem, ...] = ()
