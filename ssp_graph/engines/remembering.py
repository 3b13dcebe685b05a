"""The embedded engine with what the store keeps of a graph: the answers it gave and, of a large one, a database."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ssp_graph import store
from ssp_graph.cypher.tokens import given, tokens
from ssp_graph.engines import Engine, Rows, too_many_rows
from ssp_graph.errors import WorkError

if TYPE_CHECKING:
    from ssp_graph.engines.ladybug import Ladybug
    from ssp_graph.graph import Graph

LARGE = 20_000  # things; below, a database is filled three times before its file is written once
_CLOCK = frozenset({"current_date", "current_timestamp", "date", "datetime", "localdatetime", "localtime", "time"})
_CLOCK_OR_CHANCE = _CLOCK | {"gen_random_uuid", "nextval", "rand", "random", "randomuuid", "timestamp"}
_LARGEST = 128 << 20  # bytes of answers kept for one graph: those of all checks on 317 partnerships take 89 MB


class Remembering(Engine):
    """The embedded engine with the answers it has given to the same graph before; it opens only for another one."""

    name = "ladybug"

    def __init__(self, graph: Graph) -> None:
        """Read the answers that are kept for this graph, which the store knows."""
        self._graph = graph
        self._engine: Ladybug | None = None
        self._answers: dict[str, Any] = {}
        self._learnt = False
        with contextlib.suppress(OSError, ValueError):
            if path := store.find(_key(graph), store.ANSWERS):
                self._answers = json.loads(path.read_bytes())

    def run(self, cypher: str, parameters: Mapping[str, object], at_most: int | None = None) -> Rows:
        """Return what the query returns, under the rules of every engine."""
        values = given(cypher, parameters)
        question = hashlib.sha256(json.dumps([cypher, values], sort_keys=True).encode()).hexdigest()
        answer = self._answers.get(question)
        if answer is None:
            self._engine = self._engine or self._open()
            rows = self._engine.run(cypher, values)
            answer = {"columns": rows.columns, "rows": rows.rows}
            if not _asks_clock_or_chance(cypher):
                self._answers[question] = answer
                self._learnt = True
        if at_most is not None and len(answer["rows"]) > at_most:
            raise too_many_rows(at_most)
        return Rows(tuple(answer["columns"]), [tuple(row) for row in answer["rows"]])

    def _open(self) -> Ladybug:
        from ssp_graph.engines.filling import open_filled
        from ssp_graph.engines.ladybug import Ladybug

        if path := kept_database(self._graph):
            with contextlib.suppress(WorkError):
                return Ladybug(path, nodes=self._graph.number_of_nodes(), read_only=True)
        return open_filled(self._graph)

    def close(self) -> None:
        """Keep what is new, and close the engine."""
        if self._engine is not None:
            self._engine.close()
        text = json.dumps(self._answers, ensure_ascii=False).encode() if self._learnt else b""
        if 0 < len(text) <= _LARGEST:
            store.keep(_key(self._graph), store.ANSWERS, lambda made: made.write_bytes(text))


def kept_database(graph: Graph) -> Path | None:
    """Return the database that is kept of a large graph from the store, made first where there is none.

    None of any other graph, and where it cannot be made.
    """
    if "kept" not in graph.graph or graph.number_of_nodes() < LARGE:
        return None
    return store.find(_key(graph), store.DATABASE) or store.keep(
        _key(graph), store.DATABASE, lambda made: _make(graph, made)
    )


def _make(graph: Graph, path: Path) -> None:
    """Fill a database in a file; apart, since a full disk can end the process that writes it."""
    from ssp_graph.engines.apart import work_apart
    from ssp_graph.engines.filling import loading
    from ssp_graph.engines.ladybug import BUFFER_POOL

    with loading(graph) as load:
        request = {"path": str(path), "nodes": graph.number_of_nodes(), "memory": BUFFER_POOL}
        work_apart({**request, "load": dataclasses.asdict(load)})


def _key(graph: Graph) -> str:
    return store.key(graph.graph["kept"], bool(graph.graph.get("names_left_out")), version("ladybug"))


def _asks_clock_or_chance(cypher: str) -> bool:
    """Return whether a query may be answered in another way the next time."""
    words = [token.text.lower() for token in tokens(cypher) if token.sort not in ("space", "comment")]
    return any(name in _CLOCK_OR_CHANCE and then == "(" for name, then in pairwise(words))
