"""The kinds of record that a register holds, one class each, with their look in pictures; and what else it holds.

The class is the label in the graph, its kebab-case name the kind in ids, and that in the plural its file.
"""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from ssp_graph.model.declaring import BY_KIND, BY_LABEL, FILES, KINDS, Key, Links, Named, Record, linked
from ssp_graph.model.facts import (
    Dated,
    Due,
    Link,
    ListOf,
    Model,
    Number,
    OfKind,
    OtherTitle,
    Page,
    Reference,
    Slug,
    Source,
    Stated,
    Statuses,
    Text,
    Truth,
    Wording,
)
from ssp_graph.model.relationships import (
    Addressing,
    Aligning,
    Attending,
    Authority,
    Bearing,
    Chairing,
    Changing,
    Delivering,
    Directing,
    Event,
    Holding,
    Involving,
    Leading,
    MatrixRole,
    Membership,
    Owning,
    Reporting,
    Requiring,
    Scrutinising,
    ThemeMapping,
)
from ssp_graph.palette import ACCENT, Look

# Those that are declared elsewhere are complete only once this file is read.
__all__ = ["BY_KIND", "BY_LABEL", "FILES", "KINDS", "Record"]


class BodyStatus(Dated):
    """How a body stands, for some days or for all."""

    is_: Literal["established", "proposed", "past", "not recorded"] = Field(alias="is", description="How it stands.")


class StrategyStatus(Dated):
    """How a strategy stands, for some days or for all."""

    is_: Literal["in force", "being developed", "proposed", "ended", "not recorded"] = Field(
        alias="is", description="How it stands."
    )


_STATUSES = {"statuses": "A list of its statuses, each with its days and sources."}


class Organisation(Named):
    """A public or legal organisation or a named part of one: council, force, division, health body, charity."""

    look = Look("box", "#e3e9ef", "#33475b", double=True)
    meant = 7
    classification: Text | None = Field(None, description="What sort: council, police force, division, health body …")
    collective: Truth = Field(False, description="Organisations that the source does not name one by one.")
    part_of: Annotated[Links[Link], Key("PART_OF")]
    responsible_authority_of: Annotated[Links[Authority], Key("RESPONSIBLE_AUTHORITY_OF")]
    reports_to: Annotated[Links[Reporting], Key("REPORTS_TO")]
    scrutinises: Annotated[Links[Scrutinising], Key("SCRUTINISES")]


class Body(Named):
    """The partnership itself, and any board, group, committee, cabinet, panel, forum, meeting, team, hub or court."""

    look = Look("box", "#e4f0f1", f"#{ACCENT}")
    meant = 4
    derived: ClassVar[Mapping[str, str]] = {
        **_STATUSES,
        "chairing": "`vacant` where a source says on the day asked that nobody chairs it, else null.",
        "vacancy_sources": "A list of the sources of that.",
    }
    classification: Text | None = Field(None, description="What sort: board, group, committee, panel, meeting, team …")
    statutory: Truth | None = Field(None, description="Whether a statute requires it; absent, not recorded.")
    remit: Text | None = Field(None, description="What it is for, in our own words.")
    meets: Text | None = Field(None, description="How often it meets, as the source puts it.")
    quorum: Text | None = Field(None, description="Who has to be there for it to decide, as the source puts it.")
    status: Statuses[BodyStatus] = Field(
        (),
        description="Established: a source says that it exists or acts. Proposed: only planned. One, or several with "
        "their days; absent, not recorded.",
    )
    outside: Truth = Field(
        False, description="Above or beside the partnership: no check asks of it what this plan is not there to say."
    )
    collective: Truth = Field(False, description="Bodies that the source does not name one by one.")
    also_titled: ListOf[OtherTitle] = Field((), description="Other titles it is given, each with its sources.")
    chair_vacant: ListOf[Dated] = Field((), description="When nobody chaired it, as sources say.")
    part_of: Annotated[Links[Link], Key("PART_OF")]
    reports_to: Annotated[Links[Reporting], Key("REPORTS_TO")]
    scrutinises: Annotated[Links[Scrutinising], Key("SCRUTINISES")]
    supports: Annotated[Links[Link], Key("SUPPORTS")]
    works_with: Annotated[Links[Link], Key("WORKS_WITH")]
    chairs: Annotated[Links[Chairing], Key("CHAIRS", inverse=True)]
    members: Annotated[Links[Membership], Key("MEMBER_OF", inverse=True)]
    responsible_authorities: Annotated[Links[Authority], Key("RESPONSIBLE_AUTHORITY_OF", inverse=True)]
    led_by: Annotated[Links[Leading], Key("LEADS", inverse=True)]
    overseen_by: Annotated[Links[Link], Key("OVERSEES", inverse=True)]
    required_by: Annotated[Links[Requiring], Key("REQUIRED_BY")]


class Post(Record):
    """A post that exists whoever holds it; also a role that a class of posts fills, such as theme lead."""

    look = Look("box", "#fdf2dc", "#7a5200", rounded=True)
    meant = 4
    named_by = "title"
    derived: ClassVar[Mapping[str, str]] = {
        "vacancy_sources": "A list of the sources of its being vacant on the day asked, if it is."
    }
    title: Text = Field(description="Its title; other titles it is given stand under `also_titled`.")
    classification: Literal["post", "role"] = Field("post", description="A role is filled by a class of posts.")
    also_titled: ListOf[OtherTitle] = Field((), description="Other titles it is given, each with its sources.")
    holding: Literal["held", "vacant", "not disclosed", "not recorded"] = Field(
        "not recorded", description="Whether it is held; a recorded holder makes it held."
    )
    elected: Truth | None = Field(
        None,
        description="Whether whoever holds it is elected, as a councillor is, or an officer; absent, not recorded.",
    )
    in_: Annotated[Links[Link], Key("POST_IN")] = Field((), alias="in")
    vacant: ListOf[Dated] = Field((), description="When it was vacant, as sources say.")
    holder: Annotated[Links[Holding], Key("HOLDS", inverse=True)]
    reports_to: Annotated[Links[Reporting], Key("REPORTS_TO")]
    acts_for: Annotated[Links[Link], Key("ACTS_FOR")]
    scrutinises: Annotated[Links[Scrutinising], Key("SCRUTINISES")]
    fills: Annotated[Links[Link], Key("FILLS")]


class Person(Named):
    """The holder of a post, or somebody else whom a source names."""

    look = Look("ellipse", "#fdf2dc", "#7a5200")
    scrutinises: Annotated[Links[Scrutinising], Key("SCRUTINISES")]


class Duty(Named):
    """A standing responsibility, report, review, meeting cycle, principle or statutory duty, in no action table."""

    look = Look("folder", "#f2efe9", "#5c5136")
    meant = 4
    a_phrase = True
    classification: Text | None = Field(
        None, description="What sort: responsibility, report, review, meeting, statutory duty …"
    )
    frequency: Text | None = Field(None, description="How often, as the source puts it.")
    outside: Truth = Field(False, description="Another's, above or beside the partnership: no check asks who bears it.")
    borne_by: Annotated[Links[Bearing], Key("BEARS", inverse=True)]
    reported_to: Annotated[Links[Link], Key("REPORTED_TO")]
    concerns: Annotated[Links[Link], Key("CONCERNS")]
    involves: Annotated[Links[Involving], Key("INVOLVES")]
    led_by: Annotated[Links[Leading], Key("LEADS", inverse=True)]
    overseen_by: Annotated[Links[Link], Key("OVERSEES", inverse=True)]
    required_by: Annotated[Links[Requiring], Key("REQUIRED_BY")]


class Theme(Named):
    """A priority theme or strategic priority of the plan; a strategic priority has one area of its own name."""

    look = Look("box", f"#{ACCENT}", f"#{ACCENT}", "#ffffff")
    meant = 3
    a_topic = True
    classification: Text | None = Field(None, description="priority theme or strategic priority, as the plan says.")
    number: Number | None = Field(None, description="Its number in the plan.")
    aim: Text | None = Field(None, description="What it is for, in our own words.")
    part_of: Annotated[Links[Link], Key("PART_OF")]
    led_by: Annotated[Links[Leading], Key("LEADS", inverse=True)]
    delivered_by: Annotated[Links[Delivering], Key("DELIVERS", inverse=True)]
    overseen_by: Annotated[Links[Link], Key("OVERSEES", inverse=True)]
    scrutinised_by: Annotated[Links[Scrutinising], Key("SCRUTINISES", inverse=True)]
    maps_to: Annotated[Links[ThemeMapping], Key("MAPS_TO")]
    contributes_to: Annotated[Links[Link], Key("CONTRIBUTES_TO")]


class Objective(Named):
    """What an area sets out to achieve."""

    look = Look("box", "#ffffff", "#4c5660", rounded=True)
    meant = 6
    a_phrase = True
    involves: Annotated[Links[Involving], Key("INVOLVES")]


class PriorityArea(Named):
    """A priority area for action within a theme."""

    look = Look("tab", "#d3e7e9", f"#{ACCENT}")
    meant = 2
    a_topic = True
    theme: Annotated[Links[Link], Key("PART_OF")]
    led_by: Annotated[Links[Leading], Key("LEADS", inverse=True)]
    delivered_by: Annotated[Links[Delivering], Key("DELIVERS", inverse=True)]
    overseen_by: Annotated[Links[Link], Key("OVERSEES", inverse=True)]
    addresses: Annotated[Links[Addressing], Key("ADDRESSES")]
    maps_to: Annotated[Links[ThemeMapping], Key("MAPS_TO")]
    objectives: ListOf[Objective] = Field((), description="Its objectives, written here and only here.")


Reached = Literal["planned", "in progress", "done", "stopped", "closed"]


class Progress(Model):
    """What a source says, on a day, of how far an action has got."""

    day: Stated = Field(description="The day, as stated; of a month or a year, the last day counts.")
    status: Reached | None = Field(
        None, description="How it stands from then on; absent, as before. Closed: off the list, done or not."
    )
    rating: Text | None = Field(None, description="How the source rates it, in its own terms: amber, 80%, B.")
    note: Text | None = Field(None, description="What has happened, or why not, in our own words.")
    sources: ListOf[Source] = Field((), description="Where it is said; absent, the sources of the action.")


_PROGRESSED = {
    "due_day": "The last day on which it is in time, to compare with the day asked; null where none is stated.",
    "status_on": "When, as stated, sources first give it the status that it has on the day asked.",
    "status_day": "The last day of that, to compare with a day asked.",
    "moved_on": "When, as stated, its status or its rating last changed up to the day asked.",
    "moved_day": "The last day of that, to compare with a day asked.",
    "reported_on": "The last time up to the day asked, as stated, of which a source says how far it has got.",
    "rating": "Its last rating up to the day asked.",
    "note": "What was said of it last, up to the day asked.",
    "progress_sources": "A list of the sources of what was said of it last, up to the day asked.",
}


class Action(Named):
    """Something that a plan's action tables or a meeting say is to be done."""

    look = Look("box", "#efeaf7", "#54388a", barred=True)
    meant = 1
    a_phrase = True
    begins_on = "raised_on"
    derived: ClassVar[Mapping[str, str]] = {
        "year_since_day": "The first day of its year, to compare with the day asked; `0001-01-01` where that is open.",
        "year_until_day": "The last day of its year, to compare with the day asked; `9999-12-31` where that is open.",
        **_PROGRESSED,
    }
    year: Stated | None = Field(None, description="The year of the action table it stands in.")
    raised_on: Stated | None = Field(None, description="When it was first put on the list, as an action log says.")
    due: Due | None = Field(
        None,
        description="When it is to be done, as stated. `next meeting`: at the one that follows the meeting it was "
        "agreed at.",
    )
    closed_on: Stated | None = Field(
        None, description="When it was taken off the list, as an action log says; what is done stays done."
    )
    status: Literal[Reached, "not recorded"] = Field(
        "not recorded", description="How far it has got, where a source says; before the first `progress`, if any."
    )
    progress: ListOf[Progress] = Field((), description="How far it had got by which day, as sources say.")
    only_considers: Truth = Field(False, description="It promises to consider or look into something, and no more.")
    priority_area: Annotated[Links[Link], Key("PART_OF")]
    owner: Annotated[Links[Owning], Key("OWNS", inverse=True)]
    involves: Annotated[Links[Involving], Key("INVOLVES")]
    implements: Annotated[Links[Link], Key("IMPLEMENTS")]
    changes: Annotated[Links[Changing], Key("CHANGES")]
    addresses: Annotated[Links[Addressing], Key("ADDRESSES")]
    concerns: Annotated[Links[Link], Key("CONCERNS")]
    agreed_at: Annotated[Links[Link], Key("AGREED_AT")]


class Response(Model):
    """What those whom a recommendation is made to answer to it."""

    is_: Literal["accepted", "in part", "refused", "awaited"] = Field(
        alias="is", description="Whether they will do it; awaited, a source says that there is no answer yet."
    )
    day: Stated | None = Field(None, description="When they answered, as stated; absent, as long as it is known.")
    reason: Text | None = Field(
        None, description="Why, in our own words; who refuses one, even in part, owes the reason."
    )
    sources: ListOf[Source] = Field((), description="Where it is said; absent, the sources of the recommendation.")


class Recommendation(Named):
    """What a committee, review, inspector, auditor or commissioner recommends that somebody do."""

    look = Look("box", "#fdeedd", "#8a4b08", rounded=True, barred=True)
    meant = 5
    a_phrase = True
    begins_on = "made_on"
    derived: ClassVar[Mapping[str, str]] = {
        "status": "How far it has got, by what was said last up to the day asked; `not recorded` before that.",
        **_PROGRESSED,
        "respond_day": "The last day on which an answer is in time, to compare with the day asked.",
        "answer": "The last answer up to the day asked: accepted, in part, refused, awaited or not recorded.",
        "answered_on": "The day of that answer, where stated.",
        "answer_reason": "The reason given with that answer.",
        "answer_sources": "A list of the sources of that answer.",
    }
    classification: Text | None = Field(
        None, description="What sort of work made it: scrutiny, review, inspection, audit …"
    )
    made_on: Stated | None = Field(None, description="When it was made, as stated.")
    respond_by: Stated | None = Field(None, description="By when it is to be answered, as stated.")
    response: Statuses[Response] = Field((), description="What was answered, once or several times; absent, nothing.")
    due: Stated | None = Field(None, description="By when it is to be carried out, as stated.")
    progress: ListOf[Progress] = Field((), description="How far it had got by which day, as sources say.")
    made_by: Annotated[Links[Link], Key("RECOMMENDS", inverse=True)]
    made_to: Annotated[Links[Link], Key("MADE_TO")]
    owner: Annotated[Links[Owning], Key("OWNS", inverse=True)]
    part_of: Annotated[Links[Link], Key("PART_OF")]
    concerns: Annotated[Links[Link], Key("CONCERNS")]


class Meeting(Named):
    """A meeting of a body on a day; its sources are its minutes."""

    look = Look("folder", "#fdf6e3", "#5c5136")
    meant = 5
    begins_on = "day"
    derived: ClassVar[Mapping[str, str]] = {"held_on": "The day of the meeting, to compare with other days."}
    day: Stated = Field(description="The day on which it meets.")
    quorate: Truth | None = Field(None, description="Whether enough were there to decide; absent, not recorded.")
    next: Stated | None = Field(None, description="When the body is to meet next, as its minutes say.")
    decided: ListOf[Text] = Field((), description="What was decided that is no action, in our own words.")
    body: Annotated[Links[Link], Key("MEETING_OF")]
    present: Annotated[Links[Attending], Key("ATTENDED", inverse=True)]
    apologies: Annotated[Links[Link], Key("SENT_APOLOGIES", inverse=True)]


StrategySort = Literal[
    "strategy",
    "plan",
    "action plan",
    "framework",
    "vision",
    "programme",
    "model",
    "service",
    "protocol",
    "agreement",
    "assessment",
    "tool",
    "fund",
    "statute",
    "sentence",
    "terms of reference",
    "report",
    "review",
]

# What a plan is expected to say of its own strategies by their sort; of other sorts, and of those of the region and the
# nation, nothing.
EXPECTED: Mapping[str, tuple[str, ...]] = {
    "strategy": ("owner", "dates", "parent"),
    "plan": ("owner", "dates", "parent"),
    "action plan": ("owner", "dates", "parent"),
    "framework": ("owner", "dates", "parent"),
    "programme": ("owner",),
    "protocol": ("owner", "dates"),
    "agreement": ("dates",),
    "assessment": ("owner",),
    "terms of reference": ("review",),
}


class Strategy(Named):
    """The plan itself, and every strategy, framework, agreement, programme, service, statute or tool it leans on."""

    look = Look("note", "#eef3e2", "#46601a")
    meant = 3
    derived: ClassVar[Mapping[str, str]] = {
        **_STATUSES,
        "review_day": "The last day on which its review is in time, to compare with the day asked.",
    }
    classification: StrategySort | None = Field(None, description="What sort; absent, the source does not say.")
    collective: Truth = Field(False, description="Several that the source does not name one by one.")
    expects: ListOf[Text] = Field(
        (),
        description="What checks ask of it (owner, dates, parent, review); absent, what its sort is expected to have.",
    )
    status: Statuses[StrategyStatus] = Field(
        (), description="Its status as the source has it, one or several with their days; absent, not recorded."
    )
    level: Literal["local", "regional", "national"] | None = Field(
        None, description="Whose it is; absent, not recorded."
    )
    date: Stated | None = Field(None, description="When it was published, made or agreed, as stated.")
    review_due: Stated | None = Field(None, description="By when it is to be reviewed, as stated.")
    published_at: Text | None = Field(None, description="Where it can be read by anybody: an address, a place.")
    remit: Text | None = Field(None, description="What it is for or consists of, in our own words.")
    part_of: Annotated[Links[Link], Key("PART_OF")]
    owner: Annotated[Links[Owning], Key("OWNS", inverse=True)]
    led_by: Annotated[Links[Leading], Key("LEADS", inverse=True)]
    delivered_by: Annotated[Links[Delivering], Key("DELIVERS", inverse=True)]
    overseen_by: Annotated[Links[Link], Key("OVERSEES", inverse=True)]
    directed_by: Annotated[Links[Directing], Key("DIRECTS", inverse=True)]
    guides: Annotated[Links[Link], Key("GUIDES")]
    aligns_with: Annotated[Links[Aligning], Key("ALIGNS_WITH")]
    involves: Annotated[Links[Involving], Key("INVOLVES")]
    addresses: Annotated[Links[Addressing], Key("ADDRESSES")]
    concerns: Annotated[Links[Link], Key("CONCERNS")]
    contributes_to: Annotated[Links[Link], Key("CONTRIBUTES_TO")]
    governs: Annotated[Links[Link], Key("GOVERNS")]
    approved_by: Annotated[Links[Event], Key("APPROVED_BY")]
    sent_to: Annotated[Links[Event], Key("SENT_TO")]
    required_by: Annotated[Links[Requiring], Key("REQUIRED_BY")]

    @model_validator(mode="before")
    @classmethod
    def _expected(cls, data: Any) -> Any:
        """Expect of it what its sort is expected to have, where the record itself does not say."""
        if not isinstance(data, dict) or "expects" in data or data.get("collective"):
            return data
        expected = EXPECTED.get(str(data.get("classification") or ""), ())
        return (
            {**data, "expects": list(expected)}
            if expected and data.get("level") not in ("regional", "national")
            else data
        )


class Measure(Named):
    """A performance measure."""

    look = Look("component", "#e5eefa", "#1d4b8c")
    meant = 4
    a_phrase = True
    group: Text | None = Field(None, description="The heading it stands under in the framework.")
    classification: Literal["indicator", "narrative", "rule"] = Field(
        "indicator", description="A number; a description; or a rule on how the others are reported."
    )
    new: Literal["yes", "no", "not recorded"] = Field("not recorded", description="Whether it is new this year.")
    target: Text | None = Field(
        None, description="What it should reach, as stated. Readings are set against a figure alone: 180, 62.5%."
    )
    baseline: Text | None = Field(None, description="Where it started, as stated; a figure alone as with `target`.")
    unit: Text | None = Field(None, description="What its figures count: %, days, per 1,000 residents.")
    better: Literal["higher", "lower"] | None = Field(
        None, description="Which way is better, where a source says; absent, no target is said to be met or missed."
    )
    frequency: Text | None = Field(None, description="How often it is reported, as the source puts it.")
    measures: Annotated[Links[Link], Key("MEASURES")]
    part_of: Annotated[Links[Link], Key("PART_OF")]
    owner: Annotated[Links[Owning], Key("OWNS", inverse=True)]
    involves: Annotated[Links[Involving], Key("INVOLVES")]
    concerns: Annotated[Links[Link], Key("CONCERNS")]


class Reading(Record):
    """What a measure stood at in a period, as a source gives it."""

    look = Look("component", "#f1f6fd", "#1d4b8c")
    meant = 9
    a_phrase = True
    named_by = "period"
    begins_on = "period"
    begins_when_over = True
    derived: ClassVar[Mapping[str, str]] = {
        "period_from": "The first day of its period.",
        "period_until": "The last day of its period.",
        "stale_day": "The day a year after that, from the day after which it is no longer news.",
        "previous": "The value of the reading of the period before, of the same measure.",
        "previous_period": "The period of that reading.",
        "change": "By how much it moved since, where both are figures: `+4`, `-2.5`, `0`.",
        "from_baseline": "How far it is from the measure's baseline, where both are figures.",
        "from_target": "How far it is from the measure's target, where both are figures.",
        "target_met": "yes or no, where the measure says which way is better.",
    }
    period: Stated = Field(description="The period, as stated: 2025/26, 2025/26 Q2, 2024-10 to 2025-09, 2025-11-18.")
    value: Text = Field(description="Its value as the source gives it: 187, 62.5%, in words.")
    unit: Text | None = Field(None, description="What it counts; absent, the measure's unit.")
    rating: Text | None = Field(None, description="How the source rates it, in its own terms: amber, on track.")
    note: Text | None = Field(None, description="What the source says of it, in our own words.")
    measure: Annotated[Links[Link], Key("READING_OF")]
    reported_by: Annotated[Links[Link], Key("REPORTED", inverse=True)]


class Finding(Named):
    """One piece of evidence under an issue."""

    look = Look("note", "#fbeae8", "#8f2a22")
    a_phrase = True
    evidenced_by: Annotated[Links[Link], Key("EVIDENCED_BY")]
    concerns: Annotated[Links[Link], Key("CONCERNS")]


class Issue(Named):
    """A key issue that the plan's assessment names."""

    look = Look("box", "#fbeae8", "#8f2a22", crossed=True)
    meant = 4
    a_topic = True
    classification: Literal["issue", "context"] = Field("issue", description="A key issue, or context to the theme.")
    theme: Annotated[Links[Link], Key("RAISED_UNDER")]
    evidenced_by: Annotated[Links[Link], Key("EVIDENCED_BY")]
    findings: ListOf[Finding] = Field((), description="Its findings, written here and only here.")


class Commitment(Named):
    """One thing that a regional priority commits to."""

    look = Look("box3d", "#f4f3fb", "#40358a")
    meant = 5
    a_topic = True


class RegionalPriority(Named):
    """A priority of the region's plan."""

    look = Look("box3d", "#e9e7f5", "#40358a")
    meant = 7
    a_topic = True
    number: Number | None = Field(None, description="Its number in the region's plan.")
    part_of: Annotated[Links[Link], Key("PART_OF")]
    commitments: ListOf[Commitment] = Field((), description="Its commitments, written here and only here.")


class Statement(Named):
    """A statement under an outcome: an Outcome of its own in the graph, part of the one it stands under."""

    label = "Outcome"


class Outcome(Named):
    """An outcome of the borough's own plan, and the statements under it."""

    look = Look("box", "#e7f2e8", "#25612f", rounded=True, double=True)
    meant = 7
    a_phrase = True
    part_of: Annotated[Links[Link], Key("PART_OF")]
    statements: ListOf[Statement] = Field((), description="Its statements, written here and only here.")


class SafeguardingTheme(Named):
    """A row of a lead and supporting matrix. A board with no relationship to it is not recorded, which is not none."""

    look = Look("box", "#f0eef6", "#4a4170")
    meant = 4
    a_topic = True
    lead: Annotated[Links[MatrixRole], Key("LEADS_ON", inverse=True)]
    supporting: Annotated[Links[MatrixRole], Key("SUPPORTS_ON", inverse=True)]
    no_role: Annotated[Links[MatrixRole], Key("NO_ROLE_ON", inverse=True)]
    to_be_determined: Annotated[Links[MatrixRole], Key("UNSETTLED_ON", inverse=True)]


class Matrix(Record):
    """A lead and supporting matrix: safeguarding themes as rows, bodies or organisations as columns, both in order."""

    look = Look("box", "#ffffff", "#4a4170", double=True)
    named_by = "title"
    title: Text = Field(description="Its title.")
    blank: Literal["none", "not recorded"] = Field(
        "not recorded", description="What an empty cell means. `none`, no role, only where the source says so."
    )
    part_of: Annotated[Links[Link], Key("PART_OF")]
    rows: Annotated[Links[Link], Key("ROW_OF", inverse=True)]
    columns: Annotated[Links[Link], Key("COLUMN_OF", inverse=True)]


class Place(Named):
    """A locality, ward or town that facts are about."""

    look = Look("ellipse", "#f2efe9", "#5c5136")
    part_of: Annotated[Links[Link], Key("PART_OF")]


class Lost(Model):
    """Something of a document that our copy has lost, so that what is not recorded there may yet have been said."""

    page: Page = Field(description="The page.")
    part: Text | None = Field(None, description="Which part of the page: diagram, table …; absent, all of it.")
    what: Text = Field(description="What is lost, in a sentence.")
    relationships: ListOf[Text] = Field((), description="The types of relationships that may be missing for it.")


class Document(Record):
    """What facts stand on. It needs no source of its own."""

    look = Look("folder", "#f4f4f2", "#4c5660")
    meant = 9
    named_by = "title"
    title: Text = Field(description="Its title.")
    publisher: Text | None = Field(None, description="Who published it.")
    date: Stated | None = Field(None, description="When it was published or written, as stated.")
    held: Text | None = Field(None, description="Where it is held or can be read.")
    classification: Text | None = Field(None, description="What sort: plan, minutes, officer's note …")
    pages: Page | None = Field(None, description="The number of its last page; a source beyond it is an error.")
    lost: ListOf[Lost] = Field((), description="What our copy of it has lost.")
    sources: ListOf[Source] = Field((), description="Where the document itself is mentioned, if anywhere.")


class Discrepancy(Named):
    """Statements that disagree, all kept: about what, and what each source says."""

    look = Look("box", "#ffffff", "#9a3412", crossed=True)
    a_phrase = True
    a_subject = False
    classification: Literal["title", "name", "date", "status", "remit", "figure", "lead"] = Field(
        description="What they disagree on."
    )
    about: Annotated[Links[Link], Key("CONCERNS")]
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


class AnsweringTo(Model):
    """Whom the partnership answers to."""

    to: Reference = Field(description="The body, organisation or post.")
    sources: ListOf[Source] = Field((), description="Where it is stated.")


class About(Model):
    """register.yaml: what this register is."""

    id: Slug = Field(description="The register's id, by which others refer to it: best the name of its folder.")
    title: Text = Field(description="The plan's title.")
    partnership: Annotated[Reference | None, OfKind("body")] = Field(
        None, description="The partnership's body; absent in a regional register."
    )
    answers_to: Annotated[ListOf[AnsweringTo], BeforeValidator(linked)] = Field(
        (), description="Whom the partnership answers to: there, and at the partnership itself, a chain has arrived."
    )
    place: Annotated[Reference | None, OfKind("place")] = Field(None, description="The place it is about.")
    since: Stated | None = Field(None, description="When the plan's period begins.")
    until: Stated | None = Field(None, description="When the plan's period ends.")
    document: Slug | None = Field(None, description="The document meant where a source names none.")
    uses: ListOf[Slug] = Field((), description="Other registers this one may refer to, by id.")
    follows: Slug | None = Field(
        None,
        description="The register of the same partnership that this one succeeds; what is undated there ends then.",
    )
    publisher: Text | None = Field(None, description="Who answers for this register, as a site of it says.")
    contact: Text | None = Field(
        None, description="Where to write when something in it is wrong, as a site of it says."
    )
    licence: Text | None = Field(None, description="On what terms it may be used, as a site of it says.")
    default: Truth = Field(False, description="True for the one shipped register that is loaded when none is given.")


FILES |= {"terms.yaml": Term, "accepted-gaps.yaml": AcceptedGap}
