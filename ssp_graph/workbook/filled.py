"""A workbook that was filled in as what it would change, or every reason why it cannot be taken, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ssp_graph.drafting.contents import At, SheetOf, records_of, step_to
from ssp_graph.drafting.drafts import Draft, Drafts, moved
from ssp_graph.drafting.rows import Column, Path, Row, columns_of, rows_of
from ssp_graph.drafting.values import alike
from ssp_graph.editing.cells import EMPTY, ReadSheet
from ssp_graph.english import counted
from ssp_graph.errors import UsageError
from ssp_graph.model.kinds import Record
from ssp_graph.register.register import Register, Registers
from ssp_graph.workbook.adding import Adding
from ssp_graph.workbook.book import KEY, ROW, headings, holder_column, kind_in_words
from ssp_graph.workbook.made_from import MadeFrom
from ssp_graph.workbook.parts import MARKS, Base, Part, Sheet, Taking
from ssp_graph.workbook.reading import Faults, Line, is_removed, lines_in, pieces_in


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
    known = _Known(Drafts(registers, register), made, faults)
    adding = Adding(known.drafts, faults, known.gaps)
    found = known.sheets(pages)
    for each in found:  # others may refer to what is new
        adding.new_records(each)
    for each in found:
        known.known_rows(each)
        adding.new_rows(each)
    if faults.found:
        raise UsageError(faults.told())
    return known.drafts, [*known.notes, *_hidden(pages)]


def _hidden(pages: Sequence[ReadSheet]) -> Iterator[str]:
    for page in pages:
        if page.hidden:
            rows = ", ".join(map(str, page.hidden[:10])) + (" …" if len(page.hidden) > 10 else "")
            yield f"{page.name}: what the sheet hides was read too, {counted(len(page.hidden), 'row')}: {rows}."


class _Known(Taking):
    """Puts what was changed in the rows that were there into drafts."""

    def __init__(self, drafts: Drafts, made: MadeFrom, faults: Faults) -> None:
        super().__init__(drafts, faults, (f"{check} {thing}|gap" for check, thing in made.gaps))
        self.made = made
        self.base = records_of(made.texts)
        self.notes: list[str] = []

    def sheets(self, pages: Sequence[ReadSheet]) -> list[Sheet]:
        found = []
        for lines in lines_in(pages, self.faults):
            if lines:
                each = Sheet(lines[0].sheet, self._made(lines[0].sheet), lines)
                self._sort(each)
                found.append(each)
        return found

    def _made(self, sheet: SheetOf) -> dict[str, Base]:
        return {
            f"{known}|{'/'.join(map(str, row.path))}": Base(known, at, row)
            for known, at in self.base[sheet.title].items()
            for row in rows_of(sheet.model, at.value, self.made.names)
        }

    def _sort(self, each: Sheet) -> None:
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

    def _differs(self, line: Line, base: Base) -> bool:
        names = {*base.row.cells, *(name for name in line.cells if name not in (*MARKS, "id"))}
        names.discard(holder_column(line.sheet))
        return any(self._changed(line, base, name) for name in names)

    @staticmethod
    def _changed(line: Line, base: Base, name: str) -> bool:
        return alike(line.cells.get(name, EMPTY).text) != alike(base.row.cells.get(name, ""))

    def known_rows(self, each: Sheet) -> None:
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
            part = Part(draft, (*now.path, *path), base.row.model, base.row.under, known=base.known)
            each.put(line, part)
            if removed:
                self._remove(part, draft)
                continue
            for name in changed:
                self._set(line, base, now, path, name, columns[name], part)

    def _marks(self, each: Sheet, line: Line, base: Base) -> None:
        """Tell of what cannot be changed in a row that is there, and of what stands where it says nothing."""
        allowed = {*columns_of(base.row.model, base.row.under), *MARKS, "id"}
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
                self.says_nothing(line, name, label)

    @staticmethod
    def _remove(part: Part, draft: Draft) -> None:
        if not part.path:
            draft.value = None
        elif draft.value is not None:
            *above, last = part.path
            holder = step_to(draft.value, tuple(above))
            holder[last] = None

    def _set(self, line: Line, base: Base, now: At, path: Path, name: str, column: Column, part: Part) -> None:
        """Put a changed cell into the draft, unless the register has changed there meanwhile."""
        row = Row(path, base.row.model, base.row.under)
        current = next(
            (
                each.cells.get(name, "")
                for each in rows_of(line.sheet.model, now.value, self.drafts.names)
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
        self.put(line, part, name, column)
