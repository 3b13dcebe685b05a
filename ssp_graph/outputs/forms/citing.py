"""Sources as words: page and anchor beside each fact, and the documents they refer to named once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ssp_graph.outputs.forms.document import Item, Listing, Section
from ssp_graph.results import SourceRef
from ssp_graph.words import clean

Sources = Sequence[SourceRef] | None


@dataclass(frozen=True, slots=True)
class Citing:
    """How one result cites: `titles` are the documents it stands on, in the order of their first mention."""

    titles: tuple[str, ...]

    def short(self, sources: Sources) -> str:
        """Return sources for a reader who has the list of documents at hand: `p. 9 “words”`, `[2] p. 9 “words”`."""
        if self._one:
            return _cited(sources, lambda _: "")
        return _cited(sources, lambda title: f"[{self.titles.index(title) + 1}]")

    def full(self, sources: Sources) -> str:
        """Return sources for a row that may be copied elsewhere: as `short`, but with titles instead of numbers."""
        return self.short(sources) if self._one else _cited(sources, lambda title: f"{title},")

    def line(self) -> str:
        """Return the sentence that names the only document, or nothing."""
        return f"Pages are those of {self.titles[0]}." if len(self.titles) == 1 else ""

    def key(self) -> str:
        """Return the sentence that tells what pages and numbers in brackets refer to, or nothing."""
        if self._one:
            return self.line()
        return f"Documents: {'; '.join(f'[{number}] {title}' for number, title in enumerate(self.titles, 1))}."

    @property
    def documents(self) -> str:
        """The titles on one line."""
        return "; ".join(self.titles)

    def section(self) -> tuple[Section, ...]:
        """Return the section that names the documents by number; of a single one `line` says all."""
        if self._one:
            return ()
        listed = tuple(Item(f"[{number}] {title}") for number, title in enumerate(self.titles, 1))
        return (Section("Sources", (Listing(listed),)),)

    @property
    def _one(self) -> bool:
        return len(self.titles) < 2


def citing(sources: Iterable[Sources]) -> Citing:
    """Return how to cite, given the sources of every fact of a result."""
    return Citing(tuple(dict.fromkeys(_title(source) for some in sources for source in some or ())))


def _title(source: SourceRef) -> str:
    return clean(source.get("title") or "") or "a document without a title"


def _cited(sources: Sources, label: Callable[[str], str]) -> str:
    cited = []
    for title, group in groupby(sources or (), key=_title):
        places = "; ".join(dict.fromkeys(_places(tuple(group))))
        # a document without pages or words is cited by its name alone
        cited.append(f"{label(title)} {places}".strip() if places else label(title).rstrip(",") or title)
    return "; ".join(cited)


def _bare(source: SourceRef) -> bool:
    """Return whether a source says its page and no more."""
    return bool(source.get("page")) and not (source.get("anchor") or source.get("part") or source.get("note"))


def _places(sources: tuple[SourceRef, ...]) -> Iterator[str]:
    """Yield the places within one document; bare pages in a row are said together."""
    for together, group in groupby(sources, key=_bare):
        if together:
            pages = list(dict.fromkeys(str(source.get("page")) for source in group))
            yield f"{'p.' if len(pages) == 1 else 'pp.'} {', '.join(pages)}"
        else:
            yield from (place for source in group if (place := _place(source)))


def _place(source: SourceRef) -> str:
    page, part, anchor, note = (source.get(name) for name in ("page", "part", "anchor", "note"))
    where = ", ".join(text for text in (f"p. {page}" if page else "", clean(str(part or ""))) if text)
    said = f"“{clean(str(anchor))}”" if anchor else ""
    aside = f"({clean(str(note))})" if note else ""
    return " ".join(text for text in (where, said, aside) if text)
