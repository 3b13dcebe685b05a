"""Pages as HTML: a file for each in a folder, or all in one file that shows one at a time."""

from __future__ import annotations

import os.path
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ssp_graph import outputs
from ssp_graph.outputs.forms.manuscript import Item, Listing, Manuscript, Paragraph, Section
from ssp_graph.outputs.pages.picture import picture_page
from ssp_graph.outputs.templating import environment
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.options import Options
from ssp_graph.pictures.painting.svg import svg
from ssp_graph.pictures.sheets.fitting import whole
from ssp_graph.site.downloads import DOWNLOADS, FORMATS, WHOLE, table_files, whole_files
from ssp_graph.site.linking import Links
from ssp_graph.site.page import CHANGED, START, UP, WORDS, Page
from ssp_graph.site.pages import Site
from ssp_graph.words import about

Progress = Callable[[int, int], object]
STYLE, SCRIPT = "site.css", "site.js"
_HEADER = (START, CHANGED, "themes", "structure", "gaps", "questions", "find", "about")
_SHORT = {START: "Start", CHANGED: "What changed"}
_HREF = re.compile(r'(?<=xlink:href=")#(thing-[^"]*)(?=")')
# What HTML lets one leave out: end tags, spaces between tags, and the quotation marks of attributes.
_DATA = re.compile(r' data-[a-z-]+="[^"]*"')  # of a picture, for programs
_TAKEN = re.compile(r"all|index-wanted|wanted|find(?:ing|able)|found-count|(?:table|picture|filter)-.*")  # other ids
_FINE = re.compile(r' (?:d|points|x|y)="[^"]*"')
_HUNDREDTHS = re.compile(r"(?<=\.\d)\d+|\.0+(?=\D)")
_NEEDLESS = re.compile(
    r"</(?:td|th|tr|thead|tbody|li)>\s*|</p>(?=\s*</?(?:p|[uo]l|h\d|div|details|article)\b)|(?<=>)\n+(?=<)|(?<=\n)\s+"
)
_LONG = 24  # characters of a fragment, if so many tell it from all others
_TAG = re.compile(r"<[a-z][^>]*>")
_QUOTED = re.compile(r"""="([^\s"'=<>`]+)"(?=[ >])""")
_IN_ONE_FILE = "structure"  # the picture that the one file has room for


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
        if page.diagram and (address := _exploring(page)):
            to = _relative(address)
            above = [(to(each), site.pages[each].title) for each in (START, page.address)]
            within = {name: to(each) for name, each in site.anchored.items()}
            yield f"{address}.html", picture_page(page.diagram, above=above, pages=within)
        yield from table_files(page)
        if progress:
            progress(place, len(site.pages))
    yield from whole_files(site.plan, site.paper)
    yield STYLE, _look().encode()
    yield SCRIPT, _asset(SCRIPT).encode()


def one_file(site: Site, progress: Progress | None = None) -> bytes:
    """Return a site as a single page in which each page is a part; the style shows the one that is asked for."""
    links = Links(site.plan, site.pages.values(), site.places)
    template = environment().get_template("site-part.html.j2")
    numbers, parts, fragment = _counter(), [], _fragments(site)
    for place, page in enumerate(site.pages.values(), 1):
        shown = page.diagram if page.address.partition("/")[0] == _IN_ONE_FILE else None
        drawn = _drawn(shown, site, fragment, place) if shown else ""
        told = _shared(site, links, page, fragment, one_file=True) | {
            "manuscript": _in_one_file(page),
            "words": page.words[1:] if page.table else page.words,
        }
        parts.append(template.render(told, id=fragment(page.address)[1:], next_number=numbers, drawn=drawn))
        if progress:
            progress(place, len(site.pages))
    script = _asset(SCRIPT)
    text = (
        environment()
        .get_template("site-file.html.j2")
        .render(
            _shared(site, links, site.pages[START], fragment, one_file=True),
            parts=Markup(_slim("".join(parts))),  # noqa: S704 - our own pages
            look=Markup(_look()),  # noqa: S704 - our own style
            script=Markup(script),  # noqa: S704 - our own script
            digest=b64encode(sha256(script.encode()).digest()).decode(),
            about=about(site.plan.heading("")),
        )
    )
    return text.encode()


def _slim(text: str) -> str:
    return _TAG.sub(lambda tag: _QUOTED.sub(r"=\1", tag[0]), _NEEDLESS.sub("", text))


def _exploring(page: Page) -> str:
    """Return the address of the page on which one can look around in a picture, where there is one."""
    drawn = page.diagram is not None and page.diagram.nodes and page.diagram.view in ("structure", "theme")
    return f"explore/{page.address}" if drawn else ""


def _shared(
    site: Site, links: Links, page: Page, href: Callable[[str], str], *, one_file: bool = False
) -> dict[str, Any]:
    above = [(href(each), site.pages[each].title) for each in page.above if each in site.pages]
    start = [(href(START), "Start")] if page.address != START and not one_file else []
    listed = page.address == DOWNLOADS and not one_file
    return {
        "page": page,
        "manuscript": page.manuscript,
        "name": site.name,
        "note": site.note if len(site.plan.named) == 1 or page.address == START else "",
        "crumbs": [*start, *above],
        "header": [(href(each), _SHORT.get(each) or site.pages[each].title) for each in _HEADER if each in site.pages],
        "href": href,
        "linked": links.on(page, href, sparing=one_file),
        "one_file": one_file,
        "formats": FORMATS,
        "exploring": href(address) if not one_file and (address := _exploring(page)) else "",
        "whole": WHOLE if listed else {},
        "taken": [each for each in site.pages.values() if each.table] if listed else [],
        "lean": one_file,
    }


def _counter() -> Callable[[], int]:
    numbers = count(1)
    return lambda: next(numbers)


def _relative(here: str) -> Callable[[str], str]:
    folder = os.path.dirname(here)  # noqa: PTH120 - addresses, no files
    return lambda address: os.path.relpath(f"{address}.html", folder or ".").replace(os.sep, "/")


def _fragments(site: Site) -> Callable[[str], str]:
    """Return what makes an address a fragment: the first words of its last part, that part, or without the register."""
    first = f"{site.plan.named[0]}/"
    document = site.plan.named_registers[0].document
    paged = f"{document.replace(':', '/', 1)}/page-" if document else "\0"
    names: dict[str, tuple[str, ...]] = {}
    for address in site.pages:
        whole = address.replace(paged, "p", 1).removeprefix(first)
        last = whole.rpartition("/")[2]
        names[address] = (last if len(last) <= _LONG else last[: _LONG + 1].rpartition("-")[0] or last, last, whole)
    number = Counter(name for each in names.values() for name in set(each))

    def fragment(address: str) -> str:
        own = (name for name in names[address] if number[name] == 1 and not _TAKEN.fullmatch(name))
        return f"#{next(own, names[address][-1])}"

    return cache(fragment)


def _in_one_file(page: Page) -> Manuscript:
    """Return what a page says without what the one file says elsewhere: register, day, the words of each source."""
    manuscript = page.manuscript
    if page.script == "find":  # the pages themselves are searched
        return replace(manuscript, blocks=manuscript.blocks[:1], sections=(_WITHOUT_SCRIPTS,))
    if page.address == DOWNLOADS:
        return replace(manuscript, blocks=(*manuscript.blocks[:1], _BUTTONS), sections=())
    sections = tuple(_without_ways(page, each) for each in manuscript.sections if each.heading != WORDS)
    several = any(section.heading == "Sources" for section in sections)
    kept = tuple(each for each in manuscript.blocks if not (isinstance(each, Paragraph) and each.role == "about"))
    return replace(manuscript, sections=sections, blocks=manuscript.blocks if several else kept)


def _without_ways(page: Page, section: Section) -> Section:
    """Return a section or, of the ways up that are told on another page too, what they come to."""
    if section.heading != UP or not page.ways_at:
        return section
    answer = (each for each in section.blocks if isinstance(each, Paragraph) and each.role == "plain")
    return replace(section, blocks=(*answer, Paragraph(page.ways_at, "note")), sections=())


_BUTTONS = Paragraph(
    "A button beneath each table takes it away as CSV. A site in a folder offers Excel, JSON and a paper in Word, too."
)
_WITHOUT_SCRIPTS = Section(
    "Without a search",
    (Listing((Item("Everything by kind", about=("page:lists",)), Item("Questions", about=("page:questions",)))),),
)


def _asset(name: str) -> str:
    return (Path(outputs.__file__).parent / "templates" / name).read_text(encoding="utf-8")


def _look() -> str:
    return f"{_asset('page.css')}{_asset(STYLE)}"


def _drawn(diagram: Diagram, site: Site, href: Callable[[str], str], number: int) -> Markup:
    """Return a picture with its boxes linked to the pages of what they stand for."""
    if not diagram.is_drawn:
        return Markup("")
    drawing, _ = whole(diagram, Options(page="", size="a3" if diagram.view == "structure" else "screen"))
    text = svg(diagram, drawing, "", number=number, within=True).decode()
    bare = _FINE.sub(lambda place: _HUNDREDTHS.sub("", place[0]), _DATA.sub("", text))
    return Markup(_HREF.sub(lambda match: href(site.anchored[match[1]]), bare))  # noqa: S704 - our own picture
