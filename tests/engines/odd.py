"""Texts that loaders, scripts and drivers are known to trip over, and graphs that are full of them."""

from __future__ import annotations

import json
from pathlib import Path

from ssp_graph.graph import Graph
from tests.making import graph_of

ODD = (
    "a, comma; and a semicolon",
    "say \"this\" and 'that'",
    "back\\slash \\n \\' \\u0041 C:\\users",
    "ends in a backslash\\",
    "two\nlines",
    "tab\there",
    "=1+1",
    "<b>bold</b>",
    "null",
    "[1, 2] {a: 1}",
    "// no comment /* none */",
    "$registers `name` '; DROP TABLE Body; //",
    "é ü 漢字 😀 עברית",
    "e\u0301 combining, line\u2028separator",
    "x" * 5000,
)


def odd_graph(folder: Path) -> Graph:
    """Return the graph of a register whose names, aliases, remits, titles and capacities are the odd texts."""
    source = {"page": 1, "anchor": "two words"}
    bodies = [
        {
            "id": f"body-{number}",
            "name": text,
            "aliases": [text, "plain"],
            "remit": text,
            "also_titled": [{"title": text, "sources": [source]}],
            "reports_to": [{"to": "body/top", "on": [text, "body/top"], "frequency": text, "sources": [source]}],
            "sources": [source],
        }
        for number, text in enumerate(ODD)
    ]
    top = {
        "id": "top",
        "name": "Top",
        "statutory": True,
        "members": [{"to": "organisation/council", "capacity": text} for text in ODD[:2]],
        "sources": [source],
    }
    organisations = [{"id": "council", "name": "Council", "sources": [source]}]
    return graph_of(folder, bodies=_yaml([*bodies, top]), organisations=_yaml(organisations))


def _yaml(records: object) -> str:
    """Return records as JSON, which YAML is, save for a sign that YAML takes for a line break."""
    return json.dumps(records, ensure_ascii=False).replace("\u2028", "\\u2028")
