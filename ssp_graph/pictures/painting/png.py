"""PNG for documents that take no SVG: its letters are painted here, with whatever font this machine has for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ssp_graph.errors import WorkError
from ssp_graph.pictures.layout.lettering import FONT, stretched, width
from ssp_graph.pictures.quiet import quiet

DOTS = 192  # per inch: sharp in print and small enough to send
_BOXES = 1.4  # times Arial's width: no font is as wide as the empty boxes that stand for letters without one
_SAMPLE = "Community Safety Partnership Board, group, meeting or team"


@contextmanager
def letters_of_this_machine() -> Iterator[None]:
    """Make room for this machine's letters, where they are wider than Arial's, in pictures laid out meanwhile.

    Raises:
        WorkError: the machine has no font at all, so that no word could be read.
    """
    from pygraphviz import AGraph  # type: ignore[import-untyped]  # it has no types

    graph = AGraph()
    graph.add_node("a", shape="plain", label=_SAMPLE, fontname=FONT, fontsize="10", margin="0")
    with quiet():
        graph.layout("dot")
    found = float(graph.get_node("a").attr["width"]) * 72 / width(_SAMPLE, 10)
    if not 0.5 < found < _BOXES:
        raise WorkError("No font is installed, so a PNG would have no words. Install one, or choose the format svg.")
    with stretched(max(found, 1.0)):
        yield
