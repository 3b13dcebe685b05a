"""What pydantic found, said so that an officer knows what to do."""

from collections.abc import Iterable, Mapping
from typing import Any

from ssp_graph.register.facts import Model
from ssp_graph.register.kinds import written_key

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": "a mapping of keys and values",
    "model_attributes_type": "a mapping of keys and values",
    "dict_type": "a mapping of keys and values",
}


def did_you_mean(wrong: str, known: Iterable[str], otherwise: str) -> str:
    """Return "Did you mean …?" for the nearest known name, or the other sentence where none is near."""
    nearest = near(wrong, known, limit=1)
    return f"Did you mean {nearest[0]}?" if nearest else otherwise


def near(wrong: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Return the known names nearest to a wrong one, best first. Never for acronyms of up to five letters."""
    if len(wrong) <= 5 and wrong.isupper():
        return []
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        wrong, sorted(set(known)), scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=80, limit=None
    )
    # The score forgives words that are missing; the likeness of the whole then puts the shortest name first.
    best = sorted(found, key=lambda item: -fuzz.QRatio(wrong, item[0], processor=utils.default_process))
    return [name for name, _, _ in best[:limit]]


def shown(value: Any) -> str:
    """Return a value as a message quotes it: short, and in words where it is not text."""
    if value is None:
        return "empty"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, (list, tuple)):
        return "a list"
    text = str(value)
    return f"'{text[:57]}…'" if len(text) > 60 else f"'{text}'"


def _keys(model: type[Model]) -> list[str]:
    return [written_key(name) for name in model.model_fields]


def in_plain_words(error: Mapping[str, Any], subject: str, model: type[Model]) -> tuple[str, str]:
    """Return what is wrong and what to do, for one pydantic error in a model that `subject` names."""
    kind: str = error["type"]
    names = [str(step) for step in error["loc"] if isinstance(step, str)]
    key = names[-1] if names else ""
    where = f"{subject}: `{'.'.join(names)}`" if names else subject
    value = error.get("input")
    context = error.get("ctx") or {}
    if kind == "extra_forbidden":
        known = _keys(_model_at(model, names[:-1]))
        return f"{subject} has an unknown key `{key}`", did_you_mean(
            key, known, f"The keys here are {', '.join(known)}."
        )
    if kind == "missing":
        about = _model_at(model, names[:-1])
        info = next((i for n, i in about.model_fields.items() if written_key(n) == key), None)
        return (
            f"{subject} has no `{'.'.join(names)}`",
            f"Add it. {(info.description if info else '') or ''}".rstrip(),
        )
    if kind == "too_short":
        least = context.get("min_length", 1)
        return (
            f"{where} has fewer than {least}",
            "Add what it stands on." if key == "sources" else "Add the missing one.",
        )
    if kind == "literal_error":
        known = [part.strip("' ") for part in str(context.get("expected", "")).replace(" or ", ", ").split(", ")]
        otherwise = f"Write one of: {', '.join(known)}."
        return f"{where} is {shown(value)}, which is none of its values", did_you_mean(str(value), known, otherwise)
    if kind == "string_pattern_mismatch":
        if key == "id" or key in ("check", "document", "uses"):
            return (
                f"{where} is {shown(value)}, which is no slug",
                "Use lower-case letters, digits and single hyphens.",
            )
        return (
            f"{where} is {shown(value)}, which is no reference",
            "Write kind/slug, such as body/safer-board.",
        )
    if kind == "value_error":
        return (
            f"{where} is no date: {context.get('error', '')}",
            "Write 2018, 2018-03, 2018-03-31, 2018/21 or 2014-2017.",
        )
    if kind in ("string_too_short", "string_too_long"):
        return (
            f"{where} is too {'short' if kind.endswith('short') else 'long'}",
            "Write the words, or delete the key.",
        )
    if kind in ("greater_than_equal",):
        return f"{where} is {shown(value)}", f"The smallest number here is {context.get('ge')}."
    expected = _EXPECTED.get(kind)
    if expected:
        fix = "Delete the key, or fill it in." if value is None else f"Write {expected}."
        return f"{where} is {shown(value)}, which is not {expected}", fix
    return f"{where}: {error['msg']}", "Correct the value."


def _model_at(model: type[Model], names: list[str]) -> type[Model]:
    """Return the model that holds the key at the end of a path, or the outermost one where it cannot tell."""
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
