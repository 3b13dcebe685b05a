"""Charts read back: what each bar, cell and point says, and that it lies where its number is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it has no types

from ssp_graph.outputs.pages.picture import picture_page
from ssp_graph.pictures import views
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.draw import draw
from ssp_graph.pictures.picture import picture
from ssp_graph.plan import Plan
from tests.making import graph_of

DAY = "2020-06-01"
SVG = "{http://www.w3.org/2000/svg}"


def drawn(diagram: Diagram) -> dict[str, list[float]]:
    """Return the left and right end of each bar, or of each point, by what is said of it."""
    root = etree.fromstring(picture(diagram, "svg").data)
    found: dict[str, list[float]] = {}
    for group in root.iter(f"{SVG}g"):
        if group.get("class") == "bar":
            xs = [float(pair.split(",")[0]) for pair in next(group.iter(f"{SVG}polygon")).get("points").split()]
            found.setdefault(group.findtext(f"{SVG}title"), []).extend((min(xs), max(xs)))
    return found


def rows(diagram: Diagram) -> list[list[str]]:
    page: Any = etree.fromstring(picture_page(diagram), etree.HTMLParser())
    body = [row for row in page.find(".//table").iter("tr") if row.getparent().tag == "tbody"]
    return [["".join(cell.itertext()).strip() for cell in row] for row in body]


def test_gaps_are_bars_as_long_as_their_share_and_the_table_has_the_same_numbers(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "t",
        themes="- {id: a, name: A, sources: {page: 1}}\n- {id: b, name: B, led_by: post/p, sources: {page: 1}}",
        posts="- {id: p, title: Head, sources: {page: 1}}",
    )
    diagram = draw(Plan(graph, DAY), "gaps")
    assert [bar.group for bar in diagram.bars] == ["Leads and delivery", "Leads and delivery"]
    assert diagram.legend[-1][0] == "not drawn"
    bars = drawn(diagram)
    half, whole = (bars[f"Themes without a {what}"] for what in ("lead: 1 of 2", "delivery body: 2 of 2"))
    assert abs(half[0] - whole[0]) < 0.1
    assert round((half[1] - half[0]) / (whole[1] - whole[0]), 2) == 0.5
    assert ["Themes without a lead", "1 of 2"] in rows(diagram)


def test_strategies_lie_on_a_time_line_and_what_is_not_recorded_is_said(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "t",
        "since: 2020\nuntil: 2021\n",
        strategies="""
            - {id: a, name: Early, since: 2018, until: 2019, sources: {page: 1}}
            - {id: b, name: Late, since: 2020, until: 2021, sources: {page: 1}}
            - {id: c, name: Open, since: 2019, sources: {page: 1}}
            - {id: d, name: Undated, sources: {page: 1}}
        """,
    )
    diagram = views.strategies(Plan(graph, DAY))
    bars = drawn(diagram)
    assert (
        diagram.heading.count
        == "3 of 4 strategies, plans, programmes and the like have a first or a last day recorded."
    )
    assert rows(diagram) == [
        ["Ended before the plan began"],
        ["Early", "2018 to 2019"],
        ["Run to the end of the plan or beyond"],
        ["Late", "2020 to 2021"],
        ["No last day recorded"],
        ["Open", "from 2019, no last day recorded"],
    ]
    assert [(bar.group, bar.parts[0][2]) for bar in diagram.bars] == [
        ("Ended before the plan began", "half"),
        ("Run to the end of the plan or beyond", "full"),
        ("No last day recorded", "open"),
    ]
    assert abs(bars["Early: 2018 to 2019"][1] - bars["Late: 2020 to 2021"][0]) < 0.5


def test_areas_say_how_many_they_have_or_that_none_is_recorded(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "t",
        themes="- {id: t, name: T, sources: {page: 1}}",
        strategies="- {id: s, name: S, guides: theme/t, sources: {page: 1}}",
        priority_areas="- {id: a, name: Burglary, theme: theme/t, sources: {page: 1}}",
        posts="- {id: p, title: Head, sources: {page: 1}}",
        actions="""
            - {id: x, name: X, owner: post/p, priority_area: priority-area/a, sources: {page: 1}}
            - {id: y, name: Y, year: 2018/19, priority_area: priority-area/a, sources: {page: 1}}
        """,
    )
    diagram = views.areas(Plan(graph, DAY))
    ((name, *cells),) = rows(diagram)
    assert (name, [cell.split(".")[0] for cell in cells]) == (
        "Burglary",
        ["None recorded", "2", "1 of 2", "None recorded", "Unknown"],
    )
    assert diagram.heading.count == (
        "0 of 1 priority area have objectives, actions, measures and strategies recorded. The actions are for 2018/19."
    )


def test_readings_are_a_line_with_its_numbers_and_those_in_words_stand_beside(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "t",
        measures="- {id: m, name: Repeat incidents, unit: incidents, baseline: 50, target: 30, sources: {page: 1}}\n",
        readings="""
        - {id: b, period: 2019/20, value: "44", rating: amber, measure: measure/m, sources: {page: 2}}
        - {id: a, period: 2018/19, value: "41", measure: measure/m, sources: {page: 2}}
        - {id: c, period: 2020/21, value: "29.5", measure: measure/m, sources: {page: 3}}
        - {id: d, period: 2021/22, value: fewer than ever, measure: measure/m, sources: {page: 3}}
        """,
    )
    diagram = draw(Plan(graph, "2022-12-31"), "readings", "repeat incidents")
    told = ["2018/19: 41 incidents", "2019/20: 44 incidents, rated amber", "2020/21: 29.5 incidents"]
    assert list(drawn(diagram)) == told
    assert diagram.heading.count == "4 readings recorded. Baseline: 50. Target: 30."
    assert diagram.summary == (
        f"A line of 3 readings: {'; '.join(told)}. Baseline: 50. Target: 30. 2021/22: fewer than ever."
    )
    assert [words for _, words in diagram.scale.ticks] == ["Baseline: 50", "Target: 30"]
    none = graph_of(tmp_path / "u", measures="- {id: m, name: Repeat incidents, sources: {page: 1}}\n")
    shown = picture(draw(Plan(none, "2022-12-31"), "readings", "repeat incidents"), "svg").data.decode()
    assert "No reading is recorded." in shown
