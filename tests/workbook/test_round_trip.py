"""A workbook says what the register says: out and back changes nothing, and an edit there is the edit in the files."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ssp_graph.graph import build
from ssp_graph.register.loading import load
from ssp_graph.register.reading import read_yaml
from tests.workbook.filling import SOFFICE, Filling, contents, copied, exported, taken, through_office

needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not on the PATH")
OWNERS = {"Head of Community Safety": "post/head-of-community-safety", "Area Commander": "post/area-commander"}


@pytest.mark.parametrize("everything", [False, True], ids=["in use", "all"])
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
@pytest.mark.parametrize("name", ["exampleton", "stockport-2018-21", "exampleton-2024-27"])
def test_a_workbook_that_comes_back_as_it_went_changes_nothing(
    tmp_path: Path, name: str, kind: str, everything: bool
) -> None:
    register = copied(name, tmp_path)
    drafts, notes = taken(register, exported(register, tmp_path / f"a.{kind}", everything=everything))
    assert (drafts.rewriting(), drafts.told(), notes) == (None, [], [])


@needs_office
@pytest.mark.process
@pytest.mark.parametrize(("kind", "saved"), [("xlsx", "xlsx"), ("ods", "ods"), ("xlsx", "ods")])
def test_nor_does_one_that_libreoffice_has_opened_and_saved(tmp_path: Path, kind: str, saved: str) -> None:
    register = copied("exampleton", tmp_path)
    file = through_office(exported(register, tmp_path / f"a.{kind}"), saved)
    drafts, notes = taken(register, file)
    assert (drafts.rewriting(), notes) == (None, [])


Raw = dict[str, list[dict[str, Any]]]
Edit = Callable[[random.Random, Raw, Filling], None]


def _one(lot: random.Random, records: list[dict[str, Any]]) -> dict[str, Any]:
    """Choose a record that no edit has chosen yet."""
    free = [record for record in records if not record.get("chosen")]
    chosen = lot.choice(free)
    chosen["chosen"] = True
    return chosen


def rename(lot: random.Random, raw: Raw, filling: Filling) -> None:
    action = _one(lot, raw["actions"])
    action["name"] = f"{action['name']} “anew”: 1 & 2"
    filling.put("Actions", filling.row("Actions", action["id"]), Name=f"  {action['name']} ")


def new_owner(lot: random.Random, raw: Raw, filling: Filling) -> None:
    action = _one(lot, [each for each in raw["actions"] if isinstance(each.get("owner", ""), str)])
    name, reference = lot.choice(list(OWNERS.items()))
    action["owner"] = reference
    filling.put("Actions", filling.row("Actions", action["id"]), Owner=name, Due="31/03/2022")
    action["due"] = "2022-03-31"


def no_source_page(lot: random.Random, raw: Raw, filling: Filling) -> None:
    area = _one(lot, raw["priority-areas"])
    area["sources"] = {"page": area["sources"]["page"], "anchor": "other words here"}
    filling.put("Priority areas", filling.row("Priority areas", area["id"]), Source_words="other words here")


def partner_with_source(lot: random.Random, raw: Raw, filling: Filling) -> None:
    action = _one(lot, [each for each in raw["actions"] if "implements" not in each])
    action["implements"] = {
        "to": "strategy/domestic-abuse-strategy",
        "since": "2020-02",
        "sources": {"page": 9, "anchor": "as the strategy"},
    }
    row = filling.row("Actions", action["id"]) + 1
    more: dict[str, Any] = {"Implements": "Domestic Abuse Strategy", "Since": "February 2020", "Source_page": "p. 9"}
    filling.insert("Actions", row, **more, Source_words="as the strategy")


def progress(lot: random.Random, raw: Raw, filling: Filling) -> None:
    action = _one(lot, raw["actions"])
    old = action.get("progress", [])
    action["progress"] = [
        *(old if isinstance(old, list) else [old]),
        {"day": 2021, "status": "done", "note": "So it is"},
    ]
    row = filling.row("Actions", action["id"]) + 1
    filling.insert("Actions", row, Id=action["id"], Row="Progress", Day=2021, Status="Done", Note="So it is")


def ended(lot: random.Random, raw: Raw, filling: Filling) -> None:
    body = _one(lot, raw["bodies"])
    body["until"] = "2021-06-30"
    filling.put("Bodies", filling.row("Bodies", body["id"]), Until="30 June 2021")


def added(lot: random.Random, raw: Raw, filling: Filling) -> None:
    number = lot.randrange(10**6)
    raw["meetings"].append({
        "id": f"board-no-{number}", "name": f"Board No {number}", "day": "2021-06-04", "body": "body/safer-board",
        "present": ["post/area-commander", "post/public-health-lead"], "sources": {"document": "minutes-may-2021"},
    })  # fmt: skip
    row, present = filling.end("Meetings"), "Area Commander\nPublic Health Lead"
    cells: dict[str, Any] = {"Day": "4 June 2021", "Body": "Safer Exampleton Board", "Present": present}
    filling.put("Meetings", row, Name=f"Board No {number}", **cells, Source_document="Minutes of 19 May 2021")


def removed(lot: random.Random, raw: Raw, filling: Filling) -> None:
    action = _one(lot, [each for each in raw["actions"] if isinstance(each.get("progress"), dict)])
    del action["progress"]
    filling.put("Actions", filling.row("Actions", action["id"], "progress/0"), Remove="yes")


EDITS: tuple[Edit, ...] = (rename, new_owner, no_source_page, partner_with_source, progress, ended, added, removed)


def edited(lot: random.Random, register: Path, file: Path) -> dict[str, Any]:
    """Make the same edits by lot in a workbook and in the files of a copy, and return the graph of that."""
    raw: Raw = {path.stem: read_yaml(path, path.name)[0] for path in register.glob("*s.yaml")}
    filling = Filling(exported(register, file))
    for edit in lot.sample([*EDITS, *EDITS], 9):
        try:
            edit(lot, raw, filling)
        except IndexError:
            continue  # nothing is left to choose
    filling.save()
    copy = copied(register.name, file.parent / "by-hand")
    for stem, records in raw.items():
        plain = [{key: value for key, value in record.items() if key != "chosen"} for record in records]
        (copy / f"{stem}.yaml").write_text(json.dumps(plain), encoding="utf-8")  # which is YAML too
    return graph(copy)


def graph(register: Path) -> dict[str, Any]:
    found = build(load([register]))
    edges = sorted((source, target, repr(sorted(data.items()))) for source, target, data in found.edges(data=True))
    return {"things": {node: dict(data) for node, data in found.nodes(data=True)}, "edges": edges}


@pytest.mark.parametrize("seed", range(4))
def test_edits_by_lot_in_a_workbook_are_the_same_edits_in_the_files(tmp_path: Path, seed: int) -> None:
    register = copied("exampleton", tmp_path)
    expected = edited(random.Random(seed), register, tmp_path / "a.xlsx")  # noqa: S311
    before = contents(register)
    found = taken(register, tmp_path / "a.xlsx")[0].rewriting()
    assert found is not None
    found.write()
    assert graph(register) == expected
    for name, (old, new) in found.files.items():
        assert old == before[name]
        comments = [line for line in old.splitlines() if line.lstrip().startswith(b"#")]
        assert [line for line in new.splitlines() if line.lstrip().startswith(b"#")] == comments


@needs_office
@pytest.mark.process
@pytest.mark.parametrize("saved", ["xlsx", "ods"])
def test_also_where_libreoffice_has_saved_them_in_between(tmp_path: Path, saved: str) -> None:
    register = copied("exampleton", tmp_path)
    expected = edited(random.Random(9), register, tmp_path / "a.xlsx")  # noqa: S311
    found = taken(register, through_office(tmp_path / "a.xlsx", saved))[0].rewriting()
    assert found is not None
    found.write()
    assert graph(register) == expected
