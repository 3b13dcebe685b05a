"""Pictures read back: every thing, line and hole of a view is in its SVG, once, where it belongs, and nothing else."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, Literal

import pytest
from lxml import etree  # type: ignore[import-untyped]  # it has no types
from PIL import Image

from ssp_graph.graph import Graph
from ssp_graph.outputs.pages.picture import picture_page
from ssp_graph.pictures import views
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.layout.lettering import width
from ssp_graph.pictures.layout.options import PAPERS, Options
from ssp_graph.pictures.painting.svg import alternative, anchor, svg
from ssp_graph.pictures.picture import picture
from ssp_graph.pictures.sheets.sheet import sheet
from ssp_graph.plan import Fact, Plan
from tests.making import graph_of, invented

DAY = "2025-06-01"
PLAN = "exampleton-2024-27:"
SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"

VIEWS: dict[str, Callable[[Graph], Diagram]] = {
    "structure": lambda graph: views.structure(Plan(graph, DAY)),
    "structure without leads": lambda graph: views.structure(Plan(graph, DAY), leads=False),
    "theme": lambda graph: views.theme(Plan(graph, DAY), f"{PLAN}theme/safe-streets"),
    "around": lambda graph: views.around(Plan(graph, DAY), f"{PLAN}body/safer-board", 2),
    "chain": lambda graph: views.chain(Plan(graph, DAY), f"{PLAN}action/night-marshals"),
    "chain in a circle": lambda graph: views.chain(Plan(graph, DAY), f"{PLAN}body/hate-crime-forum"),
    "mapping": lambda graph: views.mapping(Plan(graph, DAY)),
    "matrix": lambda graph: views.matrix(Plan(graph, DAY)),
}
each_view = pytest.mark.parametrize("view", VIEWS)

Box = tuple[float, float, float, float]


@cache
def exampleton() -> Graph:
    return invented("exampleton-2024-27")


@cache
def diagram_of(view: str) -> Diagram:
    return VIEWS[view](exampleton())


def picture_svg(diagram: Diagram, options: Options | None = None) -> bytes:
    return picture(diagram, "svg", options).data


@cache
def svg_of(view: str) -> bytes:
    return picture_svg(diagram_of(view))


@cache
def fitted(view: str, size: Literal["a4", "a3", "slide"]) -> bytes:
    return picture_svg(diagram_of(view), Options(size))


def parsed(svg: bytes) -> Any:
    return etree.fromstring(svg)


def groups(root: Any, kind: str) -> list[Any]:
    return [each for each in root.iter(f"{SVG}g") if each.get("class") == kind]


def text_of(group: Any) -> str:
    return " ".join("".join(text.itertext()) for text in group.iter(f"{SVG}text"))


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text)]


_DRAWN = tuple(f"{SVG}{name}" for name in ("polygon", "polyline", "path", "ellipse"))


def extent(group: Any) -> Box:
    """Return left, top, right and bottom of what is drawn in a group, its words aside."""
    found: list[float] = []
    for shape in group.iter():
        if shape.tag in (f"{SVG}polygon", f"{SVG}polyline", f"{SVG}path"):
            found += numbers(shape.get("points") or shape.get("d"))
        elif shape.tag == f"{SVG}ellipse":
            cx, cy, rx, ry = (float(shape.get(name)) for name in ("cx", "cy", "rx", "ry"))
            found += [cx - rx, cy - ry, cx + rx, cy + ry]
    return min(found[::2]), min(found[1::2]), max(found[::2]), max(found[1::2])


def framed(root: Any, *kinds: str) -> dict[str, Box]:
    """Return the extent of every box by its id; what stands apart is a list, and has none."""
    found = [each for kind in kinds or ("thing",) for each in groups(root, kind)]
    return {each.get("data-id"): extent(each) for each in found if list(each.iter(*_DRAWN))}


def tip(group: Any) -> str:
    return str(group.findtext(f"{SVG}title"))


def squeezed(text: str) -> str:
    """Return a text without spaces: a picture breaks lines, and long words too."""
    return re.sub(r"\s", "", text)


def everything(sheets: list[bytes]) -> tuple[list[Any], list[Any], list[Any]]:
    roots = [parsed(sheet) for sheet in sheets]
    return (
        [group for root in roots for group in groups(root, "thing")],
        [group for root in roots for group in (*groups(root, "line"), *groups(root, "cell"))],
        [group for root in roots for group in groups(root, "hole")],
    )


# What is drawn is what the view holds


@each_view
@pytest.mark.parametrize("size", ["a4", "a3", "slide"])
def test_every_thing_line_and_hole_is_drawn_once_or_the_picture_says_how_many_are_not(
    view: str, size: Literal["a4", "a3", "slide"]
) -> None:
    diagram = diagram_of(view)
    root = parsed(fitted(view, size))
    things, lines, holes = everything([fitted(view, size)])
    drawn = Counter(each.get("data-id") for each in things if not each.get("data-id").endswith("#more"))
    assert max(drawn.values()) == 1
    left = {node.id for node in diagram.nodes} - set(drawn)
    assert set(drawn) <= {node.id for node in diagram.nodes}
    said = re.search(r"(\d+) things? of this picture (?:is|are) counted here", text_of(root))
    assert len(left) == (int(said[1]) if said else 0)
    shown = Counter(each.get("data-line") or each.get("data-id") for each in lines)
    expected = Counter(
        line.id for line in diagram.lines if line.shown != "words" and not left & {line.source, line.target}
    )
    assert expected == Counter({line: shown[line] for line in expected})
    assert {each.get("data-id") for each in holes} == {hole.id for hole in diagram.holes if hole.at not in left}


@each_view
def test_every_box_reads_as_its_thing(view: str) -> None:
    diagram = diagram_of(view)
    things, _, holes = everything([fitted(view, "a3")])
    for each in things:
        if not each.get("data-id").endswith("#more"):
            node = diagram.node(each.get("data-id"))
            assert squeezed(text_of(each)).startswith(squeezed(node.name))
            assert tip(each) == f"{node.name}, {node.word}"
    assert {squeezed(text_of(each)) for each in holes} == {squeezed(hole.text) for hole in diagram.holes}


@pytest.mark.parametrize("view", ["structure", "theme", "chain", "around"])
def test_what_no_line_shows_is_said_in_words_where_there_is_room(view: str) -> None:
    diagram = diagram_of(view)
    read = {each.get("data-id"): squeezed(text_of(each)) for each in groups(parsed(roomy(diagram)), "thing")}
    for node in diagram.nodes:
        assert [words for words in node.words if squeezed(words) not in read[node.id]] == []


def roomy(diagram: Diagram) -> bytes:
    drawing = sheet(diagram, 1190, diagram.direction, Options("a3"), 8)
    return svg(diagram, drawing, None)


@each_view
def test_every_line_joins_its_two_ends(view: str) -> None:
    diagram = diagram_of(view)
    root = parsed(fitted(view, "a3"))
    boxes = framed(root, "thing")
    every = [*boxes.values(), *(extent(each) for each in groups(root, "word") if list(each.iter(*_DRAWN)))]
    arrows = {line.id for line in diagram.arrows}
    for each in groups(root, "line"):
        ends = each.get("data-source"), each.get("data-target")
        path = numbers(next(iter(each.iter(f"{SVG}path"))).get("d"))
        points = (path[0], path[1]), (path[-2], path[-1])
        for end, point in zip(ends, points, strict=True):
            found = [box for box in every if near(point, box)]
            assert found, tip(each)
            if each.get("data-line") in arrows and end in boxes:
                assert near(point, boxes[end]), tip(each)


def near(point: tuple[float, float], box: Box, room: float = 10) -> bool:
    left, top, right, bottom = box
    return left - room <= point[0] <= right + room and top - room <= point[1] <= bottom + room


@each_view
def test_an_arrow_stands_at_the_target_and_never_at_the_source(view: str) -> None:
    root = parsed(svg_of(view))
    boxes = framed(root)
    arrows = {line.id for line in diagram_of(view).arrows}
    for each in groups(root, "line"):
        heads = [*each.iter(f"{SVG}polygon"), *each.iter(f"{SVG}ellipse")]
        if each.get("data-type") in ("WORKS_WITH", "PART_OF") or each.get("data-line") not in arrows:
            continue
        if each.get("data-target") not in boxes:  # it is in a list
            continue
        assert heads, tip(each)
        for head in heads:
            wrapper = etree.Element("g")
            wrapper.append(head)
            left, top, right, bottom = extent(wrapper)
            assert near(((left + right) / 2, (top + bottom) / 2), boxes[each.get("data-target")]), tip(each)


@each_view
def test_each_drawn_line_is_one_of_the_graph_on_that_day(view: str) -> None:
    diagram = diagram_of(view)
    edges = list(exampleton().edges(data=True))
    known = {(source, data["type"], target) for source, target, data in edges if Fact(data).holds_on(DAY)}
    known |= {(source, "ACTS_FOR", data["on_behalf_of"]) for source, _, data in edges if data.get("on_behalf_of")}
    drawn = {(line.source, line.type, line.target) for line in diagram.lines}
    assert drawn
    assert drawn - known == set()


def test_a_structure_leaves_out_no_line_between_bodies() -> None:
    types = {"REPORTS_TO", "PART_OF", "SUPPORTS", "SCRUTINISES", "WORKS_WITH"}
    kinds = {node: data["kind"] for node, data in exampleton().nodes(data=True)}
    expected = {
        data["id"]
        for source, target, data in exampleton().edges(data=True)
        if data["type"] in types
        and Fact(data).holds_on(DAY)
        and all(Fact(exampleton().nodes[end]).holds_on(DAY) for end in (source, target))
        and "body" in (kinds[source], kinds[target])
        and {kinds[source], kinds[target]} <= {"body", "organisation"}
        and any(kinds[end] == "body" and end.startswith(PLAN) for end in (source, target))
    }
    assert len(expected) > 50
    assert expected <= {line.id for line in views.structure(Plan(exampleton(), DAY)).lines}


# What a reader can tell


@each_view
@pytest.mark.parametrize("size", ["a4", "a3", "slide"])
def test_type_is_readable_and_all_is_on_one_page(view: str, size: Literal["a4", "a3", "slide"]) -> None:
    paper = PAPERS[size]
    root = parsed(fitted(view, size))
    assert min(float(text.get("font-size")) for text in root.iter(f"{SVG}text")) >= paper.types[-1] >= 8
    wide, high = (float(root.get(name).removesuffix("pt")) for name in ("width", "height"))
    upright = wide <= paper.short + 1 and high <= paper.long + 1 and paper.turns
    assert upright or (wide <= paper.long + 1 and high <= paper.short + 1)


@each_view
@pytest.mark.parametrize("size", ["a4", "slide"])
def test_no_word_is_broken(view: str, size: Literal["a4", "a3", "slide"]) -> None:
    for each in groups(parsed(fitted(view, size)), "thing"):
        if not each.get("data-id").endswith("#more"):
            node = diagram_of(view).node(each.get("data-id"))
            said = words_of(" ".join((node.name, node.word, node.status, *node.words, "inferred more beneath")))
            read = words_of(" ".join("".join(row.itertext()) for row in each.iter(f"{SVG}text")))
            assert {word for word in read - said if not word.isdigit()} == set()


def words_of(text: str) -> set[str]:
    """Return the words of a text; a line may end at a hyphen or a stroke within one."""
    return {word for word in re.split(r"[\s,;.()/-]+", text) if word}


@each_view
def test_no_box_touches_another_and_words_stay_inside(view: str) -> None:
    for data in (svg_of(view), fitted(view, "a3")):
        root = parsed(data)
        boxes = framed(root, "thing", "hole", "cell")
        for one, two in combinations(boxes.values(), 2):
            apart = one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]
            assert apart, (one, two)
        for each in (*groups(root, "thing"), *groups(root, "hole"), *groups(root, "cell")):
            if each.get("data-id") not in boxes:
                continue
            left, top, right, bottom = boxes[each.get("data-id")]
            for text in each.iter(f"{SVG}text"):
                assert left < float(text.get("x")) < right
                assert top + 7 < float(text.get("y")) < bottom - 1


@each_view
def test_no_line_runs_through_a_box(view: str) -> None:
    root = parsed(svg_of(view))
    boxes = framed(root, "thing", "hole")
    arrows = {line.id for line in diagram_of(view).arrows}
    for each in groups(root, "line"):
        if each.get("data-line") not in arrows:
            continue
        path = numbers(next(iter(each.iter(f"{SVG}path"))).get("d"))
        points = list(zip(path[::2], path[1::2], strict=True))
        ends = {each.get("data-source"), each.get("data-target")}
        for node, box in boxes.items():
            if node not in ends:
                assert not any(inside(point, box) for point in between(points)), (tip(each), node)


def between(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    found = []
    for (x1, y1), (x2, y2) in pairwise(points):
        steps = max(int(max(abs(x1 - x2), abs(y1 - y2)) / 3), 1)
        found += [(x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps) for step in range(steps + 1)]
    return found


def inside(point: tuple[float, float], box: Box) -> bool:
    return box[0] + 1 < point[0] < box[2] - 1 and box[1] + 1 < point[1] < box[3] - 1


def test_around_a_hub_no_two_texts_overlap_and_each_sort_of_line_has_its_words(tmp_path: Path) -> None:
    ways = ("reports_to", "part_of", "supports", "works_with", "scrutinises")
    bodies = ["- {id: hub, name: Hub, sources: {page: 1}}"]
    bodies += [
        f"- {{id: b{number}, name: Body {number}, {ways[number % 5]}: body/hub, sources: {{page: 1}}}}"
        for number in range(40)
    ]
    graph = graph_of(tmp_path / "t", bodies="\n".join(bodies))
    root = parsed(picture_svg(views.around(Plan(graph, DAY), "t:body/hub")))
    assert overlapping(root) == []
    told = {text_of(each) for each in groups(root, "word")} - {""}
    assert told == {"Receives reports from", "Bodies", "Is supported by", "Works with", "Is scrutinised by"}


@each_view
def test_no_two_texts_overlap(view: str) -> None:
    assert overlapping(parsed(svg_of(view))) == []


def overlapping(root: Any) -> list[tuple[str, str]]:
    """Return the pairs of texts of which one stands on the other."""
    placed: list[tuple[str, Box]] = []
    for each in root.iter(f"{SVG}text"):
        text = "".join(each.itertext()).strip()
        x, y, size = (float(each.get(name)) for name in ("x", "y", "font-size"))
        wide = width(text, size, bold=each.get("font-weight") == "bold")
        left = x - wide / 2 if each.get("text-anchor") == "middle" else x
        placed.append((text, (left, y - 0.75 * size, left + wide, y + 0.2 * size)))
    return [
        (text, other)
        for (text, one), (other, two) in combinations(placed, 2)
        if one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
    ]


def test_a_matrix_cites_no_page_that_only_says_that_a_board_exists(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "t",
        bodies="- {id: a, name: A, sources: {page: 31}}",
        safeguarding_themes="- {id: one, name: Neglect, lead: {to: body/a, sources: {page: 8}}, sources: {page: 7}}",
        matrices="- {id: m, title: M, rows: [safeguarding-theme/one], columns: [body/a], sources: {page: 6}}",
    )
    assert "Sources: The Plan, pp. 6–8." in text_of(parsed(picture_svg(views.matrix(Plan(graph, DAY)))))


def test_stated_inferred_and_disputed_lines_differ_in_their_stroke() -> None:
    root = parsed(picture_svg(views.chain(Plan(exampleton(), DAY), f"{PLAN}priority-area/hate-crime"), Options("a3")))
    strokes: dict[tuple[str, bool], set[str]] = {}
    for each in groups(root, "line"):
        path = next(iter(each.iter(f"{SVG}path")))
        key = (each.get("data-basis"), each.get("data-disputed") == "yes")
        strokes.setdefault(key, set()).add(path.get("stroke-dasharray") or "whole")
    assert strokes[("stated", False)] == {"whole"}
    assert len(strokes[("stated", True)] | {"whole"}) == 2
    assert "disputed: sources disagree or lines run in a circle" in {tip(each) for each in groups(root, "sample")}


def test_the_legend_names_what_is_drawn_and_no_more() -> None:
    diagram = views.mapping(Plan(exampleton(), DAY))
    samples = {tip(each) for each in groups(parsed(picture_svg(diagram)), "sample")}
    assert samples == {"theme", "priority area", "regional priority", "missing", "is set against"}


def test_kinds_differ_in_shape_also_in_black_and_white() -> None:
    diagram = views.around(Plan(exampleton(), DAY), f"{PLAN}theme/safe-streets")
    root = parsed(picture_svg(diagram, Options(in_print=True)))
    colours = {each.get("fill") for each in root.iter() if each.get("fill")}
    colours |= {each.get("stroke") for each in root.iter() if each.get("stroke")}
    assert {colour for each in groups(root, "thing") for part in each.iter() if (colour := part.get("fill"))} <= {
        "#ffffff",
        "white",
        "none",
        "black",
        "#000000",
    }
    kinds = {node.id: "group" if "group" in node.word else node.kind for node in diagram.nodes}
    shapes = {
        kinds[each.get("data-id")]: tuple(
            part.tag for part in each.iter() if part.tag in (f"{SVG}polygon", f"{SVG}path", f"{SVG}polyline")
        )
        for each in groups(root, "thing")
    }
    assert shapes["theme"] != shapes["body"]
    assert shapes["post"] != shapes["body"]
    assert shapes["strategy"] != shapes["body"]


def test_a_picture_names_title_day_register_and_pages() -> None:
    read = text_of(parsed(picture_svg(views.mapping(Plan(exampleton(), DAY)))))
    assert "Regional priorities and the partnership's themes" in read
    assert "Register: Exampleton Safer Together Plan 2024-27. As of 1 June 2025." in read
    assert re.search(r"Sources: Exampleton Safer Together Plan 2024-27, pp\. [\d, –]+;", read)


def test_a_kind_and_a_relationship_that_nobody_knows_are_drawn_and_explained() -> None:
    known = diagram_of("mapping")
    rota, other = (
        replace(known.nodes[0], id="t:rota/night", name="Night rota", kind="rota", word="rota"),
        known.nodes[1],
    )
    shadows = replace(known.lines[0], id="odd", source=rota.id, target=other.id, type="SHADOWS", verb="shadows")
    diagram = replace(known, nodes=(rota, other), lines=(shadows,), holes=())
    root = parsed(picture_svg(diagram))
    assert {tip(each) for each in groups(root, "sample")} == {"rota", other.kind_in_words, "shadows"}
    assert [each.get("data-type") for each in groups(root, "line")] == ["SHADOWS"]
    assert "Night rota" in picture_page(diagram).decode()


# What a machine can tell


@each_view
def test_the_svg_is_an_image_with_a_title_and_a_description(view: str) -> None:
    diagram = diagram_of(view)
    root = parsed(svg_of(view))
    title, about = root[0], root[1]
    assert (root.get("role"), title.text) == ("img", diagram.heading.title)
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("aria-describedby") == about.get("id")
    assert about.text.startswith(alternative(diagram))
    for each in (*groups(root, "thing"), *groups(root, "line"), *groups(root, "cell"), *groups(root, "hole")):
        assert tip(each)


def test_a_description_sums_up_the_lines_and_what_is_missing_of_them() -> None:
    about = parsed(picture_svg(views.structure(Plan(exampleton(), DAY))))[1].text
    assert "“reports to” 49 (3 disputed); “reports to, on regional funds only” 1; “scrutinises” 2; " in about
    assert "“chairs” 3 (1 inferred); " in about
    assert "Disputed: " in about
    assert "Café Éloise Hate Crime Forum reports to Cohesion Network. " in about
    assert about.endswith(" And 1 more.")
    assert parsed(svg_of("theme"))[1].text.endswith(
        "Missing or unknown: “No measure” 2; “Unknown: only the theme has a strategy” 2; “No objective” 1; "
        "“No action” 1."
    )
    assert max(len(parsed(svg_of(view))[1].text) for view in VIEWS) < 2000


def test_a_description_says_how_many_lines_are_inferred(tmp_path: Path) -> None:
    diagram = structure_of(
        tmp_path / "t",
        """
        - {id: a, name: A, reports_to: {to: body/c, basis: inferred, reason: A committee}, sources: {page: 1}}
        - {id: b, name: B, reports_to: body/c, sources: {page: 1}}
        - {id: c, name: C, sources: {page: 1}}
        """,
    )
    assert "What it states: “reports to” 2 (1 inferred)." in parsed(picture_svg(diagram))[1].text


def test_a_lines_title_says_its_sentence_and_its_cautions() -> None:
    root = parsed(picture_svg(views.structure(Plan(exampleton(), DAY))))
    tips = {tip(each) for each in groups(root, "line")}
    assert "Exampleton Safer Board reports to Exampleton Cabinet, twice a year." in tips
    circle = parsed(picture_svg(views.chain(Plan(exampleton(), DAY), f"{PLAN}body/hate-crime-forum")))
    tips = {tip(each) for each in groups(circle, "line")}
    assert any(text.endswith("(the sources disagree, or lines run in a circle).") for text in tips)


def test_boxes_link_to_the_page_and_to_nothing_without_one() -> None:
    diagram = views.mapping(Plan(exampleton(), DAY))
    linked = parsed(picture_svg(diagram, Options(page="map.html")))
    addresses = {each.get(LINK) for each in linked.iter(f"{SVG}a")}
    assert addresses == {f"map.html#{anchor(node.id)}" for node in diagram.nodes}
    assert list(parsed(picture_svg(diagram)).iter(f"{SVG}a")) == []


def test_an_svg_asks_for_no_font_and_no_file() -> None:
    svg = picture_svg(views.structure(Plan(exampleton(), DAY))).decode()
    assert re.findall(r"(?:src|url|import|@font-face)\b", svg) == []
    assert "Arial, 'Liberation Sans', Helvetica, sans-serif" in svg


def test_the_same_picture_is_the_same_bytes() -> None:
    diagram = views.structure(Plan(exampleton(), DAY))
    assert picture_svg(diagram) == picture_svg(views.structure(Plan(invented("exampleton-2024-27"), DAY)))


def test_a_png_is_sharp_and_as_large_as_its_svg() -> None:
    diagram = views.mapping(Plan(exampleton(), DAY))
    image = Image.open(io.BytesIO(picture(diagram, "png").data))
    root = parsed(picture_svg(diagram))
    assert image.format == "PNG"
    assert image.width == pytest.approx(float(root.get("width").removesuffix("pt")) * 192 / 72, abs=6)
    assert len(image.convert("RGB").getcolors(1 << 24) or ()) > 50


# Registers that upset a picture


def structure_of(folder: Path, bodies: str) -> Diagram:
    return views.structure(Plan(graph_of(folder, bodies=bodies), DAY))


def test_text_of_the_register_is_never_run(tmp_path: Path) -> None:
    bodies = """
        - {id: a, name: "<script>alert(1)</script>", reports_to: body/b, sources: {page: 1}}
        - id: b
          name: "A & B <b>bold</b> </svg> ]]> &amp; {{ 7 * 7 }}"
          remit: "</script><img src=x>"
          sources: {page: 1}
    """
    diagram = structure_of(tmp_path / "t", bodies)
    things, _, _ = everything([picture_svg(diagram)])
    assert {squeezed(text_of(each)).removesuffix("body") for each in things} == {
        squeezed(node.name) for node in diagram.nodes
    }
    page = picture_page(diagram).decode()
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "{{ 7 * 7 }}" in page


def test_a_name_of_two_hundred_letters_wraps(tmp_path: Path) -> None:
    name = ("The Group for the Long and Winding Matter of " * 5)[:200].strip()
    diagram = structure_of(
        tmp_path / "t",
        f"""
        - {{id: a, name: {name}, reports_to: body/b, sources: {{page: 1}}}}
        - {{id: b, name: {"x" * 200}, sources: {{page: 1}}}}
        - {{id: c, name: {"Donaudampfschifffahrtsgesellschaft" * 3}, part_of: body/b, sources: {{page: 1}}}}
        """,
    )
    assert picture(diagram, "svg").fits
    things, _, _ = everything([picture_svg(diagram)])
    read = {squeezed(text_of(each)) for each in things}
    assert {text for text in read if any(text.startswith(squeezed(node.name)) for node in diagram.nodes)} == read


def test_three_hundred_bodies_fit_a_page_that_says_how_many_it_counts(tmp_path: Path) -> None:
    lines = ["- {id: top, name: Top Board, sources: {page: 1}}"]
    for number in range(299):
        above = "top" if number < 12 else f"g{(number - 12) // 8}"
        lines.append(
            f"- {{id: g{number}, name: Group number {number}, reports_to: body/{above}, sources: {{page: 2}}}}"
        )
    drawn = picture(structure_of(tmp_path / "t", "\n".join(lines)), "svg")
    assert drawn.fits
    things, _, _ = everything([drawn.data])
    named = [each for each in things if not each.get("data-id").endswith("#more")]
    assert len(named) > 5
    assert f"{300 - len(named)} things of this picture are counted here" in text_of(parsed(drawn.data))


def test_a_body_that_reports_to_itself_and_one_in_a_circle_are_drawn(tmp_path: Path) -> None:
    diagram = structure_of(
        tmp_path / "t",
        """
        - {id: a, name: A, reports_to: body/b, sources: {page: 1}}
        - {id: b, name: B, reports_to: body/a, sources: {page: 1}}
        - {id: c, name: C, part_of: [body/a, body/b], sources: {page: 1}}
        """,
    )
    things, lines, _ = everything([picture_svg(diagram)])
    assert len(things) == 3
    assert Counter(each.get("data-disputed") for each in lines) == {None: 1}
    assert sum("(disputed)" in text_of(each) for each in things) == 2


def test_an_empty_register_is_a_clear_line(tmp_path: Path) -> None:
    diagram = views.structure(Plan(graph_of(tmp_path / "t"), DAY))
    assert "No bodies are recorded." in text_of(parsed(picture_svg(diagram)))
    assert "No bodies are recorded." in picture_page(diagram).decode()
    assert Image.open(io.BytesIO(picture(diagram, "png").data)).width > 500


def test_a_thing_without_neighbours_is_a_box_alone(tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "t", bodies="- {id: a, name: Alone, sources: {page: 1}}")
    things, lines, _ = everything([picture_svg(views.around(Plan(graph, DAY), "t:body/a"))])
    assert [text_of(each) for each in things] == ["Alone"]
    assert lines == []


def test_letters_of_every_script_are_drawn(tmp_path: Path) -> None:
    diagram = structure_of(
        tmp_path / "t",
        """
        - {id: a, name: "مجلس السلامة 安全委员会 🚓 Ŵŷ", reports_to: body/b, sources: {page: 1}}
        - {id: b, name: "Ωmega שלום हिन्दी", sources: {page: 1}}
        """,
    )
    things, _, _ = everything([picture_svg(diagram)])
    assert len(things) == 2
    assert picture(diagram, "png").data.startswith(b"\x89PNG")
    assert picture_page(diagram).decode()


def test_a_matrix_of_many_boards_keeps_its_words_readable(tmp_path: Path) -> None:
    many = range(14)
    graph = graph_of(
        tmp_path / "t",
        bodies="\n".join(f"- {{id: b{n}, name: Safeguarding Board {n}, sources: {{page: 1}}}}" for n in many),
        safeguarding_themes="- {id: one, name: Neglect, lead: {to: body/b3}, sources: {page: 1}}",
        matrices="- {id: m, title: Matrix, rows: [safeguarding-theme/one], columns: ["
        + ", ".join(f"body/b{n}" for n in many)
        + "], sources: {page: 1}}",
    )
    _, cells, holes = everything([picture_svg(views.matrix(Plan(graph, DAY)))])
    assert [text_of(each) for each in cells] == ["Lead"]
    assert {text_of(each) for each in holes} == {"Not recorded"}


# The page


@each_view
def test_the_page_says_all_that_is_drawn_in_a_list_and_a_table(view: str) -> None:
    diagram = diagram_of(view)
    page = etree.fromstring(picture_page(diagram), etree.HTMLParser(huge_tree=True))
    listed = {each.get("id"): "".join(each.itertext()) for each in page.iter("li") if each.get("id")}
    assert listed.keys() == {anchor(node.id) for node in diagram.nodes}
    for node in diagram.nodes:
        for fact in node.statements:
            assert fact.sentence.rstrip(".") in listed[anchor(node.id)]
    rows = [["".join(cell.itertext()) for cell in row] for row in page.find(".//tbody").iter("tr")]
    if diagram.layout == "grid":
        assert sum(cell.startswith("Not recorded") for row in rows for cell in row) == len(diagram.holes)
        assert len(rows) == sum(node.level for node in diagram.nodes)
        return
    said = Counter(tuple(row[:3]) for row in rows if row[4] not in ("missing", "unknown"))
    assert said == Counter((line.source_name, line.verb, line.target_name) for line in diagram.lines)
    assert Counter((row[3], row[4]) for row in rows if row[4] in ("missing", "unknown")) == Counter(
        (hole.sentence, "unknown" if hole.unknown else "missing") for hole in diagram.holes
    )


def test_the_page_says_of_an_inference_only_once_that_it_is_one(tmp_path: Path) -> None:
    diagram = structure_of(
        tmp_path / "t",
        """
        - {id: a, name: A, reports_to: {to: body/b, basis: inferred, reason: A committee}, sources: {page: 1}}
        - {id: b, name: B, basis: inferred, reason: It is implied, sources: {page: 1}}
        """,
    )
    page = etree.fromstring(picture_page(diagram), etree.HTMLParser(huge_tree=True))
    listed = ["".join(each.itertext()) for each in page.iter("li") if not each.get("id")]
    assert [text.count("nferred") for text in listed if "A committee" in text and "reports to" in text] == [1]
    ((_, _, _, _, basis, _),) = [["".join(cell.itertext()) for cell in row] for row in page.find(".//tbody").iter("tr")]
    assert basis == "inferred: A committee"


@each_view
def test_the_page_holds_the_picture_and_is_small(view: str) -> None:
    diagram = diagram_of(view)
    data = picture_page(diagram)
    assert len(data) < 300_000
    page = etree.fromstring(data, etree.HTMLParser(huge_tree=True))
    drawn = {each.get("data-id") for each in page.iter("g") if each.get("class") == "thing"}
    assert {each for each in drawn if not each.endswith("#more")} <= {node.id for node in diagram.nodes}
    names = [each.get("id") for each in page.iter() if isinstance(each.tag, str) and each.get("id")]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    links = {each.get("xlink:href") or each.get("href") for each in page.iter("a")}
    assert {link[1:] for link in links} <= set(names)
