"""Reports of the question library, each on a register small enough to know the right answer."""

from __future__ import annotations

from pathlib import Path

from ssp_graph.plan import Plan
from tests.making import invented, write_register
from tests.questions.asking import INFERRED, Engines, answer, pages, plan, reports, rows, values, with_sources


def test_actions_go_owner_by_owner_by_due_date_and_those_nobody_owns_come_last(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head}\n",
        bodies="- {id: b, name: Board}\n",
        themes="- {id: t, name: Theme}\n",
        priority_areas="- {id: a, name: Area, theme: theme/t}\n",
        actions="""\
- {id: one, name: One, status: done, owner: {to: post/p, basis: inferred, reason: So., sources: {page: 7}}}
- {id: two, name: Two, owner: [post/p, {to: body/b, capacity: joint}], due: 2020-09, priority_area: priority-area/a}
- {id: three, name: Three}
""",
    )
    table = answer(engine, graph, "actions-by-owner")
    assert values(table, "owner", "action", "due", "status", "area", "capacity", "basis") == [
        ("Board", "Two", "2020-09", "not recorded", ["Area"], "joint", "stated"),
        ("Head", "Two", "2020-09", "not recorded", ["Area"], None, "stated"),
        ("Head", "One", "not recorded", "done", [], None, "inferred"),
        ("No owner recorded", "Three", "not recorded", "not recorded", [], None, "stated"),
    ]
    assert pages(table) == [[1], [1], [7], [1]]
    assert table.heading.count == "3 actions."
    assert values(answer(engine, graph, "actions-by-owner", owner="Board"), "action") == [("Two",)]
    assert values(answer(engine, graph, "actions-by-owner", theme="Theme"), "owner") == [("Board",), ("Head",)]


def test_what_a_post_answers_for_reads_by_capacity_and_behalf(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head, acts_for: body/b}\n",
        bodies=f"- {{id: b, name: Board, chairs: {{to: post/p, capacity: deputy, {INFERRED}}}}}\n",
        themes="""\
- id: t
  name: Theme
  led_by: {to: post/p, capacity: joint, on_behalf_of: body/b, since: 2019, until: 2021, stated_on: 2020-02-01}
  sources: {page: 1}
""",
        strategies="- {id: s, name: Strategy, owner: {to: post/p, capacity: issuer}}\n",
        duties="- {id: d, name: Duty, borne_by: {to: post/p, until: 2019}}\n",
    )
    table = answer(engine, graph, "what-a-post-answers-for")
    assert {row["post"] for row in table.rows} == {"Head"}
    assert values(table, "relationship", "thing", "kind", "on_behalf_of", "since", "until", "stated_on", "basis") == [
        ("acts on behalf of", "Board", "body", None, None, None, None, "stated"),
        ("is deputy chair of", "Board", "body", None, None, None, None, "inferred"),
        ("jointly leads", "Theme", "theme", "Board", "2019", "2021", "2020-02-01", "stated"),
        ("issues", "Strategy", "strategy", None, None, None, None, "stated"),
    ]


def test_what_falls_with_a_post_is_what_nobody_else_does(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head}\n- {id: q, title: Clerk}\n",
        bodies="- {id: b, name: Board, chairs: [post/p, {to: post/q, capacity: deputy}]}\n",
        themes="- {id: t, name: Theme, led_by: [post/p, post/q]}\n",
        actions="- {id: a, name: Act, owner: post/p, involves: post/q}\n",
        duties=f"- {{id: d, name: Duty, borne_by: {{to: post/p, {INFERRED}}}, overseen_by: post/q}}\n",
    )
    table = answer(engine, graph, "if-a-post-is-vacant", post="Head")
    assert values(table, "post", "relationship", "thing", "kind", "deputy", "basis") == [
        ("Head", "is responsible for", "Duty", "duty", [], "inferred"),
        ("Head", "chairs", "Board", "body", ["Clerk (deputy)"], "stated"),
        ("Head", "owns", "Act", "action", [], "stated"),
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
        themes=f"- {{id: t, name: Theme, delivered_by: {{to: body/b, capacity: sole, {INFERRED}}}}}\n",
    )
    table = answer(engine, graph, "if-a-body-is-abolished", body="Board")
    assert values(table, "body", "relationship", "other", "kind", "basis") == [
        ("Board", "is chaired by", "Head", "post", "stated"),
        ("Board", "is responsible for delivering", "Theme", "theme", "inferred"),
        ("Board", "reports to", "Cabinet", "body", "stated"),
        ("Board", "receives reports from", "Group", "body", "stated"),
        ("Board", "receives reports from", "Head", "post", "stated"),
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
        bodies="- {id: b, name: Board}\n- {id: c, name: Club}\n",
        measures="- {id: m, name: Measure, measures: [priority-area/both, {to: priority-area/one, until: 2019}]}\n",
        priority_areas="""\
- id: both
  name: Both
  theme: theme/t
  objectives: [{id: o, name: First, sources: {page: 1}}, {id: p, name: Second, sources: {page: 1}}]
  sources: {page: 1}
- {id: one, name: One, theme: theme/t}
- {id: past, name: Past, theme: theme/t}
""",
        actions="""\
- {id: x, name: X, priority_area: priority-area/both, implements: [strategy/a, strategy/b], owner: [body/b, body/c]}
- {id: w, name: W, priority_area: priority-area/both, owner: {to: body/b, until: 2019}}
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
    assert values(table, "area", "theme", "objectives", "actions", "actions_owned", "measures", "strategies") == [
        ("Both", ["Theme"], 2, 2, 1, 1, 2),
        ("One", ["Theme"], 0, 1, 0, 0, 1),
        ("Past", ["Theme"], 0, 1, 0, 0, 0),
    ]
    assert [row["area"] for row in rows(engine, graph, "areas-without-strategy").rows] == ["Past"]


def test_commitments_go_by_the_number_of_local_actions(tmp_path: Path, engine: Engines) -> None:
    regional(tmp_path)
    graph = plan(
        tmp_path,
        "uses: [region]\n",
        actions=f"""\
- {{id: x, name: X, addresses: region:commitment/parks}}
- {{id: y, name: Y, addresses: {{to: region:commitment/parks, {INFERRED}}}}}
- {{id: z, name: Z, addresses: {{to: region:commitment/knives, until: 2019}}}}
""",
        priority_areas="- {id: a, name: Area, addresses: [region:commitment/parks, region:commitment/knives]}\n",
        strategies=f"- {{id: s, name: Strategy, addresses: {{to: region:commitment/parks, {INFERRED}}}}}\n",
    )
    table = answer(engine, graph, "commitments-by-local-actions")
    assert values(table, "commitment", "priority", "actions", "areas", "strategies", "stated") == [
        ("Parks", ["Strong"], 2, 1, 1, 2),
        ("Knives", ["Safe"], 0, 1, 0, 1),
    ]


def test_a_strategy_is_listed_under_its_owner_and_an_issuer_is_called_one(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="- {id: b, name: Board}\n",
        strategies=f"""\
- {{id: late, name: Late, owner: {{to: body/b, {INFERRED}}}, since: 2019, until: 2025, status: in force}}
- id: soon
  name: Soon
  classification: protocol
  date: 2018-03
  level: national
  owner: {{to: body/b, capacity: issuer}}
  until: 2021
  sources: {{page: 1}}
- {{id: none, name: None, owner: {{to: body/b, until: 2019}}}}
""",
    )
    table = answer(engine, graph, "strategies-by-owner")
    assert values(table, "owner", "strategy", "since", "until", "capacity", "basis") == [
        ("Board", "Soon", None, "2021", "issuer", "stated"),
        ("Board", "Late", "2019", "2025", None, "inferred"),
        ("No owner recorded", "None", None, "not recorded", None, "stated"),
    ]
    assert values(table, "classification", "date", "status", "level") == [
        ("protocol", "2018-03", "not recorded", "national"),
        (None, None, "in force", None),
        (None, None, "not recorded", None),
    ]
    assert values(answer(engine, graph, "strategies-by-owner", owner="Board"), "strategy") == [("Soon",), ("Late",)]


def test_one_person_in_several_chairs_is_found_through_his_posts(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        people="- {id: z, name: Zoe}\n- {id: x, name: Ann}\n- {id: y, name: Ben}\n",
        posts="""\
- {id: p, title: Head, holder: person/x}
- {id: q, title: Clerk, holder: person/y}
- {id: r, title: Guard, holder: person/z}
- {id: s, title: Cook, holder: [person/z, {to: person/y, until: 2019}]}
""",
        bodies="- {id: a, name: A, chairs: [post/p, post/q]}\n- {id: b, name: B, chairs: person/x}\n",
    )
    table = answer(engine, graph, "people-with-several-hats")
    assert values(table, "person", "posts", "chairs") == [
        ("Zoe", ["Cook", "Guard"], []),
        ("Ann", ["Head"], ["A", "B"]),
    ]


def test_a_holder_is_told_apart_from_a_vacancy_and_from_silence(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        people="- {id: x, name: Ann}\n- {id: y, name: Ben}\n",
        organisations="- {id: o, name: Council}\n",
        bodies="- {id: b, name: Board}\n",
        posts=f"""\
- id: p
  title: Head
  classification: post
  also_titled: {{title: Chief, sources: {{page: 5}}}}
  in: [organisation/o, {{to: body/b, until: 2019}}]
  holder:
    - {{to: person/x, until: 2020-05-31}}
    - {{to: person/y, since: 2020-06-01, until: 2021, stated_on: 2020-06-15, {INFERRED}, sources: {{page: 7}}}}
  sources: {{page: 1}}
- {{id: q, title: Clerk, classification: role, holding: vacant}}
- {{id: r, title: Guard, holding: held}}
- {{id: s, title: Cook}}
""",
    )
    table = answer(engine, graph, "posts-and-holders")
    assert values(table, "post", "place", "holder", "since", "until", "stated_on", "basis") == [
        ("Head", ["Council"], "Ben", "2020-06-01", "2021", "2020-06-15", "inferred"),
        ("Clerk", [], "vacant", None, None, None, "stated"),
        ("Guard", [], "held, name not recorded", None, None, None, "stated"),
        ("Cook", [], "not recorded", None, None, None, "stated"),
    ]
    assert values(table, "classification", "also_titled")[:2] == [("post", ["Chief"]), ("role", [])]
    assert pages(table) == [[1, 5, 7], [1], [1], [1]]
    past = answer(engine, graph, "facts-not-in-force")
    assert values(past, "name", "relationship", "other", "since", "until", "why_not", "basis") == [
        ("Ann", "holds the post of", "Head", None, "2020-05-31", "ended", "stated"),
        ("Head", "is a post in", "Board", None, "2019", "ended", "stated"),
    ]
    before = answer(engine, graph, "facts-not-in-force", "2020-05-31")
    assert values(before, "name", "since", "why_not", "basis") == [
        ("Ben", "2020-06-01", "not begun", "inferred"),
        ("Head", None, "ended", "stated"),
    ]


def test_a_reporting_line_says_by_name_what_it_is_limited_to(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        themes="- {id: t, name: Theme}\n",
        posts="- {id: p, title: Head, reports_to: [body/b, {to: body/a, until: 2019}]}\n",
        bodies=f"""\
- {{id: a, name: A}}
- {{id: b, name: B, reports_to: {{to: body/a, on: [theme/t, grants], frequency: yearly, stated_on: 2020-02-01}}}}
- {{id: c, name: C, reports_to: {{to: post/p, since: 2019, until: 2021, {INFERRED}}}}}
""",
    )
    table = answer(engine, graph, "reporting-lines")
    assert values(table, "name", "above", "limited_to", "frequency", "since", "until", "stated_on", "basis") == [
        ("B", "A", ["Theme", "grants"], "yearly", None, None, "2020-02-01", "stated"),
        ("C", "Head", [], None, "2019", "2021", None, "inferred"),
        ("Head", "B", [], None, None, None, None, "stated"),
    ]


def test_every_cell_of_a_matrix_is_told_board_by_board_in_words(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="- {id: a, name: A}\n- {id: b, name: B}\n",
        matrices="- {id: m, title: M, rows: [safeguarding-theme/y, safeguarding-theme/x], columns: [body/b, body/a]}\n",
        safeguarding_themes="""\
- {id: x, name: X, lead: body/a, no_role: body/b}
- {id: y, name: Y, supporting: [{to: body/b, basis: inferred, reason: It is so elsewhere.}, {to: body/a, until: 2019}]}
""",
    )
    table = answer(engine, graph, "boards-and-safeguarding-themes")
    assert values(table, "board", "theme", "role", "matrix", "basis") == [
        ("B", "Y", "supporting", "M", "inferred"),
        ("B", "X", "none", "M", "stated"),
        ("A", "Y", "not recorded", "M", "stated"),
        ("A", "X", "lead", "M", "stated"),
    ]


def test_what_nothing_is_said_of_stands_alone(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="- {id: a, name: A}\n- {id: b, name: B, supports: body/c}\n- {id: c, name: C}\n",
        places="- {id: p, name: P}\n",
    )
    assert values(answer(engine, graph, "things-on-their-own"), "name", "kind") == [("A", "body"), ("P", "place")]


def test_every_row_of_a_report_says_its_sources_and_its_basis_and_its_ids_are_those_of_what_it_names(
    engine: Engines,
) -> None:
    graph = invented("exampleton-2024-27", "sampleford-2025-26", "riverton")
    on_the_day = Plan(graph, "2025-06-30")
    titles = {about["title"] for about in graph.graph["registers"]}
    without = {"records-by-kind", "seats-in-several-partnerships", "boards-with-the-same-members"}
    for name in set(reports()) - without:
        table = answer(engine, graph, name, "2025-06-30")
        assert table.rows, name
        for row in table.rows:
            assert row["sources"], name
            assert row["plan"] in titles, name
            assert row.get("basis", "stated") in ("stated", "inferred"), name
        for column in [column.name for column in table.columns if column.name.endswith("_id")]:
            if column == "meeting_id":
                continue  # its date and its body name a meeting
            told = [row for row in table.rows if row[column] is not None]
            assert told, (name, column)
            for row in told:
                assert on_the_day[row[column]].name in row.values(), (name, column)
