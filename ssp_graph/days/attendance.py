"""Which seats somebody fills at a meeting: worked out once, so that a question need only look for a seat among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ssp_graph.graph import Graph


def settle_attendance(graph: Graph) -> None:
    """Say of every attendance what was there by it in its own right, and for what else it came."""
    for name, meeting, edge in graph.edges(data=True):
        if edge["type"] == "ATTENDED":
            day = graph.nodes[meeting]["held_on"]
            own = _stood_for(graph, name, day)
            meant = _stood_for(graph, edge["on_behalf_of"], day) if edge["on_behalf_of"] else own
            edge["fills"] = [each for each in meant if each in own]
            edge["speaks_for"] = [each for each in meant if each not in own]


def _stood_for(graph: Graph, name: str, day: str) -> list[str]:
    """Return a thing, the posts that it held on a day, who held it, and what it and these posts were posts in."""

    def others(name: str, type_: str, *, back: bool = False) -> list[str]:
        edges = graph.in_edges(name, data=True) if back else graph.out_edges(name, data=True)
        return [
            source if back else target
            for source, target, edge in edges
            if edge["type"] == type_ and edge["since_day"] <= day <= edge["until_day"]
            if edge.get("capacity") != "designate"
        ]

    posts = [name, *others(name, "HOLDS")]
    homes = [home for post in posts for home in others(post, "POST_IN")]
    return list(dict.fromkeys((*posts, *homes, *others(name, "HOLDS", back=True))))
