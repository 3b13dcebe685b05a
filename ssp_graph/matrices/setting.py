"""One cell to be set: what an officer asks for, as the change it makes and the sentence that says so."""

from __future__ import annotations

from ssp_graph.editing.writing import CellChange
from ssp_graph.matrices import entries
from ssp_graph.matrices.table import STATES, boards, chosen, roles, themes
from ssp_graph.model.facts import Source
from ssp_graph.plan import Edge, Plan


def cell_change(
    plan: Plan, matrix: str | None, board: str, theme: str, role: str, document: str, page: str, anchor: str
) -> tuple[CellChange | None, str]:
    """Return the change that makes a cell say this, or None where it says so already, and the sentence about it.

    Raises:
        UsageError: no such matrix, board, theme, role or document, or the source of a role is not given in full.
    """
    table = chosen(plan, matrix)
    always = plan.at_any_time
    board_ = entries.meant(boards(always, table), board, "board", table.name)
    theme_ = entries.meant(themes(always, table), theme, "theme", table.name)
    wanted = entries.role_of(role)
    stated = () if wanted == "not recorded" else (entries.source_of(plan, table.register, document, page, anchor),)
    written = [edge for edge in roles(always, table, theme_) if edge.source == board_]
    was = STATES[written[-1].type] if written else "not recorded"
    place = f"{board_.name} on {theme_.name}"
    if was == wanted and all(_says(plan, table.register, edge, stated) for edge in written):
        return None, f"Nothing to change: {place} is {wanted} already."
    told = f"{place}: still {was}, now on this source." if was == wanted else f"{place}: {was} becomes {wanted}."
    return CellChange(table.id, theme_.id, board_.id, wanted, stated), told


def _says(plan: Plan, register: str, role: Edge, sources: tuple[Source, ...]) -> bool:
    """Return whether a role is stated on these sources already; in which part of the page is no difference."""
    known = [entries.as_written(plan, register, source) for source in role.sources]
    places = [[(each.document, each.page, each.anchor) for each in some] for some in (known, sources)]
    return not role.inferred and places[0] == places[1]
