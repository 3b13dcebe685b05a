"""The commands as a user meets them: what they say, where they say it, and how they end."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT, ssp_graph
from tests.making import REGISTERS, write_register

EXAMPLETON = REGISTERS / "exampleton-2024-27"
SAMPLEFORD = REGISTERS / "sampleford-2025-26"
WALKING = (
    ("list",),
    ("list", "boards"),
    ("show", "ESB"),
    ("who", "theme/safe-streets"),
    ("chain", "action/night-marshals"),
    ("mapping",),
)


def in_exampleton(*arguments: str) -> tuple[int, str, str]:
    return ssp_graph("--register", EXAMPLETON, *arguments)


def test_without_a_register_the_shipped_one_answers_and_says_so_once_beside_the_answer(tmp_path: Path) -> None:
    ran = ssp_graph("list", folder=tmp_path)
    assert ran.code == 0
    assert ran.err.count("Register: stockport-2018-21, which came with it") == 1
    assert "which came with it" not in ran.out


def test_the_current_folder_and_the_variable_choose_a_register(tmp_path: Path) -> None:
    town = write_register(tmp_path / "town")
    village = write_register(tmp_path / "village")
    assert "The Plan of town" in ssp_graph("list", folder=town).out
    assert "The Plan of village" in ssp_graph("list", folder=town, variables={"SSP_GRAPH_REGISTER": str(village)}).out
    chosen = ssp_graph("--register", town, "list", folder=tmp_path, variables={"SSP_GRAPH_REGISTER": str(village)})
    assert "The Plan of town" in chosen.out


@pytest.mark.parametrize("command", [("validate",), ("evidence", "plan.txt")])
def test_commands_that_check_do_not_fall_back_on_the_shipped_register(tmp_path: Path, command: tuple[str, ...]) -> None:
    ran = ssp_graph(*command, folder=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Error: This command does not fall back on the shipped register. Give the folder: ")


def test_a_sound_register_validates_and_a_broken_one_lists_every_problem_and_stops_answers(tmp_path: Path) -> None:
    town = write_register(tmp_path / "town", bodies="- {id: a, nam: A, sources: {page: 99}, reports_to: body/b}\n")
    sound = ssp_graph("--register", SAMPLEFORD, "validate")
    assert (sound.code, sound.out.splitlines()[-1].split(": ")[1].split(", ")[1:]) == (0, ["0 errors", "0 warnings."])
    broken = ssp_graph("--register", town, "validate", folder=tmp_path)
    assert broken.code == 1
    assert broken.out == (
        "town/bodies.yaml:1: body/a has an unknown key `nam`. Did you mean name?\n"
        "town/bodies.yaml:1: body/a has no `name`. "
        "Add it: its name, written correctly even where a document's text has lost letters.\n"
        "town: 1 record, 2 errors, 0 warnings.\n"
    )
    stopped = ssp_graph("--register", town, "list", folder=tmp_path)
    assert (stopped.code, stopped.out) == (1, "")
    assert stopped.err.endswith("\n2 errors: no answer is given before they are mended.\n")


def test_an_unknown_thing_is_told_with_what_is_near_and_exits_with_2() -> None:
    code, out, err = in_exampleton("who", "Exampleton", "Safer", "Bord")
    assert (code, out) == (2, "")
    assert err.startswith(
        "Error: Nothing is called 'Exampleton Safer Bord'. Did you mean:\n  Exampleton Safer Board (body): "
    )


def test_an_answer_comes_first_and_sources_are_pages_unless_their_words_are_asked_for() -> None:
    short = in_exampleton("chain", "action/night-marshals")[1]
    full = in_exampleton("chain", "action/night-marshals", "--sources", "full")[1]
    every = in_exampleton("chain", "action/night-marshals", "--all")[1]
    answer = json.loads(in_exampleton("chain", "action/night-marshals", "--format", "json")[1])["answer"]
    assert short.splitlines()[2] == full.splitlines()[2] == every.splitlines()[2] == answer
    assert "“" in full.partition("Ways")[2]
    assert "\nWay 1: " in every
    assert "\nWay 1: " not in short
    assert len(short) < len(full)


@pytest.mark.parametrize("command", WALKING, ids=" ".join)
def test_answers_that_walk_the_graph_import_no_engine(command: tuple[str, ...]) -> None:
    code = (
        "import sys; from ssp_graph.cli.app import run; code = run(sys.argv[1:]); "
        "sys.exit(code or 10 * bool({'ladybug', 'neo4j', 'rapidfuzz', 'jinja2'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--register", str(EXAMPLETON), *command],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0


@pytest.mark.parametrize("command", WALKING, ids=" ".join)
def test_every_answer_is_the_same_table_in_json_with_ids_and_sources(command: tuple[str, ...]) -> None:
    code, out, _ = in_exampleton(*command, "--format", "json")
    answer = json.loads(out)
    assert code == 0
    assert {"title", "as_of", "registers"} <= answer.keys()
    assert answer["registers"] == ["exampleton-2024-27"]
    if "rows" in answer:
        assert all(set(row) == set(answer["columns"]) for row in answer["rows"])


def test_the_day_is_moved_into_the_plans_period_and_the_answer_says_so() -> None:
    moved = ssp_graph("--register", SAMPLEFORD, "list", "--format", "json")
    answer = json.loads(moved.out)
    assert answer["as_of"] == "2026-03-31"
    assert "As of 31 March 2026, the last day of the plan's period." in answer["notes"]
    chosen = json.loads(ssp_graph("--register", SAMPLEFORD, "list", "--format", "json", "--as-of", "2025-12-01").out)
    assert (chosen["as_of"], chosen["notes"]) == ("2025-12-01", [])


def test_an_answer_may_be_asked_as_of_a_meeting() -> None:
    riverton = SAMPLEFORD.parent / "riverton"
    found = ssp_graph("--register", riverton, "list", "--format", "json", "--as-of", "Safety Board of 1 September 2020")
    assert json.loads(found.out)["as_of"] == "2020-09-01"
    wrong = ssp_graph("--register", riverton, "list", "--as-of", "yesterday")
    assert (wrong.code, wrong.err.splitlines()[-1]) == (2, "Or give a day, such as 2019-03-31.")


def test_a_day_that_is_none_exits_with_2() -> None:
    code, _, err = in_exampleton("list", "--as-of", "31.3.2026")
    assert (code, err) == (2, "Error: “31.3.2026” is not a day. Write it as 2026-03-31.\n")


def test_the_suffix_of_the_file_chooses_the_format(tmp_path: Path) -> None:
    target = tmp_path / "boards.csv"
    ran = ssp_graph("--register", EXAMPLETON, "list", "boards", "--output", target)
    assert (ran.code, ran.out) == (0, "")
    rows = list(csv.reader(io.StringIO(target.read_bytes().decode("utf-8-sig"), newline="")))
    assert rows[0][0] == "Name"
    assert len(rows) > 1


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--output", "x.pdf"), 2, "Error: x.pdf: no format has the suffix '.pdf'."),
        (("--output", "."), 1, "Error: "),
        (("--output", "no/such/folder/x.csv"), 1, "Error: "),
    ],
)
def test_a_wrong_suffix_or_target_is_one_clear_line(
    tmp_path: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    ran = ssp_graph("--register", EXAMPLETON, "list", *arguments, folder=tmp_path)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(message)
    assert ran.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_output_is_utf8_whatever_the_code_page(tmp_path: Path) -> None:
    town = write_register(tmp_path / "town", bodies="- {id: a, name: Café – Łódź, sources: {page: 1}}\n")
    ran = ssp_graph("--register", town, "list", "bodies", variables={"PYTHONIOENCODING": "cp1252"})
    assert "Café – Łódź" in ran.out


def test_gaps_answer_with_0_and_strict_with_1() -> None:
    found = in_exampleton("gaps", "actions-without-owner")
    assert found[0] == 0
    assert in_exampleton("gaps", "actions-without-owner", "--strict")[0] == 1
    code, _, err = in_exampleton("gaps", "actions-without-ownr")
    assert (code, err) == (2, "Error: There is no check 'actions-without-ownr'. Did you mean actions-without-owner?\n")


def test_ask_lists_searches_and_runs() -> None:
    listed = json.loads(in_exampleton("ask", "--format", "json")[1])
    names = [row["name"] for row in listed["rows"]]
    assert "actions-without-owner" in names
    searched = json.loads(in_exampleton("ask", "nobody", "owns", "--format", "json")[1])
    assert searched["rows"][0]["name"] in names
    assert len(searched["rows"]) < len(names)
    code, out, err = in_exampleton("ask", "which actions of Safe homes have nobody who owns them?")
    assert (code, out.partition("\n")[0]) == (0, "Actions with no owner recorded")
    assert err == 'Asked: ssp-graph ask actions-without-owner --theme "Safe homes"\n'
    refused = json.loads(in_exampleton("ask", "how much did it cost", "--format", "json")[1])
    assert (refused["rows"], refused["answer"].partition(",")[0]) == ([], "Sums of money")
    ran = json.loads(in_exampleton("ask", "actions-without-owner", "--format", "json")[1])
    assert "action" in ran["columns"]


def test_the_whole_graph_is_exported_the_same_twice(tmp_path: Path) -> None:
    first, second = in_exampleton("export", "json")[1], in_exampleton("export", "json")[1]
    assert first == second
    content = json.loads(first)
    assert [node["id"] for node in content["nodes"]] == sorted(node["id"] for node in content["nodes"])
    assert {"source", "type", "target", "basis", "reason", "since", "until", "sources"} <= content["edges"][0].keys()


def test_every_command_has_help_that_ends_with_an_example() -> None:
    listed = ssp_graph("--help").out.split("Commands:")[1].split("Begin with:")[0]
    commands = [line.split()[0] for line in listed.splitlines() if line[2:3].strip()]
    assert {"validate", "list", "show", "who", "chain", "gaps", "ask", "matrix", "mapping", "export", "new"} <= set(
        commands
    )
    for command in commands:
        assert "Example: ssp-graph " in ssp_graph(command, "--help").out.replace("\n", " "), command


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("command", ["list", "validate", "--version", "--help"])
@pytest.mark.parametrize("where", [">&-", ">/dev/full"])
def test_an_output_that_takes_nothing_is_told_in_one_line(command: str, where: str) -> None:
    folder = ROOT / "seed" / "greater-manchester"
    text = f'"{sys.executable}" -m ssp_graph --register "{folder}" {command} {where}'
    done = subprocess.run(["sh", "-c", text], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    (line,) = [line for line in done.stderr.splitlines() if not line.startswith("Reading registers: ")]
    assert line.startswith("Error: Standard output was not written whole (")
    assert line.endswith("). Make room, or write elsewhere with --output.")


def test_evidence_and_validate_leave_names_out_too(tmp_path: Path) -> None:
    people = "- {id: ada-marsh, name: Ada Marsh, sources: {page: 1, anchor: Ada Marsh chairs}}\n"
    posts = "- {id: head, title: Head, holder: [person/ada-marsh, person/ada-marsh], sources: {page: 1}}\n"
    faulty = write_register(tmp_path / "town", people=people, posts=posts)
    (tmp_path / "plan.txt").write_text("Here Ada Marsh speaks.\n", encoding="utf-8")
    named = ssp_graph("--register", faulty, "validate").out
    assert "person/ada-marsh" in named
    bare = ssp_graph("--register", faulty, "--names", "no", "validate")
    assert (bare.code, "(name left out)" in bare.out) == (1, True)
    sound = write_register(tmp_path / "city", people=people)
    for arguments in ((), ("--untouched",)):
        found = ssp_graph("--register", sound, "--names", "no", "evidence", tmp_path / "plan.txt", *arguments)
        assert not any(part in (bare.out + found.out + found.err).casefold() for part in ("marsh", "ada"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("list", "--format", "pdf"),
            "'pdf' is not one of 'table', 'csv', 'json', 'md', 'html', 'xlsx', 'ods', 'docx'",
        ),
        (("mapping", "--onto", "themes"), "'themes' is not one of 'priorities', 'outcomes'"),
        (("mapping", "--by", "area"), "'area' is not one of 'priority', 'theme'"),
        (("gaps", "--engine", "sqlite"), "'sqlite' is not one of 'ladybug', 'neo4j'"),
        (("export", "xml"), "'xml' is not one of 'json', 'csv', 'graphml', 'cypher'"),
        (("matrix", "--by", "theme"), "'theme' is not one of 'board'"),
    ],
)
def test_a_choice_that_there_is_not_is_told_with_those_that_there_are(arguments: tuple[str, ...], told: str) -> None:
    ran = ssp_graph("--register", EXAMPLETON, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert ran.err.splitlines()[-1].startswith("Error: Invalid value for ")
