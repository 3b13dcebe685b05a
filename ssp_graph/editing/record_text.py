"""The text of a file of records with one of them changed, added or taken out, and every other byte as it was.

What changes is told by the values of a record before and after, as the file has them: a bare reference is text.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from yaml.nodes import MappingNode, Node, SequenceNode

from ssp_graph.editing import yaml_edits
from ssp_graph.model.facts import REFERENCE

Step = str | int

_AS_IT_IS = re.compile(rf"{REFERENCE}|\d{{4}}(?:[-/]\d{{2,4}})?(?:-\d{{2}})?")
_LONGEST_LINE = 120
_HINT = re.compile(r"\n## Delete the line above, \[\][^\n]*")


def matched(before: Sequence[Any], after: Sequence[Any]) -> list[int | None]:
    """Return for each item of a list after a change which one of before it is, or None where it is new."""
    found: list[int | None] = [None] * len(after)
    if not before or not after:
        return found
    old, anew = ([json.dumps(item, sort_keys=True) for item in items] for items in (before, after))
    for tag, first, end, new, new_end in SequenceMatcher(None, old, anew, autojunk=False).get_opcodes():
        if tag == "equal":
            found[new:new_end] = range(first, end)
        elif tag == "replace":
            free, waiting = list(range(first, end)), list(range(new, new_end))
            for place in list(waiting):
                if (same := next((one for one in free if _is(before[one]) == _is(after[place])), None)) is not None:
                    found[place] = same
                    free.remove(same)
                    waiting.remove(place)
            for place, one in zip(waiting, free, strict=False):
                found[place] = one
    return found


def _is(item: Any) -> Any:
    """Return what an item of a list is known by."""
    return (
        next((item[key] for key in ("id", "to", "day", "name") if key in item), "") if isinstance(item, dict) else item
    )


def flow(value: Any) -> str:
    """Return a value on one line, as registers write it."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Mapping():
            return f"{{{', '.join(f'{key}: {flow(inner)}' for key, inner in value.items())}}}"
        case str():
            return value if _AS_IT_IS.fullmatch(value) else yaml_edits.scalar(value)
        case _:
            return f"[{', '.join(map(flow, value))}]"


def new_record(record: Mapping[str, Any], end: str = "\n") -> str:
    """Return a record as an item of a list, a line for each key, and one for each item that is too long for it."""
    lines: list[str] = []
    for key, value in record.items():
        line = f"  {key}: {flow(value)}"
        if isinstance(value, list) and len(line) > _LONGEST_LINE:
            lines += [f"  {key}:", *(f"    - {flow(item)}" for item in value)]
        else:
            lines.append(line)
    return end.join(["-" + lines[0][1:], *lines[1:]]) + end


def with_records(text: str, records: Sequence[Mapping[str, Any]]) -> str:
    """Return the text of a file with more records at its end; that of a file without any may be empty."""
    if not text.strip():
        return "\n".join(map(new_record, records))
    end = "\r\n" if "\r\n" in text else "\n"
    root = _list_in(text)
    if root.flow_style and root.value:
        return yaml_edits.with_item(text, root, ", ".join(map(flow, records)))
    new = end.join(new_record(record, end) for record in records)
    if root.flow_style:
        start, stop = root.start_mark.index, root.end_mark.index
        return text[:start] + new.rstrip() + _HINT.sub("", text[stop:], count=1)
    shut = text if text.endswith("\n") else text + end
    return shut + end + new


def without_record(text: str, place: int) -> str:
    """Return the text of a file without the record at a place; the only one leaves an empty list."""
    root = _list_in(text)
    if len(root.value) == 1:
        start, end = yaml_edits.lines_of_item(text, root, 0)
        return f"{text[:start]}[]{text[end:]}"
    if root.flow_style:
        return yaml_edits.without_item(text, root, place)
    start, end = yaml_edits.lines_of_item(text, root, place)
    after = text.find("\n", end) + 1
    while after and text[after : after + 1] in ("\n", "\r"):  # the blank lines that parted it from the next
        after = text.find("\n", after) + 1
    return text[:start] + text[after:] if after else text[:start].rstrip() + text[end:]


def with_changes(text: str, changes: Mapping[int, tuple[Any, Any]], order: Sequence[str]) -> str:
    """Return the text of a file with the records at these places changed, each from a value to another.

    `order` is that of the keys of a record, for those that are new in it.
    """
    root = _list_in(text)
    for place in sorted(changes, reverse=True):
        start, end = yaml_edits.lines_of_item(text, root, place)
        record, before, after = text[start:end], *changes[place]
        text = text[:start] + with_change(record, (0,), before, after, order) + text[end:]
    return text


def with_change(text: str, path: tuple[Step, ...], before: Any, after: Any, order: Sequence[str] = ()) -> str:
    """Return the text with what stands at a path changed from a value to another."""
    if before == after:
        return text
    if isinstance(before, dict) and isinstance(after, dict):
        return _with_mapping(text, path, before, after, order)
    if isinstance(before, list) and isinstance(after, list) and before and after:
        return _with_items(text, path, before, after)
    if isinstance(after, list) and len(after) == 2 and after[0] == before and isinstance(path[-1], str):
        holder = _at(text, path[:-1])
        step = _at(text, path[:1]).start_mark.column - _at(text, ()).start_mark.column  # how far this file indents
        return yaml_edits.as_list(text, holder, _place(holder, path[-1]), flow(after[1]), step)
    return _replaced(text, path, flow(after))


def _with_mapping(text: str, path: tuple[Step, ...], before: Any, after: Any, order: Sequence[str]) -> str:
    was = text
    for key in [key for key in before if key not in after]:
        holder = _at(text, path)
        text = yaml_edits.without_entry(text, holder, _place(holder, key))
    for key in [key for key in after if key in before]:
        text = with_change(text, (*path, key), before[key], after[key])
    for key in [key for key in after if key not in before]:
        holder = _at(text, path)
        names = [name.value for name, _ in holder.value]
        later = order[order.index(key) + 1 :] if key in order else ()
        place = next((names.index(name) for name in names if name in later), len(names))
        value, items = flow(after[key]), after[key] if isinstance(after[key], list) else []
        if len(items) < 2 or len(value) < _LONGEST_LINE or holder.flow_style:
            text = yaml_edits.with_entry(text, holder, max(place, 1), key, value)
        else:  # a line for each
            text = yaml_edits.with_entry(text, holder, max(place, 1), key, flow(items[0]))
            text = with_change(text, (*path, key), items[0], items[:2])
            text = with_change(text, (*path, key), items[:2], items)
    moved = _moved(before, after)
    return _with_comments_of(was, text, (*path, *moved)) if moved else text


def _moved(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Step, ...]:
    """Return where under its new key something stands that stood under another key before; empty if nothing does."""
    known = {key: list(map(_is, _items(value))) for key, value in before.items()}
    gone = [one for key, ones in known.items() for one in ones if one not in map(_is, _items(after.get(key)))]
    for key, value in after.items():
        for place, item in enumerate(_items(value)):
            if _is(item) in gone and _is(item) not in known.get(key, ()):
                return (key, place) if isinstance(value, list) else (key,)
    return ()


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _with_items(text: str, path: tuple[Step, ...], before: list[Any], after: list[Any]) -> str:
    """Change, take out and add items; where that does not give their order, write the list anew."""
    known = matched(before, after)
    stay = [place for place in known if place is not None]
    if stay != sorted(stay) or None in known[: len(stay)]:
        return _replaced(text, path, flow(after))
    for place, item in zip(stay, after, strict=False):
        text = with_change(text, (*path, place), before[place], item)
    for place in sorted(set(range(len(before))) - set(stay), reverse=True):
        text = yaml_edits.without_item(text, _at(text, path), place)
    for item in after[len(stay) :]:
        text = yaml_edits.with_item(text, _at(text, path), flow(item))
    return text


def _replaced(text: str, path: tuple[Step, ...], value: str) -> str:
    """Return the text with a value in the place of another; comments within that stay beside it."""
    *above, last = path
    holder = _at(text, tuple(above))
    if isinstance(last, str):
        changed = yaml_edits.with_value(text, holder, _place(holder, last), value)
    else:
        changed = yaml_edits.with_other_item(text, holder, last, value)
    return _with_comments_of(text, changed, path)


def _with_comments_of(before: str, after: str, path: tuple[Step, ...]) -> str:
    """Return a text with the comments that a change has taken out beside what stands at a path."""
    lost = Counter(yaml_edits.comments(before)) - Counter(yaml_edits.comments(after))
    return yaml_edits.with_comments(after, _at(after, path), lost.elements()) if lost else after


def _at(text: str, path: tuple[Step, ...]) -> Any:
    node: Node = yaml_edits.compose(text)
    for step in path:
        if isinstance(node, MappingNode) and isinstance(step, str):
            node = node.value[_place(node, step)][1]
        elif isinstance(node, SequenceNode) and isinstance(step, int):
            node = node.value[step]
        else:
            raise ValueError(f"nothing stands at {path}")  # noqa: TRY004 - of the text
    return node


def _place(holder: MappingNode, key: str) -> int:
    place = yaml_edits.place_of(holder, key)
    if place is None:
        raise ValueError(f"there is no key {key}")
    return place


def _list_in(text: str) -> SequenceNode:
    root = yaml_edits.compose(text)
    if isinstance(root, SequenceNode):
        return root
    raise ValueError("a list of records was expected")
