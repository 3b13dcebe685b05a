"""What nodes, edges and registers carry as properties in an engine, and as which type: derived from the models.

Lists and other structures are JSON text (an empty list is `[]`); what a register does not record is null.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from ssp_graph.days.changing import CHANGING, further
from ssp_graph.graph import PROPERTIES
from ssp_graph.model.facts import Model
from ssp_graph.model.kinds import Record
from ssp_graph.model.relationships import Relationship

_encode = json.JSONEncoder(ensure_ascii=False).encode

Type = Literal["text", "number", "truth", "json"]
Properties = Mapping[str, Type]

_OTHER_THAN_TEXT: Properties = {
    "position": "number",
    "aliases": "json",
    "names": "json",
    "statuses": "json",
    "was": "json",
    "may_miss": "json",
    "sources": "json",
    "sightings": "json",
    "progress_sources": "json",
    "answer_sources": "json",
    "vacant_sources": "json",
    "vacancy_sources": "json",
    "uses": "json",
    "fills": "json",
    "speaks_for": "json",
}

REGISTER = "Register"
THING = "Thing"
"""The label that every node of a register bears in a server beside its kind's."""
CONTENT, KEPT = "content", "kept"
"""Properties of a register in a server, which no answer shows: which state of it was pushed, and the ids of nodes that
it holds no longer but something else still uses."""
REGISTER_PROPERTIES: Properties = {
    name: _OTHER_THAN_TEXT.get(name, "text")
    for name in ("id", "title", "partnership", "place", "since", "until", "since_day", "until_day", "uses")
}


def with_changes(properties: Properties, changes: Mapping[str, int]) -> Properties:
    """Return properties with those that hold the further values of what differs from day to day."""
    if not changes:
        return properties
    added = {
        column: kind
        for name, number in changes.items()
        if name in properties
        for value, day in further(name, number)
        for column, kind in ((value, properties[name]), (day, "text"))
    }
    return {**properties, **added}


@cache
def node_properties(kind: type[Record]) -> Properties:
    """Return the properties of a kind's nodes, in order."""
    # A status is a list in the file, and in the graph that of the day.
    own = {name: "text" if name in CHANGING else _type_of(kind, name) for name in kind.own}
    return _with_own("node", {**own, **{name: _OTHER_THAN_TEXT.get(name, "text") for name in kind.derived}})


@cache
def edge_properties(relationship: Relationship) -> Properties:
    """Return the properties of a relationship's edges, in order."""
    own = {name: _type_of(relationship.link, name) for name in relationship.own}
    return _with_own(
        "edge", {**own, **{name: _OTHER_THAN_TEXT.get(name, "text") for name in relationship.link.derived}}
    )


def _with_own(sort: str, own: Properties) -> Properties:
    """Return what every node or edge carries, with its own properties behind its position."""
    common = {name: _OTHER_THAN_TEXT.get(name, "text") for name in PROPERTIES[sort]}
    place = list(common).index("position") + 1
    return dict([*list(common.items())[:place], *own.items(), *list(common.items())[place:]])


def _type_of(model: type[Model], name: str) -> Type:
    found = _plain_types(model.model_fields[name].annotation)
    if bool in found:
        return "truth"
    if int in found:
        return "number"
    return "json" if tuple in found else "text"


def _plain_types(annotation: Any) -> set[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _plain_types(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return set().union(*(_plain_types(part) for part in get_args(annotation))) - {NoneType}
    return {origin or annotation}


def as_json(value: object) -> str:
    """Return a list or structure as the JSON text that engines store; nothing is an empty list."""
    return _encode(value) if value else "[]"
