"""What can be taken away: the paper for the board, the whole record as data, and every table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ssp_graph.outputs import render
from ssp_graph.outputs.forms.citing import citing
from ssp_graph.outputs.forms.frame import bound
from ssp_graph.outputs.forms.manuscript import Item, Listing, Paragraph, Section
from ssp_graph.outputs.paper import render_paper
from ssp_graph.outputs.whole_graph import as_csv, as_json
from ssp_graph.plan import Plan
from ssp_graph.results import Matrix, Table
from ssp_graph.site.page import Page

if TYPE_CHECKING:
    from ssp_graph.papers import Paper

DOWNLOADS = "downloads"
FORMATS = {"csv": "CSV", "xlsx": "Excel", "json": "JSON"}
WHOLE = {
    f"{DOWNLOADS}/paper.docx": "The paper for the board (Word)",
    f"{DOWNLOADS}/everything.json": "Everything that is recorded (JSON)",
    f"{DOWNLOADS}/nodes.csv": "Every thing that is recorded (CSV)",
    f"{DOWNLOADS}/edges.csv": "Every relationship between them (CSV)",
}
"""What stands beside the tables of the pages, by its address."""


def downloads_page(plan: Plan, pages: list[Page]) -> Page:
    """Return the page that leads to each table."""
    tables = Listing(tuple(Item(page.title, about=(page.id,)) for page in pages if page.table))
    heading = plan.heading("Downloads", question="What can be taken away, to compute with or to edit?")
    told = Paragraph("About this site says what may be done with it.")
    manuscript = bound(heading, citing(()), (told,), (Section("Tables", (tables,)),))
    return Page(DOWNLOADS, f"page:{DOWNLOADS}", manuscript, near=frozenset({"page:about"}))


def table_files(page: Page) -> Iterator[tuple[str, bytes]]:
    """Yield the table of a page in each format, by its address."""
    if isinstance(page.table, Table | Matrix):
        for ending in FORMATS:
            yield f"{page.address}.{ending}", render(page.table, ending)


def whole_files(plan: Plan, paper: Paper) -> Iterator[tuple[str, bytes]]:
    """Yield the paper, and all that is recorded as data."""
    yield f"{DOWNLOADS}/paper.docx", render_paper(paper, "docx")
    yield f"{DOWNLOADS}/everything.json", as_json(plan.graph)
    for name, data in as_csv(plan.graph).items():
        yield f"{DOWNLOADS}/{name}", data
