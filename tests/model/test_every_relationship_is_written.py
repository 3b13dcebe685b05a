"""What the dictionary promises can be written: each pair of kinds of each relationship, in YAML."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from ssp_graph.graph import load_graph
from ssp_graph.model.declaring import BY_LABEL, NESTING, Record, records
from ssp_graph.model.facts import Link, Model, written_key
from ssp_graph.model.kinds import FILES
from ssp_graph.model.relationships import RELATIONSHIPS
from tests.register.faults import faults_in
from tests.register.test_invented import allowed

SOURCE = {"page": 1}
CELLS = ("LEADS_ON", "SUPPORTS_ON", "NO_ROLE_ON", "UNSETTLED_ON")


def required(model: type[Model], known: set[str]) -> dict[str, Any]:
    """Return values for what a model asks for beyond these fields."""
    found: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        if info.is_required() and name not in known:
            values = allowed(info.annotation)
            found[written_key(name)] = values[0] if values else "2020"
    return found


def record(kind: type[Record], slug: str) -> dict[str, Any]:
    name = "2020" if kind.begins_on == kind.named_by else slug
    written = {"id": slug, kind.named_by: name, "sources": [SOURCE]}
    if "wordings" in kind.model_fields:
        written["wordings"] = [{"sense": sense, "sources": SOURCE} for sense in ("One", "Other")]
    return written | required(kind, {*written, "id", kind.named_by, "sources"})


def key_of(type_: str, source: str, target: str) -> tuple[str, bool] | None:
    """Return the key under which one of two kinds states this relationship, and whether that is its target."""
    for kind in records():
        for name, key in kind.keys.items():
            here, there = (target, source) if key.inverse else (source, target)
            if key.type == type_ and kind.label == here and BY_LABEL[there].kind in kind.permitted(name):
                return name, key.inverse
    return None


class Written:
    """The files of a register that states each pair once, between two things of its own."""

    def __init__(self) -> None:
        self.files: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self.expected: set[tuple[str, str, str]] = set()
        self.rows: list[str] = []
        self.columns: list[str] = []

    def thing(self, label: str, slug: str) -> dict[str, Any]:
        """Write a thing, inside one of the kind that it is written in where it has no file."""
        kind = BY_LABEL[label]
        made = record(kind, slug)
        if file := next((file for file, model in FILES.items() if model is kind), None):
            self.files[file].append(made)
            return made
        outer, name = next((o, n) for o in records() for n, inner in o.nested.items() if inner.label == label)
        self.thing(outer.label, f"{slug}-whole")[name] = [made]
        return made

    def pair(self, type_: str, source: str, target: str, number: int) -> None:
        slugs = f"a{number}", f"b{number}"
        found = key_of(type_, source, target)
        assert found, f"({source})-[:{type_}]->({target}) has no key: give it one, or take it out of the declaration."
        name, inverse = found
        ends = [self.thing(label, slug) for label, slug in zip((source, target), slugs, strict=True)]
        there = f"{BY_LABEL[source if inverse else target].kind}/{slugs[not inverse]}"
        link = RELATIONSHIPS[type_].link
        ends[inverse][written_key(name)] = {"to": there, **required(link, {*Link.model_fields})}
        things = [f"town:{BY_LABEL[label].kind}/{slug}" for label, slug in zip((source, target), slugs, strict=True)]
        self.expected.add((things[0], type_, things[1]))
        if type_ in CELLS:
            self.rows.append(f"safeguarding-theme/{slugs[1]}")
            self.columns.append(f"{BY_LABEL[source].kind}/{slugs[0]}")


def test_every_pair_of_kinds_of_every_relationship_is_written_and_read(tmp_path: Path) -> None:
    written = Written()
    written.files["documents.yaml"].append({"id": "plan", "title": "The Plan", "pages": 1})
    nested = {(inner.label, outer.label) for outer in records() for inner in outer.nested.values()}
    for relationship in RELATIONSHIPS.values():
        for source, target in relationship.ends:
            if relationship.type != NESTING or (source, target) not in nested:
                written.pair(relationship.type, source, target, len(written.expected))
    matrix = {"id": "all", "title": "All", "rows": written.rows, "columns": written.columns, "sources": [SOURCE]}
    written.files["matrices.yaml"].append(matrix)
    folder = tmp_path / "town"
    folder.mkdir()
    about = {"id": "town", "title": "Town", "document": "plan", "since": "2000"}
    for file, content in {"register.yaml": about, **written.files}.items():
        (folder / file).write_text(json.dumps(content), encoding="utf-8")
    assert faults_in(folder) == []
    found = {(source, data["type"], target) for source, target, data in load_graph([folder]).edges(data=True)}
    assert written.expected <= found
    assert len(written.expected) > 200
