"""A4 pages of Word documents and OpenDocument texts: their measures in millimetres and what fits on them."""

from __future__ import annotations

import struct

from ssp_graph.outputs.forms.manuscript import Figure

LONG, SHORT = 297, 210
SIDE_MARGIN = 20
# a two-way table with its title should stay on one wide page
TOP_MARGIN, WIDE_TOP_MARGIN = 20, 15
_CAPTION = 30


def room(landscape: bool) -> int:
    """Return the width between the side margins."""
    return (LONG if landscape else SHORT) - 2 * SIDE_MARGIN


def picture_size(picture: Figure, landscape: bool) -> tuple[float, float]:
    """Return the width and height at which a picture and its caption fit on a page."""
    # a PNG's first chunk says how many points it has across and down
    across, down = struct.unpack(">II", picture.png[16:24])
    highest = (SHORT - 2 * WIDE_TOP_MARGIN if landscape else LONG - 2 * TOP_MARGIN) - _CAPTION
    width = min(picture.width or room(landscape), room(landscape), highest * across / down)
    return width, width * down / across
