"""The structure chart: bodies and what they report to, are part of, support and scrutinise, level by level.

With leads, the themes stand between the board and what delivers them, each under the post that leads it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from ssp_graph.answers.sentences import lost_in_copies
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
    levels = ranks(plan, [edge for edge in every if not _hides_others(edge, every)])
    # who leads on behalf of a board is said in the theme's box
    every = [edge for edge in every if edge.type != "ACTS_FOR" and (leads or _is_structural(edge))]
    heads = _heads(plan, levels)
    themes = list(filter(plan.is_named, plan.things("theme"))) if leads else []
    placed = dict.fromkeys(themes, heads) | levels
    placed = {thing: level for thing, level in placed.items() if thing.kind != "post"}  # posts are said in boxes
    edges = parts.hung((edge for edge in every if _is_drawn(edge, every)), placed, heads)
    linked = {end for edge in every for end in (edge.source, edge.target)}
    drawn = {end for edge in edges for end in (edge.source, edge.target)}
    levels |= {thing: placed[thing] for thing in drawn}
    themed = any(thing.kind == "theme" for thing in levels)
    alone = [thing for thing in (*themes, *mine) if thing not in drawn and (thing in linked or thing in themes)]
    least = {thing: heads + (themed and thing.kind != "theme") for thing in alone}
    levels |= {thing: max(levels.get(thing, 0), level) for thing, level in least.items()}
    shown = [*sorted(drawn, key=_written(plan)), *alone]
    apart = [body for body in mine if body not in linked]
    bands = tuple(band for band in bands_of(plan, levels) if any(levels[thing] in band for thing in shown))
    nodes: list[Node] = []
    lines = list(parts.lines(plan, edges))
    told = _by_box((edge for edge in every if edge not in edges), frozenset((*shown, *apart)))
    for thing in (*shown, *apart):
        chairs = _chairs(plan, thing) if leads else ()
        words, said = parts.said(plan, thing, (*chairs, *told.get(thing, ())))
        nodes.append(parts.node(plan, thing, levels.get(thing, 0), words=words))
        lines += said
    joined = len(mine) - len(apart)
    return Diagram(
        plan.heading(
            "Structure of the partnership",
            question="Which bodies are there, and how do they stand to one another?",
            count=f"{joined} of {len(mine)} {'body has' if len(mine) == 1 else 'bodies have'} a line recorded to "
            f"another body{', an organisation or a theme' if leads else ' or an organisation'}.",
        ),
        "structure",
        tuple(nodes),
        tuple(lines),
        bands=bands,
        layout="columns",
        heads=heads,
        apart=tuple(thing.id for thing in apart),
        apart_heading=". ".join((f"No line recorded ({len(apart)})", *lost_in_copies(plan, *_BODY_LINES))),
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
    """Return whether a relationship would pull what it joins off its level: oversight, or what owns a body."""
    return edge.type == "OVERSEES" or _is_in_an_organisation(edge, every)


def _is_in_an_organisation(edge: Edge, every: Sequence[Edge]) -> bool:
    """Return whether a body is part of an organisation to which nothing reports."""
    if edge.type != "PART_OF" or edge.target.kind != "organisation":
        return False
    return not any(other.type == "REPORTS_TO" and other.target == edge.target for other in every)


def _heads(plan: Plan, levels: Mapping[Thing, int]) -> int:
    """Return the level that heads the columns: that of the themes, or the first below the partnership with several."""
    themes = [level for thing, level in levels.items() if thing.kind == "theme"]
    if themes:
        return min(themes)
    middle = [levels[each] for each in map(plan.__getitem__, plan.partnerships) if each in levels]
    below = Counter(level for level in levels.values() if not middle or level > min(middle))
    several = [level for level in sorted(below) if below[level] > 1]
    return (several or sorted(below) or [0])[0]


def _written(plan: Plan) -> Callable[[Thing], int]:
    """Return the order in which the register writes things: ranks such as Gold, Silver, Bronze keep theirs."""
    place = {thing: number for number, thing in enumerate(plan.things("organisation", "theme", "body"))}
    return lambda thing: place.get(thing, len(place))


def _is_drawn(edge: Edge, every: Sequence[Edge]) -> bool:
    """Return whether a relationship may be a line: who leads a theme is said in its box."""
    return edge.type != "LEADS" and not _is_in_an_organisation(edge, every)


def _by_box(edges: Iterable[Edge], shown: Set[Thing]) -> dict[Thing, list[Edge]]:
    """Return relationships by the thing in whose box each is said: a theme, the one that does it, or the other."""
    found: dict[Thing, list[Edge]] = {}
    for edge in edges:
        ends = (edge.target, edge.source) if edge.target.kind == "theme" else (edge.source, edge.target)
        if box := next((end for end in ends if end in shown), None):
            found.setdefault(box, []).append(edge)
    return found


def _chairs(plan: Plan, thing: Thing) -> Iterator[Edge]:
    """Yield who chairs and leads a body."""
    if thing.kind == "body":
        yield from plan.into(thing, "CHAIRS")
        yield from plan.into(thing, "LEADS")


def _summary(nodes: Sequence[Node], lines: Sequence[Line], bands: Sequence[Band], apart: int) -> str:
    drawn = sum(line.shown == "line" for line in lines)
    text = f"A chart of {len(nodes) - apart} things and {drawn} lines between them"
    if bands:
        text += f", in bands from top to bottom: {', '.join(band.name.lower() for band in bands)}"
    return f"{text}. {apart} more stand apart, as no line is recorded for them." if apart else f"{text}."
