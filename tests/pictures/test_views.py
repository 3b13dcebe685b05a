"""What each view takes from the graph: which things, on which level, with which lines, and what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.answers.without_names import without_names
from ssp_graph.engines import open_engine
from ssp_graph.errors import UsageError
from ssp_graph.graph import Graph, load_graph
from ssp_graph.pictures import views
from ssp_graph.pictures.diagram import Diagram, Line
from ssp_graph.pictures.picture import picture
from ssp_graph.plan import Plan
from ssp_graph.questions.gaps import rows_of
from ssp_graph.questions.library import library
from tests.making import graph_of, invented, write_register

DAY = "2025-06-01"
PLAN = "exampleton-2024-27:"
REGION = "greater-exampleshire:"


@pytest.fixture(scope="module")
def exampleton() -> Graph:
    return invented("exampleton-2024-27")


def level(diagram: Diagram, name: str) -> int:
    return next(node.level for node in diagram.nodes if node.name == name)


def words(diagram: Diagram, name: str) -> tuple[str, ...]:
    return next(node.words for node in diagram.nodes if node.name == name)


def ends(diagram: Diagram, type_: str, shown: str = "line") -> set[tuple[str, str]]:
    return {
        (line.source_name, line.target_name) for line in diagram.lines if line.type == type_ and line.shown == shown
    }


def the_line(diagram: Diagram, source: str, type_: str) -> Line:
    return next(line for line in diagram.lines if line.source_name == source and line.type == type_)


def band(diagram: Diagram, name: str) -> str:
    at = level(diagram, name)
    return next(each.name for each in diagram.bands if at in each)


def test_a_structure_runs_from_the_council_down_to_sub_groups(exampleton: Graph) -> None:
    found = views.structure(Plan(exampleton, DAY))
    assert [each.name for each in found.bands] == [
        "Council and region",
        "Partnership",
        "Board",
        "Themes",
        "Boards and groups",
        "Sub-groups",
    ]
    assert {
        name: band(found, name)
        for name in (
            "Exampleton Cabinet",
            "Greater Exampleshire Safety Commission",
            "Communities Scrutiny Committee",
            "Exampleton Community Safety Partnership",
            "Exampleton Safer Board",
            "Safe streets",
            "Shared information",
            "Partnership Delivery Group",
            "Night-Time Economy Group",
        )
    } == {
        "Exampleton Cabinet": "Council and region",
        "Greater Exampleshire Safety Commission": "Council and region",
        "Communities Scrutiny Committee": "Council and region",
        "Exampleton Community Safety Partnership": "Partnership",
        "Exampleton Safer Board": "Board",
        "Safe streets": "Themes",
        "Shared information": "Themes",
        "Partnership Delivery Group": "Boards and groups",
        "Night-Time Economy Group": "Sub-groups",
    }


def test_whatever_answers_to_another_body_stands_below_it(exampleton: Graph) -> None:
    found = views.structure(Plan(exampleton, DAY))
    at = {node.id: node.level for node in found.nodes}
    answering = [
        line
        for line in found.lines
        if line.type in ("REPORTS_TO", "PART_OF") and line.shown == "line" and not line.disputed
    ]
    assert len(answering) > 20
    assert [line.sentence for line in answering if at[line.source] <= at[line.target]] == []


def test_a_body_without_any_line_stands_apart_and_the_count_says_so(exampleton: Graph) -> None:
    found = views.structure(Plan(exampleton, DAY))
    assert [found.node(node).name for node in found.apart] == ["Victims' Hub"]
    assert found.heading.count == "37 of 38 bodies have a line recorded to another body, an organisation or a theme."


def test_what_a_copy_has_lost_is_said_beside_the_bodies_of_its_own_plan_alone(tmp_path: Path) -> None:
    bodies = "- {id: a, name: A, sources: {page: 1}}"
    lost = "- {id: plan, title: Plan, pages: 9, lost: {page: 5, what: the lines are lost, relationships: REPORTS_TO}}"
    folders = (
        write_register(tmp_path / "one", documents=lost, bodies=bodies),
        write_register(tmp_path / "two", bodies=bodies),
    )
    graph = load_graph(folders)
    told = {name: views.structure(Plan(graph, DAY, named=(name,))).apart_heading for name in ("one", "two")}
    assert told == {
        "one": "No line recorded (1). The lines are lost: what may stand there is unknown.",
        "two": "No line recorded (1)",
    }


def test_a_body_that_has_ceased_is_not_drawn_and_one_only_proposed_says_so(exampleton: Graph) -> None:
    found = views.structure(Plan(exampleton, DAY))
    assert "Crime Reduction Board" not in {node.name for node in found.nodes}
    assert next(node.status for node in found.nodes if node.name == "Victims' Hub") == "proposed"


def test_chairs_and_holders_are_said_in_the_box(exampleton: Graph) -> None:
    found = views.structure(Plan(exampleton, DAY))
    assert words(found, "Exampleton Safer Board")[:2] == (
        "Jointly chaired by Cabinet Member for Safer Communities (Inés Marchetti); "
        'Divisional Commander (Dr Bartholomew "Barty" Plume, MBE)',
        "Has as its vice-chair Head of Community Safety (Åsa O'Ævery-Smythe)",
    )
    assert words(found, "Safe Homes Group")[0] == (
        "Chaired by Cabinet Member for Safer Communities (Inés Marchetti) (inferred)"
    )


def test_without_leads_there_are_only_bodies_and_what_they_answer_to(exampleton: Graph) -> None:
    found = views.structure(Plan(exampleton, DAY), leads=False)
    assert {node.kind for node in found.nodes} <= {"body", "organisation"}
    assert {line.type for line in found.lines} <= {"REPORTS_TO", "PART_OF", "SUPPORTS", "SCRUTINISES", "WORKS_WITH"}
    assert not any("haired" in text for node in found.nodes for text in node.words)


@pytest.mark.parametrize(("register", "day"), [("exampleton-2024-27", DAY), ("sampleford-2025-26", "2026-01-01")])
def test_a_body_stands_in_the_same_band_with_leads_and_without(register: str, day: str) -> None:
    graph = invented(register)
    whole, bodies = (views.structure(Plan(graph, day), leads=leads) for leads in (True, False))
    drawn = {node.name for node in whole.nodes}
    placed = {node.name for node in bodies.nodes if node.id not in bodies.apart} & drawn
    assert len(placed) > 2
    assert {name: band(bodies, name) for name in placed} == {name: band(whole, name) for name in placed}


def test_works_with_moves_nothing_that_another_line_places(tmp_path: Path) -> None:
    about = "partnership: body/p\n"
    bodies = """
        - {id: council, name: Council, sources: {page: 1}}
        - {id: p, name: Partnership, reports_to: body/council, sources: {page: 1}}
        - {id: group, name: Group, reports_to: body/p, sources: {page: 1}}
        - {id: other, name: Other, sources: {page: 1}}
        - {id: part, name: Part, reports_to: body/other, sources: {page: 1}}
    """
    linked = bodies.replace("Other, ", "Other, works_with: body/p, ")
    before, after = (
        views.structure(Plan(graph_of(tmp_path / name, about, bodies=text), DAY))
        for name, text in (("before", bodies), ("after", linked))
    )
    at = {"Council": 0, "Partnership": 1, "Group": 2, "Other": 3, "Part": 4}
    assert {node.name: node.level for node in before.nodes} == at
    assert {node.name: node.level for node in after.nodes} == at


def test_a_body_that_only_works_with_others_stands_beside_the_lowest_of_them(tmp_path: Path) -> None:
    bodies = """
        - {id: p, name: Partnership, sources: {page: 1}}
        - {id: group, name: Group, reports_to: body/p, sources: {page: 1}}
        - {id: both, name: Both, works_with: [body/p, body/group], sources: {page: 1}}
        - {id: next, name: Next, works_with: body/both, sources: {page: 1}}
        - {id: upper, name: Upper, works_with: body/p, sources: {page: 1}}
    """
    found = views.structure(Plan(graph_of(tmp_path / "t", "partnership: body/p\n", bodies=bodies), DAY))
    assert {node.name: node.level for node in found.nodes} == {
        "Partnership": 0,
        "Group": 1,
        "Both": 1,
        "Next": 1,
        "Upper": 0,
    }


def test_without_themes_the_count_is_of_lines_to_bodies(exampleton: Graph) -> None:
    count = views.structure(Plan(exampleton, DAY), leads=False).heading.count
    assert count.endswith("of 38 bodies have a line recorded to another body or an organisation.")


def test_what_the_board_oversees_and_who_leads_is_said_in_the_themes_box(exampleton: Graph) -> None:
    found = views.structure(Plan(exampleton, DAY))
    assert words(found, "Safe streets") == (
        'Led by Divisional Commander (Dr Bartholomew "Barty" Plume, MBE) on behalf of Exampleton Safer Board',
        "Overseen by Exampleton Safer Board",
        "Scrutinised by Communities Scrutiny Committee",
    )


def test_a_body_under_two_parents_hangs_from_one_and_tells_of_the_other(exampleton: Graph) -> None:
    found = views.structure(Plan(exampleton, DAY))
    assert ("Night-Time Economy Group", "Partnership Delivery Group") in ends(found, "PART_OF")
    assert ("Night-Time Economy Group", "Licensing Panel, Taxis & Late Bars") in ends(found, "PART_OF", "words")
    assert "Part of Licensing Panel, Taxis & Late Bars" in words(found, "Night-Time Economy Group")


def test_lines_in_a_circle_are_disputed_and_others_are_not(exampleton: Graph) -> None:
    found = views.structure(Plan(exampleton, DAY))
    circle = {"Café Éloise Hate Crime Forum", "Cohesion Network", 'The "Belonging" Panel'}
    disputed = {line.source_name for line in found.lines if line.disputed and line.type == "REPORTS_TO"}
    assert disputed == circle
    assert the_line(found, "Cohesion Network", "REPORTS_TO").cautions == (
        "the sources disagree, or lines run in a circle",
    )


def test_a_discrepancy_on_who_leads_throws_doubt_on_the_lines_that_say_who(exampleton: Graph) -> None:
    found = views.structure(Plan(exampleton, DAY))
    leading = {line.target_name for line in found.lines if line.type == "LEADS" and line.disputed}
    assert leading == {"Safe homes"}
    assert not any(line.disputed for line in found.lines if line.type == "DELIVERS")


def test_a_line_that_has_ended_is_not_drawn(exampleton: Graph) -> None:
    assert ends(views.structure(Plan(exampleton, DAY)), "SUPPORTS", "words") == set()
    assert ends(views.structure(Plan(exampleton, "2024-06-01")), "SUPPORTS", "words") == {
        ("Partnership Delivery Group", "Exampleton Cabinet")
    }


def test_two_councils_stand_above_one_partnership() -> None:
    found = views.structure(Plan(invented("sampleford-2025-26"), "2026-01-01"))
    partnership = "Sampleford and Millbrook Joint Partnership"
    for council in ("Sampleford District Council", "Millbrook District Council"):
        assert level(found, council) < level(found, partnership) < level(found, "Monthly Tasking Meeting")
        assert (partnership, council) in ends(found, "REPORTS_TO")


def test_ranks_stand_in_the_order_that_the_register_writes_them(tmp_path: Path) -> None:
    bodies = """
        - {id: p, name: Partnership, sources: {page: 1}}
        - {id: op, name: Operation, reports_to: body/p, sources: {page: 1}}
        - {id: g, name: Gold, part_of: body/op, sources: {page: 1}}
        - {id: s, name: Silver, part_of: body/op, sources: {page: 1}}
        - {id: b, name: Bronze, part_of: body/op, sources: {page: 1}}
    """
    found = views.structure(Plan(graph_of(tmp_path / "t", "partnership: body/p\n", bodies=bodies), DAY))
    assert [node.name for node in found.nodes][-3:] == ["Gold", "Silver", "Bronze"]


def test_a_theme_shows_its_areas_and_all_that_stands_under_them(exampleton: Graph) -> None:
    found = views.theme(Plan(exampleton, DAY), f"{PLAN}theme/safe-streets")
    by_kind: dict[str, list[str]] = {}
    for node in sorted(found.nodes, key=lambda node: node.name):
        by_kind.setdefault(node.kind, []).append(node.name)
    assert by_kind == {
        "theme": ["Safe streets"],
        "priority-area": ["Anti-social behaviour", "Hate crime", "Night-time economy"],
        "objective": ["Everyone can get home safely", "Fewer assaults after ten at night", "More victims report"],
        "action": [
            "Consider who should sit on the forum",
            "Open third-party reporting centres",
            "Put night marshals on the streets at weekends",
            'Renew the night-time charter with "Late Bars, Ltd"',
        ],
        "measure": ["Assaults recorded between 22.00 and 06.00"],
        "strategy": ["Night-Time Charter"],
    }
    assert found.heading.count == "2 of its 4 actions have a recorded owner."
    assert "Measured by How safe residents say that they feel (inferred)" in words(found, "Safe streets")


def test_a_theme_has_a_hole_wherever_something_is_missing(exampleton: Graph) -> None:
    found = views.theme(Plan(exampleton, DAY), f"{PLAN}theme/safe-streets")
    names = {node.id: node.name for node in found.nodes}
    assert {(names[hole.at], hole.text) for hole in found.holes} == {
        ("Anti-social behaviour", "No objective"),
        ("Anti-social behaviour", "No action"),
        ("Anti-social behaviour", "No measure"),
        ("Anti-social behaviour", "Unknown: only the theme has a strategy"),
        ("Hate crime", "No measure"),
        ("Hate crime", "Unknown: only the theme has a strategy"),
    }
    assert next(hole.sentence for hole in found.holes if hole.unknown) == (
        "No strategy that guides Hate crime is recorded; the theme is guided by Night-Time Charter, and whether that "
        "takes in Hate crime is unknown."
    )
    assert words(found, "Open third-party reporting centres") == ()
    assert words(found, "Put night marshals on the streets at weekends") == (
        "To be carried out by Licensing Lead",
        "Carries out Night-Time Charter",
    )
    assert words(found, "Safe streets")[0] == (
        'Led by Divisional Commander (Dr Bartholomew "Barty" Plume, MBE) on behalf of Exampleton Safer Board'
    )


STRATEGIES = """
    - {id: over, name: Over, until: 2024, guides: [theme/a, priority-area/ran-out], sources: {page: 1}}
    - {id: said, name: Said, status: ended, guides: priority-area/called-over, sources: {page: 1}}
    - {id: new, name: New, guides: priority-area/guided, sources: {page: 1}}
    - {id: carried, name: Carried, sources: {page: 1}}
"""
AREAS = """
    - {id: ran-out, name: Ran out, theme: theme/a, sources: {page: 1}}
    - {id: called-over, name: Called over, theme: theme/a, sources: {page: 1}}
    - {id: guided, name: Guided, theme: theme/a, sources: {page: 1}}
    - {id: carried-out, name: Carried out, theme: theme/a, sources: {page: 1}}
"""
ACTIONS = """
    - id: do
      name: Do it
      priority_area: priority-area/carried-out
      implements: strategy/carried
      sources: {page: 1}
"""


@pytest.mark.parametrize("wider", ["", "\n    - {id: wide, name: Wide, guides: theme/a, sources: {page: 1}}\n"])
def test_a_theme_shows_strategies_missing_where_the_check_finds_them_missing(tmp_path: Path, wider: str) -> None:
    graph = graph_of(
        tmp_path / "t",
        themes="- {id: a, name: A, sources: {page: 1}}",
        priority_areas=AREAS,
        strategies=STRATEGIES + wider,
        actions=ACTIONS,
    )
    with open_engine("ladybug", graph) as running:
        rows = rows_of(running, Plan(graph, DAY), library(), "areas-without-strategy").rows
    found = views.theme(Plan(graph, DAY), "t:theme/a")
    drawn = {hole.at: "unknown" if hole.unknown else "gap" for hole in found.holes if "strategy" in hole.text}
    assert drawn == {row["id"]: row["state"] for row in rows}
    assert set(drawn) == {"t:priority-area/called-over"}


def test_a_strategy_that_has_run_out_is_marked_as_ended(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "t",
        themes="- {id: a, name: A, sources: {page: 1}}",
        priority_areas=AREAS,
        strategies=STRATEGIES,
        actions=ACTIONS.replace("strategy/carried", "strategy/over"),
    )
    found = views.theme(Plan(graph, DAY), "t:theme/a")
    assert {node.name: node.status for node in found.nodes if node.kind == "strategy"} == {
        "Over": "ended",
        "Said": "ended",
        "New": "",
    }
    assert words(found, "Do it") == ("Carries out Over (ended)",)


def test_a_theme_without_lead_and_delivery_says_so(tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "t", themes="- {id: a, name: Alone, sources: {page: 1}}")
    found = views.theme(Plan(graph, DAY), "t:theme/a")
    assert [hole.sentence for hole in found.holes] == [
        "Nobody is recorded as leading Alone.",
        "No body is recorded as delivering Alone.",
        "No priority area of Alone is recorded.",
    ]


HOLES = {
    "No lead": "themes-without-lead",
    "No delivery body": "themes-without-delivery-body",
    "No action": "areas-without-action",
    "No measure": "areas-without-measure",
    "No strategy": "areas-without-strategy",
}


@pytest.mark.parametrize(("register", "day"), [("exampleton-2024-27", DAY), ("sampleford-2025-26", "2026-01-01")])
def test_themes_show_missing_what_the_checks_find_missing(register: str, day: str) -> None:
    graph = invented(register)
    plan = Plan(graph, day)
    drawn = {(hole.text, hole.at) for theme in plan.mine("theme") for hole in views.theme(plan, theme.id).holes}
    with open_engine("ladybug", graph) as running:
        found = {
            (text, row["id"])
            for text, check in HOLES.items()
            for row in rows_of(running, plan, library(), check).rows
            if row["state"] == "gap"
        }
    assert {hole for hole in drawn if hole[0] in HOLES} == found
    assert found


def test_who_only_helps_acts_or_is_no_longer_there_does_not_fill_a_hole(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "t",
        posts="- {id: head, title: Head, sources: {page: 1}}",
        bodies="""
            - {id: planned, name: Planned Board, status: proposed, sources: {page: 1}}
            - {id: helping, name: Helping Group, sources: {page: 1}}
        """,
        themes="""
            - id: a
              name: Streets
              led_by: {to: post/head, capacity: acting}
              delivered_by: [body/planned, {to: body/helping, capacity: with}]
              sources: {page: 1}
        """,
    )
    found = views.theme(Plan(graph, DAY), "t:theme/a")
    assert [hole.text for hole in found.holes] == ["No lead", "No delivery body", "No priority area"]
    assert words(found, "Streets") == (
        "Has as its acting lead Head",
        "Delivered by Planned Board (proposed)",
        "Delivered with the help of Helping Group",
    )


def test_around_a_thing_are_what_points_at_it_and_what_it_points_at(exampleton: Graph) -> None:
    found = views.around(Plan(exampleton, DAY), f"{PLAN}body/partnership-delivery-group")
    here = level(found, "Partnership Delivery Group")
    for line in found.lines:
        assert "Partnership Delivery Group" in (line.source_name, line.target_name)
        other = line.target_name if line.source_name == "Partnership Delivery Group" else line.source_name
        assert level(found, other) - here == 1
    assert ("Partnership Delivery Group", "Exampleton Safer Board") in ends(found, "REPORTS_TO")


def test_each_step_further_takes_in_more(exampleton: Graph) -> None:
    thing = f"{PLAN}body/safe-homes-group"
    reached = [{node.id for node in views.around(Plan(exampleton, DAY), thing, steps).nodes} for steps in (1, 2, 3)]
    assert reached[0] < reached[1] < reached[2]


def test_a_thing_without_neighbours_is_drawn_alone(exampleton: Graph, tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "t", bodies="- {id: a, name: Alone, sources: {page: 1}}")
    found = views.around(Plan(graph, DAY), "t:body/a")
    assert [node.name for node in found.nodes] == ["Alone"]
    assert found.heading.count == "No relationship of it is recorded."


@pytest.mark.parametrize("steps", [0, 7, -1])
def test_steps_have_a_limit(exampleton: Graph, steps: int) -> None:
    with pytest.raises(UsageError, match="is not from 1 to 6"):
        views.around(Plan(exampleton, DAY), f"{PLAN}body/cabinet", steps)


def test_a_neighbourhood_too_large_for_a_picture_is_refused(tmp_path: Path) -> None:
    bodies = ["- {id: top, name: Top, sources: {page: 1}}"]
    bodies += [f"- {{id: b{n}, name: Body {n}, reports_to: body/top, sources: {{page: 1}}}}" for n in range(401)]
    graph = graph_of(tmp_path / "t", bodies="\n".join(bodies))
    with pytest.raises(UsageError, match="More than 400 things stand within 1 step of Top"):
        views.around(Plan(graph, DAY), "t:body/top")
    with pytest.raises(UsageError, match="Choose fewer steps"):
        views.around(Plan(graph, DAY), "t:body/b7", 2)
    assert len(views.around(Plan(graph, DAY), "t:body/b7").nodes) == 2


def test_a_chain_begins_with_the_thing_and_rises(exampleton: Graph) -> None:
    found = views.chain(Plan(exampleton, DAY), f"{PLAN}priority-area/night-time-economy")
    assert level(found, "Night-time economy") == 0
    assert level(found, "Night-time economy") < level(found, "Safe streets") < level(found, "Exampleton Safer Board")
    assert ("Night-time economy", "Safe streets") in ends(found, "PART_OF")
    assert ("Divisional Commander", "Safe streets") in ends(found, "LEADS")
    assert found.rising


def test_a_chain_says_where_it_comes_to_a_dead_end(exampleton: Graph) -> None:
    found = views.chain(Plan(exampleton, DAY), f"{PLAN}theme/safe-homes")
    assert "No line further up" in words(found, "Youth Justice Team")


def test_a_chain_through_a_circle_ends(exampleton: Graph) -> None:
    found = views.chain(Plan(exampleton, DAY), f"{PLAN}priority-area/hate-crime")
    assert len(ends(found, "REPORTS_TO") & {('The "Belonging" Panel', "Café Éloise Hate Crime Forum")}) == 1
    assert all(node.level < 40 for node in found.nodes)


def test_a_mapping_shows_both_sides_and_what_is_left_over(exampleton: Graph) -> None:
    found = views.mapping(Plan(exampleton, DAY))
    assert ends(found, "MAPS_TO") == {
        ("Safe streets", "Keeping people safe"),
        ("Safe homes", "Reducing harm and offending"),
        ("Safe homes", "Keeping people safe"),
        ("Night-time economy", "Keeping people safe"),
        ("Domestic abuse", "Reducing harm and offending"),
    }
    assert {hole.sentence for hole in found.holes} == {
        "Nothing here maps to Stronger places.",
        "Shared information maps to no regional priority.",
    }
    assert words(found, "Reducing harm and offending") == ("1 of its 2 commitments addressed locally",)


def test_a_mapping_without_a_region_has_themes_alone() -> None:
    found = views.mapping(Plan(invented("sampleford-2025-26"), "2026-01-01"))
    assert {node.kind for node in found.nodes} == {"theme"}
    assert not found.lines
    assert not found.holes


def test_a_matrix_has_a_line_or_a_hole_for_every_cell() -> None:
    found = views.matrix(Plan(invented("sampleford-2025-26"), "2026-01-01"), "children")
    boards = [node for node in found.nodes if node.level == 0]
    themes = [node for node in found.nodes if node.level == 1]
    assert len(found.lines) + len(found.holes) == len(boards) * len(themes) == 9
    assert {line.shown for line in found.lines} == {"cell"}
    assert ("Safeguarding Children Partnership", "Exploitation") in ends(found, "LEADS_ON", "cell")


def test_an_empty_register_says_that_nothing_is_recorded(tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "t")
    assert views.structure(Plan(graph, DAY)).empty == "No bodies are recorded."
    assert views.structure(Plan(graph, DAY)).nodes == ()
    assert views.mapping(Plan(graph, DAY)).nodes == ()
    with pytest.raises(UsageError, match="No matrix is recorded"):
        views.matrix(Plan(graph, DAY))


def test_each_thing_carries_all_that_is_recorded_about_it(exampleton: Graph) -> None:
    found = views.structure(Plan(exampleton, DAY))
    board = next(node for node in found.nodes if node.name == "Exampleton Safer Board")
    sentences = {fact.sentence for fact in board.statements}
    assert "Remit: Sets the plan and answers for its delivery." in sentences
    assert "Exampleton Safer Board reports to Exampleton Cabinet, twice a year." in sentences
    assert all(fact.sources for fact in board.statements)


def test_without_names_posts_remain_and_no_name_does(exampleton: Graph) -> None:
    names = [data["name"] for _, data in exampleton.nodes(data=True) if data["kind"] == "person"]
    found = views.structure(Plan(without_names(exampleton), DAY))
    assert len(names) > 1
    assert [name for name in names if name in repr(found)] == []
    assert "Jointly chaired by Cabinet Member for Safer Communities; " in repr(found)


def test_what_a_reporting_line_is_limited_to_is_said_with_it(tmp_path: Path) -> None:
    bodies = """
        - {id: p, name: Partnership, sources: {page: 1}}
        - {id: a, name: A, reports_to: {to: body/p, on: money}, sources: {page: 1}}
    """
    graph = graph_of(tmp_path / "t", "partnership: body/p\n", bodies=bodies)
    line = the_line(views.structure(Plan(graph, DAY)), "A", "REPORTS_TO")
    assert (line.verb, line.back) == ("reports to, on money only", "receives reports from, on money only")


def test_a_board_that_oversees_the_themes_has_a_line_to_each_and_says_so_once(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "t",
        "partnership: body/p\n",
        bodies="- {id: p, name: Partnership, sources: {page: 1}}\n"
        "- {id: b, name: Board, part_of: body/p, sources: {page: 1}}\n",
        posts="- {id: h, title: Head, sources: {page: 1}}\n",
        themes="- {id: s, name: Streets, led_by: post/h, overseen_by: body/b, sources: {page: 1}}\n"
        "- {id: t, name: Homes, overseen_by: body/b, sources: {page: 1}}\n",
    )
    diagram = views.structure(Plan(graph, DAY))
    drawn = {(line.source_name, line.target_name) for line in diagram.lines if line.shown == "line"}
    assert drawn == {("Board", "Partnership"), ("Board", "Streets"), ("Board", "Homes")}
    assert picture(diagram, "svg").data.decode().count(">oversees<") == 1
