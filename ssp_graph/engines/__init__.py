"""Engines that answer Cypher about the graph: one embedded, one a server, behind the same few methods."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from ssp_graph.errors import UsageError, WorkError

if TYPE_CHECKING:
    from ssp_graph.graph import Graph

ENGINES = ("ladybug", "neo4j")


@dataclass(frozen=True, slots=True)
class Rows:
    """What a query returned, alike on every engine: column names and rows of plain values.

    A node or an edge is a dict of its properties without those that are null; a path is
    `{"nodes": [...], "edges": [...]}`; dates and times are text.
    """

    columns: tuple[str, ...]
    rows: list[tuple[object, ...]]


def too_many_rows(at_most: int) -> WorkError:
    """Return the error for a query that returns more rows than it may."""
    return WorkError(f"The query returns more than {at_most:,} rows. Ask for fewer: add conditions or LIMIT.")


class Engine(ABC):
    """A graph that can be asked in Cypher. Use it as a context manager, or `close` it."""

    name: str
    shared = False
    """Whether it may hold registers beside those that are asked about."""

    @abstractmethod
    def run(self, cypher: str, parameters: Mapping[str, object], at_most: int | None = None) -> Rows:
        """Return what the query returns; parameters that it does not name are left out.

        Raises:
            UsageError: the engine refuses the query, or it names a parameter that is not given.
            WorkError: the engine cannot be reached or filled, has no room, or returns more than `at_most` rows.
        """

    @abstractmethod
    def close(self) -> None:
        """Let go of everything the engine holds."""

    def __enter__(self) -> Self:
        """Return the engine."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the engine."""
        self.close()


def open_engine(name: str, graph: Graph) -> Engine:
    """Return the engine of this name with the graph in it.

    The embedded engine is filled from the graph, unless what the store keeps of a graph that it knows will do. A server
    must hold the graph's registers already, as they are in the graph.

    Raises:
        UsageError: there is no such engine, or the server is not named.
        WorkError: it cannot be filled or reached, or does not hold the registers.
    """
    if name == "ladybug" and "kept" in graph.graph:
        from ssp_graph.engines.remembering import Remembering

        return Remembering(graph)
    if name == "ladybug":
        from ssp_graph.engines.filling import open_filled

        return open_filled(graph)
    if name == "neo4j":
        from ssp_graph.engines.server.neo4j import open_holding

        return open_holding(graph)
    raise unknown_engine(name)


def unknown_engine(name: str) -> UsageError:
    """Return the error for a name that no engine has."""
    return UsageError(f"There is no engine {name}. Choose one of: {', '.join(ENGINES)}.")
