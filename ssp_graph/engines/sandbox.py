"""Runs Cypher that anyone may write: guarded, and within limits of time, memory and rows on either engine.

The embedded engine does not keep to limits of its own, so there the query runs in a child process that is ended.
"""

from __future__ import annotations

import contextlib
import dataclasses
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ssp_graph.cypher.guard import guarded
from ssp_graph.cypher.tokens import given
from ssp_graph.engines import Rows, unknown_engine
from ssp_graph.errors import WorkError

if TYPE_CHECKING:
    from ssp_graph.graph import Graph


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take: seconds, bytes of memory, rows."""

    seconds: float = 30.0
    memory: int = 2 << 30
    rows: int = 100_000


def ask(
    name: str,
    graph: Graph,
    cypher: str,
    parameters: Mapping[str, object],
    limits: Limits | None = None,
) -> Rows:
    """Return what a query returns that anyone may have written, from the engine of this name.

    The embedded engine holds the graph. A server answers from all it holds, and keeps to a memory limit of its own.

    Raises:
        UsageError: the query is refused, by the guard or by the engine; there is no such engine.
        WorkError: it was stopped at a limit, or the engine cannot be reached.
    """
    query, limits = guarded(cypher), limits or Limits()
    values = given(query, parameters)
    if name == "ladybug":
        return _ask_apart(graph, query, values, limits)
    if name == "neo4j":
        from ssp_graph.engines.server.neo4j import connect

        with connect(limits.seconds) as engine:
            return engine.run(query, values, limits.rows)
    raise unknown_engine(name)


def _ask_apart(graph: Graph, query: str, values: Mapping[str, object], limits: Limits) -> Rows:
    from ssp_graph.engines.filling import loading
    from ssp_graph.engines.remembering import kept_database

    request: dict[str, object] = {
        "nodes": graph.number_of_nodes(),
        "memory": limits.memory // 2,
        "query": query,
        "parameters": values,
        "rows": limits.rows,
    }
    if path := kept_database(graph):
        return _run_apart({**request, "path": str(path)}, limits)
    with loading(graph) as load:
        return _run_apart({**request, "load": dataclasses.asdict(load)}, limits)


def _run_apart(request: dict[str, Any], limits: Limits) -> Rows:
    import psutil

    from ssp_graph.engines.apart import work_apart

    end = time.monotonic() + limits.seconds

    def watch(child: int) -> None:
        if time.monotonic() > end:
            raise WorkError(
                f"The query was stopped after {limits.seconds:g} seconds. Ask for less, or bound its paths."
            )
        with contextlib.suppress(psutil.Error):  # it may have ended by itself
            if psutil.Process(child).memory_info().rss > limits.memory:
                raise WorkError(
                    f"The query was stopped at {limits.memory >> 20:,} MB of memory. Ask for less, or bound its paths."
                )

    answer = work_apart(request, watch)
    return Rows(tuple(answer["columns"]), [tuple(row) for row in answer["rows"]])
