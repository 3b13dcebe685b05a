"""What is kept of a graph between runs: never stale, never trusted blindly, and never why an answer fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ssp_graph.answers.without_names import SOMEBODY, without_names
from ssp_graph.engines import open_engine, remembering
from ssp_graph.engines.sandbox import ask
from ssp_graph.errors import UsageError
from ssp_graph.graph import Graph
from ssp_graph.graph_cache import load_graph_cached
from ssp_graph.store import ANSWERS, DATABASE, GRAPH, VARIABLE
from tests.making import graph_of, write_register

BOARD = "- {id: board, name: Board, sources: {page: 1}}"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder, empty; every graph counts as large."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(remembering, "LARGE", 1)
    return tmp_path / "cache"


def town(tmp_path: Path, bodies: str = BOARD) -> Graph:
    return load_graph_cached([write_register(tmp_path / "town", bodies=bodies)], tmp_path)


def names(graph: Graph) -> list[tuple[object, ...]]:
    with open_engine("ladybug", graph) as engine:
        return engine.run("MATCH (b:Body) RETURN b.name ORDER BY b.name", {}).rows


def entries(home: Path, suffix: str = "") -> list[Path]:
    return sorted(path for path in home.iterdir() if path.name.endswith(suffix)) if home.is_dir() else []


def forget_answers(home: Path) -> None:
    for path in entries(home, ANSWERS):
        path.unlink()


def test_a_database_is_made_once_and_then_opened_ready(tmp_path: Path, home: Path) -> None:
    assert names(town(tmp_path)) == [("Board",)]
    (entry,) = entries(home, DATABASE)
    before = entry.read_bytes(), entry.stat().st_ino
    forget_answers(home)
    assert names(town(tmp_path)) == [("Board",)]
    assert entries(home, DATABASE) == [entry]
    assert (entry.read_bytes(), entry.stat().st_ino) == before


def test_an_answer_given_before_needs_no_database(tmp_path: Path, home: Path) -> None:
    everything = (
        "MATCH p = (b:Body)-[r:REPORTS_TO]->(c) WHERE b.since_day <= $as_of RETURN p, r.`on` AS subjects, 1.5, null"
    )
    bodies = f"{BOARD}\n- {{id: group, name: Group, reports_to: body/board, sources: {{page: 2}}}}"
    answers = []
    for _ in range(2):
        with open_engine("ladybug", town(tmp_path, bodies)) as engine:
            answers.append(engine.run(everything, {"as_of": "2020-01-01", "registers": ["town"]}))
        for path in entries(home, DATABASE):
            path.unlink()
    assert answers[0] == answers[1]
    assert len(answers[0].rows) == 1
    assert entries(home, DATABASE) == []


def test_another_parameter_is_another_answer(tmp_path: Path) -> None:
    graph = town(tmp_path)
    for _ in range(2):
        for name, found in {"Board": [("Board",)], "Group": []}.items():
            with open_engine("ladybug", graph) as engine:
                cypher = "MATCH (b:Body) WHERE b.name = $name RETURN b.name"
                assert engine.run(cypher, {"name": name}).rows == found


def test_an_answer_that_depends_on_the_clock_or_on_chance_is_not_kept(tmp_path: Path) -> None:
    found = set()
    for _ in range(3):
        with open_engine("ladybug", town(tmp_path)) as engine:
            found.add(engine.run("MATCH (b:Body) RETURN b.name, gen_random_uuid() AS id", {}).rows[0][1])
    assert len(found) == 3


def test_what_is_refused_is_refused_again(tmp_path: Path) -> None:
    for _ in range(2):
        with open_engine("ladybug", town(tmp_path)) as engine:
            with pytest.raises(UsageError, match="Cannot find property colour"):
                engine.run("MATCH (b:Body) RETURN b.colour", {})
            with pytest.raises(UsageError, match=r"uses \$day, which has no value"):
                engine.run("MATCH (b:Body) RETURN $day", {})


def test_of_a_graph_that_the_store_does_not_know_nothing_is_kept(tmp_path: Path, home: Path) -> None:
    graph = graph_of(tmp_path / "town", bodies=BOARD)
    with open_engine("ladybug", graph) as engine:
        assert engine.run("MATCH (b:Body) RETURN b.name", {}).rows == [("Board",)]
    ask("ladybug", graph, "MATCH (b:Body) RETURN b.name", {})
    assert entries(home) == []


def test_of_a_small_graph_no_database_is_kept(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "LARGE", 20_000)
    assert names(town(tmp_path)) == [("Board",)]
    found = ask("ladybug", town(tmp_path), "MATCH (b:Body) RETURN b.name AS name", {})
    assert found.rows == [("Board",)]
    assert (len(entries(home, ANSWERS)), entries(home, DATABASE)) == (1, [])


def test_a_graph_without_names_has_answers_of_its_own(tmp_path: Path) -> None:
    person = "- {id: ann, name: Ann Other, sources: {page: 1}}"
    graph = load_graph_cached([write_register(tmp_path / "town", people=person)], tmp_path)
    found = []
    for each in (graph, without_names(graph), graph):
        with open_engine("ladybug", each) as engine:
            found.append(engine.run("MATCH (p:Person) RETURN p.name", {}).rows[0][0])
    assert found == ["Ann Other", SOMEBODY, "Ann Other"]


def test_any_change_of_a_fact_is_seen_at_once_and_a_comment_is_none(tmp_path: Path, home: Path) -> None:
    assert names(town(tmp_path)) == [("Board",)]
    assert names(town(tmp_path, f"# A comment\n{BOARD}")) == [("Board",)]
    assert len(entries(home, DATABASE)) == 1
    assert names(town(tmp_path, BOARD.replace("Board", "Group"))) == [("Group",)]
    assert names(town(tmp_path, BOARD.replace("page: 1", "page: 2"))) == [("Board",)]
    assert (len(entries(home, DATABASE)), len(entries(home, ANSWERS))) == (3, 3)


@pytest.mark.parametrize("suffix", [DATABASE, ANSWERS])
@pytest.mark.parametrize("damage", ["one byte", "cut short", "empty", "text", "another entry"])
def test_a_damaged_or_foreign_file_is_made_anew(damage: str, suffix: str, tmp_path: Path, home: Path) -> None:
    names(town(tmp_path, BOARD.replace("Board", "Other")))
    (other,) = entries(home, suffix)
    names(town(tmp_path))
    (entry,) = set(entries(home, suffix)) - {other}
    whole = entry.read_bytes()
    middle = len(whole) // 2
    damaged = {
        "one byte": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "cut short": whole[:middle],
        "empty": b"",
        "text": b"not what it was",
        "another entry": other.read_bytes(),
    }
    if suffix == DATABASE:
        forget_answers(home)
    entry.write_bytes(damaged[damage])
    assert names(town(tmp_path)) == [("Board",)]
    (remade,) = set(entries(home, suffix)) - {other}
    assert remade.stem.partition("-")[0] == entry.stem.partition("-")[0]
    assert remade.read_bytes() != damaged[damage]
    forget_answers(home)
    assert names(town(tmp_path)) == [("Board",)]


@pytest.mark.parametrize("suffix", [DATABASE, ANSWERS])
def test_a_folder_in_the_place_of_a_file_is_no_obstacle(suffix: str, tmp_path: Path, home: Path) -> None:
    names(town(tmp_path))
    (entry,) = entries(home, suffix)
    forget_answers(home)
    entry.unlink(missing_ok=True)
    entry.mkdir()
    assert names(town(tmp_path)) == [("Board",)]


def test_a_home_that_cannot_be_written_is_no_obstacle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file"))
    assert names(town(tmp_path)) == [("Board",)]
    found = ask("ladybug", town(tmp_path), "MATCH (b:Body) RETURN b.name AS name", {})
    assert found.rows == [("Board",)]


ANSWER = """
import sys
from pathlib import Path
from ssp_graph.engines import open_engine, remembering
from ssp_graph.graph_cache import load_graph_cached
remembering.LARGE = 1
with open_engine("ladybug", load_graph_cached([Path(sys.argv[1])], Path(sys.argv[1]).parent)) as engine:
    print(engine.run("MATCH (b:Body) RETURN b.name", {}).rows)
"""
FULL = f"import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))\n{ANSWER}"


def started(program: str, folder: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        [sys.executable, "-c", program, str(folder)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files, which Windows has not")
def test_a_full_disk_is_no_obstacle_and_leaves_nothing_behind(tmp_path: Path, home: Path) -> None:
    town(tmp_path)
    with started(FULL, tmp_path / "town") as program:
        answer, errors = program.communicate()
    assert (answer, errors) == ("[('Board',)]\n", "")
    assert entries(home, DATABASE) == []
    assert not [path for path in entries(home) if path.is_dir()]


def test_several_processes_at_once_all_answer_and_leave_one_entry(tmp_path: Path, home: Path) -> None:
    town(tmp_path)
    programs = [started(ANSWER, tmp_path / "town") for _ in range(4)]
    answers = [program.communicate() for program in programs]
    assert answers == [("[('Board',)]\n", "")] * 4
    assert [path.name for path in entries(home) if path.is_dir()] == []
    assert [len(entries(home, sort)) for sort in (GRAPH, ANSWERS, DATABASE)] == [1, 1, 1]
    forget_answers(home)
    assert names(town(tmp_path)) == [("Board",)]


def test_ad_hoc_cypher_uses_the_kept_database(tmp_path: Path, home: Path) -> None:
    for _ in range(2):
        found = ask("ladybug", town(tmp_path), "MATCH (b:Body) RETURN b.name AS name", {})
        assert found.rows == [("Board",)]
        assert len(entries(home, DATABASE)) == 1
