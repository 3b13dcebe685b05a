"""A board paper as a manuscript: title block, the parts to decide by, contents, and the appendices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from ssp_graph.model.dates import in_words
from ssp_graph.outputs.forms import matrix as matrices
from ssp_graph.outputs.forms import table as tables
from ssp_graph.outputs.forms.citing import Citing, citing
from ssp_graph.outputs.forms.contents import lettered, numbered
from ssp_graph.outputs.forms.manuscript import (
    Block,
    Figure,
    Grid,
    Item,
    Listing,
    Manuscript,
    Paragraph,
    Section,
    blocks_of,
    with_blocks,
    with_words,
)
from ssp_graph.outputs.forms.measure import needs_landscape
from ssp_graph.papers import Paper, Part, Points
from ssp_graph.papers.basis import spelling
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.results import Matrix, SourceRef, Table, pages
from ssp_graph.words import clean

Draw = Callable[[Diagram], Iterable[Figure]]


def manuscript(paper: Paper, draw: Draw) -> Manuscript:
    """Return a paper as a manuscript with numbered headings; `draw` makes pictures of its diagrams."""
    cite = citing_of((*paper.parts, *paper.appendices))
    title, made = clean(paper.heading.title), paper.made or paper.heading.as_of
    parts, appendices = (tuple(section(part, cite, draw) for part in some) for some in (paper.parts, paper.appendices))
    whole = Manuscript(
        title,
        made,
        (
            Paragraph(clean(paper.heading.question), "question"),
            *([Paragraph(clean(paper.warning), "count")] if paper.warning else []),
            # under the title of the whole it needs none of its own
            replace(tables.grid(paper.about, cite), caption=title),
            *(
                Paragraph(told, "note")
                for told in [clean(" ".join(filter(None, (*paper.heading.notes, cite.key()))))]
                if told
            ),
        ),
        (*numbered(parts), *lettered(appendices)),
        footer=f"Draft. {title}. Made on {in_words(made)}.",
    )
    spell = spelling({short: clean(meaning) for short, meaning in paper.meanings.items()})
    whole = with_blocks(whole, lambda block: with_words(block, spell))
    return replace(whole, sections=tuple(map(_evened, whole.sections)))


def citing_of(parts: Iterable[Part]) -> Citing:
    """Return how parts of a paper cite."""
    return citing(_sources(parts))


def _sources(parts: Iterable[Part]) -> Iterator[Sequence[SourceRef] | None]:
    for part in parts:
        for content in part.content:
            if isinstance(content, Table):
                yield from (row.get("sources") for row in content.rows)
            elif isinstance(content, Matrix):
                yield matrices.sources(content)
        yield from _sources(part.parts)


def section(part: Part, cite: Citing, draw: Draw) -> Section:
    """Return a part of a paper as a section."""
    blocks = tuple(block for content in part.content for block in _blocks(content, cite, draw))
    inner = tuple(section(each, cite, draw) for each in part.parts)
    wide = any(isinstance(content, Matrix) and matrices.is_wide(content) for content in part.content)
    wide = wide or any(isinstance(block, Grid) and needs_landscape(block) for block in blocks)
    return Section(clean(part.heading), blocks, inner, landscape=wide)


def _evened(section: Section) -> Section:
    """Return a section in which tables with the same columns have the same widths."""
    rows: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for block in blocks_of(section):
        if isinstance(block, Grid):
            rows[block.headings] = rows.get(block.headings, ()) + block.rows
    return with_blocks(
        section, lambda block: replace(block, sized_by=rows[block.headings]) if isinstance(block, Grid) else block
    )


def _blocks(content: str | Points | Table | Matrix | Diagram, cite: Citing, draw: Draw) -> Iterator[Block]:
    match content:
        case str():
            yield Paragraph(clean(content))
        case Points():
            yield Listing(tuple(Item(clean(sentence)) for sentence in content.sentences), content.numbered)
        case Table():
            yield tables.grid(content, cite)
        case Matrix():
            yield from matrices.grids(content)
            yield from matrices.key(content)
            if told := cite.short(pages(matrices.sources(content))):
                yield Paragraph(f"Source: {told}.", "note")
        case _:
            yield from draw(content)
