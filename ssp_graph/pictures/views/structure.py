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
    every = _edges(plan, mine)
    told = {edge for edge in every if _hides_others(edge, every)}  # in a box, not as a line
    levels = ranks(plan, [edge for edge in every if edge not in told])
    told |= {edge for edge in every if _is_far(edge, levels)}
    kept = [edge for edge in every if leads or _is_structural(edge)]
    edges = [edge for edge in kept if edge not in told]
    drawn = dict.fromkeys(end for edge in edges for end in (edge.source, edge.target))
    shown = {levels[thing] for thing in drawn}
    bands = tuple(band for band in bands_of(plan, levels) if any(level in band for level in shown))
    apart = [body for body in mine if body not in drawn]
    nodes: list[Node] = []
    lines = list(parts.lines(plan, edges))
    for thing in (*drawn, *apart):
        own = [
            *(_chairs(plan, thing) if leads else ()),
            *(edge for edge in kept if edge in told and _at(edge) == thing),
        ]
        words, said = parts.said(plan, thing, own)
        nodes.append(parts.node(plan, thing, levels.get(thing, 0), words=words))
        lines += said
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


def _edges(plan: Plan, mine: list[Thing]) -> list[Edge]:
    structural = frozenset(plan.things("body", "organisation"))
    near = (edge for body in mine for edge in (*plan.out(body, *_BODY_LINES), *plan.into(body, *_BODY_LINES)))
    themes = filter(plan.is_named, plan.things("theme"))
    edges = dict.fromkeys(edge for edge in near if edge.source in structural and edge.target in structural)
    edges |= dict.fromkeys(edge for theme in themes for edge in plan.into(theme, *_THEME_LINES))
    leads = [edge for edge in edges if edge.type == "LEADS" and edge.on_behalf_of]
    posts = dict.fromkeys(edge.source for edge in edges if edge.source.kind == "post")
    edges |= dict.fromkeys(edge for post in posts for edge in plan.out(post, "ACTS_FOR"))
    # Who leads on behalf of a board acts for it, also where no such relationship is written by itself.
    acting = {(edge.source, edge.target) for edge in edges if edge.type == "ACTS_FOR"}
    for edge in (parts.acting(plan, lead) for lead in leads):
        if (edge.source, edge.target) not in acting:
            acting.add((edge.source, edge.target))
            edges[edge] = None
    return list(edges)


def _is_structural(edge: Edge) -> bool:
    kinds = {edge.source.kind, edge.target.kind}
    return edge.type in _BODY_LINES and kinds <= {"body", "organisation"}


def _hides_others(edge: Edge, every: Sequence[Edge]) -> bool:
    """Return whether a relationship, drawn as a line, would hide the others whatever the levels.

    These are who oversees a theme, and the organisation that a body is part of, where nothing reports to it.
    """
    if edge.type == "PART_OF" and edge.target.kind == "organisation":
        return not any(other.type == "REPORTS_TO" and other.target == edge.target for other in every)
    return edge.type == "OVERSEES" and edge.target.kind == "theme"


def _is_far(edge: Edge, levels: Mapping[Thing, int]) -> bool:
    """Return whether a relationship is one between peers on distant levels."""
    return edge.type == "WORKS_WITH" and abs(levels[edge.source] - levels[edge.target]) > 1


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
