"""Finding a thing by id, name, alias or acronym: in one place, for every command.

Letter case, accents, possessives, plurals and the lost "fi" of PDFs are forgiven. A near miss is suggested, never
chosen; things of one kind with the same name are offered, never chosen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ssp_graph.answers.sentences import in_kind_words
from ssp_graph.errors import UsageError
from ssp_graph.model.facts import is_reference

if TYPE_CHECKING:
    from ssp_graph.graph import Graph


_MAX_CANDIDATES = 10


@dataclass(frozen=True, slots=True)
class Found:
    """The thing that a name means, and the note that tells of others of other kinds with the same name."""

    id: str
    note: str = ""


@cache
def forgiving(text: str) -> str:
    """Return what is left of a name once the differences that are forgiven are gone."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )
    plain = re.sub(r"['’‘`]s\b|s['’‘`](?=\s|$)", "", plain).replace("&", " and ")
    plain = re.sub(r"f[fil]+", "f", plain)
    words = re.findall(r"[^\W_]+", plain)
    return " ".join(_singular(word) for word in words if word != "the") or plain.strip()


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def find_all(graph: Graph, text: str, kind: str | None = None) -> list[str]:
    """Return every thing a name means, the one most likely meant first; of one kind only where `kind` is given.

    Raises:
        UsageError: nothing has this name (with the nearest names), several things of one kind have it,
            or there is no such kind.
    """
    wanted = kind_named(kind) if kind else None
    found = [node for node in matches(graph, text) if wanted in (None, graph.nodes[node]["kind"])]
    if not found:
        raise UsageError(_nothing(graph, text, wanted))
    by_kind: dict[str, list[str]] = {}
    for node in found:
        by_kind.setdefault(graph.nodes[node]["kind"], []).append(node)
    for each, nodes in by_kind.items():
        if len(nodes) > 1:
            raise UsageError(_several(graph, text, each, nodes))
    return sorted(found, key=lambda node: _meant(graph.nodes[node]["kind"]))


def _meant(kind: str) -> tuple[int, int]:
    from ssp_graph.model.kinds import BY_KIND

    return BY_KIND[kind].meant, list(BY_KIND).index(kind)


def find(graph: Graph, text: str, kind: str | None = None) -> Found:
    """Return the one thing a name means; where several kinds bear it, that most likely meant, and a note that says so.

    Raises:
        UsageError: as `find_all`.
    """
    first, *others = find_all(graph, text, kind)
    if not others:
        return Found(first)
    kinds = [in_kind_words(graph.nodes[node]["kind"]) for node in (first, *others)]
    rest = _joined([f"{_article(name)} {name}" for name in kinds[1:]], "and")
    return Found(
        first,
        f"This is the {kinds[0]} {graph.nodes[first]['name']}; {rest} of this name "
        f"{'is' if len(others) == 1 else 'are'} there too (choose with --kind).",
    )


def kind_named(text: str) -> str:
    """Return the kind that a word means, in the singular or plural.

    Raises:
        UsageError: there is no such kind.
    """
    if kind := as_kind(text):
        return kind
    from ssp_graph.model.kinds import BY_KIND
    from ssp_graph.suggesting import near

    nearest = near(text, BY_KIND, 1)
    hint = f"Did you mean {nearest[0]}?" if nearest else f"The kinds are {', '.join(BY_KIND)}."
    raise UsageError(f"There is no kind '{text}'. {hint}")


def as_kind(text: str) -> str | None:
    """Return the kind that a word means, in the singular or plural, or None."""
    from ssp_graph.model.kinds import BY_KIND

    plain = text.strip().casefold().replace(" ", "-").replace("_", "-")
    return next((kind for kind, record in BY_KIND.items() if plain in (kind, record.plural)), None)


def matches(graph: Graph, text: str, among: Iterable[str] | None = None) -> list[str]:
    """Return what a name means, by its surest sign: id, name or alias as typed, then with what is forgiven.

    `among` limits the search to some things.
    """
    typed = text.strip()
    named = [(node, graph.nodes[node]) for node in (graph if among is None else among)]
    if is_reference(typed.casefold()):
        reference = typed.casefold()
        if found := [node for node, _ in named if reference in (node, node.partition(":")[2])]:
            return found
    exact = typed.casefold()
    by_name = [node for node, data in named if data["name"].casefold() == exact]
    by_alias = [node for node, data in named if any(alias.casefold() == exact for alias in data["aliases"])]
    if found := _names_before_aliases(graph, by_name, by_alias):
        return found
    loose = forgiving(typed)
    by_name = [node for node, data in named if forgiving(data["name"]) == loose]
    by_alias = [node for node, data in named if loose in (forgiving(other) for other in _others(data))]
    if found := _names_before_aliases(graph, by_name, by_alias):
        return found
    return [node for node, _ in named if node.rpartition("/")[2] == exact]


def _others(data: dict[str, list[str]]) -> Iterable[str]:
    yield from data["aliases"]
    for other in data.get("also_titled", ()):
        yield other["title"]  # type: ignore[index]  # an other title is a mapping


def _names_before_aliases(graph: Graph, by_name: list[str], by_alias: list[str]) -> list[str]:
    """Return the matches; within a kind, a thing of this name goes before things that have it as an alias."""
    kinds = {graph.nodes[node]["kind"] for node in by_name}
    return by_name + [
        node for node in dict.fromkeys(by_alias) if node not in by_name and graph.nodes[node]["kind"] not in kinds
    ]


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"


def _joined(parts: Sequence[str], word: str) -> str:
    return f" {word} ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]


def _candidate(graph: Graph, node: str) -> str:
    data = graph.nodes[node]
    return f"  {data['name']} ({in_kind_words(data['kind'])}): {node}"


def _several(graph: Graph, text: str, kind: str, nodes: list[str]) -> str:
    from ssp_graph.model.kinds import BY_KIND

    shown = [_candidate(graph, node) for node in nodes[:_MAX_CANDIDATES]]
    more = f"\n  and {len(nodes) - _MAX_CANDIDATES} more" if len(nodes) > _MAX_CANDIDATES else ""
    things = in_kind_words(BY_KIND[kind].plural)
    return f"{len(nodes)} {things} are called '{text}'. Give one of these ids:\n" + "\n".join(shown) + more


def _nothing(graph: Graph, text: str, kind: str | None) -> str:
    from ssp_graph.suggesting import near

    names: dict[str, list[str]] = {}
    for node, data in graph.nodes(data=True):
        if kind in (None, data["kind"]):
            for name in (data["name"], *_others(data)):
                names.setdefault(name, []).append(node)
    nearest = near(text, names)
    what = f"Nothing{f' of kind {in_kind_words(kind)}' if kind else ''} is called '{text}'."
    if not nearest:
        from ssp_graph.model.kinds import BY_KIND

        return f"{what} See what there is with `ssp-graph list{f' {BY_KIND[kind].plural}' if kind else ''}`."
    nodes = list(dict.fromkeys(node for name in nearest for node in names[name]))
    return f"{what} Did you mean:\n" + "\n".join(_candidate(graph, node) for node in nodes)
