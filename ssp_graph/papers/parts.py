"""What a paper is made of: headed parts of sentences, lists, tables, matrices and pictures, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Any

from ssp_graph.english import joined, stopped
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.plan import Edge, Fact, Plan
from ssp_graph.results import Column, Heading, Matrix, Row, SourceRef, Table, merged

NOT_RECORDED = "Not recorded"


@dataclass(frozen=True, slots=True)
class Points:
    """A list of sentences."""

    sentences: tuple[str, ...]


Content = str | Points | Table | Matrix | Diagram


@dataclass(frozen=True, slots=True)
class Part:
    """A headed part: its content in order (a text is a paragraph), then its own parts."""

    heading: str
    content: tuple[Content, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A board paper. `about` is its title block; in `full` are, by name, the answers that its tables shorten."""

    heading: Heading
    about: Table
    parts: tuple[Part, ...]
    full: tuple[tuple[str, Table | Matrix], ...] = ()


def table(
    plan: Plan,
    caption: str,
    columns: Sequence[tuple[str, str]],
    rows: Iterable[Row],
    empty: str = "None.",
) -> Table:
    """Return a table of a paper: its columns by key and heading, the last one the pages that its rows stand on.

    Columns that no row fills are left out. Where several plans are named, the second column says which.
    """
    cited: list[dict[str, Any]] = [{**row, "sources": pages(row.get("sources") or ())} for row in rows]
    told = [Column(key, name) for key, name in columns if not cited or any(row.get(key) for row in cited)]
    if any(row["sources"] for row in cited):
        told.append(Column("sources", "Source", "sources"))
    if len(plan.named) > 1:
        for row in cited:
            register = plan.registers.get(str(row.get("id")).partition(":")[0])
            row["plan"] = register and register.title
        told.insert(1, Column("plan", "Plan"))
    return Table(plan.heading(caption), tuple(told), tuple(cited), empty=empty, caption=caption)


def pages(sources: Iterable[SourceRef]) -> list[SourceRef]:
    """Return sources by their pages alone, in order: on paper the words at each place would fill the table."""
    bare: list[SourceRef] = [
        {
            "document": source.get("document"),
            "title": source.get("title", ""),
            "page": source.get("page"),
            "anchor": None,
        }
        for source in sources
    ]
    found = merged([bare])
    paged = {source.get("document") for source in found if source.get("page")}
    kept = [source for source in found if source.get("page") or source.get("document") not in paged]
    return sorted(kept, key=lambda source: (source.get("document") or "", source.get("page") or 0))


def points(texts: Iterable[str]) -> Points:
    """Return sentences as a list."""
    return Points(tuple(texts))


def listed(names: Iterable[str], most: int = 8, none: str = NOT_RECORDED, longest: int = 10_000) -> str:
    """Return names one after the other without repeats, and how many more there are.

    At `most` so many are named, and after the first only while they take up no more than `longest` characters.
    """
    found = list(dict.fromkeys(names))
    if not found:
        return none
    shown = found[:1]
    for name in found[1:most]:
        if len("; ".join((*shown, name))) > longest:
            break
        shown.append(name)
    left = len(found) - len(shown)
    return "; ".join(shown) + (f"; and {left:,} more" if left else "")


def together(names: Iterable[str]) -> str:
    """Return names in a sentence, without repeats: "one, another and a third"."""
    return joined(list(dict.fromkeys(names)))


def sources_of(facts: Iterable[Fact]) -> list[SourceRef]:
    """Return the sources of things and relationships."""
    return merged(fact.sources for fact in facts)


def marked(plan: Plan, edge: Edge) -> str:
    """Return the name of whoever a relationship starts from, and that it is inferred where it is."""
    return plan.name(edge.source) + basis_of(edge)


def basis_of(edge: Edge) -> str:
    """Return the mark of what is inferred."""
    return " (inferred)" if edge.inferred else ""


def senses(wordings: Iterable[Any]) -> str:
    """Return what each of several sources says: "(a) It is open. (b) It is to be set up."."""
    told = (stopped(str(wording["sense"])) for wording in wordings)
    return " ".join(f"({letter}) {text}" for letter, text in zip(ascii_lowercase, told, strict=False))
