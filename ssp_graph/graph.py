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
from ssp_graph.model.dates import first_day, last_day
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
    **{name: str(Record.model_fields[name].description) for name in ("since", "until", "stated_on")},
    "since_day": "The first day of `since`; `0001-01-01` where it is open.",
    "until_day": "The last day of `until`; `9999-12-31` where it is open.",
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
        "position": "Its place in its register, from 1.",
        **_OF_EVERY_FACT,
    },
    "edge": {
        "id": "Its identity: source, type, target, matrix, the property that tells two apart, since.",
        "type": "The type of the relationship.",
        "register": "The id of the register that states it.",
        "position": "Its place under its key, from 1: the order of rows and columns.",
        **_OF_EVERY_FACT,
    },
}


def load_graph(folders: Iterable[Path], shipped: Path | None = None, progress: Progress | None = None) -> Graph:
    """Return the graph of the registers in these folders and of those they use.

    Raises:
        RegisterError: a register has errors.
    """
    return build(load(tuple(folders), shipped, progress))


@paused()
def build(registers: Registers) -> Graph:
    """Return the graph of sound registers.

    `graph.graph["registers"]` holds what each register says of itself, those that are used first, and
    `graph.graph["named"]` the ids of those that were asked for, in order.
    """
    graph: Graph = nx.MultiDiGraph(
        named=list(registers.named), registers=[_about(register) for register in registers.by_id.values()]
    )
    for register in registers.by_id.values():
        _add_nodes(graph, register)
    for register in registers.by_id.values():
        _add_edges(graph, register)
    return graph


def _about(register: Register) -> dict[str, Any]:
    about = register.about
    return {
        "id": about.id,
        "title": about.title,
        "partnership": register.full(about.partnership) if about.partnership else None,
        "place": register.full(about.place) if about.place else None,
        "since": about.since,
        "until": about.until,
        "since_day": first_day(about.since),
        "until_day": last_day(about.until),
        "document": register.full(f"document/{about.document}") if about.document else None,
        "uses": list(about.uses),
        "terms": [
            {
                "abbreviation": term.abbreviation,
                "meaning": term.meaning,
                "sources": _sources(register, term.sources),
            }
            for term, _ in register.terms
        ],
        "accepted_gaps": [
            {
                "check": gap.check,
                "thing": register.full(gap.thing),
                "reason": gap.reason,
                "until": gap.until,
                "until_day": last_day(gap.until),
                "sources": _sources(register, gap.sources),
                "file": place.file,
                "line": place.line(),
            }
            for gap, place in register.accepted_gaps
        ],
    }


def _sources(register: Register, sources: Iterable[Source]) -> list[SourceRef]:
    return [_source(register, source) for source in sources]


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


def _days(fact: Fact) -> dict[str, str | None]:
    return {
        "since": fact.since,
        "until": fact.until,
        "stated_on": fact.stated_on,
        "since_day": first_day(fact.since),
        "until_day": last_day(fact.until),
    }


def _add_nodes(graph: Graph, register: Register) -> None:
    by_meaning: dict[str, list[str]] = {}
    for term, _ in register.terms:
        by_meaning.setdefault(term.meaning.casefold(), []).append(term.abbreviation)
    for position, (reference, record) in enumerate(register.records.items(), 1):
        abbreviations = by_meaning.get(record.called.casefold(), [])
        graph.add_node(
            f"{register.id}:{reference}",
            id=f"{register.id}:{reference}",
            kind=record.kind,
            label=record.label,
            register=register.id,
            name=record.called,
            aliases=list(dict.fromkeys((*record.aliases, *abbreviations))),
            position=position,
            **{name: _plain(register, getattr(record, name)) for name in record.own},
            **_days(record),
            basis=record.basis,
            reason=record.reason,
            sources=_sources(register, record.sources),
        )


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
        parent = register.parents.get(reference)
        if parent:
            _add_edge(
                graph, register, RELATIONSHIPS[NESTING], this, f"{register.id}:{parent}", Link(to=parent), record, 1
            )
        for _, key, position, link in record.links():
            other = register.full(link.to)
            source, target = (other, this) if key.inverse else (this, other)
            _add_edge(graph, register, key.relationship, source, target, link, record, position + 1)


def _add_edge(
    graph: Graph,
    register: Register,
    relationship: Relationship,
    source: str,
    target: str,
    link: Link,
    record: Record,
    position: int,
) -> None:
    properties: dict[str, Any] = {}
    for name in relationship.own:
        value = getattr(link, name)
        if name in references_of(relationship.link) and value:
            value = register.full(value)
        elif name == "on":
            value = [register.full(item) if is_reference(item) else item for item in value]
        properties[name] = value
    # A bare reference stands on its record: on its sources, and no more firmly than it does.
    bare = not link.sources and link.basis == "stated"
    basis, reason = (record.basis, record.reason) if bare else (link.basis, link.reason)
    distinct = properties.get(relationship.distinct_by)
    identity = (source, relationship.type, target, properties.get("matrix"), distinct, link.since)
    key = "|".join(part or "" for part in identity)
    graph.add_edge(
        source,
        target,
        key=key,
        id=key,
        type=relationship.type,
        register=register.id,
        position=position,
        **properties,
        **_days(link),
        basis=basis,
        reason=reason,
        sources=_sources(register, link.sources or record.sources),
    )
