"""What a query of the user's own returned, as a table like any other answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ssp_graph.plan import Plan
from ssp_graph.results import Column, SourceRef, Table, merged

if TYPE_CHECKING:
    from ssp_graph.engines import Rows


def as_table(plan: Plan, cypher: str, rows: Rows) -> Table:
    """Return a query's rows under its own column names; a column `sources` is shown as sources."""
    number = len(rows.rows)
    found = [
        {
            name: merged([_sources(value)]) if name == "sources" else value
            for name, value in zip(rows.columns, row, strict=True)
        }
        for row in rows.rows
    ]
    return Table(
        plan.heading(
            "Answer to a query",
            question=" ".join(cypher.split()),
            count=f"{number} row{'' if number == 1 else 's'}.",
            notes=["A query of your own is limited to a day and to registers only where it says so."],
            every=True,
        ),
        tuple(_column(name, [row[name] for row in found]) for name in rows.columns),
        tuple(found),
    )


def _column(name: str, values: list[Any]) -> Column:
    if name == "sources":
        return Column(name, "Sources", "sources")
    numbers = [value for value in values if value is not None]
    is_number = bool(numbers) and all(type(value) in (int, float) for value in numbers)
    return Column(name, name, "number" if is_number else "text")


def _sources(value: Any) -> Iterator[SourceRef]:
    """Yield the sources that a value holds: JSON text as the graph carries it, or a list of such texts."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            return
    if isinstance(value, dict) and {"document", "page", "anchor"} <= value.keys():
        yield value  # type: ignore[misc]  # it has the keys of a source
    elif isinstance(value, list):
        for item in value:
            yield from _sources(item)
