"""The colours and the typeface of paper and sheets, as templates/page.css has them for pages in daylight."""

from __future__ import annotations

from dataclasses import dataclass

INK = "1B2126"
QUIET = "4C5660"
ACCENT = "14505C"
TINT = "EEF4F4"
RULE = "CFD8DA"
TYPEFACE = "Arial"


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of thing is drawn: Graphviz's name of the shape, fill, edge and letters.

    A `crossed` box has its corners cut off by lines, a `barred` one a bar at its left.
    """

    shape: str = "box"
    fill: str = "#ffffff"
    edge: str = f"#{QUIET}"
    ink: str = f"#{INK}"
    rounded: bool = False
    double: bool = False
    crossed: bool = False
    barred: bool = False
