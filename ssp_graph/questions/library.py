"""Questions by name: the shipped ones and a user's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ssp_graph.errors import Problem, UsageError
from ssp_graph.files import shown_path
from ssp_graph.questions.question import Question, read_question
from ssp_graph.shipped import shipped


@dataclass(frozen=True, slots=True)
class Library:
    """Questions by name, and what is wrong with the files that could not be read."""

    questions: Mapping[str, Question]
    problems: tuple[Problem, ...] = ()

    @property
    def checks(self) -> dict[str, Question]:
        """The questions that look for gaps."""
        return {name: question for name, question in self.questions.items() if question.kind == "check"}


def library(own: Path | None = None) -> Library:
    """Return the shipped questions and those in a user's own folder.

    Raises:
        UsageError: there is no such folder, or it holds no question.
    """
    questions, problems = _read(shipped("queries"), trusted=True)
    if own is None:
        return Library(questions, tuple(problems))
    if not own.is_dir():
        raise UsageError(f"{shown_path(own)} is no folder. Give a folder of questions, files that end in .cypher.")
    found, more = _read(own)
    if not found and not more:
        raise UsageError(f"{shown_path(own)} holds no question. A question is a file that ends in .cypher.")
    for name, question in found.items():
        if name in questions:
            what = f"a shipped question has the name {name} too"
            more.append(Problem(question.file, 0, what, "Give the file another name."))
    return Library({**found, **questions}, (*problems, *more))


def _read(folder: Path, *, trusted: bool = False) -> tuple[dict[str, Question], list[Problem]]:
    questions: dict[str, Question] = {}
    problems: list[Problem] = []
    shown = shown_path(folder)
    for path in sorted(folder.glob("*.cypher")):
        found = read_question(path, f"{shown}/{path.name}", trusted=trusted)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            questions[found.name] = found
    return questions, problems
