"""Every format says the same: each is read back by another library than its writer, and compared."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from ssp_graph.model.dates import in_words
from ssp_graph.outputs import FORMATS, render
from ssp_graph.results import Matrix, Result, Routes, SourceRef, Table

from .opened import everything, flat, tables
from .samples import ALL, GROUPED, MATRIX, TABLE

READ = ("table", "md", "html", "docx", "odt")
COMPUTED = ("csv", "xlsx", "ods")


def sources(result: Result) -> Iterator[SourceRef]:
    match result:
        case Table():
            for row in result.rows:
                yield from row["sources"]
        case Routes():
            for route in result.routes:
                for step in route.steps:
                    yield from step.sources
        case Matrix():
            yield from result.sources
            for line in result.rows:
                yield from line.sources
                for cell in line.cells.values():
                    yield from cell.sources


def facts(result: Result) -> Iterator[str]:
    """Yield what any format must say of a result's body, dates and headings aside."""
    for source in sources(result):
        yield str(source["title"])
        yield str(source["page"] or "")
        yield source["anchor"] or ""
    match result:
        case Table():
            for column in result.columns:
                if column.kind not in {"id", "sources", "date"}:
                    yield from (flat(str(row[column.name])) for row in result.rows if row[column.name] is not None)
        case Routes():
            for route in result.routes:
                yield from (part for step in route.steps for part in (step.sentence, step.caution, step.on or ""))
                yield from (route.ends_because, *route.asides)
            yield from (text[1:] for text in result.missing)
        case Matrix():
            yield from (name for column in result.columns for name in (column.name, column.abbreviation))
            yield from (line.name for line in result.rows)
    if "inferred" in str(result):
        yield "inferred"


def about(result: Result) -> Iterator[str]:
    yield from (result.heading.title, result.heading.question, result.heading.count, *result.heading.notes)
    yield from result.heading.register_titles
    if isinstance(result, Matrix):
        yield from result.legend.values()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("sample", ALL)
def test_every_fact_is_in_every_format(sample: str, name: str) -> None:
    result = ALL[sample]
    said = everything(render(result, name), name)
    # a stated row says so in its column or, where none is inferred, in a note
    missing = [fact for fact in facts(result) if fact not in said and fact != "stated"]
    assert missing == []


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "csv"])
@pytest.mark.parametrize("sample", ALL)
def test_every_format_but_csv_says_title_question_count_notes_registers_and_legend(sample: str, name: str) -> None:
    result = ALL[sample]
    said = everything(render(result, name), name)
    assert [fact for fact in about(result) if fact not in said] == []


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("sample", [sample for sample in ALL if sample != "empty"])
def test_every_format_says_the_register_and_the_day(sample: str, name: str) -> None:
    result = ALL[sample]
    said = everything(render(result, name), name)
    day = result.heading.as_of if name in ("json", "csv") else in_words(result.heading.as_of)
    assert day in said
    assert result.heading.register_titles[0] in said


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "json"])
def test_no_format_but_json_shows_an_id_or_an_absent_value(name: str) -> None:
    for result in ALL.values():
        said = everything(render(result, name), name)
        assert "exampleton-2024-27:" not in said
        assert "null" not in said
    assert "None" not in everything(render(TABLE, name), name)


@pytest.mark.parametrize("pair", list(pairwise(name for name in READ if name != "table")))
@pytest.mark.parametrize("sample", ALL)
def test_the_formats_to_read_have_the_same_tables(sample: str, pair: tuple[str, str]) -> None:
    first, second = (tables(render(ALL[sample], name), name) for name in pair)
    if sample == "empty":
        # Markdown has no cell over several columns: there the sentence stands beneath the table
        first, second = ([table[:1] for table in found] for found in (first, second))
    assert first == second


@pytest.mark.parametrize("name", ["md", "html", "docx", "odt"])
def test_no_cell_to_read_is_empty_and_a_note_says_what_the_dash_means(name: str) -> None:
    meaning = "– means that nothing is recorded, or that nothing applies."
    for result in ALL.values():
        data = render(result, name)
        cells = [cell for table in tables(data, name) for row in table for cell in row]
        assert "" not in cells
        assert (meaning in everything(data, name)) is ("–" in cells)
    assert tables(render(TABLE, name), name)[0][3][:5] == ["Review the night-time economy", "–", "Safe homes", "–", "–"]
    assert meaning in everything(render(GROUPED, name), name)


@pytest.mark.parametrize("sample", ALL)
def test_the_sheets_have_the_same_table_beneath_the_same_lines(sample: str) -> None:
    (excel,), (open_sheet,) = (tables(render(ALL[sample], name), name) for name in ("xlsx", "ods"))
    assert [[cell for cell in row if cell] for row in excel] == [[cell for cell in row if cell] for row in open_sheet]


@pytest.mark.parametrize("sample", ALL)
def test_csv_has_the_rows_of_the_workbook(sample: str) -> None:
    (comma,), (excel,) = (tables(render(ALL[sample], name), name) for name in ("csv", "xlsx"))
    rows = [[cell.removeprefix("'") for cell in row[:-3]] for row in comma]
    assert excel[len(excel) - len(rows) :] == rows


def test_the_words_of_the_matrix_are_the_same_in_every_table() -> None:
    grids = {name: tables(render(MATRIX, name), name)[0] for name in ("md", "html", "docx", "odt", *COMPUTED)}
    themes = [row.name for row in MATRIX.rows]
    cells = {name: [row[:6] for row in grid if row and row[0] in themes] for name, grid in grids.items()}
    assert len(cells["md"]) == 15
    assert all(found == cells["md"] for found in cells.values())


def test_groups_hold_the_rows_of_the_whole() -> None:
    for name in ("md", "html", "docx", "odt"):
        rows = [row for table in tables(render(GROUPED, name), name) for row in table[1:]]
        whole = [[*row[:2], *row[3:]] for row in tables(render(TABLE, name), name)[0][1:]]
        assert sorted(rows) == sorted(whole)
