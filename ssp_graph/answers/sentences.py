"""Walking the graph on a day: which edges hold, and each as a sentence from either end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ssp_graph.model.dates import in_words
from ssp_graph.model.kinds import BY_KIND
from ssp_graph.model.relationships import RELATIONSHIPS, Relationship
from ssp_graph.results import SourceRef

if TYPE_CHECKING:
    from ssp_graph.graph import Graph


class Edge(NamedTuple):
    """One relationship in the graph: its two ends and its properties."""

    source: str
    target: str
    data: dict[str, Any]

    @property
    def relationship(self) -> Relationship:
        """Return the declaration of its type."""
        return RELATIONSHIPS[self.data["type"]]


def holds(data: dict[str, Any], as_of: str | None) -> bool:
    """Return whether a node or edge holds on a day; every one does where no day is asked for."""
    return as_of is None or data["since_day"] <= as_of <= data["until_day"]


def edges_from(graph: Graph, node: str, as_of: str | None, types: Iterable[str] = ()) -> Iterator[Edge]:
    """Yield the relationships that start at a thing and hold on a day, in the order they were written."""
    wanted = frozenset(types)
    for _, target, data in graph.out_edges(node, data=True):
        if (not wanted or data["type"] in wanted) and holds(data, as_of):
            yield Edge(node, target, data)


def edges_to(graph: Graph, node: str, as_of: str | None, types: Iterable[str] = ()) -> Iterator[Edge]:
    """Yield the relationships that end at a thing and hold on a day, in the order they were written."""
    wanted = frozenset(types)
    for source, _, data in graph.in_edges(node, data=True):
        if (not wanted or data["type"] in wanted) and holds(data, as_of):
            yield Edge(source, node, data)


_UNSETTLED = {"proposed": "proposed", "past": "past", "being developed": "being developed", "ended": "ended"}


def name_of(graph: Graph, node: str) -> str:
    """Return a thing's name, with its status where it is no established body or strategy in force."""
    data = graph.nodes[node]
    status = _UNSETTLED.get(data.get("status") or "")
    return f"{data['name']} ({status})" if status and data["kind"] in ("body", "strategy") else str(data["name"])


def called(graph: Graph, node: str) -> str:
    """Return a thing's name as a sentence takes it: in quotation marks where the name is a phrase of its own."""
    name = name_of(graph, node)
    return f"“{name}”" if BY_KIND[graph.nodes[node]["kind"]].a_phrase else name


def in_kind_words(kind: str) -> str:
    """Return a kind as a reader says it: `priority-area` as "priority area"."""
    return kind.replace("-", " ")


def stated_when(data: dict[str, Any]) -> str:
    """Return the dates of a fact in words, or an empty text: "since 2019, as stated March 2018"."""
    parts = [
        f"{word} {in_words(data[name])}"
        for name, word in (("since", "since"), ("until", "until"), ("stated_on", "as stated"))
        if data[name]
    ]
    return ", ".join(parts)


def sentence(graph: Graph, edge: Edge, *, back: bool = False) -> str:
    """Return a relationship as a sentence that begins with its source or, `back`, with its target."""
    data, relationship = edge.data, edge.relationship
    first, second = (edge.target, edge.source) if back else (edge.source, edge.target)
    value = data.get(relationship.varies_by) if relationship.varies_by else None
    names = [called(graph, first), called(graph, second)]
    if names[0] == names[1]:
        kinds = [in_kind_words(graph.nodes[node]["kind"]) for node in (first, second)]
        names = [f"{name} ({kind})" for name, kind in zip(names, kinds, strict=True)]
    text = f"{names[0]} {relationship.verb(value, back=back)} {names[1]}"
    if not relationship.varies_by and data.get("capacity"):
        text += f" ({data['capacity']})"
    if data.get("on_behalf_of"):
        text += f" on behalf of {name_of(graph, data['on_behalf_of'])}"
    if data.get("on"):
        text += f", on {subjects(graph, data['on'])} only"
    if data.get("frequency"):
        text += f", {data['frequency']}"
    if data.get("matrix"):
        text += f" in {name_of(graph, data['matrix'])}"
    if data.get("rationale"):
        text += f": {data['rationale']}"
    if when := stated_when(data):
        text += f" ({when})"
    return text


def stopped(text: str) -> str:
    """Return a sentence with one full stop at its end."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def subjects(graph: Graph, on: Sequence[str]) -> str:
    """Return what a reporting line is limited to, by name."""
    names = [called(graph, item) if item in graph else item for item in on]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def merged(sources: Iterable[Iterable[SourceRef]]) -> list[SourceRef]:
    """Return sources of several facts without repeats, in order."""
    found: dict[tuple[Any, ...], SourceRef] = {}
    for group in sources:
        for source in group:
            found.setdefault((source["document"], source["page"], source["anchor"]), source)
    return list(found.values())
