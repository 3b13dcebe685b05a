"""What becomes of a record, in words that can be read out: what it was, what it will be, on what source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ssp_graph.drafting.fields import Field, fields_of
from ssp_graph.drafting.names import Names
from ssp_graph.drafting.rows import Value, shown
from ssp_graph.editing.record_text import matched
from ssp_graph.model.dates import in_words
from ssp_graph.model.facts import Model


def told(model: type[Model], before: Value | None, after: Value | None, names: Names) -> list[str]:
    """Return what becomes of a record, a heading and a line for each thing; `before` None is new, `after` None gone."""
    title = titled(model, before or after or {}, names)
    if after is None:
        return [f"{title} is taken out."]
    lines = [f"  {line}" for line in _lines(model, before, after, names)]
    inner = [line for part in _nested(model, before or {}, after, names) for line in part]
    if before is None:
        return [f"{title} is new:", *lines, *inner]
    return [f"{title}:", *lines, *inner] if lines else inner


def titled(model: type[Model], value: Value, names: Names) -> str:
    """Return what a record is called, with its kind."""
    kind = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in model.__name__).strip()
    if kind == "about":
        return f"Register {value.get('id')}"
    named = getattr(model, "named_by", next((key for key, of in fields_of(model).items() if of.required), ""))
    if kind == "accepted gap":
        return f"Accepted gap of {names.name(str(value.get('thing')))} ({value.get('check')})"
    return f"{kind[:1].upper()}{kind[1:]} “{value.get(named)}”"


def _nested(model: type[Model], before: Value, after: Value, names: Names) -> Iterator[list[str]]:
    for key, of in fields_of(model).items():
        if of.holds == "records":
            yield from (told(of.model, old, new, names) for old, new in _pairs(before.get(key), after.get(key)))


def _pairs(before: Any, after: Any) -> Iterator[tuple[Any, Any]]:
    """Yield what differs between two lists: from what to what, None where it is new or gone."""
    old, new = before or [], after or []
    known = matched(old, new)
    for place, item in zip(known, new, strict=True):
        if place is None or old[place] != item:
            yield (None if place is None else old[place]), item
    yield from ((item, None) for place, item in enumerate(old) if place not in known)


def _lines(model: type[Model], was: Value | None, after: Value, names: Names) -> Iterator[str]:
    sources, before = _sources(after, names), was or {}
    same = f"the same source as the rest: {sources}" if was is not None and sources else ""
    for key, of in fields_of(model).items():
        if was is None and key in ("id", "check", "thing", getattr(model, "named_by", "id")):
            continue  # its heading says it
        old, new = before.get(key), after.get(key)
        if old == new or of.holds == "records" or not (old or new or isinstance(old or new, bool)):
            continue
        if of.holds == "sources":
            yield f"Source: {_becomes(was, _sources(before, names), sources)}."
        elif of.holds == "items":
            yield from (f"{_item(of, *pair, same, names)}." for pair in _pairs(old, new))
        else:
            yield f"{of.heading}: {_becomes(was, _said(of, old, names), _said(of, new, names))}."


def _becomes(was: Value | None, old: str, new: str) -> str:
    if was is None:
        return new
    return f"{old or 'not recorded'} becomes {new}" if new else f"{old} is taken out"


def _said(of: Field, value: Any, names: Names, kinds: tuple[str, ...] = ()) -> str:
    if value is None or value == []:
        return ""
    if of.holds in ("date", "due"):
        return in_words(str(value))
    return shown(of, value, names, kinds or of.kinds).replace("\n", "; ")


def _item(of: Field, old: Value | None, new: Value | None, same: str, names: Names) -> str:
    """Return what becomes of something under a field; a relationship without sources of its own is on the `same`."""
    if new is None:
        return f"{of.heading}: {_whole(of, old or {}, names)} is taken out"
    own = _sources(new, names)
    relies = f", on {own or same}" if own or (same and of.plainly == "to") else ""
    if old is None:
        return f"{of.heading}: {_whole(of, new, names)}{relies}"
    key = of.plainly
    if key and old.get(key) != new.get(key):
        rest = {name: value for name, value in new.items() if old.get(name) != value and name not in (key, "sources")}
        also = f" ({_details(of.model, rest, names)})" if rest else ""
        return f"{of.heading}: {_plain(of, old, names)} becomes {_plain(of, new, names)}{also}{relies}"
    changes = "; ".join(line.rstrip(".") for line in _lines(of.model, old, new, names))
    return f"{of.heading} {_plain(of, new, names)}: {changes}" if key else f"{of.heading}: {changes}"


def _plain(of: Field, item: Value, names: Names) -> str:
    return _said(fields_of(of.model)[of.plainly], item.get(of.plainly), names, of.kinds)


def _whole(of: Field, item: Value, names: Names) -> str:
    rest = {key: value for key, value in item.items() if key not in (of.plainly, "sources")}
    details = _details(of.model, rest, names)
    if not of.plainly:
        return details
    return f"{_plain(of, item, names)} ({details})" if details else _plain(of, item, names)


def _details(model: type[Model], values: Value, names: Names) -> str:
    fields = fields_of(model)
    parts = []
    for key, of in fields.items():
        if key not in values:
            continue
        value = values[key]
        said = "; ".join(_whole(of, each, names) for each in value) if of.holds == "items" else _said(of, value, names)
        parts.append(f"{of.heading.lower()} {said}")
    return ", ".join(parts)


def _sources(value: Value, names: Names) -> str:
    return "; ".join(_source(source, names) for source in value.get("sources") or [])


def _source(source: Value, names: Names) -> str:
    document = names.shown(str(source["document"]), ("document",)) if source.get("document") else ""
    page = f"p. {source['page']}" if source.get("page") else ""
    words = f"“{source['anchor']}”" if source.get("anchor") else ""
    return ", ".join(part for part in (document, page, words, source.get("note")) if part) or "no source"
