"""Changing a register from the command line: as a workbook, and one thing after the other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.running import ROOT, ssp_graph
from tests.workbook.filling import Filling, contents


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("exampleton", "exampleshire"):
        shutil.copytree(ROOT / "seed" / name, tmp_path / name)
    return tmp_path


def changing(folder: Path, *arguments: str) -> tuple[int, str, str]:
    return ssp_graph("--register", "exampleton", *arguments, folder=folder)


def test_a_workbook_goes_out_with_the_open_gaps_and_one_that_is_accepted_comes_back(folder: Path) -> None:
    code, _, err = changing(folder, "workbook", "export", "a.xlsx", "--as-of", "2021-06-30")
    assert (code, err.splitlines()[-1]) == (0, "Written: a.xlsx")
    assert changing(folder, "workbook", "export", "a.xlsx")[0] == 2
    filling = Filling(folder / "a.xlsx")
    row = filling.row("Accepted gaps", "areas-without-own-lead priority-area/antisocial-behaviour", "gap")
    filling.put("Accepted gaps", row, Reason="Its theme's lead leads it", Until="2022-03-31")
    filling.save()
    before = contents(folder / "exampleton")
    code, out, err = changing(folder, "workbook", "import", "a.xlsx")
    assert (code, contents(folder / "exampleton")) == (2, before)
    assert out.splitlines()[0] == "Accepted gap of Antisocial behaviour (areas-without-own-lead) is new:"
    assert out.splitlines()[-1] == "1 record would change."
    assert "Add --yes to write this" in err
    assert changing(folder, "workbook", "import", "a.xlsx", "--yes")[0] == 0
    _, out, _ = changing(folder, "gaps", "areas-without-own-lead", "--as-of", "2021-06-30", "--format", "csv")
    (line,) = (line for line in out.splitlines() if "Antisocial behaviour" in line)
    assert "accepted" in line


def test_set_end_and_add_write_one_change_with_its_source(folder: Path) -> None:
    minutes = ("--document", "Minutes of 19 May 2021", "--anchor", "as minuted", "--yes")
    code, out, _ = changing(folder, "set", "survey-of-victims", "owner", "Area Commander", "--page", "10", "--yes")
    assert code == 0
    assert out.splitlines()[1] == "  Owner: Public Health Lead becomes Area Commander, on p. 10."
    assert changing(folder, "end", "The town centre at night", "led_by", "Area Commander", *minutes)[0] == 0
    assert changing(folder, "add", "meeting", "Board of June", "--with", "day=4 June 2021", *minutes)[0] == 0
    assert changing(folder, "set", "Board of June", "body", "Safer Exampleton Board", *minutes)[0] == 0
    text = (folder / "exampleton" / "meetings.yaml").read_text("utf-8")
    assert text.endswith(
        "\n- id: board-of-june\n  name: Board of June\n  day: 2021-06-04\n"
        "  body: {to: body/safer-board, sources: {document: minutes-may-2021, anchor: as minuted}}\n"
        "  sources: {document: minutes-may-2021, anchor: as minuted}\n"
    )
    assert changing(folder, "validate")[0] == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("set", "Nobody", "due", "2021"), "there is no thing 'Nobody'"),
        (("set", "survey-of-victims", "ownr", "x"), "There is no key 'ownr' of an action to set. Did you mean owner?"),
        (("set", "survey-of-victims", "due", "soon"), "due: 'soon' is not a year, month, day"),
        (("--names", "no", "workbook", "export", "b.xlsx"), "Leave out --names no."),
        (("end", "survey-of-victims", "owner"), "Name both, the key and what it is with, or neither."),
        (("add", "finding", "Something"), "It stands under one issue. Say which: --with issue=NAME."),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(folder: Path, words: tuple[str, ...], told: str) -> None:
    before = contents(folder / "exampleton")
    code, _, err = changing(folder, *words, *([] if "export" in words else ["--yes"]))
    assert (code, contents(folder / "exampleton")) == (2, before)
    assert told in err


def test_an_empty_workbook_becomes_a_register(folder: Path) -> None:
    assert ssp_graph("workbook", "export", "--empty", "new.xlsx", folder=folder)[0] == 0
    filling = Filling(folder / "new.xlsx")
    titles = [sheet.title for sheet in filling.book if sheet.sheet_state == "visible"]
    assert all(filling.book[title].max_row > 1 for title in titles), "each sheet has an example"
    filling.put("Register", 2, Title="Our Plan 2026-29", Since="2026-04-01")
    filling.put("Bodies", filling.row("Bodies", "partnership"), Name="Newtown Partnership")
    filling.put("Documents", filling.row("Documents", "plan"), Title="Our Plan", Pages=20)
    filling.put("Places", filling.row("Places", "our-place"), Name="Newtown")
    filling.put("Actions", filling.end("Actions"), Name="Light the park", Owner="Head of Parks", Source_page=3)
    filling.put("Posts", filling.end("Posts"), Title="Head of Parks", Source_page="2")
    filling.save()
    assert ssp_graph("new", "newtown", "--workbook", "new.xlsx", folder=folder)[0] == 0
    assert ssp_graph("-r", "newtown", "validate", folder=folder)[1] == "newtown: 5 records, 0 errors, 0 warnings.\n"
    assert "Head of Parks" in ssp_graph("-r", "newtown", "who", "Light the park", folder=folder)[1]
