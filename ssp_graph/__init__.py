"""A community safety partnership's plan as a graph that answers with its sources.

The Python interface in one screen:

    from pathlib import Path
    import ssp_graph

    graph = ssp_graph.load_graph([Path("seed/exampleton-2024-27")])
    plan = ssp_graph.Plan(graph, "2025-06-30")
    thing = ssp_graph.find(plan, "Safer Board")
    page = ssp_graph.render(ssp_graph.chain(plan, thing.id), "html")
    with ssp_graph.open_engine("ladybug", graph) as engine:
        missing = ssp_graph.gaps(engine, plan)
        report = ssp_graph.paper(engine, plan)

`load_graph` reads registers into a networkx graph, and a `Plan` is that graph on a day (`plan_on` moves today into the
plan's period). `find` turns a name into an id; `show`, `who`, `chain`, `matrix` and `mapping` answer from the plan, and
`draw` makes a picture of it; `gaps`, `ask` and `paper` put questions to an engine, `compare` two plans to two. `render`
and `write` put whatever was answered on page or paper. Every foreseeable fault is an `SspGraphError`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ssp_graph.answers.chain import chain as chain
    from ssp_graph.answers.due import due as due
    from ssp_graph.answers.mapping import mapping as mapping
    from ssp_graph.answers.names import find as find
    from ssp_graph.answers.past.history import history as history
    from ssp_graph.answers.show import show as show
    from ssp_graph.answers.who import who as who
    from ssp_graph.comparing.compare import compare as compare
    from ssp_graph.engines import open_engine as open_engine
    from ssp_graph.errors import SspGraphError as SspGraphError
    from ssp_graph.graph import load_graph as load_graph
    from ssp_graph.matrices.table import matrix as matrix
    from ssp_graph.outputs import render as render
    from ssp_graph.outputs import write as write
    from ssp_graph.papers import paper as paper
    from ssp_graph.pictures.draw import draw as draw
    from ssp_graph.plan import Plan as Plan
    from ssp_graph.plan import plan_on as plan_on
    from ssp_graph.questions.asking import ask as ask
    from ssp_graph.questions.gaps import gaps as gaps

_WHERE = {
    "Plan": "plan",
    "SspGraphError": "errors",
    "ask": "questions.asking",
    "chain": "answers.chain",
    "compare": "comparing.compare",
    "draw": "pictures.draw",
    "due": "answers.due",
    "find": "answers.names",
    "gaps": "questions.gaps",
    "history": "answers.past.history",
    "load_graph": "graph",
    "mapping": "answers.mapping",
    "matrix": "matrices.table",
    "open_engine": "engines",
    "paper": "papers",
    "plan_on": "plan",
    "render": "outputs",
    "show": "answers.show",
    "who": "answers.who",
    "write": "outputs",
}

__all__ = [
    "Plan",
    "SspGraphError",
    "ask",
    "chain",
    "compare",
    "draw",
    "due",
    "find",
    "gaps",
    "history",
    "load_graph",
    "mapping",
    "matrix",
    "open_engine",
    "paper",
    "plan_on",
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
