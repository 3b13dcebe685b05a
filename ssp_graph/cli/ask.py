"""Commands that ask an engine: gaps, ask, cypher, and what a query may name: schema."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ssp_graph.cli.completion import checks
from ssp_graph.cli.completion import questions as questions_
from ssp_graph.cli.context import Settings, note, plan_of, settings_of, today
from ssp_graph.cli.emit import Day, Format, Output, Sources, emit, put
from ssp_graph.errors import UsageError

if TYPE_CHECKING:
    from ssp_graph.engines import Engine as Running

Engine = Annotated[
    Literal["ladybug", "neo4j"],
    typer.Option("--engine", help="The one built in, or a Neo4j server that is named by NEO4J_URI."),
]
Questions = Annotated[
    Path | None, typer.Option("--questions", metavar="DIR", help="A folder of your own questions, beside the shipped.")
]


def _open(engine: str, settings: Settings) -> Running:
    from ssp_graph.engines import open_engine

    return open_engine(engine, settings.graph)


def gaps(
    context: typer.Context,
    check: Annotated[
        str | None,
        typer.Argument(
            metavar="[CHECK]", help="The name of a check, for its rows.", show_default=False, autocompletion=checks
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 if there is a gap nobody accepted.")] = False,
    questions: Questions = None,
    engine: Engine = "ladybug",
    format: Format = None,
    output: Output = None,
    sources: Sources = "pages",
    day: Day = None,
) -> None:
    """Count the gaps that each check finds, of how many; with a name, the rows of that check.

    Example: ssp-graph gaps actions-without-owner
    """
    from ssp_graph.questions import gaps as finding

    settings = settings_of(context)
    plan = plan_of(context, day)
    with _open(engine, settings) as running:
        answer = finding.gaps(running, plan, check or "", own=questions)
    emit(answer, format, output, sources)
    if strict and finding.unaccepted(answer):
        raise typer.Exit(1)


def ask(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]",
            help="The name of a question, or a question in your own words.",
            show_default=False,
            autocompletion=questions_,
        ),
    ] = None,
    values: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="A parameter of the question.")
    ] = None,
    show_cypher: Annotated[
        bool, typer.Option("--show-cypher", help="Print the question's Cypher, to paste into Neo4j Browser.")
    ] = False,
    questions: Questions = None,
    engine: Engine = "ladybug",
    format: Format = None,
    output: Output = None,
    sources: Sources = "pages",
    day: Day = None,
) -> None:
    """Run a named question; find one by a question in your own words; without words list them all.

    A parameter may stand as an option of its own: --theme Burglary for --set theme=Burglary. A name of the register in
    your own words sets it too. What no register holds is said.

    Example: ssp-graph ask actions-by-owner
    """
    from ssp_graph.questions.asking import run
    from ssp_graph.questions.catalogue import catalogue, chosen
    from ssp_graph.questions.finding import Finder
    from ssp_graph.questions.library import library
    from ssp_graph.questions.offering import clearly_meant, line_of, offered
    from ssp_graph.questions.running import to_paste

    settings = settings_of(context)
    plan = plan_of(context, day)
    known = library(questions)
    said, named = _options(words or ())
    text = " ".join(said)
    question = chosen(known, text) if text else None
    given = named | dict(_pair(value) for value in values or ())
    if question is None:
        if named:
            raise UsageError(f"There is no option --{next(iter(named))}. See them with: ssp-graph ask --help.")
        if values or show_cypher:
            what = f"No question is named '{text}'." if text else "Which question is meant? Give its name."
            raise UsageError(f"{what} Search for one with: ssp-graph ask WORDS.")
        if not text:
            emit(catalogue(known, plan), format, output)
            return
        understood = Finder(known).understood(plan, text)
        meant = clearly_meant(understood)
        if meant is None or meant.asks is None:
            emit(offered(known, plan, text, understood), format, output)
            return
        note(f"Asked: {line_of(meant, understood)}")
        question, given = meant.asks, dict(meant.settings)
    if show_cypher:
        put(to_paste(plan, question, given).encode())
        return
    with _open(engine, settings) as running:
        answer = run(running, plan, question, given)
    emit(answer, format, output, sources)


def _options(words: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Return the words without what is written as an option, and that by its name: a parameter of a question."""
    said: list[str] = []
    named: dict[str, str] = {}
    left = list(words)
    while left:
        word = left.pop(0)
        if not word.startswith("-") or word == "-":
            said.append(word)
            continue
        name, sign, value = word.lstrip("-").partition("=")
        if not word.startswith("--") or not (sign or left):
            raise UsageError(
                f"There is no option {word}, or its value is missing. See them with: ssp-graph ask --help."
            )
        named[name] = (value if sign else left.pop(0)).strip()
    return said, named


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise UsageError(f"--set {text} is not NAME=VALUE. Write for example --set year=2024/25.")
    return name.strip(), value.strip()


def cypher(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A query that only reads.", show_default=False)],
    engine: Engine = "ladybug",
    format: Format = None,
    output: Output = None,
    day: Day = None,
) -> None:
    """Run any Cypher that only reads, within limits of time, memory and rows.

    The parameters $registers, $loaded and $as_of are given. What a query may name: ssp-graph schema.

    Example: ssp-graph cypher "MATCH (b:Body) RETURN b.name AS body, b.sources AS sources LIMIT 5"
    """
    from ssp_graph.engines import sandbox
    from ssp_graph.questions.adhoc import as_table
    from ssp_graph.questions.running import given_to_all

    plan = plan_of(context, day)
    known = given_to_all(plan)
    try:
        rows = sandbox.ask(engine, plan.graph, text, known)
    except UsageError as error:
        raise UsageError(f"{error} What a query may name: ssp-graph schema.") from error
    emit(as_table(plan, text, rows), format, output)


def schema(
    format: Format = None,
    output: Output = None,
) -> None:
    """List the kinds, relationships and properties that a query may name.

    Example: ssp-graph schema
    """
    from ssp_graph.schema.vocabulary import vocabulary

    emit(vocabulary(today()), format, output)


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("gaps")(gaps)
    app.command("ask", context_settings={"ignore_unknown_options": True})(ask)
    app.command("cypher")(cypher)
    app.command("schema")(schema)
