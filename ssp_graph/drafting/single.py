"""One change at a time: a key of a thing set, a thing or a role ended, a thing added; in drafts, as of a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ssp_graph.answers.names import kind_named
from ssp_graph.drafting.contents import At, SheetOf, sheets, step_to
from ssp_graph.drafting.drafts import Draft, Drafts
from ssp_graph.drafting.fields import Field, fields_of
from ssp_graph.drafting.rows import SOURCE, Column, Value, columns_of
from ssp_graph.drafting.setting import set_cell
from ssp_graph.drafting.values import value_of
from ssp_graph.editing.cells import Cell
from ssp_graph.english import article
from ssp_graph.errors import UsageError
from ssp_graph.model.facts import Model, Source, slug_of
from ssp_graph.model.kinds import BY_KIND, KINDS
from ssp_graph.suggesting import did_you_mean

Stated = Mapping[str, str]
"""A source by the keys of one: document, page, anchor; those that are not given are empty."""


def set_key(drafts: Drafts, thing: str, key: str, value: str, more: Mapping[str, str], stated: Stated) -> None:
    """Give a key of a thing a value; `more` are keys of a relationship or of what is listed, beside the value.

    Of relationships without dates the new one takes the place of the only one; what has dates is history and stays.

    Raises:
        UsageError: there is no such thing or key, the value cannot stand there, or it may replace several.
    """
    at, item = _thing(drafts, thing)
    of = _field(_model(at), key)
    if of.holds != "items":
        if more:
            raise UsageError(f"{of.key} holds one value. Leave out --with.")
        _put(drafts, item, columns_of(_model(at)), of.key, value)
        _state(drafts, item, stated, beside=True)
        return
    named = of.plainly or next(iter(fields_of(of.model)))
    new: Value = {}
    columns = columns_of(of.model, of)
    _put(drafts, new, columns, of.key if of.plainly else named, value, of)
    for name, text in more.items():
        _put(drafts, new, columns, _field(of.model, name).key, text, of)
    _state(drafts, new, stated)
    items: list[Any] = item.setdefault(of.key, [])
    replaced = [place for place, each in enumerate(items) if not {"since", "until", "stated_on"} & set(each)]
    if not of.plainly or not replaced or any(each.get(named) == new[named] for each in items):
        same = [place for place in replaced if items[place].get(named) == new[named]] if of.plainly else []
        if same:
            items[same[0]] = new
        else:
            items.append(new)
    elif len(replaced) > 1:
        raise UsageError(
            f"{thing} has {len(replaced)} of {of.key}. End the one that it replaces first, with: ssp-graph end"
        )
    else:
        items[replaced[0]] = new


def end(drafts: Drafts, thing: str, key: str, other: str, day: str, stated: Stated) -> None:
    """Give a thing its last day or, with a key and another thing, the relationship under that key.

    Raises:
        UsageError: there is no such thing, key or relationship, or the day is none.
    """
    at, item = _thing(drafts, thing)
    model, under = _model(at), None
    if key:
        under = _field(model, key)
        if under.holds != "items" or not under.plainly:
            raise UsageError(f"{under.key} is no relationship that may end.")
        to = value_of(columns_of(under.model, under)[under.key], Cell(other), drafts.names)
        found = [each for each in item.get(under.key, []) if each.get(under.plainly) == to and not each.get("until")]
        if len(found) != 1:
            what = "several, which differ" if found else "none that has not ended"
            raise UsageError(f"Under {under.key}, {thing} has of '{other}' {what}.")
        item, model = found[0], under.model
    _put(drafts, item, columns_of(model, under), "until", day, under)
    _state(drafts, item, stated, beside=True, record=None if under is None else at.value)


def add(drafts: Drafts, kind: str, name: str, values: Mapping[str, str], stated: Stated) -> Draft:
    """Add a thing of a kind with a name, an id made of it, and the values of keys.

    Raises:
        UsageError: there is no such kind or key, or a value cannot stand there.
    """
    wanted = BY_KIND[kind_named(kind)]
    sheet = next(each for each in sheets().values() if each.model is wanted)
    slug, number = slug_of(name)[:110].strip("-"), 2
    if not slug:
        raise UsageError(f"No id can be made of the name '{name}'. Use letters from a to z and digits.")
    while f"{wanted.kind}/{slug}" in drafts.register.records:
        slug, number = f"{slug_of(name)[:110]}-{number}", number + 1
    value: Value = {"id": slug, wanted.named_by: name}
    given, draft = dict(values), None
    if sheet.holder:
        draft = _into_holder(drafts, sheet, given, value)
    for key, text in given.items():
        of = _field(wanted, key)
        if of.holds == "items" and not of.plainly:
            raise UsageError(f"{of.key} is a list. Add the {kind} first, and then set it.")
        _put(drafts, value, columns_of(wanted), of.key, text)
    _state(drafts, value, stated)
    return draft or drafts.add(sheet, value)


def _into_holder(drafts: Drafts, sheet: SheetOf, given: dict[str, str], value: Value) -> Draft:
    """Put a new record inside the one that the values name, and return the draft of that one."""
    holder = getattr(sheet.holder, "kind", "")
    name = given.pop(holder, "")
    if not name:
        raise UsageError(f"It stands under one {holder.replace('-', ' ')}. Say which: --with {holder}=NAME.")
    reference = drafts.names.meant(name, (holder,))
    at = _at(drafts, reference)
    draft = drafts.of(at)
    step_to(draft.value, at.path).setdefault(sheet.inside, []).append(value)
    return draft


def _thing(drafts: Drafts, text: str) -> tuple[At, Value]:
    """Return where a thing of the register stands, and what its draft says of it."""
    try:
        reference = drafts.names.meant(text, ())
    except UsageError as error:
        raise UsageError(_sentence(error)) from None
    if ":" in reference:
        raise UsageError(f"{drafts.names.name(reference)} is a thing of the register {reference.partition(':')[0]}.")
    at = _at(drafts, reference)
    return at, step_to(drafts.of(at).value, at.path)


def _at(drafts: Drafts, reference: str) -> At:
    kind, _, slug = reference.partition("/")
    return next(
        drafts.now[sheet.title][slug]
        for sheet in sheets().values()
        if getattr(sheet.model, "kind", "") == kind and slug in drafts.now[sheet.title]
    )


def _model(at: At) -> type[Model]:
    return next(
        sheet.model
        for sheet in sheets().values()
        if sheet.file == at.held.file and sheet.inside == (str(at.path[0]) if at.path else "")
    )


def _field(model: type[Model], key: str) -> Field:
    """Return the field that a key means, as it is written or in words."""
    fields = fields_of(model)
    plain = key.strip().casefold().replace(" ", "_").replace("-", "_")
    if plain in fields and fields[plain].holds not in ("records", "sources") and plain != "id":
        return fields[plain]
    known = [name for name, of in fields.items() if of.holds not in ("records", "sources") and name != "id"]
    kind = getattr(model, "kind", model.__name__.lower()).replace("-", " ")
    otherwise = f"Its keys are {', '.join(known)}."
    raise UsageError(f"There is no key '{key}' of {article(kind)} {kind} to set. {did_you_mean(key, known, otherwise)}")


def _put(
    drafts: Drafts, item: Value, columns: Mapping[str, Column], name: str, text: str, under: Field | None = None
) -> None:
    if name not in columns:
        raise UsageError(f"{name} cannot be set by itself.")
    try:
        value = value_of(columns[name], Cell(text), drafts.names) if text.strip() else None
    except UsageError as error:
        raise UsageError(f"{name}: {_sentence(error)}") from None
    set_cell(item, name, columns[name], under, value)


def _sentence(error: UsageError) -> str:
    return str(error) if str(error).endswith("?") else f"{error}."


def _state(drafts: Drafts, item: Value, stated: Stated, *, beside: bool = False, record: Value | None = None) -> None:
    """Say where it is stated; `beside` what it stands on, which of a relationship may be its record's sources."""
    source: Value = {}
    of = fields_of(next(iter(KINDS)))["sources"]
    for key, text in stated.items():
        if text.strip():
            _put(drafts, source, columns_of(Source, of), f"{SOURCE}{key}", text, of)
    if not source:
        return
    old = item.get("sources") or (record or {}).get("sources") or []
    item["sources"] = [*old, source] if beside else [source]
