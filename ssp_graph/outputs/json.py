"""JSON for other programs, in the shapes that they rely on: keys may be added, never renamed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ssp_graph.results import Cell, Heading, Matrix, Result, Routes, SourceRef, Step, Table


def render(result: Result, /) -> bytes:
    """Return a result as JSON in UTF-8."""
    match result:
        case Table():
            shape = _table(result)
        case Routes():
            shape = _routes(result)
        case Matrix():
            shape = _matrix(result)
    whole = _heading(result.heading) | shape | {"notes": result.heading.notes}
    # a lone half of a character pair has no UTF-8 form, but JSON has one for it
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _picked(said: object, *names: str) -> dict[str, Any]:
    return {name: getattr(said, name) for name in names}


def _heading(heading: Heading) -> dict[str, Any]:
    return _picked(heading, "title", "question", "as_of", "days", "registers", "register_titles", "answer", "count")


def _sources(sources: Sequence[SourceRef] | None) -> list[dict[str, Any]]:
    always: dict[str, Any] = {"document": None, "page": None, "anchor": None}
    return [always | {name: value for name, value in source.items() if value is not None} for source in sources or ()]


def _table(table: Table) -> dict[str, Any]:
    listed = {column.name for column in table.columns if column.kind == "sources"}
    names = [column.name for column in table.columns]
    return {
        "columns": names,
        "rows": [
            {name: _sources(row.get(name)) if name in listed else row.get(name) for name in names} for row in table.rows
        ],
    }


def _routes(routes: Routes) -> dict[str, Any]:
    told = [
        {"steps": list(map(_step, route.steps))} | _picked(route, "ends_at", "ends", "ends_because", "asides")
        for route in routes.routes
    ]
    return _picked(routes, "start", "start_name") | {"routes": told, "missing": routes.missing}


def _step(step: Step) -> dict[str, Any]:
    return {
        "from": step.source,
        "from_name": step.source_name,
        "type": step.type,
        "reversed": step.reversed,
        "to": step.target,
        "to_name": step.target_name,
        **_picked(step, "sentence", "capacity", "on", "caution", "basis"),
        "sources": _sources(step.sources),
        **({"plan": step.plan} if step.plan else {}),
    }


def _matrix(matrix: Matrix) -> dict[str, Any]:
    return {
        "matrix": matrix.id,
        "columns": [_picked(column, "id", "name", "abbreviation") for column in matrix.columns],
        "rows": [
            {
                **_picked(row, "id", "name"),
                "cells": {
                    column.id: _cell(row.cells.get(column.id, Cell("not recorded"))) for column in matrix.columns
                },
                "sources": _sources(row.sources),
            }
            for row in matrix.rows
        ],
        "legend": dict(matrix.legend),
        "sources": _sources(matrix.sources),
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return _picked(cell, "state", "basis", "joint", "jointly_with") | {"sources": _sources(cell.sources)}
