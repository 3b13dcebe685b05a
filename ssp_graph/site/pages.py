"""All pages of a site, put together from the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ssp_graph.engines import Engine, Rows
from ssp_graph.english import capital, counted
from ssp_graph.model.kinds import BY_KIND
from ssp_graph.outputs.forms.citing import citing
from ssp_graph.outputs.forms.frame import bound
from ssp_graph.outputs.forms.manuscript import Item, Listing, Section
from ssp_graph.papers import Paper
from ssp_graph.papers import paper as accountability
from ssp_graph.papers.answers import gathered
from ssp_graph.pictures.painting.svg import anchor
from ssp_graph.plan import Plan
from ssp_graph.questions.library import Library, library
from ssp_graph.results import Table
from ssp_graph.site.downloads import downloads_page
from ssp_graph.site.page import Page
from ssp_graph.site.questions import Asked, asked, question_pages
from ssp_graph.site.sources import Sources
from ssp_graph.site.start import start_page
from ssp_graph.site.things import thing_pages
from ssp_graph.site.wholes import matrix_sections, name_of, whole_pages

FIND = "find"


@dataclass(frozen=True)
class Site:
    """The pages of a site by their addresses, that where one starts first, and the plan that they answer from.

    `places` are the addresses of the pages of documents, by title and page. `paper` is to be taken away. `note` says
    why the day is another one.
    """

    plan: Plan
    pages: Mapping[str, Page]
    places: Mapping[tuple[str, int], str]
    asked: Asked
    paper: Paper
    note: str = ""

    @cached_property
    def anchored(self) -> Mapping[str, str]:
        """The addresses of pages by the anchors that pictures know them by."""
        return {anchor(page.id): page.address for page in self.pages.values()}

    @property
    def name(self) -> str:
        """Whose plans it is about."""
        return name_of(self.plan)


class _Once(Engine):
    """An engine that is put to each query only once: checks are counted, listed and told."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.name, self.shared = engine, engine.name, engine.shared
        self._known: dict[str, Rows] = {}

    def run(self, cypher: str, parameters: Mapping[str, object], at_most: int | None = None) -> Rows:
        key = repr((cypher, sorted(parameters.items())))
        if key not in self._known:
            self._known[key] = self.engine.run(cypher, parameters, at_most)
        return self._known[key]

    def close(self) -> None:
        self.engine.close()


def site(
    engine: Engine,
    plan: Plan,
    known: Library | None = None,
    changes: Sequence[Table] = (),
    *,
    by_person: bool = False,
    made: str = "",
) -> Site:
    """Return the site of the named registers on the plan's day.

    Args:
        engine: an engine that holds the plan's graph.
        plan: registers on a day.
        known: the questions, else the shipped ones.
        changes: what changed, by plan or by day, each compared already.
        by_person: whether attendance is told person by person, beside seat by seat.
        made: the day on which the site is made (`YYYY-MM-DD`), else the plan's day.

    Raises:
        WorkError: the engine cannot be reached.
    """
    known, once = known or library(), _Once(engine)
    answers = gathered(once, plan, known)
    every = asked(once, answers.plan, known, by_person=by_person)
    sources = Sources(answers.plan)
    pages = [
        *whole_pages(answers, every, changes),
        *question_pages(answers.plan, every, answers.summary),
        *(_completed(answers.plan, page, sources) for page in thing_pages(answers.plan, every.found())),
        *sources.pages(),
    ]
    pages.append(downloads_page(answers.plan, pages))
    pages.append(_find(answers.plan, pages))
    by_address = {page.address: page for page in pages}
    start = start_page(answers, every, by_address, made or plan.day)
    by_address = {start.address: start, **by_address}
    return Site(answers.plan, by_address, sources.addresses, every, accountability(once, plan, known), plan.note)


def _completed(plan: Plan, page: Page, sources: Sources) -> Page:
    """Return the page of a thing; that of a document leads to its pages, and that of a matrix begins with its table."""
    thing = plan[page.id]
    sections = page.manuscript.sections
    if thing.kind == "document":
        sections = (*sources.contents(thing), *sections)
        page = replace(page, documents=(page.title,) if len(page.documents) < 2 else page.documents)
    if thing.kind == "matrix":
        sections = (*matrix_sections(plan, thing), *sections)
    return replace(page, manuscript=replace(page.manuscript, sections=sections))


def _find(plan: Plan, pages: list[Page]) -> Page:
    """Return the list of everything that can be found, by kind: it is whole without scripts, and they search it."""
    kinds: dict[str, list[Item]] = {capital(kind.replace("-", " ")): [] for kind in BY_KIND}  # before questions
    for page in pages:
        if page.kind:
            words = "; ".join(page.words)
            kinds.setdefault(page.kind, []).append(Item(page.title, words, (page.id,)))
    sections = [Section(kind, (Listing(tuple(_ordered(items))),)) for kind, items in kinds.items() if items]
    number = sum(map(len, kinds.values()))
    heading = plan.heading(
        "Find",
        question="Where is a thing, a person or a question, by its name or by another name of it?",
        count=f"{counted(number, 'name')}.",
    )
    return Page(FIND, f"page:{FIND}", bound(heading, citing(()), (), sections), script="find")


def _ordered(items: list[Item]) -> Iterator[Item]:
    yield from sorted(items, key=lambda item: item.text.casefold())
