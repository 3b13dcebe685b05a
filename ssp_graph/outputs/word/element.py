"""Elements of WordprocessingML made directly, where python-docx has no call for them or takes too long."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from ssp_graph.outputs.templating import environment


def element(tag: str, *children: Any, text: str = "", **attributes: str) -> Any:
    """Return an element with its text or its children; attributes belong to its namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    if text:
        made.text = text
    return made


def filled(template: str, **values: Any) -> Any:
    """Return the element that one of our templates gives with these values."""
    return parse_xml(environment().get_template(template).render(values).strip())
