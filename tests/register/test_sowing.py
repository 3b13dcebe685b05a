"""Faults sown into a sound register, each of another sort: all are told with the file and the line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.making import REGISTERS
from tests.register.faults import faults_in

REGISTER = "exampleton-2024-27"

# In which file, what stands there (as a pattern), what shall stand there, and a part of what is told.
SOWN = r"""
register.yaml | title: .* | titel: X | unknown key `titel`
register.yaml | until: .* | until: 2020 | ends before it starts
register.yaml | since: .* | since: soon | is no date
register.yaml | partnership: body/ | partnership: place/ | wrong kind
register.yaml | uses: .* | uses: [nowhere] | neither beside it nor shipped
register.yaml | document: .* | document: nowhere | not in this register
bodies.yaml | id: safer-board | id: Safer Board | cannot be an id
bodies.yaml | id: cabinet | id: safer-board | is there twice
bodies.yaml | name: | nmae: | unknown key `nmae`
bodies.yaml | sources: | surces: | unknown key `surces`
bodies.yaml | sources: .* | sources: [] | is an empty list
bodies.yaml | sources: .* | sources: | is empty
bodies.yaml | page: \d+ | page: 4000 | ends at page
bodies.yaml | page: \d+ | page: nine | is not a whole number
bodies.yaml | page: \d+ | page: -1 | smallest number
bodies.yaml | classification: .* | classification: [a] | is a list, and one is allowed
bodies.yaml | part_of: body/ | part_of: bdy/ | which is not in this register
bodies.yaml | part_of: body/ | part_of: theme/ | wrong kind
bodies.yaml | part_of: body/.* | part_of: the board | is no reference
bodies.yaml | reports_to: | reports-to: | Did you mean reports_to?
bodies.yaml | status: .* | status: gone | none of its values
bodies.yaml | statutory: .* | statutory: yes | true or false
bodies.yaml | ^- id: | - id: [ | bracket
bodies.yaml | name: | name: "two" | fit the lines above
bodies.yaml | name: | name: &x | YAML anchor
bodies.yaml | name: | name: *x | YAML alias
bodies.yaml | name: | name: !x | YAML tag
bodies.yaml | ^  name: | \tname: | a tab stands
bodies.yaml | name: (.*) | name: \1: more | colon
bodies.yaml | name: (.*) | name: \1TURN | turns the direction
bodies.yaml | ^  name: | - name: | has no `id`
bodies.yaml | name: | name: CONTROL | no text may hold
posts.yaml | title: (.*) | title: \1\n  title: B | is given twice
posts.yaml | in: \w+/ | in: person/ | wrong kind
posts.yaml | holding: .* | holding: maybe | none of its values
actions.yaml | owner: post/ | owner: theme/ | wrong kind
actions.yaml | year: .* | year: 2018-13 | is no date
actions.yaml | priority_area: priority-area/ | priority_area: region:priority-area/ | does not use
themes.yaml | number: .* | number: "01" | is not a whole number
issues.yaml | findings: | finding: | Did you mean findings?
documents.yaml | pages: .* | pages: 1 | ends at page 1
matrices.yaml | columns: | colums: | Did you mean columns?
terms.yaml | meaning: | meanings: | Did you mean meaning?
accepted-gaps.yaml | until: .* | until: never | is no date
accepted-gaps.yaml | thing: \w+/ | thing: nothing/ | which is not in this register
"""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sown")
    for name in (REGISTER, "greater-exampleshire"):
        shutil.copytree(REGISTERS / name, folder / name)
    return folder / REGISTER


@pytest.mark.parametrize("line", [line for line in SOWN.split("\n") if " | " in line])
def test_a_fault_is_told_with_its_file_and_line(sound: Path, line: str) -> None:
    name, pattern, written, told = line.replace("TURN", "\u202e").replace("CONTROL", "\x01").split(" | ")
    path = sound / name
    whole = path.read_text(encoding="utf-8")
    found = re.search(pattern, whole, re.MULTILINE)
    assert found
    sown = whole[: found.start()] + found.expand(written) + whole[found.end() :]
    first = whole.count("\n", 0, found.start()) + 1
    path.write_text(sown, encoding="utf-8")
    try:
        faults = faults_in(sound)
    finally:
        path.write_text(whole, encoding="utf-8")
    lines = [int(fault.split(":")[1]) for fault in faults if fault.startswith(f"{REGISTER}/{name}:") and told in fault]
    assert lines, faults
    assert min(abs(number - first) for number in lines) <= 3 or "pages" in written


def test_nothing_is_told_of_it_without_a_fault(sound: Path) -> None:
    assert faults_in(sound) == []
