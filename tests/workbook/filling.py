"""Filling a workbook in as an officer does, by another library than the one that wrote it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from openpyxl import load_workbook  # type: ignore[import-untyped]

from ssp_graph.drafting.drafts import Drafts
from ssp_graph.editing.spreadsheets import read_workbook
from ssp_graph.register.loading import load
from ssp_graph.workbook import ods, xlsx
from ssp_graph.workbook.book import OpenGap, book
from ssp_graph.workbook.filled import filled
from tests.making import REGISTERS

DAY = "2025-06-30"
SEED = Path(__file__).parents[2] / "seed"
SOFFICE = shutil.which("soffice")


def copied(name: str, folder: Path) -> Path:
    """Copy a register and those beside it, and return its folder."""
    home = next(place for place in (SEED, REGISTERS) if (place / name).is_dir())
    for each in home.iterdir():
        if each.is_dir():
            shutil.copytree(each, folder / each.name)
    return folder / name


def exported(register: Path, file: Path, gaps: tuple[OpenGap, ...] = (), *, everything: bool = False) -> Path:
    """Write the workbook of a register."""
    registers = load([register])
    made = book(registers, registers.by_id[registers.named[0]], DAY, gaps, everything=everything)
    file.write_bytes((xlsx if file.suffix == ".xlsx" else ods).render(made))
    return file


def taken(register: Path, file: Path) -> tuple[Drafts, list[str]]:
    """Take a workbook back."""
    registers = load([register])
    return filled(registers, registers.by_id[registers.named[0]], read_workbook(file))


def contents(register: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(register.iterdir())}


def through_office(file: Path, kind: str) -> Path:
    """Open a workbook in LibreOffice, and save it as a kind."""
    out = file.parent / f"saved-as-{kind}"
    home = f"-env:UserInstallation=file://{file.parent}/office"
    options = (home, "--headless", "--convert-to", kind, "--outdir", str(out), str(file))
    subprocess.run([str(SOFFICE), *options], check=True, capture_output=True, timeout=120)
    return out / f"{file.stem}.{kind}"


class Filling:
    """A workbook that is open."""

    def __init__(self, file: Path) -> None:
        self.file, self.book = file, load_workbook(file)

    def column(self, sheet: str, heading: str) -> int:
        row = next(self.book[sheet].iter_rows(max_row=1, values_only=True))
        return int(row.index(heading)) + 1

    def row(self, sheet: str, known: str, path: str = "") -> int:
        keys = [cell.value for cell in self.book[sheet]["A"]]
        return keys.index(f"{known}|{path}") + 1

    def put(self, sheet: str, row: int, **values: Any) -> None:
        """Write cells of a row by the headings of their columns, `Source_page` for "Source: page"."""
        for heading, value in values.items():
            words = heading.replace("Source_", "Source: ").replace("_", " ")
            self.book[sheet].cell(row, self.column(sheet, words)).value = value

    def insert(self, sheet: str, row: int, **values: Any) -> None:
        self.book[sheet].insert_rows(row)
        self.put(sheet, row, **values)

    def end(self, sheet: str) -> int:
        """Return the first empty row."""
        keys = [cell.value for cell in self.book[sheet]["C"]]
        return max(place for place, value in enumerate(keys, 1) if value) + 1

    def save(self) -> Path:
        self.book.save(self.file)
        return self.file
