"""A board paper as a file, and as a pack: the paper, its pictures and a workbook of the tables that it shortens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal, get_args

from ssp_graph.errors import UsageError, WorkError
from ssp_graph.outputs.formats import PaperFormat, workbook, written
from ssp_graph.outputs.forms.manuscript import Figure
from ssp_graph.outputs.forms.paper import manuscript
from ssp_graph.papers import Paper, Part
from ssp_graph.pictures.diagram import Diagram

_WIDTH = 170  # millimetres, at which the pictures' type is of the size it was set in


def render_paper(paper: Paper, format: str, template: bytes | None = None) -> bytes:  # noqa: A002 (the word users know)
    """Return a paper in a format: UTF-8 text or a file's bytes.

    A Word document takes its pages, styles, header and footer from a template, where one is given.

    Raises:
        UsageError: a paper has no such format, or the template cannot be used.
    """
    if template is not None and format != "docx":
        raise UsageError(f"A template is for a Word document (.docx), and this paper is {format}.")
    match format:
        case "docx":
            return written(manuscript(paper, _png), format, template)
        case "odt":
            return written(manuscript(paper, _png), format)
        case "html":
            return written(manuscript(paper, _svg), format)
        case "md":
            return written(manuscript(paper, _words), format)
    raise UsageError(f"A paper has no format {format!r}. The formats are {', '.join(get_args(PaperFormat))}.")


def pack(paper: Paper, format: str, template: bytes | None = None) -> dict[str, bytes]:  # noqa: A002
    """Return the files of a pack by their names: `paper.docx`, `structure.png`, `paper.xlsx`.

    Raises:
        UsageError: a paper has no such format, or the template cannot be used.
    """
    linked = format == "md"
    files = {
        f"paper.{format}": written(manuscript(paper, _linked), "md")
        if linked
        else render_paper(paper, format, template)
    }
    for diagram in _diagrams((*paper.parts, *paper.appendices)):
        files |= _picture_files(diagram, vector=format in ("html", "md"))
    sheets: Literal["ods", "xlsx"] = "ods" if format == "odt" else "xlsx"
    return files | ({f"paper.{sheets}": workbook(paper.heading.title, paper.full, sheets)} if paper.full else {})


def _diagrams(parts: Iterable[Part]) -> Iterator[Diagram]:
    for part in parts:
        yield from (content for content in part.content if isinstance(content, Diagram) and content.is_drawn)
        yield from _diagrams(part.parts)


def _picture_files(diagram: Diagram, *, vector: bool) -> dict[str, bytes]:
    """Return the pictures of a diagram as they are in the paper."""
    if vector:
        return {f"{diagram.file}.svg": picture.svg for picture in _svg(diagram)}
    return {f"{diagram.file}.png": picture.png for picture in _png(diagram)}


def _png(diagram: Diagram) -> Iterator[Figure]:
    """Yield a diagram as a picture that fits between the margins; none where nothing can be drawn."""
    from ssp_graph.pictures.layout.options import Options
    from ssp_graph.pictures.painting.svg import alternative
    from ssp_graph.pictures.picture import picture

    if not diagram.is_drawn:
        return
    try:
        drawn = picture(diagram, "png", Options(size="text"))
    except WorkError:  # no font on this machine: the text beside the picture says the same
        return
    yield Figure(drawn.data, alternative(diagram), width=_WIDTH)


def _svg(diagram: Diagram) -> Iterator[Figure]:
    """Yield a diagram in one piece: a page scrolls."""
    from ssp_graph.pictures.layout.options import Options
    from ssp_graph.pictures.painting.svg import alternative
    from ssp_graph.pictures.picture import picture

    if diagram.is_drawn:
        yield Figure(b"", alternative(diagram), svg=picture(diagram, "svg", Options(size="text")).data)


def _linked(diagram: Diagram) -> Iterator[Figure]:
    for figure in _words(diagram):
        yield replace(figure, file=f"{diagram.file}.svg")


def _words(diagram: Diagram) -> Iterator[Figure]:
    from ssp_graph.pictures.painting.svg import alternative

    if diagram.is_drawn:
        yield Figure(b"", alternative(diagram))
