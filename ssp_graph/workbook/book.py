"""A register as a workbook: its sheets, columns and rows, and what it was made from, before any format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ssp_graph.drafting.contents import At, SheetOf, records_of, sheets
from ssp_graph.drafting.fields import fields_of, files
from ssp_graph.drafting.names import Names
from ssp_graph.drafting.rows import SOURCE, Column, Row, below, columns_of, label_of, rows_of
from ssp_graph.english import article
from ssp_graph.model.facts import Fact, Model
from ssp_graph.model.kinds import Record
from ssp_graph.register.loading import ABOUT_FILE
from ssp_graph.register.reading import read_yaml
from ssp_graph.register.register import Register, Registers
from ssp_graph.workbook.made_from import MadeFrom

COVER, LISTS = "How to", "Lists"
KEY, ROW, REMOVE, SAYS = "Key", "Row", "Remove", "What the check finds"
GAPS = "Accepted gaps"
EXAMPLE = "Example"  # a row that shows how, and is not read
_LATE = ("aliases", "was", *Fact.model_fields)
_ALWAYS = ("since", "until", f"{SOURCE}document", f"{SOURCE}page", f"{SOURCE}anchor")
_WIDE = {
    "check": 32,
    "name": 44,
    "title": 44,
    "remit": 40,
    "note": 36,
    "reason": 36,
    "sense": 44,
    "aim": 40,
    "decided": 40,
}


@dataclass(frozen=True, slots=True)
class BookColumn:
    """A column: its name and heading, its words as a note, its width in characters, and what may be chosen in it.

    `kinds` are those whose names may be chosen, `choices` the words; `hidden` and `locked` are for what is not typed.
    """

    name: str
    heading: str
    note: str = ""
    width: int = 16
    choices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    hidden: bool = False
    locked: bool = False


class BookRow(NamedTuple):
    """A row: its cells by the names of columns, and whether it is a record's own."""

    cells: Mapping[str, str]
    own: bool = True


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet with one heading row."""

    title: str
    columns: tuple[BookColumn, ...]
    rows: tuple[BookRow, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its title, the day it was made on, the lines of its cover, its sheets, the lists to choose from.

    `made_from` is for the program: what it was made from, in pieces.
    """

    title: str
    day: str
    cover: tuple[str, ...]
    sheets: tuple[BookSheet, ...]
    lists: Mapping[tuple[str, ...], tuple[str, ...]]
    made_from: tuple[str, ...]


class OpenGap(NamedTuple):
    """A gap that nobody has accepted: the check's name, what it finds, and the thing, as the register refers to it."""

    check: str
    title: str
    thing: str


def texts_of(register: Register) -> dict[str, Any]:
    """Return what the files of a register hold."""
    return {file: read_yaml(register.folder / file, "")[0] for file in files() if (register.folder / file).exists()}


def book(
    registers: Registers, register: Register, day: str, gaps: Sequence[OpenGap] = (), *, everything: bool = False
) -> Book:
    """Return a register as a workbook; with `everything`, sheets and columns that are not in use too."""
    made_from = MadeFrom(
        register.id, texts_of(register), Names.of(registers, register), tuple((gap.check, gap.thing) for gap in gaps)
    )
    return book_of(made_from, register.about.title, day, gaps, everything=everything)


def book_of(
    made_from: MadeFrom, title: str, day: str, gaps: Sequence[OpenGap] = (), *, everything: bool = False
) -> Book:
    """Return a workbook of what files hold."""
    held, names = records_of(made_from.texts), made_from.names
    found = [
        _sheet(
            sheet, list(held[sheet.title].items()), names, everything, gaps if sheet.title == "Accepted gaps" else ()
        )
        for sheet in sheets().values()
        if everything or held[sheet.title] or sheet.title == "Accepted gaps"
    ]
    kinds = dict.fromkeys(column.kinds for sheet in found for column in sheet.columns if column.kinds)
    lists = {each: tuple(names.of_kinds(each)) for each in kinds}
    return Book(title, day, _cover(title, day, found, everything), tuple(found), lists, made_from.packed())


def _sheet(
    sheet: SheetOf, held: list[tuple[str, At]], names: Names, everything: bool, gaps: Sequence[OpenGap]
) -> BookSheet:
    rows = [
        BookRow(_with_marks(sheet, known, at, row, names), not row.under)
        for known, at in held
        for row in rows_of(sheet.model, at.value, names)
    ]
    rows += [
        BookRow(
            {
                KEY: f"{gap.check} {gap.thing}|gap",
                ROW: "Open gap",
                "check": gap.check,
                "thing": names.shown(gap.thing, fields_of(sheet.model)["thing"].kinds),
                SAYS: gap.title,
            },
            own=False,
        )
        for gap in gaps
    ]
    used = {name for row in rows for name, text in row.cells.items() if text}
    return BookSheet(sheet.title, tuple(_columns(sheet, used, everything)), tuple(rows))


def _with_marks(sheet: SheetOf, known: str, at: At, row: Row, names: Names) -> dict[str, str]:
    cells = {KEY: f"{known}|{'/'.join(map(str, row.path))}", ROW: row.label or kind_in_words(sheet), **row.cells}
    if issubclass(sheet.model, Record):
        cells["id"] = known
    if sheet.holder and not row.under:
        cells[holder_column(sheet)] = names.shown(
            f"{_kind(sheet.holder)}/{at.held.value['id']}", (_kind(sheet.holder),)
        )
    return cells


def kind_in_words(sheet: SheetOf) -> str:
    """Return what a sheet has a row for, in the singular: "Priority area"."""
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in sheet.model.__name__).strip()
    return "Register" if sheet.file == ABOUT_FILE else words[:1].upper() + words[1:]


def holder_column(sheet: SheetOf) -> str:
    """Return the name of the column that says in which record of another kind one is written."""
    return f"in.{_kind(sheet.holder)}" if sheet.holder else ""


def _kind(model: type[Model] | None) -> str:
    return model.kind if model and issubclass(model, Record) else ""


def headings(sheet: SheetOf) -> dict[str, BookColumn]:
    """Return every column that a sheet may have, by name, in the order of the sheet."""
    return {column.name: column for column in _all_columns(sheet)}


def _columns(sheet: SheetOf, used: set[str], everything: bool) -> Iterator[BookColumn]:
    """Yield the columns that a sheet shows: its own, those in use and, with `everything`, the others."""
    own = columns_of(sheet.model)
    for column in _all_columns(sheet):
        required = column.name in own and own[column.name].field.required
        late = column.name in _LATE or column.name.startswith(SOURCE) or column.name not in own
        plain = column.name in (KEY, "id", ROW, REMOVE, holder_column(sheet), *_ALWAYS)
        if plain or required or not late or column.name in used or (everything and column.name != SAYS):
            yield column


def _all_columns(sheet: SheetOf) -> Iterator[BookColumn]:
    own, models = columns_of(sheet.model), list(_models(sheet.model))
    yield BookColumn(KEY, KEY, "For the program. Leave it as it is.", hidden=True, locked=True)
    if issubclass(sheet.model, Record):
        yield BookColumn("id", "Id", "What exists keeps its id. A new row gets one from its name: leave it empty.", 24)
    labels = [kind_in_words(sheet), *dict.fromkeys(label_of(under) for _, under in models if under)]
    yield BookColumn(ROW, ROW, _rows_note(labels), 16, tuple(labels))
    beside: dict[str, list[tuple[str, Column]]] = {}
    for model, under in models:
        for name, column in columns_of(model, under).items():
            beside.setdefault(name, []).append((label_of(under) or kind_in_words(sheet), column))
    if issubclass(sheet.model, Record):
        del beside["id"]
    names = sorted(beside, key=lambda name: (name.startswith(SOURCE), name in _LATE, name not in own))
    first, *others = names
    yield _column(first, beside[first])
    if sheet.title == GAPS:
        yield BookColumn(SAYS, SAYS, "What the check finds. Not read back.", 40, locked=True)
    if sheet.holder:
        word = _kind(sheet.holder).replace("-", " ")
        heading = word[:1].upper() + word[1:]
        note = f"The {word} it belongs to."
        yield BookColumn(holder_column(sheet), heading, note, 30, kinds=(_kind(sheet.holder),))
    yield from (_column(name, beside[name]) for name in others)
    yield BookColumn(REMOVE, REMOVE, "Write yes to take this row out of the register. What was true once is ended "
                     "instead: give it a day under Until.", 10, ("yes",))  # fmt: skip


def _models(model: type[Model], seen: tuple[str, ...] = ()) -> Iterator[tuple[type[Model], Any]]:
    """Yield each model that rows of a sheet may be of, with the field they stand under; the record's own first."""
    if not seen:
        yield model, None
    for item in below(model):
        if item.key not in seen:
            yield item.model, item
            yield from _models(item.model, (*seen, item.key))


def _rows_note(labels: Sequence[str]) -> str:
    first, *others = labels
    return (
        f"What the row is: {article(first)} {first.lower()} itself, or more about it, in a row below it: "
        f"{'; '.join(others)}. A row that gives one relationship may leave this empty."
    )


def _column(name: str, meanings: list[tuple[str, Column]]) -> BookColumn:
    """Return a column by what it means on each sort of row that has it."""
    first = meanings[0][1]
    notes = {label: column.field.means for label, column in meanings if column.field.means}
    same = len(set(notes.values())) <= 1 or name.startswith(SOURCE)
    note = next(iter(notes.values()), "") if same else "\n".join(f"{label}: {means}" for label, means in notes.items())
    kinds = tuple(dict.fromkeys(kind for _, column in meanings for kind in column.kinds))
    choices = tuple(dict.fromkeys(word for _, column in meanings for word in _words(column)))
    if first.lines and len(meanings) >= 1 and meanings[0][1].field.several:
        note += "\nSeveral: a line for each (Alt and Enter)."
    if kinds:
        note += "\nChoose by name."
    width = _WIDE.get(name, 30 if kinds or name.endswith("anchor") else 14)
    return BookColumn(name, first.heading, note.strip()[:1500], width, choices, kinds)


def _words(column: Column) -> tuple[str, ...]:
    if column.field.holds == "truth":
        return ("yes", "no")
    if column.field.holds == "items":
        return fields_of(column.field.model)[column.field.plainly].choices
    return column.field.choices


def _cover(title: str, day: str, held: Sequence[BookSheet], beginning: bool) -> tuple[str, ...]:
    return (
        title,
        f"The register as a workbook, as it stood on {day}. Fill it in, save it under its own name, and send it back.",
        "",
        "How to",
        "A sheet for each kind of thing, a row for each thing. Below it, shaded less, are rows with more about it: who "
        "owns it since when, what was reported on a day, where else it stands.",
        "Change a cell: type over it, or choose from its list. Names are chosen as the other sheets have them.",
        "Add a thing: write it in the first empty row, or in a row that you insert. Leave its id empty. Elsewhere its "
        "name can be typed at once, though the lists do not have it yet.",
        "Add more about a thing: insert a row below it. Write the owner, partner or other name in its column, and "
        "beside it capacity, dates and source.",
        "A new name, an owner for example, that stands on the thing's own row rests on the source in that row. Where "
        "another page or paper says it, give it a row of its own with that source.",
        "End a thing or a role: write the last day under Until. Nothing goes because its row is missing. To take out "
        "what was never true, write yes under Remove.",
        "Accept a gap (sheet Accepted gaps): write a reason and a last day beside it.",
        "Dates: 2021-03-31, 2021-03, 2021, or 2021/24 for financial years. Page: the number printed on it. Words: two "
        "to six words at that place, as the document has them.",
        "What is not known stays empty: not recorded is not the same as none.",
        *(["Rows marked Example show how, and are not read back: leave them, or delete them."] if beginning else []),
        "What exists keeps its id: those cells are locked. To sort, take the protection off (there is no password).",
        "The notes on the headings say what each column is for. Formulas and merged cells are not taken.",
        "",
        f"Sheets: {', '.join(sheet.title for sheet in held)}."
        + ("" if beginning else " A kind that has none yet comes with all sheets: workbook export --all."),
    )
