"""Showing less where a picture would not fit its page: what stands alike is counted, then what stands lowest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from ssp_graph.pictures.diagram import Diagram, Line, Node
from ssp_graph.pictures.layout.lists import alike

_MOST = (8, 5, 3)  # things alike that are named, step by step fewer


def folds(diagram: Diagram) -> Iterator[Diagram]:
    """Yield a picture as it is, and then with less and less of it named."""
    yield diagram
    if diagram.layout == "bars":
        rows = diagram.bars
        for kept in (len(rows) * share // 8 for share in (7, 6, 5, 4, 3, 2)):
            yield replace(diagram, bars=rows[:kept], folded=len(rows) - kept)
    if diagram.layout in ("grid", "bars", "curve"):
        return
    fewer = diagram = replace(diagram, lists=True)
    if diagram.layout == "columns":
        yield diagram
        yield (diagram := _terse(diagram, 9))
        yield (diagram := _terse(diagram, 1))
    for most in _MOST:
        fewer = _counting(diagram, most)
        yield fewer
    if diagram.layout == "levels":
        yield replace(fewer, terse=True)
    if diagram.layout == "columns":
        lowest = max((node.level for node in diagram.nodes), default=0)
        for level in range(lowest - 1, diagram.heads - 1, -1):
            yield _cut(fewer, level)


def _terse(diagram: Diagram, above: int) -> Diagram:
    """Return the picture with only so many words said of heads and what is above them, and of the rest who owns it."""
    apart = frozenset(diagram.apart)
    owned = {line.at for line in diagram.lines if line.type == "OWNS"}
    room = {
        node.id: above if node.level <= diagram.heads else int(node.id in owned)
        for node in diagram.nodes
        if node.id not in apart
    }
    told = {node.id for node in diagram.nodes if len(node.words) > room.get(node.id, len(node.words))}
    nodes = tuple(
        replace(node, words=node.words[: room[node.id]]) if node.id in told else node for node in diagram.nodes
    )
    return replace(diagram, nodes=nodes, terse=diagram.terse or bool(told))


def _counting(diagram: Diagram, most: int) -> Diagram:
    """Return the picture with no more than so many things that stand alike named; a box counts the others."""
    kept = most - 1
    kinds = {node.id: (node.kind, node.word if diagram.layout == "columns" else "") for node in diagram.nodes}
    sorts = [
        [node for node in group if kinds[node] == sort]
        for group in alike(diagram)
        for sort in dict.fromkeys(kinds[node] for node in group)
    ]
    groups = [tuple(sort[kept:]) for sort in sorts if len(sort) > most]
    groups += [diagram.apart[3 * kept :]] if len(diagram.apart) > 3 * most else []
    first = {group[0]: _more([diagram.node(node) for node in group]) for group in groups}
    gone = {node for group in groups for node in group}
    found = _without(diagram, gone, {node.id for node in first.values()})
    nodes = tuple(first.get(node.id, node) for node in diagram.nodes if node.id in first or node.id not in gone)
    moved = tuple(_moved(line, first) for line in diagram.lines if line.shown == "line")
    ends = {node.id for node in nodes}
    lines = (
        *(line for line in moved if {line.source, line.target} <= ends),
        *(line for line in found.lines if line.shown != "line"),
    )
    apart = tuple(
        first[node].id if node in first else node for node in diagram.apart if node in first or node not in gone
    )
    return replace(found, nodes=nodes, lines=lines, apart=apart)


def _more(nodes: Sequence[Node]) -> Node:
    """Return the box that stands for several things."""
    first = nodes[0]
    word = first.word if len({node.word for node in nodes}) == 1 else first.kind_in_words
    name = f"and {len(nodes)} more"
    return replace(first, id=f"{first.id}{Node.MORE}", name=name, word=word, statements=(), words=(), status="")


def _moved(line: Line, into: Mapping[str, Node]) -> Line:
    """Return a line that ends at the box of several, where it ended at the first of them."""
    source, target = (into[end].id if end in into else end for end in (line.source, line.target))
    return replace(line, source=source, target=target)


def _cut(diagram: Diagram, last: int) -> Diagram:
    """Return the picture down to a level; what things hung from says how many there were."""
    apart = frozenset(diagram.apart)
    level = {node.id: node.level for node in diagram.nodes}
    gone = {node for node in level if level[node] > last and node not in apart}
    above: dict[str, str] = {}
    drawn = (line for line in diagram.lines if line.shown == "line")
    ends = (sorted((line.source, line.target), key=level.__getitem__) for line in drawn)
    for upper, lower in sorted(ends, key=lambda pair: level[pair[1]]):
        if lower in gone:
            above.setdefault(lower, above.get(upper, upper))
    beneath = Counter(above.values())
    found = _without(diagram, gone, set())
    return replace(
        found,
        nodes=tuple(
            replace(node, words=(*node.words, f"{beneath[node.id]} more beneath")) if beneath[node.id] else node
            for node in found.nodes
        ),
    )


def _without(diagram: Diagram, gone: Set[str], counting: Set[str]) -> Diagram:
    """Return the picture without some of its things, and with the number of those that it no longer names."""
    kept = {node.id for node in diagram.nodes} - gone
    return replace(
        diagram,
        nodes=tuple(node for node in diagram.nodes if node.id in kept),
        lines=tuple(
            line
            for line in diagram.lines
            if (line.at in kept if line.shown == "words" else {line.source, line.target} <= kept | counting)
        ),
        holes=tuple(hole for hole in diagram.holes if hole.at in kept),
        apart=tuple(node for node in diagram.apart if node in kept),
        folded=diagram.folded + len([node for node in gone if not node.endswith(Node.MORE)]),
    )
