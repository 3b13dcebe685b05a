"""A page of a site, before it is HTML: what it says, where it stands, and what can be taken away from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, cast

from ssp_graph.outputs.forms import as_manuscript
from ssp_graph.outputs.forms import matrix as matrices
from ssp_graph.outputs.forms import table as tables
from ssp_graph.outputs.forms.absent import dashed
from ssp_graph.outputs.forms.manuscript import Listing, Manuscript, Paragraph, Section
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.plan import Thing
from ssp_graph.results import Matrix, Table, by_pages
from ssp_graph.site.tables import above_the_table, together, told_once

START, CHANGED = "index", "changed"
WORDS = "The words that this stands on"
_COMMAND = "ssp-graph"  # a note that tells of it is for who types commands


@dataclass(frozen=True, slots=True)
class Page:
    """A page at an address such as `my-plan/theme/homes`, which begins at the root of the site and has no ending.

    `id` is what texts name it by: a thing's id, `question:name`, `page:address`. `above` are the addresses of the pages
    that it stands under, the outermost first. `near` are ids: of several things of one name, these are meant here.
    `documents` are the titles that its pages refer to, in the order of their numbers. A picture is drawn after so many
    sections. `table` can be taken away as a sheet. By `kind` and `words` it is found, beside its title.
    """

    address: str
    id: str
    manuscript: Manuscript
    above: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()
    documents: tuple[str, ...] = ()
    diagram: Diagram | None = None
    drawn_after: int = 0
    table: Table | Matrix | None = None
    kind: str = ""
    words: tuple[str, ...] = ()
    script: Literal["", "find"] = ""

    @property
    def title(self) -> str:
        """Its heading."""
        return self.manuscript.title


def slug(thing: Thing) -> str:
    """Return the address of a thing's page."""
    return thing.id.replace(":", "/", 1)


def page_of(
    address: str, name: str, result: Table | Matrix, above: tuple[str, ...] = (), kind: str = "", *, apart: bool = False
) -> Page:
    """Return an answer as a page, with its table to be taken away; groups of rows that stay `apart` have headings."""
    heading = replace(result.heading, notes=tuple(note for note in result.heading.notes if _COMMAND not in note))
    shown = cast(Table | Matrix, by_pages(replace(result, heading=heading)))
    told: tuple[Paragraph, ...] = ()
    if isinstance(shown, Table):
        cite = tables.citing_of(shown)
        shown, told = told_once(shown)
    else:
        cite = matrices.citing_of(shown)
    words = (heading.question,) if kind else ()
    manuscript = folded(dashed(as_manuscript(shown)))
    return Page(
        address,
        name,
        above_the_table(manuscript if apart else together(manuscript), told),
        above,
        documents=cite.titles,
        table=result,
        kind=kind,
        words=words,
    )


def folded(manuscript: Manuscript) -> Manuscript:
    """Return a manuscript whose notes are shown on request; one alone is shown."""
    if len(manuscript.sections) == 1 and _aside(manuscript.sections[0]):
        (told,) = manuscript.sections[0].blocks
        if isinstance(told, Listing) and len(told.items) == 1:
            note = Paragraph(told.items[0].text, "note")
            return replace(manuscript, blocks=(*manuscript.blocks, note), sections=())
    return replace(manuscript, sections=tuple(replace(each, folded=_aside(each)) for each in manuscript.sections))


def _aside(section: Section) -> bool:
    return section.heading == "Notes"
