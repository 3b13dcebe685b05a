"""The embedded engine: a Ladybug database, in memory or in a file, that is asked in Cypher."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ladybug

from ssp_graph.cypher.tokens import given
from ssp_graph.engines import Engine, Rows, too_many_rows
from ssp_graph.errors import UsageError, WorkError

_ONE_THREAD = 20_000  # nodes; below, a query spends more on handing out its work than on doing it

# Bytes. Without them the library takes most of the memory and reserves terabytes of addresses.
BUFFER_POOL = 2 << 30
LARGEST_DATABASE = 1 << 36

# What the library lets out: its own are RuntimeErrors, the others come from values it cannot take or bring back.
_ERRORS = (RuntimeError, ArithmeticError, LookupError, MemoryError, TypeError, ValueError)
_SETTINGS = (
    # Else the connection keeps the memory, and now and then the rows, of what it was asked before.
    "enable_cached_prepared_statement='NONE'",
    # Else a query can fail in which a thing of several kinds may be absent: the engine looks for its table.
    "enable_semi_mask=false",
)
_INTERNAL = frozenset({"_ID", "_LABEL", "_SRC", "_DST"})


Step = tuple[str, list[list[str | None]] | None]
"""A statement, with the rows that it takes if any."""


@dataclass(frozen=True, slots=True)
class Load:
    """What fills an empty database, and how many rows each table must hold in the end."""

    steps: Sequence[Step]
    counts: Mapping[str, int]


class Ladybug(Engine):
    """A Ladybug database that can be asked in Cypher."""

    name = "ladybug"

    def __init__(
        self, path: Path | None = None, *, nodes: int = 0, read_only: bool = False, memory: int = BUFFER_POOL
    ) -> None:
        """Open the database in this file, or an empty one in memory.

        It holds or will hold this many nodes, and takes at most this many bytes of memory for buffers.

        Raises:
            WorkError: the file is no database of this version, or cannot be opened.
        """
        try:
            self._database = ladybug.Database(
                ":memory:" if path is None else str(path),
                buffer_pool_size=memory,
                max_db_size=LARGEST_DATABASE,
                read_only=read_only,
                max_num_threads=1 if nodes < _ONE_THREAD else 0,
                auto_checkpoint=False,
            )
            self._connection = ladybug.Connection(self._database)
            for setting in _SETTINGS:
                self._connection.execute(f"CALL {setting}")
        except (*_ERRORS, OSError) as error:
            raise WorkError(f"{path or 'The database in memory'} cannot be opened: {_first_line(error)}.") from error

    def run(self, cypher: str, parameters: Mapping[str, object], at_most: int | None = None) -> Rows:
        """Return what the query returns, under the rules of every engine."""
        values = given(cypher, parameters)
        try:
            result = self._connection.execute(cypher, values)
            if isinstance(result, list):
                raise UsageError("The query holds several statements. Ask one at a time.")
            columns = tuple(result.get_column_names())
            if at_most is not None and result.get_num_tuples() > at_most:
                raise too_many_rows(at_most)
            return Rows(columns, [tuple([_plain(value) for value in row]) for row in result])
        except _ERRORS as error:
            raise _in_one_line(error) from error

    def load(self, load: Load) -> None:
        """Make the tables and fill them, and check that everything arrived.

        Raises:
            WorkError: a statement failed, or a table holds other than it should: the engine can drop an edge silently.
        """
        arrived: dict[object, object] = {}
        try:
            for statement, rows in load.steps:
                self._connection.execute(statement, {} if rows is None else {"rows": rows})
        except _ERRORS as error:
            raise WorkError(f"The embedded database cannot be filled: {_first_line(error)}.") from error
        for query in ("MATCH (n) RETURN label(n), count(*)", "MATCH ()-[r]->() RETURN label(r), count(*)"):
            arrived.update((table, count) for table, count in self.run(query, {}).rows)
        for table, count in load.counts.items():
            if arrived.get(table, 0) != count:
                found = arrived.get(table, 0)
                raise WorkError(f"Only {found} of {count} {table} reached the embedded database. Please report this.")

    def checkpoint(self) -> None:
        """Bring everything into the one file. Closing does it too, but says nothing when it fails.

        Raises:
            WorkError: it cannot be written.
        """
        try:
            self._connection.execute("CHECKPOINT")
        except _ERRORS as error:
            raise WorkError(f"The embedded database cannot be kept: {_first_line(error)}.") from error

    def close(self) -> None:
        """Let go of the file or the memory."""
        self._connection.close()
        self._database.close()


def _first_line(error: Exception) -> str:
    """Return what happened, without the name of the part of the engine in which it did."""
    return re.sub(r"^\w+ exception: ", "", str(error).partition("\n")[0]).rstrip(".!")


def _in_one_line(error: Exception) -> UsageError | WorkError:
    if isinstance(error, MemoryError) or "Buffer manager exception" in str(error):
        return WorkError("The query needs more memory than it may have. Ask for less: add conditions or LIMIT.")
    return UsageError(f"The query cannot be run: {_first_line(error)}.")


def _plain(value: Any) -> object:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case {"_NODES": nodes, "_RELS": edges}:
            return {"nodes": _plain(nodes), "edges": _plain(edges)}
        case {"_LABEL": _}:
            kept = {name: item for name, item in value.items() if item is not None and name not in _INTERNAL}
            return dict(sorted(kept.items()))
        case dict():
            return {str(name): _plain(item) for name, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case datetime.date():
            return value.isoformat()
        case _:
            return str(value)
