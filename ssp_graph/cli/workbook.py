"""Commands that change a register without an editor: a whole one as a workbook, or one thing after the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ssp_graph.cli.context import agree, note, plan_of, progress, settings_of, today
from ssp_graph.errors import UsageError
from ssp_graph.shipped import shipped

if TYPE_CHECKING:
    from ssp_graph.workbook.book import OpenGap
    from ssp_graph.workbook.drafts import Drafts

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="Its name ends in .xlsx or .ods.", show_default=False)]
Name = Annotated[str, typer.Argument(metavar="THING", help="A name, alias or id.", show_default=False)]
Document = Annotated[
    str, typer.Option("--document", metavar="NAME", help="Where it is stated; default: the register's own document.")
]
Page = Annotated[str, typer.Option("--page", metavar="NUMBER", help="The page, where the document has pages.")]
Anchor = Annotated[
    str, typer.Option("--anchor", metavar="WORDS", help="Two to six words at that place, to find it again by.")
]
With = Annotated[
    list[str] | None, typer.Option("--with", metavar="KEY=VALUE", help="Another key beside it, as often as needed.")
]

workbook = typer.Typer(
    help="A whole register as a workbook, out and back.\n\nExample: ssp-graph -r newtown workbook export newtown.xlsx",
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
        drafts = _drafts(context)
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

    drafts = _drafts(context)
    if file.suffix.lower() == ".csv":
        raise UsageError(f"{file}: a workbook ends in .xlsx or .ods.")
    found, notes = filled(drafts.registers, drafts.register, read_workbook(file))
    for line in notes:
        note(line)
    _write(found, yes, "Nothing to change: the workbook says what the register says.")


def set_(
    context: typer.Context,
    thing: Name,
    key: Annotated[
        str, typer.Argument(metavar="KEY", help="As in the dictionary: due, owner, led_by.", show_default=False)
    ],
    value: Annotated[
        str, typer.Argument(metavar="VALUE", help="A name, a date or words; empty takes it out.", show_default=False)
    ],
    more: With = None,
    document: Document = "",
    page: Page = "",
    anchor: Anchor = "",
    yes: Yes = False,
) -> None:
    """Set a key of a thing.

    Of relationships, the new one takes the place of the only one without dates. What has dates is history and stays:
    end it, and set the new one. Shows the change and asks before it writes.

    Example: ssp-graph -r newtown set "Light the underpass" owner "Head of Highways" --page 3 --anchor "Highways" -y
    """
    from ssp_graph.workbook.single import set_key

    drafts = _drafts(context)
    set_key(drafts, thing, key, value, _pairs(more), {"document": document, "page": page, "anchor": anchor})
    _write(drafts, yes, "Nothing to change: the register says so already.")


def end(
    context: typer.Context,
    thing: Name,
    key: Annotated[
        str, typer.Argument(metavar="[KEY]", help="The key of a relationship, such as led_by.", show_default=False)
    ] = "",
    other: Annotated[
        str,
        typer.Argument(metavar="[OTHER]", help="What it is with; without, the thing itself ends.", show_default=False),
    ] = "",
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="The last day. Default: today.")] = "",
    document: Document = "",
    page: Page = "",
    anchor: Anchor = "",
    yes: Yes = False,
) -> None:
    """End a thing, or one of its relationships: from the day after it is history.

    Example: ssp-graph -r newtown end "Safe streets" led_by "Head of Community Safety" --until 2025-03-31 --yes
    """
    from ssp_graph.workbook.single import end as ended

    if bool(key) != bool(other):
        raise UsageError("Name both, the key and what it is with, or neither.")
    drafts = _drafts(context)
    ended(drafts, thing, key, other, until or today(), {"document": document, "page": page, "anchor": anchor})
    _write(drafts, yes, "Nothing to change: it ended then already.")


def add(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="action, meeting, post …", show_default=False)],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name or title.", show_default=False)],
    more: With = None,
    document: Document = "",
    page: Page = "",
    anchor: Anchor = "",
    yes: Yes = False,
) -> None:
    """Add a thing, with an id made of its name.

    Example: ssp-graph -r newtown add meeting "Board of 4 June 2025" --with day=2025-06-04 --with "body=Safer Board" -y
    """
    from ssp_graph.workbook.single import add as added

    drafts = _drafts(context)
    added(drafts, kind, name, _pairs(more), {"document": document, "page": page, "anchor": anchor})
    _write(drafts, yes, "")


def _drafts(context: typer.Context) -> Drafts:
    """Return drafts of the one register that is meant."""
    from ssp_graph.register.loading import load
    from ssp_graph.workbook.drafts import Drafts

    settings = settings_of(context)
    registers = load(settings.folders(fall_back=False), shipped("seed"), progress("Reading registers"))
    if len(registers.named) > 1:
        raise UsageError("A workbook is of one register, and so is a change. Give one with --register DIR.")
    return Drafts(registers, registers.by_id[registers.named[0]])


def _pairs(given: list[str] | None) -> dict[str, str]:
    pairs = [text.partition("=") for text in given or ()]
    if wrong := next((name for name, sign, _ in pairs if not sign), ""):
        raise UsageError(f"--with {wrong} is not KEY=VALUE. Write for example --with due=2025-03-31.")
    return {name.strip(): value for name, _, value in pairs}


def _write(drafts: Drafts, yes: bool, otherwise: str) -> None:
    """Show what would change, ask unless that is settled, and write it."""
    from ssp_graph.english import counted
    from ssp_graph.register.loading import shown_path

    found = drafts.rewriting()
    if found is None:
        note(otherwise)
        return
    many = sum(draft.change() is not None for draft in drafts.all())
    typer.echo("\n".join([*drafts.told(), "", f"{counted(many, 'record')} would change."]))
    agree(yes)
    found.write()
    note(f"Written: {', '.join(shown_path(found.folder / name) for name in found.files)}")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(workbook, name="workbook")
    app.command("set")(set_)
    app.command("end")(end)
    app.command("add")(add)
