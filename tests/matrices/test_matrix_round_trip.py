"""A matrix filled in by spreadsheet is the same one in the YAML, the graph, both engines and every format."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from odfdo import Cell, Document
from openpyxl import load_workbook  # type: ignore[import-untyped]  # it has no types

from ssp_graph.cli.app import run
from ssp_graph.engines import Engine, open_engine
from ssp_graph.engines.server.push import push
from ssp_graph.graph import load_graph
from ssp_graph.matrices.table import matrix
from ssp_graph.outputs import FORMATS, render
from ssp_graph.plan import Plan
from tests.engines.server import use
from tests.making import write_register
from tests.outputs.opened import flat, tables
from tests.real.neo4j_server import Neo4jServer

BOARDS = {"safer": "Safer Board", "adults": "Adults Board", "health": "Health & Wellbeing Board"}
THEMES = {"neglect": "Neglect", "scams": "Scams", "hate": "Hate crime"}
DAY = "2026-06-30"

# What the officer fills in: the role, the page and the words of each cell. An empty role leaves the cell as it is.
FILLED = {
    ("neglect", "safer"): ("Supporting", 3, "supports, with others"),
    ("neglect", "adults"): ("lead", 3, "=leads on neglect"),
    ("neglect", "health"): ("NONE", 3, "no role: none"),
    ("scams", "safer"): ("Lead", 4, "leads on scams"),
    ("scams", "adults"): ("Not recorded", None, None),
    ("scams", "health"): ("", None, None),
    ("hate", "safer"): ("Lead", 5, "“leads” on it"),
    ("hate", "adults"): ("", None, None),
    ("hate", "health"): ("Supporting", 5, "backs it up"),
}
WANTED = {
    ("neglect", "safer"): ("supporting", 3, "supports, with others"),
    ("neglect", "adults"): ("lead", 3, "=leads on neglect"),
    ("neglect", "health"): ("none", 3, "no role: none"),
    ("scams", "safer"): ("lead", 4, "leads on scams"),
    ("scams", "adults"): ("not recorded", None, None),
    ("scams", "health"): ("supporting", 2, "as it was"),
    ("hate", "safer"): ("lead", 5, "“leads” on it"),
    ("hate", "adults"): ("not recorded", None, None),
    ("hate", "health"): ("supporting", 5, "backs it up"),
}
KEYS = {"lead": "lead", "supporting": "supporting", "no_role": "none"}
TYPES = {"LEADS_ON": "lead", "SUPPORTS_ON": "supporting", "NO_ROLE_ON": "none"}

Cells = dict[tuple[str, str], tuple[str, int | None, str | None]]


def town(folder: Path) -> Path:
    """Write the register of a town whose matrix has two roles, one of which is wrong."""
    return write_register(
        folder / "town",
        bodies="\n".join(f"- {{id: {slug}, name: {name}, sources: {{page: 1}}}}" for slug, name in BOARDS.items()),
        matrices="""
            - id: appendix
              title: Appendix
              rows: [safeguarding-theme/neglect, safeguarding-theme/scams, safeguarding-theme/hate]
              columns: [body/safer, body/adults, body/health]
              sources: {page: 2}
        """,
        safeguarding_themes="""
            # The rows of the appendix
            - id: neglect
              name: Neglect
              sources: {page: 2}
            - id: scams
              name: Scams
              lead: {to: body/adults, sources: {page: 2, anchor: so it seemed}}
              supporting: {to: body/health, sources: {page: 2, anchor: as it was}}
              sources: {page: 2}
            - {id: hate, name: Hate crime, sources: {page: 2}}
        """,
    )


def entry(theme: Any, board: Any) -> tuple[str, int | None, str | None] | None:
    by_name = {(THEMES[row], BOARDS[column]): filled for (row, column), filled in FILLED.items()}
    return by_name.get((theme, board))


def fill_xlsx(file: Path) -> None:
    book = load_workbook(file)
    for row in book.active.iter_rows():
        if filled := entry(row[0].value, row[1].value):
            row[2].value, row[4].value, row[5].value = filled
            row[3].value = None
            row[5].data_type = "s"
    book.save(file)


def fill_ods(file: Path) -> None:
    document = Document(file)
    (table,) = document.body.tables
    for number, row in enumerate(table.rows):
        values = [*row.get_values(), None, None][:2]
        if filled := entry(*values):
            for column, value in ((2, filled[0]), (3, None), (4, filled[1]), (5, filled[2])):
                table.set_cell((column, number), Cell(value))
    document.save(file)


def fill_csv(file: Path) -> None:
    with file.open(encoding="utf-8-sig", newline="") as read:
        rows = list(csv.reader(read))
    for row in rows:
        if filled := entry(row[0], row[1]):
            row[2:6] = [filled[0], "", "" if filled[1] is None else f"{filled[1]}.0", filled[2] or ""]
    with file.open("w", encoding="utf-8-sig", newline="") as written:
        csv.writer(written, delimiter=";").writerows([*rows, [], []])


FILL: dict[str, Callable[[Path], None]] = {"xlsx": fill_xlsx, "ods": fill_ods, "csv": fill_csv}


def in_yaml(folder: Path) -> Cells:
    found: Cells = dict.fromkeys(WANTED, ("not recorded", None, None))
    for row in yaml.safe_load((folder / "safeguarding-themes.yaml").read_text(encoding="utf-8")):
        for key, role in KEYS.items():
            links = row.get(key, [])
            for link in links if isinstance(links, list) else [links]:
                source = link["sources"]
                found[row["id"], link["to"].removeprefix("body/")] = (role, source["page"], source["anchor"])
    return found


def in_engine(engine: Engine) -> Cells:
    found: Cells = dict.fromkeys(WANTED, ("not recorded", None, None))
    query = (
        "MATCH (b:Body)-[r:LEADS_ON|SUPPORTS_ON|NO_ROLE_ON]->(t:SafeguardingTheme)-[:ROW_OF]->(m:Matrix {id: $matrix}) "
        "WHERE r.since_day <= $day AND r.until_day >= $day RETURN t.id, b.id, type(r), r.sources"
    )
    for theme, board, kind, sources in engine.run(query, {"matrix": "town:matrix/appendix", "day": DAY}).rows:
        (source,) = json.loads(str(sources))
        cell = (str(theme).rpartition("/")[2], str(board).rpartition("/")[2])
        found[cell] = (TYPES[str(kind)], source["page"], source["anchor"])
    return found


def in_words(cells: Cells) -> list[list[str]]:
    """Return the table as a reader sees it."""
    return [["Theme", *BOARDS.values()]] + [
        [name, *(cells[theme, board][0].capitalize() for board in BOARDS)] for theme, name in THEMES.items()
    ]


@pytest.mark.parametrize("kind", FILL)
def test_a_matrix_filled_in_by_spreadsheet_is_the_same_everywhere(
    tmp_path: Path,
    kind: str,
    empty_neo4j: Neo4jServer,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder, sheet = town(tmp_path), tmp_path / f"sheet.{kind}"
    at_town = ("--register", str(folder), "matrix")
    assert run([*at_town, "export", str(sheet)]) == 0
    FILL[kind](sheet)
    assert run([*at_town, "import", str(sheet), "--yes"]) == 0
    assert "7 of 9 cells would change." in capsys.readouterr().out
    assert in_yaml(folder) == WANTED
    assert "# The rows of the appendix" in (folder / "safeguarding-themes.yaml").read_text(encoding="utf-8")

    graph = load_graph([folder])
    found = matrix(Plan(graph, DAY))
    assert {
        (row.id.rpartition("/")[2], board.rpartition("/")[2]): (
            cell.state,
            cell.sources[0]["page"] if cell.sources else None,
            cell.sources[0]["anchor"] if cell.sources else None,
        )
        for row in found.rows
        for board, cell in row.cells.items()
    } == WANTED

    with open_engine("ladybug", graph) as engine:
        assert in_engine(engine) == WANTED
    use(empty_neo4j, monkeypatch)
    push(graph)
    with open_engine("neo4j", graph) as engine:
        assert in_engine(engine) == WANTED

    for name in FORMATS:
        data = render(found, name)
        if name == "table":
            lines = [flat(line) for line in data.decode().splitlines()]
            assert all(" ".join(row) in lines for row in in_words(WANTED)), name
        elif name == "json":
            rows = json.loads(data)["rows"]
            assert [[cell["state"] for cell in row["cells"].values()] for row in rows] == [
                [WANTED[theme, board][0] for board in BOARDS] for theme in THEMES
            ]
        else:
            cut = len(BOARDS) + 1
            read = [[flat(cell) for cell in row[:cut]] for table in tables(data, name) for row in table]
            assert [row for row in read if row[0] in ("Theme", *THEMES.values())][:cut] == in_words(WANTED), name
