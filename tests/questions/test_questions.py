"""Question files: what their headers may say and how a broken one is told, and what running them gives."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from ssp_graph.cypher.tokens import spoken
from ssp_graph.errors import Problem, UsageError
from ssp_graph.graph import load_graph
from ssp_graph.plan import Plan
from ssp_graph.questions import gaps
from ssp_graph.questions.asking import ask, run
from ssp_graph.questions.catalogue import GROUPS, as_markdown, catalogue, chosen
from ssp_graph.questions.library import library
from ssp_graph.questions.question import Question, read_question
from ssp_graph.questions.running import to_paste
from ssp_graph.shipped import shipped
from tests.making import graph_of, invented, write_register
from tests.questions.asking import DAY, Engines, answer

SOUND = """\
// title: Posts by name
// question: Which posts are there?
// group: posts and people
// kind: report
// param part: text, default "". Only posts whose title begins so.
// column post: The post
MATCH (p:Post)
WHERE p.register IN $registers AND p.name STARTS WITH $part
RETURN p.name AS post, p.sources AS sources, p.id AS id
ORDER BY id
"""

OF = "// of: MATCH (p:Post) WHERE p.register IN $registers AND p.name <> '' RETURN count(p)"


def read(tmp_path: Path, text: str, name: str = "posts-by-name") -> Question | Problem:
    path = tmp_path / f"{name}.cypher"
    path.write_text(text, encoding="utf-8")
    return read_question(path, path.name)


@pytest.mark.parametrize(
    ("wrong", "right", "line", "said"),
    [
        ("// title: Posts by name\n", "", 1, "the header has no `title`. Add a line `// title: …` at the top."),
        ("// group:", "// gruop:", 3, "the header has an unknown key `gruop`. Did you mean group?"),
        ("// group: posts and people", "// group:", 3, "`group` is empty. Write its value after the colon."),
        (
            "// group: posts and people",
            "// no more than a remark",
            3,
            "this line of the header is no `// key: value`. ",
        ),
        ("// group: posts and people", "// title: Again", 3, "`title` is there twice. Keep one of them."),
        ("// kind: report", "// kind: answer", 4, "the kind is 'answer'. Write `check` or `report`."),
        ("// kind: report", "// kind: check", 4, "a check needs `of`. Add a line `// of: …`."),
        *(
            (
                "// kind: report",
                f"// kind: report\n// of: {short}",
                5,
                f"`of` cannot be counted: {short.split()[0]} is refused where a clause begins. "
                "Write `// of: MATCH (a:Action) WHERE a.register IN $registers RETURN count(a)`.",
            )
            for short in ("Post", "every Strategy where until recorded", "LEADS from Post", "cells")
        ),
        (
            "// kind: report",
            "// kind: report\n// of: MATCH (p:Post)",
            5,
            "`of` is no query that returns a number. Write `",
        ),
        (
            "// kind: report",
            f"// kind: report\n{OF.replace('p.name', '$size')}",
            5,
            "`of` uses $size, which is not given",
        ),
        ("// kind: report", f"// kind: report\n{OF}", 5, "`of` needs `counted`. Add a line `// counted: …` that says"),
        ("// kind: report", "// kind: report\n// of: CREATE (p:Post) RETURN 1", 5, "`of` cannot be counted: "),
        (
            'text, default "".',
            "txt, default ''.",
            5,
            "the parameter is not said as it should be. Write `// param theme: ",
        ),
        ('text, default "".', 'txet, default "".', 5, "there is no type of parameter 'txet'. Did you mean text?"),
        ('text, default "".', 'number, default "".', 5, "the default of part is no number. Correct the default."),
        ("part: text", "as_of: text", 5, "the parameter as_of is there already. Give it another name."),
        ("part: text", "past: text", 5, "$past is not used. Use it in the query, or delete the line."),
        ("$part", "$past", 5, "$part is not used. "),
        ("column post", "column pots", 6, "there is no column 'pots'. Did you mean post?"),
        ("AND p.name", "SET p.name", 7, "SET is refused, since a query may only read the graph"),
        (
            "RETURN p.name AS post, p.sources AS sources, p.id AS id",
            "RETURN p",
            1,
            "does not RETURN columns under names",
        ),
        ("ORDER BY id", "ORDER BY id // 'open\n AND 'x", 7, "the query has a quotation mark that is not closed"),
    ],
)
def test_a_broken_question_is_told_in_one_line(tmp_path: Path, wrong: str, right: str, line: int, said: str) -> None:
    assert wrong in SOUND
    problem = read(tmp_path, SOUND.replace(wrong, right))
    assert isinstance(problem, Problem), problem
    assert problem.line == line
    assert said in str(problem)
    assert "\n" not in str(problem)


def test_a_parameter_that_the_header_does_not_declare_is_told(tmp_path: Path) -> None:
    without = re.sub(r"// param .*\n", "", SOUND)
    assert str(read(tmp_path, without)).startswith(
        "posts-by-name.cypher:1: the query uses $part, which the header does not declare. Write `// param"
    )


def test_a_check_gives_a_state_sources_and_an_id(tmp_path: Path) -> None:
    check = SOUND.replace("kind: report", f"kind: check\n{OF}\n// counted: posts\n// why: So.")
    assert "a check needs the column `state`. Add `… AS state` to RETURN." in str(read(tmp_path, check))


@pytest.mark.parametrize("data", [b"\xff\xfe", SOUND.encode("utf-16")])
def test_a_file_that_is_no_text_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "q.cypher").write_bytes(data)
    assert str(read_question(tmp_path / "q.cypher", "q.cypher")) == (
        "q.cypher: the file cannot be read (it is not UTF-8 text). Correct or remove it."
    )


def test_a_question_needs_a_name_that_can_be_typed(tmp_path: Path) -> None:
    assert "is no name of a question" in str(read(tmp_path, SOUND, "Posts by name"))


def test_a_value_goes_on_in_the_line_below(tmp_path: Path) -> None:
    question = read(tmp_path, SOUND.replace("Which posts", "Which\n//   posts"))
    assert isinstance(question, Question)
    assert question.question == "Which posts are there?"


def test_a_users_own_questions_run_as_the_shipped_ones_and_a_broken_one_is_one_line(
    tmp_path: Path, engine: Engines
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "posts-by-name.cypher").write_text(SOUND, encoding="utf-8")
    (own / "broken.cypher").write_text("RETURN 1", encoding="utf-8")
    (own / "reporting-lines.cypher").write_text(SOUND, encoding="utf-8")
    known = library(own)
    assert [str(problem).removeprefix(f"{own.as_posix()}/") for problem in known.problems] == [
        "broken.cypher:1: the header has no `title`. Add a line `// title: …` at the top.",
        "reporting-lines.cypher: a shipped question has the name reporting-lines too. Give the file another name.",
    ]
    assert known.questions["reporting-lines"].title == "Reporting lines"
    graph = graph_of(
        tmp_path / "town",
        posts="- {id: a, title: Head, sources: {page: 3}}\n- {id: b, title: Clerk, sources: {page: 2}}\n",
    )
    table = run(engine(graph), Plan(graph, DAY), known.questions["posts-by-name"], {"part": "Cl"})
    assert [column.heading for column in table.columns] == ["The post", "Sources", "Id"]
    assert [(row["post"], row["sources"][0]["page"], row["id"]) for row in table.rows] == [("Clerk", 2, "town:post/b")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither pipes nor devices among its files")
def test_a_question_that_has_no_end_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.cypher")
    (tmp_path / "device.cypher").symlink_to("/dev/zero")
    for name in ("pipe", "device"):
        found = read_question(tmp_path / f"{name}.cypher", name)
        assert str(found) == f"{name}: the file cannot be read (it is no file). Correct or remove it."


def test_a_folder_without_questions_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"holds no question\. A question is a file that ends in \.cypher"):
        library(tmp_path)
    with pytest.raises(UsageError, match="is no folder"):
        library(tmp_path / "nowhere")


def test_what_the_engine_refuses_is_told_with_its_file(tmp_path: Path, engine: Engines) -> None:
    question = read(tmp_path, SOUND.replace("p.name AS post", "p.nickname AS post"))
    assert isinstance(question, Question)
    graph = graph_of(tmp_path / "town")
    with pytest.raises(UsageError, match=r"^posts-by-name\.cypher: The query cannot be run: .*nickname"):
        run(engine(graph), Plan(graph, DAY), question)


def test_what_a_users_query_returns_is_told_where_it_is_not_what_a_column_says(tmp_path: Path, engine: Engines) -> None:
    graph = graph_of(tmp_path / "town", posts="- {id: a, title: Head, sources: {page: 3}}\n")
    question = read(tmp_path, SOUND.replace("p.sources AS sources", "p.name AS sources"))
    assert isinstance(question, Question)
    with pytest.raises(
        UsageError, match=r"^posts-by-name\.cypher: a column holds other than its name says\. Look at so"
    ):
        run(engine(graph), Plan(graph, DAY), question)
    lists = read(tmp_path, SOUND.replace("p.name AS post", "[p, p] AS post"))
    assert isinstance(lists, Question)
    assert [thing["name"] for thing in run(engine(graph), Plan(graph, DAY), lists).rows[0]["post"]] == ["Head", "Head"]
    check = SOUND.replace("kind: report", f"kind: check\n{OF}\n// counted: posts\n// why: So.").replace(
        "AS id", "AS id, 'bad' AS state"
    )
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "bad-state.cypher").write_text(check, encoding="utf-8")
    known = library(tmp_path / "own")
    with pytest.raises(
        UsageError, match=r"bad-state\.cypher: a row has the state bad\. A state is gap, inferred or unk"
    ):
        gaps.rows_of(engine(graph), Plan(graph, DAY), known, "bad-state")


@pytest.mark.parametrize(
    ("returned", "said"),
    [
        ("count(p), 1", "it does not return one number."),
        ("p.name", "it does not return one number."),
        ("true", "it does not return one number."),
        ("count(p.nickname)", "The query cannot be run: "),
    ],
)
def test_a_population_that_is_no_number_is_told_with_its_file(
    tmp_path: Path, engine: Engines, returned: str, said: str
) -> None:
    graph = graph_of(tmp_path / "town", posts="- {id: a, title: Head, sources: {page: 3}}\n")
    counted = f"// kind: report\n{OF.replace('count(p)', returned)}\n// counted: posts"
    question = read(tmp_path, SOUND.replace("// kind: report", counted))
    assert isinstance(question, Question)
    with pytest.raises(UsageError) as refused:
        run(engine(graph), Plan(graph, DAY), question)
    assert str(refused.value).startswith(f"posts-by-name.cypher: `of` cannot be counted: {said}")


def test_a_question_is_asked_by_its_name_and_a_check_tells_what_is_accepted(tmp_path: Path, engine: Engines) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "posts-by-name.cypher").write_text(SOUND, encoding="utf-8")
    graph = graph_of(
        tmp_path / "town",
        posts="- {id: a, title: Head, sources: {page: 3}}\n",
        actions="- {id: one, name: One, sources: {page: 3}}\n",
        accepted_gaps="- {check: actions-without-owner, thing: action/one, reason: It is new., until: 2020}\n",
    )
    plan = Plan(graph, DAY)
    assert [row["post"] for row in ask(engine(graph), plan, "posts-by", {"part": "He"}, own).rows] == ["Head"]
    check = ask(engine(graph), plan, "Actions with no owner recorded")
    assert [(row["state"], row["accepted_until"]) for row in check.rows] == [("accepted", "2020")]
    with pytest.raises(UsageError, match=r"^There is no question 'posts-by-nane'\. Did you mean posts-by-name\?$"):
        ask(engine(graph), plan, "posts-by-nane", own=own)
    with pytest.raises(UsageError, match=r"^There is no question 'zebra'\. See them all with: ssp-graph ask\.$"):
        ask(engine(graph), plan, "zebra")


def test_a_wrong_parameter_is_told_with_what_it_takes(tmp_path: Path, engine: Engines) -> None:
    graph = graph_of(tmp_path / "town", posts="- {id: a, title: Head of Homes, sources: {page: 3}}\n")
    with pytest.raises(UsageError) as unknown:
        answer(engine, graph, "what-a-post-answers-for", pst="Head")
    assert str(unknown.value) == (
        "The question what-a-post-answers-for has no parameter pst. Did you mean post?\n  post (post): Only this post."
    )
    with pytest.raises(UsageError) as nobody:
        answer(engine, graph, "what-a-post-answers-for", post="Head of Hommes")
    assert str(nobody.value) == (
        "Nothing of kind post is called 'Head of Hommes'. Did you mean:\n  Head of Homes (post): town:post/a\n"
        "The parameter post takes a name of kind post: only this post."
    )
    with pytest.raises(UsageError, match=r"See what there is with `ssp-graph list posts`\.\nThe parameter post takes"):
        answer(engine, graph, "what-a-post-answers-for", post="xyz")
    with pytest.raises(
        UsageError, match=r"at_least is 'many', which is no whole number\. at_least \(number\): From how"
    ):
        answer(engine, graph, "posts-leading-several-themes", at_least="many")
    required = SOUND.replace(', default ""', "")
    question = read(tmp_path, required)
    assert isinstance(question, Question)
    with pytest.raises(UsageError, match=r"needs part \(text\): Only posts whose title begins so\. Add --set part=…"):
        run(engine(graph), Plan(graph, DAY), question)


def test_a_thing_is_given_by_its_name(tmp_path: Path, engine: Engines) -> None:
    graph = graph_of(
        tmp_path / "town",
        posts="- {id: a, title: Head, sources: {page: 3}}\n- {id: b, title: Clerk, sources: {page: 3}}\n",
        duties="- {id: x, name: Count, borne_by: [post/a, post/b], sources: {page: 3}}\n",
    )
    table = answer(engine, graph, "what-a-post-answers-for", post="the head")
    assert [(row["post"], row["relationship"], row["thing"], row["kind"]) for row in table.rows] == [
        ("Head", "is responsible for", "Count", "duty")
    ]


def test_what_is_not_recorded_is_not_called_none(tmp_path: Path, engine: Engines) -> None:
    graph = graph_of(
        tmp_path / "town",
        posts="- {id: a, title: Head, sources: {page: 3}}\n",
        bodies="- {id: b, name: Board, sources: {page: 3}}\n- {id: c, name: Club, sources: {page: 3}}\n",
        duties="- {id: x, name: Count, borne_by: post/a, sources: {page: 3}}\n",
    )

    def said(name: str, **values: str) -> tuple[str, str]:
        table = answer(engine, graph, name, **values)
        assert bool(table.rows) is (name == "what-a-post-answers-for")
        return table.heading.count, table.empty

    nothing = "Nothing is recorded that answers this."
    assert said("members-of-bodies", body="Board") == ("Bodies with members: none recorded.", nothing)
    assert said("actions-by-owner") == ("Actions: none recorded.", nothing)
    assert said("what-a-post-answers-for", post="Head")[0] == "Posts: 1."
    assert said("posts-that-report-to-themselves")[0] == (
        "Posts that chair a body or stand in: none recorded, so there is nothing to check."
    )
    check = gaps.rows_of(engine(graph), Plan(graph, DAY), library(), "actions-without-owner")
    assert (check.heading.count, check.empty) == ("Actions: none recorded, so there is nothing to check.", nothing)
    fine = gaps.rows_of(engine(graph), Plan(graph, DAY), library(), "bodies-with-several-titles")
    assert (fine.heading.count, fine.empty) == ("0 of 2 bodies.", "None of 2 bodies.")


def test_an_exact_or_unique_name_or_title_is_chosen_and_nothing_else() -> None:
    known = library()

    def name(text: str) -> str | None:
        found = chosen(known, text)
        return found.name if found else None

    assert name("actions-without-owner") == "actions-without-owner"
    assert name("Actions without owner") == "actions-without-owner"
    assert name("actions with no owner recorded") == "actions-without-owner"
    assert name("scrutiny-re") == "scrutiny-reach"
    assert name("actions") is None
    assert name("owner") is None
    assert name("") is None


def test_the_catalogue_lists_every_question_by_group(tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "town")
    table = catalogue(library(), Plan(graph, DAY))
    assert {row["name"] for row in table.rows} == library().questions.keys()
    groups = list(dict.fromkeys(str(row["group"]) for row in table.rows))
    assert [group.casefold() for group in groups] == list(GROUPS)
    markdown = as_markdown(library())
    assert all(f"| `{name}` | {question.question} |" in markdown for name, question in library().questions.items())


def test_the_shipped_questions_are_sound_and_say_who_asks_them() -> None:
    known = library()
    for path in shipped("queries").glob("*.cypher"):
        assert isinstance(read_question(path, path.name), Question), path.name
    assert known.problems == ()
    assert len(known.questions) >= 50
    assert {question.group for question in known.questions.values()} == set(GROUPS)
    titles = [question.title for question in known.questions.values()]
    assert len(set(titles)) == len(titles)
    for question in known.questions.values():
        assert question.question.endswith("?"), question.name
        assert question.why.endswith((".", ")")), question.name
        assert question.synonyms, question.name


def test_no_pattern_of_the_shipped_questions_has_two_arrows() -> None:
    # Ladybug 0.22 can lose rows of two arrows in one pattern: tests/engines/test_ladybug.py holds the smallest case.
    for question in library().questions.values():
        words = [token.text for token in spoken(f"{question.of}\n{question.cypher}")]
        arrows = 0
        for word, after in zip(words, [*words[1:], ""], strict=True):
            if word.upper() in ("MATCH", "WHERE", "WITH", "RETURN", ",", "}"):
                arrows = 0
            arrows += word == "-" and after == "["
            assert arrows < 2, question.name


def test_every_shipped_question_answers_about_an_empty_register(tmp_path: Path, engine: Engines) -> None:
    graph = graph_of(tmp_path / "town")
    for name in library().questions:
        table = answer(engine, graph, name)
        assert [row for row in table.rows if row.get("kind") != "document"] == [], name


def test_rows_tell_their_plan_where_several_are_named(engine: Engines) -> None:
    graph = invented("exampleton-2024-27", "sampleford-2025-26")
    table = answer(engine, graph, "reporting-lines", "2025-06-30")
    assert {row["plan"] for row in table.rows} == {about["title"] for about in graph.graph["registers"][-2:]}
    assert [table.columns[0].heading, table.columns[-1].kind] == ["Plan", "id"]
    alone = answer(engine, invented("exampleton-2024-27"), "reporting-lines", "2025-06-30")
    assert "plan" not in [column.name for column in alone.columns]


def test_a_register_that_is_not_named_is_not_asked_about(tmp_path: Path, engine: Engines) -> None:
    write_register(tmp_path / "region", bodies="- {id: forum, name: Forum, sources: {page: 1}}\n")
    town = write_register(
        tmp_path / "town",
        "uses: [region]\n",
        bodies="- {id: board, name: Board, status: established, sources: {page: 1}}\n",
    )
    graph = load_graph([town])
    table = answer(engine, graph, "bodies-that-report-to-nothing")
    assert [row["body"] for row in table.rows] == ["Board"]
    assert table.heading.count == "1 of 1 bodies of the partnership that exist or act in the plan."


def test_sources_are_decoded_without_repeats_in_the_order_of_pages(tmp_path: Path, engine: Engines) -> None:
    graph = graph_of(
        tmp_path / "town",
        posts="- {id: a, title: Head, sources: {page: 9}}\n- {id: b, title: Clerk, sources: {page: 2}}\n",
        themes="""\
            - id: t
              name: Theme
              led_by:
                - {to: post/a, sources: [{page: 7, anchor: leads it}, {page: 3}]}
                - {to: post/b, sources: {page: 3}}
              sources: {page: 5}
        """,
    )
    (row,) = answer(engine, graph, "theme-accountability").rows
    assert [(source["page"], source["anchor"]) for source in row["sources"]] == [(3, None), (5, None), (7, "leads it")]
    assert row["lead"] == ["Clerk", "Head"]
    assert row["delivery"] == ["not recorded"]


def test_the_text_to_paste_sets_every_parameter_before_the_question(tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "town", posts="- {id: a, title: Head, sources: {page: 9}}\n")
    question = library().questions["what-a-post-answers-for"]
    text = to_paste(Plan(graph, DAY), question, {"post": "Head"})
    assert text.startswith(
        ':param registers => ["town"];\n:param loaded => ["town"];\n:param as_of => "2020-06-30";\n'
        ':param answering => [];\n:param post => "town:post/a";\n\n// title: What a post is accountable for\n'
    )
    assert text.endswith(";\n")
