"""A kind, what stands inside it, and a relationship, declared as the house declares its own; then commands are run.

`python -m tests.model.a_new_kind '[["list"], …]'` prints of each, as JSON, its exit code and what it said.
"""

from __future__ import annotations

import io
import json
import sys
from typing import Annotated, Literal

from pydantic import Field

import ssp_graph.model.kinds  # noqa: F401 - first, as the order of kinds is that of their classes
from ssp_graph.model.declaring import Key, Links, Named, Relationship
from ssp_graph.model.facts import Link, ListOf, OfKind, Reference, Stated, Text
from ssp_graph.model.relationships import Leading
from ssp_graph.palette import Look


class Convening(Link):
    """Who convenes a meeting."""

    capacity: Literal["convener", "host"] = Field("convener", description="A host lends the room.")
    instead_of: Annotated[Reference | None, OfKind("body")] = Field(None, description="Whose turn it was.")


Relationship(
    "(:Body|Post)-[:CONVENES]->(:SpecialMeeting)",
    "convenes",
    "is convened by",
    link=Convening,
    up="against",
    varies_by="capacity",
    variants={"host": ("hosts", "is hosted by")},
)


class AgendaItem(Named):
    """What a special meeting talks about."""

    concerns: Annotated[Links[Link], Key("CONCERNS", among="Theme|Body")]


class SpecialMeeting(Named):
    """A meeting outside the cycle."""

    look = Look("hexagon", "#fff3e0", "#7a3b00")
    day: Stated | None = Field(None, description="The day on which it meets.")
    convened_by: Annotated[Links[Convening], Key("CONVENES", inverse=True)]
    part_of: Annotated[Links[Link], Key("PART_OF", among="Strategy")]
    led_by: Annotated[Links[Leading], Key("LEADS", inverse=True, among="Post|Body")]
    invited: ListOf[Text] = Field((), description="Who is asked to come.")
    agenda: ListOf[AgendaItem] = Field((), description="Its agenda, written here and only here.")


def main() -> None:
    """Run each command, and print its exit code and all that it said."""
    from ssp_graph.cli.app import run

    results = []
    screen = sys.stdout
    for command in json.loads(sys.argv[1]):
        said = io.BytesIO()
        sys.stdout = sys.stderr = io.TextIOWrapper(said, "utf-8", write_through=True)
        results.append([run(command), said.getvalue().decode()])
    screen.write(json.dumps(results))


if __name__ == "__main__":
    main()
