"""What is wrong with a lead and supporting matrix, and what a reader of it should know.

A fault is what the register itself says and someone has to put right. A cell that is not recorded is none: the source
may not tell, and a register that admits it is sound. So a lead that may stand in such a cell is unknown and not missed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from ssp_graph.answers.sentences import lost
from ssp_graph.english import counted, joined
from ssp_graph.matrices.table import chosen, in_force, matrix, not_recorded
from ssp_graph.plan import Plan
from ssp_graph.results import Column, Matrix, MatrixColumn, MatrixRow, Row, Table, merged

State = Literal["fault", "to know"]

# The checks in their order, each with what it counts.
CHECKS = {
    "No lead": "themes",
    "More than one lead": "themes",
    "The lead board is past": "leads",
    "Supporting without a lead": "supporting roles",
    "A board leads everything": "boards",
    "Not recorded": "cells",
}


def matrix_check(plan: Plan, name: str | None = None) -> Table:
    """Return the findings on the matrices of the named registers on a day, or on the one called `name`.

    The rows whose `state` is `fault` are faults; `faults` counts them. The notes tell for every check how many of how
    many it found.

    Raises:
        UsageError: there is no matrix, or no such matrix.
    """
    meant = [chosen(plan, name)] if name else in_force(plan) or [chosen(plan)]
    checked = [matrix(plan, each.id) for each in meant]
    findings = [finding for each in checked for finding in _findings(plan, each)]
    findings.sort(key=lambda finding: list(CHECKS).index(finding["check"]))
    roles = Counter(cell.state for each in checked for row in each.rows for cell in row.cells.values())
    sizes = {
        "themes": sum(len(each.rows) for each in checked),
        "leads": roles["lead"],
        "supporting roles": roles["supporting"],
        "boards": sum(len(each.columns) for each in checked),
        "cells": roles.total(),
    }
    unknown, wrong = roles["not recorded"], sum(finding["state"] == "fault" for finding in findings)
    open_ = sum(_may_lead(row) for each in checked for row in each.rows)
    notes = [
        _how_many(check, sizes[of], of, findings, open_ if check == "No lead" else 0) for check, of in CHECKS.items()
    ]
    in_themes = [f"{counted(wrong, 'fault')} in {counted(sizes['themes'], 'theme')}."] if sizes["themes"] else []
    if len(checked) > 1:
        notes.append("A theme that is a row of several matrices counts in each.")
    return Table(
        plan.heading(
            f"Check of {checked[0].heading.title}" if len(checked) == 1 else f"Check of {len(checked)} matrices",
            question="Does each theme have one lead board, and is every cell recorded?",
            answer=_answer(findings, wrong, sizes["cells"]),
            count=" ".join((*in_themes, not_recorded(unknown, sizes["cells"]))),
            notes=notes,
        ),
        (
            Column("check", "Check"),
            Column("state", "State"),
            Column("matrix", "Matrix", "id" if len(checked) == 1 else "text"),
            Column("theme", "Theme"),
            Column("board", "Board"),
            Column("finding", "Finding"),
            Column("matrix_id", "Matrix id", "id"),
            Column("board_ids", "Board ids", "id"),
            Column("id", "Id", "id"),
            Column("sources", "Source", "sources"),
        ),
        tuple(findings),
        group_by="check",
        empty="Nothing was found.",
    )


def _answer(findings: list[Row], wrong: int, of: int) -> str:
    """Say the first fault and how many there are, or what is unknown, or that all is well."""
    first = next((finding["finding"] for finding in findings if finding["state"] == "fault"), "")
    if wrong:
        return f"{counted(wrong, 'fault')} to put right; the first: {first}"
    unknown = [finding for finding in findings if finding["check"] == "Not recorded"]
    if len(unknown) == 1:
        return str(unknown[0]["finding"])
    if not of:
        return "No theme is recorded, so there is nothing to check."
    return "No fault is found, but not every role is recorded." if unknown else "Every theme has one lead board."


def faults(table: Table) -> list[str]:
    """Return the findings that are faults, as sentences."""
    return [row["finding"] for row in table.rows if row["state"] == "fault"]


def _findings(plan: Plan, checked: Matrix) -> Iterator[Row]:
    cells = [cell for row in checked.rows for cell in row.cells.values()]
    if cells and all(cell.state == "not recorded" for cell in cells):
        text = f"Which boards lead and support is unknown for {_all(len(checked.rows))}{_lost(plan, checked)}."
        yield _finding(checked, "Not recorded", "to know", text, None, (), len(cells))
        return
    for row in checked.rows:
        yield from _on_theme(plan, checked, row)
    if len(checked.rows) > 1:
        for column in checked.columns:
            if all(row.cells[column.id].state == "lead" for row in checked.rows):
                text = f"{column.name} is the lead board on all {len(checked.rows)} themes."
                yield _finding(checked, "A board leads everything", "to know", text, None, (column,))


def _all(themes: int) -> str:
    return f"all {themes} themes" if themes > 1 else "its theme"


def _lost(plan: Plan, checked: Matrix) -> str:
    return next(filter(None, (lost(plan, plan[row.id], "LEADS_ON") for row in checked.rows)), "")


def _on_theme(plan: Plan, checked: Matrix, row: MatrixRow) -> Iterator[Row]:
    leads, supporting, unsettled, unknown = (
        tuple(column for column in checked.columns if row.cells[column.id].state == state)
        for state in ("lead", "supporting", "to be determined", "not recorded")
    )
    if len(leads) > 1 and not all(row.cells[column.id].joint for column in leads):
        text = f"{row.name} has {len(leads)} lead boards: {_names(leads)}."
        yield _finding(checked, "More than one lead", "fault", text, row, leads)
    for column in leads:
        if plan[column.id].status == "past":
            text = f"{column.name} leads on {row.name}, but it is a past body."
            yield _finding(checked, "The lead board is past", "fault", text, row, (column,))
    if unknown:
        so = "" if leads else ", so its lead board is unknown"
        text = f"The role of {_names(unknown)} on {row.name} is not recorded{so}."
        yield _finding(checked, "Not recorded", "to know", text, row, unknown, len(unknown))
    elif not leads:
        yet = f" yet: the role of {_names(unsettled)} is to be determined" if unsettled else ""
        yield _finding(checked, "No lead", "fault", f"{row.name} has no lead board{yet}.", row, ())
        if supporting:
            verb = "supports" if len(supporting) == 1 else "support"
            text = f"{_names(supporting)} {verb} on {row.name}, which has no lead board."
            yield _finding(checked, "Supporting without a lead", "fault", text, row, supporting, len(supporting))


def _names(boards: tuple[MatrixColumn, ...]) -> str:
    return joined([board.name for board in boards])


def _finding(
    checked: Matrix,
    check: str,
    state: State,
    text: str,
    row: MatrixRow | None,
    boards: tuple[MatrixColumn, ...],
    count: int = 1,
) -> Row:
    """Return what a check finds on a theme, or on all of them; `count` is how many of what it counts."""
    cells = [row.cells[board.id].sources for board in boards] if row else []
    return {
        "check": check,
        "state": state,
        "matrix": checked.heading.title,
        "theme": row.name if row else None,
        "board": [board.name for board in boards],
        "finding": text,
        "matrix_id": checked.id,
        "board_ids": [board.id for board in boards],
        "id": row.id if row else boards[0].id if boards else checked.id,
        "sources": merged(cells) or list(row.sources if row else checked.sources),
        "count": count,
    }


def _may_lead(row: MatrixRow) -> bool:
    """Return whether a theme has no lead that is recorded, and may have one."""
    states = {cell.state for cell in row.cells.values()}
    return "lead" not in states and "not recorded" in states


def _how_many(check: str, of: int, what: str, findings: list[Row], unknown: int) -> str:
    """Return how many of how many a check found: "No lead: 2 of 5 themes (2 faults, 1 unknown)."."""
    if not of:
        return f"{check}: no {what} are recorded, so there is nothing to check."
    states = Counter[State]()
    for finding in findings:
        if finding["check"] == check:
            states[finding["state"]] += finding["count"]
    parts = [counted(states["fault"], "fault")] if states["fault"] else []
    parts += [f"{states['to know']} to know"] if states["to know"] else []
    parts += [f"{unknown} unknown"] if unknown else []
    told = f" ({', '.join(parts)})" if parts else ""
    return f"{check}: {states.total()} of {of} {what}{told}."
