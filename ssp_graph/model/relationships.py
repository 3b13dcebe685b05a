"""Every relationship: between which kinds, how it reads in both directions, and whether it is a step up.

What may be said of one beside its dates and sources is a class of its own, above.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ssp_graph.model.declaring import RELATIONSHIPS, Relationship
from ssp_graph.model.facts import Dated, Link, ListOf, OfKind, Reference, Stated, Text, Truth

__all__ = ["RELATIONSHIPS", "Relationship"]  # complete only once this file is read


class Holding(Link):
    """Who holds a post, and in which capacity."""

    capacity: Literal["holder", "acting", "interim", "designate"] = Field(
        "holder", description="A designate does not hold the post yet."
    )


class Chairing(Link):
    """Who chairs a body, and in which capacity."""

    capacity: Literal["chair", "joint", "vice", "deputy", "acting"] = Field(
        "chair", description="Only `chair` and `joint` count as chairs in the checks."
    )


class Membership(Link):
    """Who sits on a body."""

    derived: ClassVar[Mapping[str, str]] = {
        "vacant_day": "The first day on which its seat is then vacant, to compare with the day asked.",
        "vacant_until_day": "The last day on which its seat is then vacant, to compare with the day asked.",
        "vacant_sources": "A list of the sources of that.",
    }
    capacity: Text | None = Field(None, description="In which capacity, as the source puts it.")
    vacant: ListOf[Dated] = Field((), description="When the seat was vacant, as sources say: nobody sat there then.")


class Attending(Link):
    """Who was at a meeting, and for whom."""

    derived: ClassVar[Mapping[str, str]] = {
        "fills": "A list of ids: what was there by it in its own right (itself, post, holder, their organisation).",
        "speaks_for": "A list of ids: what else it came for.",
    }
    on_behalf_of: Annotated[Reference | None, OfKind("post|person|organisation|body")] = Field(
        None, description="The post, person, organisation or body that it came for; absent, itself."
    )
    capacity: Text | None = Field(None, description="As what: chair, adviser, in attendance, as the minutes put it.")


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
    on_behalf_of: Annotated[Reference | None, OfKind("body")] = Field(
        None, description="The body on whose behalf it is led."
    )


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


class Addressing(Link):
    """What answers an issue, a commitment or a safeguarding theme."""

    in_part: Text | None = Field(None, description="Of what part, where it does not take in the whole.")


class Bearing(Link):
    """Who is responsible for a duty."""

    in_part: Text | None = Field(None, description="For what part, where it is not for the whole.")


class Directing(Link):
    """Who directs something, now or as the source means it to become."""

    capacity: Literal["direct", "govern", "to direct", "to govern"] = Field(
        "direct", description="`to direct`, `to govern`: it is meant to, and does not yet."
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

    matrix: Annotated[Reference | None, OfKind("matrix")] = Field(
        None, description="Which matrix, where the row stands in several."
    )
    capacity: Literal["joint"] | None = Field(
        None, description="`joint`: it leads or supports jointly with the others of which the same is said."
    )


class Authority(Link):
    """A seat as responsible authority, and what it rests on."""

    under: Annotated[Reference | None, OfKind("strategy")] = Field(
        None, description="The statute that makes it one, as a source names it."
    )
    section: Text | None = Field(None, description="The section of that statute.")


class Scrutinising(Link):
    """How somebody scrutinises."""

    independent: Truth | None = Field(
        None, description="Whether the source calls whoever does so independent; absent, not recorded."
    )


class Requiring(Link):
    """What a statute requires."""

    section: Text | None = Field(None, description="The section that requires it: 5, 8(3), Schedule 1.")


class Event(Link):
    """What happened once."""

    day: Stated | None = Field(None, description="When, as stated.")


# An acting or designate one makes way for whoever then comes into the office; the others do not end with it.
_STAND_INS = ("acting", "interim", "designate")

Relationship(
    "(:Person)-[:HOLDS]->(:Post)",
    "holds the post of",
    "is held by",
    link=Holding,
    up="along",
    exclusive={"holder": _STAND_INS, "acting": (), "interim": (), "designate": ()},
    varies_by="capacity",
    variants={
        "acting": ("holds, acting, the post of", "is held, acting, by"),
        "interim": ("holds for the interim the post of", "is held for the interim by"),
        "designate": ("is designated for the post of", "has as its designated holder"),
    },
)

Relationship(
    "(:Post)-[:POST_IN]->(:Organisation|Body)",
    "is a post in",
    "has among its posts",
    up="along",
    up_only="fallback",
    of={"role": ("is a role in", "has among its people")},
)

Relationship("(:Post)-[:FILLS]->(:Post)", "fills the role of", "is a role filled by", up="against")

Relationship(
    "(:Post|Person)-[:CHAIRS]->(:Body)",
    "chairs",
    "is chaired by",
    link=Chairing,
    up="along",
    up_only="own",
    exclusive={"chair": ("acting",), "acting": ()},
    varies_by="capacity",
    variants={
        "joint": ("jointly chairs", "is jointly chaired by"),
        "vice": ("is vice-chair of", "has as its vice-chair"),
        "deputy": ("is deputy chair of", "has as its deputy chair"),
        "acting": ("is acting chair of", "has as its acting chair"),
    },
)

Relationship(
    "(:Organisation|Post|Body|Person)-[:MEMBER_OF]->(:Body)", "is a member of", "has among its members", link=Membership
)

Relationship(
    "(:Organisation)-[:RESPONSIBLE_AUTHORITY_OF]->(:Body)",
    "is a responsible authority of",
    "has as a responsible authority",
    link=Authority,
    law="Crime and Disorder Act 1998, s.5",
)

Relationship(
    "(:Body|Post|Organisation)-[:REPORTS_TO]->(:Body|Organisation|Post)",
    "reports to",
    "receives reports from",
    link=Reporting,
    up="along",
)

Relationship(
    "(:Body|Post|Person|Organisation)-[:SCRUTINISES]->(:Body|Theme)",
    "scrutinises",
    "is scrutinised by",
    link=Scrutinising,
    law="Police and Justice Act 2006, s.19",
)

Relationship("(:Body)-[:SUPPORTS]->(:Body)", "supports", "is supported by", caution="support, not a reporting line")

Relationship("(:Body)-[:WORKS_WITH]->(:Body)", "works with", "works with")

Relationship(
    """
    (:Body)-[:PART_OF]->(:Body|Organisation)
    (:Organisation)-[:PART_OF]->(:Organisation)
    (:PriorityArea)-[:PART_OF]->(:Theme)
    (:Theme)-[:PART_OF]->(:Strategy)
    (:Objective|Action)-[:PART_OF]->(:PriorityArea)
    (:Finding)-[:PART_OF]->(:Issue)
    (:Commitment)-[:PART_OF]->(:RegionalPriority)
    (:RegionalPriority)-[:PART_OF]->(:Strategy)
    (:Measure)-[:PART_OF]->(:Measure)
    (:Outcome)-[:PART_OF]->(:Outcome|Strategy)
    (:Strategy)-[:PART_OF]->(:Strategy)
    (:Matrix|Recommendation)-[:PART_OF]->(:Strategy)
    (:Place)-[:PART_OF]->(:Place)
    """,
    "is part of",
    "includes",
    up="along",
)

Relationship(
    "(:Post|Body|Organisation|Person)-[:LEADS]->(:Theme|PriorityArea|Strategy|Body|Duty)",
    "leads",
    "is led by",
    link=Leading,
    up="against",
    exclusive={"lead": ("acting",), "acting": ()},
    varies_by="capacity",
    variants={
        "joint": ("jointly leads", "is jointly led by"),
        "deputy": ("is deputy lead for", "has as its deputy lead"),
        "acting": ("is acting lead for", "has as its acting lead"),
    },
)

Relationship(
    "(:Post)-[:ACTS_FOR]->(:Body)",
    "acts on behalf of",
    "has, acting on its behalf,",
    up="along",
    caution="acting on its behalf, not a reporting line",
)

Relationship(
    "(:Body|Organisation)-[:DELIVERS]->(:Theme|PriorityArea|Strategy)",
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

Relationship(
    "(:Body|Post|Organisation)-[:OVERSEES]->(:Theme|PriorityArea|Strategy|Body|Duty)",
    "oversees",
    "is overseen by",
    up="against",
    caution="oversight, not a reporting line",
)

Relationship(
    "(:Post|Body|Organisation|Person)-[:OWNS]->(:Action|Strategy|Measure|Recommendation)",
    "owns",
    "is owned by",
    link=Owning,
    up="against",
    varies_by="capacity",
    variants={"joint": ("jointly owns", "is jointly owned by"), "issuer": ("issues", "is issued by")},
    to=dict.fromkeys(("action", "recommendation"), ("is to carry out", "is to be carried out by")),
)

Relationship(
    "(:Body|Post|Organisation)-[:DIRECTS]->(:Strategy)",
    "directs",
    "is directed by",
    link=Directing,
    up="against",
    caution="direction, not a reporting line",
    varies_by="capacity",
    variants={
        "govern": ("governs", "is governed by"),
        "to direct": ("is to direct", "is to be directed by"),
        "to govern": ("is to govern", "is to be governed by"),
    },
)

Relationship(
    "(:Post|Body|Organisation|Person)-[:BEARS]->(:Duty)",
    "is responsible for",
    "is the responsibility of",
    link=Bearing,
    up="against",
    to={
        "principle": ("holds the principle", "is a principle of"),
        "ambition": ("has the ambition", "is an ambition of"),
        "role": ("has the role", "is a role of"),
    },
)

Relationship("(:Duty)-[:REPORTED_TO]->(:Body)", "is reported to", "receives the report of")

Relationship(
    "(:Duty|Finding|Action|Strategy|Measure|Recommendation|Discrepancy)-[:CONCERNS]->()",
    "concerns",
    "comes up in",
    of={
        "action": ("deals with", "is dealt with in"),
        "strategy": ("deals with", "is dealt with in"),
        "duty": ("is about", "comes into the duty"),
        "finding": ("is about", "is spoken of in the finding"),
        "measure": ("is about", "is counted in"),
        "recommendation": ("is about", "comes into the recommendation"),
        "discrepancy": ("is about", "has sources that differ on"),
    },
)

Relationship(
    "(:Action|Objective|Duty|Strategy|Measure)-[:INVOLVES]->(:Organisation|Body|Post|Person)",
    "involves",
    "is involved in",
    link=Involving,
    of={
        "action": ("is to be done with", "is to take part in"),
        "objective": ("is to be reached with", "is to take part in"),
        "duty": ("is done with", "takes part in"),
        "measure": ("names", "is named in"),
    },
)

Relationship(
    "(:Action)-[:CHANGES]->(:Body|Strategy|Duty)",
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

Relationship("(:Action)-[:IMPLEMENTS]->(:Strategy|Recommendation)", "carries out", "is carried out by")

Relationship(
    "(:Organisation|Body|Post|Person|Strategy)-[:RECOMMENDS]->(:Recommendation)", "recommends", "is recommended by"
)

Relationship("(:Recommendation)-[:MADE_TO]->(:Organisation|Body|Post)", "is made to", "is to answer the recommendation")

Relationship("(:Reading)-[:READING_OF]->(:Measure)", "is a reading of", "has the reading", up="along")

Relationship("(:Organisation|Body|Post|Person)-[:REPORTED]->(:Reading)", "reports the reading", "is reported by")

Relationship(
    "(:Duty|Body|Strategy)-[:REQUIRED_BY]->(:Strategy)",
    "is required by",
    "requires",
    link=Requiring,
    varies_by="section",
)

Relationship(
    "(:Strategy)-[:GOVERNS]->(:Body|Duty)",
    "lays down the working of",
    "works as laid down in",
    to={"duty": ("lays down how to fulfil", "is fulfilled as laid down in")},
)

Relationship(
    "(:Strategy)-[:APPROVED_BY]->(:Organisation|Body|Post|Person)", "has the approval of", "approves", link=Event
)

Relationship("(:Strategy)-[:SENT_TO]->(:Organisation|Body|Post|Person)", "is sent to", "is sent", link=Event)

Relationship("(:Action)-[:AGREED_AT]->(:Meeting)", "was agreed at", "agreed")

Relationship("(:Meeting)-[:MEETING_OF]->(:Body)", "is a meeting of", "has had the meeting")

Relationship(
    "(:Person|Post|Organisation|Body)-[:ATTENDED]->(:Meeting)",
    "was at",
    "had present",
    link=Attending,
    varies_by="on_behalf_of",
)

Relationship(
    "(:Person|Post|Organisation|Body)-[:SENT_APOLOGIES]->(:Meeting)", "sent apologies to", "had apologies from"
)

Relationship("(:Issue)-[:RAISED_UNDER]->(:Theme)", "is raised under", "has raised under it", up="along")

Relationship("(:Issue|Finding)-[:EVIDENCED_BY]->(:Strategy)", "rests on", "is evidence for")

Relationship(
    "(:PriorityArea|Action|Strategy)-[:ADDRESSES]->(:Issue|Commitment|SafeguardingTheme)",
    "addresses",
    "is addressed by",
    link=Addressing,
    up="against",
    up_only="first",
)

Relationship("(:Strategy)-[:GUIDES]->(:Theme|PriorityArea)", "guides", "is guided by")

Relationship(
    "(:Strategy)-[:ALIGNS_WITH]->(:Strategy)",
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

Relationship("(:Measure)-[:MEASURES]->(:PriorityArea|Theme|Issue|Objective)", "measures", "is measured by", up="along")

Relationship(
    "(:Theme|PriorityArea)-[:MAPS_TO]->(:RegionalPriority)",
    "is set against",
    "has set against it",
    link=ThemeMapping,
    varies_by="relation",
    variants={
        "equal": ("covers the same as", "covers the same as"),
        "subset": ("covers part of", "covers all and more of"),
        "superset": ("covers all and more of", "covers part of"),
        "intersects": ("overlaps with", "overlaps with"),
    },
)

Relationship("(:Theme|Strategy)-[:CONTRIBUTES_TO]->(:Outcome)", "contributes to", "is served by")

Relationship("(:SafeguardingTheme)-[:ROW_OF]->(:Matrix)", "is a row of", "has the row")

Relationship("(:Body|Organisation)-[:COLUMN_OF]->(:Matrix)", "is a column of", "has the column")

Relationship(
    "(:Body|Organisation)-[:LEADS_ON]->(:SafeguardingTheme)",
    "is the lead board for",
    "has as its lead board",
    link=MatrixRole,
    up="against",
    varies_by="capacity",
    variants={"joint": ("is jointly the lead board for", "has jointly as its lead board")},
)

Relationship(
    "(:Body|Organisation)-[:SUPPORTS_ON]->(:SafeguardingTheme)",
    "is a supporting board for",
    "has as a supporting board",
    link=MatrixRole,
)

Relationship(
    "(:Body|Organisation)-[:NO_ROLE_ON]->(:SafeguardingTheme)", "has no role on", "has no role for", link=MatrixRole
)

Relationship(
    "(:Body|Organisation)-[:UNSETTLED_ON]->(:SafeguardingTheme)",
    "has a role yet to be determined on",
    "has yet to determine the role of",
    link=MatrixRole,
)
