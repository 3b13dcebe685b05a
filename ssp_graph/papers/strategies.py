"""Strategies that ended before the plan began, or end while it runs, and what else is open about strategies."""

from __future__ import annotations

from ssp_graph.model.dates import in_words
from ssp_graph.papers.answers import Answers
from ssp_graph.papers.parts import NOT_RECORDED, Content, Part, listed, marked, table, those_of
from ssp_graph.plan import Plan
from ssp_graph.results import Row
from ssp_graph.standing import standing

_COLUMNS = (
    ("strategy", "Strategy"),
    ("until", "Ended, or ends"),
    ("when", "Against the plan"),
    ("owner", "Owner"),
    ("used", "What leans on it"),
)
_EXPIRED = {"strategies-ended-before-plan": "before it began", "strategies-ending-during-plan": "while it runs"}
_MOST_ROWS = 40


def strategies(answers: Answers) -> list[Part]:
    """Return the strategies whose time is over or soon will be, and those in the making; nothing without any."""
    plan = answers.plan
    rows = [
        _row(plan, row, when) for check, when in _EXPIRED.items() for row in answers.in_state(check, "gap", "accepted")
    ]
    proposed = [row["strategy"] for row in answers.in_state("strategies-only-proposed", "gap")]
    told: list[Content] = []
    if rows:
        told.append(" ".join((_periods(plan), *_undated(answers))))
        if all(row["owner"] == NOT_RECORDED for row in rows):
            told.append("No owner is recorded for any strategy in this table.")
            rows = [{**row, "owner": ""} for row in rows]
        told.append(table(plan, "Strategies that end before or during the plan", _COLUMNS, rows[:_MOST_ROWS]))
    if proposed:
        told.append(f"Only proposed or being developed, without a date or a parent: {listed(proposed, 12)}.")
    return [Part("Strategies expired, expiring or in the making", tuple(told))] if told else []


def _periods(plan: Plan) -> str:
    periods = [
        f"from {in_words(about.since)} to {in_words(about.until)}"
        + (f" ({about.title})" if len(plan.named) > 1 else "")
        for about in plan.named_registers
        if about.since and about.until
    ]
    if not periods:
        return "The plan's period is not recorded."
    return f"The plan runs {periods[0]}." if len(periods) == 1 else f"The plans run: {'; '.join(periods)}."


def _undated(answers: Answers) -> list[str]:
    found, of = (answers.number("strategies-undated", key) for key in ("found", "of"))
    return [f"Without dates: {found} of {of} {answers.of_check['strategies-undated']['counted']}."] if found else []


def _row(plan: Plan, row: Row, when: str) -> Row:
    strategy = plan[row["id"]]
    guided = [plan.name(edge.target) for edge in plan.out(strategy, "GUIDES")]
    doing = [plan.name(edge.source) for edge in plan.into(strategy, "IMPLEMENTS")]
    return {
        "id": strategy.id,
        "strategy": strategy.name,
        "until": in_words(strategy.until) if strategy.until else "",
        "when": when + (" (accepted)" if row["state"] == "accepted" else ""),
        "owner": listed(those_of(standing(plan, strategy, "owner"), lambda edge: marked(plan, edge, "owner", "joint"))),
        "used": listed((*guided, *doing), 4, none=""),
        "sources": strategy.sources,
    }
