"""Regional priorities, or the borough's outcomes, against the themes: both ways, and what is left over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ssp_graph.answers.sentences import Edge, edges_from, edges_to, in_kind_words, merged, name_of
from ssp_graph.errors import UsageError
from ssp_graph.plan import Plan
from ssp_graph.results import Column, Row, Table

if TYPE_CHECKING:
    from ssp_graph.graph import Graph


@dataclass(frozen=True, slots=True)
class _Scheme:
    """What themes are set against: things of a kind, with parts, and the relationships that join either to the plan."""

    kind: str
    priority: str
    priorities: str
    part: str
    parts: str
    maps: str
    addresses: str
    title: str


_SCHEMES = {
    "priorities": _Scheme(
        "regional-priority",
        "regional priority",
        "regional priorities",
        "commitment",
        "commitments",
        "MAPS_TO",
        "ADDRESSES",
        "Regional priorities and the partnership's themes",
    ),
    "outcomes": _Scheme(
        "outcome",
        "outcome",
        "outcomes",
        "statement",
        "statements",
        "CONTRIBUTES_TO",
        "CONTRIBUTES_TO",
        "The borough's outcomes and the partnership's themes",
    ),
}

_LOCAL_ORDER = ("theme", "priority-area", "action", "strategy")


def mapping(plan: Plan, onto: str = "priorities", by: str = "priority") -> Table:
    """Return the mapping on a day: each priority's themes, its commitments and what addresses them locally.

    `onto` is `priorities` or `outcomes` (whose statements then stand for commitments); `by` groups the rows by
    `priority` or by `theme`. A priority, commitment or theme that nothing is set against is a row with the other
    side empty.

    Raises:
        UsageError: there is no such `onto` or `by`.
    """
    graph = plan.graph
    if onto not in _SCHEMES or by not in ("priority", "theme"):
        wrong, known = (onto, ", ".join(_SCHEMES)) if onto not in _SCHEMES else (by, "priority, theme")
        raise UsageError(f"The mapping knows no '{wrong}'. Write one of: {known}.")
    scheme = _SCHEMES[onto]
    named: list[str] = graph.graph["named"]
    priorities = [node for node, data in graph.nodes(data=True) if data["kind"] == scheme.kind]
    priorities = [node for node in priorities if not _whole_of(plan, node, scheme)]
    themes = [node for node, data in graph.nodes(data=True) if data["kind"] == "theme" and data["register"] in named]
    rows = [row for priority in priorities for row in _priority(plan, scheme, priority)]
    mapped = {row["theme_id"] for row in rows if row["state"] == "mapped"}
    unmapped = [theme for theme in themes if theme not in mapped]
    rows.extend(
        _row(graph, "theme not mapped", theme=theme, sources=graph.nodes[theme]["sources"]) for theme in unmapped
    )
    return Table(
        plan.heading(
            scheme.title,
            question=f"How do the {scheme.priorities} map onto our themes, and what is left over on either side?",
            count=_coverage(scheme, rows, len(themes), len(unmapped)),
            notes=_disagreements(plan, scheme, priorities, themes),
        ),
        _columns(scheme, by),
        tuple(rows if by == "priority" else _turned(rows, themes)),
        group_by=by,
        empty=f"No {scheme.priorities} are recorded, and no themes.",
    )


def _columns(scheme: _Scheme, by: str) -> tuple[Column, ...]:
    priority = scheme.priority.capitalize()
    part = scheme.part.capitalize()
    sides = [
        [Column("priority", priority), Column("priority_id", f"{priority} (id)", "id")],
        [Column("theme", "Theme"), Column("theme_id", "Theme (id)", "id")],
    ]
    return (
        *(sides[0] + sides[1] if by == "priority" else sides[1] + sides[0]),
        Column("state", "State"),
        Column("relation", "Relation", into="state", lead="relation"),
        Column("commitment", part),
        Column("commitment_id", f"{part} (id)", "id"),
        Column("local", "Addressed by"),
        Column("local_id", "Addressed by (id)", "id"),
        Column("local_kind", "Which is", into="local"),
        Column("rationale", "Rationale"),
        Column("basis", "Basis", "basis"),
        Column("sources", "Sources", "sources"),
    )


def _coverage(scheme: _Scheme, rows: list[Row], themes: int, unmapped: int) -> str:
    parts = {row["commitment_id"] for row in rows} - {None}
    served = {row["commitment_id"] for row in rows if row["local_id"]}
    stated = {row["commitment_id"] for row in rows if row["local_id"] and row["basis"] == "stated"}
    mapped = {row["theme_id"] for row in rows if row["state"] == "mapped" and row["theme_id"]}
    said = {row["theme_id"] for row in rows if row["state"] == "mapped" and row["basis"] == "stated"}
    return (
        f"{themes - unmapped} of {themes} themes map to {_article(scheme.priority)} {scheme.priority}"
        f"{_by_inference(len(mapped - said), len(mapped))}; {len(served)} of {len(parts)} {scheme.parts} "
        f"have something local that addresses them{_by_inference(len(served - stated), len(served))}."
    )


def _by_inference(alone: int, among: int) -> str:
    return f", {'all' if alone == among else alone} of them by inference alone" if alone else ""


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"


def _row(graph: Graph, state: str, **values: Any) -> Row:
    row: dict[str, Any] = {"state": state, "sources": []}
    for name in ("relation", "rationale", "basis"):
        row[name] = values.pop(name, None)
    row["sources"] = values.pop("sources", [])
    for name in ("priority", "theme", "commitment", "local"):
        node = values.pop(name, None)
        row[name], row[f"{name}_id"] = (name_of(graph, node), node) if node else (None, None)
    row["local_kind"] = in_kind_words(graph.nodes[row["local_id"]]["kind"]) if row["local_id"] else None
    return row


def _whole_of(plan: Plan, node: str, scheme: _Scheme) -> list[str]:
    """Return what a thing is a part of within the scheme: a statement's outcome, a commitment's priority."""
    graph, as_of = plan.graph, plan.day
    return [
        edge.target
        for edge in edges_from(graph, node, as_of, ("PART_OF",))
        if graph.nodes[edge.target]["kind"] == scheme.kind
    ]


def _parts_of(plan: Plan, node: str) -> list[str]:
    graph, as_of = plan.graph, plan.day
    kinds = ("commitment", "outcome")
    return [
        edge.source for edge in edges_to(graph, node, as_of, ("PART_OF",)) if graph.nodes[edge.source]["kind"] in kinds
    ]


def _priority(plan: Plan, scheme: _Scheme, priority: str) -> Iterator[Row]:
    graph = plan.graph
    stated = list(_mapped(plan, scheme, priority))
    yield from (_row(graph, "mapped", priority=priority, **values) for values in stated)
    if not stated:
        yield _row(graph, "no theme", priority=priority, sources=graph.nodes[priority]["sources"])
    for part in _parts_of(plan, priority):
        found = _addressing(plan, scheme, part)
        for edge in found:
            yield _row(
                graph,
                "addressed",
                priority=priority,
                theme=next(iter(_themes_of(plan, edge.source)), None),
                commitment=part,
                local=edge.source,
                basis=edge.data["basis"],
                rationale=edge.data["reason"],
                sources=merged([edge.data["sources"]]),
            )
        if not found:
            yield _row(graph, "nothing local", priority=priority, commitment=part, sources=graph.nodes[part]["sources"])


def _mapped(plan: Plan, scheme: _Scheme, priority: str) -> Iterator[dict[str, Any]]:
    """Yield each theme set against a priority: by itself, or through one of its areas."""
    graph, as_of = plan.graph, plan.day
    for edge in edges_to(graph, priority, as_of, (scheme.maps,)):
        data = edge.data
        values = {"rationale": data.get("rationale"), "basis": data["basis"], "sources": data["sources"]}
        relation = data.get("relation")
        kind = graph.nodes[edge.source]["kind"]
        if graph.nodes[edge.source]["register"] not in graph.graph["named"]:
            continue
        if kind == "theme":
            yield {**values, "theme": edge.source, "relation": relation}
        elif kind == "priority-area":
            # A theme holds more than its area, so what the area says of the priority may not hold of the theme.
            area = name_of(graph, edge.source)
            for theme in _themes_of(plan, edge.source):
                yield {
                    **values,
                    "theme": theme,
                    "relation": weakest("superset", relation or "not stated"),
                    "basis": "inferred",
                    "rationale": f"Through its area {area}, whose relation is: {relation or 'not stated'}.",
                }
        else:
            yield {**values, "local": edge.source}


def weakest(one: str, other: str) -> str:
    """Return the relation that holds over two steps: no stronger than the weaker of them."""
    if "not stated" in (one, other):
        return "not stated"
    if one in ("equal", other):
        return other
    if other == "equal":
        return one
    return "intersects"


def _addressing(plan: Plan, scheme: _Scheme, part: str) -> list[Edge]:
    """Return what addresses a part locally: stated before inferred, then areas, actions and strategies in order."""
    graph, as_of = plan.graph, plan.day
    found = [
        edge
        for edge in edges_to(graph, part, as_of, (scheme.addresses,))
        if graph.nodes[edge.source]["register"] in graph.graph["named"]
    ]

    def place(edge: Edge) -> tuple[bool, int, int]:
        data = graph.nodes[edge.source]
        return edge.data["basis"] == "inferred", _LOCAL_ORDER.index(data["kind"]), data["position"]

    return sorted(found, key=place)


def _themes_of(plan: Plan, node: str) -> list[str]:
    """Return the themes that an area or action stands in, or that a strategy guides."""
    graph, as_of = plan.graph, plan.day
    if graph.nodes[node]["kind"] == "theme":
        return [node]
    themes: list[str] = []
    for edge in edges_from(graph, node, as_of, ("PART_OF", "GUIDES")):
        if graph.nodes[edge.target]["kind"] in ("theme", "priority-area"):
            themes.extend(_themes_of(plan, edge.target))
    return list(dict.fromkeys(themes))


def _turned(rows: Iterable[Row], themes: list[str]) -> list[Row]:
    """Return the rows by theme, in the plan's order; those without a theme come last."""
    order = {theme: place for place, theme in enumerate(themes)}
    return sorted(rows, key=lambda row: order.get(row["theme_id"], len(order)))


def _disagreements(plan: Plan, scheme: _Scheme, priorities: list[str], themes: list[str]) -> Iterator[str]:
    """Yield where the stated mapping and the content disagree, for each pair of priority and theme."""
    graph = plan.graph
    for priority in priorities:
        stated = {values["theme"] for values in _mapped(plan, scheme, priority) if "theme" in values}
        content = {
            theme
            for part in _parts_of(plan, priority)
            for edge in _addressing(plan, scheme, part)
            for theme in _themes_of(plan, edge.source)
        }
        if not content:
            continue
        name = name_of(graph, priority)
        for theme in themes:
            if theme in stated and theme not in content:
                yield f"{name_of(graph, theme)} is set against {name}, but nothing in it addresses its {scheme.parts}."
            elif theme in content and theme not in stated:
                yield f"{name_of(graph, theme)} addresses {scheme.parts} of {name}, but is not set against it."
