"""The one rule in Python of who leads, delivers, owns, chairs … says what the checks say, on registers made by lot."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from ssp_graph.graph import load_graph
from ssp_graph.plan import Plan, Thing
from ssp_graph.questions.gaps import rows_of
from ssp_graph.questions.library import library
from ssp_graph.standing import Role, standing
from tests.making import graph_of
from tests.questions.asking import Engines
from tests.questions.random_registers import write_random

DAYS = ("2019-06-30", "2020-06-30")
REGISTERS = 25

# A check, the role that it looks for, the kind it counts, and whether it counts every thing of that kind.
CHECKS: tuple[tuple[str, Role, str, bool], ...] = (
    ("themes-without-lead", "lead", "theme", True),
    ("themes-without-delivery-body", "delivery", "theme", True),
    ("actions-without-owner", "owner", "action", True),
    ("measures-without-owner", "owner", "measure", False),
    ("strategies-without-owner", "owner", "strategy", False),
    ("duties-without-bearer", "bearer", "duty", False),
    ("bodies-without-chair", "chair", "body", False),
    ("bodies-without-scrutiny", "scrutiny", "body", False),
)


def test_it_says_what_the_checks_say(engine: Engines, tmp_path: Path) -> None:
    seen: Counter[tuple[Role, str]] = Counter()
    for seed in range(REGISTERS):
        graph = load_graph([write_random(tmp_path / f"r{seed}", seed)])
        for day in DAYS:
            plan = Plan(graph, day)
            for check, role, kind, counts_all in CHECKS:
                told = {row["id"]: row for row in rows_of(engine(graph), plan, library(), check).rows}
                for thing in plan.things(kind):
                    state = standing(plan, thing, role).state
                    row = told.get(thing.id)
                    if row is None:
                        assert state == "held" or not counts_all, (seed, day, check, thing.id, state)
                    elif check != "duties-without-bearer":
                        assert state == row["state"], (seed, day, check, thing.id)
                    else:
                        assert ("bearer" in row["missing"]) is (state != "held"), (seed, day, thing.id)
                    seen[role, state] += 1
    assert {("lead", "held"), ("lead", "inferred"), ("lead", "gap"), ("delivery", "held"), ("delivery", "unknown")} <= {
        *seen
    }
    assert min(seen[role, "gap"] for _, role, _, _ in CHECKS) > 0


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("post/head", "held"),
        ("{to: post/head, basis: inferred, reason: by sense}", "inferred"),
        ("{to: post/head, capacity: deputy}", "gap"),
        ("{to: post/head, capacity: acting}", "gap"),
        ("{to: body/planned}", "gap"),
        ("{to: post/head, until: 2019}", "gap"),
    ],
)
def test_a_deputy_an_acting_lead_and_a_body_that_is_only_proposed_do_not_lead(
    tmp_path: Path, written: str, state: str
) -> None:
    graph = graph_of(
        tmp_path / "t",
        posts="- {id: head, title: Head, sources: {page: 1}}",
        bodies="- {id: planned, name: Planned Board, status: proposed, sources: {page: 1}}",
        themes=f"- {{id: safety, name: Safety, led_by: {written}, sources: {{page: 1}}}}",
    )
    plan = Plan(graph, "2020-06-30")
    theme: Thing = plan["t:theme/safety"]
    assert standing(plan, theme, "lead").state == state
