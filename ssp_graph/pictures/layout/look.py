"""What things and lines look like: a shape and a colour for each kind, an arrow and a colour for each relationship.

Whether a line is stated, inferred or disputed shows in its stroke, never in its colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ssp_graph import palette

INK = f"#{palette.INK}"
QUIET = f"#{palette.QUIET}"
ACCENT = f"#{palette.ACCENT}"
RULE = f"#{palette.RULE}"
PAPER = "#ffffff"
BAND = "#f3f6f6"
HOLE = "#9a3412"


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of thing is drawn: Graphviz's name of the shape, fill, edge and letters.

    A `crossed` box has its corners cut off by lines, a `barred` one a bar at its left.
    """

    shape: str
    fill: str
    edge: str
    ink: str = INK
    rounded: bool = False
    double: bool = False
    crossed: bool = False
    barred: bool = False


_KINDS: dict[str, Look] = {
    "organisation": Look("box", "#e3e9ef", "#33475b", double=True),
    "body": Look("box", "#e4f0f1", ACCENT),
    "post": Look("box", "#fdf2dc", "#7a5200", rounded=True),
    "person": Look("ellipse", "#fdf2dc", "#7a5200"),
    "duty": Look("folder", "#f2efe9", "#5c5136"),
    "theme": Look("box", ACCENT, ACCENT, "#ffffff"),
    "priority-area": Look("tab", "#d3e7e9", ACCENT),
    "objective": Look("box", "#ffffff", "#4c5660", rounded=True),
    "action": Look("box", "#efeaf7", "#54388a", barred=True),
    "strategy": Look("note", "#eef3e2", "#46601a"),
    "measure": Look("component", "#e5eefa", "#1d4b8c"),
    "issue": Look("box", "#fbeae8", "#8f2a22", crossed=True),
    "finding": Look("note", "#fbeae8", "#8f2a22"),
    "regional-priority": Look("box3d", "#e9e7f5", "#40358a"),
    "commitment": Look("box3d", "#f4f3fb", "#40358a"),
    "outcome": Look("box", "#e7f2e8", "#25612f", rounded=True, double=True),
    "safeguarding-theme": Look("box", "#f0eef6", "#4a4170"),
    "matrix": Look("box", "#ffffff", "#4a4170", double=True),
    "place": Look("ellipse", "#f2efe9", "#5c5136"),
    "document": Look("folder", "#f4f4f2", "#4c5660"),
    "discrepancy": Look("box", "#ffffff", HOLE, crossed=True),
}
_GROUP = Look("box", "#eff7f3", "#1f6650", rounded=True)
_GROUP_WORDS = ("group", "meeting", "team", "hub", "forum", "conference", "network", "workshop")


def look_of(kind: str, word: str) -> Look:
    """Return how a thing is drawn; a group, meeting or team has rounder corners than a board."""
    if kind == "body" and any(part in word for part in _GROUP_WORDS):
        return _GROUP
    return _KINDS.get(kind, Look("box", "#ffffff", QUIET))


def printed(look: Look) -> Look:
    """Return a look for black and white: the shape remains, and a dark fill becomes a second edge."""
    double = look.double or look.ink == "#ffffff"
    return replace(look, fill="#ffffff", edge="#000000", ink="#000000", double=double)


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a relationship is drawn: its colour, its weight in points, and Graphviz's arrows at target and source."""

    colour: str
    weight: float = 1.2
    head: str = "normal"
    tail: str = "none"


_TYPES: dict[str, Stroke] = {
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


def stroke_of(type_: str) -> Stroke:
    """Return how a relationship is drawn."""
    return _TYPES.get(type_, Stroke(QUIET, 1.0, "vee"))


DASHES = {"stated": "solid", "inferred": "dashed", "disputed": "dotted"}
