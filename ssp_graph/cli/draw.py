"""Pictures: structure charts and maps as SVG, PNG, or a page to explore."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from ssp_graph.cli.context import note, plan_of
from ssp_graph.cli.emit import Day, Kind, Output, put
from ssp_graph.errors import UsageError

if TYPE_CHECKING:
    from ssp_graph.pictures import Options
    from ssp_graph.pictures.diagram import Diagram
    from ssp_graph.plan import Plan

View = Literal["structure", "theme", "around", "chain", "mapping", "matrix"]
_ABOUT_A_THING = ("theme", "around", "chain")
_FORMATS = ("svg", "png", "html")


def draw(
    context: typer.Context,
    view: Annotated[str, typer.Argument(metavar="VIEW", help=f"{', '.join(get_args(View))}.", show_default=False)],
    thing: Annotated[
        list[str] | None,
        typer.Argument(metavar="[THING]", help="Of theme, around and chain: what it is about.", show_default=False),
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
        str | None, typer.Option("--direction", metavar="WAY", help="down or right. Default: what suits the paper.")
    ] = None,
    size: Annotated[str, typer.Option("--size", metavar="PAPER", help="a4, a3 or slide.")] = "a4",
    in_print: Annotated[bool, typer.Option("--print", help="Black and white, of high contrast.")] = False,
    split: Annotated[
        bool, typer.Option("--split", help="Share it over several files, none larger than its paper.")
    ] = False,
    format: Annotated[str | None, typer.Option("--format", "-f", metavar="FORMAT", help="svg, png or html.")] = None,
    output: Output = None,
    day: Day = None,
) -> None:
    """Draw a picture for a paper, or a page to explore: its facts are beside it as a list and as a table.

    Example: ssp-graph draw structure --output structure.html
    """
    from ssp_graph.pictures import Options

    _one_of("VIEW", view, get_args(View))
    _one_of("--size", size, ("a4", "a3", "slide"))
    if direction is not None:
        _one_of("--direction", direction, ("down", "right"))
    chosen = _format(format, output)
    if output is None and sys.stdout.isatty():
        raise UsageError(f"The format {chosen} is for files. Add --output FILE.{chosen}.")
    if split and (output is None or chosen == "html"):
        raise UsageError("--split writes several svg or png files: add --output FILE.svg. A page is always shared out.")
    plan = plan_of(context, day)
    diagram = _diagram(plan, view, " ".join(thing or ()), kind, steps, matrix, leads=leads)
    page = output.with_suffix(".html").name if output is not None else None
    options = Options(size, direction, in_print, page)  # type: ignore[arg-type]  # each was looked at above
    _write(diagram, options, chosen, output, split=split)


def _one_of(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UsageError(f"{name} {value!r} is none of {', '.join(known)}.")


def _format(chosen: str | None, output: Path | None) -> str:
    found = chosen or (output.suffix.lower().lstrip(".") if output is not None else "") or "svg"
    found = {"htm": "html"}.get(found, found)
    if found not in _FORMATS:
        raise UsageError(f"A picture has no format {found!r}. The formats are {', '.join(_FORMATS)}.")
    return found


def _diagram(
    plan: Plan, view: str, thing: str, kind: str | None, steps: int, matrix: str | None, *, leads: bool
) -> Diagram:
    from ssp_graph.answers.names import find
    from ssp_graph.pictures import views

    if view not in _ABOUT_A_THING:
        if thing:
            raise UsageError(f"The view {view} is about the whole register and takes no THING.")
        if view == "structure":
            return views.structure(plan, leads=leads)
        return views.mapping(plan) if view == "mapping" else views.matrix(plan, matrix)
    if not thing:
        raise UsageError(f"What is the view {view} to be about? Name it: ssp-graph draw {view} THING.")
    found = find(plan, thing, "theme" if view == "theme" else kind)
    if view == "theme":
        return views.theme(plan, found.id, found.note)
    if view == "chain":
        return views.chain(plan, found.id, found.note)
    return views.around(plan, found.id, steps, found.note)


def _write(diagram: Diagram, options: Options, format_: str, output: Path | None, *, split: bool) -> None:
    from ssp_graph.outputs import write
    from ssp_graph.outputs.pages.picture import picture_page
    from ssp_graph.pictures import Picture, picture, pictures

    if split and output is not None:
        sheets = pictures(diagram, format_, options)
        for number, data in enumerate(sheets, 1):
            path = output.with_stem(f"{output.stem}-{number}") if len(sheets) > 1 else output
            write(data, path)
            note(f"Written: {path}")
        return
    html = format_ == "html"
    drawn = Picture(picture_page(diagram, options), True) if html else picture(diagram, format_, options)
    if not drawn.fits:
        paper = {"a4": "an A4 page", "a3": "an A3 page", "slide": "a slide"}[options.size]
        note(
            f"At its readable type size this picture is larger than {paper}. "
            f"Add --split to share it over several{', or choose --size a3' if options.size == 'a4' else ''}."
        )
    if output is None:
        put(drawn.data)
        return
    write(drawn.data, output)
    note(f"Written: {output}")


def add_to(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command("draw")(draw)
