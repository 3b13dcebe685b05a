"""What an editor underlines while an officer types, and what it leaves alone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from ssp_graph.model.kinds import FILES
from ssp_graph.register.reading import read_yaml
from ssp_graph.schema.json_schemas import schema_files, schema_name, schema_of
from ssp_graph.shipped import shipped
from tests.making import REGISTERS
from tests.register.faults import cases

FILES_OF_REGISTERS = sorted(
    path for folder in (REGISTERS, shipped("seed")) for path in folder.glob("*/*.yaml") if path.name[0] != "."
)


def underlined(file: str, value: Any) -> list[str]:
    """Return the places that an editor underlines in a file's content, as paths."""
    found = Draft7Validator(schema_of(file)).iter_errors(value)
    return ["/".join(str(step) for step in error.absolute_path) or "the whole file" for error in found]


@pytest.mark.parametrize("path", FILES_OF_REGISTERS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_nothing_is_underlined_in_a_sound_register(path: Path) -> None:
    value, problems = read_yaml(path, path.name)
    assert problems == []
    assert underlined(path.name, value) == []


def test_there_is_a_sound_schema_for_every_file() -> None:
    schemas = schema_files()
    assert schemas.keys() == {schema_name(file) for file in ("register.yaml", *FILES)}
    for text in schemas.values():
        Draft7Validator.check_schema(json.loads(text))


WRONG = """
bodies.yaml - {id: b, name: B, sources: {page: 1}, nmae: x}
→ 0

bodies.yaml - {id: b, name: B}
→ 0

bodies.yaml - {id: B Board, name: B, sources: {page: 1}}
→ 0/id

bodies.yaml - {id: b, name: '', sources: {page: 1}}
→ 0/name

bodies.yaml - {id: b, name: B, sources: []}
→ 0/sources

bodies.yaml - {id: b, name: B, sources: {page: nine}}
→ 0/sources

bodies.yaml - {id: b, name: B, sources: [{page: 1}, {pge: 1}]}
→ 0/sources

bodies.yaml - {id: b, name: B, sources: {page: 1}, status: gone}
→ 0/status

bodies.yaml - {id: b, name: B, sources: {page: 1}, statutory: perhaps}
→ 0/statutory

bodies.yaml - {id: b, name: B, sources: {page: 1}, part_of: theme/streets}
→ 0/part_of

bodies.yaml - {id: b, name: B, sources: {page: 1}, part_of: {to: theme/streets}}
→ 0/part_of

bodies.yaml - {id: b, name: B, sources: {page: 1}, reports_to: {to: body/c, capacity: chair}}
→ 0/reports_to

bodies.yaml - {id: b, name: B, sources: {page: 1}, chairs: {to: post/p, capacity: chairman}}
→ 0/chairs

bodies.yaml - {id: b, name: B, sources: {page: 1}, led_by: {to: post/p, on_behalf_of: post/q}}
→ 0/led_by

bodies.yaml - {id: b, name: B, sources: {page: 1}, since: soon}
→ 0/since

bodies.yaml {id: b, name: B, sources: {page: 1}}
→ the whole file

issues.yaml - {id: i, name: I, sources: {page: 1}, findings: [{id: f, nam: F, sources: {page: 1}}]}
→ 0/findings

register.yaml {id: x, title: X, partnership: place/x}
→ partnership

accepted-gaps.yaml - {check: c, thing: The Board, reason: R, until: 2020}
→ 0/thing
"""


@pytest.mark.parametrize(("written", "place"), cases(WRONG))
def test_a_mistake_is_underlined_where_it_stands(tmp_path: Path, written: str, place: str) -> None:
    file, _, text = written.partition(" ")
    path = tmp_path / file
    path.write_text(text, encoding="utf-8")
    assert underlined(file, read_yaml(path, file)[0]) == [place]


def test_a_key_takes_one_thing_or_a_list_bare_or_with_more_about_it(tmp_path: Path) -> None:
    path = tmp_path / "bodies.yaml"
    path.write_text(
        """\
- id: one
  name: 2018
  since: 2018
  until: 2018/21
  aliases: ONE
  sources: {page: 1}
  part_of: region:body/two
  members: [post/a, {to: organisation/b, capacity: observer, since: 2019, sources: {page: 2}}]
""",
        encoding="utf-8",
    )
    assert underlined("bodies.yaml", read_yaml(path, "bodies.yaml")[0]) == []


def test_every_key_has_words_that_an_editor_shows() -> None:
    for file in ("register.yaml", *FILES):
        schema = schema_of(file)
        described = [schema["properties"]] if "properties" in schema else []
        described += [part["properties"] for part in schema["definitions"].values() if "properties" in part]
        for keys in described:
            assert [key for key, value in keys.items() if not value.get("description") and "$ref" not in value] == []


def test_a_reference_of_the_wrong_kind_is_told_with_the_right_ones() -> None:
    schema = schema_of("matrices.yaml")
    (bare, _) = schema["definitions"]["Matrix.columns"]["anyOf"]
    assert bare["patternErrorMessage"] == (
        "Write a reference such as organisation/its-id. Kinds here: organisation, body."
    )
    assert re.search(bare["pattern"], "region:body/board")
    assert not re.search(bare["pattern"], "bodyguard/board")
