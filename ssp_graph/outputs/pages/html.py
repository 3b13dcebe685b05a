"""One self-contained HTML page that asks nothing of the network; templates/ holds the look that all our pages share."""

from __future__ import annotations

from itertools import count

from ssp_graph.outputs.forms import as_document
from ssp_graph.outputs.forms.absent import dashed
from ssp_graph.outputs.forms.contents import TITLE, contents
from ssp_graph.outputs.forms.document import Document
from ssp_graph.outputs.templating import environment
from ssp_graph.results import Result


def render(result: Result, /) -> bytes:
    """Return a result as a page in UTF-8."""
    return page(as_document(result)).encode()


def page(document: Document) -> str:
    """Return a document as a page."""
    numbers = count(1)
    template = environment().get_template("document.html.j2")
    return template.render(
        document=dashed(document),
        entries=contents(document),
        contents_title=TITLE,
        next_number=lambda: next(numbers),
    )
