"""What things and lines look like: a shape and a colour for each kind, an arrow and a colour for each relationship.

Whether a line is stated, inferred or disputed shows in its stroke, never in its colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ssp_graph import palette
from ssp_graph.model.kinds import BY_KIND
from ssp_graph.palette import Look

INK = f"#{palette.INK}"
QUIET = f"#{palette.QUIET}"
ACCENT = f"#{palette.ACCENT}"
RULE = f"#{palette.RULE}"
BLACK = "#000000"
WHITE = "#ffffff"
BAND = "#f3f6f6"
NO_LOOK = Look("none", WHITE, WHITE)
MISSING = Look("box", WHITE, "#9a3412", "#9a3412")

_GROUP = Look("box", "#eff7f3", "#1f6650", rounded=True)
_GROUP_WORDS = ("group", "meeting", "team", "hub", "forum", "conference", "network", "workshop")


def look_of(kind: str, word: str) -> Look:
    """Return how a thing is drawn; a group, meeting or team has rounder corners than a board."""
    if kind == "body" and any(part in word for part in _GROUP_WORDS):
        return _GROUP
    return BY_KIND[kind].look if kind in BY_KIND else Look()


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a relationship is drawn: its colour, its weight in points, and Graphviz's arrows at target and source."""

    colour: str
    weight: float = 1.2
    head: str = "normal"
    tail: str = "none"


_STROKES = {
    "REPORTS_TO": Stroke(INK, 1.6),
    "PART_OF": Stroke("#4c5660", 1.2, "none"),
    "SCRUTINISES": Stroke("#6b2a7a", 1.2, "vee"),
    "SUPPORTS": Stroke("#1f6650", 1.2, "empty"),
    "WORKS_WITH": Stroke("#7a5200", 1.0, "dot", "dot"),
    "DELIVERS": Stroke("#1f6650", 1.2, "box"),
    "OVERSEES": Stroke("#6b2a7a", 1.2, "odot"),
    "LEADS": Stroke("#7a5200", 1.4, "diamond"),
    "ACTS_FOR": Stroke("#7a5200", 1.2, "odiamond"),
    "CHAIRS": Stroke("#7a5200", 1.4, "diamond"),
    "OWNS": Stroke("#54388a", 1.4, "normal"),
    "MAPS_TO": Stroke("#40358a", 1.4, "normal"),
    "MEASURES": Stroke("#1d4b8c", 1.2, "vee"),
    "GUIDES": Stroke("#46601a", 1.2, "vee"),
}
DASHES = {"stated": "solid", "inferred": "dashed", "disputed": "dotted"}


def stroke_of(type_: str) -> Stroke:
    """Return how a relationship is drawn."""
    return _STROKES.get(type_, Stroke(QUIET, 1.0, "vee"))


@dataclass(frozen=True, slots=True)
class Style:
    """How a picture is set: the size of its type in points, and whether it is in print: black on white."""

    size: float
    in_print: bool = False

    def look(self, look: Look) -> Look:
        """Return a look as it is here; in print the shape remains, and a dark fill becomes a second edge."""
        if not self.in_print:
            return look
        return replace(look, fill=WHITE, edge=BLACK, ink=BLACK, double=look.double or look.ink == WHITE)

    def stroke(self, stroke: Stroke) -> Stroke:
        """Return a stroke as it is here."""
        return replace(stroke, colour=BLACK) if self.in_print else stroke
