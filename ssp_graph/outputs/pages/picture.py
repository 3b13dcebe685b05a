"""One self-contained page for a picture: the picture to explore, with a panel beside it, a list and a table.

It asks nothing of the network, and without scripts the picture, the list and the table remain.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from ssp_graph.english import capital
from ssp_graph.outputs.forms.citing import Citing, citing
from ssp_graph.outputs.forms.frame import closing, opening
from ssp_graph.outputs.forms.manuscript import Grid
from ssp_graph.outputs.templating import environment
from ssp_graph.pictures.diagram import Diagram, Line, Node
from ssp_graph.pictures.layout.options import Options
from ssp_graph.pictures.painting.svg import anchor, svg
from ssp_graph.pictures.sheets.fitting import whole
from ssp_graph.results import SourceRef
from ssp_graph.words import clean, sentence

_EXPLORING = Path(__file__).parent.parent / "templates" / "explore.js"


def picture_page(
    diagram: Diagram,
    options: Options | None = None,
    above: Sequence[tuple[str, str]] = (),
    pages: Mapping[str, str] | None = None,
) -> bytes:
    """Return the page of a picture in UTF-8.

    Of a site, `above` are the addresses and titles of pages that it stands under, and `pages` the addresses of the
    pages of things by their anchors.
    """
    pages = pages or {}
    options = replace(options or Options(), page="", size="screen")
    cite = citing(_all_sources(diagram))
    running = _EXPLORING.read_text(encoding="utf-8") if diagram.nodes else ""
    numbers = count(1)
    drawing, _ = whole(diagram, options)
    template = environment().get_template("diagram.html.j2")
    text = template.render(
        title=clean(diagram.heading.title),
        above=above,
        opening=opening(diagram.heading, cite),
        closing=closing(diagram.heading.notes, cite),
        empty="" if diagram.nodes or diagram.bars else clean(diagram.empty),
        chart=bool(diagram.bars),
        svg=svg(diagram, drawing, options.page, within=True).decode(),
        groups={
            clean(heading): [_thing(diagram, node, cite) for node in nodes]
            for heading, nodes in _groups(diagram).items()
        },
        table=_table(diagram, cite),
        pages=pages,
        known=_inline(json.dumps(_known(diagram, pages), ensure_ascii=False, separators=(",", ":"))),
        script=running,
        hash=b64encode(sha256(running.encode()).digest()).decode(),
        next_number=lambda: next(numbers),
    )
    return text.encode()


def _inline(text: str) -> str:
    """Return JSON that nothing in it can end before its end."""
    return text.replace("<", "\\u003c")


def _known(diagram: Diagram, pages: Mapping[str, str]) -> dict[str, Any]:
    """Return what the page's script knows: the names of things, and every line with its verbs and its sentence."""
    names = {node.id: node.name for node in diagram.nodes}
    names |= {
        end: name
        for line in diagram.lines
        for end, name in ((line.source, line.source_name), (line.target, line.target_name))
        if end not in names
    }
    lines = {line.id: line for line in diagram.lines}.values()
    return {
        "names": {anchor(node): clean(name) for node, name in names.items()},
        "pages": {anchor(node): pages[anchor(node)] for node in names if anchor(node) in pages},
        "lines": [
            [
                anchor(line.source),
                anchor(line.target),
                clean(capital(line.verb)),
                clean(capital(line.back)),
                sentence(line.sentence),
            ]
            for line in lines
        ],
    }


def _all_sources(diagram: Diagram) -> Iterator[Sequence[SourceRef]]:
    for node in diagram.nodes:
        yield node.sources
        yield from (statement.sources for statement in node.statements)
    yield from (line.sources for line in diagram.lines)


def _groups(diagram: Diagram) -> dict[str, list[Node]]:
    """Return the things under the picture's own headings, or under their kinds where it has none."""
    apart = frozenset(diagram.apart)
    headed: dict[str, list[Node]] = {}
    for node in sorted((node for node in diagram.nodes if node.id not in apart), key=lambda node: node.level):
        band = next((band.name for band in diagram.bands if node.level in band), "")
        headed.setdefault(band or capital(node.kind_in_words), []).append(node)
    return headed | ({diagram.apart_heading: [diagram.node(node) for node in diagram.apart]} if apart else {})


def _thing(diagram: Diagram, node: Node, cite: Citing) -> dict[str, Any]:
    """Return a thing as it stands in the list, with its sentences, their sources, and what is missing at it."""
    told = []
    for each in node.statements:
        text, marked = sentence(each.sentence), each.basis == "inferred" and "Inferred: " not in each.sentence
        source = cite.short(each.sources)
        told.append({"text": f"{text} (inferred)" if marked else text, "detail": source, "missing": False})
    told += [
        {"text": sentence(hole.sentence), "detail": "", "missing": True}
        for hole in diagram.holes
        if hole.at == node.id or hole.id.endswith(f"#{node.id}")
    ]
    return {
        "anchor": anchor(node.id),
        "name": clean(node.name),
        "word": clean(", ".join(filter(None, (node.word, node.status)))),
        "statements": told,
    }


def _table(diagram: Diagram, cite: Citing) -> Grid:
    """Return the same facts as a table: a chart's numbers, the cells of a grid, or every line with its source."""
    if diagram.bars:
        rows = tuple((clean(bar.name), clean(bar.words)) for bar in diagram.bars)
        before = ("", *(bar.group for bar in diagram.bars))
        heads = {place: bar.group for place, bar in enumerate(diagram.bars) if bar.group != before[place]}
        return Grid("The same in numbers", ("What", "Number or time"), rows, heads=heads)
    return _cells_of_a_grid(diagram, cite) if diagram.layout == "grid" else _lines(diagram, cite)


def _lines(diagram: Diagram, cite: Citing) -> Grid:
    names = {node.id: clean(node.name) for node in diagram.nodes}
    rows = [_cells(line, cite) for line in diagram.lines]
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


def _cells_of_a_grid(diagram: Diagram, cite: Citing) -> Grid:
    """Return a matrix as it is: themes down, boards across, and in each cell its words and their source."""
    boards = [node for node in diagram.nodes if node.level == 0]
    told = {(line.target, line.source): f"{capital(line.verb)}. {cite.short(line.sources)}" for line in diagram.lines}
    missing = {hole.id: hole.text for hole in diagram.holes}
    rows = tuple(
        (
            clean(theme.name),
            *(clean(told.get((theme.id, board.id), missing.get(f"{theme.id}#{board.id}", ""))) for board in boards),
        )
        for theme in diagram.nodes
        if theme.level
    )
    return Grid(
        "Every cell of the matrix, with its source",
        ("Theme", *(clean(board.name) for board in boards)),
        rows,
        empty="No theme.",
    )


def _cells(line: Line, cite: Citing) -> tuple[str, ...]:
    told = any(each.startswith(line.basis) for each in line.cautions)  # with its reason
    basis = "; ".join(clean(part) for part in (*(() if told else (line.basis,)), *line.cautions))
    names = (clean(text) for text in (line.source_name, line.verb, line.target_name))
    return (*names, sentence(line.sentence), basis, cite.short(line.sources))
