"""A workbook that was filled in as what it would change, or every reason why it cannot be taken, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ssp_graph.drafting.contents import At, SheetOf, records_of, step_to
from ssp_graph.drafting.drafts import Draft, Drafts, moved
from ssp_graph.drafting.fields import Field, fields_of
from ssp_graph.drafting.names import Names
from ssp_graph.drafting.rows import Column, Path, Row, Value, below, columns_of, label_of, rows_of
from ssp_graph.drafting.setting import set_cell
from ssp_graph.drafting.values import alike, value_of
from ssp_graph.editing.cells import EMPTY, ReadSheet
from ssp_graph.english import counted
from ssp_graph.errors import UsageError
from ssp_graph.model.facts import Model, slug_of
from ssp_graph.model.kinds import Record
from ssp_graph.register.register import Register, Registers
from ssp_graph.workbook.book import KEY, REMOVE, ROW, SAYS, MadeFrom, headings, holder_column, kind_in_words
from ssp_graph.workbook.reading import Faults, Line, is_removed, lines_in, pieces_in

_MARKS = (KEY, ROW, REMOVE, SAYS)


@dataclass(slots=True)
class _Part:
    """Something that rows may stand below: a record or an item of it, in its draft, with the model that it is of."""

    draft: Draft
    path: Path
    model: type[Model]
    under: Field | None = None
    above: _Part | None = None
    known: str = ""

    def item(self) -> Any:
        return step_to(self.draft.value, self.path)


@dataclass(slots=True)
class _Base:
    """A row as the workbook was made with it: where its record stood, and the row."""

    known: str
    at: At
    row: Row


@dataclass(slots=True)
class _Sheet:
    """One sheet while it is taken in: its rows as made, the lines that are theirs, and the lines that are new."""

    sheet: SheetOf
    made: dict[str, _Base]
    lines: list[Line]
    of: dict[str, Line] = field(default_factory=dict)
    parts: dict[int, _Part] = field(default_factory=dict)  # by the number of the row
    own: dict[str, _Part] = field(default_factory=dict)  # those of records, by what these are known by

    def put(self, line: Line, part: _Part) -> None:
        self.parts[line.number] = part
        if part.under is None:
            self.own.setdefault(part.known, part)


def filled(registers: Registers, register: Register, pages: Sequence[ReadSheet]) -> tuple[Drafts, list[str]]:
    """Return what a workbook would change in the register that it was made from, and what is to be said beside it.

    Raises:
        UsageError: it was made from another register, or cannot be taken: all reasons are told at once.
    """
    made = MadeFrom.unpacked(pieces_in(pages))
    if made.register != register.id:
        raise UsageError(
            f"The workbook was made from the register {made.register}, and this is {register.id}. "
            "Give its folder with --register DIR."
        )
    faults = Faults()
    taking = _Taking(Drafts(registers, register), made, faults)
    found = taking.sheets(pages)
    for each in found:
        taking.new_records(each)
    for each in found:
        taking.known_rows(each)
        taking.new_rows(each)
    if faults.found:
        raise UsageError(faults.told())
    return taking.drafts, [*taking.notes, *_hidden(pages)]


def _hidden(pages: Sequence[ReadSheet]) -> Iterator[str]:
    for page in pages:
        if page.hidden:
            rows = ", ".join(map(str, page.hidden[:10])) + (" …" if len(page.hidden) > 10 else "")
            yield f"{page.name}: what the sheet hides was read too, {counted(len(page.hidden), 'row')}: {rows}."


class _Taking:
    """Takes a workbook in, into drafts."""

    def __init__(self, drafts: Drafts, made: MadeFrom, faults: Faults) -> None:
        self.drafts, self.made, self.faults = drafts, made, faults
        self.base = records_of(made.texts)
        self.names: Names = drafts.names
        self.taken = set(drafts.register.records)
        self.gaps = {f"{check} {thing}|gap" for check, thing in made.gaps}
        self.notes: list[str] = []

    def sheets(self, pages: Sequence[ReadSheet]) -> list[_Sheet]:
        found = []
        for lines in lines_in(pages, self.faults):
            if lines:
                each = _Sheet(lines[0].sheet, self._made(lines[0].sheet), lines)
                self._sort(each)
                found.append(each)
        return found

    def _made(self, sheet: SheetOf) -> dict[str, _Base]:
        return {
            f"{known}|{'/'.join(map(str, row.path))}": _Base(known, at, row)
            for known, at in self.base[sheet.title].items()
            for row in rows_of(sheet.model, at.value, self.made.names)
        }

    def _sort(self, each: _Sheet) -> None:
        """Say which line is which row as made; of a row that was copied, the one that still says the same is."""
        needed = {name for base in each.made.values() for name in base.row.cells}
        for name in sorted(needed - set(each.lines[0].places)):
            heading = headings(each.sheet)[name].heading
            what = f"the column {heading} is missing. Put it back; to take something out, empty its cell"
            self.faults.add(each.sheet.title, what)
        for line in each.lines:
            key = line.cells.get(KEY, EMPTY).text.strip()
            if key in each.made:
                other = each.of.get(key)
                if other is None or (self._differs(other, each.made[key]) and not self._differs(line, each.made[key])):
                    each.of[key] = line
            elif key and key not in self.gaps:
                what = "this mark is none that the workbook was made with. Empty it in a new row; else put it back"
                self.faults.add(line.at(KEY), what)
        for line in each.lines:
            key = line.text(KEY)
            if key in each.of and line is not each.of[key] and not each.made[key].row.under:
                what = f"this row is there twice, also in row {each.of[key].number}. For a new one, empty its "
                self.faults.add(line.at(), f"{what}id and its mark under {KEY} (a hidden column)")
        absent = sum(key not in each.of for key in each.made)
        if absent:
            left = "is not in the workbook, and stays as it is" if absent == 1 else "are not in the workbook, and stay"
            self.notes.append(f"{each.sheet.title}: {counted(absent, 'row')} {left}.")

    def _differs(self, line: Line, base: _Base) -> bool:
        names = {*base.row.cells, *(name for name in line.cells if name not in (*_MARKS, "id"))}
        names.discard(holder_column(line.sheet))
        return any(self._changed(line, base, name) for name in names)

    @staticmethod
    def _changed(line: Line, base: _Base, name: str) -> bool:
        return alike(line.cells.get(name, EMPTY).text) != alike(base.row.cells.get(name, ""))

    # New records first, as others may refer to them.

    def new_records(self, each: _Sheet) -> None:
        mine = {id(line) for line in each.of.values()}
        known: list[tuple[str, str, tuple[str, ...]]] = []
        for line in each.lines:
            if id(line) in mine or not self._is_record(each, line) or is_removed(line, self.faults):
                continue
            value: Value = {}
            if issubclass(each.sheet.model, Record):
                value["id"] = self._new_id(each, line)
                kind = each.sheet.model.kind
                known.append((f"{kind}/{value['id']}", line.text(each.sheet.model.named_by), ()))
            draft = Draft(each.sheet.file, None, value, line.at())
            each.put(line, _Part(draft, (), each.sheet.model, known=str(value.get("id", line.number))))
        self.names = self.drafts.names = self.names.with_new(known)

    def _is_record(self, each: _Sheet, line: Line) -> bool:
        key = line.cells.get(KEY, EMPTY).text.strip()
        if key in self.gaps:
            return any(line.text(name) for name in ("reason", "until"))
        if label := line.text(ROW).casefold():
            return label == kind_in_words(each.sheet).casefold()
        first = next(key for key in fields_of(each.sheet.model) if key != "id")
        return bool(line.text(first))

    def _new_id(self, each: _Sheet, line: Line) -> str:
        model = each.sheet.model
        assert issubclass(model, Record)  # noqa: S101 - said by the caller
        wanted = line.text("id") or slug_of(line.text(model.named_by))
        if not wanted:
            self.faults.add(line.at(model.named_by), "a new row needs a name. Write it, or empty the row")
        elif line.text("id") and f"{model.kind}/{wanted}" in self.taken:
            self.faults.add(line.at("id"), f"the id {wanted} is taken. Leave it empty: it gets one from its name")
        number, found = 2, wanted[:120].strip("-")
        while f"{model.kind}/{found}" in self.taken:
            found, number = f"{wanted[:110]}-{number}", number + 1
        self.taken.add(f"{model.kind}/{found}")
        return found

    # Then the rows that were there.

    def known_rows(self, each: _Sheet) -> None:
        for key, line in each.of.items():
            base = each.made[key]
            self._marks(each, line, base)
            now = self.drafts.now[each.sheet.title].get(base.known)
            columns = columns_of(base.row.model, base.row.under)
            changed = [
                name for name in columns if name != "id" and name in line.places and self._changed(line, base, name)
            ]
            removed = is_removed(line, self.faults)
            path = moved(base.at.value, now.value, base.row.path) if now else None
            if now is None or path is None:
                if changed or removed:
                    what = "the register no longer has what this row is about: it was changed since the export"
                    self.faults.add(line.at(), f"{what}. Make a new workbook, and fill that in")
                continue
            draft = self.drafts.of(now, line.at())
            part = _Part(draft, (*now.path, *path), base.row.model, base.row.under, known=base.known)
            each.put(line, part)
            if removed:
                self._remove(part, draft)
                continue
            for name in changed:
                self._set(line, base, now, path, name, columns[name], part)

    def _marks(self, each: _Sheet, line: Line, base: _Base) -> None:
        """Tell of what cannot be changed in a row that is there, and of what stands where it says nothing."""
        allowed = {*columns_of(base.row.model, base.row.under), *_MARKS, "id"}
        label = base.row.label or kind_in_words(each.sheet)
        if line.text(ROW).casefold() not in ("", label.casefold()):
            self.faults.add(line.at(ROW), f"this row is {label}, and stays that. Write another row for something else")
        if "id" in line.places and issubclass(each.sheet.model, Record) and line.text("id") not in ("", base.known):
            self.faults.add(line.at("id"), f"the id of what exists does not change. Write {base.known} again")
        if each.sheet.holder and not base.row.under:
            allowed.add(holder_column(each.sheet))
            kinds = headings(each.sheet)[holder_column(each.sheet)].kinds
            was = self.made.names.shown(f"{kinds[0]}/{base.at.held.value['id']}", kinds)
            if alike(line.text(holder_column(each.sheet))) not in ("", alike(was)):
                self.faults.add(
                    line.at(holder_column(each.sheet)), f"it stays with {was}. To move it, add it there anew"
                )
        for name, cell in line.cells.items():
            if name not in allowed and cell.text.strip():
                self._says_nothing(line, name, label)

    def _says_nothing(self, line: Line, name: str, label: str) -> None:
        heading = headings(line.sheet)[name].heading
        what = f"{heading} says nothing on a row for {label}. Empty it, or use another row"
        self.faults.add(line.at(name), what)

    @staticmethod
    def _remove(part: _Part, draft: Draft) -> None:
        if not part.path:
            draft.value = None
        elif draft.value is not None:
            *above, last = part.path
            holder = step_to(draft.value, tuple(above))
            holder[last] = None

    def _set(self, line: Line, base: _Base, now: At, path: Path, name: str, column: Column, part: _Part) -> None:
        """Put a changed cell into the draft, unless the register has changed there meanwhile."""
        row = Row(path, base.row.model, base.row.under)
        current = next(
            (
                each.cells.get(name, "")
                for each in rows_of(line.sheet.model, now.value, self.names)
                if each.path == row.path
            ),
            "",
        )
        cell = line.cells.get(name, EMPTY)
        if alike(current) == alike(cell.text):
            return
        if alike(current) != alike(base.row.cells.get(name, "")):
            was, said = base.row.cells.get(name, "") or "nothing", current or "nothing"
            self.faults.add(
                line.at(name),
                f"changed on both sides: it was “{was}”, the register now says “{said}”, the workbook says "
                f"“{cell.text or 'nothing'}”. Settle which is right, in the register or in a new workbook",
            )
            return
        self._put(line, part, name, column)

    def _put(self, line: Line, part: _Part, name: str, column: Column) -> None:
        cell = line.cells.get(name, EMPTY)
        try:
            value = value_of(column, cell, self.names) if cell.text.strip() else None
        except UsageError as error:
            self.faults.add(line.at(name), str(error))
            return
        item = part.item()
        if item is not None:
            set_cell(item, name, column, part.under, value)

    # Then the new ones.

    def new_rows(self, each: _Sheet) -> None:
        mine = {id(line) for line in each.of.values()}
        last: _Part | None = None
        for line in each.lines:
            if id(line) in mine:
                part = each.parts.get(line.number)
                if part:
                    part.above = last if part.under else None
                last = part or last
            elif line.number in each.parts:
                last = each.parts[line.number]
                self._fill_record(each, line, last)
            elif line.cells.get(KEY, EMPTY).text.strip() not in self.gaps and not is_removed(line, self.faults):
                last = self._fill_item(each, line, last) or last

    def _fill_record(self, each: _Sheet, line: Line, part: _Part) -> None:
        draft = part.draft
        if each.sheet.holder and (holder := self._holder(each, line)):
            siblings = holder.value.setdefault(each.sheet.inside, []) if holder.value is not None else []
            siblings.append(draft.value)
            part.draft, part.path = holder, (each.sheet.inside, len(siblings) - 1)
        elif not each.sheet.holder:
            self.drafts.new.append(draft)
        columns = columns_of(each.sheet.model)
        self._cells(each, line, part, columns, {*_MARKS, "id", holder_column(each.sheet)})

    def _cells(self, each: _Sheet, line: Line, part: _Part, columns: dict[str, Column], marks: set[str]) -> None:
        label = label_of(part.under) or kind_in_words(each.sheet)
        for name, cell in line.cells.items():
            if name in columns and name not in marks:
                self._put(line, part, name, columns[name])
            elif name not in marks and cell.text.strip():
                self._says_nothing(line, name, label)

    def _holder(self, each: _Sheet, line: Line) -> Draft | None:
        name = holder_column(each.sheet)
        kinds = headings(each.sheet)[name].kinds
        if not line.text(name):
            self.faults.add(line.at(name), f"it stands under no {kinds[0].replace('-', ' ')}. Choose one")
            return None
        try:
            slug = self.names.meant(line.text(name), kinds).rpartition("/")[2]
        except UsageError as error:
            self.faults.add(line.at(name), str(error))
            return None
        for draft in self.drafts.new:
            if draft.model is each.sheet.holder and draft.value and draft.value.get("id") == slug:
                return draft
        for records in self.drafts.now.values():
            for at in records.values():
                if not at.path and at.held.file == each.sheet.file and at.value.get("id") == slug:
                    return self.drafts.of(at, line.at())
        return None

    def _fill_item(self, each: _Sheet, line: Line, last: _Part | None) -> _Part | None:
        above, known = last, line.text("id")
        if known and (last is None or last.known != known):
            above = each.own.get(known)
        if above is None:
            self.faults.add(line.at(), "it is not clear what this row belongs to. Write it below its own row")
            return None
        found = self._meant(each, line, above)
        if found is None:
            return None
        holder, of = found
        item = holder.item()
        if item is None:
            return None
        columns = columns_of(of.model, of)
        part = self._same(line, holder, of, columns)
        if part is None:
            items = item.setdefault(of.key, [])
            items.append({})
            part = _Part(holder.draft, (*holder.path, of.key, len(items) - 1), of.model, of, holder, holder.known)
        each.put(line, part)
        part.draft.where = line.at()
        self._cells(each, line, part, columns, {*_MARKS, "id"})
        return part

    def _meant(self, each: _Sheet, line: Line, above: _Part) -> tuple[_Part, Field] | None:
        """Return what a new row stands below and under which field, by its label or by the column that it fills."""
        label = line.text(ROW).casefold()
        part: _Part | None = above
        while part is not None:
            for of in below(part.model):
                if label == label_of(of).casefold() and label:
                    return part, of
                if not label and part.under is None and of.plainly and line.text(of.key):
                    return part, of
            part = part.above if part.above else self._record_of(each, part)
        what = f"'{line.text(ROW)}' is no row that may stand here" if label else "it is not said what this row is"
        self.faults.add(line.at(ROW), f"{what}. Choose one of the list, and put it below what it is about")
        return None

    def _record_of(self, each: _Sheet, part: _Part) -> _Part | None:
        if part.under is None:
            return None
        if part.known in each.own:
            return each.own[part.known]
        size = 2 if each.sheet.holder else 0
        return _Part(part.draft, part.path[:size], each.sheet.model, known=part.known)

    def _same(self, line: Line, holder: _Part, of: Field, columns: dict[str, Column]) -> _Part | None:
        """Return what stands alone in the record's own row already and is now given more about it, if anything."""
        if of.plainly and of.key in columns and line.text(of.key):
            try:
                wanted = value_of(columns[of.key], line.cells[of.key], self.names)
            except UsageError:
                return None
            for place, item in enumerate(holder.item().get(of.key) or []):
                if item == {of.plainly: wanted}:
                    return _Part(holder.draft, (*holder.path, of.key, place), of.model, of, holder, holder.known)
        return None
