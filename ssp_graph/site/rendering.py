"""Pages as HTML: a file for each in a folder, or all in one file that shows one at a time."""

from __future__ import annotations

import os.path
import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from itertools import count
from typing import Any

from markupsafe import Markup

from ssp_graph.outputs.csv import render as csv
from ssp_graph.outputs.forms import as_sheet
from ssp_graph.outputs.templating import environment
from ssp_graph.outputs.xlsx import render as xlsx
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.options import Options
from ssp_graph.pictures.layout.pages import whole
from ssp_graph.pictures.painting.svg import anchor, svg
from ssp_graph.site.linking import Links
from ssp_graph.site.page import START, Page
from ssp_graph.site.pages import Site

Progress = Callable[[int, int], object]
STYLE, SCRIPT = "site.css", "site.js"
_HEADER = (START, "themes", "gaps", "questions", "find", "about")
_HREF = re.compile(r'(?<=xlink:href=")#(thing-[^"]*)(?=")')
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
    numbers, parts = _counter(), []
    for place, page in enumerate(site.pages.values(), 1):
        shown = page.diagram if page.diagram and page.address in _IN_ONE_FILE else None
        drawn = _drawn(shown, site, _fragment, place) if shown else ""
        parts.append(template.render(_shared(site, links, page, _fragment), next_number=numbers, drawn=drawn, one_file=True))
        if progress:
            progress(place, len(site.pages))
    script = _asset(SCRIPT)
    text = environment().get_template("site-file.html.j2").render(
        _shared(site, links, site.pages[START], _fragment),
        parts=Markup("".join(parts)),
        look=Markup(_look()),  # noqa: S704 - our own style
        script=Markup(script),  # noqa: S704 - our own script
        digest=b64encode(sha256(script.encode()).digest()).decode(),
        one_file=True,
    )
    return re.sub(r"\n\s*\n+", "\n", text).encode()


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
    return lambda address: f"{os.path.relpath(address, folder or '.')}.html".replace(os.sep, "/")


def _fragment(address: str) -> str:
    return f"#{address}"


def _asset(name: str) -> str:
    environment_ = environment()
    assert environment_.loader is not None
    return environment_.loader.get_source(environment_, name)[0]


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
