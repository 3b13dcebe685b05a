"""The rows of a workbook that are new: things, and more about things that are there."""

from __future__ import annotations

from collections.abc import Iterable

from ssp_graph.drafting.drafts import Draft, Drafts
from ssp_graph.drafting.fields import Field, fields_of
from ssp_graph.drafting.rows import Column, Value, below, columns_of, label_of
from ssp_graph.drafting.values import value_of
from ssp_graph.editing.cells import EMPTY
from ssp_graph.errors import UsageError
from ssp_graph.model.facts import slug_of
from ssp_graph.model.kinds import Record
from ssp_graph.workbook.book import KEY, ROW, headings, holder_column, kind_in_words
from ssp_graph.workbook.parts import MARKS, Part, Sheet, Taking
from ssp_graph.workbook.reading import Faults, Line, is_removed


class Adding(Taking):
    """Puts new rows into drafts."""

    def __init__(self, drafts: Drafts, faults: Faults, gaps: Iterable[str]) -> None:
        """Begin with a register that was found sound."""
        super().__init__(drafts, faults, gaps)
        self.taken = set(drafts.register.records)

    def new_records(self, each: Sheet) -> None:
        """Begin a draft for each new thing of a sheet, with its id, so that others may refer to it."""
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
            each.put(line, Part(draft, (), each.sheet.model, known=str(value.get("id", line.number))))
        self.drafts.names = self.drafts.names.with_new(known)

    def _is_record(self, each: Sheet, line: Line) -> bool:
        key = line.cells.get(KEY, EMPTY).text.strip()
        if key in self.gaps:
            return any(line.text(name) for name in ("reason", "until"))
        if label := line.text(ROW).casefold():
            return label == kind_in_words(each.sheet).casefold()
        first = next(key for key in fields_of(each.sheet.model) if key != "id")
        return bool(line.text(first))

    def _new_id(self, each: Sheet, line: Line) -> str:
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

    def new_rows(self, each: Sheet) -> None:
        """Put what the new rows of a sheet say into drafts, once its known rows have their places."""
        mine = {id(line) for line in each.of.values()}
        last: Part | None = None
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

    def _fill_record(self, each: Sheet, line: Line, part: Part) -> None:
        draft = part.draft
        if each.sheet.holder and (holder := self._holder(each, line)):
            siblings = holder.value.setdefault(each.sheet.inside, []) if holder.value is not None else []
            siblings.append(draft.value)
            part.draft, part.path = holder, (each.sheet.inside, len(siblings) - 1)
        elif not each.sheet.holder:
            self.drafts.new.append(draft)
        columns = columns_of(each.sheet.model)
        self._cells(each, line, part, columns, {*MARKS, "id", holder_column(each.sheet)})

    def _cells(self, each: Sheet, line: Line, part: Part, columns: dict[str, Column], marks: set[str]) -> None:
        label = label_of(part.under) or kind_in_words(each.sheet)
        for name, cell in line.cells.items():
            if name in columns and name not in marks:
                self.put(line, part, name, columns[name])
            elif name not in marks and cell.text.strip():
                self.says_nothing(line, name, label)

    def _holder(self, each: Sheet, line: Line) -> Draft | None:
        name = holder_column(each.sheet)
        kinds = headings(each.sheet)[name].kinds
        if not line.text(name):
            self.faults.add(line.at(name), f"it stands under no {kinds[0].replace('-', ' ')}. Choose one")
            return None
        try:
            slug = self.drafts.names.meant(line.text(name), kinds).rpartition("/")[2]
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

    def _fill_item(self, each: Sheet, line: Line, last: Part | None) -> Part | None:
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
            part = Part(holder.draft, (*holder.path, of.key, len(items) - 1), of.model, of, holder, holder.known)
        each.put(line, part)
        part.draft.where = line.at()
        self._cells(each, line, part, columns, {*MARKS, "id"})
        return part

    def _meant(self, each: Sheet, line: Line, above: Part) -> tuple[Part, Field] | None:
        """Return what a new row stands below and under which field, by its label or by the column that it fills."""
        label = line.text(ROW).casefold()
        part: Part | None = above
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

    def _record_of(self, each: Sheet, part: Part) -> Part | None:
        if part.under is None:
            return None
        if part.known in each.own:
            return each.own[part.known]
        size = 2 if each.sheet.holder else 0
        return Part(part.draft, part.path[:size], each.sheet.model, known=part.known)

    def _same(self, line: Line, holder: Part, of: Field, columns: dict[str, Column]) -> Part | None:
        """Return what stands alone in the record's own row already and is now given more about it, if anything."""
        if of.plainly and of.key in columns and line.text(of.key):
            try:
                wanted = value_of(columns[of.key], line.cells[of.key], self.drafts.names)
            except UsageError:
                return None
            for place, item in enumerate(holder.item().get(of.key) or []):
                if item == {of.plainly: wanted}:
                    return Part(holder.draft, (*holder.path, of.key, place), of.model, of, holder, holder.known)
        return None
