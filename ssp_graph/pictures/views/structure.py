"""The structure chart: bodies and what they report to, are part of, support and scrutinise, level by level.

With leads, the themes stand between the board and what delivers them, each under the post that leads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ssp_graph.pictures.diagram import Band, Diagram, Line, Node
from ssp_graph.pictures.views import parts
from ssp_graph.pictures.views.ranking import bands_of, ranks
from ssp_graph.plan import Edge, Plan, Thing

_BODY_LINES = ("REPORTS_TO", "PART_OF", "SUPPORTS", "SCRUTINISES", "WORKS_WITH", "OVERSEES")
_THEME_LINES = ("LEADS", "DELIVERS", "SCRUTINISES", "OVERSEES")


def structure(plan: Plan, *, leads: bool = True) -> Diagram:
    """Return the structure of the named registers on a day; `leads` adds chairs, themes and who leads them."""
    mine = list(filter(plan.is_named, plan.things("body")))
    every = list(_edges(plan, mine))
    levels = ranks(plan, [edge for edge in every if not _is_told(edge, every)])
    edges, said = _drawn_and_said(every, levels)
    if not leads:
        edges = [edge for edge in edges if _is_structural(edge)]
        said = [edge for edge in said if _is_structural(edge)]
    drawn = dict.fromkeys(end for edge in edges for end in (edge.source, edge.target))
    shown = {levels[thing] for thing in drawn}
    bands = tuple(band for band in bands_of(plan, levels) if any(level in band for level in shown))
    apart = [body for body in mine if body not in drawn]
    nodes: list[Node] = []
    lines = list(parts.lines(plan, edges))
    for thing in (*drawn, *apart):
        own = [*(_chairs(plan, thing) if leads else ()), *(edge for edge in said if thing == _at(edge))]
        words, told = parts.said(plan, thing, own)
        nodes.append(parts.node(plan, thing, levels.get(thing, 0), words=words))
        lines += told
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
        bands=bands,
        apart=tuple(thing.id for thing in apart),
        apart_heading="No line recorded",
        empty="No bodies are recorded.",
        summary=_summary(nodes, lines, bands, len(apart)),
    )


def _edges(plan: Plan, mine: list[Thing]) -> Iterator[Edge]:
    structural = frozenset(plan.things("body", "organisation"))
    themes = filter(plan.is_named, plan.things("theme"))
    found: dict[str, Edge] = {}
    for body in mine:
        for edge in (*plan.out(body, *_BODY_LINES), *plan.into(body, *_BODY_LINES)):
            if edge.source in structural and edge.target in structural:
                found.setdefault(edge.id, edge)
    behalf: dict[tuple[Thing, Thing], Edge] = {}
    for theme in themes:
        for edge in plan.into(theme, *_THEME_LINES):
            found.setdefault(edge.id, edge)
            if edge.type == "LEADS" and edge.on_behalf_of:
                acts = parts.acting(plan, edge)
                behalf.setdefault((acts.source, acts.target), acts)
    posts = dict.fromkeys(edge.source for edge in found.values() if edge.source.kind == "post")
    for post in posts:
        for edge in plan.out(post, "ACTS_FOR"):
            found.setdefault(edge.id, edge)
            behalf.pop((edge.source, edge.target), None)
    # Who leads on behalf of a board acts for it, also where no such relationship is written by itself.
    found.update((edge.id, edge) for edge in behalf.values())
    yield from found.values()


def _is_structural(edge: Edge) -> bool:
    kinds = {edge.source.kind, edge.target.kind}
    return edge.type in _BODY_LINES and kinds <= {"body", "organisation"}


def _is_told(edge: Edge, every: Sequence[Edge]) -> bool:
    """Return whether a relationship is said in a box whatever the levels: drawn, it would hide the others.

    These are who oversees a theme, and the organisation that a body is part of, where nothing reports to it.
    """
    if edge.type == "PART_OF" and edge.target.kind == "organisation":
        return not any(other.type == "REPORTS_TO" and other.target == edge.target for other in every)
    return edge.type == "OVERSEES" and edge.target.kind == "theme"


def _drawn_and_said(every: Sequence[Edge], levels: Mapping[Thing, int]) -> tuple[list[Edge], list[Edge]]:
    """Tell the relationships that are drawn as lines from those said in a box: also peers on distant levels."""
    drawn: list[Edge] = []
    said: list[Edge] = []
    for edge in every:
        far = edge.type == "WORKS_WITH" and abs(levels[edge.source] - levels[edge.target]) > 1
        (said if far or _is_told(edge, every) else drawn).append(edge)
    return drawn, said


def _at(edge: Edge) -> Thing:
    """Return the thing in whose box a relationship is said: the one that it says something about."""
    return edge.source if edge.type == "PART_OF" else edge.target


def _chairs(plan: Plan, thing: Thing) -> Iterator[Edge]:
    """Yield who chairs and leads a body, and who holds a post."""
    if thing.kind == "body":
        yield from plan.into(thing, "CHAIRS")
        yield from plan.into(thing, "LEADS")
    elif thing.kind == "post" and not plan.names_left_out:
        yield from plan.into(thing, "HOLDS")


def _summary(nodes: Sequence[Node], lines: Sequence[Line], bands: Sequence[Band], apart: int) -> str:
    drawn = sum(line.shown == "line" for line in lines)
    text = f"A chart of {len(nodes) - apart} things and {drawn} lines between them"
    if bands:
        text += f", in bands from top to bottom: {', '.join(band.name.lower() for band in bands)}"
    return f"{text}. {apart} more stand apart, as no line is recorded for them." if apart else f"{text}."
