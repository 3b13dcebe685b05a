"""What a check says in a sentence, and what it leaves for a board to settle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ssp_graph.english import capital
from ssp_graph.papers.answers import Answers
from ssp_graph.papers.parts import listed
from ssp_graph.wordings import Wording, wordings

_EITHER = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
_MOST_NAMES = 6
_LONGEST = 180


class Finding(NamedTuple):
    """What a check found, in a board's words."""

    subject: str
    says: str
    asks: str
    recommends: str
    check: str


def findings(answers: Answers) -> list[Finding]:
    """Return what the checks that have words found: first one on each subject, then the others."""
    every = list(_findings(answers))
    first = {finding.subject: finding for finding in reversed(every)}
    return sorted(every, key=lambda finding: first[finding.subject] is not finding)


def _findings(answers: Answers) -> Iterator[Finding]:
    for wording in wordings():
        if not (found := answers.number(wording.check, wording.state)):
            continue
        of = answers.number(wording.check, "of")
        if report := answers.reports.get(wording.check):
            n, beside = report.heading.count.rstrip("."), ""
        else:
            n = f"{found} of {of} {answers.of_check[wording.check]['counted']}"
            beside = answers.beside(wording.check, wording.state)
        says = capital(_filled(wording.says, found, n))
        asks = _filled(wording.asks, found)
        if not found == of > _MOST_NAMES:  # the names of all of many say no more than "all"
            asks = f"{asks.rstrip('?')} ({_names(answers, wording)})?"
        recommends = _filled(wording.recommends, found)
        yield Finding(
            wording.subject, f"{says}{f' (and {beside})' if beside else ''}.", asks, recommends, wording.check
        )


def _names(answers: Answers, wording: Wording) -> str:
    if report := answers.reports.get(wording.check):
        names = (str(row[wording.named]) if wording.named else answers.called(row) for row in report.rows)
        return listed(names, _MOST_NAMES, longest=_LONGEST)
    state = "gap" if wording.state == "found" else wording.state
    return listed(map(answers.called, answers.in_state(wording.check, state)), _MOST_NAMES, longest=_LONGEST)


def _filled(template: str, found: int, n: str = "") -> str:
    agreed = _EITHER.sub(lambda match: match[1] if found == 1 else match[2], template)
    return agreed.format(n=n, found=found)
