"""What is suggested for a name that is nearly right, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.register.messages import shown
from ssp_graph.suggesting import near
from tests.making import write_register
from tests.register.faults import faults_in


@pytest.mark.parametrize(
    ("wrong", "known", "nearest"),
    [
        ("post/licencing-lead", ["post/licensing-lead", "post/lead"], ["post/licensing-lead"]),
        ("Licencing Lead", ["Licensing Lead", "Head of Housing"], ["Licensing Lead"]),
        ("body/scrutiny-committee", ["body/communities-scrutiny-committee"], ["body/communities-scrutiny-committee"]),
        ("post/safer-board", ["body/safer-boards", "post/safer-boards"], ["post/safer-boards", "body/safer-boards"]),
        ("statuss", ["status", "statutory"], ["status"]),
        ("body/harbour-office", ["body/safer-board", "body/cabinet"], []),
    ],
)
def test_the_nearest_names_are_suggested_best_first(wrong: str, known: list[str], nearest: list[str]) -> None:
    assert near(wrong, known) == nearest


@pytest.mark.parametrize("acronym", ["SSCB", "body/sscb", "region:body/sscb"])
def test_an_acronym_is_never_taken_for_another(acronym: str) -> None:
    assert near(acronym, ["SSAB", "body/ssab", "region:body/ssab"]) == []


def test_a_message_quotes_a_value_shortly() -> None:
    values = (None, True, {"a": 1}, ["a"], "x" * 100, 5)
    assert [shown(value) for value in values] == ["empty", "'true'", "a mapping", "a list", f"'{'x' * 57}…'", "'5'"]


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (
            "sources: {page: 1, anchor: Director, CYC}",
            "the comma in `anchor: Director, CYC` ends the text there, and `CYC` becomes a key. Put the"
            ' text in quotation marks: anchor: "Director, CYC".',
        ),
        (
            "sources: [{page: 1, anchor: Director, CYC, of York}]",
            "the comma in `anchor: Director, CYC, of York` ends the text there, and `CYC` becomes a "
            'key. Put the text in quotation marks: anchor: "Director, CYC, of York".',
        ),
        (
            "remit: , sources: {page: 1}",
            "`remit` is empty. Fill it in, or delete the key.",
        ),
        (
            "remit: [a, b], sources: {page: 1}",
            "`remit` is a list, and one is allowed. Write one of them alone, without brackets and hyphens.",
        ),
        (
            "status: {is: [past]}, sources: {page: 1}",
            "`status.is` is a list, and one is allowed. Write one of them alone, without brackets and hyphens.",
        ),
        (
            "sources: {}",
            "has an empty source. Say where it is stated: {page: 9, anchor: the board sets}, or "
            "{document: …} of one without pages.",
        ),
        (
            "reports_to: person/ann, sources: {page: 1}",
            "reports to person/ann, which is of the wrong kind. Name something of kind body or "
            "organisation or post. Of a person, name the post; if it has none yet, add it to posts.yaml"
            " with its `holder`.",
        ),
        (
            "works_with: person/ann, sources: {page: 1}",
            "works with person/ann, which is of the wrong kind. Name something of kind body. A person "
            "may stand under `chairs`, `members` or `led_by`.",
        ),
        (
            "attended: person/ann, sources: {page: 1}",
            "has an unknown key `attended`. Write it with the meeting, in meetings.yaml: `present` and `apologies`.",
        ),
        (
            "chairs: {to: person/ann, role: chair}, sources: {page: 1}",
            "has an unknown key `role` under `chairs`. Write `capacity`.",
        ),
        (
            "capacity: chair, sources: {page: 1}",
            "has an unknown key `capacity`. It belongs to a relationship: write `{to: kind/slug, "
            "capacity: …}` under the key that states it.",
        ),
        (
            "due: 2020, sources: {page: 1}",
            "has an unknown key `due`. It is a key of action and recommendation: write it there, or leave it out.",
        ),
    ],
)
def test_what_a_newcomer_tries_is_answered_with_what_to_write(tmp_path: Path, record: str, told: str) -> None:
    people = "- {id: ann, name: Ann, sources: {page: 1}}"
    folder = write_register(tmp_path / "town", bodies=f"- {{id: board, name: Board, {record}}}", people=people)
    (fault,) = faults_in(folder)
    assert fault.removeprefix("town/bodies.yaml:1: body/board").lstrip(": ") == told


@pytest.mark.parametrize(
    ("file", "meant"),
    [
        ("minutes", "documents.yaml"),
        ("meeting", "meetings.yaml"),
        ("boards", "bodies.yaml"),
        ("Action", "actions.yaml"),
        ("areas", "priority-areas.yaml"),
    ],
)
def test_a_misnamed_file_is_not_taken_for_one_that_is_alike_only_in_its_ending(
    tmp_path: Path, file: str, meant: str
) -> None:
    folder = write_register(tmp_path / "town")
    (folder / f"{file}.yaml").write_text("[]", encoding="utf-8")
    assert faults_in(folder) == [f"town/{file}.yaml: no kind of record has a file of this name. Did you mean {meant}?"]
