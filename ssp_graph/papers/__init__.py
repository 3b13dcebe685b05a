"""A board paper on accountability, put together from the other answers: its parts are files of this folder."""

from __future__ import annotations

from ssp_graph.engines import Engine
from ssp_graph.model.dates import in_words
from ssp_graph.papers.actions import actions
from ssp_graph.papers.basis import basis
from ssp_graph.papers.findings import findings
from ssp_graph.papers.full import full
from ssp_graph.papers.gaps import gaps
from ssp_graph.papers.glossary import glossary
from ssp_graph.papers.mapping import mapping
from ssp_graph.papers.matrices import matrices
from ssp_graph.papers.parts import NOT_RECORDED, Content, Paper, Part, Points, table
from ssp_graph.papers.strategies import strategies
from ssp_graph.papers.structure import structure
from ssp_graph.papers.summary import summary, to_consider
from ssp_graph.papers.themes import themes
from ssp_graph.plan import Plan
from ssp_graph.questions.library import Library, library
from ssp_graph.results import Row, Table

__all__ = ["Content", "Paper", "Part", "Points", "paper"]

_TO_ADD = "[to be added]"


def paper(engine: Engine, plan: Plan, known: Library | None = None) -> Paper:
    """Return the paper about the named registers on the plan's day; `known` are the questions, else the shipped ones.

    Raises:
        WorkError: the engine cannot be reached.
    """
    found = findings(engine, plan, known or library())
    titles = " and ".join(about.title for about in plan.named_registers)
    heading = plan.heading(f"Who answers for what: {titles}", question="Accountability: a paper for the board")
    plan = Plan(plan.graph, plan.day)  # what is said of the day is said once, at the top
    return Paper(
        heading,
        _about(plan),
        (
            summary(plan, found),
            to_consider(found),
            structure(plan),
            themes(plan),
            actions(plan),
            gaps(plan, found),
            mapping(plan),
            strategies(plan, found),
            *matrices(plan),
            basis(plan, found),
            glossary(plan),
        ),
        full(plan, found),
    )


def _about(plan: Plan) -> Table:
    named = plan.named_registers
    partnerships = [plan[about.partnership].name for about in named if about.partnership]
    periods = [
        f"{in_words(about.since_day)} to {in_words(about.until_day)}" for about in named if about.since and about.until
    ]
    told = {
        "Partnership": "; ".join(partnerships) or NOT_RECORDED,
        "Plan": "; ".join(about.title for about in named),
        "Period": "; ".join(periods) or NOT_RECORDED,
        "As of": in_words(plan.day),
        "Prepared from": f"The register {', '.join(about.id for about in named)}, by ssp-graph",
        "Status": "Draft for editing",
        "Meeting and date": _TO_ADD,
        "Report author": _TO_ADD,
    }
    rows: list[Row] = [{"id": "", "item": item, "detail": detail} for item, detail in told.items()]
    return table(plan, "About this paper", (("item", "Item"), ("detail", "Detail")), rows)
