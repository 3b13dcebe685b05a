"""A board paper on accountability, put together from the other answers: its parts are files of this folder."""

from __future__ import annotations

from collections.abc import Iterator

from ssp_graph.engines import Engine
from ssp_graph.model.dates import in_words
from ssp_graph.papers.actions import actions, every_action
from ssp_graph.papers.answers import Answers, gathered
from ssp_graph.papers.basis import basis, glossary
from ssp_graph.papers.gaps import every_gap, gaps
from ssp_graph.papers.mapping import mapping
from ssp_graph.papers.parts import NOT_RECORDED, Content, Paper, Part, Points, table
from ssp_graph.papers.strategies import strategies
from ssp_graph.papers.structure import every_body, matrices, structure
from ssp_graph.papers.summary import summary, to_consider
from ssp_graph.papers.themes import themes
from ssp_graph.plan import Plan
from ssp_graph.questions.library import Library, library
from ssp_graph.results import Matrix, Row, Table

__all__ = ["Content", "Paper", "Part", "Points", "paper"]

_TO_ADD = "[to be added]"


def paper(engine: Engine, plan: Plan, known: Library | None = None) -> Paper:
    """Return the paper about the named registers on the plan's day; `known` are the questions, else the shipped ones.

    Raises:
        WorkError: the engine cannot be reached.
    """
    titles = " and ".join(about.title for about in plan.named_registers)
    heading = plan.heading(f"Who answers for what: {titles}", question="Accountability: a paper for the board")
    answers = gathered(engine, plan, known or library())
    return Paper(
        heading,
        _about(answers.plan),
        (
            summary(answers),
            to_consider(answers),
            structure(answers.plan),
            themes(answers.plan),
            actions(answers.plan),
            gaps(answers),
            mapping(answers),
            strategies(answers),
            *matrices(answers),
            basis(answers),
            glossary(answers.plan),
        ),
        tuple(_whole(answers)),
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


def _whole(answers: Answers) -> Iterator[tuple[str, Table | Matrix]]:
    """Yield the answers that the paper shortens, each with a name that a file can bear."""
    yield "actions", every_action(answers.plan)
    yield "bodies", every_body(answers.plan)
    yield "gaps", answers.summary
    yield "gaps-one-by-one", every_gap(answers)
    yield "mapping", answers.mapping
    for number, each in enumerate(answers.matrices, 1):
        yield f"matrix-{number}" if len(answers.matrices) > 1 else "matrix", each
