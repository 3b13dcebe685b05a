"""What others recommended, what was answered and how far it has got; no part where nothing was recommended."""

from __future__ import annotations

from ssp_graph.papers.answers import Answers
from ssp_graph.papers.parts import Part, listed, sources_of, table
from ssp_graph.plan import Plan, Thing
from ssp_graph.results import Row

_HEADING = "Recommendations and what was answered"
_COLUMNS = (
    ("recommendation", "Recommendation"),
    ("made_by", "By"),
    ("made_to", "To"),
    ("answer", "Answer"),
    ("reason", "Reason"),
    ("owner", "To carry it out"),
    ("status", "Status"),
)


def recommendations(answers: Answers) -> list[Part]:
    """Return the recommendations of the plan; nothing where none is recorded."""
    plan = answers.plan
    rows = [_row(plan, each) for each in plan.mine("recommendation") if plan.holds(each)]
    return [Part(_HEADING, (table(plan, _HEADING, _COLUMNS, rows),))] if rows else []


def _row(plan: Plan, each: Thing) -> Row:
    made, to, owners = plan.into(each, "RECOMMENDS"), plan.out(each, "MADE_TO"), plan.into(each, "OWNS")
    return {
        "id": each.id,
        "recommendation": each.name,
        "made_by": listed((plan.name(edge.source) for edge in made), none=""),
        "made_to": listed((plan.name(edge.target) for edge in to), none=""),
        "answer": each.get("answer"),
        "reason": each.get("answer_reason") or "",
        "owner": listed((plan.name(edge.source) for edge in owners), none=""),
        "status": each.status if each.status != "not recorded" else "",
        "sources": sources_of((each, *made, *to, *owners)),
    }
