"""Running a question: its parameters, the rows that an engine returns for it, and of how many they are some."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ssp_graph.answers.names import day_meant, find
from ssp_graph.answers.whose import plan_of
from ssp_graph.cypher.running import of_the_loaded, on_the_day
from ssp_graph.engines import Engine
from ssp_graph.errors import UsageError
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.plan import Plan
from ssp_graph.questions.question import Parameter, Question
from ssp_graph.results import SourceRef, merged
from ssp_graph.suggesting import did_you_mean

_WITH_SOURCES = {"also_titled": "title", "wordings": "sense"}


def given_to_all(plan: Plan) -> dict[str, str | int | list[str]]:
    """Return the parameters that every query has, as `GIVEN` names them, without a look at any thing."""
    return {
        "registers": list(plan.named),
        "loaded": list(plan.registers),
        "as_of": plan.day,
        "answering": plan.answering,
    }


def parameters(plan: Plan, question: Question, values: Mapping[str, str | int]) -> dict[str, str | int | list[str]]:
    """Return every parameter of a question with its value: those it is given, and those all questions have.

    Raises:
        UsageError: a value is given for no parameter, is missing, or is not what the parameter takes.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in values:
        if name not in known:
            listed = "".join(f"\n  {_described(parameter)}" for parameter in question.parameters)
            hint = did_you_mean(name, known, "It takes:") if listed else "It takes none."
            raise UsageError(f"The question {question.name} has no parameter {name}. {hint}{listed}")
    given = given_to_all(plan)
    for name, parameter in known.items():
        value = values.get(name, parameter.default)
        if value is None:
            raise UsageError(f"The question {question.name} needs {_described(parameter)} Add --set {name}=…")
        given[name] = _value(plan, parameter, value)
    return given


def _described(parameter: Parameter) -> str:
    return f"{parameter.name} ({parameter.type}): {parameter.description}"


def _value(plan: Plan, parameter: Parameter, value: str | int) -> str | int:
    if parameter.type == "number":
        try:
            return int(value)
        except ValueError:
            what = f"{parameter.name} is {value!r}, which is no whole number"
            raise UsageError(f"{what}. {_described(parameter)}") from None
    text = str(value)
    if parameter.type == "text" or text in ("", parameter.default):
        return text
    if parameter.type == "day":
        return _day(plan, parameter, text)
    try:
        return find(plan, text, None if parameter.type == "thing" else parameter.type).id
    except UsageError as error:
        kind = "any kind" if parameter.type == "thing" else f"kind {parameter.type.replace('-', ' ')}"
        what = parameter.description[:1].lower() + parameter.description[1:]
        raise UsageError(f"{error}\nThe parameter {parameter.name} takes a name of {kind}: {what}") from error


def _day(plan: Plan, parameter: Parameter, text: str) -> str:
    """Return a day as it is written, or that of the meeting which is meant."""
    try:
        return day_meant(plan, text)
    except UsageError as error:
        raise UsageError(f"{error}\nThe parameter {parameter.name} takes one or the other.") from error


def fetch(
    engine: Engine, plan: Plan, question: Question, given: Mapping[str, object]
) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
    """Return the columns and rows of a question: sources merged, lists in order, relationships and names in words.

    Raises:
        UsageError: the engine refuses the query; the message names its file.
        WorkError: the engine cannot be reached.
    """
    try:
        found = engine.run(as_run(engine, plan, question.cypher), given)
    except UsageError as error:
        raise UsageError(f"{question.file}: {error}") from error
    try:
        rows = [_row(plan, dict(zip(found.columns, row, strict=True))) for row in found.rows]
    except (ValueError, TypeError, KeyError) as error:
        columns = ", ".join(("sources", "limited_to", *_WITH_SOURCES))
        raise UsageError(f"{question.file}: a column holds other than its name says. Look at {columns}.") from error
    if "id" not in found.columns or len(plan.named) < 2:
        return found.columns, rows
    for row in rows:
        row.setdefault("register", str(row["id"]).partition(":")[0])
        row["plan"] = plan_of(plan, row)
    return ("plan", *(name for name in found.columns if name != "register"), "register"), rows


def as_run(engine: Engine, plan: Plan, cypher: str) -> str:
    """Return a query as an engine is given it: with what differs from day to day, and about these registers alone."""
    text = on_the_day(cypher, plan.changes)
    return of_the_loaded(text) if engine.shared else text


def _row(plan: Plan, row: dict[str, Any]) -> dict[str, Any]:
    also: list[Any] = []
    for name, value in row.items():
        if name in _WITH_SOURCES:
            items = json.loads(value)
            row[name] = [item[_WITH_SOURCES[name]] for item in items]
            also.extend(source for item in items for source in item["sources"])
        elif name == "limited_to":
            row[name] = [plan.name(plan[item]) if item in plan else item for item in json.loads(value or "[]")]
        elif name == "decided":
            row[name] = json.loads(value or "[]")
        elif name == "relationship" and isinstance(value, str):
            row[name] = _verb(value)
        elif name == "kind" and isinstance(value, str):
            row[name] = value.replace("-", " ")
        elif isinstance(value, list) and name != "sources":
            texts = [item for item in value if item not in (None, "")]
            row[name] = sorted(set(texts)) if all(isinstance(item, str) for item in texts) else texts
    if "sources" in row:
        row["sources"] = _sources(row["sources"], also)
    return row


def _verb(value: str) -> str:
    """Return a relationship's type, and its capacity if one follows, as its verb; `<` before it turns it round."""
    name, _, capacity = value.lstrip("<").partition(" ")
    found = RELATIONSHIPS.get(name)
    return found.verb(capacity, back=value.startswith("<")) if found else value


def _sources(value: Any, also: Iterable[SourceRef]) -> list[SourceRef]:
    """Return sources without repeats; those that were collected come in the order of documents and pages."""
    if not isinstance(value, list):
        return merged([json.loads(value) if value else [], also])
    every = merged([*(json.loads(text) for text in value if text), also])
    return sorted(every, key=lambda source: (source["document"] or "", source["page"] or 0, source["anchor"] or ""))


def population(engine: Engine, plan: Plan, question: Question, given: Mapping[str, object]) -> int | None:
    """Return of how many a question finds some, or None where it does not count, or is narrowed by a parameter.

    Raises:
        UsageError: the engine refuses to count; the message names the question's file.
        WorkError: the engine cannot be reached.
    """
    if not question.of or any(given[parameter.name] != parameter.default for parameter in question.parameters):
        return None
    try:
        rows = engine.run(as_run(engine, plan, question.of), given).rows
    except UsageError as error:
        raise UsageError(f"{question.file}: `of` cannot be counted: {error}") from error
    number = rows[0][0] if len(rows) == 1 and len(rows[0]) == 1 else None
    if not isinstance(number, int) or isinstance(number, bool):
        raise UsageError(f"{question.file}: `of` cannot be counted: it does not return one number.")
    return number


def to_paste(plan: Plan, question: Question, values: Mapping[str, str | int] | None = None) -> str:
    """Return a question's file as it can be pasted into Neo4j Browser, its parameters set before it.

    Raises:
        UsageError: a parameter is unknown, missing or wrong.
    """
    given = parameters(plan, question, values or {})
    lines = [f":param {name} => {json.dumps(value, ensure_ascii=False)};" for name, value in given.items()]
    text = of_the_loaded(on_the_day(question.cypher.strip(), plan.changes))
    return "\n".join(lines) + f"\n\n{text};\n"
