"""Where an answer goes: to standard output or a file, in the format asked for."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ssp_graph.cli.completion import kinds, things
from ssp_graph.errors import UsageError
from ssp_graph.outputs.formats import AnswerFormat

if TYPE_CHECKING:
    from ssp_graph.results import Result

_HEADING = re.compile(r"^(\S.*)(\n(?:={3,}|-{3,})$)", re.MULTILINE)

Format = Annotated[
    AnswerFormat | None,
    typer.Option("--format", "-f", case_sensitive=False, help="Default: table, or what the file's suffix says."),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file; its suffix chooses the format."),
]
Day = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="The day of the answer, as 2019-03-31, or a meeting. Default: today."),
]
Thing = Annotated[
    list[str],
    typer.Argument(metavar="THING", help="A name, alias, acronym or id.", show_default=False, autocompletion=things),
]
Kind = Annotated[
    str | None,
    typer.Option(
        "--kind", metavar="KIND", help="Which kind is meant, where several bear the name.", autocompletion=kinds
    ),
]


Sources = Annotated[
    Literal["pages", "full"],
    typer.Option("--sources", help="In the text: pages alone, or the words on them too. Other formats say all."),
]


def emit(result: Result, format: str | None, output: Path | None, sources: Literal["pages", "full"] = "full") -> None:
    """Write a result to a file, or to standard output; plain text may say its sources by pages alone.

    Raises:
        UsageError: there is no such format, or it is a file format and no file is given.
        WorkError: the file cannot be written.
    """
    from ssp_graph.outputs import BINARY, format_of, render, write
    from ssp_graph.results import by_pages

    chosen = format_of(output, format, "table")
    if chosen == "table" and sources == "pages":
        result = by_pages(result)
    if output is not None:
        write(render(result, chosen), output)
        typer.echo(f"Written: {output}", err=True)
        return
    if chosen in BINARY and sys.stdout.isatty():
        raise UsageError(f"The format {chosen} is for files. Add --output FILE.{chosen}.")
    if sys.stdout.isatty():
        _on_terminal(render(result, chosen, width=shutil.get_terminal_size().columns).decode())
    else:
        put(render(result, chosen))


def _on_terminal(text: str) -> None:
    """Write text to a terminal: headings bold where it can, and page by page where it is long and there is a pager."""
    able = os.environ.get("TERM", "") not in ("", "dumb") and "NO_COLOR" not in os.environ
    if able:
        text = _HEADING.sub("\x1b[1m\\1\x1b[0m\\2", text)
    pager = os.environ.get("PAGER") or shutil.which("less")
    if able and pager and sys.stdin.isatty() and text.count("\n") >= shutil.get_terminal_size().lines:
        from pydoc import pager as paged

        os.environ.setdefault("LESS", "-R")
        paged(text)
    else:
        put(text.encode())


def put(data: bytes) -> None:
    """Write bytes to standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
