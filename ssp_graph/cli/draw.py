"""Pictures: structure charts and maps as SVG, PNG, or a page to explore."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ssp_graph.cli.context import note, plan_of
from ssp_graph.cli.emit import Day, Kind, Output, put
from ssp_graph.errors import UsageError
from ssp_graph.outputs.formats import PictureFormat, format_of
from ssp_graph.pictures.draw import View

if TYPE_CHECKING:
    from ssp_graph.pictures.diagram import Diagram
    from ssp_graph.pictures.layout.options import Options


def draw(
    context: typer.Context,
    view: Annotated[View, typer.Argument(help="What to draw.", show_default=False)],
    thing: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[THING]", help="Of theme, around, chain and readings: what it is about.", show_default=False
        ),
    ] = None,
    kind: Kind = None,
    steps: Annotated[int, typer.Option("--steps", metavar="N", help="Of around: how many steps out.")] = 1,
    leads: Annotated[
        bool, typer.Option("--leads/--no-leads", help="Of structure: with chairs, themes and who leads them.")
    ] = True,
    matrix: Annotated[
        str | None, typer.Option("--matrix", metavar="ID", help="Of matrix: which, where there are several.")
    ] = None,
    direction: Annotated[
        Literal["down", "right"] | None, typer.Option("--direction", help="Default: what suits the paper.")
    ] = None,
    size: Annotated[Literal["a4", "a3", "slide"], typer.Option("--size", help="The paper that it is for.")] = "a4",
    in_print: Annotated[bool, typer.Option("--print", help="Black and white, of high contrast.")] = False,
    format: Annotated[
        PictureFormat | None,
        typer.Option("--format", "-f", case_sensitive=False, help="Default: svg, or what the file's suffix says."),
    ] = None,
    output: Output = None,
    day: Day = None,
) -> None:
    """Draw a picture for a paper, or a page to explore: its facts are beside it as a list and as a table.

    Example: ssp-graph draw structure --output structure.html
    """
    from ssp_graph.pictures.draw import draw as view_of
    from ssp_graph.pictures.layout.options import Options

    chosen = format_of(output, format, "svg", PictureFormat)
    if output is None and sys.stdout.isatty():
        raise UsageError(f"The format {chosen} is for files. Add --output FILE.{chosen}.")
    plan = plan_of(context, day)
    diagram = view_of(plan, view, " ".join(thing or ()), kind=kind, steps=steps, matrix=matrix, leads=leads)
    page = output.with_suffix(".html").name if output is not None else None
    options = Options(size, direction, in_print, page)
    _write(diagram, options, chosen, output)


def _write(diagram: Diagram, options: Options, format_: str, output: Path | None) -> None:
    from ssp_graph.outputs import write
    from ssp_graph.outputs.pages.picture import picture_page
    from ssp_graph.pictures.picture import Painted, picture

    html = format_ == "html"
    drawn = Painted(picture_page(diagram, options), True) if html else picture(diagram, format_, options)
    if not drawn.fits:
        note(
            f"In type of {options.paper.types[-1]} points this picture is larger than its paper, even with less named."
        )
    if output is None:
        put(drawn.data)
        return
    write(drawn.data, output)
    note(f"Written: {output}")


def add_to(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command("draw")(draw)
