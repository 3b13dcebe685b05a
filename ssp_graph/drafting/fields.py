"""What each key of the model holds, worked out from its declaration, so that new kinds and keys come of themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from ssp_graph.model.dates import SHAPE
from ssp_graph.model.declaring import Key
from ssp_graph.model.facts import Fact, Model, OfKind, Plainly, Source, written_key
from ssp_graph.model.kinds import BY_KIND, FILES, About, Record
from ssp_graph.register.loading import ABOUT_FILE
from ssp_graph.schema.json_schemas import sentence

Holds = Literal["text", "choice", "date", "due", "truth", "number", "slug", "reference", "items", "records", "sources"]


@dataclass(frozen=True, slots=True)
class Field:
    """One key: what it holds, one of it or `several`.

    `choices` are the words it may hold, `kinds` those that a reference leads to, `model` what its items are, and
    `plainly` the key of an item that may stand alone for it: `to` of a relationship, `day` of a sighting.
    """

    key: str
    holds: Holds
    means: str
    several: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    model: type[Model] = Model
    plainly: str = ""

    @property
    def heading(self) -> str:
        """What its column is called."""
        return heading(self.key)


def heading(key: str) -> str:
    """Return a key as a heading: `priority_area` as "Priority area"."""
    return key[:1].upper() + key[1:].replace("_", " ")


@cache
def fields_of(model: type[Model]) -> dict[str, Field]:
    """Return the fields of a model by their keys as written: `id` and name, its own in order, those of every fact."""
    found = [_field(model, name, info) for name, info in model.model_fields.items()]
    first = ["id", getattr(model, "named_by", ""), "to", "day"]
    last = ["aliases", "names", "was", *Fact.model_fields, "sources"]
    found.sort(key=lambda field: (field.key in last, first.index(field.key) if field.key in first else len(first)))
    return {field.key: field for field in found}


def _field(model: type[Model], name: str, info: FieldInfo) -> Field:
    said: list[Any] = [info, *info.metadata]
    holds, several, extra = _holds(info.annotation, said)
    key = written_key(name)
    means = info.description or ""
    more: dict[str, Any] = {}
    if relationship := next((item for item in said if isinstance(item, Key)), None):
        if not issubclass(model, Record):
            raise TypeError(f"{model.__name__}.{name}: only a record states relationships")
        more = {"plainly": "to", "kinds": model.permitted(name)}
        means = means or f"This {model.kind.replace('-', ' ')} {sentence(relationship)}."
    elif plainly := next((item.key for item in said if isinstance(item, Plainly)), ""):
        more = {"plainly": plainly}
    elif kinds := next((item.kind for item in said if isinstance(item, OfKind)), ""):
        more = {"kinds": tuple(kinds.split("|"))}
    elif holds == "slug" and key == "document":
        more = {"kinds": ("document",)}
    elif holds == "reference":
        more = {"kinds": (model.kind,) if issubclass(model, Record) else tuple(BY_KIND)}
    elif holds == "items" and "to" in extra["model"].model_fields:
        more = {"plainly": "to", "kinds": tuple(BY_KIND)}
    return Field(key, holds, means, several, info.is_required(), **(extra | more))


def _holds(annotation: Any, said: list[Any]) -> tuple[Holds, bool, dict[str, Any]]:
    """Return what an annotation lets a key hold; what is said about it is added to `said`."""
    if get_origin(annotation) is Annotated:
        inner, *told = get_args(annotation)
        said += [item for part in told for item in (part.metadata if isinstance(part, FieldInfo) else ())]
        said += told
        return _holds(inner, said)
    if get_origin(annotation) in (Union, UnionType):
        return _holds(next(part for part in get_args(annotation) if part is not type(None)), said)
    if get_origin(annotation) is tuple:
        holds, _, extra = _holds(get_args(annotation)[0], said)
        return holds, True, extra
    if get_origin(annotation) is Literal:
        return "choice", False, {"choices": tuple(map(str, get_args(annotation)))}
    if isinstance(annotation, type) and issubclass(annotation, Model):
        holds = "sources" if annotation is Source else "records" if issubclass(annotation, Record) else "items"
        return holds, False, {"model": annotation}
    if annotation in (bool, int):
        return ("truth" if annotation is bool else "number"), False, {}
    return _text(said), False, {}


def _text(said: list[Any]) -> Holds:
    extra = [item.json_schema_extra for item in said if isinstance(item, FieldInfo) and item.json_schema_extra]
    patterns = [str(part.get("pattern", "")) for part in extra if isinstance(part, dict)]
    patterns += [str(item.pattern) for item in said if getattr(item, "pattern", None)]
    for pattern in patterns:
        if pattern.startswith(SHAPE):
            return "date" if pattern == SHAPE else "due"
        return "reference" if "/" in pattern else "slug"
    return "text"


def files() -> dict[str, type[Model]]:
    """Return what each file of a register holds, `register.yaml` first."""
    return {ABOUT_FILE: About, **FILES}
