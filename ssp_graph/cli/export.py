"""Commands that hand the whole graph over: export to other programs, push into a server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ssp_graph.cli.context import note, progress, settings_of, today
from ssp_graph.cli.emit import Format, Output, emit, put
from ssp_graph.errors import UsageError
from ssp_graph.outputs.formats import GraphFormat


def export(
    context: typer.Context,
    format: Annotated[
        GraphFormat, typer.Argument(help="For other programs, or (cypher) for cypher-shell.", show_default=False)
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="PATH", help="The file to write; for csv, the folder.")
    ] = None,
) -> None:
    """Export the whole graph, complete and sorted: json, csv, graphml, or cypher for cypher-shell.

    Example: ssp-graph export json --output graph.json
    """
    from ssp_graph.outputs import make_folder, whole_graph, write

    if format == "csv" and output is None:
        raise UsageError("The csv export is two files, nodes.csv and edges.csv. Give a folder with --output DIR.")
    graph = settings_of(context).graph
    if format == "csv" and output is not None:
        make_folder(output)
        for name, data in whole_graph.as_csv(graph).items():
            write(data, output / name)
            note(f"Written: {output / name}")
        return
    if format == "cypher":
        from ssp_graph.engines.server.script import script

        data = script(graph).encode()
    else:
        data = whole_graph.as_json(graph) if format == "json" else whole_graph.as_graphml(graph)
    if output is None:
        put(data)
        return
    write(data, output)
    note(f"Written: {output}")


def push(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and write nothing.")] = False,
    format: Format = None,
    output: Output = None,
) -> None:
    """Write the graph into a Neo4j database, and remove what is no longer in the register.

    The server is named by NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and, where it has several databases,
    NEO4J_DATABASE. Each register is one transaction: wholly old or wholly new. Other data is never touched.

    Example: ssp-graph --register seed/exampleton push --dry-run
    """
    from ssp_graph.answers.reports.pushing import as_table
    from ssp_graph.engines.server.push import push as write_into

    settings = settings_of(context)
    settings.folders(fall_back=False)
    graph = settings.graph
    telling = {about["id"]: progress(f"Writing {about['id']}") for about in graph.graph["registers"]}
    pushed = write_into(graph, dry_run=dry_run, progress=lambda register, done, total: telling[register](done, total))
    from ssp_graph.plan import Plan

    emit(as_table(Plan(graph, today()), pushed), format, output)


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("export")(export)
    app.command("push")(push)
