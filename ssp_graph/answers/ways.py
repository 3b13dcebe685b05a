"""Ways up, told in one sentence for each kind of way: those that differ only in a parallel step are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ssp_graph.answers.sentences import in_a_sentence, is_several, limits, verb_of
from ssp_graph.english import capital, joined
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Way as Told
from ssp_graph.results import merged

Ends = Literal["top", "elsewhere", "dead end", "loop", "limit"]
ORDER: tuple[Ends, ...] = ("top", "elsewhere", "dead end", "loop", "limit")

_SHORT = frozenset({"elsewhere", "dead end"})  # of a way that does not arrive, where it stops is said beside


class Up(NamedTuple):
    """A step up: a relationship, climbed along its arrow or (`reversed`) against it."""

    edge: Edge
    reversed: bool = False

    @property
    def start(self) -> Thing:
        """The thing below."""
        return self.edge.target if self.reversed else self.edge.source

    @property
    def to(self) -> Thing:
        """The thing above."""
        return self.edge.source if self.reversed else self.edge.target


class Way(NamedTuple):
    """A way so far: where it started, the steps taken, and, once it is at an end, how it ends."""

    start: Thing
    steps: tuple[Up, ...] = ()
    ends: Ends = "limit"

    @property
    def at(self) -> Thing:
        """The thing that it has come to."""
        return self.steps[-1].to if self.steps else self.start

    @property
    def things(self) -> tuple[Thing, ...]:
        """Every thing on it, the start first."""
        return (self.start, *(step.to for step in self.steps))


class _Line(NamedTuple):
    """Ways that are told together: the things at each of their places, and one of them for its words."""

    places: tuple[tuple[Thing, ...], ...]
    ways: tuple[Way, ...]

    @property
    def first(self) -> Way:
        """The one for its words."""
        return self.ways[0]


def ways(plan: Plan, found: Sequence[Way]) -> tuple[Told, ...]:
    """Return the ways to read: those that arrive first, the shortest before the longer, and each step only once."""
    lines: list[_Line] = []
    for way in found:
        lines = _with(lines, _Line(tuple((thing,) for thing in way.things), (way,)))
    lines.sort(key=lambda line: (ORDER.index(line.first.ends), len(line.places)))
    said: set[tuple[Thing, str, Thing]] = set()
    return tuple(told for line in lines if (told := _told(plan, line, said)))


def _with(lines: list[_Line], new: _Line) -> list[_Line]:
    """Return the lines with a new one, told together with one that differs from it in one place, and so on."""
    for line in lines:
        if (place := _differs(line, new)) is not None:
            both = (*line.places[place], *(thing for thing in new.places[place] if thing not in line.places[place]))
            places = (*line.places[:place], both, *line.places[place + 1 :])
            return _with([each for each in lines if each is not line], _Line(places, (*line.ways, *new.ways)))
    return [*lines, new]


def _differs(line: _Line, other: _Line) -> int | None:
    """Return the only place in which two lines differ, if their steps are alike."""
    ends = (line.first.ends, other.first.ends)
    if (ends[0] != ends[1] and not _SHORT.issuperset(ends)) or len(line.places) != len(other.places):
        return None
    places = [place for place, both in enumerate(zip(line.places, other.places, strict=True)) if both[0] != both[1]]
    if len(places) != 1:
        return None
    steps = [[(_verb(step), step.edge.matrix, [*step.edge.on]) for step in each.first.steps] for each in (line, other)]
    return places[0] if steps[0] == steps[1] else None


def _verb(step: Up) -> str:
    return verb_of(step.edge, back=step.reversed)


def _told(plan: Plan, line: _Line, said: set[tuple[Thing, str, Thing]]) -> Told | None:
    """Return "Knives is part of Safety, which is led by the Chief": the steps of a line that are not said yet."""
    steps = [
        {(way.steps[place].start, _verb(step), way.steps[place].to) for way in line.ways}
        for place, step in enumerate(line.first.steps)
    ]
    new = [place for place, step in enumerate(steps) if not step <= said]
    if not new:
        return None
    said.update(*steps)
    first, last = new[0], new[-1]
    while len(line.places[first]) > 1:
        first -= 1
    text = capital(in_a_sentence(plan, line.places[first][0]))
    for place in range(first, last + 1):
        step, before, after = line.first.steps[place], line.places[place], line.places[place + 1]
        link = "" if place == first else _pronoun(before)
        names = joined([_after(plan, thing, before[0]) for thing in after])
        text += f"{link} {_verb(step)} {names}{limits(plan, step.edge)}"
    edges = [step.edge for way in line.ways for step in way.steps[first : last + 1]]
    inferred = [edge.inferred for edge in edges]
    text += f" ({'' if all(inferred) else 'partly '}inferred)" if any(inferred) else ""
    text += ", and on as above." if last + 1 < len(steps) else "."
    return Told(text, line.first.ends == "top", merged(edge.sources for edge in edges))


def _after(plan: Plan, thing: Thing, before: Thing) -> str:
    """Return a name; after a thing of the same name with its kind."""
    same = plan.called(thing) == plan.called(before)
    return f"the {thing.sort} {plan.name(thing)}" if same else in_a_sentence(plan, thing)


def _pronoun(things: Sequence[Thing]) -> str:
    people = things[0].kind == "person" or (things[0].kind == "post" and things[0].classification != "role")
    if len(things) > 1:
        return ", each of whom" if people else ", each of which"
    return ", who" if people else ", which"


def beside(plan: Plan, found: Sequence[Way]) -> Iterator[str]:
    """Yield what is no step of any way: whose ends are not ours to follow, who scrutinises, who employs."""
    ends = list(dict.fromkeys(way.at for way in found if way.ends == "elsewhere"))
    statutory = [thing for thing in ends if thing.get("outside") and thing.get("statutory")]
    if statutory:
        own = (
            "are accountable under their own statutes" if len(statutory) > 1 else "is accountable under its own statute"
        )
        yield f"{joined([plan.name(thing) for thing in statutory])} {own}."
    if others := [in_a_sentence(plan, thing) for thing in ends if thing not in statutory]:
        answer = "answer" if len(others) > 1 or is_several(ends[-1]) else "answers"
        yield f"Whom {joined(others)} {answer} to is not part of this register."
    passed = list(dict.fromkeys(thing for way in found for thing in way.things))
    for thing in passed:
        if scrutiny := [plan.name(edge.source) for edge in plan.into(thing, "SCRUTINISES")]:
            yield f"{joined(scrutiny)} {'scrutinises' if len(scrutiny) == 1 else 'scrutinise'} {plan.called(thing)}."
    employed: dict[str, list[str]] = {}
    for post in passed:
        employers = [plan.name(edge.target) for edge in plan.out(post, "POST_IN") if edge.target.kind == "organisation"]
        if employers and post.classification != "role":
            employed.setdefault(joined(employers), []).append(in_a_sentence(plan, post))
    for employer, posts in employed.items():
        are = "are posts" if len(posts) > 1 else "is a post"
        yield f"{capital(joined(posts))} {are} in {employer}; who employs a post-holder is not counted here."
