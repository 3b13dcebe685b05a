"""What every answer says of itself, taken from the graph it was found in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ssp_graph.results import Heading

if TYPE_CHECKING:
    from ssp_graph.graph import Graph

_NAMES_LEFT_OUT = "Personal names are left out: whoever holds a post is called its holder."


def heading(
    graph: Graph,
    as_of: str,
    title: str,
    *,
    question: str = "",
    count: str = "",
    notes: Iterable[str] = (),
    every: bool = False,
) -> Heading:
    """Return the heading of an answer about the named registers on a day; `every` names those they use too."""
    titles = {about["id"]: about["title"] for about in graph.graph["registers"]}
    others = [name for name in titles if name not in graph.graph["named"]] if every else []
    named: list[str] = [*graph.graph["named"], *others]
    left_out = [_NAMES_LEFT_OUT] if graph.graph.get("names_left_out") else []
    return Heading(
        title=title,
        question=question,
        registers=tuple(named),
        register_titles=tuple(titles[name] for name in named),
        as_of=as_of,
        count=count,
        notes=(*notes, *left_out),
    )
