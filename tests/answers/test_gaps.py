"""Every check on a small register that breaks its rule in each way, and keeps it in each way that looks alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ssp_graph.answers import gaps
from ssp_graph.answers.questions import library
from ssp_graph.errors import UsageError
from ssp_graph.graph import Graph, load_graph
from tests.answers.asking import DAY, Engines, counts, found, rows
from tests.making import REGISTERS, graph_of, write_register

INFERRED = "basis: inferred, reason: It is so elsewhere."


def plan(tmp_path: Path, about: str = "", **files: str) -> Graph:
    """Return a register whose plan runs from 2020 to 2022, each record on page 1 unless it says otherwise."""
    lines = f"since: 2020\nuntil: 2022\n{about}"
    return graph_of(tmp_path / "town", lines, **{name: with_sources(text) for name, text in files.items()})


def with_sources(text: str) -> str:
    """Return records with a source for each that is written on one line."""
    return re.sub(r"^(- \{.*)\}$", r"\1, sources: {page: 1}}", text, flags=re.MULTILINE)


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
- {{id: board, name: Board, part_of: body/csp, members: [organisation/member, post/officer, {{to: organisation/guessed, {INFERRED}}}]}}
- {{id: group, name: Group, reports_to: body/board}}
- {{id: sub, name: Sub, part_of: body/group}}
- {{id: far, name: Far, reports_to: body/sub}}
- {{id: farther, name: Farther, reports_to: body/far}}
- {{id: helper, name: Helper, supports: body/board}}
- {{id: former, name: Former, reports_to: {{to: body/board, until: 2019}}}}
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
    ],
    "off": [("organisation", "supporter"), ("body", "farther"), ("body", "helper"), ("body", "former")],
    "guessed": [("organisation", "guessed")],
}


def test_a_partner_is_on_the_board_by_a_line_of_three_steps_at_most(tmp_path: Path, engine: Engines) -> None:
    actions = "".join(map(linked_to, PARTNERS)) + "- {id: alone, name: A}\n"
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


def test_an_objective_is_not_measured_by_the_measure_of_its_area(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        priority_areas="- {id: homes, name: Homes, objectives: "
        "[{id: warm, name: Warm, sources: {page: 1}}, {id: dry, name: Dry, sources: {page: 1}}]}\n",
        measures=f"- {{id: a, name: A, measures: [priority-area/homes, {{to: objective/dry, {INFERRED}}}]}}\n",
    )
    assert found(engine, graph, "objectives-without-measure") == (1, 2, [("warm", "gap"), ("dry", "inferred")])
    assert rows(engine, graph, "objectives-without-measure").rows[0]["area_measures"] == 1


def test_a_strategy_stands_behind_an_area_itself_or_through_an_action(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        themes="- {id: calm, name: Calm}\n- {id: other, name: Other}\n",
        priority_areas=AREAS["priority_areas"] + "- {id: woods, name: Woods, theme: theme/other}\n",
        actions="- {id: a, name: A, priority_area: priority-area/homes, implements: strategy/plan}\n",
        strategies=f"""\
- {{id: plan, name: Plan, guides: [priority-area/streets, {{to: priority-area/water, {INFERRED}}}, theme/calm]}}
- {{id: ended, name: Ended, status: ended, guides: priority-area/woods}}
""",
    )
    assert found(engine, graph, "areas-without-strategy") == (
        1,
        5,
        [("woods", "gap"), ("parks", "unknown"), ("water", "inferred")],
    )


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


def test_a_deputy_or_acting_lead_is_not_the_lead_of_a_theme(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: lead, title: Lead}\n",
        bodies="- {id: hub, name: Hub, status: proposed}\n",
        themes=f"""\
- {{id: led, name: A, led_by: post/lead}}
- {{id: jointly, name: B, led_by: {{to: post/lead, capacity: joint}}}}
- {{id: deputy, name: C, led_by: {{to: post/lead, capacity: deputy}}}}
- {{id: acting, name: D, led_by: {{to: post/lead, capacity: acting}}}}
- {{id: proposed, name: E, led_by: body/hub}}
- {{id: inferred, name: F, led_by: {{to: post/lead, {INFERRED}}}}}
""",
    )
    assert found(engine, graph, "themes-without-lead") == (
        3,
        6,
        [("deputy", "gap"), ("acting", "gap"), ("proposed", "gap"), ("inferred", "inferred")],
    )


def test_a_theme_is_delivered_by_a_named_body_that_does_more_than_help(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="- {id: group, name: Group}\n- {id: groups, name: Groups, collective: true}\n"
        "- {id: hub, name: Hub, status: proposed}\n",
        themes=f"""\
- {{id: delivered, name: A, delivered_by: body/group}}
- {{id: helped, name: B, delivered_by: {{to: body/group, capacity: with}}}}
- {{id: by-groups, name: C, delivered_by: body/groups}}
- {{id: by-a-proposed-body, name: D, delivered_by: body/hub}}
- {{id: inferred, name: E, delivered_by: {{to: body/group, {INFERRED}}}}}
- {{id: by-its-areas, name: F}}
- {{id: by-one-of-its-areas, name: G}}
""",
        priority_areas="""\
- {id: one, name: One, theme: theme/by-its-areas, delivered_by: body/group}
- {id: two, name: Two, theme: theme/by-one-of-its-areas, delivered_by: body/group}
- {id: three, name: Three, theme: theme/by-one-of-its-areas}
""",
    )
    assert found(engine, graph, "themes-without-delivery-body") == (
        3,
        7,
        [
            ("helped", "gap"),
            ("by-a-proposed-body", "gap"),
            ("by-one-of-its-areas", "gap"),
            ("by-groups", "unknown"),
            ("inferred", "inferred"),
        ],
    )


def test_shared_delivery_needs_one_body_that_answers(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="- {id: a, name: A}\n- {id: b, name: B}\n",
        themes="""\
- {id: one, name: One, delivered_by: body/a}
- {id: one-with-help, name: Two, delivered_by: [body/a, {to: body/b, capacity: with}]}
- {id: two, name: Three, delivered_by: [body/a, body/b]}
- {id: one-sole, name: Four, delivered_by: [{to: body/a, capacity: sole}, body/b]}
- {id: in-turn, name: Five, delivered_by: [{to: body/a, until: 2019}, body/b]}
- {id: nobody, name: Six}
""",
        strategies="- {id: shared, name: Seven, delivered_by: {to: body/a, capacity: shared}}\n",
    )
    assert found(engine, graph, "shared-delivery") == (2, 6, [("shared", "gap"), ("two", "gap")])


def test_a_delivery_body_needs_a_line_that_carries_what_it_delivers(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies=f"""\
- {{id: board, name: Board}}
- {{id: reports, name: A, reports_to: body/board}}
- {{id: part, name: B, part_of: body/board}}
- {{id: on-it, name: C, reports_to: {{to: body/board, on: theme/calm}}}}
- {{id: on-its-theme, name: D, reports_to: {{to: body/board, on: theme/calm}}}}
- {{id: on-another, name: E, reports_to: {{to: body/board, on: [theme/loud, grants]}}}}
- {{id: supports, name: F, supports: body/board}}
- {{id: inferred, name: G, reports_to: {{to: body/board, {INFERRED}}}}}
- {{id: hub, name: H, status: proposed}}
- {{id: groups, name: I, collective: true}}
""",
        themes="""\
- id: calm
  name: Calm
  delivered_by: [body/reports, body/part, body/on-it, body/on-another, body/supports, body/inferred, body/hub, body/groups]
  sources: {page: 1}
- {id: loud, name: Loud}
""",
        priority_areas="- {id: quiet, name: Quiet, theme: theme/calm, delivered_by: body/on-its-theme}\n",
    )
    assert found(engine, graph, "delivery-bodies-without-line-up") == (
        2,
        7,
        [("on-another", "gap"), ("supports", "gap"), ("inferred", "inferred")],
    )
    assert rows(engine, graph, "delivery-bodies-without-line-up").rows[0]["above"] == ["Board"]


def test_a_post_that_leads_two_themes_is_found(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: busy, title: Busy}\n- {id: calm, title: Calm}\n- {id: guessed, title: Guessed}\n",
        themes=f"""\
- {{id: a, name: A, led_by: [post/busy, post/calm]}}
- {{id: b, name: B, led_by: [post/busy, {{to: post/calm, capacity: deputy}}, post/guessed]}}
- {{id: c, name: C, led_by: [{{to: post/guessed, {INFERRED}}}, {{to: post/calm, until: 2019}}]}}
""",
    )
    assert found(engine, graph, "posts-leading-several-themes") == (1, 3, [("busy", "gap"), ("guessed", "inferred")])


def test_a_post_oversees_itself_in_each_of_the_ways_there_are(tmp_path: Path, engine: Engines) -> None:
    names = ("itself", "whole", "chairs", "by-body", "by-scrutiny", "behalf", "part", "vice", "clear", "guessed")
    graph = plan(
        tmp_path,
        posts="".join(f"- {{id: {name}, title: {name}}}\n" for name in names),
        strategies="- {id: plan, name: Plan, overseen_by: post/whole}\n",
        bodies=f"""\
- {{id: overseers, name: Overseers, chairs: [post/by-body, {{to: post/vice, capacity: vice}}]}}
- {{id: scrutiny, name: Scrutiny, chairs: post/by-scrutiny, scrutinises: theme/calm}}
- {{id: board, name: Board, chairs: [post/behalf, {{to: post/guessed, {INFERRED}}}]}}
- {{id: group, name: Group, chairs: post/chairs, led_by: post/chairs}}
- {{id: sub, name: Sub, part_of: body/big, led_by: post/part}}
- {{id: big, name: Big, chairs: post/part}}
""",
        themes="""\
- id: calm
  name: Calm
  part_of: strategy/plan
  led_by: [post/by-body, post/by-scrutiny, post/vice, post/clear]
  overseen_by: body/overseers
  sources: {page: 1}
""",
        priority_areas="""\
- id: streets
  name: Streets
  theme: theme/calm
  led_by: [post/whole, {to: post/behalf, on_behalf_of: body/board}, {to: post/guessed, on_behalf_of: body/board}]
  sources: {page: 1}
""",
        duties="- {id: report, name: Report, led_by: post/itself, overseen_by: post/itself}\n",
    )
    table = rows(engine, graph, "posts-that-oversee-themselves")
    assert [(row["post"], row["thing"], row["how"], row["state"]) for row in table.rows] == [
        ("itself", "Report", ["oversees it"], "gap"),
        ("whole", "Streets", ["oversees Plan"], "gap"),
        ("chairs", "Group", ["chairs it"], "gap"),
        ("by-body", "Calm", ["chairs Overseers, which oversees it"], "gap"),
        ("by-scrutiny", "Calm", ["chairs Scrutiny, which scrutinises it"], "gap"),
        ("behalf", "Streets", ["chairs Board, on whose behalf it leads"], "gap"),
        ("part", "Sub", ["chairs Big, which it is part of"], "gap"),
        ("guessed", "Streets", ["chairs Board, on whose behalf it leads"], "inferred"),
    ]
    assert found(engine, graph, "posts-that-oversee-themselves")[:2] == (7, 10)


def test_reporting_loops_of_two_to_six_lines_are_found_on_the_day_they_hold(tmp_path: Path, engine: Engines) -> None:
    ring = "".join(f"- {{id: r{n}, name: R{n}, reports_to: body/r{n % 6 + 1}}}\n" for n in range(1, 7))
    graph = plan(
        tmp_path,
        bodies=f"""\
- {{id: a, name: A, reports_to: [body/b, body/top]}}
- {{id: b, name: B, reports_to: body/a}}
- {{id: c, name: C, reports_to: {{to: body/d, since: 2021}}}}
- {{id: d, name: D, reports_to: post/chief}}
- {{id: below, name: Below, reports_to: body/a}}
- {{id: top, name: Top}}
{ring}""",
        posts="- {id: chief, title: Chief, reports_to: body/c}\n",
    )
    two = [("a", "gap"), ("b", "gap")]
    six = [(f"r{n}", "gap") for n in range(1, 7)]
    assert found(engine, graph, "reporting-loops") == (8, 11, [*two, *six])
    three = [("c", "gap"), ("d", "gap")]
    assert found(engine, graph, "reporting-loops", "2021-06-30") == (11, 12, [*two, *three, *six, ("chief", "gap")])
    steps = {row["name"]: (row["next"], row["steps"]) for row in rows(engine, graph, "reporting-loops").rows}
    assert (steps["A"], steps["R6"]) == ((["B"], 2), (["R1"], 6))


def test_a_body_answers_upwards_by_reporting_or_being_part_and_not_by_support(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        organisations="- {id: council, name: Council}\n",
        bodies=f"""\
- {{id: top, name: A}}
- {{id: reports, name: B, reports_to: body/top}}
- {{id: on-one-thing, name: C, reports_to: {{to: body/top, on: grants}}}}
- {{id: part, name: D, part_of: organisation/council}}
- {{id: supports, name: E, supports: body/top}}
- {{id: works, name: F, works_with: body/top}}
- {{id: no-longer, name: G, reports_to: {{to: body/top, until: 2019}}}}
- {{id: inferred, name: H, part_of: {{to: body/top, {INFERRED}}}}}
- {{id: proposed, name: I, status: proposed}}
- {{id: past, name: J, status: past}}
- {{id: groups, name: K, collective: true}}
""",
    )
    assert found(engine, graph, "bodies-that-report-to-nothing") == (
        4,
        8,
        [("top", "gap"), ("supports", "gap"), ("works", "gap"), ("no-longer", "gap"), ("inferred", "inferred")],
    )
    first = rows(engine, graph, "bodies-that-report-to-nothing").rows[0]
    assert first["reports_received"] == ["B", "C"]


def test_a_body_is_explained_by_a_remit_or_by_any_line_and_not_by_being_named(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="""\
- {id: named, name: A}
- {id: changed, name: B, status: proposed}
- {id: column, name: C}
- {id: remit, name: D, remit: Something}
- {id: line, name: E, supports: body/remit}
- {id: chaired, name: F, chairs: post/chair}
- {id: once, name: G, members: {to: post/chair, until: 2019}}
- {id: past, name: H, status: past}
- {id: groups, name: I, collective: true}
""",
        posts="- {id: chair, title: Chair}\n",
        actions="- {id: a, name: Act, involves: body/named, changes: {to: body/changed, how: establish}}\n",
        matrices="- {id: m, title: M, columns: body/column}\n",
    )
    assert found(engine, graph, "bodies-never-explained") == (
        4,
        7,
        [("named", "gap"), ("changed", "gap"), ("column", "gap"), ("once", "gap")],
    )
    assert [row["named_by"] for row in rows(engine, graph, "bodies-never-explained").rows[:2]] == [["Act"], ["Act"]]


def test_a_proposed_body_needs_a_date_and_a_parent(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies=f"""\
- {{id: board, name: Board}}
- {{id: neither, name: A, status: proposed}}
- {{id: dated, name: B, status: proposed}}
- {{id: placed, name: C, status: proposed, part_of: body/board}}
- {{id: both, name: D, status: proposed, until: 2022, reports_to: body/board}}
- {{id: guessed, name: E, status: proposed, until: 2022, part_of: {{to: body/board, {INFERRED}}}}}
""",
        actions="""\
- {id: a, name: Start, due: 2021, changes: {to: body/dated, how: establish}}
- {id: b, name: Look, due: 2021, changes: {to: body/neither, how: review}}
""",
    )
    table = rows(engine, graph, "bodies-only-proposed")
    assert [(row["body"], row["missing"], row["state"]) for row in table.rows] == [
        ("A", ["date", "parent"], "gap"),
        ("B", ["parent"], "gap"),
        ("C", ["date"], "gap"),
        ("E", [], "inferred"),
    ]
    assert found(engine, graph, "bodies-only-proposed")[:2] == (3, 5)


def test_a_deputy_an_acting_chair_or_a_leader_is_no_chair(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Officer}\n",
        people="- {id: x, name: Ann}\n",
        bodies=f"""\
- {{id: chaired, name: A, chairs: post/p}}
- {{id: by-a-person, name: B, chairs: {{to: person/x, capacity: joint}}}}
- {{id: deputy, name: C, chairs: {{to: person/x, capacity: deputy}}}}
- {{id: acting, name: D, chairs: {{to: post/p, capacity: acting}}}}
- {{id: vice, name: E, chairs: {{to: post/p, capacity: vice}}}}
- {{id: led, name: F, led_by: post/p}}
- {{id: inferred, name: G, chairs: {{to: post/p, {INFERRED}}}}}
- {{id: former, name: H, chairs: {{to: post/p, until: 2020-06-29}}}}
- {{id: team, name: I, classification: Youth Team}}
- {{id: court, name: J, classification: court}}
- {{id: proposed, name: K, status: proposed}}
- {{id: groups, name: L, collective: true}}
""",
    )
    assert found(engine, graph, "bodies-without-chair") == (
        5,
        8,
        [
            ("deputy", "gap"),
            ("acting", "gap"),
            ("vice", "gap"),
            ("led", "gap"),
            ("former", "gap"),
            ("inferred", "inferred"),
        ],
    )
    others = {row["body"]: row["other"] for row in rows(engine, graph, "bodies-without-chair").rows}
    assert (others["C"], others["D"], others["F"]) == (
        ["Ann (deputy chair)"],
        ["Officer (acting chair)"],
        ["Officer (leads it)"],
    )


def test_scrutiny_of_the_whole_leaves_open_whether_a_part_is_scrutinised(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies=f"""\
- {{id: committee, name: A, scrutinises: [body/seen, {{to: body/guessed, {INFERRED}}}]}}
- {{id: seen, name: B, statutory: true}}
- {{id: part, name: C, statutory: true, part_of: body/seen}}
- {{id: unseen, name: D, statutory: true}}
- {{id: guessed, name: E, statutory: true}}
- {{id: other, name: F, statutory: false}}
- {{id: unsaid, name: G}}
""",
    )
    assert found(engine, graph, "bodies-without-scrutiny") == (
        1,
        4,
        [("unseen", "gap"), ("part", "unknown"), ("guessed", "inferred")],
    )


def test_what_posts_and_parts_of_a_responsible_authority_do_is_its_own(tmp_path: Path, engine: Engines) -> None:
    names = ("whole", "through-posts", "through-parts", "seat-only", "nothing", "guessed")
    graph = plan(
        tmp_path,
        organisations="".join(f"- {{id: {name}, name: {name}, responsible_authority_of: body/csp}}\n" for name in names)
        + "- {id: part, name: Part, part_of: organisation/through-parts}\n- {id: outsider, name: Outsider}\n",
        posts="- {id: a, title: A, in: organisation/through-posts}\n- {id: b, title: B, in: organisation/part}\n",
        bodies=f"""\
- {{id: csp, name: CSP, members: [organisation/whole, organisation/seat-only, {{to: organisation/guessed, {INFERRED}}}]}}
- {{id: board, name: Board, part_of: body/csp, chairs: post/a, members: post/b}}
""",
        themes="- {id: t, name: T, led_by: [organisation/whole, post/a, post/b, organisation/guessed]}\n",
        actions="- {id: x, name: X, owner: [organisation/whole, post/a, post/b, organisation/guessed]}\n",
    )
    assert found(engine, graph, "authorities-without-seat") == (1, 6, [("nothing", "gap"), ("guessed", "inferred")])
    table = rows(engine, graph, "authorities-without-part")
    assert [(row["authority"], row["missing"], row["state"]) for row in table.rows] == [
        ("seat-only", ["action", "lead"], "gap"),
        ("nothing", ["action", "lead", "seat"], "gap"),
        ("guessed", ["seat"], "inferred"),
    ]
    assert found(engine, graph, "authorities-without-part")[:2] == (2, 6)


def test_a_vacant_post_is_a_gap_and_one_of_which_nothing_is_said_is_unknown(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        people="- {id: x, name: Ann}\n",
        posts=f"""\
- {{id: held, title: A, holder: person/x}}
- {{id: held-by-somebody, title: B, holding: held}}
- {{id: vacant, title: C, holding: vacant}}
- {{id: vacant-again, title: D, holding: vacant, holder: {{to: person/x, until: 2020-06-29}}}}
- {{id: vacant-soon, title: E, holding: vacant, holder: {{to: person/x, until: 2020-06-30}}}}
- {{id: undisclosed, title: F, holding: not disclosed}}
- {{id: left, title: G, holder: {{to: person/x, until: 2019}}}}
- {{id: inferred, title: H, holder: {{to: person/x, {INFERRED}}}}}
- {{id: role, title: I, classification: role}}
""",
    )
    assert found(engine, graph, "posts-without-holder") == (
        2,
        8,
        [
            ("vacant", "gap"),
            ("vacant-again", "gap"),
            ("undisclosed", "unknown"),
            ("left", "unknown"),
            ("inferred", "inferred"),
        ],
    )
    assert ("vacant-soon", "gap") in found(engine, graph, "posts-without-holder", "2020-07-01").states


def test_other_titles_and_disagreements_are_told_with_the_sources_of_each(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head, also_titled: {title: Chief, sources: {page: 7}}}\n- {id: q, title: Clerk}\n",
        bodies="- {id: b, name: Board, also_titled: [{title: Panel, sources: {page: 8}}]}\n",
        discrepancies="""\
- id: d
  name: When it starts
  classification: date
  about: [body/b, post/p]
  wordings: [{sense: In May, sources: {page: 4}}, {sense: In June, sources: {page: 3}}]
  sources: {page: 2}
""",
    )
    (post,) = rows(engine, graph, "posts-with-several-titles").rows
    assert (post["post"], post["also_titled"], pages(post)) == ("Head", ["Chief"], [1, 7])
    assert found(engine, graph, "posts-with-several-titles")[:2] == (1, 2)
    (body,) = rows(engine, graph, "bodies-with-several-titles").rows
    assert (body["body"], body["also_titled"], pages(body)) == ("Board", ["Panel"], [1, 8])
    (said,) = rows(engine, graph, "discrepancies").rows
    assert (said["about"], said["wordings"], pages(said)) == (["Board", "Head"], ["In May", "In June"], [2, 4, 3])


def pages(row: object) -> list[int]:
    assert isinstance(row, dict)
    return [source["page"] for source in row["sources"]]


def test_a_duty_needs_a_bearer_and_a_recurring_one_a_frequency(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head}\n",
        duties=f"""\
- {{id: whole, name: A, borne_by: post/p, frequency: yearly}}
- {{id: nobody, name: B, frequency: yearly, led_by: post/p}}
- {{id: report, name: C, borne_by: post/p, classification: Annual report}}
- {{id: principle, name: D, borne_by: post/p, classification: principle}}
- {{id: unsorted, name: E, borne_by: post/p}}
- {{id: inferred, name: F, frequency: yearly, borne_by: {{to: post/p, {INFERRED}}}}}
""",
    )
    assert found(engine, graph, "duties-without-bearer") == (
        2,
        6,
        [
            ("nobody", "gap"),
            ("report", "gap"),
            ("principle", "unknown"),
            ("unsorted", "unknown"),
            ("inferred", "inferred"),
        ],
    )


def region(tmp_path: Path) -> None:
    write_register(
        tmp_path / "region",
        regional_priorities=with_sources("""\
- {id: safe, name: Safe, commitments: [{id: knives, name: Knives, sources: {page: 1}}, {id: roads, name: Roads, sources: {page: 1}}]}
- {id: strong, name: Strong, commitments: [{id: parks, name: Parks, sources: {page: 1}}, {id: clubs, name: Clubs, sources: {page: 1}}]}
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
- {{id: later, name: G, since: 2020, until: 2025, aligns_with: [{{to: strategy/before-but-replaced, relation: replaces}}, {{to: strategy/before-and-perhaps-replaced, relation: replaces, {INFERRED}}}, {{to: strategy/before, relation: based on}}]}}
- {{id: undated, name: H}}
- {{id: undated-plan, name: I, classification: Action Plan}}
- {{id: undated-service, name: J, classification: service}}
- {{id: undated-and-proposed, name: K, status: proposed}}
- {{id: only-begun, name: L, since: 2018}}
""",
    )
    assert found(engine, graph, "strategies-ended-before-plan") == (
        1,
        7,
        [("before", "gap"), ("before-and-perhaps-replaced", "inferred")],
    )
    assert rows(engine, graph, "strategies-ended-before-plan").rows[0]["used_by"] == ["G"]
    assert found(engine, graph, "strategies-ending-during-plan") == (1, 7, [("during", "gap")])
    assert found(engine, graph, "strategies-undated").states == [("undated", "gap"), ("undated-plan", "gap")]


def test_an_issuer_does_not_own_a_strategy(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        organisations="- {id: o, name: Council}\n",
        strategies=f"""\
- {{id: owned, name: A, owner: organisation/o}}
- {{id: issued, name: B, owner: {{to: organisation/o, capacity: issuer}}}}
- {{id: inferred, name: C, owner: {{to: organisation/o, {INFERRED}}}}}
- {{id: national, name: D, level: national}}
- {{id: statute, name: E, classification: statute}}
- {{id: ended, name: F, status: ended}}
- {{id: over, name: G, until: 2019}}
- {{id: nobody, name: H, level: regional, classification: strategy}}
""",
    )
    assert found(engine, graph, "strategies-without-owner") == (
        2,
        4,
        [("issued", "gap"), ("nobody", "gap"), ("inferred", "inferred")],
    )
    assert rows(engine, graph, "strategies-without-owner").rows[0]["issuer"] == ["Council"]


def test_a_proposed_strategy_needs_a_date_and_a_parent(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="- {id: b, name: Board}\n",
        strategies=f"""\
- {{id: whole, name: Whole}}
- {{id: neither, name: A, status: proposed}}
- {{id: dated, name: B, status: being developed}}
- {{id: beneath, name: C, status: proposed, aligns_with: {{to: strategy/whole, relation: beneath}}}}
- {{id: in-line, name: D, status: proposed, since: 2020, aligns_with: {{to: strategy/whole, relation: in line with}}}}
- {{id: owned, name: E, status: proposed, since: 2020, owner: body/b}}
- {{id: inferred, name: F, status: proposed, since: 2020, part_of: {{to: strategy/whole, {INFERRED}}}}}
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


def test_a_row_without_a_lead_is_a_gap_only_once_every_cell_is_recorded(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="- {id: a, name: A}\n- {id: b, name: B}\n",
        matrices="""\
- {id: m, title: First, rows: [safeguarding-theme/one, safeguarding-theme/none, safeguarding-theme/open, safeguarding-theme/two, safeguarding-theme/guessed], columns: [body/a, body/b]}
- {id: n, title: Second, rows: [safeguarding-theme/one], columns: [body/a]}
""",
        safeguarding_themes=f"""\
- {{id: one, name: One, lead: {{to: body/a, matrix: matrix/m}}, no_role: {{to: body/b, matrix: matrix/m}}, supporting: {{to: body/a, matrix: matrix/n}}}}
- {{id: none, name: None, supporting: body/a, no_role: body/b}}
- {{id: open, name: Open, supporting: body/a}}
- {{id: two, name: Two, lead: [body/a, body/b]}}
- {{id: guessed, name: Guessed, lead: {{to: body/a, {INFERRED}}}}}
""",
    )
    table = rows(engine, graph, "safeguarding-without-one-lead")
    assert [(row["matrix"], row["theme"], row["boards"], row["unrecorded"], row["state"]) for row in table.rows] == [
        ("First", "None", [], 0, "gap"),
        ("First", "Two", ["A", "B"], 0, "gap"),
        ("Second", "One", [], 0, "gap"),
        ("First", "Open", [], 1, "unknown"),
        ("First", "Guessed", ["A"], 1, "inferred"),
    ]
    assert found(engine, graph, "safeguarding-without-one-lead")[:2] == (3, 6)
    cells = rows(engine, graph, "matrix-cells-not-recorded")
    assert [(row["theme"], row["board"], row["matrix"], row["state"]) for row in cells.rows] == [
        ("Open", "B", "First", "unknown"),
        ("Guessed", "B", "First", "unknown"),
    ]
    assert counts(engine, graph, "matrix-cells-not-recorded")["of"] == 11


def test_inferred_things_and_relationships_are_told_with_their_reasons(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        themes="- {id: t, name: Theme}\n",
        priority_areas=f"- {{id: a, name: Area, theme: {{to: theme/t, {INFERRED}}}}}\n"
        "- {id: b, name: Other, basis: inferred, reason: It is a heading.}\n",
    )
    table = rows(engine, graph, "facts-inferred")
    assert [(row["name"], row["relationship"], row["other"], row["reason"]) for row in table.rows] == [
        ("Area", "is part of", "Theme", "It is so elsewhere."),
        ("Other", None, None, "It is a heading."),
    ]
    # the document, the theme, two areas, and one relationship
    assert found(engine, graph, "facts-inferred")[:2] == (0, 5)


ACCEPTED = """\
- {check: actions-without-owner, thing: action/one, reason: It is being settled., until: 2020-06-30}
- {check: actions-without-owner, thing: action/owned, reason: It was being settled., until: 2021}
- {check: actions-with-no-owner, thing: action/one, reason: It is being settled., until: 2020}
"""


def accepted(tmp_path: Path) -> Graph:
    return graph_of(
        tmp_path / "town",
        posts=with_sources("- {id: p, title: Head}\n"),
        actions=with_sources(
            "- {id: one, name: One}\n- {id: two, name: Two}\n- {id: owned, name: Three, owner: post/p}\n"
        ),
        accepted_gaps=ACCEPTED,
    )


def test_a_gap_is_accepted_until_its_last_day_and_counts_again_the_day_after(tmp_path: Path, engine: Engines) -> None:
    graph = accepted(tmp_path)
    file = (tmp_path / "town" / "accepted-gaps.yaml").as_posix()
    table = rows(engine, graph, "actions-without-owner", "2020-06-30")
    shown = [(row["action"], row["state"], row["accepted_reason"], row["accepted_until"]) for row in table.rows]
    assert shown == [("Two", "gap", None, None), ("One", "accepted", "It is being settled.", "2020-06-30")]
    assert table.heading.count == "1 of 3 actions; 1 accepted."
    assert gaps.unaccepted(table)
    assert f"{file}:2: Three has no such gap. Delete the entry once it is closed." in table.heading.notes
    after = rows(engine, graph, "actions-without-owner", "2020-07-01")
    assert [(row["action"], row["state"]) for row in after.rows] == [("One", "gap"), ("Two", "gap")]
    lapsed = f"{file}:1: the gap of One (actions-without-owner) was accepted until 30 June 2020 and counts again."
    assert lapsed in after.heading.notes


def test_an_acceptance_for_a_check_there_is_not_is_reported_with_its_line(tmp_path: Path, engine: Engines) -> None:
    graph = accepted(tmp_path)
    notes = gaps.summary(engine(graph), graph, library(), DAY).heading.notes
    file = (tmp_path / "town" / "accepted-gaps.yaml").as_posix()
    expected = (
        f"{file}:3: a gap is accepted for the check actions-with-no-owner, which there is not. "
        "Did you mean actions-without-owner?"
    )
    assert expected in notes


def test_a_summary_counts_every_check_of_how_many_and_says_whether_all_is_accepted(
    tmp_path: Path, engine: Engines
) -> None:
    graph = accepted(tmp_path)
    table = gaps.summary(engine(graph), graph, library(), DAY)
    by_check = {row["check"]: row for row in table.rows}
    assert by_check.keys() == library().checks.keys()
    row = by_check["actions-without-owner"]
    assert [row[name] for name in ("found", "of", "accepted", "inferred", "unknown")] == [1, 3, 1, 0, 0]
    assert by_check["reporting-loops"]["of"] == 0
    assert gaps.unaccepted(table)
    nothing = graph_of(tmp_path / "empty")
    assert not gaps.unaccepted(gaps.summary(engine(nothing), nothing, library(), DAY))


def test_no_check_finds_more_than_it_counts(engine: Engines) -> None:
    graph = load_graph([REGISTERS / "exampleton-2024-27", REGISTERS / "sampleford-2025-26"])
    table = gaps.summary(engine(graph), graph, library(), "2025-06-30")
    for row in table.rows:
        assert row["found"] + row["accepted"] + row["inferred"] + row["unknown"] <= row["of"], row["check"]
    assert not any("cannot be run" in note for note in table.heading.notes)


def test_a_check_is_named_in_full_or_by_the_beginning_of_one_name_only(tmp_path: Path, engine: Engines) -> None:
    graph = accepted(tmp_path)
    assert rows(engine, graph, "actions without ow").heading.title == "Actions nobody owns"
    with pytest.raises(
        UsageError, match=r"There is no check 'actions-without-onwer'. Did you mean actions-without-owner"
    ):
        rows(engine, graph, "actions-without-onwer")
    with pytest.raises(UsageError, match="There is no check 'actions-by-owner'"):
        rows(engine, graph, "actions-by-owner")
