"""Pictures: a `Diagram` as SVG, PNG or a page to explore, on one sheet or on as many as readable type needs."""

from __future__ import annotations

from typing import NamedTuple

from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.options import Options
from ssp_graph.pictures.layout.pages import pages, whole
from ssp_graph.pictures.painting.svg import svg


class Picture(NamedTuple):
    """A picture in one piece, and whether it is no larger than its paper at its type size."""

    data: bytes
    fits: bool


def picture(diagram: Diagram, format: str, options: Options | None = None) -> Picture:  # noqa: A002
    """Return a picture in one piece as `svg` or `png`, larger than its paper where its type would be too small.

    Raises:
        WorkError: the machine has no font, and PNG is asked for.
    """
    options = options or Options()
    if format == "png":
        from ssp_graph.pictures.painting.png import letters_of_this_machine, png

        with letters_of_this_machine():
            drawing, fits = whole(diagram, options)
        return Picture(png(drawing), fits)
    drawing, fits = whole(diagram, options)
    return Picture(svg(diagram, drawing, options.page), fits)


def picture_svg(diagram: Diagram, options: Options | None = None) -> bytes:
    """Return a picture in one piece as SVG, as `picture` does."""
    return picture(diagram, "svg", options).data


def pictures(diagram: Diagram, format: str, options: Options | None = None) -> list[bytes]:  # noqa: A002
    """Return the sheets of a picture, each no larger than its paper, as `svg` or `png`.

    Raises:
        WorkError: the machine has no font, and PNG is asked for.
    """
    options = options or Options()
    if format == "png":
        from ssp_graph.pictures.painting.png import letters_of_this_machine, png

        with letters_of_this_machine():
            sheets = pages(diagram, options)
        return [png(sheet) for sheet in sheets]
    return [svg(diagram, sheet, options.page, number=number) for number, sheet in enumerate(pages(diagram, options), 1)]
