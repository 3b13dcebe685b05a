"""The documentation tells the truth: commands, questions, dependencies, links, pictures and the Python example."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import typer

from ssp_graph.cli.app import app
from ssp_graph.questions.catalogue import as_markdown
from ssp_graph.questions.library import library
from tests.cli.running import ssp_graph

ROOT = Path(__file__).parents[1]
PAGES = {path.relative_to(ROOT).as_posix(): path for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"))}
README = PAGES["README.md"].read_text(encoding="utf-8")
MOST_LINES = 150  # of the README: who opens the project reads it in five minutes


def test_every_command_is_in_it() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # it is a group
    missing = [name for name in commands if not re.search(rf"^\|[^|]*`{name}[` ]", README, re.MULTILINE)]
    assert missing == []


def test_the_matrix_shown_is_that_of_the_worked_example() -> None:
    shown = [
        line for line in README.splitlines() if line.startswith(("| Domestic abuse", "| Exploitation", "| Online"))
    ]
    printed = ssp_graph("--register", "seed/exampleton-2022-25", "matrix", "--format", "md").out.splitlines()
    assert len(shown) == 3
    assert [line for line in shown if line not in printed] == []


def test_the_catalogue_of_questions_is_that_of_the_files() -> None:
    page = PAGES["docs/questions.md"].read_text(encoding="utf-8")
    assert page.endswith(f"\n\n{as_markdown(library())}"), "Run: make schema"


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    table = PAGES["docs/dependencies.md"].read_text(encoding="utf-8").casefold()
    names = [re.split(r"[<>=]", line)[0].casefold() for line in project["dependencies"]]
    assert [name for name in names if name not in table] == []


def test_what_auditors_ask_is_answered_by_questions_and_commands_that_there_are() -> None:
    known = {*library().questions, *typer.main.get_command(app).commands}  # type: ignore[attr-defined]
    table = re.findall(r"^\| ([A-Z]\d+) \|.*\| (.+) \|$", PAGES["docs/auditors.md"].read_text("utf-8"), re.MULTILINE)
    assert [(number, name) for number, how in table for name in re.findall("`(.+?)`", how) if name not in known] == []
    assert len(dict(table)) == 48
    assert sum(not how.startswith("nothing here can answer this, because") for _, how in table) >= 40


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= MOST_LINES


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_file_and_picture_that_a_page_links_to_is_there(name: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", PAGES[name].read_text(encoding="utf-8"))
    assert [link for link in links if not (PAGES[name].parent / link).exists()] == []


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("structure", ("structure", "--size", "a3")),
        ("theme", ("theme", "Serious and Organised Crime")),
        ("mapping", ("mapping",)),
    ],
)
def test_its_pictures_show_what_the_register_holds_now(tmp_path: Path, name: str, drawn: tuple[str, ...]) -> None:
    folder = ROOT / "seed" / "stockport-2018-21"
    assert ssp_graph("--register", folder, "draw", *drawn, "--output", tmp_path / f"{name}.svg").code == 0
    assert _texts(ROOT / "docs" / "pictures" / f"{name}.svg") == _texts(tmp_path / f"{name}.svg"), "Run: make demo"


def _texts(picture: Path) -> list[str]:
    """Return every text in a picture; where things stand may differ from one Graphviz to the next."""
    return sorted(re.findall(r">([^<>]*[^<>\s][^<>]*)<", picture.read_text(encoding="utf-8")))


def test_its_python_example_runs() -> None:
    example = PAGES["docs/python.md"].read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    done = subprocess.run(
        [sys.executable, "-c", example], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# Who answers for “Hate Crime”")


def test_every_file_that_the_guide_for_contributors_names_is_there() -> None:
    named = re.findall(
        r"`((?:ssp_graph|queries|tests|docs|schema)/[\w./-]*)`", PAGES["CONTRIBUTING.md"].read_text("utf-8")
    )
    examples = {"queries/my-question.cypher", "ssp_graph/outputs/my_format.py", "ssp_graph/pictures/views/my_view.py"}
    assert len(named) > 15
    assert [path for path in named if path not in examples and not (ROOT / path).exists()] == []
