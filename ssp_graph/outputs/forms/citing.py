"""Sources as words: page and anchor beside each fact, and the documents they refer to named once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ssp_graph.outputs.forms.manuscript import Item, Listing, Section
from ssp_graph.results import SourceRef
from ssp_graph.words import cited, title_of

Sources = Sequence[SourceRef] | None


@dataclass(frozen=True, slots=True)
class Citing:
    """How one result cites: `titles` are the documents it stands on, in the order of their first mention.

    `paged` is whether any source names a page; minutes most often have none.
    """

    titles: tuple[str, ...]
    paged: bool = True

    def short(self, sources: Sources) -> str:
        """Return sources for a reader who has the list of documents at hand: `p. 9 “words”`, `[2] p. 9 “words”`."""
        if self._one:
            return cited(sources, lambda _: "")
        return cited(sources, lambda title: f"[{self.titles.index(title) + 1}]")

    def full(self, sources: Sources) -> str:
        """Return sources for a row that may be copied elsewhere: as `short`, but with titles instead of numbers."""
        return self.short(sources) if self._one else cited(sources)

    def line(self) -> str:
        """Return the sentence that names the only document, or nothing."""
        return f"Pages are those of {self.titles[0]}." if len(self.titles) == 1 and self.paged else ""

    def key(self) -> str:
        """Return the sentence that tells what pages and numbers in brackets refer to, or nothing."""
        return self.line() if self._one else f"Documents: {'; '.join(self._numbered)}."

    @property
    def documents(self) -> str:
        """The titles on one line."""
        return "; ".join(self.titles)

    def section(self) -> tuple[Section, ...]:
        """Return the section that names the documents by number; of a single one `line` says all."""
        return () if self._one else (Section("Sources", (Listing(tuple(map(Item, self._numbered))),)),)

    @property
    def _one(self) -> bool:
        return len(self.titles) < 2

    @property
    def _numbered(self) -> list[str]:
        return [f"[{number}] {title}" for number, title in enumerate(self.titles, 1)]


def citing(sources: Iterable[Sources]) -> Citing:
    """Return how to cite, given the sources of every fact of a result."""
    every = [source for some in sources for source in some or ()]
    return Citing(tuple(dict.fromkeys(map(title_of, every))), any(source.get("page") for source in every))
