"""The command that writes a board paper, or a folder with the paper, its pictures and its tables."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer

from ssp_graph.cli.context import note, plan_of, today
from ssp_graph.cli.emit import Day
from ssp_graph.errors import UsageError
from ssp_graph.outputs.formats import PaperFormat, format_of, said_by


def paper(
    context: typer.Context,
    path: Annotated[
        Path,
        typer.Argument(
            metavar="PATH", help="A file that ends in .docx, .odt, .html or .md, or a folder.", show_default=False
        ),
    ],
    format: Annotated[
        PaperFormat | None,
        typer.Option("--format", "-f", case_sensitive=False, help="Of the paper in a folder. Default: docx."),
    ] = None,
    short: Annotated[bool, typer.Option("--short", help="The pages to decide by, without the appendices.")] = False,
    day: Day = None,
) -> None:
    """Write a board paper on accountability, ready to edit.

    A folder gets the paper as paper.docx, its pictures and, whole, the tables that the paper shortens.

    Example: ssp-graph paper paper.docx --names no
    """
    from ssp_graph.engines import open_engine
    from ssp_graph.outputs import make_folder, write
    from ssp_graph.outputs.paper import pack, render_paper
    from ssp_graph.papers import paper as accountability

    chosen = _format(path, format)
    plan = plan_of(context, day)
    with open_engine("ladybug", plan.graph) as running:
        found = accountability(running, plan, made=today(), short=short)
    if _is_paper(path):
        files = {path: render_paper(found, chosen)}
    else:
        make_folder(path, "Name a folder, or a file that ends in .docx, .odt, .html or .md.")
        files = {path / name: data for name, data in pack(found, chosen).items()}
    for target, data in files.items():
        write(data, target)
        note(f"Written: {target}")


def _format(path: Path, chosen: str | None) -> str:
    """Return the format of the paper: of a file its suffix says it, of a folder the option."""
    if not _is_paper(path):
        if not path.suffix or _is_folder(path):
            return chosen or "docx"
        raise UsageError(
            f"{path}: a paper ends in .docx, .odt, .html or .md. For a folder with the paper, its pictures and its "
            "tables, give a name without a dot."
        )
    said = format_of(path, None, "docx", PaperFormat)
    if chosen and chosen != said:
        raise UsageError(f"{path} ends in {path.suffix}, but --format says {chosen}. Leave one of them out.")
    return said


def _is_paper(path: Path) -> bool:
    return said_by(path) in get_args(PaperFormat)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that no file can have
        return False


def add_to(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command("paper")(paper)
