"""What comes up in the months ahead: everything that has a day, in the order of days, and what recurs without one."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ssp_graph.answers.sentences import verb_of
from ssp_graph.answers.whose import with_plans
from ssp_graph.english import capital, counted
from ssp_graph.model.dates import OPEN_END, day_after, first_day, in_words, last_day
from ssp_graph.plan import Edge, Fact, Plan, Thing
from ssp_graph.results import Column, Row, Table

OVER = ("done", "stopped", "closed")
_TERMS = ("HOLDS", "CHAIRS", "LEADS", "MEMBER_OF")
_COLUMNS = (
    Column("section", "When"),
    Column("day", "Day", "date"),
    Column("sort", "What sort"),
    Column("what", "What"),
    Column("who", "Who"),
    Column("basis", "Basis", "basis"),
    Column("sources", "Sources", "sources"),
    Column("id", "Id", "id"),
)
_RECURS = "Recurs, with no day recorded"


class _Event(NamedTuple):
    """Something with a last day, a month or a year as stated; or, with no day, something that recurs."""

    sort: str
    what: str
    stated: str | None
    last: str
    fact: Fact
    about: Thing
    who: tuple[str, ...] = ()


def due(plan: Plan, months: int = 12) -> Table:
    """Return what comes up from the day after the plan's day for so many months, in the order of days.

    `months` is 1 or more. What is stated for a month or a year is due by its last day.
    """
    end = _months_on(plan.day, months)
    coming = sorted(
        (event for event in _dated(plan) if plan.day < event.last <= end), key=lambda each: (each.last, each.sort)
    )
    recurring = list(_recurring(plan))
    rows = [_row(event, in_words(event.last[:7])) for event in coming]
    rows += [_row(event, _RECURS) for event in recurring]
    until = f"from {in_words(day_after(plan.day))} to {in_words(end)}"
    told = f"{counted(len(coming), 'thing')} {'comes' if len(coming) == 1 else 'come'} up {until}"
    return with_plans(
        plan,
        Table(
            plan.heading(
                f"What comes up {until}",
                question="Which reviews, ends, reports, meetings, actions and recommendations come up?",
                answer=f"{told}."
                if coming
                else f"Nothing with a day is recorded {until}: that is not the same as none.",
                count=f"{counted(len(coming), 'thing')} with a day, {len(recurring)} that recur without one.",
                notes=[
                    "What is stated for a month or a year is listed by its last day.",
                    "What was due before is not here: see the questions actions-overdue, recommendations-overdue, "
                    "recommendations-without-answer and reviews-overdue.",
                    "What recurs has no day unless a source gives one, and none is worked out.",
                ],
            ),
            _COLUMNS,
            tuple(rows),
            group_by="section",
        ),
    )


def _months_on(day: str, months: int) -> str:
    """Return the same day so many months later, or the last of a shorter month."""
    year, month = divmod(int(day[:4]) * 12 + int(day[5:7]) - 1 + months, 12)
    year = min(year, datetime.MAXYEAR)
    return f"{year:04}-{month + 1:02}-{min(int(day[8:]), calendar.monthrange(year, month + 1)[1]):02}"


def _row(event: _Event, section: str) -> Row:
    return {
        "section": section,
        "day": None if event.last == OPEN_END else event.stated,
        "sort": event.sort,
        "what": event.what,
        "who": list(event.who),
        "basis": event.fact.basis,
        "sources": list(event.fact.sources),
        "id": event.about.id,
        "last_day": event.last,
    }


def _dated(plan: Plan) -> Iterator[_Event]:
    for thing in plan.mine("action", "recommendation", "strategy", "meeting", "body", "organisation"):
        if plan.is_over(thing) or (thing.since_day > plan.day and thing.kind != "meeting"):
            continue
        match thing.kind:
            case "strategy":
                yield from _of_a_strategy(plan, thing)
            case "meeting":
                yield from _of_a_meeting(plan, thing)
            case "body" | "organisation":
                yield from _of_an_end(thing)
            case _ if thing.status not in OVER and thing.get("answer") != "refused":
                yield from _of_a_task(plan, thing)
    plans = {(each.name, last_day(each.until)) for each in plan.mine("strategy") if each.until}
    for about in plan.named_registers:
        partnership = about.partnership and plan[about.partnership]
        told = any(name in about.title and day == about.until_day for name, day in plans)
        if partnership and about.until and about.until_day < OPEN_END and not told:
            what = f"The period of {about.title} ends"
            yield _Event("end", what, about.until, about.until_day, partnership, partnership)
    for edge in plan.edges():
        if edge.type in _TERMS and edge.until and plan.is_named(edge):
            what = f"{capital(plan.called(edge.source))} {verb_of(edge)} {plan.called(edge.target)}: this ends"
            yield _Event("end", what, edge.until, last_day(edge.until), edge, edge.source)


def _of_a_task(plan: Plan, task: Thing) -> Iterator[_Event]:
    if stated := task.get("due"):
        day = task.get("due_day") if stated == "next meeting" else last_day(stated)
        if day:
            owners = _names(plan.into(task, "OWNS"))
            yield _Event(task.kind_in_words, capital(task.name), _day_of(stated, day), day, task, task, owners)
    if (stated := task.get("respond_by")) and task.get("answer") in ("not recorded", "awaited"):
        asked = _names(plan.out(task, "MADE_TO"), target=True)
        what = f"Answer to the recommendation: {task.name}"
        yield _Event("answer", what, stated, last_day(stated), task, task, asked)


def _day_of(stated: str, day: str) -> str:
    return day if stated == "next meeting" else stated


def _of_a_strategy(plan: Plan, strategy: Thing) -> Iterator[_Event]:
    if strategy.status == "ended":
        return
    owners = _names(plan.into(strategy, "OWNS"))
    if stated := strategy.get("review_due"):
        yield _Event("review", f"Review of {strategy.name}", stated, last_day(stated), strategy, strategy, owners)
    yield from _of_an_end(strategy, owners)


def _of_an_end(thing: Thing, owners: tuple[str, ...] = ()) -> Iterator[_Event]:
    if thing.until:
        yield _Event("end", f"{thing.name} ends", thing.until, last_day(thing.until), thing, thing, owners)


def _of_a_meeting(plan: Plan, meeting: Thing) -> Iterator[_Event]:
    bodies = [edge.target for edge in plan.at_any_time.out(meeting) if edge.type == "MEETING_OF"]
    names = tuple(body.name for body in bodies)
    day = last_day(meeting.get("day"))
    yield _Event("meeting", meeting.name, meeting.get("day"), day, meeting, meeting, names)
    if told := meeting.get("next"):
        held = {
            last_day(edge.source.get("day"))
            for body in bodies
            for edge in plan.at_any_time.into(body)
            if edge.type == "MEETING_OF"
        }
        if not any(first_day(told) <= each <= last_day(told) for each in held):
            what = f"Next meeting of {' and '.join(names)}"
            yield _Event("meeting", what, told, last_day(told), meeting, meeting, names)


def _recurring(plan: Plan) -> Iterator[_Event]:
    for thing in plan.mine("duty", "body"):
        often = thing.get("frequency") or thing.get("meets")
        if often and plan.holds(thing) and thing.status not in ("past", "proposed") and not thing.get("outside"):
            what = f"{thing.name}: {often}"
            sort = "meeting" if thing.kind == "body" else thing.classification or "duty"
            who = _names(plan.into(thing, "BEARS")) if thing.kind == "duty" else ()
            yield _Event(sort, what, None, OPEN_END, thing, thing, who)


def _names(edges: Iterable[Edge], *, target: bool = False) -> tuple[str, ...]:
    ends = (edge.target if target else edge.source for edge in edges if edge.capacity != "issuer")
    return tuple(dict.fromkeys(end.name for end in ends))
