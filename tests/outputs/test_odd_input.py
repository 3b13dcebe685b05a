"""What upsets writers, in every format: very long names, other scripts, thousands of rows, none at all, no room."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from ssp_graph.errors import WorkError
from ssp_graph.outputs import FORMATS, render, write
from ssp_graph.results import Matrix, Routes

from .opened import everything, flat, tables
from .samples import EMPTY, LONG, MATRIX, ROUTES, SMALL

READ = [name for name in FORMATS if name not in ("table", "json")]
ODD = "مجلس السلامة · לוח הבטיחות · 安全委員会 · 👩🏽‍🚒 Zoë’s “=1+1” <script>alert(1)</script> & Co."
NAME = (LONG * 8)[:5_000].strip()


def board(name: str, times: int = 1) -> tuple[dict[str, object], ...]:
    return ({"board": name, "members": 1, "sources": []},) * times


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", [ODD, NAME], ids=["scripts", "long"])
def test_a_name_stays_whole_in_rows_and_titles(name: str, text: str) -> None:
    made = replace(SMALL, heading=replace(SMALL.heading, title=text), rows=board(text))
    said = everything(render(made, name), name)
    # only csv has no place for a title
    assert said.count(flat(text)) >= (1 if name == "csv" else 2)


@pytest.mark.parametrize("name", FORMATS)
def test_a_name_stays_whole_in_routes_and_matrices(name: str) -> None:
    step = replace(ROUTES.routes[0].steps[0], sentence=ODD)
    routes: Routes = replace(ROUTES, routes=(replace(ROUTES.routes[0], steps=(step,)),))
    matrix: Matrix = replace(MATRIX, rows=(replace(MATRIX.rows[0], name=ODD),))
    assert flat(ODD) in everything(render(routes, name), name)
    assert flat(ODD) in everything(render(matrix, name), name)


@pytest.mark.parametrize("name", READ)
def test_two_thousand_rows_are_all_there(name: str) -> None:
    (table,) = tables(render(replace(SMALL, rows=board("A board", 2_000)), name), name)
    assert [row[0] for row in table].count("A board") == 2_000


@pytest.mark.parametrize("name", READ)
def test_an_empty_answer_is_a_sound_file_with_its_header(name: str) -> None:
    (table, *_) = tables(render(EMPTY, name), name)
    assert ["Board", "Members"] in [row[:2] for row in table]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_device_that_takes_nothing_is_no_target_and_a_link_to_it_stays(tmp_path: Path) -> None:
    link = tmp_path / "answer.docx"
    link.symlink_to("/dev/full")
    for target in (Path("/dev/full"), link):
        with pytest.raises(WorkError, match="no ordinary file"):
            write(render(SMALL, "docx"), target)
    assert link.is_symlink()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is closed to an administrator")
def test_a_folder_that_takes_no_files_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(WorkError, match="not allowed"):
        write(b"new", tmp_path / "answer.docx")
    tmp_path.chmod(0o755)
