"""The views that can be drawn, each a walk over the plan that returns a `Diagram`."""

from __future__ import annotations

from ssp_graph.pictures.views.around import around
from ssp_graph.pictures.views.chain import chain
from ssp_graph.pictures.views.charts import areas, gaps, readings, strategies
from ssp_graph.pictures.views.mapping import mapping
from ssp_graph.pictures.views.matrix import matrix
from ssp_graph.pictures.views.structure import structure
from ssp_graph.pictures.views.theme import theme

__all__ = ["areas", "around", "chain", "gaps", "mapping", "matrix", "readings", "strategies", "structure", "theme"]
