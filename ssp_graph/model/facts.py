"""What every fact of a register has in common: where it is stated, on what basis, and for which days."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic_core import CoreSchema, core_schema

from ssp_graph.model.dates import SHAPE, days

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
REFERENCE = rf"(?:{SLUG}:)?{SLUG}/{SLUG}"
_REFERENCE = re.compile(REFERENCE)


def is_reference(text: str) -> bool:
    """Return whether a text has the shape `kind/slug` or `register:kind/slug`."""
    return _REFERENCE.fullmatch(text) is not None


def slug_of(text: str) -> str:
    """Return a text made a slug: "Our Plan 2024/27" as `our-plan-2024-27`; empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _listed(value: Any) -> Any:
    """Let one value stand where a list may: an officer writes `sources: {page: 9}` for a single source."""
    return value if value is None or isinstance(value, (list, tuple)) else [value]


def _dated(value: str) -> str:
    days(value)
    return value


T = TypeVar("T")

Truth = Annotated[bool, Field(strict=True)]
Page = Annotated[int, Field(strict=True, ge=1, le=100_000)]
Number = Annotated[int, Field(strict=True, ge=0, le=100_000)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=rf"^{SLUG}$", max_length=120)]
Reference = Annotated[str, StringConstraints(pattern=rf"^{REFERENCE}$")]
NEXT_MEETING = "next meeting"
Due = Annotated[
    str,
    AfterValidator(lambda value: value if value == NEXT_MEETING else _dated(value)),
    Field(json_schema_extra={"pattern": f"{SHAPE}|^{NEXT_MEETING}$"}),
]
Stated = Annotated[str, AfterValidator(_dated), Field(json_schema_extra={"pattern": SHAPE})]
ListOf = Annotated[tuple[T, ...], BeforeValidator(_listed)]


@dataclass(frozen=True, slots=True)
class OfKind:
    """The kind, or the kinds (`post|person`), that a reference leads to which states no relationship."""

    kind: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Let whoever makes a schema from the model know the kind."""
        return {**handler(schema), "of_kind": self.kind}


@dataclass(frozen=True, slots=True)
class Plainly:
    """The key under which a mapping holds what may stand in its place, as a day may for a sighting."""

    key: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take one for a list, and what is plain for a mapping."""
        return core_schema.no_info_before_validator_function(self.mapped, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Let whoever makes a schema from the model know the key."""
        return {**handler(schema), "plainly": self.key}

    def mapped(self, value: Any) -> Any:
        """Return a list of mappings."""
        items = _listed(value)
        return items and [item if isinstance(item, (dict, Model)) else {self.key: item} for item in items]


class Model(BaseModel):
    """The base of everything read from a register: no unknown keys, nothing changed after reading."""

    model_config = ConfigDict(
        defer_build=True,  # most commands read none
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,
    )


@cache
def references_of(model: type[Model]) -> dict[str, tuple[str, ...]]:
    """Return the kinds that each reference of a model leads to which states no relationship, by attribute name."""
    return {
        name: tuple(item.kind.split("|"))
        for name, info in model.model_fields.items()
        for item in info.metadata
        if isinstance(item, OfKind)
    }


def written_key(attribute: str) -> str:
    """Return a key as it is written in YAML: `in` for the attribute `in_`."""
    return attribute.rstrip("_")


MOST_WORDS = 25
"""More than that at a place is no anchor any more, but a passage."""


class Source(Model):
    """The place in a document that a fact stands on."""

    document: Slug | None = Field(None, description="Which document, by id; absent, the register's own document.")
    page: Page | None = Field(None, description="Printed page. Absent for a document without pages.")
    anchor: Text | None = Field(
        None, description="The 2 to 6 words at that place, enough to find it again, as the document has them."
    )
    part: Literal["text", "table", "diagram", "picture", "note"] | None = Field(
        None, description="Which part of the page, where it matters."
    )
    note: Text | None = Field(None, description="What a reader should know about this source.")


class Sighting(Model):
    """A day on which a source says that something is so."""

    day: Stated = Field(description="The day, as stated; of a month or a year, the last day counts.")
    sources: ListOf[Source] = Field((), description="Where it is said; absent, the sources of the fact itself.")


Sightings = Annotated[tuple[Sighting, ...], Plainly("day")]


class Dated(Model):
    """What holds for some days only: from when, until when, or seen when, and where that is stated."""

    since: Stated | None = Field(None, description="From when, as stated.")
    until: Stated | None = Field(None, description="Until when, as stated; absent, until the next one.")
    stated_on: Stated | None = Field(None, description="A day on which a source says so, where no start is stated.")
    sources: ListOf[Source] = Field((), description="Where it is stated; absent, the sources of the record.")


class DatedName(Dated):
    """A name for some days; the record's own name holds for all others."""

    name: Text = Field(description="The name as it was in those days.")


Statuses = Annotated[tuple[T, ...], Plainly("is")]
Basis = Literal["stated", "inferred"]


class Fact(Model):
    """Basis, sources and days of a record or a relationship."""

    derived: ClassVar[Mapping[str, str]] = {}  # what the graph works out of it beside its fields, and what that means

    basis: Basis = Field("stated", description="Whether the source states the fact or we inferred it.")
    reason: Text | None = Field(None, description="Why an inferred fact is believed; required for one.")
    since: Stated | None = Field(None, description="When it began, as stated; compared by its first day.")
    until: Stated | None = Field(None, description="When it ended, as stated; compared by its last day.")
    stated_on: Sightings = Field(
        (),
        description="One day or several on which a source says that it is so. Without `since`, it holds from the first "
        "of them; it says nothing of its start.",
    )


class Link(Fact):
    """A relationship as it is written under a key of a record: to what, and its own sources if it has any."""

    to: Reference = Field(description="The other thing, as kind/slug or register:kind/slug.")
    sources: ListOf[Source] = Field((), description="Its own sources; absent, those of its record.")


class OtherTitle(Model):
    """Another title that a source gives a post or a body."""

    title: Text = Field(description="The title as that source has it.")
    sources: ListOf[Source] = Field(min_length=1, description="Where it is given.")


class Wording(Model):
    """One side of a discrepancy: what a source says."""

    sense: Text = Field(description="What this source says, in our own words.")
    sources: ListOf[Source] = Field(min_length=1, description="Where it says so.")
