"""The lead and supporting matrix: printed, checked, and kept, in the register or by a sheet that is filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from ssp_graph.cli.context import agree, note, plan_of, progress, settings_of, today
from ssp_graph.cli.emit import Day, Format, Output, emit
from ssp_graph.errors import UsageError
from ssp_graph.shipped import shipped

if TYPE_CHECKING:
    from ssp_graph.editing.changes import Rewriting
    from ssp_graph.register.register import Registers

Name = Annotated[str | None, typer.Option("--matrix", metavar="ID", help="Which matrix, where there are several.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")]

matrix_app = typer.Typer(invoke_without_command=True, rich_markup_mode=None)


@matrix_app.callback()
def matrix(
    context: typer.Context,
    by: Annotated[
        Literal["board"] | None, typer.Option("--by", help="Turn it round: each board with its themes.")
    ] = None,
    name: Name = None,
    format: Format = None,
    output: Output = None,
    day: Day = None,
) -> None:
    """Print the lead and supporting matrix, or check and keep it; several stand side by side.

    Example: ssp-graph matrix --output appendix-1.docx
    """
    if context.invoked_subcommand:
        if any(value is not None for value in (by, name, format, output, day)):
            raise UsageError(f"Write the options after the word {context.invoked_subcommand}.")
        return
    from ssp_graph.matrices.table import by_board, in_force
    from ssp_graph.matrices.table import matrix as lead_and_supporting
    from ssp_graph.matrices.together import side_by_side

    plan = plan_of(context, day)
    if by:
        emit(by_board(plan, name), format, output)
    elif name is None and len(in_force(plan)) > 1:
        emit(side_by_side(plan), format, output)
    else:
        emit(lead_and_supporting(plan, name), format, output)


@matrix_app.command("check")
def check(
    context: typer.Context,
    name: Name = None,
    format: Format = None,
    output: Output = None,
    day: Day = None,
) -> None:
    """Check the matrices for faults.

    A fault ends the command with 1: no lead; more than one; a lead board that is past; a supporting role without a
    lead. Told as well, but no fault: a cell that is not recorded, for the source may not say, and then also the lead
    or support that may be missing only because of it; and a board that leads everything, for it may.

    Example: ssp-graph matrix check --format csv
    """
    from ssp_graph.matrices.check import faults, matrix_check

    plan = plan_of(context, day)
    found = matrix_check(plan, name)
    emit(found, format, output)
    if faults(found):
        raise typer.Exit(1)


@matrix_app.command("set")
def set_(
    context: typer.Context,
    board: Annotated[str, typer.Argument(metavar="BOARD", help="A name, alias or id.", show_default=False)],
    theme: Annotated[str, typer.Argument(metavar="THEME", help="A name, alias or id.", show_default=False)],
    role: Annotated[
        str,
        typer.Argument(
            metavar="ROLE",
            help='lead, supporting ("lead jointly" with others), none, "to be determined" or "not recorded".',
            show_default=False,
        ),
    ],
    document: Annotated[
        str,
        typer.Option("--document", metavar="NAME", help="Where it is stated; default: the register's own document."),
    ] = "",
    page: Annotated[str, typer.Option("--page", metavar="NUMBER", help="The page, where the document has pages.")] = "",
    anchor: Annotated[
        str, typer.Option("--anchor", metavar="WORDS", help="Two to six words at that place, to find it again by.")
    ] = "",
    name: Name = None,
    yes: Yes = False,
) -> None:
    """Record a board's role on a theme.

    The role takes the place of the one that the board had, unless that has dates: then it is history and stays. Shows
    what is replaced and asks before it writes. Every role needs its source; "not recorded" removes what is written,
    and needs none. Comments, order and layout of the file stay as they are.

    Example: ssp-graph -r newtown matrix set "Safeguarding Adults Board" "Hate crime" none --page 12 --anchor none --yes
    """
    from ssp_graph.graph import build
    from ssp_graph.matrices.cell import cell_change
    from ssp_graph.matrices.writing import rewritten
    from ssp_graph.plan import Plan

    registers = _registers(context)
    change, told = cell_change(Plan(build(registers), today()), name, board, theme, role, document, page, anchor)
    if change is None:
        note(told)
        return
    edit = rewritten(registers, [change])
    typer.echo(f"{told}\n{edit.diff()}")
    _write(edit, yes)


@matrix_app.command("export")
def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Its name ends in .xlsx, .ods or .csv.")],
    name: Name = None,
    day: Day = None,
) -> None:
    """Make the sheet to fill in.

    It has a row for each cell, with the words to choose from and the source: document, page and anchor. A
    file that is there already is left alone: it may hold somebody's work.

    Example: ssp-graph --register newtown matrix export to-fill.xlsx
    """
    from ssp_graph.matrices.sheet import matrix_sheet
    from ssp_graph.outputs import render, write
    from ssp_graph.outputs.formats import SheetFormat, said_by

    kind = said_by(file)
    if kind not in get_args(SheetFormat):
        raise UsageError(f"{file}: a sheet to fill in ends in .xlsx, .ods or .csv.")
    if file.exists():
        raise UsageError(
            f"{file} is there already and may hold somebody's work. Name another file, or delete it first."
        )
    plan = plan_of(context, day)
    sheet = matrix_sheet(plan, name, mark_rows=kind == "csv")
    write(render(sheet, kind), file)
    note(f"Written: {file}")


@matrix_app.command("import")
def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The sheet that was filled in: .xlsx, .ods or .csv.")],
    yes: Yes = False,
) -> None:
    """Take back a sheet that was filled in.

    All of it is taken or, if anything is wrong with it, nothing. Shows what would change cell by cell, and asks
    before it writes. A row without a role changes nothing.

    Example: ssp-graph --register newtown matrix import to-fill.xlsx
    """
    from ssp_graph.editing.spreadsheets import read_workbook
    from ssp_graph.graph import build
    from ssp_graph.matrices.filled import filled
    from ssp_graph.matrices.writing import rewritten

    registers = _registers(context)
    found = filled(build(registers), read_workbook(file))
    if not found.changes:
        note("Nothing to change: the sheet says what the register says.")
        return
    edit = rewritten(registers, found.changes)
    emit(found.table, None, None)
    _write(edit, yes)


def _registers(context: typer.Context) -> Registers:
    from ssp_graph.register.loading import load

    return load(settings_of(context).folders(fall_back=False), shipped("seed"), progress("Reading registers"))


def _write(edit: Rewriting, yes: bool) -> None:
    """Ask, unless that is settled, and put the new text in the place of the old one."""
    from ssp_graph.files import shown_path

    agree(yes)
    edit.write()
    note(f"Written: {', '.join(shown_path(edit.folder / name) for name in edit.files)}")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(matrix_app, name="matrix")
