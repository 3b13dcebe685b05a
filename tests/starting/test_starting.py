"""A register for another partnership: sound as it is, and sound with every example used."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from inspect import get_annotations
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from ssp_graph.errors import UsageError, WorkError
from ssp_graph.graph import load_graph
from ssp_graph.model.facts import Model
from ssp_graph.model.kinds import FILES, KINDS
from ssp_graph.register.loading import load
from ssp_graph.register.reading import read_yaml
from ssp_graph.schema.json_schemas import schema_of
from ssp_graph.starting import start
from tests.making import REGISTERS
from tests.register.faults import faults_in
from tests.register.test_invented import allowed, models

REGION = "greater-exampleshire"


def but_for_what_is_to_be_written(folder: Path) -> list[str]:
    to_do = ("is still to be written", "does not say when its period begins")
    return [fault for fault in faults_in(folder) if not any(words in fault for words in to_do)]


def with_every_example(folder: Path) -> Path:
    """Use the examples as the comments say: delete the # and the space behind it, and the line that says `[]`."""
    for path in folder.glob("*.yaml"):
        text = re.sub(r"^# (?!yaml-language-server)", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        path.write_text(re.sub(r"^\[\]\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    shutil.copytree(REGISTERS / REGION, folder.parent / REGION)
    return folder


def test_a_new_register_has_every_file_and_is_sound_as_it_is(tmp_path: Path) -> None:
    written = start(tmp_path / "newtown-2025-28")
    assert {path.name for path in written if path.suffix == ".yaml"} == {"register.yaml", *FILES}
    assert but_for_what_is_to_be_written(tmp_path / "newtown-2025-28") == []
    assert load([tmp_path / "newtown-2025-28"]).named == ("newtown-2025-28",)
    things = load_graph([tmp_path / "newtown-2025-28"]).nodes
    assert [node.partition(":")[2] for node in things] == ["body/partnership", "document/plan", "place/our-place"]


def test_it_is_sound_with_every_example_used_and_has_every_kind(tmp_path: Path) -> None:
    start(tmp_path / "newtown")
    folder = with_every_example(tmp_path / "newtown")
    assert but_for_what_is_to_be_written(folder) == []
    graph = load_graph([folder])
    ours = {data["label"] for _, data in graph.nodes(data=True) if data["register"] == "newtown"}
    assert ours == {kind.__name__ for kind in KINDS}


def _used(value: Any) -> Iterator[tuple[type, str]]:
    if isinstance(value, Model):
        for name in value.model_fields_set:
            yield from ((model, name) for model in type(value).__mro__)
            yield from _used(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _used(item)


def test_the_examples_show_every_key(tmp_path: Path) -> None:
    start(tmp_path / "newtown")
    register = load([with_every_example(tmp_path / "newtown")]).by_id["newtown"]
    written: list[Model] = [register.about, *register.records.values()]
    written += [item[0] for item in (*register.terms, *register.accepted_gaps)]
    used = {pair for item in written for pair in _used(item)}
    own = {(model, name) for model in models() for name in model.model_fields if name in get_annotations(model)}
    assert sorted(f"{model.__name__}.{name}" for model, name in own - used) == []


def test_the_examples_name_every_value_that_a_key_may_take(tmp_path: Path) -> None:
    start(tmp_path / "newtown")
    text = "\n".join(path.read_text(encoding="utf-8") for path in (tmp_path / "newtown").glob("*.yaml"))
    shown = set()
    for key, value, others in re.findall(r"(\w+): \"?([\w ]+)\"?}* # or: (.+)$", text, re.MULTILINE):
        shown.add((key, frozenset([value, *others.split(", ")])))
    expected = {
        (name.rstrip("_"), frozenset(allowed(info.annotation)))
        for model in models()
        for name, info in model.model_fields.items()
        if name in get_annotations(model) and len(allowed(info.annotation)) > 1 and name != "basis"
    }
    assert shown == {one for one in expected if len(one[1]) > 1}


def test_each_file_points_an_editor_to_a_schema_that_is_there_and_fits(tmp_path: Path) -> None:
    start(tmp_path / "newtown")
    folder = with_every_example(tmp_path / "newtown")
    for path in folder.glob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert (folder / first.removeprefix("# yaml-language-server: $schema=")).is_file()
        value = read_yaml(path, path.name)[0]
        assert list(Draft7Validator(schema_of(path.name)).iter_errors(value)) == []


def test_a_record_below_the_empty_list_is_told_to_an_officer_who_forgot_to_delete_it(tmp_path: Path) -> None:
    start(tmp_path / "newtown")
    path = tmp_path / "newtown" / "people.yaml"
    lines = path.read_text(encoding="utf-8") + "- {id: ann, name: Ann, sources: {page: 1}}\n"
    path.write_text(lines, encoding="utf-8")
    assert but_for_what_is_to_be_written(tmp_path / "newtown") == [
        f"newtown/people.yaml:{lines.count(chr(10))}: something follows the end of the list. "
        "If `[]` stands above, delete it: it says that there are no records."
    ]


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Our Plan 2024-27", "our-plan-2024-27"), ("Saint-Éloi", "saint-eloi"), ("__x__", "x")],
)
def test_the_id_is_the_folders_name_made_a_slug(tmp_path: Path, name: str, slug: str) -> None:
    start(tmp_path / name)
    assert load([tmp_path / name]).named == (slug,)


def test_an_empty_folder_and_the_current_one_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "newtown").mkdir()
    monkeypatch.chdir(tmp_path / "newtown")
    start(Path())
    assert load([Path()]).named == ("newtown",)


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"is not empty. Name a folder that is new or empty"):
        start(tmp_path)
    with pytest.raises(UsageError, match=r"is a file. Name a folder that is new or empty"):
        start(tmp_path / "notes.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_name_without_a_letter_or_digit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No id can be made of the name '---'"):
        start(tmp_path / "---")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(WorkError, match="cannot be written"):
        start(tmp_path / "file" / "newtown")
