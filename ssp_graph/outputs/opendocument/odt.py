"""An OpenDocument text, built as the Word document is."""

from __future__ import annotations

from itertools import count

from ssp_graph.outputs.forms.a4 import UPRIGHT, WIDE, Room, picture_size
from ssp_graph.outputs.forms.contents import TITLE, contents
from ssp_graph.outputs.forms.manuscript import Figure, Manuscript, Section, blocks_of
from ssp_graph.outputs.opendocument.package import packed


def render(manuscript: Manuscript, /) -> bytes:
    """Return a manuscript as an OpenDocument text."""
    shown = (block for block in blocks_of(manuscript) if isinstance(block, Figure))
    pictures = {f"{number}.png": picture.png for number, picture in enumerate(shown, 1)}
    tables, names = count(1), iter(pictures)
    entries = contents(manuscript.sections)
    widths: dict[str, float] = {}

    def column(share: float, room: Room) -> str:
        """Return the name of the style for a column of this width, and remember that it is used."""
        width = round(share * room.across, 1)
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
            "rooms": (UPRIGHT, WIDE),
            "picture_size": picture_size,
            "entries": entries,
            "turned": _turned,
            "contents_title": TITLE,
        },
        styles={
            "numbered": manuscript.numbered,
            "footer": manuscript.footer,
            "appendices": [(entry.number, _turned(manuscript, entry)) for entry in entries],
            "room": UPRIGHT,
        },
        pictures=pictures,
    )


def _turned(manuscript: Manuscript, section: Section) -> bool:
    return manuscript.landscape if section.landscape is None else section.landscape
