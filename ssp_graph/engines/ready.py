"""Filled databases of the embedded engine, kept between runs.

A database is named by all that its content follows from: the registers' content, the schema, the engine and this
program's own version. So it cannot be stale.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from ssp_graph import kept
from ssp_graph.engines.contents import registers
from ssp_graph.engines.ladybug_schema import tables
from ssp_graph.errors import WorkError

if TYPE_CHECKING:
    from ssp_graph.graph import Graph

SUFFIX = ".lbug"


def key_of(graph: Graph) -> str:
    """Return the digest of everything that a database's content follows from."""
    made_from = [
        [_version("ssp-graph"), _version("ladybug"), *tables(), *_code()],
        registers(graph),
        list(graph.nodes(data=True)),
        list(graph.edges(data=True)),
    ]
    return hashlib.sha256(json.dumps(made_from).encode()).hexdigest()[:40]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # run from a checkout that is not installed
        return ""


def _code() -> list[str]:
    """Return what tells this version of the program from another, also in a checkout that is being worked on."""
    package = Path(__file__).parents[1]
    found = sorted([*package.glob("engines/**/*.py"), *package.glob("model/*.py")])
    return [f"{path.name} {path.stat().st_mtime_ns} {path.stat().st_size}" for path in found]


def find(key: str) -> Path | None:
    """Return the database that is kept under a key, if there is one and it is whole."""
    with contextlib.suppress(OSError):
        return kept.find(key, SUFFIX)
    return None


def find_or_make(graph: Graph, key: str) -> Path | None:
    """Return the database that is kept for a graph, made first where there is none; None where it cannot be."""
    with contextlib.suppress(OSError, WorkError):
        return kept.find(key, SUFFIX) or _make(graph, key)
    return None


def _make(graph: Graph, key: str) -> Path:
    """Fill a database and keep its one file; apart, since a full disk can end the process that writes it."""
    from ssp_graph.engines.apart import work_apart
    from ssp_graph.engines.filling import loading
    from ssp_graph.engines.ladybug import BUFFER_POOL

    with kept.aside() as folder, loading(graph) as load:
        made = folder / "graph"
        request: dict[str, object] = {"path": str(made), "nodes": graph.number_of_nodes(), "memory": BUFFER_POOL}
        work_apart({**request, "load": dataclasses.asdict(load)})
        if list(folder.iterdir()) != [made]:
            raise WorkError("The embedded database could not be written whole.")
        return kept.keep(made, key, SUFFIX)
