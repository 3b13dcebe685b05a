"""Lets a query through that only reads the graph: by its clauses and functions, one statement, on every engine.

In a reading query two operands never stand side by side, so a word straight after one is an operator or begins a
clause. Every such word must be on a list; whatever writes, reads a file or reaches the network is on none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from ssp_graph.cypher.tokens import Token, spoken, tokens
from ssp_graph.errors import UsageError

READING = "MATCH, OPTIONAL MATCH, WITH, UNWIND, RETURN, WHERE, ORDER BY, SKIP, LIMIT, UNION"

_FUNCTION_NAMES = """
    abs all allshortestpaths any array_length avg btrim cast ceil ceiling char_length coalesce collect concat
    contains count count_if date date_part datetime duration elementid endnode ends_with exists floor greatest head
    id ifnull initcap is_acyclic is_trail isempty keys label labels last lcase least left len length levenshtein
    list_append list_concat list_contains list_distinct list_extract list_filter list_max list_min list_reduce
    list_reverse list_slice list_sort list_sum list_transform list_unique localdatetime log log10 lower lpad ltrim
    max min nodes none nullif offset percentilecont percentiledisc pow prefix properties range reduce regexp_extract
    regexp_matches regexp_replace relationships rels replace reverse right round rpad rtrim shortestpath sign single
    size split split_part sqrt startnode starts_with stdev string_split string_to_array substr substring suffix sum
    tail timestamp toboolean tofloat tointeger tolower tostring toupper trim type typeof ucase upper
    date.truncate duration.between duration.indays duration.inmonths
"""
FUNCTIONS = frozenset(_FUNCTION_NAMES.split())

# Words of the languages of both engines that write, read files, reach out or change the session. Position alone
# would stop them; naming them gives the clearer message, and a second lock.
_REFUSED_WORDS = """
    ALTER ATTACH BEGIN CALL CHECKPOINT COMMIT COPY CREATE CYPHER DELETE DENY DETACH DROP EXPLAIN EXPORT FINISH FOREACH
    GRANT IMPORT INSERT INSTALL LOAD MERGE PROFILE REMOVE REVOKE ROLLBACK SET TERMINATE UNINSTALL USE USING
"""
_REFUSED = frozenset(_REFUSED_WORDS.split())

_STARTS_CLAUSE = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN"})
_BEFORE_OPERAND = frozenset({"NOT", "DISTINCT", "CASE", "WHEN"})
_OPERATOR_WORDS = frozenset({"AND", "OR", "XOR", "IN", "CONTAINS", "IS", "AS", "WHEN", "THEN", "ELSE"})
_AFTER_OPERAND = _OPERATOR_WORDS | {"MATCH", "UNWIND", "WITH", "RETURN", "WHERE", "SKIP", "LIMIT"}
_CLOSES_OPERAND = frozenset({"ASC", "ASCENDING", "DESC", "DESCENDING", "END"})
_MUST_FOLLOW = {"OPTIONAL": "MATCH", "ORDER": "BY", "STARTS": "WITH", "ENDS": "WITH"}
_KEYWORDS = _STARTS_CLAUSE | _BEFORE_OPERAND | _AFTER_OPERAND | {"BY"}
_SUBQUERY = frozenset({"EXISTS", "COUNT", "COLLECT"})
_SYMBOLS = frozenset(("(", ")", "[", "]", "{", "}", ",", ".", "..", ":", "=", "=~", "<>", "<", ">", "<=", ">="))
_OPERATORS = frozenset("+-*/%^|!&")
_ESCAPES = frozenset("\\'\"nrt")


class _Place(Enum):
    """What the place of a token calls for."""

    CLAUSE = auto()
    OPERAND = auto()
    OPERATOR = auto()


def guarded(cypher: str) -> str:
    """Return a query that only reads, without its comments and its closing semicolon.

    Raises:
        UsageError: the query may do something else; the message says which word or sign is refused, and why.
    """
    kept = spoken(cypher)
    while kept and kept[-1].text == ";":
        kept.pop()
    if not kept:
        raise UsageError(f"The query is empty. It may hold {READING}.")
    for token in dict.fromkeys(kept):
        _check_signs(token)
    _check_words(kept)
    _check_functions(kept)
    text = "".join(" " if token.sort == "comment" else token.text for token in tokens(cypher))
    return text.strip(" \t\r\n;")


def _check_signs(token: Token) -> None:
    """Refuse what two engines may read in two ways: escapes, control characters, letters that look like others."""
    text = token.text
    if token.sort in ("string", "quoted"):
        if any(ord(sign) < 32 and sign not in "\t\n\r" for sign in text):
            raise UsageError("The query has a control character between quotation marks. Remove it.")
        escape = _foreign_escape(token)
        if escape:
            raise UsageError(f"The escape {escape} is refused. Write the letter itself, and a backslash as \\\\.")
    elif text == ";":
        raise UsageError("The query holds a second statement after a semicolon, which is refused. Ask one at a time.")
    elif not text.isascii():
        sign = next(sign for sign in text if not sign.isascii())
        raise UsageError(
            f"The character {sign!a} is refused outside quotation marks. Use plain letters, or put a name in backticks."
        )
    elif token.sort == "symbol" and text not in _SYMBOLS and text not in _OPERATORS:
        raise UsageError(f"The sign {text!a} is refused. A query may hold {READING}.")


def _foreign_escape(token: Token) -> str:
    """Return an escape that engines may read in different ways, if the text between quotation marks has one."""
    if "\\u" in token.text.lower():  # one engine replaces these before it looks for quotation marks
        return "\\u"
    if token.sort == "quoted":
        return "\\" if "\\" in token.text else ""
    pairs = re.findall(r"\\(.)", token.text, re.DOTALL)
    return next((f"\\{letter}" for letter in pairs if letter not in _ESCAPES), "")


def _check_words(found: list[Token]) -> None:
    place, must_follow, before = _Place.CLAUSE, "", Token("symbol", "")
    for token in found:
        word = token.text.upper() if token.sort == "word" else ""
        if must_follow and word != must_follow:
            raise UsageError(f"{before.text} must be followed by {must_follow}, not by {token.text}.")
        if must_follow:
            place, must_follow = _Place.OPERAND, ""
        elif before.text == "." or not (word or token.sort == "symbol"):
            place = _Place.OPERATOR
        elif word:
            must_follow = "" if place is _Place.OPERAND else _MUST_FOLLOW.get(word, "")
            place = _after_word(token, before, place)
        else:
            place = _after_symbol(token, before, place)
        before = token


def _after_word(token: Token, before: Token, place: _Place) -> _Place:
    word = token.text.upper()
    if word in _REFUSED:
        raise UsageError(f"{token.text} is refused, since a query may only read the graph: {READING}.")
    if place is _Place.OPERAND:
        return _Place.OPERAND if word in _BEFORE_OPERAND else _Place.OPERATOR
    if place is _Place.CLAUSE:
        if word == "ALL" and before.text.upper() == "UNION":
            return _Place.CLAUSE
        if word not in _STARTS_CLAUSE:
            raise UsageError(f"{token.text} is refused where a clause begins. A query may hold {READING}.")
        return _Place.OPERAND
    if word == "UNION":
        return _Place.CLAUSE
    if word in _CLOSES_OPERAND:
        return _Place.OPERATOR
    if word in _AFTER_OPERAND or word in _MUST_FOLLOW:
        return _Place.OPERAND
    raise UsageError(f"{token.text} is refused after {before.text}. A query may hold {READING}.")


def _after_symbol(token: Token, before: Token, place: _Place) -> _Place:
    if token.text in ")]}":
        return _Place.OPERATOR
    if token.text == "*" and place is _Place.OPERAND:  # all columns, or any number of steps
        return _Place.OPERATOR
    if token.text == "{" and before.sort == "word" and before.text.upper() in _SUBQUERY:
        return _Place.CLAUSE
    return _Place.OPERAND


def _check_functions(found: list[Token]) -> None:
    for name in _names_called(found):
        if name.lower() not in FUNCTIONS:
            raise UsageError(f"The function {name} is refused: it is not known to read nothing but the graph.")


def _names_called(found: list[Token]) -> Iterator[str]:
    """Yield the name before each opening bracket, with what stands before its dots; words of clauses are none."""
    for position, token in enumerate(found):
        before = found[position - 1]
        if token.text != "(" or not position or before.sort not in ("word", "quoted"):
            continue
        start = position - 1
        while start >= 2 and found[start - 1].text == "." and found[start - 2].sort in ("word", "quoted"):
            start -= 2
        if start == position - 1 and before.sort == "word" and before.text.upper() in _KEYWORDS:
            continue
        yield "".join(part.text.strip("`") for part in found[start:position])
