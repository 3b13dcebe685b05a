"""What seed/README.md tells officers is true: each example is sound, and each error says what it says there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from ssp_graph.graph import Graph, load_graph
from ssp_graph.shipped import shipped
from tests.cli.running import ssp_graph
from tests.making import write_register
from tests.register.faults import faults_in

README = (shipped("seed") / "README.md").read_text(encoding="utf-8")
_ALL = re.findall(r"^```yaml\n# (\S+\.yaml)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
BLOCKS = [(file, text) for file, text in _ALL if "/" not in file]
ASKED = re.findall(r"^ssp-graph (.*(?:compare|ask|who|history) .*)$", README, re.MULTILINE)
PIECES = [(file, text) for file, text in _ALL if "/" in file]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The register that all examples make together."""
    found = tmp_path / "exampleton-2024-27"
    found.mkdir()
    for file, text in BLOCKS:
        with (found / file).open("a", encoding="utf-8") as target:
            target.write(text)
    return found


def test_every_block_says_which_file_it_belongs_to() -> None:
    assert len(_ALL) == README.count("```yaml")


@pytest.mark.parametrize(("file", "text"), PIECES)
def test_every_piece_of_the_worked_example_stands_there_as_it_is_shown(file: str, text: str) -> None:
    assert text in (shipped("seed") / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("line", ASKED)
def test_every_question_to_the_worked_example_is_answered(line: str) -> None:
    ran = ssp_graph(*shlex.split(line), folder=shipped("seed"))
    assert (ran.code, ran.out != "") == (0, True), ran.err


def test_the_worked_example_that_pieces_are_taken_from_is_sound() -> None:
    assert len(PIECES) > 5
    for folder in {shipped("seed") / file.partition("/")[0] for file, _ in PIECES}:
        assert faults_in(folder) == []


def test_the_examples_together_are_a_sound_register_without_a_warning(folder: Path) -> None:
    assert faults_in(folder) == []


def test_the_examples_say_what_the_words_around_them_say(folder: Path) -> None:
    graph = load_graph([folder])
    assert holders(graph, "head-of-community-safety", "2024-08-31") == ["Zoë Quillfeather"]
    assert holders(graph, "head-of-community-safety", "2024-09-01") == ["Åsa Smythe"]
    assert holders(graph, "licensing-lead", "2024-09-01") == []
    assert graph.nodes["exampleton-2024-27:body/crime-reduction-board"]["until_day"] == "0001-01-01"
    (gap,) = graph.graph["registers"][0]["accepted_gaps"]
    assert gap["until_day"] == "2025-05-31"


def holders(graph: Graph, post: str, day: str) -> list[str]:
    return [
        graph.nodes[person]["name"]
        for person, _, data in graph.in_edges(f"exampleton-2024-27:post/{post}", data=True)
        if data["type"] == "HOLDS" and data["since_day"] <= day <= data["until_day"]
    ]


def test_every_file_of_a_register_is_named() -> None:
    from ssp_graph.model.kinds import FILES

    assert [file for file in ("register.yaml", *FILES) if f"`{file}`" not in README] == []


def test_every_error_that_is_explained_can_happen_and_reads_so(tmp_path: Path) -> None:
    folder = write_register(
        tmp_path / "exampleton",
        bodies="""\
            - {id: board, name: Board, part_of: body/pannel, sources: {page: 41}}
            - {id: panel, name: Panel, reports_to: post/lead, since: 2020, until: 2019, sources: {page: 1}}
            - {id: panel, name: Panel, nmae: Panel, sources: {page: 1}}
            - {id: panel, name: Panel, sources: {page: 1}}
            - {id: forum, name: Forum, since: soon}
            - {id: team, name: Team, supports: [body/board, body/board], basis: inferred, sources: {page: 1}}
            """,
        posts="- id: lead\n  title: Lead\n  title: Leader\n  acts_for: post/lead\n  sources: {page: 1}\n",
        people="- id: ann\n\tname: Ann\n",
        themes="- id: streets\n  name: Streets: safe\n",
        places="- {id: harbour, name: Harbour [old}\n",
    )
    (folder / "duties.yaml").write_bytes("- {id: a, name: Café}\n".encode("latin-1"))
    (folder / "actions.yaml.txt").write_text("[]", encoding="utf-8")
    problems = "\n".join(faults_in(folder))
    explained = re.findall(r"^\| `(.+?)` \| [A-Z`]", README, re.MULTILINE)
    assert len(explained) >= 15
    assert [words for words in explained if words not in problems] == []
