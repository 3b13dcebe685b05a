"""The summary: what is recorded, subject by subject, and what stands out, by rules that are told beside it."""

from __future__ import annotations

from collections.abc import Iterator

from ssp_graph.english import capital, counted, joined
from ssp_graph.papers.answers import Answers
from ssp_graph.papers.parts import Content, Part, Points, table
from ssp_graph.papers.wording import TOLD_APART, asked, said, wordings
from ssp_graph.results import Row

_COUNTED = ("theme", "priority-area", "action", "measure", "body", "post")
_COLUMNS = (("subject", "Subject"), ("told", "What is recorded"))
_NEARLY_ALL = 0.9
_COUNT_THEMSELVES = frozenset({"discrepancies"})  # there is always as much of it as is counted
_MANY = 5  # below that, nearly all of them is no pattern
_MOST = 8
_MOST_STANDING_OUT = 5


def summary(answers: Answers) -> Part:
    """Return what a board should know before it reads on."""
    plan = answers.plan
    numbers = [
        counted(number, kind.replace("-", " "))
        for kind in _COUNTED
        if (number := sum(map(plan.holds, plan.mine(kind))))
    ]
    if not numbers:
        return Part("Summary", ("Nothing is recorded that anybody could answer for.",))
    recorded = (
        f"This paper says who answers for what: {joined(numbers)} are recorded. It takes every fact from its source, "
        "and says “not recorded” where the source is silent, which is not the same as “none”."
    )
    rows: list[Row] = [{"id": "", "subject": name, "told": text} for name, text in dict(_subjects(answers)).items()]
    return Part("Summary", (recorded, table(plan, "In short", _COLUMNS, rows), *_standing_out(answers)))


def to_consider(answers: Answers) -> Part:
    """Return the questions that the findings leave open: no recommendations, which are for the author to write."""
    asks = [f"{text} ({wording.check})" for wording in wordings() if (text := asked(wording, answers))]
    told: tuple[Content, ...] = ("The checks that this paper rests on leave no question open.",)
    if asks:
        told = (
            "Each question follows from the check named after it. Recommendations are the author's to add.",
            Points(tuple(asks[:_MOST])),
        )
    return Part("For the board to consider", told)


def _subjects(answers: Answers) -> Iterator[tuple[str, str]]:
    """Yield a sentence for each subject, from what the checks found on it and what the other answers count."""
    clauses: dict[str, list[str]] = {}
    for wording in wordings():
        if wording.subject not in TOLD_APART and (clause := said(wording, answers)):
            clauses.setdefault(wording.subject, []).append(clause)
    for subject, told in clauses.items():
        yield subject, _sentence(told)
    plan = answers.plan
    if plan.mine("theme") and any(plan.all_things("regional-priority")):
        yield "Regional priorities", answers.mapping.heading.count
    for matrix in answers.matrices:
        several = len(answers.matrices) > 1
        yield matrix.heading.title if several else "Lead and supporting matrix", matrix.heading.count
    inferred, of = answers.number("facts-inferred", "inferred"), answers.number("facts-inferred", "of")
    differ = answers.number("discrepancies")
    record = [f"{of - inferred:,} of {of:,} facts are stated in the sources; {inferred:,} are inferred"] if of else []
    record += [f"the sources disagree on {counted(differ, 'point')}"] if differ else []
    if record:
        yield "The record", _sentence(record)


def _sentence(clauses: list[str]) -> str:
    return f"{capital('; '.join(clauses))}."


def _standing_out(answers: Answers) -> list[Content]:
    """Return the checks that find a gap in nearly all that they count, and say that this is the rule."""
    rows = [
        row
        for row in answers.summary.rows
        if row["of"] >= _MANY and row["found"] >= row["of"] * _NEARLY_ALL and row["check"] not in _COUNT_THEMSELVES
    ]
    rows.sort(key=lambda row: (-row["found"] / row["of"], -row["found"]))
    if not rows:
        return ["No check finds a gap in nine tenths or more of what it counts."]
    told = [f"{row['title']}: {row['found']} of {row['of']}" for row in rows[:_MOST_STANDING_OUT]]
    if left := len(rows[_MOST_STANDING_OUT:]):
        told.append(f"And {left} more, among the gaps below")
    rule = "What stands out, because a check finds it in nine tenths or more of what it counts:"
    return [rule, Points(tuple(told))]
