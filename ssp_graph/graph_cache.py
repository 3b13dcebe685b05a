"""Graphs kept between runs, so that a command need not read and check registers that have not changed.

A kept graph bears the digest of every file that it was made from, so it cannot be stale. Whatever goes wrong with the
cache, the registers are read.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ssp_graph import kept
from ssp_graph.collector import paused
from ssp_graph.errors import WorkError

if TYPE_CHECKING:
    from ssp_graph.graph import Graph
    from ssp_graph.register.loading import Progress

SUFFIX = ".graph.json"
_ENDINGS = (".yaml", ".yml", ".yaml.txt")  # as `register.loading`, which is not imported here for its weight


@paused()
def load_graph_cached(folders: Sequence[Path], shipped: Path, progress: Progress | None = None) -> Graph:
    """Return the graph of the registers in these folders and of those they use, from the cache where it can be.

    Raises:
        RegisterError: a register has errors.
    """
    if content := _find(folders, shipped):
        import networkx as nx

        graph: Graph = nx.MultiDiGraph(**content["graph"])
        graph.add_nodes_from(content["nodes"])
        graph.add_edges_from(content["edges"])
        return graph
    from ssp_graph.graph import load_graph

    graph = load_graph(folders, shipped, progress)
    with contextlib.suppress(OSError):
        _keep(graph, folders, shipped)
    return graph


def names(folders: Sequence[Path], shipped: Path) -> list[tuple[str, str]]:
    """Return the id (`kind/slug`) and name of everything in the named registers, for completion.

    Raises:
        RegisterError: a register has errors.
    """
    if content := _find(folders, shipped):
        named, nodes = content["graph"]["named"], content["nodes"]
    else:
        graph = load_graph_cached(folders, shipped)
        named, nodes = graph.graph["named"], graph.nodes(data=True)
    return [(node.partition(":")[2], data["name"]) for node, data in nodes if data["register"] in named]


def clear() -> int:
    """Remove every kept graph and return how many bytes that freed.

    Raises:
        WorkError: one cannot be removed.
    """
    try:
        return kept.remove(SUFFIX)
    except OSError as error:
        raise WorkError(
            f"{kept.folder()} cannot be emptied ({error.strerror}). Close what uses it, then try again."
        ) from error


def _key(folders: Sequence[Path], shipped: Path) -> str:
    """Return the digest of all that the graph follows from, save the registers that the named ones use."""
    package = Path(__file__).parent
    code = [
        Path(__file__),
        package / "graph.py",
        *sorted([*package.glob("register/*.py"), *package.glob("model/*.py")]),
    ]
    made_from = [
        [[str(path.resolve()), _files(path)] for path in folders],
        [str(Path.cwd()), str(shipped)],
        [[path.name, path.stat().st_mtime_ns, path.stat().st_size] for path in code],
    ]
    return hashlib.sha256(json.dumps(made_from).encode()).hexdigest()[:40]


def _files(register: Path) -> list[list[str]]:
    """Return the name and digest of every YAML file of a register."""
    return [
        [path.name, hashlib.sha256(path.read_bytes()).hexdigest()]
        for path in sorted(register.iterdir())
        if path.name.lower().endswith(_ENDINGS)
    ]


def _used(places: Sequence[str]) -> list[list[Any]]:
    """Return what stands where used registers are looked for: their files, or None where there is none."""
    return [[place, _files(Path(place)) if Path(place, "register.yaml").is_file() else None] for place in places]


def _find(folders: Sequence[Path], shipped: Path) -> dict[str, Any] | None:
    """Return what is kept of a graph, if the registers it uses are still the same too."""
    with contextlib.suppress(OSError, ValueError, LookupError):
        if path := kept.find(_key(folders, shipped), SUFFIX):
            content: dict[str, Any] = json.loads(path.read_bytes())
            if content["used"] == _used([place for place, _ in content["used"]]):
                return content
    return None


def _keep(graph: Graph, folders: Sequence[Path], shipped: Path) -> None:
    beside = list(dict.fromkeys([*(path.resolve().parent for path in folders), shipped]))
    used = [about["id"] for about in graph.graph["registers"] if about["id"] not in graph.graph["named"]]
    content = {
        "used": _used([str(place / name) for name in used for place in beside]),
        "graph": graph.graph,
        "nodes": list(graph.nodes(data=True)),
        "edges": list(_in_turn(graph)),
    }
    with kept.aside() as folder:
        made = folder / "graph"
        made.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        kept.keep(made, _key(folders, shipped), SUFFIX)


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
