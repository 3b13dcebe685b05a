"""Loads the graph into the embedded engine: one file for each table and pair of kinds that has data.

Where no file can be written, the rows go with the statements, which takes twice as long.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING

from ssp_graph.engines.contents import Value, edges_by_ends, nodes_by_label, registers
from ssp_graph.engines.ladybug import Ladybug, Load, Step
from ssp_graph.engines.ladybug_schema import TYPES, tables
from ssp_graph.engines.properties import (
    REGISTER,
    REGISTER_PROPERTIES,
    Type,
    edge_properties,
    node_properties,
    with_changes,
)
from ssp_graph.model.kinds import BY_LABEL
from ssp_graph.model.relationships import RELATIONSHIPS

if TYPE_CHECKING:
    from ssp_graph.graph import Graph

# In one thread, since a text may hold line breaks; nothing guessed from what the first lines look like.
_COPY_OPTIONS = "header=false, parallel=false, auto_detect=false, delim=',', quote='\"', escape='\"'"


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows that go into one table, or into one pair of kinds of an edge's: ids of the two ends first."""

    name: str
    columns: tuple[Type, ...]
    rows: list[tuple[Value, ...]]
    ends: tuple[str, str] | None = None


def open_filled(graph: Graph) -> Ladybug:
    """Return a database in memory with the graph in it.

    Raises:
        WorkError: not everything arrived.
    """
    engine = Ladybug(nodes=graph.number_of_nodes())
    try:
        with loading(graph) as load:
            engine.load(load)
    except BaseException:
        engine.close()
        raise
    return engine


@contextmanager
def loading(graph: Graph) -> Iterator[Load]:
    """Give what fills an empty database; the files that it reads are there as long as this lasts."""
    filled, made = list(_tables(graph)), tables(graph.graph["changes"])
    counts = Counter[str]()
    for table in filled:
        counts[table.name] += len(table.rows)
    with ExitStack() as stack:
        try:
            temporary = tempfile.TemporaryDirectory(prefix="ssp-graph-", ignore_cleanup_errors=True)
            folder = Path(stack.enter_context(temporary))
            steps: list[Step] = [(";".join((*made, *(_from_file(table, folder) for table in filled))), None)]
        except OSError:
            steps = [(";".join(made), None), *map(_with_rows, filled)]
        yield Load(steps, dict(counts))


def _tables(graph: Graph) -> Iterator[_Table]:
    changes: Mapping[str, int] = graph.graph["changes"]
    for label, nodes in nodes_by_label(graph).items():
        columns = tuple(with_changes(node_properties(BY_LABEL[label]), changes).values())
        yield _Table(label, columns, [tuple(node.values()) for node in nodes])
    yield _Table(REGISTER, tuple(REGISTER_PROPERTIES.values()), [tuple(about.values()) for about in registers(graph)])
    for (type_, source, target), edges in edges_by_ends(graph).items():
        columns = ("text", "text", *with_changes(edge_properties(RELATIONSHIPS[type_]), changes).values())
        rows = [(edge.source, edge.target, *edge.values.values()) for edge in edges]
        yield _Table(type_, columns, rows, (source, target))


def _from_file(table: _Table, folder: Path) -> str:
    path = folder / f"{'-'.join((table.name, *(table.ends or ())))}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("\n".join([",".join([_cell(value) for value in row]) for row in table.rows]))
    quoted = escape(path.as_posix()).replace("\\", "\\\\").replace("'", "\\'")
    return f"COPY {table.name} FROM '{quoted}' ({', '.join((_COPY_OPTIONS, *_ends(table)))})"


def _cell(value: Value) -> str:
    """Return a value as the loader reads it: text in quotation marks, and null as nothing at all."""
    if value is None:
        return ""
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    return str(value)


def _with_rows(table: _Table) -> Step:
    values = ", ".join(f"CAST(row[{place}] AS {TYPES[kind]})" for place, kind in enumerate(table.columns, 1))
    options = f" ({', '.join(_ends(table))})" if table.ends else ""
    rows = [[None if value is None else str(value) for value in row] for row in table.rows]
    return f"COPY {table.name} FROM (UNWIND $rows AS row RETURN {values}){options}", rows


def _ends(table: _Table) -> Iterable[str]:
    return (f"from='{table.ends[0]}'", f"to='{table.ends[1]}'") if table.ends else ()
