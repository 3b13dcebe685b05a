"""The register of a plan that follows another: what stands is carried over, what the old plan says of it is not.

An old plan says nothing of the new one's time. So things keep their ids, names and sources, and what was said of them
stands beneath as examples, each to be used again where the new plan says so too.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ssp_graph.errors import UsageError
from ssp_graph.model.dates import OPEN_END, day_after, first_day, last_day
from ssp_graph.model.declaring import Key
from ssp_graph.model.facts import Link, written_key
from ssp_graph.model.kinds import (
    FILES,
    Action,
    Body,
    Document,
    Meeting,
    Organisation,
    Place,
    Post,
    Reading,
    Record,
    Term,
)
from ssp_graph.model.succession import claim, settle_succession
from ssp_graph.register.loading import ABOUT_FILE, load
from ssp_graph.register.register import Register

STANDING = (Body, Organisation, Place, Post, Document)
_OF_ITS_TIME = frozenset({"vacant", "chair_vacant", "holding", "holder"})
_FILLED = {"vacant": "holder", "chair_vacant": "chairs"}  # a vacancy that somebody has ended
_HEAD = (
    "## A line that begins with one # is what the last plan said. Where the new plan says so too, delete the #\n"
    "## and the space behind it, and put the new page in the place of the old one.\n"
)
_EMPTY = "[]\n## Delete the line above, [], when you write or use the first record.\n\n"


class Following(NamedTuple):
    """The texts of the files of a new register, and how many things of each kind they carry over and leave out."""

    texts: dict[str, str]
    carried: Counter[str]
    left: Counter[str]


def following(old: Path, slug: str, shipped: Path | None = None) -> Following:
    """Return the files of a register of this id that follows another.

    Raises:
        RegisterError: the old register has errors.
        UsageError: it follows itself.
    """
    registers = load([old], shipped)
    register = registers.by_id[registers.named[0]]
    if register.id == slug:
        raise UsageError(f"The new register would have the id of the old one, {slug}. Give the folder another name.")
    begins = day_after(last_day(register.about.until))
    document = f"plan-{begins[:4]}" if begins < OPEN_END else f"plan-of-{slug}"
    if f"document/{document}" in register.records:
        document = f"plan-of-{slug}"
    ended = {
        reference
        for reference, record in register.records.items()
        if isinstance(record, STANDING) and _is_over(register, record)
    }
    texts = {ABOUT_FILE: _about(register, slug, document, begins, ended)}
    carried: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for file, kind in sorted(FILES.items(), key=lambda each: each[1] is Document):
        if kind is Term:
            texts[file] = _terms(register)
        if not issubclass(kind, Record):
            continue
        mine = [each for each in register.records.items() if type(each[1]) is kind and each[0] not in register.parents]
        stands = kind in STANDING
        kept = [reference for reference, record in mine if reference not in ended and not _is_done_with(record)]
        cited = _cited(texts.values(), "") if kind is Document else set(kept)
        if kind is Document:  # minutes on which nothing rests any longer are left out
            kept = [reference for reference in kept if reference in cited | _cited(texts.values(), "#")]
        written = [_record(register, reference, ended, stands and reference in cited) for reference in kept]
        if kind is Document:
            title = "(write the title of the new plan here)"
            written.insert(0, f"- id: {document}\n  title: {title}\n  classification: plan\n")
        if written:
            texts[file] = f"{_HEAD}\n{'' if stands else _EMPTY}" + "\n".join(written)
        carried[kind.kind] += (standing := len(cited.intersection(kept)) if stands else 0)
        left[kind.kind] += len(mine) - standing
    return Following({file: text for file, text in texts.items() if text}, carried, left)


def _cited(texts: Iterable[str], sign: str) -> set[str]:
    """Return the documents that lines which begin with a sign (or, without one, those that count) name as sources."""
    found = re.compile(rf"^{sign or '(?!#)'}.*document: '?([\w-]+)", re.MULTILINE)
    return {f"document/{name}" for text in texts for name in found.findall(text)}


def _is_over(register: Register, fact: Record | Link) -> bool:
    """Return whether something ended with the old plan or before."""
    if isinstance(fact, Body) and [each.is_ for each in fact.status] == ["past"]:
        return True
    return fact.until is not None and last_day(fact.until) <= last_day(register.about.until)


def _is_done_with(record: Record) -> bool:
    """Return whether the next plan has no use for a record: a meeting, a reading, an action done or dropped."""
    if isinstance(record, Action):
        told = sorted(record.progress, key=lambda each: last_day(each.day))
        last = next((each.status for each in reversed(told) if each.status), record.status)
        return last in ("done", "stopped") or record.closed_on is not None
    return isinstance(record, Meeting | Reading)


def _about(register: Register, slug: str, document: str, begins: str, ended: set[str]) -> str:
    about = register.about
    live = {
        "id": slug,
        "title": "(write the title of the new plan here)",
        "partnership": about.partnership,
        "place": about.place,
        "since": begins if begins < OPEN_END else None,
        "document": document,
        "uses": list(about.uses) or None,
        "follows": register.id,
    }
    text = _dumped({key: value for key, value in live.items() if value})
    written = register.about_place.raw.get("answers_to", [])
    links = zip(about.answers_to, written if isinstance(written, list) else [written], strict=True)
    if still := [_named(register, value) for link, value in links if _local(register, link.to) not in ended]:
        text += f"\n{_HEAD}\n" + _commented(_dumped({"answers_to": still}))
    return text


def _terms(register: Register) -> str:
    return "\n".join(_item(_named(register, place.raw)) for _, place in register.terms)


def _record(register: Register, reference: str, ended: set[str], stands: bool) -> str:
    """Return a record as an item of a list: itself, where it stands, and as an example what was said of it."""
    record, raw = register.records[reference], _named(register, register.places[reference].raw)
    raw.pop("was", None)  # in the plan before the old one
    links = {written_key(name): list(_in_force(register, record, name, raw, ended)) for name in record.keys}
    now = {key: found if len(found) > 1 else found[0] for key, found in links.items() if found}
    raw = {key: now.get(key, value) for key, value in raw.items() if key in now or key not in links}
    if not stands:
        raw.pop("agreed_at", None)  # a meeting of the last plan's time
        return _commented(_item(raw))
    itself = {key: value for key, value in raw.items() if key not in links and key not in _OF_ITS_TIME}
    said = {key: value for key, value in raw.items() if key not in itself and _FILLED.get(key) not in now}
    return _item(itself) + _commented(textwrap.indent(_dumped(said), "  "))


def _in_force(register: Register, record: Record, name: str, raw: Mapping[str, Any], ended: set[str]) -> Iterator[Any]:
    """Yield what is written under a key, but for what is over and what leads to something that is."""
    written, links = raw.get(written_key(name), []), getattr(record, name)
    followed = _followed(register, record.keys[name], links)
    for place, value in enumerate(written if isinstance(written, list) else [written]):
        link = links[place]
        if place not in followed and not _is_over(register, link) and _local(register, link.to) not in ended:
            yield value


def _followed(register: Register, key: Key, links: Sequence[Link]) -> set[int]:
    """Return the places of those whom somebody is stated to have followed in a role that one has at a time."""
    exclusive, opening = key.relationship.exclusive, first_day(register.about.since)
    claims = {
        place: claim(link.to, capacity, (link.since, link.until, [seen.day for seen in link.stated_on]), opening)
        for place, link in enumerate(links)
        if (capacity := str(getattr(link, "capacity", ""))) in exclusive
    }
    settle_succession(list(claims.values()), exclusive, frozenset())
    return {place for place, each in claims.items() if each.ended_by}


def _local(register: Register, reference: str) -> str:
    return reference.removeprefix(f"{register.id}:")


def _named(register: Register, value: Any) -> Any:
    """Return what is written, with the old plan named in each source that names no document."""
    if isinstance(value, list):
        return [_named(register, item) for item in value]
    if not isinstance(value, dict):
        return value
    plain = {key: _named(register, item) for key, item in value.items()}
    if "sources" in plain:
        listed = plain["sources"] if isinstance(plain["sources"], list) else [plain["sources"]]
        sources = [{"document": register.about.document, **source} for source in listed]
        plain["sources"] = sources if len(sources) > 1 else sources[0]
    return plain


class _Dumper(yaml.SafeDumper):
    """Writes dates as an officer does, without quotation marks: a register reads them as text."""


_Dumper.yaml_implicit_resolvers = {
    sign: [each for each in resolvers if not each[0].endswith(":timestamp")]
    for sign, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def _dumped(value: Mapping[str, Any]) -> str:
    """Return a mapping as YAML: a line for each key, and what has no more inside it on one line."""
    style: dict[str, Any] = {"allow_unicode": True, "sort_keys": False, "width": 10_000, "default_flow_style": None}
    texts = (str(yaml.dump({key: item}, Dumper=_Dumper, **style)) for key, item in value.items())
    return "".join(f"{text[1:-2]}\n" if text.startswith("{") else text for text in texts)


def _item(record: Mapping[str, Any]) -> str:
    """Return a mapping as an item of a list."""
    return f"- {textwrap.indent(_dumped(record), '  ')[2:]}"


def _commented(text: str) -> str:
    return "".join(f"# {line}\n" for line in text.splitlines())
