"""What a register holds: counts by kind, or the things of one kind or classification."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from ssp_graph.answers.names import as_kind
from ssp_graph.answers.whose import with_plans
from ssp_graph.english import capital, counted, joined, plural, singular
from ssp_graph.errors import UsageError
from ssp_graph.model.kinds import BY_KIND
from ssp_graph.plan import Plan, Thing
from ssp_graph.results import Column, Row, Table

_SORTS: dict[str, Literal["number", "date"]] = {"number": "number", "year": "date", "due": "date"}
_FEW = 8
_SHOWN_FIELDS = ("classification", "status", "level", "number", "year", "due", "group", "holding", "day")


def counts(plan: Plan) -> Table:
    """Return how many things of each kind the named registers hold."""
    mine = plan.mine()
    number, in_force = Counter(thing.kind for thing in mine), Counter(thing.kind for thing in mine if plan.holds(thing))
    rows: list[Row] = [
        {"kind": kind, "name": _in_words(record.plural), "count": number[kind], "in_force": in_force[kind]}
        for kind, record in BY_KIND.items()
    ]
    most = joined([f"{_in_words(BY_KIND[kind].plural)} ({count})" for kind, count in number.most_common(3)])
    differ = number != in_force
    edges = sum(map(plan.is_named, plan.at_any_time.edges()))
    others = [about.title for name, about in plan.registers.items() if name not in plan.named]
    return Table(
        plan.heading(
            "What is in the register",
            question="What does the register hold?",
            answer=f"The commonest things in it: {most}." if most else "It holds nothing yet.",
            count=f"{sum(number.values())} things and {edges} relationships between them.",
            notes=[f"It uses {title}, which is not counted here." for title in others],
        ),
        (
            Column("kind", "Kind", "id"),
            Column("name", "Kind"),
            Column("count", "Count", "number"),
            *([Column("in_force", "In force on the day", "number")] if differ else ()),
        ),
        tuple(rows),
    )


def things(plan: Plan, kind: str) -> Table:
    """Return the things of one kind, or of the bodies, organisations … that have this classification.

    `kind` is a kind or a classification, in the singular or plural ("boards", "priority areas").

    Raises:
        UsageError: there is neither such a kind nor such a classification.
    """
    if wanted := as_kind(kind):
        everywhere = list(plan.all_things(wanted))
        several = _in_words(BY_KIND[wanted].plural)
    else:
        one = singular(_in_words(kind.strip()))
        everywhere = [
            thing for thing in plan.all_things() if f" {singular(_in_words(thing.classification))}".endswith(f" {one}")
        ]
        several = plural(one)
        if not everywhere:
            raise UsageError(_unknown(plan, kind))
    listed = [thing for thing in everywhere if plan.is_named(thing)]
    given = [name for name in _SHOWN_FIELDS if any(thing.get(name) not in (None, "") for thing in listed)]
    fields = [name for name in given if any(thing.get(name) not in (None, "", "not recorded") for thing in listed)]
    rows: list[Row] = [
        {
            "name": thing.name,
            **{name: thing.get(name) for name in fields},
            "aliases": ", ".join(thing.aliases),
            "basis": thing.basis,
            "sources": thing.sources,
            "id": thing.id,
        }
        for thing in listed
    ]
    columns = (
        Column("name", "Name"),
        *(Column(name, capital(name), _SORTS.get(name, "text")) for name in fields),
        Column("aliases", "Also known as"),
        Column("basis", "Basis", "basis"),
        Column("sources", "Sources", "sources"),
        Column("id", "Id", "id"),
    )
    table = Table(
        plan.heading(
            capital(several),
            question=f"Which {several} does the register hold?",
            count=f"{counted(len(rows), singular(several), several)}.",
            answer=_answer(plan, listed, several),
            notes=[f"{capital(name)} is recorded for none." for name in given if name not in fields]
            + _elsewhere(plan, everywhere),
        ),
        columns,
        tuple(rows),
        empty=f"No {several} are recorded.",
    )
    return with_plans(plan, table)


def _answer(plan: Plan, listed: list[Thing], several: str) -> str:
    """Name all that are few; of many, which sorts they mostly are, or the first and the last."""
    names = [plan.quoted(thing) for thing in listed]
    sorts = Counter(thing.classification for thing in listed if thing.classification)
    if len(names) <= _FEW:
        return f"{capital(several)}: {'; '.join(names)}." if names else ""
    if len(sorts) > 1:
        most = joined([f"{sort} ({count})" for sort, count in sorts.most_common(3)])
        return f"The commonest sorts: {most}."
    return f"{capital(several)} from {names[0]} to {names[-1]}."


def _in_words(kind: str) -> str:
    return kind.casefold().replace("-", " ")


def _unknown(plan: Plan, typed: str) -> str:
    from ssp_graph.suggesting import near

    known = sorted({thing.classification for thing in plan.all_things()} - {""})
    kinds = [_in_words(record.plural) for record in BY_KIND.values()]
    if nearest := near(typed, [*kinds, *known], 1):
        return f"There is no kind or classification '{typed}'. Did you mean {nearest[0]}?"
    return (
        f"There is no kind or classification '{typed}'. The kinds are {', '.join(kinds)}; "
        f"the classifications here are {', '.join(known) or 'none'}."
    )


def _elsewhere(plan: Plan, everywhere: Iterable[Thing]) -> list[str]:
    """Return a note for each register that is used and holds such things too."""
    used = Counter(thing.register for thing in everywhere if not plan.is_named(thing))
    return [f"{count} more stand in {plan.registers[name].title}, which it uses." for name, count in used.items()]
