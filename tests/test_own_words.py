"""The project holds facts from the plan, not its text: no ten of its words run together, names and titles aside."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from ssp_graph.shipped import shipped
from tests.making import PLAN_TEXT

ROOT = Path(__file__).parents[1]
RUN = 10
TEXTS = (".yaml", ".md", ".py", ".json", ".cypher", ".html", ".j2", ".sh", ".toml")


def words(text: str) -> list[str]:
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"f[fil]+", "f", text.lower())).split()


def runs(found: list[str]) -> set[tuple[str, ...]]:
    return {tuple(found[place : place + RUN]) for place in range(len(found) - RUN + 1)}


def names_of_things() -> set[tuple[str, ...]]:
    """Return the runs that stand in a name or title, which are verbatim."""
    found: set[tuple[str, ...]] = set()
    for path in shipped("seed").glob("*/*.yaml"):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for record in content if isinstance(content, list) else ():
            for held in (record, *record.get("also_titled", ())):
                for text in (*(held.get(key, "") for key in ("name", "title", "meaning", "id")), *_aliases(held)):
                    found |= runs(words(str(text)))
    return found


def _aliases(record: dict[str, Any]) -> list[str]:
    aliases = record.get("aliases", [])
    return aliases if isinstance(aliases, list) else [aliases]


@pytest.mark.skipif(not PLAN_TEXT.is_file(), reason="PLAN_TEXT does not name the text of the shipped plan")
def test_no_ten_words_of_the_plan_run_together_in_any_file() -> None:
    plan = runs(words(PLAN_TEXT.read_text(encoding="utf-8"))) - names_of_things()
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    hits = []
    for name in listed.splitlines():
        path = ROOT / name
        if path.suffix in TEXTS and path.is_file():
            found = runs(words(path.read_text(encoding="utf-8"))) & plan
            hits += [f"{name}: {' '.join(run)}" for run in sorted(found)]
    assert len(plan) > 5000
    assert "\n".join(hits) == ""
