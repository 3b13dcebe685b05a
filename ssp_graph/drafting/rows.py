"""A record as rows: one for itself, and one for each thing it states that has sources, days or more of its own.

Where the model lets a value stand alone (`owner: post/x`), it stands in its column on the record's own row, several of
them line by line. All else that is a list has rows of its own below, each with the words of its key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from ssp_graph.drafting.fields import Field, fields_of
from ssp_graph.drafting.names import Names
from ssp_graph.editing.record_text import Step, matched
from ssp_graph.model.facts import Model, Source

Value = dict[str, Any]
"""What a model holds, with every list a list and every item a mapping."""
Path = tuple[Step, ...]

SOURCE = "source."
"""What stands before the key of a source in the name of its column, as another key may have that name too."""


class Column(NamedTuple):
    """What a cell of a row holds: a field, and of a reference the kinds it may lead to."""

    field: Field
    kinds: tuple[str, ...]
    heading: str

    @property
    def lines(self) -> bool:
        """Whether the cell may hold several, line by line."""
        return self.field.several


@dataclass(slots=True)
class Row:
    """A row: where in its record it stands, the field it stands under (None for the record's own), and its cells."""

    path: Path
    model: type[Model]
    under: Field | None
    cells: dict[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """What kind of row it is, in the words of the sheet; empty for the record's own."""
        return label_of(self.under)


def label_of(under: Field | None) -> str:
    """Return what a row is called that stands under a field."""
    if under is None:
        return ""
    return "Source" if under.holds == "sources" else under.heading


@cache
def columns_of(model: type[Model], under: Field | None = None) -> dict[str, Column]:
    """Return the columns that a row of this model has, by name: what may stand alone goes under the key it is of."""
    found: dict[str, Column] = {}
    for key, item in fields_of(model).items():
        if item.holds == "sources":
            found |= {
                f"{SOURCE}{name}": Column(part, part.kinds, _of_source(name))
                for name, part in fields_of(Source).items()
            }
        elif model is Source:
            found[f"{SOURCE}{key}"] = Column(item, item.kinds, _of_source(key))
        elif under and key == under.plainly:
            found[under.key] = Column(item, under.kinds or item.kinds, under.heading)
        elif item.holds == "items" and item.plainly:
            found[key] = Column(item, item.kinds or fields_of(item.model)[item.plainly].kinds, item.heading)
        elif item.holds not in ("items", "records"):
            found[key] = Column(item, item.kinds, item.heading)
    return found


def _of_source(key: str) -> str:
    return f"Source: {'words' if key == 'anchor' else key}"


def below(model: type[Model]) -> Iterator[Field]:
    """Yield the fields of a model whose items may have rows of their own below it."""
    yield from (item for item in fields_of(model).values() if item.holds in ("items", "sources"))


def whole(model: type[Model], written: Mapping[str, Any]) -> Value:
    """Return what is written of a model with every list a list and every item a mapping."""
    fields = fields_of(model)
    return {key: _whole(fields[key], value) if key in fields else value for key, value in written.items()}


def _whole(of: Field, value: Any) -> Any:
    if not of.several:
        return value
    items = list(value) if isinstance(value, list) else [value]
    if of.holds not in ("items", "records", "sources"):
        return items
    return [whole(of.model, item if isinstance(item, dict) else {of.plainly: item}) for item in items]


def as_written(model: type[Model], written: Mapping[str, Any] | None, before: Value, after: Value) -> dict[str, Any]:
    """Return a changed value as it is to be written: what has not changed as it was, the rest as short as it may be."""
    fields, old = fields_of(model), written or {}
    order = [*old, *(key for key in fields if key not in old)]
    keys = sorted((key for key, value in after.items() if value not in (None, [], "")), key=order.index)
    return {
        key: _as_written(fields[key], old.get(key), before.get(key), after[key]) if key in fields else after[key]
        for key in keys
    }


def _as_written(of: Field, written: Any, before: Any, after: Any) -> Any:
    if written is not None and before == after:
        return written
    if not of.several:
        return after
    old = written if isinstance(written, list) else [] if written is None else [written]
    was = before or []
    items = [
        _item(of, None if known is None else old[known], {} if known is None else was[known], item)
        for known, item in zip(matched(was, after), after, strict=True)
    ]
    return items[0] if len(items) == 1 and not isinstance(written, list) else items


def _item(of: Field, written: Any, before: Any, after: Any) -> Any:
    if not isinstance(after, dict):
        return after
    if set(after) == {of.plainly} and not isinstance(written, dict):
        return after[of.plainly]
    if not isinstance(written, dict):
        return as_written(of.model, None, {}, after)
    return as_written(of.model, written, before, after)


def rows_of(model: type[Model], value: Value, names: Names, path: Path = (), under: Field | None = None) -> list[Row]:
    """Return the rows of a record, or of something in it: its own, then those below it."""
    row = Row(path, model, under)
    rows = [row]
    for key, item in fields_of(model).items():
        if key not in value or item.holds == "records":
            continue
        held = value[key]
        if item.holds == "sources":
            first, *others = held or [{}]
            row.cells |= _source_cells(first, names)
            rows += [
                Row((*path, key, place), Source, item, _source_cells(other, names))
                for place, other in enumerate(others, 1)
            ]
        elif item.holds == "items":
            row.cells[key] = "\n".join(_shown_alone(item, each, names) for each in held if alone(item, each))
            for place, each in enumerate(held):
                if not alone(item, each):
                    rows += rows_of(item.model, each, names, (*path, key, place), item)
        else:
            at_own_place = under is not None and key == under.plainly and under.holds != "sources"
            kinds = (under.kinds or item.kinds) if at_own_place and under else item.kinds
            row.cells[under.key if at_own_place and under else key] = shown(item, held, names, kinds)
    row.cells = {name: text for name, text in row.cells.items() if text}
    return rows


def alone(of: Field, item: Value) -> bool:
    """Return whether an item says nothing but what may stand alone for it."""
    return bool(of.plainly) and set(item) == {of.plainly}


def _shown_alone(of: Field, item: Value, names: Names) -> str:
    return shown(fields_of(of.model)[of.plainly], item[of.plainly], names, of.kinds)


def _source_cells(source: Value, names: Names) -> dict[str, str]:
    fields = fields_of(Source)
    return {f"{SOURCE}{key}": shown(fields[key], value, names, fields[key].kinds) for key, value in source.items()}


def shown(of: Field, value: Any, names: Names, kinds: tuple[str, ...] = ()) -> str:
    """Return a value as its cell shows it: a reference by the name of what it leads to."""
    if isinstance(value, list):
        return "\n".join(shown(of, each, names, kinds) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if of.holds == "reference" or (kinds and of.holds == "slug"):
        return names.shown(str(value), kinds)
    return " ".join(str(value).split())
