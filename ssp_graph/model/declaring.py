"""How relationships and kinds of things are declared, and all that follows from their declarations.

Each is known from the moment it is declared: whatever goes through kinds or relationships meets it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, ValuesView
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, TypeVar, get_args

from pydantic import BeforeValidator, Field

from ssp_graph.english import plural
from ssp_graph.model.facts import DatedName, Fact, Link, ListOf, Model, Reference, Slug, Source, Text
from ssp_graph.palette import Look

NESTING = "PART_OF"
"""The type of the relationship that what is written inside a record has to it."""

_ARROW = re.compile(r"\(:([\w|]+)\)-\[:(\w+)\]->\((?::([\w|]+))?\)")


@dataclass(frozen=True, slots=True, eq=False)
class Relationship:
    """One relationship type.

    `drawn` is the relationship as a query writes it, an arrow or several; `()` is a thing of any kind. `reads` and
    `reads_back` are the verb from source to target and from target to source. `variants` give other verbs by the
    value of the property `varies_by`, `of` and `to` by what it starts from and leads to: its classification or its
    kind. `up` says whether accountability climbs along the arrow, against it, or not at all; `up_only` narrows that:
    `first` (as a first step only), `fallback` (where the thing reports to nothing) or `own` (for what the post or
    person that was asked about answers). `caution` is said beside a step that is no reporting line.
    `exclusive` are the capacities that a thing gives to one at a time, each with those that end with it: whoever is
    stated later follows whoever was stated before.
    """

    drawn: str
    reads: str
    reads_back: str
    link: type[Link] = Link
    up: Literal["no", "along", "against"] = "no"
    up_only: Literal["", "first", "fallback", "own"] = ""
    caution: str = ""
    exclusive: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    varies_by: str = ""
    variants: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    of: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    to: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    law: str = ""
    type: str = field(init=False)

    def __post_init__(self) -> None:
        """Take the type from the arrows, and make the relationship known."""
        (name,) = {name for _, name, _ in _ARROW.findall(self.drawn)}
        object.__setattr__(self, "type", name)
        RELATIONSHIPS[name] = self

    @property
    def ends(self) -> tuple[tuple[str, str], ...]:
        """The permitted pairs of source and target (labels): those drawn, then those that kinds add themselves."""
        return _ends(self)

    @property
    def own(self) -> tuple[str, ...]:
        """The properties that its edges have beyond those of every edge."""
        return _own(self.link)

    @property
    def distinct_by(self) -> str:
        """The property whose value makes two relationships of the same two things different ones."""
        return self.varies_by or "capacity"

    @property
    def leads_anywhere(self) -> bool:
        """Whether it may lead to a thing of any kind."""
        return any(not targets for _, _, targets in _ARROW.findall(self.drawn))

    def verb(
        self, value: str | None = None, *, back: bool = False, start: Iterable[str] = (), end: Iterable[str] = ()
    ) -> str:
        """Return the verb for a value of `varies_by`, or for what it starts from or leads to, or the plain one."""
        found = [self.of[word] for word in start if word in self.of] + [
            self.to[word] for word in end if word in self.to
        ]
        plain = found[0] if found else (self.reads, self.reads_back)
        return self.variants.get(value or "", plain)[back]

    def arrows(self) -> tuple[str, ...]:
        """Return the relationship as a query writes it, once for each set of kinds that it leads to; `()` is any."""
        inside = f" {{{', '.join(self.own)}}}" if self.own else ""
        leads: dict[str, list[str]] = {}
        for source, target in self.ends:
            leads.setdefault(source, []).append(target)
        starts: dict[tuple[str, ...], list[str]] = {}
        for source, targets in leads.items():
            starts.setdefault(tuple(targets), []).append(source)
        return tuple(
            f"(:{'|'.join(sources)})-[:{self.type}{inside}]->({'' if ends == _subjects() else ':' + '|'.join(ends)})"
            for ends, sources in starts.items()
        )


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record that states a relationship: with the record as its source, or (`inverse`) its target.

    The kinds at its other end are those that the relationship's arrows draw, and those named here: `Post|Body`.
    """

    type: str
    inverse: bool = False
    among: str = ""

    @property
    def relationship(self) -> Relationship:
        """The declaration of the relationship."""
        return RELATIONSHIPS[self.type]


L = TypeVar("L", bound=Link)


def linked(value: Any) -> Any:
    """Let a key take one reference or a list, bare or as a mapping with `to`."""
    if value is None:
        return value
    items = value if isinstance(value, (list, tuple)) else [value]
    return [{"to": item} if isinstance(item, str) else item for item in items]


Links = Annotated[tuple[L, ...], BeforeValidator(linked), Field(default=())]


class Record(Fact):
    """One thing of the register, with its id, its name and where it is stated. Every class below it is a kind."""

    # What a kind says of itself where it is another than here.
    named_by: ClassVar[str] = "name"
    meant: ClassVar[int] = 8  # of the kinds that bear a name, `who` and `chain` answer for that with the lowest number
    a_phrase: ClassVar[bool] = False  # its names are sentences or phrases, and stand in quotation marks in a sentence
    a_topic: ClassVar[bool] = False  # its names may read as an offence or a state: a sentence says of what kind it is
    a_subject: ClassVar[bool] = True  # a relationship that may lead to any kind may lead to it
    look: ClassVar[Look] = Look()
    label: ClassVar[str] = ""  # in the graph; its class's name
    begins_on: ClassVar[str] = ""  # the field that holds its first day where `since` does not
    begins_when_over: ClassVar[bool] = False  # of the time in that field its last day counts: what is told of a period

    # What follows from that and from its fields: its kind in ids, its keys that state relationships, the keys under
    # which records of another kind are written, and the names of its other fields beyond those of every record.
    kind: ClassVar[str]
    plural: ClassVar[str]
    keys: ClassVar[Mapping[str, Key]] = {}
    nested: ClassVar[Mapping[str, "type[Record]"]] = {}
    own: ClassVar[tuple[str, ...]] = ()

    id: Slug = Field(description="A readable slug, unique within its kind and never used again for another thing.")
    aliases: ListOf[Text] = Field((), description="Acronyms and other spellings by which it is found.")
    names: ListOf[DatedName] = Field((), description="Names that it had for some days only, by which it is found too.")
    was: ListOf[Reference] = Field(
        (),
        description="What it was in the plan before, where its id is another there: one thing, or several that merged. "
        "Two that say it of one thing were split from it.",
    )
    sources: ListOf[Source] = Field(min_length=1, description="Where it is stated.")

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Work out what follows from a declaration, and make the kind known."""
        if cls.__module__ == __name__:
            return
        fields = cls.model_fields
        cls.label = cls.label or cls.__name__
        cls.kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", cls.label).lower()
        cls.plural = plural(cls.kind)
        cls.keys = {name: item for name, info in fields.items() for item in info.metadata if isinstance(item, Key)}
        cls.nested = {name: inner for name, info in fields.items() for inner in _records_in(info.annotation)}
        told = {*Record.model_fields, *cls.keys, *cls.nested, *({cls.named_by} - {cls.begins_on})}
        cls.own = tuple(name for name in fields if name not in told)
        _enter(cls)

    @property
    def called(self) -> str:
        """Its name, or its title where its kind has a title."""
        return str(getattr(self, self.named_by))

    def links(self) -> Iterator[tuple[str, Key, int, Link]]:
        """Yield each relationship that it states: the key it stands under, its declaration, its place, the link."""
        for name, key in self.keys.items():
            links: tuple[Link, ...] = getattr(self, name)
            for place, link in enumerate(links):
                yield name, key, place, link

    @classmethod
    def permitted(cls, name: str) -> tuple[str, ...]:
        """Return the kinds that one of its keys may refer to, by attribute name."""
        return _permitted(cls, name)


class Named(Record):
    """A record with a name."""

    name: Text = Field(description="Its name, written correctly even where a document's text has lost letters.")


RELATIONSHIPS: dict[str, Relationship] = {}
BY_LABEL: dict[str, type[Record]] = {}
BY_KIND: dict[str, type[Record]] = {}
KINDS: ValuesView[type[Record]] = BY_LABEL.values()
"""Every kind in the order of the classes, but what is written inside another behind that."""
FILES: dict[str, type[Model]] = {}
"""What the files of a register hold, by name."""


def _enter(record: type[Record]) -> None:
    for name, key in record.keys.items():
        ends = [arrow[2 if key.inverse else 0] for arrow in _ARROW.findall(key.relationship.drawn)]
        if not key.among and not any(not end or record.label in end.split("|") for end in ends):
            raise ValueError(
                f"{record.label}.{name}: no arrow of {key.type} has {record.label} at this end. Draw it there, or name "
                f'the kinds at the other end: Key("{key.type}", among="Body|Post").'
            )
    for inner in record.nested.values():
        FILES.pop(f"{inner.plural}.yaml", None)
    FILES[f"{record.plural}.yaml"] = record
    for each in (record, *record.nested.values()):
        if each.label == each.__name__:  # else it is a form of another kind
            for table, name in ((BY_LABEL, each.label), (BY_KIND, each.kind)):
                table.pop(name, None)
                table[name] = each
    for known in (_ends, _permitted, _subjects):
        known.cache_clear()


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    yield from (part for part in get_args(annotation) if isinstance(part, type) and issubclass(part, Record))


def records() -> Iterator[type[Record]]:
    """Yield every class of record: the kinds, then what is a form of another kind."""
    yield from KINDS
    yield from (inner for kind in KINDS for inner in kind.nested.values() if inner not in KINDS)


@cache
def _own(link: type[Link]) -> tuple[str, ...]:
    return tuple(name for name in link.model_fields if name not in Link.model_fields)


@cache
def _subjects() -> tuple[str, ...]:
    return tuple(kind.label for kind in KINDS if kind.a_subject)


@cache
def _ends(relationship: Relationship) -> tuple[tuple[str, str], ...]:
    drawn = (
        (source, target)
        for sources, _, targets in _ARROW.findall(relationship.drawn)
        for source in sources.split("|")
        for target in (targets.split("|") if targets else _subjects())
    )
    return tuple(dict.fromkeys((*drawn, *_added(relationship.type))))


def _added(type_: str) -> Iterator[tuple[str, str]]:
    """Yield the ends that kinds add to a relationship: those of their keys, and of what is written inside them."""
    for record in records():
        for key in record.keys.values():
            others = key.among.split("|") if key.type == type_ and key.among else ()
            yield from ((other, record.label) if key.inverse else (record.label, other) for other in others)
        if type_ == NESTING:
            yield from ((inner.label, record.label) for inner in record.nested.values())


@cache
def _permitted(record: type[Record], name: str) -> tuple[str, ...]:
    key = record.keys[name]
    here, there = (1, 0) if key.inverse else (0, 1)
    labels = {ends[there] for ends in key.relationship.ends if ends[here] == record.label}
    return tuple(kind.kind for kind in KINDS if kind.label in labels)
