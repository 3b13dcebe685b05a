"""Cypher text taken apart into tokens, so that comments, strings and quoted names are never mistaken for words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from ssp_graph.errors import UsageError

Sort = Literal["space", "comment", "string", "quoted", "parameter", "number", "word", "symbol"]

# White space is ASCII's alone, so that any other becomes a symbol that a reader of tokens sees.
_TOKEN = re.compile(
    r"""
      (?P<space>[ \t\r\n]+)
    | (?P<comment>//[^\n\r]*|/\*.*?\*/)
    | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    | (?P<quoted>`(?:[^`]|``)*`)
    | (?P<parameter>\$\w+)
    | (?P<number>\d+(?:\.(?!\.)\d*)?(?:[eE][+-]?\d+)?(?!\w))
    | (?P<word>\w+)
    | (?P<symbol>/\*|\.\.|=~|<>|<=|>=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_UNCLOSED = {
    "'": "a quotation mark that is not closed. Close it: '…'.",
    '"': 'a quotation mark that is not closed. Close it: "…".',
    "`": "a backtick that is not closed. Close it: `…`.",
    "/*": "a comment that is not closed. Close it: /* … */.",
}


class Token(NamedTuple):
    """One token: its sort and its text as written."""

    sort: Sort
    text: str


@lru_cache(maxsize=256)
def tokens(cypher: str) -> tuple[Token, ...]:
    """Return every token of a query in order; their texts, joined, are the query.

    Raises:
        UsageError: a string, a quoted name or a comment is not closed.
    """
    return tuple(_tokens(cypher))


def _tokens(cypher: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(cypher):
        if match[0] in _UNCLOSED:
            raise UsageError(f"The query has {_UNCLOSED[match[0]]}")
        match match.lastgroup:
            case "space" | "comment" | "string" | "quoted" | "parameter" | "number" | "word" | "symbol" as sort:
                yield Token(sort, match[0])


def spoken(cypher: str) -> list[Token]:
    """Return the tokens of a query without white space and comments.

    Raises:
        UsageError: a string, a quoted name or a comment is not closed.
    """
    return [token for token in tokens(cypher) if token.sort not in ("space", "comment")]


def parameters_in(cypher: str) -> frozenset[str]:
    """Return the names of the parameters that a query uses, without the dollar sign.

    Raises:
        UsageError: a string, a quoted name or a comment is not closed.
    """
    return frozenset(token.text[1:] for token in tokens(cypher) if token.sort == "parameter")


def given(cypher: str, parameters: Mapping[str, object]) -> dict[str, object]:
    """Return those of the parameters that a query uses.

    Raises:
        UsageError: it uses one that is not given.
    """
    used = parameters_in(cypher)
    missing = sorted(used - parameters.keys())
    if missing:
        known = ", ".join(f"${name}" for name in parameters) or "none"
        raise UsageError(f"The query uses ${missing[0]}, which has no value. The parameters it may use: {known}.")
    return {name: value for name, value in parameters.items() if name in used}
