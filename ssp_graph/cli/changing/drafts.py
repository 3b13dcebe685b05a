"""What every command that changes a register begins and ends with: drafts of it, and writing what was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ssp_graph.cli.context import agree, note, progress, settings_of
from ssp_graph.errors import UsageError
from ssp_graph.shipped import shipped

if TYPE_CHECKING:
    from ssp_graph.drafting.drafts import Drafts

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")]


def drafts_of(context: typer.Context) -> Drafts:
    """Return drafts of the one register that is meant."""
    from ssp_graph.drafting.drafts import Drafts
    from ssp_graph.register.loading import load

    settings = settings_of(context)
    if not settings.names:
        raise UsageError("A register is kept with the names that it holds. Leave out --names no.")
    registers = load(settings.folders(fall_back=False), shipped("seed"), progress("Reading registers"))
    if len(registers.named) > 1:
        raise UsageError("A workbook is of one register, and so is a change. Give one with --register DIR.")
    return Drafts(registers, registers.by_id[registers.named[0]])


def write_agreed(drafts: Drafts, yes: bool, otherwise: str) -> None:
    """Show what would change, ask unless that is settled, and write it."""
    from ssp_graph.english import counted
    from ssp_graph.files import shown_path

    found = drafts.rewriting()
    if found is None:
        note(otherwise)
        return
    many = sum(draft.change is not None for draft in drafts.all())
    typer.echo("\n".join([*drafts.told(), "", f"{counted(many, 'record')} would change."]))
    agree(yes)
    found.write()
    note(f"Written: {', '.join(shown_path(found.folder / name) for name in found.files)}")
