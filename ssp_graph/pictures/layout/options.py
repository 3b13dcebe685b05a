"""What a picture is for: its paper, the direction it runs, colour or black and white."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ssp_graph.pictures.layout.look import Style

Direction = Literal["down", "right"]


@dataclass(frozen=True, slots=True)
class PaperSize:
    """A sheet: its longer and shorter side and its margin in points, and its type sizes, the best first."""

    long: float
    short: float
    margin: float
    types: tuple[float, ...]
    turns: bool = True


PAPERS = {
    "a4": PaperSize(841.9, 595.3, 21, (10, 9, 8)),
    "a3": PaperSize(1190.6, 841.9, 34, (10, 9, 8)),
    "slide": PaperSize(960, 540, 24, (12, 10, 8), turns=False),
    # a window, beside the panel that tells of what was chosen: its letters are 12 pixels high at least
    "screen": PaperSize(760, 580, 6, (10, 9), turns=False),
    # between the margins of an upright A4 page of text, beneath a heading
    "text": PaperSize(482, 640, 2, (10, 9, 8), turns=False),
}


@dataclass(frozen=True, slots=True)
class Options:
    """How to draw. Without a `direction` the picture takes the one that fits its paper best.

    `in_print` is black and white of high contrast. `page` is the address of the html page that boxes link to:
    empty within that page itself, None for no links.
    """

    size: Literal["a4", "a3", "slide", "screen", "text"] = "a4"
    direction: Direction | None = None
    in_print: bool = False
    page: str | None = None

    @property
    def paper(self) -> PaperSize:
        """The sheet of this size."""
        return PAPERS[self.size]

    def style(self, size: float) -> Style:
        """How the picture is set on it at a type size in points."""
        return Style(size, self.in_print)
