"""A site: every page leads somewhere, every thing has one, and nothing of a register is ever markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ssp_graph.answers.without_names import without_names
from ssp_graph.site import one_file, published, rendered
from tests.making import graph_of, invented
from tests.site.making import exampleton, files, led_to, read, shipped_site, single, site_of

PLAN = "exampleton-2024-27"


def pages() -> dict[str, str]:
    return {name: data.decode() for name, data in files().items() if name.endswith(".html")}


def text_of(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def test_every_link_of_every_page_leads_to_a_file_and_a_place_that_are_there() -> None:
    ids = {name: set(read(text).ids) for name, text in pages().items()}
    wrong = []
    for name, text in pages().items():
        for link in read(text).links:
            if link.startswith("data:"):
                continue
            file, place = led_to(name, link)
            if file not in files() or (place and place not in ids[file]):
                wrong.append((name, link))
    assert len(ids) > 150
    assert wrong == []


def test_every_link_in_the_one_file_leads_to_a_place_that_is_there_once() -> None:
    found = read(single())
    assert [link for link in found.links if not link.startswith(("data:", "#"))] == []
    assert {link[1:] for link in found.links if link.startswith("#")} - set(found.ids) == set()
    assert len(found.ids) == len(set(found.ids))


def test_every_page_can_be_reached_from_the_start() -> None:
    links = {
        name: {led_to(name, link)[0] for link in read(text).links if not link.startswith("data:")}
        for name, text in pages().items()
    }
    reached, new = set[str](), {"index.html"}
    while new:
        reached |= new
        new = {to for name in new for to in links.get(name, ())} - reached
    assert set(pages()) - reached == set()


def test_the_page_of_a_measure_draws_its_readings_beside_their_numbers() -> None:
    page = pages()[f"{PLAN}/measure/assaults-with-alcohol.html"]
    assert page.count("</svg>") == 1
    assert "2024/25 Q1: 38.5" in text_of(page)
    assert "</svg>" not in pages()[f"{PLAN}/measure/feeling-safe.html"]  # its reading is in words
    assert "most residents" in text_of(pages()[f"{PLAN}/measure/feeling-safe.html"])


def test_everything_that_is_loaded_has_a_page_that_begins_with_its_answer() -> None:
    plan = exampleton().plan
    assert all(f"{thing.id.replace(':', '/')}.html" in files() for thing in plan.all_things())
    page = pages()[f"{PLAN}/theme/safe-streets.html"]
    first = text_of(re.findall(r"<h1>.*?</p>", page, re.DOTALL)[0])
    assert first.startswith("Safe streets The Divisional Commander (")
    assert first.endswith("as stated March 2024) leads the priority theme “Safe streets”.")


def test_a_gap_leads_to_its_rows_and_these_to_the_things_and_back() -> None:
    assert 'href="question/actions-without-owner.html"' in pages()["gaps.html"]
    rows = pages()["question/actions-without-owner.html"]
    thing = re.findall(rf'href="\.\./({PLAN}/action/[a-z0-9-]+\.html)"', rows)[0]
    assert 'href="../../question/actions-without-owner.html"' in pages()[thing]


def test_both_forms_have_the_same_pages_but_those_to_look_around_in() -> None:
    titles = [
        text_of(each)
        for name, text in pages().items()
        if not name.startswith("explore/")
        for each in re.findall(r"<h1>.*?</h1>", text)
    ]
    assert sorted(titles) == sorted(text_of(each) for each in re.findall(r"<h1>.*?</h1>", single()))


def test_what_stands_on_a_page_of_the_source_is_told_with_its_words() -> None:
    page = text_of(pages()[f"{PLAN}/document/plan/page-12.html"])
    assert "Café Éloise Hate Crime Forum" in page
    assert "“reports to the Network”" in page


def test_the_start_says_first_whose_plan_it_is_for_which_years_and_that_it_ended() -> None:
    plan = "Exampleton Safer Together Plan 2024-27 is the plan of Exampleton Community Safety Partnership"
    assert f"{plan} from 1 April 2024 to 31 March 2027. Register:" in text_of(pages()["index.html"])
    ended = dict(rendered(site_of(invented(PLAN), "2027-04-01")))["index.html"].decode()
    assert f"{plan} from 1 April 2024 to 31 March 2027. It ended on 31 March 2027." in text_of(ended)


def test_the_start_says_who_leads_each_theme_and_what_is_open_without_a_word_of_checks() -> None:
    start = text_of(pages()["index.html"])
    assert "Who leads what Safe streets The Divisional Commander (" in start
    assert re.search(
        r"What is left open \d+ points were looked for, such as .*: on \d+ of them something is missing", start
    )
    assert "checks" not in start.partition("Where to go")[0]


def test_a_page_to_look_around_in_leads_to_the_pages_of_its_things() -> None:
    known = pages()["explore/structure.html"]
    assert f'<a href="../{PLAN}/body/safer-board.html">' in known
    assert f'"../{PLAN}/body/safer-board.html"' in known.partition('id="known"')[2]


def test_several_registers_stand_in_one_site_each_told_apart_on_its_own_day() -> None:
    made = site_of(invented("exampleton-2024-27", "sampleford-2025-26"), "2030-01-01")
    names = dict(rendered(made))
    assert f"{PLAN}/theme/safe-homes.html" in names
    start = text_of(names["index.html"].decode())
    assert "2 registers stand here side by side." in start
    assert "Theme Plan " in text_of(names["mapping.html"].decode())
    assert start.index("Who leads what: Exampleton") < start.index("Who leads what: Sampleford")
    for door in ("themes", "structure", "people"):
        page = text_of(names[f"{door}/{PLAN}.html"].decode())
        assert "As of 31 March 2027." in page
        assert "Sampleford" not in page.partition("Register:")[2].partition("2030")[0]
        assert f'href="{door}/sampleford-2025-26.html"' in names[f"{door}.html"].decode()


def test_the_shipped_register_fits_into_one_file_that_can_be_mailed() -> None:
    made = one_file(shipped_site())
    assert len(made) < 2_000_000
    assert b"The ways there are told at the priority area" in made


def test_what_changed_stands_in_the_site_consequences_first_and_leads_to_the_things() -> None:
    page = pages()["changed.html"]
    headings = [text_of(each) for each in re.findall(r"<h2.*?</h2>", page)]
    assert headings[0].startswith("Gaps that ")
    assert re.search(rf'href="{PLAN}/[a-z-]+/[a-z0-9-]+\.html"', page)
    assert 'href="changed.html"' in pages()["index.html"]


def test_each_table_can_be_taken_away_and_the_paper_too() -> None:
    links = [link for link in read(pages()["downloads.html"]).links if not link.endswith((".html", ":,"))]
    assert "downloads/paper.docx" in links
    assert "gaps.json" in links
    assert {link for link in links if "#" not in link} - set(files()) == {"site.css", "site.js"} - set(files())


def test_a_page_tells_once_what_is_alike_and_leaves_out_the_subject_of_its_sentences() -> None:
    page = text_of(pages()[f"{PLAN}/theme/safe-streets.html"])
    recorded = page.partition("What is recorded")[2]
    assert "Is part of" in recorded
    assert "The priority theme “Safe streets” is" not in recorded


def test_how_often_each_person_came_is_told_only_where_it_is_asked_for() -> None:
    assert "question/attendance-by-seat.html" in files()
    assert "question/attendance-by-person.html" not in files()


HOSTILE = '</script></style><img src=x onerror="alert(1)">&amp;"\'<!--'


def hostile(tmp_path: Path) -> Iterator[tuple[str, str]]:
    graph = graph_of(
        tmp_path / "plan",
        themes=f"- id: bad\n  name: >-\n    Theme {HOSTILE}\n  sources: {{page: 1, anchor: '<b>bold</b>'}}\n",
        bodies=f"- id: worse\n  name: >-\n    Board {HOSTILE}\n  aliases: ['<i>x</i>']\n  sources: {{page: 2}}\n",
    )
    made = site_of(graph)
    for name, data in rendered(made):
        if name.endswith(".html"):
            yield name, data.decode()
    yield "one.html", one_file(made).decode()


def test_nothing_of_a_register_is_ever_markup(tmp_path: Path) -> None:
    for name, text in hostile(tmp_path):
        assert "<img src=x" not in text, name
        assert "<b>bold" not in text, name
        assert "<i>x" not in text, name


def test_without_names_no_byte_of_any_file_holds_one() -> None:
    graph = invented("exampleton-2024-27")
    names = {word for node, data in graph.nodes(data=True) if data["kind"] == "person" for word in data["name"].split()}
    slugs = {node.rpartition("/")[2] for node, data in graph.nodes(data=True) if data["kind"] == "person"}
    made = site_of(without_names(graph))
    every = {**dict(rendered(made)), "one.html": one_file(made)}
    assert len(names) > 3
    for path, data in every.items():
        held = f"{path} {data.decode('utf-8', 'replace')}" if not path.endswith(".xlsx") else path
        found = [word for word in {*slugs, *(f"{name} " for name in names if len(name) > 4)} if word in held]
        assert found == [], path


def test_what_would_be_published_names_every_person_and_every_disagreement() -> None:
    table = published(exampleton())
    sorts = {str(row["sort"]) for row in table.rows}
    assert sorts == {"Person", "Inferred", "Sources disagree"}
    people = [row["name"] for row in table.rows if row["sort"] == "Person"]
    assert people == [thing.name for thing in exampleton().plan.all_things("person")]
    assert "--names no" in table.heading.notes[0]
