"""The command line as a user runs it: a process with its own output, errors and exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from ssp_graph.store import VARIABLE

ROOT = Path(__file__).parents[2]


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


def ssp_graph(*arguments: str | Path, folder: Path = ROOT, variables: dict[str, str] | None = None) -> Ran:
    """Run a command in a folder, with the environment's own variables for this project taken away."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SSP_GRAPH_", "NEO4J_"))}
    cache = {VARIABLE: os.environ[VARIABLE]}  # the tests' own
    environment = {**kept, **cache, "PYTHONPATH": str(ROOT), **(variables or {})}
    done = subprocess.run(
        [sys.executable, "-m", "ssp_graph", *map(str, arguments)],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
