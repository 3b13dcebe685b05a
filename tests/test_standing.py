"""Who has a role is told by one rule in Python and by the checks in Cypher: both say the same of every thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from ssp_graph.engines import Engine, open_engine
from ssp_graph.graph import Graph, build
from ssp_graph.plan import Plan, Thing
from ssp_graph.questions.gaps import rows_of
from ssp_graph.questions.library import library
from ssp_graph.register.loading import read
from ssp_graph.standing import Role, State, standing
from tests.making import graph_of
from tests.questions.random_registers import write_random

FIRST, REGISTERS = 1, 84  # so chosen that together they hold every case
LITTLE, MUCH = (0, 0, 1, 2, 3), (1, 2, 3, 4)  # how many relationships a key states
DAYS = ("2018-01-01", "2019-03-31", "2020-03-31", "2020-06-30", "2021-12-31")


class Check(NamedTuple):
    """A check: of which things it asks after which role."""

    kind: str
    role: Role
    asks: Callable[[Plan, Thing], bool] = lambda _, __: True


def _is_to_have_an_owner(_: Plan, strategy: Thing) -> bool:
    return strategy.status != "ended" and "owner" in strategy.get("expects")


def _is_one_of_the_partnership(body: Thing) -> bool:
    return not (body.collective or body.get("outside") or body.status in ("proposed", "past"))


def _is_to_have_a_chair(plan: Plan, body: Thing) -> bool:
    meets = not re.search("team|hub|court|service", body.classification.lower())
    acts = any(plan.out(body, "DELIVERS", "OWNS", "OVERSEES", "BEARS", "LEADS", "REPORTS_TO", "SUPPORTS"))
    exists = body.status == "established" or acts or any(plan.into(body, "MEMBER_OF"))
    parts = [edge.source for edge in plan.into(body, "PART_OF") if edge.source.kind == "body"]
    through = "partnership" in body.classification and any("board" in part.classification.lower() for part in parts)
    led = any(edge.capacity in ("lead", "joint") for edge in plan.into(body, "LEADS"))
    led_for_a_time = led and re.search("task|working|project", body.classification.lower())
    return _is_one_of_the_partnership(body) and meets and exists and not (through or led_for_a_time)


def _is_to_be_borne(_: Plan, duty: Thing) -> bool:
    return not (duty.get("outside") or re.search("principle|ambition|role", duty.classification.lower()))


def _is_of_a_theme_with_a_lead(plan: Plan, area: Thing) -> bool:
    themes = [edge.target for edge in plan.out(area, "PART_OF") if edge.target.name != area.name]
    return any(standing(plan, theme, "lead").by for theme in themes)


CHECKS = {
    "themes-without-lead": Check("theme", "lead"),
    "themes-without-delivery-body": Check("theme", "delivery"),
    "areas-without-own-lead": Check("priority-area", "lead", _is_of_a_theme_with_a_lead),
    "actions-without-owner": Check("action", "owner"),
    "strategies-without-owner": Check("strategy", "owner", _is_to_have_an_owner),
    "measures-without-owner": Check("measure", "owner", lambda _, measure: measure.classification != "rule"),
    "posts-without-holder": Check(
        "post", "holder", lambda _, post: post.classification == "post" and post.get("holding") != "held"
    ),
    "duties-without-bearer": Check("duty", "bearer", _is_to_be_borne),
    "bodies-without-chair": Check("body", "chair", _is_to_have_a_chair),
    "bodies-without-scrutiny": Check(
        "body", "scrutiny", lambda _, body: body.get("statutory") is True and _is_one_of_the_partnership(body)
    ),
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Random registers in one graph: every other one says little, every other one much."""
    folder = tmp_path_factory.mktemp("random")
    registers, problems = read(
        [
            write_random(folder / f"random-{seed:02}", seed, links=(LITTLE, MUCH)[seed % 2])
            for seed in range(FIRST, FIRST + REGISTERS)
        ]
    )
    assert [problem for problem in problems if problem.severity == "error" and "two at once" not in problem.what] == []
    return build(registers)


@pytest.fixture(scope="module")
def engine(graph: Graph) -> Iterator[Engine]:
    with open_engine("ladybug", graph) as opened:
        yield opened


@pytest.mark.parametrize("check", CHECKS)
def test_the_rule_and_the_check_say_the_same_of_every_thing(check: str, graph: Graph, engine: Engine) -> None:
    kind, role, asks = CHECKS[check]
    for day in DAYS:
        plan = Plan(graph, day)
        rows = rows_of(engine, plan, library(), check).rows
        listed = {row["id"]: row["state"] for row in rows if "bearer" in row.get("missing", "bearer")}
        things = [thing for thing in plan.things(kind) if asks(plan, thing)]
        states = {thing.id: as_listed(thing, standing(plan, thing, role).state) for thing in things}
        assert listed == {thing: state for thing, state in states.items() if state != "held"}


def as_listed(thing: Thing, state: State) -> State:
    """Return a state as a check lists it.

    Where a duty recurs and does not say how often, it is a gap in any case. Where nobody says whose a strategy is,
    it is unknown whether an owner is missing.
    """
    if thing.kind == "strategy" and state == "gap" and thing.get("level") is None:
        return "unknown"
    recurs = re.search("report|review|meeting|return|monitoring|assessment|survey", thing.classification.lower())
    once = thing.kind == "duty" and recurs and thing.get("frequency") is None
    return "gap" if once and state == "inferred" else state


def test_the_random_registers_hold_every_case(graph: Graph) -> None:
    """Or the test above would say nothing of it."""
    states: dict[str, set[State]] = {check: set() for check in CHECKS}
    near: dict[Role, set[object]] = {role: set() for role in get_args(Role)}
    for day in DAYS:
        plan = Plan(graph, day)
        for check, (kind, role, asks) in CHECKS.items():
            for thing in (each for each in plan.things(kind) if asks(plan, each)):
                found = standing(plan, thing, role)
                states[check].add(found.state)
                for edge in found.besides:
                    near[role] |= {edge.capacity, edge.source.status}
                if {edge.target for edge in found.by} - {thing}:
                    near[role].add("in parts")
    assert all(states[check] == {*get_args(State)} for check in CHECKS)
    unsettled = {"proposed", "past"}
    assert near["lead"] > unsettled | {"deputy", "acting"}
    assert near["delivery"] > unsettled | {"with", "in parts"}
    assert near["owner"] > unsettled | {"issuer"}
    assert near["chair"] > {"vice", "deputy", "acting"}
    assert near["scrutiny"] > unsettled
    assert near["bearer"] > unsettled | {"deputy", "acting"}


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
    assert standing(plan, plan["t:theme/safety"], "lead").state == state
