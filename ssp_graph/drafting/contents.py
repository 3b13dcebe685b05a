"""What a register holds, sheet by sheet: every record with where it is written, found again by what it is known by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ssp_graph.drafting.fields import fields_of, files, heading
from ssp_graph.drafting.rows import Path as Steps
from ssp_graph.drafting.rows import Value, whole
from ssp_graph.model.facts import Model
from ssp_graph.model.kinds import Record
from ssp_graph.register.loading import ABOUT_FILE
from ssp_graph.register.reading import read_yaml


class SheetOf(NamedTuple):
    """A sheet: its title, the file and the model of its rows, and of what is written inside others the key there."""

    title: str
    file: str
    model: type[Model]
    inside: str = ""
    holder: type[Model] | None = None


def sheets() -> dict[str, SheetOf]:
    """Return the sheets of a workbook by their titles: one for each file, and for each kind written inside another."""
    return _sheets(tuple(files().items()))


@cache
def _sheets(held: tuple[tuple[str, type[Model]], ...]) -> dict[str, SheetOf]:
    found = []
    for file, model in held:
        found.append(SheetOf(_title(file.removesuffix(".yaml")), file, model))
        if issubclass(model, Record):
            found += [SheetOf(_title(key), file, inner, key, model) for key, inner in model.nested.items()]
    return {sheet.title: sheet for sheet in found}


def _title(words: str) -> str:
    return heading(words.replace("-", " "))


@dataclass(frozen=True, slots=True)
class Held:
    """A record that stands by itself in a file: its place there, what is written, and that with every list a list."""

    file: str
    place: int
    written: dict[str, Any]
    value: Value


class At(NamedTuple):
    """Where a record of a sheet stands: the one that stands by itself, and the path to it in that."""

    held: Held
    path: Steps

    @property
    def value(self) -> Value:
        """What it holds."""
        return step_to(self.held.value, self.path)  # type: ignore[no-any-return]


def step_to(value: Any, path: Steps) -> Any:
    """Return what stands at a path, or None."""
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


def known_by(model: type[Model], value: Value) -> str:
    """Return what a record is known by: its id or, of what has none, what it has to say."""
    if issubclass(model, Record):
        return str(value.get("id", ""))
    if "id" in fields_of(model):
        return "register"
    return " ".join(str(value.get(key, "")) for key in [key for key, of in fields_of(model).items() if of.required][:2])


Records = dict[str, dict[str, At]]
"""By the title of the sheet and by what they are known by."""


def records_in(folder: Path) -> Records:
    """Return the records of a register that was found sound."""
    return records_of({file: read_yaml(folder / file, file)[0] for file in files() if (folder / file).exists()})


def records_of(texts: Mapping[str, Any]) -> Records:
    """Return the records of a register by what its files hold."""
    found: Records = {title: {} for title in sheets()}
    for sheet in sheets().values():
        if sheet.file not in texts or sheet.inside:
            continue
        written = [texts[sheet.file]] if sheet.file == ABOUT_FILE else texts[sheet.file] or []
        for place, each in enumerate(written):
            held = Held(sheet.file, place, each, whole(sheet.model, each))
            found[sheet.title][known_by(sheet.model, held.value)] = At(held, ())
            for title, path in _inside(sheet, held):
                inner = At(held, path)
                found[title][known_by(sheets()[title].model, inner.value)] = inner
    return found


def _inside(sheet: SheetOf, held: Held) -> Iterator[tuple[str, Steps]]:
    for inner in sheets().values():
        if inner.holder is sheet.model:
            yield from ((inner.title, (inner.inside, place)) for place in range(len(held.value.get(inner.inside, ()))))
