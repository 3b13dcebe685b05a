from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from ssp_graph.errors import WorkError
from ssp_graph.outputs import write


def test_a_file_is_written_and_an_old_one_replaced(tmp_path: Path) -> None:
    target = tmp_path / "answer.csv"
    write(b"first", target)
    write(b"second", target)
    assert target.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [target]


def test_an_old_files_permissions_stay(tmp_path: Path) -> None:
    target = tmp_path / "answer.csv"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write(b"new", target)
    assert os.name == "nt" or stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write(b"new", link)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(WorkError, match="it is a folder"):
        write(b"new", tmp_path)


def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "answer.csv"
    target.write_bytes(b"old")
    target.chmod(0o444)
    with pytest.raises(WorkError, match="it is read-only"):
        write(b"new", target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorkError, match=r"the folder .*away does not exist"):
        write(b"new", tmp_path / "away" / "answer.csv")


def test_a_file_taken_for_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WorkError, match="does not exist"):
        write(b"new", tmp_path / "file" / "answer.csv")


@pytest.mark.parametrize("name", ["x" * 5_000 + ".csv", "nul\0.csv"])
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(WorkError, match="was not written"):
        write(b"new", tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_what_is_no_ordinary_file_is_left_alone(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(WorkError, match="no ordinary file"):
        write(b"new", pipe)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(link)
    with pytest.raises(WorkError, match="was not written"):
        write(b"new", link)


@pytest.mark.skipif(os.name == "nt", reason="the limit that stands for a full disk is POSIX")
def test_a_full_disk_leaves_the_old_file_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "answer.csv"
    target.write_bytes(b"old")
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from ssp_graph.errors import WorkError\n"
        "from ssp_graph.outputs import write\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n"
        "    write(b'x' * 100_000, Path(sys.argv[1]))\n"
        "except WorkError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(target)], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert "the disk is full" in done.stdout
    assert done.stdout.count("\n") == 1
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_what_a_killed_process_was_writing_goes_with_the_next_file(tmp_path: Path) -> None:
    program = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from ssp_graph.outputs import write\n"
        "Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "write(b'new', Path(sys.argv[1]))\n"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "answer.csv")], check=False)
    (half,) = tmp_path.iterdir()
    writing = tmp_path / half.name.replace(half.name.split("-")[2], str(os.getppid()))
    writing.write_bytes(b"half")
    write(b"new", tmp_path / "other.csv")
    assert sorted(tmp_path.iterdir()) == sorted([writing, tmp_path / "other.csv"])
