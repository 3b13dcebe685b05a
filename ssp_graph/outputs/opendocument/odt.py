"""An OpenDocument text, built as the Word document is."""

from __future__ import annotations

from itertools import count

from ssp_graph.outputs.forms.a4 import picture_size, room
from ssp_graph.outputs.forms.contents import TITLE, contents
from ssp_graph.outputs.forms.manuscript import Figure, Manuscript, blocks_of
from ssp_graph.outputs.opendocument.package import packed

# where the number and the heading stand in the list of contents, in millimetres
_INDENTS = {1: (0, 10)}


def render(manuscript: Manuscript, /) -> bytes:
    """Return a manuscript as an OpenDocument text."""
    shown = (block for block in blocks_of(manuscript) if isinstance(block, Figure))
    pictures = {f"{number}.png": picture.png for number, picture in enumerate(shown, 1)}
    tables, names = count(1), iter(pictures)
    entries = contents(manuscript.sections)
    widths: dict[str, float] = {}

    def column(share: float, landscape: bool) -> str:
        """Return the name of the style for a column of this width, and remember that it is used."""
        width = round(share * room(landscape), 1)
        name = f"Column{round(width * 10)}"
        widths[name] = width
        return name

    return packed(
        "odt",
        manuscript.title,
        manuscript.day,
        content={
            "manuscript": manuscript,
            "next_table": lambda: next(tables),
            "next_picture": lambda: next(names),
            "column": column,
            "widths": widths,
            "room": room,
            "picture_size": picture_size,
            "entries": entries,
            "contents_title": TITLE,
            "contents_indents": _INDENTS,
        },
        styles={"numbered": manuscript.numbered, "footer": manuscript.footer, "contents_indents": _INDENTS},
        pictures=pictures,
    )
