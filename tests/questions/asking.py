"""Questions asked of small registers on the embedded engine, with as much of the answer as a test compares."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from ssp_graph.engines import Engine, open_engine
from ssp_graph.graph import Graph
from ssp_graph.plan import Plan
from ssp_graph.questions import gaps
from ssp_graph.questions.asking import run
from ssp_graph.questions.library import Library, library
from ssp_graph.results import Row, Table
from tests.making import graph_of

DAY = "2020-06-30"
INFERRED = "basis: inferred, reason: It is so elsewhere."

Engines = Callable[[Graph], Engine]


class Found(NamedTuple):
    """What a check found: how many of how many, and each thing's slug and state in order."""

    found: int
    of: int
    states: list[tuple[str, str]]


@contextmanager
def engines() -> Iterator[Engines]:
    """Give the engine that holds a graph, filled once for each graph."""
    with ExitStack() as stack:
        opened: dict[int, tuple[Graph, Engine]] = {}

        def engine(graph: Graph) -> Engine:
            if id(graph) not in opened:
                opened[id(graph)] = (graph, stack.enter_context(open_engine("ladybug", graph)))
            return opened[id(graph)][1]

        yield engine


def rows(engine: Engines, graph: Graph, check: str, day: str = DAY) -> Table:
    """Return the rows of a check."""
    return gaps.rows_of(engine(graph), Plan(graph, day), library(), check)


def counts(engine: Engines, graph: Graph, check: str, day: str = DAY) -> Row:
    """Return a check's row of the summary."""
    only = Library({check: library().questions[check]})
    (row,) = gaps.summary(engine(graph), Plan(graph, day), only).rows
    return row


def found(engine: Engines, graph: Graph, check: str, day: str = DAY) -> Found:
    """Return what a check found; the summary and the rows must agree on it."""
    answer, summed = rows(engine, graph, check, day), counts(engine, graph, check, day)
    states = [(slug(row["id"]), row["state"]) for row in answer.rows]
    for name, state in (("found", "gap"), ("accepted", "accepted"), ("inferred", "inferred"), ("unknown", "unknown")):
        assert summed[name] == [state for _, state in states].count(state)
    return Found(summed["found"], summed["of"], states)


def answer(engine: Engines, graph: Graph, name: str, day: str = DAY, **values: str | int) -> Table:
    """Return the answer to a question."""
    return run(engine(graph), Plan(graph, day), library().questions[name], values)


def reports() -> list[str]:
    """Return the names of the shipped reports."""
    return [name for name, question in library().questions.items() if question.kind == "report"]


def values(table: Table, *names: str) -> list[tuple[Any, ...]]:
    """Return some columns of a table's rows."""
    return [tuple(row[name] for name in names) for row in table.rows]


def pages(table: Table) -> list[list[int]]:
    """Return the pages that each row of a table stands on."""
    return [[source["page"] for source in row["sources"]] for row in table.rows]


def slug(node: str) -> str:
    """Return the slug at the end of an id."""
    return node.rpartition("/")[2]


def plan(tmp_path: Path, about: str = "", **files: str) -> Graph:
    """Return a register whose plan runs from 2020 to 2022, each record on page 1 unless it says otherwise."""
    lines = f"since: 2020\nuntil: 2022\n{about}"
    return graph_of(tmp_path / "town", lines, **{name: with_sources(text) for name, text in files.items()})


def with_sources(text: str) -> str:
    """Return records with a source for each that is written on one line."""
    return re.sub(r"^(- \{.*)\}$", r"\1, sources: {page: 1}}", text, flags=re.MULTILINE)
