"""What the package promises as a whole: its interface, and that nothing of a shipped register stands in its code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import ssp_graph
from ssp_graph.shipped import shipped

ROOT = Path(__file__).parent.parent
CODE = sorted(path for folder in ("ssp_graph", "queries") for path in (ROOT / folder).rglob("*") if path.is_file())
NAMING_KINDS = ("places", "people", "organisations", "bodies", "posts")
# Words that any partnership has; a name made of these alone says nothing of one partnership.
COMMON = {"body", "board", "cabinet", "plan", "partnership", "police", "schools", "scrutiny", "police and crime plan"}


def _names_and_ids() -> set[str]:
    found: set[str] = set()
    for about in shipped("seed").glob("*/register.yaml"):
        if "(an invented" in about.read_text(encoding="utf-8"):  # whose names examples may bear
            continue
        found.add(about.parent.name)
        for path in about.parent.glob("*.yaml"):
            records = yaml.safe_load(path.read_text(encoding="utf-8"))
            for record in records if isinstance(records, list) else ():
                if "id" in record and record["id"].count("-") >= 2:
                    found.add(record["id"])
                if path.stem in NAMING_KINDS:
                    found.update(str(record[key]) for key in ("name", "title") if key in record)
    return {name for name in found if name.casefold() not in COMMON}


def test_every_public_name_can_be_used() -> None:
    for name in ssp_graph.__all__:
        assert callable(getattr(ssp_graph, name))
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = ssp_graph.nothing


def test_no_name_place_person_or_id_of_a_shipped_register_stands_in_code_or_questions() -> None:
    names = sorted(_names_and_ids(), key=len, reverse=True)
    assert len(names) > 100
    pattern = re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in names))
    text = {path: path.read_text(encoding="utf-8") for path in CODE if path.suffix != ".pyc"}
    assert {".py", ".cypher", ".md", ".yaml", ".j2", ".css", ".js", ".xml"} <= {path.suffix for path in text}
    hits = {
        f"{path.relative_to(ROOT)}: {match.group()}" for path, code in text.items() for match in pattern.finditer(code)
    }
    assert sorted(hits) == []
