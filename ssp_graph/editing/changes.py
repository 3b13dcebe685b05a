"""Changes to records of a register: their new text, checked as a whole before anything is written, then all or none."""

from __future__ import annotations

import difflib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from yaml import YAMLError

from ssp_graph.editing import record_text
from ssp_graph.errors import Problem, UsageError, WorkError
from ssp_graph.files import shown_path
from ssp_graph.model.facts import written_key
from ssp_graph.model.kinds import FILES, Record
from ssp_graph.register.loading import ABOUT_FILE, read
from ssp_graph.register.reading import line_at, read_yaml
from ssp_graph.register.register import Register, Registers
from ssp_graph.together import write_together

_BOM = b"\xef\xbb\xbf"
_LATE = frozenset(Record.model_fields) - {"id"}  # what every record has stands below what it alone has
_PACKAGE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record of a file that becomes another: `before` None where it is new, `after` None where it goes.

    `place` is its place in the file from 0, None of a new one; both values are as the file writes them. `where` says
    where the change was asked for, such as the cell of a workbook.
    """

    file: str
    place: int | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """The files of a register as they stand (empty where there is none) and as they shall stand, by name."""

    folder: Path
    files: Mapping[str, tuple[bytes, bytes]]

    def diff(self) -> str:
        """Return the changes as unified diffs, without line ends that are not shown anyway."""
        parts: list[str] = []
        for name, texts in self.files.items():
            old, new = (text.decode("utf-8-sig").splitlines() for text in texts)
            path = shown_path(self.folder / name)
            parts += difflib.unified_diff(old, new, path, path, lineterm="")
        return "\n".join(parts)

    def write(self) -> None:
        """Put all new texts in the place of the old ones, or none.

        Raises:
            WorkError: somebody has changed a file since it was read, or they cannot be written.
        """
        for name, (before, _) in self.files.items():
            path = self.folder / name
            try:
                unchanged = (path.read_bytes() if path.exists() else b"") == before
            except OSError:
                unchanged = False
            if not unchanged:
                raise WorkError(f"{shown_path(path)} was changed meanwhile, and nothing was written. Run this again.")
            # a rename would replace even a read-only file, against its owner's wish
            if path.exists() and not path.stat().st_mode & 0o222:
                raise WorkError(f"{shown_path(path)} was not written: it is read-only. Allow writing to it first.")
        try:
            write_together(self.folder, {name: after for name, (_, after) in self.files.items()})
        except OSError as error:
            raise WorkError(
                f"{shown_path(self.folder)} was not written ({error.strerror}). See that there is room and that you "
                "may write there, and run this again."
            ) from error


def rewriting(registers: Registers, register: Register, changes: Sequence[RecordChange]) -> Rewriting:
    """Return the files of a register with these changes, read anew and found sound.

    Raises:
        UsageError: the register came with the package.
        WorkError: the register would have errors, or a file is laid out in a way that cannot be changed without
            touching more.
    """
    refuse_shipped(register)
    files: dict[str, tuple[bytes, bytes]] = {}
    for file in dict.fromkeys(change.file for change in changes):
        path = register.folder / file
        before = path.read_bytes() if path.exists() else b""
        files[file] = before, _rewritten(path, before, [change for change in changes if change.file == file])
    found = Rewriting(register.folder, files)
    _check(registers, register, found, changes)
    return found


def refuse_shipped(register: Register) -> None:
    """Make sure that a register is somebody's own.

    Raises:
        UsageError: it came with the package.
    """
    if register.folder.resolve().is_relative_to(_PACKAGE.resolve()):
        raise UsageError(
            f"The register {register.id} came with ssp-graph and is not changed here. "
            "Copy its folder to a place of your own, and give that with --register DIR."
        )


def _rewritten(path: Path, before: bytes, changes: Sequence[RecordChange]) -> bytes:
    mark = _BOM if before.startswith(_BOM) else b""
    text = before.removeprefix(mark).decode("utf-8")
    try:
        if path.name == ABOUT_FILE:
            for change in changes:
                text = record_text.with_change(text, (), change.before, change.after)
            return mark + text.encode()
        names = sorted(FILES[path.name].model_fields, key=_LATE.__contains__)
        order = [written_key(name) for name in names]
        changed = {each.place: (each.before, each.after) for each in changes if each.place is not None and each.after}
        text = record_text.with_changes(text, changed, order) if changed else text
        for place in sorted(
            (each.place for each in changes if each.place is not None and not each.after), reverse=True
        ):
            text = record_text.without_record(text, place)
        if new := [change.after for change in changes if change.place is None and change.after]:
            text = record_text.with_records(text, new)
    except (ValueError, IndexError, YAMLError) as error:
        raise _beyond(path, changes[0]) from error
    return mark + text.encode()


def _check(registers: Registers, register: Register, found: Rewriting, changes: Sequence[RecordChange]) -> None:
    """Read the register anew, from a copy with the new texts, and compare that with what the changes should make."""
    with copied(found) as copy:
        for name in found.files:
            _compare(register.folder / name, copy / name, changes)
        told = _Told(copy, register, changes)
        read_sound(registers, register, copy, told)


@contextmanager
def copied(found: Rewriting) -> Iterator[Path]:
    """Copy a register with the new texts of its files aside, for as long as it is needed.

    Raises:
        WorkError: there is no room for it.
    """
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as aside:
            copy = Path(aside) / found.folder.resolve().name
            copy.mkdir()
            for file in found.folder.iterdir():
                if file.suffix in (".yaml", ".yml"):
                    shutil.copyfile(file, copy / file.name)
            for name, (_, after) in found.files.items():
                (copy / name).write_bytes(after)
            yield copy
    except OSError as error:
        raise WorkError(
            f"Nothing was written, as there is no room to check it first ({error.strerror}). Make room in the "
            "temporary folder, or name another in TMPDIR."
        ) from error


def read_sound(registers: Registers, register: Register, copy: Path, where: Callable[[Problem], str] = str) -> Register:
    """Return a register as its copy has it, read with the others; `where` tells of a problem where it comes from.

    Raises:
        WorkError: the register would have errors.
    """
    folders = [copy if each is register else each.folder for each in registers.by_id.values()]
    anew, problems = read(folders)
    here, there = shown_path(register.folder), shown_path(copy)
    errors = [
        replace(problem, file=problem.file.replace(there, here)) for problem in problems if problem.severity == "error"
    ]
    if errors:
        listed = "\n".join(dict.fromkeys(map(where, errors)))
        raise WorkError(f"With this change the register would have errors, so nothing was written:\n{listed}")
    return anew.by_id[register.id]


def _compare(old: Path, new: Path, changes: Sequence[RecordChange]) -> None:
    mine = [change for change in changes if change.file == old.name]
    (was, _), (now, _) = (read_yaml(path, "") if path.exists() else (None, []) for path in (old, new))
    if old.name == ABOUT_FILE:
        expected: Any = mine[-1].after
    else:
        kept = dict(enumerate(was or ())) | {each.place: each.after for each in mine if each.place is not None}
        expected = [kept[place] for place in sorted(kept) if kept[place] is not None]
        expected += [each.after for each in mine if each.place is None]
    if now != expected:
        raise _beyond(old, mine[0])


class _Told:
    """Tells of a problem with where the change was asked for that brings it, else with its file as it is."""

    def __init__(self, copy: Path, register: Register, changes: Sequence[RecordChange]) -> None:
        self.copy, self.folder, self.changes = copy, register.folder, changes

    def __call__(self, problem: Problem) -> str:
        for change, first, last in _lines(self.copy, self.changes):
            mine = problem.file == shown_path(self.folder / change.file)
            if mine and first <= problem.line <= last and change.where:
                return f"{change.where}: {problem.what}. {problem.fix}"
        return str(problem)


def _lines(copy: Path, changes: Sequence[RecordChange]) -> Iterator[tuple[RecordChange, int, int]]:
    """Yield the lines on which each changed record stands in the new files."""
    for file in dict.fromkeys(change.file for change in changes if change.file != ABOUT_FILE):
        mine = [change for change in changes if change.file == file]
        raw, _ = read_yaml(copy / file, "")
        gone = sorted(each.place for each in mine if each.place is not None and not each.after)
        new = {id(each): place for place, each in enumerate(each for each in mine if each.place is None)}
        starts = [line_at(raw, (place,)) for place in range(len(raw or ()))] + [10**9]
        for change in mine:
            if not change.after:
                continue
            if change.place is None:
                place = len(starts) - 1 - len(new) + new[id(change)]
            else:
                place = change.place - sum(each < change.place for each in gone)
            if place + 1 < len(starts):
                yield change, starts[place], starts[place + 1] - 1


def _beyond(path: Path, change: RecordChange) -> WorkError:
    raw, _ = read_yaml(path, "") if path.exists() else (None, [])
    line = line_at(raw, (change.place,)) if change.place is not None else 1
    return WorkError(
        f"{shown_path(path)}:{line}: this is laid out in a way that cannot be changed here without touching more. "
        "Nothing was written: change it by hand."
    )
