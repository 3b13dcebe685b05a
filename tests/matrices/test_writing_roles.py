"""Writing a role back into the file of its row: only the cell changes, whatever the layout, or nothing does."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from ssp_graph.editing.changes import Rewriting
from ssp_graph.errors import UsageError, WorkError
from ssp_graph.matrices.writing import CellChange, Role, rewritten
from ssp_graph.model.facts import Source
from ssp_graph.model.kinds import Matrix
from ssp_graph.register.loading import load
from ssp_graph.shipped import shipped
from tests.making import write_register

BODIES = """
    - {id: a, name: A, sources: {page: 1}}
    - {id: b, name: B, sources: {page: 1}}
    - {id: c, name: C, sources: {page: 1}}
"""
MATRICES = """
    - {id: m, title: M, rows: [safeguarding-theme/x, safeguarding-theme/y], columns: [body/a, body/b, body/c],
       sources: {page: 2}}
"""
STATED = (Source(page=7, anchor="the board leads"),)
NEW = "{to: body/a, sources: {page: 7, anchor: the board leads}}"
NEIGHBOUR = "- {id: y, name: Y, lead: body/b, sources: [{page: 2}]}  # as it is\r\n"


def changed(folder: Path, text: str, board: str, role: Role, sources: Sequence[Source] = STATED) -> Rewriting:
    """Change one cell of the row x in a register whose file of rows has this text, byte for byte."""
    register = write_register(folder / "t", bodies=BODIES, matrices=MATRICES)
    (register / "safeguarding-themes.yaml").write_bytes(text.encode())
    change = CellChange("t:matrix/m", "t:safeguarding-theme/x", f"t:body/{board}", role, tuple(sources))
    return rewritten(load([register]), [change])


FILE = "safeguarding-themes.yaml"


def before(found: Rewriting) -> bytes:
    return found.files[FILE][0]


def after(found: Rewriting) -> bytes:
    return found.files[FILE][1]


# What stands in the row, the board and its role, and what stands there afterwards.
CASES: dict[str, tuple[str, str, Role, str]] = {
    "a first role goes before the sources": (
        "- id: x\n  name: X\n  # where\n  sources: {page: 2}\n",
        "a",
        "lead",
        f"- id: x\n  name: X\n  lead: {NEW}\n  # where\n  sources: {{page: 2}}\n",
    ),
    "roles keep their order": (
        "- id: x\n  name: X\n  lead: body/b\n  no_role: body/c\n  sources: {page: 2}\n",
        "a",
        "supporting",
        f"- id: x\n  name: X\n  lead: body/b\n  supporting: {NEW}\n  no_role: body/c\n  sources: {{page: 2}}\n",
    ),
    "a second role makes a list": (
        "- id: x\n  lead: body/b  # minuted\n  name: X\n  sources: {page: 2}\n",
        "a",
        "lead",
        f"- id: x\n  lead:  # minuted\n    - body/b\n    - {NEW}\n  name: X\n  sources: {{page: 2}}\n",
    ),
    "a list of its own width keeps it": (
        "-   id: x\n    name: X\n    lead:\n        to: body/b\n        # why\n        sources:\n        - page: 3\n"
        "    sources: {page: 2}\n",
        "a",
        "lead",
        "-   id: x\n    name: X\n    lead:\n        - to: body/b\n          # why\n          sources:\n"
        f"          - page: 3\n        - {NEW}\n    sources: {{page: 2}}\n",
    ),
    "an item joins a list in block style": (
        "- id: x\n  name: X\n  lead:\n  - body/b  # one\n\n  # two\n  - body/c\n  sources: {page: 2}\n",
        "a",
        "lead",
        f"- id: x\n  name: X\n  lead:\n  - body/b  # one\n\n  # two\n  - body/c\n  - {NEW}\n  sources: {{page: 2}}\n",
    ),
    "an item joins a list in brackets": (
        "- id: x\n  name: X\n  lead: [\n    'body/b',  # one\n  ]\n  sources: {page: 2}\n",
        "a",
        "lead",
        f"- id: x\n  name: X\n  lead: [\n    'body/b', {NEW},  # one\n  ]\n  sources: {{page: 2}}\n",
    ),
    "a record in brackets stays in brackets": (
        '- {"id": "x", "name": "X", "sources": [{"page": 2}]}  # all of it\n',
        "a",
        "none",
        f'- {{"id": "x", "name": "X", no_role: {NEW}, "sources": [{{"page": 2}}]}}  # all of it\n',
    ),
    "another role takes the place of the only one, and the comment beside it stays": (
        "- id: x\n  name: X\n  lead: {to: body/a, sources: {page: 3}}  # minuted\n  sources: {page: 2}\n",
        "a",
        "supporting",
        f"- id: x\n  name: X\n  supporting: {NEW}  # minuted\n  sources: {{page: 2}}\n",
    ),
    "a role leaves its list for another key": (
        "- id: x\n  name: X\n  lead:\n    - body/b\n    # since the merger\n"
        "    - to: body/a\n      sources: {page: 3}\n  supporting: body/c\n  sources: {page: 2}\n",
        "a",
        "supporting",
        "- id: x\n  name: X\n  lead:\n    - body/b\n    # since the merger\n"
        f"  supporting:\n    - body/c\n    - {NEW}\n  sources: {{page: 2}}\n",
    ),
    "another role takes the place of the only one in a list, and what is said within it stays": (
        "- id: x\n  name: X\n  lead:\n    - to: body/a\n      # as agreed\n      sources: {page: 3}  # item 4\n"
        "  sources: {page: 2}\n",
        "a",
        "supporting",
        f"- id: x\n  name: X\n  supporting: {NEW}  # as agreed  # item 4\n  sources: {{page: 2}}\n",
    ),
    "a role that leaves its list takes its comments along": (
        "- id: x\n  name: X\n  lead:\n    - body/b\n    - to: body/a  # minuted\n      # so it is\n"
        "      sources: {page: 3}\n  supporting: [body/c]  # one\n  sources: {page: 2}\n",
        "a",
        "supporting",
        "- id: x\n  name: X\n  lead:\n    - body/b\n"
        f"  supporting: [body/c, {NEW}]  # one  # minuted  # so it is\n  sources: {{page: 2}}\n",
    ),
    "a role beside others of its own kind takes its comment along": (
        "- id: x\n  name: X\n  lead: {to: body/a}  # minuted, #2\n  supporting:\n    - body/c  # one\n"
        "  sources: {page: 2}\n",
        "a",
        "supporting",
        f"- id: x\n  name: X\n  supporting:\n    - body/c  # one\n    - {NEW}  # minuted, #2\n  sources: {{page: 2}}\n",
    ),
    "a comment within sources that are replaced stays beside the role": (
        "- id: x\n  name: X\n  lead:\n    to: body/a\n    sources:\n      - {page: 3}  # item 4\n      - {page: 5}\n"
        "  sources: {page: 2}\n",
        "a",
        "lead",
        "- id: x\n  name: X\n  lead:\n    to: body/a\n    sources:\n"
        "      - {page: 7, anchor: the board leads}  # item 4\n  sources: {page: 2}\n",
    ),
    "the same role with another source changes the source alone": (
        "- id: x\n  name: X\n  lead:\n    sources:  # seen\n      - {page: 3}\n      - {page: 4}\n"
        "    to: body/a  # kept\n  sources: {page: 2}\n",
        "a",
        "lead",
        "- id: x\n  name: X\n  lead:\n    sources:  # seen\n      - {page: 7, anchor: the board leads}\n"
        "    to: body/a  # kept\n  sources: {page: 2}\n",
    ),
    "what was inferred on the old sources is stated on the new": (
        "- id: x\n  name: X\n  lead: {to: body/a, basis: inferred, reason: so it was, stated_on: 2019}\n"
        "  sources: {page: 2}\n",
        "a",
        "lead",
        f"- id: x\n  name: X\n  lead: {NEW}\n  sources: {{page: 2}}\n",
    ),
    "not recorded takes out the key with its only role": (
        "- id: x\n  name: X\n  lead: [body/a]  # gone with it\n  # where\n  sources: {page: 2}\n",
        "a",
        "not recorded",
        "- id: x\n  name: X\n  # where\n  sources: {page: 2}\n",
    ),
    "not recorded takes one of several out of its brackets": (
        "- id: x\n  name: X\n  lead: [body/b,  # one\n    body/a,  # two\n    ]\n  sources: {page: 2}\n",
        "a",
        "not recorded",
        "- id: x\n  name: X\n  lead: [body/b,  # one\n      # two\n    ]\n  sources: {page: 2}\n",
    ),
    "a role beside the record's hyphen goes, and the hyphen stays": (
        "- lead: body/a\n  id: x\n  name: X\n  sources: {page: 2}\n",
        "a",
        "not recorded",
        "- id: x\n  name: X\n  sources: {page: 2}\n",
    ),
    "an empty list is filled": (
        "- id: x\n  name: X\n  lead: []\n  sources: {page: 2}\n",
        "a",
        "lead",
        f"- id: x\n  name: X\n  lead: [{NEW}]\n  sources: {{page: 2}}\n",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no BOM", "BOM"])
def test_only_the_cell_changes(tmp_path: Path, case: tuple[str, str, Role, str], ends: str, mark: str) -> None:
    written, board, role, expected = case
    top = f"{mark}# The rows, as the chair has them\n".replace("\n", ends)
    found = changed(
        tmp_path,
        top + written.replace("\n", ends) + NEIGHBOUR,
        board,
        role,
        () if role == "not recorded" else STATED,
    )
    assert after(found).decode() == top + expected.replace("\n", ends) + NEIGHBOUR


def test_the_last_line_needs_no_end(tmp_path: Path) -> None:
    neighbour = NEIGHBOUR.replace("\r\n", "\n")
    row = f"{neighbour}- id: x\n  name: X\n  sources: {{page: 2}}\n  lead:\n    - body/b\n    - body/c"
    assert after(changed(tmp_path, row, "a", "lead")).decode() == f"{row}\n    - {NEW}"
    gone = changed(
        tmp_path, f"{neighbour}- id: x\n  name: X\n  sources: {{page: 2}}\n  lead: body/b", "b", "not recorded", ()
    )
    assert after(gone).decode().endswith("\n  sources: {page: 2}")


@pytest.mark.parametrize(
    ("anchor", "written"),
    [
        ("Board’s lead (joint)", "Board’s lead (joint)"),
        ("Neglect: led by", '"Neglect: led by"'),
        ("no", '"no"'),
        ("27 leads", '"27 leads"'),
        ('the "lead" \\ board', '"the \\"lead\\" \\\\ board"'),
        ("- leads [on], {it} #1", '"- leads [on], {it} #1"'),
        ("führt für 🙂", '"führt für 🙂"'),
    ],
)
def test_an_anchor_is_quoted_only_where_it_has_to_be(tmp_path: Path, anchor: str, written: str) -> None:
    found = changed(
        tmp_path,
        "- id: x\n  name: X\n  sources: {page: 2}\n" + NEIGHBOUR,
        "a",
        "lead",
        [Source(page=7, anchor=anchor)],
    )
    assert f"anchor: {written}}}}}\n" in after(found).decode()


def test_a_role_may_have_several_sources_and_names_its_matrix_where_the_row_stands_in_two(tmp_path: Path) -> None:
    two = MATRICES + "    - {id: n, title: N, rows: safeguarding-theme/x, columns: body/a, sources: {page: 2}}\n"
    register = write_register(
        tmp_path / "t",
        bodies=BODIES,
        matrices=two,
        documents="- {id: plan, title: Plan, pages: 9}\n- {id: memo, title: Memo}\n",
        safeguarding_themes="""
            - id: x
              name: X
              lead: {to: body/a, matrix: matrix/n}
              sources: {page: 2}
            - {id: y, name: Y, sources: {page: 2}}
        """,
    )
    sources = (Source(page=7, anchor="leads", part="table"), Source(document="memo", anchor="so agreed", note="a copy"))
    change = CellChange("t:matrix/m", "t:safeguarding-theme/x", "t:body/a", "lead", sources)
    assert "\n".join(rewritten(load([register]), [change]).diff().splitlines()[4:]) == (
        " - id: x\n"
        "   name: X\n"
        "-  lead: {to: body/a, matrix: matrix/n}\n"
        "+  lead:\n"
        "+    - {to: body/a, matrix: matrix/n}\n"
        "+    - {to: body/a, matrix: matrix/m, sources: [{page: 7, anchor: leads, part: table}, "
        "{document: memo, anchor: so agreed, note: a copy}]}\n"
        "   sources: {page: 2}\n"
        " - {id: y, name: Y, sources: {page: 2}}"
    )


def test_the_shipped_register_changes_in_the_lines_of_its_cells_alone(tmp_path: Path) -> None:
    for folder in shipped("seed").iterdir():
        if folder.is_dir():
            shutil.copytree(folder, tmp_path / folder.name)
    abouts = tmp_path.glob("*/register.yaml")
    name = next(about.parent.name for about in abouts if "default: true" in about.read_text("utf-8"))
    registers = load([tmp_path / name])
    matrix = next(record for record in registers.by_id[name].records.values() if isinstance(record, Matrix))
    changes = [
        CellChange(f"{name}:matrix/{matrix.id}", f"{name}:{row.to}", f"{name}:{column.to}", "lead", STATED)
        for row in matrix.rows
        for column in matrix.columns
    ]
    found = rewritten(registers, changes)
    lines = list(difflib.ndiff(before(found).decode().split("\n"), after(found).decode().split("\n")))
    assert [line for line in lines if line.startswith(("- ", "? "))] == []
    assert len([line for line in lines if line.startswith("+ ")]) == len(changes) + len(matrix.rows)
    found.write()
    back = [CellChange(change.matrix, change.theme, change.board, "not recorded") for change in changes]
    assert rewritten(load([tmp_path / name]), back).files[FILE][1] == before(found)


@pytest.mark.parametrize("dates", ["until: 2019", "since: 2018-04", "stated_on: 2019-03"])
def test_a_role_with_dates_is_history_and_is_not_overwritten(tmp_path: Path, dates: str) -> None:
    text = f"- id: x\n  name: X\n  lead: {{to: body/a, {dates}}}\n  sources: {{page: 2}}\n" + NEIGHBOUR
    with pytest.raises(UsageError) as caught:
        changed(tmp_path, text, "a", "supporting")
    assert str(caught.value) == (
        f"{tmp_path.as_posix()}/t/safeguarding-themes.yaml:3: this role has dates, and a dated fact is not "
        "overwritten. Give it an `until` there and write the new role beneath it, with `since`."
    )


def test_a_change_that_would_leave_errors_changes_nothing(tmp_path: Path) -> None:
    text = "- id: x\n  name: X\n  sources: {page: 2}\n" + NEIGHBOUR
    with pytest.raises(WorkError) as caught:
        changed(tmp_path, text, "a", "lead", [Source(page=41, anchor="the end")])
    assert str(caught.value) == (
        "With this change the register would have errors, so nothing was written:\n"
        f"{tmp_path.as_posix()}/t/safeguarding-themes.yaml:3: safeguarding-theme/x, `lead`, stands on page 41, "
        "but plan ends at page 40. Correct the page."
    )
    assert (tmp_path / "t" / "safeguarding-themes.yaml").read_bytes() == text.encode()


def test_a_layout_that_is_beyond_it_is_left_to_a_hand(tmp_path: Path) -> None:
    text = (
        "- ? id\n  : x\n  ? lead\n  : - body/a\n    - body/b\n  ? name\n  : X\n  ? sources\n  : page: 2\n" + NEIGHBOUR
    )
    with pytest.raises(WorkError) as caught:
        changed(tmp_path, text, "a", "not recorded", ())
    assert str(caught.value) == (
        f"{tmp_path.as_posix()}/t/safeguarding-themes.yaml:1: this is laid out in a way that cannot be changed here "
        "without touching more. Nothing was written: change it by hand."
    )


def test_a_file_that_somebody_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    found = changed(tmp_path, "- id: x\n  name: X\n  sources: {page: 2}\n" + NEIGHBOUR, "a", "lead")
    (found.folder / FILE).write_bytes(before(found) + b"# and another thing\n")
    with pytest.raises(WorkError, match=r"safeguarding-themes\.yaml was changed meanwhile, and nothing was written\."):
        found.write()


def test_a_row_of_a_used_register_is_recorded_there(tmp_path: Path) -> None:
    write_register(tmp_path / "region", bodies=BODIES, safeguarding_themes="- {id: x, name: X, sources: {page: 2}}")
    matrices = "- {id: m, title: M, rows: region:safeguarding-theme/x, columns: region:body/a, sources: {page: 2}}"
    town = write_register(tmp_path / "town", "uses: region", matrices=matrices)
    change = CellChange("town:matrix/m", "region:safeguarding-theme/x", "region:body/a", "lead", STATED)
    with pytest.raises(UsageError) as caught:
        rewritten(load([town]), [change])
    assert str(caught.value) == (
        "region:safeguarding-theme/x is a row from the register region, which alone can record its cells."
    )


def test_without_room_to_check_it_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(WorkError, match="there is no room to check it first"):
        changed(tmp_path, "- {id: x, name: X, sources: {page: 2}}\n" + NEIGHBOUR, "a", "lead")
