"""Ad-hoc Cypher is let through if it only reads the graph; whatever else it does is refused in one clear line."""

from __future__ import annotations

import pytest

from ssp_graph.cypher.guard import guarded
from ssp_graph.errors import UsageError
from ssp_graph.shipped import shipped
from tests.cypher.attacks import ATTACKS

READING = (
    "MATCH (n) RETURN n",
    "match (a:Action)<-[r:OWNS]-(b:Post|Body) where not exists { match (a)-[:PART_OF]->() } and r.`on` = '[]' "
    "return a.name as name, count(distinct b) as owners order by owners desc, name skip 1 limit 5",
    "MATCH p = (a:Body)-[:REPORTS_TO*1..4]->(b) WHERE a.name STARTS WITH 'x' AND NOT a.name ENDS WITH 'y' RETURN p",
    "OPTIONAL MATCH (n) WITH * WHERE n IS NOT NULL RETURN count(*) AS c UNION ALL RETURN 1 AS c UNION RETURN 2 AS c",
    "RETURN CASE WHEN 1 = 2 THEN 'x' ELSE 'y' END AS word, CASE 1 WHEN 1 THEN 2 END AS number",
    "UNWIND [1, 2] AS x RETURN x * 2 AS y, {a: NOT true, b: x} AS map ORDER BY y ASC",
    "MATCH (a) WHERE NOT (a)<-[:DELIVERS]-() RETURN [x IN collect(a.name) WHERE x CONTAINS 'a' | toUpper(x)] AS names",
    "MATCH (a:Body) WHERE COUNT { MATCH (a)-->() } > 1 AND a.since_day <= $as_of AND a.register IN $registers RETURN a",
    "MATCH (a)-[*1..2]-(b) RETURN DISTINCT a.id, b.kind, -1.5 + 2 % 3 ^ 2",
    "MATCH (a) WHERE a.name =~ '(?i).*\\\\d' OR a.name <> 'it\\'s \"quoted\"\\n' RETURN a.`odd name`",
    "MATCH (`é`) RETURN `é`.name AS `Überschrift`",
    "RETURN 'LOAD CSV FROM x; CREATE (n) // é' AS text, a.set AS property",
)


@pytest.mark.parametrize("cypher", READING)
def test_reading_is_let_through_as_it_is_written(cypher: str) -> None:
    assert guarded(cypher) == cypher


@pytest.mark.parametrize(("cypher", "words"), ATTACKS.items(), ids=repr)
def test_everything_else_is_refused_in_one_line_that_names_it(cypher: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        guarded(cypher)
    assert words in str(caught.value)
    assert str(caught.value).isprintable()


def test_comments_and_the_last_semicolon_are_not_passed_on() -> None:
    assert guarded("MATCH (n) // every\n/* or; not */ RETURN 'a // b' AS x; /* end */ ;\n") == (
        "MATCH (n)  \n  RETURN 'a // b' AS x"
    )


def test_every_shipped_question_is_let_through() -> None:
    questions = sorted(shipped("queries").glob("*.cypher"))
    assert questions
    for question in questions:
        assert guarded(question.read_text(encoding="utf-8"))
