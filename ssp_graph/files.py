"""Reading a file that somebody names: a pipe or a device, which may have no end, is none."""

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
