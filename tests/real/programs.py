"""Finding the programs that tests drive."""

from __future__ import annotations

import shutil


def program(*names: str) -> str:
    """Return the path of the first of these programs that is on the PATH.

    Raises:
        RuntimeError: none is.
    """
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        raise RuntimeError(f"{names[0]} is not on the PATH. `make test` says how to install it.")
    return found
