"""What a query may name: the kinds, relationships and properties of the graph, each with its meaning."""

from __future__ import annotations

from collections.abc import Iterator

from ssp_graph.engines.properties import REGISTER, REGISTER_PROPERTIES
from ssp_graph.graph import PROPERTIES
from ssp_graph.model.facts import Fact, Model, written_key
from ssp_graph.model.kinds import KINDS
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.results import Column, Heading, Row, Table
from ssp_graph.schema.json_schemas import properties, value_in_words


def vocabulary(as_of: str) -> Table:
    """Return what a query may name, the same for every register. `as_of` is a day, for the heading."""
    return Table(
        heading=Heading(
            title="What a query may name",
            registers=(),
            register_titles=(),
            as_of=as_of,
            question="Which kinds, relationships and properties are there?",
            notes=(
                "A property that nothing records is null. Engines hold lists and sources as JSON text.",
                "Parameters: $registers (ids of the named registers), $loaded (and those they use), $as_of (a day).",
            ),
        ),
        columns=(
            Column("part", "Part"),
            Column("name", "Name"),
            Column("form", "Pattern or values"),
            Column("properties", "Its own properties"),
            Column("meaning", "Meaning"),
        ),
        rows=(*_kinds(), *_relationships(), *_properties()),
        group_by="part",
    )


def _kinds() -> Iterator[Row]:
    for kind in KINDS:
        yield {
            "part": "Kinds",
            "name": kind.__name__,
            "form": f"kind = '{kind.kind}'",
            "properties": ", ".join((*kind.own, *kind.derived)),
            "meaning": kind.__doc__,
        }
    yield {
        "part": "Kinds",
        "name": REGISTER,
        "form": "in engines only",
        "properties": ", ".join(REGISTER_PROPERTIES),
        "meaning": "A register itself, with the plan's period.",
    }


def _relationships() -> Iterator[Row]:
    for relationship in RELATIONSHIPS.values():
        yield {
            "part": "Relationships",
            "name": relationship.type,
            "form": "\n".join(relationship.arrows()),
            "properties": ", ".join((*relationship.own, *relationship.link.derived)),
            "meaning": f"{relationship.reads}; back: {relationship.reads_back}",
        }


def _properties() -> Iterator[Row]:
    for thing, meanings in PROPERTIES.items():
        for name, meaning in meanings.items():
            yield _property(f"Properties of every {thing}", name, "", meaning.replace("`", ""))
    for kind in KINDS:
        yield from _own("Properties of one kind", kind.__name__, kind, kind.own)
    for relationship in RELATIONSHIPS.values():
        yield from _own("Properties of one relationship", relationship.type, relationship.link, relationship.own)


def _own(part: str, owner: str, model: type[Model], names: tuple[str, ...]) -> Iterator[Row]:
    schemas = properties(model)
    for name in names:
        schema = schemas[written_key(name)]
        yield _property(part, f"{owner}.{name}", value_in_words(schema), schema.get("description", ""))
    derived = model.derived if issubclass(model, Fact) else {}
    for name, meaning in derived.items():
        yield _property(part, f"{owner}.{name}", "in the graph only", meaning.replace("`", ""))


def _property(part: str, name: str, form: str, meaning: str) -> Row:
    return {"part": part, "name": name, "form": form, "properties": "", "meaning": meaning}
