"""The routes from a thing up to whoever answers for it in the end."""

from __future__ import annotations

from pathlib import Path

from ssp_graph.answers.chain import MAX_ROUTES, chain
from ssp_graph.graph import Graph
from ssp_graph.plan import Plan
from ssp_graph.results import Routes
from tests.making import graph_of, invented

DAY = "2020-06-30"
ORGANISATIONS = "- {id: council, name: Town Council, sources: {page: 1}}"
BODIES = """
    - {id: partnership, name: Town Partnership, sources: {page: 1}, reports_to: body/cabinet}
    - {id: cabinet, name: Cabinet, part_of: organisation/council, sources: {page: 2, anchor: reports to Cabinet}}
    - {id: group, name: Delivery Group, sources: {page: 3}}
    - {id: helpers, name: Helpers, supports: body/partnership, sources: {page: 3}}
    - {id: scrutiny, name: Scrutiny Committee, scrutinises: body/partnership, sources: {page: 4}}
    - id: sub-group
      name: Sub-Group
      reports_to: {to: body/group, on: [strategy/knives, money]}
      sources: {page: 5}
    - {id: ring-a, name: Ring A, reports_to: body/ring-b, sources: {page: 6}}
    - {id: ring-b, name: Ring B, reports_to: body/ring-a, sources: {page: 6}}
"""
POSTS = "- {id: lead, title: Theme Lead, in: organisation/council, sources: {page: 7}}"
THEMES = """
    - id: safety
      name: Safety
      led_by: {to: post/lead, on_behalf_of: body/partnership}
      delivered_by: {to: body/group, capacity: sole}
      overseen_by: body/helpers
      sources: {page: 8, anchor: leads on Safety}
    - {id: bare, name: Bare Theme, sources: {page: 9}}
"""
AREAS = "- {id: knives, name: Knives, theme: theme/safety, addresses: issue/knives, sources: {page: 8}}"
ISSUES = "- {id: knives, name: Knife carrying, sources: {page: 8}}"
ACTIONS = """
    - {id: amnesty, name: Hold an amnesty, priority_area: priority-area/knives, sources: {page: 10}}
    - {id: sweep, name: Sweep parks, owner: body/sub-group, implements: strategy/knives, sources: {page: 10}}
    - {id: other, name: Something else, owner: body/sub-group, sources: {page: 10}}
"""
STRATEGIES = "- {id: knives, name: Knife Strategy, sources: {page: 10}}"


def town(tmp_path: Path) -> Graph:
    return graph_of(
        tmp_path / "town",
        "partnership: body/partnership\nanswers_to: {to: body/cabinet, sources: {page: 2, anchor: reports to Cabinet}}",
        organisations=ORGANISATIONS,
        bodies=BODIES,
        posts=POSTS,
        themes=THEMES,
        priority_areas=AREAS,
        issues=ISSUES,
        actions=ACTIONS,
        strategies=STRATEGIES,
    )


def routes_of(graph: Graph, node: str) -> Routes:
    return chain(Plan(graph, DAY), f"town:{node}")


def sentences(routes: Routes) -> list[list[str]]:
    return [[step.sentence for step in route.steps] for route in routes.routes]


def test_a_route_runs_from_an_action_to_the_council_with_a_sentence_for_each_step(tmp_path: Path) -> None:
    found = routes_of(town(tmp_path), "action/amnesty")
    assert [
        "“Hold an amnesty” is part of the priority area “Knives”.",
        "The priority area “Knives” is part of the theme “Safety”.",
        "The theme “Safety” is led by Theme Lead on behalf of Town Partnership.",
        "Theme Lead acts on behalf of Town Partnership.",
        "Town Partnership reports to Cabinet.",
    ] in sentences(found)
    longest = found.routes[-1]
    assert (longest.ends, longest.ends_at) == ("top", "town:body/cabinet")
    assert longest.ends_because == "The partnership answers to Cabinet."


def test_the_answer_says_to_whom_and_each_way_is_one_sentence_that_says_no_step_twice(tmp_path: Path) -> None:
    found = routes_of(town(tmp_path), "action/amnesty")
    assert found.heading.answer == ("Town Partnership answers for “Hold an amnesty”, to Cabinet.")
    assert [(way.text, way.arrives) for way in found.ways] == [
        (
            "“Hold an amnesty” is part of the priority area “Knives”, which is part of the theme “Safety”, which is "
            "led by the Theme Lead, who acts on behalf of Town Partnership, which reports to Cabinet.",
            True,
        ),
        ("The theme “Safety” is delivered by Delivery Group.", False),
        ("The theme “Safety” is overseen by Helpers.", False),
    ]
    assert found.beside == (
        "Scrutiny Committee scrutinises Town Partnership.",
        "The Theme Lead is a post in Town Council; who employs a post-holder is not counted here.",
    )


def test_ways_that_differ_in_a_parallel_step_are_told_together(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        "partnership: body/p\nanswers_to: [{to: body/one, sources: {page: 1}}, {to: body/two, sources: {page: 1}}]",
        bodies="""
            - {id: p, name: Partnership, reports_to: [body/one, body/two], sources: {page: 1}}
            - {id: one, name: Cabinet, sources: {page: 1}}
            - {id: two, name: Panel, sources: {page: 1}}
            - {id: a, name: Group A, reports_to: body/p, sources: {page: 1}}
            - {id: b, name: Group B, reports_to: body/p, sources: {page: 1}}
        """,
        themes="- {id: safety, name: Safety, delivered_by: [body/a, body/b], sources: {page: 2}}",
    )
    found = routes_of(graph, "theme/safety")
    assert len(found.routes) == 4
    assert found.heading.answer == "Partnership answers for the theme “Safety”, to Cabinet and Panel."
    assert routes_of(graph, "body/a").heading.answer == "Group A answers to Cabinet and Panel, through Partnership."
    assert [way.text for way in found.ways] == [
        "The theme “Safety” is delivered by Group A and Group B, each of which reports to Partnership, "
        "which reports to Cabinet and Panel."
    ]


def test_another_partnerships_statutory_board_is_accountable_under_its_own_statute(tmp_path: Path) -> None:
    bodies = """
        - {id: board, name: Adults Board, outside: true, statutory: true, sources: {page: 1}}
        - {id: group, name: Group, reports_to: {to: body/board, on: money}, sources: {page: 1}}
    """
    themes = "- {id: t, name: T, delivered_by: body/board, sources: {page: 2}}"
    graph = graph_of(tmp_path / "town", bodies=bodies, themes=themes)
    found = routes_of(graph, "theme/t")
    assert [route.ends for route in found.routes] == ["elsewhere"]
    assert found.beside == ("Adults Board is accountable under its own statute.",)
    assert routes_of(graph, "body/group").heading.answer == (
        "Whom Group answers to is not recorded; it reports to Adults Board, on money only."
    )


def test_nobody_answers_for_a_place_and_an_organisation_answers_elsewhere(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town", organisations=ORGANISATIONS, places="- {id: park, name: The Park, sources: {page: 1}}"
    )
    answers = [routes_of(graph, node).heading.answer for node in ("place/park", "organisation/council")]
    assert answers == [
        "In a plan nobody answers for a place such as The Park.",
        "Whom Town Council answers to is not part of this register.",
    ]


def test_routes_come_shortest_first_and_say_where_they_end(tmp_path: Path) -> None:
    found = routes_of(town(tmp_path), "action/amnesty")
    lengths = [len(route.steps) for route in found.routes]
    assert lengths == sorted(lengths)
    assert [route.ends for route in found.routes] == ["dead end", "dead end", "top"]


def test_a_way_goes_no_further_than_a_delivery_body_without_a_line_up(tmp_path: Path) -> None:
    found = routes_of(town(tmp_path), "theme/safety")
    dead = next(route for route in found.routes if route.ends == "dead end")
    assert [step.sentence for step in dead.steps] == ["The theme “Safety” is delivered by Delivery Group."]
    assert dead.ends_because == "No line from Delivery Group to any board is recorded."
    assert "No line from Delivery Group and Helpers to any board is recorded." in found.missing


def test_an_action_that_nobody_owns_says_so(tmp_path: Path) -> None:
    assert routes_of(town(tmp_path), "action/amnesty").missing[0] == (
        "No post, body or organisation is recorded as owning “Hold an amnesty”."
    )


def test_a_theme_without_lead_and_delivery_ends_at_once(tmp_path: Path) -> None:
    found = routes_of(town(tmp_path), "theme/bare")
    assert [(route.steps, route.ends, route.ends_because) for route in found.routes] == [
        ((), "dead end", "Nobody is recorded as answering for the theme “Bare Theme”.")
    ]
    assert found.missing == (
        "Nobody is recorded as leading the theme “Bare Theme”.",
        "No body is recorded as delivering the theme “Bare Theme”.",
    )


def test_oversight_and_acting_for_are_told_from_reporting_and_support_is_no_way_up(tmp_path: Path) -> None:
    found = routes_of(town(tmp_path), "theme/safety")
    cautions = {step.type: step.caution for route in found.routes for step in route.steps}
    assert cautions == {
        "LEADS": "",
        "ACTS_FOR": "acting on its behalf, not a reporting line",
        "DELIVERS": "",
        "OVERSEES": "oversight, not a reporting line",
        "REPORTS_TO": "",
    }


def test_scrutiny_stands_beside_a_route_and_is_no_step_of_it(tmp_path: Path) -> None:
    found = routes_of(town(tmp_path), "body/partnership")
    assert found.routes[0].asides == (
        "Town Partnership is scrutinised by Scrutiny Committee (p. 4): scrutiny, not a reporting line.",
    )
    assert all(step.type != "SCRUTINISES" for route in found.routes for step in route.steps)


def test_a_limited_line_carries_only_its_subject(tmp_path: Path) -> None:
    graph = town(tmp_path)
    carried = routes_of(graph, "action/sweep")
    assert sentences(carried) == [
        [
            "“Sweep parks” is to be carried out by Sub-Group.",
            "Sub-Group reports to Delivery Group, on Knife Strategy and money only.",
        ]
    ]
    assert carried.routes[0].steps[1].on == "Knife Strategy and money"
    stopped = routes_of(graph, "action/other")
    assert sentences(stopped) == [["“Something else” is to be carried out by Sub-Group."]]
    assert stopped.missing == (
        "Sub-Group reports to Delivery Group, on Knife Strategy and money only; no line for anything else is recorded.",
    )


def test_a_loop_is_closed_once_and_named(tmp_path: Path) -> None:
    found = routes_of(town(tmp_path), "body/ring-a")
    assert sentences(found) == [["Ring A reports to Ring B.", "Ring B reports to Ring A."]]
    assert (found.routes[0].ends, found.routes[0].ends_because) == ("loop", "The way comes back to Ring A.")


def test_what_addresses_an_issue_is_a_first_step_only(tmp_path: Path) -> None:
    found = routes_of(town(tmp_path), "issue/knives")
    assert {route.steps[0].sentence for route in found.routes} == {
        "The issue “Knife carrying” is addressed by the priority area “Knives”."
    }
    assert all(step.type != "ADDRESSES" for route in found.routes for step in route.steps[1:])


def test_at_most_fifty_routes_are_shown_and_the_rest_counted(tmp_path: Path) -> None:
    levels = 12
    bodies = "".join(
        f"- {{id: l{level}{side}, name: L{level}{side}, sources: {{page: 1}}"
        + (f", part_of: [body/l{level + 1}a, body/l{level + 1}b]}}\n" if level < levels else "}\n")
        for level in range(levels + 1)
        for side in "ab"
    )
    found = chain(Plan(graph_of(tmp_path / "tall", bodies=bodies), DAY), "tall:body/l0a")
    assert len(found.routes) == MAX_ROUTES
    assert found.heading.notes == (f"The 50 shortest ways are shown; {2**levels - MAX_ROUTES} more are left out.",)


def test_a_line_that_has_ended_is_not_climbed(tmp_path: Path) -> None:
    bodies = """
        - {id: a, name: A, reports_to: {to: body/b, until: 2019-12}, sources: {page: 1}}
        - {id: b, name: B, sources: {page: 1}}
    """
    graph = graph_of(tmp_path / "town", bodies=bodies)
    assert routes_of(graph, "body/a").routes[0].steps == ()
    assert len(chain(Plan(graph, "2019-12-31"), "town:body/a").routes[0].steps) == 1


def test_what_the_checks_count_as_nobody_is_nobody_here_too_and_says_who_comes_near() -> None:
    found = chain(Plan(invented("sampleford-2025-26"), "2025-10-01"), "sampleford-2025-26:theme/young-people")
    assert sentences(found) == [[]]
    assert found.missing == (
        "Nobody is recorded as leading the theme “Young people”.",
        "No body is recorded as delivering the theme “Young people”: Children's Services only helps.",
    )


def test_a_deputy_an_issuer_and_what_is_past_or_only_proposed_do_not_close_a_gap(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        bodies="""
            - {id: old, name: Old Group, status: past, sources: {page: 1}}
            - {id: new, name: New Group, status: proposed, sources: {page: 1}}
            - {id: gone, name: Gone Group, until: 2019, sources: {page: 1}}
            - {id: stated, name: Group, sources: {page: 1}}
        """,
        posts="- {id: chief, title: Chief, sources: {page: 1}}",
        themes="""
            - id: safety
              name: Safety
              led_by: [{to: post/chief, capacity: deputy}, {to: body/old, capacity: acting}, body/new]
              delivered_by: [body/old, body/new, body/gone]
              sources: {page: 2}
        """,
        strategies="- {id: plan, name: Plan, owner: {to: body/stated, capacity: issuer}, sources: {page: 4}}",
    )
    assert routes_of(graph, "theme/safety").missing[:2] == (
        "Nobody is recorded as leading the theme “Safety”: the Chief is only a deputy, Old Group is only acting and "
        "New Group is only proposed.",
        "No body is recorded as delivering the theme “Safety”: Old Group is past and New Group is only proposed.",
    )
    assert routes_of(graph, "strategy/plan").missing[0] == (
        "No post, body or organisation is recorded as owning Plan: Group issued it."
    )


def test_a_theme_whose_areas_are_each_delivered_is_delivered(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        bodies="- {id: group, name: Group, sources: {page: 1}}",
        themes="- {id: safety, name: Safety, led_by: body/group, sources: {page: 2}}",
        priority_areas="""
            - {id: knives, name: Knives, theme: theme/safety, delivered_by: body/group, sources: {page: 3}}
        """,
    )
    assert routes_of(graph, "theme/safety").missing == ("No line from Group to any board is recorded.",)


def test_to_chair_is_a_line_for_whoever_chairs_and_to_support_is_none(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        "partnership: body/p\nanswers_to: {to: body/cabinet, sources: {page: 1}}",
        bodies="""
            - id: p
              name: Partnership
              reports_to: body/cabinet
              chairs: {to: post/chief, capacity: joint}
              sources: {page: 1}
            - {id: cabinet, name: Cabinet, sources: {page: 1}}
            - {id: helpers, name: Helpers, supports: body/p, sources: {page: 1}}
        """,
        people="- {id: ann, name: Ann, sources: {page: 1}}",
        posts="- {id: chief, title: Chief, holder: person/ann, sources: {page: 1}}",
        themes="- {id: safety, name: Safety, led_by: post/chief, sources: {page: 2}}",
    )
    nodes = ("post/chief", "person/ann", "body/helpers", "theme/safety")
    assert [routes_of(graph, node).heading.answer for node in nodes] == [
        "The Chief jointly chairs Partnership; Partnership answers to Cabinet.",
        "Ann jointly chairs Partnership; Partnership answers to Cabinet.",
        "Nobody is recorded as answering for Helpers.",
        "Who answers for the theme “Safety” in the end is not recorded: the ways up stop at the Chief.",
    ]


def test_what_our_copy_lost_is_unknown_and_said_once(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "town",
        bodies="- {id: group, name: Group, sources: {page: 5}}",
        documents="""
            - id: plan
              title: The Plan
              lost: {page: 5, what: the lines of the diagram are lost, relationships: REPORTS_TO}
        """,
    )
    found = routes_of(graph, "body/group")
    assert found.heading.answer == "To whom Group answers is unknown (the lines of the diagram are lost)."
    assert found.missing == ()
