"""What the checks, the mapping and the matrices answer, gathered once for all parts of a paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ssp_graph.answers.mapping import mapping
from ssp_graph.engines import Engine
from ssp_graph.matrices.table import matrix
from ssp_graph.plan import Plan
from ssp_graph.questions.gaps import rows_of, summary
from ssp_graph.questions.library import Library
from ssp_graph.results import Matrix, Row, Table

BESIDE = {"unknown": "unknown", "inferred": "known only by inference", "accepted": "accepted"}


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of a plan: the summary of all checks, and by name the row of each and the rows that it found."""

    plan: Plan
    summary: Table
    of_check: Mapping[str, Row]
    rows: Mapping[str, tuple[Row, ...]]
    mapping: Table
    matrices: tuple[Matrix, ...]

    def number(self, check: str, state: str = "found") -> int:
        """Return how many a check found, or of how many (`of`); 0 where there is no such check."""
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
    plan = Plan(plan.graph, plan.day)  # what is said of the day is said once, at the top
    every_matrix = tuple(matrix(plan, each.id) for each in plan.mine("matrix"))
    return Answers(plan, every, of_check, rows, mapping(plan), every_matrix)
