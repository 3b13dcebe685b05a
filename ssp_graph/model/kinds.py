"""The kinds of record a register holds: one class each, whose keys name its relationships.

The class is the label in the graph; its kebab-case name is the kind in ids; `FILES` says which file holds it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import BeforeValidator, Field

from ssp_graph.model.facts import (
    Fact,
    Link,
    ListOf,
    Model,
    Number,
    OtherTitle,
    Page,
    Reference,
    Slug,
    Source,
    Stated,
    Text,
    Truth,
    Wording,
)
from ssp_graph.model.relationships import (
    ACTS_FOR,
    ADDRESSES,
    ALIGNS_WITH,
    BEARS,
    CHAIRS,
    CHANGES,
    COLUMN_OF,
    CONCERNS,
    CONTRIBUTES_TO,
    DELIVERS,
    EVIDENCED_BY,
    FILLS,
    GUIDES,
    HOLDS,
    IMPLEMENTS,
    INVOLVES,
    LEADS,
    LEADS_ON,
    MAPS_TO,
    MEASURES,
    MEMBER_OF,
    NO_ROLE_ON,
    OVERSEES,
    OWNS,
    PART_OF,
    POST_IN,
    RAISED_UNDER,
    REPORTED_TO,
    REPORTS_TO,
    RESPONSIBLE_AUTHORITY_OF,
    ROW_OF,
    SCRUTINISES,
    SUPPORTS,
    SUPPORTS_ON,
    WORKS_WITH,
    Aligning,
    Chairing,
    Changing,
    Delivering,
    Involving,
    Key,
    Leading,
    MatrixRole,
    Membership,
    Owning,
    Reporting,
    ThemeMapping,
)

L = TypeVar("L", bound=Link)


def _linked(value: Any) -> Any:
    """Let a key take one reference or a list, bare or as a mapping with `to`."""
    if value is None:
        return value
    items = value if isinstance(value, (list, tuple)) else [value]
    return [{"to": item} if isinstance(item, str) else item for item in items]


Links = Annotated[tuple[L, ...], BeforeValidator(_linked), Field(default=())]


class Record(Fact, defer_build=True):
    """One thing of the register, with its id, its name and where it is stated.

    Where several kinds bear a name, `who` and `chain` answer for the one of least `precedence`.
    """

    plural: ClassVar[str] = ""
    named_by: ClassVar[str] = "name"
    nested_under: ClassVar[str] = ""
    precedence: ClassVar[int] = 99

    id: Slug = Field(description="A readable slug, unique within its kind and never used again for another thing.")
    aliases: ListOf[Text] = Field((), description="Acronyms and other spellings by which it is found.")
    sources: ListOf[Source] = Field(min_length=1, description="Where it is stated.")

    @property
    def label(self) -> str:
        """Return its name, or its title where its kind has a title."""
        return str(getattr(self, self.named_by))


class Named(Record):
    """A record with a name."""

    name: Text = Field(description="Its name, written correctly even where a document's text has lost letters.")


class Organisation(Named):
    """A public or legal organisation or a named part of one: council, force, division, health body, charity."""

    plural = "organisations"
    classification: Text | None = Field(None, description="What sort: council, police force, division, health body …")
    collective: Truth = Field(False, description="Organisations that the source does not name one by one.")
    part_of: Annotated[Links[Link], Key(PART_OF)]
    responsible_authority_of: Annotated[Links[Link], Key(RESPONSIBLE_AUTHORITY_OF)]
    reports_to: Annotated[Links[Reporting], Key(REPORTS_TO)]


class Body(Named):
    """The partnership itself, and any board, group, committee, cabinet, panel, forum, meeting, team, hub or court."""

    plural = "bodies"
    precedence = 5
    classification: Text | None = Field(None, description="What sort: board, group, committee, panel, meeting, team …")
    statutory: Truth | None = Field(None, description="Whether a statute requires it; absent, not recorded.")
    remit: Text | None = Field(None, description="What it is for, in our own words.")
    status: Literal["established", "proposed", "past", "not recorded"] = Field(
        "established", description="Proposed: only planned. Not recorded: named, but not whether it exists."
    )
    collective: Truth = Field(False, description="Bodies that the source does not name one by one.")
    also_titled: ListOf[OtherTitle] = Field((), description="Other titles it is given, each with its sources.")
    part_of: Annotated[Links[Link], Key(PART_OF)]
    reports_to: Annotated[Links[Reporting], Key(REPORTS_TO)]
    scrutinises: Annotated[Links[Link], Key(SCRUTINISES)]
    supports: Annotated[Links[Link], Key(SUPPORTS)]
    works_with: Annotated[Links[Link], Key(WORKS_WITH)]
    chairs: Annotated[Links[Chairing], Key(CHAIRS, inverse=True)]
    members: Annotated[Links[Membership], Key(MEMBER_OF, inverse=True)]
    led_by: Annotated[Links[Leading], Key(LEADS, inverse=True)]


class Post(Record):
    """A post that exists whoever holds it; also a role that a class of posts fills, such as theme lead."""

    plural = "posts"
    precedence = 6
    named_by = "title"
    title: Text = Field(description="Its title; other titles it is given stand under `also_titled`.")
    classification: Literal["post", "role"] = Field("post", description="A role is filled by a class of posts.")
    also_titled: ListOf[OtherTitle] = Field((), description="Other titles it is given, each with its sources.")
    holding: Literal["held", "vacant", "not disclosed", "not recorded"] = Field(
        "not recorded", description="Whether it is held; a recorded holder makes it held."
    )
    in_: Annotated[Links[Link], Key(POST_IN)] = Field((), alias="in")
    holder: Annotated[Links[Link], Key(HOLDS, inverse=True)]
    reports_to: Annotated[Links[Reporting], Key(REPORTS_TO)]
    acts_for: Annotated[Links[Link], Key(ACTS_FOR)]
    fills: Annotated[Links[Link], Key(FILLS)]


class Person(Named):
    """The holder of a post."""

    plural = "people"
    precedence = 16


class Duty(Named):
    """A standing responsibility, report, review, meeting cycle, principle or statutory duty, in no action table."""

    plural = "duties"
    precedence = 7
    classification: Text | None = Field(
        None, description="What sort: responsibility, report, review, meeting, statutory duty …"
    )
    frequency: Text | None = Field(None, description="How often, as the source puts it.")
    borne_by: Annotated[Links[Link], Key(BEARS, inverse=True)]
    reported_to: Annotated[Links[Link], Key(REPORTED_TO)]
    concerns: Annotated[Links[Link], Key(CONCERNS)]
    involves: Annotated[Links[Involving], Key(INVOLVES)]
    led_by: Annotated[Links[Leading], Key(LEADS, inverse=True)]
    overseen_by: Annotated[Links[Link], Key(OVERSEES, inverse=True)]


class Theme(Named):
    """A priority theme or strategic priority of the plan; a strategic priority has one area of its own name."""

    plural = "themes"
    precedence = 3
    classification: Text | None = Field(None, description="priority theme or strategic priority, as the plan says.")
    number: Number | None = Field(None, description="Its number in the plan.")
    aim: Text | None = Field(None, description="What it is for, in our own words.")
    part_of: Annotated[Links[Link], Key(PART_OF)]
    led_by: Annotated[Links[Leading], Key(LEADS, inverse=True)]
    delivered_by: Annotated[Links[Delivering], Key(DELIVERS, inverse=True)]
    overseen_by: Annotated[Links[Link], Key(OVERSEES, inverse=True)]
    scrutinised_by: Annotated[Links[Link], Key(SCRUTINISES, inverse=True)]
    maps_to: Annotated[Links[ThemeMapping], Key(MAPS_TO)]
    contributes_to: Annotated[Links[Link], Key(CONTRIBUTES_TO)]


class Objective(Named):
    """What an area sets out to achieve."""

    plural = "objectives"
    precedence = 12
    nested_under = "PriorityArea"
    involves: Annotated[Links[Involving], Key(INVOLVES)]


class PriorityArea(Named):
    """A priority area for action within a theme."""

    plural = "priority-areas"
    precedence = 2
    theme: Annotated[Links[Link], Key(PART_OF)]
    led_by: Annotated[Links[Leading], Key(LEADS, inverse=True)]
    delivered_by: Annotated[Links[Delivering], Key(DELIVERS, inverse=True)]
    overseen_by: Annotated[Links[Link], Key(OVERSEES, inverse=True)]
    addresses: Annotated[Links[Link], Key(ADDRESSES)]
    maps_to: Annotated[Links[ThemeMapping], Key(MAPS_TO)]
    objectives: ListOf[Objective] = Field((), description="Its objectives, written here and only here.")


class Action(Named):
    """An action of the plan's action tables."""

    plural = "actions"
    precedence = 1
    year: Stated | None = Field(None, description="The year of the action table it stands in.")
    due: Stated | None = Field(None, description="When it is to be done, as stated.")
    status: Literal["planned", "in progress", "done", "stopped", "not recorded"] = Field(
        "not recorded", description="How far it has got, where a source says."
    )
    priority_area: Annotated[Links[Link], Key(PART_OF)]
    owner: Annotated[Links[Owning], Key(OWNS, inverse=True)]
    involves: Annotated[Links[Involving], Key(INVOLVES)]
    implements: Annotated[Links[Link], Key(IMPLEMENTS)]
    changes: Annotated[Links[Changing], Key(CHANGES)]
    addresses: Annotated[Links[Link], Key(ADDRESSES)]
    concerns: Annotated[Links[Link], Key(CONCERNS)]


class Strategy(Named):
    """The plan itself, and every strategy, framework, agreement, programme, service, statute or tool it leans on."""

    plural = "strategies"
    precedence = 4
    classification: Text | None = Field(None, description="What sort: strategy, plan, framework, protocol, programme …")
    status: Literal["in force", "being developed", "proposed", "ended", "not recorded"] = Field(
        "not recorded", description="Its status as the source has it."
    )
    level: Literal["local", "regional", "national"] | None = Field(
        None, description="Whose it is; absent, not recorded."
    )
    date: Stated | None = Field(None, description="When it was published, made or agreed, as stated.")
    remit: Text | None = Field(None, description="What it is for or consists of, in our own words.")
    part_of: Annotated[Links[Link], Key(PART_OF)]
    owner: Annotated[Links[Owning], Key(OWNS, inverse=True)]
    led_by: Annotated[Links[Leading], Key(LEADS, inverse=True)]
    delivered_by: Annotated[Links[Delivering], Key(DELIVERS, inverse=True)]
    overseen_by: Annotated[Links[Link], Key(OVERSEES, inverse=True)]
    guides: Annotated[Links[Link], Key(GUIDES)]
    aligns_with: Annotated[Links[Aligning], Key(ALIGNS_WITH)]
    involves: Annotated[Links[Involving], Key(INVOLVES)]
    addresses: Annotated[Links[Link], Key(ADDRESSES)]
    concerns: Annotated[Links[Link], Key(CONCERNS)]
    contributes_to: Annotated[Links[Link], Key(CONTRIBUTES_TO)]


class Measure(Named):
    """A performance measure."""

    plural = "measures"
    precedence = 8
    group: Text | None = Field(None, description="The heading it stands under in the framework.")
    classification: Literal["indicator", "narrative", "rule"] = Field(
        "indicator", description="A number; a description; or a rule on how the others are reported."
    )
    new: Literal["yes", "no", "not recorded"] = Field("not recorded", description="Whether it is new this year.")
    target: Text | None = Field(None, description="What it should reach, as stated.")
    baseline: Text | None = Field(None, description="Where it started, as stated.")
    frequency: Text | None = Field(None, description="How often it is reported, as the source puts it.")
    measures: Annotated[Links[Link], Key(MEASURES)]
    part_of: Annotated[Links[Link], Key(PART_OF)]
    owner: Annotated[Links[Owning], Key(OWNS, inverse=True)]
    involves: Annotated[Links[Involving], Key(INVOLVES)]
    concerns: Annotated[Links[Link], Key(CONCERNS)]


class Finding(Named):
    """One piece of evidence under an issue, or in an assessment."""

    plural = "findings"
    precedence = 17
    nested_under = "Issue"
    evidenced_by: Annotated[Links[Link], Key(EVIDENCED_BY)]
    concerns: Annotated[Links[Link], Key(CONCERNS)]


class Issue(Named):
    """A key issue that the plan's assessment names."""

    plural = "issues"
    precedence = 9
    classification: Literal["issue", "context"] = Field("issue", description="A key issue, or context to the theme.")
    theme: Annotated[Links[Link], Key(RAISED_UNDER)]
    evidenced_by: Annotated[Links[Link], Key(EVIDENCED_BY)]
    findings: ListOf[Finding] = Field((), description="Its findings, written here and only here.")


class Commitment(Named):
    """One thing that a regional priority commits to."""

    plural = "commitments"
    precedence = 11
    nested_under = "RegionalPriority"


class RegionalPriority(Named):
    """A priority of the region's plan."""

    plural = "regional-priorities"
    precedence = 14
    number: Number | None = Field(None, description="Its number in the region's plan.")
    part_of: Annotated[Links[Link], Key(PART_OF)]
    commitments: ListOf[Commitment] = Field((), description="Its commitments, written here and only here.")


class Statement(Named):
    """A statement under an outcome: an Outcome of its own in the graph, part of the one it stands under."""

    plural = "outcomes"
    nested_under = "Outcome"


class Outcome(Named):
    """An outcome of the borough's own plan, and the statements under it."""

    plural = "outcomes"
    precedence = 15
    part_of: Annotated[Links[Link], Key(PART_OF)]
    statements: ListOf[Statement] = Field((), description="Its statements, written here and only here.")


class SafeguardingTheme(Named):
    """A row of a lead and supporting matrix. A board with no relationship to it is not recorded, which is not none."""

    plural = "safeguarding-themes"
    precedence = 10
    lead: Annotated[Links[MatrixRole], Key(LEADS_ON, inverse=True)]
    supporting: Annotated[Links[MatrixRole], Key(SUPPORTS_ON, inverse=True)]
    no_role: Annotated[Links[MatrixRole], Key(NO_ROLE_ON, inverse=True)]


class Matrix(Record):
    """A lead and supporting matrix: safeguarding themes as rows, bodies as columns, both in order."""

    plural = "matrices"
    precedence = 18
    named_by = "title"
    title: Text = Field(description="Its title.")
    part_of: Annotated[Links[Link], Key(PART_OF)]
    rows: Annotated[Links[Link], Key(ROW_OF, inverse=True)]
    columns: Annotated[Links[Link], Key(COLUMN_OF, inverse=True)]


class Place(Named):
    """A locality, ward or town that facts are about."""

    plural = "places"
    precedence = 19
    part_of: Annotated[Links[Link], Key(PART_OF)]


class Document(Record):
    """What facts stand on. It needs no source of its own."""

    plural = "documents"
    precedence = 21
    named_by = "title"
    title: Text = Field(description="Its title.")
    publisher: Text | None = Field(None, description="Who published it.")
    date: Stated | None = Field(None, description="When it was published or written, as stated.")
    held: Text | None = Field(None, description="Where it is held or can be read.")
    classification: Text | None = Field(None, description="What sort: plan, minutes, officer's note …")
    pages: Page | None = Field(None, description="The number of its last page; a source beyond it is an error.")
    sources: ListOf[Source] = Field((), description="Where the document itself is mentioned, if anywhere.")


class Discrepancy(Named):
    """Statements that disagree, all kept: about what, and what each source says."""

    plural = "discrepancies"
    precedence = 20
    classification: Literal["title", "name", "date", "status", "remit", "figure", "lead"] = Field(
        description="What they disagree on."
    )
    about: Annotated[Links[Link], Key(CONCERNS)]
    wordings: ListOf[Wording] = Field(min_length=2, description="Each statement's sense and its sources.")


class Term(Model):
    """A glossary entry; it gives aliases and is no node."""

    abbreviation: Text = Field(description="The abbreviation.")
    meaning: Text = Field(description="What it stands for; a thing of this name is found by the abbreviation too.")
    sources: ListOf[Source] = Field((), description="Where it is listed.")


class AcceptedGap(Model):
    """A gap that is known and accepted until a day; from the day after it counts again."""

    check: Slug = Field(description="The name of the check, as `gaps` lists it.")
    thing: Reference = Field(description="The thing whose gap is accepted.")
    reason: Text = Field(description="Why it is accepted.")
    until: Stated = Field(description="The last day of acceptance.")
    sources: ListOf[Source] = Field((), description="Where the acceptance is recorded, such as minutes.")


class About(Model):
    """register.yaml: what this register is."""

    id: Slug = Field(description="The register's id: the name of its folder.")
    title: Text = Field(description="The plan's title.")
    partnership: Reference | None = Field(None, description="The partnership's body; absent in a regional register.")
    place: Reference | None = Field(None, description="The place it is about.")
    since: Stated | None = Field(None, description="When the plan's period begins.")
    until: Stated | None = Field(None, description="When the plan's period ends.")
    document: Slug | None = Field(None, description="The document meant where a source names none.")
    uses: ListOf[Slug] = Field((), description="Other registers this one may refer to, by id.")
    default: Truth = Field(False, description="True for the one shipped register that is loaded when none is given.")


KINDS: tuple[type[Record], ...] = (
    Organisation,
    Body,
    Post,
    Person,
    Duty,
    Theme,
    PriorityArea,
    Objective,
    Action,
    Strategy,
    Measure,
    Issue,
    Finding,
    RegionalPriority,
    Commitment,
    Outcome,
    SafeguardingTheme,
    Matrix,
    Place,
    Document,
    Discrepancy,
)

BY_LABEL: dict[str, type[Record]] = {kind.__name__: kind for kind in KINDS}


def kebab(label: str) -> str:
    """Return a label as it stands in ids: `PriorityArea` as `priority-area`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", label).lower()


@cache
def kind_of(record: type[Record]) -> str:
    """Return the kind that a class of record has in ids."""
    return "outcome" if record is Statement else kebab(record.__name__)


BY_KIND: dict[str, type[Record]] = {kind_of(kind): kind for kind in KINDS}
FILES: dict[str, type[Record | Term | AcceptedGap]] = {
    **{f"{kind.plural}.yaml": kind for kind in KINDS if not kind.nested_under},
    "terms.yaml": Term,
    "accepted-gaps.yaml": AcceptedGap,
}


@cache
def keys_of(record: type[Record]) -> dict[str, Key]:
    """Return the keys of a kind that state relationships, by attribute name."""
    return {
        name: found
        for name, info in record.model_fields.items()
        if (found := next((item for item in info.metadata if isinstance(item, Key)), None))
    }


@cache
def permitted(record: type[Record], name: str) -> tuple[str, ...]:
    """Return the kinds that a key of a kind may refer to, by attribute name, in the order of `KINDS`."""
    key = keys_of(record)[name]
    allowed = key.relationship.sources_to if key.inverse else key.relationship.targets_from
    labels = allowed(record.__name__)
    return tuple(kind_of(kind) for kind in KINDS if kind.__name__ in labels)


@cache
def nested_of(record: type[Record]) -> dict[str, type[Record]]:
    """Return the keys of a kind under which records of another kind are written, by attribute name."""
    nested: dict[str, type[Record]] = {}
    if record is PriorityArea:
        nested["objectives"] = Objective
    elif record is Issue:
        nested["findings"] = Finding
    elif record is RegionalPriority:
        nested["commitments"] = Commitment
    elif record is Outcome:
        nested["statements"] = Statement
    return nested


_SHARED = frozenset({"id", "aliases", "sources", "basis", "reason", "since", "until", "stated_on"})


@cache
def fields_of(record: type[Record]) -> tuple[str, ...]:
    """Return the plain fields that are a kind's own: neither shared by all nor relationships nor nested records."""
    return tuple(
        name
        for name in record.model_fields
        if name not in _SHARED and name not in keys_of(record) and name not in nested_of(record)
    )


def links_of(record: Record) -> Iterator[tuple[str, Key, int, Link]]:
    """Yield each relationship that a record states: the key it stands under, its declaration, its place, the link."""
    for name, key in keys_of(type(record)).items():
        links: tuple[Link, ...] = getattr(record, name)
        for place, link in enumerate(links):
            yield name, key, place, link


def written_key(attribute: str) -> str:
    """Return a key as it is written in YAML: `in` for the attribute `in_`."""
    return attribute.rstrip("_")


def described(record: type[Model], attribute: str) -> Any:
    """Return the description of a field, for the dictionary and the messages."""
    return record.model_fields[attribute].description
