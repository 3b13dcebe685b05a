"""From registers to the graph: the only place that makes nodes and edges.

A node's id is `register:kind/slug`, an edge's key its identity: source, type, target, matrix, the property that tells
two of them apart (most often the capacity), since.
The graph holds all dates and drops nothing; every value in it is plain text, number, truth value or list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from ssp_graph.collector import paused
from ssp_graph.days.attendance import settle_attendance
from ssp_graph.days.changing import widest
from ssp_graph.days.progress import settle_progress
from ssp_graph.days.readings import settle_readings
from ssp_graph.days.settling import change_dated, settle
from ssp_graph.model.dates import day_after, first_day, last_day
from ssp_graph.model.declaring import NESTING
from ssp_graph.model.facts import Fact, Link, Model, Source, is_reference, references_of
from ssp_graph.model.kinds import Document, Record
from ssp_graph.model.relationships import RELATIONSHIPS, Relationship
from ssp_graph.register.loading import Progress, load
from ssp_graph.register.register import Register, Registers

if TYPE_CHECKING:
    from ssp_graph.results import SourceRef

    Graph = nx.MultiDiGraph[str]
else:  # the class takes no type argument when the program runs
    Graph = nx.MultiDiGraph


_OF_EVERY_FACT = {
    **{name: str(Record.model_fields[name].description) for name in ("since", "until")},
    "stated_on": "The last day up to the day asked on which a source says that it is so.",
    "sightings": "A list of the days on which sources say that it is so, each with its own sources.",
    "since_day": "The first day on which it holds, to compare with the day asked; `0001-01-01` where that is open.",
    "until_day": "The last day on which it holds, to compare with the day asked; `9999-12-31` where that is open.",
    "basis": "`stated` or `inferred`. A relationship written bare is no more certain than its record.",
    "reason": str(Record.model_fields["reason"].description),
    "sources": "A list of sources: the document's id and title, the page, the anchor.",
}

# What nodes and edges carry beside their own fields, and what it means.
PROPERTIES: Mapping[str, Mapping[str, str]] = {
    "node": {
        "id": "`register:kind/slug`.",
        "kind": "Its kind as it stands in ids: `priority-area`.",
        "label": "Its kind as a label: `PriorityArea`.",
        "register": "The id of the register that it stands in.",
        "name": "Its name, or its title where its kind has a title.",
        "aliases": "A list of acronyms and other spellings, those of the glossary among them.",
        "names": "A list of the names that it had for some days only, each with its days and sources.",
        "position": "Its place in its register, from 1.",
        "latest": "Its id in the latest loaded plan of its partnership that has it; its own where none follows.",
        "was": "A list of what it was in the plan before, as written.",
        "may_miss": "Types of relationships that it may have had where our copy of a document has lost them.",
        **_OF_EVERY_FACT,
    },
    "edge": {
        "id": "Its identity: source, type, target, matrix, the property that tells two apart, since.",
        "type": "The type of the relationship.",
        "register": "The id of the register that states it.",
        "position": "Its place under its key, from 1: the order of rows and columns.",
        "followed_day": "The first day on which another is stated in its role, which only one has at a time.",
        **_OF_EVERY_FACT,
    },
}


def load_graph(folders: Iterable[Path], shipped: Path | None = None, progress: Progress | None = None) -> Graph:
    """Return the graph of the registers in these folders and of those they use.

    Raises:
        RegisterError: a register has errors.
    """
    registers = load(tuple(folders), shipped, progress)
    for register in registers.by_id.values():
        register.places.clear()  # which hold half of the memory, and are asked for only where something is wrong
    return build(registers)


@paused()
def build(registers: Registers) -> Graph:
    """Return the graph of sound registers.

    `graph.graph["registers"]` holds what each register says of itself, those that are used first, and
    `graph.graph["named"]` the ids of those that were asked for, in the order of the ids: that in which they were
    named is nobody's choice; `graph.graph["tops"]` has the first and last day of whatever a partnership answers to.
    """
    graph: Graph = nx.MultiDiGraph(
        named=sorted(registers.named), registers=[_about(register) for register in registers.by_id.values()]
    )
    for register in registers.by_id.values():
        _add_nodes(graph, register)
    for register in registers.by_id.values():
        _add_edges(graph, register)
    settle(graph)
    settle_progress(graph)
    settle_attendance(graph)
    settle_readings(graph)
    graph.graph["changes"] = widest(graph)
    tops = {top for about in graph.graph["registers"] for top in about["answers_to"] if top in graph}
    graph.graph["tops"] = {top: [graph.nodes[top][day] for day in ("since_day", "until_day")] for top in sorted(tops)}
    return graph


def _about(register: Register) -> dict[str, Any]:
    about = register.about
    return {
        "id": about.id,
        "title": about.title,
        "answers_to": [register.full(answering.to) for answering in about.answers_to],
        "answering_sources": {
            register.full(answering.to): _plain(register, answering.sources) for answering in about.answers_to
        },
        **{name: _full(register, getattr(about, name)) for name in references_of(type(about))},
        "since": about.since,
        "until": about.until,
        "since_day": first_day(about.since),
        "until_day": last_day(about.until),
        "document": _full(register, about.document and f"document/{about.document}"),
        "uses": list(about.uses),
        "follows": about.follows,
        "publisher": about.publisher,
        "contact": about.contact,
        "licence": about.licence,
        "terms": [_plain(register, term) for term, _ in register.terms],
        "accepted_gaps": [
            {
                "check": gap.check,
                "thing": register.full(gap.thing),
                "reason": gap.reason,
                "until": gap.until,
                "until_day": last_day(gap.until),
                "sources": _plain(register, gap.sources),
                "file": place.file,
                "line": place.line(),
            }
            for gap, place in register.accepted_gaps
        ],
    }


def _full(register: Register, reference: str | None) -> str | None:
    return register.full(reference) if reference else None


def _source(register: Register, source: Source) -> SourceRef:
    name = register.document_of(source)
    document = register.records.get(f"document/{name}")
    found: SourceRef = {
        "document": f"{register.id}:document/{name}",
        "title": document.title if isinstance(document, Document) else str(name),
        "page": source.page,
        "anchor": source.anchor,
    }
    if source.part:
        found["part"] = source.part
    if source.note:
        found["note"] = source.note
    return found


def _days(register: Register, fact: Fact) -> dict[str, Any]:
    """Return the days as stated; those on which it holds are settled once everything is there."""
    seen = sorted(fact.stated_on, key=lambda sighting: last_day(sighting.day))
    return {
        "since": fact.since,
        "until": fact.until,
        "stated_on": seen[0].day if seen else None,
        "sightings": [_plain(register, sighting) for sighting in seen],
    }


def _add_nodes(graph: Graph, register: Register) -> None:
    by_meaning: dict[str, list[str]] = {}
    for term, _ in register.terms:
        by_meaning.setdefault(term.meaning.casefold(), []).append(term.abbreviation)
    for position, (reference, record) in enumerate(register.records.items(), 1):
        abbreviations = by_meaning.get(record.called.casefold(), [])
        names = [*(other.name for other in record.names), record.called] if record.names else []
        graph.add_node(
            f"{register.id}:{reference}",
            id=f"{register.id}:{reference}",
            kind=record.kind,
            label=record.label,
            register=register.id,
            name=record.called,
            aliases=list(dict.fromkeys((*record.aliases, *abbreviations, *names))),
            names=_plain(register, record.names),
            position=position,
            was=list(record.was),
            may_miss=_may_miss(register, record),
            **{name: _plain(register, getattr(record, name)) for name in record.own},
            **dict.fromkeys(record.derived),
            **_days(register, record),
            basis=record.basis,
            reason=record.reason,
            sources=_plain(register, record.sources),
        )
        _name_for_days(register, record, graph.nodes[f"{register.id}:{reference}"])


def _name_for_days(register: Register, record: Record, node: dict[str, Any]) -> None:
    """Give a node the names and statuses that it has for some days only."""
    if record.names:
        change_dated(node, "name", _plain(register, record.names), record.called, "name")
    if "status" in node and isinstance(node["status"], list):
        dated = node["statuses"] = node["status"]
        node["status"] = "not recorded"
        undated = len(dated) == 1 and not any(dated[0][key] for key in ("since", "until", "stated_on"))
        if undated and dated[0]["is_"] in ("past", "ended") and record.until and _in_its_time(register, record.until):
            change_dated(
                node, "status", [{**dated[0], "since": day_after(last_day(record.until))}], "not recorded", "is_"
            )
        elif undated:
            node["status"] = dated[0]["is_"]
        else:
            change_dated(node, "status", dated, "not recorded", "is_")


def _in_its_time(register: Register, until: str) -> bool:
    """Return whether what ended then was there in the register's period: up to that day it was not past."""
    return last_day(until) >= first_day(register.about.since)


def _may_miss(register: Register, record: Record) -> list[str]:
    """Return the types of relationships that a document's copy may have lost where this record stands."""
    types: set[str] = set()
    for source in record.sources:
        document = register.records.get(f"document/{register.document_of(source)}")
        for lost in document.lost if isinstance(document, Document) else ():
            if lost.page == source.page and lost.part in (None, source.part):
                types.update(lost.relationships)
    return sorted(types)


def _plain(register: Register, value: Any) -> Any:
    """Return a value as the graph holds it: a list for several, other titles and wordings with their sources."""
    match value:
        case tuple():
            return [_plain(register, item) for item in value]
        case Source():
            return _source(register, value)
        case Model():
            return {name: _plain(register, getattr(value, name)) for name in type(value).model_fields}
        case _:
            return value


def _add_edges(graph: Graph, register: Register) -> None:
    for reference, record in register.records.items():
        this = f"{register.id}:{reference}"
        if parent := register.parents.get(reference):
            whole = f"{register.id}:{parent}"
            link = Link(to=parent)
            graph.add_edge(
                this, whole, **_edge(graph, register, RELATIONSHIPS[NESTING], (this, whole), link, record, 1)
            )
        for _, key, position, link in record.links():
            ends = (this, register.full(link.to))[:: -1 if key.inverse else 1]
            graph.add_edge(*ends, **_edge(graph, register, key.relationship, ends, link, record, position + 1))


def _edge(
    graph: Graph,
    register: Register,
    relationship: Relationship,
    ends: tuple[str, ...],
    link: Link,
    record: Record,
    position: int,
) -> dict[str, Any]:
    """Return the properties of an edge, its key among them."""
    own: dict[str, Any] = {name: _plain(register, getattr(link, name)) for name in relationship.own}
    for name in references_of(relationship.link):
        own[name] = _full(register, own[name])
    if "on" in own:
        own["on"] = [register.full(item) if is_reference(item) else item for item in own["on"]]
    # A bare reference stands on its record: on its sources, and no more firmly than it does.
    sources = (*link.sources, *(source for sighting in link.stated_on for source in sighting.sources))
    if sources and not link.sources and not all(sighting.sources for sighting in link.stated_on):
        sources = (*record.sources, *sources)
    stands = record if not sources and link.basis == "stated" else link
    identity = (ends[0], relationship.type, ends[1], own.get("matrix"), own.get(relationship.distinct_by), link.since)
    key = "|".join(part or "" for part in identity)
    if link.stated_on and graph.has_edge(ends[0], ends[1], key):  # somebody who came back, known by sightings alone
        key += link.stated_on[0].day
    return {
        "key": key,
        "id": key,
        "type": relationship.type,
        "register": register.id,
        "position": position,
        **own,
        **dict.fromkeys(relationship.link.derived),
        **_days(register, link),
        "basis": stands.basis,
        "reason": stands.reason,
        "sources": _plain(register, sources or record.sources),
        "followed_day": None,
    }
