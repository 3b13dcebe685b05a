"""How long `workbook import` takes over files that are made to harm, and over the largest that it takes.

Each is tried on a copy of an invented register. Nothing may be written, and each must end within the limits.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from openpyxl import load_workbook  # type: ignore[import-untyped]

from bench.cold import program

SECONDS, MEGABYTES = 10.0, 300.0
REGISTER = "exampleton"
_SHEET = "xl/worksheets/sheet2.xml"
_TOP = b"<worksheet xmlns='m'><sheetData>"
_END = b"</sheetData></worksheet>"
_LAST = b"<row r='1048576'><c r='A1048576'><v>1</v></c></row>"
_ODS = "<office:document-content><office:body><office:spreadsheet><table:table table:name='Actions'>"
_ROW = "<table:table-row table:number-rows-repeated='1048576'><table:table-cell table:number-columns-repeated='16384'>"


def files(made: bytes) -> dict[str, bytes]:
    """Return the files by their names, made from a workbook as it was exported."""
    long = "<text:p>x</text:p></table:table-cell></table:table-row>" * 3
    row, megabyte = b"<row><c><v>1</v></c></row>" * 1000, b" " * 1_000_000
    return {
        "as it was exported.xlsx": made,
        "zip bomb, 2 GB.xlsx": _with(made, (megabyte, 2000)),
        "just under the limit.xlsx": _with(made, (row, 2900)),
        "a cell in the last row.xlsx": _with(made, (_LAST, 1)),
        "100,000 rows.xlsx": _with(made, (row, 100)),
        "17 billion cells.ods": _zipped("content.xml", (f"{_ODS}{_ROW}{long}".encode(), 1)),
        "zip bomb, 2 GB.ods": _zipped("content.xml", (megabyte, 2000)),
        "19,000 new rows.xlsx": _many(made, 19_000),
        "an old xls.xlsx": b"\xd0\xcf\x11\xe0" * 1_000_000,
    }


def _zipped(name: str, *parts: tuple[bytes, int]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        _write(archive, name, parts)
    return file.getvalue()


def _with(made: bytes, *parts: tuple[bytes, int]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != _SHEET:
                new.writestr(part, old.read(part))
        _write(new, _SHEET, ((_TOP, 1), *parts, (_END, 1)))
    return file.getvalue()


def _write(archive: zipfile.ZipFile, name: str, parts: Iterable[tuple[bytes, int]]) -> None:
    """Write bytes so many times each, in little memory: what a process took when it began counts in what it starts."""
    with archive.open(name, "w", force_zip64=True) as part:
        for data, times in parts:
            for _ in range(times):
                part.write(data)


def _many(made: bytes, rows: int) -> bytes:
    book, file = load_workbook(io.BytesIO(made)), io.BytesIO()
    page = book["Actions"]
    headings = [cell.value for cell in page[1]]
    first = page.max_row + 1
    for number in range(rows):
        for heading, value in (("Name", f"Action {number}"), ("Source: page", 10), ("Owner", "Area Commander")):
            page.cell(first + number, headings.index(heading) + 1).value = value
    book.save(file)
    return file.getvalue()


def main() -> None:
    """Measure, and print the table."""
    seed = Path(__file__).parents[1] / "seed"
    with tempfile.TemporaryDirectory() as aside:
        folder = Path(aside)
        for name in (REGISTER, "exampleshire"):
            shutil.copytree(seed / name, folder / name)
        before = {path: path.read_bytes() for path in (folder / REGISTER).iterdir()}
        ours = [program(), "--register", str(folder / REGISTER), "workbook"]
        subprocess.run([*ours, "export", str(folder / "made.xlsx"), "--no-gaps"], check=True, capture_output=True)
        print(f"workbook import: at most {SECONDS:.0f} seconds and {MEGABYTES:.0f} MB\n")
        print(f"{'file':30} seconds       MB  packed MB")
        for name, data in files((folder / "made.xlsx").read_bytes()).items():
            path = folder / name
            path.write_bytes(data)
            seconds, memory = _measured([*ours, "import", str(path)])
            over = seconds > SECONDS or memory > MEGABYTES
            print(
                f"{name:30} {seconds:7.2f} {memory:8.0f} {len(data) / 1e6:10.2f}{'  over' if over else ''}", flush=True
            )
            path.unlink()
        if before != {path: path.read_bytes() for path in (folder / REGISTER).iterdir()}:
            sys.exit("The register was written.")


def _measured(command: list[str]) -> tuple[float, float]:
    """Return the processor's seconds that a command takes, however it ends, and its peak memory in MB.

    A command does one thing after the other, so that these are its seconds on a machine that has nothing else to do.
    """
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


if __name__ == "__main__":
    main()
