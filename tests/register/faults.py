"""The problems of a small register, as an officer reads them."""

from __future__ import annotations

from pathlib import Path

from ssp_graph.register.loading import read
from tests.making import write_register

MARK = "→ "
BODY = "- {id: board, name: Safer Board, sources: {page: 1}}\n"


def faults_in(*folders: Path, shipped: Path | None = None) -> list[str]:
    """Return every problem, its file counted from the folder that holds the first register."""
    above = f"{folders[0].parent.as_posix()}/"
    return [str(problem).replace(above, "") for problem in read(folders, shipped)[1]]


def faults(tmp_path: Path, about: str = "", **files: str) -> list[str]:
    """Write a register `exampleton` and return its problems."""
    return faults_in(write_register(tmp_path / "exampleton", about, **files))


def cases(text: str) -> list[tuple[str, str]]:
    """Return what is written and what is said of it: cases parted by an empty line, what is said behind arrows."""
    found = []
    for case in text.strip("\n").split("\n\n"):
        lines = case.split("\n")
        written = "\n".join(line for line in lines if not line.startswith(MARK))
        found.append((written, " ".join(line.removeprefix(MARK) for line in lines if line.startswith(MARK))))
    return found
