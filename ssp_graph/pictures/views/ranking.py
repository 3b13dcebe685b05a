"""Which level of a structure chart each thing stands on: above what answers to it, beside its peers."""

from __future__ import annotations

from collections.abc import Container, Sequence

import networkx as nx

from ssp_graph.pictures.diagram import Band
from ssp_graph.plan import Edge, Plan, Thing

# Which end of each relationship stands above the other; any other line is between equals.
_TARGET_ABOVE = frozenset({"REPORTS_TO", "PART_OF", "SUPPORTS", "ACTS_FOR", "DELIVERS"})
_SOURCE_ABOVE = frozenset({"SCRUTINISES", "OVERSEES", "LEADS"})


def ranks(plan: Plan, edges: Sequence[Edge]) -> dict[Thing, int]:
    """Return the level of each end of these relationships, from 0 at the top.

    Themes share a level; what delivers them, and whatever else answers to the board, stands below them. Parts that
    no line joins to the partnership are set beside it: themes beside themes, other things where delivery begins.
    Lines between equals move nothing; they place what no other line does.
    """
    peers = [edge for edge in edges if _above(edge) is None]
    edges = [edge for edge in edges if _above(edge)]
    order = _order(edges)
    levels = _longest(order, {})
    partnerships = _partnerships(plan, order)
    themes = [node for node in order if node.kind == "theme"]
    if themes:
        led = any(edge.source.kind == "post" for edge in edges)
        depth = max([levels[theme] for theme in themes] + [levels[each] + 1 + led for each in partnerships])
        levels = _longest(order, _least(edges, order, themes, partnerships, depth))
    levels = _raised(order, _together(edges, levels, partnerships), partnerships)
    upper = [levels[node] for node in levels if node.kind == "theme"] or [levels[each] + 1 for each in partnerships]
    return _beside(peers, levels, max(upper, default=-1) + 1)


def _beside(peers: Sequence[Edge], levels: dict[Thing, int], otherwise: int) -> dict[Thing, int]:
    """Return the levels with those of things that only lines between equals lead to: beside the lowest of these."""
    placed = dict(levels)
    beside: nx.Graph[Thing] = nx.Graph((edge.source, edge.target) for edge in peers)
    while waiting := [node for node in beside if node not in placed]:
        known = {node: [placed[peer] for peer in beside[node] if peer in placed] for node in waiting}
        found = {node: max(peers_at) for node, peers_at in known.items() if peers_at}
        placed |= found or dict.fromkeys(waiting, otherwise)
    return placed


def _above(edge: Edge) -> tuple[Thing, Thing] | None:
    """Return the upper and the lower end of a line, or nothing where it is between equals."""
    if edge.type in _TARGET_ABOVE:
        return edge.target, edge.source
    return (edge.source, edge.target) if edge.type in _SOURCE_ABOVE else None


def _order(edges: Sequence[Edge]) -> nx.DiGraph[Thing]:
    """Return what stands above what by these lines."""
    order: nx.DiGraph[Thing] = nx.DiGraph()
    order.add_nodes_from(end for edge in edges for end in (edge.source, edge.target))
    order.add_edges_from(pair for edge in edges if (pair := _above(edge)) and edge.source != edge.target)
    return order


def _partnerships(plan: Plan, among: Container[Thing]) -> list[Thing]:
    """Return the partnerships of the registers that are among these things."""
    bodies = [plan[about.partnership] for about in plan.registers.values() if about.partnership]
    return [body for body in bodies if body in among]


def _longest(order: nx.DiGraph[Thing], least: dict[Thing, int]) -> dict[Thing, int]:
    """Return the longest way down to each thing; a circle shares a level, and a top stands just above what is below."""
    circles = nx.condensation(order)
    members: dict[int, set[Thing]] = {part: circles.nodes[part]["members"] for part in circles}
    rank: dict[int, int] = {}
    line = list(nx.topological_sort(circles))
    for part in line:
        floor = max(least.get(node, 0) for node in members[part])
        rank[part] = max([floor, *(rank[above] + 1 for above in circles.pred[part])])
    for part in reversed(line):
        if not circles.pred[part] and circles.succ[part]:
            rank[part] = max(rank[part], min(rank[below] for below in circles.succ[part]) - 1)
    return {node: rank[part] for part in circles for node in members[part]}


def _least(
    edges: Sequence[Edge], order: nx.DiGraph[Thing], themes: list[Thing], partnerships: list[Thing], depth: int
) -> dict[Thing, int]:
    """Return the least level of themes, and of what answers to the upper bodies and is no upper body itself."""
    answering = _order([edge for edge in edges if edge.type != "SCRUTINISES"])
    answering.add_nodes_from(order)
    upper = {*themes, *partnerships}
    upper = upper.union(*(nx.ancestors(answering, node) for node in upper))
    lower = set().union(*(nx.descendants(answering, node) for node in upper)) - upper
    return dict.fromkeys(themes, depth) | dict.fromkeys(lower, depth + 1)


def _together(edges: Sequence[Edge], levels: dict[Thing, int], partnerships: Sequence[Thing]) -> dict[Thing, int]:
    joined: nx.Graph[Thing] = nx.Graph((edge.source, edge.target) for edge in edges)
    if not partnerships:
        return levels
    main: set[Thing] = set().union(*(nx.node_connected_component(joined, node) for node in partnerships))
    start = min(levels[node] for node in main)
    placed = {node: levels[node] - start for node in main}
    middle = min(placed[node] for node in partnerships)
    known = [placed[node] for node in main if node.kind == "theme"]
    led = any(node.kind == "post" for node in joined)
    depth = max(known, default=middle + 1 + led)
    for part in nx.connected_components(joined.subgraph(set(joined) - main)):
        themes = [levels[node] for node in part if node.kind == "theme"]
        top = min(levels[node] for node in part)
        crowned = any(node.kind == "organisation" and levels[node] == top for node in part)
        shift = depth - max(themes) if themes else (middle - 1 if crowned else depth + 1) - top
        placed |= {node: max(levels[node] + shift, 0) for node in part}
    return placed


def _raised(order: nx.DiGraph[Thing], levels: dict[Thing, int], partnerships: Sequence[Thing]) -> dict[Thing, int]:
    """Lift whatever the partnership's board answers to above the partnership, where they came out side by side."""
    if not partnerships:
        return levels
    middle = min(levels[node] for node in partnerships)
    lifted = {
        node: middle - 1
        for node, level in levels.items()
        if level == middle and node not in partnerships and order.succ[node] and not order.pred[node]
    }
    lowest = min((*levels.values(), *lifted.values()))
    return {node: level - lowest for node, level in (levels | lifted).items()}


def bands_of(plan: Plan, levels: dict[Thing, int]) -> tuple[Band, ...]:
    """Return the bands: what is above the partnership, the partnership, its board, the themes, and what is below."""
    partnerships = [levels[each] for each in _partnerships(plan, levels)]
    if not partnerships:
        return ()
    middle, last = min(partnerships), max(levels.values())
    themes = [level for node, level in levels.items() if node.kind == "theme"]
    found = [Band("Council and region", 0, middle - 1), Band("Partnership", middle, middle)]
    if themes:
        first, deepest = min(themes), max(themes)
        leads = first - any(node.kind == "post" and level == first - 1 for node, level in levels.items())
        found += [
            Band("Board", middle + 1, leads - 1),
            Band("Theme leads", leads, first - 1),
            Band("Themes", first, deepest),
            Band("Boards and groups", deepest + 1, deepest + 1),
            Band("Sub-groups", deepest + 2, last),
        ]
    else:
        found.append(Band("Boards and groups", middle + 1, last))
    return tuple(band for band in found if band.first <= min(band.last, last))
