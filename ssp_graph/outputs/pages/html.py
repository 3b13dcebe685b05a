"""One self-contained HTML page that asks nothing of the network; templates/ holds the look that all our pages share."""

from __future__ import annotations

from itertools import count

from ssp_graph.outputs.forms.contents import TITLE, contents
from ssp_graph.outputs.forms.manuscript import Manuscript
from ssp_graph.outputs.templating import environment


def render(manuscript: Manuscript, /) -> bytes:
    """Return a manuscript as a page in UTF-8."""
    numbers = count(1)
    template = environment().get_template("document.html.j2")
    text = template.render(
        manuscript=manuscript,
        entries=contents(manuscript.sections),
        contents_title=TITLE,
        next_number=lambda: next(numbers),
    )
    return text.encode()
