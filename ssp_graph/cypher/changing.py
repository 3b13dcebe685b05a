"""Queries about things whose names and statuses differ from day to day: those of the day are what is asked for."""

from __future__ import annotations

from collections.abc import Mapping

from ssp_graph.cypher.tokens import tokens
from ssp_graph.days.changing import further


def on_the_day(cypher: str, changes: Mapping[str, int]) -> str:
    """Return a query that takes each changing property as it is on `$as_of`; where nothing changes, the query itself.

    `changes` are the properties of which some thing has further values, and how many at most.
    """
    if not changes:
        return cypher
    texts: list[str] = []
    for token in tokens(cypher):
        if token.text in changes and texts[-1:] == ["."] and len(texts) > 1:
            texts.pop()
            texts.append(_on_the_day(texts.pop(), token.text, changes[token.text]))
        else:
            texts.append(token.text)
    return "".join(texts)


def _on_the_day(variable: str, name: str, number: int) -> str:
    cases = "".join(
        f"WHEN {variable}.{day} <= $as_of THEN {variable}.{value} " for value, day in reversed([*further(name, number)])
    )
    return f"(CASE {cases}ELSE {variable}.{name} END)"
