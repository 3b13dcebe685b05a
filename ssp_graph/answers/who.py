"""Who answers for a thing: what is stated on it, told apart from what it inherits from where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ssp_graph.answers.sentences import Edge, called, edges_from, edges_to, in_kind_words, merged, name_of
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.plan import Plan
from ssp_graph.results import Column, Row, Table

if TYPE_CHECKING:
    from ssp_graph.graph import Graph


# A role, the relationships that give it, and whether a thing inherits it: never; from the nearest thing it stands
# in that has one; or from everything it stands in. An owner is never inherited: that would invent one.
_ROLES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("owner", ("OWNS",), "never"),
    ("lead", ("LEADS", "LEADS_ON"), "nearest"),
    ("holder", ("HOLDS",), "never"),
    ("chair", ("CHAIRS",), "never"),
    ("delivers", ("DELIVERS",), "nearest"),
    ("oversees", ("OVERSEES",), "all"),
    ("scrutinises", ("SCRUTINISES",), "all"),
    ("duty", ("BEARS",), "never"),
)

_STANDS_IN = ("PART_OF", "MEASURES", "RAISED_UNDER")
_MAX_LEVELS = 12

_COLUMNS = (
    Column("role", "Role"),
    Column("name", "Name"),
    Column("id", "Id", "id"),
    Column("of_name", "For", into="name", lead="for"),
    Column("of", "For (id)", "id"),
    Column("how", "How"),
    Column("through_name", "Inherited from", into="how", lead="from"),
    Column("through", "Inherited from (id)", "id"),
    Column("capacity", "Capacity"),
    Column("on_behalf_of", "On behalf of", into="capacity", lead="on behalf of"),
    Column("since", "Since", "date", into="name", lead="since"),
    Column("until", "Until", "date", into="name", lead="until"),
    Column("stated_on", "As stated", "date", into="name", lead="as stated"),
    Column("basis", "Basis", "basis"),
    Column("sources", "Sources", "sources"),
)


@dataclass(frozen=True, slots=True)
class _Level:
    """A thing that the asked one stands in, and the edges that lead from the asked one to it."""

    node: str
    path: tuple[Edge, ...]


def who(plan: Plan, node: str, note: str = "") -> Table:
    """Return who answers for a thing on a day; a role that nobody is recorded for is a row without a name."""
    graph, as_of = plan.graph, plan.day
    name = called(graph, node)
    levels = _levels(graph, node, as_of)
    rows: list[Row] = []
    for role, types, inherits in _ROLES:
        if not _applies(graph, types, inherits, levels):
            continue
        found = list(_role(plan, role, types, inherits, levels))
        rows.extend(found or [_unrecorded(role)])
    asked = {row["role"] for row in rows}
    recorded = {row["role"] for row in rows if row["name"]}
    kind = in_kind_words(graph.nodes[node]["kind"])
    return Table(
        plan.heading(
            f"Who answers for {name}",
            question=f"Who answers for {name} ({kind})?",
            count=f"{len(recorded)} of {len(asked)} role{'' if len(asked) == 1 else 's'} recorded." if asked else "",
            notes=[note] if note else [],
        ),
        _COLUMNS,
        tuple(rows),
        empty=f"In a plan nobody answers for {_article(kind)} {kind}: see what is recorded with `ssp-graph show`.",
    )


def _levels(graph: Graph, node: str, as_of: str) -> list[_Level]:
    """Return the thing itself and what it stands in, nearest first.

    An issue, a commitment or a safeguarding theme stands in nothing local: what addresses it answers for it.
    """
    levels = [_Level(node, ())]
    seen = {node}
    waiting = [levels[0]]
    for _ in range(_MAX_LEVELS):
        above: list[_Level] = []
        for level in waiting:
            steps = [*edges_from(graph, level.node, as_of, _STANDS_IN)]
            if not level.path:
                steps.extend(edges_to(graph, level.node, as_of, ("ADDRESSES",)))
            for edge in steps:
                other = edge.source if edge.data["type"] == "ADDRESSES" else edge.target
                if other not in seen and graph.nodes[other]["kind"] != "organisation":
                    seen.add(other)
                    above.append(_Level(other, (*level.path, edge)))
        levels.extend(above)
        waiting = above
    return levels


def _applies(graph: Graph, types: Sequence[str], inherits: str, levels: list[_Level]) -> bool:
    reach = levels[:1] if inherits == "never" else levels
    labels = {graph.nodes[level.node]["label"] for level in reach}
    return any(labels & {target for _, target in RELATIONSHIPS[name].ends} for name in types)


def _role(plan: Plan, role: str, types: Sequence[str], inherits: str, levels: list[_Level]) -> Iterator[Row]:
    graph, as_of = plan.graph, plan.day
    depth: int | None = None
    for level in levels if inherits != "never" else levels[:1]:
        if inherits == "nearest" and depth is not None and len(level.path) > depth:
            return
        for edge in edges_to(graph, level.node, as_of, types):
            depth = len(level.path)
            yield _row(graph, role, edge, level)
            if role != "holder" and graph.nodes[edge.source]["kind"] == "post":
                yield from _holders(plan, edge.source)


def _holders(plan: Plan, post: str) -> Iterator[Row]:
    graph, as_of = plan.graph, plan.day
    holders = list(edges_to(graph, post, as_of, ("HOLDS",)))
    for edge in holders:
        yield _row(graph, "holder", edge, _Level(post, ()))
    if not holders:
        holding = graph.nodes[post]["holding"]
        row = _unrecorded("holder", graph.nodes[post]["name"], post)
        known = holding in ("vacant", "not disclosed")
        data = graph.nodes[post]
        yield {**row, "how": holding, "basis": data["basis"], "sources": data["sources"]} if known else row


def _row(graph: Graph, role: str, edge: Edge, level: _Level) -> Row:
    data = edge.data
    facts = [step.data for step in level.path] + [data]
    inherited = bool(level.path)
    behalf = data.get("on_behalf_of")
    of = edge.target if role == "holder" else None
    return {
        "role": role,
        "name": name_of(graph, edge.source),
        "id": edge.source,
        "of_name": graph.nodes[of]["name"] if of else None,
        "of": of,
        "how": "inherited" if inherited else "stated",
        "through_name": graph.nodes[level.node]["name"] if inherited else None,
        "through": level.node if inherited else None,
        "capacity": data.get("capacity"),
        "on_behalf_of": name_of(graph, behalf) if behalf else None,
        "since": data["since"],
        "until": data["until"],
        "stated_on": data["stated_on"],
        "basis": "inferred" if any(fact["basis"] == "inferred" for fact in facts) else "stated",
        "sources": merged([data["sources"], *(step.data["sources"][:1] for step in level.path)]),
    }


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"


def _unrecorded(role: str, of_name: str | None = None, of: str | None = None) -> Row:
    row: dict[str, Any] = dict.fromkeys((column.name for column in _COLUMNS), None)
    return {**row, "role": role, "of_name": of_name, "of": of, "how": "not recorded", "sources": []}
