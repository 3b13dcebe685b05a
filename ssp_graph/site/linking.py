"""Where a text names a thing, a page of a document or a question, the page of it is one click away."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from markupsafe import Markup

from ssp_graph.model.kinds import BY_KIND
from ssp_graph.plan import Plan
from ssp_graph.site.page import Page
from ssp_graph.words import clean

_WORD = re.compile(r"[^\W_]+")
_PLACES = re.compile(r"\[(?P<document>\d+)\]|\bpp?\. (?P<pages>\d+(?:, \d+)*)")
_CITED = re.compile(r"\[\d+\]|pp?\. \d")
_WHEN_MEANT = frozenset({"place", "document"})  # their names stand in too many others to be linked wherever they stand


class _Named(NamedTuple):
    start: int
    end: int
    name: str


class Links:
    """The names of a site's pages. `address` turns the address of a page into what a link from another one says."""

    def __init__(self, plan: Plan, pages: Iterable[Page], places: Mapping[tuple[str, int], str]) -> None:
        """Take the things of the plan, the pages of the site, and the address of each page of a document."""
        self.places = places
        self.address = {page.id: page.address for page in pages}
        self.bearers: dict[str, list[str]] = {}
        things = sorted(
            plan.all_things(), key=lambda thing: (BY_KIND[thing.kind].meant, list(BY_KIND).index(thing.kind))
        )
        for thing in things:
            for name in dict.fromkeys((clean(plan.name(thing)), clean(thing.name))):
                self.bearers.setdefault(name, []).append(thing.id)
        self.quiet = {thing.id for thing in things if thing.kind in _WHEN_MEANT}
        for page in pages:
            if page.id not in plan:
                self.bearers.setdefault(page.title, []).append(page.id)
                self.quiet.add(page.id)
        self._by_words: dict[tuple[str, ...], list[tuple[int, str]]] = {}
        for name in sorted(self.bearers, key=len, reverse=True):
            if words := list(_WORD.finditer(name)):
                key = tuple(word[0] for word in words)
                for length in range(1, len(key)):
                    self._by_words.setdefault(key[:length], [])
                self._by_words.setdefault(key, []).append((words[0].start(), name))
        self._named = cache(self._names_in)

    def on(self, page: Page, href: Callable[[str], str], *, sparing: bool = False) -> Callable[..., Markup]:
        """Return what turns a text on a page into markup with links; its second argument are ids that it names.

        What else a text names is a link where the page names it first: a page of links alone is hard to read. A
        `sparing` page has one link to each, whatever names it, and one to each page of a document.
        """
        seen: set[str] = set()

        def linked(text: str, about: Sequence[str] = ()) -> Markup:
            if _CITED.match(text):
                return self._cited(text, page.documents, href, seen if sparing else set())
            parts, place = [], 0
            here: set[str] = set()
            for start, end, name in self._named(text):
                meant = self._meant(name, about, page)
                if meant is not None and meant not in (here if meant in about and not sparing else seen):
                    seen.add(meant)
                    here.add(meant)
                    parts += [_escaped(text[place:start]), _link(href(self.address[meant]), text[start:end])]
                    place = end
            return Markup("").join([*parts, _escaped(text[place:])])

        return linked

    def _meant(self, name: str, about: Collection[str], page: Page) -> str | None:
        """Return which of the bearers of a name is meant: one the row names, else one near, else the first."""
        among = self.bearers[name]
        for known in (about, page.near):
            if those := [each for each in among if each in known]:
                return those[0] if those[0] != page.id else None
        spoken = [each for each in among if each not in self.quiet]
        return spoken[0] if spoken and page.id not in among else None

    def _names_in(self, text: str) -> tuple[_Named, ...]:
        return tuple(self._names(text))

    def _names(self, text: str) -> Iterator[_Named]:
        place, words = 0, list(_WORD.finditer(text))
        said = tuple(word[0] for word in words)
        for number, word in enumerate(words):
            for before, name in reversed(list(self._begun_by(said, number))):
                start = word.start() - before
                end = start + len(name)
                if start >= place and text.startswith(name, start) and not text[end : end + 1].isalnum():
                    yield _Named(start, end, name)
                    place = end
                    break

    def _begun_by(self, words: tuple[str, ...], first: int) -> Iterator[tuple[int, str]]:
        """Yield the names that the words from the first on may be, the longest last, and where in each it stands."""
        for last in range(first + 1, len(words) + 1):
            if (names := self._by_words.get(words[first:last])) is None:
                return
            yield from reversed(names)

    def _cited(self, text: str, documents: Sequence[str], href: Callable[[str], str], seen: set[str]) -> Markup:
        """Return a citation with a link for each page not seen yet; a number in brackets says of which document."""
        title = documents[0] if len(documents) == 1 else ""
        parts, place = [], 0
        for match in _PLACES.finditer(text):
            if match["document"]:
                number = int(match["document"])
                title = documents[number - 1] if number <= len(documents) else ""
                if not text.startswith(" p", match.end()) and (document := self._document(title)):
                    parts += [_escaped(text[place : match.start()]), _link(href(document), match[0])]
                    place = match.end()
                continue
            parts.append(_escaped(text[place : match.start("pages")]))
            pages = match["pages"].split(", ")
            parts.append(Markup(", ").join(self._page(title, page, href, seen) for page in pages))
            place = match.end()
        return Markup("").join([*parts, _escaped(text[place:])])

    def _document(self, title: str) -> str | None:
        """Return the address of a document by its title."""
        found = next((each for each in self.bearers.get(title, ()) if ":document/" in each), None)
        return self.address[found] if found else None

    def _page(self, title: str, page: str, href: Callable[[str], str], seen: set[str]) -> Markup:
        address = self.places.get((title, int(page)))
        if address is None or address in seen:
            return _escaped(page)
        seen.add(address)
        return _link(href(address), page)


def _escaped(text: str) -> Markup:
    """Return a text as markup; it never stands in an attribute, so that quotation marks stay."""
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))  # noqa: S704 - just escaped


def _link(address: str, text: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, _escaped(text))
