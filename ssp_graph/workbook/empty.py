"""The workbook that a new partnership fills in, with examples that are not read back, and the register it becomes."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ssp_graph.drafting.contents import known_by, records_of, sheets
from ssp_graph.drafting.names import Known, Names
from ssp_graph.drafting.rows import rows_of
from ssp_graph.editing.cells import ReadSheet
from ssp_graph.model.kinds import Record
from ssp_graph.register.loading import ABOUT_FILE, load
from ssp_graph.register.reading import read_yaml
from ssp_graph.starting import examples, start
from ssp_graph.workbook.book import EXAMPLE, KEY, ROW, Book, BookRow, BookSheet, book_of
from ssp_graph.workbook.filled import filled
from ssp_graph.workbook.made_from import MadeFrom

ID = "new-register"
_TITLE = "A new register"


def empty_book(day: str) -> Book:
    """Return the workbook to begin with: every sheet, what every register has, and examples of all else."""
    begun, shown = _begun(ID), _read(_with_examples(examples(ID)))
    made_from = MadeFrom(ID, _read(begun), Names(_named(_read(begun))), ())
    book = book_of(made_from, _TITLE, day, everything=True)
    held, names = records_of(shown), Names(_named(shown))
    return replace(book, sheets=tuple(_with_example(sheet, held, names, made_from) for sheet in book.sheets))


def _with_example(sheet: BookSheet, held: Any, names: Names, made_from: MadeFrom) -> BookSheet:
    """Return a sheet with the first example of its kind, whatever it holds beside."""
    model = sheets()[sheet.title].model
    mine = records_of(made_from.texts)[sheet.title]
    at = next((at for known, at in held[sheet.title].items() if known not in mine), None)
    if at is None:
        return sheet
    given = {"id": known_by(model, at.value)} if issubclass(model, Record) else {}
    rows = [
        BookRow(
            {**row.cells, **given, KEY: EXAMPLE, ROW: f"{EXAMPLE}: {row.label}" if row.label else EXAMPLE},
            not row.under,
        )
        for row in rows_of(model, at.value, names)
    ]
    return replace(sheet, rows=(*sheet.rows, *rows))


def _label(label: str) -> str:
    return f"{EXAMPLE}: {label}" if label else EXAMPLE


def texts_from(pages: Sequence[ReadSheet], slug: str) -> tuple[dict[str, str], list[str]]:
    """Return the files of the register that an empty workbook has become, under its id, and what is to be said beside.

    Raises:
        UsageError: the workbook cannot be taken, with all reasons.
        WorkError: the register would have errors.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as aside:
        folder = Path(aside) / ID
        start(folder, _begun(ID))
        registers = load([folder])
        drafts, notes = filled(registers, registers.by_id[ID], pages)
        found = drafts.rewriting()
        texts = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.yaml")}
        texts |= {name: after.decode() for name, (_, after) in found.files.items()} if found else {}
    plain = {name: re.sub(r"\A# yaml-language-server[^\n]*\n", "", text) for name, text in texts.items()}
    plain[ABOUT_FILE] = re.sub(rf"^id: {ID}$", f"id: {slug}", plain[ABOUT_FILE], flags=re.MULTILINE)
    return plain, notes


def _begun(slug: str) -> dict[str, str]:
    """Return the files that every register begins with, without explanations and examples."""
    texts = {
        file: "".join(line for line in _lines(text) if not line.lstrip().startswith("#"))
        for file, text in examples(slug).items()
    }
    return {file: text.strip() + "\n" for file, text in texts.items() if text.strip() != "[]"}


def _with_examples(texts: Mapping[str, str]) -> dict[str, str]:
    """Return texts with their examples as records."""
    return {
        file: "".join(
            re.sub(r"^# ?", "", line) for line in _lines(text) if not line.startswith("##") and line.strip() != "[]"
        )
        for file, text in texts.items()
    }


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _read(texts: Mapping[str, str]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as aside:
        for file, text in texts.items():
            (Path(aside) / file).write_text(text, encoding="utf-8")
        return {file: read_yaml(Path(aside) / file, file)[0] for file in texts}


def _named(texts: Mapping[str, Any]) -> list[Known]:
    return [
        (f"{model.kind}/{known}", str(at.value.get(model.named_by)), ())
        for title, records in records_of(texts).items()
        if issubclass(model := sheets()[title].model, Record)
        for known, at in records.items()
    ]
