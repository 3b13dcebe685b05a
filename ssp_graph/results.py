"""What an answer is: plain objects that say everything once, for any writer to put on screen, page or paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypedDict

from ssp_graph.english import joined

Row = Mapping[str, Any]


class SourceRef(TypedDict, total=False):
    """A source as answers carry it: the document's id and title, the page as printed, the anchor."""

    document: str | None
    title: str
    page: int | None
    anchor: str | None
    part: str | None
    note: str | None


def merged(sources: Iterable[Iterable[SourceRef]]) -> list[SourceRef]:
    """Return sources of several facts without repeats, in order."""
    distinct: dict[tuple[Any, ...], SourceRef] = {}
    for source in (source for group in sources for source in group):
        distinct.setdefault((source["document"], source["page"], source["anchor"]), source)
    return list(distinct.values())


def pages(sources: Iterable[SourceRef]) -> list[SourceRef]:
    """Return sources by their pages alone, in order: the words at each place would fill a table."""
    places = ((source.get("document"), source.get("title", ""), source.get("page")) for source in sources)
    bare = merged([[SourceRef(document=held, title=title, page=page, anchor=None) for held, title, page in places]])
    paged = {source["document"] for source in bare if source["page"]}
    kept = [source for source in bare if source["page"] or source["document"] not in paged]
    return sorted(kept, key=lambda source: (source["document"] or "", source["page"] or 0))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its key in rows and JSON, its heading in words, and what its values are.

    `kind`: `text`; `number` (aligned right); `date` (as stated); `id` (JSON keeps it, text formats hide it);
    `sources` (a list of `SourceRef`); `basis` (`stated` or `inferred`).

    To read, a value may stand in brackets behind that of another column, named by `into`, after the words `lead`:
    "Head of Housing (on behalf of Safer Board)". In data it keeps a column of its own.

    In a sheet to fill in, `choices` are the words that a cell may hold, and `room` is how many characters wide the
    column is at least.
    """

    name: str
    heading: str
    kind: Literal["text", "number", "date", "id", "sources", "basis"] = "text"
    choices: tuple[str, ...] = ()
    room: int = 0
    into: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """What every answer says of itself: title, question, registers, date, how many of how many, and notes.

    `registers` are ids in the order they were named; `register_titles` their titles. `as_of` is a day (`YYYY-MM-DD`),
    the one asked for; `days` are those for which the registers answer, by their ids. `count` is the sentence that says
    how many of how many, such as "31 of 40 actions". `answer` is the sentence that could be read aloud.
    """

    title: str
    registers: tuple[str, ...]
    register_titles: tuple[str, ...]
    as_of: str
    question: str = ""
    count: str = ""
    notes: tuple[str, ...] = ()
    answer: str = ""
    days: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. `group_by` names a column whose values head groups of rows in text, page and paper.

    `empty` is the sentence that stands for the rows where there are none. To read, a `summary` may stand before them.
    """

    heading: Heading
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    group_by: str = ""
    empty: str = "None."
    caption: str = ""
    summary: Table | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a route: the two things, the relationship, its sentence; of several plans the one that states it."""

    source: str
    source_name: str
    type: str
    reversed: bool
    target: str
    target_name: str
    sentence: str
    capacity: str | None
    on: str | None
    basis: str
    sources: Sequence[SourceRef]
    caution: str = ""
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """One way up: its steps, the id it ends at, how and why.

    It ends at the `top`, with somebody who answers `elsewhere`, at a `dead end`, in a `loop` or at our `limit`.
    `asides` are sentences at the end of the route that are no steps, such as who scrutinises the last body.
    """

    steps: tuple[Step, ...]
    ends_at: str
    ends: Literal["top", "elsewhere", "dead end", "loop", "limit"]
    ends_because: str
    asides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """Routes of one kind in one sentence: those that differ only in a parallel step are told together."""

    text: str
    arrives: bool
    sources: Sequence[SourceRef]


@dataclass(frozen=True, slots=True)
class Routes:
    """Every route from one thing up to whoever answers for it in the end, and what is missing on the way.

    To read, `ways` stand for the routes where there are any; `beside` is what is no step of any route.
    """

    heading: Heading
    start: str
    start_name: str
    routes: tuple[Route, ...]
    missing: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A column of a matrix: a body with its name in full and its abbreviation, if it has one."""

    id: str
    name: str
    abbreviation: str = ""

    @property
    def in_full(self) -> str:
        """Its name, with the abbreviation behind it."""
        return f"{self.name} ({self.abbreviation})" if self.abbreviation else self.name


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a matrix. Its state is never empty: *not recorded* is said.

    `joint` says that the role is one with others; `jointly_with` are the ids of their columns, as far as known.
    """

    state: Literal["lead", "supporting", "none", "to be determined", "not recorded"]
    basis: str | None = None
    sources: Sequence[SourceRef] = ()
    joint: bool = False
    jointly_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row of a matrix: a theme, and a cell for each column by the column's id."""

    id: str
    name: str
    cells: Mapping[str, Cell]
    sources: Sequence[SourceRef] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """A lead and supporting matrix with its legend: the words of the cells and what each means."""

    heading: Heading
    id: str
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    sources: Sequence[SourceRef] = ()
    row_heading: str = "Theme"
    legend: Mapping[str, str] = field(default_factory=dict)

    def said(self, cell: Cell) -> str:
        """Return what a cell says: "Lead, jointly with ESAB (inferred)"."""
        return cell.state.capitalize() + self.aside(cell)

    def aside(self, cell: Cell) -> str:
        """Return what a cell says beside its role: ", jointly with ESAB (inferred)", or an empty text."""
        others = [column.abbreviation or column.name for column in self.columns if column.id in cell.jointly_with]
        jointly = f", jointly{' with ' * bool(others)}{joined(others)}" if cell.joint else ""
        return jointly + (" (inferred)" if cell.basis == "inferred" else "")


Result = Table | Routes | Matrix


def by_pages(result: Result) -> Result:
    """Return a result whose facts have their sources by pages alone."""
    match result:
        case Table():
            names = [column.name for column in result.columns if column.kind == "sources"]
            rows = tuple({**row, **{name: pages(row.get(name) or ()) for name in names}} for row in result.rows)
            return replace(result, rows=rows)
        case Routes():
            ways = tuple(replace(way, sources=pages(way.sources)) for way in result.ways)
            routes = tuple(
                replace(route, steps=tuple(replace(step, sources=pages(step.sources)) for step in route.steps))
                for route in result.routes
            )
            return replace(result, ways=ways, routes=routes)
        case _:
            return result
