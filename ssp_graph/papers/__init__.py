"""A board paper on accountability: two pages that decide something, and appendices from the other answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ssp_graph.days.periods import periods
from ssp_graph.engines import Engine
from ssp_graph.english import capital, counted
from ssp_graph.model.dates import OPEN_END, in_words
from ssp_graph.papers.actions import actions, every_action, readings
from ssp_graph.papers.answers import Answers, gathered
from ssp_graph.papers.basis import basis, glossary, meanings
from ssp_graph.papers.front import front
from ssp_graph.papers.gaps import every_gap, gaps
from ssp_graph.papers.mapping import mapping
from ssp_graph.papers.parts import NOT_RECORDED, Content, Paper, Part, Points, ended, table
from ssp_graph.papers.recommendations import recommendations
from ssp_graph.papers.strategies import strategies
from ssp_graph.papers.structure import every_body, matrices, structure
from ssp_graph.papers.themes import themes
from ssp_graph.plan import Plan, RegisterAbout
from ssp_graph.questions.library import Library, library
from ssp_graph.results import Matrix, Row, Table
from ssp_graph.words import TO_ADD

__all__ = ["Content", "Paper", "Part", "Points", "paper"]


def paper(engine: Engine, plan: Plan, known: Library | None = None, *, made: str = "", short: bool = False) -> Paper:
    """Return the paper about the named registers on the plan's day.

    Args:
        engine: an engine that holds the plan's graph.
        plan: registers on a day.
        known: the questions, else the shipped ones.
        made: the day on which the paper is made (`YYYY-MM-DD`), else the plan's day.
        short: without the appendices.

    Raises:
        WorkError: the engine cannot be reached.
    """
    titles = " and ".join(about.title for about in plan.named_registers)
    answers = gathered(engine, plan, known or library())
    heading = answers.plan.heading(f"Who answers for what: {titles}", question="Accountability: a paper for the board")
    made = made or plan.day
    over = _over(plan, made)
    appendices = (
        _together("Bodies and themes", (*structure(answers), *themes(answers.plan))),
        *matrices(answers),
        _together(
            "Actions, recommendations and readings", (*actions(answers), *recommendations(answers), *readings(answers))
        ),
        gaps(answers),
        _together("Regional priorities and strategies", (*mapping(answers), *strategies(answers))),
        _together("Sources and words", (*basis(answers), glossary(answers.plan))),
    )
    return Paper(
        heading,
        _about(plan),
        front(answers, over),
        () if short else tuple(filter(None, appendices)),
        tuple(_whole(answers)),
        made,
        _warning(plan, over, made),
        meanings(plan),
    )


def _together(heading: str, parts: Sequence[Part]) -> Part | None:
    """Return short parts as one appendix, whose pages they share; a single one stands for itself."""
    if len(parts) > 1:
        return Part(heading, parts=tuple(parts))
    return parts[0] if parts else None


def _over(plan: Plan, made: str) -> list[RegisterAbout]:
    """Return the plans whose period was over by then, but for those that another plan here follows."""
    followed = {about.follows for about in plan.registers.values()}
    return [about for about in plan.named_registers if about.id not in followed and ended(plan, about, made)]


def _warning(plan: Plan, over: Sequence[RegisterAbout], made: str) -> str:
    told = [f"{about.title} {ended(plan, about, made)}{_ago(about.until_day, made)}." for about in over]
    return " ".join((*told, "What was settled since is not recorded here.")) if told else ""


def _ago(until: str, made: str) -> str:
    years = int(made[:4]) - int(until[:4]) - (made[5:] < until[5:])
    return f", more than {counted(years, 'year')} before this paper was made" if years > 0 else ""


def _about(plan: Plan) -> Table:
    named = plan.named_registers
    followed = {about.follows for about in named}
    bodies = (about.partnership for about in named if about.partnership and about.id not in followed)
    told = {
        "Meeting and date": TO_ADD,
        "Report of": TO_ADD,
        "Partnership": "; ".join(plan[body].name for body in bodies) or NOT_RECORDED,
        "Period of the plan": capital("; ".join(filter(None, (_period(plan, about) for about in named))))
        or NOT_RECORDED,
        "As things stood on": _as_of(plan),
    }
    rows: list[Row] = [{"id": "", "item": item, "detail": detail} for item, detail in told.items()]
    return table(plan, "About this paper", (("item", "Item"), ("detail", "Detail")), rows)


def _period(plan: Plan, about: RegisterAbout) -> str:
    """Return from when to when a plan is: it ends when its register says, or when the one that follows it begins."""
    last = periods(plan.graph)[about.id].last
    if about.since and last < OPEN_END:
        return f"{in_words(about.since_day)} to {in_words(last)}"
    if about.since:
        return f"from {in_words(about.since_day)}; its end is not recorded"
    return f"until {in_words(last)}; its beginning is not recorded" if last < OPEN_END else ""


def _as_of(plan: Plan) -> str:
    """Return the day of the paper or, where plans are shown as of different days, that of each."""
    days = {about.title: plan.days[about.id] for about in plan.named_registers}
    if len(set(days.values())) > 1:
        return "; ".join(f"{title}: {in_words(day)}" for title, day in days.items())
    told = plan.note.removeprefix("As of ").rstrip(".") if plan.note.startswith("As of ") else ""
    return told or in_words(next(iter(days.values()), plan.day))


def _whole(answers: Answers) -> Iterator[Table | Matrix]:
    """Yield the answers that the paper shortens."""
    yield every_action(answers.plan)
    yield every_body(answers.plan)
    yield answers.summary
    yield every_gap(answers)
    yield answers.mapping
    yield from answers.matrices
