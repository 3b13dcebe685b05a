"""YAML into plain values that know their lines, read by events so that limits act before any harm is done.

Only what an officer means is read: mappings, lists and text. `no` and `010` stay the text that was typed; anchors,
aliases, tags and a second document are refused.
"""

import codecs
import re
import stat
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from ssp_graph.errors import Problem
from ssp_graph.register.yaml_messages import FORBIDDEN, MAX_DEPTH, TOO_DEEP, parser_words, unseen

MAX_BYTES = 5_000_000
MAX_PROBLEMS = 50

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class Keyed(dict[str, Any]):
    """A mapping that knows its line, the line of each key, and whether anything in it is empty."""

    __slots__ = ("has_empty", "line", "lines")

    def __init__(self, line: int) -> None:
        """Start empty on a line."""
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}
        self.has_empty = False


class Listed(list[Any]):
    """A list that knows its line, the line of each item, and whether anything in it is empty."""

    __slots__ = ("has_empty", "line", "lines")

    def __init__(self, line: int) -> None:
        """Start empty on a line."""
        super().__init__()
        self.line = line
        self.lines: list[int] = []
        self.has_empty = False


def line_at(value: Any, path: tuple[int | str, ...]) -> int:
    """Return the line of the value at a path of keys and positions, or of the nearest thing above it."""
    line: int = getattr(value, "line", 0)
    for step in path:
        if isinstance(value, Keyed) and step in value.lines:
            line, value = value.lines[str(step)], value[str(step)]
        elif isinstance(value, Listed) and isinstance(step, int) and step < len(value):
            line, value = value.lines[step], value[step]
    return line


class _Stop(Exception):  # noqa: N818 - a signal of this module, never seen outside
    """Reading cannot go on after this problem."""


class _Builder:
    """Builds values from events and collects the problems on the way."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.problems: list[Problem] = []
        self.root: Any = None
        self.documents = 0
        self.stack: list[Keyed | Listed] = []
        self.keys: list[tuple[str, int] | None] = []

    def fault(self, line: int, what: str, fix: str) -> None:
        self.problems.append(Problem(self.file, line, what, fix))
        if len(self.problems) >= MAX_PROBLEMS:
            self.problems.append(Problem(self.file, line, "reading stopped at this fault", "Mend those above first."))
            raise _Stop

    def read(self, events: Iterator[Any]) -> None:
        for event in events:
            line = event.start_mark.line + 1
            match event:
                case yaml.ScalarEvent():
                    self._refuse(event, line)
                    self._scalar(event, line)
                case yaml.CollectionStartEvent():
                    self._refuse(event, line)
                    self._open(Keyed(line) if isinstance(event, yaml.MappingStartEvent) else Listed(line))
                case yaml.CollectionEndEvent():
                    self.stack.pop()
                    self.keys.pop()
                case yaml.AliasEvent():
                    self.fault(line, f"`*{event.anchor}` is a YAML alias", "Write the value out where it is meant.")
                    self._add(None, line)
                case yaml.DocumentStartEvent():
                    self.documents += 1
                    if self.documents > 1:
                        self.fault(line, "a second document starts here", "Keep one document a file: delete the `---`.")
                        raise _Stop

    def _refuse(self, event: Any, line: int) -> None:
        if event.anchor:
            what = f"`&{event.anchor}` is a YAML anchor"
            self.fault(line, what, "Delete it and write the value where it is meant.")
        if event.tag:
            self.fault(line, f"`{event.tag}` is a YAML tag", "Delete it: text needs no tag.")

    def _scalar(self, event: Any, line: int) -> None:
        text: str = event.value
        value: Any = text
        if event.style == '"':  # only there can a character be written by its number
            if FORBIDDEN.search(text):
                what = "a character stands here that no text may hold, written by its number"
                self.fault(line, what, "Delete it, and type the word anew.")
            self.problems.extend(unseen(text.replace("\n", " "), self.file, line, but=self.text))
        if not event.style:  # plain, so it may be what it looks like
            if text in _WORDS:
                value = _WORDS[text]
            elif len(text) < 19 and _INTEGER.fullmatch(text):
                value = int(text)
        if self.stack and isinstance(self.stack[-1], Keyed) and self.keys[-1] is None:
            if not isinstance(value, str):
                self.fault(line, f"the key `{text}` is not text", f'Put it in quotation marks: "{text}".')
                value = text
            self.keys[-1] = (sys.intern(value), line)
            return
        self._add(value, line)

    def _open(self, value: Keyed | Listed) -> None:
        if self.stack and isinstance(self.stack[-1], Keyed) and self.keys[-1] is None:
            self.fault(value.line, "a key is a list or a mapping", "A key is text, followed by a colon.")
            raise _Stop
        self._add(value, value.line)
        self.stack.append(value)
        self.keys.append(None)
        if len(self.stack) > MAX_DEPTH:
            self.fault(value.line, *TOO_DEEP)
            raise _Stop

    def _add(self, value: Any, line: int) -> None:
        if not self.stack:
            self.root = value
            return
        if value is None:
            for above in self.stack:
                above.has_empty = True
        holder = self.stack[-1]
        if isinstance(holder, Listed):
            holder.append(value)
            holder.lines.append(line)
            return
        key = self.keys[-1]
        if key is None:  # an alias where a key belongs, reported already
            self.keys[-1] = ("", line)
            return
        self.keys[-1] = None
        name, key_line = key
        if name in holder.lines:
            first = holder.lines[name]
            self.fault(key_line, f"`{name}` is given twice, first in line {first}", "Keep one of the two.")
            return
        holder[name] = value
        holder.lines[name] = key_line


def read_text(path: Path, file: str) -> tuple[str, list[Problem]]:
    """Return a file's text, or an empty text and the problem: too large, unreadable, binary, not UTF-8."""

    def failed(what: str, fix: str, line: int = 0) -> tuple[str, list[Problem]]:
        return "", [Problem(file, line, what, fix)]

    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return failed("this is not a file", "Give the folder another name, or move it away.")
        if status.st_size > MAX_BYTES:
            return failed(
                f"the file is {status.st_size / 1_000_000:.0f} MB, over the limit of 5 MB",
                "Split the register, or delete what is not part of it.",
            )
        content = path.read_bytes()
    except OSError as error:
        return failed(f"the file cannot be read ({error.strerror})", "Check its permissions, or copy it anew.")
    if b"\0" in content and not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return failed("this is a binary file, not text", "A register holds only text files whose names end in .yaml.")
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return failed("this is not UTF-8 text", "Save the file again with the encoding UTF-8.", line)


def read_yaml(path: Path, file: str) -> tuple[Any, list[Problem]]:
    """Return the value a YAML file holds and the problems found in reading it.

    `file` is the name to show in problems. With a problem that stops reading, the value is None.
    """
    text, problems = read_text(path, file)
    if problems or (problems := _tabs(text, file)):
        return None, problems
    builder = _Builder(file, text)
    try:
        builder.read(yaml.parse(text, _Loader))
    except _Stop:
        builder.root = None
    except yaml.YAMLError as error:
        builder.root = None
        builder.problems.append(Problem(file, *parser_words(error, text)))
    if not builder.problems and builder.root is None:
        builder.problems.append(Problem(file, 0, "the file is empty", "Delete it, or write what it should hold."))
    return builder.root, [*islice(unseen(text, file), MAX_PROBLEMS), *builder.problems]


def _tabs(text: str, file: str) -> list[Problem]:
    if "\t" not in text:
        return []
    lines = [number for number, line in enumerate(text.split("\n"), 1) if "\t" in line]
    return [Problem(file, line, "a tab stands in this line", "Use spaces.") for line in lines[:MAX_PROBLEMS]]
