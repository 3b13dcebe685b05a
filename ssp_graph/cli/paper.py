"""Commands that write something whole: a board paper, and a site of pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from ssp_graph.cli.ask import Questions
from ssp_graph.cli.context import note, plan_of, progress, settings_of, today
from ssp_graph.cli.emit import Day, emit
from ssp_graph.english import counted
from ssp_graph.errors import UsageError, WorkError
from ssp_graph.files import content_of
from ssp_graph.outputs.formats import PaperFormat, format_of, said_by

if TYPE_CHECKING:
    from ssp_graph.site import Site


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
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            metavar="FILE",
            help="A .docx or .dotx whose pages, styles, header and footer the paper takes.",
            show_default=False,
        ),
    ] = None,
    day: Day = None,
) -> None:
    """Write a board paper on accountability, ready to edit.

    A folder gets the paper as paper.docx, its pictures and, in one workbook, the tables that it shortens.

    Example: ssp-graph paper paper.docx --names no
    """
    from ssp_graph.engines import open_engine
    from ssp_graph.outputs import make_folder, write
    from ssp_graph.outputs.paper import pack, render_paper
    from ssp_graph.papers import paper as accountability

    chosen = _format(path, format)
    frame = _frame(template) if template else None
    plan = plan_of(context, day)
    with open_engine("ladybug", plan.graph) as running:
        found = accountability(running, plan, made=today(), short=short)
    if _is_paper(path):
        files = {path: render_paper(found, chosen, frame)}
    else:
        make_folder(path, "Name a folder, or a file that ends in .docx, .odt, .html or .md.")
        files = {path / name: data for name, data in pack(found, chosen, frame).items()}
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


def _frame(template: Path) -> bytes:
    try:
        return content_of(template)
    except OSError as error:
        raise WorkError(f"{template} cannot be read: {error.strerror}.") from error


def _is_paper(path: Path) -> bool:
    return said_by(path) in get_args(PaperFormat)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that no file can have
        return False


def site(
    context: typer.Context,
    path: Annotated[
        Path | None,
        typer.Argument(metavar="PATH", help="A folder, or a file that ends in .html.", show_default=False),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Say what would be published, and write nothing.")] = False,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Tell what changed from this day on, too.")
    ] = None,
    by_person: Annotated[
        bool, typer.Option("--attendance-by-person", help="Tell how often each person came, beside seat by seat.")
    ] = False,
    questions: Questions = None,
    day: Day = None,
) -> None:
    """Write pages that answer everything at a click: a folder for a server or a shared drive, or one file to send.

    They work without a network and without scripts. A folder that holds anything else is refused; of a site that is
    there already only what changed is written. Of two plans of which one follows the other, what changed is told too.

    Example: ssp-graph site accountability --names no
    """
    from ssp_graph.cli.compare import all_changes
    from ssp_graph.engines import open_engine
    from ssp_graph.questions.library import library
    from ssp_graph.site import published
    from ssp_graph.site import site as site_of
    from ssp_graph.site.folder import refuse_others

    if path is None and not check:
        raise UsageError("Where is the site to be written? Give a folder, or a file that ends in .html.")
    if path and not _is_page(path) and not check:
        if path.suffix and not path.is_dir():
            raise UsageError(f"{path}: a site in one file ends in .html. For a folder, give a name without a dot.")
        refuse_others(path)
    plan = plan_of(context, day)
    with open_engine("ladybug", plan.graph) as running:
        changes = all_changes(settings_of(context), plan, since)
        made = site_of(running, plan, library(questions), changes, by_person=by_person, made=today())
    if check:
        emit(published(made), None, None)
    elif path:
        _write_site(made, path)


def _is_page(path: Path) -> bool:
    return path.suffix.lower() in (".html", ".htm")


def _write_site(made: Site, path: Path) -> None:
    from ssp_graph.outputs import write
    from ssp_graph.site import one_file, rendered, write_folder

    telling = progress("Writing pages")
    if _is_page(path):
        write(one_file(made, telling), path)
        note(f"Written: {path}")
        return
    done = write_folder(rendered(made, telling), path)
    removed = f", {counted(done.removed, 'stale file')} removed" if done.removed else ""
    note(f"Written: {path / 'index.html'} ({done.written} of {counted(done.files, 'file')} changed{removed})")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("paper")(paper)
    app.command("site")(site)
