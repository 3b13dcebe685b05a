"""Small invented registers, written where a test needs them."""

from __future__ import annotations

import os
from pathlib import Path
from textwrap import dedent

from ssp_graph.graph import Graph, load_graph

PLAN_TEXT = Path(os.environ.get("PLAN_TEXT", "no plan"))  # the shipped plan's text, which is not ours to keep here
REGISTERS = Path(__file__).parent / "registers"
DOCUMENT = "- {id: plan, title: The Plan, pages: 40}\n"


def write_register(folder: Path, about: str = "", **files: str) -> Path:
    """Write a register: its own lines of register.yaml, and the text of each file by its name (`priority_areas`)."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = f"id: {folder.name}\ntitle: The Plan of {folder.name}\ndocument: plan\n{dedent(about)}"
    if "since:" not in about:
        lines = f"{lines.rstrip()}\nsince: 2000\n"
    (folder / "register.yaml").write_text(lines, encoding="utf-8")
    for name, text in {"documents": DOCUMENT, **files}.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(dedent(text), encoding="utf-8")
    return folder


def graph_of(folder: Path, about: str = "", **files: str) -> Graph:
    """Return the graph of a small register that is written for it."""
    return load_graph([write_register(folder, about, **files)])


def invented(*names: str) -> Graph:
    """Return the graph of invented partnerships that stand in tests/registers."""
    return load_graph([REGISTERS / name for name in names])
