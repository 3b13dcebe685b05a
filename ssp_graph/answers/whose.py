"""The plan that each row of an answer is of, said wherever several are loaded."""

from __future__ import annotations

from dataclasses import replace

from ssp_graph.plan import Plan
from ssp_graph.results import Column, Row, Table

WHOSE = Column("plan", "Plan")


def plan_of(plan: Plan, row: Row, *keys: str) -> str | None:
    """Return the title of the plan that a row is of: its `register`, or that of the first id under these keys."""
    named: object = row.get("register") or next((row[key] for key in keys if row.get(key)), "")
    about = plan.registers.get(str(named).partition(":")[0])
    return about.title if about else None


def with_plans(plan: Plan, table: Table, *keys: str) -> Table:
    """Return a table that says in each row, where several registers are loaded, which plan it is of."""
    if len(plan.named) < 2:
        return table
    rows = tuple({**row, WHOSE.name: plan_of(plan, row, *keys or ("id",))} for row in table.rows)
    shown = [place for place, column in enumerate(table.columns) if column.name != table.group_by]
    at = shown[0] + 1 if shown else 0
    return replace(table, columns=(*table.columns[:at], WHOSE, *table.columns[at:]), rows=rows)
