"""What a shell offers while a command is typed: names of things, questions, kinds and engines, without being felt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import typer

from ssp_graph.cli.context import Settings
from ssp_graph.errors import SspGraphError
from ssp_graph.files import content_of
from ssp_graph.shipped import shipped

_SPECIAL = re.compile(r"[^\w\s/.,:–-]")  # what a shell might take for its own


def things(context: typer.Context, incomplete: str) -> list[str]:
    """Offer names that go on as typed, and ids once one is begun; a name that a shell would stumble over is left out.

    A name may have several words: what is offered begins at the word that is being typed.
    """
    typed = [*(context.params.get("thing") or ()), incomplete]
    before = " ".join(typed[:-1]) + " " * (len(typed) > 1)
    found: list[str] = []
    for identity, name in _names(context):
        if name.casefold().startswith(f"{before}{incomplete}".casefold()) and not _SPECIAL.search(name):
            found.append(name[len(before) :])
        elif not before and incomplete and identity.startswith(incomplete):
            found.append(identity)
    return sorted(dict.fromkeys(found))


def _names(context: typer.Context) -> Iterable[tuple[str, str]]:
    from ssp_graph.graph_cache import names

    given = (context.parent.params if context.parent else {}).get("register")
    try:
        folders = Settings(tuple(map(Path, given or ())), quiet=True).folders()
        return names(folders, shipped("seed"))
    except (SspGraphError, OSError):
        return ()


def questions(context: typer.Context, incomplete: str) -> list[str]:
    """Offer the names of questions."""
    return _stems(context, incomplete, "")


def checks(context: typer.Context, incomplete: str) -> list[str]:
    """Offer the names of checks."""
    return _stems(context, incomplete, "\n// kind: check\n")


def _stems(context: typer.Context, incomplete: str, holding: str) -> list[str]:
    own = context.params.get("questions")
    folders = [shipped("queries"), *([Path(own)] if own else [])]
    paths = [path for folder in folders for path in sorted(folder.glob(f"{incomplete.lower()}*.cypher"))]
    return [path.stem for path in paths if not holding or holding.encode() in content_of(path)]


def kinds(incomplete: str) -> list[str]:
    """Offer the kinds of things, in the plural."""
    from ssp_graph.model.kinds import KINDS

    return [kind.plural for kind in KINDS if kind.plural.startswith(incomplete.lower())]
