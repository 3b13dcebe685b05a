"""The two pages that decide something: why, what is asked, what stands out, what to settle, and what it implies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from ssp_graph.answers.sentences import years_of_actions
from ssp_graph.english import counted, joined
from ssp_graph.model.dates import in_words
from ssp_graph.papers.answers import Answers
from ssp_graph.papers.parts import Content, Part, Points, listed, sources_of, table
from ssp_graph.papers.wording import Finding, findings
from ssp_graph.plan import Fact, Plan, RegisterAbout, Thing
from ssp_graph.results import Row
from ssp_graph.words import TO_ADD

_COUNTED = ("theme", "priority-area", "action", "measure", "body", "post")
_FIGURES = (("subject", "Subject"), ("figure", "What is recorded"))
_IMPLIED = (("heading", "Implications"), ("known", "What is recorded, or is to be filled in"))
_MOST_FIGURES = 5
_MOST_QUESTIONS = 6
_MOST_REQUESTS = 3
_MOST_NAMES = 8
_STATUTE = "Crime and Disorder Act 1998"
_SECTION_17 = re.compile(r"\b(?:section|s\.) ?17\b", re.IGNORECASE)
Known = tuple[str, Sequence[Fact]]
"""A sentence, and the facts that it stands on."""
_EQUALITY = re.compile(r"\bequalit", re.IGNORECASE)


def front(answers: Answers, over: Sequence[RegisterAbout]) -> tuple[Part, ...]:
    """Return the parts that a board decides by; `over` are the plans whose period is."""
    found = findings(answers)
    return (
        _purpose(answers.plan, found),
        _recommendation(found, over),
        _standing_out(answers.plan, found),
        _questions(found),
        _implications(answers.plan),
        _contact(answers.plan),
    )


def _purpose(plan: Plan, found: Sequence[Finding]) -> Part:
    held = (thing for kind in _COUNTED for thing in plan.mine(kind) if plan.holds(thing))
    numbers = [counted(number, word) for word, number in Counter(map(_word, held)).items()]
    if not numbers:
        return Part("Purpose", ("Nothing is recorded that anybody could answer for.",))
    years = years_of_actions(plan)
    settle = "asks the board to settle what it leaves open" if found else "leaves no question open"
    return Part(
        "Purpose",
        (
            f"This paper says who answers for what, and {settle}. It rests on {joined(numbers)}, each with its "
            "source, or marked as inferred. “Not recorded” means that the sources are silent; it does not mean “none”."
            + (f" The actions are for {years}." if years else ""),
        ),
    )


def _word(thing: Thing) -> str:
    """Return as what a thing is counted: a theme or a post by its classification, where it has one."""
    return (thing.kind in ("theme", "post") and thing.classification) or thing.kind.replace("-", " ")


def _recommendation(found: Sequence[Finding], over: Sequence[RegisterAbout]) -> Part:
    """Return what the board might be asked: the first findings as requests, for the author to settle."""
    if not found:
        return Part("Recommendation", ("Draft: the board is asked to note this paper.",))
    asked = [
        *(f"say what follows {about.title}, and what here still matters;" for about in over),
        *(f"{finding.recommends};" for finding in found[:_MOST_REQUESTS]),
        "settle the questions below, each with a name and a day;",
        f"ask for a report back on {TO_ADD}.",
    ]
    told = "Draft, made from the checks, for the author to settle. The board is asked to:"
    return Part("Recommendation", (told, Points(tuple(asked))))


def _standing_out(plan: Plan, found: Sequence[Finding]) -> Part:
    if not found:
        return Part("What stands out", ("The checks that have words in this paper find nothing.",))
    rows: list[Row] = [
        {"id": "", "subject": finding.subject, "figure": finding.says} for finding in found[:_MOST_FIGURES]
    ]
    told = f"{len(rows)} of {counted(len(found), 'finding')}."
    if len(rows) < len(found):
        told += " All others stand in the whole paper, under “What the checks find”."
    return Part("What stands out", (told, table(plan, "What stands out", _FIGURES, rows)))


def _questions(found: Sequence[Finding]) -> Part:
    asks = tuple(finding.asks for finding in found[:_MOST_QUESTIONS])
    told: tuple[Content, ...] = (Points(asks, numbered=True),) if asks else ("The checks leave no question open.",)
    return Part("Questions to settle", told)


def _implications(plan: Plan) -> Part:
    rows: list[Row] = [
        {
            "id": "",
            "heading": heading,
            "known": " ".join(text for text, _ in told) or TO_ADD,
            "sources": sources_of(fact for _, facts in told for fact in facts),
        }
        for heading, known in _HEADINGS.items()
        for told in [list(known(plan))]
    ]
    return Part("Implications", (table(plan, "Implications", _IMPLIED, rows),))


def _legal(plan: Plan) -> Iterator[Known]:
    for body in plan.mine("body"):
        edges = [edge for edge in plan.into(body, "RESPONSIBLE_AUTHORITY_OF") if plan.is_named(edge)]
        if names := listed((plan.name(edge.source) for edge in edges), 20, none=""):
            yield f"Responsible authorities of {plan.name(body)}, as the sources name them: {names}.", edges
    if things := _named(plan, lambda thing: "statut" in thing.classification):
        yield f"Statutes and statutory duties named: {_names(plan, things)}.", things


def _crime_and_disorder(plan: Plan) -> Iterator[Known]:
    if things := _named(plan, lambda thing: bool(_SECTION_17.search(thing.name))):
        yield f"Named in the sources: {_names(plan, things)}.", things


def _equality(plan: Plan) -> Iterator[Known]:
    if things := _named(plan, lambda thing: bool(_EQUALITY.search(thing.name))):
        told = f"Named in the sources: {_names(plan, things)}. Whether an impact assessment is needed: {TO_ADD}."
        yield told, things


def _finance(plan: Plan) -> Iterator[Known]:
    if things := _named(plan, lambda thing: thing.classification == "fund" and not thing.get("collective")):
        yield f"Funds named: {_names(plan, things)}. What this paper costs, and who pays: {TO_ADD}.", things


_HEADINGS: dict[str, Callable[[Plan], Iterator[Known]]] = {
    "Legal": _legal,
    f"Crime and disorder ({_STATUTE}, s.17)": _crime_and_disorder,
    "Equality": _equality,
    "Finance": _finance,
}


def _named(plan: Plan, wanted: Callable[[Thing], bool]) -> list[Thing]:
    return [thing for thing in plan.mine("duty", "strategy", "action") if plan.holds(thing) and wanted(thing)]


def _names(plan: Plan, things: Sequence[Thing]) -> str:
    return listed(map(plan.name, things), _MOST_NAMES)


def _contact(plan: Plan) -> Part:
    """Return whom to ask, and the documents that the paper rests on."""
    papers = tuple(dict.fromkeys(map(_document, plan.all_things("document"))))
    told: tuple[Content, ...] = ("Background papers:", Points(papers))
    if len(papers) < 2:
        told = (f"Background papers: {papers[0] if papers else f'{TO_ADD}.'}",)
    return Part("Contact and background papers", (f"Contact officer: {TO_ADD}.", *told))


def _document(document: Thing) -> str:
    date = document.get("date")
    publisher = document.get("publisher")
    details = (f"published by {publisher}" if publisher else "", in_words(date) if date else "", document.get("held"))
    told = "; ".join(filter(None, details))
    return f"{document.name} ({told})." if told else f"{document.name}."
