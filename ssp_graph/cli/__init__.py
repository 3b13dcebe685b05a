"""The command line: it parses, calls, prints and exits, and holds no logic."""

from __future__ import annotations

import gc
import io
import os
import sys


def main() -> None:
    """Run the command line; foreseeable errors become lines on standard error and an exit code."""
    if sys.stdout is None:  # closed by the caller: whatever is written then fails as on a full disk, and is told
        sys.stdout = io.TextIOWrapper(io.FileIO(os.open(os.devnull, os.O_RDONLY), "w"))
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    gc.disable()  # a command is short, and building a graph makes many objects that all live on
    from ssp_graph.cli.app import run

    sys.exit(run())
