"""One change at a time: set, end and add."""

from __future__ import annotations

from typing import Annotated

import typer

from ssp_graph.cli.changing.drafts import Yes, drafts_of, write_agreed
from ssp_graph.cli.context import today
from ssp_graph.errors import UsageError

Name = Annotated[str, typer.Argument(metavar="THING", help="A name, alias or id.", show_default=False)]
Document = Annotated[
    str, typer.Option("--document", metavar="NAME", help="Where it is stated; default: the register's own document.")
]
Page = Annotated[str, typer.Option("--page", metavar="NUMBER", help="The page, where the document has pages.")]
Anchor = Annotated[
    str, typer.Option("--anchor", metavar="WORDS", help="Two to six words at that place, to find it again by.")
]
With = Annotated[
    list[str] | None, typer.Option("--with", metavar="KEY=VALUE", help="Another key beside it, as often as needed.")
]


def set_(
    context: typer.Context,
    thing: Name,
    key: Annotated[
        str, typer.Argument(metavar="KEY", help="As in the dictionary: due, owner, led_by.", show_default=False)
    ],
    value: Annotated[
        str, typer.Argument(metavar="VALUE", help="A name, a date or words; empty takes it out.", show_default=False)
    ],
    more: With = None,
    document: Document = "",
    page: Page = "",
    anchor: Anchor = "",
    yes: Yes = False,
) -> None:
    """Set a key of a thing.

    Of relationships, the new one takes the place of the only one without dates. What has dates is history and stays:
    end it, and set the new one. Shows the change and asks before it writes.

    Example: ssp-graph -r newtown set survey-of-victims owner "Area Commander" --page 10 --anchor "will ask" --yes
    """
    from ssp_graph.drafting.single import set_key

    drafts = drafts_of(context)
    set_key(drafts, thing, key, value, _pairs(more), {"document": document, "page": page, "anchor": anchor})
    write_agreed(drafts, yes, "Nothing to change: the register says so already.")


def end(
    context: typer.Context,
    thing: Name,
    key: Annotated[
        str, typer.Argument(metavar="[KEY]", help="The key of a relationship, such as led_by.", show_default=False)
    ] = "",
    other: Annotated[
        str,
        typer.Argument(metavar="[OTHER]", help="What it is with; without, the thing itself ends.", show_default=False),
    ] = "",
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="The last day. Default: today.")] = "",
    document: Document = "",
    page: Page = "",
    anchor: Anchor = "",
    yes: Yes = False,
) -> None:
    """End a thing, or one of its relationships: from the day after it is history.

    Example: ssp-graph -r newtown end "The town centre at night" led_by "Area Commander" --until 2021-05-31 --yes
    """
    from ssp_graph.drafting.single import end as ended

    if bool(key) != bool(other):
        raise UsageError("Name both, the key and what it is with, or neither.")
    drafts = drafts_of(context)
    ended(drafts, thing, key, other, until or today(), {"document": document, "page": page, "anchor": anchor})
    write_agreed(drafts, yes, "Nothing to change: it ended then already.")


def add(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="action, meeting, post …", show_default=False)],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name or title.", show_default=False)],
    more: With = None,
    document: Document = "",
    page: Page = "",
    anchor: Anchor = "",
    yes: Yes = False,
) -> None:
    """Add a thing, with an id made of its name.

    Example: ssp-graph -r newtown add meeting "Board of 4 June 2021" --with day=2021-06-04 --page 4 --anchor "meets" -y
    """
    from ssp_graph.drafting.single import add as added

    drafts = drafts_of(context)
    added(drafts, kind, name, _pairs(more), {"document": document, "page": page, "anchor": anchor})
    write_agreed(drafts, yes, "")


def _pairs(given: list[str] | None) -> dict[str, str]:
    pairs = [text.partition("=") for text in given or ()]
    if wrong := next((name for name, sign, _ in pairs if not sign), ""):
        raise UsageError(f"--with {wrong} is not KEY=VALUE. Write for example --with due=2025-03-31.")
    return {name.strip(): value for name, _, value in pairs}


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("set")(set_)
    app.command("end")(end)
    app.command("add")(add)
