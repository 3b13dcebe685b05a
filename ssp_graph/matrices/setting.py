"""One cell to be set: what an officer asks for, as the change it makes and the sentence that says so."""

from __future__ import annotations

from typing import Any

from ssp_graph.answers.sentences import edges_to
from ssp_graph.editing.writing import CellChange
from ssp_graph.graph import Graph
from ssp_graph.matrices import entries
from ssp_graph.matrices.table import STATES, chosen
from ssp_graph.model.facts import Source


def cell_change(
    graph: Graph, matrix: str | None, board: str, theme: str, role: str, document: str, page: str, anchor: str
) -> tuple[CellChange | None, str]:
    """Return the change that makes a cell say this, or None where it says so already, and the sentence about it.

    Raises:
        UsageError: no such matrix, board, theme, role or document, or the source of a role is not given in full.
    """
    node = chosen(graph, matrix)
    title, register = graph.nodes[node]["name"], str(graph.nodes[node]["register"])
    board_id = entries.meant(graph, entries.boards(graph, node), board, "board", title)
    theme_id = entries.meant(graph, entries.themes(graph, node), theme, "theme", title)
    wanted = entries.role_of(role)
    sources = () if wanted == "not recorded" else (entries.source_of(graph, register, document, page, anchor),)
    written = [
        edge.data
        for edge in edges_to(graph, theme_id, None, STATES)
        if edge.source == board_id and edge.data["matrix"] in (None, node)
    ]
    was = STATES[written[-1]["type"]] if written else "not recorded"
    place = f"{graph.nodes[board_id]['name']} on {graph.nodes[theme_id]['name']}"
    if was == wanted and all(_says(graph, register, data, sources) for data in written):
        return None, f"Nothing to change: {place} is {wanted} already."
    told = f"{place}: still {was}, now on this source." if was == wanted else f"{place}: {was} becomes {wanted}."
    return CellChange(node, theme_id, board_id, wanted, sources), told


def _says(graph: Graph, register: str, data: dict[str, Any], sources: tuple[Source, ...]) -> bool:
    """Return whether a role is stated on these sources already; in which part of the page is no difference."""
    known = [entries.as_written(graph, register, source) for source in data["sources"]]
    places = [[(each.document, each.page, each.anchor) for each in some] for some in (known, sources)]
    return data["basis"] == "stated" and places[0] == places[1]
