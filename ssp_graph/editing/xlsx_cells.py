"""The sheets of an Excel workbook, read by events."""

from __future__ import annotations

import posixpath
import re
import zipfile

from ssp_graph.editing.cells import MAX_COLUMNS, Cell, Limits, ReadSheet, UnfitError, day_of, number_of, opened, parsed
from ssp_graph.editing.cells import plain_number as plain

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
# the numbers of the program's own formats that show a day; 17 shows "Mar-18"
_DAYS, _MONTH = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59))), 17
_READ = ("xl/workbook.xml", "xl/_rels/", "xl/styles", "xl/sharedStrings", "xl/worksheets/sheet")


def xlsx_sheets(archive: zipfile.ZipFile) -> list[ReadSheet]:
    """Return the sheets of a workbook in their order, hidden ones too.

    Raises:
        UnfitError: it is too large, or holds macros or links to other files.
    """
    names = archive.namelist()
    opened(archive, _READ)
    if any(name.endswith("vbaProject.bin") for name in names):
        raise UnfitError("holds macros. Save it as .xlsx, which has none")
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise UnfitError("has links to other files. Break them (Data, Edit Links), and save it again")
    limits = Limits()
    book = _Book(archive)
    return [_Page(archive, book, name, limits).read(part) for name, part in book.sheets if part in names]


class _Book:
    """What the sheets of a workbook share: their names, the texts, and which formats show days."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.from_1904 = False
        self.texts: list[str] = []
        self.days: list[str] = []  # of each style: "", "day" or "month"
        ids: list[tuple[str, str]] = []
        targets: dict[str, str] = {}

        def workbook(name: str, given: dict[str, str]) -> None:
            if name == "sheet":
                ids.append((given["name"], next(value for key, value in given.items() if key.endswith(":id"))))
            elif name == "workbookPr":
                self.from_1904 = given.get("date1904") in ("1", "true")

        def relations(name: str, given: dict[str, str]) -> None:
            if name == "Relationship":
                targets[given["Id"]] = given["Target"]

        parsed(archive, "xl/workbook.xml", workbook, _nothing, _nothing)
        parsed(archive, "xl/_rels/workbook.xml.rels", relations, _nothing, _nothing)
        self.sheets = [(name, posixpath.normpath(posixpath.join("/xl", targets[key]))[1:]) for name, key in ids]
        if "xl/styles.xml" in archive.namelist():
            self._styles(archive)
        if "xl/sharedStrings.xml" in archive.namelist():
            self._shared(archive)

    def _styles(self, archive: zipfile.ZipFile) -> None:
        formats: dict[int, str] = {}
        inside = [""]

        def start(name: str, given: dict[str, str]) -> None:
            if name == "numFmt":
                formats[int(given["numFmtId"])] = given["formatCode"]
            elif name in ("cellXfs", "cellStyleXfs"):
                inside[0] = name
            elif name == "xf" and inside[0] == "cellXfs":
                number = int(given.get("numFmtId", "0"))
                self.days.append(_shows(formats[number]) if number in formats else _built_in(number))

        parsed(archive, "xl/styles.xml", start, _nothing, _nothing)

    def _shared(self, archive: zipfile.ZipFile) -> None:
        said: list[str] = []
        here: list[str] = []

        def start(name: str, _: dict[str, str]) -> None:
            if name == "si":
                said.clear()
            here.append(name)

        def end(name: str) -> None:
            here.pop()
            if name == "si":
                self.texts.append("".join(said))

        def text(data: str) -> None:
            if here[-1] == "t" and "rPh" not in here:  # which only says how a text is pronounced
                said.append(data)

        parsed(archive, "xl/sharedStrings.xml", start, end, text)


class _Page:
    """Reads one sheet."""

    def __init__(self, archive: zipfile.ZipFile, book: _Book, name: str, limits: Limits) -> None:
        self.archive, self.book, self.limits = archive, book, limits
        self.sheet = ReadSheet(name)
        self.row = self.column = 0
        self.given: dict[str, str] = {}
        self.value: list[str] = []
        self.formula = self.in_value = self.is_hidden = False

    def read(self, part: str) -> ReadSheet:
        parsed(self.archive, part, self.start, self.end, self.text)
        return self.sheet

    def start(self, name: str, given: dict[str, str]) -> None:
        match name:
            case "row":
                self.row = int(given.get("r", self.row + 1))
                self.column = 0
                self.is_hidden = given.get("hidden") in ("1", "true")
            case "c":
                found = _ADDRESS.fullmatch(given.get("r", ""))
                self.column = number_of(found[1]) if found else self.column + 1
                self.given, self.value, self.formula = given, [], False
            case "v" | "t":
                self.in_value = True
            case "f":
                self.formula = True
            case "mergeCell":
                self.sheet.merged.append(given["ref"])

    def text(self, data: str) -> None:
        if self.in_value:
            self.value.append(data)

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self.in_value = False
        elif name == "c" and self.column <= MAX_COLUMNS and (self.formula or "".join(self.value).strip()):
            self.limits.cell()
            self.sheet.put(self.row, self.column, self.cell("".join(self.value)))
        elif name == "row" and self.row in self.sheet.rows:
            self.limits.row()
            if self.is_hidden:
                self.sheet.hidden.append(self.row)

    def cell(self, value: str) -> Cell:
        if self.formula:
            return Cell(value, "formula")
        match self.given.get("t", "n"):
            case "s":
                return Cell(self.book.texts[int(value)])
            case "str" | "inlineStr":
                return Cell(value)
            case "b":
                return Cell("true" if value.strip() == "1" else "false", "truth")
            case "e":
                return Cell(value, "error")
            case "d":
                return Cell(value[:10], "date")
        number, style = float(value), int(self.given.get("s", "0"))
        shown = self.book.days[style] if style < len(self.book.days) else ""
        if shown and (day := day_of(number, from_1904=self.book.from_1904)):
            return Cell(day if shown == "day" else day[:7], "date")
        return Cell(plain(number), "number")


def _shows(code: str) -> str:
    """Return what a format of a workbook's own shows of a number: a day, a month and a year only, or none of it."""
    letters = re.sub(r'"[^"]*"|\\.|_.|\[[^\]]*\]', "", code).lower()
    if "y" in letters or ("d" in letters and "m" in letters):
        return "day" if "d" in letters else "month"
    return ""


def _built_in(number: int) -> str:
    return "month" if number == _MONTH else "day" if number in _DAYS else ""


def _nothing(*_: object) -> None:
    pass
