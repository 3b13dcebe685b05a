"""A named question as it is run: of the registers that are loaded alone, each name and status as on the day."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ssp_graph.cypher.tokens import tokens
from ssp_graph.days.changing import CHANGING, further


def on_the_day(cypher: str, changes: Mapping[str, int]) -> str:
    """Return a query that takes each changing property as on `$as_of`.

    With `_then` after its name it is as on `$since`, with `_met` as on the day of the meeting `g`. `changes` are the
    properties of which some thing has further values, and how many at most.
    """
    if not changes and not any(ending in cypher for ending in _DAYS):
        return cypher
    texts: list[str] = []
    for token in tokens(cypher):
        ending = next((each for each in _DAYS if token.text.endswith(each)), "")
        name, day = token.text.removesuffix(ending), _DAYS.get(ending, "$as_of")
        if (name in changes or (ending and name in CHANGING)) and texts[-1:] == ["."] and len(texts) > 1:
            texts.pop()
            texts.append(_on_a_day(texts.pop(), name, changes.get(name, 0), day))
        else:
            texts.append(token.text)
    return "".join(texts)


_DAYS = {"_then": "$since", "_met": "g.held_on"}


_IN_FORCE = re.compile(r"\b(\w+)\.since_day <= \$as_of")
_LOADED = r"(\1.register IN $loaded AND \1.since_day <= $as_of)"


def of_the_loaded(cypher: str) -> str:
    """Return a query that sees the loaded registers alone: in a server what they share has lines of others too."""
    lines = cypher.split("\n")
    return "\n".join(line if line.startswith("//") else _IN_FORCE.sub(_LOADED, line) for line in lines)


def _on_a_day(variable: str, name: str, number: int, asked: str) -> str:
    cases = "".join(
        f"WHEN {variable}.{day} <= {asked} THEN {variable}.{value} "
        for value, day in reversed([*further(name, number)])
    )
    return f"(CASE {cases}ELSE {variable}.{name} END)" if cases else f"{variable}.{name}"
