"""The command that empties what is kept between runs."""

from __future__ import annotations

import typer

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
    """Add this group of commands to the command line."""
    app.add_typer(cache, name="cache")
