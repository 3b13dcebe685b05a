"""The lead and supporting matrix: safeguarding themes against bodies, a word in every cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ssp_graph.answers.names import find
from ssp_graph.answers.sentences import edges_to, merged
from ssp_graph.errors import UsageError
from ssp_graph.plan import Plan
from ssp_graph.results import Cell, Matrix, MatrixColumn, MatrixRow

if TYPE_CHECKING:
    from ssp_graph.graph import Graph


State = Literal["lead", "supporting", "none", "not recorded"]

STATES: dict[str, State] = {"LEADS_ON": "lead", "SUPPORTS_ON": "supporting", "NO_ROLE_ON": "none"}

LEGEND = {
    "Lead": "the lead board for the theme",
    "Supporting": "a supporting board for the theme",
    "None": "the source says that the board has no role",
    "Not recorded": "the source does not say; this is not the same as none",
}


def matrices(graph: Graph) -> list[str]:
    """Return the matrices of the named registers, in the order they were written."""
    named = graph.graph["named"]
    return [node for node, data in graph.nodes(data=True) if data["kind"] == "matrix" and data["register"] in named]


def chosen(graph: Graph, name: str | None = None) -> str:
    """Return the id of the matrix that a name means, or of the only one.

    Raises:
        UsageError: there is no matrix, no such matrix, or several and no name.
    """
    known = matrices(graph)
    if name:
        return find(graph, name, "matrix").id
    if not known:
        raise UsageError("No matrix is recorded. Add one to matrices.yaml, with its rows and columns.")
    if len(known) > 1:
        listed = "\n".join(f"  {graph.nodes[each]['name']}: {each}" for each in known)
        raise UsageError(f"There are {len(known)} matrices. Choose one with --matrix:\n{listed}")
    return known[0]


def matrix(plan: Plan, name: str | None = None) -> Matrix:
    """Return a matrix as it stands on a day; `name` chooses among several.

    Raises:
        UsageError: there is no matrix, no such matrix, or several and no name.
    """
    graph, as_of = plan.graph, plan.day
    node = chosen(graph, name)
    data = graph.nodes[node]
    columns = tuple(
        MatrixColumn(edge.source, graph.nodes[edge.source]["name"], abbreviation(graph, edge.source))
        for edge in sorted(edges_to(graph, node, as_of, ("COLUMN_OF",)), key=lambda edge: edge.data["position"])
    )
    rows = tuple(
        MatrixRow(
            edge.source,
            graph.nodes[edge.source]["name"],
            _cells(plan, node, edge.source, columns),
            merged([graph.nodes[edge.source]["sources"]]),
        )
        for edge in sorted(edges_to(graph, node, as_of, ("ROW_OF",)), key=lambda edge: edge.data["position"])
    )
    unknown = sum(cell.state == "not recorded" for row in rows for cell in row.cells.values())
    total = len(rows) * len(columns)
    return Matrix(
        plan.heading(
            str(data["name"]),
            question="Which board leads and which supports on each theme?",
            count=f"{unknown} of {total} cells {'is' if unknown == 1 else 'are'} not recorded.",
        ),
        node,
        columns,
        rows,
        data["sources"],
        legend=LEGEND,
    )


def abbreviation(graph: Graph, node: str) -> str:
    """Return a thing's acronym, or an empty text."""
    return next((alias for alias in graph.nodes[node]["aliases"] if alias.isupper() and " " not in alias), "")


def _cells(plan: Plan, matrix_id: str, row: str, columns: tuple[MatrixColumn, ...]) -> dict[str, Cell]:
    graph, as_of = plan.graph, plan.day
    cells = {column.id: Cell("not recorded") for column in columns}
    for edge in edges_to(graph, row, as_of, STATES):
        if edge.source in cells and edge.data["matrix"] in (None, matrix_id):
            cells[edge.source] = Cell(STATES[edge.data["type"]], edge.data["basis"], edge.data["sources"])
    return cells
