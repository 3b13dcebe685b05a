"""The example in each command's help runs as it stands there: on what comes with the program, or on a copy of it."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from ssp_graph.cli.app import app
from tests.cli.running import ROOT, ssp_graph

NEEDS_A_SERVER = "push"


def examples() -> Iterator[str]:
    for command in _commands(get_command(app)):
        yield from re.findall(r"Example: ssp-graph (.+)", command.help or "")


def _commands(command: object) -> Iterator[typer.core.TyperCommand]:
    for inner in getattr(command, "commands", {}).values():
        yield inner
        yield from _commands(inner)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped registers, one of an officer's own, and the text of its plan."""
    made = tmp_path_factory.mktemp("examples")
    shutil.copytree(ROOT / "seed", made / "seed")
    shutil.copytree(ROOT / "seed" / "exampleton", made / "newtown")
    shutil.copytree(ROOT / "seed" / "exampleshire", made / "exampleshire")
    about = made / "newtown" / "register.yaml"
    about.write_text(about.read_text(encoding="utf-8").replace("id: exampleton", "id: newtown"), encoding="utf-8")
    (made / "plan.txt").write_text("Nothing of this plan.\f" * 20, encoding="utf-8")
    return made


def test_each_command_has_one() -> None:
    assert len([*examples()]) >= 20


@pytest.mark.parametrize("example", [*dict.fromkeys(examples())])
def test_it_runs(example: str, folder: Path) -> None:
    if NEEDS_A_SERVER in example.split():
        pytest.skip("it writes to a server")
    if "matrix import" in example and not (folder / "to-fill.xlsx").exists():
        ssp_graph("--register", "newtown", "matrix", "export", "to-fill.xlsx", folder=folder)
    ran = ssp_graph(*shlex.split(example), folder=folder)
    found_nothing = "evidence" in example  # that plan's pages are empty here
    assert ran.code == (1 if found_nothing else 0), ran.err
    assert ran.out or re.search("[Ww]ritten|Nothing to change", ran.err)
