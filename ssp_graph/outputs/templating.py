"""Our templates for pages, papers and sheets; markup characters of a fact are escaped in all of them."""

from __future__ import annotations

from base64 import b64encode
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ssp_graph import palette
from ssp_graph.outputs.forms.a4 import WIDE
from ssp_graph.outputs.forms.absent import ABSENT
from ssp_graph.outputs.forms.manuscript import Figure, Grid, Listing, Paragraph, leads_in
from ssp_graph.outputs.forms.measure import shares
from ssp_graph.words import pieces


@cache
def environment() -> Environment:
    """Return the templates. `page.html.j2` is the frame that a page of another sort extends."""
    found = Environment(
        loader=PackageLoader("ssp_graph.outputs"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for name, block in {"paragraph": Paragraph, "listing": Listing, "grid": Grid, "picture": Figure}.items():
        found.tests[name] = lambda value, block=block: isinstance(value, block)
    found.filters["base64"] = lambda data: b64encode(data).decode("ascii")
    found.filters["shares"] = shares
    found.tests["leading"] = leads_in
    found.globals["linked"] = lambda text, *_, **__: _marked(text)  # a page among others links what a text names
    found.filters["pieces"] = pieces
    found.globals["wide"] = WIDE.across
    found.globals["lean"] = False  # where tables scroll on a phone, instead of becoming cards with labels
    names = ("INK", "QUIET", "ACCENT", "TINT", "RULE", "TYPEFACE")
    found.globals |= {"absent": ABSENT} | {name.lower(): getattr(palette, name) for name in names}
    return found


def _marked(text: str) -> Markup:
    """Return a text whose places to fill in are marked."""
    return Markup("").join(
        Markup("<mark>{}</mark>").format(piece) if to_add else piece for piece, to_add in pieces(text)
    )
