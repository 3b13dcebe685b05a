"""The rules of minutes: who was at a meeting and who was not, and in which order of days actions move."""

from __future__ import annotations

from collections.abc import Iterator

from ssp_graph.errors import Problem
from ssp_graph.model.dates import first_day, in_words, last_day
from ssp_graph.model.facts import NEXT_MEETING, Dated, Link, Source
from ssp_graph.model.kinds import Action, Document, Meeting, Post, Record
from ssp_graph.register.register import Place, Register, Where

_OF_ONE = ("person", "post")  # of whom there is one: they are there, or somebody is for them
_OVER = ("done", "stopped")  # what is closed may be opened again


def check_meetings(register: Register) -> Iterator[Problem]:
    """Yield what does not fit together in a register's meetings, in how its actions move, and in its vacancies."""
    held: dict[tuple[str, str], str] = {}
    for reference, record in register.records.items():
        place = register.places[reference]
        match record:
            case Meeting():
                yield from _attendance(reference, record, place)
                yield from _there_on_the_day(reference, record, register)
                yield from _days(reference, record, register)
                for body in record.body:
                    first = held.setdefault((register.full(body.to), record.day), reference)
                    if first != reference:
                        what = f"{reference} is of {body.to} on {in_words(record.day)}, and so is {first}"
                        yield place.problem(("day",), what, "Write one meeting once, or correct a day.", "warning")
            case Action():
                yield from _movement(reference, record, register)
            case Post():
                yield from _vacancies(reference, record, place)
            case _:
                pass


def _attendance(reference: str, meeting: Meeting, place: Place) -> Iterator[Problem]:
    sorry = {link.to for link in meeting.apologies}
    present = {link.to for link in meeting.present}
    for number, link in enumerate(meeting.present):
        where = ("present", number)
        if link.to in sorry:
            what = f"{link.to} was at {reference} and sent apologies"
            yield place.problem(where, what, "Keep what the minutes say, here or under `apologies`.")
        stands_for = link.on_behalf_of
        if stands_for == link.to:
            what = f"{link.to} came to {reference} on behalf of itself"
            yield place.problem(where, what, "Name under `on_behalf_of` whom it came for, or delete the key.")
        elif stands_for in present and stands_for.partition("/")[0].rpartition(":")[2] in _OF_ONE:
            what = f"{link.to} came to {reference} for {stands_for}, who was there too"
            yield place.problem(where, what, "Keep one of the two, or delete `on_behalf_of`.", "warning")


def _there_on_the_day(reference: str, meeting: Meeting, register: Register) -> Iterator[Problem]:
    place = register.places[reference]
    for key, links in (("present", meeting.present), ("apologies", meeting.apologies)):
        for number, link in enumerate(links):
            record = register.records.get(link.to)
            if record and not _is_there(record, meeting.day):
                what = f"{link.to} stands under `{key}` of {reference}, but is not there on {in_words(meeting.day)}"
                fix = "Name who was there then, or correct a day: here, or in its own record."
                yield place.problem((key, number), what, fix, "warning")


def _is_there(record: Record, day: str) -> bool:
    return first_day(record.since) <= last_day(day) and first_day(day) <= last_day(record.until)


def _days(reference: str, meeting: Meeting, register: Register) -> Iterator[Problem]:
    place = register.places[reference]
    if meeting.next and last_day(meeting.next) <= first_day(meeting.day):
        what = f"{reference} is on {in_words(meeting.day)}, and its next one ({in_words(meeting.next)}) is not after it"
        yield place.problem(("next",), what, "Correct `day` or `next`.")
    for number, source in enumerate(meeting.sources if meeting.present or meeting.apologies else ()):
        date = _minuted_on(register, source)
        if date and not first_day(meeting.day) <= last_day(date) <= last_day(meeting.day):
            what = f"{reference} is on {in_words(meeting.day)}, but the date of its minutes is {in_words(date)}"
            fix = "Correct one of the days, or name other minutes; of minutes the date is that of the meeting."
            yield place.problem(("sources", number), what, fix, "warning")


def _minuted_on(register: Register, source: Source) -> str | None:
    document = register.records.get(f"document/{register.document_of(source)}")
    return document.date if isinstance(document, Document) and document.classification == "minutes" else None


def _movement(reference: str, action: Action, register: Register) -> Iterator[Problem]:
    place = register.places[reference]
    agreed = [register.records.get(link.to) for link in action.agreed_at]
    days = [meeting.day for meeting in agreed if isinstance(meeting, Meeting)]
    raised = action.raised_on or min(days, key=first_day, default=None)
    if action.due == NEXT_MEETING and not action.agreed_at:
        what = f"{reference} is due at the next meeting, but was agreed at none"
        yield place.problem(("due",), what, "Add `agreed_at:`, or write `due` as a date.", "warning")
    due = None if action.due == NEXT_MEETING else action.due
    dates: list[tuple[Where, str | None]] = [(("due",), due), (("closed_on",), action.closed_on)]
    dates += [(("progress", number, "day"), told.day) for number, told in enumerate(action.progress)]
    for where, day in dates:
        if raised and day and last_day(day) < first_day(raised):
            words = {"due": "is due", "closed_on": "was closed"}.get(str(where[0]), "moved")
            what = f"{reference} {words} ({in_words(day)}) before it was agreed or raised ({in_words(raised)})"
            yield place.problem(where, what, "Correct the day that is wrong.", "warning")
    over: tuple[str, str] | None = None
    for told in sorted(action.progress, key=lambda each: last_day(each.day)):
        if over and told.status and told.status not in _OVER:
            what = f"{reference} was {over[0]} ({in_words(over[1])}), and is {told.status} later ({in_words(told.day)})"
            number = action.progress.index(told)
            yield place.problem(("progress", number), what, "Correct a status or a day, if either is wrong.", "warning")
        over = (told.status, told.day) if told.status in _OVER else None if told.status else over


def _vacancies(reference: str, post: Post, place: Place) -> Iterator[Problem]:
    for number, vacant in enumerate(post.vacant):
        for holder in post.holder:
            if holder.capacity == "holder" and _both(vacant, holder):
                what = f"{reference} is vacant while {holder.to} holds it"
                yield place.problem(("vacant", number), what, "Correct a date, here or under `holder`.", "warning")


def _both(vacant: Dated, holder: Link) -> bool:
    """Return whether somebody is stated to hold a post on a day on which it is stated to be vacant."""
    first = first_day(vacant.since) if vacant.since else last_day(vacant.stated_on)
    last = max([first, *([last_day(vacant.until)] if vacant.until else [])])
    stated = [last_day(sighting.day) for sighting in holder.stated_on]
    held = [(first_day(holder.since), last_day(holder.until))] if holder.since and holder.until else []
    ended = [(min(stated), last_day(holder.until))] if stated and holder.until else []
    return any(start <= last and first < end for start, end in (*held, *ended)) or any(
        first <= day <= last for day in stated
    )
