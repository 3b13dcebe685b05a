"""What a picture says, before it is drawn: things on levels, the lines between them, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from ssp_graph.results import Heading, SourceRef
from ssp_graph.words import clean

Shown = Literal["line", "words", "cell"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence about a thing, on what basis, and its sources."""

    sentence: str
    basis: str
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A thing in a picture.

    `word` says what it is in the reader's words ("scrutiny committee"). `level` counts from 0, the end that the
    view reads from. `status` is empty unless the thing is proposed, past, being developed or ended. `focus` marks
    the thing that was asked about. `words` stand beneath the name: what is recorded about it but drawn as no line.
    """

    id: str
    name: str
    kind: str
    word: str
    level: int
    basis: str
    status: str
    sources: tuple[SourceRef, ...]
    statements: tuple[Statement, ...]
    focus: bool = False
    words: tuple[str, ...] = ()
    MORE: ClassVar[str] = "#more"  # at the end of the id of a box that counts things instead of naming them

    @property
    def kind_in_words(self) -> str:
        """Its kind as a reader says it: "priority area"."""
        return self.kind.replace("-", " ")

    @property
    def marks(self) -> str:
        """What stands beneath its name: what it is, unless name or legend says so, its status, if it is inferred."""
        named = self.word == self.kind_in_words or f" {self.word} " in f" {self.name.lower()} "
        return ", ".join(filter(None, ("" if named else self.word, self.status, self.basis.replace("stated", ""))))

    @property
    def tip(self) -> str:
        """What is said of it beside it."""
        return clean(f"{self.name}, {self.word}")


@dataclass(frozen=True, slots=True)
class Line:
    """A relationship in a picture, from `source` to `target` as it is recorded.

    `verb` reads from source to target, `back` from target to source. `shown` says how it is drawn: as a line, as
    words in the box of the end `at` (the other end may then have no box), or as the cell of a grid. `cautions` are said
    wherever the line is explained; `disputed` marks a line on which the sources disagree, or which runs in a circle
    with others.
    """

    id: str
    source: str
    source_name: str
    target: str
    target_name: str
    type: str
    verb: str
    sentence: str
    basis: str
    sources: tuple[SourceRef, ...]
    cautions: tuple[str, ...] = ()
    disputed: bool = False
    shown: Shown = "line"
    at: str = ""
    back: str = ""

    @property
    def tip(self) -> str:
        """What is said of it beside it: its sentence and cautions."""
        cautions = f" ({'; '.join(self.cautions)})" if self.cautions else ""
        return clean(f"{self.sentence.rstrip('.')}{cautions}.")


@dataclass(frozen=True, slots=True)
class Hole:
    """Something that a reader would look for at a thing and that is not recorded, such as "No measure".

    `unknown` marks one of which the sources do not tell whether it is missing.
    """

    id: str
    at: str
    text: str
    sentence: str
    level: int
    unknown: bool = False


Tone = Literal["full", "half", "open"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: a thing, what it has along the scale, and the same in words.

    `parts` are from where to where on the scale, each `full`, `half` (unknown, or counted apart) or `open` (no end, or
    no beginning, recorded). `group` heads rows.
    """

    id: str
    name: str
    words: str
    parts: tuple[tuple[float, float, Tone], ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale of a chart: its ends, its ticks with their words, and what is shaded along it, with its name."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...] = ()
    shaded: tuple[tuple[float, float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """Neighbouring levels with their name."""

    name: str
    first: int
    last: int

    def __contains__(self, level: int) -> bool:
        """Return whether a level is one of them."""
        return self.first <= level <= self.last


@dataclass(frozen=True, slots=True)
class Diagram:
    """A picture's content: nothing is drawn that is not here, and everything here is drawn, or counted where folded.

    `view` is the view's name. `layout` is how its levels lie: as rows of boxes and lines, in columns, or as a grid.
    `direction` is the one that suits it; a `rising` one that runs down begins at the foot. `apart` are the things no
    line leads to, with the heading they stand under. `empty` is the sentence that stands for a picture without
    things. `summary` says in a sentence or two what it shows; `legend` explains the words of a grid. `sources` are
    those it stands on as a whole, beside those of its things and lines.

    In `columns`, what stands on the level `heads`, or hangs from nothing, heads a column, and each line below ends at
    what it hangs from; with `lists`, things alike from which nothing hangs stand in one. To fit a page, `folded` things
    are counted, not named, and `terse` boxes say less. The `bars` of a chart lie on its `scale`.
    """

    heading: Heading
    view: str
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    holes: tuple[Hole, ...] = ()
    bands: tuple[Band, ...] = ()
    layout: Literal["levels", "columns", "grid", "bars", "curve"] = "levels"
    direction: Literal["down", "right"] = "down"
    rising: bool = False
    apart: tuple[str, ...] = ()
    apart_heading: str = ""
    empty: str = "Nothing to draw is recorded."
    summary: str = ""
    legend: tuple[tuple[str, str], ...] = ()
    sources: tuple[SourceRef, ...] = ()
    heads: int = 0
    lists: bool = False
    folded: int = 0
    terse: bool = False
    bars: tuple[Bar, ...] = ()
    scale: Scale = Scale(0, 1)

    @property
    def is_drawn(self) -> bool:
        """Whether there is a box or a bar: of a picture without them only its words are told."""
        return bool(self.nodes or self.bars)

    @property
    def file(self) -> str:
        """The name of its file: that of its view and, where a view may be of several things, of the first in it."""
        return (
            f"{self.view}-{self.bars[0].id.rpartition('/')[2]}" if self.layout == "curve" and self.bars else self.view
        )

    @property
    def arrows(self) -> tuple[Line, ...]:
        """The lines that are drawn as arrows: in columns, what hangs from what is said in words."""
        drawn = tuple(line for line in self.lines if line.shown == "line")
        if self.layout != "columns":
            return drawn
        above = {node.id for node in self.nodes if node.level < self.heads} - set(self.apart)
        return tuple(line for line in drawn if {line.source, line.target} <= above)

    def node(self, node: str) -> Node:
        """Return a thing by its id."""
        return next(each for each in self.nodes if each.id == node)
