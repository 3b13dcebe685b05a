"""What an officer writes into a workbook, in words before it is written; and every reason why it cannot be taken."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from ssp_graph.errors import UsageError, WorkError
from ssp_graph.workbook.book import OpenGap
from tests.workbook.filling import Filling, contents, copied, exported, taken

NIGHT, TAXI, PHONE = "town-centre-at-night", "late-night-taxi-marshals", "one-telephone-number"
GAP = OpenGap("actions-without-due-date", "Actions without a date", "action/survey-of-victims")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return copied("exampleton", tmp_path)


@pytest.fixture
def filling(register: Path, tmp_path: Path) -> Filling:
    return Filling(exported(register, tmp_path / "a.xlsx", (GAP,)))


def refused(register: Path, filling: Filling) -> list[str]:
    before = contents(register)
    with pytest.raises((UsageError, WorkError)) as caught:
        taken(register, filling.save())[0].rewriting()
    assert contents(register) == before
    head, *lines = str(caught.value).split("\n")
    assert head in ("Nothing was written:", "With this change the register would have errors, so nothing was written:")
    return lines


def test_what_would_change_is_told_in_words_with_its_source(register: Path, filling: Filling) -> None:
    filling.put("Actions", filling.row("Actions", TAXI), Owner="Head of Community Safety", Due="31 Jan 2021")
    filling.put("Priority areas", filling.row("Priority areas", "domestic-abuse"), Until="2021-06")
    row = filling.row("Priority areas", NIGHT) + 1
    filling.insert(
        "Priority areas", row, Led_by="Area Commander", Until="31/05/2021", Source_document="Minutes of 19 May 2021",
        Source_words="hands it over",
    )  # fmt: skip
    filling.put("Accepted gaps", filling.row("Accepted gaps", f"{GAP.check} {GAP.thing}", "gap"),
                Reason="Nobody will ask again", Until="2022-03-31")  # fmt: skip
    drafts, notes = taken(register, filling.save())
    assert notes == []
    assert drafts.told() == [
        "Priority area “The town centre at night”:",
        "  Led by Area Commander: Until: not recorded becomes 31 May 2021; Source: not recorded becomes "
        "Minutes of 19 May 2021, “hands it over”.",
        "Priority area “Domestic abuse”:",
        "  Until: not recorded becomes June 2021.",
        "Action “Put marshals at the taxi rank late at night”:",
        "  Due: December 2020 becomes 31 January 2021.",
        "  Owner: Area Commander becomes Head of Community Safety, on the same source as the rest: p. 10, "
        "“marshals at the rank”.",
        "Accepted gap of Ask victims each year what helped (actions-without-due-date) is new:",
        "  Reason: Nobody will ask again.",
        "  Until: 31 March 2022.",
    ]
    found = drafts.rewriting()
    assert found is not None
    changed = [line for line in found.diff().splitlines() if line[0] in "+-" and line[:3] not in ("+++", "---")]
    assert changed == [
        "-  led_by: post/area-commander",
        "+  led_by: {to: post/area-commander, until: 2021-05-31, sources: {document: minutes-may-2021, "
        "anchor: hands it over}}",
        "+  until: 2021-06",
        "-  due: 2020-12",
        "+  due: 2021-01-31",
        "-  owner: post/area-commander",
        "+  owner: post/head-of-community-safety",
        "+- check: actions-without-due-date",
        "+  thing: action/survey-of-victims",
        "+  reason: Nobody will ask again",
        "+  until: 2022-03-31",
    ]


def test_new_things_may_refer_to_one_another_and_get_ids_of_their_names(register: Path, filling: Filling) -> None:
    people, posts, findings = filling.end("People"), filling.end("Posts"), filling.end("Issues")
    filling.put("People", people, Name="Edda Vale", Source_page=6, Source_words="Edda Vale will")
    filling.put("Posts", posts, Title="Area Commander", Source_page=6, Source_words="a second one")
    filling.put("Posts", posts + 1, Holder="Edda Vale", Since="2021", Row="Holder")
    assert findings
    drafts, _ = taken(register, filling.save())
    found = drafts.rewriting()
    assert found is not None
    assert found.files["posts.yaml"][1].decode().endswith(
        "\n\n- id: area-commander-2\n  title: Area Commander\n  holder: {to: person/edda-vale, since: 2021}\n"
        "  sources: {page: 6, anchor: a second one}\n"
    )  # fmt: skip


def test_every_problem_is_told_at_once_with_its_cell(register: Path, filling: Filling) -> None:
    row = filling.row("Actions", TAXI)
    filling.put("Actions", row, Owner="Area Comander", Due="03/04/2021", Status="doing", Year=44286)
    filling.put("Actions", filling.row("Actions", PHONE), Name=datetime.datetime(2021, 3, 31), Rating="B")  # noqa: DTZ001
    filling.put("Actions", filling.row("Actions", PHONE, "progress/0"), Day="=TODAY()")
    filling.put("Actions", filling.end("Actions"), Row="Sourse")
    filling.book["Bodies"].merge_cells("D3:E3")
    filling.book["Posts"]["D1"] = "Titel"
    filling.book["Themes"]["AZ4"] = "lost"
    filling.book.create_sheet("Budget")["A1"] = "money"
    filling.put("Places", 2, Id="elsewhere")
    lines = refused(register, filling)
    assert lines == [
        "Bodies!D3:E3: these cells are merged, so what is below the first is lost. Unmerge them.",
        "Posts!D1: no column has this heading. Did you mean title?",
        "Posts: the column Title is missing. Put it back; to take something out, empty its cell.",
        "Themes!AZ4: this stands under no heading. Delete it, or move it under one.",
        "Actions!S9: this is a formula. Put its value in its place (Paste Special, Values).",
        "Budget: no sheet has this name. Move what belongs there to the sheet of its kind, and delete this one.",
        "Actions!E2: the program made a number of a day: 44286, which is 31 March 2021. If so, write 2021-03-31.",
        "Actions!G2: '03/04/2021' may be 3 April 2021 or 4 March 2021. Write 2021-04-03 or 2021-03-04.",
        "Actions!I2: 'doing' cannot be chosen here. Write planned, in progress, done, stopped, closed, not recorded.",
        "Actions!L2: there is no organisation or body or post or person 'Area Comander'. Did you mean Area Commander?",
        "Actions!T8: Rating says nothing on a row for Action. Empty it, or use another row.",
        "Actions!D8: the program took what was typed for the date 31 March 2021. Type it anew, after an apostrophe.",
        "Actions!C17: 'Sourse' is no row that may stand here. Choose one of the list, and put it below what it is "
        "about.",
        "Places!B2: the id of what exists does not change. Write exampleton again.",
    ]


def test_what_the_register_will_not_have_is_told_with_the_row_that_brings_it(register: Path, filling: Filling) -> None:
    filling.put("Actions", filling.row("Actions", TAXI), Source_page=99)
    filling.put(
        "Meetings", row := filling.end("Meetings"), Name="Board of June", Source_document="Minutes of 19 May 2021"
    )
    lines = refused(register, filling)
    assert lines == [
        "Actions!2: action/late-night-taxi-marshals stands on page 99, but plan ends at page 12. Correct the page.",
        f"Meetings!{row}: meeting/board-of-june has no `day`. Add it: the day on which it meets.",
    ]


def test_a_row_that_is_missing_deletes_nothing_and_a_hidden_one_is_read(register: Path, filling: Filling) -> None:
    page = filling.book["Actions"]
    page.delete_rows(filling.row("Actions", "survey-of-victims"))
    page.row_dimensions[2].hidden = True
    drafts, notes = taken(register, filling.save())
    assert drafts.rewriting() is None
    assert notes == [
        "Actions: 1 row is not in the workbook, and stays as it is.",
        "Actions: what the sheet hides was read too, 1 row: 2.",
    ]


def test_columns_may_stand_in_another_order_and_a_copied_row_is_a_new_one(register: Path, filling: Filling) -> None:
    page = filling.book["Actions"]
    for row in page.iter_rows():
        row[4].value, row[7].value = row[7].value, row[4].value
    source = filling.row("Actions", TAXI, "progress/1")
    page.insert_rows(source + 1)
    for column in range(1, page.max_column + 1):
        page.cell(source + 1, column).value = page.cell(source, column).value
    filling.put("Actions", source + 1, Day="2021-09", Note="And so on")
    drafts, _ = taken(register, filling.save())
    assert drafts.told() == [
        "Action “Put marshals at the taxi rank late at night”:",
        "  Progress: day September 2021, status done, rating green, note And so on, on Minutes of 19 May 2021, "
        "“marshals have begun”.",
    ]


def test_what_changed_on_both_sides_is_a_conflict_for_each_cell(register: Path, filling: Filling) -> None:
    path = register / "actions.yaml"
    text = path.read_text("utf-8").replace("due: 2020-12\n", "due: 2021-02\n", 1)
    path.write_text(text.replace("- id: set-up-night-time-group", "- id: x\n  name: X\n  sources: {page: 1}\n\n"
                                 "- id: set-up-night-time-group", 1), "utf-8")  # fmt: skip
    filling.put("Actions", filling.row("Actions", TAXI), Due="2021-01", Name="Marshals")
    assert refused(register, filling) == [
        "Actions!G2: changed on both sides: it was “2020-12”, the register now says “2021-02”, the workbook says "
        "“2021-01”. Settle which is right, in the register or in a new workbook."
    ]
    filling.put("Actions", filling.row("Actions", TAXI), Due="2020-12")
    assert taken(register, filling.save())[0].told() == [
        "Action “Put marshals at the taxi rank late at night”:",
        "  Name: Put marshals at the taxi rank late at night becomes Marshals.",
    ]


def test_a_workbook_of_another_register_or_without_its_hidden_sheet_is_refused(
    register: Path, filling: Filling, tmp_path: Path
) -> None:
    other = exported(copied("stockport-2018-21", tmp_path / "other"), tmp_path / "b.xlsx")
    with pytest.raises(UsageError, match="was made from the register stockport-2018-21, and this is exampleton"):
        taken(register, other)
    del filling.book["Made from"]
    with pytest.raises(UsageError, match="The sheet 'Made from' is missing or was changed"):
        taken(register, filling.save())
