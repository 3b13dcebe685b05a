"""The two forms every writer works from: a manuscript to read (headed sections), a sheet to compute with (one table).

Turning a result into them is done here once, so that all formats hold the same facts.
"""

from __future__ import annotations

from ssp_graph.outputs.forms import matrix, routes, table
from ssp_graph.outputs.forms.absent import dashed
from ssp_graph.outputs.forms.manuscript import Manuscript
from ssp_graph.outputs.forms.sheet import Sheet
from ssp_graph.results import Matrix, Result, Routes


def as_manuscript(result: Result) -> Manuscript:
    """Return a result as headed sections of paragraphs, lists and tables."""
    match result:
        case Routes():
            return routes.manuscript(result)
        case Matrix():
            return matrix.manuscript(result)
        case _:
            return table.manuscript(result)


def as_page(result: Result) -> Manuscript:
    """Return a result as a manuscript in which no cell is empty, for whoever hears it or sees a part of it."""
    return dashed(as_manuscript(result))


def as_sheet(result: Result) -> Sheet:
    """Return a result as a single table with its notes."""
    match result:
        case Routes():
            return routes.sheet(result)
        case Matrix():
            return matrix.sheet(result)
        case _:
            return table.sheet(result)
