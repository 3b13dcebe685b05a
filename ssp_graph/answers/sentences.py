"""A relationship as a sentence from either end, and a fact's dates in words."""

from __future__ import annotations

from collections.abc import Sequence

from ssp_graph.english import joined
from ssp_graph.model.dates import in_words
from ssp_graph.plan import Edge, Fact, Plan


def stated_when(fact: Fact) -> str:
    """Return the dates of a fact in words, or an empty text: "since 2019, as stated March 2018"."""
    dates = (("since", fact.since), ("until", fact.until), ("as stated", fact.stated_on))
    return ", ".join(f"{word} {in_words(date)}" for word, date in dates if date)


def sentence(plan: Plan, edge: Edge, *, back: bool = False) -> str:
    """Return a relationship as a sentence that begins with its source or, `back`, with its target."""
    relationship = edge.relationship
    ends = (edge.target, edge.source) if back else (edge.source, edge.target)
    first, second = (plan.called(thing) for thing in ends)
    if first == second:
        first, second = (f"{plan.called(thing)} ({thing.kind_in_words})" for thing in ends)
    value = edge.get(relationship.varies_by) if relationship.varies_by else None
    text = f"{first} {relationship.verb(value, back=back)} {second}"
    if not relationship.varies_by and edge.capacity:
        text += f" ({edge.capacity})"
    if edge.on_behalf_of:
        text += f" on behalf of {plan.name(plan[edge.on_behalf_of])}"
    if edge.on:
        text += f", on {subjects(plan, edge.on)} only"
    if edge.get("frequency"):
        text += f", {edge.get('frequency')}"
    if edge.matrix:
        text += f" in {plan.name(plan[edge.matrix])}"
    if edge.get("rationale"):
        text += f": {edge.get('rationale')}"
    if when := stated_when(edge):
        text += f" ({when})"
    return text


def subjects(plan: Plan, on: Sequence[str]) -> str:
    """Return what a reporting line is limited to, by name."""
    return joined([plan.called(plan[item]) if item in plan else item for item in on])
