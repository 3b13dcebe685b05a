"""The words of the paper, and the register's abbreviations."""

from __future__ import annotations

from ssp_graph.papers.parts import Content, Part, points, table
from ssp_graph.plan import Plan

_WORDS = (
    "Not recorded: the source does not say. This is not the same as none.",
    "Stated: the source says so. Inferred: concluded from what it says, with a reason.",
    "Owner: whoever is told to do an action, or owns a strategy or measure; never a partner.",
    "Lead, delivery, oversight, scrutiny, support: different words in governance, never derived from one another.",
    "Dead end: a body or post from which no line to any board is recorded.",
)
_COLUMNS = (("abbreviation", "Abbreviation"), ("meaning", "Meaning"))


def glossary(plan: Plan) -> Part:
    """Return the glossary."""
    terms = {
        (term["abbreviation"], term["meaning"]): {**term, "id": f"{about.id}:"}
        for about in plan.named_registers
        for term in about.terms
    }
    told: list[Content] = [points(_WORDS)]
    if terms:
        told.append(table(plan, "Abbreviations", _COLUMNS, terms.values()))
    return Part("Glossary", tuple(told))
