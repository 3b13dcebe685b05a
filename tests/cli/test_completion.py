"""What each shell is offered, asked as its own completion script asks."""

from __future__ import annotations

import pytest

from tests.cli.running import ssp_graph
from tests.making import REGISTERS

REGISTER = {"SSP_GRAPH_REGISTER": str(REGISTERS / "sampleford-2025-26")}


def offered(shell: str, line: str) -> list[str]:
    words = line.split(" ")
    variables = {
        "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
        "pwsh": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1]},
    }[shell]
    ran = ssp_graph(variables={**REGISTER, **variables, "_SSP_GRAPH_COMPLETE": f"complete_{shell}"})
    assert ran.err == ""
    return ran.out.splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "pwsh"])
def test_every_shell_is_offered_commands_things_and_questions(shell: str) -> None:
    assert any("mapping" in line for line in offered(shell, "ssp-graph ma"))
    assert any("actions-without-owner" in line for line in offered(shell, "ssp-graph ask actions-w"))
    assert any("Adults Board" in line for line in offered(shell, "ssp-graph who Safeg"))


def test_a_name_of_several_words_goes_on_from_the_word_being_typed() -> None:
    whole = offered("bash", "ssp-graph who Month")
    assert whole
    rest = offered("bash", f"ssp-graph who {whole[0].split()[0]} ")
    assert whole[0].partition(" ")[2] in rest


def test_a_name_that_a_shell_would_stumble_over_is_offered_as_its_id_alone() -> None:
    variables = {
        "SSP_GRAPH_REGISTER": str(REGISTERS / "exampleton-2024-27"),
        "_SSP_GRAPH_COMPLETE": "complete_bash",
        "COMP_CWORD": "2",
    }
    by_name = ssp_graph(variables={**variables, "COMP_WORDS": "ssp-graph show Renew"})
    by_id = ssp_graph(variables={**variables, "COMP_WORDS": "ssp-graph show action/ren"})
    assert (by_name.out.split(), by_id.out.split()) == ([], ["action/renew-charter"])


def test_checks_alone_are_offered_to_gaps() -> None:
    assert "actions-by-owner" in offered("bash", "ssp-graph ask actions-")
    assert "actions-by-owner" not in offered("bash", "ssp-graph gaps actions-")
