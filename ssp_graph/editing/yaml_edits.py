"""Small changes to YAML text that leave every other byte as it is: comments, order, quotes, indents, line ends.

A round trip through a YAML library wraps and indents lines that nobody changed. Here the parser only says where
things stand, and the text between is cut and joined. Each function takes a text and a node of it, and returns a text.
A layout that is beyond them raises ValueError or gives a text that says something else: read the result, and compare.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = re.compile(r"[^\W\d_](?:[\w .;()/’‘“”–—-]*[\w.;)/’”–—-])?")
_NOT_TEXT = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def compose(text: str) -> Node:
    """Return the nodes of a text that was read without problems before."""
    root = yaml.compose(text, _Loader)
    if root is None:
        raise ValueError("the text is empty")
    return root


def place_of(mapping: MappingNode, key: str) -> int | None:
    """Return where in a mapping a key stands, counted from 0, if it is there."""
    return next((place for place, (name, _) in enumerate(mapping.value) if name.value == key), None)


def scalar(value: str) -> str:
    """Return a text as a scalar that reads back as the same text, in brackets too: quoted only where it has to be."""
    if _PLAIN.fullmatch(value) and value.casefold() not in _NOT_TEXT:
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def comments(text: str) -> list[str]:
    """Return the comments of a text, without their marks: what stands between the parser's tokens."""
    between, end = [], 0
    for token in yaml.scan(text, _Loader):
        between.append(text[end : token.start_mark.index])
        end = max(end, token.end_mark.index)
    return re.findall(r"#[ \t]*(.*?)[ \t\r]*$", "".join(between), re.MULTILINE)


def with_comments(text: str, node: Node, said: Iterable[str]) -> str:
    """Return the text with comments at the end of the line on which a node ends."""
    stop = _line_stop(text, _end(text, node))
    return text[:stop] + "".join(f"  # {comment}" for comment in said) + text[stop:]


def with_value(text: str, mapping: MappingNode, place: int, value: str) -> str:
    """Return the text with another value, on one line, in an entry that is there."""
    text, colon, _ = _without_value(text, mapping, place)
    return f"{text[:colon]} {value}{text[colon:]}"


def with_entry(text: str, mapping: MappingNode, place: int, key: str, value: str) -> str:
    """Return the text with a new entry of one line that comes before the one at `place`, or last."""
    entry = f"{key}: {value}"
    if mapping.flow_style:
        return _into_brackets(text, mapping, _spans(text, mapping), place, entry)
    if place == 0:
        start, column = _start(mapping.value[0][0]), mapping.value[0][0].start_mark.column
        return f"{text[:start]}{entry}{_line_end(text, start)}{' ' * column}{text[start:]}"
    return _line_after(text, _end(text, mapping.value[place - 1][1]), mapping.value[0][0].start_mark.column, entry)


def without_entry(text: str, mapping: MappingNode, place: int) -> str:
    """Return the text without an entry, and in a block without the lines it takes."""
    spans = _spans(text, mapping)
    start, end = spans[place]
    if mapping.flow_style:
        return _out_of_brackets(text, spans, place)
    if _blank_before(text, start):
        return _without_lines(text, start, end)
    # the hyphen of its record stands before it on the line
    after = spans[place + 1][0] if place + 1 < len(spans) else end
    return text[:start] + text[after if not text[end:after].strip() else end :]


def with_item(text: str, sequence: SequenceNode, value: str) -> str:
    """Return the text with a new last item of one line."""
    if sequence.flow_style:
        return _into_brackets(text, sequence, _spans(text, sequence), len(sequence.value), value)
    return _line_after(text, _end(text, sequence), sequence.start_mark.column, f"- {value}")


def without_item(text: str, sequence: SequenceNode, place: int) -> str:
    """Return the text without an item, and in a block without the lines it takes."""
    spans = _spans(text, sequence)
    if sequence.flow_style:
        return _out_of_brackets(text, spans, place)
    start, end = spans[place]
    return _without_lines(text, _hyphen(text, start, sequence.start_mark.column), end)


def with_other_item(text: str, sequence: SequenceNode, place: int, value: str) -> str:
    """Return the text with another item, on one line, in the place of one that is there."""
    start, end = _spans(text, sequence)[place]
    return text[:start] + value + text[end:]


def lines_of_item(text: str, sequence: SequenceNode, place: int) -> tuple[int, int]:
    """Return where the lines of an item of a block begin and end, without the last line end."""
    if sequence.flow_style:
        raise ValueError("items in brackets share their lines")
    start, end = _spans(text, sequence)[place]
    return _line_start(text, _hyphen(text, start, sequence.start_mark.column)), _line_stop(text, end)


def as_list(text: str, mapping: MappingNode, place: int, value: str, step: int) -> str:
    """Return the text with an entry's only value made a list of it and a second one.

    A block gets a list in block style, indented by `step` columns from its key.
    """
    key, old = mapping.value[place]
    start, end = _start(old), _end(text, old)
    if mapping.flow_style:
        return f"{text[:start]}[{text[start:end]}, {value}]{text[end:]}"
    column = key.start_mark.column + step
    if isinstance(old, MappingNode) and not old.flow_style:
        first, *others = text[start:end].split("\n")
        shift = column + 2 - old.start_mark.column
        block = "\n".join([f"{' ' * column}- {first}", *(_shifted(line, shift) for line in others)])
        start = _line_start(text, start)
        return _line_after(f"{text[:start]}{block}{text[end:]}", start + len(block), column, f"- {value}")
    written = text[start:end]
    text, _, end = _without_value(text, mapping, place)
    mark = _line_end(text, end)
    lines = mark.join(["", f"{' ' * column}- {written}", f"{' ' * column}- {value}"])
    return f"{text[:end]}{lines}{text[end:]}"


def _start(node: Node) -> int:
    index: int = node.start_mark.index
    return index


def _end(text: str, node: Node) -> int:
    """Return where a node ends; the parser counts the comments and blank lines after a block as part of it."""
    end: int = node.end_mark.index
    if isinstance(node, ScalarNode):
        return end if node.style not in ("|", ">") else _start(node) + len(text[_start(node) : end].rstrip())
    if not isinstance(node, MappingNode | SequenceNode) or node.flow_style or not node.value:
        return end
    last = node.value[-1]
    return _end(text, last[1] if isinstance(node, MappingNode) else last)


def _spans(text: str, node: MappingNode | SequenceNode) -> list[tuple[int, int]]:
    if isinstance(node, MappingNode):
        return [(_start(key), _end(text, value)) for key, value in node.value]
    return [(_start(item), _end(text, item)) for item in node.value]


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, max(index, 0)) + 1


def _line_stop(text: str, index: int) -> int:
    """Return where the line ends that an index stands in, before its line end."""
    stop = text.find("\n", index)
    if stop == -1:
        return len(text)
    return stop - 1 if stop > index and text[stop - 1] == "\r" else stop


def _line_end(text: str, index: int) -> str:
    """Return the characters that end lines around an index."""
    found = text.find("\n", index)
    if found == -1:
        found = text.rfind("\n", 0, index)
    return "\r\n" if found > 0 and text[found - 1] == "\r" else "\n"


def _hyphen(text: str, index: int, column: int) -> int:
    """Return where the hyphen of a list's item stands, on the item's line or above it."""
    line = _line_start(text, index)
    while text[line : line + column + 1] != " " * column + "-":
        if line == 0:
            raise ValueError("the item has no hyphen of its own")
        line = _line_start(text, line - 1)
    return line + column


def _blank_before(text: str, index: int) -> bool:
    return not text[_line_start(text, index) : index].strip()


def _line_after(text: str, index: int, column: int, line: str) -> str:
    """Return the text with a new line below the one that an index stands in, comment and all."""
    stop = _line_stop(text, index)
    return f"{text[:stop]}{_line_end(text, stop)}{' ' * column}{line}{text[stop:]}"


def _without_lines(text: str, start: int, end: int) -> str:
    """Return the text without the whole lines from one index to another."""
    first, after = _line_start(text, start), text.find("\n", end)
    if after != -1:
        return text[:first] + text[after + 1 :]
    return text[:first].removesuffix("\n").removesuffix("\r")


def _without_value(text: str, mapping: MappingNode, place: int) -> tuple[str, int, int]:
    """Return the text without an entry's value, where its colon ends, and where a line below may begin.

    A comment beside the colon stays.
    """
    key, value = mapping.value[place]
    start, end = _start(value), _end(text, value)
    colon = text.index(":", key.end_mark.index) + 1
    if "\n" not in text[colon:start]:
        text = text[:colon] + text[end:]
        return text, colon, _line_stop(text, colon)
    beside = _line_stop(text, colon)
    text = text[:beside] + text[end if mapping.flow_style else _line_stop(text, end) :]
    return text, colon, beside


def _into_brackets(text: str, node: Node, spans: Sequence[tuple[int, int]], place: int, part: str) -> str:
    if not spans:
        inside = _start(node) + 1
        return text[:inside] + part + text[inside:]
    if place == 0:
        return f"{text[: spans[0][0]]}{part}, {text[spans[0][0] :]}"
    before = spans[place - 1][1]
    return f"{text[:before]}, {part}{text[before:]}"


def _out_of_brackets(text: str, spans: Sequence[tuple[int, int]], place: int) -> str:
    start, end = spans[place]
    if place + 1 < len(spans):
        after = spans[place + 1][0]
        between = text[end:after]
        return text[:start] + text[after if between.strip() == "," else end + between.index(",") + 1 :]
    before = spans[place - 1][1] if place else start
    if text[before:start].strip() == ",":
        return text[:before] + text[end:]
    # a comment stands between, which stays; a comma after the last part goes, since the one before it stays too
    return text[:start] + re.sub(r"\A\s*,", "", text[end:])


def _shifted(line: str, shift: int) -> str:
    if not line.strip():
        return line
    return " " * shift + line if shift >= 0 else line[min(-shift, len(line) - len(line.lstrip())) :]
