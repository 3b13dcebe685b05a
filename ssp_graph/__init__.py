"""A community safety partnership's plan as a graph that answers with its sources.

The Python interface in one screen:

    from pathlib import Path
    import ssp_graph

    graph = ssp_graph.load_graph([Path("seed/exampleton-2024-27")])
    thing = ssp_graph.find(graph, "Safer Board")
    routes = ssp_graph.chain(graph, "2025-06-30", thing.id)
    page = ssp_graph.render(routes, "html")

`load_graph` reads registers into a networkx graph; `find` turns a name into an id; `show`, `who`, `chain`, `matrix`
and `mapping` answer from the graph on a day; `open_engine` answers Cypher; `render` and `write` put an answer on
page or paper. Every foreseeable fault is an `SspGraphError`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ssp_graph.answers.chain import chain as chain
    from ssp_graph.answers.mapping import mapping as mapping
    from ssp_graph.answers.names import find as find
    from ssp_graph.answers.show import show as show
    from ssp_graph.answers.who import who as who
    from ssp_graph.engines import open_engine as open_engine
    from ssp_graph.errors import SspGraphError as SspGraphError
    from ssp_graph.graph import load_graph as load_graph
    from ssp_graph.matrices.table import matrix as matrix
    from ssp_graph.outputs import render as render
    from ssp_graph.outputs import write as write

_WHERE = {
    "SspGraphError": "errors",
    "chain": "answers.chain",
    "find": "answers.names",
    "load_graph": "graph",
    "mapping": "answers.mapping",
    "matrix": "matrices.table",
    "open_engine": "engines",
    "render": "outputs",
    "show": "answers.show",
    "who": "answers.who",
    "write": "outputs",
}

__all__ = [
    "SspGraphError",
    "chain",
    "find",
    "load_graph",
    "mapping",
    "matrix",
    "open_engine",
    "render",
    "show",
    "who",
    "write",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that a command imports only what it needs."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
