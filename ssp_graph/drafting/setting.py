"""Putting the value of one cell into what it is about."""

from __future__ import annotations

from typing import Any

from ssp_graph.drafting.fields import Field
from ssp_graph.drafting.rows import SOURCE, Column, Value, alone
from ssp_graph.editing.record_text import matched
from ssp_graph.model.facts import Source


def set_cell(item: Value, name: str, column: Column, under: Field | None, value: Any) -> None:
    """Put what a cell under a column says into the thing that its row is about; None takes it out.

    `under` is the field that the thing stands under, None for a record.
    """
    of = column.field
    if name.startswith(SOURCE):
        _set_source(item, of.key, under, value)
    elif of.holds == "items":
        _set_alone(item, of, value or [])
    elif value is None:
        item.pop(of.key, None)
    else:
        item[of.key] = value


def _set_source(item: Value, key: str, under: Field | None, value: Any) -> None:
    """Set a key of the first source, or of the source that the row itself is; one without any key goes."""
    if under and under.model is Source:
        source = item
    else:
        sources = item.setdefault("sources", [])
        if not sources:
            sources.append({})
        source = sources[0]
    if value is None:
        source.pop(key, None)
    else:
        source[key] = value


def _set_alone(item: Value, of: Field, values: list[Any]) -> None:
    """Give a field these values that stand alone, and leave what has more to say; what is replaced keeps its place."""
    items: list[Any] = item.setdefault(of.key, [])
    places = [place for place, each in enumerate(items) if each is not None and alone(of, each)]
    known = matched([items[place][of.plainly] for place in places], values)
    for place in range(len(places)):
        items[places[place]] = {of.plainly: values[known.index(place)]} if place in known else None
    items += [{of.plainly: value} for value, place in zip(values, known, strict=True) if place is None]
