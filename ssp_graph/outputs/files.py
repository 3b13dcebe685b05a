"""Writing a finished output: beside its target and then renamed over it, so that a failure leaves the old one whole."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from ssp_graph.errors import WorkError


def write(data: bytes, path: Path) -> None:
    """Write a file whole or not at all.

    Raises:
        WorkError: the target is a folder, no ordinary file, read-only or in use, its folder is missing or
            closed to us, or the disk is full. What stood there before still does.
    """
    try:
        target = path.resolve() if path.is_symlink() else path
        _refuse_unwritable(target, path)
        _clear_away(target.parent)
        aside = target.with_name(f".ssp-graph-{os.getpid()}-{os.urandom(8).hex()}.tmp")
        try:
            with aside.open("xb") as file:
                file.write(data)
            if target.exists():
                aside.chmod(stat.S_IMODE(target.stat().st_mode))
            aside.replace(target)
        finally:
            aside.unlink(missing_ok=True)
    except (OSError, RuntimeError, ValueError) as fault:
        # resolve() raises RuntimeError for links in a circle; a name with a null in it is a ValueError
        raise WorkError(f"{path} was not written: {_reason(fault)}") from fault


def _clear_away(folder: Path) -> None:
    """Remove what processes that are no longer there have left half written."""
    for half in folder.glob(".ssp-graph-*-*.tmp"):
        import psutil

        if not psutil.pid_exists(int(half.name.split("-")[2])):
            half.unlink(missing_ok=True)


def make_folder(path: Path, otherwise: str = "") -> None:
    """Make a folder, with those above it, unless it is there; `otherwise` is what to do where a file of its name is.

    Raises:
        WorkError: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if otherwise and isinstance(error, FileExistsError):
            raise WorkError(f"{path} is a file, not a folder. {otherwise}") from None
        raise WorkError(f"The folder {path} cannot be made ({error.strerror}). Give another.") from None


def _refuse_unwritable(target: Path, path: Path) -> None:
    if target.is_dir():
        raise WorkError(f"{path} was not written: it is a folder. Name a file in it.")
    if target.exists():
        if not target.is_file():
            raise WorkError(f"{path} was not written: it is no ordinary file. Name a file.")
        # a rename would replace even a read-only file, against its owner's wish
        if not target.stat().st_mode & 0o222 or not os.access(target, os.W_OK):
            raise WorkError(f"{path} was not written: it is read-only. Allow writing to it or name another file.")
    elif not target.parent.is_dir():
        raise WorkError(f"{path} was not written: the folder {path.parent} does not exist. Create it first.")


def _reason(fault: Exception) -> str:
    match getattr(fault, "errno", None):
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return "the disk is full or the file too large for it. Make room or choose another disk."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return (
                "writing there is not allowed, or another program has the file open. "
                "Close it there or choose another folder."
            )
        case errno.ENAMETOOLONG:
            return "the name is too long. Choose a shorter one."
        case _:
            return f"{getattr(fault, 'strerror', None) or fault}. Choose another place."
