"""Who answers for a thing, stated told apart from inherited."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ssp_graph.answers.names import of_that_name
from ssp_graph.answers.who import who
from ssp_graph.graph import Graph
from ssp_graph.plan import Plan
from ssp_graph.results import Table
from tests.making import graph_of

DAY = "2020-06-30"


def town(tmp_path: Path) -> Graph:
    return graph_of(
        tmp_path / "town",
        bodies="""
            - {id: board, name: Board, chairs: {to: post/chief, capacity: deputy}, sources: {page: 1}}
            - {id: group, name: Group, sources: {page: 1}}
        """,
        people="""
            - {id: ann, name: Ann Old, sources: {page: 2}}
            - {id: bob, name: Bob New, sources: {page: 2}}
        """,
        posts="""
            - id: chief
              title: Chief
              holder:
                - {to: person/ann, until: 2019-12}
                - {to: person/bob, since: 2020, stated_on: 2020-03, sources: {page: 9, anchor: Bob New}}
              sources: {page: 2}
            - {id: empty, title: Empty Post, holding: vacant, sources: {page: 3}}
        """,
        themes="""
            - id: safety
              name: Safety
              led_by: {to: post/chief, on_behalf_of: body/board}
              delivered_by: {to: body/group, capacity: sole, basis: inferred, reason: It stands beside it.}
              sources: {page: 4, anchor: leads on Safety}
        """,
        priority_areas="""
            - {id: knives, name: Knives, theme: theme/safety, sources: {page: 5}}
            - {id: parks, name: Parks, theme: theme/safety, led_by: post/empty, sources: {page: 6}}
        """,
        actions="""
            - {id: amnesty, name: Hold an amnesty, priority_area: priority-area/knives, sources: {page: 7}}
            - {id: sweep, name: Sweep parks, priority_area: priority-area/parks, owner: body/group, sources: {page: 8}}
        """,
        duties="- {id: report, name: Yearly report, borne_by: body/board, sources: {page: 10}}",
    )


def told(table: Table, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in table.rows]


def test_an_action_inherits_lead_and_delivery_from_its_theme_but_never_an_owner(tmp_path: Path) -> None:
    found = who(Plan(town(tmp_path), DAY), "town:action/amnesty")
    assert told(found, "role", "name", "how", "through") == [
        ("owner", None, "not recorded", None),
        ("lead", "Chief", "inherited", "town:theme/safety"),
        ("holder", "Bob New", "stated", None),
        ("delivers", "Group", "inherited", "town:theme/safety"),
    ]
    assert found.heading.answer == (
        "No owner is recorded for “Hold an amnesty”; it stands under the theme “Safety”, which is led by the Chief "
        "(Bob New, since 2020, as stated March 2020)."
    )
    assert found.heading.count == "Group is responsible for delivering the theme “Safety” (inferred)."


def test_what_is_inherited_is_said_with_what_the_thing_has_of_its_own(tmp_path: Path) -> None:
    graph = town(tmp_path)
    assert who(Plan(graph, DAY), "town:priority-area/knives").heading.answer == (
        "The priority area “Knives” has no lead of its own; it stands under the theme “Safety”, which is led by the "
        "Chief (Bob New, since 2020, as stated March 2020)."
    )
    assert (
        who(Plan(graph, DAY), "town:theme/safety").heading.count == "Group is responsible for delivering it (inferred)."
    )


def test_who_shares_the_delivery_of_a_whole_may_deliver_a_part_of_it(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        bodies="""
            - {id: one, name: One Board, sources: {page: 1}}
            - {id: two, name: Two Board, sources: {page: 1}}
        """,
        themes="""
            - id: safety
              name: Safety
              delivered_by: [{to: body/one, capacity: shared}, {to: body/two, capacity: shared}]
              sources: {page: 2}
        """,
        priority_areas="- {id: knives, name: Knives, theme: theme/safety, sources: {page: 3}}",
    )
    whole, part = (who(Plan(graph, DAY), f"town:{node}") for node in ("theme/safety", "priority-area/knives"))
    assert whole.heading.count == "No one body delivers it: One Board and Two Board share in that."
    assert part.heading.count == (
        "No one body delivers it: One Board and Two Board share responsibility for delivering the theme “Safety”; the "
        "plan does not say which of them this falls to."
    )
    assert {row["basis"] for row in part.rows if row["role"] == "delivers"} == {"inferred"}


def test_who_scrutinises_the_partnership_scrutinises_what_is_in_its_plan_by_inference(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        "partnership: body/p",
        bodies="""
            - {id: p, name: Partnership, sources: {page: 1}}
            - {id: s, name: Scrutiny Committee, scrutinises: body/p, sources: {page: 1}}
        """,
        strategies="- {id: plan, name: The Plan, owner: body/p, sources: {page: 2}}",
        themes="- {id: safety, name: Safety, part_of: strategy/plan, sources: {page: 2}}",
    )
    rows = told(who(Plan(graph, DAY), "town:theme/safety"), "role", "name", "how", "through_name", "basis")
    assert ("scrutinises", "Scrutiny Committee", "inherited", "Partnership", "inferred") in rows


def test_a_person_is_followed_to_what_the_post_leads(tmp_path: Path) -> None:
    found = who(Plan(town(tmp_path), DAY), "town:person/bob")
    assert found.heading.answer == (
        "Bob New holds the post of Chief (since 2020, as stated March 2020), which is deputy chair of Board, "
        "and leads the theme “Safety”."
    )
    assert told(found, "role", "name", "of_name") == [
        ("holder", "Bob New", "Chief"),
        ("chair", "Chief", "Board"),
        ("lead", "Chief", "Safety"),
    ]


def test_who_leads_a_duty_about_a_thing_answers_for_it(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        posts="- {id: chief, title: Chief, sources: {page: 1}}",
        strategies="- {id: plan, name: The Plan, sources: {page: 2}}",
        duties="- {id: watch, name: Watch the plan, concerns: strategy/plan, led_by: post/chief, sources: {page: 3}}",
    )
    found = who(Plan(graph, DAY), "town:strategy/plan", others="Of that name there is also: X.")
    assert ("duty", "Chief", "Watch the plan") in told(found, "role", "name", "of_name")
    assert found.heading.count == "The Chief leads “Watch the plan”, which is about it."
    assert who(Plan(graph, DAY), "town:duty/watch").heading.answer == "The Chief leads “Watch the plan”."


def test_what_has_no_role_offers_the_other_things_of_its_name(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        bodies="- {id: group, name: Prevent Group, sources: {page: 1}}",
        strategies="- {id: prevent, name: Prevent, sources: {page: 2}}",
    )
    plan = Plan(graph, DAY)
    others = of_that_name(plan, "Prevent", "town:strategy/prevent")
    found = who(plan, "town:strategy/prevent", others=others)
    assert found.heading.count == "Of that name there are also: Prevent Group (body)."


def test_the_nearest_lead_stands_and_a_vacant_post_is_said(tmp_path: Path) -> None:
    found = who(Plan(town(tmp_path), DAY), "town:action/sweep")
    assert told(found, "role", "name", "of_name", "how", "through_name")[:3] == [
        ("owner", "Group", None, "stated", None),
        ("lead", "Empty Post", None, "inherited", "Parks"),
        ("holder", None, "Empty Post", "vacant", None),
    ]


def test_a_lead_says_on_whose_behalf_and_a_holder_as_stated_when(tmp_path: Path) -> None:
    lead, holder = who(Plan(town(tmp_path), DAY), "town:theme/safety").rows[:2]
    assert (lead["on_behalf_of"], lead["sources"][0]["page"], lead["basis"]) == ("Board", 4, "stated")
    assert (holder["since"], holder["stated_on"], holder["of"]) == ("2020", "2020-03", "town:post/chief")
    assert [source["anchor"] for source in holder["sources"]] == ["Bob New"]


def test_the_holder_of_the_day_is_named(tmp_path: Path) -> None:
    graph = town(tmp_path)
    assert told(who(Plan(graph, "2019-12-31"), "town:post/chief"), "role", "name")[0] == ("holder", "Ann Old")
    assert told(who(Plan(graph, "2020-01-01"), "town:post/chief"), "role", "name")[0] == ("holder", "Bob New")


def test_what_is_inferred_on_the_way_makes_the_answer_inferred(tmp_path: Path) -> None:
    delivers = next(
        row for row in who(Plan(town(tmp_path), DAY), "town:theme/safety").rows if row["role"] == "delivers"
    )
    assert delivers["basis"] == "inferred"


def test_a_deputy_chair_is_told_as_a_deputy(tmp_path: Path) -> None:
    found = who(Plan(town(tmp_path), DAY), "town:body/board")
    assert ("chair", "Chief", "deputy") in told(found, "role", "name", "capacity")


def test_a_duty_names_its_bearer(tmp_path: Path) -> None:
    found = who(Plan(town(tmp_path), DAY), "town:duty/report")
    assert ("duty", "Board", "stated") in told(found, "role", "name", "how")
    assert found.heading.answer == "Board is responsible for “Yearly report”."


def test_who_comes_near_a_role_is_told_beside_the_role_that_nobody_has(tmp_path: Path) -> None:
    board = who(Plan(town(tmp_path), DAY), "town:body/board")
    assert told(board, "role", "name", "how", "capacity") == [
        ("chair", "Chief", "stated", "deputy"),
        ("holder", "Bob New", "stated", None),
        ("chair", None, "not recorded", None),
        ("duty", "Board", "stated", None),
    ]
    assert board.heading.answer == "Nobody is recorded as chairing or leading Board: the Chief is only a deputy."


def test_a_deputy_of_an_area_leaves_the_lead_to_its_theme(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        posts="""
            - {id: chief, title: Chief, sources: {page: 1}}
            - {id: deputy, title: Deputy Chief, sources: {page: 1}}
        """,
        themes="- {id: safety, name: Safety, led_by: post/chief, sources: {page: 2}}",
        priority_areas="""
            - id: knives
              name: Knives
              theme: theme/safety
              led_by: {to: post/deputy, capacity: deputy}
              sources: {page: 3}
        """,
    )
    found = who(Plan(graph, DAY), "town:priority-area/knives")
    leads = [row for row in told(found, "role", "name", "how", "through_name", "capacity") if row[0] == "lead"]
    assert leads == [
        ("lead", "Deputy Chief", "stated", None, "deputy"),
        ("lead", "Chief", "inherited", "Safety", "lead"),
    ]


def test_a_theme_that_is_delivered_area_by_area_names_who_delivers_each(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        bodies="""
            - {id: one, name: Group One, sources: {page: 1}}
            - {id: two, name: Group Two, sources: {page: 1}}
        """,
        themes="- {id: safety, name: Safety, sources: {page: 2}}",
        priority_areas="""
            - {id: knives, name: Knives, theme: theme/safety, delivered_by: body/one, sources: {page: 3}}
            - {id: parks, name: Parks, theme: theme/safety, delivered_by: body/two, sources: {page: 4}}
        """,
    )
    found = who(Plan(graph, DAY), "town:theme/safety")
    assert [row for row in told(found, "role", "name", "how", "through_name") if row[0] == "delivers"] == [
        ("delivers", "Group One", "in part", "Knives"),
        ("delivers", "Group Two", "in part", "Parks"),
    ]


def test_nobody_delivers_what_is_only_raised_or_measured_or_what_somebody_is_to_carry_out(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        bodies="- {id: group, name: Group, sources: {page: 1}}",
        posts="- {id: chief, title: Chief, sources: {page: 1}}",
        themes="- {id: safety, name: Safety, led_by: post/chief, delivered_by: body/group, sources: {page: 2}}",
        priority_areas="- {id: knives, name: Knives, theme: theme/safety, sources: {page: 3}}",
        issues="- {id: fraud, name: Fraud, theme: theme/safety, sources: {page: 3}}",
        measures="- {id: count, name: Number of frauds, measures: issue/fraud, sources: {page: 4}}",
        actions="- {id: talk, name: Talk, priority_area: priority-area/knives, owner: post/chief, sources: {page: 5}}",
    )
    found = [who(Plan(graph, DAY), f"town:{node}") for node in ("issue/fraud", "measure/count", "action/talk")]
    assert [table.heading.answer for table in found] == [
        "Nothing is recorded as addressing the issue “Fraud”; it is raised under the theme “Safety”, which is led by "
        "the Chief.",
        "No owner is recorded for “Number of frauds”; it stands under the theme “Safety”, which is led by the Chief.",
        "The Chief is to carry out “Talk”.",
    ]
    assert all(row["role"] != "delivers" for table in found for row in table.rows)


def test_a_body_is_told_with_all_it_does_each_as_sure_as_it_is(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        organisations="""
            - {id: police, name: Police, sources: {page: 1}}
            - {id: health, name: Health, sources: {page: 1}}
        """,
        bodies="""
            - id: group
              name: Group
              led_by: organisation/police
              members: organisation/health
              sources: {page: 1}
        """,
        strategies="""
            - id: patrols
              name: Patrols
              owner: {to: body/group, basis: inferred, reason: It stands beside it.}
              directed_by: [{to: body/group, capacity: to direct}, {to: body/group, capacity: to govern}]
              sources: {page: 2}
        """,
        duties="""
            - {id: trust, name: Be trusted, classification: principle, borne_by: body/group, sources: {page: 3}}
            - {id: share, name: Share what is known, classification: principle, sources: {page: 3}}
            - id: help
              name: Help victims
              borne_by: {to: body/group, in_part: the young}
              sources: {page: 3}
        """,
    )
    nodes = ("body/group", "organisation/health", "duty/share", "duty/help")
    found = [who(Plan(graph, DAY), f"town:{node}").heading for node in nodes]
    assert [heading.answer for heading in found] == [
        "Police leads Group; nobody is recorded as chairing it.",
        "Health is a member of Group; no lead, action or duty is recorded for it.",
        "“Share what is known” is a principle; nobody is named for it.",
        "Group (in part: the young) is responsible for “Help victims”.",
    ]
    assert found[0].title == "Who answers for Group (body)"
    assert found[1].title == "What Health answers for"
    for part in (
        "holds the principle “Be trusted”",
        "is responsible for “Help victims”, in part (the young)",
        "owns Patrols (inferred)",
        "is to direct and is to govern Patrols",
    ):
        assert part in found[0].count


def test_of_a_meeting_it_is_told_who_was_in_the_chair_and_of_a_person_what_is_over(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "dunmoor",
        bodies="- {id: board, name: Board, chairs: {to: person/ann, capacity: vice, stated_on: 2020-06-09, until: "
        "2022-04-30}, sources: {page: 1}}\n",
        people="- {id: ann, name: Ann Archer, sources: {page: 1}}\n- {id: cy, name: Cy Carter, sources: {page: 1}}\n",
        actions="- {id: letter, name: Write a letter, owner: person/cy, status: done, sources: {page: 1}}\n",
        meetings="- {id: june, name: June, body: body/board, day: 2020-06-09, present: [{to: person/ann, capacity: in "
        "the chair as vice-chair}, {to: person/cy, capacity: vice-chair}], sources: {page: 1}}\n"
        "- {id: july, name: July, body: body/board, day: 2020-07-09, present: person/cy, sources: {page: 1}}\n",
    )
    plan = Plan(graph, "2024-01-01")

    def said(name: str) -> str:
        return who(plan, f"dunmoor:{name}").heading.answer

    assert said("meeting/june") == "Ann Archer was in the chair at June."
    assert [row["name"] for row in who(plan, "dunmoor:meeting/june").rows] == ["Ann Archer"]
    assert said("meeting/july") == "Who was in the chair at July is not recorded."
    assert said("person/ann") == (
        "Nothing is recorded for which Ann Archer would answer on this day. No longer: Ann Archer is vice-chair of "
        "Board (until 30 April 2022, as stated 9 June 2020)."
    )
    assert said("person/cy") == "Nothing is recorded for which Cy Carter would answer."
