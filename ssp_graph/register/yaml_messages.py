"""What the YAML parser found, and characters that nobody sees, said so that an officer knows what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from ssp_graph.errors import Problem

MAX_DEPTH = 40
TOO_DEEP = (
    f"things are nested deeper than {MAX_DEPTH} levels",
    "A register needs five: look for a bracket that was never closed.",
)

# By a part of the parser's words: what to say, and what to do.
_FAULTS = {
    "scanning a quoted scalar": (
        "a quotation mark is opened here and never closed",
        "Close it at the end of the text.",
    ),
    "',' or '": (
        "something is wrong inside the brackets that begin here",
        "Look for a missing bracket, a missing comma, or a text with a colon or comma that needs quotation marks.",
    ),
    "mapping values are not allowed": (
        "a colon stands where none may stand",
        "If it belongs to the text, put the text in quotation marks; if it ends a key, mend the indent.",
    ),
    "could not find expected ':'": (
        "a key in the line above has no colon",
        "Write the key, a colon, a space and the value.",
    ),
    "cannot start any token": (
        "a text begins with a character that YAML keeps for itself",
        "Put the text in quotation marks.",
    ),
    "expected '-' indicator": (
        "this line begins further left than the keys of its record",
        "Indent it as the keys above, or begin a new record with a hyphen.",
    ),
    "did not find expected key": (
        "this line does not fit the lines above",
        "Look for a missing hyphen, an indent that differs, or words after a closing quotation mark.",
    ),
    "expected node content": (
        "a sign stands here where a value belongs",
        "Close the bracket that was opened above, or put the text in quotation marks.",
    ),
    "sequence entries are not allowed": (
        "a hyphen begins a list where none may stand",
        "Write the list on lines of its own below its key, or put the text in quotation marks.",
    ),
    "document start": (
        "something follows the end of the list",
        "If `[]` stands above, delete it: it says that there are no records.",
    ),
    "maximum nesting depth": TOO_DEEP,
}
_LIES_AT_THE_START = ("scanning a quoted scalar", "',' or '")  # of the thing that the parser was reading
_ELSE = "Look here and in the line above for a missing colon or quotation mark, or an indent that does not fit."
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNSEEN = re.compile(f"[{_TURNING}\u200b-\u200d\u2060-\u2064\ufeff]")
_JOINERS = "\u200c\u200d"  # some scripts and pictures need them


def parser_words(error: yaml.YAMLError, text: str) -> tuple[int, str, str]:
    """Return the line of a parser's error in a text, what is wrong there, and what to do."""
    if not isinstance(error, yaml.MarkedYAMLError):
        found = FORBIDDEN.search(text)
        line = text.count("\n", 0, found.start()) + 1 if found else 0
        return line, "a character stands here that no text may hold", "Delete it, and type the word anew."
    said = " ".join(part for part in (error.context, error.problem) if part)
    words = next((words for words in _FAULTS if words in said), "")
    first, second = error.problem_mark, error.context_mark
    mark = (second or first) if words in _LIES_AT_THE_START or not first else first
    what, fix = _FAULTS.get(words, (f"this is not YAML ({said})", _ELSE))
    return (mark.line + 1 if mark else 0), what, fix


def unseen(text: str, file: str, line: int = 1, but: str = "") -> Iterator[Problem]:
    """Yield a problem for each sort of character in each line that nobody sees, but for those in another text.

    `line` is the number of the first.
    """
    for number, part in enumerate(text.split("\n") if _UNSEEN.search(text) else (), line):
        for sign in sorted({*_UNSEEN.findall(part)} - {*but}):
            does = "turns the direction of the text" if sign in _TURNING else "is invisible"
            what = f"a character stands in this line that {does} (U+{ord(sign):04X})"
            if sign in _JOINERS:
                fix = "Leave it only where the script that the word is written in needs it."
                yield Problem(file, number, what, fix, "warning")
            else:
                yield Problem(file, number, what, "Delete the words on both sides of it, and type them anew.")
