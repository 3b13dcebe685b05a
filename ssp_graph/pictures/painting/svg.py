"""SVG that a browser, a screen reader and a word processor can use: each box and line with its title, boxes linked.

Graphviz paints; here its names become ours, its letters are set where every machine shows them alike, and the
picture gets a title and a description.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

from ssp_graph.pictures.diagram import Diagram, Line
from ssp_graph.pictures.layout.drawing import Drawing, PlacedBox, PlacedLine
from ssp_graph.pictures.layout.lettering import LEADING, STACK
from ssp_graph.pictures.painting.paint import painted
from ssp_graph.words import clean

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
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
    register_namespace("", _SVG)
    register_namespace("xlink", _XLINK)
    root = fromstring(painted(drawing, "svg"))  # noqa: S314 - Graphviz wrote it a moment ago
    _framed(root, diagram, drawing, number, within=within)
    canvas = root.find(_name("g"))
    if canvas is None:  # pragma: no cover - Graphviz always writes one
        return tostring(root)
    for each in ("id", "class"):
        canvas.attrib.pop(each, None)
    canvas.set("font-family", STACK)
    for part in list(canvas):
        title = part.find(_name("title"))
        if title is not None and (title.text or "").startswith("b"):
            _box(part, drawing.boxes[int((title.text or "b0")[1:])], drawing, page)
        elif part.get("class", "") == "edge":
            _line(part, drawing.lines[int(part.get("id", "l0")[1:])])
    for text in root.iter(_name("text")):
        text.attrib.pop("font-family", None)
        text.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
    data: bytes = tostring(root, encoding="utf-8", xml_declaration=not within)
    return data


def _name(tag: str) -> str:
    return f"{{{_SVG}}}{tag}"


def _framed(root: Element, diagram: Diagram, drawing: Drawing, number: int, *, within: bool) -> None:
    root.set("width", f"{drawing.width:.0f}pt")
    root.set("height", f"{drawing.height:.0f}pt")
    root.set("viewBox", f"0 0 {drawing.width:.2f} {drawing.height:.2f}")
    root.set("role", "group" if within else "img")
    root.set("aria-labelledby", f"picture-{number}-title")
    root.set("aria-describedby", f"picture-{number}-about")
    title, about = (
        Element(_name("title"), id=f"picture-{number}-title"),
        Element(_name("desc"), id=f"picture-{number}-about"),
    )
    title.text = clean(diagram.heading.title)
    about.text = alternative(diagram) if within else " ".join((alternative(diagram), *_details(diagram)))
    root.insert(0, title)
    root.insert(1, about)


def _details(diagram: Diagram) -> Iterator[str]:
    """Yield what stands out: the lines by what they say, on what basis, and what is missing."""
    verbs: dict[str, list[Line]] = {}
    for line in diagram.lines:
        verbs.setdefault(clean(line.verb), []).append(line)
    if verbs:
        yield f"What it states: {'; '.join(f'“{verb}” {_counted(lines)}' for verb, lines in verbs.items())}."
    if disputed := [_marked(line) for line in diagram.lines if line.disputed]:
        yield f"Disputed: {' '.join(disputed[:_MOST])}{_more(disputed)}"
    if holes := Counter(clean(hole.text) for hole in diagram.holes):
        yield f"Missing or unknown: {'; '.join(f'“{text}” {number}' for text, number in holes.items())}."


def _marked(line: Line) -> str:
    return clean(f"{line.sentence.rstrip('.')}{' (inferred)' if line.basis == 'inferred' else ''}.")


def _counted(lines: Sequence[Line]) -> str:
    marks = [
        f"{number} {word}"
        for word, number in (
            ("inferred", sum(line.basis == "inferred" for line in lines)),
            ("disputed", sum(line.disputed for line in lines)),
        )
        if number
    ]
    return f"{len(lines)} ({', '.join(marks)})" if marks else str(len(lines))


def _more(told: Sequence[str]) -> str:
    return f" And {len(told) - _MOST} more." if len(told) > _MOST else ""


def _box(part: Element, placed: PlacedBox, drawing: Drawing, page: str | None) -> None:
    box = placed.box
    texts = part.findall(f".//{_name('text')}")
    lead, size = drawing.size * LEADING, drawing.size
    first = placed.y - drawing.height - len(texts) * lead / 2  # Graphviz counts upwards from the foot
    for row, text in enumerate(texts):
        text.set("text-anchor", "start" if placed.left else "middle")
        text.set("x", f"{placed.x - box.width / 2 + 6 if placed.left else placed.x:.2f}")
        text.set("y", f"{first + row * lead + size * _BASELINE:.2f}")
    part.attrib.pop("id", None)
    title = part.find(_name("title"))
    if title is not None:
        title.text = placed.tip
    part.set("class", placed.kind)
    if placed.kind != "sample":
        part.set("data-id", box.id)
    if page is not None and placed.kind == "thing":
        _linked(part, f"{page}#{anchor(box.id)}")


def _linked(part: Element, address: str) -> None:
    """Put everything in a group but its title into a link."""
    inner = [child for child in part if child.tag != _name("title")]
    for child in inner:
        part.remove(child)
    link = SubElement(part, _name("a"), {f"{{{_XLINK}}}href": address})
    link.extend(inner)


def _line(part: Element, placed: PlacedLine) -> None:
    title = part.find(_name("title"))
    if title is not None:
        title.text = placed.tip
    part.attrib.pop("id", None)
    if placed.line is None:
        part.set("class", "gap" if placed.hole else "sample")
        if placed.hole:
            part.set("data-hole", placed.hole)
        return
    part.set("class", "line")
    for name in ("source", "target", "type", "basis"):
        part.set(f"data-{name}", getattr(placed.line, name))
    part.set("data-line", placed.line.id)
    if placed.line.disputed:
        part.set("data-disputed", "yes")
