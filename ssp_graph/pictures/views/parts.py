"""What every view is made of: things with their facts, relationships as lines, and which of them are disputed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import networkx as nx

from ssp_graph.answers.sentences import sentence
from ssp_graph.answers.show import show
from ssp_graph.english import capital
from ssp_graph.pictures.diagram import Fact, Hole, Line, Node, Shown
from ssp_graph.plan import Edge, Plan, Thing

_STATUSES = ("proposed", "past", "being developed", "ended")
_ENDINGS = {"body": "past", "strategy": "ended"}  # what one is whose last day is over
_HIERARCHY = frozenset({"REPORTS_TO", "PART_OF"})

# What a discrepancy of each sort throws doubt on; the other sorts are about things, not lines.
_DISPUTES = {"lead": frozenset({"LEADS", "CHAIRS"})}


def has_ended(plan: Plan, strategy: Thing) -> bool:
    """Return whether a strategy is not in force on a day, by its dates or in the words of its source."""
    return strategy.status == "ended" or not plan.holds(strategy)


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
        facts=tuple(Fact(row["sentence"], row["basis"], tuple(row["sources"])) for row in rows),
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


def line(
    plan: Plan, edge: Edge, *, disputed: frozenset[str] = frozenset(), shown: Shown = "line", at: str = ""
) -> Line:
    """Return a relationship as a line; `disputed` are the ids of those on which sources disagree.

    `at` is the end in whose box it is said, where it is shown as words.
    """
    relationship = edge.relationship
    cautions = [relationship.caution] if relationship.caution else []
    if edge.inferred:
        cautions.append(f"inferred: {edge.reason}")
    if edge.id in disputed:
        cautions.append("the sources disagree, or lines run in a circle")
    return Line(
        id=edge.id,
        source=edge.source.id,
        source_name=plan.name(edge.source),
        target=edge.target.id,
        target_name=plan.name(edge.target),
        type=edge.type,
        verb=_verb(edge),
        sentence=f"{sentence(plan, edge)}.",
        basis=edge.basis,
        sources=tuple(edge.sources),
        cautions=tuple(cautions),
        disputed=edge.id in disputed,
        shown=shown,
        at=at,
    )


def _verb(edge: Edge, *, back: bool = False) -> str:
    relationship = edge.relationship
    return relationship.verb(edge.get(relationship.varies_by) if relationship.varies_by else None, back=back)


def acting(plan: Plan, leads: Edge) -> Edge:
    """Return what follows from leading on a body's behalf: that the leader acts for it."""
    changed = {"type": "ACTS_FOR", "id": f"{leads.id}|for", "on_behalf_of": None}
    return Edge(leads.source, plan[str(leads.on_behalf_of)], {**leads.properties, **changed})


def said(plan: Plan, thing: Thing, edges: Iterable[Edge]) -> Iterator[tuple[Line, str]]:
    """Yield relationships of a thing as lines said in its box, each with the words; those alike share theirs."""
    sorts: dict[str, list[tuple[Edge, str]]] = {}
    for edge in edges:
        back = edge.target == thing
        other = edge.source if back else edge.target
        status = _status(plan, other)
        name = f"{other.name}{f' ({status})' if status else ''}"
        if edge.on_behalf_of:
            name += f" on behalf of {plan.name(plan[edge.on_behalf_of])}"
        if edge.inferred:
            name += " (inferred)"
        sorts.setdefault(_verb(edge, back=back).removeprefix("is "), []).append((edge, name))
    for verb, together in sorts.items():
        words = f"{capital(verb)} {'; '.join(name for _, name in together)}"
        yield from ((line(plan, edge, shown="words", at=thing.id), words) for edge, _ in together)


def disputed(plan: Plan, edges: Iterable[Edge]) -> frozenset[str]:
    """Return the ids of those of these relationships that contradict others.

    A recorded discrepancy about who leads a thing throws doubt on the lines that say who does; bodies that report
    to, or are part of, one another in a circle cannot all do so.
    """
    edges = list(edges)
    doubtful = {edge.id for edge in edges if _is_doubted(plan, edge)}
    rising = [edge for edge in edges if edge.type in _HIERARCHY and edge.source != edge.target]
    upwards: nx.DiGraph[Thing] = nx.DiGraph()
    waiting = [edge.source for edge in rising]
    while waiting:
        thing = waiting.pop()
        if thing not in upwards or not upwards.nodes[thing]:
            upwards.add_node(thing, told=True)
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
