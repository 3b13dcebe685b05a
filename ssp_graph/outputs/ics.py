"""What comes up as a calendar that Outlook and others open: a day for each thing (RFC 5545)."""

from __future__ import annotations

import datetime

from icalendar import Calendar, Event

from ssp_graph.results import Row, SourceRef, Table


def render(coming: Table) -> bytes:
    """Return the rows that have a day, as `due` gives them, each as an entry of that whole day.

    An entry keeps its UID from one writing to the next, so that opening a later file moves it and doubles nothing.
    """
    file = Calendar()
    file.add("prodid", "-//ssp-graph//due//EN")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", coming.heading.title)
    stamp = datetime.datetime.fromisoformat(coming.heading.as_of).replace(tzinfo=datetime.UTC)
    seen: dict[str, int] = {}
    for row in coming.rows:
        if row["day"]:
            name = f"{row['id']}/{row['sort']}".replace(":", "/").replace(" ", "-")
            seen[name] = number = seen.get(name, 0) + 1
            file.add_component(_entry(row, name if number == 1 else f"{name}/{number}", stamp))
    return bytes(file.to_ical())


def _entry(row: Row, name: str, stamp: datetime.datetime) -> Event:
    day = datetime.date.fromisoformat(row["last_day"])
    entry = Event()
    entry.add("uid", f"{name}@ssp-graph")
    entry.add("dtstamp", stamp)
    entry.add("dtstart", day)
    entry.add("dtend", day + datetime.timedelta(1))
    entry.add("summary", row["what"])
    entry.add("description", "\n".join(_told(row)))
    entry.add("categories", [row["sort"]])
    entry.add("transp", "TRANSPARENT")  # nobody is busy for it
    return entry


def _told(row: Row) -> list[str]:
    stated = f"Stated as {row['day']}." if row["day"] != row["last_day"] else ""
    who = f"Who: {'; '.join(row['who'])}." if row["who"] else ""
    inferred = "Inferred, not stated." if row["basis"] == "inferred" else ""
    return [text for text in (who, stated, inferred, *(_place(source) for source in row["sources"])) if text]


def _place(source: SourceRef) -> str:
    page = f", p. {source['page']}" if source["page"] else ""
    return f"Source: {source['title']}{page}."
