"""What nodes, edges and registers carry as properties in an engine, and as which type: derived from the models.

Lists and other structures are JSON text (an empty list is `[]`); what a register does not record is null.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from ssp_graph.model.facts import Model
from ssp_graph.model.kinds import Record
from ssp_graph.model.relationships import Relationship

_encode = json.JSONEncoder(ensure_ascii=False).encode

Type = Literal["text", "number", "truth", "json"]
Properties = Mapping[str, Type]

_BEFORE: Properties = {
    "id": "text",
    "kind": "text",
    "label": "text",
    "register": "text",
    "name": "text",
    "aliases": "json",
    "position": "number",
}
_BEFORE_ON_EDGES: Properties = {"id": "text", "type": "text", "register": "text", "position": "number"}
_AFTER: Properties = {
    "since": "text",
    "until": "text",
    "stated_on": "text",
    "since_day": "text",
    "until_day": "text",
    "basis": "text",
    "reason": "text",
    "sources": "json",
}

REGISTER = "Register"
THING = "Thing"
"""The label that every node of a register bears in a server beside its kind's."""
CONTENT, KEPT = "content", "kept"
"""Properties of a register in a server, which no answer shows: which state of it was pushed, and the ids of nodes that
it holds no longer but something else still uses."""
REGISTER_PROPERTIES: Properties = {
    "id": "text",
    "title": "text",
    "partnership": "text",
    "place": "text",
    "since": "text",
    "until": "text",
    "since_day": "text",
    "until_day": "text",
    "uses": "json",
}


@cache
def node_properties(kind: type[Record]) -> Properties:
    """Return the properties of a kind's nodes, in order."""
    return {**_BEFORE, **{name: _type_of(kind, name) for name in kind.own}, **_AFTER}


@cache
def edge_properties(relationship: Relationship) -> Properties:
    """Return the properties of a relationship's edges, in order."""
    own = {name: _type_of(relationship.link, name) for name in relationship.own}
    return {**_BEFORE_ON_EDGES, **own, **_AFTER}


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
