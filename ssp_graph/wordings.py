"""The checks on which a board would act, in that order, and their words: they stand in `wordings.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple


class Wording(NamedTuple):
    """How a check or a report is put into words: what it found, the question and the request that follow.

    `named` is the column of the names of what was found, if that is not what a row is about.
    """

    check: str
    subject: str
    says: str
    asks: str
    recommends: str
    state: str = "found"
    named: str = ""


@cache
def wordings() -> tuple[Wording, ...]:
    """Return the words of the checks, in the order in which a board would take them."""
    import yaml

    return tuple(Wording(**words) for words in yaml.safe_load(Path(__file__).with_name("wordings.yaml").read_bytes()))
