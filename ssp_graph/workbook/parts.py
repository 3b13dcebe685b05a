"""What a workbook that is taken in is made of: its sheets as made and as they came back, and what rows are about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ssp_graph.drafting.contents import At, SheetOf, step_to
from ssp_graph.drafting.drafts import Draft, Drafts
from ssp_graph.drafting.fields import Field
from ssp_graph.drafting.rows import Column, Path, Row
from ssp_graph.drafting.setting import set_cell
from ssp_graph.drafting.values import value_of
from ssp_graph.editing.cells import EMPTY
from ssp_graph.errors import UsageError
from ssp_graph.model.facts import Model
from ssp_graph.workbook.book import KEY, REMOVE, ROW, SAYS, headings
from ssp_graph.workbook.reading import Faults, Line

MARKS = (KEY, ROW, REMOVE, SAYS)
"""The columns of every row that say nothing of a thing."""


@dataclass(slots=True)
class Part:
    """Something that rows may stand below: a record or an item of it, in its draft, with the model that it is of."""

    draft: Draft
    path: Path
    model: type[Model]
    under: Field | None = None
    above: Part | None = None
    known: str = ""

    def item(self) -> Any:
        """Return it as its draft has it now."""
        return step_to(self.draft.value, self.path)


@dataclass(slots=True)
class Base:
    """A row as the workbook was made with it: where its record stood, and the row."""

    known: str
    at: At
    row: Row


@dataclass(slots=True)
class Sheet:
    """One sheet while it is taken in: its rows as made, the lines that are theirs, and the lines that are new."""

    sheet: SheetOf
    made: dict[str, Base]
    lines: list[Line]
    of: dict[str, Line] = field(default_factory=dict)
    parts: dict[int, Part] = field(default_factory=dict)  # by the number of the row
    own: dict[str, Part] = field(default_factory=dict)  # those of records, by what these are known by

    def put(self, line: Line, part: Part) -> None:
        """Keep what a row is about."""
        self.parts[line.number] = part
        if part.under is None:
            self.own.setdefault(part.known, part)


class Taking:
    """What is shared while a workbook is taken in: drafts, faults, and the marks of the open gaps that it offers."""

    def __init__(self, drafts: Drafts, faults: Faults, gaps: Iterable[str]) -> None:
        """Begin with a register that was found sound."""
        self.drafts, self.faults, self.gaps = drafts, faults, frozenset(gaps)

    def put(self, line: Line, part: Part, name: str, column: Column) -> None:
        """Put what a cell says into what its row is about; what it cannot say is a fault."""
        cell = line.cells.get(name, EMPTY)
        try:
            value = value_of(column, cell, self.drafts.names) if cell.text.strip() else None
        except UsageError as error:
            self.faults.add(line.at(name), str(error))
            return
        item = part.item()
        if item is not None:
            set_cell(item, name, column, part.under, value)

    def says_nothing(self, line: Line, name: str, label: str) -> None:
        """Tell of a cell that holds something where its row, called `label`, has no such thing."""
        heading = headings(line.sheet)[name].heading
        what = f"{heading} says nothing on a row for {label}. Empty it, or use another row"
        self.faults.add(line.at(name), what)
