"""The site that tests of this room look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.making import files, single


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site on disk, in a folder and in one file, written once."""
    place = tmp_path_factory.mktemp("site")
    for name, data in files().items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)
    (place / "one").mkdir()
    (place / "one" / "site.html").write_text(single(), encoding="utf-8")
    return place
