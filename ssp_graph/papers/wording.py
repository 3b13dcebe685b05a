"""What a check says in a sentence, and what it leaves for a board to settle: the words stand in `wordings.yaml`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ssp_graph.papers.answers import Answers

TOLD_APART = frozenset({"Regional priorities", "Safeguarding matrix"})
"""Subjects that have an answer of their own, which counts them better."""

_EITHER = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


class Wording(NamedTuple):
    """How a check is put into words: the question that follows, what it found, that it found all or nothing."""

    subject: str
    check: str
    asks: str
    says: str
    every: str
    sound: str
    state: str = "found"


@cache
def wordings() -> tuple[Wording, ...]:
    """Return the words of the checks, in the order in which a board would take them."""
    import yaml

    return tuple(Wording(**words) for words in yaml.safe_load(Path(__file__).with_name("wordings.yaml").read_bytes()))


def said(wording: Wording, answers: Answers) -> str:
    """Return what a check found as a clause; empty where it counts nothing."""
    found, of = answers.number(wording.check, wording.state), answers.number(wording.check, "of")
    if not of:
        return ""
    if found:
        return _filled(wording.every if found == of > 1 else wording.says, found, of)
    if answers.number(wording.check, "unknown"):
        return ""
    inferred = answers.number(wording.check, "inferred")
    return wording.sound + (f" ({inferred} by inference alone)" if inferred else "")


def asked(wording: Wording, answers: Answers) -> str:
    """Return the question that a finding leaves open; empty where there is none."""
    found, of = answers.number(wording.check, wording.state), answers.number(wording.check, "of")
    return _filled(wording.asks, found, of) if found and of else ""


def _filled(template: str, found: int, of: int) -> str:
    agreed = _EITHER.sub(lambda match: match[1] if found == 1 else match[2], template)
    return agreed.format(n=f"{found} of {of}", found=found, of=of)
