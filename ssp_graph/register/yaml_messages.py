"""What the YAML parser found, said so that an officer knows what to do."""

import re

import yaml

# A part of the parser's words, whether the fault lies where the thing began, what to say, and what to do.
_FAULTS = (
    (
        "scanning a quoted scalar",
        True,
        "a quotation mark is opened here and never closed",
        "Close it at the end of the text.",
    ),
    (
        "',' or '",
        True,
        "something is wrong inside the brackets that begin here",
        "Look for a missing bracket, a missing comma, or a text with a colon or comma that needs quotation marks.",
    ),
    (
        "mapping values are not allowed",
        False,
        "a colon stands where none may stand",
        "If it belongs to the text, put the text in quotation marks; if it ends a key, mend the indent.",
    ),
    (
        "could not find expected ':'",
        False,
        "a key in the line above has no colon",
        "Write the key, a colon, a space and the value.",
    ),
    (
        "cannot start any token",
        False,
        "a text begins with a character that YAML keeps for itself",
        "Put the text in quotation marks.",
    ),
    (
        "expected '-' indicator",
        False,
        "this line begins further left than the keys of its record",
        "Indent it as the keys above, or begin a new record with a hyphen.",
    ),
    (
        "did not find expected key",
        False,
        "this line does not fit the lines above",
        "Look for a missing hyphen, an indent that differs, or words after a closing quotation mark.",
    ),
    (
        "expected node content",
        False,
        "a sign stands here where a value belongs",
        "Close the bracket that was opened above, or put the text in quotation marks.",
    ),
    (
        "sequence entries are not allowed",
        False,
        "a hyphen begins a list where none may stand",
        "Write the list on lines of its own below its key, or put the text in quotation marks.",
    ),
    (
        "document start",
        False,
        "something follows the end of the list",
        "If `[]` stands above, delete it: it says that there are no records.",
    ),
)
_ELSE = "Look here and in the line above for a missing colon or quotation mark, or an indent that does not fit."
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def parser_words(error: yaml.YAMLError, text: str) -> tuple[int, str, str]:
    """Return the line of a parser's error in a text, what is wrong there, and what to do."""
    if isinstance(error, yaml.MarkedYAMLError):
        said = " ".join(part for part in (error.context, error.problem) if part)
        for words, at_start, what, fix in _FAULTS:
            if words in said:
                mark = error.context_mark if at_start and error.context_mark else error.problem_mark
                return (mark.line + 1 if mark else 0), what, fix
        mark = error.problem_mark or error.context_mark
        return (mark.line + 1 if mark else 0), f"this is not YAML ({said})", _ELSE
    found = FORBIDDEN.search(text)
    line = text.count("\n", 0, found.start()) + 1 if found else 0
    return line, "a character stands here that no text may hold", "Delete it, and type the word anew."
