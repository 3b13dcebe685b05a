"""The command that writes a site: a folder of pages, or all of them in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ssp_graph.cli.ask import Questions
from ssp_graph.cli.context import note, plan_of, progress
from ssp_graph.cli.emit import Day, emit
from ssp_graph.english import counted
from ssp_graph.errors import UsageError

if TYPE_CHECKING:
    from ssp_graph.site import Site


def site(
    context: typer.Context,
    path: Annotated[
        Path | None,
        typer.Argument(metavar="PATH", help="A folder, or a file that ends in .html.", show_default=False),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Say what would be published, and write nothing.")
    ] = False,
    questions: Questions = None,
    day: Day = None,
) -> None:
    """Write pages that answer everything at a click: a folder for a server or a shared drive, or one file to send.

    They work without a network and without scripts. A folder that holds anything else is refused; of a site that is
    there already only what changed is written.

    Example: ssp-graph site accountability --names no
    """
    from ssp_graph.engines import open_engine
    from ssp_graph.questions.library import library
    from ssp_graph.site import published
    from ssp_graph.site import site as site_of
    from ssp_graph.site.folder import refuse_others

    if path is None and not check:
        raise UsageError("Where is the site to be written? Give a folder, or a file that ends in .html.")
    if path and not _is_file(path) and not check:
        if path.suffix and not path.is_dir():
            raise UsageError(f"{path}: a site in one file ends in .html. For a folder, give a name without a dot.")
        refuse_others(path)
    plan = plan_of(context, day)
    with open_engine("ladybug", plan.graph) as running:
        made = site_of(running, plan, library(questions))
    if check:
        emit(published(made), None, None)
    elif path:
        _write(made, path)


def _is_file(path: Path) -> bool:
    return path.suffix.lower() in (".html", ".htm")


def _write(made: Site, path: Path) -> None:
    from ssp_graph.outputs import write
    from ssp_graph.site import one_file, rendered, write_folder

    telling = progress("Writing pages")
    if _is_file(path):
        write(one_file(made, telling), path)
        note(f"Written: {path}")
        return
    done = write_folder(rendered(made, telling), path)
    removed = f", {counted(done.removed, 'stale file')} removed" if done.removed else ""
    note(f"Written: {path / 'index.html'} ({done.written} of {counted(done.files, 'file')} changed{removed})")


def add_to(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command("site")(site)
