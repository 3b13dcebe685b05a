"""What the checks find, gathered once for all parts of a paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ssp_graph.engines import Engine
from ssp_graph.plan import Plan
from ssp_graph.questions.gaps import rows_of, summary
from ssp_graph.questions.library import Library
from ssp_graph.results import Row, Table

_STATES = ("found", "unknown", "inferred", "accepted")


@dataclass(frozen=True, slots=True)
class Findings:
    """The summary of all checks, and by name the row of each and the rows that it found."""

    summary: Table
    of_check: Mapping[str, Row]
    rows: Mapping[str, tuple[Row, ...]]

    def number(self, check: str, state: str = "found") -> int:
        """Return how many a check found, or what it counts (`of`); 0 where there is no such check."""
        return int(self.of_check[check][state]) if check in self.of_check else 0

    def in_state(self, check: str, *states: str) -> list[Row]:
        """Return the rows of a check in one of these states: gap, unknown, inferred, accepted."""
        return [row for row in self.rows.get(check, ()) if row["state"] in states]


def findings(engine: Engine, plan: Plan, library: Library) -> Findings:
    """Run every check on a day."""
    every = summary(engine, plan, library)
    of_check = {row["check"]: row for row in every.rows}
    found = [name for name, row in of_check.items() if any(row[state] for state in _STATES)]
    rows = {name: rows_of(engine, plan, library, name).rows for name in found}
    return Findings(every, of_check, rows)


def called(plan: Plan, row: Row) -> str:
    """Return the name of what a row of a check is about."""
    node = str(row.get("id"))
    if node in plan:
        return plan.name(plan[node])
    first: Any = next(iter(row.values()), "")
    return str(first)
