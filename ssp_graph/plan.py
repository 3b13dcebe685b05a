"""A plan on a day: its things and relationships in force, typed, in the order they were written, under their names.

Whatever walks takes a `Plan`; it is the one place that knows what a day means.
"""

from __future__ import annotations

import contextlib
import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ssp_graph.days.changing import on_day
from ssp_graph.days.periods import TERMS, periods
from ssp_graph.errors import UsageError
from ssp_graph.model.dates import OPEN_END, OPEN_START, in_words, last_day
from ssp_graph.model.kinds import BY_KIND
from ssp_graph.model.relationships import RELATIONSHIPS, Relationship
from ssp_graph.results import Heading, SourceRef

if TYPE_CHECKING:
    from ssp_graph.graph import Graph

_NAMES_LEFT_OUT = "Personal names are left out: whoever holds a post is called its holder."
_UNSETTLED = frozenset({"proposed", "past", "being developed", "ended"})


class _Stated:
    """A property as the graph has it; one that this thing or relationship has not is None."""

    def __init__(self, meaning: str) -> None:
        self.__doc__ = meaning

    def __set_name__(self, owner: type[Fact], name: str) -> None:
        self.name = name

    def __get__(self, fact: Fact | None, owner: type[Fact] | None = None) -> Any:
        return self if fact is None else fact.properties.get(self.name)


def _stated(meaning: str) -> Any:
    """Return a property with its meaning; its type is said where it is declared."""
    return _Stated(meaning)


class Fact:
    """What a thing and a relationship have in common: their days, what they stand on, and how firmly."""

    __slots__ = ("properties",)

    id: str = _stated("`register:kind/slug` of a thing, its identity of a relationship.")
    register: str = _stated("The id of the register that states it.")
    position: int = _stated("Its place in its register, or under its key, from 1.")
    basis: str = _stated("`stated` or `inferred`.")
    reason: str | None = _stated("Why it is inferred.")
    sources: Sequence[SourceRef] = _stated("What it stands on.")
    since: str | None = _stated("When it begins, as stated.")
    until: str | None = _stated("When it ends, as stated.")
    stated_on: str | None = _stated("The last day up to that of the plan on which a source says that it is so.")
    sightings: Sequence[Mapping[str, Any]] = _stated("Every day on which a source says so, each with its sources.")
    since_day: str = _stated("The first day on which it holds; `0001-01-01` where that is open.")
    until_day: str = _stated("The last day on which it holds; `9999-12-31` where that is open.")

    def __init__(self, properties: Mapping[str, Any]) -> None:
        """Keep the properties as the graph has them."""
        self.properties = properties

    def get(self, name: str) -> Any:
        """Return a property that only some kinds or relationships have, or None."""
        return self.properties.get(name)

    @property
    def inferred(self) -> bool:
        """Whether no source states it."""
        return self.basis == "inferred"

    def holds_on(self, day: str) -> bool:
        """Return whether it is in force on a day (`YYYY-MM-DD`)."""
        return self.since_day <= day <= self.until_day

    def __eq__(self, other: object) -> bool:
        """Two are the same where their ids are."""
        return isinstance(other, Fact) and self.id == other.id

    def __hash__(self) -> int:
        """By its id."""
        return hash(self.id)


class Thing(Fact):
    """One thing: a body, a post, an action …"""

    __slots__ = ()

    kind: str = _stated("Its kind as it stands in ids: `priority-area`.")
    label: str = _stated("Its kind as a label: `PriorityArea`.")
    name: str = _stated("Its name as it stands in the register.")
    was: Sequence[str] = _stated("What it was in the plan before, as written, where its id is another there.")
    may_miss: Sequence[str] = _stated("Types of relationships that our copy of a document may have lost here.")

    @property
    def aliases(self) -> list[str]:
        """Acronyms and other spellings, and names that it has on other days."""
        return [alias for alias in self.properties["aliases"] if alias != self.name]

    @property
    def acronym(self) -> str:
        """The first of its other names that is one word in capitals, or nothing."""
        return next((alias for alias in self.aliases if alias.isupper() and " " not in alias), "")

    @property
    def kind_in_words(self) -> str:
        """Its kind as a reader says it: "priority area"."""
        return self.kind.replace("-", " ")

    @property
    def sort(self) -> str:
        """What a reader takes it for: "strategic priority" of a theme, "programme" of a strategy; else its kind."""
        return (self.classification if self.kind in ("theme", "strategy") else "") or self.kind_in_words

    @property
    def status(self) -> str:
        """Its status, or an empty text."""
        return self.properties.get("status") or ""

    @property
    def classification(self) -> str:
        """What sort of its kind it is, or an empty text."""
        return self.properties.get("classification") or ""

    @property
    def collective(self) -> bool:
        """Whether it stands for several that no source names one by one."""
        return bool(self.properties.get("collective"))


class Edge(Fact):
    """One relationship between two things."""

    __slots__ = ("source", "target")

    type: str = _stated("Its type: `REPORTS_TO`.")
    capacity: str | None = _stated("In which capacity, where its type has one.")
    on_behalf_of: str | None = _stated("The id of the body on whose behalf it is led.")
    matrix: str | None = _stated("The id of the matrix that a role is a cell of.")

    def __init__(self, source: Thing, target: Thing, properties: Mapping[str, Any]) -> None:
        """Keep the two ends, and the properties as the graph has them."""
        super().__init__(properties)
        self.source, self.target = source, target

    @property
    def relationship(self) -> Relationship:
        """The declaration of its type."""
        return RELATIONSHIPS[self.type]

    def verb(self, *, back: bool = False) -> str:
        """Return its verb from source to target or, `back`, from target to source."""
        start, end = ((thing.classification, thing.kind) for thing in (self.source, self.target))
        return self.relationship.verb(self.get(self.relationship.varies_by), back=back, start=start, end=end)

    @property
    def on(self) -> Sequence[str]:
        """What a reporting line is limited to: ids, or words."""
        return self.properties.get("on") or ()


@dataclass(frozen=True, slots=True)
class AcceptedGap:
    """A gap of a check that is accepted until a day, and where that is written."""

    check: str
    thing: str
    reason: str
    until: str
    until_day: str
    sources: Sequence[SourceRef]
    file: str
    line: int

    @property
    def place(self) -> str:
        """The file and the line."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class RegisterAbout:
    """What a register says of itself. Days are `YYYY-MM-DD`; `partnership`, `place` and `document` are full ids."""

    id: str
    title: str
    partnership: str | None
    answers_to: Sequence[str]
    answering_sources: Mapping[str, Sequence[SourceRef]]
    place: str | None
    since: str | None
    until: str | None
    since_day: str
    until_day: str
    document: str | None
    uses: Sequence[str]
    follows: str | None
    publisher: str | None
    contact: str | None
    licence: str | None
    terms: Sequence[Mapping[str, Any]]
    accepted_gaps: Sequence[AcceptedGap]


class Plan:
    """The registers of a graph on a day (`YYYY-MM-DD`); `note` says why it is not the day that was asked for.

    `named` are the ids of the registers that were asked for; others are there because these use them.
    """

    def __init__(
        self, graph: Graph, day: str, note: str = "", *, at_any_time: bool = False, named: Sequence[str] = ()
    ) -> None:
        """Take a graph and a day, and which of the registers that were asked for are meant, if not all of them."""
        self.graph, self.day, self.note = graph, day, note
        self.named: Sequence[str] = named or graph.graph["named"]
        self._any_time = at_any_time
        self._things: dict[str, Thing] = {}
        self._ids: dict[str, dict[str | None, list[str]]] = {}
        self._out: dict[str, tuple[Edge, ...]] = {}
        self._into: dict[str, tuple[Edge, ...]] = {}
        self._other_days: dict[str, Plan] = {}

    @cached_property
    def at_any_time(self) -> Plan:
        """The same plan with everything in it, in force on the day or not."""
        return self if self._any_time else Plan(self.graph, self.day, self.note, at_any_time=True, named=self.named)

    @cached_property
    def registers(self) -> Mapping[str, RegisterAbout]:
        """What each register says of itself by its id, those that are used first."""
        return {
            about["id"]: RegisterAbout(
                **{**about, "accepted_gaps": [AcceptedGap(**gap) for gap in about["accepted_gaps"]]}
            )
            for about in self.graph.graph["registers"]
        }

    @property
    def named_registers(self) -> list[RegisterAbout]:
        """What the registers that were asked for say of themselves, in their order of loading."""
        return [about for name, about in self.registers.items() if name in self.named]

    @cached_property
    def partnerships(self) -> frozenset[str]:
        """The ids of the bodies that are the partnerships of the registers."""
        return frozenset(about.partnership for about in self.registers.values() if about.partnership)

    @cached_property
    def tops(self) -> frozenset[str]:
        """The ids of whom the partnerships answer to, as their registers say."""
        return frozenset(top for about in self.registers.values() for top in about.answers_to)

    @cached_property
    def _answering(self) -> Mapping[str, Sequence[RegisterAbout]]:
        """The registers that say whom a partnership answers to, by each of the two."""
        found: dict[str, list[RegisterAbout]] = {}
        for about in self.registers.values():
            for end in dict.fromkeys((about.partnership, *about.answers_to)) if about.partnership else ():
                found.setdefault(str(end), []).append(about)
        return found

    def answered_to(self, body: Thing) -> list[Thing]:
        """Return whom a body answers to if it is a partnership, as its register says: who is there on the day."""
        abouts = (about for about in self._answering.get(body.id, ()) if about.partnership == body.id)
        tops = [top for about in abouts for top in about.answers_to]
        return [self[top] for top in tops if top in self and self.holds(self[top])]

    @property
    def answering(self) -> list[str]:
        """The ids of the partnerships of which a register says whom they answer to, if that is there on the day."""
        tops: Mapping[str, Sequence[str]] = self.graph.graph["tops"]
        there = {top for top, (first, last) in tops.items() if self._any_time or first <= self.day <= last}
        abouts = (about for about in self.registers.values() if not there.isdisjoint(about.answers_to))
        return sorted({about.partnership for about in abouts if about.partnership})

    def said_to_answer(self, thing: Thing) -> Iterator[tuple[Thing, Thing, list[SourceRef]]]:
        """Yield a partnership, whom it answers to as its register says, and its sources, where either is the thing."""
        for about in self._answering.get(thing.id, ()):
            for body in [self[about.partnership]] if about.partnership and about.partnership in self else []:
                for top in self.answered_to(body):
                    if thing in (body, top) and top.id in about.answering_sources:
                        yield body, top, list(about.answering_sources[top.id])

    @cached_property
    def document_names(self) -> frozenset[str]:
        """The titles of all documents."""
        return frozenset(document.name for document in self.all_things("document"))

    @cached_property
    def standing_on(self) -> Mapping[str, int]:
        """How many things and relationships, in force or not, stand on each document, by its id."""
        facts: Iterable[Fact] = (*self.all_things(), *self.at_any_time.edges())
        return Counter(str(each) for fact in facts for each in {source["document"] for source in fact.sources})

    @property
    def changes(self) -> Mapping[str, int]:
        """The properties that differ from day to day, and how many further values each has at most."""
        found: Mapping[str, int] = self.graph.graph["changes"]
        return found

    @cached_property
    def days(self) -> Mapping[str, str]:
        """The day for which each register answers, by its id: the nearest within its period to the day asked."""
        return {name: period.nearest(self.day) for name, period in periods(self.graph).items()}

    @property
    def names_left_out(self) -> bool:
        """Whether personal names are left out."""
        return bool(self.graph.graph.get("names_left_out"))

    def holds(self, fact: Fact) -> bool:
        """Return whether a thing or relationship is in force on the day."""
        return self._any_time or fact.holds_on(self.day)

    def while_there(self, thing: Thing) -> Plan:
        """Return this plan or, where a thing is not in force on its day, that of the thing's own nearest day."""
        day = thing.until_day if self.is_over(thing) else thing.since_day
        if self.holds(thing) or thing.kind in TERMS or day in (OPEN_START, OPEN_END):
            return self
        if (then := self._other_days.get(day)) is None:
            then = self._other_days[day] = Plan(self.graph, day, self.note, named=self.named)
        return then if then.holds(thing) else self

    def is_over(self, fact: Fact) -> bool:
        """Return whether a thing or relationship has ended before the day."""
        return fact.until_day < self.day

    def is_named(self, fact: Fact) -> bool:
        """Return whether a register that was asked for states it."""
        return fact.register in self.named

    def __contains__(self, node: str) -> bool:
        """Return whether there is a thing of this id."""
        return node in self.graph

    def __getitem__(self, node: str) -> Thing:
        """Return the thing of this id, in force or not."""
        found = self._things.get(node)
        if found is None:
            found = self._things[node] = Thing(on_day(self.graph.nodes[node], self.day))
        return found

    def all_things(self, *kinds: str) -> Iterator[Thing]:
        """Yield the things of all loaded registers, of these kinds or of any, in force or not, as written."""
        if len(kinds) == 1:
            yield from map(self.__getitem__, self.ids_with("kind", kinds[0]))
            return
        for node, properties in self.graph.nodes(data=True):
            if not kinds or properties["kind"] in kinds:
                yield self[node]

    def ids_with(self, name: str, value: str | None) -> Sequence[str]:
        """Return the ids of all things that have this value of a property, as written; each property is read once."""
        found = self._ids.get(name)
        if found is None:
            found = self._ids[name] = {}
            for node, properties in self.graph.nodes(data=True):
                found.setdefault(properties[name], []).append(node)
        return found.get(value, ())

    def things(self, *kinds: str) -> Iterator[Thing]:
        """Yield the things of all loaded registers that are in force, of these kinds or of any, as written."""
        return filter(self.holds, self.all_things(*kinds))

    def mine(self, *kinds: str) -> list[Thing]:
        """Return the things of the registers that were asked for, of these kinds or of any, in force or not."""
        return [thing for thing in self.all_things(*kinds) if self.is_named(thing)]

    def edges(self, *types: str) -> Iterator[Edge]:
        """Yield the relationships in force, of these types or of any, by the things that they start from."""
        for node in self.graph:
            yield from self.out(self[node], *types)

    def out(self, thing: Thing, *types: str) -> Iterator[Edge]:
        """Yield the relationships in force that start at a thing, of these types or of any, as written."""
        found = self._out.get(thing.id)
        if found is None:
            every = (
                Edge(thing, self[end], on_day(data, self.day))
                for _, end, data in self.graph.out_edges(thing.id, data=True)
            )
            found = self._out[thing.id] = tuple(filter(self.holds, every))
        return (edge for edge in found if not types or edge.type in types)

    def into(self, thing: Thing, *types: str) -> Iterator[Edge]:
        """Yield the relationships in force that end at a thing, of these types or of any, as written."""
        found = self._into.get(thing.id)
        if found is None:
            every = (
                Edge(self[start], thing, on_day(data, self.day))
                for start, _, data in self.graph.in_edges(thing.id, data=True)
            )
            found = self._into[thing.id] = tuple(filter(self.holds, every))
        return (edge for edge in found if not types or edge.type in types)

    def name(self, thing: Thing) -> str:
        """Return a thing's name, with its status where it is no established body or strategy in force."""
        if thing.kind in ("body", "strategy") and thing.status in _UNSETTLED:
            return f"{thing.name} ({thing.status})"
        return thing.name

    def called(self, thing: Thing) -> str:
        """Return a thing's name as a sentence takes it: “Hold an amnesty”, the theme “Organised crime”."""
        said = self.quoted(thing)
        return f"the {thing.sort} {said}" if BY_KIND[thing.kind].a_topic else said

    def quoted(self, thing: Thing) -> str:
        """Return a thing's name, in quotation marks where it is a phrase of its own, or reads as one."""
        kind, name = BY_KIND[thing.kind], self.name(thing)
        return f"“{name}”" if kind.a_phrase or kind.a_topic else name

    def titled(self, thing: Thing) -> str:
        """Return a thing's name as a title takes it: “Organised crime” (theme)."""
        return f"{self.quoted(thing)} ({thing.sort})"

    def entitled(self, thing: Thing) -> str:
        """Return a thing's name as the title of an answer about it takes it: with its plan where several are loaded."""
        plan = f", {self.registers[thing.register].title}" if len(self.named) > 1 else ""
        return f"{self.quoted(thing)} ({thing.sort}{plan})"

    def heading(
        self,
        title: str,
        *,
        question: str = "",
        count: str = "",
        notes: Iterable[str] = (),
        every: bool = False,
        answer: str = "",
    ) -> Heading:
        """Return the heading of an answer about the named registers; `every` names those they use too."""
        others = [name for name in self.registers if name not in self.named] if every else []
        shown = (*self.named, *others)
        left_out = [_NAMES_LEFT_OUT] if self.names_left_out else []
        return Heading(
            title=title,
            question=question,
            registers=shown,
            register_titles=tuple(self.registers[name].title for name in shown),
            as_of=self.day,
            days={name: self.days[name] for name in shown},
            count=count,
            answer=answer,
            notes=(*notes, *left_out, *([self.note] if self.note else [])),
        )


def plan_on(graph: Graph, chosen: str | None, today: str) -> Plan:
    """Return the plan on a chosen day, or today; each register answers for the nearest day within its own period.

    Args:
        graph: registers as `load_graph` reads them.
        chosen: a day (`YYYY-MM-DD`), or a month of which the last day counts; None for today.
        today: the day that it is (`YYYY-MM-DD`); only the caller knows.

    Raises:
        UsageError: the chosen text is no day.
    """
    day = today if chosen is None else day_asked(chosen)
    plan = Plan(graph, day)
    answering = [(about, plan.days[about.id]) for about in plan.named_registers]
    same = {nearest for _, nearest in answering}
    if chosen is None and len(same) == 1 and same != {day}:
        day = same.pop()
        side = "first" if day > today else "last"
        return Plan(graph, day, f"As of {in_words(day)}, the {side} day of the plan's period.")
    return Plan(
        graph, day, " ".join(_answers_for(about, nearest, day) for about, nearest in answering if nearest != day)
    )


def _answers_for(about: RegisterAbout, nearest: str, day: str) -> str:
    side = "before" if day < nearest else "after"
    return f"{in_words(day)} is {side} the period of {about.title}: it is shown as of {in_words(nearest)}."


def day_asked(text: str) -> str:
    """Return a day as a command takes it; of a month the last one counts.

    Raises:
        UsageError: the text is no day.
    """
    with contextlib.suppress(ValueError):
        day = datetime.date.fromisoformat(text).isoformat()
        if day == text:  # weeks and days of the year are not what is asked for
            return day
    if re.fullmatch(r"\d{4}-\d{2}", text):
        with contextlib.suppress(ValueError):
            return last_day(text)
    british = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text)
    example = f"{british[3]}-{british[2]:0>2}-{british[1]:0>2}" if british else "2019-03-31"
    raise UsageError(f"“{text}” is not a day. Write it as {example}.")
