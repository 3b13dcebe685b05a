"""`matrix` as a user meets it: what its commands say, where they say it, and how they end."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]  # it has no types

from tests.cli.running import ROOT, Ran, ssp_graph
from tests.making import REGISTERS, write_register

SAMPLEFORD = REGISTERS / "sampleford-2025-26"
ONLINE = ("Health and Wellbeing Board", "Online harm")
SOURCE = ("--document", "memorandum", "--page", "2", "--anchor", "the Wellbeing Board leads")
IN_CHILDREN = ("--matrix", "matrix/children")
ROWS = "sampleford-2025-26/safeguarding-themes.yaml"
ADDED = (
    "  lead: {to: body/health-and-wellbeing-board, "
    "sources: {document: memorandum, page: 2, anchor: the Wellbeing Board leads}}"
)
SHOWN = f"""\
Health and Wellbeing Board on Online harm: not recorded becomes lead.
--- {ROWS}
+++ {ROWS}
@@ -20,6 +20,7 @@
 # No board leads; the Wellbeing Board's cell is not recorded
 - id: online-harm
   name: Online harm
+{ADDED}
   supporting: body/safeguarding-children-partnership
   no_role: body/joint-partnership
   sources: {{document: memorandum, page: 2, part: table, anchor: Online harm}}
"""
UNWRITTEN = "Error: Nothing was written. Add --yes to write this, or run it in a terminal, where it asks.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a register in it that may be changed."""
    shutil.copytree(SAMPLEFORD, tmp_path / SAMPLEFORD.name)
    return tmp_path


def matrix(folder: Path, *arguments: str | Path) -> Ran:
    return ssp_graph("--register", SAMPLEFORD.name, "matrix", *arguments, folder=folder)


def rows_of(folder: Path) -> bytes:
    return (folder / ROWS).read_bytes()


def test_it_prints_words_in_every_cell_with_abbreviations_count_legend_source_and_date(folder: Path) -> None:
    ran = matrix(folder, *IN_CHILDREN, "--as-of", "2025-06-30")
    assert (ran.code, ran.err) == (0, "")
    for said in (
        "Health and Wellbeing Board (HWB)",
        "1 of 9 cells is not recorded.",
        "Not recorded: the source does not say; this is not the same as none",
        "Memorandum of understanding on safeguarding",
        "As of 30 June 2025.",
    ):
        assert said in ran.out
    line = next(line for line in ran.out.splitlines() if line.startswith("Online harm"))
    assert line.split("  ")[-1].strip() == "Not recorded"


def test_it_is_turned_round_by_board(folder: Path) -> None:
    ran = matrix(folder, *IN_CHILDREN, "--by", "board", "--format", "csv")
    assert ran.code == 0
    found = list(csv.DictReader(ran.out.lstrip("\ufeff").splitlines()))
    assert [(row["Board"], row["Which"]) for row in found if row["Role"] == "Leads"] == [
        ("Safeguarding Children Partnership (SCP)", "Exploitation; Missing children"),
        ("Sampleford and Millbrook Joint Partnership (SMJP)", "Missing children"),
        ("Health and Wellbeing Board (HWB)", ""),
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--matrix", "matrix/children", "check"), "Write the options after the word check."),
        (
            ("--by", "board"),
            "There are 2 matrices. Choose one with --matrix:\n"
            "  Who leads on safeguarding children: sampleford-2025-26:matrix/children\n"
            "  Who leads on safeguarding adults: sampleford-2025-26:matrix/adults",
        ),
    ],
)
def test_wrong_use_exits_with_2(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    assert matrix(folder, *arguments) == (2, "", f"Error: {said}\n")


def test_check_exits_with_1_where_it_finds_faults_and_with_0_where_it_finds_only_things_to_know(folder: Path) -> None:
    found = matrix(folder, "check")
    assert (found.code, found.err) == (1, "")
    assert "1 fault in 5 themes. 1 of 13 cells is not recorded." in found.out
    sound = matrix(folder, "check", "--matrix", "matrix/adults")
    assert sound.code == 0
    assert "Safeguarding Adults Board is the lead board on all 2 themes." in sound.out
    help_ = matrix(folder, "check", "--help").out
    assert "a cell that is not recorded, for the source may not say" in " ".join(help_.split())


def test_set_shows_the_change_and_writes_nothing_where_it_cannot_ask(folder: Path) -> None:
    before = rows_of(folder)
    assert matrix(folder, "set", *ONLINE, "lead", *SOURCE, *IN_CHILDREN) == (2, SHOWN, UNWRITTEN)
    assert rows_of(folder) == before


def test_set_with_yes_writes_what_it_showed(folder: Path) -> None:
    before = rows_of(folder).decode()
    assert matrix(folder, "set", *ONLINE, "LEAD", *SOURCE, *IN_CHILDREN, "--yes") == (0, SHOWN, f"Written: {ROWS}\n")
    assert rows_of(folder).decode() == before.replace("  name: Online harm\n", f"  name: Online harm\n{ADDED}\n")
    assert "0 of 9 cells are not recorded." in matrix(folder, *IN_CHILDREN).out
    again = matrix(folder, "set", *ONLINE, "lead", *SOURCE, *IN_CHILDREN)
    assert again == (0, "", "Nothing to change: Health and Wellbeing Board on Online harm is lead already.\n")
    back = matrix(folder, "set", *ONLINE, "not  recorded", *IN_CHILDREN, "-y")
    assert back.out.splitlines()[:2] == [
        "Health and Wellbeing Board on Online harm: lead becomes not recorded.",
        "This takes out: lead, on Memorandum of understanding on safeguarding, p. 2 “the Wellbeing Board leads”. "
        "If that was right in its day, give it an `until` in the file instead.",
    ]
    assert rows_of(folder).decode() == before


@pytest.mark.skipif(os.name == "nt", reason="there is no terminal to be had for a test")
@pytest.mark.parametrize(("answer", "code", "last"), [("y", 0, f"Written: {ROWS}"), ("n", 1, "Nothing was written.")])
def test_set_asks_in_a_terminal(folder: Path, answer: str, code: int, last: str) -> None:
    import pty

    before = rows_of(folder)
    ours, theirs = pty.openpty()
    os.write(ours, f"{answer}\n".encode())
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "ssp_graph",
            "-r",
            SAMPLEFORD.name,
            *("matrix", "set", *ONLINE, "lead"),
            *SOURCE,
            *IN_CHILDREN,
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=theirs,
        capture_output=True,
        timeout=120,
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    assert done.stderr.decode() == f"Write this? [y/N] {last}\n"
    assert (done.returncode, done.stdout.decode()) == (code, SHOWN)
    assert (rows_of(folder) == before) == (answer == "n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("Welbeing Board", "Online harm", "lead", *SOURCE),
            "There is no board 'Welbeing Board' in Who leads on safeguarding children. "
            "Did you mean Health and Wellbeing Board?",
        ),
        (
            ("HWB", "Self-neglect", "lead", *SOURCE),
            "There is no theme 'Self-neglect' in Who leads on safeguarding children. "
            "Its themes are: Exploitation; Missing children; Online harm.",
        ),
        (
            ("HWB", "Online harm", "owner", *SOURCE),
            "'owner' is no role. Write lead, lead jointly, supporting, supporting jointly, "
            "none, to be determined or not recorded.",
        ),
        (
            ("HWB", "Online harm", "lead"),
            "The source has no page. Say which page of Sampleford and Millbrook Community Safety Agreement.",
        ),
        (
            ("HWB", "Online harm", "none", "--page", "3"),
            "The source has no anchor. Give the two to six words at that place, as the document has them.",
        ),
    ],
)
def test_what_set_cannot_do_exits_with_2(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    assert matrix(folder, "set", *arguments, *IN_CHILDREN) == (2, "", f"Error: {said}\n")


@pytest.mark.parametrize(
    "command", [("set", "A", "B", "none", "--page", "1", "--anchor", "a b"), ("import", "sheet.csv")]
)
def test_what_writes_does_not_fall_back_on_the_shipped_register(tmp_path: Path, command: tuple[str, ...]) -> None:
    ran = ssp_graph("matrix", *command, folder=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Error: This command does not fall back on the shipped register. Give the folder: ")


def test_a_register_inside_the_installed_package_is_not_written(tmp_path: Path) -> None:
    package = tmp_path / "site" / "ssp_graph"
    shutil.copytree(ROOT / "ssp_graph", package, ignore=shutil.ignore_patterns("__pycache__"))
    inside = package / "shipped" / "seed" / SAMPLEFORD.name
    shutil.copytree(SAMPLEFORD, inside)
    ran = ssp_graph(
        *("--register", inside, "matrix", "set", *ONLINE, "lead", *SOURCE, *IN_CHILDREN, "--yes"),
        folder=tmp_path,
        variables={"PYTHONPATH": str(package.parent)},
    )
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "Error: The register sampleford-2025-26 came with ssp-graph and is not changed here. "
        "Copy its folder to a place of your own, and give that with --register DIR.\n"
    )


@pytest.mark.parametrize("kind", ["xlsx", "ods", "csv"])
def test_export_makes_a_sheet_that_import_takes_back_and_leaves_a_file_alone_that_is_there(
    folder: Path, kind: str
) -> None:
    name = f"to-fill.{kind}"
    assert matrix(folder, "export", name, *IN_CHILDREN) == (0, "", f"Written: {name}\n")
    sheet = (folder / name).read_bytes()
    assert matrix(folder, "import", name) == (0, "", "Nothing to change: the sheet says what the register says.\n")
    assert matrix(folder, "export", name, *IN_CHILDREN) == (
        2,
        "",
        f"Error: {name} is there already and may hold somebody's work. Name another file, or delete it first.\n",
    )
    assert (folder / name).read_bytes() == sheet


def test_the_sheet_offers_the_words_for_roles_in_every_cell_of_a_role(folder: Path) -> None:
    matrix(folder, "export", "to-fill.xlsx", *IN_CHILDREN)
    page = load_workbook(folder / "to-fill.xlsx").active
    (choices,) = page.data_validations.dataValidation
    assert (choices.type, choices.formula1) == (
        "list",
        '"Lead,Lead jointly,Supporting,Supporting jointly,None,To be determined,Not recorded"',
    )
    top = next(row for row in range(1, 20) if page.cell(row, 1).value == "Theme")
    assert page.cell(top, 3).value == "Role"
    assert str(choices.sqref) == f"C{top + 1}:C{top + 9}"


def test_import_shows_what_would_change_cell_by_cell_and_writes_all_of_it_or_nothing(folder: Path) -> None:
    matrix(folder, "export", "sheet.xlsx", *IN_CHILDREN)
    book = load_workbook(folder / "sheet.xlsx")
    cells = {(row[0].value, row[1].value): row for row in book.active.iter_rows() if row[2].value}
    cells["Online harm", "Health and Wellbeing Board"][2].value = "lead"
    cells["Exploitation", "Health and Wellbeing Board"][2].value = "Supporting"
    book.save(folder / "sheet.xlsx")
    before = rows_of(folder)
    refused = matrix(folder, "import", "sheet.xlsx", "--yes")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "Error: Nothing was written:\nRow 19: lead without a source. Give the page and the anchor where it is stated.\n"
    )
    for column, value in ((3, "Memorandum of understanding on safeguarding"), (4, 2.0), (5, "the Wellbeing Board")):
        cells["Online harm", "Health and Wellbeing Board"][column].value = value
    book.save(folder / "sheet.xlsx")
    shown = matrix(folder, "import", "sheet.xlsx")
    assert (shown.code, shown.err) == (2, UNWRITTEN)
    assert "2 of 9 cells would change." in shown.out
    assert [" ".join(line.split()) for line in shown.out.splitlines() if " Wellbeing " in line] == [
        "Exploitation Health and Wellbeing Board None p. 2, table “Exploitation” Supporting p. 2, table “Exploitation”",
        "Online harm Health and Wellbeing Board Not recorded Lead p. 2 “the Wellbeing Board”",
    ]
    assert rows_of(folder) == before
    written = matrix(folder, "import", "sheet.xlsx", "--yes")
    assert written == (0, shown.out, f"Written: {ROWS}\n")
    late = matrix(folder, "import", "sheet.xlsx", "--yes")
    assert (late.code, late.out) == (2, "")
    assert late.err.startswith("Error: The sheet was made from an older register: the matrix has changed since.")


def test_a_read_only_file_and_a_sheet_that_is_not_there_are_told(folder: Path) -> None:
    missing = matrix(folder, "import", "sheet.csv")
    assert (missing.code, missing.out) == (1, "")
    assert missing.err == "Error: sheet.csv cannot be read: No such file or directory.\n"
    assert matrix(folder, "export", "sheet.pdf") == (
        2,
        "",
        "Error: sheet.pdf: a sheet to fill in ends in .xlsx, .ods or .csv.\n",
    )
    (folder / ROWS).chmod(0o444)
    ran = matrix(folder, "set", *ONLINE, "lead", *SOURCE, *IN_CHILDREN, "--yes")
    assert (ran.code, ran.out) == (1, SHOWN)
    assert ran.err == f"Error: {ROWS} was not written: it is read-only. Allow writing to it first.\n"
    (folder / ROWS).chmod(0o644)


def test_a_register_without_a_document_of_its_own_asks_for_one(tmp_path: Path) -> None:
    town = write_register(
        tmp_path / "town",
        documents="- {id: memo, title: Memo}",
        bodies="- {id: a, name: A Board, sources: {document: memo}}",
        safeguarding_themes="- {id: x, name: Neglect, sources: {document: memo}}",
        matrices="- {id: m, title: M, rows: safeguarding-theme/x, columns: body/a, sources: {document: memo}}",
    )
    about = town / "register.yaml"
    about.write_text(about.read_text("utf-8").replace("document: plan\n", ""), encoding="utf-8")
    asked = ("--register", town, "matrix", "set", "A Board", "Neglect", "lead", "--anchor", "so agreed")
    assert ssp_graph(*asked, folder=tmp_path).err == (
        "Error: The source names no document, and the register has none of its own. Name one.\n"
    )
    named = ssp_graph(*asked, "--document", "Memo", "--yes", folder=tmp_path)
    assert named.out.splitlines()[-1] == (
        "+- {id: x, name: Neglect, lead: {to: body/a, sources: {document: memo, anchor: so agreed}}, "
        "sources: {document: memo}}"
    )
