"""What running a question returned, as a table: its columns, of how many, and what is said where nothing is found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from ssp_graph.english import capital
from ssp_graph.plan import Plan
from ssp_graph.questions.question import Question
from ssp_graph.results import Column, Row, Table

NOTHING = "none recorded, so there is nothing to check"
_DATES = frozenset({"date", "since", "until", "due", "stated_on", "accepted_until"})


def found_of(question: Question, number: int, of: int | None) -> str:
    """Return the words for how many were found of how many.

    Nouns are in the plural, and some too long to be put in the singular: one of them is told after a colon.
    """
    noun = question.counted or "rows"
    if of == 0 and not number:  # "0 of 0" would sound like good news
        return f"{capital(noun)}: {NOTHING}"
    if of is not None:
        return f"{number} of {of} {noun}"
    if number > 1:
        return f"{number} {noun}"
    none = "none found" if question.kind == "check" else "none recorded"
    return f"{capital(noun)}: {number or none}"


def table(
    plan: Plan,
    question: Question,
    names: Iterable[str],
    rows: Iterable[Row],
    count_of: str,
    notes: Iterable[str] = (),
) -> Table:
    """Return rows of a question as a table, with why it is asked and what it takes for granted among its notes."""
    rows = tuple(rows)
    return Table(
        plan.heading(
            question.title,
            question=question.question,
            answer=f"{question.title}: {count_of}" if question.kind == "check" else count_of,
            count=count_of,
            notes=[text for text in (question.why, *question.notes, *notes) if text],
        ),
        tuple(_column(question, name, rows) for name in names),
        rows,
        group_by=question.grouped_by,
        empty=_empty(question, count_of),
    )


def _empty(question: Question, count_of: str) -> str:
    """Return the sentence that stands for the rows: that none was found, or that nothing is recorded."""
    if NOTHING in count_of or (question.kind == "report" and not count_of.startswith("0 of ")):
        return "Nothing is recorded that answers this."
    return f"None{count_of[1:].partition(';')[0].rstrip('.')}." if count_of.startswith("0 of ") else "None found."


def _column(question: Question, name: str, rows: tuple[Row, ...]) -> Column:
    title = (question.headings or {}).get(name) or name.replace("_", " ").capitalize()
    return Column(name, title, _sort(name, rows))


def _sort(name: str, rows: tuple[Row, ...]) -> Literal["text", "number", "date", "id", "sources", "basis"]:
    if name in ("id", "register") or name.endswith("_id"):
        return "id"
    if name in ("sources", "basis"):
        return "sources" if name == "sources" else "basis"
    if name in _DATES or name.endswith(("_on", "_met", "_date")):
        return "date"
    values = [row[name] for row in rows if row[name] is not None]
    numbers = bool(values) and all(isinstance(value, int) and not isinstance(value, bool) for value in values)
    return "number" if numbers else "text"
