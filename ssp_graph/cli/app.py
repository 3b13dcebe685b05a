"""The command itself: its global options, its commands in the order of the help, and how errors end it."""

from __future__ import annotations

import copy
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from ssp_graph.cli import answer, ask, compare, draw, export, keep, matrix, paper
from ssp_graph.cli.changing import single, workbook
from ssp_graph.cli.context import Settings
from ssp_graph.english import counted
from ssp_graph.errors import RegisterError, SspGraphError

app = typer.Typer(
    help="Who owns what, where the gaps are, and how regional priorities map onto a partnership's themes.",
    epilog="Begin with: ssp-graph list",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            typer.echo(f"ssp-graph {version('ssp-graph')}")
        except PackageNotFoundError:
            typer.echo("ssp-graph, run from a checkout that is not installed")
        raise typer.Exit


@app.callback()
def settings(
    context: typer.Context,
    register: Annotated[
        list[Path] | None,
        typer.Option(
            "--register",
            "-r",
            metavar="DIR",
            help="The folder of a register; repeat it to load several. Without it: SSP_GRAPH_REGISTER, "
            "else the current folder if it holds a register.yaml, else the shipped register.",
        ),
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Read and fill everything anew, and keep nothing.")
    ] = False,
    names: Annotated[
        Literal["yes", "no"], typer.Option("--names", help="no: leave out personal names; posts stand for them.")
    ] = "yes",
    _: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Take the options that hold for every command."""
    context.obj = Settings(tuple(register or ()), cached=not no_cache, names=names == "yes")


for module in (keep, answer, compare, matrix, workbook, single, draw, paper, ask, export):
    module.add_to(app)
app.add_typer(keep.cache, name="cache")  # last in the help


_GLOBAL = {"--register": 2, "-r": 2, "--names": 2, "--no-cache": 1}


def _global_first(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with the options that hold for every command in front, wherever they were written."""
    first: list[str] = []
    rest = list(arguments)
    place = 0
    while place < len(rest) and rest[place] != "--":
        name, sign, _ = rest[place].partition("=")
        taken = (1 if sign else _GLOBAL[name]) if name in _GLOBAL else 0
        first += rest[place : place + taken]
        del rest[place : place + taken]
        place += not taken
    return first + rest


def _for(arguments: Sequence[str]) -> typer.Typer:
    """Return the command line with the one command that is asked for, or whole where that is none by itself.

    To make all of them ready takes longer than most answers. The options that hold for every command come first.
    """
    place = 0
    while place < len(arguments) and (name := arguments[place].partition("="))[0] in _GLOBAL:
        place += 1 if name[1] else _GLOBAL[name[0]]
    asked = [command for command in app.registered_commands if [command.name] == [*arguments[place : place + 1]]]
    if not asked:
        return app
    narrow = copy.copy(app)
    narrow.registered_commands, narrow.registered_groups = asked, []
    return narrow


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 answered, 1 errors or work not done, 2 wrong use."""
    try:
        code = _run(_global_first(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output, such as `head`, has gone
        _give_up_output()
        return 0
    except OSError as error:
        _give_up_output()
        typer.echo(f"Error: {_not_written(error)}", err=True)
        return 1
    except KeyboardInterrupt:
        typer.echo("Stopped.", err=True)
        return 130
    return code


def _run(arguments: list[str]) -> int:
    try:
        _for(arguments)(args=arguments, prog_name="ssp-graph")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except RegisterError as error:
        typer.echo(str(error), err=True)
        errors = counted(len(error.problems), "error")
        typer.echo(f"\n{errors}: no answer is given before they are mended.", err=True)
        return error.exit_code
    except SspGraphError as error:
        typer.echo(f"Error: {error}", err=True)
        return error.exit_code
    return 0


def _give_up_output() -> None:
    """Let the last flush of an output that takes nothing more succeed."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - open until the end


def _not_written(error: OSError) -> str:
    if error.filename is None:
        what = f"Standard output was not written whole ({error.strerror})"
        return f"{what}. Make room, or write elsewhere with --output."
    return f"{error.filename} cannot be used ({error.strerror}). Make room, or see that you may write there."
