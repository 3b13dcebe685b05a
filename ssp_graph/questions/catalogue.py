"""Which questions there are, and which one is meant: listed by group, searched by words, chosen by name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ssp_graph.answers.names import forgiving
from ssp_graph.english import capital
from ssp_graph.plan import Plan
from ssp_graph.questions.library import Library
from ssp_graph.questions.question import Parameter, Question
from ssp_graph.results import Column, Row, Table

GROUPS = (
    "who owns what",
    "actions as they move",
    "accountability",
    "gaps",
    "regional and borough priorities",
    "strategies and their dates",
    "measures",
    "recommendations",
    "statutes",
    "posts and people",
    "boards and membership",
    "meetings",
    "safeguarding matrix",
    "quality of the record",
)
"""The groups in the order in which they are listed; a user's own groups come after them."""


def ordered(questions: Iterable[Question]) -> list[Question]:
    """Return questions by group, checks after reports, then by name."""

    def place(question: Question) -> tuple[int, str, bool, str]:
        known = question.group in GROUPS
        group = (GROUPS.index(question.group), "") if known else (len(GROUPS), question.group)
        return (*group, question.kind == "check", question.name)

    return sorted(questions, key=place)


def chosen(library: Library, text: str, *, checks: bool = False) -> Question | None:
    """Return the question that a text names exactly (name or title) or as the beginning of one name only."""
    questions = library.checks if checks else library.questions
    plain = _as_name(text)
    if plain in questions:
        return questions[plain]
    titled = [question for question in questions.values() if forgiving(question.title) == forgiving(text)]
    if len(titled) == 1:
        return titled[0]
    begun = [question for name, question in questions.items() if plain and name.startswith(plain)]
    return begun[0] if len(begun) == 1 else None


def _as_name(text: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", text.casefold()))


def catalogue(library: Library, plan: Plan) -> Table:
    """Return the questions as a table by group."""
    rows = [row_of(question) for question in ordered(library.questions.values())]
    return Table(
        plan.heading(
            "Questions",
            question="What can be asked?",
            count=f"{len(rows)} questions.",
            notes=["Ask one by its name: ssp-graph ask NAME.", *map(str, library.problems)],
        ),
        (
            Column("name", "Name"),
            Column("title", "Title"),
            Column("question", "Question"),
            Column("group", "Group"),
            Column("kind", "Kind"),
            Column("parameters", "Can be set"),
        ),
        tuple(rows),
        group_by="group",
    )


def row_of(question: Question) -> Row:
    """Return what is listed of a question."""
    return {
        "name": question.name,
        "title": question.title,
        "question": question.question,
        "group": capital(question.group),
        "kind": question.kind,
        "parameters": [f"{parameter.name} ({_taken(parameter)})" for parameter in question.parameters],
    }


def _taken(parameter: Parameter) -> str:
    taken = parameter.type.replace("-", " ")
    return f"{taken}, {parameter.default} by default" if parameter.default not in (None, "") else taken


def as_markdown(library: Library) -> str:
    """Return the catalogue of all questions for the README: a table for each group."""
    parts: list[str] = []
    group = ""
    for question in ordered(library.questions.values()):
        if question.group != group:
            group = question.group
            parts.append(f"\n### {capital(group)}\n\n| Name | Question | Kind | Can be set |\n|---|---|---|---|")
        settable = "; ".join(f"`{parameter.name}`: {parameter.description}" for parameter in question.parameters)
        parts.append(f"| `{question.name}` | {question.question} | {question.kind} | {settable} |")
    return "\n".join(parts).lstrip() + "\n"
