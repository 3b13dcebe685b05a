"""One cell: what an officer writes about it, as what it means (board, theme, role, source) and as what it changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ssp_graph.answers.names import forgiving, matches
from ssp_graph.answers.sentences import stated_when
from ssp_graph.english import joined
from ssp_graph.errors import UsageError
from ssp_graph.matrices.table import ROLE_BY, blank, boards, chosen, column_of, roles, themes
from ssp_graph.matrices.writing import KEYS, CellChange, Role
from ssp_graph.model.facts import MOST_WORDS, Source
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Cell, SourceRef
from ssp_graph.suggesting import did_you_mean, near
from ssp_graph.words import cited

ROLES: tuple[Role, ...] = (*KEYS, "not recorded")
_TAKEN_JOINTLY: tuple[Role, ...] = ("lead", "supporting")

_MOST_NAMED = 12
_PAGE = re.compile(r"(?:p\.?|page)?\s*([1-9]\d{0,4})(?:\.0*)?", re.IGNORECASE)


class Part(NamedTuple):
    """What a board's part in a theme is: a role, which it may have jointly with others."""

    role: Role
    joint: bool = False

    def __str__(self) -> str:
        """Return it as an officer writes it: "lead jointly"."""
        return f"{self.role}{' jointly' * self.joint}"


PARTS = tuple(Part(role, joint) for role in ROLES for joint in ((False, True) if role in _TAKEN_JOINTLY else (False,)))


def part_of(cell: Cell) -> Part:
    """Return the part that a cell tells."""
    return Part(cell.state, cell.joint)


def cell_change(
    plan: Plan, matrix: str | None, board: str, theme: str, role: str, document: str, page: str, anchor: str
) -> tuple[CellChange | None, str]:
    """Return the change that makes a cell say this, or None where it says so already, and the sentences about it.

    Raises:
        UsageError: no such matrix, board, theme, role or document, or the source of a role is not given in full.
    """
    plan = plan.at_any_time
    table = chosen(plan, matrix)
    on_board = meant(boards(plan, table), board, "board", table.name)
    on_theme = meant(themes(plan, table), theme, "theme", table.name)
    wanted = meant_by(role)
    stated = () if wanted.role == "not recorded" else (source_of(plan, table.register, document, page, anchor),)
    written = [edge for edge in roles(plan, table, on_theme) if edge.source == on_board]
    was = _part(written[-1]) if written else part_of(blank(table))
    cell = f"{on_board.name} on {on_theme.name}"
    if wanted.role == "not recorded" and not written:
        return None, f"Nothing to change: of {cell} nothing is written, which means {was}."
    if was == wanted and all(_stands_on(plan, table.register, edge, stated) for edge in written):
        return None, f"Nothing to change: {cell} is {wanted} already."
    told = f"{cell}: still {was}, now on this source." if was == wanted else f"{cell}: {was} becomes {wanted}."
    replaced = (_replaced(edge, wanted) for edge in written)
    return CellChange(table.id, on_theme.id, on_board.id, wanted.role, stated, wanted.joint), "\n".join(
        (told, *replaced)
    )


def _part(role: Edge) -> Part:
    return Part(ROLE_BY[role.type], role.capacity == "joint")


def _replaced(role: Edge, wanted: Part) -> str:
    """Return what a role without dates that is set anew said until now, and how to keep it where it was right."""
    was = _part(role)
    marks = (str(was), f"inferred ({role.reason})" if role.inferred else "", stated_when(role))
    told = f"{', '.join(mark for mark in marks if mark)}, on {cited(role.sources)}"
    if wanted == was:
        return f"This replaces: {told}."
    until = "If that was right in its day, give it an `until` in the file instead"
    if wanted.role == "not recorded":
        return f"This takes out: {told}. {until}."
    return f"This replaces: {told}. {until}, and write the new role beneath it, with `since`."


def _stands_on(plan: Plan, register: str, role: Edge, sources: tuple[Source, ...]) -> bool:
    """Return whether a role is stated on these sources already; in which part of the page is no difference."""
    known = [as_written(plan, register, source) for source in role.sources]
    return not role.inferred and list(map(place_of, known)) == list(map(place_of, sources))


def place_of(source: Source) -> tuple[str | None, int | None, str | None]:
    """Return where a source stands, in whatever part of its page."""
    return source.document, source.page, source.anchor


def documents(plan: Plan, register: str) -> list[Thing]:
    """Return the documents of a register in the order they were written."""
    return [document for document in plan.all_things("document") if document.register == register]


def labels(things: Sequence[Thing]) -> dict[str, str]:
    """Return what each of these things is called, by id: its name, or its id where another has the same name."""
    names = [forgiving(thing.name) for thing in things]
    return {thing.id: thing.name if names.count(forgiving(thing.name)) == 1 else thing.id for thing in things}


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
        hint = f"Its {kind}s are: {'; '.join(column_of(thing).in_full for thing in things)}."
    else:
        hint = "See them with: ssp-graph matrix."
    raise UsageError(f"There is no {kind} '{text}' in {where}. {hint}")


def meant_by(text: str) -> Part:
    """Return the part that words mean; letter case and spaces are forgiven.

    Raises:
        UsageError: they are none of the words for one.
    """
    plain = "".join(text.casefold().split())
    for part in PARTS:
        if plain == str(part).replace(" ", ""):
            return part
    said = list(map(str, PARTS))
    hint = did_you_mean(text.strip(), said, f"Write {joined(said, 'or')}.")
    raise UsageError(f"'{text.strip()}' is no role. {hint}")


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
    if (many := len(words.split())) > MOST_WORDS:
        raise UsageError(f"The anchor has {many} words. Give the two to six at that place, to find it again by.")
    return Source(document=_unless_own(plan, register, held.id), page=number, anchor=words)


def _page(text: str) -> int | None:
    if not text.strip():
        return None
    if number := _PAGE.fullmatch(text.strip()):
        return int(number[1])
    raise UsageError(f"'{text.strip()}' is no page. Write its number.")


def as_written(plan: Plan, register: str, source: SourceRef) -> Source:
    """Return a source of an answer as its register writes it."""
    given = {name: source.get(name) for name in Source.model_fields}
    return Source.model_validate(given | {"document": _unless_own(plan, register, source["document"])})


def _unless_own(plan: Plan, register: str, document: str | None) -> str | None:
    return None if document in (None, plan.registers[register].document) else str(document).rpartition("/")[2]


def as_cited(plan: Plan, register: str, source: Source) -> SourceRef:
    """Return a source of a register as answers cite it."""
    own = str(plan.registers[register].document)
    held = plan[f"{register}:document/{source.document}" if source.document else own]
    return SourceRef(
        document=held.id, title=held.name, page=source.page, anchor=source.anchor, part=source.part, note=source.note
    )
