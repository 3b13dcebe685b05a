"""The child process in which the embedded engine works apart: one request in, one answer out, and the end.

A request opens the database in the file `path`, or fills it (`load`) there or in memory; then it asks a `query`, or
keeps the file. The child ends at once when its standard input does, so that it never outlives its parent.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path
from typing import Any

from ssp_graph.engines.ladybug import Ladybug, Load
from ssp_graph.errors import SspGraphError, UsageError


def main() -> None:
    """Answer the request on standard input with a line of JSON on standard output."""
    request = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    answer = json.dumps(_answer(request))
    sys.stdout.buffer.write(answer.encode())
    sys.stdout.buffer.flush()
    os._exit(0)  # an orderly end would wait for the thread that reads


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    path = Path(request["path"]) if request.get("path") else None
    load, query = request.get("load"), request.get("query")
    try:
        with Ladybug(path, nodes=request["nodes"], read_only=load is None, memory=request["memory"]) as engine:
            if load:
                engine.load(Load(load["steps"], load["counts"]))
            if query is None:
                engine.checkpoint()
                return {}
            found = engine.run(query, request["parameters"], request["rows"])
    except SspGraphError as error:
        return {"error": str(error), "usage": isinstance(error, UsageError)}
    return {"columns": found.columns, "rows": found.rows}


def _end_with_parent() -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os._exit(1)


if __name__ == "__main__":
    main()
