"""The graph without personal names, for papers that anyone may read: whoever holds a post becomes its holder.

Only the names of persons that the registers record can be known. Where a source's anchor holds any part of one, the
source keeps its page alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import networkx as nx

from ssp_graph.graph import Graph
from ssp_graph.model.facts import slug_of
from ssp_graph.plan import Plan

SOMEBODY = "A person whose name is left out"
_TITLES = (
    "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Reverend|Cllr|Councillor|Alderman|Judge|Constable|"
    "Sergeant|Inspector|Superintendent|Commander|Commissioner|Captain|Major|Colonel"
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_WRITTEN = re.compile(r"\b(id|name):\s*([^,}\n]+)")  # in a file of people
_BETWEEN = r"[\s.\"“”‘’'_-]{1,3}"


def without_names(graph: Graph) -> Graph:
    """Return a copy of the graph in which no name of a person stands, nor an id that tells it.

    A person is called after the posts that they hold or held; everything else about them stays as it is. The copy says
    of itself that its `names_left_out`; without names already, a graph stays as it is.
    """
    if graph.graph.get("names_left_out"):
        return graph
    labels = _labels(_always(graph))
    cleaned = names_remover(graph)
    bare: Graph = nx.MultiDiGraph(**cleaned(graph.graph), names_left_out=True)
    for node, data in graph.nodes(data=True):
        known = {"name": labels[node], "aliases": [], "changes": {}} if node in labels else {}
        bare.add_node(cleaned(node), **{**cleaned(data), **known})
    for source, target, key, data in graph.edges(keys=True, data=True):
        bare.add_edge(cleaned(source), cleaned(target), key=cleaned(key), **cleaned(data))
    return bare


def _always(graph: Graph) -> Plan:
    return Plan(graph, "", at_any_time=True)


def names_remover(graph: Graph) -> Callable[[Any], Any]:
    """Return what takes the graph's persons out of a value, whatever lists and mappings it is made of."""
    plan = _always(graph)
    labels = _labels(plan)
    ids = {node: f"{node.partition('/')[0]}/{slug_of(label)}" for node, label in labels.items()}
    references = {node.partition(":")[2]: new.partition(":")[2] for node, new in ids.items()}
    spoken = {node: _parts((plan[node].name, *plan[node].aliases)) for node in labels}
    return _cleaner({**ids, **references}, labels, spoken, _ordinary(plan, spoken.values()))


def written_names_remover(texts: Iterable[str]) -> Callable[[str], str]:
    """Return what takes persons out of a text about registers that may be faulty, by their files of people as text."""
    written = [match for text in texts for match in _WRITTEN.findall(text)]
    slugs = {value.strip("'\" ") for key, value in written if key == "id"}
    names = [value.strip("'\" ") for key, value in written if key == "name"]
    every = sorted({*slugs, *names, *(part for name in names for part in _parts((name,)))}, key=len, reverse=True)
    known = "|".join(map(re.escape, every)) or "(?!)"
    pattern = re.compile(rf"(?<=person/)[\w-]+|(?<![\w-])(?:{known})(?![\w-])")
    return lambda text: pattern.sub("(name left out)", text)


def _labels(plan: Plan) -> dict[str, str]:
    """Return what each person is called instead; those called the same are numbered in the order of their dates."""
    alike: dict[str, list[tuple[str, str]]] = {}
    for person in plan.things("person"):
        held = list(plan.out(person, "HOLDS"))
        posts = dict.fromkeys(edge.target.name for edge in held)
        label = f"Holder of {' and of '.join(posts)}" if posts else SOMEBODY
        alike.setdefault(label, []).append((min((edge.since_day for edge in held), default=""), person.id))
    return {
        node: f"{label} ({number})" if len(persons) > 1 else label
        for label, persons in alike.items()
        for number, (_, node) in enumerate(sorted(persons), 1)
    }


def _parts(names: Iterable[str]) -> frozenset[str]:
    """Return the words of a person's names by which they are known: no titles, no letters after the name."""
    words = (word.strip("'’-") for name in names for word in _WORD.findall(name) if name)
    return frozenset(
        word
        for word in words
        if len(word) > 1 and word[0].isupper() and not word.isupper() and word not in _TITLES.split("|")
    )


def _ordinary(plan: Plan, spoken: Iterable[frozenset[str]]) -> frozenset[str]:
    """Return the words of names that mean something else here too, such as Young in "Young People's Panel"."""
    names = (name for thing in plan.things() if thing.kind != "person" for name in (thing.name, *thing.aliases))
    others = {word.casefold() for name in names for word in _WORD.findall(name)}
    return frozenset(others.intersection(part.casefold() for parts in spoken for part in parts))


def _cleaner(
    ids: dict[str, str], labels: dict[str, str], spoken: dict[str, frozenset[str]], ordinary: frozenset[str]
) -> Callable[[Any], Any]:
    """Return what takes the persons out of a value, whatever lists and mappings it is made of."""
    if not ids:
        return lambda value: value
    node = re.compile("|".join(rf"{re.escape(each)}(?![\w-])" for each in sorted(ids, key=len, reverse=True)))
    every = sorted({part for parts in spoken.values() for part in parts}, key=len, reverse=True)
    word = f"(?:{'|'.join(map(_forgiving, every))})" if every else "(?!)"
    name = re.compile(
        rf"(?<![\w])(?P<title>(?:(?:{_TITLES})\b\.?\s+)*)(?:\b[A-Z]\b\.?\s*)*(?P<parts>{word}(?:{_BETWEEN}{word})*)(?!\w)",
        re.IGNORECASE,
    )
    single = re.compile(rf"(?<!\w){word}(?!\w)", re.IGNORECASE)

    def called(match: re.Match[str]) -> str:
        found = {_plain(part) for part in single.findall(match["parts"])}
        bearers = [label for node, label in labels.items() if found <= {_plain(part) for part in spoken[node]}]
        alone = len(found) == 1 and not match["title"]
        if alone and (not match["parts"][0].isupper() or found & {_plain(part) for part in ordinary}):
            return match[0]
        return bearers[0] if len(bearers) == 1 else SOMEBODY

    def cleaned(value: Any) -> Any:
        match value:
            case str():
                return name.sub(called, node.sub(lambda match: ids[match[0]], value))
            case list():
                return [cleaned(item) for item in value]
            case dict():
                return {
                    key: None if key == "anchor" and item and single.search(item) else cleaned(item)
                    for key, item in value.items()
                }
            case _:
                return value

    return cleaned


def _forgiving(part: str) -> str:
    """Return the pattern of a word of a name, whatever apostrophes and hyphens it is written with."""
    alike = {letter: f"[{marks}]" for marks in ("'’ʼ`", "-‐‑–") for letter in marks}
    return "".join(alike.get(letter) or re.escape(letter) for letter in part)


def _plain(part: str) -> str:
    return re.sub("[’ʼ`]", "'", re.sub("[‐‑–]", "-", part.casefold()))
