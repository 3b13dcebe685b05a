"""The rules of lead and supporting matrices: each cell stands in a row and a column of its matrix, with one word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ssp_graph.errors import Problem
from ssp_graph.model.dates import first_day, last_day
from ssp_graph.model.declaring import Key
from ssp_graph.model.facts import Link
from ssp_graph.model.kinds import Matrix, SafeguardingTheme
from ssp_graph.model.relationships import MatrixRole
from ssp_graph.register.register import Register

_WORDS = {"LEADS_ON": "lead", "SUPPORTS_ON": "supporting", "NO_ROLE_ON": "none", "UNSETTLED_ON": "to be determined"}


def check_matrices(register: Register) -> Iterator[Problem]:
    """Yield what is wrong with the cells of a register's matrices."""
    if "matrix" in register.unread:
        return
    matrices = {
        register.full(reference): record for reference, record in register.records.items() if isinstance(record, Matrix)
    }
    for reference, record in register.records.items():
        if isinstance(record, SafeguardingTheme):
            yield from _cells(reference, record, matrices, register)


def _cells(
    reference: str, record: SafeguardingTheme, matrices: dict[str, Matrix], register: Register
) -> Iterator[Problem]:
    """Check the cells of one row."""
    place = register.places[reference]
    this = register.full(reference)
    cells_of = [(key, link) for _, key, _, link in record.links() if isinstance(link, MatrixRole)]
    jointly = Counter((key.type, link.matrix) for key, link in cells_of if link.capacity)
    rows = [name for name, matrix in matrices.items() if this in {register.full(row.to) for row in matrix.rows}]
    cells: dict[tuple[str, str], list[tuple[Key, MatrixRole]]] = {}
    for name, key, number, link in record.links():
        if not isinstance(link, MatrixRole):
            continue
        where = (name, number)
        if not rows:
            what = f"{reference} has a cell but is a row of no matrix"
            yield place.problem(where, what, "List it under `rows` in matrices.yaml.")
            continue
        if link.matrix is None and len(rows) > 1:
            what = f"{reference} stands in several matrices, and this cell does not say in which"
            known = ", ".join(row.removeprefix(f"{register.id}:") for row in rows)
            yield place.problem(where, what, f"Add `matrix:` with one of {known}.")
            continue
        if link.capacity and key.type not in ("LEADS_ON", "SUPPORTS_ON"):
            what = f"{link.to} is {_WORDS[key.type]} on {reference}, which is nothing to have jointly"
            fix = "Take out `capacity`, which counts for nothing there, or write the cell under `lead` or `supporting`."
            yield place.problem(where, what, fix, "warning")
        if link.capacity and jointly[key.type, link.matrix] == 1:
            what = f"{link.to} has a role jointly on {reference}, and no other board has the same one jointly"
            yield place.problem(where, what, "Write `capacity: joint` at the cell of the other board too.", "warning")
        matrix = register.full(link.matrix or rows[0])
        if matrix not in matrices:  # reported as a reference
            continue
        shown = matrix.removeprefix(f"{register.id}:")
        board = register.full(link.to)
        if matrix not in rows:
            what = f"{reference} has a cell in {shown} but is no row of it"
            yield place.problem(where, what, "List it under `rows` in matrices.yaml, or correct the cell.")
        if board not in {register.full(column.to) for column in matrices[matrix].columns}:
            what = f"{link.to} has a cell in {shown} but is no column of it"
            yield place.problem(where, what, "List it under `columns` in matrices.yaml, or correct the cell.")
        earlier = cells.setdefault((matrix, board), [])
        for other_key, other in earlier:
            if not _at_once(link, other):
                continue
            if other_key.type != key.type:
                both = " and ".join(sorted({_WORDS[other_key.type], _WORDS[key.type]}))
                what = f"{link.to} is {both} at once on {reference}"
                yield place.problem(where, what, "Keep one, or give the earlier one an `until`.")
            elif link.matrix != other.matrix:
                what = f"{reference} states the cell of {link.to} in {shown} twice"
                yield place.problem(where, what, "Keep one of them.")
        earlier.append((key, link))


def _at_once(one: Link, other: Link) -> bool:
    return first_day(one.since) <= last_day(other.until) and first_day(other.since) <= last_day(one.until)
