"""Several files of a folder written together: all of them or none, whatever ends the program in between.

Each is written whole under another name first. Then a list of them is put there, which is the moment from which the
change holds: whoever reads the folder afterwards finishes what the list says, if that was not done.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

_LIST = ".ssp-graph-to-finish.json"
_ASIDE = ".ssp-graph-new."  # no YAML by its name, so that nobody reads it as a file of the folder


def write_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files of a folder, by their names, all or none.

    Raises:
        OSError: they cannot be written; as long as the list is not there, each stands as it stood.
    """
    finish(folder)
    listed = folder / _LIST
    new = listed.with_suffix(".new")
    try:
        for name, data in files.items():
            _write(folder / f"{_ASIDE}{name}.tmp", data)
            if (folder / name).exists():
                (folder / f"{_ASIDE}{name}.tmp").chmod((folder / name).stat().st_mode & 0o777)
        _write(new, json.dumps(list(files)).encode())
        new.replace(listed)
    except OSError:
        for name in files:
            (folder / f"{_ASIDE}{name}.tmp").unlink(missing_ok=True)
        new.unlink(missing_ok=True)
        raise
    finish(folder)


def finish(folder: Path) -> None:
    """Finish what was being written in a folder when a program was ended.

    Raises:
        OSError: it cannot be.
    """
    listed = folder / _LIST
    if not listed.exists():
        return
    for name in json.loads(listed.read_bytes()):
        aside = folder / f"{_ASIDE}{Path(name).name}.tmp"
        if aside.exists():
            aside.replace(folder / Path(name).name)
    listed.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
