"""What is suggested for a name that is nearly right, and what is not."""

from __future__ import annotations

import pytest

from ssp_graph.register.messages import shown
from ssp_graph.suggesting import near


@pytest.mark.parametrize(
    ("wrong", "known", "nearest"),
    [
        ("post/licencing-lead", ["post/licensing-lead", "post/lead"], ["post/licensing-lead"]),
        ("Licencing Lead", ["Licensing Lead", "Head of Housing"], ["Licensing Lead"]),
        ("body/scrutiny-committee", ["body/communities-scrutiny-committee"], ["body/communities-scrutiny-committee"]),
        ("post/safer-board", ["body/safer-boards", "post/safer-boards"], ["post/safer-boards", "body/safer-boards"]),
        ("statuss", ["status", "statutory"], ["status"]),
        ("body/harbour-office", ["body/safer-board", "body/cabinet"], []),
    ],
)
def test_the_nearest_names_are_suggested_best_first(wrong: str, known: list[str], nearest: list[str]) -> None:
    assert near(wrong, known) == nearest


@pytest.mark.parametrize("acronym", ["SSCB", "body/sscb", "region:body/sscb"])
def test_an_acronym_is_never_taken_for_another(acronym: str) -> None:
    assert near(acronym, ["SSAB", "body/ssab", "region:body/ssab"]) == []


def test_a_message_quotes_a_value_shortly() -> None:
    values = (None, True, {"a": 1}, ["a"], "x" * 100, 5)
    assert [shown(value) for value in values] == ["empty", "'true'", "a mapping", "a list", f"'{'x' * 57}…'", "'5'"]
