"""A4 pages of Word documents and OpenDocument texts: their measures in millimetres and what fits on them."""

from __future__ import annotations

import struct
from typing import NamedTuple

from ssp_graph.outputs.forms.manuscript import Figure

LONG, SHORT = 297, 210
SIDE_MARGIN = 20
# a two-way table with its title should stay on one wide page
TOP_MARGIN, WIDE_TOP_MARGIN = 20, 15
_HEADINGS = 30


class Room(NamedTuple):
    """What a page has between its margins, in millimetres."""

    across: float
    down: float


UPRIGHT = Room(SHORT - 2 * SIDE_MARGIN, LONG - 2 * TOP_MARGIN)
WIDE = Room(LONG - 2 * SIDE_MARGIN, SHORT - 2 * WIDE_TOP_MARGIN)


def picture_size(picture: Figure, room: Room) -> tuple[float, float]:
    """Return the width and height at which a picture fits on a page beneath its headings."""
    # a PNG's first chunk says how many points it has across and down
    across, down = struct.unpack(">II", picture.png[16:24])
    width = min(picture.width or room.across, room.across, (room.down - _HEADINGS) * across / down)
    return width, width * down / across
