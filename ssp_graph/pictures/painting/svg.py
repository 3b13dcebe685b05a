"""SVG that a browser, a screen reader and a word processor can use: each box and line with its title, boxes linked.

Graphviz paints; here its names become ours, its letters are set where every machine shows them alike, and the
picture gets a title and a description.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.pictures.diagram import Diagram, Line, Node
from ssp_graph.pictures.layout.drawing import Drawing, PlacedBox, PlacedLine
from ssp_graph.pictures.layout.lettering import LEADING, STACK
from ssp_graph.pictures.painting.paint import painted
from ssp_graph.words import clean

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_MOST = 5  # disputed lines that a description names
_BASELINE = 0.97  # of the type size, from the top of a line of text


def anchor(node: str) -> str:
    """Return the name that a thing has on the html page, for links to it."""
    return f"thing-{re.sub(r'[^A-Za-z0-9.-]', '.', node)}"


def alternative(diagram: Diagram) -> str:
    """Return the text that stands for a picture where it cannot be seen."""
    return clean(f"{diagram.heading.title}. {diagram.summary}".strip())


def svg(diagram: Diagram, drawing: Drawing, page: str | None, *, number: int = 1, within: bool = False) -> bytes:
    """Return a drawing as SVG. `page` is the html page that boxes link to: empty for this one, None for no links.

    `number` keeps the names of several pictures on one page apart. `within` is for a picture that stands in a page:
    its boxes can then be reached one by one, which a picture of its own, read as a single image, does not offer.
    """
    register_namespace("", _SVG[1:-1])
    register_namespace("xlink", _XLINK[1:-1])
    root = fromstring(painted(drawing, "svg"))  # noqa: S314 - Graphviz wrote it a moment ago
    _framed(root, diagram, drawing, number, within=within)
    (canvas,) = root.findall(f"{_SVG}g")
    for each in ("id", "class"):
        canvas.attrib.pop(each, None)
    canvas.set("font-family", STACK)
    for part in canvas:
        name = part.get("id", "") if part.get("class") == "edge" else part.findtext(f"{_SVG}title", "")
        if name.startswith("b"):
            _box(part, drawing.boxes[int(name[1:])], drawing, page)
        elif name.startswith("l"):
            _line(part, drawing.lines[int(name[1:])])
    for text in root.iter(f"{_SVG}text"):
        text.attrib.pop("font-family", None)
        text.attrib.pop(f"{_XML}space", None)
    data: bytes = tostring(root, encoding="utf-8", xml_declaration=not within)
    return data


def _framed(root: Element, diagram: Diagram, drawing: Drawing, number: int, *, within: bool) -> None:
    """Give the whole its size, its title and its description."""
    title, about = (f"picture-{number}-{part}" for part in ("title", "about"))
    root.attrib |= {
        "width": f"{drawing.width:.0f}pt",
        "height": f"{drawing.height:.0f}pt",
        "viewBox": f"0 0 {drawing.width:.2f} {drawing.height:.2f}",
        "role": "group" if within else "img",
        "aria-labelledby": title,
        "aria-describedby": about,
    }
    told = (alternative(diagram), *(() if within else _details(diagram)))
    parts = (("title", title, clean(diagram.heading.title)), ("desc", about, " ".join(told)))
    for place, (tag, name, text) in enumerate(parts):
        part = Element(f"{_SVG}{tag}", id=name)
        part.text = text
        root.insert(place, part)


def _details(diagram: Diagram) -> Iterator[str]:
    """Yield what stands out: the lines by what they say, on what basis, and what is missing."""
    verbs: dict[str, list[Line]] = {}
    for line in (line for line in diagram.lines if line.type in RELATIONSHIPS):  # a count states nothing
        verbs.setdefault(clean(line.verb), []).append(line)
    if verbs:
        yield f"What it states: {'; '.join(f'“{verb}” {_counted(lines)}' for verb, lines in verbs.items())}."
    if disputed := [_told(line) for line in diagram.lines if line.disputed]:
        more = f" And {len(disputed) - _MOST} more." if len(disputed) > _MOST else ""
        yield f"Disputed: {' '.join(disputed[:_MOST])}{more}"
    if holes := Counter(clean(hole.text) for hole in diagram.holes):
        yield f"Missing or unknown: {'; '.join(f'“{text}” {number}' for text, number in holes.items())}."


def _told(line: Line) -> str:
    return clean(f"{line.sentence.rstrip('.')}{' (inferred)' if line.basis == 'inferred' else ''}.")


def _counted(lines: Sequence[Line]) -> str:
    counts = {"inferred": sum(line.basis == "inferred" for line in lines)}
    counts["disputed"] = sum(line.disputed for line in lines)
    marks = ", ".join(f"{number} {word}" for word, number in counts.items() if number)
    return f"{len(lines)} ({marks})" if marks else str(len(lines))


def _box(part: Element, placed: PlacedBox, drawing: Drawing, page: str | None) -> None:
    box, size = placed.box, drawing.size
    texts = part.findall(f".//{_SVG}text")
    lead = size * LEADING
    first = placed.y - drawing.height - len(texts) * lead / 2  # Graphviz counts upwards from the foot
    for row, text in enumerate(texts):
        text.set("text-anchor", "start" if placed.left else "middle")
        text.set("x", f"{placed.x - box.width / 2 + 6 if placed.left else placed.x:.2f}")
        text.set("y", f"{first + row * lead + size * _BASELINE:.2f}")
    marks = {"class": placed.kind} | ({"data-id": box.id} if placed.kind not in ("sample", "word") else {})
    _marked(part, placed.tip, marks)
    if page is not None and placed.kind == "thing" and not box.id.endswith(Node.MORE):  # all but its title leads there
        inner = [child for child in part if child.tag != f"{_SVG}title"]
        for child in inner:
            part.remove(child)
        SubElement(part, f"{_SVG}a", {f"{_XLINK}href": f"{page}#{anchor(box.id)}"}).extend(inner)


def _line(part: Element, placed: PlacedLine) -> None:
    line = placed.line
    if line is None:
        marks = {"class": "gap", "data-hole": placed.hole} if placed.hole else {"class": "sample"}
    else:
        marks = {"class": "line"}
        marks |= {f"data-{name}": getattr(line, name) for name in ("source", "target", "type", "basis")}
        marks |= {"data-line": line.id} | ({"data-disputed": "yes"} if line.disputed else {})
    _marked(part, placed.tip, marks)


def _marked(part: Element, tip: str, marks: Mapping[str, str]) -> None:
    """Give a part of the picture its title, and our marks in place of Graphviz's names."""
    title = part.find(f"{_SVG}title")
    if title is not None:
        title.text = tip
    part.attrib.pop("id", None)
    part.attrib |= marks
