"""The checks on what a plan says: each on a small register that breaks its rule in each way, or seems to."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.graph import load_graph
from tests.making import write_register
from tests.questions.asking import INFERRED, Engines, counts, found, plan, rows, values, with_sources


def test_an_action_is_owned_by_an_established_owner_that_a_source_names_on_the_day(
    tmp_path: Path, engine: Engines
) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: lead, title: Lead}\n",
        bodies="- {id: board, name: Board}\n- {id: hub, name: Hub, status: proposed}\n"
        "- {id: old, name: Old, status: past}\n",
        organisations="- {id: council, name: Council}\n",
        actions=f"""\
- {{id: by-post, name: A, owner: post/lead}}
- {{id: jointly, name: B, owner: {{to: body/board, capacity: joint}}}}
- {{id: only-issued, name: C, owner: {{to: organisation/council, capacity: issuer}}}}
- {{id: by-a-proposed-body, name: D, owner: body/hub}}
- {{id: by-a-past-body, name: E, owner: body/old}}
- {{id: once-owned, name: F, owner: {{to: post/lead, until: 2019}}}}
- {{id: later-owned, name: G, owner: {{to: post/lead, since: 2021}}}}
- {{id: inferred, name: H, owner: {{to: post/lead, {INFERRED}}}}}
- {{id: only-a-partner, name: I, involves: post/lead}}
- {{id: over, name: J, until: 2019}}
""",
    )
    assert found(engine, graph, "actions-without-owner") == (
        6,
        9,
        [
            ("only-issued", "gap"),
            ("by-a-proposed-body", "gap"),
            ("by-a-past-body", "gap"),
            ("once-owned", "gap"),
            ("later-owned", "gap"),
            ("only-a-partner", "gap"),
            ("inferred", "inferred"),
        ],
    )
    assert found(engine, graph, "actions-without-owner", "2021-01-01").states[3:] == [
        ("once-owned", "gap"),
        ("only-a-partner", "gap"),
        ("inferred", "inferred"),
    ]
    named = {row["action"]: row["named"] for row in rows(engine, graph, "actions-without-owner").rows}
    assert (named["C"], named["D"], named["E"]) == ([], ["Hub"], ["Old"])


def test_an_action_that_is_done_or_stopped_needs_no_due_date(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        actions="""\
- {id: dated, name: A, due: 2020-09}
- {id: in-a-table, name: B, year: 2020/21}
- {id: done, name: C, status: done}
- {id: stopped, name: D, status: stopped}
""",
    )
    assert found(engine, graph, "actions-without-due-date") == (1, 2, [("in-a-table", "gap")])


LINKED = {
    "organisations": """\
- {id: member, name: A}
- {id: part, name: B, part_of: organisation/member}
- {id: employer, name: C}
- {id: supporter, name: D}
- {id: authority, name: E, responsible_authority_of: body/csp}
- {id: guessed, name: F}
- {id: schools, name: Schools, collective: true}
""",
    "posts": "- {id: officer, title: G, in: organisation/employer}\n- {id: clerk, title: H, in: organisation/part}\n",
    "bodies": f"""\
- {{id: csp, name: CSP}}
- id: board
  name: Board
  part_of: body/csp
  members: [organisation/member, post/officer, {{to: organisation/guessed, {INFERRED}}}]
  sources: {{page: 1}}
- {{id: group, name: Group, reports_to: body/board}}
- {{id: sub, name: Sub, part_of: body/group}}
- {{id: far, name: Far, reports_to: body/sub}}
- {{id: farther, name: Farther, reports_to: body/far}}
- {{id: helper, name: Helper, supports: body/board}}
- {{id: former, name: Former, reports_to: {{to: body/board, until: 2019}}}}
- {{id: meeting, name: Meeting, members: organisation/member}}
- {{id: outside, name: Outside, outside: true}}
""",
}


def linked_to(partners: str) -> str:
    return "".join(f"- {{id: with-{name}, name: A, involves: {kind}/{name}}}\n" for kind, name in PARTNERS[partners])


PARTNERS = {
    "on": [
        ("organisation", "member"),
        ("organisation", "part"),
        ("organisation", "employer"),
        ("organisation", "authority"),
        ("organisation", "schools"),
        ("post", "officer"),
        ("post", "clerk"),
        ("body", "board"),
        ("body", "sub"),
        ("body", "far"),
        ("body", "meeting"),
    ],
    "off": [("organisation", "supporter"), ("body", "farther"), ("body", "helper"), ("body", "former")],
    "guessed": [("organisation", "guessed")],
}


def test_a_partner_is_on_the_board_by_a_line_of_three_steps_at_most(tmp_path: Path, engine: Engines) -> None:
    actions = (
        "".join(map(linked_to, PARTNERS)) + "- {id: alone, name: A}\n- {id: told, name: A, involves: body/outside}\n"
    )
    actions += "- {id: reports, name: A, involves: {to: body/helper, capacity: receives reports}}\n"
    graph = plan(tmp_path, "partnership: body/csp\n", **LINKED, actions=actions)
    assert found(engine, graph, "actions-with-unlinked-partners") == (
        4,
        15,
        [
            ("with-supporter", "gap"),
            ("with-farther", "gap"),
            ("with-helper", "gap"),
            ("with-former", "gap"),
            ("with-guessed", "inferred"),
        ],
    )


def test_without_a_partnership_in_the_register_nobody_can_tell_who_is_on_the_board(
    tmp_path: Path, engine: Engines
) -> None:
    graph = plan(tmp_path, **LINKED, actions=linked_to("guessed"))
    assert found(engine, graph, "actions-with-unlinked-partners") == (0, 1, [("with-guessed", "unknown")])


PROPOSED = "classification: plan, status: proposed"

AREAS = {
    "themes": "- {id: calm, name: Calm}\n",
    "priority_areas": """\
- {id: streets, name: Streets, theme: theme/calm}
- {id: homes, name: Homes, theme: theme/calm}
- {id: water, name: Water, theme: theme/calm}
- {id: parks, name: Parks, theme: theme/calm}
""",
}


def test_an_area_has_an_action_unless_all_were_stopped(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        **AREAS,
        actions=f"""\
- {{id: a, name: A, priority_area: priority-area/streets, status: done}}
- {{id: b, name: B, priority_area: priority-area/homes, status: stopped}}
- {{id: c, name: C, priority_area: {{to: priority-area/water, {INFERRED}}}}}
""",
    )
    assert found(engine, graph, "areas-without-action") == (
        2,
        4,
        [("homes", "gap"), ("parks", "gap"), ("water", "inferred")],
    )


def test_an_area_is_measured_itself_or_in_an_objective(tmp_path: Path, engine: Engines) -> None:
    areas = AREAS["priority_areas"].replace(
        "name: Homes,", "name: Homes, objectives: [{id: warm, name: Warm, sources: {page: 1}}],"
    )
    graph = plan(
        tmp_path,
        themes=AREAS["themes"],
        priority_areas=areas,
        measures=f"""\
- {{id: a, name: A, measures: [priority-area/streets, theme/calm]}}
- {{id: b, name: B, measures: objective/warm}}
- {{id: c, name: C, measures: {{to: priority-area/water, {INFERRED}}}}}
- {{id: d, name: D, measures: theme/calm}}
- {{id: e, name: E, part_of: measure/a}}
- {{id: f, name: F, classification: rule}}
""",
    )
    assert found(engine, graph, "areas-without-measure") == (1, 4, [("parks", "gap"), ("water", "inferred")])
    assert found(engine, graph, "objectives-without-measure") == (0, 1, [])
    assert found(engine, graph, "measures-without-area") == (1, 5, [("d", "gap"), ("c", "inferred")])


ONE_LEVEL = {
    "priority_areas": "- {id: a, name: Homes, theme: theme/homes}\n- {id: b, name: Streets, theme: theme/streets}\n",
    "actions": "- {id: x, name: X, priority_area: priority-area/a}\n",
}


@pytest.mark.parametrize("areas", [{}, ONE_LEVEL])
def test_a_plan_of_one_level_is_asked_what_areas_are(tmp_path: Path, engine: Engines, areas: dict[str, str]) -> None:
    """Written as themes alone, or each with one area of its own name, which is what actions stand under."""
    graph = plan(
        tmp_path,
        posts="- {id: lead, title: Lead}\n",
        themes="- {id: homes, name: Homes, led_by: post/lead}\n- {id: streets, name: Streets}\n",
        **areas,
        issues="- {id: damp, name: Damp, theme: theme/homes}\n",
        measures="- {id: m, name: M, classification: narrative, measures: theme/homes}\n",
        strategies="- {id: s, name: S, guides: theme/homes}\n",
    )
    homes, streets = ("a", "b") if areas else ("homes", "streets")
    none = [] if areas else [(homes, "gap")]
    assert found(engine, graph, "areas-without-action") == (2 - bool(areas), 2, [*none, (streets, "gap")])
    assert found(engine, graph, "areas-without-measure") == (1, 2, [(streets, "gap")])
    assert found(engine, graph, "areas-without-strategy") == (1, 2, [(streets, "gap")])
    assert found(engine, graph, "areas-without-issue") == (1, 2, [(streets, "gap"), (homes, "unknown")])
    assert found(engine, graph, "areas-measured-only-in-words").states == ([] if areas else [(homes, "gap")])
    assert found(engine, graph, "issues-without-area") == (0, 1, [("damp", "unknown")])
    assert found(engine, graph, "measures-without-area").states == []
    assert found(engine, graph, "areas-without-own-lead") == (0, 0, [])


def test_which_of_several_objectives_the_measures_of_their_area_are_for_is_not_said(
    tmp_path: Path, engine: Engines
) -> None:
    graph = plan(
        tmp_path,
        priority_areas="- {id: homes, name: Homes, objectives: "
        "[{id: warm, name: Warm, sources: {page: 1}}, {id: dry, name: Dry, sources: {page: 1}}]}\n"
        "- {id: streets, name: Streets, objectives: [{id: lit, name: Lit, sources: {page: 1}}]}\n"
        "- {id: parks, name: Parks, objectives: [{id: open, name: Open, sources: {page: 1}}]}\n",
        measures=f"- {{id: a, name: A, measures: [priority-area/homes, {{to: objective/dry, {INFERRED}}}]}}\n"
        "- {id: b, name: B, measures: priority-area/streets}\n",
    )
    assert found(engine, graph, "objectives-without-measure") == (
        1,
        4,
        [("open", "gap"), ("warm", "unknown"), ("dry", "inferred")],
    )
    assert values(rows(engine, graph, "objectives-without-measure"), "area_measures") == [(0,), (1,), (1,)]


def test_a_strategy_stands_behind_an_area_itself_or_through_an_action(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        themes="- {id: calm, name: Calm}\n- {id: other, name: Other}\n- {id: old, name: Old}\n",
        priority_areas=AREAS["priority_areas"] + "- {id: woods, name: Woods, theme: theme/other}\n"
        "- {id: lanes, name: Lanes, theme: theme/old}\n- {id: roads, name: Roads, theme: theme/old}\n",
        actions="- {id: a, name: A, priority_area: priority-area/homes, implements: strategy/plan}\n",
        strategies=f"""\
- {{id: plan, name: Plan, guides: [priority-area/streets, {{to: priority-area/water, {INFERRED}}}, theme/calm]}}
- {{id: ended, name: Ended, status: ended, guides: priority-area/woods}}
- {{id: over, name: Over, until: 2019, guides: [theme/old, priority-area/roads]}}
""",
    )
    assert found(engine, graph, "areas-without-strategy") == (
        1,
        7,
        [("woods", "gap"), ("parks", "unknown"), ("lanes", "unknown"), ("water", "inferred")],
    )
    wider = values(rows(engine, graph, "areas-without-strategy"), "theme_strategies")
    assert wider == [([],), (["Plan"],), (["Over (until 2019)"],), (["Plan"],)]


def test_a_measure_is_owned_by_whoever_a_source_names_and_not_by_a_partner(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: lead, title: Lead}\n",
        measures=f"""\
- {{id: owned, name: A, owner: post/lead, target: '5', baseline: '4'}}
- {{id: partnered, name: B, involves: post/lead, target: '5'}}
- {{id: inferred, name: C, owner: {{to: post/lead, {INFERRED}}}, baseline: '4'}}
- {{id: told, name: D, classification: narrative, part_of: measure/owned}}
- {{id: rule, name: E, classification: rule}}
""",
    )
    assert found(engine, graph, "measures-without-owner") == (
        2,
        4,
        [("partnered", "gap"), ("told", "gap"), ("inferred", "inferred")],
    )
    assert found(engine, graph, "measures-without-target") == (2, 3, [("partnered", "gap"), ("inferred", "gap")])
    assert [row["missing"] for row in rows(engine, graph, "measures-without-target").rows] == ["baseline", "target"]


def test_a_key_issue_needs_an_area_an_action_and_evidence(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        priority_areas=f"""\
- {{id: streets, name: Streets, addresses: issue/whole}}
- {{id: homes, name: Homes, addresses: [{{to: issue/guessed, {INFERRED}}}, issue/no-action]}}
""",
        actions="""\
- {id: a, name: A, priority_area: priority-area/streets}
- {id: b, name: B, addresses: issue/by-action}
- {id: c, name: C, addresses: issue/no-action, status: stopped}
""",
        strategies="- {id: assessment, name: Assessment}\n",
        issues=f"""\
- {{id: whole, name: A, evidenced_by: strategy/assessment}}
- {{id: guessed, name: B, evidenced_by: {{to: strategy/assessment, {INFERRED}}}}}
- {{id: no-action, name: C, findings: [{{id: f, name: F, evidenced_by: strategy/assessment, sources: {{page: 1}}}}]}}
- {{id: by-action, name: D}}
- {{id: context, name: E, classification: context}}
""",
    )
    assert found(engine, graph, "issues-without-area") == (1, 4, [("by-action", "gap"), ("guessed", "inferred")])
    assert found(engine, graph, "issues-without-action") == (2, 4, [("guessed", "gap"), ("no-action", "gap")])
    assert found(engine, graph, "issues-without-evidence") == (1, 4, [("by-action", "gap"), ("guessed", "inferred")])


def region(tmp_path: Path) -> None:
    write_register(
        tmp_path / "region",
        regional_priorities=with_sources("""\
- id: safe
  name: Safe
  commitments: [{id: knives, name: Knives, sources: {page: 1}}, {id: roads, name: Roads, sources: {page: 1}}]
  sources: {page: 1}
- id: strong
  name: Strong
  commitments: [{id: parks, name: Parks, sources: {page: 1}}, {id: clubs, name: Clubs, sources: {page: 1}}]
  sources: {page: 1}
- {id: kind, name: Kind}
"""),
    )


def test_the_region_is_compared_with_each_plan_that_uses_it(tmp_path: Path, engine: Engines) -> None:
    region(tmp_path)
    graph = plan(
        tmp_path,
        "uses: [region]\n",
        themes=f"""\
- {{id: mapped, name: A, maps_to: region:regional-priority/safe}}
- {{id: through-its-area, name: B}}
- {{id: guessed, name: C, maps_to: {{to: region:regional-priority/strong, {INFERRED}}}}}
- {{id: unmapped, name: D}}
""",
        priority_areas="""\
- {id: x, name: X, theme: theme/through-its-area, maps_to: region:regional-priority/safe}
- {id: y, name: Y, theme: theme/unmapped, addresses: region:commitment/knives}
""",
        actions=f"- {{id: z, name: Z, addresses: {{to: region:commitment/roads, {INFERRED}}}}}\n",
        strategies="- {id: s, name: S, level: national, addresses: region:commitment/parks}\n",
    )
    assert found(engine, graph, "themes-without-priority") == (1, 4, [("unmapped", "gap"), ("guessed", "inferred")])
    assert rows(engine, graph, "themes-without-priority").rows[0]["addresses"] == ["Safe"]
    assert found(engine, graph, "priorities-without-theme") == (1, 3, [("kind", "gap"), ("strong", "inferred")])
    assert found(engine, graph, "commitments-not-addressed") == (
        2,
        4,
        [("parks", "gap"), ("clubs", "gap"), ("roads", "inferred")],
    )


def test_one_plan_never_closes_the_gap_of_another(tmp_path: Path, engine: Engines) -> None:
    region(tmp_path)
    themes = with_sources("- {id: t, name: T, maps_to: region:regional-priority/safe}\n")
    write_register(tmp_path / "one", "uses: [region]\n", themes=themes)
    gap = "- {check: priorities-without-theme, thing: region:regional-priority/kind, reason: Later., until: 2020}\n"
    other = "- {id: t, name: T, maps_to: region:regional-priority/strong}\n"
    write_register(tmp_path / "two", "uses: [region]\n", themes=with_sources(other), accepted_gaps=gap)
    graph = load_graph([tmp_path / "one", tmp_path / "two"])
    table = rows(engine, graph, "priorities-without-theme")
    assert [(row["plan"], row["priority"], row["state"]) for row in table.rows] == [
        ("The Plan of one", "Strong", "gap"),
        ("The Plan of one", "Kind", "gap"),
        ("The Plan of two", "Safe", "gap"),
        ("The Plan of two", "Kind", "accepted"),
    ]
    assert counts(engine, graph, "priorities-without-theme")["of"] == 6


def test_without_a_region_nothing_is_unmapped(tmp_path: Path, engine: Engines) -> None:
    graph = plan(tmp_path, themes="- {id: t, name: T}\n")
    for check in ("themes-without-priority", "priorities-without-theme", "commitments-not-addressed"):
        assert found(engine, graph, check) == (0, 0, [])


def test_strategies_are_compared_with_the_period_of_the_plan(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        strategies=f"""\
- {{id: before, name: A, until: 2019}}
- {{id: before-but-replaced, name: B, until: 2019}}
- {{id: before-and-perhaps-replaced, name: C, until: 2018/19}}
- {{id: before-and-known, name: D, until: 2019, status: ended}}
- {{id: during, name: E, until: 2020/21}}
- {{id: with-the-plan, name: F, until: 2022}}
- id: later
  name: G
  since: 2020
  until: 2025
  aligns_with:
    - {{to: strategy/before-but-replaced, relation: replaces}}
    - {{to: strategy/before-and-perhaps-replaced, relation: replaces, {INFERRED}}}
    - {{to: strategy/before, relation: based on}}
  sources: {{page: 1}}
- {{id: undated, name: H, classification: plan, level: local}}
- {{id: undated-plan, name: I, classification: action plan}}
- {{id: undated-service, name: J, classification: service}}
- {{id: undated-and-proposed, name: K, status: proposed}}
- {{id: only-begun, name: L, since: 2018}}
- {{id: old-plan, name: M, until: 2019}}
- {{id: of-a-year, name: N, since: 2020, until: 2020, part_of: strategy/with-the-plan}}
""",
    )
    assert found(engine, graph, "strategies-ended-before-plan") == (
        1,
        3,
        [("before", "gap"), ("before-and-perhaps-replaced", "inferred")],
    )
    assert rows(engine, graph, "strategies-ended-before-plan").rows[0]["used_by"] == ["G"]
    assert found(engine, graph, "strategies-ending-during-plan") == (1, 8, [("during", "gap")])
    assert found(engine, graph, "strategies-undated").states == [("undated", "gap"), ("undated-plan", "unknown")]


def test_an_issuer_does_not_own_a_strategy(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        organisations="- {id: o, name: Council}\n",
        strategies=f"""\
- {{id: owned, name: A, classification: plan, owner: organisation/o}}
- {{id: issued, name: B, classification: plan, level: local, owner: {{to: organisation/o, capacity: issuer}}}}
- {{id: inferred, name: C, classification: plan, owner: {{to: organisation/o, {INFERRED}}}}}
- {{id: national, name: D, classification: plan, level: national}}
- {{id: statute, name: E, classification: statute}}
- {{id: ended, name: F, classification: plan, status: ended}}
- {{id: over, name: G, classification: plan, until: 2019}}
- {{id: nobody, name: H, level: local, classification: strategy}}
- {{id: whose, name: I, classification: strategy}}
- {{id: regional, name: J, level: regional, classification: strategy}}
""",
    )
    assert found(engine, graph, "strategies-without-owner") == (
        2,
        5,
        [("issued", "gap"), ("nobody", "gap"), ("whose", "unknown"), ("inferred", "inferred")],
    )
    assert rows(engine, graph, "strategies-without-owner").rows[0]["issuer"] == ["Council"]


def test_a_proposed_strategy_needs_a_date_and_a_parent(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="- {id: b, name: Board}\n",
        strategies=f"""\
- {{id: whole, name: Whole}}
- {{id: neither, name: A, {PROPOSED}}}
- {{id: dated, name: B, classification: framework, status: being developed}}
- {{id: beneath, name: C, {PROPOSED}, aligns_with: {{to: strategy/whole, relation: beneath}}}}
- {{id: in-line, name: D, {PROPOSED}, since: 2020, aligns_with: {{to: strategy/whole, relation: in line with}}}}
- {{id: owned, name: E, {PROPOSED}, since: 2020, owner: body/b}}
- {{id: model, name: G, classification: model, status: proposed}}
- {{id: inferred, name: F, {PROPOSED}, since: 2020, part_of: {{to: strategy/whole, {INFERRED}}}}}
""",
        actions="- {id: a, name: Write, due: 2021, changes: {to: strategy/dated, how: develop}}\n",
    )
    table = rows(engine, graph, "strategies-only-proposed")
    assert [(row["strategy"], row["missing"], row["state"]) for row in table.rows] == [
        ("A", ["date", "parent"], "gap"),
        ("B", ["parent"], "gap"),
        ("C", ["date"], "gap"),
        ("D", ["parent"], "gap"),
        ("F", [], "inferred"),
    ]
    assert found(engine, graph, "strategies-only-proposed")[:2] == (4, 6)


def test_an_area_answers_an_issue_where_a_plan_names_any(tmp_path: Path, engine: Engines) -> None:
    areas = f"""\
- {{id: streets, name: Streets, addresses: issue/noise}}
- {{id: homes, name: Homes, addresses: {{to: issue/noise, {INFERRED}}}}}
- {{id: parks, name: Parks}}
"""
    graph = plan(tmp_path, priority_areas=areas, issues="- {id: noise, name: Noise}\n")
    assert found(engine, graph, "areas-without-issue") == (1, 3, [("parks", "gap"), ("homes", "inferred")])
    graph = plan(tmp_path / "quiet", priority_areas="- {id: parks, name: Parks}\n")
    assert found(engine, graph, "areas-without-issue") == (0, 0, [])


def test_an_area_may_be_measured_in_words_alone_or_rest_on_one_action(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        **AREAS,
        measures=f"""\
- {{id: a, name: A, measures: priority-area/streets}}
- {{id: b, name: B, classification: narrative, measures: [priority-area/streets, priority-area/homes]}}
- {{id: c, name: C, classification: rule, measures: priority-area/parks}}
- {{id: d, name: D, measures: {{to: priority-area/water, {INFERRED}}}}}
""",
        actions=f"""\
- {{id: x, name: X, priority_area: priority-area/streets}}
- {{id: y, name: Y, priority_area: [priority-area/streets, priority-area/homes, priority-area/water]}}
- {{id: z, name: Z, priority_area: {{to: priority-area/water, {INFERRED}}}}}
- {{id: s, name: S, priority_area: priority-area/homes, status: stopped}}
""",
    )
    assert found(engine, graph, "areas-measured-only-in-words") == (1, 3, [("homes", "gap"), ("water", "inferred")])
    assert found(engine, graph, "areas-with-one-action") == (1, 3, [("homes", "gap"), ("water", "inferred")])


def test_a_partner_is_named_by_the_action_or_perhaps_by_what_it_carries_out(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        organisations="- {id: one, name: One}\n- {id: two, name: Two}\n"
        "- {id: schools, name: Schools, collective: true}\n",
        strategies="- {id: joint, name: Joint, involves: organisation/one, delivered_by: organisation/two}\n"
        "- {id: alone, name: Alone}\n",
        actions=f"""\
- {{id: partnered, name: A, involves: organisation/schools}}
- {{id: jointly, name: B, owner: [organisation/one, organisation/two]}}
- {{id: owned, name: C, owner: organisation/one, implements: strategy/alone}}
- {{id: reports, name: D, involves: {{to: organisation/one, capacity: receives reports}}}}
- {{id: through, name: E, implements: strategy/joint}}
- {{id: guessed, name: F, involves: {{to: organisation/one, {INFERRED}}}}}
- {{id: stopped, name: G, status: stopped}}
""",
    )
    assert found(engine, graph, "actions-without-partner") == (
        2,
        6,
        [("owned", "gap"), ("reports", "gap"), ("through", "inferred"), ("guessed", "inferred")],
    )
    assert values(rows(engine, graph, "actions-without-partner"), "owner", "through") == [
        (["One"], []),
        ([], []),
        ([], ["One", "Two"]),
        ([], []),
    ]


def test_an_action_that_only_considers_carries_nothing_out(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        strategies="- {id: s, name: S}\n- {id: t, name: T}\n",
        actions="""\
- {id: considers, name: A, changes: {to: strategy/s, how: consider}}
- {id: and-develops, name: B, changes: [{to: strategy/s, how: consider}, {to: strategy/t, how: develop}]}
- {id: and-carries-out, name: C, changes: {to: strategy/s, how: consider}, implements: strategy/t}
- {id: looks, name: D, only_considers: true}
- {id: acts, name: E}
""",
    )
    assert found(engine, graph, "actions-that-only-consider") == (2, 5, [("considers", "gap"), ("looks", "gap")])


def test_a_strategy_that_an_action_carries_out_is_in_its_themes_list(tmp_path: Path, engine: Engines) -> None:
    names = ("listed", "of-the-area", "missing", "whose", "guessed", "service", "regional", "unlisted")
    graph = plan(
        tmp_path,
        themes="- {id: calm, name: Calm}\n- {id: bare, name: Bare}\n",
        priority_areas="- {id: streets, name: Streets, theme: theme/calm}\n- {id: b, name: B, theme: theme/bare}\n",
        strategies=f"""\
- {{id: listed, name: A, classification: plan, level: local, guides: theme/calm}}
- {{id: of-the-area, name: B, classification: plan, level: local, guides: priority-area/streets}}
- {{id: missing, name: C, classification: plan, level: local}}
- {{id: whose, name: D, classification: plan}}
- {{id: guessed, name: E, classification: plan, level: local, guides: {{to: theme/calm, {INFERRED}}}}}
- {{id: service, name: F, classification: service, level: local}}
- {{id: regional, name: G, classification: plan, level: regional}}
- {{id: unlisted, name: H, classification: plan, level: local}}
""",
        actions="".join(
            f"- {{id: {name}, name: Do {name}, implements: strategy/{name}, "
            f"priority_area: priority-area/{'b' if name == 'unlisted' else 'streets'}}}\n"
            for name in names
        ),
    )
    assert found(engine, graph, "strategies-missing-from-theme-list") == (
        1,
        5,
        [("missing", "gap"), ("whose", "unknown"), ("guessed", "inferred")],
    )
    assert values(rows(engine, graph, "strategies-missing-from-theme-list"), "actions", "theme")[0] == (
        ["Do missing"],
        ["Calm"],
    )


def test_a_measure_stands_under_the_area_that_acts_on_what_it_counts(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        **AREAS,
        bodies="- {id: court, name: Court}\n- {id: panel, name: Panel}\n",
        actions="- {id: a, name: A, priority_area: priority-area/homes, concerns: body/court}\n",
        measures="""\
- {id: right, name: Right, measures: priority-area/homes, concerns: body/court}
- {id: wrong, name: Wrong, measures: priority-area/streets, concerns: body/court}
- {id: nobody-acts, name: Other, measures: priority-area/streets, concerns: body/panel}
- {id: of-a-theme, name: Theme, measures: theme/calm, concerns: body/court}
""",
    )
    assert found(engine, graph, "measures-under-another-area") == (1, 2, [("wrong", "gap")])
    table = rows(engine, graph, "measures-under-another-area")
    assert values(table, "area", "counts", "acted_on_in", "basis") == [(["Streets"], ["Court"], ["Homes"], "stated")]


def test_a_dated_strategy_says_until_when_and_a_fund_whose_it_is(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        organisations="- {id: o, name: Council}\n",
        strategies=f"""\
- {{id: whole, name: A, classification: plan, level: local, since: 2019, until: 2022}}
- {{id: open, name: B, classification: plan, level: local, since: 2019}}
- {{id: published, name: C, classification: plan, date: 2018}}
- {{id: undated, name: D, classification: plan, level: local}}
- {{id: proposed, name: E, {PROPOSED}, level: local, since: 2020}}
- {{id: service, name: F, classification: service, level: local, since: 2019}}
- {{id: owned, name: G, classification: fund, level: local, owner: organisation/o}}
- {{id: issued, name: H, classification: fund, owner: {{to: organisation/o, capacity: issuer}}}}
- {{id: streams, name: I, classification: fund, collective: true}}
- {{id: guessed, name: J, classification: fund, owner: {{to: organisation/o, {INFERRED}}}}}
- {{id: of-the-nation, name: K, classification: fund, level: national}}
""",
    )
    assert found(engine, graph, "strategies-without-end") == (1, 3, [("open", "gap"), ("published", "unknown")])
    assert found(engine, graph, "money-without-owner") == (
        1,
        3,
        [("issued", "gap"), ("guessed", "inferred")],
    )
