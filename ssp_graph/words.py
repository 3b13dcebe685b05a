"""Values as a reader should see them: one line of clean text, dates in words, nothing for what is absent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from ssp_graph.english import capital, stopped
from ssp_graph.model.dates import in_words
from ssp_graph.results import Heading, SourceRef

TO_ADD = "[to be added]"
"""What stands where the author of a paper is to write something."""
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return a text on one line; what no terminal, page or XML file may hold becomes a replacement character."""
    return _UNPRINTABLE.sub("\ufffd", " ".join(text.split()))


def words(value: Any, kind: str = "text") -> str:
    """Return a cell's value as words; a date (`kind`) is said as a reader would say it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return clean(in_words(value) if kind == "date" else value)
        case float():
            return f"{value:.12g}"
        case Mapping():
            return "; ".join(f"{clean(str(name))}: {words(item)}" for name, item in value.items())
        case list() | tuple():
            return "; ".join(words(item, kind) for item in value)
        case _:
            return clean(str(value))


def sentence(text: str) -> str:
    """Return a text that starts with a capital and ends with a stop."""
    text = clean(text)
    return text and stopped(capital(text))


def registers(heading: Heading) -> str:
    """Return the titles of the registers that an answer stands on."""
    return "; ".join(clean(title) for title in heading.register_titles)


def about(heading: Heading) -> str:
    """Return the line that says what an answer stands on and for which day."""
    if not heading.register_titles:
        return f"As of {in_words(heading.as_of)}."
    name = "Register" if len(heading.register_titles) == 1 else "Registers"
    if len({heading.as_of, *heading.days.values()}) > 1 and len(heading.register_titles) > 1:
        titles = zip(heading.registers, heading.register_titles, strict=True)
        told = [f"{clean(title)} as of {in_words(heading.days.get(id_, heading.as_of))}" for id_, title in titles]
        return f"{name}: {'; '.join(told)}."
    return f"{name}: {registers(heading)}. As of {in_words(heading.as_of)}."


def title_of(source: SourceRef) -> str:
    """Return the title of a source's document."""
    return clean(source.get("title") or "") or "a document without a title"


def cited(sources: Sequence[SourceRef] | None, label: Callable[[str], str] = "{},".format) -> str:
    """Return sources as words, by their documents, each under its label: "The Plan, p. 9 “words”; …"."""
    told = []
    for title, group in groupby(sources or (), key=title_of):
        places = "; ".join(dict.fromkeys(_places(tuple(group))))
        # a document without pages or words is cited by its name alone
        told.append(f"{label(title)} {places}".strip() if places else label(title).rstrip(",") or title)
    return "; ".join(told)


def _bare(source: SourceRef) -> bool:
    """Return whether a source says its page and no more."""
    return bool(source.get("page")) and not (source.get("anchor") or source.get("part") or source.get("note"))


def _places(sources: tuple[SourceRef, ...]) -> Iterator[str]:
    """Yield the places within one document; bare pages in a row are said together."""
    for together, group in groupby(sources, key=_bare):
        if together:
            pages = list(dict.fromkeys(str(source.get("page")) for source in group))
            yield f"{'p.' if len(pages) == 1 else 'pp.'} {', '.join(pages)}"
        else:
            yield from (place for source in group if (place := _place(source)))


def _place(source: SourceRef) -> str:
    part, anchor, note = (clean(str(source.get(name) or "")) for name in ("part", "anchor", "note"))
    where = ", ".join(filter(None, (f"p. {source['page']}" if source.get("page") else "", part)))
    return " ".join(filter(None, (where, anchor and f"“{anchor}”", note and f"({note})")))


def pieces(text: str) -> list[tuple[str, bool]]:
    """Return a text in pieces, each with whether it is left for the author to fill in."""
    return [(piece, piece == TO_ADD) for piece in re.split(f"({re.escape(TO_ADD)})", text) if piece]
