"""Graphs kept between runs, so that a command need not read and check registers that have not changed.

An entry's name holds the digest of every file that the graph was made from and that of its own bytes, so it can be
neither stale nor damaged unnoticed. Whatever goes wrong with the cache, the registers are read.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ssp_graph.errors import WorkError

if TYPE_CHECKING:
    from ssp_graph.graph import Graph
    from ssp_graph.register.loading import Progress

KEEP = 24  # entries, those used last
SUFFIX = ".graph.json"
_WRITING = "writing-"


def folder() -> Path:
    """Return where entries are kept; it may not be there yet."""
    import platformdirs

    return platformdirs.user_cache_path("ssp-graph", appauthor=False)


def load_graph_cached(folders: Sequence[Path], shipped: Path, progress: Progress | None = None) -> Graph:
    """Return the graph of the registers in these folders and of those they use, from the cache where it can be.

    Raises:
        RegisterError: a register has errors.
    """
    with contextlib.suppress(OSError, ValueError, LookupError):
        home, key = folder(), _key(folders, shipped)
        if kept := _kept(home, key):
            import networkx as nx

            graph: Graph = nx.MultiDiGraph(**kept["graph"])
            graph.add_nodes_from(kept["nodes"])
            graph.add_edges_from(kept["edges"])
            return graph
        graph = _read(folders, shipped, progress)
        with contextlib.suppress(OSError):
            _keep(home, key, graph, folders, shipped)
        return graph
    return _read(folders, shipped, progress)


def names(folders: Sequence[Path], shipped: Path) -> list[tuple[str, str]]:
    """Return the id (`kind/slug`) and name of everything in the named registers, for completion.

    Raises:
        RegisterError: a register has errors.
    """
    with contextlib.suppress(OSError, ValueError, LookupError):
        if kept := _kept(folder(), _key(folders, shipped)):
            named, nodes = kept["graph"]["named"], kept["nodes"]
            return [_named(node, data) for node, data in nodes if data["register"] in named]
    graph = load_graph_cached(folders, shipped)
    return [_named(node, data) for node, data in graph.nodes(data=True) if data["register"] in graph.graph["named"]]


def _named(node: str, data: dict[str, Any]) -> tuple[str, str]:
    return node.partition(":")[2], data["name"]


def clear() -> int:
    """Remove every entry and return how many bytes that freed.

    Raises:
        WorkError: an entry cannot be removed.
    """
    freed = 0
    try:
        for path in (*folder().glob(f"*{SUFFIX}"), *folder().glob(f"{_WRITING}*")):
            freed += path.stat().st_size
            path.unlink()
    except OSError as error:
        raise WorkError(
            f"{folder()} cannot be emptied ({error.strerror}). Close what uses it, then try again."
        ) from error
    return freed


def _read(folders: Sequence[Path], shipped: Path, progress: Progress | None) -> Graph:
    from ssp_graph.graph import load_graph

    return load_graph(folders, shipped, progress)


def _key(folders: Sequence[Path], shipped: Path) -> str:
    return _digest([[str(path.resolve()), _files(path)] for path in folders], str(Path.cwd()), str(shipped))


def _digest(*parts: Any) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:40]


def _files(register: Path) -> list[list[str]]:
    """Return the name and digest of every YAML file of a register."""
    return [
        [path.name, hashlib.sha256(path.read_bytes()).hexdigest()]
        for path in sorted(register.iterdir())
        if path.suffix.lower() in (".yaml", ".yml")
    ]


def _code() -> list[list[str]]:
    """Return what tells this version of the program from another, also in a checkout that is being worked on."""
    package = Path(__file__).parent
    made_by = [package / "graph.py", *sorted((package / "register").glob("*.py"))]
    return [[path.name, str(path.stat().st_mtime_ns), str(path.stat().st_size)] for path in made_by]


def _kept(home: Path, key: str) -> dict[str, Any] | None:
    for path in home.glob(f"{key}-*{SUFFIX}"):
        content = path.read_bytes()
        if path.name != f"{key}-{hashlib.sha256(content).hexdigest()[:40]}{SUFFIX}":
            path.unlink()
            continue
        kept: dict[str, Any] = json.loads(content)
        if kept["code"] != _code() or kept["used"] != _used([Path(used) for used, _ in kept["used"]]):
            path.unlink()
            continue
        os.utime(path)
        return kept
    return None


def _used(places: Sequence[Path]) -> list[list[Any]]:
    """Return what stands where used registers are looked for: their files, or None where there is none."""
    return [[str(place), _files(place) if (place / "register.yaml").is_file() else None] for place in places]


def _keep(home: Path, key: str, graph: Graph, folders: Sequence[Path], shipped: Path) -> None:
    named = graph.graph["named"]
    beside = list(dict.fromkeys([*(path.resolve().parent for path in folders), shipped]))
    used = [about["id"] for about in graph.graph["registers"] if about["id"] not in named]
    kept = {
        "code": _code(),
        "used": _used([place / name for name in used for place in beside]),
        "graph": graph.graph,
        "nodes": list(graph.nodes(data=True)),
        "edges": list(graph.edges(keys=True, data=True)),
    }
    content = json.dumps(kept, ensure_ascii=False).encode()
    home.mkdir(parents=True, exist_ok=True)
    _tidy(home)
    with tempfile.NamedTemporaryFile(dir=home, prefix=_WRITING, delete=False) as file:
        try:
            file.write(content)
            file.close()
            Path(file.name).replace(home / f"{key}-{hashlib.sha256(content).hexdigest()[:40]}{SUFFIX}")
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise


def _tidy(home: Path) -> None:
    used = {path: path.stat().st_mtime for path in home.glob(f"*{SUFFIX}")}
    for path in sorted(used, key=used.__getitem__)[: max(0, len(used) - KEEP + 1)]:
        with contextlib.suppress(OSError):  # in use, on Windows
            path.unlink()
