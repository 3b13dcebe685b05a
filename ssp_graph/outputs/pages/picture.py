"""One self-contained page for a picture: the picture, one to explore, and the same facts as a list and as a table.

It asks nothing of the network, and without scripts the picture, the list and the table remain.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import count
from pathlib import Path

from ssp_graph.outputs.forms.citing import Citing, citing
from ssp_graph.outputs.forms.frame import closing, opening
from ssp_graph.outputs.forms.manuscript import Grid
from ssp_graph.outputs.pages.interactive import scripts
from ssp_graph.outputs.templating import environment
from ssp_graph.pictures.diagram import Diagram, Fact, Line, Node
from ssp_graph.pictures.layout.options import Options
from ssp_graph.pictures.layout.pages import pages, whole
from ssp_graph.pictures.painting.svg import anchor, svg
from ssp_graph.results import SourceRef
from ssp_graph.words import clean, sentence

_EXPLORING = Path(__file__).parent.parent / "templates" / "explore.js"
_SWITCHED_ON = 'document.documentElement.classList.add("scripted");'


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence in the list with its source, and whether it says what is missing."""

    text: str
    detail: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class _Thing:
    """A thing in the list."""

    anchor: str
    name: str
    word: str
    kind: str
    statements: tuple[_Statement, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """A part of the list with its heading."""

    heading: str
    things: tuple[_Thing, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet of the picture: its SVG, and how it lies on paper."""

    svg: str
    lies: str
    label: str


def picture_page(diagram: Diagram, options: Options | None = None) -> bytes:
    """Return the page of a picture in UTF-8."""
    options = replace(options or Options(), page="")
    cite = citing(_all_sources(diagram))
    sheets = [
        _Sheet(
            svg(diagram, drawing, options.page, number=number, within=True).decode(),
            "wide" if drawing.width > drawing.height else "tall",
            f"Picture{f', page {number}' if number > 1 else ''}",
        )
        for number, drawing in enumerate(pages(diagram, options), 1)
    ]
    # the widest paper leaves the fewest rows, as a screen does
    found = scripts(diagram, whole(diagram, replace(options, size="a3"))[0]) if diagram.nodes else None
    running = [_SWITCHED_ON, found.library, found.picture, _EXPLORING.read_text(encoding="utf-8")] if found else []
    numbers = count(1)
    template = environment().get_template("diagram.html.j2")
    text = template.render(
        title=clean(diagram.heading.title),
        opening=opening(diagram.heading, cite),
        closing=closing(diagram.heading.notes, cite),
        empty="" if diagram.nodes else clean(diagram.empty),
        sheets=sheets,
        kinds=_kinds(diagram),
        groups=list(_groups(diagram, cite)),
        table=_table(diagram, cite),
        scripts=running,
        hashes=" ".join(f"'sha256-{_hash(script)}'" for script in running),
        next_number=lambda: next(numbers),
    )
    return text.encode()


def _hash(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()


def _all_sources(diagram: Diagram) -> Iterator[Sequence[SourceRef]]:
    for node in diagram.nodes:
        yield node.sources
        yield from (fact.sources for fact in node.facts)
    yield from (line.sources for line in diagram.lines)


def _kinds(diagram: Diagram) -> list[tuple[str, str]]:
    kinds = dict.fromkeys(node.kind for node in diagram.nodes)
    found = [(kind, kind.replace("-", " ")) for kind in kinds]
    return [*found, ("missing", "missing")] if diagram.holes and diagram.layout != "grid" else found


def _groups(diagram: Diagram, cite: Citing) -> Iterator[_Group]:
    """Yield the things under the picture's own headings, or under their kinds where it has none."""
    apart = frozenset(diagram.apart)
    headed: dict[str, list[Node]] = {}
    for node in sorted((node for node in diagram.nodes if node.id not in apart), key=lambda node: node.level):
        band = next((group.name for group in diagram.groups if group.first <= node.level <= group.last), "")
        headed.setdefault(band or _kind_heading(node), []).append(node)
    if diagram.apart:
        headed[diagram.apart_heading] = [diagram.node(node) for node in diagram.apart]
    for heading, nodes in headed.items():
        yield _Group(clean(heading), tuple(_thing(diagram, node, cite) for node in nodes))


def _kind_heading(node: Node) -> str:
    words = node.kind.replace("-", " ")
    return f"{words[0].upper()}{words[1:]}"


def _thing(diagram: Diagram, node: Node, cite: Citing) -> _Thing:
    told = [
        _Statement(sentence(fact.sentence) + (" (inferred)" if _is_to_mark(fact) else ""), cite.short(fact.sources))
        for fact in node.facts
    ]
    told += [
        _Statement(sentence(hole.sentence), "", missing=True)
        for hole in diagram.holes
        if hole.at == node.id or hole.id.endswith(f"#{node.id}")
    ]
    marks = ", ".join(mark for mark in (node.word, node.status) if mark)
    return _Thing(anchor(node.id), clean(node.name), clean(marks), node.kind, tuple(told))


def _is_to_mark(fact: Fact) -> bool:
    return fact.basis == "inferred" and "Inferred: " not in fact.sentence


def _table(diagram: Diagram, cite: Citing) -> Grid:
    names = {node.id: clean(node.name) for node in diagram.nodes}
    rows = [_row(line, cite) for line in diagram.lines]
    rows += [
        (names[hole.at], "", "", sentence(hole.sentence), "unknown" if hole.unknown else "missing", "")
        for hole in diagram.holes
    ]
    return Grid(
        "Every line of the picture, with its source",
        ("From", "Line", "To", "Statement", "Basis", "Source"),
        tuple(rows),
        empty="No lines are recorded.",
    )


def _row(line: Line, cite: Citing) -> tuple[str, ...]:
    told = any(each.startswith(line.basis) for each in line.cautions)  # with its reason
    basis = "; ".join(clean(part) for part in (*(() if told else (line.basis,)), *line.cautions))
    return (
        clean(line.source_name),
        clean(line.verb),
        clean(line.target_name),
        sentence(line.sentence),
        basis,
        cite.short(line.sources),
    )
