"""Pictures: a `Diagram` as SVG or PNG, on one page."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import NamedTuple

from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.drawing import Drawing
from ssp_graph.pictures.layout.options import Options
from ssp_graph.pictures.painting.paint import painted
from ssp_graph.pictures.painting.png import DOTS, letters_of_this_machine
from ssp_graph.pictures.painting.svg import svg
from ssp_graph.pictures.sheets.fitting import whole


class Painted(NamedTuple):
    """A picture on one page, and whether it is no larger than its paper at its smallest type."""

    data: bytes
    fits: bool


def picture(diagram: Diagram, format: str, options: Options | None = None) -> Painted:  # noqa: A002
    """Return a picture on one page as `svg` or `png`: in smaller type, then with less named, until it fits.

    Raises:
        WorkError: the machine has no font, and PNG is asked for.
    """
    options = options or Options()
    with _letters(format):
        drawing, fits = whole(diagram, options)
    return Painted(_painted(diagram, drawing, format, options), fits)


def _letters(format_: str) -> AbstractContextManager[None]:
    return letters_of_this_machine() if format_ == "png" else nullcontext()


def _painted(diagram: Diagram, drawing: Drawing, format_: str, options: Options) -> bytes:
    if format_ == "png":
        return painted(drawing, "png", dots=DOTS)
    return svg(diagram, drawing, options.page)
