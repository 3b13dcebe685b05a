"""A question: one `.cypher` file whose header says in words what it asks, and whose text asks it.

The header is the comment lines at the top, `// key: value`; a line that begins with `//` and two spaces or more
goes on with the value above it. The file's stem is the question's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal

from ssp_graph.cypher.guard import guarded
from ssp_graph.cypher.tokens import parameters_in, spoken
from ssp_graph.errors import Problem, UsageError
from ssp_graph.files import content_of
from ssp_graph.model.kinds import BY_KIND
from ssp_graph.suggesting import did_you_mean

GIVEN = ("registers", "loaded", "as_of", "answering")
"""What every question is given: the named registers, all that are loaded, the day, and which partnerships answer to
somebody as their registers say."""

_ONCE = ("title", "question", "group", "kind", "of", "counted", "why", "law", "synonyms", "grouped by")
_MANY = ("note", "param", "column")
_REQUIRED = ("title", "question", "group", "kind")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KEY = re.compile(r"// (?P<key>[a-z ]+?)(?: (?P<name>[a-z][a-z0-9_]*))?: *(?P<value>.*)")
_PARAMETER = re.compile(r"(?P<type>[a-z-]+)(?:, default (?P<default>\"[^\"]*\"|-?\d+))?\. *(?P<description>\S.*)")
_PARAMETER_SHAPE = 'Write `// param theme: text, default "". What it does.`'


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question: what it takes, its default (None: it must be given) and what it does.

    `type` is `text`, `number`, `thing` (anything by its name) or a kind (one of that kind by its name).
    """

    name: str
    type: str
    default: str | int | None
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as its file has it.

    `law` is the statute and section it rests on, with which `why` ends.
    `of` is the query that counts of how many, and `counted` what it counts, in the plural. `headings` are the columns'
    headings where the file gives them.
    """

    name: str
    title: str
    question: str
    group: str
    kind: Literal["check", "report"]
    cypher: str
    file: str
    of: str = ""
    counted: str = ""
    why: str = ""
    notes: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    grouped_by: str = ""
    parameters: tuple[Parameter, ...] = ()
    headings: Mapping[str, str] | None = None
    law: str = ""


class _Fault(Exception):  # noqa: N818 - a signal of this module, never seen outside
    def __init__(self, line: int, what: str, fix: str) -> None:
        self.line, self.what, self.fix = line, what, fix
        super().__init__(what)


def read_question(path: Path, shown: str, *, trusted: bool = False) -> Question | Problem:
    """Return the question in a file, or the first thing that is wrong with it; `shown` names the file in messages.

    Only the header of a `trusted` file is looked at, for the sake of speed.
    """
    try:
        text = content_of(path).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        return Problem(shown, 0, f"the file cannot be read ({reason})", "Correct or remove it.")
    try:
        return _question(path.stem, text, shown, trusted=trusted)
    except _Fault as fault:
        return Problem(shown, fault.line, fault.what, fault.fix)


@dataclass(slots=True)
class _Line:
    number: int
    key: str
    name: str
    value: str


def _header(text: str) -> Iterator[_Line]:
    current: _Line | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("//"):
            break
        if current and re.match(r"//\s{2,}\S", line):
            current.value = f"{current.value} {line[2:].strip()}"
            continue
        if current:
            yield current
        match = _KEY.fullmatch(line.rstrip())
        if not match:
            raise _Fault(number, "this line of the header is no `// key: value`", "Write a key, a colon and a value.")
        current = _Line(number, match["key"], match["name"] or "", match["value"])
        if current.name and current.key not in ("param", "column"):  # `grouped by` is two words
            current = _Line(number, f"{current.key} {current.name}", "", match["value"])
    if current:
        yield current


def _question(name: str, text: str, file: str, *, trusted: bool) -> Question:
    if not _NAME.fullmatch(name):
        raise _Fault(0, f"the file's name {name!r} is no name of a question", "Use small letters, digits and hyphens.")
    once: dict[str, _Line] = {}
    many: dict[str, list[_Line]] = {key: [] for key in _MANY}
    for line in _header(text):
        if not line.value:
            raise _Fault(line.number, f"`{line.key}` is empty", "Write its value after the colon.")
        if line.key in many:
            many[line.key].append(line)
        elif line.key not in _ONCE:
            keys = (*_ONCE, *_MANY)
            fix = did_you_mean(line.key, keys, f"The keys are {', '.join(keys)}.")
            raise _Fault(line.number, f"the header has an unknown key `{line.key}`", fix)
        elif line.key in once:
            raise _Fault(line.number, f"`{line.key}` is there twice", "Keep one of them.")
        else:
            once[line.key] = line
    for key in _REQUIRED:
        if key not in once:
            raise _Fault(1, f"the header has no `{key}`", f"Add a line `// {key}: …` at the top.")
    kind = _kind(once)
    parameters = tuple(_parameter(line) for line in many["param"])
    if not trusted:
        cypher = _only_reading(text)
        _check_population(once)
        _check_parameters(cypher, parameters, many["param"])
        _check_columns(cypher, kind, once, many["column"])
    return Question(
        name=name,
        title=once["title"].value,
        question=once["question"].value,
        group=once["group"].value,
        kind=kind,
        cypher=text,
        file=file,
        of=_value(once, "of"),
        counted=_value(once, "counted"),
        why=_with_law(_value(once, "why"), _value(once, "law")),
        notes=tuple(line.value for line in many["note"]),
        synonyms=tuple(word.strip() for word in _value(once, "synonyms").split(",") if word.strip()),
        grouped_by=_value(once, "grouped by"),
        parameters=parameters,
        headings={line.name: line.value for line in many["column"]},
        law=_value(once, "law"),
    )


def _value(once: Mapping[str, _Line], key: str) -> str:
    return once[key].value if key in once else ""


def _with_law(why: str, law: str) -> str:
    """Return a reason with the statute that it rests on in brackets."""
    return f"{why.removesuffix('.')} ({law})." if law else why


def _kind(once: Mapping[str, _Line]) -> Literal["check", "report"]:
    line = once["kind"]
    if line.value == "report":
        return "report"
    if line.value != "check":
        raise _Fault(line.number, f"the kind is {line.value!r}", "Write `check` or `report`.")
    for key in ("of", "why"):
        if key not in once:
            raise _Fault(line.number, f"a check needs `{key}`", f"Add a line `// {key}: …`.")
    return "check"


def _only_reading(text: str) -> str:
    """Return the text without its comments, once it is known only to read."""
    try:
        return guarded(text)
    except UsageError as error:
        what, _, fix = str(error).partition(". ")
        first = next((n for n, line in enumerate(text.splitlines(), 1) if not line.startswith("//")), 1)
        raise _Fault(first, _lowered(what.rstrip(".")), fix or "Take it out.") from None


def _lowered(text: str) -> str:
    """Return a message that goes on a sentence; words of a query, with which some begin, stay as they are."""
    return text[:1].lower() + text[1:] if text.startswith("The ") else text


def _parameter(line: _Line) -> Parameter:
    match = _PARAMETER.fullmatch(line.value)
    if not line.name or not match:
        raise _Fault(line.number, "the parameter is not said as it should be", _PARAMETER_SHAPE)
    types = ("text", "number", "day", "thing", *BY_KIND)
    if match["type"] not in types:
        fix = did_you_mean(match["type"], types, f"The types are {', '.join(types)}.")
        raise _Fault(line.number, f"there is no type of parameter {match['type']!r}", fix)
    written: str | None = match["default"]
    default = int(written) if written and not written.startswith('"') else written and written[1:-1]
    if default is not None and isinstance(default, int) is not (match["type"] == "number"):
        raise _Fault(line.number, f"the default of {line.name} is no {match['type']}", "Correct the default.")
    return Parameter(line.name, match["type"], default, match["description"])


def _check_population(once: Mapping[str, _Line]) -> None:
    """Check that `of` is a query that returns one number, asked with the parameters that every question has."""
    line = once.get("of")
    if not line:
        return
    fix = "Write `// of: MATCH (a:Action) WHERE a.register IN $registers RETURN count(a)`."
    try:
        query = guarded(line.value)
    except UsageError as error:
        raise _Fault(line.number, f"`of` cannot be counted: {_lowered(str(error).partition('. ')[0])}", fix) from None
    if not any(token.text.upper() == "RETURN" for token in spoken(query)):
        raise _Fault(line.number, "`of` is no query that returns a number", fix)
    if others := sorted(parameters_in(query) - {*GIVEN}):
        raise _Fault(line.number, f"`of` uses ${others[0]}, which is not given to it", fix)
    if "counted" not in once:
        raise _Fault(line.number, "`of` needs `counted`", "Add a line `// counted: …` that says what it counts.")


def _check_parameters(cypher: str, parameters: tuple[Parameter, ...], lines: list[_Line]) -> None:
    used = parameters_in(cypher)
    seen: set[str] = set(GIVEN)
    for parameter, line in zip(parameters, lines, strict=True):
        if parameter.name in seen:
            raise _Fault(line.number, f"the parameter {parameter.name} is there already", "Give it another name.")
        seen.add(parameter.name)
        if parameter.name not in used:
            raise _Fault(line.number, f"${parameter.name} is not used", "Use it in the query, or delete the line.")
    if missing := sorted(used - seen):
        raise _Fault(1, f"the query uses ${missing[0]}, which the header does not declare", _PARAMETER_SHAPE)


def _check_columns(cypher: str, kind: str, once: Mapping[str, _Line], lines: list[_Line]) -> None:
    returned = _returned(cypher)
    if not returned:
        raise _Fault(1, "the query does not RETURN columns under names", "Write `RETURN a.name AS action, …`.")
    for name in ("state", "sources", "id") if kind == "check" else ():
        if name not in returned:
            raise _Fault(1, f"a check needs the column `{name}`", f"Add `… AS {name}` to RETURN.")
    for line in lines:
        if line.name not in returned:
            fix = did_you_mean(line.name, returned, f"The columns are {', '.join(returned)}.")
            raise _Fault(line.number, f"there is no column {line.name or line.value!r}", fix)
    grouped = once.get("grouped by")
    if grouped and grouped.value not in returned:
        fix = did_you_mean(grouped.value, returned, f"The columns are {', '.join(returned)}.")
        raise _Fault(grouped.number, f"there is no column {grouped.value!r} to group by", fix)


def _returned(cypher: str) -> list[str]:
    """Return the names given by AS after the last RETURN."""
    words = spoken(cypher)
    last = max((place for place, token in enumerate(words) if token.text.upper() == "RETURN"), default=len(words))
    after = words[last:]
    return [name.text for word, name in pairwise(after) if word.text.upper() == "AS"]
