"""Asking a question by its name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ssp_graph.engines import Engine
from ssp_graph.errors import UsageError
from ssp_graph.plan import Plan
from ssp_graph.questions.catalogue import chosen
from ssp_graph.questions.gaps import found_by
from ssp_graph.questions.library import library
from ssp_graph.questions.question import Question
from ssp_graph.questions.running import fetch, parameters, population
from ssp_graph.questions.tables import found_of, table
from ssp_graph.results import Table
from ssp_graph.suggesting import did_you_mean


def ask(
    engine: Engine, plan: Plan, name: str, values: Mapping[str, str | int] | None = None, own: Path | None = None
) -> Table:
    """Return the answer to a named question; of a check, its rows with what is accepted.

    Args:
        engine: an engine that holds the plan's graph.
        plan: registers on a day.
        name: the name of a question.
        values: parameters of the question, by name.
        own: a folder of the user's own questions, beside the shipped ones.

    Raises:
        UsageError: there is no such question or folder, or a parameter is wrong.
        WorkError: the engine cannot be reached.
    """
    known = library(own)
    question = chosen(known, name)
    if question is None:
        hint = did_you_mean(name, known.questions, "See them all with: ssp-graph ask.")
        raise UsageError(f"There is no question '{name}'. {hint}")
    return run(engine, plan, question, values)


def run(engine: Engine, plan: Plan, question: Question, values: Mapping[str, str | int] | None = None) -> Table:
    """Return the answer to a question; `values` are its parameters by name.

    Raises:
        UsageError: a parameter is unknown, missing or wrong, or the engine refuses the query.
        WorkError: the engine cannot be reached.
    """
    if question.kind == "check":
        return found_by(engine, plan, question, values)
    given = parameters(plan, question, values or {})
    columns, rows = fetch(engine, plan, question, given)
    number = len({row["id"] for row in rows}) if "id" in columns else len(rows)
    of = population(engine, plan, question, given)
    return table(plan, question, columns, rows, f"{found_of(question, number, of)}.")
