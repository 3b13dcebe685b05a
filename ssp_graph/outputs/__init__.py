"""Formats: the only room that turns a result object into text, pages, sheets and papers.

A writer takes a result and knows nothing of where it came from; each is imported only when it is used.
"""

from __future__ import annotations

from ssp_graph.outputs.files import make_folder, write
from ssp_graph.outputs.formats import BINARY, FORMATS, format_of, render

__all__ = ["BINARY", "FORMATS", "format_of", "make_folder", "render", "write"]
