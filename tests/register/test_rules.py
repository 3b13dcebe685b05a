"""What no record shows by itself: references, kinds, days, pages, repeats, matrices and loose ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssp_graph.register.loading import load
from tests.making import write_register
from tests.register.faults import cases, faults, faults_in

ONE = ", sources: {page: 1}}\n"


RECORDS = """
owner: post/licencing-lead
→ action/marshals is owned by post/licencing-lead, which is not in this register. Did you mean
→ post/licensing-lead?

owner: body/licensing-lead
→ action/marshals is owned by body/licensing-lead, which is not in this register. Did you mean
→ post/licensing-lead?

owner: posts/licensing-lead
→ action/marshals is owned by posts/licensing-lead, which is not in this register. Did you mean
→ post/licensing-lead?

owner: boards/licensing
→ action/marshals is owned by boards/licensing, which is not in this register. There is no kind boards: the kinds
→ here are body, organisation, person, post.

owner: post/harbour-master
→ action/marshals is owned by post/harbour-master, which is not in this register. Add it to posts.yaml, or correct
→ the reference.

owner: body/sab
→ action/marshals is owned by body/sab, which is not in this register. Add it to bodies.yaml, or correct the
→ reference.

owner: action/marshals
→ action/marshals is owned by action/marshals, which is of the wrong kind. Name something of kind body or
→ organisation or person or post. An action may stand under `concerns`.

owner: theme/licensing-lead
→ action/marshals is owned by theme/licensing-lead, which is of the wrong kind. Did you mean post/licensing-lead?

owner: region:body/council
→ action/marshals is owned by region:body/council, but this register does not use region. Add region to `uses` in
→ register.yaml, or correct the reference.

owner: Licensing Lead
→ action/marshals: `owner` is 'Licensing Lead', which is no reference. Write kind/slug, such as body/safer-board.

owner: [post/licensing-lead, post/licensing-lead]
→ action/marshals is owned by post/licensing-lead twice, first in line 1. Write it once; one relationship may have
→ several sources.

owner: [post/licensing-lead, exampleton:post/licensing-lead]
→ action/marshals is owned by exampleton:post/licensing-lead twice, first in line 1. Write it once; one
→ relationship may have several sources.

owner: {to: post/licensing-lead, since: 2019, until: 2018-06}
→ action/marshals, `owner`, ends (2018-06) before it starts (2019). Correct `since` or `until`.

owner: {to: post/licensing-lead, basis: inferred}
→ action/marshals, `owner`, is inferred but gives no reason. Add `reason:` with why it is believed.

owner: {to: post/licensing-lead, reason: It says so.}
→ action/marshals, `owner`, gives a reason but is not marked as inferred. Add `basis: inferred`, or delete
→ `reason`.

owner: {to: post/licensing-lead, sources: {page: 41}}
→ action/marshals, `owner`, stands on page 41, but plan ends at page 40. Correct the page.

owner: {to: post/licensing-lead, sources: {document: plann}}
→ action/marshals, `owner`, stands on the document plann, which is not in this register. Did you mean plan?

owner: {to: post/licensing-lead, sources: {anchor: the lead}}
→ action/marshals, `owner`, has a source without a page, though plan has 40 pages. Add `page:`.

owner: {to: post/licensing-lead, capacity: boss}
→ action/marshals: `owner.capacity` is 'boss', which is none of its values. Write one of: owner, joint, issuer.

owner: {since: 2018}
→ action/marshals has no `to` under `owner`. Add it: the other thing, as kind/slug or register:kind/slug.

owner: 5
→ action/marshals: `owner` is '5', which is not a mapping of keys and values. Write kind/slug, or a mapping with
→ `to:`.

owner: null
→ action/marshals: `owner` is empty. Fill it in, or delete the key.

due: null, involves: {to: body/forum, capacity: ~}
→ action/marshals: `due` is empty. Fill it in, or delete the key.
→ exampleton/actions.yaml:1: action/marshals: `involves.capacity` is empty. Fill it in, or delete the key.

changes: {to: body/forum, how: abolish}
→ action/marshals: `changes.how` is 'abolish', which is none of its values. Write one of: establish, develop,
→ expand, review, monitor, consider.

due: 2018-02-30
→ action/marshals: `due` is no date: '2018-02-30' is no day of the calendar. Write it like one of these: 2018,
→ 2018-03, 2018-03-31, 2018/21, 2014-2017, 2018-10 to 2019-09.

due: 2018-13
→ action/marshals: `due` is no date: '2018-13' is not a year, month, day, financial years (2018/21), a quarter (2018/19
→ Q2) or calendar years (2014-2017). Write it like one of these: 2018, 2018-03, 2018-03-31, 2018/21, 2014-2017,
→ 2018-10 to 2019-09.

status: Planned
→ action/marshals: `status` is 'Planned', which is none of its values. Write one of: planned, in progress, done,
→ stopped, closed, not recorded.

priority_areas: priority-area/x
→ action/marshals has an unknown key `priority_areas`. Did you mean priority_area?

aliases: [true]
→ action/marshals: `aliases` is 'true', which is not text. Put it in quotation marks: "true".

aliases: ['']
→ action/marshals: `aliases` is empty. Write the words, or delete the key.

concerns: body/forum, implements: {to: strategy/x, too: 1}
→ action/marshals has an unknown key `too` under `implements`. Did you mean to?
"""


@pytest.mark.parametrize(("record", "fault"), cases(RECORDS))
def test_a_fault_of_a_record_is_said_in_one_sentence_with_what_to_do(tmp_path: Path, record: str, fault: str) -> None:
    found = faults(
        tmp_path,
        actions=f"- {{id: marshals, name: Marshals, {record}{ONE}",
        bodies=f"- {{id: forum, name: Forum{ONE}",
        posts=f"- {{id: licensing-lead, title: Licensing Lead{ONE}",
    )
    assert " ".join(found) == f"exampleton/actions.yaml:1: {fault}"


SOURCES = """
{page: 0}
→ body/b: `sources.page` is '0'. The smallest number here is 1.

{page: 200000}
→ body/b: `sources.page` is '200000'. The largest here is 100000.

{page: nine}
→ body/b: `sources.page` is 'nine', which is not a whole number. Write a whole number.

{page: "9"}
→ body/b: `sources.page` is '9', which is not a whole number. Write 9, without quotation marks and zeros before
→ it.

{page: 010}
→ body/b: `sources.page` is '010', which is not a whole number. Write 10, without quotation marks and zeros before
→ it.

{page: true}
→ body/b: `sources.page` is 'true', which is not a whole number. Write a whole number.

[]
→ body/b: `sources` is an empty list. Say where it is stated: {page: 9, anchor: the board sets}.

page 9
→ body/b: `sources` is 'page 9', which is not a mapping of keys and values. Write where it is stated: {page: 9,
→ anchor: the board sets}.

{pge: 9}
→ body/b has an unknown key `pge` under `sources`. Did you mean page?

{page: 9, document: The Plan}
→ body/b: `sources.document` is 'The Plan', which cannot be an id. Use lower-case letters, digits and single hyphens.
"""


@pytest.mark.parametrize(("sources", "fault"), cases(SOURCES))
def test_a_fault_of_a_source_is_said_with_an_example_of_a_good_one(tmp_path: Path, sources: str, fault: str) -> None:
    found = faults(tmp_path, bodies=f"- {{id: b, name: B, sources: {sources}}}\n")
    assert found == [f"exampleton/bodies.yaml:1: {fault}"]


SLUGS = """
Safer Board
→ body/Safer Board: `id` is 'Safer Board', which cannot be an id. Use lower-case letters, digits and single hyphens.

safer--board
→ body/safer--board: `id` is 'safer--board', which cannot be an id. Use lower-case letters, digits and single hyphens.

[a]
→ this body: `id` is a list, and one is allowed. Write one of them alone, without brackets and hyphens.

aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
→ body/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: `id` is too long. Keep it to 120 characters.
"""


@pytest.mark.parametrize(("slug", "fault"), cases(SLUGS))
def test_an_id_that_is_no_slug_is_told(tmp_path: Path, slug: str, fault: str) -> None:
    assert faults(tmp_path, bodies=f"- {{id: {slug}, name: B{ONE}") == [f"exampleton/bodies.yaml:1: {fault}"]


def test_a_source_that_names_no_document_needs_a_default(tmp_path: Path) -> None:
    folder = write_register(tmp_path / "exampleton", bodies=f"- {{id: b, name: B{ONE}")
    (folder / "register.yaml").write_text("id: exampleton\ntitle: T\nsince: 2000\n", encoding="utf-8")
    assert faults_in(folder) == [
        "exampleton/bodies.yaml:1: body/b has a source that names no document, and the register has no `document`. "
        "Name the document in the source, or a default in register.yaml."
    ]


def test_a_default_document_that_is_not_there_is_told_once_with_the_register(tmp_path: Path) -> None:
    found = faults(tmp_path, documents="- {id: plan-2024, title: The Plan}\n")
    assert found == [
        "exampleton/register.yaml:3: the register stands on the document plan, which is not in this register. "
        "Add it to documents.yaml, or name another document."
    ]


def test_a_document_without_pages_needs_none_in_its_sources(tmp_path: Path) -> None:
    documents = "- {id: plan, title: P, pages: 40}\n- {id: note, title: N, classification: officer's note}\n"
    bodies = "- {id: b, name: B, sources: {document: note, anchor: as agreed}}\n"
    assert faults(tmp_path, documents=documents, bodies=bodies) == []


def test_sources_of_other_titles_and_wordings_are_checked_as_well(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        posts="- {id: p, title: P, also_titled: {title: Q, sources: {page: 50}}, sources: {page: 1}}\n",
        discrepancies="""\
            - id: d
              name: D
              classification: title
              about: post/p
              sources: {page: 1}
              wordings:
                - {sense: P, sources: {page: 1}}
                - sense: Q
                  sources:
                    - {page: 1}
                    - {page: 51}
            - {id: e, name: E, classification: date, sources: {page: 1}, wordings: [{sense: P, sources: {page: 1}}]}
            - id: f
              name: F
              classification: date
              sources: {page: 1}
              wordings: [{sense: P, sources: {page: 1}}, {sense: Q, sources: {page: 2}}]
            """,
    )
    assert found == [
        "exampleton/discrepancies.yaml:11: discrepancy/d stands on page 51, but plan ends at page 40. "
        "Correct the page.",
        "exampleton/discrepancies.yaml:12: discrepancy/e: `wordings` has 1 of at least 2. Add what is missing.",
        "exampleton/discrepancies.yaml:13: discrepancy/f is about nothing. Add `about:` with the things it concerns.",
        "exampleton/posts.yaml:1: post/p stands on page 50, but plan ends at page 40. Correct the page.",
    ]


def test_references_besides_the_target_are_checked(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        bodies=f"""\
            - {{id: safer-board, name: Board, reports_to: {{to: body/cabinet, on: [theme/streets, figures]}}{ONE}
            - {{id: cabinet, name: Cabinet, led_by: {{to: post/mayor, on_behalf_of: body/safer-bord}}{ONE}
            """.replace("\n\n", "\n"),
        posts=f"- {{id: mayor, title: Mayor{ONE}",
    )
    assert found == [
        "exampleton/bodies.yaml:1: body/safer-board reports on theme/streets, which is not in this register. "
        "Add it to themes.yaml, or correct the reference.",
        "exampleton/bodies.yaml:2: body/cabinet is led on behalf of body/safer-bord, which is not in this register. "
        "Did you mean body/safer-board?",
    ]


def test_a_thing_that_stands_in_relation_to_itself_is_told(tmp_path: Path) -> None:
    assert faults(tmp_path, bodies=f"- {{id: b, name: B, part_of: exampleton:body/b{ONE}") == [
        "exampleton/bodies.yaml:1: body/b is part of itself. Name the other thing, or delete the line."
    ]


def test_a_relationship_stated_on_both_sides_is_told(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        bodies=f"- {{id: panel, name: Panel, scrutinises: theme/streets{ONE}",
        themes=f"- {{id: streets, name: Streets, scrutinised_by: body/panel{ONE}",
    )
    assert found == [
        "exampleton/themes.yaml:1: theme/streets is scrutinised by body/panel is stated at body/panel as well. "
        "Write a relationship on one side only."
    ]


def test_two_capacities_starts_or_ways_are_two_relationships_and_sound(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        posts=f"- {{id: p, title: P{ONE}",
        bodies="- {id: b, name: B, chairs: [post/p, {to: post/p, capacity: vice}, {to: post/p, since: 2020}]" + ONE,
        actions=f"- {{id: a, name: A, changes: [{{to: body/b, how: review}}, {{to: body/b, how: expand}}]{ONE}",
    )
    assert found == []


def test_a_post_said_to_be_vacant_that_somebody_holds_is_told(tmp_path: Path) -> None:
    posts = """\
        - id: lead
          title: Lead
          holding: vacant
          holder: {to: person/ann, until: 2020}
          sources: {page: 1}
        """
    people = f"- {{id: ann, name: Ann{ONE}"
    assert faults(tmp_path, posts=posts, people=people) == []
    assert faults(tmp_path, posts=posts.replace(", until: 2020", ""), people=people) == [
        "exampleton/posts.yaml:3: post/lead is said to be vacant, but person/ann holds it with no end. "
        "Give the holder an `until`, or delete `holding`."
    ]


MATRICES = """\
    - id: children
      title: Children
      rows: [safeguarding-theme/harm, safeguarding-theme/both]
      columns: [body/board, body/panel]
      sources: {page: 1}
    - id: adults
      title: Adults
      rows: safeguarding-theme/both
      columns: body/board
      sources: {page: 1}
    """


CELLS = """
id: harm, lead: body/forum
→ body/forum has a cell in matrix/children but is no column of it. List it under `columns` in matrices.yaml, or
→ correct the cell.

id: harm, lead: {to: body/board, matrix: matrix/adults}
→ safeguarding-theme/harm has a cell in matrix/adults but is no row of it. List it under `rows` in matrices.yaml,
→ or correct the cell.

id: harm, lead: {to: body/board, matrix: matrix/childern}
→ safeguarding-theme/harm has a cell in matrix/childern, which is not in this register. Did you mean
→ matrix/children?

id: harm, lead: body/board, supporting: body/board
→ body/board is lead and supporting at once on safeguarding-theme/harm. Keep one, or give the earlier one an
→ `until`.

id: harm, supporting: body/board, no_role: {to: body/board, since: 2020}
→ body/board is none and supporting at once on safeguarding-theme/harm. Keep one, or give the earlier one an
→ `until`.

id: harm, lead: [body/board, {to: body/board, matrix: matrix/children}]
→ safeguarding-theme/harm states the cell of body/board in matrix/children twice. Keep one of them.

id: both, lead: body/board
→ safeguarding-theme/both stands in several matrices, and this cell does not say in which. Add `matrix:` with one
→ of matrix/children, matrix/adults.

id: other, lead: body/board
→ safeguarding-theme/other has a cell but is a row of no matrix. List it under `rows` in matrices.yaml.
"""


@pytest.mark.parametrize(("theme", "fault"), cases(CELLS))
def test_a_cell_that_no_matrix_can_show_is_told(tmp_path: Path, theme: str, fault: str) -> None:
    others = "".join(
        f"- {{id: {slug}, name: {slug}{ONE}" for slug in ("harm", "both", "other") if f"id: {slug}," not in theme
    )
    found = faults(
        tmp_path,
        matrices=MATRICES,
        bodies="".join(f"- {{id: {slug}, name: {slug}{ONE}" for slug in ("board", "panel", "forum")),
        safeguarding_themes=f"- {{name: This, {theme}{ONE}{others}",
    )
    assert found == [f"exampleton/safeguarding-themes.yaml:1: {fault}"]


def test_a_board_whose_role_changed_has_both_cells_with_their_days(tmp_path: Path) -> None:
    theme = "id: harm, name: Harm, lead: {to: body/board, until: 2019}, supporting: {to: body/board, since: 2020}"
    found = faults(
        tmp_path,
        matrices=MATRICES,
        bodies="".join(f"- {{id: {slug}, name: {slug}{ONE}" for slug in ("board", "panel")),
        safeguarding_themes=f"- {{{theme}{ONE}- {{id: both, name: Both{ONE}",
    )
    assert found == []


def test_glossary_and_accepted_gaps_are_checked(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        bodies=f"- {{id: safer-board, name: Board{ONE}",
        terms="""\
            - {abbreviation: SB, meaning: Safer Board}
            - {abbreviation: SB, meaning: Silver Bell, sources: {page: 99}}
            - {abbreviation: XY}
            """,
        accepted_gaps="""\
            - {check: bodies-without-chair, thing: body/safer-bord, reason: Known., until: 2020}
            - {check: bodies-without-chair, thing: body/safer-board, until: soon}
            """,
    )
    assert found == [
        "exampleton/accepted-gaps.yaml:1: an accepted gap is about body/safer-bord, which is not in this register. "
        "Did you mean body/safer-board?",
        "exampleton/accepted-gaps.yaml:2: bodies-without-chair has no `reason`. Add it: why it is accepted.",
        "exampleton/accepted-gaps.yaml:2: bodies-without-chair: `until` is no date: 'soon' is not a year, month, day, "
        "financial years (2018/21), a quarter (2018/19 Q2) or calendar years (2014-2017). "
        "Write it like one of these: 2018, 2018-03, 2018-03-31, 2018/21, 2014-2017, 2018-10 to 2019-09.",
        "exampleton/terms.yaml:2: SB stands on page 99, but plan ends at page 40. Correct the page.",
        "exampleton/terms.yaml:2: the abbreviation SB is there twice, first in line 1. Keep one of them.",
        "exampleton/terms.yaml:3: XY has no `meaning`. "
        "Add it: what it stands for; a thing of this name is found by the abbreviation too.",
    ]


def test_references_into_a_used_register_are_checked_against_it(tmp_path: Path) -> None:
    write_register(tmp_path / "greater-region", bodies=f"- {{id: commission, name: Commission{ONE}")
    found = faults(
        tmp_path,
        "uses: greater-region\n",
        bodies=f"- {{id: board, name: B, reports_to: greater-region:body/comission{ONE}"
        f"- {{id: panel, name: B, reports_to: grater-region:body/commission{ONE}"
        f"- {{id: forum, name: B, reports_to: body/commission{ONE}",
    )
    assert found == [
        "exampleton/bodies.yaml:1: body/board reports to greater-region:body/comission, which is not in the register "
        "greater-region. Did you mean greater-region:body/commission?",
        "exampleton/bodies.yaml:2: body/panel reports to grater-region:body/commission, but this register does not "
        "use grater-region. Did you mean greater-region?",
        "exampleton/bodies.yaml:3: body/forum reports to body/commission, which is not in this register. "
        "Did you mean greater-region:body/commission?",
    ]


def test_a_register_that_does_not_say_when_its_period_begins_is_warned(tmp_path: Path) -> None:
    folder = write_register(tmp_path / "exampleton", "until: 2027\n")
    about = folder / "register.yaml"
    about.write_text(about.read_text(encoding="utf-8").replace("since: 2000\n", ""), encoding="utf-8")
    (warning,) = load([folder]).warnings
    assert str(warning).endswith(
        "exampleton/register.yaml:1: the register does not say when its period begins. "
        "Add `since:` with the first day of the plan, such as 2024-04-01."
    )
