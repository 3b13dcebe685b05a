"""JSON for other programs, in the shapes that they rely on: keys may be added, never renamed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ssp_graph.results import Cell, Heading, Matrix, Result, Route, Routes, SourceRef, Step, Table


def render(result: Result, /) -> bytes:
    """Return a result as JSON in UTF-8."""
    match result:
        case Table():
            shape = _table(result)
        case Routes():
            shape = _chain(result)
        case Matrix():
            shape = _matrix(result)
    # a lone half of a character pair has no UTF-8 form, but JSON has one for it
    return (json.dumps(shape, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _heading(heading: Heading) -> dict[str, Any]:
    return {
        "title": heading.title,
        "question": heading.question,
        "as_of": heading.as_of,
        "registers": list(heading.registers),
        "register_titles": list(heading.register_titles),
        "count": heading.count,
    }


def _sources(sources: Sequence[SourceRef] | None) -> list[dict[str, Any]]:
    always: dict[str, Any] = {"document": None, "page": None, "anchor": None}
    return [always | {name: value for name, value in source.items() if value is not None} for source in sources or ()]


def _table(table: Table) -> dict[str, Any]:
    listed = {column.name for column in table.columns if column.kind == "sources"}
    return _heading(table.heading) | {
        "columns": [column.name for column in table.columns],
        "rows": [
            {
                column.name: _sources(row.get(column.name)) if column.name in listed else row.get(column.name)
                for column in table.columns
            }
            for row in table.rows
        ],
        "notes": list(table.heading.notes),
    }


def _chain(routes: Routes) -> dict[str, Any]:
    return _heading(routes.heading) | {
        "start": routes.start,
        "start_name": routes.start_name,
        "routes": [_route(route) for route in routes.routes],
        "missing": list(routes.missing),
        "notes": list(routes.heading.notes),
    }


def _route(route: Route) -> dict[str, Any]:
    return {
        "steps": [_step(step) for step in route.steps],
        "ends_at": route.ends_at,
        "ends": route.ends,
        "ends_because": route.ends_because,
        "asides": list(route.asides),
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "from": step.source,
        "from_name": step.source_name,
        "type": step.type,
        "reversed": step.reversed,
        "to": step.target,
        "to_name": step.target_name,
        "sentence": step.sentence,
        "capacity": step.capacity,
        "on": step.on,
        "caution": step.caution,
        "basis": step.basis,
        "sources": _sources(step.sources),
    }


def _matrix(matrix: Matrix) -> dict[str, Any]:
    return _heading(matrix.heading) | {
        "matrix": matrix.id,
        "columns": [
            {"id": column.id, "name": column.name, "abbreviation": column.abbreviation} for column in matrix.columns
        ],
        "rows": [
            {
                "id": row.id,
                "name": row.name,
                "cells": {
                    column.id: _cell(row.cells.get(column.id, Cell("not recorded"))) for column in matrix.columns
                },
                "sources": _sources(row.sources),
            }
            for row in matrix.rows
        ],
        "legend": dict(matrix.legend),
        "sources": _sources(matrix.sources),
        "notes": list(matrix.heading.notes),
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {"state": cell.state, "basis": cell.basis, "sources": _sources(cell.sources)}
