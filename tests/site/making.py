"""Sites of invented partnerships, and what a reader can follow in them."""

from __future__ import annotations

import posixpath
from functools import cache
from html.parser import HTMLParser
from typing import NamedTuple

from ssp_graph.engines import open_engine
from ssp_graph.graph import Graph
from ssp_graph.plan import Plan
from ssp_graph.site import Site, one_file, rendered, site
from tests.making import invented

DAY = "2025-06-01"


def site_of(graph: Graph, day: str = DAY) -> Site:
    with open_engine("ladybug", graph) as engine:
        return site(engine, Plan(graph, day))


@cache
def exampleton() -> Site:
    return site_of(invented("exampleton-2024-27"))


@cache
def files() -> dict[str, bytes]:
    """Return the files of the site of Exampleton in a folder."""
    return dict(rendered(exampleton()))


@cache
def single() -> str:
    return one_file(exampleton()).decode()


class Read(NamedTuple):
    """The links of a page and the ids that links can lead to."""

    links: list[str]
    ids: list[str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "xlink:href", "src", "action"):
                self.links.append(value or "")


def read(text: str) -> Read:
    reader = _Reader()
    reader.feed(text)
    return Read(reader.links, reader.ids)


def led_to(here: str, link: str) -> tuple[str, str]:
    """Return the file that a link on a page leads to, and the place in it."""
    file, _, place = link.partition("#")
    return (posixpath.normpath(posixpath.join(posixpath.dirname(here), file)) if file else here), place
