"""A site's folder: what is not of a site stays, what is stale goes, and what is the same is not written again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ssp_graph.errors import WorkError
from ssp_graph.site import write_folder
from ssp_graph.site.folder import MANIFEST, Written

FIRST = [("index.html", b"start"), ("plan/theme/homes.html", b"homes"), ("plan/body/board.html", b"board")]


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_second_site_writes_what_changed_and_removes_what_is_stale(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert write_folder(FIRST, folder) == Written(3, 3, 0)
    old = (folder / "index.html").stat().st_mtime_ns
    assert write_folder([FIRST[0], ("plan/body/board.html", b"changed")], folder) == Written(2, 1, 1)
    assert names(folder) == {"index.html", "plan/body/board.html", MANIFEST}
    assert not (folder / "plan" / "theme").exists()
    assert (folder / "index.html").stat().st_mtime_ns == old


def test_a_folder_with_anything_else_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    write_folder(FIRST, tmp_path)
    (tmp_path / "plan" / "minutes.docx").write_bytes(b"ours")
    with pytest.raises(WorkError, match=r"holds plan/minutes\.docx, which is not of a site\. Give an empty folder"):
        write_folder(FIRST[:1], tmp_path)
    assert len(names(tmp_path)) == 5


def test_a_manifest_that_names_files_elsewhere_removes_none_of_them(tmp_path: Path) -> None:
    outside, folder = tmp_path / "ours.txt", tmp_path / "site"
    outside.write_text("ours")
    folder.mkdir()
    (folder / MANIFEST).write_text(f'{{"files": ["../ours.txt", "{outside}"]}}')
    write_folder(FIRST, folder)
    assert outside.read_text() == "ours"


def test_a_site_that_was_left_half_written_is_finished(tmp_path: Path) -> None:
    def stops() -> Iterator[tuple[str, bytes]]:
        yield FIRST[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_folder(stops(), tmp_path)
    assert write_folder(FIRST, tmp_path).files == 3
