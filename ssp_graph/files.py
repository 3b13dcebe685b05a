"""Files that somebody names: read, where a pipe or a device is none since it may have no end, and shown."""

from __future__ import annotations

import errno
from pathlib import Path


def content_of(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        OSError: it cannot be read, or is no file.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise OSError(errno.EINVAL, "it is no file")
    return path.read_bytes()


def shown_path(path: Path) -> str:
    """Return a path as messages show it: from the current folder where it lies below, with forward slashes."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix() or "."
    except (ValueError, OSError, RuntimeError):  # links in a circle are a RuntimeError
        return path.as_posix()
