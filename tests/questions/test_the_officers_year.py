"""What inspectors, auditors and statutes ask every year: recommendations, readings, governing documents, duties."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.answers.who import who
from ssp_graph.graph import Graph
from ssp_graph.plan import Plan
from ssp_graph.questions import gaps
from ssp_graph.questions.library import Library, library
from tests.questions.asking import DAY, Engines, answer, found, plan, values

RECOMMENDATIONS = """
- {id: silent, name: Say nothing, made_by: body/panel, made_to: body/board}
- {id: waiting, name: Wait, made_by: body/panel, response: {is: awaited, day: 2020-02-01}}
- {id: no, name: Refuse, made_by: body/panel, response: refused}
- {id: why, name: Refuse and say why, response: {is: refused, reason: It costs too much}, due: 2020-01}
- {id: part, name: Do half, response: {is: in part, day: 2020-07-01}}
- {id: late, name: Be late, response: accepted, due: 2020-05-31, owner: post/head}
- {id: kept, name: Be in time, response: accepted, due: 2020-05-31, progress: {day: 2020-05, status: done}}
- {id: done, name: Be done by an action, response: accepted}
"""
RECORDS = {
    "bodies": """
- {id: panel, name: The Panel, outside: true, scrutinises: body/board}
- {id: board, name: The Board, works_with: body/trust, members: [organisation/police, organisation/fire, post/head]}
- {id: trust, name: The Trust, members: [organisation/police, organisation/fire]}
- {id: team, name: The Team, reports_to: body/board, members: [organisation/police, post/head]}
""",
    "organisations": """
- {id: police, name: Police, responsible_authority_of: {to: body/board, under: strategy/act, section: 5}}
- {id: fire, name: Fire}
- {id: health, name: Health}
- {id: council, name: Council}
""",
    "people": "- {id: ann, name: Ann Archer}\n",
    "posts": """
- {id: head, title: Head, elected: false, in: organisation/council, holder: person/ann}
- {id: scrutineer, title: The Scrutineer, scrutinises: {to: body/trust, independent: true}}
""",
    "recommendations": RECOMMENDATIONS,
    "actions": "- {id: act, name: Act, implements: recommendation/done, owner: post/head}\n",
    "strategies": """
- {id: act, name: The Act, classification: statute}
- {id: shared, name: The plan, required_by: strategy/act, published_at: online, sent_to: {to: body/panel, day: 2020-02}}
- {id: hidden, name: The report, required_by: {to: strategy/act, section: 9}}
- {id: terms, name: The terms, classification: terms of reference, governs: body/board, review_due: 2020-05}
- {id: undated, name: The protocol, classification: protocol}
""",
    "duties": """
- id: violence
  name: The duty
  required_by: {to: strategy/act, section: 8}
  borne_by: [organisation/police, organisation/council, organisation/health]
  overseen_by: body/board
  sources: {page: 1}
- {id: prevent, name: Another duty, classification: statutory duty, borne_by: organisation/fire}
""",
    "measures": """
- {id: thefts, name: Thefts, baseline: "1,200", target: "900", better: lower}
- {id: safety, name: Feeling safe, target: 70%, better: higher}
- {id: unread, name: Never read}
""",
    "readings": """
- {id: a, period: 2019/20, value: "1,100", measure: measure/thefts}
- {id: b, period: 2020/21 Q1, value: "905.5", rating: amber, measure: measure/thefts}
- {id: c, period: 2018-10 to 2019-03, value: "71", unit: "%", measure: measure/safety}
- {id: d, period: 2020-07, value: "1", measure: measure/thefts}
""",
}


@pytest.fixture
def town(tmp_path: Path) -> Graph:
    return plan(tmp_path, **RECORDS)


def test_each_check_of_recommendations_asks_those_that_can_have_the_fault(engine: Engines, town: Graph) -> None:
    asked = {
        name: found(engine, town, f"recommendations-{name}")
        for name in ("without-answer", "refused-without-reason", "overdue", "without-owner")
    }
    assert {name: (each.of, [slug for slug, _ in each.states]) for name, each in asked.items()} == {
        "without-answer": (8, ["silent", "waiting", "part"]),  # which is answered the day after
        "refused-without-reason": (2, ["no"]),
        "overdue": (1, ["late"]),
        "without-owner": (3, ["kept"]),
    }
    later = found(engine, town, "recommendations-refused-without-reason", "2020-07-01")
    assert [slug for slug, _ in later.states] == ["no", "part"]


def test_the_answer_stands_beside_the_recommendation_with_its_reason(engine: Engines, town: Graph) -> None:
    table = answer(engine, town, "recommendations-and-answers")
    rows = values(table, "recommendation", "made_by", "answer", "reason", "status")
    assert rows[1] == ("Wait", ["The Panel"], "awaited", None, "not recorded")
    assert rows[3] == ("Refuse and say why", [], "refused", "It costs too much", "not recorded")
    assert rows[5] == ("Be late", [], "accepted", None, "not recorded")
    assert len(answer(engine, town, "recommendations-and-answers", body="The Board").rows) == 1


def test_a_measure_stands_at_its_last_reading_up_to_the_day(engine: Engines, town: Graph) -> None:
    columns = ("measure", "period", "value", "unit", "from_baseline", "from_target", "target_met", "moved")
    assert values(answer(engine, town, "measures-and-their-readings"), *columns) == [
        ("Thefts", "2020/21 Q1", "905.5", None, "-294.5", "+5.5", "no", "-194.5"),
        ("Feeling safe", "2018-10 to 2019-03", "71", "%", None, "+1", "yes", None),
    ]
    assert [slug for slug, _ in found(engine, town, "measures-without-reading").states] == ["safety", "unread"]
    series = values(answer(engine, town, "readings-by-measure", measure="Thefts"), "period", "moved")
    assert series == [("2019/20", None), ("2020/21 Q1", "-194.5")]


def test_governing_documents_and_statutory_ones_are_asked_for_what_they_owe(engine: Engines, town: Graph) -> None:
    assert found(engine, town, "reviews-overdue") == (1, 1, [("terms", "gap")])
    assert found(engine, town, "governing-documents-without-review-date") == (1, 2, [("undated", "gap")])
    assert found(engine, town, "statutory-documents-not-shared") == (1, 2, [("hidden", "gap")])
    assert values(answer(engine, town, "governing-documents"), "document", "governs") == [
        ("The terms", ["The Board"]),
        ("The protocol", []),
    ]
    required = values(answer(engine, town, "what-statutes-require"), "section", "thing")
    assert required == [(None, "The plan"), ("8", "The duty"), ("9", "The report")]


def test_committees_and_scrutineers_scrutinise_and_one_is_called_independent(engine: Engines, town: Graph) -> None:
    table = answer(engine, town, "who-scrutinises-what")
    assert values(table, "scrutineer", "outside", "independent", "relationship", "thing", "recommended") == [
        ("The Panel", "yes", None, "scrutinises", "The Board", ["Say nothing"]),
        ("The Scrutineer", None, "yes", "scrutinises", "The Trust", []),
        ("The Board", None, None, "oversees", "The duty", []),
    ]
    assert values(answer(engine, town, "scrutiny-reach"), "committee", "thing") == [
        ("The Panel", "The Board"),
        ("The Scrutineer", "The Trust"),
    ]
    on_the_day = Plan(town, DAY)
    scrutineer = next(post for post in on_the_day.things("post") if post.name == "The Scrutineer")
    assert "The post scrutinises The Trust." in who(on_the_day, scrutineer.id).heading.count


def test_who_is_bound_by_a_duty_takes_part_by_a_seat_of_its_own_or_of_a_post(engine: Engines, town: Graph) -> None:
    table = answer(engine, town, "who-is-bound-by-each-duty")
    assert values(table, "duty", "statute", "bound", "takes_part") == [
        ("The duty", ["The Act, section 8"], "Police", "yes"),
        ("The duty", ["The Act, section 8"], "Health", "no seat recorded"),
        ("The duty", ["The Act, section 8"], "Council", "yes"),
        ("Another duty", [], "Fire", "not recorded"),
    ]
    assert values(answer(engine, town, "responsible-authorities"), "authority", "statute") == [
        ("Police", "The Act, section 5")
    ]


def test_what_was_there_already_is_asked_for_too(engine: Engines, town: Graph) -> None:
    same = values(answer(engine, town, "boards-with-the-same-members"), "body", "other", "common", "smaller")
    assert same == [("The Board", "The Trust", 2, 2), ("The Board", "The Team", 2, 2)]
    standing = values(answer(engine, town, "boards-and-how-they-stand"), "standing", "body", "other")
    assert standing == [
        ("peers", "The Board", "The Trust"),
        ("the first answers to the other", "The Team", "The Board"),
        ("the first watches over the other", "The Panel", "The Board"),
    ]
    leaves = answer(engine, town, "if-an-organisation-leaves", organisation="Council")
    assert ("owns", "Act", "Head", 0) in values(leaves, "relationship", "thing", "post", "remaining")
    seats = values(answer(engine, town, "seats-by-organisation", organisation="Council"), "body", "post", "holder")
    assert seats == [("The Board", "Head", ["Ann Archer"]), ("The Team", "Head", ["Ann Archer"])]
    assert values(answer(engine, town, "people-on-several-boards"), "person", "seats") == [("Ann Archer", 2)]
    assert values(answer(engine, town, "posts-of-councillors-and-officers"), "held_by", "post") == [
        ("officers", "Head")
    ]


def test_where_nothing_is_recorded_nothing_is_asked_and_that_is_said(engine: Engines, tmp_path: Path) -> None:
    graph = plan(tmp_path, measures="- {id: m, name: M}\n", strategies="- {id: p, name: P, classification: protocol}\n")
    summed = {row["check"]: row for row in gaps.summary(engine(graph), Plan(graph, "2020-06-30"), _only_new()).rows}
    assert {name: (row["found"], row["of"]) for name, row in summed.items()} == dict.fromkeys(summed, (0, 0))
    table = answer(engine, graph, "recommendations-and-answers")
    assert table.heading.answer == "Recommendations: none recorded."
    assert table.empty == "Nothing is recorded that answers this."


def _only_new() -> Library:
    words = ("recommendation", "reading", "review", "statutory-documents")
    return Library({name: each for name, each in library().checks.items() if any(word in name for word in words)})
