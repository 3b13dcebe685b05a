"""A site in a folder: only what changed is written, and only its own stale files are removed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ssp_graph.errors import WorkError
from ssp_graph.outputs import make_folder, write

MANIFEST = "site-manifest.json"
_WHAT = "The files of this site, made by ssp-graph. Those that it no longer needs it removes; no others."


class Written(NamedTuple):
    """How many files there are, how many of them were written, and how many stale ones were removed."""

    files: int
    written: int
    removed: int


def refuse_others(folder: Path) -> None:
    """Refuse a folder that holds anything which is not of a site.

    Raises:
        WorkError: it does, or it is a file.
    """
    make_folder(folder, "Name a folder, or a file that ends in .html.")
    own = {folder / name for name in (*_own(folder), MANIFEST)}
    for path in sorted(folder.rglob("*")):
        if path not in own and not path.is_dir():
            raise WorkError(
                f"{folder} holds {path.relative_to(folder).as_posix()}, which is not of a site. Give an empty folder, "
                "or one that holds a site alone."
            )


def write_folder(files: Iterable[tuple[str, bytes]], folder: Path) -> Written:
    """Write the files of a site into its folder; those that are there already, with the same bytes, stay as they are.

    Raises:
        WorkError: the folder holds anything else, or cannot be written.
    """
    refuse_others(folder)
    old = _own(folder)
    names, written = [], 0
    try:
        for name, data in files:
            names.append(name)
            written += _put(folder / name, data)
    except BaseException:
        _keep(folder, sorted({*old, *names}))  # so that it is known as a site's
        raise
    stale = sorted(set(old) - set(names))
    for name in stale:
        _remove(folder, name)
    _keep(folder, names)
    return Written(len(names), written, len(stale))


def _own(folder: Path) -> list[str]:
    """Return the files that the manifest names; a name that leads out of the folder is none of them."""
    try:
        found = json.loads((folder / MANIFEST).read_text("utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    paths = [PurePosixPath(name) for name in found if isinstance(name, str)]
    return [str(path) for path in paths if not path.is_absolute() and ".." not in path.parts]


def _keep(folder: Path, names: list[str]) -> None:
    text = json.dumps({"about": _WHAT, "files": sorted(names)}, indent=1, ensure_ascii=False)
    write(f"{text}\n".encode(), folder / MANIFEST)


def _put(path: Path, data: bytes) -> bool:
    """Write a file unless it is there with the same bytes; return whether it was written."""
    if path.is_file() and path.read_bytes() == data:
        return False
    make_folder(path.parent)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise WorkError(f"{path} was not written ({error.strerror}). Make room, or choose another folder.") from error
    return True


def _remove(folder: Path, name: str) -> None:
    path = folder / name
    path.unlink(missing_ok=True)
    for above in path.parents:
        if above == folder or any(above.iterdir()):
            break
        above.rmdir()
