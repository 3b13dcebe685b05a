"""What stands on each page of each document: every fact whose source is there, with the words that it stands on."""

from __future__ import annotations

from collections.abc import Iterator

from ssp_graph.answers.sentences import sentence
from ssp_graph.answers.show import show
from ssp_graph.english import counted, stopped
from ssp_graph.outputs.forms.manuscript import Item, Listing, Section
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Column, Row, SourceRef, Table
from ssp_graph.site.page import Page, page_of, slug
from ssp_graph.words import clean

_COLUMNS = (
    Column("sentence", "What is recorded"),
    Column("anchor", "The words that it stands on"),
    Column("basis", "Basis", "basis"),
    Column("id", "Id", "id"),
    Column("other", "Other end", "id"),
)


class Sources:
    """The facts that stand on each page of each document, by the document's title: registers may share one."""

    def __init__(self, plan: Plan) -> None:
        """Take all that is loaded, in force on the day or not."""
        self.plan = plan
        self.documents: dict[str, Thing] = {}
        for document in plan.all_things("document"):
            self.documents.setdefault(clean(document.name), document)
        self.rows: dict[tuple[str, int], list[Row]] = {}
        every = plan.at_any_time
        for thing in every.all_things():
            self._take(thing, [thing.id], None)
            for edge in every.out(thing):
                self._take(edge, [edge.source.id, edge.target.id], edge)

    def _take(self, fact: Thing | Edge, ends: list[str], edge: Edge | None) -> None:
        for source in fact.sources:
            key = (clean(source.get("title") or ""), source.get("page") or 0)
            self.rows.setdefault(key, []).append(self._row(fact, ends, edge, source))

    def _row(self, fact: Thing | Edge, ends: list[str], edge: Edge | None, source: SourceRef) -> Row:
        text = sentence(self.plan, edge) if edge else show(self.plan, ends).heading.answer
        return {
            "sentence": stopped(text),
            "anchor": source.get("anchor") or source.get("part") or "",
            "basis": fact.basis,
            "id": ends[0],
            "other": ends[-1] if edge else None,
        }

    def addresses(self) -> dict[tuple[str, int], str]:
        """Return the address of the page for each page of a document that something stands on."""
        return {
            (title, page): f"{slug(self.documents[title])}/page-{page}"
            for title, page in self.rows
            if title in self.documents and page
        }

    def pages(self) -> Iterator[Page]:
        """Yield a page for each page of a document that something stands on."""
        for (title, number), address in self.addresses().items():
            rows = self.rows[title, number]
            heading = self.plan.heading(
                f"What stands on page {number} of {title}",
                question="What is recorded from this page, and which words does it stand on?",
                count=f"{counted(len(rows), 'fact')}.",
            )
            document = self.documents[title]
            above = (f"list/{document.kind}", slug(document))
            found = page_of(self.plan, address, f"page:{address}", Table(heading, _COLUMNS, tuple(rows)), above)
            yield found

    def contents(self, document: Thing) -> list[Section]:
        """Return the section of a document's own page that leads to what stands on each of its pages."""
        title = clean(document.name)
        places = sorted(page for name, page in self.addresses() if name == title)
        items = [Item(f"p. {place}", counted(len(self.rows[title, place]), "fact")) for place in places]
        return [Section("Page by page", (Listing(tuple(items)),))] if items else []
