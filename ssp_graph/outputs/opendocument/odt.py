"""An OpenDocument text, built as the Word document is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from ssp_graph.outputs.forms import as_document
from ssp_graph.outputs.forms.absent import dashed
from ssp_graph.outputs.forms.contents import TITLE, contents
from ssp_graph.outputs.forms.document import Document, Picture, Section
from ssp_graph.outputs.opendocument.package import packed
from ssp_graph.outputs.word.a4 import SPILL, picture_size, room
from ssp_graph.results import Result

# by level in the list of contents, where its number and its heading stand, in millimetres
_INDENTS = {1: (0, 10), 2: (10, 23)}


def render(result: Result, /) -> bytes:
    """Return a result as an OpenDocument text."""
    return paper(as_document(result))


def paper(document: Document) -> bytes:
    """Return a document as an OpenDocument text."""
    document = dashed(document)
    pictures = {f"{number}.png": picture for number, picture in enumerate(_pictures(document), 1)}
    tables, names = count(1), iter(pictures)
    widths: dict[str, float] = {}

    def column(share: float, landscape: bool) -> str:
        """Return the name of the style for a column of this width, and remember that it is used."""
        width = round(share * room(landscape), 1)
        name = f"Column{round(width * 10)}"
        widths[name] = width
        return name

    return packed(
        "odt",
        document.title,
        document.day,
        content={
            "document": document,
            "next_table": lambda: next(tables),
            "next_picture": lambda: next(names),
            "column": column,
            "widths": widths,
            "room": room,
            "picture_size": picture_size,
            "spill": SPILL,
            "entries": contents(document),
            "contents_title": TITLE,
            "contents_indents": _INDENTS,
        },
        styles={"numbered": document.numbered, "contents_indents": _INDENTS},
        pictures={name: picture.png for name, picture in pictures.items()},
    )


def _pictures(document: Document) -> Iterator[Picture]:
    """Yield the pictures in the order in which a reader meets them."""
    yield from (block for block in document.blocks if isinstance(block, Picture))
    yield from _pictures_within(document.sections)


def _pictures_within(sections: Iterable[Section]) -> Iterator[Picture]:
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, Picture))
        yield from _pictures_within(section.sections)
