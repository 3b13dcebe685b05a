"""Invented regions: a regional register and the partnerships that use it, in size and shape like the shipped plan.

From the shipped registers come only counts: how many things of each kind, how many relationships between which kinds.
Every other partnership is fuller than the plan: with reporting lines, members, owners, holders and a filled matrix.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args, get_origin

from ssp_graph.graph import load_graph
from ssp_graph.model.declaring import Key
from ssp_graph.model.facts import written_key
from ssp_graph.model.kinds import BY_KIND, BY_LABEL, FILES, Record
from ssp_graph.shipped import shipped

REGION = "invented-region"
DAY = "2025-06-30"  # in the middle of every invented plan's period

Written = dict[str, Any]
"""A record as it is written, or a relationship under one of its keys."""


class Sort(NamedTuple):
    """A sort of relationship: its type, the labels of its two ends, and whether its target is the region's."""

    source: str
    type: str
    target: str
    regional: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """How many things of each label, and how many relationships of each sort, a register holds."""

    things: Counter[str] = field(default_factory=Counter)
    relationships: Counter[Sort] = field(default_factory=Counter)


# What a plan holds beside, if its text tells all that the shipped plan leaves to a lost diagram or to other papers.
_FULLER = Shape(
    Counter({"Post": 16, "Person": 12}),
    Counter(
        {
            Sort("Body", "REPORTS_TO", "Body", False): 30,
            Sort("Post", "REPORTS_TO", "Post", False): 8,
            Sort("Post", "REPORTS_TO", "Body", False): 6,
            Sort("Body", "SCRUTINISES", "Theme", False): 4,
            Sort("Post", "CHAIRS", "Body", False): 18,
            Sort("Post", "MEMBER_OF", "Body", False): 30,
            Sort("Organisation", "MEMBER_OF", "Body", False): 30,
            Sort("Post", "OWNS", "Action", False): 36,
            Sort("Post", "OWNS", "Measure", False): 20,
            Sort("Body", "OWNS", "Strategy", False): 16,
            Sort("Person", "HOLDS", "Post", False): 14,
            Sort("Post", "POST_IN", "Organisation", False): 14,
        }
    ),
)

# Values of fields beside those that the model itself lists; None is not recorded.
_FIELDS: Mapping[str, Mapping[str, tuple[Any, ...]]] = {
    "Organisation": {"classification": ("council", "police force", "charity", None), "collective": (True, False, None)},
    "Body": {
        "classification": ("board", "group", "committee", "team", "meeting"),
        "statutory": (True, None, None, None),
        "remit": ("Brings partners together on what it is named for", None),
        "status": ("proposed", "past", None, None, None, None, None, None),
        "collective": (True, None, None, None, None, None),
    },
    "Duty": {"classification": ("report", "review", "principle"), "frequency": ("quarterly", "each year", None)},
    "Theme": {"classification": ("priority theme", "strategic priority"), "aim": ("People are safer", None)},
    "Action": {"year": ("2024/25", "2025/26"), "due": ("2025-03", "2026-03-31", None, None)},
    "Strategy": {
        "classification": ("strategy", "plan", "protocol", "programme", "service"),
        "since": ("2019", "2021/22", None, None, None, None),
        "until": ("2023", "2025/26", "2028", None, None, None),
    },
    "Measure": {"group": ("Crime", "Recovery"), "target": ("Fewer than last year", None), "baseline": ("120", None)},
    "Discrepancy": {"classification": ("name", "date", "status")},
}
_NEVER_ONE = 0.12  # of what a plan could say, for gaps beside those of its shape
_WORDS = ("Safer", "Streets", "Harbour", "Lantern", "Orchard", "Violet", "Copper", "Meadow", "Winter", "Family")


def write_region(folder: Path, partnerships: int) -> list[Path]:
    """Write the region and its partnerships beside each other, and return the folders of the partnerships."""
    plan, region = _shapes()
    regional = _Maker(region, 0, {})
    regional.write(folder / REGION, {"title": "Invented Region", "since": "2022"})
    folders = []
    for number in range(1, partnerships + 1):
        maker = _Maker(plan, number, regional.things)
        about = {
            "title": f"Exampleton {number} Safer Plan",
            "partnership": maker.things["Body"][0],
            "place": maker.things["Place"][0],
            "since": "2024/25",
            "until": "2026/27",
            "uses": [REGION],
        }
        folders.append(maker.write(folder / f"exampleton-{number:03}-2024-27", about))
    return folders


def _shapes() -> tuple[Shape, Shape]:
    """Return the shapes of the shipped plan and of the region that it uses."""
    default = next(
        about.parent
        for about in sorted(shipped("seed").glob("*/register.yaml"))
        if "\ndefault: true" in about.read_text(encoding="utf-8")
    )
    graph = load_graph([default], shipped("seed"))
    (plan_id,) = graph.graph["named"]
    shapes = Shape(), Shape()
    for _, data in graph.nodes(data=True):
        shapes[data["register"] != plan_id].things[data["label"]] += 1
    for source, target, data in graph.edges(data=True):
        ends = graph.nodes[source], graph.nodes[target]
        regional = ends[0]["register"] != ends[1]["register"]
        sort = Sort(ends[0]["label"], data["type"], ends[1]["label"], regional)
        shapes[data["register"] != plan_id].relationships[sort] += 1
    return shapes


class _Maker:
    """One register in the making: `things` are its references by label, `records` what is written of each."""

    def __init__(self, shape: Shape, number: int, regional: Mapping[str, list[str]]) -> None:
        self.random = random.Random(number)  # noqa: S311 - invented facts, not secrets
        self.regional, self.number = regional, number  # without which two of a region would bear one name
        fuller = number % 4 / 3 if regional else 0.0  # a register may tell what another leaves out
        self.loops = number % 5 == 0
        self.things: dict[str, list[str]] = {}
        self.records: dict[str, Written] = {}
        self.stated: set[tuple[str, str, str]] = set()
        for label, count in shape.things.items():
            self._add_things(label, count + round(_FULLER.things[label] * fuller))
        for sort, count in shape.relationships.items():
            self._relate(sort, count * len(self.things[sort.source]) / shape.things[sort.source])
        if regional:
            for sort, count in _FULLER.relationships.items():
                self._relate(sort, count * fuller)
            for matrix in self.things["Matrix"]:
                self._fill(matrix, fuller)
        self._finish()

    def _add_things(self, label: str, count: int) -> None:
        kind = BY_LABEL[label]
        number = count if count < 4 else round(count * self.random.uniform(0.8, 1.2))
        names = [
            f"{self._words()} {kind.kind.replace('-', ' ')} {self.number}-{place}" for place in range(1, number + 1)
        ]
        if label == "Document":
            names = ["Plan"]
        self.things[label] = [f"{kind.kind}/{name.lower().replace(' ', '-')}" for name in names]
        for reference, name in zip(self.things[label], names, strict=True):
            fields = {field: self._one_of(values) for field, values in _FIELDS.get(label, {}).items()}
            self.records[reference] = {
                "id": reference.partition("/")[2],
                kind.named_by: name,
                **{name: value for name, value in fields.items() if value is not None},
                **dict(self._values(kind, (*fields, "id", kind.named_by, "basis", "holding"))),
                **self._sources(),
            }

    def _values(self, model: type[Any], without: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """Yield values for fields that take one of a few words, most often where one must be given."""
        for name, info in model.model_fields.items():
            words = [
                word
                for part in (info.annotation, *get_args(info.annotation))
                if get_origin(part) is Literal
                for word in get_args(part)
            ]
            if words and name not in without and (info.is_required() or self.random.random() < 0.3):
                yield name, self._one_of(words)

    def _relate(self, sort: Sort, count: float) -> None:
        """State about as many relationships of a sort, in turn from each of the things that they may start from."""
        sources, among = list(self.things[sort.source]), (self.regional if sort.regional else self.things)[sort.target]
        self.random.shuffle(sources)
        for place in range(round(count)):
            source = sources[place % len(sources)]
            level = source in among and not self.loops
            targets = among[: among.index(source)] if level else among
            # Some things are in many relationships, most in few.
            target = targets[int(len(targets) * self.random.random() ** 2)] if targets else source
            nested = sort.type == "PART_OF" and BY_LABEL[sort.source] in BY_LABEL[sort.target].nested.values()
            if nested or (target != source and self.random.random() > _NEVER_ONE):
                self._state(source, sort.type, target, nested=nested)

    def _state(self, source: str, type_: str, target: str, *, nested: bool = False, **properties: Any) -> None:
        if (source, type_, target) in self.stated:
            return
        self.stated.add((source, type_, target))
        if nested:
            parent = self.records[target]
            name = next(name for name, inner in _kind(target).nested.items() if inner is _kind(source))
            parent.setdefault(name, []).append(self.records[source])
            return
        name, key = _key(_kind(source), type_, _kind(target))
        holder, other = (target, source) if key.inverse else (source, target)
        to = f"{REGION}:{other}" if other not in self.records else other
        left = ("basis", "capacity") if type_.endswith("_ON") else ("basis",)  # a joint cell has a second
        link = {"to": to, **dict(self._values(key.relationship.link, left)), **properties}
        if type_ == "REPORTS_TO" and self.random.random() < 0.2:
            link["on"] = [self._one_of(self.things["Theme"])]
        if type_ == "LEADS" and self.random.random() < 0.3:
            link["on_behalf_of"] = self._one_of(self.things["Body"])
        if self.random.random() < 0.06:
            link |= self._one_of(({"since": "2024-05"}, {"until": "2025-03"}, {"stated_on": "2024-04"}))
        if self.random.random() < 0.4:
            link |= self._sources()
        if self.random.random() < 0.1:
            link |= {"basis": "inferred", "reason": "The two are named in one breath."}
        self.records[holder].setdefault(name, []).append(link)

    def _fill(self, matrix: str, share: float) -> None:
        """Fill a share of a matrix's cells; only its own rows and columns have any."""
        rows, columns = (
            [source for source, type_, target in self.stated if (type_, target) == (wanted, matrix)]
            for wanted in ("ROW_OF", "COLUMN_OF")
        )
        for row in sorted(rows):
            for column in sorted(columns):
                if self.random.random() < share:
                    self._state(column, self._one_of(("LEADS_ON", "SUPPORTS_ON", "SUPPORTS_ON", "NO_ROLE_ON")), row)

    def _finish(self) -> None:
        """Add what a record must have and no relationship has given it."""
        for post in self.things.get("Post", ()):
            if "holder" not in self.records[post]:
                self.records[post]["holding"] = self._one_of(("vacant", "not disclosed", "not recorded"))
        for discrepancy in self.things.get("Discrepancy", ()):
            record = self.records[discrepancy]
            record.setdefault("about", self.things["Theme"][:1])
            record["wordings"] = [{"sense": f"It is the {word}.", **self._sources()} for word in ("first", "second")]
        for document in self.things["Document"]:
            self.records[document] = {"id": "plan", "title": "The Plan", "pages": 40}

    def write(self, folder: Path, about: Written) -> Path:
        """Write the register, each record's keys in lines of their own, and return its folder."""
        folder.mkdir(parents=True)
        lines = _lines({"id": folder.name, "document": "plan", **about})
        (folder / "register.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        for file, kind in FILES.items():
            if issubclass(kind, Record) and self.things.get(kind.__name__):
                records = (_lines(self.records[reference]) for reference in self.things[kind.__name__])
                text = "\n\n".join("- " + "\n  ".join(lines) for lines in records)
                (folder / file).write_text(text + "\n", encoding="utf-8", newline="\n")
        return folder

    def _sources(self) -> Written:
        number = self._one_of((1, 1, 1, 2))
        return {"sources": [{"page": self.random.randint(3, 40), "anchor": self._words()} for _ in range(number)]}

    def _words(self) -> str:
        return f"{self._one_of(_WORDS)} {self._one_of(_WORDS)} and {self._one_of(_WORDS)}"

    def _one_of(self, values: Any) -> Any:
        return values[int(len(values) * self.random.random())]


def _kind(reference: str) -> type[Record]:
    return BY_KIND[reference.partition("/")[0]]


_KEYS: dict[tuple[type[Record], str, type[Record]], tuple[str, Key]] = {}


def _key(source: type[Record], type_: str, target: type[Record]) -> tuple[str, Key]:
    """Return the key under which a relationship is written, and its declaration."""
    sort = (source, type_, target)
    if sort not in _KEYS:
        _KEYS[sort] = next(
            (written_key(name), key)
            for record, inverse in ((source, False), (target, True))
            for name, key in record.keys.items()
            if (key.type, key.inverse) == (type_, inverse)
        )
    return _KEYS[sort]


def _lines(record: Written) -> list[str]:
    """Return a record's keys with their values as YAML has them in one line, which JSON is."""
    return [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in record.items()]
