"""The command that writes board papers: which file or folder, which format, and what is told when it cannot."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import ROOT, Ran, ssp_graph
from tests.making import REGISTERS

SHIPPED = ROOT / "seed" / "stockport-2018-21"
EXAMPLETON = ("--register", REGISTERS / "exampleton-2024-27", "paper")
DAY = ("--as-of", "2025-06-30")


def exampleton(*arguments: str | Path) -> Ran:
    return ssp_graph(*EXAMPLETON, *arguments, *DAY)


@pytest.mark.parametrize(
    ("name", "starts"), [("a.docx", b"PK"), ("a.ODT", b"PK"), ("a.html", b"<!DOCTYPE"), ("a.md", b"# ")]
)
def test_the_suffix_of_a_file_chooses_the_format(tmp_path: Path, name: str, starts: bytes) -> None:
    ran = exampleton(tmp_path / name)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"Written: {tmp_path / name}\n"
    assert (tmp_path / name).read_bytes().startswith(starts)


def test_a_folder_gets_the_paper_its_pictures_and_its_tables(tmp_path: Path) -> None:
    ran = exampleton(tmp_path / "board")
    assert ran.code == 0
    found = {path.name for path in (tmp_path / "board").iterdir()}
    assert {"paper.docx", "mapping.png", "paper.xlsx"} <= found
    assert len(ran.err.splitlines()) == len(found)


def test_a_folder_takes_the_paper_in_another_format(tmp_path: Path) -> None:
    assert exampleton(tmp_path, "--format", "odt").code == 0
    assert {"paper.odt", "paper.ods"} <= {path.name for path in tmp_path.iterdir()}


def test_the_shipped_plans_paper_has_its_figures_and_its_day(tmp_path: Path) -> None:
    target = tmp_path / "paper.md"
    ran = ssp_graph("--register", SHIPPED, "paper", target)
    assert ran.code == 0
    said = target.read_text(encoding="utf-8")
    assert "actions name no owner" in said
    assert "the last day of the plan's period" in said
    assert "## Appendix A: " in said


def test_a_short_paper_is_the_pages_to_decide_by(tmp_path: Path) -> None:
    assert exampleton(tmp_path / "paper.md", "--short").code == 0
    said = (tmp_path / "paper.md").read_text(encoding="utf-8")
    assert "## 6 Contact and background papers" in said
    assert "Appendix" not in said


def test_names_can_be_left_out(tmp_path: Path) -> None:
    with_names, without = tmp_path / "with.docx", tmp_path / "without.docx"
    assert exampleton(with_names).code == exampleton(without, "--names", "no").code == 0
    for path, there in ((with_names, True), (without, False)):
        with zipfile.ZipFile(path) as archive:
            said = " ".join(archive.read(name).decode(errors="replace") for name in archive.namelist())
        assert ("Quillfeather" in said) is there


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("paper.pdf",), "a paper ends in .docx, .odt, .html or .md"),
        (("paper.docx", "--format", "odt"), "ends in .docx, but --format says odt"),
        (("board", "--format", "rtf"), "'rtf' is not one of 'docx', 'odt', 'html', 'md'"),
        (("board", "--names", "maybe"), "'maybe' is not one of 'yes', 'no'"),
        (("x" * 300 + ".foo",), "a paper ends in"),
    ],
)
def test_a_wrong_use_is_one_clear_line(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    ran = ssp_graph(*EXAMPLETON, *arguments, folder=tmp_path)
    assert ran.code == 2
    assert told in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("file/board", "cannot be made"),
        ("file", "is a file, not a folder"),
        ("away/paper.docx", "does not exist"),
        ("folder.docx", "it is a folder"),
    ],
)
def test_a_target_that_cannot_be_written_is_told_and_nothing_is_left(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "folder.docx").mkdir()
    ran = exampleton(tmp_path / name)
    assert ran.code == 1
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
    assert [path.name for path in sorted(tmp_path.rglob("*"))] == ["file", "folder.docx"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_standard_output_is_told_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ssp_graph", "--register", str(SHIPPED), "matrix", "--format", "docx"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode().startswith("Error: Standard output was not written whole")
    assert done.stderr.count(b"\n") == 1
