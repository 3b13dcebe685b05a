"""Graphs from the store, so that a command need not read and check registers that have not changed."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ssp_graph import store
from ssp_graph.collector import paused
from ssp_graph.files import content_of
from ssp_graph.together import finish

if TYPE_CHECKING:
    from ssp_graph.graph import Graph
    from ssp_graph.register.loading import Progress

_ENDINGS = (".yaml", ".yml", ".yaml.txt")  # as `register.loading`, which is not imported here for its weight
_BATCH = 5000  # things of a line: all in one would stand in memory twice


@paused()
def load_graph_cached(folders: Sequence[Path], shipped: Path, progress: Progress | None = None) -> Graph:
    """Return the graph of the registers in these folders and of those they use, from the store where it can be.

    `graph.graph["kept"]` is the digest of its content there, for what is kept of the graph in turn.

    Raises:
        RegisterError: a register has errors.
    """
    if found := _find(folders, shipped):
        return cast("Graph", _Kept(*found, lambda digest: _things(folders, shipped, digest, progress)))
    return _read(folders, shipped, progress)


class _Kept:
    """A kept graph, of which only what it says of itself is read until more is asked for: most answers are kept too."""

    def __init__(self, path: Path, content: dict[str, Any], read: Callable[[str], Graph]) -> None:
        self.graph: dict[str, Any] = {**content["graph"], "kept": store.content(path)}
        self._number, self._digest, self._read = content["number"], content["things"], read

    @cached_property
    def _whole(self) -> Graph:
        graph = self._read(self._digest)
        graph.graph = self.graph = graph.graph or self.graph  # its own, where it was read anew
        return graph

    def number_of_nodes(self) -> int:
        return int(self._number)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._whole, name)

    def __contains__(self, node: object) -> bool:
        return node in self._whole

    def __getitem__(self, node: str) -> Any:
        return self._whole[node]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return self.number_of_nodes()


@paused()
def _things(folders: Sequence[Path], shipped: Path, digest: str, progress: Progress | None) -> Graph:
    """Return the graph with the things that are kept under a digest, or as read anew where they no longer are."""
    path = store.find(_key(folders, shipped), store.THINGS)
    if path is None or store.content(path) != digest:
        return _read(folders, shipped, progress)
    import networkx as nx

    graph: Graph = nx.MultiDiGraph()
    with path.open(encoding="utf-8") as lines:
        for nodes, edges in map(json.loads, lines):
            graph.add_nodes_from(nodes)
            graph.add_edges_from(edges)
    return graph


def _read(folders: Sequence[Path], shipped: Path, progress: Progress | None) -> Graph:
    from ssp_graph.graph import load_graph

    graph = load_graph(folders, shipped, progress)
    with contextlib.suppress(OSError):  # a file that is gone by now
        if kept := _keep(graph, folders, shipped):
            graph.graph["kept"] = store.content(kept)
    return graph


def names(folders: Sequence[Path], shipped: Path) -> list[tuple[str, str]]:
    """Return the id (`kind/slug`) and name of everything in the named registers, for completion.

    Raises:
        RegisterError: a register has errors.
    """
    graph = load_graph_cached(folders, shipped)
    named = graph.graph["named"]
    return [
        (node.partition(":")[2], data["name"]) for node, data in graph.nodes(data=True) if data["register"] in named
    ]


def _key(folders: Sequence[Path], shipped: Path) -> str:
    """Return the key of all that the graph follows from, save the registers that the named ones use."""
    return store.key([[str(path.resolve()), _files(path)] for path in folders], str(Path.cwd()), str(shipped))


def _files(register: Path) -> list[list[str]]:
    """Return the name and digest of every YAML file of a register."""
    finish(register)
    return [
        [path.name, hashlib.sha256(content_of(path)).hexdigest()]
        for path in sorted(register.iterdir())
        if path.name.lower().endswith(_ENDINGS)
    ]


def _used(places: Sequence[str]) -> list[list[Any]]:
    """Return what stands where used registers are looked for: their files, or None where there is none."""
    return [[place, _files(Path(place)) if Path(place, "register.yaml").is_file() else None] for place in places]


def _find(folders: Sequence[Path], shipped: Path) -> tuple[Path, dict[str, Any]] | None:
    """Return what is kept of a graph, if the registers it uses are still the same too."""
    with contextlib.suppress(OSError, RuntimeError, ValueError, LookupError):  # links in a circle are a RuntimeError
        if path := store.find(_key(folders, shipped), store.GRAPH):
            content: dict[str, Any] = json.loads(path.read_bytes())
            if content["used"] == _used([place for place, _ in content["used"]]):
                return path, content
    return None


def _keep(graph: Graph, folders: Sequence[Path], shipped: Path) -> Path | None:
    beside = list(dict.fromkeys([*(path.resolve().parent for path in folders), shipped]))
    used = [about["id"] for about in graph.graph["registers"] if about["id"] not in graph.graph["named"]]
    name = _key(folders, shipped)
    nodes, edges = iter(graph.nodes(data=True)), _in_turn(graph)
    things = chain(
        ((batch, []) for batch in iter(lambda: list(islice(nodes, _BATCH)), [])),
        (([], batch) for batch in iter(lambda: list(islice(edges, _BATCH)), [])),
    )
    content = {
        "used": _used([str(place / each) for each in used for place in beside]),
        "graph": graph.graph,
        "number": graph.number_of_nodes(),
    }
    if (path := _stored(name, store.THINGS, things)) is None:
        return None
    return _stored(name, store.GRAPH, [{**content, "things": store.content(path)}])


def _stored(name: str, sort: str, content: Iterable[Any]) -> Path | None:
    def write(made: Path) -> None:
        with made.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(each, ensure_ascii=False) + "\n" for each in content)

    return store.keep(name, sort, write)


def _in_turn(graph: Graph) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Yield every edge so that, added in turn, each thing has its edges in the order of the graph, out and in."""
    out = {node: list(graph.succ[node])[::-1] for node in graph}
    into = {node: list(graph.pred[node])[::-1] for node in graph}
    waiting = list(graph)
    while waiting:
        source = waiting.pop()
        while out[source] and into[out[source][-1]][-1] == source:  # the next of both its ends
            target = out[source].pop()
            into[target].pop()
            waiting.extend(into[target][-1:])
            yield from ((source, target, key, data) for key, data in graph[source][target].items())
