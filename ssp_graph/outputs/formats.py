"""Which formats there are, which one is meant, and the one call that renders any of them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from ssp_graph.errors import UsageError
from ssp_graph.results import Result

_WRITERS = {
    "table": "text",
    "csv": "csv",
    "json": "json",
    "md": "md",
    "html": "pages.html",
    "xlsx": "xlsx",
    "ods": "opendocument.ods",
    "docx": "word.docx",
    "odt": "opendocument.odt",
}
FORMATS = tuple(_WRITERS)
BINARY = frozenset({"xlsx", "ods", "docx", "odt"})
_SUFFIXES = {".txt": "table", ".htm": "html"} | {f".{name}": name for name in FORMATS if name != "table"}


class _Writer(Protocol):
    """What each format's module offers."""

    def render(self, result: Result, /) -> bytes: ...


def format_of(path: Path | None, chosen: str | None, default: str) -> str:
    """Return the format meant: the chosen one, else the one of the file's suffix, else the default.

    Raises:
        UsageError: the chosen format or the suffix is none of ours.
    """
    known = f"The formats are {', '.join(FORMATS)}."
    if chosen is not None:
        if chosen.lower() not in FORMATS:
            raise UsageError(f"There is no format {chosen!r}. {known}")
        return chosen.lower()
    if path is None or not path.suffix:
        return default
    found = _SUFFIXES.get(path.suffix.lower())
    if found is None:
        raise UsageError(f"{path}: no format has the suffix {path.suffix!r}. {known} Plain text ends in .txt.")
    return found


def render(result: Result, format: str, *, width: int | None = None) -> bytes:  # noqa: A002 (the word users know)
    """Return a result in a format: UTF-8 text or a file's bytes.

    `width` is the terminal's columns, for the terminal table alone; None wraps nothing.

    Raises:
        UsageError: the format is none of ours.
    """
    name = format_of(None, format, format)
    if name == "table":
        from ssp_graph.outputs import text

        return text.render(result, width)
    writer = cast(_Writer, import_module(f"ssp_graph.outputs.{_WRITERS[name]}"))
    return writer.render(result)
