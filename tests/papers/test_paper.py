from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ssp_graph.graph import Graph
from ssp_graph.papers import Content, Paper, Part, Points, paper
from ssp_graph.papers.parts import listed
from ssp_graph.papers.wording import wordings
from ssp_graph.plan import Plan
from ssp_graph.questions.library import library
from ssp_graph.results import Matrix, SourceRef, Table, pages
from tests.making import graph_of, invented
from tests.questions.asking import Engines, counts

DAY = "2025-06-30"


def contents(parts: tuple[Part, ...]) -> Iterator[Content]:
    for part in parts:
        yield from part.content
        yield from contents(part.parts)


def made(engine: Engines, graph: Graph, day: str = DAY) -> Paper:
    return paper(engine(graph), Plan(graph, day), library())


def part(found: Paper, heading: str) -> Part:
    return next(each for each in found.parts if each.heading == heading)


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


@pytest.fixture
def exampleton(engine: Engines) -> Paper:
    return made(engine, invented("exampleton-2024-27"))


def test_the_parts_come_in_the_order_of_reading(exampleton: Paper) -> None:
    assert [each.heading for each in exampleton.parts] == [
        "Summary",
        "For the board to consider",
        "Structure",
        "Who leads and delivers each theme",
        "Actions and their owners",
        "Gaps",
        "Regional priorities",
        "Strategies expired or expiring",
        "Lead and supporting boards",
        "Sources, and what is inferred",
        "Glossary",
    ]


def test_the_title_block_says_what_the_paper_is_about_and_leaves_the_meeting_to_its_author(exampleton: Paper) -> None:
    assert [(row["item"], row["detail"]) for row in exampleton.about.rows] == [
        ("Partnership", "Exampleton Community Safety Partnership"),
        ("Plan", "Exampleton Safer Together Plan 2024-27"),
        ("Period", "1 April 2024 to 31 March 2027"),
        ("As of", "30 June 2025"),
        ("Prepared from", "The register exampleton-2024-27, by ssp-graph"),
        ("Status", "Draft for editing"),
        ("Meeting and date", "[to be added]"),
        ("Report author", "[to be added]"),
    ]


def test_the_summary_says_how_many_of_how_many_as_the_checks_count_them(exampleton: Paper, engine: Engines) -> None:
    told = pairs(part(exampleton, "Summary"), "subject", "told")
    assert told["Leads and delivery"].startswith("1 of 3 themes has no lead; ")
    assert told["Actions"] == "2 of 7 actions name no owner; 3 of 5 actions give no due date."
    owned = counts(engine, invented("exampleton-2024-27"), "actions-without-owner", DAY)
    assert (owned["found"], owned["of"]) == (2, 7)
    assert told["Lead and supporting matrix"] == "5 of 6 cells are not recorded."


def test_what_stands_out_is_what_nearly_all_lack(exampleton: Paper) -> None:
    told = said(part(exampleton, "Summary"))
    assert "nine tenths or more of what it counts:" in told
    assert "Bodies without a chair: 31 of 34" in told


def test_each_question_for_the_board_names_a_check_that_found_something(exampleton: Paper) -> None:
    asked = [
        sentence
        for content in part(exampleton, "For the board to consider").content
        if isinstance(content, Points)
        for sentence in content.sentences
    ]
    found = dict(exampleton.full)["gaps"]
    assert isinstance(found, Table)
    finding = {row["check"] for row in found.rows if row["found"] or row["unknown"]}
    assert asked[0] == "Who is to lead the theme without a lead? (themes-without-lead)"
    assert {sentence.rpartition("(")[2].rstrip(")") for sentence in asked} <= finding


def test_every_check_that_is_put_into_words_exists() -> None:
    assert [wording.check for wording in wordings() if wording.check not in library().checks] == []


def test_a_body_is_told_with_what_it_reports_to_its_scrutiny_and_its_chairs(exampleton: Paper) -> None:
    told = pairs(part(exampleton, "Structure"), "body", "recorded")
    assert told["Exampleton Safer Board"] == (
        "Reports to Exampleton Cabinet; reports to Greater Exampleshire Safety Commission, on regional funds only; "
        "part of Exampleton Community Safety Partnership; scrutinised by Communities Scrutiny Committee; chaired by "
        "Cabinet Member for Safer Communities (joint), Divisional Commander (joint) and Head of Community Safety (vice)"
    )
    assert "For 7 of 38 bodies no source says" in said(part(exampleton, "Structure"))


def test_a_theme_is_told_with_lead_and_holder_and_an_absent_lead_is_not_recorded(exampleton: Paper) -> None:
    told = pairs(part(exampleton, "Who leads and delivers each theme"), "theme", "lead")
    assert told["Safe streets"] == 'Divisional Commander (held by Dr Bartholomew "Barty" Plume, MBE)'
    assert told["Shared information"] == "Not recorded"
    assert "Who leads safe homes: (a) The cabinet member and the Health Trust. (b) The Head of" in said(
        part(exampleton, "Who leads and delivers each theme")
    )


def test_an_action_is_told_with_its_area_owner_and_due_date(exampleton: Paper) -> None:
    actions = part(exampleton, "Actions and their owners")
    assert [each.heading for each in actions.parts] == ["Safe streets", "Safe homes", "Shared information"]
    assert rows(actions.parts[0], "action", "area", "owner", "due")[0] == (
        "Put night marshals on the streets at weekends",
        "Night-time economy",
        "Licensing Lead",
        "December 2024",
    )
    assert rows(actions.parts[1], "owner")[1] == ("Not recorded",)


def test_a_check_is_told_with_its_count_and_the_things_it_found(exampleton: Paper) -> None:
    tables = {
        row["id"]: row
        for content in part(exampleton, "Gaps").content
        if isinstance(content, Table)
        for row in content.rows
    }
    row = tables["bodies-without-chair"]
    assert row["found"] == "31 of 34"
    assert row["which"].startswith("Exampleton Community Safety Partnership; ")
    assert row["which"].endswith(" more")
    assert tables["actions-without-owner"]["others"] == "1 accepted"


def test_a_strategy_that_ended_or_ends_is_told_against_the_plans_period(exampleton: Paper) -> None:
    told = rows(part(exampleton, "Strategies expired or expiring"), "strategy", "until", "when", "owner")
    assert told == [
        ("Strategic Assessment 2023", "2023", "before it began", "Exampleton Borough Council (inferred)"),
        ("Night-Time Charter", "2025", "while it runs", "Not recorded"),
        ("Exampleton Borough Plan", "2026", "while it runs", "Not recorded; Exampleton Borough Council (issuer)"),
    ]


def test_who_is_near_a_role_is_told_beside_it_and_does_not_have_it(exampleton: Paper, engine: Engines) -> None:
    told = pairs(part(exampleton, "Structure"), "body", "recorded")
    assert told["Night-Time Economy Group"].endswith(
        "chaired by nobody who is recorded, beside Station Manager (acting)"
    )
    sampleford = made(engine, invented("sampleford-2025-26"))
    delivered = pairs(part(sampleford, "Who leads and delivers each theme"), "theme", "delivered")
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
    told = pairs(part(made(engine, graph), "Who leads and delivers each theme"), "theme", "delivered")
    assert told == {"Theme": "Area by area: A Group; B Group", "Other": "Not recorded"}


def test_every_row_about_the_plan_says_its_page(exampleton: Paper) -> None:
    told = [part(exampleton, heading) for heading in ("Structure", "Actions and their owners")]
    themes = part(exampleton, "Who leads and delivers each theme")
    assert [inner.heading for inner in themes.parts] == ["Where each theme is answered for in the end"]
    for each in (*told, themes, *themes.parts):
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
    assert said(part(found, "Regional priorities")) == (
        "No regional priorities are recorded, in this register or in one that it uses."
    )


def test_a_paper_about_nothing_says_so_in_every_part(engine: Engines, tmp_path: Path) -> None:
    found = made(engine, graph_of(tmp_path / "t"))
    assert [said(each) for each in found.parts][:5] == [
        "Nothing is recorded that anybody could answer for.",
        "The checks that this paper rests on leave no question open.",
        "No board, group or other body is recorded.",
        "No theme is recorded.",
        "No action is recorded.",
    ]
    assert "None" not in " ".join(said(each) for each in found.parts)


def test_several_plans_stand_in_one_paper_and_each_row_says_whose_it_is(engine: Engines) -> None:
    found = made(engine, invented("sampleford-2025-26", "exampleton-2024-27"))
    plans = pairs(part(found, "Structure"), "body", "plan")
    assert plans["Monthly Tasking Meeting"] == "Sampleford and Millbrook Community Safety Agreement"
    assert plans["Exampleton Safer Board"] == "Exampleton Safer Together Plan 2024-27"


def test_very_many_actions_are_shortened_and_whole_in_the_answer_beside(engine: Engines, tmp_path: Path) -> None:
    many = "".join(
        f"- {{id: a{number}, name: Action {number}, priority_area: priority-area/p, sources: {{page: 2}}}}\n"
        for number in range(300)
    )
    graph = graph_of(
        tmp_path / "t",
        themes="- {id: t, name: Theme, sources: {page: 1}}",
        priority_areas="- {id: p, name: Area, theme: theme/t, sources: {page: 1}}",
        actions=many,
    )
    found = made(engine, graph)
    (theme,) = part(found, "Actions and their owners").parts
    assert len(rows(theme, "action")) == 40
    assert said(theme) == "None of 300 actions names an owner. 260 more are left out here."
    whole = dict(found.full)["actions"]
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
