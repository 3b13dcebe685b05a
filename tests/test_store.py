"""The store: whole files only, no more than there is room for, and nothing half made for long."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ssp_graph import store
from ssp_graph.errors import WorkError
from ssp_graph.store import ANSWERS, GRAPH, KEEP, VARIABLE


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder, which is not there yet."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def kept(name: str, text: str = "text", sort: str = GRAPH) -> Path | None:
    return store.keep(name, sort, lambda path: path.write_text(text, encoding="utf-8"))


def listed(home: Path) -> set[str]:
    return {path.name for path in home.iterdir()}


def test_the_folder_is_the_users_unless_a_variable_names_another(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    assert store.folder() == home
    monkeypatch.delenv(VARIABLE)
    assert store.folder().name == "ssp-graph"


def test_a_key_tells_apart_what_is_made_from_other_values() -> None:
    assert store.key("a", ["b"]) == store.key("a", ["b"])
    assert len({store.key("a"), store.key("b"), store.key("a", "b"), store.key(["a", "b"])}) == 4


def test_a_kept_file_is_found_by_its_key_and_sort_alone(home: Path) -> None:
    path = kept("one")
    assert path is not None
    assert store.find("one", GRAPH) == path
    assert (store.find("one", ANSWERS), store.find("two", GRAPH)) == (None, None)
    assert kept("one", "other") == store.find("one", GRAPH) != path
    assert len(listed(home)) == 1


def test_a_damaged_file_is_removed(home: Path) -> None:
    path = kept("one")
    assert path is not None
    path.write_bytes(b"tex")
    assert store.find("one", GRAPH) is None
    assert listed(home) == set()


def test_what_fails_or_leaves_more_than_one_file_is_not_kept(home: Path) -> None:
    def fails(path: Path) -> None:
        path.write_bytes(b"half")
        raise WorkError("The disk is full.")

    def leaves_two(path: Path) -> None:
        path.write_bytes(b"whole")
        path.with_suffix(".wal").write_bytes(b"rest")

    assert [store.keep("one", GRAPH, make) for make in (fails, leaves_two, str)] == [None] * 3
    assert listed(home) == set()


def test_only_the_files_used_last_are_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{number:02}" for number in range(KEEP + 3)]
    for age, name in enumerate(names):
        path = kept(name)
        assert path is not None
        os.utime(path, (time.time() - 1000 + age,) * 2)
    kept("answers", sort=ANSWERS)
    assert sorted(name.partition("-")[0] for name in listed(home)) == [*names[3:], "answers"]
    monkeypatch.setattr(store, "ROOM", 10)
    kept("large", "more than there is room for")
    assert sorted(name.partition("-")[0] for name in listed(home)) == [*names[-2:], "answers", "large"]


def test_what_a_killed_process_was_making_goes_on_the_next_use(home: Path) -> None:
    program = (
        "import os, signal, sys\n"
        "from ssp_graph import store\n"
        "def make(path):\n"
        "    path.write_bytes(b'half')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "store.keep('one', store.GRAPH, make)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    for _ in range(2):
        subprocess.run([sys.executable, "-c", program], env=environment, check=False)
        assert len(listed(home)) == 1
    assert store.find("other", GRAPH) is None
    assert listed(home) == set()


def test_what_another_process_is_making_stays_for_an_hour(home: Path) -> None:
    half = home / f"building-{os.getppid()}-x"
    half.mkdir(parents=True)
    kept("one")
    assert half.is_dir()
    os.utime(half, (time.time() - 4000,) * 2)
    store.find("one", GRAPH)
    assert not half.exists()


def test_clearing_removes_everything_that_is_kept_and_says_how_much_that_freed(home: Path) -> None:
    assert store.clear() == 0
    kept("one", "four")
    kept("two", "five!", ANSWERS)
    (home / f"building-{os.getppid()}-x").mkdir()
    (home / "notes.txt").write_text("mine", encoding="utf-8")
    assert store.clear() == 9
    assert listed(home) == {"notes.txt"}


def test_a_folder_that_cannot_be_used_costs_nothing_but_what_it_would_have_kept(home: Path) -> None:
    home.write_text("in the way", encoding="utf-8")
    assert kept("one") is None
    assert store.find("one", GRAPH) is None
