"""What a push changed in a server, or would change, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ssp_graph.english import capital
from ssp_graph.plan import Plan
from ssp_graph.results import Column, Row, Table

if TYPE_CHECKING:
    from ssp_graph.engines.server.push import Change, Pushed


def as_table(plan: Plan, pushed: Pushed) -> Table:
    """Return the changes of each register, those that are used first."""
    counts = [f"{what}_{how}" for what in ("nodes", "edges") for how in ("added", "changed", "removed")]
    changed = sum(change.state != "unchanged" for change in pushed.changes)
    verb = "would change" if pushed.dry_run else "changed" if changed != 1 else "was changed"
    rows: list[Row] = [
        {
            "register": plan.registers[change.register].title,
            "register_id": change.register,
            "state": change.state,
            **{name: getattr(change, name) for name in counts},
        }
        for change in pushed.changes
    ]
    place = f"{pushed.server}, database {pushed.database}" if pushed.database else pushed.server
    return Table(
        plan.heading(
            f"What a push to {place} would change" if pushed.dry_run else f"Pushed to {place}",
            question="What of the registers does the server not hold as they are now?",
            count=f"{changed} of {len(pushed.changes)} registers {verb}.",
            notes=[note for change in pushed.changes for note in _kept(change)],
        ),
        (
            Column("register", "Register"),
            Column("register_id", "Register (id)", "id"),
            Column("state", "State"),
            *(Column(name, capital(name.replace("_", " ")), "number") for name in counts),
        ),
        tuple(rows),
    )


def _kept(change: Change) -> list[str]:
    return [f"{node} is gone from {change.register}, but stays: something else still uses it." for node in change.kept]
