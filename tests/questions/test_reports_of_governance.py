"""The reports on who does what: each on a small register with facts that are inferred and facts out of force."""

from __future__ import annotations

from pathlib import Path

from tests.questions.asking import INFERRED, Engines, answer, pages, plan, values

GUESSED = f"{INFERRED}, sources: {{page: 7}}"


def test_chairs_stand_under_their_body_with_their_capacity_and_who_holds_the_post_now(
    tmp_path: Path, engine: Engines
) -> None:
    graph = plan(
        tmp_path,
        people="- {id: x, name: Ann}\n- {id: y, name: Ben}\n",
        posts="""\
- {id: p, title: Head, holder: [{to: person/x, since: 2020}, {to: person/y, until: 2019}]}
- {id: q, title: Clerk}
""",
        bodies=f"""\
- {{id: b, name: Board, chairs: [{{to: post/q, capacity: acting}}, {{to: post/q, capacity: vice}},
    {{to: post/p, since: 2019, stated_on: 2020-01-15}}], sources: {{page: 1}}}}
- {{id: c, name: Assembly, chairs: [{{to: person/y, capacity: joint, until: 2021, {GUESSED}}}]}}
- {{id: d, name: Club, chairs: [{{to: post/p, until: 2020-03}}, {{to: post/q, since: 2021}}]}}
""",
    )
    table = answer(engine, graph, "chairs-and-deputies")
    assert values(table, "body", "name", "capacity", "holder", "since", "until", "stated_on", "basis") == [
        ("Board", "Head", "chair", ["Ann"], "2019", None, "2020-01-15", "stated"),
        ("Board", "Clerk", "vice chair", [], None, None, None, "stated"),
        ("Board", "Clerk", "acting chair", [], None, None, None, "stated"),
        ("Assembly", "Ben", "joint chair", [], None, "2021", None, "inferred"),
    ]
    assert pages(table) == [[1], [1], [1], [7]]
    assert table.heading.count == "2 chaired bodies."
    assert table.group_by == "body"
    assert values(answer(engine, graph, "chairs-and-deputies", "2020-02-01"), "body", "name", "holder")[-1] == (
        "Club",
        "Head",
        ["Ann"],
    )


def test_the_members_of_a_body_go_bodies_first_then_organisations_then_posts(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        organisations="- {id: z, name: Zoo}\n- {id: o, name: Council}\n",
        posts="- {id: p, title: Head}\n",
        bodies=f"""\
- id: b
  name: Board
  members:
    - post/p
    - organisation/o
    - {{to: organisation/z, capacity: observer, since: 2019, stated_on: 2020-02-01}}
    - {{to: body/c, {GUESSED}}}
  sources: {{page: 1}}
- {{id: c, name: Assembly, members: [{{to: post/p, until: 2021}}, {{to: organisation/o, until: 2019}}]}}
""",
    )
    table = answer(engine, graph, "members-of-bodies")
    assert values(table, "body", "member", "kind", "capacity", "since", "until", "stated_on", "basis") == [
        ("Board", "Assembly", "body", None, None, None, None, "inferred"),
        ("Board", "Zoo", "organisation", "observer", "2019", None, "2020-02-01", "stated"),
        ("Board", "Council", "organisation", None, None, None, None, "stated"),
        ("Board", "Head", "post", None, None, None, None, "stated"),
        ("Assembly", "Head", "post", None, None, "2021", None, "stated"),
    ]
    assert pages(table) == [[7], [1], [1], [1], [1]]
    assert table.heading.count == "2 bodies with members."
    assert values(answer(engine, graph, "members-of-bodies", body="Assembly"), "member") == [("Head",)]


def test_a_body_that_actions_change_is_told_with_how_and_by_which_action(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head}\n- {id: q, title: Clerk}\n",
        bodies="- {id: b, name: Board, status: established}\n"
        "- {id: a, name: Assembly, status: proposed}\n- {id: c, name: Club}\n",
        strategies="- {id: s, name: Strategy}\n",
        actions=f"""\
- {{id: f, name: Five, changes: {{to: body/a, how: establish}}, owner: [post/q, post/p], due: 2020-09}}
- {{id: e, name: Four, changes: {{to: body/b, how: develop}}, owner: {{to: post/p, until: 2019}}}}
- {{id: d, name: Three, changes: [{{to: body/b, how: expand, {GUESSED}}}, {{to: strategy/s, how: review}}]}}
- {{id: c, name: Two, changes: [{{to: body/b, how: review}}, {{to: body/c, how: review, until: 2019}}]}}
- {{id: b, name: One, changes: [{{to: body/b, how: monitor}}, {{to: body/c, how: review, since: 2021}}]}}
- {{id: a, name: Nought, changes: {{to: body/b, how: consider}}}}
""",
    )
    table = answer(engine, graph, "bodies-changed-by-actions")
    assert values(table, "body", "status", "how", "action", "owner", "due", "basis") == [
        ("Board", "established", "developed", "Four", ["not recorded"], "not recorded", "stated"),
        ("Board", "established", "expanded", "Three", ["not recorded"], "not recorded", "inferred"),
        ("Board", "established", "reviewed", "Two", ["not recorded"], "not recorded", "stated"),
        ("Board", "established", "monitored", "One", ["not recorded"], "not recorded", "stated"),
        ("Board", "established", "considered", "Nought", ["not recorded"], "not recorded", "stated"),
        ("Assembly", "proposed", "set up", "Five", ["Clerk", "Head"], "2020-09", "stated"),
    ]
    assert pages(table) == [[1], [7], [1], [1], [1], [1]]
    assert table.heading.count == "2 bodies."


def test_what_a_post_or_a_part_of_a_responsible_authority_does_is_the_authoritys(
    tmp_path: Path, engine: Engines
) -> None:
    graph = plan(
        tmp_path,
        organisations=f"""\
- {{id: police, name: Police, responsible_authority_of: {{to: body/csp, {GUESSED}}}}}
- {{id: council, name: Council, responsible_authority_of: body/csp}}
- {{id: housing, name: Housing, part_of: organisation/council}}
- {{id: school, name: School, part_of: {{to: organisation/council, until: 2019}}}}
- {{id: fire, name: Fire, responsible_authority_of: {{to: body/csp, until: 2019}}}}
""",
        posts="""\
- {id: p, title: Head, in: organisation/council}
- {id: q, title: Clerk, in: {to: organisation/council, since: 2021}}
""",
        bodies="""\
- {id: csp, name: Partnership, members: [organisation/council, {to: organisation/police, until: 2019}]}
- {id: b, name: Board, chairs: [post/p, post/q], members: organisation/housing}
- {id: c, name: Club, members: [post/q, organisation/school, organisation/fire]}
""",
        themes="- {id: t, name: Theme, led_by: post/p}\n- {id: u, name: Other, led_by: organisation/council}\n",
        actions="""\
- {id: x, name: Housed, owner: {to: organisation/housing, sources: {page: 4}}}
- {id: y, name: Headed, owner: [post/p, post/q]}
- {id: z, name: Counselled, owner: {to: organisation/council, sources: {page: 3}}}
- {id: w, name: Schooled, owner: [organisation/school, {to: organisation/council, until: 2019}]}
""",
        measures="- {id: m, name: Measure, owner: {to: organisation/council, sources: {page: 9}}}\n",
    )
    table = answer(engine, graph, "responsible-authorities")
    assert values(table, "authority", "partnership", "seats", "leads", "actions", "basis") == [
        ("Police", "Partnership", [], [], [], "inferred"),
        (
            "Council",
            "Partnership",
            ["Board", "Partnership"],
            ["Other", "Theme"],
            ["Counselled", "Headed", "Housed"],
            "stated",
        ),
    ]
    assert pages(table) == [[7], [1, 3, 4]]
    assert table.heading.count == "2 responsible authorities."


def test_duties_go_bearer_by_bearer_and_those_nobody_bears_come_last(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head}\n",
        bodies="- {id: b, name: Board}\n- {id: a, name: Assembly}\n",
        duties=f"""\
- {{id: none, name: None, borne_by: {{to: post/p, until: 2019}}, reported_to: {{to: body/b, since: 2021}}}}
- id: both
  name: Review
  classification: review
  frequency: yearly
  borne_by: [post/p, {{to: body/b, {GUESSED}}}]
  reported_to: [body/b, body/a]
  sources: {{page: 1}}
- {{id: one, name: Audit, borne_by: post/p, reported_to: body/a}}
- {{id: over, name: Over, borne_by: post/p, until: 2019}}
- {{id: led, name: Led, led_by: [post/p, {{to: body/b, capacity: deputy}}]}}
""",
    )
    table = answer(engine, graph, "duties-by-bearer")
    assert values(table, "bearer", "how", "duty", "classification", "frequency", "reported", "basis") == [
        ("Board", "bears it", "Review", "review", "yearly", ["Assembly", "Board"], "inferred"),
        ("Head", "bears it", "Review", "review", "yearly", ["Assembly", "Board"], "stated"),
        ("Head", "bears it", "Audit", None, None, ["Assembly"], "stated"),
        ("Head", "leads it", "Led", None, None, [], "stated"),
        ("No bearer recorded", None, "None", None, None, [], "stated"),
    ]
    assert pages(table) == [[7], [1], [1], [1], [1]]
    assert table.heading.count == "4 duties."


def test_oversight_goes_by_who_oversees_and_then_by_the_kind_of_thing(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head}\n",
        organisations="- {id: o, name: Council}\n",
        bodies="- {id: b, name: Board}\n",
        themes="- {id: t, name: Theme, overseen_by: [organisation/o, body/b]}\n",
        priority_areas="""\
- {id: a, name: Zone, theme: theme/t, overseen_by: [body/b, {to: post/p, until: 2019}]}
- {id: c, name: Area, theme: theme/t, overseen_by: body/b}
""",
        strategies=f"- {{id: s, name: Strategy, overseen_by: {{to: body/b, {GUESSED}}}}}\n",
        duties="- {id: d, name: Duty, overseen_by: [body/b, post/p, {to: organisation/o, since: 2021}]}\n",
    )
    table = answer(engine, graph, "oversight")
    assert values(table, "name", "thing", "kind", "basis") == [
        ("Board", "Duty", "duty", "stated"),
        ("Board", "Zone", "priority area", "stated"),
        ("Board", "Area", "priority area", "stated"),
        ("Board", "Strategy", "strategy", "inferred"),
        ("Board", "Theme", "theme", "stated"),
        ("Council", "Theme", "theme", "stated"),
        ("Head", "Duty", "duty", "stated"),
    ]
    assert pages(table) == [[1], [1], [1], [7], [1], [1], [1]]
    assert table.heading.count == "3 posts, bodies and organisations."


def test_scrutiny_reaches_a_body_or_a_theme_and_names_what_is_part_of_it(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies=f"""\
- {{id: z, name: Zeal, scrutinises: {{to: body/b, {GUESSED}}}}}
- {{id: c, name: Committee, scrutinises: [theme/u, body/b, {{to: body/g, until: 2019}}]}}
- {{id: b, name: Board}}
- {{id: g, name: Group, part_of: body/b}}
- {{id: h, name: Hub, part_of: {{to: body/b, until: 2019}}}}
- {{id: f, name: Forum, part_of: body/b}}
""",
        themes="- {id: t, name: Theme, scrutinised_by: {to: body/c, since: 2021}}\n- {id: u, name: Other}\n",
        priority_areas="""\
- {id: a, name: Area, theme: theme/u}
- {id: e, name: Former, theme: {to: theme/u, until: 2019}}
- {id: d, name: Zone, theme: theme/t}
""",
    )
    table = answer(engine, graph, "scrutiny-reach")
    assert values(table, "committee", "thing", "kind", "inside", "basis") == [
        ("Zeal", "Board", "body", ["Forum", "Group"], "inferred"),
        ("Committee", "Board", "body", ["Forum", "Group"], "stated"),
        ("Committee", "Other", "theme", ["Area"], "stated"),
    ]
    assert pages(table) == [[7], [1], [1]]
    assert table.heading.count == "2 scrutineers."
    assert values(answer(engine, graph, "scrutiny-reach", "2021-01-01"), "committee", "thing", "inside")[2:] == [
        ("Committee", "Theme", ["Zone"]),
        ("Committee", "Other", ["Area"]),
    ]


def test_the_line_of_accountability_of_a_theme_marks_who_only_stands_in(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head}\n- {id: q, title: Clerk}\n",
        organisations="- {id: o, name: Council}\n",
        bodies="- {id: b, name: Board}\n- {id: c, name: Committee}\n",
        themes="""\
- id: whole
  name: Whole
  led_by: [{to: post/q, capacity: deputy}, {to: post/p, on_behalf_of: body/b, sources: {page: 3}}]
  delivered_by: [{to: organisation/o, basis: inferred, reason: By sense.}, {to: body/b, sources: {page: 4}}]
  overseen_by: [{to: body/b, sources: {page: 5}}]
  scrutinised_by: {to: body/c, sources: {page: 6}}
  sources: {page: 9}
- id: bare
  name: Bare
  led_by: {to: post/p, until: 2019}
  delivered_by: {to: body/b, since: 2021}
  overseen_by: {to: body/b, until: 2019}
  scrutinised_by: {to: body/c, until: 2019}
  sources: {page: 2}
- {id: over, name: Over, until: 2019}
""",
    )
    table = answer(engine, graph, "theme-accountability")
    nobody = ["not recorded"]
    delivery = ["Board", "Council (inferred)"]
    assert values(table, "theme", "lead", "behalf", "delivery", "oversight", "scrutiny", "basis") == [
        ("Whole", ["Clerk (deputy)", "Head"], ["Board"], delivery, ["Board"], ["Committee"], "inferred"),
        ("Bare", nobody, [], nobody, nobody, nobody, "stated"),
    ]
    assert pages(table) == [[3, 4, 5, 6, 9], [2]]
    assert table.heading.count == "2 themes."


def test_what_a_body_delivers_is_told_with_its_areas_and_the_number_of_actions_in_them(
    tmp_path: Path, engine: Engines
) -> None:
    graph = plan(
        tmp_path,
        organisations="- {id: o, name: Council}\n",
        bodies="- {id: b, name: Board}\n",
        themes="""\
- {id: t, name: Theme, delivered_by: {to: body/b, capacity: joint, since: 2019, until: 2021}}
- {id: u, name: Left, delivered_by: {to: body/b, until: 2019}}
- {id: v, name: Over, until: 2019, delivered_by: body/b}
""",
        priority_areas=f"""\
- {{id: y, name: Zone, theme: theme/t}}
- {{id: x, name: Area, theme: theme/t, delivered_by: {{to: organisation/o, capacity: with, {GUESSED}}}}}
- {{id: w, name: Former, theme: {{to: theme/t, until: 2019}}}}
""",
        actions="""\
- {id: one, name: One, priority_area: priority-area/x}
- {id: two, name: Two, priority_area: [priority-area/x, priority-area/y]}
- {id: three, name: Three, priority_area: priority-area/y}
- {id: four, name: Four, priority_area: {to: priority-area/x, until: 2019}}
- {id: five, name: Five, priority_area: priority-area/w}
""",
        strategies="- {id: s, name: Strategy, delivered_by: [body/b, {to: organisation/o, since: 2021}]}\n",
    )
    table = answer(engine, graph, "what-a-body-delivers")
    shown = ("body", "thing", "kind", "capacity", "areas", "actions", "since", "until", "basis")
    assert values(table, *shown) == [
        ("Board", "Strategy", "strategy", None, [], 0, None, None, "stated"),
        ("Board", "Theme", "theme", "joint", ["Area", "Zone"], 3, "2019", "2021", "stated"),
        ("Council", "Area", "priority area", "with", [], 2, None, None, "inferred"),
    ]
    assert pages(table) == [[1], [1], [7]]
    assert table.heading.count == "2 bodies and organisations."
    assert values(answer(engine, graph, "what-a-body-delivers", body="Council"), "thing") == [("Area",)]


def test_an_organisation_answers_for_what_it_does_itself_and_then_for_what_its_posts_do(
    tmp_path: Path, engine: Engines
) -> None:
    graph = plan(
        tmp_path,
        organisations="- {id: n, name: Police}\n- {id: o, name: Council}\n",
        posts="""\
- {id: p, title: Head, in: organisation/o}
- {id: q, title: Clerk, in: {to: organisation/o, until: 2019}}
- {id: r, title: Guard}
""",
        bodies="- {id: b, name: Board, chairs: {to: post/p, capacity: deputy}}\n",
        themes=f"- {{id: t, name: Theme, led_by: {{to: organisation/n, capacity: joint, {GUESSED}}}}}\n",
        actions="- {id: a, name: Act, owner: [post/p, post/q, post/r, organisation/o]}\n",
        strategies="- {id: s, name: Strategy, delivered_by: organisation/o, overseen_by: {to: post/p, since: 2021}}\n",
        measures="- {id: m, name: Measure, owner: {to: organisation/o, until: 2019}}\n",
        duties="- {id: d, name: Duty, borne_by: post/p}\n",
    )
    table = answer(engine, graph, "what-an-organisation-answers-for")
    assert values(table, "organisation", "post", "relationship", "thing", "kind", "basis") == [
        ("Police", None, "jointly leads", "Theme", "theme", "inferred"),
        ("Council", None, "is responsible for delivering", "Strategy", "strategy", "stated"),
        ("Council", None, "owns", "Act", "action", "stated"),
        ("Council", "Head", "is responsible for", "Duty", "duty", "stated"),
        ("Council", "Head", "is deputy chair of", "Board", "body", "stated"),
        ("Council", "Head", "owns", "Act", "action", "stated"),
    ]
    assert pages(table)[:2] == [[7], [1]]
    assert table.heading.count == "2 organisations."
    police = answer(engine, graph, "what-an-organisation-answers-for", organisation="Police")
    assert values(police, "thing") == [("Theme",)]


def test_a_partner_is_told_with_every_action_that_names_it_and_who_owns_the_action(
    tmp_path: Path, engine: Engines
) -> None:
    graph = plan(
        tmp_path,
        organisations="- {id: o, name: Council}\n",
        posts="- {id: p, title: Head}\n- {id: q, title: Clerk}\n",
        bodies="- {id: b, name: Board}\n",
        actions=f"""\
- id: late
  name: Zeal
  involves: [post/q, {{to: organisation/o, capacity: provider}}, body/b]
  owner: [post/q, post/p]
  sources: {{page: 1}}
- {{id: early, name: Act, involves: {{to: organisation/o, {GUESSED}}}, owner: {{to: post/p, until: 2019}}}}
- {{id: left, name: Left, involves: [{{to: organisation/o, until: 2019}}, {{to: body/b, since: 2021}}]}}
- {{id: over, name: Over, involves: body/b, until: 2019}}
""",
    )
    table = answer(engine, graph, "partners-by-action")
    assert values(table, "partner", "action", "capacity", "owner", "basis") == [
        ("Board", "Zeal", None, ["Clerk", "Head"], "stated"),
        ("Council", "Zeal", "provider", ["Clerk", "Head"], "stated"),
        ("Council", "Act", None, ["not recorded"], "inferred"),
        ("Clerk", "Zeal", None, ["Clerk", "Head"], "stated"),
    ]
    assert pages(table) == [[1], [1], [7], [1]]
    assert table.heading.count == "3 partners."
    assert values(answer(engine, graph, "partners-by-action", partner="Board"), "action") == [("Zeal",)]


EMPTY = {
    "bodies-changed-by-actions": "Bodies",
    "chairs-and-deputies": "Chaired bodies",
    "duties-by-bearer": "Duties",
    "members-of-bodies": "Bodies with members",
    "oversight": "Posts, bodies and organisations",
    "partners-by-action": "Partners",
    "responsible-authorities": "Responsible authorities",
    "scrutiny-reach": "Scrutineers",
    "theme-accountability": "Themes",
    "what-a-body-delivers": "Bodies and organisations",
    "what-an-organisation-answers-for": "Organisations",
}


def test_actors_of_which_nothing_is_said_give_no_row(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        organisations="- {id: o, name: Council}\n",
        posts="- {id: p, title: Head}\n",
        bodies="- {id: b, name: Board}\n",
    )
    for name, noun in EMPTY.items():
        table = answer(engine, graph, name)
        assert (table.rows, table.heading.count) == ((), f"{noun}: none recorded."), name
        assert table.empty == "Nothing is recorded that answers this."
