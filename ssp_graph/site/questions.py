"""Every named question with its rows, every check with what it found, and the lists that lead to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ssp_graph.engines import Engine
from ssp_graph.english import capital, counted
from ssp_graph.errors import UsageError
from ssp_graph.outputs.forms.citing import citing
from ssp_graph.outputs.forms.frame import bound
from ssp_graph.outputs.forms.manuscript import Item, Listing, Section
from ssp_graph.plan import Plan
from ssp_graph.questions.asking import run
from ssp_graph.questions.catalogue import ordered
from ssp_graph.questions.library import Library
from ssp_graph.questions.question import Question
from ssp_graph.results import Column, Table
from ssp_graph.site.page import Page, page_of

QUESTIONS = "questions"
GAPS = "gaps"
_BY_PERSON = frozenset({"attendance-by-person"})


@dataclass(frozen=True, slots=True)
class Asked:
    """Every question and the answer to it; those that need to be told something first are left out."""

    questions: Mapping[str, Question]
    answers: Mapping[str, Table]

    def found(self) -> dict[str, list[tuple[str, str, str]]]:
        """Return by the id of a thing the name and title of each check that finds it, and its state there."""
        by_thing: dict[str, list[tuple[str, str, str]]] = {}
        for name, answer in self.answers.items():
            if self.questions[name].kind == "check":
                for row in answer.rows:
                    told = (name, self.questions[name].title, str(row["state"]))
                    those = by_thing.setdefault(str(row["id"]), [])
                    if told not in those:
                        those.append(told)
        return by_thing


def asked(engine: Engine, plan: Plan, library: Library, *, by_person: bool) -> Asked:
    """Ask every question; how often each person came only where it is asked for."""
    answers: dict[str, Table] = {}
    for question in ordered(library.questions.values()):
        needs_more = any(parameter.default is None for parameter in question.parameters)
        if needs_more or (question.name in _BY_PERSON and not by_person):
            continue
        try:
            answers[question.name] = run(engine, plan, question)
        except UsageError:  # of a user's own; the summary of all checks says so
            continue
    return Asked(library.questions, answers)


def question_pages(plan: Plan, every: Asked, summary: Table) -> Iterator[Page]:
    """Yield the page of each question, that of all gaps, and that of all questions."""
    for name, answer in every.answers.items():
        question = every.questions[name]
        above = (GAPS,) if question.kind == "check" else (QUESTIONS,)
        page = page_of(f"question/{name}", f"question:{name}", answer, above, question.kind.capitalize())
        yield replace(page, words=(question.question, *question.synonyms))
    yield page_of(GAPS, f"page:{GAPS}", _linked(summary))
    yield _contents(plan, every)


def _linked(summary: Table) -> Table:
    """Return the summary of all checks, to be sorted as a whole; each row bears the id of the page of its check."""
    rows = tuple({**row, "page": f"question:{row['check']}"} for row in summary.rows)
    columns = [replace(each, kind="id") if each.name == "check" else each for each in summary.columns]
    columns.sort(key=lambda column: column.name == summary.group_by)  # last
    return replace(summary, columns=(*columns, Column("page", "Page", "id")), rows=rows, group_by="")


def _contents(plan: Plan, every: Asked) -> Page:
    groups: dict[str, list[Item]] = {}
    for name, answer in every.answers.items():
        question = every.questions[name]
        told = " ".join((question.question, answer.heading.count))
        groups.setdefault(capital(question.group), []).append(Item(question.title, told, (f"question:{name}",)))
    heading = plan.heading(
        "Questions",
        question="What can be asked, and what is the answer?",
        count=f"{counted(len(every.answers), 'question')}.",
    )
    sections = [Section(group, (Listing(tuple(items)),)) for group, items in groups.items()]
    return Page(QUESTIONS, f"page:{QUESTIONS}", bound(heading, citing(()), (), sections))
