"""The structure chart: bodies and what they report to, are part of, support and scrutinise, level by level.

With leads, the themes stand between the board and what delivers them, each under the post that leads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ssp_graph.answers.sentences import Edge, edges_from, edges_to
from ssp_graph.graph import Graph
from ssp_graph.pictures.diagram import Diagram, Group, Line, Node
from ssp_graph.pictures.views import parts
from ssp_graph.pictures.views.ranking import bands, ranks
from ssp_graph.plan import Plan

_BODY_LINES = ("REPORTS_TO", "PART_OF", "SUPPORTS", "SCRUTINISES", "WORKS_WITH", "OVERSEES")
_THEME_LINES = ("LEADS", "DELIVERS", "SCRUTINISES", "OVERSEES")


def structure(plan: Plan, *, leads: bool = True) -> Diagram:
    """Return the structure of the named registers on a day; `leads` adds chairs, themes and who leads them."""
    graph = plan.graph
    mine = [node for node in _of(plan, "body") if graph.nodes[node]["register"] in graph.graph["named"]]
    every = list(_edges(plan, mine))
    levels = ranks(graph, [edge for edge in every if not _is_told(graph, edge, every)])
    edges, said = _drawn_and_said(graph, every, levels)
    if not leads:
        edges = [edge for edge in edges if _is_structural(graph, edge)]
        said = [edge for edge in said if _is_structural(graph, edge)]
    drawn = dict.fromkeys(end for edge in edges for end in (edge.source, edge.target))
    shown = {levels[node] for node in drawn}
    groups = tuple(band for band in bands(graph, levels) if any(band.first <= level <= band.last for level in shown))
    spoken: dict[str, list[tuple[Line, str]]] = {}
    for node in dict.fromkeys((*drawn, *mine)):
        own = [*(_chairs(plan, node) if leads else ()), *(edge for edge in said if node == _at(edge))]
        spoken[node] = list(parts.said(plan, node, own))
    apart = [node for node in mine if node not in drawn]
    disputed = parts.disputed(plan, edges)
    nodes = [
        parts.node(plan, node, levels.get(node, 0), words=dict.fromkeys(words for _, words in spoken[node]))
        for node in (*drawn, *apart)
    ]
    lines = [parts.line(graph, edge, disputed=disputed) for edge in edges]
    lines.extend(line for node in spoken for line, _ in spoken[node])
    linked = len(mine) - len(apart)
    return Diagram(
        plan.heading(
            "Structure of the partnership",
            question="Which bodies are there, and how do they stand to one another?",
            count=f"{linked} of {len(mine)} {'body has' if len(mine) == 1 else 'bodies have'} a line recorded to "
            f"another body{' or to a theme' if leads else ''}.",
        ),
        "structure",
        tuple(nodes),
        tuple(lines),
        groups=groups,
        apart=tuple(apart),
        apart_heading="No line recorded",
        empty="No bodies are recorded.",
        summary=_summary(nodes, lines, groups, len(apart)),
    )


def _of(plan: Plan, kind: str) -> list[str]:
    graph = plan.graph
    return [node for node, data in graph.nodes(data=True) if data["kind"] == kind and parts.holds_on(plan, node)]


def _edges(plan: Plan, mine: list[str]) -> Iterator[Edge]:
    graph, as_of = plan.graph, plan.day
    structural = frozenset({*_of(plan, "body"), *_of(plan, "organisation")})
    named = graph.graph["named"]
    themes = [node for node in _of(plan, "theme") if graph.nodes[node]["register"] in named]
    found: dict[str, Edge] = {}
    for body in mine:
        for edge in (*edges_from(graph, body, as_of, _BODY_LINES), *edges_to(graph, body, as_of, _BODY_LINES)):
            if edge.source in structural and edge.target in structural:
                found.setdefault(edge.data["id"], edge)
    behalf: dict[tuple[str, str], Edge] = {}
    for theme in themes:
        for edge in edges_to(graph, theme, as_of, _THEME_LINES):
            found.setdefault(edge.data["id"], edge)
            if edge.data["type"] == "LEADS" and edge.data["on_behalf_of"]:
                behalf.setdefault((edge.source, edge.data["on_behalf_of"]), parts.acting(edge))
    posts = dict.fromkeys(edge.source for edge in found.values() if graph.nodes[edge.source]["kind"] == "post")
    for post in posts:
        for edge in edges_from(graph, post, as_of, ("ACTS_FOR",)):
            found.setdefault(edge.data["id"], edge)
            behalf.pop((edge.source, edge.target), None)
    # Who leads on behalf of a board acts for it, also where no such relationship is written by itself.
    found.update((edge.data["id"], edge) for edge in behalf.values())
    yield from found.values()


def _is_structural(graph: Graph, edge: Edge) -> bool:
    kinds = {graph.nodes[end]["kind"] for end in (edge.source, edge.target)}
    return edge.data["type"] in _BODY_LINES and kinds <= {"body", "organisation"}


def _is_told(graph: Graph, edge: Edge, every: Sequence[Edge]) -> bool:
    """Return whether a relationship is said in a box whatever the levels: drawn, it would hide the others.

    These are who oversees a theme, and the organisation that a body is part of, where nothing reports to it.
    """
    kind, target = edge.data["type"], graph.nodes[edge.target]["kind"]
    if kind == "PART_OF" and target == "organisation":
        return not any(other.data["type"] == "REPORTS_TO" and other.target == edge.target for other in every)
    return bool(kind == "OVERSEES" and target == "theme")


def _drawn_and_said(graph: Graph, every: Sequence[Edge], levels: Mapping[str, int]) -> tuple[list[Edge], list[Edge]]:
    """Tell the relationships that are drawn as lines from those said in a box: also peers on distant levels."""
    drawn: list[Edge] = []
    said: list[Edge] = []
    for edge in every:
        far = edge.data["type"] == "WORKS_WITH" and abs(levels[edge.source] - levels[edge.target]) > 1
        (said if far or _is_told(graph, edge, every) else drawn).append(edge)
    return drawn, said


def _at(edge: Edge) -> str:
    """Return the thing in whose box a relationship is said: the one that it says something about."""
    return edge.source if edge.data["type"] == "PART_OF" else edge.target


def _chairs(plan: Plan, thing: str) -> Iterator[Edge]:
    """Yield who chairs and leads a body, and who holds a post."""
    graph, as_of = plan.graph, plan.day
    kind = graph.nodes[thing]["kind"]
    if kind == "body":
        yield from edges_to(graph, thing, as_of, ("CHAIRS",))
        yield from edges_to(graph, thing, as_of, ("LEADS",))
    elif kind == "post" and not graph.graph.get("names_left_out"):
        yield from edges_to(graph, thing, as_of, ("HOLDS",))


def _summary(nodes: Sequence[Node], lines: Sequence[Line], groups: Sequence[Group], apart: int) -> str:
    drawn = sum(line.shown == "line" for line in lines)
    text = f"A chart of {len(nodes) - apart} things and {drawn} lines between them"
    if groups:
        text += f", in bands from top to bottom: {', '.join(group.name.lower() for group in groups)}"
    return f"{text}. {apart} more stand apart, as no line is recorded for them." if apart else f"{text}."
