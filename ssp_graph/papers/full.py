"""The answers that a paper shortens, whole: what stands in the files beside it."""

from __future__ import annotations

from ssp_graph.answers.mapping import mapping
from ssp_graph.english import counted
from ssp_graph.matrices.table import matrices, matrix
from ssp_graph.papers.actions import action_rows
from ssp_graph.papers.findings import Findings, called
from ssp_graph.papers.structure import body_rows
from ssp_graph.plan import Plan
from ssp_graph.results import Column, Matrix, Row, Table

_SOURCES = (Column("sources", "Source", "sources"), Column("id", "Id", "id"))
_ACTIONS = (
    Column("action", "Action"),
    Column("area", "Priority area"),
    Column("theme", "Theme"),
    Column("owner", "Owner"),
    Column("due", "Due"),
    Column("status", "Status"),
    *_SOURCES,
)
_BODIES = (
    Column("body", "Body"),
    Column("above", "Reports to, or is part of"),
    Column("scrutinised", "Scrutinised by"),
    Column("chaired", "Chaired by"),
    *_SOURCES,
)
_FOUND = (Column("title", "Check"), Column("thing", "Thing"), Column("state", "State"), *_SOURCES)


def full(plan: Plan, findings: Findings) -> tuple[tuple[str, Table | Matrix], ...]:
    """Return each answer with a name that a file can bear."""
    actions, bodies, found = action_rows(plan), body_rows(plan), _found(plan, findings)
    answers: list[tuple[str, Table | Matrix]] = [
        (
            "actions",
            _table(plan, "Actions and their owners", _ACTIONS, actions, counted(len(actions), "action")),
        ),
        (
            "bodies",
            _table(plan, "What each body reports to", _BODIES, bodies, counted(len(bodies), "body", "bodies")),
        ),
        ("gaps", findings.summary),
        ("gaps-one-by-one", _table(plan, "Gaps, one by one", _FOUND, found, counted(len(found), "row"))),
        ("mapping", mapping(plan)),
    ]
    matrices_ = [matrix(plan, each.id) for each in matrices(plan)]
    answers += [
        (f"matrix-{number}" if len(matrices_) > 1 else "matrix", each) for number, each in enumerate(matrices_, 1)
    ]
    return tuple(answers)


def _table(plan: Plan, title: str, columns: tuple[Column, ...], rows: list[Row], count: str) -> Table:
    return Table(plan.heading(title, count=f"{count}."), columns, tuple(rows))


def _found(plan: Plan, findings: Findings) -> list[Row]:
    return [
        {
            "title": findings.of_check[check]["title"],
            "thing": called(plan, row),
            "state": row["state"],
            "sources": row.get("sources") or [],
            "id": row["id"],
        }
        for check, rows in findings.rows.items()
        for row in rows
    ]
