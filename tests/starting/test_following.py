"""The register of the next plan: sound as it is, and nothing said of its time that only the last plan says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from ssp_graph.errors import UsageError
from ssp_graph.graph import load_graph
from ssp_graph.register.loading import load
from ssp_graph.shipped import shipped
from ssp_graph.starting import start
from ssp_graph.starting.following import following
from tests.cli.running import ssp_graph
from tests.making import write_register
from tests.register.faults import faults_in


@pytest.fixture
def old(tmp_path: Path) -> Path:
    for name in ("exampleton", "exampleshire"):
        shutil.copytree(shipped("seed") / name, tmp_path / name)
    return tmp_path / "exampleton"


@pytest.fixture
def new(old: Path) -> Path:
    folder = old.with_name("exampleton-2022")
    start(folder, following(old, folder.name).texts)
    return folder


def but_for_titles(folder: Path) -> list[str]:
    return [fault for fault in faults_in(folder) if "is still to be written" not in fault]


def test_it_is_sound_and_follows_the_old_one_from_the_day_after(new: Path) -> None:
    assert but_for_titles(new) == []
    about = load([new]).by_id["exampleton-2022"].about
    assert (about.follows, about.since, about.uses) == ("exampleton", "2022-04-01", ("exampleshire",))


def test_things_that_stand_keep_their_ids_and_what_ended_is_left_out(new: Path) -> None:
    records = load([new]).by_id["exampleton-2022"].records
    assert {"body/safer-board", "post/area-commander", "organisation/north-exampleshire-council"} <= records.keys()
    assert not {"organisation/exampleton-borough-council", "body/borough-cabinet"} & records.keys()
    assert {reference.partition("/")[0] for reference in records} == {
        "body",
        "document",
        "organisation",
        "place",
        "post",
    }


def test_nothing_is_stated_of_the_new_time_that_the_old_plan_said(new: Path) -> None:
    graph = load_graph([new])
    assert [data["type"] for *_, data in graph.edges(data=True) if data["register"] == "exampleton-2022"] == []


def test_every_source_names_the_document_that_it_stands_in(new: Path) -> None:
    register = load([new]).by_id["exampleton-2022"]
    assert register.about.document == "plan-2022"
    assert all(citation.source.document for citation in register.citations())


def test_what_the_last_plan_said_is_there_to_be_used_again(new: Path) -> None:
    for path in new.glob("*.yaml"):
        text = re.sub(r"^# (?!yaml-language-server)", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        path.write_text(re.sub(r"^\[\]\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    assert but_for_titles(new) == []
    bodies = (new / "bodies.yaml").read_text(encoding="utf-8")
    assert "petra-hollins" not in bodies  # who was followed
    assert "owen-tasker" not in bodies  # who stood down


def test_past_meetings_and_what_was_done_or_dropped_are_not_offered_again(tmp_path: Path) -> None:
    told = "progress: {day: 2021-05, status: %s}, sources: {page: 1}}\n"
    old = write_register(
        tmp_path / "town",
        bodies="- {id: board, name: Board, sources: {page: 1}}",
        meetings="- {id: may, name: May, body: body/board, day: 2021-05-01, sources: {document: minutes-may}}",
        documents="- {id: plan, title: Plan}\n- {id: minutes-may, title: May}\n- {id: minutes-june, title: June}\n",
        people="- {id: ann, name: Ann, sources: {document: minutes-june}}",
        actions="".join(
            f"- {{id: {name}, name: {name.title()}, agreed_at: meeting/may, {told % status}"
            for name, status in (("letter", "done"), ("survey", "stopped"), ("audit", "in progress"))
        ),
    )
    found = following(old, "next")
    assert "meetings.yaml" not in found.texts
    documents = found.texts["documents.yaml"]
    assert "minutes-may" not in documents
    assert "# - id: minutes-june" in documents  # an example rests on it, and nothing else
    actions = found.texts["actions.yaml"]
    assert [name for name in ("Letter", "Survey", "Audit", "agreed_at") if name in actions] == ["Audit"]
    assert (found.left["action"], found.left["meeting"]) == (3, 1)


def test_a_register_does_not_follow_itself(old: Path) -> None:
    with pytest.raises(UsageError, match="Give the folder another name"):
        following(old, "exampleton")


def test_one_by_minutes_alone_without_an_end_is_followed_too(tmp_path: Path) -> None:
    old = write_register(
        tmp_path / "town",
        bodies="""\
            - {id: board, name: Board, chairs: {to: person/ann, stated_on: 2020}, sources: {page: 1}}
            - {id: panel, name: Panel, until: 2021, sources: {page: 1}}
            """,
        people="- {id: ann, name: Ann, sources: {page: 1}}",
    )
    found = following(old, "next")
    assert "since" not in found.texts["register.yaml"]
    assert "panel" not in found.texts["bodies.yaml"]
    assert "#   chairs: {to: person/ann, stated_on: 2020}" in found.texts["bodies.yaml"]


def test_the_command_says_what_it_did_and_what_to_do_next(old: Path) -> None:
    done = ssp_graph("new", "next", "--follows", "exampleton", folder=old.parent)
    assert done.out.splitlines()[0] == (
        "Carried over, with ids, names and sources: 4 organisations, 9 bodies, 5 posts, 1 place and 4 documents."
    )
    assert "ssp-graph --register next validate" in done.err
