"""Which registers are meant, the day an answer is about, and the graph: what every command begins with."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import os
import re
import sys
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ssp_graph.errors import UsageError, WorkError
from ssp_graph.model.dates import in_words
from ssp_graph.shipped import shipped

if TYPE_CHECKING:
    from ssp_graph.graph import Graph
    from ssp_graph.results import Heading

_ABOUT = "register.yaml"
VARIABLE = "SSP_GRAPH_REGISTER"


@dataclass(frozen=True)
class Settings:
    """The global options."""

    registers: tuple[Path, ...] = ()
    cached: bool = True
    quiet: bool = False
    names: bool = True

    def folders(self, *, fall_back: bool = True) -> tuple[Path, ...]:
        """Return the folders of the registers meant, saying once if the shipped one stands in.

        Raises:
            UsageError: none is given and none is found, or, without `fall_back`, only the shipped one is.
        """
        if self.registers:
            return self.registers
        if named := tuple(Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part):
            return named
        here = Path.cwd()
        if (here / _ABOUT).is_file():
            return (here,)
        if not fall_back:
            raise UsageError(
                "This command does not fall back on the shipped register. Give the folder: "
                "ssp-graph --register DIR …, or run it in a folder that holds a register.yaml."
            )
        default = _default()
        if not self.quiet:
            note(f"Using the shipped register {default.name} (choose another with --register DIR).")
        return (default,)

    @cached_property
    def graph(self) -> Graph:
        """Read the registers meant and return their graph, without personal names where none are wanted."""
        if self.names:
            return self._graph()
        from ssp_graph.answers.without_names import without_names

        return without_names(self._graph())

    def _graph(self) -> Graph:
        if self.cached:
            from ssp_graph.graph_cache import load_graph_cached

            return load_graph_cached(self.folders(), shipped("seed"), progress("Reading registers"))
        from ssp_graph.graph import load_graph

        return load_graph(self.folders(), shipped("seed"), progress("Reading registers"))


def settings_of(context: typer.Context) -> Settings:
    """Return the global options of a command that is running."""
    found = context.find_object(Settings)
    return found if found is not None else Settings()


def _default() -> Path:
    """Return the shipped register that says it is the default."""
    for about in sorted(shipped("seed").glob(f"*/{_ABOUT}")):
        if "\ndefault: true" in about.read_text(encoding="utf-8"):
            return about.parent
    raise WorkError("No shipped register says `default: true`. Give a folder with --register DIR.")


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day an answer is about, and the note that says so where it was moved."""

    day: str
    note: str = ""

    def on(self, heading: Heading) -> Heading:
        """Return a heading that carries the note."""
        return dataclasses.replace(heading, notes=(*heading.notes, self.note)) if self.note else heading


def as_of(graph: Graph, chosen: str | None) -> AsOf:
    """Return the chosen day or today, moved into the period of the first named register.

    Raises:
        UsageError: the chosen text is no day.
    """
    first = graph.graph["named"][0] if graph.graph["named"] else None
    about = next((about for about in graph.graph["registers"] if about["id"] == first), None)
    if chosen is not None:
        day = _day(chosen)
        side = (
            ""
            if about is None
            else "before"
            if day < about["since_day"]
            else "after"
            if day > about["until_day"]
            else ""
        )
        outside = f"{in_words(day)} is {side} the plan's period: facts without dates are shown as they stand."
        return AsOf(day, outside if side else "")
    today_is = today()
    if about is None:
        return today_is
    if today_is.day > about["until_day"]:
        return AsOf(about["until_day"], f"As of {in_words(about['until_day'])}, the last day of the plan's period.")
    if today_is.day < about["since_day"]:
        return AsOf(about["since_day"], f"As of {in_words(about['since_day'])}, the first day of the plan's period.")
    return today_is


def _day(text: str) -> str:
    with contextlib.suppress(ValueError):
        day = datetime.date.fromisoformat(text).isoformat()
        if day == text:  # weeks and days of the year are not what is asked for
            return day
    british = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text)
    example = f"{british[3]}-{british[2]:0>2}-{british[1]:0>2}" if british else "2019-03-31"
    raise UsageError(f"--as-of {text} is not a day. Write it as {example}.")


def today() -> AsOf:
    """Return the day on which the command runs."""
    return AsOf(datetime.datetime.now(tz=datetime.UTC).astimezone().date().isoformat())


def note(text: str) -> None:
    """Say something beside the answer, on standard error."""
    typer.echo(text, err=True)


_QUIET_FOR = 1.0  # seconds


class Progress:
    """Tells on standard error how far work has got, once it has taken more than a second."""

    def __init__(self, what: str) -> None:
        """Start the clock."""
        self.what = what
        self.started = time.monotonic()
        self.said = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Say it, at most every second; on a terminal the line is written over."""
        now = time.monotonic()
        if now - self.started < _QUIET_FOR or (now - self.said < _QUIET_FOR and done < total):
            return
        self.said = now
        end = "\n" if done == total or not sys.stderr.isatty() else "\r"
        typer.echo(f"{self.what}: {done} of {total}{end}", err=True, nl=False)


def progress(what: str) -> Progress:
    """Return a teller of progress for one piece of work."""
    return Progress(what)
