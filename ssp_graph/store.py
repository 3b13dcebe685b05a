"""What is kept between runs in the user's cache folder: graphs, in two parts, answers and, of large graphs, databases.

A file is named by the digest of all that it was made from, the program among it, and by that of its own bytes; so none
can be stale, or damaged unnoticed. Whatever goes wrong here, a command does without.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import platformdirs

from ssp_graph.errors import WorkError

VARIABLE = "SSP_GRAPH_CACHE"
GRAPH, THINGS, ANSWERS, DATABASE = SORTS = ".graph.json", ".things.json", ".answers.json", ".lbug"
KEEP = 12  # files of one sort, those used last
ROOM = 1 << 30  # bytes for all files of one sort but the newest

_HALF_MADE = "building-"
_ABANDONED = (
    3600.0  # seconds after which what is half made is nobody's, even if a process bears the number of its maker
)


def folder() -> Path:
    """Return where the files are: in the folder that `SSP_GRAPH_CACHE` names, else the user's; it need not be there."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else platformdirs.user_cache_path("ssp-graph", appauthor=False)


def key(*made_from: object) -> str:
    """Return the key of what is made from these values, which JSON must be able to hold, by this program."""
    return hashlib.sha256(json.dumps([_program(), *made_from]).encode()).hexdigest()[:40]


def _program() -> list[tuple[str, int, int]]:
    """Return what tells this state of the program from another, also in a checkout that is being worked on."""
    package = str(Path(__file__).parent)
    rooms = [package, *(entry.path for entry in os.scandir(package) if entry.is_dir())]
    files = [entry for room in rooms for entry in os.scandir(room) if entry.name.endswith(".py")]
    return sorted((entry.path, entry.stat().st_mtime_ns, entry.stat().st_size) for entry in files)


def find(name: str, sort: str) -> Path | None:
    """Return the file of a sort that is kept under a key, if it is whole; one that is not is removed."""
    with contextlib.suppress(OSError):
        _clear_away()
        for path in folder().glob(f"{name}-*{sort}"):
            if path.name == f"{name}-{_digest(path)}{sort}":
                with contextlib.suppress(OSError):  # only so that it is kept longer
                    os.utime(path)
                return path
            path.unlink()
    return None


def content(path: Path) -> str:
    """Return the digest of a kept file's bytes, which its name bears."""
    return path.name.partition("-")[2].partition(".")[0]


def keep(name: str, sort: str, make: Callable[[Path], object]) -> Path | None:
    """Let a file be made, and keep it instead of any other of its sort and key; None where that cannot be done.

    It is made in a folder of its own, and kept if nothing else is left there: a database may need several files.
    """
    with contextlib.suppress(OSError, WorkError):
        home = folder()
        home.mkdir(parents=True, exist_ok=True)
        _clear_away()
        prefix = f"{_HALF_MADE}{os.getpid()}-"
        with tempfile.TemporaryDirectory(prefix=prefix, dir=home, ignore_cleanup_errors=True) as aside:
            made = Path(aside) / "made"
            make(made)
            if list(Path(aside).iterdir()) == [made]:
                path = home / f"{name}-{_digest(made)}{sort}"
                made.replace(path)
                _make_room(path, [other for other in home.glob(f"{name}-*{sort}") if other != path], sort)
                return path
    return None


def _make_room(newest: Path, replaced: list[Path], sort: str) -> None:
    used = {path: path.stat() for path in newest.parent.glob(f"*{sort}") if path not in (newest, *replaced)}
    room = ROOM
    leaving = replaced
    for place, path in enumerate(sorted(used, key=lambda path: used[path].st_mtime, reverse=True), 2):
        room -= used[path].st_size
        if place > KEEP or room < 0:
            leaving.append(path)
    for path in leaving:
        with contextlib.suppress(OSError):  # in use, on Windows
            path.unlink(missing_ok=True)


def _clear_away() -> None:
    """Remove what was being made by a process that is no longer there."""
    for half in _half_made():
        import psutil

        maker = half.name.split("-")[1]
        alive = maker.isdecimal() and psutil.pid_exists(int(maker))
        if not alive or half.stat().st_mtime < time.time() - _ABANDONED:
            shutil.rmtree(half, ignore_errors=True)


def _half_made() -> Iterator[Path]:
    return folder().glob(f"{_HALF_MADE}*")


def clear() -> int:
    """Remove everything that is kept, and what is half made, and return how many bytes that freed.

    Raises:
        WorkError: a file cannot be removed.
    """
    freed = 0
    try:
        for path in (path for sort in SORTS for path in folder().glob(f"*-*{sort}")):
            freed += path.stat().st_size
            path.unlink()
        for half in _half_made():
            shutil.rmtree(half, ignore_errors=True)
    except OSError as error:
        raise WorkError(
            f"{folder()} cannot be emptied ({error.strerror}). Close what uses it, then try again."
        ) from error
    return freed


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:40]
