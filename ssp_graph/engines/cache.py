"""The embedded engine with what is kept of it between runs: a filled database, and the answers that it gave.

Both bear the key of `ready`, so neither can be stale. Whatever goes wrong with them, the answer comes from a database
made for the occasion.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import threading
from collections.abc import Mapping
from itertools import pairwise
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from ssp_graph import kept
from ssp_graph.cypher.tokens import given, tokens
from ssp_graph.engines import Rows, ready, too_many_rows
from ssp_graph.errors import WorkError

if TYPE_CHECKING:
    from ssp_graph.engines.ladybug import Ladybug
    from ssp_graph.graph import Graph

_ANSWERS = ".answers.json"
_CLOCK = frozenset({"current_date", "current_timestamp", "date", "datetime", "localdatetime", "localtime", "time"})
_CLOCK_OR_CHANCE = _CLOCK | {"gen_random_uuid", "nextval", "rand", "random", "randomuuid", "timestamp"}
_LARGEST = 4 << 20  # bytes of answers kept for one database


class Remembering:
    """The embedded engine with the answers it has given to the same graph before; it opens only for another one."""

    name = "ladybug"

    def __init__(self, graph: Graph) -> None:
        """Read the answers that are kept for this graph."""
        self._graph = graph
        self._key = ready.key_of(graph)
        self._engine: Ladybug | None = None
        self._making: threading.Thread | None = None
        self._answers: dict[str, Any] = {}
        self._learnt = False
        with contextlib.suppress(OSError, ValueError):
            if path := kept.find(self._key, _ANSWERS):
                self._answers = json.loads(path.read_bytes())

    def run(self, cypher: str, parameters: Mapping[str, object], at_most: int | None = None) -> Rows:
        """Return what the query returns; parameters that it does not name are left out.

        Raises:
            UsageError: the engine refuses the query, or it names a parameter that is not given.
            WorkError: the engine cannot be filled, or the query returns more than `at_most` rows.
        """
        values = given(cypher, parameters)
        question = hashlib.sha256(json.dumps([cypher, values], sort_keys=True).encode()).hexdigest()
        answer = self._answers.get(question)
        if answer is None:
            if self._engine is None:
                self._engine = self._open()
            found = self._engine.run(cypher, values)
            answer = {"columns": found.columns, "rows": found.rows}
            if not _asks_clock_or_chance(cypher):
                self._answers[question] = answer
                self._learnt = True
        if at_most is not None and len(answer["rows"]) > at_most:
            raise too_many_rows(at_most)
        return Rows(tuple(answer["columns"]), [tuple(row) for row in answer["rows"]])

    def _open(self) -> Ladybug:
        """Return the database that is kept, or one in memory while another is being made to be kept."""
        from ssp_graph.engines.filling import open_filled
        from ssp_graph.engines.ladybug import Ladybug

        if path := ready.find(self._key):
            with contextlib.suppress(WorkError):
                return Ladybug(path, nodes=self._graph.number_of_nodes(), read_only=True)
        self._making = threading.Thread(target=ready.find_or_make, args=(self._graph, self._key), daemon=True)
        self._making.start()
        return open_filled(self._graph)

    def close(self) -> None:
        """Keep what is new, and close the engine."""
        if self._making is not None:
            self._making.join()
        if self._engine is not None:
            self._engine.close()
        text = json.dumps(self._answers, ensure_ascii=False).encode() if self._learnt else b""
        if 0 < len(text) <= _LARGEST:
            with contextlib.suppress(OSError), kept.aside() as folder:
                made = folder / "answers"
                made.write_bytes(text)
                kept.keep(made, self._key, _ANSWERS)

    def __enter__(self) -> Self:
        """Return the engine."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the engine."""
        self.close()


def _asks_clock_or_chance(cypher: str) -> bool:
    """Return whether a query may be answered in another way the next time."""
    found = [token.text.lower() for token in tokens(cypher) if token.sort not in ("space", "comment")]
    return any(name in _CLOCK_OR_CHANCE and then == "(" for name, then in pairwise(found))


def open_cached(graph: Graph) -> Remembering:
    """Return the embedded engine for this graph, with what is kept for it."""
    return Remembering(graph)


def clear() -> int:
    """Remove everything that is kept here and return how many bytes that freed.

    Raises:
        WorkError: a file cannot be removed.
    """
    try:
        return kept.remove(ready.SUFFIX) + kept.remove(_ANSWERS)
    except OSError as error:
        raise WorkError(
            f"{kept.folder()} cannot be emptied ({error.strerror}). Close what uses it, then try again."
        ) from error
