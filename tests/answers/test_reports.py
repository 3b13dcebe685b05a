"""Reports of the question library, each on a register small enough to know the right answer."""

from __future__ import annotations

from pathlib import Path

from tests.answers.asking import INFERRED, Engines, answer, plan, rows, values, with_sources
from tests.making import write_register


def test_actions_go_owner_by_owner_by_due_date_and_those_nobody_owns_come_last(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head}\n",
        bodies="- {id: b, name: Board}\n",
        themes="- {id: t, name: Theme}\n",
        priority_areas="- {id: a, name: Area, theme: theme/t}\n",
        actions="""\
- {id: one, name: One, owner: post/p}
- {id: two, name: Two, owner: [post/p, {to: body/b, capacity: joint}], due: 2020-09, priority_area: priority-area/a}
- {id: three, name: Three}
""",
    )
    shown = ("owner", "action", "due", "capacity")
    assert values(answer(engine, graph, "actions-by-owner"), *shown) == [
        ("Board", "Two", "2020-09", "joint"),
        ("Head", "Two", "2020-09", None),
        ("Head", "One", "not recorded", None),
        ("No owner recorded", "Three", "not recorded", None),
    ]
    assert answer(engine, graph, "actions-by-owner").heading.count == "3 actions."
    assert values(answer(engine, graph, "actions-by-owner", owner="Board"), "action") == [("Two",)]
    assert values(answer(engine, graph, "actions-by-owner", theme="Theme"), "owner") == [("Board",), ("Head",)]


def test_what_a_post_answers_for_reads_by_capacity_and_behalf(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head, acts_for: body/b}\n",
        bodies="- {id: b, name: Board, chairs: {to: post/p, capacity: deputy}}\n",
        themes="- {id: t, name: Theme, led_by: {to: post/p, capacity: joint, on_behalf_of: body/b}}\n",
        strategies="- {id: s, name: Strategy, owner: {to: post/p, capacity: issuer}}\n",
        duties="- {id: d, name: Duty, borne_by: {to: post/p, until: 2019}}\n",
    )
    table = answer(engine, graph, "what-a-post-answers-for")
    assert values(table, "relationship", "thing", "kind", "on_behalf_of") == [
        ("acts on behalf of", "Board", "body", None),
        ("is deputy chair of", "Board", "body", None),
        ("jointly leads", "Theme", "theme", "Board"),
        ("issues", "Strategy", "strategy", None),
    ]


def test_what_falls_with_a_post_is_what_nobody_else_does(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head}\n- {id: q, title: Clerk}\n",
        bodies="- {id: b, name: Board, chairs: [post/p, {to: post/q, capacity: deputy}]}\n",
        themes="- {id: t, name: Theme, led_by: [post/p, post/q]}\n",
        actions="- {id: a, name: Act, owner: post/p, involves: post/q}\n",
        duties="- {id: d, name: Duty, borne_by: post/p, overseen_by: post/q}\n",
    )
    table = answer(engine, graph, "if-a-post-is-vacant", post="Head")
    assert values(table, "relationship", "thing", "deputy") == [
        ("bears", "Duty", []),
        ("chairs", "Board", ["Clerk (deputy)"]),
        ("owns", "Act", []),
    ]


def test_what_changes_hands_with_a_body_reads_from_the_body(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head, reports_to: body/b}\n",
        bodies="""\
- {id: b, name: Board, chairs: post/p, reports_to: body/c}
- {id: c, name: Cabinet}
- {id: d, name: Group, reports_to: [body/b, {to: body/c, until: 2019}]}
""",
        themes="- {id: t, name: Theme, delivered_by: {to: body/b, capacity: sole}}\n",
    )
    table = answer(engine, graph, "if-a-body-is-abolished", body="Board")
    assert values(table, "relationship", "other") == [
        ("is chaired by", "Head"),
        ("is responsible for delivering", "Theme"),
        ("reports to", "Cabinet"),
        ("receives reports from", "Group"),
        ("receives reports from", "Head"),
    ]


def test_posts_report_to_themselves_directly_or_through_what_they_lead_or_chair(
    tmp_path: Path, engine: Engines
) -> None:
    graph = plan(
        tmp_path,
        posts="""\
- {id: own, title: Own, reports_to: body/a}
- {id: leads, title: Leads}
- {id: far, title: Far}
- {id: deputy, title: Deputy, reports_to: body/d}
- {id: clear, title: Clear, reports_to: body/a}
""",
        bodies=f"""\
- {{id: a, name: A, chairs: post/own}}
- {{id: b, name: B, chairs: post/leads}}
- {{id: c, name: C, chairs: {{to: post/far, {INFERRED}}}}}
- {{id: d, name: D, chairs: [{{to: post/deputy, capacity: deputy}}, post/clear]}}
- {{id: group, name: Group, led_by: post/leads, reports_to: body/b}}
- {{id: sub, name: Sub, chairs: post/far, reports_to: body/mid}}
- {{id: mid, name: Mid, reports_to: body/c}}
""",
    )
    table = answer(engine, graph, "posts-that-report-to-themselves")
    assert values(table, "post", "chaired", "through", "basis") == [
        ("Own", "A", ["its own line"], "stated"),
        ("Leads", "B", ["Group"], "stated"),
        ("Far", "C", ["Sub, then Mid"], "inferred"),
    ]
    assert table.heading.count == "3 of 5 posts that chair a body or stand in."


def test_bodies_share_a_remit_in_words_or_a_task(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="""\
- {id: a, name: A, remit: Keeps the peace}
- {id: b, name: B, remit: keeps the PEACE}
- {id: c, name: C, remit: Something else}
- {id: d, name: D, remit: Something else, status: past}
""",
        themes="""\
- {id: t, name: Theme, delivered_by: [body/a, body/c], overseen_by: body/b}
- {id: u, name: Other, delivered_by: [body/a, {to: body/b, until: 2019}]}
""",
    )
    table = answer(engine, graph, "bodies-with-the-same-remit")
    assert values(table, "shared", "relationship", "bodies") == [
        ("Theme", "is responsible for delivering", ["A", "C"]),
        ("Keeps the peace", "has the remit", ["A", "B"]),
    ]


def regional(tmp_path: Path) -> None:
    write_register(
        tmp_path / "region",
        regional_priorities=with_sources("""\
- {id: safe, name: Safe, commitments: [{id: knives, name: Knives, sources: {page: 1}}]}
- {id: strong, name: Strong, commitments: [{id: parks, name: Parks, sources: {page: 1}}]}
- {id: kind, name: Kind}
"""),
    )


def test_the_stated_mapping_is_set_against_what_the_themes_do(tmp_path: Path, engine: Engines) -> None:
    regional(tmp_path)
    graph = plan(
        tmp_path,
        "uses: [region]\n",
        themes="""\
- {id: agrees, name: Agrees, maps_to: region:regional-priority/safe}
- {id: empty, name: Empty, maps_to: [region:regional-priority/safe, region:regional-priority/kind]}
- {id: unsaid, name: Unsaid}
""",
        priority_areas=f"""\
- {{id: a, name: Area, theme: theme/agrees, addresses: region:commitment/knives}}
- {{id: b, name: Other, theme: {{to: theme/unsaid, {INFERRED}}}}}
""",
        actions="- {id: x, name: Act, priority_area: priority-area/b, addresses: region:commitment/parks}\n",
    )
    table = answer(engine, graph, "mapping-disagreements")
    nothing = "set against it, but nothing in the theme addresses its commitments"
    assert values(table, "theme", "priority", "disagreement", "content", "basis") == [
        ("Empty", "Safe", nothing, [], "stated"),
        ("Unsaid", "Strong", "addresses its commitments, but is not set against it", ["Act"], "inferred"),
    ]
    assert table.heading.count == "2 of 3 themes."


def test_a_strategy_stands_behind_an_area_directly_or_through_an_action(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        themes="- {id: t, name: Theme}\n",
        priority_areas="""\
- {id: both, name: Both, theme: theme/t}
- {id: one, name: One, theme: theme/t}
- {id: past, name: Past, theme: theme/t}
""",
        actions="""\
- {id: x, name: X, priority_area: priority-area/both, implements: [strategy/a, strategy/b]}
- {id: y, name: Y, priority_area: priority-area/one, implements: strategy/b}
- {id: z, name: Z, priority_area: priority-area/past, implements: strategy/c}
""",
        strategies="""\
- {id: a, name: A, guides: priority-area/both}
- {id: b, name: B}
- {id: c, name: C, status: ended, guides: priority-area/past}
- {id: d, name: D, guides: theme/t}
""",
    )
    table = answer(engine, graph, "areas-at-a-glance")
    assert values(table, "area", "actions", "strategies") == [("Both", 1, 2), ("One", 1, 1), ("Past", 1, 0)]
    assert [row["area"] for row in rows(engine, graph, "areas-without-strategy").rows] == ["Past"]


def test_commitments_go_by_the_number_of_local_actions(tmp_path: Path, engine: Engines) -> None:
    regional(tmp_path)
    graph = plan(
        tmp_path,
        "uses: [region]\n",
        actions=f"""\
- {{id: x, name: X, addresses: region:commitment/parks}}
- {{id: y, name: Y, addresses: {{to: region:commitment/parks, {INFERRED}}}}}
""",
    )
    table = answer(engine, graph, "commitments-by-local-actions")
    assert values(table, "commitment", "actions", "stated") == [("Parks", 2, 1), ("Knives", 0, 0)]


def test_a_strategy_is_listed_under_its_owner_and_an_issuer_is_called_one(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="- {id: b, name: Board}\n",
        strategies="""\
- {id: late, name: Late, owner: body/b, until: 2025}
- {id: soon, name: Soon, owner: {to: body/b, capacity: issuer}, until: 2021}
- {id: none, name: None}
""",
    )
    assert values(answer(engine, graph, "strategies-by-owner"), "owner", "strategy", "until", "capacity") == [
        ("Board", "Soon", "2021", "issuer"),
        ("Board", "Late", "2025", None),
        ("No owner recorded", "None", "not recorded", None),
    ]


def test_one_person_in_several_chairs_is_found_through_his_posts(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        people="- {id: x, name: Ann}\n- {id: y, name: Ben}\n",
        posts="- {id: p, title: Head, holder: person/x}\n- {id: q, title: Clerk, holder: person/y}\n",
        bodies="- {id: a, name: A, chairs: [post/p, post/q]}\n- {id: b, name: B, chairs: person/x}\n",
    )
    table = answer(engine, graph, "people-with-several-hats")
    assert values(table, "person", "posts", "chairs") == [("Ann", ["Head"], ["A", "B"])]


def test_a_holder_is_told_apart_from_a_vacancy_and_from_silence(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        people="- {id: x, name: Ann}\n- {id: y, name: Ben}\n",
        posts="""\
- {id: p, title: Head, holder: [{to: person/x, until: 2020-05-31}, {to: person/y, since: 2020-06-01}]}
- {id: q, title: Clerk, holding: vacant}
- {id: r, title: Guard, holding: held}
- {id: s, title: Cook}
""",
    )
    assert values(answer(engine, graph, "posts-and-holders"), "post", "holder", "since") == [
        ("Head", "Ben", "2020-06-01"),
        ("Clerk", "vacant", None),
        ("Guard", "held, name not recorded", None),
        ("Cook", "not recorded", None),
    ]
    past = answer(engine, graph, "facts-not-in-force")
    assert values(past, "name", "relationship", "other", "why_not") == [("Ann", "holds the post of", "Head", "ended")]
    assert values(answer(engine, graph, "facts-not-in-force", "2020-05-31"), "name", "why_not") == [
        ("Ben", "not begun")
    ]


def test_a_reporting_line_says_by_name_what_it_is_limited_to(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        themes="- {id: t, name: Theme}\n",
        bodies="""\
- {id: a, name: A}
- {id: b, name: B, reports_to: {to: body/a, on: [theme/t, grants], frequency: yearly}}
""",
    )
    table = answer(engine, graph, "reporting-lines")
    assert values(table, "name", "above", "limited_to", "frequency") == [("B", "A", ["Theme", "grants"], "yearly")]


def test_every_cell_of_a_matrix_is_told_board_by_board_in_words(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="- {id: a, name: A}\n- {id: b, name: B}\n",
        matrices="- {id: m, title: M, rows: [safeguarding-theme/y, safeguarding-theme/x], columns: [body/b, body/a]}\n",
        safeguarding_themes="""\
- {id: x, name: X, lead: body/a, no_role: body/b}
- {id: y, name: Y, supporting: body/b}
""",
    )
    assert values(answer(engine, graph, "boards-and-safeguarding-themes"), "board", "theme", "role") == [
        ("B", "Y", "supporting"),
        ("B", "X", "none"),
        ("A", "Y", "not recorded"),
        ("A", "X", "lead"),
    ]


def test_what_nothing_is_said_of_stands_alone(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="- {id: a, name: A}\n- {id: b, name: B, supports: body/c}\n- {id: c, name: C}\n",
        places="- {id: p, name: P}\n",
    )
    assert values(answer(engine, graph, "things-on-their-own"), "name", "kind") == [("A", "body"), ("P", "place")]
