"""The command that tells what changed between two plans, or between two days of one."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ssp_graph.cli.context import note, plan_as_of, settings_of, today
from ssp_graph.cli.emit import Format, Output, Sources, emit
from ssp_graph.errors import UsageError
from ssp_graph.model.dates import in_words

if TYPE_CHECKING:
    from ssp_graph.cli.context import Settings
    from ssp_graph.plan import Plan
    from ssp_graph.results import Table


def compare(
    context: typer.Context,
    plans: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[A B]",
            help="The folders of two plans, the earlier first; with --from and --to of one, or of several together.",
            show_default=False,
        ),
    ] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="The earlier day, or a meeting.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="The later day, or a meeting.")] = None,
    format: Format = None,
    output: Output = None,
    sources: Sources = "pages",
) -> None:
    """Tell what changed between two plans, or two days: gaps, leads, chairs, actions; then the records.

    Example: ssp-graph compare --from 2018-06-01 --to 2020-06-01
    """
    folders, settings = tuple(plans or ()), settings_of(context)
    if first or last:
        before, after = _two_days(settings.of(folders) if folders else settings, first, last)
    else:
        before, after = _two_plans(settings, folders)
    emit(_compared(before, after), format, output, sources)


def all_changes(settings: Settings, plan: Plan, since: str | None) -> list[Table]:
    """Return what changed since a day, and from each plan meant to the one meant that follows it.

    Raises:
        UsageError: the day is none, or is not before the plan's.
    """
    found = []
    if since:
        table = _compared(*_two_days(settings, since, plan.day, ("--since", "--as-of")))
        found.append(replace(table, heading=replace(table.heading, title=f"What changed since {in_words(since)}")))
    if following := [(str(new.follows), new.id) for new in plan.named_registers if new.follows in plan.named]:
        folders = dict(zip(plan.named, settings.folders(), strict=False))
        found += [_compared(*_two_plans(settings, (folders[old], folders[new]))) for old, new in following]
    return found


def _compared(before: Plan, after: Plan) -> Table:
    from ssp_graph.comparing.compare import compare as changes
    from ssp_graph.engines import open_engine

    with ExitStack() as stack:
        old = stack.enter_context(open_engine("ladybug", before.graph))
        one = before.graph is after.graph
        new = old if one else stack.enter_context(open_engine("ladybug", after.graph))
        return changes(before, after, (old, new))


def _two_days(
    settings: Settings, first: str | None, last: str | None, named: tuple[str, str] = ("--from", "--to")
) -> tuple[Plan, Plan]:
    if not (first and last):
        raise UsageError("Give both days: --from 2019-03-31 --to 2020-03-31.")
    before, after = (plan_as_of(settings, day) for day in (first, last))
    if before.day > after.day:
        raise UsageError(f"{named[0]} {first} is after {named[1]} {last}. Give the earlier day first.")
    return before, after


def _two_plans(settings: Settings, folders: tuple[Path, ...]) -> tuple[Plan, Plan]:
    from ssp_graph.comparing.compare import days_to_compare
    from ssp_graph.plan import Plan

    folders = folders or settings.registers
    if len(folders) != 2:
        raise UsageError(
            "Which plans are meant? Give two folders, the earlier plan first: ssp-graph compare OLD NEW, "
            "or two days of one: ssp-graph compare PLAN --from 2019-03-31 --to 2020-03-31."
        )
    old, new = (settings.of((folder,)).graph for folder in folders)
    names = [graph.graph["named"] for graph in (old, new)]
    (earlier,), (later,) = (Plan(graph, "").named_registers for graph in (old, new))
    if later.follows == earlier.id:  # only together do they tell what goes on from one to the other
        old = new = settings.of(folders).graph
    days = days_to_compare(Plan(old, "", named=names[0]), Plan(new, "", named=names[1]), today())
    before, after = Plan(old, days[0], named=names[0]), Plan(new, days[1], named=names[1])
    if later.until_day < earlier.since_day:
        raise UsageError(f"{later.title} ends before {earlier.title} begins. Give the earlier plan first.")
    if days[0] == days[1] and earlier.id != later.id:
        note(f"The periods of the two plans overlap: both are compared on {days[0]}.")
    return before, after


def add_to(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command("compare")(compare)
