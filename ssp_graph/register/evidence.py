"""Whether each anchor stands in its document's text: on its page, on another, or nowhere; and what no anchor touches.

Forgiven are letter case, line breaks, hyphens, quotation marks and the letters of fi, fl and ffi that PDFs lose.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ssp_graph.errors import UsageError, WorkError
from ssp_graph.files import content_of
from ssp_graph.model.declaring import Key
from ssp_graph.model.facts import Link
from ssp_graph.model.kinds import AcceptedGap, Document, Record, Term
from ssp_graph.register.register import Register

_DROPPED = re.compile(r"[-‐‑‒–—­'’‘\"“”`]")
_LOST = re.compile(r"f[fil]+")


State = Literal["on its page", "on another page", "nowhere"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a document: its lines, its text without what is forgiven, and the line of each letter of that."""

    number: int
    lines: tuple[str, ...]
    text: str
    line_of: tuple[int, ...]

    def spans(self, anchor: str) -> Iterator[tuple[int, int]]:
        """Yield where the words of an anchor stand together, as first and last line (from 0)."""
        words = _plain(anchor).strip()
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.text) if words else ():
            yield self.line_of[match.start()], self.line_of[match.end() - 1]


@dataclass(frozen=True, slots=True)
class Anchor:
    """An anchor of a register, where it is written, and where its words were found.

    `found` are pages.
    """

    register: str
    subject: str
    file: str
    line: int
    page: int | None
    words: str
    found: tuple[int, ...]
    state: State


def pages_of(path: Path) -> tuple[Page, ...]:
    """Return the pages of a text file (parted by form feeds) or of a PDF.

    Raises:
        UsageError: there is no such file.
        WorkError: it cannot be read, is neither text nor PDF, or holds no text.
    """
    if not path.exists() or path.is_dir():
        raise UsageError(f"{path}: there is no such file. Give the document as text or as PDF.")
    try:
        content = content_of(path)
    except OSError as error:
        raise WorkError(f"{path} cannot be read ({error.strerror}). Check its permissions.") from None
    texts = _pdf_texts(path) if content.startswith(b"%PDF") else _texts(path, content)
    pages = tuple(_page(number, text) for number, text in enumerate(texts, 1))
    if not any(page.text.strip() for page in pages):
        raise WorkError(f"{path} holds no text. A scanned PDF must go through text recognition first.")
    return pages


def _texts(path: Path, content: bytes) -> list[str]:
    try:
        return content.decode("utf-8-sig").split("\f")
    except UnicodeDecodeError:
        raise WorkError(f"{path} is neither a PDF nor UTF-8 text. Save it as one of the two.") from None


def _pdf_texts(path: Path) -> list[str]:
    import logging

    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells on standard error what it could mend
    try:
        reader = PdfReader(path)
        if not reader.is_encrypted or reader.decrypt(""):
            return [page.extract_text() for page in reader.pages]
    except Exception as error:  # the library raises whatever the damage or the encryption of a file leads it to
        raise WorkError(f"{path} cannot be read as a PDF ({error}). Open it and save it anew.") from None
    raise WorkError(f"{path} is protected by a password. Save a copy without one.")


def _plain(text: str) -> str:
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )
    return " ".join(_LOST.sub("f", _DROPPED.sub("", plain)).split())


def _page(number: int, text: str) -> Page:
    lines = tuple(text.splitlines())
    letters: list[str] = []
    owners: list[int] = []
    for position, line in enumerate(lines):
        plain = _plain(line)
        joined = bool(letters) and re.search(r"\w[-‐‑­]\s*$", lines[position - 1]) is not None
        if plain and letters and not joined:
            plain = f" {plain}"
        letters.append(plain)
        owners.extend([position] * len(plain))
    return Page(number, lines, "".join(letters), tuple(owners))


def check_anchors(register: Register, document: str, pages: tuple[Page, ...]) -> list[Anchor]:
    """Return every anchor of a register that stands on a document, in the order of its files."""
    anchors: list[Anchor] = []
    for subject, stated, place, where, source in register.citations():
        if not source.anchor or register.document_of(source) != document or isinstance(subject, AcceptedGap):
            continue
        found = tuple(page.number for page in pages if next(page.spans(source.anchor), None))
        state: State = "nowhere"
        if found:
            state = "on its page" if source.page in (None, *found) else "on another page"
        said, line = _said(register, subject, stated), place.line(*where)
        anchors.append(Anchor(register.id, said, place.file, line, source.page, source.anchor, found, state))
    return anchors


def _said(register: Register, subject: Record | Term, stated: tuple[str, Key, Link] | None) -> str:
    """Return what a source is for: a record, or the relationship of one."""
    if isinstance(subject, Term):
        return subject.abbreviation
    called = f"{subject.called} ({subject.kind.replace('-', ' ')})"
    if stated is None:
        return called
    _, key, link = stated
    other = register.records.get(link.to.removeprefix(f"{register.id}:"))
    return f"{called} {key.relationship.verb(back=key.inverse)} {other.called if other else link.to}"


def untouched(anchors: list[Anchor], pages: tuple[Page, ...]) -> list[tuple[int, int, str]]:
    """Return the lines of a text that no anchor touches, as page, line of the page (from 1) and text."""
    left: list[tuple[int, int, str]] = []
    for page in pages:
        touched: set[int] = set()
        for words in {anchor.words for anchor in anchors if anchor.page == page.number}:
            for first, last in page.spans(words):
                touched.update(range(first, last + 1))
        left.extend(
            (page.number, number, line.strip())
            for number, line in enumerate(page.lines, 1)
            if number - 1 not in touched and any(letter.isalnum() for letter in line)
        )
    return left


def meant_document(register: Register, chosen: str | None) -> str:
    """Return the document meant, by its slug: the chosen one, else the register's own.

    Raises:
        UsageError: the register has no such document.
    """
    name = (chosen or register.about.document or "").removeprefix("document/")
    known = register.documents
    if name in known:
        return name
    listed = f"Its documents are {', '.join(known)}." if known else "Add it to documents.yaml."
    if not name:
        raise UsageError(f"The register {register.id} has no default document. Choose one with --document. {listed}")
    raise UsageError(f"The register {register.id} has no document '{name}'. {listed}")


def held_at(register: Register, document: str) -> Path:
    """Return the file that a document says it is held in, beside the register.

    Raises:
        UsageError: it names no file that is there.
    """
    record = register.records[f"document/{document}"]
    held = record.held if isinstance(record, Document) else None
    path = register.folder / held if held else None
    if path is None or not path.is_file() or register.folder.resolve() not in path.resolve().parents:
        raise UsageError(f"Which file is {record.called}? Give it: ssp-graph evidence FILE.")
    return path
