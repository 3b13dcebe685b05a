"""Commands that walk the graph: who, history, due, chain, mapping."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from ssp_graph.cli.context import plan_of
from ssp_graph.cli.emit import Day, Format, Kind, Output, Sources, Thing, emit


def who(
    context: typer.Context,
    thing: Thing,
    kind: Kind = None,
    format: Format = None,
    output: Output = None,
    sources: Sources = "pages",
    day: Day = None,
) -> None:
    """Say who answers for a thing: owner, lead, holder, chair, delivery, oversight, scrutiny, duty.

    Example: ssp-graph who "Domestic Abuse"
    """
    from ssp_graph.answers.names import find, of_that_name
    from ssp_graph.answers.who import who as answers_for

    plan = plan_of(context, day)
    text = " ".join(thing)
    found = find(plan, text, kind)
    emit(answers_for(plan, found.id, found.note, of_that_name(plan, text, found.id)), format, output, sources)


def history(
    context: typer.Context,
    thing: Thing,
    kind: Kind = None,
    format: Format = None,
    output: Output = None,
    sources: Sources = "pages",
    day: Day = None,
) -> None:
    """Tell who held, chaired, led or owned a thing in turn, its names, members and vacancies, in order of days.

    Example: ssp-graph history Cabinet
    """
    from ssp_graph.answers.names import find
    from ssp_graph.answers.past.history import history as in_order_of_days

    plan = plan_of(context, day)
    found = find(plan, " ".join(thing), kind)
    emit(in_order_of_days(plan, found.id, found.note), format, output, sources)


def due(
    context: typer.Context,
    months: Annotated[int, typer.Option("--months", min=1, max=120, help="How many months ahead.")] = 12,
    calendar: Annotated[
        Path | None,
        typer.Option("--calendar", metavar="FILE.ics", help="Write the days as a calendar too, as Outlook opens one."),
    ] = None,
    format: Format = None,
    output: Output = None,
    sources: Sources = "pages",
    day: Day = None,
) -> None:
    """List what comes up: reviews, ends of strategies and terms, meetings, actions, recommendations; reports.

    Example: ssp-graph due --months 6
    """
    from ssp_graph.answers.due import due as coming

    answer = coming(plan_of(context, day), months)
    emit(answer, format, output, sources)
    if calendar is not None:
        from ssp_graph.outputs.files import write
        from ssp_graph.outputs.ics import render

        write(render(answer), calendar)
        typer.echo(f"Written: {calendar}", err=True)


def chain(
    context: typer.Context,
    thing: Thing,
    kind: Kind = None,
    every: Annotated[bool, typer.Option("--all", help="Every way in full, step by step.")] = False,
    format: Format = None,
    output: Output = None,
    sources: Sources = "pages",
    day: Day = None,
) -> None:
    """Say to whom a thing is accounted for in the end, and by which ways; where they stop, and what is missing.

    Example: ssp-graph chain "Domestic Abuse"
    """
    from dataclasses import replace

    from ssp_graph.answers.chain import chain as routes
    from ssp_graph.answers.names import find

    plan = plan_of(context, day)
    found = find(plan, " ".join(thing), kind)
    answer = routes(plan, found.id, found.note)
    emit(replace(answer, ways=()) if every else answer, format, output, sources)


def mapping(
    context: typer.Context,
    onto: Annotated[
        Literal["priorities", "outcomes"],
        typer.Option("--onto", help="Priorities of the region, or the borough's outcomes."),
    ] = "priorities",
    by: Annotated[Literal["priority", "theme"], typer.Option("--by", help="What to group the rows by.")] = "priority",
    format: Format = None,
    output: Output = None,
    sources: Sources = "pages",
    day: Day = None,
) -> None:
    """Set the regional priorities against the themes, both ways, with what nothing maps to.

    Example: ssp-graph mapping --format md
    """
    from ssp_graph.answers.mapping import mapping as priorities_and_themes

    plan = plan_of(context, day)
    emit(priorities_and_themes(plan, onto, by), format, output, sources)


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("who")(who)
    app.command("history")(history)
    app.command("due")(due)
    app.command("chain")(chain)
    app.command("mapping")(mapping)
