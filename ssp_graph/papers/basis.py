"""What the paper stands on: the documents, what is inferred and why, and where sources disagree."""

from __future__ import annotations

from collections import Counter

from ssp_graph.english import capital, counted, stopped
from ssp_graph.model.dates import in_words
from ssp_graph.papers.findings import Findings
from ssp_graph.papers.parts import Content, Part, listed, senses, table
from ssp_graph.plan import Plan
from ssp_graph.results import Row, merged

_DOCUMENTS = (
    ("document", "Document"),
    ("publisher", "Publisher"),
    ("date", "Date"),
    ("held", "Where it is held"),
    ("facts", "Facts that stand on it"),
)
_INFERRED = (("sort", "What is inferred"), ("number", "Facts"), ("example", "For example"))
_DISAGREE = (("name", "On what"), ("wordings", "What the sources say"))
_MOST_DISAGREEMENTS = 8
_MOST_SORTS = 8
_HEADING = "Sources, and what is inferred"
# what touches accountability first
_SORTS = ("lead", "remit", "status", "title", "date", "name", "figure")


def basis(plan: Plan, findings: Findings) -> Part:
    """Return the sources, the inferences and the disagreements."""
    inferred, of = findings.number("facts-inferred", "inferred"), findings.number("facts-inferred", "of")
    if not of:
        return Part(_HEADING, ("Nothing is recorded that could stand on a source.",))
    told: list[Content] = [
        f"{of - inferred:,} of {counted(of, 'fact')} (things and the relationships between them) are stated in a "
        f"source; {inferred:,} {'is' if inferred == 1 else 'are'} inferred, each with its reason.",
        table(plan, "Documents", _DOCUMENTS, _documents(plan), "No document is recorded."),
    ]
    inner = [
        Part("What is inferred", _inferred(plan, findings)),
        Part("Where the sources disagree", _disagreements(plan)),
    ]
    return Part(_HEADING, tuple(told), tuple(inner))


def _documents(plan: Plan) -> list[Row]:
    facts: Counter[str | None] = Counter()
    for fact in (*plan.mine(), *filter(plan.is_named, plan.at_any_time.edges())):
        facts.update({source["document"] for source in fact.sources})
    return [
        {
            "id": document.id,
            "document": document.name,
            "publisher": document.get("publisher"),
            "date": in_words(document.get("date")) if document.get("date") else "",
            "held": document.get("held"),
            "facts": f"{facts[document.id]:,}",
        }
        for document in plan.all_things("document")
        if facts[document.id]
    ]


def _inferred(plan: Plan, findings: Findings) -> tuple[Content, ...]:
    sorts: dict[str, list[Row]] = {}
    for row in findings.in_state("facts-inferred", "inferred"):
        sorts.setdefault(_sort(row), []).append(row)
    if not sorts:
        return ("Nothing is inferred: every fact is stated in a source.",)
    ranked = sorted(sorts.items(), key=lambda pair: -len(pair[1]))
    rows: list[Row] = [
        {"id": "", "sort": sort, "number": str(len(some)), "example": _example(some[0])}
        for sort, some in ranked[:_MOST_SORTS]
    ]
    told: list[Content] = ["An inferred fact is marked so wherever it is told."]
    told.append(table(plan, "Inferred facts by their sort", _INFERRED, rows))
    if left := ranked[_MOST_SORTS:]:
        facts = sum(len(some) for _, some in left)
        told.append(f"Left out here: {counted(facts, 'inferred fact')} of {counted(len(left), 'other sort')}.")
    return tuple(told)


def _sort(row: Row) -> str:
    kind = capital(row["kind"])
    return f"{kind} {row['relationship']} …" if row["relationship"] else f"{kind} itself"


def _example(row: Row) -> str:
    told = " ".join(str(row[key]) for key in ("name", "relationship", "other") if row[key])
    return f"{stopped(told)} {stopped(row['reason'])}" if row["reason"] else stopped(told)


def _disagreements(plan: Plan) -> tuple[Content, ...]:
    found = sorted(plan.mine("discrepancy"), key=lambda each: _SORTS.index(each.classification))
    if not found:
        return ("No disagreement between sources is recorded.",)
    rows: list[Row] = [
        {
            "id": each.id,
            "name": each.name,
            "wordings": senses(each.get("wordings")),
            "sources": merged([*(wording["sources"] for wording in each.get("wordings")), each.sources]),
        }
        for each in found[:_MOST_DISAGREEMENTS]
    ]
    told: list[Content] = [
        f"The sources disagree on {counted(len(found), 'point')}. What touches leads, remits and standing comes first.",
        table(plan, "Statements that disagree", _DISAGREE, rows),
    ]
    if left := found[_MOST_DISAGREEMENTS:]:
        names = listed((each.name for each in left), 20)
        told.append(f"Others, by name alone: {names}.")
    return tuple(told)
