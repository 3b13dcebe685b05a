"""What is offered where a question is asked in one's own words: questions and commands, each with a line to copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ssp_graph.english import counted
from ssp_graph.plan import Plan
from ssp_graph.questions.catalogue import row_of
from ssp_graph.questions.finding import Answer, Understood
from ssp_graph.questions.library import Library
from ssp_graph.results import Column, Row, Table

_SURE = 0.6  # of the words' weight covers a question that is asked at once
_TITLED = 0.3  # of its title they say
_AHEAD = 0.05  # and so much more than the next
_MOST = 5  # names that are told


def offered(library: Library, plan: Plan, text: str, understood: Understood) -> Table:
    """Return what words were taken for as a table, or the sentence that says what is lacking, and what is nearest."""
    lines = [f"{answer.title}: {line_of(answer, understood)}" for answer in understood.nearest]
    nearest = [f"Nearest that can be asked: {line}" for line in lines] or ["See all questions with: ssp-graph ask."]
    rows = [_row(answer, understood) for answer in understood.answers]
    found = counted(len(rows), "question or command", "questions and commands")
    return Table(
        plan.heading(
            f"Questions about “{text}”",
            question="What can be asked?",
            answer=understood.lacking,
            count="" if understood.lacking else f"{found}, the likeliest first.",
            notes=[*(nearest if understood.lacking else _of_all(understood, rows)), *map(str, library.problems)],
        ),
        (
            Column("name", "Name", "id"),
            Column("title", "Title"),
            Column("question", "Question", "id"),
            Column("ask", "Ask it with"),
            Column("group", "Group", "id"),
            Column("kind", "Kind", "id"),
            Column("parameters", "Can be set", "id"),
        ),
        tuple(rows),
        empty="No question answers this.",
    )


def _of_all(understood: Understood, rows: Sequence[Row]) -> Iterator[str]:
    """Yield which names some lines leave out: what they ask is not about these alone; and which are part of several."""
    for name in understood.names:
        if not name.name():
            some = sorted({f"{thing.name} ({thing.kind.replace('-', ' ')})" for thing in name.things})
            more = f" and {len(some) - _MOST} more" if len(some) > _MOST else ""
            yield f"“{name.spoken}” is part of several names: {'; '.join(some[:_MOST])}{more}."
        elif not name.beside and not all(name.spoken in row["ask"] for row in rows):
            yield f"A line without “{name.spoken}” asks about all, not about that alone."


def _row(answer: Answer, understood: Understood) -> Row:
    command = {"name": answer.name, "title": answer.title, "question": answer.question, "group": "", "kind": "command"}
    row = row_of(answer.asks) if answer.asks else {**command, "parameters": []}
    return {**row, "ask": line_of(answer, understood)}


def line_of(answer: Answer, understood: Understood) -> str:
    """Return the line that asks a question or gives a command, with the names that were understood."""
    if answer.asks:
        return " ".join(
            ("ssp-graph ask", answer.name, *(f"--{name} {_quoted(to)}" for name, to in answer.settings.items()))
        )
    names = sorted(understood.names, key=lambda name: name.beside) if answer.takes == "thing" else []
    whole = next(filter(None, (name.name() for name in names)), "")  # a part of several names is none
    behind = _quoted(whole) if whole else answer.takes.upper()
    return f"ssp-graph {answer.name} {behind}".rstrip()


def _quoted(text: str) -> str:
    """Return a name as every shell takes it."""
    return f'"{text}"' if not text.isalnum() else text


def clearly_meant(understood: Understood) -> Answer | None:
    """Return the question that is meant beyond doubt: each name in the words is one in full, and sets a parameter."""
    names = understood.names
    if not names or not understood.answers or not all(name.in_full and not name.beside for name in names):
        return None
    first, *others = sorted(understood.answers, key=lambda answer: -answer.covers)
    ahead = all(first.covers - other.covers >= _AHEAD for other in others)
    sure = first.covers >= _SURE and first.titled >= _TITLED
    return first if sure and ahead and len(first.settings) == len(names) else None
