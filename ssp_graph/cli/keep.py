"""Commands about the register itself: validate, list, show, evidence, new; and about what is kept of it: cache."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from ssp_graph.cli.completion import kinds
from ssp_graph.cli.context import note, plan_of, progress, settings_of, today
from ssp_graph.cli.emit import Day, Format, Kind, Output, Sources, Thing, emit
from ssp_graph.english import counted, joined
from ssp_graph.errors import UsageError
from ssp_graph.shipped import shipped


def validate(context: typer.Context) -> None:
    """Check a register: every problem with file, line and what to do.

    Example: ssp-graph --register seed/exampleton validate
    """
    from ssp_graph.register.loading import read

    settings = settings_of(context)
    registers, problems = read(settings.folders(fall_back=False), shipped("seed"), progress("Reading registers"))
    for problem in problems:
        word = "" if problem.severity == "error" else "warning: "
        typer.echo(settings.without_names(f"{word}{problem}"))
    errors = sum(problem.severity == "error" for problem in problems)
    records = counted(sum(len(register.records) for register in registers.by_id.values()), "record")
    found = f"{counted(errors, 'error')}, {counted(len(problems) - errors, 'warning')}"
    typer.echo(f"{', '.join(registers.by_id) or 'No register'}: {records}, {found}.")
    if errors:
        raise typer.Exit(1)


def list_(
    context: typer.Context,
    kind: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[KIND]",
            help="A kind or a classification: bodies, boards, actions …",
            show_default=False,
            autocompletion=kinds,
        ),
    ] = None,
    format: Format = None,
    output: Output = None,
    sources: Sources = "pages",
    day: Day = None,
) -> None:
    """List what is in the register: counts by kind, or the things of one kind.

    Example: ssp-graph list boards
    """
    from ssp_graph.answers import listing

    plan = plan_of(context, day)
    found = listing.things(plan, " ".join(kind)) if kind else listing.counts(plan)
    emit(found, format, output, sources)


def show(
    context: typer.Context,
    thing: Thing,
    kind: Kind = None,
    format: Format = None,
    output: Output = None,
    sources: Sources = "pages",
    day: Day = None,
) -> None:
    """Show everything about one thing, as sentences with their pages.

    Example: ssp-graph show Cabinet
    """
    from ssp_graph.answers.names import find_all
    from ssp_graph.answers.show import show as everything

    plan = plan_of(context, day)
    things = find_all(plan, " ".join(thing), kind)
    emit(everything(plan, [each.id for each in things]), format, output, sources)


def evidence(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="The document, as text with form feeds between pages or PDF."),
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", metavar="ID", help="Which document it is; default: the register's own.")
    ] = None,
    lines: Annotated[
        bool, typer.Option("--untouched", help="List the lines that no anchor touches instead: a reading aid.")
    ] = False,
    format: Format = None,
    output: Output = None,
) -> None:
    """Check the words that each fact stands on against the document: on their page, elsewhere, nowhere.

    Example: ssp-graph --register newtown evidence plan.txt
    """
    from ssp_graph.answers.reports.evidence import faults, untouched_lines
    from ssp_graph.register.evidence import check_anchors, held_at, meant_document, pages_of
    from ssp_graph.register.loading import load

    settings = settings_of(context)
    registers = load(settings.folders(fall_back=False), shipped("seed"), progress("Reading registers"))
    named = [registers.by_id[name] for name in registers.named]
    meant = [(register, meant_document(register, document)) for register in named]
    titles = {register.records[f"document/{slug}"].called for register, slug in meant}
    if len(titles) > 1:
        raise UsageError(f"The registers stand on different documents: {'; '.join(sorted(titles))}. Check one by one.")
    pages = pages_of(file or held_at(*meant[0]))
    anchors = [anchor for register, slug in meant for anchor in check_anchors(register, slug, pages)]
    title = titles.pop()
    table = (
        untouched_lines(registers, today(), title, anchors, pages)
        if lines
        else faults(registers, today(), title, anchors)
    )
    if not settings.names:
        from ssp_graph.answers.without_names import names_remover
        from ssp_graph.graph import build

        table = replace(table, rows=tuple(names_remover(build(registers))(list(table.rows))))
    emit(table, format, output)
    if not lines and any(anchor.state != "on its page" for anchor in anchors):
        raise typer.Exit(1)


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    follows: Annotated[
        Path | None, typer.Option("--follows", metavar="OLD", help="The register of the plan that this one succeeds.")
    ] = None,
    workbook: Annotated[
        Path | None,
        typer.Option("--workbook", metavar="FILE", help="A workbook that was filled in: workbook export --empty."),
    ] = None,
) -> None:
    """Start a register for another partnership, with commented examples of each file.

    For a region, which holds what several partnerships share, delete what its register.yaml says a region has not.

    With --workbook, it holds what was filled in there.

    With --follows, it is the next plan's: things that stand keep their ids and names, and what the last plan said of
    them is written beneath as examples, for the new plan to say again.

    Example: ssp-graph new exampleton-2025-28 --follows seed/exampleton-2022-25
    """
    from ssp_graph.starting import slug_for, start

    if follows and workbook:
        raise UsageError("Give --follows or --workbook. Begin with one, and import a workbook of that for the rest.")
    if workbook is not None:
        from ssp_graph.editing.spreadsheets import read_workbook
        from ssp_graph.workbook.empty import texts_from

        texts, notes = texts_from(read_workbook(workbook), slug_for(folder))
        written, told = start(folder, texts), "".join(f"{line}\n" for line in notes)
    elif follows is None:
        written, told = start(folder), ""
    else:
        from ssp_graph.starting.following import following

        found = following(follows, slug_for(folder), shipped("seed"))
        written = start(folder, found.texts)
        told = (
            f"Carried over, with ids, names and sources: {_counts(found.carried)}.\n"
            "Who chairs, holds, leads or reports is not: the last plan's words on it are examples, marked with #.\n"
            f"Left as examples, or out where over: {_counts(found.left)}.\n"
        )
    files = sum(path.suffix == ".yaml" for path in written)
    quoted = f'"{folder}"' if " " in str(folder) else str(folder)
    typer.echo(f"{told}{files} files written to {folder}, and the schemas that an editor checks them by.")
    begin = "" if workbook else f"open {folder / 'register.yaml'}, then "
    note(f"Next: {begin}check it with: ssp-graph --register {quoted} validate")


def _counts(kinds: Mapping[str, int]) -> str:
    return joined([counted(number, kind.replace("-", " ")) for kind, number in kinds.items() if number]) or "nothing"


cache = typer.Typer(
    help="What is kept between runs: graphs, databases, answers.\n\nExample: ssp-graph cache clear",
    no_args_is_help=True,
)


@cache.command("clear")
def clear() -> None:
    """Empty the cache; the next command fills it again.

    Example: ssp-graph cache clear
    """
    from ssp_graph import store

    typer.echo(f"The cache is empty: {store.clear() / 1_000_000:.1f} MB freed.")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("validate")(validate)
    app.command("list")(list_)
    app.command("show")(show)
    app.command("evidence")(evidence)
    app.command("new")(new)
