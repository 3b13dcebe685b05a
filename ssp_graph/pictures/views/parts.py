"""What every view is made of: things with what is recorded of them, lines and which are disputed, and holes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

from ssp_graph.answers.sentences import limits, sentence
from ssp_graph.answers.show import show
from ssp_graph.english import capital
from ssp_graph.pictures.diagram import Hole, Line, Node, Shown, Statement
from ssp_graph.plan import Edge, Plan, Thing

_STATUSES = ("proposed", "past", "being developed", "ended")
_ENDINGS = {"body": "past", "strategy": "ended"}  # what one is whose last day is over
_HIERARCHY = frozenset({"REPORTS_TO", "PART_OF"})

# What a discrepancy of each sort throws doubt on; the other sorts are about things, not lines.
_DISPUTES = {"lead": frozenset({"LEADS", "CHAIRS"})}


def node(plan: Plan, thing: Thing, level: int, *, focus: bool = False, words: Iterable[str] = ()) -> Node:
    """Return a thing of the graph as a node of a picture, with all that is recorded about it."""
    rows = show(plan, [thing.id]).rows
    return Node(
        id=thing.id,
        name=thing.name,
        kind=thing.kind,
        word=_word(thing),
        level=level,
        basis=thing.basis,
        status=_status(plan, thing),
        sources=tuple(thing.sources),
        statements=tuple(Statement(row["sentence"], row["basis"], tuple(row["sources"])) for row in rows),
        focus=focus,
        words=tuple(words),
    )


def _status(plan: Plan, thing: Thing) -> str:
    if thing.kind not in _ENDINGS:
        return ""
    if thing.status in _STATUSES:
        return thing.status
    return _ENDINGS[thing.kind] if thing.until_day < plan.day else ""


def _word(thing: Thing) -> str:
    named = thing.kind in ("body", "organisation", "strategy", "theme", "post")
    word = thing.classification if named and thing.classification != "post" else ""
    return f"{word or thing.kind_in_words}{', not named one by one' if thing.collective else ''}"


def lines(plan: Plan, edges: Iterable[Edge]) -> tuple[Line, ...]:
    """Return relationships as lines to draw, those on which sources disagree as disputed."""
    edges = list(edges)
    disputed = _disputed(plan, edges)
    return tuple(line(plan, edge, disputed=edge.id in disputed) for edge in edges)


def line(plan: Plan, edge: Edge, *, disputed: bool = False, shown: Shown = "line", at: str = "") -> Line:
    """Return a relationship as a line; `at` is the end in whose box it is said, where it is shown as words."""
    relationship = edge.relationship
    cautions = [relationship.caution] if relationship.caution else []
    if edge.inferred:
        cautions.append(f"inferred: {edge.reason}")
    if disputed:
        cautions.append("the sources disagree, or lines run in a circle")
    return Line(
        id=edge.id,
        source=edge.source.id,
        source_name=plan.name(edge.source),
        target=edge.target.id,
        target_name=plan.name(edge.target),
        type=edge.type,
        verb=f"{edge.verb()}{limits(plan, edge)}",
        sentence=f"{sentence(plan, edge)}.",
        basis=edge.basis,
        sources=tuple(edge.sources),
        cautions=tuple(cautions),
        disputed=disputed,
        shown=shown,
        at=at,
        back=f"{edge.verb(back=True)}{limits(plan, edge)}",
    )


def acting(plan: Plan, leads: Edge) -> Edge:
    """Return what follows from leading on a body's behalf: that the leader acts for it."""
    changed = {"type": "ACTS_FOR", "id": f"{leads.id}|for", "on_behalf_of": None}
    return Edge(leads.source, plan[str(leads.on_behalf_of)], {**leads.properties, **changed})


def hung(edges: Iterable[Edge], levels: Mapping[Thing, int], heads: int) -> list[Edge]:
    """Return the relationships that a chart of columns draws: those above the columns, and one up from each thing.

    What stands below the level `heads` hangs from the nearest thing above it; of what stands above the columns,
    only the lowest has lines down to them. The others are to be told in words.
    """
    lowest = max((level for level in levels.values() if level < heads), default=-1)
    drawn: dict[Thing | str, Edge] = {}
    among = [edge for edge in edges if edge.source in levels and edge.target in levels]
    far = {edge: abs(levels[edge.source] - levels[edge.target]) for edge in among}
    for edge in sorted(far, key=far.__getitem__):
        upper, lower = sorted((edge.source, edge.target), key=levels.__getitem__)
        if levels[lower] < heads:
            drawn[edge.id] = edge
        elif levels[upper] != levels[lower] and levels[upper] >= lowest:
            drawn.setdefault(lower, edge)
    chosen = set(drawn.values())
    return [edge for edge in far if edge in chosen]


def said(plan: Plan, thing: Thing, edges: Iterable[Edge]) -> tuple[list[str], list[Line]]:
    """Return relationships of a thing as the words said in its box, those alike together, and as lines."""
    edges = list(edges)
    disputed = _disputed(plan, edges)
    alike: dict[str, list[tuple[str, Line]]] = {}
    for edge in edges:
        back = edge.target == thing
        other = edge.source if back else edge.target
        status = _status(plan, other)
        name = f"{other.name}{f' ({status})' if status else ''}{_held(plan, other)}"
        name += limits(plan, edge)
        if edge.on_behalf_of:
            name += f" on behalf of {plan.name(plan[edge.on_behalf_of])}"
        name += " (disputed)" if edge.id in disputed else " (inferred)" if edge.inferred else ""
        told = line(plan, edge, disputed=edge.id in disputed, shown="words", at=thing.id)
        alike.setdefault(edge.verb(back=back).removeprefix("is "), []).append((name, told))
    words = [f"{capital(verb)} {'; '.join(name for name, _ in group)}" for verb, group in alike.items()]
    return words, [told for group in alike.values() for _, told in group]


def _held(plan: Plan, thing: Thing) -> str:
    """Return who holds a post, in brackets."""
    if plan.names_left_out:
        return ""
    holders = [f"{plan.name(edge.source)}{', inferred' if edge.inferred else ''}" for edge in plan.into(thing, "HOLDS")]
    return f" ({'; '.join(holders)})" if holders else ""


def _disputed(plan: Plan, edges: Sequence[Edge]) -> frozenset[str]:
    """Return the ids of those of these relationships that contradict others.

    A recorded discrepancy about who leads a thing throws doubt on the lines that say who does; bodies that report
    to, or are part of, one another in a circle cannot all do so.
    """
    doubtful = {edge.id for edge in edges if _is_doubted(plan, edge)}
    rising = [edge for edge in edges if edge.type in _HIERARCHY and edge.source != edge.target]
    upwards: nx.DiGraph[Thing] = nx.DiGraph()
    waiting = [edge.source for edge in rising]
    walked: set[Thing] = set()
    while waiting:
        thing = waiting.pop()
        if thing not in walked:
            walked.add(thing)
            above = [edge.target for edge in plan.out(thing, *_HIERARCHY) if edge.target != thing]
            upwards.add_edges_from((thing, other) for other in above)
            waiting.extend(above)
    circle = {each: number for number, part in enumerate(nx.strongly_connected_components(upwards)) for each in part}
    doubtful.update(edge.id for edge in rising if circle[edge.source] == circle[edge.target])
    return frozenset(doubtful)


def _is_doubted(plan: Plan, edge: Edge) -> bool:
    about = plan.into(edge.target, "CONCERNS") if edge.target.kind != "post" else ()
    return any(edge.type in _DISPUTES.get(each.source.classification, ()) for each in about)


def hole(at: Thing, level: int, text: str, sentence_: str, *, unknown: bool = False) -> Hole:
    """Return what is missing at a thing, as a thing of its own."""
    return Hole(f"{at.id}#{text.lower().replace(' ', '-')}", at.id, text, sentence_, level, unknown)
