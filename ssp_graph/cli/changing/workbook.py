"""Commands of a whole register as a workbook: out, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ssp_graph.cli.changing.drafts import Yes, drafts_of, write_agreed
from ssp_graph.cli.context import note, plan_of, today
from ssp_graph.errors import UsageError

if TYPE_CHECKING:
    from ssp_graph.workbook.book import OpenGap

File = Annotated[Path, typer.Argument(metavar="FILE", help="Its name ends in .xlsx or .ods.", show_default=False)]

workbook = typer.Typer(
    help="A whole register as a workbook, out and back.\n\n"
    "Example: ssp-graph --register newtown workbook export newtown.xlsx",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@workbook.command("export")
def export(
    context: typer.Context,
    file: File,
    everything: Annotated[
        bool, typer.Option("--all", help="Every sheet and column, also those that are not in use.")
    ] = False,
    empty: Annotated[
        bool, typer.Option("--empty", help="The workbook of a register that does not exist yet, with examples.")
    ] = False,
    gaps: Annotated[bool, typer.Option("--gaps/--no-gaps", help="With the list of open gaps, or without.")] = True,
    day: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="The day of the open gaps. Default: today.")
    ] = None,
) -> None:
    """Make the workbook of a register, to be filled in and sent back.

    It has a sheet for each kind in use, a row for each thing, lists to choose from, and the open gaps, to be accepted
    with a reason. A file that is there already is left alone: it may hold somebody's work.

    Example: ssp-graph --register newtown workbook export newtown.xlsx
    """
    from ssp_graph.outputs import write
    from ssp_graph.workbook import ods, xlsx
    from ssp_graph.workbook.book import book
    from ssp_graph.workbook.empty import empty_book

    if file.suffix.lower() not in (".xlsx", ".ods"):
        raise UsageError(f"{file}: a workbook ends in .xlsx or .ods.")
    if file.exists():
        raise UsageError(
            f"{file} is there already and may hold somebody's work. Name another file, or delete it first."
        )
    if empty:
        made = empty_book(today())
    else:
        drafts = drafts_of(context)
        found = _open_gaps(context, drafts.register.id, day) if gaps else []
        made = book(drafts.registers, drafts.register, today(), found, everything=everything)
    write((xlsx if file.suffix.lower() == ".xlsx" else ods).render(made), file)
    note(f"Written: {file}")


def _open_gaps(context: typer.Context, register: str, day: str | None) -> list[OpenGap]:
    from ssp_graph.engines import open_engine
    from ssp_graph.workbook.gaps import open_gaps

    plan = plan_of(context, day)
    with open_engine("ladybug", plan.graph) as running:
        return open_gaps(running, plan, register)


@workbook.command("import")
def import_(context: typer.Context, file: File, yes: Yes = False) -> None:
    """Take back a workbook that was filled in.

    Shows what would change, record by record, and asks before it writes. All of it is taken or, if anything is wrong
    or was changed on both sides, nothing: every reason is told with its cell. A row that is missing deletes nothing.

    Example: ssp-graph --register newtown workbook import newtown.xlsx
    """
    from ssp_graph.editing.spreadsheets import read_workbook
    from ssp_graph.workbook.filled import filled

    drafts = drafts_of(context)
    if file.suffix.lower() == ".csv":
        raise UsageError(f"{file}: a workbook ends in .xlsx or .ods.")
    found, notes = filled(drafts.registers, drafts.register, read_workbook(file))
    for line in notes:
        note(line)
    write_agreed(found, yes, "Nothing to change: the workbook says what the register says.")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(workbook, name="workbook")
