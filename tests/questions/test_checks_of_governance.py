"""The checks on who answers to whom: each on a small register that breaks its rule in each way, or seems to."""

from __future__ import annotations

from pathlib import Path

from tests.questions.asking import INFERRED, Engines, found, plan, rows


def test_a_deputy_or_acting_lead_is_not_the_lead_of_a_theme(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: lead, title: Lead}\n",
        bodies="- {id: hub, name: Hub, status: proposed}\n",
        themes=f"""\
- {{id: led, name: A, led_by: post/lead}}
- {{id: jointly, name: B, led_by: {{to: post/lead, capacity: joint}}}}
- {{id: deputy, name: C, led_by: {{to: post/lead, capacity: deputy}}}}
- {{id: acting, name: D, led_by: {{to: post/lead, capacity: acting}}}}
- {{id: proposed, name: E, led_by: body/hub}}
- {{id: inferred, name: F, led_by: {{to: post/lead, {INFERRED}}}}}
""",
    )
    assert found(engine, graph, "themes-without-lead") == (
        3,
        6,
        [("deputy", "gap"), ("acting", "gap"), ("proposed", "gap"), ("inferred", "inferred")],
    )


def test_a_theme_is_delivered_by_a_named_body_that_does_more_than_help(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="- {id: group, name: Group}\n- {id: groups, name: Groups, collective: true}\n"
        "- {id: hub, name: Hub, status: proposed}\n",
        themes=f"""\
- {{id: delivered, name: A, delivered_by: body/group}}
- {{id: helped, name: B, delivered_by: {{to: body/group, capacity: with}}}}
- {{id: by-groups, name: C, delivered_by: body/groups}}
- {{id: by-a-proposed-body, name: D, delivered_by: body/hub}}
- {{id: inferred, name: E, delivered_by: {{to: body/group, {INFERRED}}}}}
- {{id: by-its-areas, name: F}}
- {{id: by-one-of-its-areas, name: G}}
""",
        priority_areas="""\
- {id: one, name: One, theme: theme/by-its-areas, delivered_by: body/group}
- {id: two, name: Two, theme: theme/by-one-of-its-areas, delivered_by: body/group}
- {id: three, name: Three, theme: theme/by-one-of-its-areas}
""",
    )
    assert found(engine, graph, "themes-without-delivery-body") == (
        3,
        7,
        [
            ("helped", "gap"),
            ("by-a-proposed-body", "gap"),
            ("by-one-of-its-areas", "gap"),
            ("by-groups", "unknown"),
            ("inferred", "inferred"),
        ],
    )


def test_shared_delivery_needs_one_body_that_answers(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="- {id: a, name: A}\n- {id: b, name: B}\n",
        themes="""\
- {id: one, name: One, delivered_by: body/a}
- {id: one-with-help, name: Two, delivered_by: [body/a, {to: body/b, capacity: with}]}
- {id: two, name: Three, delivered_by: [body/a, body/b]}
- {id: one-sole, name: Four, delivered_by: [{to: body/a, capacity: sole}, body/b]}
- {id: in-turn, name: Five, delivered_by: [{to: body/a, until: 2019}, body/b]}
- {id: nobody, name: Six}
""",
        strategies="- {id: shared, name: Seven, delivered_by: {to: body/a, capacity: shared}}\n",
    )
    assert found(engine, graph, "shared-delivery") == (2, 6, [("shared", "gap"), ("two", "gap")])


def test_a_delivery_body_needs_a_line_that_carries_what_it_delivers(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies=f"""\
- {{id: board, name: Board}}
- {{id: reports, name: A, reports_to: body/board}}
- {{id: part, name: B, part_of: body/board}}
- {{id: on-it, name: C, reports_to: {{to: body/board, on: theme/calm}}}}
- {{id: on-its-theme, name: D, reports_to: {{to: body/board, on: theme/calm}}}}
- {{id: on-another, name: E, reports_to: {{to: body/board, on: [theme/loud, grants]}}}}
- {{id: supports, name: F, supports: body/board}}
- {{id: inferred, name: G, reports_to: {{to: body/board, {INFERRED}}}}}
- {{id: hub, name: H, status: proposed}}
- {{id: groups, name: I, collective: true}}
""",
        themes="""\
- id: calm
  name: Calm
  delivered_by:
    [body/reports, body/part, body/on-it, body/on-another, body/supports, body/inferred, body/hub, body/groups]
  sources: {page: 1}
- {id: loud, name: Loud}
""",
        priority_areas="- {id: quiet, name: Quiet, theme: theme/calm, delivered_by: body/on-its-theme}\n",
    )
    assert found(engine, graph, "delivery-bodies-without-line-up") == (
        2,
        7,
        [("on-another", "gap"), ("supports", "gap"), ("inferred", "inferred")],
    )
    assert rows(engine, graph, "delivery-bodies-without-line-up").rows[0]["above"] == ["Board"]


def test_a_post_that_leads_two_themes_is_found(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: busy, title: Busy}\n- {id: calm, title: Calm}\n- {id: guessed, title: Guessed}\n",
        themes=f"""\
- {{id: a, name: A, led_by: [post/busy, post/calm]}}
- {{id: b, name: B, led_by: [post/busy, {{to: post/calm, capacity: deputy}}, post/guessed]}}
- {{id: c, name: C, led_by: [{{to: post/guessed, {INFERRED}}}, {{to: post/calm, until: 2019}}]}}
""",
    )
    assert found(engine, graph, "posts-leading-several-themes") == (1, 3, [("busy", "gap"), ("guessed", "inferred")])


def test_a_post_oversees_itself_in_each_of_the_ways_there_are(tmp_path: Path, engine: Engines) -> None:
    names = ("itself", "whole", "chairs", "by-body", "by-scrutiny", "behalf", "part", "vice", "clear", "guessed")
    graph = plan(
        tmp_path,
        posts="".join(f"- {{id: {name}, title: {name}}}\n" for name in names),
        strategies="- {id: plan, name: Plan, overseen_by: post/whole}\n",
        bodies=f"""\
- {{id: overseers, name: Overseers, chairs: [post/by-body, {{to: post/vice, capacity: vice}}]}}
- {{id: scrutiny, name: Scrutiny, chairs: post/by-scrutiny, scrutinises: theme/calm}}
- {{id: board, name: Board, chairs: [{{to: post/behalf, capacity: joint}}, {{to: post/guessed, {INFERRED}}}]}}
- {{id: group, name: Group, chairs: post/chairs, led_by: post/chairs}}
- {{id: sub, name: Sub, part_of: body/big, led_by: post/part}}
- {{id: big, name: Big, chairs: post/part}}
""",
        themes="""\
- id: calm
  name: Calm
  part_of: strategy/plan
  led_by: [post/by-body, post/by-scrutiny, post/vice, post/clear]
  overseen_by: body/overseers
  sources: {page: 1}
""",
        priority_areas="""\
- {id: lanes, name: Lanes, theme: theme/calm, led_by: [post/by-body, post/clear]}
- id: streets
  name: Streets
  theme: theme/calm
  led_by: [post/whole, {to: post/behalf, on_behalf_of: body/board}, {to: post/guessed, on_behalf_of: body/board}]
  sources: {page: 1}
""",
        duties="- {id: report, name: Report, led_by: post/itself, overseen_by: post/itself}\n",
    )
    table = rows(engine, graph, "posts-that-oversee-themselves")
    assert [(row["post"], row["thing"], row["how"], row["state"]) for row in table.rows] == [
        ("itself", "Report", ["oversees it"], "gap"),
        ("whole", "Streets", ["oversees Plan"], "gap"),
        ("chairs", "Group", ["chairs it"], "gap"),
        ("by-body", "Calm", ["chairs Overseers, which oversees it"], "gap"),
        ("by-scrutiny", "Calm", ["chairs Scrutiny, which scrutinises it"], "gap"),
        ("behalf", "Streets", ["jointly chairs Board, on whose behalf it leads"], "gap"),
        ("part", "Sub", ["chairs Big, which it is part of"], "gap"),
        ("guessed", "Streets", ["chairs Board, on whose behalf it leads"], "inferred"),
    ]
    assert found(engine, graph, "posts-that-oversee-themselves")[:2] == (7, 10)


def test_reporting_loops_of_two_to_six_lines_are_found_on_the_day_they_hold(tmp_path: Path, engine: Engines) -> None:
    ring = "".join(f"- {{id: r{n}, name: R{n}, reports_to: body/r{n % 6 + 1}}}\n" for n in range(1, 7))
    graph = plan(
        tmp_path,
        bodies=f"""\
- {{id: a, name: A, reports_to: [body/b, body/top]}}
- {{id: b, name: B, reports_to: body/a}}
- {{id: c, name: C, reports_to: {{to: body/d, since: 2021}}}}
- {{id: d, name: D, reports_to: post/chief}}
- {{id: below, name: Below, reports_to: body/a}}
- {{id: top, name: Top}}
{ring}""",
        posts="- {id: chief, title: Chief, reports_to: body/c}\n",
    )
    two = [("a", "gap"), ("b", "gap")]
    six = [(f"r{n}", "gap") for n in range(1, 7)]
    assert found(engine, graph, "reporting-loops") == (8, 11, [*two, *six])
    three = [("c", "gap"), ("d", "gap")]
    assert found(engine, graph, "reporting-loops", "2021-06-30") == (11, 12, [*two, *three, *six, ("chief", "gap")])
    steps = {row["name"]: (row["next"], row["steps"]) for row in rows(engine, graph, "reporting-loops").rows}
    assert (steps["A"], steps["R6"]) == ((["B"], 2), (["R1"], 6))


def test_a_body_answers_upwards_by_reporting_or_being_part_and_not_by_support(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        organisations="- {id: council, name: Council}\n",
        bodies=f"""\
- {{id: top, name: A, status: established}}
- {{id: reports, name: B, status: established, reports_to: body/top}}
- {{id: on-one-thing, name: C, status: established, reports_to: {{to: body/top, on: grants}}}}
- {{id: part, name: D, status: established, part_of: organisation/council}}
- {{id: supports, name: E, status: established, supports: body/top}}
- {{id: works, name: F, status: established, works_with: body/top}}
- {{id: no-longer, name: G, status: established, reports_to: {{to: body/top, until: 2019}}}}
- {{id: inferred, name: H, status: established, part_of: {{to: body/top, {INFERRED}}}}}
- {{id: proposed, name: I, status: proposed}}
- {{id: past, name: J, status: past}}
- {{id: groups, name: K, collective: true}}
""",
    )
    assert found(engine, graph, "bodies-that-report-to-nothing") == (
        4,
        8,
        [("top", "gap"), ("supports", "gap"), ("works", "gap"), ("no-longer", "gap"), ("inferred", "inferred")],
    )
    first = rows(engine, graph, "bodies-that-report-to-nothing").rows[0]
    assert first["reports_received"] == ["B", "C"]


def test_a_body_is_explained_by_a_remit_or_by_any_line_and_not_by_being_named(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="""\
- {id: named, name: A}
- {id: changed, name: B, status: proposed}
- {id: column, name: C}
- {id: remit, name: D, remit: Something}
- {id: line, name: E, supports: body/remit}
- {id: chaired, name: F, chairs: post/chair}
- {id: once, name: G, members: {to: post/chair, until: 2019}}
- {id: past, name: H, status: past}
- {id: groups, name: I, collective: true}
- {id: outside, name: J, outside: true}
- {id: only-measured, name: K}
""",
        posts="- {id: chair, title: Chair}\n",
        measures="- {id: m, name: M, concerns: [body/only-measured, body/named]}\n",
        actions="- {id: a, name: Act, involves: body/named, changes: {to: body/changed, how: establish}}\n",
        matrices="- {id: m, title: M, columns: body/column}\n",
    )
    assert found(engine, graph, "bodies-never-explained") == (
        4,
        7,
        [("named", "gap"), ("changed", "gap"), ("column", "gap"), ("once", "gap")],
    )
    assert [row["named_by"] for row in rows(engine, graph, "bodies-never-explained").rows[:2]] == [
        ["Act", "M"],
        ["Act"],
    ]


def test_a_proposed_body_needs_a_date_and_a_parent(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies=f"""\
- {{id: board, name: Board}}
- {{id: neither, name: A, status: proposed}}
- {{id: dated, name: B, status: proposed}}
- {{id: placed, name: C, status: proposed, part_of: body/board}}
- {{id: both, name: D, status: proposed, until: 2022, reports_to: body/board}}
- {{id: guessed, name: E, status: proposed, until: 2022, part_of: {{to: body/board, {INFERRED}}}}}
""",
        actions="""\
- {id: a, name: Start, due: 2021, changes: {to: body/dated, how: establish}}
- {id: b, name: Look, due: 2021, changes: {to: body/neither, how: review}}
""",
    )
    table = rows(engine, graph, "bodies-only-proposed")
    assert [(row["body"], row["missing"], row["state"]) for row in table.rows] == [
        ("A", ["date", "parent"], "gap"),
        ("B", ["parent"], "gap"),
        ("C", ["date"], "gap"),
        ("E", [], "inferred"),
    ]
    assert found(engine, graph, "bodies-only-proposed")[:2] == (3, 5)


def test_a_deputy_an_acting_chair_or_a_leader_is_no_chair(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Officer}\n",
        people="- {id: x, name: Ann}\n",
        bodies=f"""\
- {{id: chaired, name: A, status: established, chairs: post/p}}
- {{id: by-a-person, name: B, status: established, chairs: {{to: person/x, capacity: joint}}}}
- {{id: deputy, name: C, status: established, chairs: {{to: person/x, capacity: deputy}}}}
- {{id: acting, name: D, status: established, chairs: {{to: post/p, capacity: acting}}}}
- {{id: vice, name: E, status: established, chairs: {{to: post/p, capacity: vice}}}}
- {{id: led, name: F, status: established, led_by: post/p}}
- {{id: inferred, name: G, status: established, chairs: {{to: post/p, {INFERRED}}}}}
- {{id: former, name: H, status: established, chairs: {{to: post/p, until: 2020-06-29}}}}
- {{id: team, name: I, status: established, classification: Youth Team}}
- {{id: court, name: J, status: established, classification: court}}
- {{id: proposed, name: K, status: proposed}}
- {{id: groups, name: L, collective: true}}
- {{id: for-a-time, name: M, status: established, classification: task and finish group, led_by: post/p}}
- {{id: for-long, name: N, status: established, classification: project, led_by: {{to: post/p, capacity: acting}}}}
- {{id: csp, name: O, status: established, classification: partnership}}
- {{id: board, name: P, status: established, classification: board, part_of: body/csp, chairs: post/p, meets: monthly}}
- {{id: another, name: Q, status: established, classification: partnership}}
""",
    )
    assert found(engine, graph, "bodies-without-chair") == (
        7,
        11,
        [
            ("deputy", "gap"),
            ("acting", "gap"),
            ("vice", "gap"),
            ("led", "gap"),
            ("former", "gap"),
            ("for-long", "gap"),
            ("another", "gap"),
            ("inferred", "inferred"),
        ],
    )
    others = {row["body"]: row["other"] for row in rows(engine, graph, "bodies-without-chair").rows}
    assert (others["C"], others["D"], others["F"]) == (
        ["Ann (deputy chair)"],
        ["Officer (acting chair)"],
        ["Officer (leads it)"],
    )
    missing = {row["body"]: row["missing"] for row in rows(engine, graph, "bodies-without-frequency").rows}
    assert (missing.get("O"), missing["P"], missing["Q"]) == (None, ["quorum"], ["frequency", "quorum"])


def test_scrutiny_of_the_whole_leaves_open_whether_a_part_is_scrutinised(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies=f"""\
- {{id: committee, name: A, scrutinises: [body/seen, {{to: body/guessed, {INFERRED}}}]}}
- {{id: seen, name: B, statutory: true}}
- {{id: part, name: C, statutory: true, part_of: body/seen}}
- {{id: unseen, name: D, statutory: true}}
- {{id: guessed, name: E, statutory: true}}
- {{id: other, name: F, statutory: false}}
- {{id: unsaid, name: G}}
- {{id: by-a-post, name: H, statutory: true}}
- {{id: by-a-person, name: I, statutory: true}}
""",
        posts="- {id: scrutineer, title: Scrutineer, scrutinises: body/by-a-post}\n",
        people="- {id: ann, name: Ann, scrutinises: body/by-a-person}\n",
    )
    assert found(engine, graph, "bodies-without-scrutiny") == (
        1,
        6,
        [("unseen", "gap"), ("part", "unknown"), ("guessed", "inferred")],
    )


def test_what_posts_and_parts_of_a_responsible_authority_do_is_its_own(tmp_path: Path, engine: Engines) -> None:
    names = ("whole", "through-posts", "through-parts", "seat-only", "nothing", "deputy", "guessed")
    graph = plan(
        tmp_path,
        organisations="".join(f"- {{id: {name}, name: {name}, responsible_authority_of: body/csp}}\n" for name in names)
        + "- {id: part, name: Part, part_of: organisation/through-parts}\n- {id: outsider, name: Outsider}\n",
        posts="- {id: a, title: A, in: organisation/through-posts}\n- {id: b, title: B, in: organisation/part}\n",
        bodies=f"""\
- id: csp
  name: CSP
  members: [organisation/whole, organisation/seat-only, {{to: organisation/guessed, {INFERRED}}}]
  sources: {{page: 1}}
- {{id: board, name: Board, part_of: body/csp, chairs: post/a, members: post/b}}
""",
        themes="- {id: t, name: T, led_by: [organisation/whole, post/a, post/b, organisation/guessed, "
        "{to: organisation/deputy, capacity: deputy}]}\n",
        actions="- {id: x, name: X, owner: [organisation/whole, post/a, post/b, organisation/guessed, "
        "organisation/deputy]}\n",
    )
    assert found(engine, graph, "authorities-without-seat") == (
        2,
        7,
        [("nothing", "gap"), ("deputy", "gap"), ("guessed", "inferred")],
    )
    part = [("seat-only", "gap"), ("nothing", "gap"), ("deputy", "gap")]
    assert found(engine, graph, "authorities-leading-nothing") == (3, 7, part)
    assert found(engine, graph, "authorities-owning-no-action") == (2, 7, part[:2])


def test_a_vacant_post_is_a_gap_and_one_of_which_nothing_is_said_is_unknown(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        people="- {id: x, name: Ann}\n",
        posts=f"""\
- {{id: held, title: A, holder: person/x}}
- {{id: held-by-somebody, title: B, holding: held}}
- {{id: vacant, title: C, holding: vacant}}
- {{id: vacant-again, title: D, holding: vacant, holder: {{to: person/x, until: 2020-06-29}}}}
- {{id: vacant-soon, title: E, holding: vacant, holder: {{to: person/x, until: 2020-06-30}}}}
- {{id: undisclosed, title: F, holding: not disclosed}}
- {{id: left, title: G, holder: {{to: person/x, until: 2019}}}}
- {{id: inferred, title: H, holder: {{to: person/x, {INFERRED}}}}}
- {{id: role, title: I, classification: role}}
""",
    )
    assert found(engine, graph, "posts-without-holder") == (
        2,
        8,
        [
            ("vacant", "gap"),
            ("vacant-again", "gap"),
            ("undisclosed", "unknown"),
            ("left", "unknown"),
            ("inferred", "inferred"),
        ],
    )
    assert ("vacant-soon", "gap") in found(engine, graph, "posts-without-holder", "2020-07-01").states


def test_a_duty_needs_a_bearer_and_a_recurring_one_a_frequency(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head}\n",
        duties=f"""\
- {{id: whole, name: A, borne_by: post/p, frequency: yearly}}
- {{id: nobody, name: B, frequency: yearly, overseen_by: post/p}}
- {{id: report, name: C, borne_by: post/p, classification: Annual report}}
- {{id: led, name: D, led_by: post/p}}
- {{id: by-a-deputy, name: D, led_by: {{to: post/p, capacity: acting}}}}
- {{id: principle, name: D, classification: principle}}
- {{id: of-another, name: D, outside: true}}
- {{id: unsorted, name: E, borne_by: post/p}}
- {{id: inferred, name: F, frequency: yearly, borne_by: {{to: post/p, {INFERRED}}}}}
""",
    )
    assert found(engine, graph, "duties-without-bearer") == (
        3,
        7,
        [("nobody", "gap"), ("report", "gap"), ("by-a-deputy", "gap"), ("inferred", "inferred")],
    )


def test_a_body_that_acts_is_named_by_the_structure_diagram_or_stands_within_one_that_is(
    tmp_path: Path, engine: Engines
) -> None:
    drawn = "sources: [{page: 1}, {page: 2, part: diagram}]"
    bodies = f"""\
- {{id: csp, name: CSP, status: established}}
- {{id: board, name: Board, status: established, remit: To decide, {drawn}}}
- {{id: only-drawn, name: Box, {drawn}}}
- {{id: drawn, name: Drawn, supports: body/board, {drawn}}}
- {{id: perhaps, name: Perhaps, supports: {{to: body/board, {INFERRED}}}, {drawn}}}
- {{id: part, name: Part, status: established, part_of: body/board}}
- {{id: guessed, name: Guessed, status: established, part_of: {{to: body/board, {INFERRED}}}}}
- {{id: acts, name: Acts, reports_to: body/board}}
- {{id: named, name: Named}}
- {{id: team, name: Team, status: established, classification: team}}
- {{id: above, name: Above, status: established, outside: true}}
""".replace(f"{drawn}}}", f"{drawn}}} ")  # which has its sources
    graph = plan(
        tmp_path,
        "partnership: body/csp\n",
        bodies=bodies,
        actions="- {id: a, name: Act, owner: body/acts}\n",
    )
    assert found(engine, graph, "bodies-not-in-diagram") == (1, 6, [("acts", "gap"), ("guessed", "inferred")])
    assert rows(engine, graph, "bodies-not-in-diagram").rows[0]["does"] == ["Act"]
    assert found(engine, graph, "bodies-only-in-diagram") == (1, 4, [("only-drawn", "gap"), ("perhaps", "inferred")])


def test_without_a_structure_diagram_no_body_is_missing_from_it(tmp_path: Path, engine: Engines) -> None:
    graph = plan(tmp_path, bodies="- {id: board, name: Board, status: established}\n")
    assert found(engine, graph, "bodies-not-in-diagram") == (0, 0, [])


def test_a_body_says_how_often_it_meets_and_one_that_decides_who_has_to_be_there(
    tmp_path: Path, engine: Engines
) -> None:
    graph = plan(
        tmp_path,
        bodies="""\
- {id: whole, name: A, status: established, classification: board, meets: monthly, quorum: five members}
- {id: no-quorum, name: B, status: established, classification: Panel, meets: monthly}
- {id: neither, name: C, status: established, classification: board}
- {id: group, name: D, status: established, classification: group, meets: weekly}
- {id: by-a-duty, name: E, status: established}
- {id: perhaps, name: F, status: established}
- {id: silent, name: G, status: established}
- {id: team, name: H, status: established, classification: team}
""",
        duties=f"""\
- {{id: x, name: Meet, classification: meeting, frequency: monthly,
    borne_by: [body/by-a-duty, {{to: body/perhaps, {INFERRED}}}], sources: {{page: 1}}}}
- {{id: y, name: Report, classification: report, frequency: monthly, borne_by: body/silent}}
""",
    )
    table = rows(engine, graph, "bodies-without-frequency")
    assert [(row["body"], row["missing"], row["state"]) for row in table.rows] == [
        ("B", ["quorum"], "gap"),
        ("C", ["frequency", "quorum"], "gap"),
        ("G", ["frequency"], "gap"),
        ("F", ["frequency"], "inferred"),
    ]
    assert found(engine, graph, "bodies-without-frequency")[:2] == (3, 7)


def test_a_member_has_a_part_itself_or_through_its_posts_and_parts(tmp_path: Path, engine: Engines) -> None:
    names = ("leads", "by-post", "by-part", "partner", "only-measured", "nothing", "guessed")
    graph = plan(
        tmp_path,
        "partnership: body/csp\n",
        organisations="".join(f"- {{id: {name}, name: {name}}}\n" for name in (*names, "elsewhere"))
        + "- {id: division, name: Division, part_of: organisation/by-part}\n",
        posts="- {id: head, title: Head, in: organisation/by-post}\n"
        "- {id: chief, title: Chief, in: organisation/division}\n",
        bodies=f"""\
- {{id: csp, name: CSP, members: [{", ".join(f"organisation/{name}" for name in names[:4])}]}}
- {{id: board, name: Board, part_of: body/csp, members: [{", ".join(f"organisation/{name}" for name in names[4:])}]}}
- {{id: club, name: Club, members: organisation/elsewhere}}
""",
        themes="- {id: t, name: T, led_by: organisation/leads}\n",
        duties="- {id: d, name: D, borne_by: post/head}\n",
        actions="- {id: a, name: A, owner: post/chief, involves: organisation/partner}\n",
        strategies=f"- {{id: s, name: S, owner: {{to: organisation/guessed, {INFERRED}}}}}\n",
        measures="- {id: m, name: M, involves: organisation/only-measured}\n",
    )
    assert found(engine, graph, "members-without-part") == (
        2,
        7,
        [("only-measured", "gap"), ("nothing", "gap"), ("guessed", "inferred")],
    )


def test_an_area_may_have_only_the_lead_of_its_theme(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: head, title: Head}\n",
        themes="- {id: led, name: Led, led_by: post/head}\n"
        "- {id: by-a-deputy, name: B, led_by: {to: post/head, capacity: deputy}}\n",
        priority_areas=f"""\
- {{id: own, name: A, theme: theme/led, led_by: post/head}}
- {{id: none, name: B, theme: theme/led}}
- {{id: deputy, name: C, theme: theme/led, led_by: {{to: post/head, capacity: deputy}}}}
- {{id: guessed, name: D, theme: theme/led, led_by: {{to: post/head, {INFERRED}}}}}
- {{id: neither, name: E, theme: theme/by-a-deputy}}
""",
    )
    assert found(engine, graph, "areas-without-own-lead") == (
        2,
        4,
        [("none", "gap"), ("deputy", "gap"), ("guessed", "inferred")],
    )
    assert rows(engine, graph, "areas-without-own-lead").rows[0]["theme_lead"] == ["Head"]
