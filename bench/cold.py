"""How long a cold command takes on the shipped register, against the time Python needs to import what it stands on.

Each run of a command is paired with a run of the imports right after it, so that a busy machine weighs on both.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

RUNS = 11
IMPORTS = "typer, pydantic, networkx, yaml, ladybug"
# With what is kept between runs ready, save where nothing is kept: there every register is read and a database filled.
TARGETS = {"list": 2.0, "who": 2.0, "chain": 2.0, "matrix": 2.0, "ask": 2.0, "gaps": 2.0, "gaps --no-cache": 3.5}
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


# A process begins with the peak of the one that starts it, so a small one stands between.
_STARTER = """
import os, subprocess, sys, time
started = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
memory = float("nan")
if sys.platform == "win32":
    process.wait()
else:
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    memory = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
print(time.perf_counter() - started, memory, process.returncode)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds from start to end, and peak memory in MiB (not a number on Windows, which does not tell)."""

    seconds: float
    memory: float


def run(command: list[str], environment: Mapping[str, str] | None = None, errors: Path | None = None) -> Run:
    """Run a command to its end, with more environment, its standard error into a file if one is given.

    Raises:
        CalledProcessError: the command failed.
    """
    with (errors or Path(os.devnull)).open("wb") as said:
        told = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _STARTER, *command],
            stdout=subprocess.PIPE,
            stderr=said,
            env={**_ENVIRONMENT, **(environment or {})},
            check=True,
        )
    seconds, memory, code = map(float, told.stdout.split())
    if code:
        raise subprocess.CalledProcessError(int(code), command)
    return Run(seconds, memory)


def program() -> str:
    """Return the command itself, as it is installed beside this Python."""
    found = shutil.which("ssp-graph", path=str(Path(sys.executable).parent))
    if found is None:
        sys.exit(f"ssp-graph is not installed beside {sys.executable}. Run: make bench")
    return found


def commands() -> dict[str, list[str]]:
    """Return each command, asked about the first theme of the shipped register."""
    ours = program()
    listed = subprocess.run([ours, "list", "themes", "--format", "json"], capture_output=True, check=True)
    theme = json.loads(listed.stdout)["rows"][0]["id"]
    return {
        "list": [ours, "list"],
        "who": [ours, "who", theme],
        "chain": [ours, "chain", theme],
        "matrix": [ours, "matrix"],
        "ask": [ours, "ask", "actions-by-owner"],
        "gaps": [ours, "gaps"],
        "gaps --no-cache": [ours, "--no-cache", "gaps"],
    }


def main() -> None:
    """Measure, and print the table."""
    imports = [sys.executable, "-c", f"import {IMPORTS}"]
    print(f"Cold commands on the shipped register, against: python -c 'import {IMPORTS}'")
    print(f"Medians of {RUNS} pairs of runs; the ratio is the median of the pairs' ratios, memory is the peak.\n")
    print("command          seconds  imports    ratio  at most      MiB  imports")
    for name, command in commands().items():
        pairs = [(run(command), run(imports)) for _ in range(RUNS + 1)][1:]  # the first pair fills the caches
        ratio = statistics.median(cold.seconds / floor.seconds for cold, floor in pairs)
        seconds = [statistics.median(pair[side].seconds for pair in pairs) for side in (0, 1)]
        memory = [statistics.median(pair[side].memory for pair in pairs) for side in (0, 1)]
        print(
            f"{name:15} {seconds[0]:8.3f} {seconds[1]:8.3f} {ratio:8.2f} {TARGETS[name]:8.1f}"
            f" {memory[0]:8.0f} {memory[1]:8.0f}{'  over' if ratio > TARGETS[name] else ''}",
            flush=True,
        )


if __name__ == "__main__":
    main()
