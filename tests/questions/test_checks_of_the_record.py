"""The checks on what is written down: other titles, disagreements, matrices, and what is only inferred."""

from __future__ import annotations

from pathlib import Path

from tests.questions.asking import INFERRED, Engines, counts, found, plan, rows


def test_other_titles_and_disagreements_are_told_with_the_sources_of_each(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        posts="- {id: p, title: Head, also_titled: {title: Chief, sources: {page: 7}}}\n- {id: q, title: Clerk}\n",
        bodies="- {id: b, name: Board, also_titled: [{title: Panel, sources: {page: 8}}]}\n",
        discrepancies="""\
- id: d
  name: When it starts
  classification: date
  about: [body/b, post/p]
  wordings: [{sense: In May, sources: {page: 4}}, {sense: In June, sources: {page: 3}}]
  sources: {page: 2}
""",
    )
    (post,) = rows(engine, graph, "posts-with-several-titles").rows
    assert (post["post"], post["also_titled"], pages(post)) == ("Head", ["Chief"], [1, 7])
    assert found(engine, graph, "posts-with-several-titles")[:2] == (1, 2)
    (body,) = rows(engine, graph, "bodies-with-several-titles").rows
    assert (body["body"], body["also_titled"], pages(body)) == ("Board", ["Panel"], [1, 8])
    (said,) = rows(engine, graph, "discrepancies").rows
    assert (said["about"], said["wordings"], pages(said)) == (["Board", "Head"], ["In May", "In June"], [2, 4, 3])


def pages(row: object) -> list[int]:
    assert isinstance(row, dict)
    return [source["page"] for source in row["sources"]]


def test_a_row_without_a_lead_is_a_gap_only_once_every_cell_is_recorded(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="- {id: a, name: A}\n- {id: b, name: B}\n",
        matrices="""\
- id: m
  title: First
  rows:
    - safeguarding-theme/one
    - safeguarding-theme/none
    - safeguarding-theme/open
    - safeguarding-theme/two
    - safeguarding-theme/guessed
  columns: [body/a, body/b]
  sources: {page: 1}
- {id: n, title: Second, rows: [safeguarding-theme/one], columns: [body/a]}
""",
        safeguarding_themes=f"""\
- id: one
  name: One
  lead: {{to: body/a, matrix: matrix/m}}
  no_role: {{to: body/b, matrix: matrix/m}}
  supporting: {{to: body/a, matrix: matrix/n}}
  sources: {{page: 1}}
- {{id: none, name: None, supporting: body/a, no_role: body/b}}
- {{id: open, name: Open, supporting: body/a}}
- {{id: two, name: Two, lead: [body/a, body/b]}}
- {{id: guessed, name: Guessed, lead: {{to: body/a, {INFERRED}}}}}
""",
    )
    table = rows(engine, graph, "safeguarding-without-one-lead")
    assert [(row["matrix"], row["theme"], row["boards"], row["unrecorded"], row["state"]) for row in table.rows] == [
        ("First", "None", [], 0, "gap"),
        ("First", "Two", ["A", "B"], 0, "gap"),
        ("Second", "One", [], 0, "gap"),
        ("First", "Open", [], 1, "unknown"),
        ("First", "Guessed", ["A"], 1, "inferred"),
    ]
    assert found(engine, graph, "safeguarding-without-one-lead")[:2] == (3, 6)
    cells = rows(engine, graph, "matrix-cells-not-recorded")
    assert [(row["theme"], row["board"], row["matrix"], row["state"]) for row in cells.rows] == [
        ("Open", "B", "First", "unknown"),
        ("Guessed", "B", "First", "unknown"),
    ]
    assert counts(engine, graph, "matrix-cells-not-recorded")["of"] == 11


def test_a_board_that_is_past_leads_on_nothing(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        bodies="- {id: a, name: A}\n- {id: p, name: Past, status: past}\n- {id: e, name: Ended, until: 2001}\n",
        matrices="""\
- id: m
  title: Matrix
  rows: [safeguarding-theme/one, safeguarding-theme/two, safeguarding-theme/both]
  columns: [body/a, body/p, body/e]
  sources: {page: 1}
""",
        safeguarding_themes="""\
- {id: one, name: One, lead: body/p, supporting: [body/a, body/e]}
- {id: two, name: Two, lead: body/e, supporting: [body/a, body/p]}
- {id: both, name: Both, lead: [body/a, body/p], no_role: body/e}
""",
    )
    table = rows(engine, graph, "safeguarding-without-one-lead")
    assert [(row["theme"], row["boards"], row["state"]) for row in table.rows] == [
        ("One", [], "gap"),
        ("Two", [], "gap"),
    ]


def test_inferred_things_and_relationships_are_told_with_their_reasons(tmp_path: Path, engine: Engines) -> None:
    graph = plan(
        tmp_path,
        themes="- {id: t, name: Theme}\n",
        priority_areas=f"- {{id: a, name: Area, theme: {{to: theme/t, {INFERRED}}}}}\n"
        "- {id: b, name: Other, basis: inferred, reason: It is a heading.}\n",
    )
    table = rows(engine, graph, "facts-inferred")
    assert [(row["name"], row["relationship"], row["other"], row["reason"]) for row in table.rows] == [
        ("Area", "is part of", "Theme", "It is so elsewhere."),
        ("Other", None, None, "It is a heading."),
    ]
    # the document, the theme, two areas, and one relationship
    assert found(engine, graph, "facts-inferred")[:2] == (0, 5)
