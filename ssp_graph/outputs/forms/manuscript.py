"""A manuscript to read: a title, opening blocks and headed sections, all of it text without control characters.

Answers become such manuscripts, and so do papers that are put together from several of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

_LONGEST_NAME = 50  # characters, on the average


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. Its role tells a writer how to set it, never whether to show it.

    `question`, `about` (what it stands on and when) and `count` belong to the opening; `note` is an aside.
    """

    text: str
    role: Literal["plain", "question", "about", "count", "note"] = "plain"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with what stands beneath it in smaller type, such as its source.

    `about` are the ids of what it names, for a page that links.
    """

    text: str
    detail: str = ""
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, numbered or with bullets."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of words: the first column heads its rows, and stands out where it holds names and not sentences.

    `numbers` are the places of columns aligned right.
    `caption` is never empty; writers show it unless it only repeats the heading above. `empty` is the
    sentence that stands for the rows where there are none. Cells whose words are `stressed` stand out.
    Tables that belong together have the same columns: `sized_by` are the rows of all of them. `about` are, for each
    row, the ids of what it names, for a page that links. `heads` are the headings of groups, by the place of the row
    that each stands before.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    empty: str = "None."
    stressed: frozenset[str] = frozenset()
    sized_by: tuple[tuple[str, ...], ...] = ()
    about: tuple[tuple[str, ...], ...] = ()
    heads: Mapping[int, str] = field(default_factory=dict)

    @property
    def names_rows(self) -> bool:
        """Whether the first column holds names: long texts all in bold are hard to read."""
        rows = self.sized_by or self.rows
        return sum(len(row[0]) for row in rows) <= _LONGEST_NAME * len(rows)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with the text that stands for it. Pages show its `svg`, paper the PNG.

    `width` is in millimetres; without it the picture takes the width of the page. `file` is its file beside the text.
    """

    png: bytes
    alternative: str
    svg: bytes = b""
    width: int | None = None
    file: str = ""


Block = Paragraph | Listing | Grid | Figure


def leads_in(following: Block | None) -> bool:
    """Return whether a paragraph belongs with the block that follows it: a list, a table or a picture."""
    return following is not None and not isinstance(following, Paragraph)


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a manuscript. An outermost one may turn its pages: None is as the whole has them.

    `number` (`4`, `4.1`) is that of its heading, empty where headings bear none; of an appendix it is its letter.
    A page shows a `folded` one on request.
    """

    heading: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    landscape: bool | None = None
    number: str = ""
    folded: bool = False

    @property
    def is_appendix(self) -> bool:
        """Whether it is an appendix, whose heading itself says its letter."""
        return self.number.isalpha()

    @property
    def mark(self) -> str:
        """What stands before its heading."""
        return "" if self.is_appendix else self.number

    @property
    def anchor(self) -> str:
        """The name by which links find a heading with a number or a letter."""
        return f"section-{self.number.replace('.', '-')}"

    @property
    def first_page(self) -> str:
        """The page on which an appendix begins."""
        return f"{self.number}1"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A whole manuscript. `day` (`YYYY-MM-DD`) is the only date in its properties; `landscape` turns its pages.

    A list of the appendices stands before the first of them. `footer` is at the foot of every page.
    """

    title: str
    day: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    landscape: bool = False
    footer: str = ""

    @property
    def numbered(self) -> bool:
        """Whether its headings bear numbers."""
        return any(section.number for section in self.sections)


_Whole = TypeVar("_Whole", Manuscript, Section)


def blocks_of(part: Manuscript | Section) -> Iterator[Block]:
    """Yield the blocks of a part and of the sections in it, in the order of reading."""
    yield from part.blocks
    for inner in part.sections:
        yield from blocks_of(inner)


def with_words(block: Block, change: Callable[[str], str]) -> Block:
    """Return a block with each of its texts changed, in the order of reading; captions and pictures stay."""
    match block:
        case Paragraph():
            return replace(block, text=change(block.text))
        case Listing():
            items = (replace(item, text=change(item.text), detail=change(item.detail)) for item in block.items)
            return replace(block, items=tuple(items))
        case Grid():
            return replace(block, rows=tuple(tuple(map(change, row)) for row in block.rows))
        case Figure():
            return block


def with_blocks(part: _Whole, change: Callable[[Block], Block]) -> _Whole:
    """Return a part with each of its blocks, and of those of the sections in it, changed."""
    sections = tuple(with_blocks(inner, change) for inner in part.sections)
    return replace(part, blocks=tuple(map(change, part.blocks)), sections=sections)
