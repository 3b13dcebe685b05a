"""Files kept between runs in the user's cache folder, each named by what it was made from and by its own bytes.

So none can be stale or damaged unnoticed. Whoever uses them catches `OSError` and does without.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import platformdirs

KEEP = 12  # files of one suffix, those used last
_ABANDONED = 24 * 3600.0  # seconds after which a file half made is nobody's any more
_BUILDING = "building-"


def folder() -> Path:
    """Return where the files are; it may not be there yet."""
    return platformdirs.user_cache_path("ssp-graph", appauthor=False)


def find(name: str, suffix: str) -> Path | None:
    """Return the file that is kept under this name if it is whole; one that is not is removed.

    Raises:
        OSError: the folder cannot be used.
    """
    for path in folder().glob(f"{name}-*{suffix}"):
        if path.name == f"{name}-{_digest(path)}{suffix}":
            with contextlib.suppress(OSError):  # only so that it is kept longer
                os.utime(path)
            return path
        path.unlink()
    return None


@contextlib.contextmanager
def aside() -> Iterator[Path]:
    """Give a folder in which to make a file that is to be kept; what is left in it goes.

    Raises:
        OSError: there can be none.
    """
    home = folder()
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=_BUILDING, dir=home, ignore_cleanup_errors=True) as made:
        yield Path(made)


def keep(made: Path, name: str, suffix: str) -> Path:
    """Move a file that was made aside to its place, instead of any other of its name, and return that place.

    Raises:
        OSError: it cannot be moved.
    """
    home = folder()
    path = home / f"{name}-{_digest(made)}{suffix}"
    earlier = [other for other in home.glob(f"{name}-*{suffix}") if other != path]
    made.replace(path)
    used = {other: other.stat().st_mtime for other in home.glob(f"*{suffix}")}
    for other in (*earlier, *sorted(used, key=used.__getitem__)[: max(0, len(used) - KEEP)]):
        with contextlib.suppress(OSError):  # in use, on Windows
            other.unlink(missing_ok=True)
    for half in home.glob(f"{_BUILDING}*"):
        if half.stat().st_mtime < time.time() - _ABANDONED:
            shutil.rmtree(half, ignore_errors=True)
    return path


def remove(suffix: str) -> int:
    """Remove every file of a suffix, and what is half made, and return how many bytes that freed.

    Raises:
        OSError: a file cannot be removed.
    """
    freed = 0
    for path in folder().glob(f"*{suffix}"):
        freed += path.stat().st_size
        path.unlink()
    for half in folder().glob(f"{_BUILDING}*"):
        shutil.rmtree(half, ignore_errors=True)
    return freed


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:40]
