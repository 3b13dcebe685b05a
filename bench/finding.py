"""How often a question in one's own words is understood.

The questions were divided by lot before anything was chosen. Those in `ssp_graph/questions/asked.csv` are learned from,
and more were written for that later; those in `tests/questions/held_out.csv` are counted here and looked at nowhere.
What is answered may be answered by several questions or commands, the best first; what nothing answers is to be
refused. `by` says whose words they are: our own; restated from published checklists of auditors, requests for
information and questions put to councils; or written from the titles alone, by somebody who had not read the words that
questions are found by, and then divided by lot.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ssp_graph.graph import load_graph
from ssp_graph.plan import Plan
from ssp_graph.questions.finding import Finder, Understood
from ssp_graph.questions.library import library
from ssp_graph.shipped import shipped

_ROOT = Path(__file__).parents[1]
HALVES = {
    "learned": _ROOT / "ssp_graph" / "questions" / "asked.csv",
    "held out": _ROOT / "tests" / "questions" / "held_out.csv",
}
_FIRST = 3
_DAY = "2021-12-31"


@dataclass(frozen=True, slots=True)
class Case:
    """A question as somebody asks it, the names of what answers it (none: nothing does), and the name it is about."""

    asked: str
    answered_by: tuple[str, ...]
    about: str
    by: str


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1: answers among the first three and first, refused wrongly and rightly, names understood."""

    found: float
    first: float
    wrongly_refused: float
    refused: float
    named: float


def cases(half: str) -> Iterator[Case]:
    """Yield the questions of a half."""
    with HALVES[half].open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Case(row["asked"], tuple(row["answered_by"].split()), row["about"], row["by"])


@cache
def _finder() -> tuple[Finder, Plan]:
    return Finder(library()), Plan(load_graph([shipped("seed") / "exampleton"], shipped("seed")), _DAY)


def score(those: Iterable[Case]) -> Score:
    """Return the score of some questions."""
    finder, plan = _finder()
    every = [(case, finder.understood(plan, case.asked)) for case in those]
    answered = [(case, understood) for case, understood in every if case.answered_by]
    unanswered = [understood for case, understood in every if not case.answered_by]
    about = [(case, understood) for case, understood in answered if case.about]
    return Score(
        found=_share(_is_found(case, understood, _FIRST) for case, understood in answered),
        first=_share(_is_found(case, understood, 1) for case, understood in answered),
        wrongly_refused=_share(not understood.answers for _, understood in answered),
        refused=_share(not understood.answers for understood in unanswered),
        named=_share(case.about in {name.spoken for name in understood.names} for case, understood in about),
    )


def _is_found(case: Case, understood: Understood, among: int) -> bool:
    return any(answer.name in case.answered_by for answer in understood.answers[:among])


def _share(those: Iterator[bool]) -> float:
    every = list(those)
    return sum(every) / len(every) if every else 0.0


def main() -> None:
    """Print the score of each half, and of each writer's questions in it."""
    print("half      by         questions  first three  first  wrongly refused  rightly refused  names")
    for half in HALVES:
        every = list(cases(half))
        for by in ("", *sorted({case.by for case in every})):
            those = [case for case in every if by in ("", case.by)]
            one = score(those)
            shares = (one.found, one.first, one.wrongly_refused, one.refused, one.named)
            widths = (12, 6, 16, 16, 6)
            told = " ".join(f"{share:{width}.0%}" for share, width in zip(shares, widths, strict=True))
            print(f"{half:9} {by or 'all':9} {len(those):10} {told}")


if __name__ == "__main__":
    main()
