"""The command line as a user runs it: a process with its own output, errors and exit code.

The processes are forked from one that has done the imports, which take longer than most commands; what starts a
process from nothing (`test_terminal.py`, the smoke test of the wheel) shows that they are done there too.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from ssp_graph.cli import main
from ssp_graph.store import VARIABLE

ROOT = Path(__file__).parents[2]
_SLOWEST = 120.0  # seconds

if sys.platform == "win32":
    _STARTING = multiprocessing.get_context("spawn")
else:
    _STARTING = multiprocessing.get_context("forkserver")
    _STARTING.set_forkserver_preload(["tests.cli.running", "tests.cli.imports"])


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
    if any(name.startswith("PYTHON") for name in variables or {}):  # what Python itself reads, when it starts
        done = subprocess.run(
            [sys.executable, "-m", "ssp_graph", *map(str, arguments)],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SLOWEST,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
    with tempfile.TemporaryDirectory() as said:
        out, err = Path(said, "out"), Path(said, "err")
        process = _STARTING.Process(target=_run, args=([*map(str, arguments)], folder, environment, out, err))
        process.start()
        process.join(_SLOWEST)
        process.kill()
        process.join()
        assert process.exitcode is not None
        return Ran(process.exitcode, out.read_text("utf-8"), err.read_text("utf-8"))


def _run(arguments: list[str], folder: Path, environment: dict[str, str], out: Path, err: Path) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, path, flags in (
        (0, os.devnull, os.O_RDONLY),
        (1, out, os.O_CREAT | os.O_WRONLY),
        (2, err, os.O_CREAT | os.O_WRONLY),
    ):
        os.dup2(os.open(path, flags), number)
    sys.argv = ["ssp-graph", *arguments]
    main()
