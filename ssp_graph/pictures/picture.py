"""Pictures: a `Diagram` as SVG or PNG, in one piece or on as many sheets as readable type needs."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import NamedTuple

from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.drawing import Drawing
from ssp_graph.pictures.layout.options import Options
from ssp_graph.pictures.layout.pages import pages, whole
from ssp_graph.pictures.painting.paint import painted
from ssp_graph.pictures.painting.png import DOTS, letters_of_this_machine
from ssp_graph.pictures.painting.svg import alternative, svg
from ssp_graph.words import clean


class Sheet(NamedTuple):
    """A sheet of a picture, and the text that stands for it where it cannot be seen."""

    data: bytes
    told: str


class Painted(NamedTuple):
    """A picture in one piece, and whether it is no larger than its paper at its type size."""

    data: bytes
    fits: bool


def picture(diagram: Diagram, format: str, options: Options | None = None) -> Painted:  # noqa: A002
    """Return a picture in one piece as `svg` or `png`, larger than its paper where its type would be too small.

    Raises:
        WorkError: the machine has no font, and PNG is asked for.
    """
    options = options or Options()
    with _letters(format):
        drawing, fits = whole(diagram, options)
    return Painted(_painted(diagram, drawing, format, options), fits)


def pictures(diagram: Diagram, format: str, options: Options | None = None) -> list[bytes]:  # noqa: A002
    """Return the sheets of a picture as `svg` or `png`, each no larger than its paper.

    Raises:
        WorkError: the machine has no font, and PNG is asked for.
    """
    return [sheet.data for sheet in sheets(diagram, format, options)]


def sheets(diagram: Diagram, format: str, options: Options | None = None) -> list[Sheet]:  # noqa: A002
    """Return the sheets as `pictures` does, each with the text that stands for it.

    Raises:
        WorkError: the machine has no font, and PNG is asked for.
    """
    options = options or Options()
    with _letters(format):
        drawn = pages(diagram, options)
    told = [alternative(diagram)] if len(drawn) == 1 else [_part(diagram, sheet) for sheet in drawn]
    return [
        Sheet(_painted(diagram, sheet, format, options, number), text)
        for number, (sheet, text) in enumerate(zip(drawn, told, strict=True), 1)
    ]


def _part(diagram: Diagram, sheet: Drawing) -> str:
    """Return what stands on one of several sheets: its things, and its lines as sentences."""
    things = "; ".join(placed.tip for placed in sheet.boxes if placed.kind == "thing")
    lines = " ".join(placed.tip for placed in sheet.lines if placed.line)
    return clean(f"{diagram.heading.title}, in part: {things}. {lines}")


def _letters(format_: str) -> AbstractContextManager[None]:
    return letters_of_this_machine() if format_ == "png" else nullcontext()


def _painted(diagram: Diagram, drawing: Drawing, format_: str, options: Options, number: int = 1) -> bytes:
    if format_ == "png":
        return painted(drawing, "png", dots=DOTS)
    return svg(diagram, drawing, options.page, number=number)
