"""The command `site`: where it writes, what it refuses, and what it tells before anything is published."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import ssp_graph
from tests.making import REGISTERS

EXAMPLETON = ("--register", REGISTERS / "exampleton-2024-27")


def test_a_second_site_of_the_same_register_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert ssp_graph(*EXAMPLETON, "site", folder).code == 0
    again = ssp_graph(*EXAMPLETON, "site", folder)
    assert again.code == 0
    assert "(0 of " in again.err


def test_what_is_no_place_for_a_site_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    (tmp_path / "minutes.docx").write_bytes(b"ours")
    refused = ssp_graph(*EXAMPLETON, "site", tmp_path)
    assert (refused.code, [path.name for path in tmp_path.iterdir()]) == (1, ["minutes.docx"])
    assert "holds minutes.docx, which is not of a site" in refused.err
    assert ssp_graph(*EXAMPLETON, "site", tmp_path / "site.txt").code == 2
    assert ssp_graph(*EXAMPLETON, "site").code == 2
