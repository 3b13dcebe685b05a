"""What the checks, some reports, the mapping and the matrices answer, gathered once for all parts of a paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ssp_graph.answers.mapping import mapping
from ssp_graph.engines import Engine
from ssp_graph.matrices.table import matrix
from ssp_graph.plan import Plan
from ssp_graph.questions.asking import run
from ssp_graph.questions.gaps import rows_of, summary
from ssp_graph.questions.library import Library
from ssp_graph.results import Matrix, Row, Table

BESIDE = {"unknown": "unknown", "inferred": "known only by inference", "accepted": "accepted"}
REPORTS = ("actions-overdue", "vacancies", "seats-never-represented")
"""The reports on which a board may have to decide something, as on what a check finds."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of a plan: the summary of all checks, and by name the row of each and the rows that it found.

    `reports` are those that a board may have to act on, by name.
    """

    plan: Plan
    summary: Table
    of_check: Mapping[str, Row]
    rows: Mapping[str, tuple[Row, ...]]
    reports: Mapping[str, Table]
    mapping: Table
    matrices: tuple[Matrix, ...]

    def number(self, check: str, state: str = "found") -> int:
        """Return how many a check or a report found, or of how many (`of`); 0 where there is none of the name."""
        if check in self.reports:
            return len(self.reports[check].rows) if state == "found" else 0
        return int(self.of_check[check][state]) if check in self.of_check else 0

    def closed(self, check: str) -> int:
        """Return of how many a source states what a check looks for: its population without gaps of any state."""
        return self.number(check, "of") - sum(self.number(check, state) for state in ("found", *BESIDE))

    def beside(self, check: str, told: str = "found") -> str:
        """Return what a check counts beside its gaps, or beside the state that is `told`: "2 unknown"."""
        numbers = {words: self.number(check, state) for state, words in BESIDE.items() if state != told}
        return "; ".join(f"{number} {words}" for words, number in numbers.items() if number)

    def in_state(self, check: str, *states: str) -> list[Row]:
        """Return the rows of a check in one of these states: gap, unknown, inferred, accepted."""
        return [row for row in self.rows.get(check, ()) if row["state"] in states]

    def called(self, row: Row) -> str:
        """Return the name of what a row of a check is about."""
        node = str(row.get("id"))
        return self.plan.name(self.plan[node]) if node in self.plan else str(next(iter(row.values()), ""))


def gathered(engine: Engine, plan: Plan, library: Library) -> Answers:
    """Run every check, and set up the mapping and the matrices, on the plan's day."""
    every = summary(engine, plan, library)
    of_check = {row["check"]: row for row in every.rows}
    finding = [name for name, row in of_check.items() if row["found"] or any(row[state] for state in BESIDE)]
    rows = {name: rows_of(engine, plan, library, name).rows for name in finding}
    reports = {
        name: _still_seated(plan, run(engine, plan, library.questions[name]))
        for name in REPORTS
        if name in library.questions
    }
    plan = Plan(plan.graph, plan.day)  # what is said of the day is said once, at the top
    every_matrix = tuple(matrix(plan, each.id) for each in plan.mine("matrix"))
    return Answers(plan, every, of_check, rows, reports, mapping(plan), every_matrix)


def _still_seated(plan: Plan, report: Table) -> Table:
    """Return a report without the seats that are there no more: of those nothing is left to settle."""
    if not all("seat_id" in row for row in report.rows):
        return report
    seats = ((row, plan.out(plan[row["seat_id"]], "MEMBER_OF")) for row in report.rows)
    return replace(report, rows=tuple(row for row, sits in seats if row["id"] in {edge.target.id for edge in sits}))
