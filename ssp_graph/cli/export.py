"""The command that hands the whole graph to other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ssp_graph.cli.context import note, settings_of
from ssp_graph.cli.emit import put
from ssp_graph.errors import UsageError, WorkError

_FORMATS = ("json", "csv", "graphml", "cypher")


def export(
    context: typer.Context,
    format: Annotated[str, typer.Argument(metavar="FORMAT", help="json, csv, graphml or cypher.")],  # noqa: A002
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="PATH", help="The file to write; for csv, the folder.")
    ] = None,
) -> None:
    """Export the whole graph, complete and sorted: json, csv, graphml, or cypher for cypher-shell.

    Example: ssp-graph export json --output graph.json
    """
    from ssp_graph.outputs import whole_graph, write

    if format not in _FORMATS:
        raise UsageError(f"There is no export format '{format}'. The formats are {', '.join(_FORMATS)}.")
    if format == "csv" and output is None:
        raise UsageError("The csv export is two files, nodes.csv and edges.csv. Give a folder with --output DIR.")
    graph = settings_of(context).graph
    if format == "csv" and output is not None:
        try:
            output.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WorkError(f"The folder {output} cannot be made ({error.strerror}). Give another.") from None
        for name, data in whole_graph.as_csv(graph).items():
            write(data, output / name)
            note(f"Written: {output / name}")
        return
    if format == "cypher":
        from ssp_graph.engines.script import script

        data = script(graph).encode()
    else:
        data = whole_graph.as_json(graph) if format == "json" else whole_graph.as_graphml(graph)
    if output is None:
        put(data)
        return
    write(data, output)
    note(f"Written: {output}")


def add_to(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command("export")(export)
