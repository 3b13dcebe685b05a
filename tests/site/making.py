"""Sites of invented partnerships, and what a reader can follow in them."""

from __future__ import annotations

import posixpath
import random
from functools import cache
from html.parser import HTMLParser
from typing import NamedTuple

from ssp_graph.comparing.compare import compare
from ssp_graph.engines import open_engine
from ssp_graph.graph import Graph, load_graph
from ssp_graph.plan import Plan
from ssp_graph.shipped import shipped
from ssp_graph.site import Site, one_file, rendered, site
from tests.making import invented

DAY = "2025-06-01"
PLAN = "exampleton-2024-27"
SORTS = (
    "index",
    "themes",
    "structure",
    "people",
    "gaps",
    "questions",
    "mapping",
    "lists",
    "find",
    "words",
    "about",
    "changed",
    "downloads",
    "explore/structure",
    "list/action",
    "question/actions-without-owner",
    "question/actions-by-owner",
    f"{PLAN}/theme/safe-homes",
    f"{PLAN}/body/safer-board",
    f"{PLAN}/document/plan",
    f"{PLAN}/document/plan/page-12",
)
"""A page of each sort."""


@cache
def shipped_site() -> Site:
    """Return the site of the register that comes with the program."""
    return site_of(load_graph([shipped("seed") / "stockport-2018-21"], shipped("seed")), "2021-03-31")


def site_of(graph: Graph, day: str = DAY, since: str | None = None) -> Site:
    with open_engine("ladybug", graph) as engine:
        plan = Plan(graph, day)
        changes = [compare(Plan(graph, since), plan, (engine, engine))] if since else []
        return site(engine, plan, changes=changes)


@cache
def exampleton() -> Site:
    return site_of(invented(PLAN), since="2024-04-01")


@cache
def files() -> dict[str, bytes]:
    """Return the files of the site of Exampleton in a folder."""
    return dict(rendered(exampleton()))


@cache
def single() -> str:
    return one_file(exampleton()).decode()


def by_lot() -> list[str]:
    """Return fifty pages, any of them."""
    names = sorted(name.removesuffix(".html") for name in files() if name.endswith(".html"))
    return random.Random(15).sample(names, 50)  # noqa: S311 - any will do


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
