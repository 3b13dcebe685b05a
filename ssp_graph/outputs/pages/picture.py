"""One self-contained page for a picture: the picture, one to explore, and the same facts as a list and as a table.

It asks nothing of the network, and without scripts the picture, the list and the table remain.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from ssp_graph.english import capital
from ssp_graph.outputs.forms.citing import Citing, citing
from ssp_graph.outputs.forms.frame import closing, opening
from ssp_graph.outputs.forms.manuscript import Grid
from ssp_graph.outputs.pages.interactive import scripts
from ssp_graph.outputs.templating import environment
from ssp_graph.pictures.diagram import Diagram, Line, Node
from ssp_graph.pictures.layout.options import Options
from ssp_graph.pictures.layout.pages import pages, whole
from ssp_graph.pictures.painting.svg import anchor, svg
from ssp_graph.results import SourceRef
from ssp_graph.words import clean, sentence

_EXPLORING = Path(__file__).parent.parent / "templates" / "explore.js"
_SWITCHED_ON = 'document.documentElement.classList.add("scripted");'


def picture_page(diagram: Diagram, options: Options | None = None) -> bytes:
    """Return the page of a picture in UTF-8."""
    options = replace(options or Options(), page="")
    cite = citing(_all_sources(diagram))
    # the widest paper leaves the fewest rows, as a screen does
    found = scripts(diagram, whole(diagram, replace(options, size="a3"))[0]) if diagram.nodes else ()
    running = [_SWITCHED_ON, *found, _EXPLORING.read_text(encoding="utf-8")] if found else []
    hashes = (b64encode(sha256(script.encode()).digest()).decode() for script in running)
    numbers = count(1)
    template = environment().get_template("diagram.html.j2")
    text = template.render(
        title=clean(diagram.heading.title),
        opening=opening(diagram.heading, cite),
        closing=closing(diagram.heading.notes, cite),
        empty="" if diagram.nodes else clean(diagram.empty),
        sheets=[
            {
                "svg": svg(diagram, drawing, options.page, number=number, within=True).decode(),
                "lies": "wide" if drawing.width > drawing.height else "tall",
                "label": f"Picture, page {number}" if number > 1 else "Picture",
            }
            for number, drawing in enumerate(pages(diagram, options), 1)
        ],
        kinds=_kinds(diagram),
        groups={
            clean(heading): [_thing(diagram, node, cite) for node in nodes]
            for heading, nodes in _groups(diagram).items()
        },
        table=_table(diagram, cite),
        scripts=running,
        hashes=" ".join(f"'sha256-{each}'" for each in hashes),
        next_number=lambda: next(numbers),
    )
    return text.encode()


def _all_sources(diagram: Diagram) -> Iterator[Sequence[SourceRef]]:
    for node in diagram.nodes:
        yield node.sources
        yield from (statement.sources for statement in node.statements)
    yield from (line.sources for line in diagram.lines)


def _kinds(diagram: Diagram) -> dict[str, str]:
    """Return the kinds in a picture, each in words."""
    kinds = {node.kind: node.kind_in_words for node in diagram.nodes}
    return kinds | ({"missing": "missing"} if diagram.holes and diagram.layout != "grid" else {})


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
        "kind": node.kind,
        "statements": told,
    }


def _table(diagram: Diagram, cite: Citing) -> Grid:
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


def _cells(line: Line, cite: Citing) -> tuple[str, ...]:
    told = any(each.startswith(line.basis) for each in line.cautions)  # with its reason
    basis = "; ".join(clean(part) for part in (*(() if told else (line.basis,)), *line.cautions))
    names = (clean(text) for text in (line.source_name, line.verb, line.target_name))
    return (*names, sentence(line.sentence), basis, cite.short(line.sources))
