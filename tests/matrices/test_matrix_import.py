"""The sheet to fill in, and what a filled-in one would change: cell by cell, or every reason why it cannot be taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ssp_graph.editing.cells import Cell, ReadSheet
from ssp_graph.errors import UsageError
from ssp_graph.graph import Graph
from ssp_graph.matrices import filled as taking
from ssp_graph.matrices.filled import Filled
from ssp_graph.matrices.sheet import matrix_sheet
from ssp_graph.matrices.writing import CellChange
from ssp_graph.model.facts import Source
from ssp_graph.plan import Plan
from tests.making import graph_of

DAY = "2020-06-30"
BODIES = """
    - {id: adults, name: Safeguarding Adults Board, aliases: [SAB], sources: {page: 1}}
    - {id: children, name: Children's Board, sources: {page: 1}}
    - {id: other, name: Knife Crime Group, sources: {page: 1}}
"""
MATRICES = """
    - id: one
      title: Appendix 1
      rows: [safeguarding-theme/neglect, safeguarding-theme/abuse]
      columns: [body/adults, body/children]
      sources: {page: 9}
"""
THEMES = """
    - id: neglect
      name: Neglect
      lead:
        to: body/adults
        sources: [{page: 10, part: table, anchor: leads on neglect}, {document: memo, anchor: so agreed}]
      sources: {page: 9}
    - {id: abuse, name: Abuse, no_role: body/children, sources: {page: 9}}
"""
DOCUMENTS = """
    - {id: plan, title: The Plan, pages: 40}
    - {id: memo, title: Memo of the Clerk}
"""


def town(folder: Path, themes: str = THEMES, **files: str) -> Graph:
    return graph_of(
        folder / "t",
        **{
            "bodies": BODIES,
            "matrices": MATRICES,
            "safeguarding_themes": themes,
            "documents": DOCUMENTS,
            **files,
        },
    )


def as_sent_back(graph: Graph, changes: dict[tuple[str, str], dict[str, Any]] | None = None) -> dict[int, list[str]]:
    """Return the sheet as a reader of spreadsheets gives it, with other words in the rows of some cells."""
    table = matrix_sheet(Plan(graph, DAY))
    sheet = {2: [table.heading.notes[-1]], 4: [column.heading for column in table.columns]}
    for number, made in enumerate(table.rows, 6):
        row = {**made, **(changes or {}).get((made["theme"], made["board"]), {})}
        sheet[number] = ["" if row[column.name] is None else str(row[column.name]) for column in table.columns]
    return sheet


def filled(graph: Graph, sheets: list[dict[int, list[str]]]) -> Filled:
    """Take sheets in that are written here as rows of texts, by their numbers."""
    read = [ReadSheet("Sheet", {row: numbered(cells) for row, cells in rows.items()}) for rows in sheets]
    return taking.filled(graph, read)


def numbered(cells: list[str]) -> dict[int, Cell]:
    return {column: Cell(text) for column, text in enumerate(cells, 1)}


def taken(graph: Graph, **changed: str) -> Filled:
    """Take a sheet back in which the cell of the Adults Board on abuse, not recorded so far, says this."""
    return filled(graph, [as_sent_back(graph, {("Abuse", "Safeguarding Adults Board"): changed})])


def refused(graph: Graph, **changed: str) -> str:
    with pytest.raises(UsageError) as caught:
        taken(graph, **changed)
    return str(caught.value).removeprefix("Nothing was written:\n")


def test_the_sheet_has_a_row_for_each_cell_and_one_for_each_of_its_sources(tmp_path: Path) -> None:
    table = matrix_sheet(Plan(town(tmp_path), DAY))
    assert [tuple(row.values()) for row in table.rows] == [
        ("Neglect", "Safeguarding Adults Board", "Lead", "The Plan", 10, "leads on neglect"),
        ("Neglect", "Safeguarding Adults Board", "Lead", "Memo of the Clerk", None, "so agreed"),
        ("Neglect", "Children's Board", "Not recorded", None, None, None),
        ("Abuse", "Safeguarding Adults Board", "Not recorded", None, None, None),
        ("Abuse", "Children's Board", "None", "The Plan", 9, None),
    ]
    assert table.columns[2].choices == (
        "Lead",
        "Lead jointly",
        "Supporting",
        "Supporting jointly",
        "None",
        "To be determined",
        "Not recorded",
    )
    assert table.heading.notes[1] == "Document: The Plan; Memo of the Clerk. Left empty: The Plan."


def test_things_of_the_same_name_stand_there_by_their_ids(tmp_path: Path) -> None:
    same = BODIES.replace("Children's Board", "Safeguarding Adults Board")
    graph = town(tmp_path, bodies=same)
    assert [row["board"] for row in matrix_sheet(Plan(graph, DAY)).rows][1:3] == ["t:body/adults", "t:body/children"]
    assert filled(graph, [as_sent_back(graph)]).changes == ()


def test_a_sheet_that_comes_back_as_it_went_changes_nothing(tmp_path: Path) -> None:
    graph = town(tmp_path)
    found = filled(graph, [{}, as_sent_back(graph)])
    assert (found.changes, found.table.rows, found.table.heading.count) == ((), (), "0 of 4 cells would change.")


def test_a_role_with_its_source_is_taken_with_what_people_do_to_words_forgiven(tmp_path: Path) -> None:
    graph = town(tmp_path)
    found = filled(
        graph,
        [
            as_sent_back(
                graph,
                {
                    ("Abuse", "Safeguarding Adults Board"): {
                        "theme": "ABUSE",
                        "board": "sab",
                        "role": "LEAD",
                        "document": "memo of the clerk",
                        "anchor": "leads on abuse",
                    },
                    ("Neglect", "Children's Board"): {"role": "Sup porting", "page": "p. 22.0", "anchor": "backs it"},
                },
            )
        ],
    )
    assert found.changes == (
        CellChange(
            "t:matrix/one",
            "t:safeguarding-theme/neglect",
            "t:body/children",
            "supporting",
            (Source(page=22, anchor="backs it"),),
        ),
        CellChange(
            "t:matrix/one",
            "t:safeguarding-theme/abuse",
            "t:body/adults",
            "lead",
            (Source(document="memo", anchor="leads on abuse"),),
        ),
    )
    assert [(row["was"], row["becomes"], row["sources"][0]["title"]) for row in found.table.rows] == [
        ("Not recorded", "Supporting", "The Plan"),
        ("Not recorded", "Lead", "Memo of the Clerk"),
    ]
    assert found.table.heading.count == "2 of 4 cells would change."


def test_a_blank_role_changes_nothing_whatever_stands_beside_it(tmp_path: Path) -> None:
    assert taken(town(tmp_path), role="", board="Nobody", page="x").changes == ()


def test_another_role_may_keep_the_source_it_stood_on(tmp_path: Path) -> None:
    graph = town(tmp_path)
    found = filled(graph, [as_sent_back(graph, {("Abuse", "Children's Board"): {"role": "Supporting"}})])
    assert [(change.role, change.sources) for change in found.changes] == [("supporting", (Source(page=9),))]


def test_another_source_for_the_same_role_takes_the_place_of_those_it_had(tmp_path: Path) -> None:
    graph = town(tmp_path)
    sheet = as_sent_back(graph)
    sheet[6][5] = "has the lead"
    assert [(change.role, change.sources) for change in filled(graph, [sheet]).changes] == [
        ("lead", (Source(page=10, anchor="has the lead"), Source(document="memo", anchor="so agreed")))
    ]


def test_a_row_that_is_gone_or_has_no_source_takes_no_source_away(tmp_path: Path) -> None:
    graph = town(tmp_path)
    sheet = as_sent_back(graph)
    del sheet[7]
    sheet[6] = sheet[6][:3]
    assert filled(graph, [sheet]).changes == ()


def test_not_recorded_takes_the_role_away_and_needs_no_source(tmp_path: Path) -> None:
    graph = town(tmp_path)
    found = filled(graph, [as_sent_back(graph, {("Abuse", "Children's Board"): {"role": "not recorded"}})])
    assert [(change.board, change.role, change.sources) for change in found.changes] == [
        ("t:body/children", "not recorded", ())
    ]


def test_columns_may_stand_in_another_order_among_others_and_rows_anywhere(tmp_path: Path) -> None:
    graph = town(tmp_path)
    sheet = as_sent_back(graph, {("Abuse", "Safeguarding Adults Board"): {"role": "None", "page": "3", "anchor": "no"}})
    turned = {number: ["my note", *reversed(cells)] for number, cells in sheet.items() if number > 2}
    turned[500] = sheet[2]
    assert [change.role for change in filled(graph, [turned]).changes] == ["none"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"board": "Safeguarding Adult Bord"}, "There is no board 'Safeguarding Adult Bord' in Appendix 1. "
         "Did you mean Safeguarding Adults Board?"),
        ({"board": "Knife Crime Group"}, "There is no board 'Knife Crime Group' in Appendix 1. "
         "Its boards are: Safeguarding Adults Board (SAB); Children's Board."),
        ({"board": "SCB"}, "There is no board 'SCB' in Appendix 1. "
         "Its boards are: Safeguarding Adults Board (SAB); Children's Board."),
        ({"theme": "Negelct"}, "There is no theme 'Negelct' in Appendix 1. Did you mean Neglect?"),
        ({"theme": ""}, "There is no theme '' in Appendix 1. Its themes are: Neglect; Abuse."),
        ({"role": "Leads"}, "'Leads' is no role. Did you mean lead?"),
        ({"role": "yes"}, "'yes' is no role. Write lead, lead jointly, supporting, supporting jointly, "
            "none, to be determined or not recorded."),
        ({"document": "The Plam"}, "There is no document 'The Plam' in The Plan of t. Did you mean The Plan?"),
        ({"page": ""}, "The source has no page. Say which page of The Plan."),
        ({"page": "41"}, "There is no page 41 in The Plan, which ends at page 40."),
        ({"page": "iv"}, "'iv' is no page. Write its number."),
        ({"anchor": ""},
         "The source has no anchor. Give the two to six words at that place, as the document has them."),
        ({"page": "", "anchor": ""}, "lead without a source. Give the page and the anchor where it is stated."),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_taken_is_told_with_its_number(tmp_path: Path, changed: dict[str, str], said: str) -> None:
    right = {"role": "lead", "page": "3", "anchor": "leads on abuse"}
    assert refused(town(tmp_path), **{**right, **changed}) == f"Row 9: {said}"


def test_all_faults_are_told_at_once_and_nothing_is_taken(tmp_path: Path) -> None:
    graph = town(tmp_path)
    sheet = as_sent_back(graph, {("Abuse", "Children's Board"): {"role": "lead", "page": "44"}})
    sheet[8][2] = "leed"
    sheet[11] = ["Abuse", "Children's Board", "Supporting", "", "9", "backs it"]
    with pytest.raises(UsageError) as caught:
        filled(graph, [sheet])
    assert str(caught.value) == (
        "Nothing was written:\n"
        "Row 8: 'leed' is no role. Did you mean lead?\n"
        "Row 10: There is no page 44 in The Plan, which ends at page 40.\n"
        "Row 11: the cell is lead in row 10 and supporting here. Keep one."
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"themes": THEMES.replace("no_role", "supporting")},
        {"themes": THEMES.replace("anchor: so agreed", "anchor: so it was")},
        {"themes": THEMES.replace("name: Abuse", "name: Abuse and harm")},
        {"bodies": BODIES.replace("Children's Board", "Board for Children")},
        {"matrices": MATRICES.replace("neglect, safeguarding-theme/abuse", "abuse, safeguarding-theme/neglect")},
    ],
    ids=["a role", "a source", "a theme's name", "a board's name", "the order"],
)
def test_a_sheet_from_an_older_register_is_refused(tmp_path: Path, changed: dict[str, str]) -> None:
    sheet = as_sent_back(town(tmp_path / "old"))
    with pytest.raises(UsageError) as caught:
        filled(town(tmp_path / "new", **changed), [sheet])
    assert str(caught.value) == (
        "The sheet was made from an older register: the matrix has changed since. "
        "Make a new sheet with `ssp-graph matrix export`, and fill that in."
    )


def test_a_change_elsewhere_in_the_register_leaves_its_sheets_good(tmp_path: Path) -> None:
    sheet = as_sent_back(town(tmp_path / "old"))
    other = town(tmp_path / "new", posts="- {id: clerk, title: Clerk, sources: {page: 2}}")
    assert filled(other, [sheet]).changes == ()


def test_a_sheet_of_another_register_of_none_or_of_two_is_refused(tmp_path: Path) -> None:
    graph = town(tmp_path)
    sheet = as_sent_back(graph)
    with pytest.raises(UsageError, match=r"^No row has the headings Theme, Board and Role\."):
        filled(graph, [{1: ["Theme", "Board"]}])
    with pytest.raises(UsageError, match=r"^The sheet does not say what it was made from\."):
        filled(graph, [{number: cells for number, cells in sheet.items() if number > 2}])
    with pytest.raises(
        UsageError, match=r"^The sheet was made from u:matrix/one, which is not in .* given here \(t\)\.$"
    ):
        filled(graph, [{**sheet, 2: [sheet[2][0].replace("t:matrix", "u:matrix")]}])
    with pytest.raises(UsageError, match=r"^Rows of several sheets stand in this one: "):
        filled(graph, [{**sheet, 3: [sheet[2][0].replace("t:matrix", "u:matrix")]}])
