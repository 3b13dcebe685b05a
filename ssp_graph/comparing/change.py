"""One change that is told: in a sentence, from what to what, and what it touches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ssp_graph.comparing.pairing import Pair, Pairing
from ssp_graph.days.periods import TERMS
from ssp_graph.plan import Edge, Fact, Plan, Thing
from ssp_graph.results import SourceRef, merged


@dataclass(frozen=True, slots=True)
class Change:
    """A change. `touches` are the keys of the things it is about, `words` what a query would have to name to see it."""

    part: str
    what: str
    sentence: str
    thing: Thing
    was: str = ""
    now: str = ""
    touches: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    sources: Sequence[SourceRef] = ()
    inferred: bool = False
    because: str = ""
    check: str = ""


def called(plan: Plan, things: Iterable[Thing]) -> list[str]:
    """Return names as a sentence takes them, without repeats."""
    return list(dict.fromkeys(plan.called(thing) for thing in things))


def sources_of(facts: Iterable[Fact]) -> list[SourceRef]:
    """Return what facts stand on, without repeats."""
    return merged(fact.sources for fact in facts)


def other_end(edge: Edge, *, back: bool) -> Thing:
    """Return the end that a line leads to, read from its source or, `back`, from its target."""
    return edge.source if back else edge.target


def plan_of(pairing: Pairing, pair: Pair) -> Plan:
    """Return the plan that has the thing now, or had it."""
    return pairing.after if pair.after else pairing.before


def is_over(plan: Plan, thing: Thing) -> bool:
    """Return whether the term of a strategy or document has run out; of anything else, never."""
    return thing.kind in TERMS and plan.is_over(thing)
