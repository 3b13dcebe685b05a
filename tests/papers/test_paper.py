from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ssp_graph.graph import Graph
from ssp_graph.outputs.paper import render_paper
from ssp_graph.papers import Content, Paper, Part, Points, paper
from ssp_graph.papers.answers import REPORTS
from ssp_graph.papers.basis import spelling
from ssp_graph.papers.parts import listed
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.plan import Plan
from ssp_graph.questions.library import library
from ssp_graph.results import Matrix, SourceRef, Table, pages
from ssp_graph.wordings import wordings
from tests.making import graph_of, invented
from tests.questions.asking import Engines, counts, engines

DAY = "2025-06-30"
BODIES = "Bodies and what they report to"
THEMES = "Who leads and delivers each theme"
STRATEGIES = "Strategies expired, expiring or in the making"


def contents(parts: tuple[Part, ...]) -> Iterator[Content]:
    for part in parts:
        yield from part.content
        yield from contents(part.parts)


def made(engine: Engines, graph: Graph, day: str = DAY) -> Paper:
    return paper(engine(graph), Plan(graph, day), library())


def part(found: Paper, heading: str) -> Part:
    top = (*found.parts, *found.appendices)
    return next(each for part in top for each in (part, *part.parts) if each.heading == heading)


def said(found: Part) -> str:
    """Return all sentences of a part and of the parts in it, tables aside."""
    texts = [
        text
        for content in contents((found,))
        for text in (
            [content] if isinstance(content, str) else content.sentences if isinstance(content, Points) else ()
        )
    ]
    return " ".join(texts)


def rows(found: Part, *columns: str) -> list[tuple[str, ...]]:
    """Return these cells of the first table of a part, of the parts in it otherwise."""
    table = next(content for content in contents((found,)) if isinstance(content, Table))
    return [tuple(str(row.get(column) or "") for column in columns) for row in table.rows]


def pairs(found: Part, key: str, value: str) -> dict[str, str]:
    """Return one column of the first table of a part by another."""
    return {first: second for first, second in rows(found, key, value)}  # noqa: C416 - so that the types are known


@pytest.fixture(scope="module")
def exampleton() -> Iterator[Paper]:
    with engines() as engine:
        yield made(engine, invented("exampleton-2024-27"))


def test_what_a_board_decides_by_comes_first_and_what_it_rests_on_after(exampleton: Paper) -> None:
    assert [each.heading for each in exampleton.parts] == [
        "Purpose",
        "Recommendation",
        "What stands out",
        "Questions to settle",
        "Implications",
        "Contact and background papers",
    ]
    assert [each.heading for each in exampleton.appendices] == [
        "Bodies and themes",
        "Lead and supporting boards",
        "Actions, recommendations and readings",
        "What the checks find",
        "Regional priorities and strategies",
        "Sources and words",
    ]
    assert [each.heading for each in exampleton.appendices[0].parts] == [BODIES, THEMES]


def test_readings_are_told_in_numbers_and_drawn_where_there_are_two(exampleton: Paper) -> None:
    found = part(exampleton, "What measures stand at")
    assert rows(found, "measure", "readings") == [
        ("Of these, assaults linked with alcohol", "2024/25 Q1: 38.5 %, rated amber; 2024/25 Q2: 34%, rated green"),
        ("How safe residents say that they feel", "In words: 2023-10 to 2024-09: most residents."),
    ]
    drawn = [content for content in contents((found,)) if isinstance(content, Diagram)]
    assert [chart.file for chart in drawn] == ["readings-alcohol-2024-25-q1"]


def test_the_title_block_says_what_the_paper_is_about_and_leaves_the_meeting_to_its_author(engine: Engines) -> None:
    graph = invented("exampleton-2024-27")
    found = paper(engine(graph), Plan(graph, DAY), library(), made="2025-07-02")
    assert [(row["item"], row["detail"]) for row in found.about.rows] == [
        ("Meeting and date", "[to be added]"),
        ("Report of", "[to be added]"),
        ("Partnership", "Exampleton Community Safety Partnership"),
        ("Period of the plan", "1 April 2024 to 31 March 2027"),
        ("As things stood on", "30 June 2025"),
    ]


def test_a_short_paper_has_no_appendices(engine: Engines) -> None:
    graph = invented("exampleton-2024-27")
    found = paper(engine(graph), Plan(graph, DAY), library(), short=True)
    assert (len(found.parts), found.appendices) == (6, ())


def test_what_stands_out_is_one_finding_for_each_of_five_subjects_as_the_checks_count_them(
    exampleton: Paper, engine: Engines
) -> None:
    told = pairs(part(exampleton, "What stands out"), "subject", "figure")
    assert told == {
        "Actions": "2 of 7 actions name no owner (and 1 accepted).",
        "Progress": "1 of 2 open actions with a due date is overdue.",
        "Leads and delivery": "1 of 3 themes has no recorded lead.",
        "Bodies": "30 of 33 boards, groups and panels of the partnership that exist or act in the plan have no "
        "recorded chair (and 1 known only by inference).",
        "Recommendations": "1 of 1 open recommendations with a due date is overdue.",
    }
    assert said(part(exampleton, "What stands out")).startswith("5 of 24 findings. ")
    owned = counts(engine, invented("exampleton-2024-27"), "actions-without-owner", DAY)
    assert (owned["found"], owned["of"]) == (2, 7)


def test_the_recommendation_is_marked_as_a_draft_and_follows_from_the_first_findings(exampleton: Paper) -> None:
    assert said(part(exampleton, "Recommendation")) == (
        "Draft, made from the checks, for the author to settle. The board is asked to: name an owner for each of the 2 "
        "actions without one that still stand, listed in the appendices; set a new day for the overdue action, or end "
        "it; name a lead for the theme without one; settle the questions below, each with a name and a day; ask for a "
        "report back on [to be added]."
    )


def test_at_most_six_questions_name_what_they_are_about(exampleton: Paper) -> None:
    (asked,) = part(exampleton, "Questions to settle").content
    assert isinstance(asked, Points)
    assert len(asked.sentences) == 6
    assert asked.sentences[:3] == (
        "Who is to own the 2 actions without an owner (Consider who should sit on the forum; Watch repeat cases each "
        "quarter)?",
        "What is to become of the overdue action (Put night marshals on the streets at weekends)?",
        "Who is to lead the theme without a lead (Shared information)?",
    )
    assert asked.sentences[3].endswith("; and 24 more)?")


def test_implications_say_what_is_recorded_and_leave_the_rest_to_be_filled_in(exampleton: Paper) -> None:
    told = pairs(part(exampleton, "Implications"), "heading", "known")
    assert [*told] == ["Legal", "Crime and disorder (Crime and Disorder Act 1998, s.17)", "Equality", "Finance"]
    assert told["Legal"].endswith(
        "Statutes and statutory duties named: Assess crime and disorder in the borough; Crime and Disorder Act 1998."
    )
    assert told["Equality"] == "[to be added]"
    assert told["Finance"] == "Funds named: Safety Fund. What this paper costs, and who pays: [to be added]."


def test_the_background_papers_are_the_documents_of_the_register(exampleton: Paper) -> None:
    told = said(part(exampleton, "Contact and background papers"))
    assert "Note by the partnership officer on posts and chairs (14 June 2024)." in told


def test_every_check_that_is_put_into_words_exists() -> None:
    assert [wording.check for wording in wordings() if wording.check not in (*library().checks, *REPORTS)] == []


def test_a_body_is_told_with_what_it_reports_to_its_scrutiny_and_its_chairs(exampleton: Paper) -> None:
    told = pairs(part(exampleton, BODIES), "body", "recorded")
    assert told["Exampleton Safer Board"] == (
        "Reports to Exampleton Cabinet; reports to Greater Exampleshire Safety Commission, on regional funds only; "
        "part of Exampleton Community Safety Partnership; scrutinised by Communities Scrutiny Committee; chaired by "
        "Cabinet Member for Safer Communities (joint), Divisional Commander (joint) and Head of Community Safety (vice)"
    )
    assert "For 7 of 38 bodies it is not recorded" in said(part(exampleton, BODIES))


def test_a_theme_is_told_with_lead_and_holder_and_an_absent_lead_is_not_recorded(exampleton: Paper) -> None:
    told = pairs(part(exampleton, THEMES), "theme", "lead")
    assert told["Safe streets"] == 'Divisional Commander (held by Dr Bartholomew "Barty" Plume, MBE)'
    assert told["Shared information"] == "Not recorded"
    assert "Who leads safe homes: (a) The cabinet member and the Health Trust. (b) The Head of" in said(
        part(exampleton, THEMES)
    )


def test_an_action_is_told_with_its_area_owner_and_due_date_and_those_without_any_as_a_number(
    exampleton: Paper,
) -> None:
    actions = part(exampleton, "Actions and their owners")
    assert said(actions) == (
        "4 of 7 actions have an owner (and 1 accepted). 2 of 5 actions not recorded as done or stopped "
        "have a due date. For 1 action neither is recorded, nor any progress."
    )
    told = rows(actions, "action", "area", "owner", "due")
    assert len(told) == 6
    assert told[0] == (
        "Put night marshals on the streets at weekends",
        "Night-time economy",
        "Licensing Lead",
        "December 2024",
    )


def test_the_actions_that_the_board_is_asked_to_name_an_owner_for_are_all_named(exampleton: Paper) -> None:
    inner = part(exampleton, "Actions and their owners").parts
    assert [each.heading for each in inner] == ["Actions without a recorded owner"]
    told = "; ".join(actions for (actions,) in rows(inner[0], "actions"))
    assert sorted(told.split("; ")) == ["Consider who should sit on the forum", "Watch repeat cases each quarter"]


def test_a_paper_on_a_plan_whose_period_is_over_says_so_and_for_which_year_its_actions_are(
    engine: Engines, tmp_path: Path
) -> None:
    graph = graph_of(
        tmp_path / "t",
        "since: 2020/21\nuntil: 2021/22\n",
        themes="- {id: s, name: Theme, classification: strategic priority, sources: {page: 1}}",
        priority_areas="- {id: p, name: Area, theme: theme/s, sources: {page: 1}}",
        actions="- {id: a, name: Act, year: 2020/21, priority_area: priority-area/p, sources: {page: 2}}",
    )
    late = paper(engine(graph), Plan(graph, "2022-03-31"), library(), made="2024-05-01")
    purpose = said(part(late, "Purpose"))
    assert "It rests on 1 strategic priority, 1 priority area and 1 action" in purpose
    assert "The actions are for 2020/21" in purpose
    assert late.warning == (
        "The Plan of t ended on 31 March 2022, more than 2 years before this paper was made. What was settled since is "
        "not recorded here."
    )
    assert "say what follows The Plan of t, and what here still matters" in said(part(late, "Recommendation"))
    assert render_paper(late, "md").decode().splitlines()[4] == f"**{late.warning}**"
    assert made(engine, graph, "2022-03-31").warning == ""


def test_a_check_without_gaps_counts_what_is_unknown_or_inferred_instead(engine: Engines, tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "t",
        posts="- {id: p, title: Chief, holder: {to: person/n, basis: inferred, reason: So named.}, sources: {page: 1}}",
        people="- {id: n, name: Ann, sources: {page: 1}}",
    )
    told = pairs(part(made(engine, graph), "What the checks find"), "id", "found")
    assert told["posts-without-holder"] == "1 of 1 posts, roles aside: known only by inference"


def test_a_check_is_told_with_its_count_and_the_things_it_found(exampleton: Paper) -> None:
    tables = {
        row["id"]: row
        for content in part(exampleton, "What the checks find").content
        if isinstance(content, Table)
        for row in content.rows
    }
    row = tables["bodies-without-chair"]
    assert row["found"] == "30 of 33 boards, groups and panels of the partnership that exist or act in the plan"
    assert row["which"].startswith("Communities Scrutiny Committee; ")
    assert row["which"].endswith(" more")
    assert tables["actions-without-owner"]["beside"] == "1 accepted"


def test_a_strategy_that_ended_or_ends_is_told_against_the_plans_period(exampleton: Paper) -> None:
    told = rows(part(exampleton, STRATEGIES), "strategy", "until", "when", "owner")
    assert told == [
        ("Strategic Assessment 2023", "2023", "before it began", "Exampleton Borough Council (inferred)"),
        ("Night-Time Charter", "2025", "while it runs", "Not recorded"),
        ("Exampleton Borough Plan", "2026", "while it runs", "Not recorded; Exampleton Borough Council (issuer)"),
    ]


def test_who_is_near_a_role_is_told_beside_it_and_does_not_have_it(exampleton: Paper, engine: Engines) -> None:
    told = pairs(part(exampleton, BODIES), "body", "recorded")
    assert told["Night-Time Economy Group"].endswith(
        "chaired by nobody who is recorded, beside Station Manager (acting)"
    )
    sampleford = made(engine, invented("sampleford-2025-26"))
    delivered = pairs(part(sampleford, THEMES), "theme", "delivered")
    assert delivered["Young people"] == "Not recorded. With: Children's Services"


def test_a_theme_whose_areas_are_all_delivered_is_delivered_area_by_area(engine: Engines, tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "t",
        bodies="- {id: a, name: A Group, sources: {page: 1}}\n- {id: b, name: B Group, sources: {page: 1}}\n",
        themes="- {id: t, name: Theme, sources: {page: 1}}\n- {id: u, name: Other, sources: {page: 1}}\n",
        priority_areas="""
            - {id: p, name: One, theme: theme/t, delivered_by: body/a, sources: {page: 1}}
            - {id: q, name: Two, theme: theme/t, delivered_by: body/b, sources: {page: 1}}
        """,
    )
    told = pairs(part(made(engine, graph), THEMES), "theme", "delivered")
    assert told == {"Theme": "Area by area: A Group; B Group", "Other": "Not recorded"}


def test_every_row_about_the_plan_says_its_page(exampleton: Paper) -> None:
    told = [part(exampleton, heading) for heading in (BODIES, "Actions and their owners")]
    themes = part(exampleton, THEMES)
    for each in (*told, themes):
        for content in each.content:
            if isinstance(content, Table):
                assert all(row["sources"] or "Not recorded" in row.values() for row in content.rows)


def test_several_matrices_are_parts_of_their_own_with_their_faults(engine: Engines) -> None:
    found = made(engine, invented("sampleford-2025-26"), "2025-06-30")
    children, adults = (part(found, f"Who leads on safeguarding {whom}") for whom in ("children", "adults"))
    assert [content.id for content in children.content if isinstance(content, Matrix)] == [
        "sampleford-2025-26:matrix/children"
    ]
    assert "Missing children has 2 lead boards" in said(children)
    assert "lead boards" not in said(adults)
    assert "Regional priorities" not in [each.heading for each in found.appendices]


def test_what_a_copy_has_lost_is_said_once_where_it_matters(exampleton: Paper) -> None:
    lost = "The lines of the diagram on page 21 are lost in our copy: what may stand there is unknown."
    assert lost in said(part(exampleton, BODIES))
    assert lost in said(part(exampleton, "Sources, and what is inferred"))
    assert lost not in said(part(exampleton, "Lead and supporting boards"))


def test_a_picture_has_its_lines_and_what_is_missing_as_the_text_that_stands_for_it(exampleton: Paper) -> None:
    charts, mapped = (
        next(content for content in part(exampleton, heading).content if isinstance(content, Diagram))
        for heading in (BODIES, "Regional priorities")
    )
    assert "Exampleton Safer Board reports to Exampleton Cabinet, twice a year." in charts.summary
    assert "Tier" not in charts.summary
    assert mapped.summary.endswith("Nothing here maps to Stronger places.")


def test_a_matrix_without_any_cell_is_a_sentence(engine: Engines, tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "t",
        bodies="- {id: a, name: A Board, sources: {page: 1}}\n",
        safeguarding_themes="- {id: s, name: Stalking, sources: {page: 1}}\n",
        matrices="- {id: m, title: Who leads, rows: safeguarding-theme/s, columns: body/a, sources: {page: 1}}\n",
    )
    assert said(part(made(engine, graph), BODIES)).endswith("Who leads: 1 of 1 cells is not recorded.")


def test_a_paper_about_nothing_says_so_and_has_no_empty_parts(engine: Engines, tmp_path: Path) -> None:
    found = made(engine, graph_of(tmp_path / "t"))
    assert [said(each) for each in found.parts][:4] == [
        "Nothing is recorded that anybody could answer for.",
        "Draft: the board is asked to note this paper.",
        "The checks that have words in this paper find nothing.",
        "The checks leave no question open.",
    ]
    assert [each.heading for each in found.appendices] == ["What the checks find", "Sources and words"]


def test_several_plans_stand_in_one_paper_and_each_row_says_whose_it_is(engine: Engines) -> None:
    found = made(engine, invented("sampleford-2025-26", "exampleton-2024-27"))
    plans = pairs(part(found, BODIES), "body", "plan")
    assert plans["Monthly Tasking Meeting"] == "Sampleford and Millbrook Community Safety Agreement"
    assert plans["Exampleton Safer Board"] == "Exampleton Safer Together Plan 2024-27"


def test_very_many_actions_are_shortened_and_whole_in_the_answer_beside(engine: Engines, tmp_path: Path) -> None:
    many = "".join(
        f"- {{id: a{number}, name: Action {number}, priority_area: priority-area/p, due: 2024, sources: {{page: 2}}}}\n"
        for number in range(300)
    )
    graph = graph_of(
        tmp_path / "t",
        themes="- {id: t, name: Theme, sources: {page: 1}}",
        priority_areas="- {id: p, name: Area, theme: theme/t, sources: {page: 1}}",
        actions=many,
    )
    found = made(engine, graph)
    actions = part(found, "Actions and their owners")
    assert len(rows(actions, "action")) == 60
    assert said(actions).endswith(" 240 more are left out here.")
    whole = found.full[0]
    assert isinstance(whole, Table)
    assert len(whole.rows) == 300


def test_names_are_listed_up_to_a_number_and_a_length() -> None:
    names = ["one", "two", "two", "three"]
    assert listed(names) == "one; two; three"
    assert listed(names, 2) == "one; two; and 1 more"
    assert listed(["a" * 50, "b" * 50, "c"], longest=60) == f"{'a' * 50}; and 2 more"
    assert listed([]) == "Not recorded"


def test_sources_are_shortened_to_pages_in_order() -> None:
    places = ((22, "leads on it"), (3, "is led by"), (22, "led again"), (None, None))
    sources: list[SourceRef] = [
        {"document": "t:document/plan", "title": "The Plan", "page": page, "anchor": anchor} for page, anchor in places
    ]
    assert [source["page"] for source in pages(sources)] == [3, 22]


def test_an_abbreviation_is_spelt_out_where_it_is_first_read_and_as_a_name_says_it() -> None:
    spell = spelling({"ASB": "Anti-social behaviour", "OCG": "Organised Crime Group", "NPS": "Probation Service"})
    assert spell("The ASB Group") == "The Anti-social behaviour (ASB) Group"
    assert spell("ASB again") == "ASB again"
    assert spell("All OCGs") == "All Organised Crime Groups (OCGs)"
    assert spell("The Probation Service (NPS), SNPS") == "The Probation Service (NPS), SNPS"
    assert spelling({})("ASB") == "ASB"
    assert spelling({"CSE": "Exploitation"})("CSE, Exploitation; a report (CSE)") == (
        "CSE, Exploitation; a report (Exploitation, CSE)"
    )
