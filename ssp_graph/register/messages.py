"""What pydantic found, said so that an officer knows what to do."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Any

from ssp_graph.model.facts import Fact, Link, Model, Source, written_key
from ssp_graph.model.kinds import KINDS, Record
from ssp_graph.register.reading import Keyed
from ssp_graph.suggesting import did_you_mean

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "model_type": "a mapping of keys and values",
    "model_attributes_type": "a mapping of keys and values",
}


def shown(value: Any) -> str:
    """Return a value as a message quotes it: short, and in words where it is not text."""
    if value is None:
        return "empty"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, (list, tuple)):
        return "a list"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text[:57]}…'" if len(text) > 60 else f"'{text}'"


def in_plain_words(
    error: Mapping[str, Any], path: Sequence[int | str], subject: str, model: type[Model]
) -> tuple[str, str]:
    """Return what is wrong and what to do, for one pydantic error.

    `path` leads from the record that `subject` names, of the class `model`, to the fault.
    """
    kind: str = error["type"]
    names = [str(step) for step in path if isinstance(step, str)]
    key = names[-1] if names else ""
    where = f"{subject}: `{'.'.join(names)}`" if names else subject
    under = f" under `{'.'.join(names[:-1])}`" if names[:-1] else ""
    value = error.get("input")
    context = error.get("ctx") or {}
    if kind == "extra_forbidden":
        return f"{subject} has an unknown key `{key}`{under}", _instead_of(key, model_at(model, names[:-1]))
    if isinstance(value, (list, tuple)) and (kind == "literal_error" or kind in _EXPECTED):
        return f"{where} is a list, and one is allowed", "Write one of them alone, without brackets and hyphens."
    if kind == "missing":
        described = _description(model_at(model, names[:-1]), key)
        return f"{subject} has no `{key}`{under}", f"Add it: {described}" if described else "Add it."
    if kind == "too_short":
        return _too_few(where, key, context)
    if kind == "literal_error":
        known = [part.strip("' ") for part in str(context.get("expected", "")).replace(" or ", ", ").split(", ")]
        return f"{where} is {shown(value)}, which is none of its values", f"Write one of: {', '.join(known)}."
    if kind == "string_pattern_mismatch":
        if "/" in str(context.get("pattern")):
            where = where.replace(".to`", "`")
            return f"{where} is {shown(value)}, which is no reference", "Write kind/slug, such as body/safer-board."
        return f"{where} is {shown(value)}, which cannot be an id", "Use lower-case letters, digits and single hyphens."
    if kind == "value_error":
        fix = "Write it like one of these: 2018, 2018-03, 2018-03-31, 2018/21, 2014-2017, 2018-10 to 2019-09."
        if british := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", str(value)):
            return f"{where} is {shown(value)}", f"Write it as {british[3]}-{british[2]:0>2}-{british[1]:0>2}."
        return f"{where} is no date: {context.get('error', '')}", fix
    if kind == "string_too_short":
        return f"{where} is empty", "Write the words, or delete the key."
    if kind == "string_too_long":
        return f"{where} is too long", f"Keep it to {context.get('max_length')} characters."
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = f"smallest number here is {context['ge']}" if "ge" in context else f"largest here is {context['le']}"
        return f"{where} is {shown(value)}", f"The {bound}."
    if kind in _EXPECTED:
        fix = _remedy(_EXPECTED[kind], value, model_at(model, names))
        return f"{where} is {shown(value)}, which is not {_EXPECTED[kind]}", fix
    return f"{where}: {error['msg']}", "Correct the value."


def _too_few(where: str, key: str, context: Mapping[str, Any]) -> tuple[str, str]:
    least, actual = context.get("min_length", 1), context.get("actual_length", 0)
    what = f"{where} has {actual} of at least {least}" if actual else f"{where} is an empty list"
    if key == "sources":
        return what, "Say where it is stated: {page: 9, anchor: the board sets}."
    return what, "Add what is missing."


def _remedy(expected: str, value: Any, model: type[Model]) -> str:
    if expected == "text" and isinstance(value, bool):
        return f'Put it in quotation marks: "{str(value).lower()}".'
    if expected == "a whole number" and isinstance(value, str) and value.isdecimal() and len(value) < 10:
        return f"Write {int(value)}, without quotation marks and zeros before it."
    if isinstance(value, str) and value.strip("“”‘’\"'").isdecimal():
        return "Write it without quotation marks; the curly ones of a word processor are part of the text."
    if expected.startswith("a mapping"):
        if issubclass(model, Link):
            return "Write kind/slug, or a mapping with `to:`."
        if issubclass(model, Source):
            return "Write where it is stated: {page: 9, anchor: the board sets}."
        return "Write keys and their values, a line for each."
    return f"Write {expected}."


# What to write where a newcomer would try a key that there is not, whatever the kind.
_OTHER_WORDS = {
    **dict.fromkeys(("start", "started", "begin", "begins"), "Write `since`."),
    **dict.fromkeys(("end", "ended", "ends"), "Write `until`."),
    **dict.fromkeys(("source", "page"), "Write `sources: {page: 9, anchor: the board sets}`."),
    **dict.fromkeys(
        ("replaces", "replaced_by", "successor", "predecessor"),
        "Give the old one an `until` and the new one a `since`, each a record of its own; of strategies, write "
        "`aligns_with: {to: …, relation: replaces}`. Where only the name changed, write `names`.",
    ),
    **dict.fromkeys(
        ("attended", "attendees", "attendance", "absent"),
        "Write it with the meeting, in meetings.yaml: `present` and `apologies`.",
    ),
    **dict.fromkeys(("as_of", "seen", "last_seen", "dated"), "Write `stated_on` with the day that a source gives."),
    **dict.fromkeys(("email", "phone", "telephone"), "A register holds no way to reach a person: delete it."),
    "leads": "Write it with what is led: `led_by`.",
    "owns": "Write it with what is owned: `owner`.",
    "vacant": "Of a chair, write `chair_vacant` with the body; of a post or a seat, `vacant` with it, and its dates.",
    "holds": "Write it with the post: `holder`.",
    "member_of": "Write it with the body: `members`.",
    "delivers": "Write it with what is delivered: `delivered_by`.",
    "oversees": "Write it with what is overseen: `overseen_by`.",
    "chaired_by": "Write `chairs`.",
    "lead": "Write `led_by`.",
}


def _instead_of(key: str, model: type[Model]) -> str:
    """Return what to write in the place of a key that a model has not."""
    known = _keys(model)
    fix = did_you_mean(key, known, "")
    if not fix and key in _OTHER_WORDS:
        return _OTHER_WORDS[key]
    having = [kind.kind for kind in KINDS if key in map(written_key, kind.model_fields)]
    if not fix and having and issubclass(model, Record):
        return f"It is a key of {' and '.join(having)}: write it there, or leave it out."
    if not fix and key in ("role", "as", "position") and "capacity" in known:
        return "Write `capacity`."
    if not fix and key in ("capacity", "on_behalf_of", "since", "until") and issubclass(model, Record):
        return "It belongs to a relationship: write `{to: kind/slug, " + key + ": …}` under the key that states it."
    return fix or f"The keys here are {', '.join(known)}."


def cut_text(raw: Any, path: Sequence[int | str], model: type[Model]) -> tuple[str, str] | None:
    """Return what is wrong where a comma inside braces cut a text in two, so that its end became a key, or None.

    `path` leads to an empty key, `model` is what it should be a key of.
    """
    for step in path[:-1]:
        raw = raw[step]
    key = path[-1]
    if not isinstance(raw, Keyed) or not isinstance(key, str) or key in _keys(model):
        return None
    keys = list(raw)
    first = keys.index(key)
    while first and raw[keys[first]] is None:
        first -= 1
    begun = raw[keys[first]]
    ends = list(takewhile(lambda name: raw[name] is None, keys[first + 1 :]))
    if not isinstance(begun, str) or raw.lines[key] != raw.lines[keys[first]]:
        return None
    text = ", ".join((begun, *ends))
    what = f"the comma in `{keys[first]}: {text}` ends the text there, and `{ends[0]}` becomes a key"
    return what, f'Put the text in quotation marks: {keys[first]}: "{text}".'


def _keys(model: type[Model]) -> list[str]:
    """Return the keys of a model as they are written, its own before those of every fact."""
    return [written_key(name) for name in sorted(model.model_fields, key=lambda name: name in Fact.model_fields)]


def _description(model: type[Model], key: str) -> str:
    text = next((info.description for name, info in model.model_fields.items() if written_key(name) == key), None)
    return text[0].lower() + text[1:] if text else ""


def model_at(model: type[Model], names: list[str]) -> type[Model]:
    """Return the model that a path of keys leads to, or the nearest one above it."""
    for name in names:
        info = next((i for n, i in model.model_fields.items() if written_key(n) == name), None)
        inner = _model_in(info.annotation) if info else None
        if inner is None:
            return model
        model = inner
    return model


def _model_in(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        if found := _model_in(argument):
            return found
    return None
