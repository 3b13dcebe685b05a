"""Writing back what a cell of a matrix says, into the file of its row, with everything else left as it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ssp_graph.drafting.drafts import Drafts
from ssp_graph.drafting.rows import Value
from ssp_graph.editing.changes import Rewriting, refuse_shipped
from ssp_graph.errors import UsageError
from ssp_graph.model.facts import Source
from ssp_graph.model.kinds import Matrix
from ssp_graph.register.register import Register, Registers

Role = Literal["lead", "supporting", "none", "to be determined", "not recorded"]

# The key under which each role is written; a board that is not recorded is written nowhere.
KEYS: dict[Role, str] = {
    "lead": "lead",
    "supporting": "supporting",
    "none": "no_role",
    "to be determined": "to_be_determined",
}

_ROWS = "Safeguarding themes"

# What is said of a role on its old sources does not hold on its new ones.
_OF_OLD_SOURCES = frozenset({"basis", "reason", "stated_on", "sources"})


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
    refuse_shipped(register)
    drafts = Drafts(registers, register)
    dated = []
    for change in changes:
        home, _, row = change.theme.partition(":")
        if home != register.id:
            raise UsageError(f"{change.theme} is a row from the register {home}, which alone can record its cells.")
        at = drafts.now[_ROWS][row.rpartition("/")[2]]
        place = register.places[row]
        dated += [f"{place.file}:{place.line(key, number)}" for key, number in _dated(register, at.value, change)]
        _change(register, drafts.of(at).value or {}, change)
    if dated:
        raise UsageError(
            "\n".join(
                f"{where}: this role has dates, and a dated fact is not overwritten. "
                "Give it an `until` there and write the new role beneath it, with `since`."
                for where in dated
            )
        )
    return drafts.rewriting() or Rewriting(register.folder, {})


def _cell(register: Register, row: Value, change: CellChange) -> Iterator[tuple[str, int]]:
    """Yield the key, and the place under it, of each role that is written for a cell: one, where none has dates."""
    for key in KEYS.values():
        for number, role in enumerate(row.get(key, ())):
            if register.full(role["to"]) != change.board:
                continue
            # a row of one matrix need not say which
            if "matrix" not in role or register.full(role["matrix"]) == change.matrix:
                yield key, number


def _dated(register: Register, row: Value, change: CellChange) -> Iterator[tuple[str, int]]:
    """Yield the roles of a cell that have dates, which are history and stay.

    A day on which it is known to have been so says nothing against another source for the same role.
    """
    for key, number in _cell(register, row, change):
        role = row[key][number]
        if "since" in role or "until" in role or ("stated_on" in role and key != KEYS.get(change.role)):
            yield key, number


def _change(register: Register, row: Value, change: CellChange) -> None:
    """Put what a cell shall say into the draft of its row."""
    key, role = KEYS.get(change.role), _role(register, change)
    for old_key, number in list(_cell(register, row, change)):
        old = row[old_key].pop(number)
        if old_key == key and old.get("capacity") == role.get("capacity"):
            kept = {name: value for name, value in old.items() if name not in _OF_OLD_SOURCES}
            row[key].insert(number, kept | {"sources": role["sources"]})
            return
    if key:
        row.setdefault(key, []).append(role)


def _role(register: Register, change: CellChange) -> Value:
    """Return the role that a change writes; the matrix is named only where the row stands in several."""
    matrices = [record for record in register.records.values() if isinstance(record, Matrix)]
    several = sum(change.theme in map(register.full, (row.to for row in matrix.rows)) for matrix in matrices) > 1
    role = {
        "to": change.board.removeprefix(f"{register.id}:"),
        "matrix": change.matrix.removeprefix(f"{register.id}:") if several else None,
        "capacity": "joint" if change.joint else None,
        "sources": [source.model_dump(exclude_none=True) for source in change.sources],
    }
    return {name: value for name, value in role.items() if value}
