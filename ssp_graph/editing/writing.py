"""Writing back what a cell of a matrix says, into the file of its row, with everything else left as it is.

The new text is read and checked as a whole before anyone may put it in the place of the old one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from yaml import YAMLError

from ssp_graph.editing import role_text
from ssp_graph.editing.changes import Rewriting, copied, read_sound, refuse_shipped
from ssp_graph.editing.role_text import OF_OLD_SOURCES, ROLE_KEYS
from ssp_graph.errors import UsageError, WorkError
from ssp_graph.model.facts import Source
from ssp_graph.model.kinds import Matrix, Record, SafeguardingTheme
from ssp_graph.model.relationships import MatrixRole
from ssp_graph.register.register import Register, Registers

Role = Literal["lead", "supporting", "none", "to be determined", "not recorded"]

# The key under which each role is written; a board that is not recorded is written nowhere.
KEYS: dict[Role, str] = {
    "lead": "lead",
    "supporting": "supporting",
    "none": "no_role",
    "to be determined": "to_be_determined",
}

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class CellChange:
    """What a cell shall say: the matrix, row and board by full id (`register:kind/slug`), the role, its sources.

    `joint` where the board has the role jointly with others.
    """

    matrix: str
    theme: str
    board: str
    role: Role
    sources: tuple[Source, ...] = ()
    joint: bool = False


def rewritten(registers: Registers, changes: Sequence[CellChange]) -> Rewriting:
    """Return the file of the rows with these cells of one matrix changed, read anew and found sound.

    Raises:
        UsageError: the register came with the package, a row belongs to another register, or a cell has dates.
        WorkError: the register would have errors, or the file is laid out in a way that cannot be changed without
            touching more.
    """
    register = registers.by_id[changes[0].matrix.partition(":")[0]]
    _refuse(register, changes)
    path = register.folder / f"{SafeguardingTheme.plural}.yaml"
    before = path.read_bytes()
    mark = _BOM if before.startswith(_BOM) else b""
    text = before.removeprefix(mark).decode("utf-8")
    for change in changes:
        try:
            text = _changed(text, register, change)
        except (ValueError, YAMLError) as error:
            raise _beyond(register, change) from error
    found = Rewriting(register.folder, {path.name: (before, mark + text.encode("utf-8"))})
    _check(registers, register, found, changes)
    return found


def _refuse(register: Register, changes: Sequence[CellChange]) -> None:
    refuse_shipped(register)
    for change in changes:
        home = change.theme.partition(":")[0]
        if home != register.id:
            raise UsageError(f"{change.theme} is a row from the register {home}, which alone can record its cells.")
    if dated := [where for change in changes if (where := _dated(register, change))]:
        raise UsageError(
            "\n".join(
                f"{where}: this role has dates, and a dated fact is not overwritten. "
                "Give it an `until` there and write the new role beneath it, with `since`."
                for where in dated
            )
        )


def _dated(register: Register, change: CellChange) -> str:
    """Return where a cell has a role with dates, which is history and stays; empty where it has none.

    A day on which it is known to have been so says nothing against another source for the same role.
    """
    place = register.places[_local(change.theme)]
    for key, number, link in _cell(register, change):
        if link.since or link.until or (link.stated_on and key != KEYS.get(change.role)):
            return f"{place.file}:{place.line(key, number)}"
    return ""


def _local(name: str) -> str:
    return name.partition(":")[2]


def _cell(register: Register, change: CellChange) -> Iterator[tuple[str, int, MatrixRole]]:
    """Yield the key, the place under it and the role for each that is written for a cell: one, where none has dates."""
    for key, _, number, link in register.records[_local(change.theme)].links():
        if not isinstance(link, MatrixRole) or register.full(link.to) != change.board:
            continue
        if link.matrix is None or register.full(link.matrix) == change.matrix:  # a row of one matrix need not say which
            yield key, number, link


def _changed(text: str, register: Register, change: CellChange) -> str:
    """Return the text of the file of rows with one cell changed."""
    row, key, link = change.theme.rpartition("/")[2], KEYS.get(change.role), _link(register, change)
    old = next(((name, known) for name, _, known in _cell(register, change)), None)
    if old is None:
        return role_text.with_role(text, row, key, link) if key else text
    if key is None:
        return role_text.without_role(text, row, *old)
    if key == old[0] and link.capacity == old[1].capacity:
        return role_text.with_sources(text, row, key, old[1], change.sources)
    return role_text.with_other_role(text, row, old, key, link)


def _link(register: Register, change: CellChange) -> MatrixRole:
    """Return the role that a change writes; the matrix is named only where the row stands in several."""
    matrices = [record for record in register.records.values() if isinstance(record, Matrix)]
    several = sum(change.theme in map(register.full, (row.to for row in matrix.rows)) for matrix in matrices) > 1
    return MatrixRole(
        to=change.board.removeprefix(f"{register.id}:"),
        matrix=_local(change.matrix) if several else None,
        capacity="joint" if change.joint else None,
        sources=change.sources,
    )


def _check(registers: Registers, register: Register, found: Rewriting, changes: Sequence[CellChange]) -> None:
    """Read the register anew, from a copy with the new text, and compare it with what the changes should make of it."""
    with copied(found) as copy:
        anew = read_sound(registers, register, copy)
    expected = {
        reference: _expected(register, record, [change for change in changes if _local(change.theme) == reference])
        for reference, record in register.records.items()
    }
    read = {reference: _sorted(record) for reference, record in anew.records.items()}
    if read != expected:
        changed = (change for change in changes if read.get(_local(change.theme)) != expected[_local(change.theme)])
        raise _beyond(register, next(changed, changes[0]))


def _expected(register: Register, record: Record, changes: Sequence[CellChange]) -> Record:
    """Return a row as it shall be once these cells of it are changed."""
    roles: dict[str, list[MatrixRole]] = {key: list(getattr(record, key, ())) for key in ROLE_KEYS}
    for change in changes:
        key = KEYS.get(change.role)
        new = _link(register, change)
        for old_key, _, link in _cell(register, change):
            roles[old_key].remove(link)
            if key == old_key:
                anew = {name: MatrixRole.model_fields[name].get_default() for name in OF_OLD_SOURCES}
                new = link.model_copy(update={**anew, "capacity": new.capacity, "sources": change.sources})
        if key:
            roles[key].append(new)
    return _sorted(record.model_copy(update={key: tuple(links) for key, links in roles.items()}) if changes else record)


def _sorted(record: Record) -> Record:
    """Return a row with its roles in an order that does not depend on how they are written."""
    if not isinstance(record, SafeguardingTheme):
        return record
    return record.model_copy(update={key: tuple(sorted(getattr(record, key), key=repr)) for key in ROLE_KEYS})


def _beyond(register: Register, change: CellChange) -> WorkError:
    place = register.places[_local(change.theme)]
    return WorkError(
        f"{place.file}:{place.line()}: this record is laid out in a way that cannot be changed here without touching "
        "more than the cell. Nothing was written: change it by hand."
    )
