"""What stands on each page of each document: every fact whose source is there, with the words that it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from ssp_graph.answers.sentences import sentence
from ssp_graph.answers.show import what_is
from ssp_graph.english import capital, counted, stopped
from ssp_graph.outputs.forms.citing import citing
from ssp_graph.outputs.forms.frame import bound
from ssp_graph.outputs.forms.manuscript import Item, Listing, Section
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.site.page import Page, of_its_own, slug
from ssp_graph.words import clean


class _Told(NamedTuple):
    """A fact: what it is about, what is said of that, and the ids of both ends."""

    subject: str
    text: str
    ends: tuple[str, ...]


class Sources:
    """The facts that stand on each page of each document, by the document's title: registers may share one."""

    def __init__(self, plan: Plan) -> None:
        """Take all that is loaded, in force on the day or not."""
        self.plan = plan
        self.documents: dict[str, Thing] = {}
        for document in sorted(plan.all_things("document"), key=lambda each: not plan.is_named(each)):
            self.documents.setdefault(clean(document.name), document)
        self.facts: dict[tuple[str, int], dict[str, list[_Told]]] = {}
        every = plan.at_any_time
        for thing in every.all_things():
            self._take(thing, (thing.id,), None)
            for edge in every.out(thing):
                self._take(edge, (edge.source.id, edge.target.id), edge)

    def _take(self, fact: Thing | Edge, ends: tuple[str, ...], edge: Edge | None) -> None:
        of = self.plan[ends[0]]
        text = sentence(self.plan, edge) if edge else what_is(self.plan, [of])
        subject = capital(self.plan.called(of) if edge else self.plan.quoted(of))
        marked = f"{text.removesuffix('.')} (inferred)" if fact.inferred else text
        told = _Told(clean(subject), stopped(clean(marked.removeprefix(f"{subject} "))), ends)
        for source in fact.sources:
            key = (clean(source.get("title") or ""), source.get("page") or 0)
            words = clean(source.get("anchor") or source.get("part") or "")
            self.facts.setdefault(key, {}).setdefault(words, []).append(told)

    @cached_property
    def addresses(self) -> dict[tuple[str, int], str]:
        """Return the address of the page for each page of a document that something stands on."""
        return {
            (title, page): f"{slug(self.documents[title])}/page-{page}"
            for title, page in self.facts
            if title in self.documents and page
        }

    def pages(self) -> Iterator[Page]:
        """Yield a page for each page of a document that something stands on."""
        for (title, number), address in self.addresses.items():
            heading = self.plan.heading(
                _titled(number, title),
                question="What is recorded from this page, by the words that it stands on?",
                count=f"{counted(self._number(title, number), 'fact')}.",
            )
            items = [_item(words, facts) for words, facts in self.facts[title, number].items()]
            document = self.documents[title]
            heading = of_its_own(heading, self.plan, document)
            yield Page(
                address,
                f"page:{address}",
                bound(heading, citing(()), (Listing(tuple(items)),)),
                (f"list/{document.kind}", slug(document)),
                kind="Page",
            )

    def _number(self, title: str, page: int) -> int:
        return sum(map(len, self.facts[title, page].values()))

    def contents(self, document: Thing) -> list[Section]:
        """Return the section of a document's own page that leads to what stands on each of its pages."""
        title = clean(document.name)
        places = sorted(page for name, page in self.addresses if name == title)
        items = [
            Item(
                _titled(place, title),
                counted(self._number(title, place), "fact"),
                (f"page:{self.addresses[title, place]}",),
            )
            for place in places
        ]
        return [Section("Page by page", (Listing(tuple(items)),))] if items else []


def _titled(page: int, title: str) -> str:
    return f"Page {page} of {title}"


def _item(words: str, facts: list[_Told]) -> Item:
    """Return the facts that stand on the same words, after one another; a subject is named once."""
    about = dict.fromkeys(each for fact in facts for each in fact.ends)
    last = ("", *(fact.ends[0] for fact in facts))
    told = (
        capital(fact.text) if fact.ends[0] == one else f"{fact.subject} {fact.text}"
        for one, fact in zip(last, facts, strict=False)
    )
    return Item(" ".join(told), f"“{words}”" if words else "", tuple(about))
