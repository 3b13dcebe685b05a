"""What an officer writes about a cell, as what it means: the board, the theme, the role, the source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ssp_graph.answers.names import forgiving, matches
from ssp_graph.editing.writing import Role
from ssp_graph.errors import UsageError
from ssp_graph.matrices.table import abbreviation
from ssp_graph.model.facts import Source
from ssp_graph.plan import Plan, Thing
from ssp_graph.results import SourceRef
from ssp_graph.suggesting import did_you_mean, near

ROLES: tuple[Role, ...] = ("lead", "supporting", "none", "not recorded")

_MOST_NAMED = 12
_PAGE = re.compile(r"(?:p\.?|page)?\s*([1-9]\d{0,4})(?:\.0*)?", re.IGNORECASE)


def documents(plan: Plan, register: str) -> list[Thing]:
    """Return the documents of a register in the order they were written."""
    return [document for document in plan.all_things("document") if document.register == register]


def labels(things: Sequence[Thing]) -> dict[str, str]:
    """Return what each of these things is called, by id: its name, or its id where another has the same name."""
    names = [forgiving(thing.name) for thing in things]
    return {
        thing.id: thing.name if names.count(name) == 1 else thing.id for thing, name in zip(things, names, strict=True)
    }


def meant(things: Sequence[Thing], text: str, kind: str, where: str) -> Thing:
    """Return which of these things a text means: by name, alias or id, with what names forgive.

    `kind` (board, theme, document) and `where` (the title of what they belong to) are for the message.

    Raises:
        UsageError: none of them is meant, with the nearest name, or several are.
    """
    candidates = matches(things, text)
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        listed = "\n".join(f"  {thing.name}: {thing.id}" for thing in candidates)
        raise UsageError(f"{len(candidates)} {kind}s of {where} are called '{text}'. Give one of these ids:\n{listed}")
    names = {name: thing.id for thing in things for name in (thing.name, *thing.aliases)}
    if nearest := near(text, names, 1):
        hint = f"Did you mean {labels(things)[names[nearest[0]]]}?"
    elif len(things) <= _MOST_NAMED:
        hint = f"Its {kind}s are: {'; '.join(map(_with_abbreviation, things))}."
    else:
        hint = "See them with: ssp-graph matrix."
    raise UsageError(f"There is no {kind} '{text}' in {where}. {hint}")


def _with_abbreviation(thing: Thing) -> str:
    short = abbreviation(thing)
    return f"{thing.name} ({short})" if short else thing.name


def role_of(text: str) -> Role:
    """Return the role that a word means; letter case and spaces are forgiven.

    Raises:
        UsageError: it is none of the four words.
    """
    found = "".join(text.casefold().split())
    for role in ROLES:
        if found == role.replace(" ", ""):
            return role
    otherwise = "Write lead, supporting, none or not recorded."
    raise UsageError(f"'{text.strip()}' is none of the four words. {did_you_mean(text.strip(), ROLES, otherwise)}")


def source_of(plan: Plan, register: str, document: str, page: str, anchor: str) -> Source:
    """Return the source that these words give; without a document, it is the register's own.

    Raises:
        UsageError: there is no such document; the page is missing, no number or outside it; the anchor is missing.
    """
    about = plan.registers[register]
    if document.strip():
        held = meant(documents(plan, register), document, "document", about.title)
    elif about.document:
        held = plan[about.document]
    else:
        raise UsageError("The source names no document, and the register has none of its own. Name one.")
    number, last = _page(page), held.get("pages")
    if number is None and last:
        raise UsageError(f"The source has no page. Say which page of {held.name}.")
    if number is not None and last and number > last:
        raise UsageError(f"There is no page {number} in {held.name}, which ends at page {last}.")
    words = " ".join(anchor.split())
    if not words:
        raise UsageError("The source has no anchor. Give the two to six words at that place, as the document has them.")
    return Source(document=_unless_own(plan, register, held.id), page=number, anchor=words)


def as_written(plan: Plan, register: str, source: SourceRef) -> Source:
    """Return a source of an answer as its register writes it."""
    return Source.model_validate(
        {
            **{key: source.get(key) for key in ("page", "anchor", "part", "note")},
            "document": _unless_own(plan, register, source["document"]),
        }
    )


def _unless_own(plan: Plan, register: str, document: str | None) -> str | None:
    return None if document in (None, plan.registers[register].document) else str(document).rpartition("/")[2]


def as_cited(plan: Plan, register: str, source: Source) -> SourceRef:
    """Return a source of a register as answers cite it."""
    own = str(plan.registers[register].document)
    node = f"{register}:document/{source.document}" if source.document else own
    return {
        "document": node,
        "title": plan[node].name,
        "page": source.page,
        "anchor": source.anchor,
        "part": source.part,
        "note": source.note,
    }


def _page(text: str) -> int | None:
    if not text.strip():
        return None
    if found := _PAGE.fullmatch(text.strip()):
        return int(found[1])
    raise UsageError(f"'{text.strip()}' is no page. Write its number.")
