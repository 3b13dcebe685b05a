"""Gaps: every check with what it found of how many, what is accepted until when, and the rows of one check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ssp_graph.engines import Engine
from ssp_graph.english import capital
from ssp_graph.errors import UsageError
from ssp_graph.model.dates import in_words
from ssp_graph.plan import AcceptedGap, Plan
from ssp_graph.questions.catalogue import chosen, ordered
from ssp_graph.questions.library import Library, library
from ssp_graph.questions.question import Question
from ssp_graph.questions.running import fetch, parameters, population
from ssp_graph.questions.tables import found_of, table
from ssp_graph.results import Column, Row, Table
from ssp_graph.suggesting import did_you_mean

STATES = ("gap", "unknown", "inferred", "accepted")
"""What a check's row can be, in the order in which they are listed."""

_MEANING = {
    "unknown": "Unknown: the source cannot tell.",
    "inferred": "Inferred: no gap, but by inference alone, which no source states.",
    "accepted": "Accepted: known, and accepted until a day; from the day after it is a gap again.",
}

_ONCE = (
    "Found, unknown, inferred and accepted count each thing once. One thing may be found by several checks, so numbers "
    "of different checks do not add up."
)

_COLUMNS = (
    Column("check", "Check", into="title"),
    Column("title", "What it finds"),
    Column("group", "Group"),
    Column("found", "Found", "number"),
    Column("unknown", "Unknown", "number"),  # beside the first: 0 found of 80 is no good news where 80 are unknown
    Column("of", "Of", "number"),
    Column("inferred", "Inferred", "number"),
    Column("accepted", "Accepted", "number"),
    # for programs: on paper the title says it, and room is short
    Column("counted", "What is counted", "id"),
    Column("definition", "Definition", "id"),
)


# The group of checks that have nothing to count: among the others, their "0 of 0" would sound like good news.
_IDLE = "Nothing of the kind is recorded, so nothing is checked"


def gaps(
    engine: Engine,
    plan: Plan,
    check: str = "",
    values: Mapping[str, str | int] | None = None,
    own: Path | None = None,
) -> Table:
    """Return how many gaps each check finds, or the rows of one check.

    Args:
        engine: an engine that holds the plan's graph.
        plan: registers on a day.
        check: the name of a check; without it, all of them are counted.
        values: parameters of the check, by name.
        own: a folder of the user's own questions, beside the shipped ones.

    Raises:
        UsageError: there is no such check or folder, or a parameter is wrong.
        WorkError: the engine cannot be reached.
    """
    known = library(own)
    return rows_of(engine, plan, known, check, values) if check else summary(engine, plan, known)


def summary(engine: Engine, plan: Plan, library: Library) -> Table:
    """Return how many gaps each check finds on a day (`YYYY-MM-DD`), of how many.

    A check that the engine refuses is left out, and a note says so.

    Raises:
        WorkError: the engine cannot be reached.
    """
    rows: list[Row] = []
    notes = [*map(str, library.problems), *_unknown_checks(plan, library)]
    populations: dict[str, int | None] = {}  # many checks find some of the same
    for check in ordered(library.checks.values()):
        try:
            given = parameters(plan, check, {})
            _, found = judged(engine, plan, check, given)
            if check.of not in populations:
                populations[check.of] = population(engine, plan, check, given)
        except UsageError as error:
            notes.append(str(error))
            continue
        states = Counter(row["state"] for row in found)
        notes.extend(_lapsed(plan, check, found))
        rows.append(
            {
                **_by_plan(plan, found),
                "check": check.name,
                "title": check.title,
                "group": capital(check.group) if populations[check.of] or found else _IDLE,
                "found": states["gap"],
                "of": populations[check.of] or 0,
                "counted": check.counted,
                "definition": " ".join((check.question, *check.notes)),
                "accepted": states["accepted"],
                "inferred": states["inferred"],
                "unknown": states["unknown"],
            }
        )
    rows.sort(key=lambda row: row["group"] == _IDLE)
    return Table(
        plan.heading(
            "Gaps",
            question="Where are the gaps, and how many of how many?",
            answer=_finding(rows),
            count=_finding(rows),
            notes=[_ONCE, *_MEANING.values(), "The rows of one check: ssp-graph gaps CHECK.", *notes],
        ),
        (*_COLUMNS[:4], *_plans(plan), *_COLUMNS[4:]),
        tuple(rows),
        group_by="group",
    )


def _plans(plan: Plan) -> list[Column]:
    """Return a column for each of several plans, so that their gaps stand side by side."""
    names = sorted(plan.named) if len(plan.named) > 1 else []
    return [Column(name, f"Found in {plan.registers[name].title}", "number") for name in names]


def _by_plan(plan: Plan, found: list[dict[str, Any]]) -> dict[str, int]:
    """Return how many gaps each of several plans has, by its register's id."""
    if len(plan.named) < 2:
        return {}
    by = Counter(_key(row)[0] for row in found if row["state"] == "gap")
    return {name: by[name] for name in sorted(plan.named)}


class Tally(NamedTuple):
    """How many checks find gaps, how many others find something beside, how many nothing, and how many cannot."""

    finding: int
    beside: int
    nothing: int
    idle: int


def tallied(rows: Sequence[Row]) -> Tally:
    """Return of the rows of a summary how many checks find what."""
    finding = sum(row["found"] > 0 for row in rows)
    beside = sum(not row["found"] and any(row[state] for state in STATES[1:]) for row in rows)
    idle = sum(not row["of"] for row in rows)
    return Tally(finding, beside, len(rows) - finding - beside - idle, idle)


def _finding(rows: list[Row]) -> str:
    """Return how many checks find gaps, how many others find something beside, and how many nothing at all."""
    finding, beside, nothing, idle = tallied(rows)
    told = [f"{finding} of {len(rows)} checks find gaps"]
    others = "other finds" if beside == 1 else "others find"
    told += [f"{beside} {others} what is unknown, inferred or accepted"] if beside else []
    told += [f"{nothing} {'finds' if nothing == 1 else 'find'} nothing"] if nothing else []
    told += [f"{idle} {'has' if idle == 1 else 'have'} nothing to count"] if idle else []
    return f"{'; '.join(told)}."


def rows_of(
    engine: Engine,
    plan: Plan,
    library: Library,
    name: str,
    values: Mapping[str, str | int] | None = None,
) -> Table:
    """Return the rows of one check on a day: gaps first, then what the source cannot tell, inferred, accepted.

    `values` are parameters of the check by name.

    Raises:
        UsageError: there is no such check, a parameter is wrong, or the engine refuses the query.
        WorkError: the engine cannot be reached.
    """
    check = chosen(library, name, checks=True)
    if check is None:
        report = chosen(library, name)
        hint = (
            f"It is a report: ssp-graph ask {report.name}."
            if report
            else did_you_mean(name, library.checks, "See them all with: ssp-graph gaps.")
        )
        raise UsageError(f"There is no check '{name}'. {hint}")
    return found_by(engine, plan, check, values)


def found_by(engine: Engine, plan: Plan, check: Question, values: Mapping[str, str | int] | None = None) -> Table:
    """Return the rows of a check, as `rows_of` does.

    Raises:
        UsageError: a parameter is wrong, or the engine refuses the query.
        WorkError: the engine cannot be reached.
    """
    given = parameters(plan, check, values or {})
    columns, rows = judged(engine, plan, check, given)
    states = Counter(row["state"] for row in rows)
    others = [f"{states[state]} {state}" for state in STATES[1:] if states[state]]
    place = columns.index("state") + 1
    return table(
        plan,
        check,
        (*columns[:place], "accepted_reason", "accepted_until", *columns[place:]),
        sorted(rows, key=lambda row: STATES.index(row["state"])),
        f"{'; '.join((found_of(check, states['gap'], population(engine, plan, check, given)), *others))}.",
        [
            *(meaning for state, meaning in _MEANING.items() if states[state]),
            *_lapsed(plan, check, rows),
            *_unmet(plan, check, rows),
        ],
    )


def unaccepted(answer: Table) -> bool:
    """Return whether a summary, or the rows of a check, hold gaps that nobody accepted."""
    return any(row["found"] if "found" in row else row["state"] == "gap" for row in answer.rows)


def judged(
    engine: Engine, plan: Plan, check: Question, given: Mapping[str, object]
) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
    """Return a check's columns and rows; a gap that is accepted on the day is marked so."""
    columns, rows = fetch(engine, plan, check, given)
    accepted = {key: gap for key, gap in _accepted(plan, check) if plan.day <= gap.until_day}
    for row in rows:
        if row["state"] not in STATES:
            raise UsageError(f"{check.file}: a row has the state {row['state']}. A state is gap, inferred or unknown.")
        gap = accepted.get(_key(row)) if row["state"] == "gap" else None
        row["accepted_reason"], row["accepted_until"] = (gap.reason, gap.until) if gap else (None, None)
        if gap:
            row["state"] = "accepted"
    return columns, rows


def _key(row: Row) -> tuple[str, str]:
    """Return the register that has a gap, and the thing that it is about: they differ where a plan uses another's."""
    node = str(row["id"])
    return str(row.get("register") or node.partition(":")[0]), node


def _accepted(plan: Plan, check: Question) -> list[tuple[tuple[str, str], AcceptedGap]]:
    """Return the gaps of a check that the named registers accept or accepted, each by the key of its row."""
    return [
        ((about.id, gap.thing), gap)
        for about in plan.named_registers
        for gap in about.accepted_gaps
        if gap.check == check.name
    ]


def _unknown_checks(plan: Plan, library: Library) -> Iterator[str]:
    for about in plan.named_registers:
        for gap in about.accepted_gaps:
            if gap.check not in library.checks:
                hint = did_you_mean(gap.check, library.checks, "See the checks with: ssp-graph gaps.")
                yield f"{gap.place}: a gap is accepted for the check {gap.check}, which there is not. {hint}"


def _lapsed(plan: Plan, check: Question, rows: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the acceptances that have run out while the gap is still there."""
    there = {_key(row) for row in rows if row["state"] == "gap"}
    for key, gap in _accepted(plan, check):
        if plan.day > gap.until_day and key in there:
            yield (
                f"{gap.place}: the gap of {plan.name(plan[gap.thing])} ({check.name}) was accepted until "
                f"{in_words(gap.until)} and counts again."
            )


def _unmet(plan: Plan, check: Question, rows: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the acceptances of this check that no gap answers to."""
    there = {_key(row) for row in rows if row["state"] in ("gap", "accepted")}
    for key, gap in _accepted(plan, check):
        if key in there:
            continue
        if gap.thing not in plan:
            yield f"{gap.place}: a gap of {gap.thing} is accepted, which is in no register here."
        elif plan.day <= gap.until_day:
            yield f"{gap.place}: {plan.name(plan[gap.thing])} has no such gap. Delete the entry once it is closed."
