"""Graphs from the store, so that a command need not read and check registers that have not changed."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ssp_graph import store
from ssp_graph.collector import paused
from ssp_graph.files import content_of
from ssp_graph.together import finish

if TYPE_CHECKING:
    from ssp_graph.graph import Graph
    from ssp_graph.register.loading import Progress

_ENDINGS = (".yaml", ".yml", ".yaml.txt")  # as `register.loading`, which is not imported here for its weight


@paused()
def load_graph_cached(folders: Sequence[Path], shipped: Path, progress: Progress | None = None) -> Graph:
    """Return the graph of the registers in these folders and of those they use, from the store where it can be.

    `graph.graph["kept"]` is the digest of its content there, for what is kept of the graph in turn.

    Raises:
        RegisterError: a register has errors.
    """
    if found := _find(folders, shipped):
        import networkx as nx

        path, content = found
        graph: Graph = nx.MultiDiGraph(**content["graph"], kept=store.content(path))
        graph.add_nodes_from(content["nodes"])
        graph.add_edges_from(content["edges"])
        return graph
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
    if found := _find(folders, shipped):
        named, nodes = found[1]["graph"]["named"], found[1]["nodes"]
    else:
        graph = load_graph_cached(folders, shipped)
        named, nodes = graph.graph["named"], graph.nodes(data=True)
    return [(node.partition(":")[2], data["name"]) for node, data in nodes if data["register"] in named]


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
    content = {
        "used": _used([str(place / name) for name in used for place in beside]),
        "graph": graph.graph,
        "nodes": list(graph.nodes(data=True)),
        "edges": list(_in_turn(graph)),
    }
    text = json.dumps(content, ensure_ascii=False)
    return store.keep(_key(folders, shipped), store.GRAPH, lambda made: made.write_text(text, encoding="utf-8"))


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
