"""What every view is made of: things with their facts, relationships as lines, and which of them are disputed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import networkx as nx

from ssp_graph.answers.sentences import Edge, edges_from, edges_to, holds, in_kind_words, name_of, sentence
from ssp_graph.answers.show import show
from ssp_graph.graph import Graph
from ssp_graph.pictures.diagram import Fact, Hole, Line, Node, Shown
from ssp_graph.plan import Plan

_STATUSES = ("proposed", "past", "being developed", "ended")
_ENDINGS = {"body": "past", "strategy": "ended"}  # what one is whose last day is over
_HIERARCHY = frozenset({"REPORTS_TO", "PART_OF"})

# What a discrepancy of each sort throws doubt on; the other sorts are about things, not lines.
_DISPUTES = {"lead": frozenset({"LEADS", "CHAIRS"})}


def holds_on(plan: Plan, node: str) -> bool:
    """Return whether a thing holds on a day."""
    graph, as_of = plan.graph, plan.day
    return holds(graph.nodes[node], as_of)


def has_ended(plan: Plan, strategy: str) -> bool:
    """Return whether a strategy is not in force on a day, by its dates or in the words of its source."""
    graph, as_of = plan.graph, plan.day
    data = graph.nodes[strategy]
    return data.get("status") == "ended" or not holds(data, as_of)


def node(plan: Plan, thing: str, level: int, *, focus: bool = False, words: Iterable[str] = ()) -> Node:
    """Return a thing of the graph as a node of a picture, with all that is recorded about it."""
    graph, as_of = plan.graph, plan.day
    data: dict[str, Any] = graph.nodes[thing]
    rows = show(plan, [thing]).rows
    return Node(
        id=thing,
        name=str(data["name"]),
        kind=data["kind"],
        word=_word(data),
        level=level,
        basis=data["basis"],
        status=_status(data, as_of),
        sources=tuple(data["sources"]),
        facts=tuple(Fact(row["sentence"], row["basis"], tuple(row["sources"])) for row in rows),
        focus=focus,
        words=tuple(words),
    )


def _status(data: dict[str, Any], as_of: str) -> str:
    if data["kind"] not in _ENDINGS:
        return ""
    if data.get("status") in _STATUSES:
        return str(data["status"])
    return _ENDINGS[data["kind"]] if data["until_day"] < as_of else ""


def _word(data: dict[str, Any]) -> str:
    kind = in_kind_words(data["kind"])
    named = data["kind"] in ("body", "organisation", "strategy", "theme", "post")
    word = str(data.get("classification") or "") if named else ""
    if word == "post":
        word = ""
    return f"{word or kind}, not named one by one" if data.get("collective") else word or kind


def line(
    graph: Graph, edge: Edge, *, disputed: frozenset[str] = frozenset(), shown: Shown = "line", at: str = ""
) -> Line:
    """Return a relationship as a line; `disputed` are the ids of those on which sources disagree.

    `at` is the end in whose box it is said, where it is shown as words.
    """
    data, relationship = edge.data, edge.relationship
    value = data.get(relationship.varies_by) if relationship.varies_by else None
    cautions = [relationship.caution] if relationship.caution else []
    if data["basis"] == "inferred":
        cautions.append(f"inferred: {data['reason']}")
    if data["id"] in disputed:
        cautions.append("the sources disagree, or lines run in a circle")
    return Line(
        id=data["id"],
        source=edge.source,
        source_name=name_of(graph, edge.source),
        target=edge.target,
        target_name=name_of(graph, edge.target),
        type=data["type"],
        verb=relationship.verb(value),
        sentence=f"{sentence(graph, edge)}.",
        basis=data["basis"],
        sources=tuple(data["sources"]),
        cautions=tuple(cautions),
        disputed=data["id"] in disputed,
        shown=shown,
        at=at,
    )


def acting(leads: Edge) -> Edge:
    """Return what follows from leading on a body's behalf: that the leader acts for it."""
    behalf: str = leads.data["on_behalf_of"]
    data = {**leads.data, "type": "ACTS_FOR", "id": f"{leads.data['id']}|for", "on_behalf_of": None}
    return Edge(leads.source, behalf, data)


def said(plan: Plan, thing: str, edges: Iterable[Edge]) -> Iterator[tuple[Line, str]]:
    """Yield relationships of a thing as lines said in its box, each with the words; those alike share theirs."""
    graph, as_of = plan.graph, plan.day
    sorts: dict[str, list[tuple[Edge, str]]] = {}
    for edge in edges:
        back = edge.target == thing
        value = edge.data.get(edge.relationship.varies_by) if edge.relationship.varies_by else None
        verb = edge.relationship.verb(value, back=back).removeprefix("is ")
        other = edge.source if back else edge.target
        status = _status(graph.nodes[other], as_of)
        name = f"{graph.nodes[other]['name']}{f' ({status})' if status else ''}"
        if behalf := edge.data.get("on_behalf_of"):
            name += f" on behalf of {name_of(graph, behalf)}"
        if edge.data["basis"] == "inferred":
            name += " (inferred)"
        sorts.setdefault(verb, []).append((edge, name))
    for verb, together in sorts.items():
        words = f"{verb[0].upper()}{verb[1:]} {'; '.join(name for _, name in together)}"
        yield from ((line(graph, edge, shown="words", at=thing), words) for edge, _ in together)


def disputed(plan: Plan, edges: Iterable[Edge]) -> frozenset[str]:
    """Return the ids of those of these relationships that contradict others.

    A recorded discrepancy about who leads a thing throws doubt on the lines that say who does; bodies that report
    to, or are part of, one another in a circle cannot all do so.
    """
    graph, as_of = plan.graph, plan.day
    edges = list(edges)
    found = {edge.data["id"] for edge in edges if _is_doubted(plan, edge)}
    rising = [edge for edge in edges if edge.data["type"] in _HIERARCHY and edge.source != edge.target]
    upwards: nx.DiGraph[str] = nx.DiGraph()
    waiting = [edge.source for edge in rising]
    while waiting:
        node_id = waiting.pop()
        if node_id not in upwards or not upwards.nodes[node_id]:
            upwards.add_node(node_id, told=True)
            above = [edge.target for edge in edges_from(graph, node_id, as_of, _HIERARCHY) if edge.target != node_id]
            upwards.add_edges_from((node_id, other) for other in above)
            waiting.extend(above)
    circle = {each: number for number, part in enumerate(nx.strongly_connected_components(upwards)) for each in part}
    found.update(edge.data["id"] for edge in rising if circle[edge.source] == circle[edge.target])
    return frozenset(found)


def _is_doubted(plan: Plan, edge: Edge) -> bool:
    graph, as_of = plan.graph, plan.day
    about = edges_to(graph, edge.target, as_of, ("CONCERNS",)) if graph.nodes[edge.target]["kind"] != "post" else ()
    return any(
        edge.data["type"] in _DISPUTES.get(graph.nodes[each.source].get("classification") or "", ()) for each in about
    )


def hole(at: str, level: int, text: str, sentence_: str, *, unknown: bool = False) -> Hole:
    """Return what is missing at a thing, as a thing of its own."""
    return Hole(f"{at}#{text.lower().replace(' ', '-')}", at, text, sentence_, level, unknown)
