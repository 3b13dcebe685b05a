"""The reports on what a plan says: each on a small register with facts that are inferred and facts out of force."""

from __future__ import annotations

from pathlib import Path

from tests.making import graph_of, write_register
from tests.questions.asking import INFERRED, Engines, answer, pages, plan, values, with_sources

GUESSED = f"{INFERRED}, sources: {{page: 7}}"


def test_actions_go_area_by_area_as_in_the_plan_and_those_of_no_area_come_last(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        organisations="- {id: o, name: Council}\n",
        posts="- {id: p, title: Head}\n- {id: q, title: Clerk}\n",
        bodies="- {id: b, name: Board}\n",
        themes="- {id: t, name: Theme}\n- {id: u, name: Other}\n",
        priority_areas="- {id: z, name: Zone, theme: theme/t}\n- {id: a, name: Area, theme: [theme/u, theme/t]}\n",
        actions=f"""\
- {{id: loose, name: Loose}}
- id: whole
  name: Whole
  owner: [post/p, {{to: body/b, {INFERRED}}}]
  involves: [post/q, {{to: organisation/o, {INFERRED}}}]
  due: 2020-09
  status: in progress
  priority_area: [priority-area/a, priority-area/z]
  sources: {{page: 4}}
- {{id: guessed, name: Guessed, priority_area: {{to: priority-area/z, {INFERRED}}}}}
- {{id: dropped, name: Dropped, priority_area: priority-area/z, owner: {{to: post/p, until: 2019}}}}
- {{id: later, name: Later, priority_area: priority-area/z, involves: {{to: post/p, since: 2021}}}}
- {{id: over, name: Over, priority_area: priority-area/z, until: 2019}}
- {{id: former, name: Former, priority_area: {{to: priority-area/z, until: 2019}}}}
""",
    )
    table = answer(engine, graph, "actions-by-area")
    nobody, unsaid = ["not recorded"], "not recorded"
    whole = ("Whole", ["Board (inferred)", "Head"], ["Clerk", "Council (inferred)"], "2020-09", "in progress")
    assert values(table, "area", "action", "owner", "partners", "due", "status", "theme", "basis") == [
        ("Zone", *whole, ["Theme"], "stated"),
        ("Zone", "Guessed", nobody, [], unsaid, unsaid, ["Theme"], "inferred"),
        ("Zone", "Dropped", nobody, [], unsaid, unsaid, ["Theme"], "stated"),
        ("Zone", "Later", nobody, [], unsaid, unsaid, ["Theme"], "stated"),
        ("Area", *whole, ["Other", "Theme"], "stated"),
        ("No area recorded", "Loose", nobody, [], unsaid, unsaid, [], "stated"),
        ("No area recorded", "Former", nobody, [], unsaid, unsaid, [], "stated"),
    ]
    assert pages(table) == [[4], [1], [1], [1], [4], [1], [1]]
    assert table.heading.count == "6 actions."
    assert values(answer(engine, graph, "actions-by-area", theme="Other"), "area", "action") == [("Area", "Whole")]


def test_measures_go_by_what_they_measure_and_those_of_nothing_come_last(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head}\n",
        bodies="- {id: b, name: Board}\n",
        themes="- {id: t, name: Theme}\n- {id: u, name: Other}\n",
        priority_areas="""\
- {id: z, name: Zone, theme: theme/t}
- {id: a, name: Area, theme: theme/u, objectives: [{id: o, name: Objective, sources: {page: 1}}]}
""",
        issues="- {id: i, name: Issue, theme: theme/u}\n",
        measures=f"""\
- {{id: none, name: None}}
- {{id: every, name: Every, measures: [theme/t, issue/i, objective/o, priority-area/a, priority-area/z]}}
- id: full
  name: Full
  group: Safer
  classification: narrative
  new: 'yes'
  target: '5'
  baseline: '4'
  owner: [post/p, body/b]
  measures: {{to: priority-area/z, {GUESSED}}}
  sources: {{page: 1}}
- {{id: left, name: Left, measures: {{to: theme/t, until: 2019}}, owner: {{to: post/p, since: 2021}}}}
- {{id: over, name: Over, measures: theme/t, until: 2019}}
""",
    )
    table = answer(engine, graph, "measures-by-area")
    shown = ("measured", "measure", "heading", "classification", "new", "target", "baseline", "owner", "basis")
    bare = (None, "indicator", "not recorded", None, None, ["not recorded"], "stated")
    assert values(table, *shown) == [
        ("Issue", "Every", *bare),
        ("Objective", "Every", *bare),
        ("Zone", "Every", *bare),
        ("Zone", "Full", "Safer", "narrative", "yes", "5", "4", ["Board", "Head"], "inferred"),
        ("Area", "Every", *bare),
        ("Theme", "Every", *bare),
        ("Nothing recorded", "None", *bare),
        ("Nothing recorded", "Left", *bare),
    ]
    assert pages(table) == [[1], [1], [1], [7], [1], [1], [1], [1]]
    assert table.heading.count == "4 measures."
    assert values(answer(engine, graph, "measures-by-area", theme="Theme"), "measured", "measure") == [
        ("Zone", "Every"),
        ("Zone", "Full"),
        ("Theme", "Every"),
    ]
    assert values(answer(engine, graph, "measures-by-area", theme="Other"), "measured", "measure") == [
        ("Issue", "Every"),
        ("Objective", "Every"),
        ("Area", "Every"),
    ]


def test_a_measure_that_no_objective_uses_is_told_with_what_it_measures_instead(
    tmp_path: Path, engine: Engines
) -> None:
    graph = plan(
        tmp_path,
        themes="- {id: t, name: Theme}\n",
        priority_areas="- {id: a, name: Area, objectives: [{id: o, name: Objective, sources: {page: 1}}]}\n",
        measures=f"""\
- {{id: left, name: Left, measures: [{{to: objective/o, until: 2019}}, theme/t, priority-area/a]}}
- id: guessed
  name: Guessed
  group: Safer
  basis: inferred
  reason: It is so elsewhere.
  measures: {{to: theme/t, since: 2021}}
  sources: {{page: 7}}
- {{id: used, name: Used, measures: [objective/o, theme/t]}}
- {{id: used-as-guessed, name: Used, measures: {{to: objective/o, {INFERRED}}}}}
- {{id: rule, name: Rule, classification: rule}}
- {{id: over, name: Over, until: 2019}}
""",
    )
    table = answer(engine, graph, "measures-no-objective-uses")
    assert values(table, "measure", "heading", "measured", "basis") == [
        ("Left", None, ["Area", "Theme"], "stated"),
        ("Guessed", "Safer", [], "inferred"),
    ]
    assert pages(table) == [[1], [7]]
    assert table.heading.count == "2 of 4 measures, rules on reporting aside."


def test_a_key_issue_is_told_with_what_answers_it_and_an_inferred_answer_is_marked(
    tmp_path: Path, engine: Engines
) -> None:
    graph = plan(
        tmp_path,
        themes="- {id: t, name: Theme}\n- {id: u, name: Other}\n",
        priority_areas=f"""\
- {{id: z, name: Zone, addresses: issue/whole}}
- {{id: a, name: Area, addresses: {{to: issue/whole, {INFERRED}}}}}
- {{id: l, name: Left, addresses: [{{to: issue/whole, until: 2019}}, {{to: issue/bare, since: 2021}}]}}
""",
        actions=f"""\
- {{id: y, name: Act, addresses: {{to: issue/whole, {INFERRED}}}}}
- {{id: x, name: Back, addresses: issue/whole}}
- {{id: l, name: Left, addresses: {{to: issue/bare, until: 2019}}}}
""",
        strategies=f"""\
- {{id: s, name: Strategy, addresses: {{to: issue/whole, {INFERRED}}}}}
- {{id: e, name: Assessment}}
- {{id: g, name: Glance, addresses: {{to: issue/bare, until: 2019}}}}
""",
        issues=f"""\
- id: whole
  name: Whole
  theme: [theme/u, theme/t]
  evidenced_by: [strategy/e, {{to: strategy/g, {INFERRED}}}]
  sources: {{page: 4}}
- id: bare
  name: Bare
  theme: [theme/u, {{to: theme/t, until: 2019}}]
  evidenced_by: {{to: strategy/e, until: 2019}}
  sources: {{page: 1}}
- {{id: context, name: Context, classification: context, theme: theme/u}}
- {{id: over, name: Over, theme: theme/u, until: 2019}}
""",
    )
    table = answer(engine, graph, "issues-and-responses")
    assert values(table, "issue", "theme", "areas", "actions", "strategies", "evidence") == [
        (
            "Whole",
            ["Other", "Theme"],
            ["Area (inferred)", "Zone"],
            ["Act (inferred)", "Back"],
            ["Strategy (inferred)"],
            ["Assessment", "Glance (inferred)"],
        ),
        ("Bare", ["Other"], [], [], [], []),
    ]
    assert pages(table) == [[4], [1]]
    assert table.heading.count == "2 key issues."
    assert values(answer(engine, graph, "issues-and-responses", theme="Theme"), "issue") == [("Whole",)]


def test_a_safeguarding_theme_is_told_with_what_takes_it_up_and_an_inferred_one_is_marked(
    tmp_path: Path, engine: Engines
) -> None:
    graph = plan(
        tmp_path,
        priority_areas="- {id: a, name: Area, addresses: [safeguarding-theme/z, safeguarding-theme/a]}\n",
        actions=f"""\
- {{id: x, name: Act, addresses: [{{to: safeguarding-theme/z, {INFERRED}}}]}}
- {{id: y, name: Left, addresses: {{to: safeguarding-theme/z, until: 2019}}}}
- {{id: w, name: Later, addresses: {{to: safeguarding-theme/a, since: 2021}}}}
""",
        strategies=f"""\
- {{id: s, name: Strategy, addresses: safeguarding-theme/z}}
- {{id: r, name: Rule, addresses: [{{to: safeguarding-theme/z, {INFERRED}}}]}}
""",
        safeguarding_themes="""\
- {id: z, name: Zeal}
- {id: a, name: Abuse}
- {id: o, name: Over, until: 2019}
- id: n
  name: Neglect
  sources: {page: 4}
""",
    )
    table = answer(engine, graph, "safeguarding-in-the-plan")
    assert values(table, "theme", "areas", "actions", "strategies") == [
        ("Zeal", ["Area"], ["Act (inferred)"], ["Rule (inferred)", "Strategy"]),
        ("Abuse", ["Area"], [], []),
        ("Neglect", [], [], []),
    ]
    assert pages(table) == [[1], [1], [4]]
    assert table.heading.count == "3 safeguarding themes."


def test_an_area_is_told_with_the_rows_of_the_matrix_that_it_takes_up_and_of_what_part(
    tmp_path: Path, engine: Engines
) -> None:
    graph = plan(
        tmp_path,
        themes="- {id: t, name: Theme}\n",
        priority_areas=f"""\
- {{id: a, name: Area, theme: theme/t,
    addresses: [safeguarding-theme/z, {{to: safeguarding-theme/y, in_part: homes, {GUESSED}}}], sources: {{page: 1}}}}
- {{id: b, name: Back, addresses: {{to: safeguarding-theme/z, until: 2019}}}}
""",
        safeguarding_themes="- {id: z, name: Zeal}\n- {id: y, name: Youth}\n",
    )
    table = answer(engine, graph, "areas-in-the-matrix")
    assert values(table, "area", "theme", "matrix_rows") == [
        ("Area", ["Theme"], ["Youth (in part: homes) (inferred)", "Zeal"]),
        ("Back", [], ["not recorded"]),
    ]
    assert pages(table) == [[1, 7], [1]]
    assert table.heading.count == "2 priority areas."


def test_an_outcome_is_told_with_what_it_stands_beneath_and_what_contributes_to_it(
    tmp_path: Path, engine: Engines
) -> None:
    graph = plan(
        tmp_path,
        themes=f"""\
- {{id: t, name: Theme, contributes_to: [outcome/calm, {{to: outcome/over, since: 2019}}]}}
- {{id: u, name: Other, contributes_to: [{{to: outcome/calm, {GUESSED}}}, {{to: outcome/quiet, until: 2019}}]}}
""",
        strategies=f"""\
- {{id: s, name: Borough Plan}}
- {{id: r, name: Strategy, contributes_to: [{{to: outcome/quiet, {GUESSED}}}, {{to: outcome/calm, since: 2021}}]}}
- {{id: q, name: Agreement, contributes_to: {{to: outcome/quiet, sources: {{page: 5}}}}}}
""",
        outcomes="""\
- id: calm
  name: Calm
  part_of: strategy/s
  statements: [{id: quiet, name: Quiet, sources: {page: 9}}]
  sources: {page: 8}
- {id: bare, name: Bare, part_of: {to: strategy/s, until: 2019}}
- {id: over, name: Over, until: 2019}
""",
    )
    table = answer(engine, graph, "outcomes-and-contributions")
    assert values(table, "outcome", "under", "themes", "strategies") == [
        ("Calm", ["Borough Plan"], ["Other (inferred)", "Theme"], []),
        ("Quiet", ["Calm"], [], ["Agreement", "Strategy (inferred)"]),
        ("Bare", [], [], []),
    ]
    assert pages(table) == [[1, 7, 8], [5, 7, 9], [1]]
    assert table.heading.count == "3 outcomes."


def test_a_strategy_stands_to_another_as_the_source_puts_it_or_is_part_of_it(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        strategies=f"""\
- {{id: z, name: Zeal, level: national}}
- id: s
  name: Strategy
  part_of: strategy/z
  aligns_with:
    - {{to: strategy/a, relation: replaces}}
    - {{to: strategy/a, relation: beneath, {GUESSED}}}
    - {{to: strategy/z, relation: beneath}}
    - {{to: strategy/a, relation: based on, until: 2019}}
    - {{to: strategy/a, relation: informed by, since: 2021}}
  sources: {{page: 1}}
- {{id: a, name: Accord, aligns_with: {{to: strategy/z, relation: in line with}}}}
""",
    )
    table = answer(engine, graph, "strategies-and-each-other")
    assert values(table, "name", "relation", "other", "level", "basis") == [
        ("Strategy", "beneath", "Zeal", "national", "stated"),
        ("Strategy", "beneath", "Accord", None, "inferred"),
        ("Strategy", "part of", "Zeal", "national", "stated"),
        ("Strategy", "replaces", "Accord", None, "stated"),
        ("Accord", "in line with", "Zeal", "national", "stated"),
    ]
    assert pages(table) == [[1], [7], [1], [1], [1]]
    assert table.heading.count == "2 strategies."


def test_actions_stand_under_the_strategy_that_they_carry_out_or_change(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head}\n",
        bodies="- {id: b, name: Board}\n",
        strategies="- {id: z, name: Zeal}\n- {id: a, name: Accord}\n- {id: n, name: None}\n",
        actions=f"""\
- {{id: l, name: Left, implements: [{{to: strategy/a, until: 2019}}, {{to: strategy/n, since: 2021}}]}}
- {{id: y, name: Act, implements: strategy/a, changes: {{to: strategy/z, how: review}}, owner: [post/p, body/b]}}
- {{id: x, name: Back, implements: {{to: strategy/z, {GUESSED}}}, owner: {{to: post/p, until: 2019}}}}
- {{id: w, name: Count, implements: strategy/z, changes: [{{to: body/b, how: review}}]}}
""",
    )
    table = answer(engine, graph, "strategies-and-their-actions")
    assert values(table, "strategy", "action", "relationship", "owner", "basis") == [
        ("Zeal", "Back", "carries it out", ["not recorded"], "inferred"),
        ("Zeal", "Count", "carries it out", ["not recorded"], "stated"),
        ("Zeal", "Act", "is to review it", ["Board", "Head"], "stated"),
        ("Accord", "Act", "carries it out", ["Board", "Head"], "stated"),
    ]
    assert pages(table) == [[7], [1], [1], [1]]
    assert table.heading.count == "2 strategies."


def test_a_strategy_in_the_making_is_told_with_the_actions_that_bring_it_about(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head}\n",
        bodies="- {id: b, name: Board}\n",
        strategies=f"""\
- {{id: z, name: Zeal, status: being developed, owner: [{{to: post/p, {INFERRED}}}, body/b]}}
- id: a
  name: Accord
  status: proposed
  owner: {{to: post/p, until: 2019}}
  {INFERRED.replace(", ", chr(10) + "  ")}
  sources: {{page: 7}}
- {{id: f, name: In Force, status: in force}}
- {{id: e, name: Ended, status: ended}}
- {{id: u, name: Unknown, status: not recorded}}
- {{id: o, name: Over, status: proposed, until: 2019}}
""",
        actions="""\
- {id: y, name: Write, changes: {to: strategy/z, how: develop}, due: 2021}
- {id: x, name: Agree, changes: {to: strategy/z, how: establish}, due: 2020-09}
- {id: w, name: Left, changes: [{to: strategy/z, how: develop, until: 2019}, {to: strategy/f, how: review}]}
- {id: v, name: Later, changes: {to: strategy/a, how: develop, since: 2021}, due: 2022}
- {id: t, name: Think, changes: {to: strategy/a, how: consider}}
""",
    )
    table = answer(engine, graph, "strategies-in-the-making")
    assert values(table, "strategy", "status", "actions", "due", "owner", "basis") == [
        ("Zeal", "being developed", ["Write"], ["2021"], ["Board", "Head (inferred)"], "stated"),
        ("Zeal", "being developed", ["Agree"], ["2020-09"], ["Board", "Head (inferred)"], "stated"),
        ("Accord", "proposed", [], [], ["not recorded"], "inferred"),
    ]
    assert pages(table) == [[1], [1], [7]]
    assert table.heading.count == "2 of 2 strategies proposed or being developed."


def test_themes_and_then_areas_are_set_against_regional_priorities(tmp_path: Path, engine: Engines) -> None:
    priorities = with_sources("- {id: safe, name: Safe}\n- {id: kind, name: Kind}\n")
    write_register(tmp_path / "region", regional_priorities=priorities)
    graph = plan(
        tmp_path,
        "uses: [region]\n",
        themes=f"""\
- id: z
  name: Zeal
  maps_to:
    - {{to: region:regional-priority/kind, relation: subset, rationale: It says so., {GUESSED}}}
    - {{to: region:regional-priority/safe, relation: intersects}}
  sources: {{page: 1}}
- {{id: a, name: Aim, maps_to: region:regional-priority/kind}}
- {{id: l, name: Left, maps_to: {{to: region:regional-priority/kind, until: 2019}}}}
""",
        priority_areas="""\
- {id: p, name: Park, theme: theme/z, maps_to: {to: region:regional-priority/safe, relation: equal}}
- {id: q, name: Later, theme: theme/z, maps_to: {to: region:regional-priority/safe, since: 2021}}
""",
    )
    table = answer(engine, graph, "themes-and-regional-priorities")
    assert values(table, "thing", "priority", "relation", "rationale", "basis") == [
        ("Zeal", "Safe", "intersects", None, "stated"),
        ("Zeal", "Kind", "subset", "It says so.", "inferred"),
        ("Aim", "Kind", "not stated", None, "stated"),
        ("Park", "Safe", "equal", None, "stated"),
    ]
    assert pages(table) == [[1], [7], [1], [1]]
    assert table.heading.count == "3 themes and areas."


def test_records_are_counted_by_kind_with_the_inferred_ones_among_them(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        themes="- {id: t, name: Theme}\n- {id: u, name: Other}\n",
        priority_areas=f"- {{id: a, name: Area, theme: theme/t, {INFERRED}}}\n- {{id: b, name: Back}}\n"
        f"- {{id: c, name: Count, {INFERRED}}}\n",
        bodies="- {id: b, name: Board}\n",
    )
    table = answer(engine, graph, "records-by-kind")
    assert values(table, "kind", "number", "inferred") == [
        ("body", 1, 0),
        ("document", 1, 0),
        ("priority area", 3, 2),
        ("theme", 2, 0),
    ]
    assert table.heading.count == "4 kinds of thing."


EMPTY = {
    "actions-by-area": "Actions: none recorded.",
    "issues-and-responses": "Key issues: none recorded.",
    "measures-by-area": "Measures: none recorded.",
    "measures-no-objective-uses": "Measures, rules on reporting aside: none recorded, so there is nothing to check.",
    "outcomes-and-contributions": "Outcomes: none recorded.",
    "safeguarding-in-the-plan": "Safeguarding themes: none recorded.",
    "strategies-and-each-other": "Strategies: none recorded.",
    "strategies-and-their-actions": "Strategies: none recorded.",
    "strategies-in-the-making": "Strategies proposed or being developed: none recorded, so there is nothing to check.",
    "themes-and-regional-priorities": "Themes and areas: none recorded.",
}


def test_a_plan_of_which_nothing_is_said_gives_no_row(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        themes="- {id: t, name: Theme}\n",
        priority_areas="- {id: a, name: Area, theme: theme/t}\n",
        strategies="- {id: s, name: Strategy}\n",
    )
    for name, count in EMPTY.items():
        table = answer(engine, graph, name)
        assert (table.rows, table.heading.count) == ((), count), name
        assert table.empty == "Nothing is recorded that answers this."
    bare = graph_of(tmp_path / "bare")
    assert values(answer(engine, bare, "records-by-kind"), "kind", "number", "inferred") == [("document", 1, 0)]
