"""A page of a site, before it is HTML: what it says, where it stands, and what can be taken away from it.

Of a table, what every row says alike is told once, and small groups stand in one table.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Literal, cast

from ssp_graph.outputs.forms import as_manuscript
from ssp_graph.outputs.forms import matrix as matrices
from ssp_graph.outputs.forms import table as tables
from ssp_graph.outputs.forms.absent import dashed
from ssp_graph.outputs.forms.manuscript import Block, Grid, Listing, Manuscript, Paragraph, Section
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.plan import Plan, Thing
from ssp_graph.results import Column, Heading, Matrix, Table, by_pages
from ssp_graph.words import clean, words

START, CHANGED = "index", "changed"
WORDS = "The words that this stands on"
UP = "To whom it is accounted for"
_COMMAND = "ssp-graph"  # a note that tells of it is for who types commands
_FEW = 8  # rows of a group, on the average
_FROM = 4  # rows on, it is worth telling once what all of them say


@dataclass(frozen=True, slots=True)
class Page:
    """A page at an address such as `my-plan/theme/homes`, which begins at the root of the site and has no ending.

    `id` is what texts name it by: a thing's id, `question:name`, `page:address`. `above` are the addresses of the pages
    that it stands under, the outermost first. `near` are ids: of several things of one name, these are meant here.
    `documents` are the titles that its pages refer to, in the order of their numbers. A picture is drawn after so many
    sections. `ways_at` says where the ways up are told, too: one file has no room for them twice. `table` can be taken
    away as a sheet. By `kind` and `words` it is found, beside its title.
    """

    address: str
    id: str
    manuscript: Manuscript
    above: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()
    documents: tuple[str, ...] = ()
    diagram: Diagram | None = None
    drawn_after: int = 0
    ways_at: str = ""
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


def of_its_own(heading: Heading, plan: Plan, thing: Thing) -> Heading:
    """Return a heading that names the register of a thing alone, and its day, not all that are loaded."""
    about, day = plan.registers[thing.register], plan.days[thing.register]
    return replace(heading, registers=(about.id,), register_titles=(about.title,), as_of=day, days={about.id: day})


def page_of(
    address: str, name: str, result: Table | Matrix, above: tuple[str, ...] = (), kind: str = "", *, apart: bool = False
) -> Page:
    """Return an answer as a page, with its table to be taken away; groups of rows that stay `apart` have headings."""
    heading = replace(result.heading, notes=tuple(note for note in result.heading.notes if _COMMAND not in note))
    shown = cast(Table | Matrix, by_pages(replace(result, heading=heading)))
    told: tuple[Paragraph, ...] = ()
    if isinstance(shown, Table):
        cite = tables.citing_of(shown)
        shown, told = _told_once(shown)
    else:
        cite = matrices.citing_of(shown)
    manuscript = _folded(dashed(as_manuscript(shown)))
    return Page(
        address,
        name,
        _above_the_table(manuscript if apart else _together(manuscript), told),
        above,
        documents=cite.titles,
        table=result,
        kind=kind,
        words=(heading.question,) if kind else (),
    )


def _folded(manuscript: Manuscript) -> Manuscript:
    """Return a manuscript whose notes are shown on request; one alone is shown."""
    if len(manuscript.sections) == 1 and _aside(manuscript.sections[0]):
        (told,) = manuscript.sections[0].blocks
        if isinstance(told, Listing) and len(told.items) == 1:
            note = Paragraph(told.items[0].text, "note")
            return replace(manuscript, blocks=(*manuscript.blocks, note), sections=())
    return replace(manuscript, sections=tuple(replace(each, folded=_aside(each)) for each in manuscript.sections))


def _aside(section: Section) -> bool:
    return section.heading == "Notes"


def _told_once(table: Table) -> tuple[Table, tuple[Paragraph, ...]]:
    """Return a table without the columns that say the same in every row, and the paragraph that says it instead."""
    if len(table.rows) < _FROM:
        return table, ()
    joined = {column.into for column in table.columns} | {column.name for column in table.columns if column.into}
    first = next(column.name for column in table.columns if column.kind != "id")
    alike = [
        column
        for column in table.columns
        if column.kind in ("text", "date", "basis") and column.name not in (*joined, first, table.group_by)
        if _alike(table, column)
    ]
    if not alike:
        return table, ()
    said = "; ".join(f"{clean(each.heading)}: {words(table.rows[0][each.name], each.kind)}" for each in alike)
    left = tuple(column for column in table.columns if column not in alike)
    return replace(table, columns=left), (Paragraph(f"In every row: {said}.", "note"),)


def _alike(table: Table, column: Column) -> bool:
    said = {words(row.get(column.name), column.kind) for row in table.rows}
    return len(said) == 1 and "" not in said


def _together(manuscript: Manuscript) -> Manuscript:
    """Return a manuscript in which groups of few rows each stand in one table, to be filtered as a whole."""
    grids = [each.blocks[0] for each in manuscript.sections if each.blocks]
    groups = [each for each in grids if isinstance(each, Grid) and each.sized_by]
    if len(groups) < 2 or len(groups[0].sized_by) > _FEW * len(groups):
        return manuscript
    places = accumulate((len(each.rows) for each in groups), initial=0)
    whole = replace(
        groups[0],
        caption=manuscript.title,
        rows=tuple(row for each in groups for row in each.rows),
        sized_by=(),
        about=tuple(about for each in groups for about in each.about),
        heads=dict(zip(places, (each.caption for each in groups), strict=False)),
    )
    rest = tuple(each for each in manuscript.sections if not each.blocks or each.blocks[0] not in groups)
    return replace(manuscript, blocks=(*manuscript.blocks, whole), sections=rest)


def _above_the_table(manuscript: Manuscript, told: tuple[Block, ...]) -> Manuscript:
    """Return a manuscript with paragraphs before its first table, or at the end of its opening."""
    blocks = manuscript.blocks
    place = next((place for place, block in enumerate(blocks) if isinstance(block, Grid)), len(blocks))
    return replace(manuscript, blocks=(*blocks[:place], *told, *blocks[place:]))
