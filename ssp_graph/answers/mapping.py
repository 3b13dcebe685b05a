"""Regional priorities against the partnership's themes, both ways, and what nothing maps to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ssp_graph.answers.heading import heading
from ssp_graph.answers.relations import Edge, edges_from, edges_to, in_kind_words, merged, name_of
from ssp_graph.answers.results import Column, Row, Table
from ssp_graph.graph import Graph

_COLUMNS = (
    Column("priority", "Regional priority"),
    Column("priority_id", "Regional priority (id)", "id"),
    Column("theme", "Theme"),
    Column("theme_id", "Theme (id)", "id"),
    Column("state", "State"),
    Column("relation", "Relation"),
    Column("rationale", "Rationale"),
    Column("commitment", "Commitment"),
    Column("commitment_id", "Commitment (id)", "id"),
    Column("local", "Addressed by"),
    Column("local_id", "Addressed by (id)", "id"),
    Column("local_kind", "Which is"),
    Column("basis", "Basis", "basis"),
    Column("sources", "Sources", "sources"),
)


def mapping(graph: Graph, as_of: str) -> Table:
    """Return the mapping on a day: each priority's themes, its commitments and what addresses them locally.

    A priority, commitment or theme that nothing is set against is a row with the other side empty.
    """
    named = graph.graph["named"]
    priorities = [node for node, data in graph.nodes(data=True) if data["kind"] == "regional-priority"]
    themes = [node for node, data in graph.nodes(data=True) if data["kind"] == "theme" and data["register"] in named]
    rows = [row for priority in priorities for row in _priority(graph, as_of, priority, named)]
    mapped = {row["theme_id"] for row in rows if row["commitment_id"] is None}
    unmapped = [theme for theme in themes if theme not in mapped]
    rows.extend(
        _row("theme not mapped", theme=(graph, theme), sources=graph.nodes[theme]["sources"]) for theme in unmapped
    )
    commitments = {row["commitment_id"] for row in rows} - {None}
    served = {row["commitment_id"] for row in rows if row["local_id"]}
    count = (
        f"{len(themes) - len(unmapped)} of {len(themes)} themes map to a regional priority; "
        f"{len(served)} of {len(commitments)} commitments have something local that addresses them."
    )
    return Table(
        heading(
            graph,
            as_of,
            "Regional priorities and the partnership's themes",
            question="How do the regional priorities map onto our themes, and what is left over on either side?",
            count=count,
            notes=list(_disagreements(graph, as_of, priorities, themes)),
        ),
        _COLUMNS,
        tuple(rows),
        group_by="priority",
        empty="No regional priorities are recorded, and no themes.",
    )


def _row(
    state: str,
    *,
    priority: tuple[Graph, str] | None = None,
    theme: tuple[Graph, str] | None = None,
    commitment: tuple[Graph, str] | None = None,
    local: tuple[Graph, str] | None = None,
    **values: Any,
) -> Row:
    row: dict[str, Any] = dict.fromkeys((column.name for column in _COLUMNS), None)
    for name, thing in (("priority", priority), ("theme", theme), ("commitment", commitment), ("local", local)):
        if thing:
            graph, node = thing
            row[name], row[f"{name}_id"] = name_of(graph, node), node
    if local:
        row["local_kind"] = in_kind_words(local[0].nodes[local[1]]["kind"])
    return {**row, "state": state, "sources": [], **values}


def _priority(graph: Graph, as_of: str, priority: str, named: list[str]) -> Iterator[Row]:
    stated = [
        edge for edge in edges_to(graph, priority, as_of, ("MAPS_TO",)) if graph.nodes[edge.source]["register"] in named
    ]
    here = (graph, priority)
    for edge in stated:
        themes = [edge.source] if graph.nodes[edge.source]["kind"] == "theme" else _themes_of(graph, as_of, edge.source)
        for theme in themes:
            yield _row(
                "mapped",
                priority=here,
                theme=(graph, theme),
                relation=edge.data["relation"],
                rationale=edge.data["rationale"],
                basis=edge.data["basis"],
                sources=edge.data["sources"],
            )
    if not stated:
        yield _row("no theme", priority=here, sources=graph.nodes[priority]["sources"])
    for inner in edges_to(graph, priority, as_of, ("PART_OF",)):
        if graph.nodes[inner.source]["kind"] != "commitment":
            continue
        yield from _commitment(graph, as_of, here, inner.source, named)


def _commitment(
    graph: Graph, as_of: str, priority: tuple[Graph, str], commitment: str, named: list[str]
) -> Iterator[Row]:
    here = (graph, commitment)
    found = _addressing(graph, as_of, commitment, named)
    for edge in found:
        themes = _themes_of(graph, as_of, edge.source)
        yield _row(
            "addressed",
            priority=priority,
            theme=(graph, themes[0]) if themes else None,
            commitment=here,
            local=(graph, edge.source),
            basis=edge.data["basis"],
            rationale=edge.data["reason"],
            sources=merged([edge.data["sources"]]),
        )
    if not found:
        yield _row("nothing local", priority=priority, commitment=here, sources=graph.nodes[commitment]["sources"])


def _addressing(graph: Graph, as_of: str, commitment: str, named: list[str]) -> list[Edge]:
    order = {"priority-area": 0, "action": 1, "strategy": 2}
    found = [
        edge
        for edge in edges_to(graph, commitment, as_of, ("ADDRESSES",))
        if graph.nodes[edge.source]["register"] in named
    ]
    return sorted(
        found, key=lambda edge: (order[graph.nodes[edge.source]["kind"]], graph.nodes[edge.source]["position"])
    )


def _themes_of(graph: Graph, as_of: str, node: str) -> list[str]:
    """Return the themes that an area or action stands in."""
    themes: list[str] = []
    for edge in edges_from(graph, node, as_of, ("PART_OF",)):
        kind = graph.nodes[edge.target]["kind"]
        if kind == "theme":
            themes.append(edge.target)
        elif kind == "priority-area":
            themes.extend(_themes_of(graph, as_of, edge.target))
    return themes


def _disagreements(graph: Graph, as_of: str, priorities: list[str], themes: list[str]) -> Iterator[str]:
    """Yield where the stated mapping and the content disagree, for each pair of priority and theme."""
    named = graph.graph["named"]
    for priority in priorities:
        stated = {
            theme
            for edge in edges_to(graph, priority, as_of, ("MAPS_TO",))
            for theme in ([edge.source] if edge.source in themes else _themes_of(graph, as_of, edge.source))
        }
        content = {
            theme
            for inner in edges_to(graph, priority, as_of, ("PART_OF",))
            for edge in _addressing(graph, as_of, inner.source, named)
            for theme in _themes_of(graph, as_of, edge.source)
        }
        name = name_of(graph, priority)
        if not content:
            continue
        for theme in themes:
            if theme in stated and theme not in content:
                yield f"{name_of(graph, theme)} is set against {name}, but nothing in it addresses its commitments."
            elif theme in content and theme not in stated:
                yield f"{name_of(graph, theme)} addresses commitments of {name}, but is not set against it."
