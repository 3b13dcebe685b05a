"""YAML that an officer may get wrong, or that means harm: one clear line each, within a moment."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.register.loading import load
from tests.making import write_register
from tests.register.faults import BODY, cases, faults, faults_in


def raw_faults(tmp_path: Path, content: bytes, file: str = "bodies.yaml") -> list[str]:
    folder = write_register(tmp_path / "exampleton")
    (folder / file).write_bytes(content)
    return faults_in(folder)


@pytest.mark.parametrize("word", ["no", "yes", "on", "010", "1_000", "0x1F", "12:30", "2018-03-31", "1e3", "0o7", ".5"])
def test_a_word_that_other_readers_turn_into_something_else_stays_as_it_was_typed(tmp_path: Path, word: str) -> None:
    folder = write_register(tmp_path / "exampleton", bodies=f"- {{id: board, name: {word}, sources: {{page: 1}}}}\n")
    register = load([folder]).by_id["exampleton"]
    assert register.records["body/board"].called == word


def test_a_year_and_a_plain_number_are_text_where_text_belongs(tmp_path: Path) -> None:
    folder = write_register(tmp_path / "exampleton", bodies="- {id: 2018, name: 42, since: 2018, sources: {page: 1}}\n")
    body = load([folder]).by_id["exampleton"].records["body/2018"]
    assert (body.called, body.since) == ("42", "2018")


SLIPS = """
- id: board
  name: &x Board
  sources: {page: 1}
→ 2: `&x` is a YAML anchor. Delete it and write the value where it is meant.

- id: board
  name: *x
  sources: {page: 1}
→ 2: `*x` is a YAML alias. Write the value out where it is meant.

- id: board
  name: !x Board
  sources: {page: 1}
→ 2: `!x` is a YAML tag. Delete it: text needs no tag.

- id: board
\tname: Board
→ 2: a tab stands in this line. Use spaces.

- id: board
  1: Board
→ 2: the key `1` is not text. Put it in quotation marks: "1".

- id: board
  [a]: Board
→ 2: a key is a list or a mapping. A key is text, followed by a colon.

- id: board
  name: A
  name: B
  sources: {page: 1}
→ 3: `name` is given twice, first in line 2. Keep one of the two.

- {id: board, name: Safer Board, sources: {page: 1}}
---
- {id: board, name: Safer Board, sources: {page: 1}}
→ 2: a second document starts here. Keep one document a file: delete the `---`.

board:
  name: Board
→ 1: the file is not a list of records. Begin each record with a hyphen: `- id: …`.

- board
→ 1: this record is 'board', which is not a mapping of keys and values. Write `- id: …` and its other keys below.

- id: board
  name: "Board
  sources: {page: 1}
→ 2: a quotation mark is opened here and never closed. Close it at the end of the text.

- id: board
  name: Board
  sources: {page: 1, anchor: sets: the plan}
→ 3: something is wrong inside the brackets that begin here. Look for a missing bracket, a missing comma, or a
→ text with a colon or comma that needs quotation marks.

- id: board
  name: Board: the second
→ 2: a colon stands where none may stand. If it belongs to the text, put the text in quotation marks; if it ends a
→ key, mend the indent.

- id: board
  name Board
→ 3: a key in the line above has no colon. Write the key, a colon, a space and the value.

- id: board
  name: @Board
→ 2: a text begins with a character that YAML keeps for itself. Put the text in quotation marks.

- id: board
 name: Board
→ 2: this line begins further left than the keys of its record. Indent it as the keys above, or begin a new record
→ with a hyphen.

- id: board
  name: 'Women's Board'
→ 2: this line does not fit the lines above. Look for a missing hyphen, an indent that differs, or words after a
→ closing quotation mark.

- id: board
  name: }Board
→ 2: a sign stands here where a value belongs. Close the bracket that was opened above, or put the text in
→ quotation marks.

- id: board
  name: - Board
→ 2: a hyphen begins a list where none may stand. Write the list on lines of its own below its key, or put the
→ text in quotation marks.

[]
- {id: board, name: Safer Board, sources: {page: 1}}
→ 2: something follows the end of the list. If `[]` stands above, delete it: it says that there are no records.

- id: board
  name: "\\q"
→ 2: this is not YAML (while parsing a quoted scalar found unknown escape character). Look here and in the line
→ above for a missing colon or quotation mark, or an indent that does not fit.
"""


@pytest.mark.parametrize(("text", "fault"), cases(SLIPS))
def test_yaml_that_is_not_what_it_seems_is_told_with_its_line(tmp_path: Path, text: str, fault: str) -> None:
    assert f"exampleton/bodies.yaml:{fault}" in faults(tmp_path, bodies=f"{text}\n")


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "null\n"])
def test_an_empty_file_is_told(tmp_path: Path, text: str) -> None:
    expected = "exampleton/bodies.yaml: the file is empty. Delete it, or write what it should hold."
    assert faults(tmp_path, bodies=text) == [expected]


def test_an_empty_list_holds_no_records_and_is_sound(tmp_path: Path) -> None:
    assert faults(tmp_path, bodies="# none yet\n[]\n") == []


def test_every_line_with_a_tab_is_told(tmp_path: Path) -> None:
    assert faults(tmp_path, bodies="- id: board\n\tname: Board\n\tsources: {page: 1}\n") == [
        "exampleton/bodies.yaml:2: a tab stands in this line. Use spaces.",
        "exampleton/bodies.yaml:3: a tab stands in this line. Use spaces.",
    ]


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_lines_count_alike_with_the_line_ends_of_every_system(tmp_path: Path, newline: bytes) -> None:
    text = b"\xef\xbb\xbf- id: board\n  name: Caf\xc3\xa9\n  sources: {page: 1}\n  nmae: x\n"
    assert raw_faults(tmp_path, text.replace(b"\n", newline)) == [
        "exampleton/bodies.yaml:4: body/board has an unknown key `nmae`. Did you mean name?"
    ]


def test_a_file_in_another_encoding_is_told_with_the_line(tmp_path: Path) -> None:
    expected = "exampleton/bodies.yaml:2: this is not UTF-8 text. Save the file again with the encoding UTF-8."
    assert raw_faults(tmp_path, "- id: cafe\n  name: Café\n".encode("latin-1")) == [expected]


def test_a_file_saved_as_utf_16_is_told_to_be_saved_as_utf_8(tmp_path: Path) -> None:
    expected = "exampleton/bodies.yaml:1: this is not UTF-8 text. Save the file again with the encoding UTF-8."
    assert raw_faults(tmp_path, BODY.encode("utf-16")) == [expected]


def test_a_binary_file_is_told(tmp_path: Path) -> None:
    assert raw_faults(tmp_path, b"PK\x03\x04" + bytes(range(256)) * 50) == [
        "exampleton/bodies.yaml: this is a binary file, not text. "
        "A register holds only text files whose names end in .yaml."
    ]


def test_a_control_character_is_told_with_its_line(tmp_path: Path) -> None:
    assert raw_faults(tmp_path, b"- id: board\n  name: \x01Board\n") == [
        "exampleton/bodies.yaml:2: a character stands here that no text may hold. Delete it, and type the word anew."
    ]


def test_a_file_of_sixty_megabytes_is_not_read(tmp_path: Path) -> None:
    folder = write_register(tmp_path / "exampleton")
    with (folder / "bodies.yaml").open("wb") as file:
        file.truncate(60_000_000)
    assert faults_in(folder) == [
        "exampleton/bodies.yaml: the file is 60 MB, over the limit of 5 MB. "
        "Split the register, or delete what is not part of it."
    ]


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "[{a: " * 50_000])
def test_nesting_without_end_stops_at_the_limit(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, bodies=text) == [
        "exampleton/bodies.yaml:1: things are nested deeper than 40 levels. "
        "A register needs five: look for a bracket that was never closed."
    ]


def test_a_bomb_of_aliases_is_refused_alias_by_alias(tmp_path: Path) -> None:
    levels = "".join(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    found = faults(tmp_path, bodies=f"- &a0 boom\n{levels}")
    assert found[0] == (
        "exampleton/bodies.yaml:1: `&a0` is a YAML anchor. Delete it and write the value where it is meant."
    )
    assert found[-1].endswith(": reading stopped at this fault. Mend those above first.")
    assert len(found) == 51


@pytest.mark.parametrize("target", ["nowhere.yaml", "."])
def test_what_cannot_be_read_is_told(tmp_path: Path, target: str) -> None:
    folder = write_register(tmp_path / "exampleton")
    link = folder / "bodies.yaml"
    try:
        link.symlink_to(target)
    except OSError as error:
        pytest.skip(f"this system lets nobody make links: {error}")
    assert (
        faults_in(folder)
        == {
            "nowhere.yaml": [
                "exampleton/bodies.yaml: the file cannot be read (No such file or directory). "
                "Check its permissions, or copy it anew."
            ],
            ".": ["exampleton/bodies.yaml: this is not a file. Give the folder another name, or move it away."],
        }[target]
    )
