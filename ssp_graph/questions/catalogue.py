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
    "posts and people",
    "boards and membership",
    "meetings",
    "safeguarding matrix",
    "quality of the record",
)
"""The groups in the order in which they are listed; a user's own groups come after them."""

_EMPTY = """
    a an and any are as at be by can do does each every for from has have how i in is it its me not of on or our show
    tell than that the their them there they this to us was we what when where which who whom whose why with
"""
_EMPTY_WORDS = frozenset(_EMPTY.split())
_WEIGHTS = (("title", 4), ("name", 4), ("synonyms", 3), ("question", 2), ("group", 1), ("why", 1))


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


def search(library: Library, text: str) -> list[Question]:
    """Return the questions that hold words of a text, best first.

    Most words found goes first, then the weightiest places, then the title with the fewest other words. Those that
    hold no more than half as many words as the first are left out.
    """
    words = _words(text) or set(forgiving(text).split())
    scored: list[tuple[int, float, int, Question]] = []
    for question in ordered(library.questions.values()):
        places = _places(question)
        found = [max(weight * _match(word, held) for weight, held in places) for word in words]
        if any(found):
            others = len(_words(question.title) - words)
            scored.append((sum(score > 0 for score in found), -sum(found), others, question))
    most = max((number for number, *_ in scored), default=0)
    kept = [item for item in scored if item[0] * 2 > most]
    return [question for *_, question in sorted(kept, key=lambda item: (-item[0], *item[1:3]))]


def _words(text: str) -> set[str]:
    return set(forgiving(" ".join(word for word in text.split() if word.casefold() not in _EMPTY_WORDS)).split())


def _places(question: Question) -> list[tuple[int, set[str]]]:
    texts = {
        "title": question.title,
        "name": question.name,
        "synonyms": " ".join(question.synonyms),
        "question": question.question,
        "group": question.group,
        "why": question.why,
    }
    return [(weight, set(forgiving(texts[name]).split())) for name, weight in _WEIGHTS]


def _match(word: str, held: set[str]) -> float:
    """Return how well a word is found: in full, as the beginning of a longer one, or not at all."""
    if word in held:
        return 1
    return 0.5 if len(word) >= 4 and any(other.startswith(word) for other in held) else 0


def catalogue(library: Library, plan: Plan, words: str = "") -> Table:
    """Return the questions as a table: all by group, or those that hold some words, best first."""
    found = search(library, words) if words else ordered(library.questions.values())
    total = len(library.questions)
    rows: list[Row] = [
        {
            "name": question.name,
            "title": question.title,
            "question": question.question,
            "group": capital(question.group),
            "kind": question.kind,
            "parameters": [f"{parameter.name} ({_taken(parameter)})" for parameter in question.parameters],
        }
        for question in found
    ]
    return Table(
        plan.heading(
            f"Questions about “{words}”" if words else "Questions",
            question="What can be asked?",
            count=f"{len(found)} of {total} questions." if words else f"{total} questions.",
            notes=[
                "Ask one by its name: ssp-graph ask NAME.",
                *map(str, library.problems),
            ],
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
        group_by="" if words else "group",
        empty="No question holds these words. See them all with: ssp-graph ask.",
    )


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
