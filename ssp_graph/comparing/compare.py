"""Two plans, or one on two days: the consequences first, then what became of each record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ssp_graph.comparing.change import Change
from ssp_graph.comparing.consequences import (
    CLOSED,
    OPENED,
    action_changes,
    actions_counted,
    chain_changes,
    counted_gaps,
    explained,
    gap_changes,
)
from ssp_graph.comparing.lines import MOVED, OTHERS, PARTS, line_changes
from ssp_graph.comparing.pairing import Pairing
from ssp_graph.comparing.records import record_changes
from ssp_graph.engines import Engine
from ssp_graph.english import joined
from ssp_graph.model.dates import OPEN_END, day_before, in_words
from ssp_graph.plan import Plan, RegisterAbout
from ssp_graph.questions.library import library
from ssp_graph.results import Column, Heading, Row, Table

_ABOUT_PLAN = "The plan itself"
_ORDER = (
    *(OPENED, CLOSED),
    *dict.fromkeys(PARTS.values()),
    *("Chains", "Actions"),
    _ABOUT_PLAN,
    *("Added", "Ended", "Renamed", MOVED, "Split", "Merged", "Reworded", "Changed", OTHERS),
)
_BESIDE = (
    "Beside a gap stands the change that explains it best: the nearest of those that its check looks at. There may be "
    "others."
)
_NO_ROLE = "; no lead, chair, holder, owner or member has changed"
_ALL_CHANGES = "Everything told here is a change of what is recorded; what nobody recorded may have changed too."
_PAIRS = (
    "Things are the same where their ids are, or where a record says what it was (`was`); likeness decides nothing."
)


def compare(before: Plan, after: Plan, engines: tuple[Engine, Engine]) -> Table:
    """Return what changed from a plan to another, or from a day to another of the same registers.

    Args:
        before: the earlier plan, on its last day or the day asked.
        after: the later one, on its first day or the day asked.
        engines: engines that hold the graphs of both.

    Raises:
        UsageError: an engine refuses a check.
        WorkError: an engine cannot be reached.
    """
    pairing = Pairing(before, after)
    known = library()
    records = list(action_changes(pairing, record_changes(pairing)))
    told = [*line_changes(pairing), *_of_the_plan(pairing), *records]
    gaps = [
        _with_time(
            pairing,
            gap if gap.what in ("lapsed", "accepted") else explained(pairing, gap, known.checks[gap.check], told),
        )
        for gap in gap_changes(pairing, engines, known)
    ]
    changes = sorted((*gaps, *told, *chain_changes(pairing)), key=lambda change: _ORDER.index(change.part))
    return _table(pairing, changes)


def days_to_compare(before: Plan, after: Plan, today: str) -> tuple[str, str]:
    """Return the days on which two plans are compared: the earlier one's last and the later one's first.

    Two that overlap, as two states of one plan do, are compared on the last day that both have.
    """
    (old,), (new,) = before.named_registers, after.named_registers
    if old.id != new.id and (old.until_day < new.since_day or new.follows == old.id):
        return min(old.until_day, day_before(new.since_day)), new.since_day
    last = min(old.until_day, new.until_day)
    day = max(today, old.since_day, new.since_day) if last == OPEN_END else last
    return day, day


def _of_the_plan(pairing: Pairing) -> Iterator[Change]:
    """Yield what changed in what the registers say of themselves."""
    earlier = dict(pairing.before.registers)
    for name, about in pairing.before.registers.items():
        if (later := pairing.register(pairing.before, name)) != name:
            earlier[later] = about
    for new in pairing.after.named_registers:
        old = earlier.get(new.id)
        if old is None or not new.partnership or new.partnership not in pairing.after:
            continue
        keys = frozenset({pairing.key(pairing.after, new.partnership)})
        for what, was, now in _said(pairing, old, new):
            if was != now and was and now:
                yield Change(
                    _ABOUT_PLAN,
                    "changed",
                    f"{what} was {was or 'not recorded'}, and is {now or 'not recorded'}.",
                    pairing.after[new.partnership],
                    was=was,
                    now=now,
                    touches=keys,
                    words=frozenset({"Register", "partnership", "since_day", "until_day"}),
                )


def _said(pairing: Pairing, old: RegisterAbout, new: RegisterAbout) -> Iterator[tuple[str, str, str]]:
    yield "The plan's title", old.title, new.title
    yield "The plan's period", _period(old), _period(new)
    yield "The partnership", _names(pairing, pairing.before, old), _names(pairing, pairing.after, new)


def _period(about: RegisterAbout) -> str:
    first = in_words(about.since) if about.since else "an open start"
    return f"from {first} to {in_words(about.until) if about.until else 'an open end'}"


def _names(pairing: Pairing, plan: Plan, about: RegisterAbout) -> str:
    key = pairing.key(plan, about.partnership) if about.partnership else ""
    pair = pairing.pairs.get(key)
    name = pair.now.name if pair else ""
    tops = [pairing.pairs[top] for one in about.answers_to if (top := pairing.key(plan, one)) in pairing.pairs]
    return f"{name}, which answers to {joined([top.now.name for top in tops])}" if tops else name


def _with_time(pairing: Pairing, gap: Change) -> Change:
    """Let the passing of time explain what no other change does."""
    if gap.because or pairing.before.day == pairing.after.day:
        return gap
    because = f"Time has passed: from {in_words(pairing.before.day)} to {in_words(pairing.after.day)}."
    return replace(gap, because=because)


def _table(pairing: Pairing, changes: Sequence[Change]) -> Table:
    before, after = pairing.before, pairing.after
    rows = tuple(_row(pairing, change) for change in changes)
    several = len({row["register"] for row in rows}) > 1
    return Table(
        _heading(pairing, changes),
        (
            Column("part", "Part"),
            Column("sentence", "What changed"),
            Column("because", "Explained by", into="sentence", lead="explained by:"),
            Column("kind", "Kind", "id"),
            Column("change", "Change", "id"),
            Column("name", "Name", "id"),
            Column("from", "Before" if before.day == after.day else f"On {in_words(before.day)}"),
            Column("to", "After" if before.day == after.day else f"On {in_words(after.day)}"),
            Column("check", "Check", "id"),
            *([Column("plan", "Plan")] if several else []),
            Column("basis", "Basis", "basis"),
            Column("sources", "Sources", "sources"),
            Column("register", "Register", "id"),
            Column("id", "Id", "id"),
        ),
        rows,
        group_by="part",
        empty="Nothing differs.",
    )


def _row(pairing: Pairing, change: Change) -> Row:
    plan = pairing.after if change.thing.register in pairing.after.registers else pairing.before
    return {
        "part": change.part,
        "sentence": change.sentence,
        "because": change.because,
        "kind": change.thing.kind_in_words,
        "change": change.what,
        "name": change.thing.name,
        "from": change.was,
        "to": change.now,
        "check": change.check,
        "plan": plan.registers[change.thing.register].title,
        "basis": "inferred" if change.inferred else "stated",
        "sources": change.sources,
        "register": change.thing.register,
        "id": change.thing.id,
    }


def _heading(pairing: Pairing, changes: Sequence[Change]) -> Heading:
    before, after = pairing.before, pairing.after
    titles = {name: plan.registers[name].title for plan in (before, after) for name in plan.named}
    one = before.named == after.named
    old, new = (joined([plan.registers[name].title for name in plan.named]) for plan in (before, after))
    days = f"{in_words(before.day)} and {in_words(after.day)}"
    same_day = before.day == after.day
    title = f"{new}: {days}" if one and not same_day else f"{old} and {new}" if not one else new
    compared = (
        f"{old} is answered for as of {in_words(before.day)}, {new} as of {in_words(after.day)}."
        if not one
        else f"Compared are {days}."
    )
    return replace(
        after.heading(
            f"What changed: {title}",
            question="What changed?",
            answer=_answer(changes),
            count=" ".join(filter(None, (_parts(changes), actions_counted(pairing, changes)))) if changes else "",
            notes=[
                compared,
                _PAIRS,
                *([_BESIDE] if any(change.check for change in changes) else []),
                *([_ALL_CHANGES] if changes else []),
            ],
        ),
        registers=tuple(titles),
        register_titles=tuple(titles.values()),
        days={name: plan.days[name] for plan in (before, after) for name in plan.named},
    )


def _answer(changes: Sequence[Change]) -> str:
    if not changes:
        return "Nothing differs: no gap opened or closed, and no record changed."
    by = Counter(change.part for change in changes)
    parts = [part for part in ("Leads", "Chairs", "Holders", "Owners", "Members") if by[part]]
    roles = joined([f"the {part.casefold()} of {by[part]}" for part in parts])
    more = f"; {roles} {'has' if sum(by[part] for part in parts) == 1 else 'have'} changed" if roles else _NO_ROLE
    return f"{counted_gaps(changes)}{more}."


def _parts(changes: Sequence[Change]) -> str:
    by = Counter(change.part for change in changes)
    told = "; ".join(f"{part} {by[part]}" for part in _ORDER if by[part])
    return f"{len(changes)} changes: {told}."
