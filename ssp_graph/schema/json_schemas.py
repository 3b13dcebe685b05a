"""JSON Schemas of a register's files, so that an editor underlines a mistake while it is typed.

They are looser than the models only where a schema cannot say it, such as whether a reference leads somewhere.
"""

import json
from collections.abc import Sequence
from typing import Any

from ssp_graph.model.dates import SHAPE
from ssp_graph.model.declaring import Key
from ssp_graph.model.facts import NEXT_MEETING, SLUG, Fact, Model, written_key
from ssp_graph.model.kinds import FILES, About, Record
from ssp_graph.register.loading import ABOUT_FILE

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"  # the newest that editors of YAML know well
_PLACE = "#/definitions/"
_INNER = {"Source": "a source", "OtherTitle": "another title", "Wording": "a wording", "Lost": "something lost"} | {
    "AnsweringTo": "a reference",
    "DatedName": "a name with its days",
    "Dated": "days",
    "Progress": "how far it has got on a day",
}


def schema_files() -> dict[str, str]:
    """Return the text of every schema by its file's name: `bodies.schema.json` for `bodies.yaml`."""
    return {
        schema_name(file): json.dumps(schema_of(file), indent=1, ensure_ascii=False) + "\n"
        for file in (ABOUT_FILE, *FILES)
    }


def schema_name(file: str) -> str:
    """Return the name of the schema of a register's file."""
    return f"{file.removesuffix('.yaml')}.schema.json"


def schema_of(file: str) -> Schema:
    """Return the schema of one file of a register, by the file's name."""
    model = About if file == ABOUT_FILE else FILES[file]
    parts = _parts(model)
    if model is About:
        return {"$schema": _DRAFT, "title": file, **parts.pop("About"), "definitions": parts}
    return {
        "$schema": _DRAFT,
        "title": file,
        "type": "array",
        "items": {"$ref": _PLACE + model.__name__},
        "definitions": parts,
    }


def properties(model: type[Model]) -> dict[str, Schema]:
    """Return the schema of each plain key of a model by its name in YAML, those of every fact last."""
    whole = model.model_json_schema()
    found: dict[str, Schema] = _loosened(whole, whole.get("$defs", {}))["properties"]
    beside = {*model.keys, *model.nested} if issubclass(model, Record) else set()
    return {key: schema for key, schema in found.items() if key not in {written_key(name) for name in beside}}


def value_in_words(schema: Schema) -> str:
    """Return what a key may hold, from its JSON Schema: "text", "a date", "one of lead, joint"."""
    if "anyOf" in schema:
        return f"{value_in_words(schema['anyOf'][0])}, or a list"
    if "$ref" in schema:
        return _INNER[schema["$ref"].rpartition("/")[2]]
    if "enum" in schema:
        return f"one of {', '.join(schema['enum'])}"
    named = {"boolean": "true or false", "integer": "a whole number"}
    if isinstance(schema["type"], str) and schema["type"] in named:
        return named[schema["type"]]
    pattern = str(schema.get("pattern", ""))
    if not pattern:
        return "text"
    if pattern == SHAPE:
        return "a date"
    if pattern.startswith(SHAPE):
        return f"a date, or `{NEXT_MEETING}`"
    return "a reference" if "/" in pattern else "a slug"


def _parts(model: type[Model]) -> Schema:
    """Return the schemas of a model and of what stands inside it, by name."""
    whole = model.model_json_schema()
    found = {model.__name__: whole, **whole.pop("$defs", {})}
    parts = {name: _loosened(schema, found) for name, schema in found.items()}
    for record in (model, *model.nested.values()) if issubclass(model, Record) else ():
        for name, key in record.keys.items():
            kinds = record.permitted(name)
            place = f"{record.__name__}.{written_key(name)}"
            parts[place] = _link(key.relationship.link.__name__, kinds, parts)
            parts[record.__name__]["properties"][written_key(name)] = {
                "description": f"This {in_words(record.kind)} {sentence(key)}: {', '.join(kinds)}.",
                **_one_or_more({"$ref": _PLACE + place}),
            }
    return parts


def in_words(kind: str) -> str:
    """Return a kind as a reader says it: `priority-area` as "priority area"."""
    return kind.replace("-", " ")


def sentence(key: Key) -> str:
    """Return the verb from a record to what stands under one of its keys, with the statute it rests on."""
    law = f" ({key.relationship.law})" if key.relationship.law else ""
    return f"{key.relationship.verb(back=key.inverse)}{law}"


def _link(link: str, kinds: Sequence[str], parts: Schema) -> Schema:
    """Return the schema of one relationship under a key: a reference, or a mapping with more about it."""
    target = _references(kinds)
    others = {name: {"$ref": f"{_PLACE}{link}/properties/{name}"} for name in parts[link]["properties"]}
    return {"anyOf": [target, {**parts[link], "properties": {**others, "to": target}}]}


def _references(kinds: Sequence[str]) -> Schema:
    return {
        "type": "string",
        "pattern": f"^({SLUG}:)?({'|'.join(kinds)})/{SLUG}$",
        "patternErrorMessage": f"Write a reference such as {kinds[0]}/its-id. Kinds here: {', '.join(kinds)}.",
    }


def _one_or_more(schema: Schema, **limits: int) -> Schema:
    """Return the schema of one thing or a list of them, as the models take both."""
    return {"anyOf": [schema, {"type": "array", "items": schema, **limits}]}


def _loosened(schema: Schema, parts: Schema) -> Schema:
    """Return a schema as an officer writes: one for many, a number for text, and nothing for null."""
    said = {"description": schema["description"]} if "description" in schema else {}
    if "$ref" in schema:
        return {"$ref": schema["$ref"].replace("#/$defs/", _PLACE)}
    if "anyOf" in schema:
        (value,) = (_loosened(part, parts) for part in schema["anyOf"] if part.get("type") != "null")
        return {**said, **value}
    if schema.get("type") == "array":
        limits = {name: schema[name] for name in ("minItems",) if name in schema}
        item = _loosened(schema["items"], parts)
        if key := schema.get("plainly"):
            inner = parts[item["$ref"].rpartition("/")[2]]["properties"][key]
            plain = {name: value for name, value in _loosened(inner, parts).items() if name != "description"}
            return {**said, "anyOf": [plain, item, {"type": "array", "items": {"anyOf": [plain, item]}}]}
        return {**said, **_one_or_more(item, **limits)}
    if schema.get("type") == "object":
        return {**said, **_mapping(schema, parts)}
    value = {name: value for name, value in schema.items() if name not in ("title", "default", "description")}
    if value.get("type") == "string" and "enum" not in value:
        value["type"] = ["string", "number"]
    return {**said, **value}


def _mapping(schema: Schema, parts: Schema) -> Schema:
    keys = sorted(schema["properties"], key=lambda key: key in Fact.model_fields)
    found = {key: _loosened(schema["properties"][key], parts) for key in keys}
    for key in keys:
        if kind := schema["properties"][key].get("of_kind"):
            found[key] = {"description": found[key]["description"], **_references(kind.split("|"))}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key for key in keys if key in schema.get("required", ())],
        "properties": found,
    }
