"""Elements of WordprocessingML made directly, where python-docx has no call for them or takes too long."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(tag: str, *children: Any, **attributes: str) -> Any:
    """Return an element with its children; attributes belong to its namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def run(text: str, style: str = "") -> Any:
    """Return a run of text, in a style of characters if one is named."""
    made = element("w:r", *([element("w:rPr", element("w:rStyle", val=style))] if style else []))
    words = element("w:t")
    words.text = text
    made.append(words)
    return made
