"""Folders into registers: which files belong, which registers are found, and every problem in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.errors import RegisterError
from ssp_graph.register.loading import load, read
from tests.making import REGISTERS, write_register
from tests.register.faults import BODY, faults, faults_in


def test_every_kind_of_fault_is_reported_in_one_run(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        about="until: 2017\nsince: 2018\npartnership: body/safer-bord\n",
        bodies="""\
            - id: safer-board
              name: Safer Board
              classificaton: board
              sources: {page: 1}
            - id: panel
              name: Panel
              part_of: post/lead
              sources: {page: 41}
            - id: panel
              name: Panel again
              sources: {page: 1}
            - id: forum
              name: Forum
              statutory: perhaps
            """,
        posts="""\
            - id: lead
              title: Lead
              title: Leader
              basis: inferred
              reports_to: [body/panel, {to: body/panel, sources: {page: 2}}]
              in: organisation/council
              sources: {page: 1}
            """,
        organisations="- {id: councils, name: Councils, since: 2019, until: 2018, sources: {page: 1}}\n",
        boards="- {id: board}\n",
        actions="- id: night-marshals\n\tname: x\n",
    )
    assert found == [
        "exampleton/actions.yaml:2: a tab stands in this line. Use spaces.",
        "exampleton/boards.yaml: no kind of record has a file of this name. Did you mean bodies.yaml?",
        "exampleton/bodies.yaml:3: body/safer-board has an unknown key `classificaton`. Did you mean classification?",
        "exampleton/bodies.yaml:7: body/panel is part of post/lead, which is of the wrong kind. "
        "Name something of kind body or organisation.",
        "exampleton/bodies.yaml:8: body/panel stands on page 41, but plan ends at page 40. Correct the page.",
        "exampleton/bodies.yaml:9: body/panel is there twice, first in exampleton/bodies.yaml:5. "
        "Give one of them another id, or merge the two.",
        "exampleton/bodies.yaml:12: body/forum has no `sources`. Add it: where it is stated.",
        "exampleton/bodies.yaml:14: body/forum: `statutory` is 'perhaps', which is not true or false. "
        "Write true or false.",
        "exampleton/organisations.yaml:1: organisation/councils ends (2018) before it starts (2019). "
        "Correct `since` or `until`.",
        "exampleton/posts.yaml:3: `title` is given twice, first in line 2. Keep one of the two.",
        "exampleton/posts.yaml:4: post/lead is inferred but gives no reason. Add `reason:` with why it is believed.",
        "exampleton/posts.yaml:5: post/lead reports to body/panel twice, first in line 5. "
        "Write it once; one relationship may have several sources.",
        "exampleton/posts.yaml:6: post/lead is a post in organisation/council, which is not in this register. "
        "Did you mean organisation/councils?",
        "exampleton/register.yaml:4: the period ends before it starts. Correct `since` or `until`.",
        "exampleton/register.yaml:6: the register's partnership is body/safer-bord, which is not in this register. "
        "Did you mean body/safer-board?",
    ]


def test_errors_stop_loading_and_are_all_in_the_message(tmp_path: Path) -> None:
    folder = write_register(tmp_path / "exampleton", bodies="- {id: a}\n", posts="- {id: b}\n")
    with pytest.raises(RegisterError) as caught:
        load([folder])
    lines = str(caught.value).splitlines()
    assert [line.rpartition("/exampleton/")[2] for line in lines] == [
        "bodies.yaml:1: body/a has no `name`. "
        "Add it: its name, written correctly even where a document's text has lost letters.",
        "bodies.yaml:1: body/a has no `sources`. Add it: where it is stated.",
        "posts.yaml:1: post/b has no `sources`. Add it: where it is stated.",
        "posts.yaml:1: post/b has no `title`. Add it: its title; other titles it is given stand under `also_titled`.",
    ]
    assert len(caught.value.problems) == 4


def test_warnings_do_not_stop_loading(tmp_path: Path) -> None:
    folder = write_register(
        tmp_path / "exampleton",
        bodies="- {id: board, name: Board, sources: {page: 1, anchor: one two three four five six seven}}\n",
    )
    (warning,) = load([folder]).warnings
    assert warning.severity == "warning"
    assert (warning.what, warning.fix) == (
        "body/board has an anchor of 7 words",
        "Keep 2 to 6 words that stand together.",
    )


def test_paths_in_problems_start_at_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_register(tmp_path / "seed" / "exampleton", bodies="- {id: board, sources: {page: 1}}\n")
    monkeypatch.chdir(tmp_path)
    problems = read([Path("seed/exampleton")])[1]
    assert [problem.file for problem in problems] == ["seed/exampleton/bodies.yaml"]
    monkeypatch.chdir(tmp_path / "seed" / "exampleton")
    assert [problem.file for problem in read([Path()])[1]] == ["bodies.yaml"]


def test_a_missing_folder_a_file_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    assert faults_in(tmp_path / "nowhere", tmp_path / "file", tmp_path / "empty") == [
        "empty: the folder has no register.yaml. Add register.yaml, or start a register with `ssp-graph new`.",
        "file: this is a file, not the folder of a register. Give the folder that holds it.",
        "nowhere: there is no such folder. Check the name, or make one with `ssp-graph new`.",
    ]


def test_a_broken_register_file_in_a_folder_with_spaces_is_told_once(tmp_path: Path) -> None:
    folder = tmp_path / "Our Plan"
    folder.mkdir()
    (folder / "register.yaml").write_text("titel: Our Plan\nuses: [region]\ndocument: plan\n", encoding="utf-8")
    (folder / "bodies.yaml").write_text(
        "- {id: board, name: Board, part_of: region:body/x, sources: {page: 1}}\n", encoding="utf-8"
    )
    assert faults_in(folder) == [
        "Our Plan/register.yaml:1: the register has an unknown key `titel`. Did you mean title?",
        "Our Plan/register.yaml:1: the register has no `id`. Add it: the register's id, by which others refer to it: "
        "best the name of its folder.",
        "Our Plan/register.yaml:1: the register has no `title`. Add it: the plan's title.",
    ]


def test_a_folder_that_was_renamed_is_no_fault_and_is_found_by_its_id(tmp_path: Path) -> None:
    region = write_register(tmp_path / "region")
    region.rename(tmp_path / "old-region")
    folder = write_register(tmp_path / "exampleton", "uses: region\n")
    folder.rename(tmp_path / "elsewhere")
    assert faults_in(tmp_path / "elsewhere") == []


@pytest.mark.parametrize("name", ["body.yaml", "BODIES.YAML", "bodies.yml", "bodies.yaml.txt", "boddies.yaml"])
def test_a_file_that_is_nearly_named_right_is_told_and_what_refers_into_it_is_not(tmp_path: Path, name: str) -> None:
    folder = write_register(tmp_path / "exampleton", posts="- {id: p, title: P, in: body/a, sources: {page: 1}}\n")
    (folder / name).write_text(BODY, encoding="utf-8")
    if (folder / "bodies.yaml").exists():
        pytest.skip("this file system does not tell capitals from small letters")
    assert faults_in(folder) == [
        f"exampleton/{name}: no kind of record has a file of this name. Did you mean bodies.yaml?"
    ]


def test_a_file_of_no_kind_is_told_with_the_names_there_are(tmp_path: Path) -> None:
    assert faults(tmp_path, x="- {id: x}\n") == [
        "exampleton/x.yaml: no kind of record has a file of this name. The files are register.yaml, "
        "organisations.yaml, bodies.yaml, posts.yaml, people.yaml, duties.yaml, themes.yaml, priority-areas.yaml, "
        "actions.yaml, recommendations.yaml, meetings.yaml, strategies.yaml, measures.yaml, readings.yaml, "
        "issues.yaml, regional-priorities.yaml, outcomes.yaml, safeguarding-themes.yaml, matrices.yaml, places.yaml, "
        "documents.yaml, discrepancies.yaml, terms.yaml, accepted-gaps.yaml."
    ]


def test_what_refers_into_a_file_or_a_record_that_is_not_sound_is_not_reported_as_well(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        bodies="- id: board\n  name: [\n",
        priority_areas="- {id: area, nam: A, sources: {page: 1}, objectives: {id: goal, name: G}}\n",
        measures="- {id: m, name: M, measures: [priority-area/area, objective/goal], sources: {page: 1}}\n",
        posts="- {id: p, title: P, in: body/board, sources: {page: 1}}\n",
        documents="- id: plan\n\ttitle: x\n",
    )
    assert found == [
        "exampleton/bodies.yaml:3: a sign stands here where a value belongs. "
        "Close the bracket that was opened above, or put the text in quotation marks.",
        "exampleton/documents.yaml:2: a tab stands in this line. Use spaces.",
        "exampleton/priority-areas.yaml:1: objective/goal has no `sources`. Add it: where it is stated.",
        "exampleton/priority-areas.yaml:1: priority-area/area has an unknown key `nam`. Did you mean name?",
        "exampleton/priority-areas.yaml:1: priority-area/area has no `name`. "
        "Add it: its name, written correctly even where a document's text has lost letters.",
    ]


def test_a_file_with_very_many_faults_is_read_no_further(tmp_path: Path) -> None:
    found = faults(tmp_path, bodies="- board\n" * 100_000)
    assert len(found) == 501
    assert found[-1] == (
        "exampleton/bodies.yaml:500: this record is 'board', which is not a mapping of keys and values. "
        "Write `- id: …` and its other keys below."
    )
    assert (
        "exampleton/bodies.yaml:500: 500 faults stand above this record, and those below are not shown. "
        "Mend those first, then check again."
    ) in found


def test_a_fault_inside_a_nested_record_names_that_record(tmp_path: Path) -> None:
    issues = """\
        - id: violence
          name: Violence
          sources: {page: 1}
          findings:
            - {id: half, name: Half, sources: {page: 41}}
            - {id: half, name: Half, sources: {page: 1}}
            - {id: third, nam: Third, sources: {page: 1}}
        """
    assert faults(tmp_path, issues=issues.replace("nam:", "name:")) == [
        "exampleton/issues.yaml:5: finding/half stands on page 41, but plan ends at page 40. Correct the page.",
        "exampleton/issues.yaml:6: finding/half is there twice, first in exampleton/issues.yaml:5. "
        "Give one of them another id, or merge the two.",
    ]
    assert faults(tmp_path, issues=issues) == [
        "exampleton/issues.yaml:7: finding/third has an unknown key `nam`. Did you mean name?",
        "exampleton/issues.yaml:7: finding/third has no `name`. "
        "Add it: its name, written correctly even where a document's text has lost letters.",
    ]


def test_a_used_register_is_found_beside_the_one_that_uses_it_before_the_shipped_one(tmp_path: Path) -> None:
    shipped = write_register(tmp_path / "shipped" / "region", bodies=BODY)
    ours = write_register(tmp_path / "ours" / "exampleton", "uses: region\n")
    assert load([ours], tmp_path / "shipped").by_id["region"].folder == shipped
    beside = write_register(tmp_path / "ours" / "region", bodies=BODY)
    registers = load([ours], tmp_path / "shipped")
    assert registers.by_id["region"].folder == beside
    assert registers.named == ("exampleton",)
    assert list(registers.by_id) == ["region", "exampleton"]


def test_a_used_register_that_is_missing_is_told_and_what_refers_into_it_is_not(tmp_path: Path) -> None:
    write_register(tmp_path / "greater-region")
    folder = write_register(
        tmp_path / "exampleton",
        "uses: [grater-region, isle]\n",
        bodies="- {id: board, name: Board, reports_to: isle:body/court, sources: {page: 1}}\n",
    )
    assert faults_in(folder) == [
        "exampleton/register.yaml:4: the register grater-region that it uses is neither beside it nor shipped. "
        "Did you mean greater-region?",
        "exampleton/register.yaml:4: the register isle that it uses is neither beside it nor shipped. "
        "Put the folder isle beside this one.",
    ]


def test_faults_of_a_used_register_are_reported_too(tmp_path: Path) -> None:
    write_register(tmp_path / "region", bodies="- {id: board}\n")
    found = faults(tmp_path, "uses: region\n")
    assert [fault.partition(". ")[0] for fault in found] == [
        "region/bodies.yaml:1: body/board has no `name`",
        "region/bodies.yaml:1: body/board has no `sources`",
    ]


def test_registers_that_use_each_other_in_a_circle_are_told(tmp_path: Path) -> None:
    write_register(tmp_path / "beta", "uses: gamma\n")
    write_register(tmp_path / "gamma", "\nuses:\n  - exampleton\n")
    remedy = "Move what both need into a register of its own, and let both use that."
    assert faults(tmp_path, "uses: [beta]\n") == [
        f"beta/register.yaml:4: the register beta uses others that use it: a circle. {remedy}",
        f"exampleton/register.yaml:4: the register exampleton uses others that use it: a circle. {remedy}",
        f"gamma/register.yaml:5: the register gamma uses others that use it: a circle. {remedy}",
    ]


def test_a_register_that_uses_itself_is_told(tmp_path: Path) -> None:
    assert faults(tmp_path, "uses: exampleton\n") == [
        "exampleton/register.yaml:4: the register exampleton uses itself. Delete exampleton there."
    ]


def test_a_used_folder_that_holds_another_id_is_told(tmp_path: Path) -> None:
    region = write_register(tmp_path / "region")
    (region / "register.yaml").write_text("id: other\ntitle: Other\ndocument: plan\nsince: 2000\n", encoding="utf-8")
    assert faults(tmp_path, "uses: region\n") == [
        "exampleton/register.yaml:4: the register region that it uses is neither beside it nor shipped. "
        "Did you mean region?"
    ]


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("follows: town-2021", "the register town-2021 follows itself"),
        (
            "follows: town-2018\npartnership: body/other",
            "town-2021 follows town-2018, but its partnership is body/other, and that of town-2018 is body/csp",
        ),
    ],
)
def test_a_plan_follows_an_earlier_one_of_its_own_partnership(tmp_path: Path, about: str, said: str) -> None:
    bodies = "- {id: csp, name: CSP, sources: {page: 1}}\n- {id: other, name: Other, sources: {page: 1}}\n"
    old = write_register(tmp_path / "town-2018", "partnership: body/csp\n", bodies=bodies)
    new = write_register(tmp_path / "town-2021", f"{about}\nsince: 2021\n", bodies=bodies)
    assert [fault for fault in faults_in(old, new) if said in fault] != []


def test_a_partnership_may_say_what_it_was(tmp_path: Path) -> None:
    old = write_register(
        tmp_path / "town-2018", "partnership: body/csp\n", bodies="- {id: csp, name: CSP, sources: {page: 1}}\n"
    )
    about = "partnership: body/board\nfollows: town-2018\nsince: 2021\n"
    new = write_register(
        tmp_path / "town-2021", about, bodies="- {id: board, name: B, was: body/csp, sources: {page: 1}}\n"
    )
    assert faults_in(old, new) == []


def test_two_registers_of_the_same_id_are_told(tmp_path: Path) -> None:
    first = write_register(tmp_path / "one" / "exampleton")
    second = write_register(tmp_path / "two" / "exampleton")
    (problem,) = read([first, second])[1]
    assert (problem.file, problem.line) == ((second / "register.yaml").as_posix(), 1)
    assert problem.what == f"two registers have the id exampleton: this one and {first.as_posix()}"
    assert problem.fix == "Give each its own folder name and id."


def test_the_same_folder_twice_is_one_register(tmp_path: Path) -> None:
    folder = write_register(tmp_path / "exampleton")
    registers = load([folder, folder / ".." / "exampleton"])
    assert registers.named == ("exampleton",)


def test_progress_is_told_register_by_register(tmp_path: Path) -> None:
    folders = [write_register(tmp_path / name) for name in ("alpha", "beta")]
    told: list[tuple[int, int]] = []
    load(folders, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize("name", ["exampleton-2024-27", "sampleford-2025-26", "greater-exampleshire"])
def test_the_invented_registers_are_sound(name: str) -> None:
    assert faults_in(REGISTERS / name) == []
