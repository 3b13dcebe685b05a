"""Pages as HTML: a file for each in a folder, or all in one file that shows one at a time."""

from __future__ import annotations

import os.path
import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ssp_graph import outputs
from ssp_graph.outputs.csv import render as csv
from ssp_graph.outputs.forms import as_sheet
from ssp_graph.outputs.forms.manuscript import Manuscript, Paragraph
from ssp_graph.outputs.templating import environment
from ssp_graph.outputs.xlsx import render as xlsx
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.options import Options
from ssp_graph.pictures.painting.svg import anchor, svg
from ssp_graph.pictures.sheets.fitting import whole
from ssp_graph.site.linking import Links
from ssp_graph.site.page import START, WORDS, Page
from ssp_graph.site.pages import Site
from ssp_graph.words import about

Progress = Callable[[int, int], object]
STYLE, SCRIPT = "site.css", "site.js"
_HEADER = (START, "themes", "gaps", "questions", "find", "about")
_HREF = re.compile(r'(?<=xlink:href=")#(thing-[^"]*)(?=")')
_NEEDLESS = re.compile(r"</(?:td|th|tr|li)>\s*|(?<=>)\n+(?=<)|(?<=\n)\s+")  # end tags that HTML lets one leave out
_QUOTED = re.compile(r'<a href="(#[a-z0-9/-]+)">')
_LEAN: dict[str, Any] = {"lean": True, "one_file": True}
_IN_ONE_FILE = frozenset({"structure", "mapping"})  # the pictures that the one file has room for


def rendered(site: Site, progress: Progress | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a site in a folder by their paths, with tables as CSV and Excel."""
    links = Links(site.plan, site.pages.values(), site.places)
    template = environment().get_template("site.html.j2")
    for place, page in enumerate(site.pages.values(), 1):
        href = _relative(page.address)
        text = template.render(
            _shared(site, links, page, href),
            root="../" * page.address.count("/"),
            next_number=_counter(),
            drawn=_drawn(page.diagram, site, href, 1) if page.diagram else "",
        )
        yield f"{page.address}.html", text.encode()
        if page.table:
            sheet = as_sheet(page.table)
            yield f"{page.address}.csv", csv(sheet)
            yield f"{page.address}.xlsx", xlsx(sheet)
        if progress:
            progress(place, len(site.pages))
    yield STYLE, _look().encode()
    yield SCRIPT, _asset(SCRIPT).encode()


def one_file(site: Site, progress: Progress | None = None) -> bytes:
    """Return a site as a single page in which each page is a part; the style shows the one that is asked for."""
    links = Links(site.plan, site.pages.values(), site.places)
    template = environment().get_template("site-part.html.j2")
    numbers, parts, fragment = _counter(), [], _fragments(site)
    for place, page in enumerate(site.pages.values(), 1):
        shown = page.diagram if page.diagram and page.address in _IN_ONE_FILE else None
        drawn = _drawn(shown, site, fragment, place) if shown else ""
        told = _shared(site, links, page, fragment) | {"manuscript": _in_one_file(page.manuscript)}
        parts.append(template.render(told, id=fragment(page.address)[1:], next_number=numbers, drawn=drawn, **_LEAN))
        if progress:
            progress(place, len(site.pages))
    script = _asset(SCRIPT)
    text = (
        environment()
        .get_template("site-file.html.j2")
        .render(
            _shared(site, links, site.pages[START], fragment),
            parts=Markup(_QUOTED.sub(r"<a href=\1>", _NEEDLESS.sub("", "".join(parts)))),  # noqa: S704 - our own pages
            look=Markup(_look()),  # noqa: S704 - our own style
            script=Markup(script),  # noqa: S704 - our own script
            digest=b64encode(sha256(script.encode()).digest()).decode(),
            about=about(site.plan.heading("")),
            **_LEAN,
        )
    )
    return text.encode()


def _shared(site: Site, links: Links, page: Page, href: Callable[[str], str]) -> dict[str, Any]:
    above = [(href(each), site.pages[each].title) for each in page.above if each in site.pages]
    start = [(href(START), "Start")] if page.address != START else []
    return {
        "page": page,
        "manuscript": page.manuscript,
        "name": site.name,
        "note": site.note,
        "crumbs": [*start, *above],
        "header": [(href(each), site.pages[each].title if each != START else "Start") for each in _HEADER],
        "href": href,
        "linked": links.on(page, href),
        "one_file": False,
    }


def _counter() -> Callable[[], int]:
    numbers = count(1)
    return lambda: next(numbers)


def _relative(here: str) -> Callable[[str], str]:
    folder = os.path.dirname(here)  # noqa: PTH120 - addresses, no files
    return lambda address: os.path.relpath(f"{address}.html", folder or ".").replace(os.sep, "/")


def _fragments(site: Site) -> Callable[[str], str]:
    """Return what makes an address a fragment: without the id of the first register, and short for its pages."""
    first = f"{site.plan.named[0]}/"
    document = site.plan.named_registers[0].document
    paged = f"{document.replace(':', '/', 1)}/page-" if document else "\0"
    return lambda address: f"#{address.replace(paged, 'p', 1).removeprefix(first)}"


def _in_one_file(manuscript: Manuscript) -> Manuscript:
    """Return a manuscript without what the one file says elsewhere: register and day, and the words of each source."""
    sections = tuple(each for each in manuscript.sections if each.heading != WORDS)
    several = any(section.heading == "Sources" for section in sections)
    kept = tuple(each for each in manuscript.blocks if not (isinstance(each, Paragraph) and each.role == "about"))
    return replace(manuscript, sections=sections, blocks=manuscript.blocks if several else kept)


def _asset(name: str) -> str:
    return (Path(outputs.__file__).parent / "templates" / name).read_text(encoding="utf-8")


def _look() -> str:
    return f"{_asset('page.css')}{_asset(STYLE)}"


def _drawn(diagram: Diagram, site: Site, href: Callable[[str], str], number: int) -> Markup:
    """Return a picture with its boxes linked to the pages of what they stand for."""
    if not diagram.nodes:
        return Markup("")
    drawing, _ = whole(diagram, Options(page=""))
    known: Mapping[str, str] = {anchor(page.id): page.address for page in site.pages.values()}
    text = svg(diagram, drawing, "", number=number, within=True).decode()
    return Markup(_HREF.sub(lambda match: href(known[match[1]]), text))  # noqa: S704 - our own picture
