"""The summary: what is recorded, subject by subject, and what stands out, by rules that are told beside it."""

from __future__ import annotations

from ssp_graph.answers.mapping import mapping
from ssp_graph.english import capital, counted
from ssp_graph.matrices.table import matrices, matrix
from ssp_graph.papers.findings import Findings
from ssp_graph.papers.parts import Content, Part, points, table, together
from ssp_graph.papers.wording import TOLD_APART, WORDINGS, asked, said
from ssp_graph.plan import Plan
from ssp_graph.results import Row

_COUNTED = (
    ("theme", "theme", "themes"),
    ("priority-area", "priority area", "priority areas"),
    ("action", "action", "actions"),
    ("measure", "measure", "measures"),
    ("body", "body", "bodies"),
    ("post", "post", "posts"),
)
_MATRIX = "Lead and supporting matrix"
_COLUMNS = (("subject", "Subject"), ("told", "What is recorded"))
_NEARLY_ALL = 0.9
_COUNT_THEMSELVES = frozenset({"discrepancies"})  # there is always as much of it as is counted
_MANY = 5  # below that, nearly all of them is no pattern
_MOST = 8
_MOST_STANDING_OUT = 5


def summary(plan: Plan, findings: Findings) -> Part:
    """Return what a board should know before it reads on."""
    numbers = [
        counted(number, one, several)
        for kind, one, several in _COUNTED
        if (number := sum(map(plan.holds, plan.mine(kind))))
    ]
    if not numbers:
        return Part("Summary", ("Nothing is recorded that anybody could answer for.",))
    recorded = (
        f"This paper says who answers for what: {together(numbers)} are recorded. It takes every fact from its source, "
        "and says “not recorded” where the source is silent, which is not the same as “none”."
    )
    short = table(plan, "In short", _COLUMNS, _subjects(plan, findings))
    return Part("Summary", (recorded, short, *_standing_out(findings)))


def to_consider(findings: Findings) -> Part:
    """Return the questions that the findings leave open: no recommendations, which are for the author to write."""
    asks = [f"{text} ({wording.check})" for wording in WORDINGS if (text := asked(wording, findings))]
    told: tuple[Content, ...] = ("The checks that this paper rests on leave no question open.",)
    if asks:
        told = (
            "Each question follows from the check named after it. Recommendations are the author's to add.",
            points(asks[:_MOST]),
        )
    return Part("For the board to consider", told)


def _subjects(plan: Plan, findings: Findings) -> list[Row]:
    """Return a sentence for each subject, from what the checks found on it and what the other answers count."""
    told = {**_by_subject(findings), **_mapped(plan), **_cells(plan), **_basis(findings)}
    return [{"id": "", "subject": subject, "told": text} for subject, text in told.items()]


def _by_subject(findings: Findings) -> dict[str, str]:
    subjects: dict[str, list[str]] = {}
    for wording in WORDINGS:
        if wording.subject not in TOLD_APART and (clause := said(wording, findings)):
            subjects.setdefault(wording.subject, []).append(clause)
    return {subject: f"{capital('; '.join(clauses))}." for subject, clauses in subjects.items()}


def _mapped(plan: Plan) -> dict[str, str]:
    if not plan.mine("theme") or not any(plan.all_things("regional-priority")):
        return {}
    return {"Regional priorities": mapping(plan).heading.count}


def _cells(plan: Plan) -> dict[str, str]:
    answers = [matrix(plan, each.id) for each in matrices(plan)]
    several = len(answers) > 1
    return {answer.heading.title if several else _MATRIX: answer.heading.count for answer in answers}


def _basis(findings: Findings) -> dict[str, str]:
    inferred, of = findings.number("facts-inferred", "inferred"), findings.number("facts-inferred", "of")
    differ = findings.number("discrepancies")
    told = [f"{of - inferred:,} of {of:,} facts are stated in the sources; {inferred:,} are inferred"] if of else []
    told += [f"the sources disagree on {counted(differ, 'point')}"] if differ else []
    return {"The record": f"{capital('; '.join(told))}."} if told else {}


def _standing_out(findings: Findings) -> list[Content]:
    """Return the checks that find a gap in nearly all that they count, and say that this is the rule."""
    rows = [
        row
        for row in findings.summary.rows
        if row["of"] >= _MANY and row["found"] >= row["of"] * _NEARLY_ALL and row["check"] not in _COUNT_THEMSELVES
    ]
    rows.sort(key=lambda row: (-row["found"] / row["of"], -row["found"]))
    if not rows:
        return ["No check finds a gap in nine tenths or more of what it counts."]
    told = [f"{row['title']}: {row['found']} of {row['of']}" for row in rows[:_MOST_STANDING_OUT]]
    if left := len(rows[_MOST_STANDING_OUT:]):
        told.append(f"And {left} more, among the gaps below")
    return ["What stands out, because a check finds it in nine tenths or more of what it counts:", points(told)]
