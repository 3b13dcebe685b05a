"""Files opened again by another library than the one that wrote them, as texts and as tables of texts."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

from markdown_it import MarkdownIt
from openpyxl import load_workbook  # type: ignore[import-untyped]

Rows = list[list[str]]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


class Page(HTMLParser):
    """A page as its tags, the text within each, and its tables."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.tables: list[Rows] = []
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.texts.setdefault(tag, []).append("")
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in {"td", "th"}:
            self.tables[-1][-1].append("")
        if tag not in {"meta", "link", "img", "col"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in self._open:
            self.texts[tag][-1] += data
        if {"td", "th"} & set(self._open[-2:]):  # a place to fill in is marked within its cell
            self.tables[-1][-1][-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def xml(data: bytes, member: str) -> ElementTree.Element:
    """Return a part of a zipped document as XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return ElementTree.fromstring(archive.read(member))  # noqa: S314 (the tests made it)


def words(element: ElementTree.Element) -> str:
    """Return the text of an element and all within it; paragraphs and line breaks are spaces."""
    parts = []
    for inner in element.iter():
        if inner.tag in {f"{W}p", f"{W}br", f"{TEXT}p", f"{TEXT}h", f"{TEXT}line-break"}:
            parts.append(" ")
        parts.append(inner.text or "")
        # the space between two elements is layout; what follows an element within a paragraph is text
        if inner.tag in {f"{TEXT}span", f"{TEXT}line-break", f"{TEXT}bookmark", f"{TEXT}tab"}:
            parts.append(inner.tail or "")
    return flat("".join(parts))


def flat(text: str) -> str:
    return " ".join(text.split())


def tables(data: bytes, name: str) -> list[Rows]:
    """Return the tables of a file, header rows included, each cell as text."""
    match name:
        case "csv":
            return [list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))]
        case "md":
            return _markdown(data.decode())
        case "html":
            return Page(data.decode()).tables
        case "xlsx":
            return [
                [["" if cell is None else str(cell) for cell in row] for row in page.iter_rows(values_only=True)]
                for page in load_workbook(io.BytesIO(data)).worksheets
                if page.title != "About"
            ]
        case "docx":
            return [
                [[words(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
                for table in xml(data, "word/document.xml").iter(f"{W}tbl")
            ]
        case _:
            return [
                [[words(cell) for cell in row.iter(f"{TABLE}table-cell")] for row in table.iter(f"{TABLE}table-row")]
                for table in xml(data, "content.xml").iter(f"{TABLE}table")
                if table.get(f"{TABLE}name") != "About"
            ]


def _markdown(text: str) -> list[Rows]:
    found: list[Rows] = []
    within = False
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        if token.type in {"table_open", "table_close"}:
            within = token.type == "table_open"
            if within:
                found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type in {"td_open", "th_open"}:
            found[-1][-1].append("")
        elif token.type == "inline" and within:
            found[-1][-1][-1] = shown(token)
    return found


def shown(token: Any) -> str:
    """Return the text of a Markdown token as a reader sees it."""
    return "".join(" " if inner.type == "hardbreak" else inner.content for inner in token.children or ())


def everything(data: bytes, name: str) -> str:
    """Return all that a file says as one line of text."""
    match name:
        case "table":
            return flat(data.decode())
        case "json":
            return flat(" ".join(_leaves(json.loads(data))))
        case "md":
            tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(data.decode())
            return flat(" ".join(shown(token) for token in tokens if token.type == "inline"))
        case "html":
            return flat(Page(data.decode()).texts["body"][0])
        case "csv":
            return flat(" ".join(cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row))
        case "xlsx":
            rows = (
                row for page in load_workbook(io.BytesIO(data)).worksheets for row in page.iter_rows(values_only=True)
            )
            return flat(" ".join(str(cell) for row in rows for cell in row if cell is not None))
        case "docx":
            return words(xml(data, "word/document.xml"))
        case _:
            return words(xml(data, "content.xml"))


def _leaves(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for name, item in value.items() for text in (name, *_leaves(item))]
    if isinstance(value, list):
        return [text for item in value for text in _leaves(item)]
    return [str(value)]
