"""Every relationship, declared once: between which kinds, how it reads in both directions, and whether it is a step up.

The arrow above each declaration is the relationship as a query writes it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pydantic import Field

from ssp_graph.model.facts import Link, ListOf, Reference, Text

Up = Literal["no", "along", "against"]
Sentence = tuple[str, str]
LinkClass = type[Link]


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship type.

    `ends` are the permitted pairs of source and target kinds (labels); `reads` and `reads_back` are the verb
    from source to target and from target to source. `variants` give other verbs by the value of the property
    `varies_by`. `up` says whether accountability climbs along the arrow, against it, or not at all;
    `up_only` narrows that: `first` (as a first step only) or `fallback` (where the thing reports to nothing).
    `caution` is said beside a step that is no reporting line.
    """

    type: str
    ends: tuple[tuple[str, str], ...]
    reads: str
    reads_back: str
    link: LinkClass = Link
    up: Up = "no"
    up_only: Literal["", "first", "fallback"] = ""
    caution: str = ""
    varies_by: str = ""
    variants: Mapping[str, Sentence] = field(default_factory=dict, hash=False)
    law: str = ""

    def verb(self, value: str | None = None, *, back: bool = False) -> str:
        """Return the verb for a value of `varies_by` (None for the plain one), in either direction."""
        sentence = self.variants.get(value or "", (self.reads, self.reads_back))
        return sentence[back]

    def distinct_by(self) -> str:
        """Return the property whose value makes two relationships of the same two things different ones."""
        return self.varies_by or "capacity"

    def arrows(self) -> tuple[str, ...]:
        """Return the relationship as a query writes it, once for each set of kinds that it leads to; `()` is any."""
        own = [name for name in self.link.model_fields if name not in Link.model_fields]
        inside = f" {{{', '.join(own)}}}" if own else ""
        starts: dict[tuple[str, ...], list[str]] = {}
        for start in dict.fromkeys(source for source, _ in self.ends):
            starts.setdefault(tuple(target for source, target in self.ends if source == start), []).append(start)
        return tuple(
            f"(:{'|'.join(sources)})-[:{self.type}{inside}]->({'' if any_kind(targets) else ':' + '|'.join(targets)})"
            for targets, sources in starts.items()
        )

    def targets_from(self, kind: str) -> frozenset[str]:
        """Return the labels that an arrow from this kind may end at."""
        return frozenset(target for source, target in self.ends if source == kind)

    def sources_to(self, kind: str) -> frozenset[str]:
        """Return the labels that an arrow to this kind may start from."""
        return frozenset(source for source, target in self.ends if target == kind)


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record that states a relationship: with the record as its source, or (`inverse`) its target."""

    relationship: Relationship
    inverse: bool = False


class Chairing(Link):
    """Who chairs a body, and in which capacity."""

    capacity: Literal["chair", "joint", "vice", "deputy", "acting"] = Field(
        "chair", description="Only `chair` and `joint` count as chairs in the checks."
    )


class Membership(Link):
    """Who sits on a body."""

    capacity: Text | None = Field(None, description="In which capacity, as the source puts it.")


class Reporting(Link):
    """A reporting line."""

    on: ListOf[Text] = Field(
        (),
        description="What the line is limited to: things by reference, or words. Absent: it carries everything.",
    )
    frequency: Text | None = Field(None, description="How often, as the source puts it.")


class Leading(Link):
    """Who leads something, and on whose behalf."""

    capacity: Literal["lead", "joint", "deputy", "acting"] = Field(
        "lead", description="A deputy or acting lead is not the lead."
    )
    on_behalf_of: Reference | None = Field(None, description="The body on whose behalf it is led.")


class Delivering(Link):
    """Who is responsible for delivering something."""

    capacity: Literal["sole", "joint", "shared", "with"] | None = Field(
        None,
        description="sole; joint (named together); shared (among several, none alone); with (beside another).",
    )


class Owning(Link):
    """Who is told to do an action, or owns a strategy or measure."""

    capacity: Literal["owner", "joint", "issuer"] = Field("owner", description="An issuer published it.")


class Involving(Link):
    """Who is named as a partner or a party: never an owner."""

    capacity: Text | None = Field(None, description="As what: partner, party, provider, as the source puts it.")


class Changing(Link):
    """What an action does to a body, a strategy or a duty."""

    how: Literal["establish", "develop", "expand", "review", "monitor", "consider"] = Field(
        description="What the action does to it."
    )


class Aligning(Link):
    """How one strategy stands to another."""

    relation: Literal["beneath", "based on", "informed by", "in line with", "replaces"] = Field(
        description="The relation as the source puts it."
    )


class ThemeMapping(Link):
    """How a theme or area maps to a regional priority."""

    relation: Literal["equal", "subset", "superset", "intersects", "not stated"] = Field(
        "not stated", description="How the local one compares in scope with the regional one."
    )
    rationale: Text | None = Field(None, description="Why they are set against each other.")


class MatrixRole(Link):
    """A cell of a lead and supporting matrix."""

    matrix: Reference | None = Field(None, description="Which matrix, where the row stands in several.")


def _pairs(sources: str, targets: str) -> tuple[tuple[str, str], ...]:
    return tuple((source, target) for source in sources.split("|") for target in targets.split("|"))


_ANY = (
    "Organisation|Body|Post|Person|Duty|Theme|PriorityArea|Objective|Action|Strategy|Measure|Issue|Finding"
    "|RegionalPriority|Commitment|Outcome|SafeguardingTheme|Matrix|Place|Document"
)


def any_kind(labels: Sequence[str]) -> bool:
    """Return whether labels are those of every kind that a relationship may lead to."""
    return tuple(labels) == tuple(_ANY.split("|"))


# (:Person)-[:HOLDS]->(:Post)
HOLDS = Relationship("HOLDS", _pairs("Person", "Post"), "holds the post of", "is held by", up="along")

# (:Post)-[:POST_IN]->(:Organisation|Body)
POST_IN = Relationship(
    "POST_IN",
    _pairs("Post", "Organisation|Body"),
    "is a post in",
    "has the post",
    up="along",
    up_only="fallback",
)

# (:Post)-[:FILLS]->(:Post)
FILLS = Relationship("FILLS", _pairs("Post", "Post"), "fills the role of", "is a role filled by")

# (:Post|Person)-[:CHAIRS {capacity}]->(:Body)
CHAIRS = Relationship(
    "CHAIRS",
    _pairs("Post|Person", "Body"),
    "chairs",
    "is chaired by",
    link=Chairing,
    varies_by="capacity",
    variants={
        "joint": ("jointly chairs", "is jointly chaired by"),
        "vice": ("is vice-chair of", "has as its vice-chair"),
        "deputy": ("is deputy chair of", "has as its deputy chair"),
        "acting": ("is acting chair of", "has as its acting chair"),
    },
)

# (:Organisation|Post|Body)-[:MEMBER_OF {capacity}]->(:Body)
MEMBER_OF = Relationship(
    "MEMBER_OF",
    _pairs("Organisation|Post|Body", "Body"),
    "is a member of",
    "has among its members",
    link=Membership,
)

# (:Organisation)-[:RESPONSIBLE_AUTHORITY_OF]->(:Body)
RESPONSIBLE_AUTHORITY_OF = Relationship(
    "RESPONSIBLE_AUTHORITY_OF",
    _pairs("Organisation", "Body"),
    "is a responsible authority of",
    "has as a responsible authority",
    law="Crime and Disorder Act 1998, s.5",
)

# (:Body|Post|Organisation)-[:REPORTS_TO {on, frequency}]->(:Body|Organisation|Post)
REPORTS_TO = Relationship(
    "REPORTS_TO",
    _pairs("Body|Post|Organisation", "Body|Organisation|Post"),
    "reports to",
    "receives reports from",
    link=Reporting,
    up="along",
)

# (:Body)-[:SCRUTINISES]->(:Body|Theme)
SCRUTINISES = Relationship(
    "SCRUTINISES",
    _pairs("Body", "Body|Theme"),
    "scrutinises",
    "is scrutinised by",
    law="Police and Justice Act 2006, s.19",
)

# (:Body)-[:SUPPORTS]->(:Body)
SUPPORTS = Relationship(
    "SUPPORTS",
    _pairs("Body", "Body"),
    "supports",
    "is supported by",
    up="along",
    caution="support, not a reporting line",
)

# (:Body)-[:WORKS_WITH]->(:Body)
WORKS_WITH = Relationship("WORKS_WITH", _pairs("Body", "Body"), "works with", "works with")

# (:Body)-[:PART_OF]->(:Body|Organisation) and the other nestings of the plan
PART_OF = Relationship(
    "PART_OF",
    (
        *_pairs("Body", "Body|Organisation"),
        *_pairs("Organisation", "Organisation"),
        *_pairs("PriorityArea", "Theme"),
        *_pairs("Theme", "Strategy"),
        *_pairs("Objective|Action", "PriorityArea"),
        *_pairs("Finding", "Issue|Strategy"),
        *_pairs("Commitment", "RegionalPriority"),
        *_pairs("RegionalPriority", "Strategy"),
        *_pairs("Measure", "Measure"),
        *_pairs("Outcome", "Outcome|Strategy"),
        *_pairs("Strategy", "Strategy"),
        *_pairs("Matrix", "Strategy"),
        *_pairs("Place", "Place"),
    ),
    "is part of",
    "includes",
    up="along",
)

# (:Post|Body|Organisation)-[:LEADS {capacity, on_behalf_of}]->(:Theme|PriorityArea|Strategy|Body|Duty)
LEADS = Relationship(
    "LEADS",
    _pairs("Post|Body|Organisation", "Theme|PriorityArea|Strategy|Body|Duty"),
    "leads",
    "is led by",
    link=Leading,
    up="against",
    varies_by="capacity",
    variants={
        "joint": ("jointly leads", "is jointly led by"),
        "deputy": ("is deputy lead for", "has as its deputy lead"),
        "acting": ("is acting lead for", "has as its acting lead"),
    },
)

# (:Post)-[:ACTS_FOR]->(:Body)
ACTS_FOR = Relationship(
    "ACTS_FOR",
    _pairs("Post", "Body"),
    "acts on behalf of",
    "is acted for by",
    up="along",
    caution="acting on its behalf, not a reporting line",
)

# (:Body|Organisation)-[:DELIVERS {capacity}]->(:Theme|PriorityArea|Strategy)
DELIVERS = Relationship(
    "DELIVERS",
    _pairs("Body|Organisation", "Theme|PriorityArea|Strategy"),
    "is responsible for delivering",
    "is delivered by",
    link=Delivering,
    up="against",
    varies_by="capacity",
    variants={
        "joint": ("is jointly responsible for delivering", "is jointly delivered by"),
        "shared": ("shares responsibility for delivering", "is delivered, with responsibility shared, by"),
        "with": ("helps to deliver", "is delivered with the help of"),
    },
)

# (:Body|Post|Organisation)-[:OVERSEES]->(:Theme|PriorityArea|Strategy|Body|Duty)
OVERSEES = Relationship(
    "OVERSEES",
    _pairs("Body|Post|Organisation", "Theme|PriorityArea|Strategy|Body|Duty"),
    "oversees",
    "is overseen by",
    up="against",
    caution="oversight, not a reporting line",
)

# (:Post|Body|Organisation)-[:OWNS {capacity}]->(:Action|Strategy|Measure)
OWNS = Relationship(
    "OWNS",
    _pairs("Post|Body|Organisation", "Action|Strategy|Measure"),
    "owns",
    "is owned by",
    link=Owning,
    up="against",
    varies_by="capacity",
    variants={"joint": ("jointly owns", "is jointly owned by"), "issuer": ("issues", "is issued by")},
)

# (:Post|Body|Organisation)-[:BEARS]->(:Duty)
BEARS = Relationship("BEARS", _pairs("Post|Body|Organisation", "Duty"), "bears", "is borne by", up="against")

# (:Duty)-[:REPORTED_TO]->(:Body)
REPORTED_TO = Relationship("REPORTED_TO", _pairs("Duty", "Body"), "is reported to", "receives the report of")

# (:Duty|Finding|Action|Strategy|Measure|Discrepancy)-[:CONCERNS]->(any kind)
CONCERNS = Relationship(
    "CONCERNS", _pairs("Duty|Finding|Action|Strategy|Measure|Discrepancy", _ANY), "concerns", "is the subject of"
)

# (:Action|Objective|Duty|Strategy|Measure)-[:INVOLVES {capacity}]->(:Organisation|Body|Post)
INVOLVES = Relationship(
    "INVOLVES",
    _pairs("Action|Objective|Duty|Strategy|Measure", "Organisation|Body|Post"),
    "names as a partner or party",
    "is named as a partner or party in",
    link=Involving,
)

# (:Action)-[:CHANGES {how}]->(:Body|Strategy|Duty)
CHANGES = Relationship(
    "CHANGES",
    _pairs("Action", "Body|Strategy|Duty"),
    "changes",
    "is changed by",
    link=Changing,
    varies_by="how",
    variants={
        "establish": ("sets up", "is set up by"),
        "develop": ("develops", "is developed by"),
        "expand": ("expands", "is expanded by"),
        "review": ("reviews", "is reviewed by"),
        "monitor": ("monitors", "is monitored by"),
        "consider": ("considers", "is considered by"),
    },
)

# (:Action)-[:IMPLEMENTS]->(:Strategy)
IMPLEMENTS = Relationship("IMPLEMENTS", _pairs("Action", "Strategy"), "carries out", "is carried out by")

# (:Issue)-[:RAISED_UNDER]->(:Theme)
RAISED_UNDER = Relationship("RAISED_UNDER", _pairs("Issue", "Theme"), "is raised under", "raises", up="along")

# (:Issue|Finding)-[:EVIDENCED_BY]->(:Strategy)
EVIDENCED_BY = Relationship("EVIDENCED_BY", _pairs("Issue|Finding", "Strategy"), "rests on", "is evidence for")

# (:PriorityArea|Action|Strategy)-[:ADDRESSES]->(:Issue|Commitment|SafeguardingTheme)
ADDRESSES = Relationship(
    "ADDRESSES",
    _pairs("PriorityArea|Action|Strategy", "Issue|Commitment|SafeguardingTheme"),
    "addresses",
    "is addressed by",
    up="against",
    up_only="first",
)

# (:Strategy)-[:GUIDES]->(:Theme|PriorityArea)
GUIDES = Relationship("GUIDES", _pairs("Strategy", "Theme|PriorityArea"), "guides", "is guided by")

# (:Strategy)-[:ALIGNS_WITH {relation}]->(:Strategy)
ALIGNS_WITH = Relationship(
    "ALIGNS_WITH",
    _pairs("Strategy", "Strategy"),
    "stands in relation to",
    "stands in relation to",
    link=Aligning,
    varies_by="relation",
    variants={
        "beneath": ("sits beneath", "has beneath it"),
        "based on": ("is based on", "is the basis of"),
        "informed by": ("is informed by", "informs"),
        "in line with": ("is in line with", "is followed by"),
        "replaces": ("replaces", "is replaced by"),
    },
)

# (:Measure)-[:MEASURES]->(:PriorityArea|Theme|Issue|Objective)
MEASURES = Relationship(
    "MEASURES",
    _pairs("Measure", "PriorityArea|Theme|Issue|Objective"),
    "measures",
    "is measured by",
    up="along",
)

# (:Theme|PriorityArea)-[:MAPS_TO {relation, rationale}]->(:RegionalPriority)
MAPS_TO = Relationship(
    "MAPS_TO",
    _pairs("Theme|PriorityArea", "RegionalPriority"),
    "maps to",
    "is mapped to by",
    link=ThemeMapping,
    varies_by="relation",
    variants={
        "equal": ("covers the same as", "covers the same as"),
        "subset": ("covers part of", "covers all and more of"),
        "superset": ("covers all and more of", "covers part of"),
        "intersects": ("overlaps with", "overlaps with"),
    },
)

# (:Theme|Strategy)-[:CONTRIBUTES_TO]->(:Outcome)
CONTRIBUTES_TO = Relationship(
    "CONTRIBUTES_TO", _pairs("Theme|Strategy", "Outcome"), "contributes to", "receives a contribution from"
)

# (:SafeguardingTheme)-[:ROW_OF]->(:Matrix)
ROW_OF = Relationship("ROW_OF", _pairs("SafeguardingTheme", "Matrix"), "is a row of", "has the row", up="along")

# (:Body)-[:COLUMN_OF]->(:Matrix)
COLUMN_OF = Relationship("COLUMN_OF", _pairs("Body", "Matrix"), "is a column of", "has the column")

# (:Body)-[:LEADS_ON {matrix}]->(:SafeguardingTheme)
LEADS_ON = Relationship(
    "LEADS_ON",
    _pairs("Body", "SafeguardingTheme"),
    "is the lead board for",
    "has as its lead board",
    link=MatrixRole,
    up="against",
)

# (:Body)-[:SUPPORTS_ON {matrix}]->(:SafeguardingTheme)
SUPPORTS_ON = Relationship(
    "SUPPORTS_ON",
    _pairs("Body", "SafeguardingTheme"),
    "is a supporting board for",
    "has as a supporting board",
    link=MatrixRole,
)

# (:Body)-[:NO_ROLE_ON {matrix}]->(:SafeguardingTheme)
NO_ROLE_ON = Relationship(
    "NO_ROLE_ON", _pairs("Body", "SafeguardingTheme"), "has no role on", "has no role for", link=MatrixRole
)

RELATIONSHIPS: dict[str, Relationship] = {
    value.type: value for value in tuple(globals().values()) if isinstance(value, Relationship)
}
