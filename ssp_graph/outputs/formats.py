"""Which formats there are and for what, which one is meant, and the one call that renders anything in any of them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast, get_args

from ssp_graph.errors import UsageError
from ssp_graph.results import Matrix, Result, Routes, Table

if TYPE_CHECKING:
    from ssp_graph.outputs.forms.manuscript import Manuscript
    from ssp_graph.papers.parts import Paper
    from ssp_graph.pictures.diagram import Diagram

AnswerFormat = Literal["table", "csv", "json", "md", "html", "xlsx", "ods", "docx", "odt"]
PictureFormat = Literal["svg", "png", "html"]
PaperFormat = Literal["docx", "odt", "html", "md"]
GraphFormat = Literal["json", "csv", "graphml", "cypher"]
SheetFormat = Literal["xlsx", "ods", "csv"]  # of a sheet to fill in


class _Writer(NamedTuple):
    """The module that writes a format, the form that its `render` takes, and whether the format is for files alone."""

    module: str
    form: Literal["result", "manuscript", "page", "sheet"]
    binary: bool = False


_WRITERS: dict[str, _Writer] = {
    "table": _Writer("text", "manuscript"),
    "csv": _Writer("csv", "sheet"),
    "json": _Writer("json", "result"),
    "md": _Writer("md", "page"),
    "html": _Writer("pages.html", "page"),
    "xlsx": _Writer("xlsx", "sheet", binary=True),
    "ods": _Writer("opendocument.ods", "sheet", binary=True),
    "docx": _Writer("word.docx", "page", binary=True),
    "odt": _Writer("opendocument.odt", "page", binary=True),
}
FORMATS = get_args(AnswerFormat)
BINARY = frozenset({"png", *(name for name, writer in _WRITERS.items() if writer.binary)})
_ENDINGS = {"txt": "table", "table": "", "htm": "html"}  # every other format is what its files end in


def said_by(path: Path) -> str:
    """Return the format that the suffix of a file says, whether there is one of that name or not."""
    ending = path.suffix.lower().removeprefix(".")
    return _ENDINGS.get(ending, ending)


def format_of(path: Path | None, chosen: str | None, default: str, among: object = AnswerFormat) -> str:
    """Return the format meant: the chosen one, else the one of the file's suffix, else the default.

    `among` are the formats of what is written: `AnswerFormat`, `PictureFormat` or `PaperFormat`.

    Raises:
        UsageError: the chosen format or the suffix is none of them.
    """
    formats = get_args(among)
    known = f"The formats are {', '.join(formats)}."
    if chosen is not None:
        if chosen.lower() not in formats:
            raise UsageError(f"There is no format {chosen!r}. {known}")
        return chosen.lower()
    if path is None or not path.suffix:
        return default
    meant = said_by(path)
    if meant not in formats:
        plain = " Plain text ends in .txt." if "table" in formats else ""
        raise UsageError(f"{path}: no format has the suffix {path.suffix!r}. {known}{plain}")
    return meant


def render(result: Result | Diagram | Paper, format: str, *, width: int | None = None) -> bytes:  # noqa: A002
    """Return an answer, a picture or a paper in a format: UTF-8 text or a file's bytes.

    `width` is the terminal's columns, for the terminal table alone; None wraps nothing.

    Raises:
        UsageError: there is no such format for this.
        WorkError: the machine has no font, and PNG is asked for.
    """
    if not isinstance(result, Table | Routes | Matrix):
        return _drawn_or_written(result, format)
    from ssp_graph.outputs import forms

    name = format_of(None, format, "")
    match _WRITERS[name].form:
        case "result":
            return _written(name, result)
        case "sheet":
            return _written(name, forms.as_sheet(result))
        case "page":
            return _written(name, forms.as_page(result))
        case "manuscript":
            return _written(name, forms.as_manuscript(result), width)


def written(manuscript: Manuscript, format: PaperFormat, template: bytes | None = None) -> bytes:  # noqa: A002
    """Return a manuscript in a format for papers; a Word document in the frame of a template where one is given.

    Raises:
        UsageError: the template cannot be used.
    """
    from ssp_graph.outputs.forms.absent import dashed

    return _written(format, dashed(manuscript), *([template] if template is not None else []))


def workbook(title: str, results: Iterable[Table | Matrix], format: Literal["xlsx", "ods"]) -> bytes:  # noqa: A002
    """Return answers as one workbook: a cover, and a sheet for each."""
    from ssp_graph.outputs import forms

    return _written(format, *map(forms.as_sheet, results), title=title)


def _written(name: str, *form: Any, **more: str) -> bytes:
    return cast(bytes, import_module(f"ssp_graph.outputs.{_WRITERS[name].module}").render(*form, **more))


def _drawn_or_written(result: Diagram | Paper, format_: str) -> bytes:
    from ssp_graph.pictures.diagram import Diagram

    if not isinstance(result, Diagram):
        from ssp_graph.outputs.paper import render_paper

        return render_paper(result, format_of(None, format_, "", PaperFormat))
    from ssp_graph.outputs.pages.picture import picture_page
    from ssp_graph.pictures.picture import picture

    name = format_of(None, format_, "", PictureFormat)
    return picture_page(result) if name == "html" else picture(result, name).data
