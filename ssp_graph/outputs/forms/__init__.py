"""The two forms every writer works from: a document to read (headed sections) and a sheet to compute with (one table).

Turning a result into them is done here once, so that all formats hold the same facts.
"""

from __future__ import annotations

from ssp_graph.outputs.forms import matrix, routes, table
from ssp_graph.outputs.forms.absent import dashed
from ssp_graph.outputs.forms.document import Document
from ssp_graph.outputs.forms.sheet import Sheet
from ssp_graph.results import Matrix, Result, Routes


def as_document(result: Result) -> Document:
    """Return a result as headed sections of paragraphs, lists and tables."""
    match result:
        case Routes():
            return routes.document(result)
        case Matrix():
            return matrix.document(result)
        case _:
            return table.document(result)


def as_page(result: Result) -> Document:
    """Return a result as a document in which no cell is empty, for whoever hears it or sees a part of it."""
    return dashed(as_document(result))


def as_sheet(result: Result) -> Sheet:
    """Return a result as a single table with its notes."""
    match result:
        case Routes():
            return routes.sheet(result)
        case Matrix():
            return matrix.sheet(result)
        case _:
            return table.sheet(result)
