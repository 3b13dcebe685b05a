"""Several files written together: all or none, whatever ends the program or fills the disk."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ssp_graph.together import finish, write_together

OLD = {"a.yaml": b"old a", "b.yaml": b"old b"}
NEW = {"a.yaml": b"new a", "b.yaml": b"new b", "c.yaml": b"new c"}

# Ends itself by a signal at the call of the given number that changes the folder.
ENDING = """
import os, signal, sys
from pathlib import Path
from ssp_graph.together import write_together
left = int(sys.argv[2])
def counted(call):
    def wrapped(*given, **named):
        global left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*given, **named)
    return wrapped
for name in ("replace", "unlink", "chmod"):
    setattr(Path, name, counted(getattr(Path, name)))
os.fsync = counted(os.fsync)
write_together(Path(sys.argv[1]), {"a.yaml": b"new a", "b.yaml": b"new b", "c.yaml": b"new c"})
"""


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.yaml")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in OLD.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.process
def test_ended_anywhere_all_files_are_old_or_all_are_new_and_the_next_write_finds_no_rest(folder: Path) -> None:
    seen = set()
    for step in range(1, 20):
        for name, data in {**OLD, "c.yaml": b""}.items():
            (folder / name).write_bytes(data) if data else (folder / name).unlink(missing_ok=True)
        done = subprocess.run([sys.executable, "-c", ENDING, str(folder), str(step)], check=False)
        finish(folder)
        seen.add((done.returncode, held(folder) == NEW))
        assert held(folder) in (OLD, NEW)
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
    assert seen == {(-signal.SIGKILL, False), (-signal.SIGKILL, True), (0, True)}
    write_together(folder, OLD)
    assert sorted(path.name for path in folder.iterdir()) == ["a.yaml", "b.yaml", "c.yaml"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_where_the_disk_is_full_nothing_changes(folder: Path) -> None:
    (folder / ".ssp-graph-new.b.yaml.tmp").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left"):
        write_together(folder, NEW)
    assert held(folder) == OLD
    assert sorted(path.name for path in folder.iterdir()) == ["a.yaml", "b.yaml"]
