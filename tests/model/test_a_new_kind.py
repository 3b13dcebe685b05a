"""A kind and a relationship that nobody has heard of go through every command once they are declared."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from typing import get_args

import pytest

from ssp_graph.model.declaring import records
from ssp_graph.model.kinds import BY_LABEL
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.shipped import shipped
from tests.cli.running import ROOT
from tests.making import write_register

pytestmark = pytest.mark.process

FILES = {
    "bodies": """\
        - {id: board, name: Safer Board, sources: {page: 1, anchor: the Safer Board}}
        - {id: panel, name: Panel, reports_to: body/board, sources: {page: 1}}
        """,
    "posts": "- {id: lead, title: Lead Officer, in: body/panel, sources: {page: 2}}\n",
    "strategies": "- {id: plan, name: Plan of Newtown, sources: {page: 2}}\n",
    "themes": "- {id: streets, name: Streets, part_of: strategy/plan, led_by: post/lead, sources: {page: 2}}\n",
    "actions": "- {id: a, name: Hold it, owner: post/lead, concerns: special-meeting/winter, sources: {page: 3}}\n",
    "special_meetings": """\
        - id: winter
          name: Winter summit
          day: 2025-01-15
          invited: [everybody, the press]
          convened_by: [body/panel, {to: post/lead, capacity: host, instead_of: body/board}]
          part_of: strategy/plan
          led_by: post/lead
          sources: {page: 4, anchor: winter summit}
          agenda:
            - {id: fear, name: Fear in the dark, concerns: [theme/streets, body/board], sources: {page: 4}}
        - {id: streets, name: Streets, sources: {page: 5}}
        """,
}


# What each command says of it; DIR is the folder of the test, and some questions are asked as well.
SAID = {
    "validate": ("newtown: 10 records, 0 errors, 0 warnings.",),
    "list": ("special meetings         2", "agenda items             1"),
    "list special meetings": ("2 special meetings.", "Winter summit"),
    "show 'Winter summit'": (
        "A special meeting.",
        "Invited: everybody; the press.",
        "Winter summit is dealt with in “Hold it”.",
        "Winter summit is convened by Panel.",
        "Winter summit is hosted by Lead Officer.",
        "Winter summit includes Fear in the dark.",
    ),
    "show 'Safer Board'": ("Safer Board comes up in Fear in the dark.",),
    "who 'Winter summit'": ("The Lead Officer leads Winter summit.", "lead    Lead Officer"),
    "who Streets": ("This is the theme Streets; a special meeting of this name is there too",),
    "who 'Streets' --kind special-meetings": ("Who answers for Streets (special meeting)",),
    "who 'Winter sumit'": ("Winter summit (special meeting): newtown:special-meeting/winter",),
    "chain 'Fear in the dark'": (
        "Fear in the dark is part of Winter summit, which is convened by Panel",
        "Winter summit is hosted by the Lead Officer",
    ),
    "gaps": ("checks find gaps",),
    "gaps --names no": ("checks find gaps",),
    "mapping": ("0 of 1 themes are set against",),
    "draw structure --output DIR/structure.svg": ("Written",),
    "draw theme Streets --output DIR/theme.html": ("Written",),
    "draw chain 'Winter summit' --output DIR/chain.html": ("Written",),
    "draw around 'Winter summit' --output DIR/around.svg": ("Written",),
    "draw around 'Winter summit' --format html": ("Winter summit", "#fff3e0"),
    "paper DIR/paper.docx": ("Written",),
    "paper DIR/paper.md": ("Written",),
    "export json": ('"label": "SpecialMeeting"', '"instead_of": "newtown:body/board"'),
    "export csv --output DIR/csv": ("nodes.csv",),
    "export graphml": ("newtown:special-meeting/winter",),
    "export cypher": ("CREATE (n:Thing:SpecialMeeting)", "-[r:CONVENES]->"),
    "cypher 'MATCH (m:SpecialMeeting)<-[c:CONVENES]-(b) RETURN b.name, c.capacity, m.day ORDER BY b.name'": (
        "Lead Officer  host        2025-01-15",
        "Panel         convener    2025-01-15",
    ),
    "schema": ("(:Body|Post)-[:CONVENES {capacity, instead_of}]->(:SpecialMeeting)", "AgendaItem"),
    "workbook export DIR/all.xlsx": ("Written",),
    "workbook import DIR/all.xlsx": ("Nothing to change",),
    "evidence DIR/plan.txt": ("2 of 2 anchors are found on their page.",),
    "new DIR/fresh": ("25 files written",),
    "--register DIR/fresh validate": ("0 errors",),
    "cache clear": ("The cache is empty",),
}
QUESTIONS = [f"ask {path.stem}" for path in sorted(shipped("queries").glob("*.cypher"))[::8]]  # gaps asks every check
WITHOUT_A_DAY = ("workbook import", "validate", "export", "schema", "evidence", "new", "--register", "cache")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, str]]:
    """The exit code of every command, and what it said."""
    folder = tmp_path_factory.mktemp("new-kind")
    about = "partnership: body/board\nsince: 2024\nuntil: 2027\n"
    register = write_register(folder / "newtown", about, **FILES)
    (folder / "plan.txt").write_text("the Safer Board\f\f\fthe winter summit\f", encoding="utf-8")
    lines = [*SAID, *QUESTIONS]
    commands = [
        [
            *(() if line.startswith("--register") else ("--register", str(register))),
            *shlex.split(line.replace("DIR", str(folder))),
            *(() if line.startswith(WITHOUT_A_DAY) else ("--as-of", "2025-06-30")),
        ]
        for line in lines
    ]
    done = subprocess.run(
        [sys.executable, "-m", "tests.model.a_new_kind", json.dumps(commands)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {line: (code, text) for line, (code, text) in zip(lines, json.loads(done.stdout), strict=True)}


@pytest.mark.parametrize("line", SAID)
def test_every_command_takes_a_new_kind(said: dict[str, tuple[int, str]], line: str) -> None:
    code, text = said[line]
    assert code == (2 if "sumit" in line else 0)
    for words in SAID[line]:
        assert words in text


def test_every_question_is_answered_beside_it(said: dict[str, tuple[int, str]]) -> None:
    failed = {line: said[line] for line in QUESTIONS if said[line][0]}
    assert [line for line, (_, text) in failed.items() if "Add --set" not in text] == []  # some need a thing


def test_every_end_of_every_relationship_is_a_kind_and_every_key_has_its_link() -> None:
    for relationship in RELATIONSHIPS.values():
        assert {label for ends in relationship.ends for label in ends} <= BY_LABEL.keys()
    for record in records():
        for name, key in record.keys.items():
            assert get_args(record.model_fields[name].annotation) == (key.relationship.link, ...)
            assert record.permitted(name)


def test_a_key_whose_relationship_does_not_know_the_kind_is_refused_where_it_is_declared() -> None:
    program = (
        "from tests.model.a_new_kind import *\n"
        "class Rota(Named):\n"
        "    led_by: Annotated[Links[Leading], Key('LEADS', inverse=True)]\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Rota.led_by: no arrow of LEADS has Rota at this end" in done.stderr
