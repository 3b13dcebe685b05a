"""The views that can be drawn, each a walk over the graph that returns a `Diagram`."""

from __future__ import annotations

from ssp_graph.answers.views.around import around
from ssp_graph.answers.views.mapping import mapping
from ssp_graph.answers.views.matrix import matrix
from ssp_graph.answers.views.routes import chain
from ssp_graph.answers.views.structure import structure
from ssp_graph.answers.views.theme import theme

__all__ = ["around", "chain", "mapping", "matrix", "structure", "theme"]
