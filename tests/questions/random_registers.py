"""Registers that nobody thought out: loops, missing parts, dates of every form, text that breaks careless queries."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import AfterValidator
from pydantic.fields import FieldInfo

from ssp_graph.model.declaring import Key
from ssp_graph.model.facts import Dated, Model, written_key
from ssp_graph.model.kinds import (
    FILES,
    KINDS,
    Action,
    Discrepancy,
    Document,
    Matrix,
    Meeting,
    Progress,
    Record,
    Response,
    SafeguardingTheme,
)

_TEXTS = (
    "Plain",
    "plain",
    "It's “quoted”",
    'A "b" \\ c',
    "Zoë Ærø",
    "=1+1",
    "<b>bold</b>",
    "a, b; c | d",
    "مجلس",
    "🚔 team",
    "ﬁre",
    "$as_of",
    "// no comment",
    "null",
    "line {x: 1}",
)
_DATES = ("2019", "2019-06", "2020-03-31", "2019/20", "2018-20", "2021-01-01", "2022")
_SOURCE = {"page": 1}
_CELLS = ("lead", "supporting", "no_role", "to_be_determined")


class _Maker:
    def __init__(self, seed: int, links: Sequence[int]) -> None:
        self.random = random.Random(seed)  # noqa: S311 - tests, not secrets
        self.links = links
        self.ids = {kind.kind: self._ids(kind) for kind in KINDS if kind in FILES.values()}
        self.stated: set[tuple[Any, ...]] = set()
        self.columns: dict[str, list[str]] = {}

    def _ids(self, kind: type[Record]) -> list[str]:
        number = 1 if kind is Document else self.random.choice((0, 2, 5, 8))
        return ["plan"] if kind is Document else [f"x{place}" for place in range(number)]

    def files(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        kinds = sorted(
            (model for model in FILES.values() if issubclass(model, Record)),
            key=lambda model: model is SafeguardingTheme,
        )
        for kind in kinds:  # the matrices before their rows
            yield f"{kind.plural}.yaml", [self._record(kind, slug) for slug in self.ids[kind.kind]]

    def _record(self, kind: type[Record], slug: str) -> dict[str, Any]:
        name = self.random.choice(_DATES) if kind.begins_on == kind.named_by else self._text()
        record: dict[str, Any] = {"id": slug, kind.named_by: name, "sources": [_SOURCE]}
        if kind is Document:
            return {"id": slug, "title": "The Plan", "pages": 9}
        this = f"{kind.kind}/{slug}"
        for name in kind.keys:
            if not (kind is SafeguardingTheme and name in _CELLS):
                links = list(self._links(this, kind, name))
                if links:
                    record[written_key(name)] = links
        for name, inner in kind.nested.items():
            slugs = [f"{slug}-{place}" for place in range(self.random.randrange(3))]
            self.ids.setdefault(inner.kind, []).extend(slugs if inner.kind != kind.kind else [])
            record[name] = [{"id": inner_slug, "name": self._text(), "sources": [_SOURCE]} for inner_slug in slugs]
        if kind is SafeguardingTheme:
            record.update(self._cells(this))
        if kind is Discrepancy:
            wordings = [{"sense": self._text(), "sources": [_SOURCE]} for _ in range(2)]
            record |= {
                "classification": "date",
                "wordings": wordings,
                "about": record.get("about") or ["document/plan"],
            }
        if kind is Matrix:
            self.columns[this] = [link["to"] for link in record.get("columns", ())]
        whole = record | dict(self._fields(kind, record)) | self._dates() | self._basis()
        return _as_minuted(whole) if kind is Meeting else whole

    def _fields(self, kind: type[Record], record: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        for name, info in kind.model_fields.items():
            if written_key(name) in record or name in kind.keys or name in kind.nested:
                continue
            if name in ("since", "until", "stated_on", "basis", "reason", "aliases", "was", "sources"):
                continue
            if name == "holding" and any("until" not in link for link in record.get("holder", ())):
                continue
            if info.is_required() or self.random.random() < 0.5:
                if name == "also_titled":
                    yield name, [{"title": self._text(), "sources": [_SOURCE]}]
                elif name == "expects":
                    yield name, ["owner", "dates"]
                elif name == "names":
                    yield name, [{"name": self._text(), "until": self.random.choice(_DATES)}]
                elif name == "status" and kind is not Action:
                    status = get_args(info.annotation)[0]
                    yield name, [self._status(status) for _ in range(self.random.choice((1, 1, 2)))]
                elif (value := self._of(info)) is not None:
                    yield name, value

    def _status(self, status: Any) -> Any:
        value = self._value(status.model_fields["is_"].annotation)
        return {"is": value} | self._dates()

    def _of(self, info: FieldInfo) -> Any:
        return self._value(Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation)

    def _inside(self, model: type[Model]) -> dict[str, Any]:
        if model is Dated:
            return self._dates()
        fields = ((written_key(name), info) for name, info in model.model_fields.items() if name != "sources")
        return {name: self._of(info) for name, info in fields if info.is_required() or self.random.random() < 0.5}

    def _value(self, annotation: Any) -> Any:
        if any(isinstance(item, AfterValidator) for item in getattr(annotation, "__metadata__", ())):
            return self.random.choice(_DATES)
        if get_origin(annotation) is Literal:
            return self.random.choice(get_args(annotation))
        if annotation in (Dated, Progress, Response):
            return self._inside(annotation)
        if annotation is bool:
            return self.random.random() < 0.3
        if annotation is int:
            return self.random.randrange(1, 9)
        if annotation is str:
            return self._text()
        inner = [self._value(part) for part in get_args(annotation) if part is not type(None)]
        return next((value for value in inner if value is not None), None)

    def _links(self, this: str, kind: type[Record], name: str) -> Iterator[dict[str, Any]]:
        key = kind.keys[name]
        relationship = key.relationship
        in_files = {held.kind for held in KINDS if held in FILES.values()}
        targets = [f"{other}/{slug}" for other in kind.permitted(name) if other in in_files for slug in self.ids[other]]
        for _ in range(self.random.choice(self.links)):
            if not targets:
                return
            to = self.random.choice(targets)
            link = {"to": to} | dict(self._properties(key)) | self._dates() | self._basis()
            source, target = (to, this) if key.inverse else (this, to)
            fields = relationship.link.model_fields
            part = relationship.distinct_by
            told_apart = link.get(part, fields[part].default if part in fields else None)
            begun = link.get("since") or link.get("stated_on")
            identity = (source, relationship.type, target, begun, told_apart)
            if to != this and identity not in self.stated:
                self.stated.add(identity)
                yield link

    def _properties(self, key: Key) -> Iterator[tuple[str, Any]]:
        for name, info in key.relationship.link.model_fields.items():
            required = info.is_required() and name != "to"
            if name in ("to", "sources", "since", "until", "stated_on", "basis", "reason", "matrix"):
                continue
            if required or self.random.random() < 0.5:
                if name == "on_behalf_of":
                    if self.ids["body"]:
                        yield name, f"body/{self.random.choice(self.ids['body'])}"
                elif name == "under":
                    if self.ids["strategy"]:
                        yield name, f"strategy/{self.random.choice(self.ids['strategy'])}"
                elif name == "on":
                    yield name, [self.random.choice(("grants", *(f"theme/{slug}" for slug in self.ids["theme"])))]
                else:
                    yield name, self._of(info)

    def _cells(self, this: str) -> dict[str, Any]:
        matrix = next((name for name in self.columns if this in self._rows(name)), None)
        if matrix is None:
            return {}
        found: dict[str, Any] = {}
        for body in dict.fromkeys(self.columns[matrix]):
            if self.random.random() < 0.6:
                found.setdefault(self.random.choice(_CELLS), []).append({"to": body} | self._basis())
        return found

    def _rows(self, matrix: str) -> list[str]:
        """Return the rows of a matrix; every safeguarding theme stands in the first matrix, and only there."""
        first = next(iter(self.columns), None)
        return [f"safeguarding-theme/{slug}" for slug in self.ids["safeguarding-theme"]] if matrix == first else []

    def _dates(self) -> dict[str, str]:
        if self.random.random() < 0.6:
            return {}
        dates = {"stated_on": self.random.choice(_DATES)} if self.random.random() < 0.4 else {}
        if dates and self.random.random() < 0.5:
            return dates
        chosen = self.random.choice(("since", "until"))
        return dates | {chosen: self.random.choice(_DATES)}

    def _basis(self) -> dict[str, str]:
        return {"basis": "inferred", "reason": self._text()} if self.random.random() < 0.2 else {}

    def _text(self) -> str:
        return self.random.choice(_TEXTS)


def _as_minuted(meeting: dict[str, Any]) -> dict[str, Any]:
    """Return a meeting at which nobody is both there and not, or there for itself; the next one is after it."""
    present = [link for link in meeting.pop("present", []) if link.get("on_behalf_of") != link["to"]]
    there = {link["to"] for link in present}
    sorry = [link for link in meeting.pop("apologies", []) if link["to"] not in there]
    who = {name: links for name, links in (("present", present), ("apologies", sorry)) if links}
    return meeting | who | ({"next": "2030"} if "next" in meeting else {})


def write_random(folder: Path, seed: int, uses: str = "", links: Sequence[int] = (0, 0, 1, 2, 3)) -> Path:
    """Write the random register of a seed; its folder's name is its id.

    `links` are the numbers of relationships that a key may state, of which one is chosen each time.
    """
    maker = _Maker(seed, links)
    folder.mkdir(parents=True)
    files = dict(maker.files())
    first = True
    for record in files["matrices.yaml"]:  # the rows of the first matrix alone
        rows = [f"safeguarding-theme/{slug}" for slug in maker.ids["safeguarding-theme"]] if first else []
        record["rows"], first = rows, False
    about: dict[str, Any] = {
        "id": folder.name,
        "title": f"Plan {seed}",
        "document": "plan",
        "since": "2019",
        "until": "2021",
    }
    if maker.ids["body"] and seed % 5:
        about["partnership"] = f"body/{maker.ids['body'][0]}"
    if uses:
        about["uses"] = [uses]
    for name, content in {"register.yaml": about, **files}.items():
        (folder / name).write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder
