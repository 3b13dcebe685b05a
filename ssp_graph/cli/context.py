"""Which registers are meant, the day an answer is about, and the graph: what every command begins with."""

from __future__ import annotations

import datetime
import os
import sys
import time
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ssp_graph.errors import UsageError, WorkError
from ssp_graph.shipped import shipped

if TYPE_CHECKING:
    from ssp_graph.graph import Graph
    from ssp_graph.plan import Plan

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
            note(f"Register: {default.name}, which came with it; another: --register DIR.")
        return (default,)

    def of(self, folders: tuple[Path, ...]) -> Settings:
        """Return the same options for registers in other folders."""
        return replace(self, registers=folders)

    @cached_property
    def graph(self) -> Graph:
        """Read the registers meant and return their graph, without personal names where none are wanted."""
        if self.names:
            return self._graph()
        from ssp_graph.answers.without_names import without_names

        return without_names(self._graph())

    def without_names(self, text: str) -> str:
        """Return a text about the registers meant, without personal names where none are wanted."""
        if self.names:
            return text
        from ssp_graph.answers.without_names import written_names_remover

        homes = {place for folder in self.folders() for place in (folder, *folder.resolve().parent.iterdir())}
        files = [path for home in homes if home.is_dir() for path in home.glob("people.y*ml*")]
        return written_names_remover(path.read_text("utf-8", "replace") for path in files)(text)

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


def plan_of(context: typer.Context, day: str | None) -> Plan:
    """Return the registers of a command that is running on the day it asks for, or today.

    Raises:
        RegisterError: a register has errors.
        UsageError: the day is none.
    """
    return plan_as_of(settings_of(context), day)


def plan_as_of(settings: Settings, day: str | None) -> Plan:
    """Return the registers meant on a day or on that of a meeting, or today.

    Raises:
        RegisterError: a register has errors.
        UsageError: the day is none, and no meeting.
    """
    from ssp_graph.plan import Plan, plan_on

    if day is None:
        return plan_on(settings.graph, None, today())
    from ssp_graph.answers.names import day_meant

    return plan_on(settings.graph, day_meant(Plan(settings.graph, today()), day), today())


def today() -> str:
    """Return the day on which the command runs."""
    return datetime.datetime.now(tz=datetime.UTC).astimezone().date().isoformat()


def note(text: str) -> None:
    """Say something beside the answer, on standard error."""
    typer.echo(text, err=True)


def agree(yes: bool) -> None:
    """Ask whether what was shown is to be written, unless that is settled.

    Raises:
        UsageError: there is nobody to ask.
        typer.Exit: it is not to be.
    """
    if yes:
        return
    if not sys.stdin.isatty():
        raise UsageError("Nothing was written. Add --yes to write this, or run it in a terminal, where it asks.")
    typer.echo("Write this? [y/N] ", err=True, nl=False)
    if sys.stdin.readline().strip().casefold() not in ("y", "yes"):
        note("Nothing was written.")
        raise typer.Exit(1)


_QUIET_FOR = 1.0  # seconds


class Progress:
    """Tells on standard error how far work has got, once it has taken more than a second."""

    def __init__(self, what: str) -> None:
        """Start the clock."""
        self.what = what
        self.started = time.monotonic()
        self.said = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Say it, at most every second; on a terminal the line is written over. Of one there is nothing to say."""
        now = time.monotonic()
        if total == 1 or now - self.started < _QUIET_FOR or (now - self.said < _QUIET_FOR and done < total):
            return
        self.said = now
        end = "\n" if done == total or not sys.stderr.isatty() else "\r"
        typer.echo(f"{self.what}: {done} of {total}{end}", err=True, nl=False)


def progress(what: str) -> Progress:
    """Return a teller of progress for one piece of work."""
    return Progress(what)
