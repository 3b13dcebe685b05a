"""What a paper is made of: headed parts of sentences, lists, tables, matrices and pictures, in the order of reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from string import ascii_lowercase
from typing import Any

from ssp_graph.answers.whose import with_plans
from ssp_graph.english import counted, joined, stopped
from ssp_graph.model.dates import in_words
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.plan import Edge, Fact, Plan, RegisterAbout
from ssp_graph.results import Column, Heading, Matrix, Row, SourceRef, Table, merged, pages
from ssp_graph.standing import Standing

NOT_RECORDED = "Not recorded"
_MOST_TOLD = 25
_SOURCE = Column("sources", "Source", "sources")


@dataclass(frozen=True, slots=True)
class Points:
    """A list of sentences, numbered or with bullets."""

    sentences: tuple[str, ...]
    numbered: bool = False


Content = str | Points | Table | Matrix | Diagram


@dataclass(frozen=True, slots=True)
class Part:
    """A headed part: its content in order (a text is a paragraph), then its own parts."""

    heading: str
    content: tuple[Content, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A board paper: `about` is its title block, `parts` are what a board decides by, `appendices` what that rests on.

    In `full` are the answers that its tables shorten. `made` is the day on which it was made (`YYYY-MM-DD`). What a
    reader must know before anything else is the `warning`. `meanings` are those of its abbreviations.
    """

    heading: Heading
    about: Table
    parts: tuple[Part, ...]
    appendices: tuple[Part, ...] = ()
    full: tuple[Table | Matrix, ...] = ()
    made: str = ""
    warning: str = ""
    meanings: Mapping[str, str] = field(default_factory=dict)


def ended(plan: Plan, about: RegisterAbout, made: str) -> str:
    """Return that a register's period ended, and when, if it was over on the plan's day, or when `made`."""
    over = about.until and about.until_day < max(plan.day, made)
    return f"ended on {in_words(about.until_day)}" if over else ""


Columns = Sequence[tuple[str, str]]
"""The columns of a table in a paper, by key and heading."""


def table(plan: Plan, caption: str, columns: Columns, rows: Iterable[Row], empty: str = "None.") -> Table:
    """Return a table of a paper, whose last column are the pages that its rows stand on.

    Columns that no row fills are left out. Where several plans are named, the second column says which.
    """
    cited: list[dict[str, Any]] = [{**row, "sources": pages(row.get("sources") or ())} for row in rows]
    told = [Column(key, name) for key, name in columns if not cited or any(row.get(key) for row in cited)]
    if any(row["sources"] for row in cited):
        told.append(_SOURCE)
    return with_plans(plan, Table(plan.heading(caption), tuple(told), tuple(cited), empty=empty, caption=caption))


def whole(plan: Plan, title: str, columns: Columns, rows: Sequence[Row], noun: str) -> Table:
    """Return a table that stands beside a paper, with every row and its sources in full."""
    shown = (*(Column(key, name) for key, name in columns), _SOURCE, Column("id", "Id", "id"))
    return Table(plan.heading(title, count=f"{counted(len(rows), noun)}."), shown, tuple(rows))


def listed(names: Iterable[str], most: int = 8, none: str = NOT_RECORDED, longest: int = 10_000) -> str:
    """Return names one after the other without repeats, and how many more there are.

    At `most` so many are named, and after the first only while they take up no more than `longest` characters.
    """
    distinct = list(dict.fromkeys(names))
    if not distinct:
        return none
    shown = distinct[:1]
    for name in distinct[1:most]:
        if len("; ".join((*shown, name))) > longest:
            break
        shown.append(name)
    left = len(distinct) - len(shown)
    return "; ".join(shown) + (f"; and {left:,} more" if left else "")


def sources_of(facts: Iterable[Fact]) -> list[SourceRef]:
    """Return the sources of things and relationships."""
    return merged(fact.sources for fact in facts)


def those_of(role: Standing, named: Callable[[Edge], str]) -> list[str]:
    """Return who has a role, then who is near it; where nobody has it, that comes first."""
    return [*([NOT_RECORDED] if role.besides and not role.by else []), *map(named, role.near)]


def by_whom(plan: Plan, role: Standing) -> str:
    """Return who has a role, for a sentence; a vice chair is no chair, and a body only proposed scrutinises nothing."""
    names = joined(list(dict.fromkeys(marked(plan, edge, "chair") for edge in role.near)))
    return f"nobody who is recorded, beside {names}" if role.besides and not role.by else names


def marked(plan: Plan, edge: Edge, *plain: str) -> str:
    """Return the name of whoever a relationship starts from, and that it is inferred where it is.

    Where `plain` capacities are given, any other is told too.
    """
    capacity = f" ({edge.capacity})" if plain and edge.capacity not in (None, *plain) else ""
    return plan.name(edge.source) + capacity + basis_of(edge)


def basis_of(edge: Edge) -> str:
    """Return the mark of what is inferred."""
    return " (inferred)" if edge.inferred else ""


def spoken(drawn: Diagram) -> Diagram:
    """Return a picture whose lines and holes, as sentences, are the text that stands for it."""
    told = [
        f"{line.sentence.rstrip('.')}{' (inferred)' if line.basis == 'inferred' else ''}."
        for line in drawn.lines
        if line.shown == "line"
    ]
    told += [stopped(hole.sentence) for hole in drawn.holes]
    left = [f"And {len(told) - _MOST_TOLD} more."] if len(told) > _MOST_TOLD else []
    return replace(drawn, summary=" ".join((*told[:_MOST_TOLD], *left)))


def senses(wordings: Iterable[Any]) -> str:
    """Return what each of several sources says: "(a) It is open. (b) It is to be set up."."""
    told = (stopped(str(wording["sense"])) for wording in wordings)
    return " ".join(f"({letter}) {text}" for letter, text in zip(ascii_lowercase, told, strict=False))
