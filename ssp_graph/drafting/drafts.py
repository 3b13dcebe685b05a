"""Records while they are changed: each as it stands and as it shall stand, until all are put down as one change."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from ssp_graph.drafting.contents import At, Held, SheetOf, records_in
from ssp_graph.drafting.fields import files
from ssp_graph.drafting.names import Names
from ssp_graph.drafting.rows import Path, Value, as_written
from ssp_graph.drafting.words import told
from ssp_graph.editing.changes import RecordChange, Rewriting, rewriting
from ssp_graph.editing.record_text import matched
from ssp_graph.model.facts import Model
from ssp_graph.register.register import Register, Registers


class Draft:
    """A record that stands by itself in a file, `held` None where it is new; `value` is what it shall be, None gone."""

    def __init__(self, file: str, held: Held | None, value: Value, where: str = "") -> None:
        """Begin with what it is now."""
        self.file, self.held, self.where = file, held, where
        self.value: Value | None = value

    @property
    def model(self) -> type[Model]:
        """The model of its file."""
        return files()[self.file]

    @property
    def before(self) -> Value | None:
        """What it is now."""
        return self.held.value if self.held else None

    def after(self) -> Value | None:
        """Return what it shall be, without what was marked to go."""
        return None if self.value is None else _without_gone(self.value)

    @cached_property
    def change(self) -> RecordChange | None:
        """What changes of it, or None; to be asked once nothing changes any more."""
        before, after = self.before, self.after()
        if before == after:
            return None
        written = self.held.written if self.held else None
        new = None if after is None else as_written(self.model, written, before or {}, after)
        if new == written:
            return None
        return RecordChange(self.file, self.held.place if self.held else None, written, new, self.where)


class Drafts:
    """All drafts of a register."""

    def __init__(self, registers: Registers, register: Register) -> None:
        """Begin with a register that was found sound."""
        self.registers, self.register = registers, register
        self.now = records_in(register.folder)
        self.names = Names.of(registers, register)
        self._held: dict[tuple[str, int], Draft] = {}
        self.new: list[Draft] = []

    def of(self, at: At, where: str = "") -> Draft:
        """Return the draft of what stands somewhere, begun now if it was not."""
        key = at.held.file, at.held.place
        if key not in self._held:
            self._held[key] = Draft(at.held.file, at.held, copy.deepcopy(at.held.value))
        draft = self._held[key]
        draft.where = draft.where or where
        return draft

    def add(self, sheet: SheetOf, value: Value, where: str = "") -> Draft:
        """Return the draft of a new record that stands by itself."""
        draft = Draft(sheet.file, None, value, where)
        self.new.append(draft)
        return draft

    def all(self) -> Iterator[Draft]:
        """Yield the drafts file by file, those of new records last."""
        order = list(files())
        yield from sorted(
            [*self._held.values(), *self.new], key=lambda draft: (order.index(draft.file), not draft.held)
        )

    def told(self) -> list[str]:
        """Return in words what would change."""
        return [
            line
            for draft in self.all()
            if draft.change
            for line in told(draft.model, draft.before, draft.after(), self.names)
        ]

    def rewriting(self) -> Rewriting | None:
        """Return the new files, or None where nothing changes.

        Raises:
            WorkError: the register would have errors.
        """
        changes = [change for draft in self.all() if (change := draft.change)]
        return rewriting(self.registers, self.register, changes) if changes else None


def moved(before: Any, now: Any, path: Path) -> Path | None:
    """Return where in a value as it is now something stands that stood at a path before, or None if it is gone."""
    found: list[str | int] = []
    for step in path:
        if isinstance(step, int):
            place = next((new for new, old in enumerate(matched(before or [], now or [])) if old == step), None)
            if place is None:
                return None
            before, now = before[step], now[place]
            found.append(place)
        else:
            before, now = (before or {}).get(step), (now or {}).get(step)
            found.append(step)
    return tuple(found)


def _without_gone(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_gone(inner) for key, inner in value.items()}
        return {key: inner for key, inner in kept.items() if inner is not None and inner != []}
    if isinstance(value, list):
        return [_without_gone(inner) for inner in value if inner is not None and inner != {}]
    return value
