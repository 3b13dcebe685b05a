"""`compare` on the command line: two folders, or two days; every format; and what is said when it is asked wrongly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import ROOT, ssp_graph
from tests.comparing.test_comparing import NEW, OLD, two_plans
from tests.making import REGISTERS

RIVERTON = REGISTERS / "riverton"


def test_two_plans_are_compared_on_the_last_and_the_first_day(tmp_path: Path) -> None:
    two_plans(tmp_path, OLD, NEW)
    ran = ssp_graph("compare", tmp_path / "town-2018", tmp_path / "town-2021", "--format", "json")
    answer = json.loads(ran.out)
    assert answer["registers"] == ["town-2018", "town-2021"]
    assert answer["days"] == {"town-2018": "2020-12-31", "town-2021": "2021-01-01"}
    assert answer["answer"] == (
        "7 gaps opened and 4 closed; 2 went with what had them; the leads of 1, the holders of 1, the owners of 1 and "
        "the members of 1 have changed."
    )
    assert ran.code == 0


def test_two_days_of_one_register_are_compared() -> None:
    ran = ssp_graph("compare", RIVERTON, "--from", "2019-06-01", "--to", "2021-06-01", "--format", "csv")
    assert "Riverton Crime Board is now called Riverton Safety Board." in ran.out


def test_a_plan_beside_itself_says_that_nothing_differs() -> None:
    ran = ssp_graph("compare", RIVERTON, RIVERTON)
    assert "Nothing differs: no gap opened or closed, and no record changed." in ran.out


@pytest.mark.parametrize("name", ["md", "html", "xlsx", "ods", "docx", "odt"])
def test_every_format_takes_it(name: str, tmp_path: Path) -> None:
    days = ("--from", "2019-06-01", "--to", "2021-06-01")
    ran = ssp_graph("compare", RIVERTON, *days, "--output", tmp_path / f"changes.{name}")
    assert (ran.code, (tmp_path / f"changes.{name}").stat().st_size > 500) == (0, True)


def test_personal_names_can_be_left_out() -> None:
    ran = ssp_graph("compare", RIVERTON, "--from", "2019-06-01", "--to", "2021-06-01", "--names", "no")
    assert "Bob" not in ran.out
    assert "Clerk is now held" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--from", "2019-06-01"), "Give both days: --from 2019-03-31 --to 2020-03-31."),
        (("--from", "2021-06-01", "--to", "2019-06-01"), "--from 2021-06-01 is after --to 2019-06-01."),
        ((RIVERTON,), "Which plans are meant? Give two folders, the earlier plan first"),
    ],
)
def test_what_is_asked_wrongly_is_told(arguments: tuple[str, ...], said: str) -> None:
    ran = ssp_graph("compare", *arguments, folder=ROOT)
    assert (ran.code, said in ran.err) == (2, True)
