"""The rules that look across records: references, kinds, days, pages, repeats, and the matrices.

Each check yields every problem it finds and knows nothing of the others.
"""

from collections.abc import Collection, Iterator
from typing import Any

from ssp_graph.errors import Problem
from ssp_graph.model.dates import first_day, last_day
from ssp_graph.model.facts import Fact, Link, Source, is_reference, slug_of
from ssp_graph.model.kinds import (
    BY_KIND,
    FILES,
    Discrepancy,
    Document,
    Matrix,
    Post,
    Record,
    SafeguardingTheme,
    kind_of,
    links_of,
    nested_of,
    permitted,
    written_key,
)
from ssp_graph.model.relationships import LEADS_ON, NO_ROLE_ON, SUPPORTS_ON, Key, Leading, MatrixRole, Reporting
from ssp_graph.register.loading import Place, Register, Registers
from ssp_graph.register.messages import did_you_mean

Where = tuple[int | str, ...]
_WORDS = {LEADS_ON.type: "lead", SUPPORTS_ON.type: "supporting", NO_ROLE_ON.type: "none"}


def check(registers: Registers) -> Iterator[Problem]:
    """Yield every problem of these registers that no single record shows by itself."""
    yield from _circles(registers)
    for register in registers.by_id.values():
        yield from _about(register, registers)
        for reference, record in register.records.items():
            place = register.places[reference]
            yield from _days(reference, record, place, ())
            yield from _sources(reference, record, register)
            yield from _links(reference, record, register, registers)
            if isinstance(record, Post):
                yield from _holding(reference, record, place)
        yield from _repeats(register)
        yield from _matrices(register)
        yield from _loose_ends(register, registers)
        yield from _placeholders(register)


def _circles(registers: Registers) -> Iterator[Problem]:
    def reaches(start: str, name: str, seen: set[str]) -> bool:
        uses = registers.by_id[name].about.uses if name in registers.by_id else ()
        for used in uses:
            if used == start:
                return True
            if used not in seen:
                seen.add(used)
                if reaches(start, used, seen):
                    return True
        return False

    for name, register in registers.by_id.items():
        place = register.about_place
        if name in register.about.uses:
            yield Problem(place.file, place.line("uses"), f"the register {name} uses itself", f"Delete {name} there.")
        elif reaches(name, name, set()):
            yield Problem(
                place.file,
                place.line("uses"),
                f"the register {name} uses others that use it: a circle",
                "Move what both need into a register of its own, and let both use that.",
            )


def _about(register: Register, registers: Registers) -> Iterator[Problem]:
    about, place = register.about, register.about_place
    if "register" in register.broken:
        return
    folder = register.folder.resolve().name
    if about.id != slug_of(folder):
        fix = f"Write `id: {slug_of(folder)}`, or rename the folder."
        yield Problem(place.file, place.line("id"), f"the id {about.id} is not the folder's name {folder}", fix)
    if first_day(about.since) > last_day(about.until):
        yield Problem(
            place.file, place.line("until"), "the period ends before it starts", "Correct `since` or `until`."
        )
    if about.document and not register.has(f"document/{about.document}"):
        yield _unknown_document(place, ("document",), "the register", about.document, register)
    for key, kind in (("partnership", "body"), ("place", "place")):
        if target := getattr(about, key):
            yield from _reference(f"the register's {key} is", target, {kind}, place, (key,), register, registers)


def _placeholders(register: Register) -> Iterator[Problem]:
    """Find what `new` wrote for an officer to replace: words in brackets that begin with "write"."""
    fix = "Write your own words in its place."
    if register.about.title.startswith("(write"):
        place = register.about_place
        yield Problem(place.file, place.line("title"), "the title is still to be written", fix, "warning")
    for reference, record in register.records.items():
        if record.label.startswith("(write"):
            place = register.places[reference]
            what = f"the name of {reference} is still to be written"
            yield Problem(place.file, place.line(record.named_by), what, fix, "warning")


def _unknown_document(place: Place, where: Where, subject: str, document: str, register: Register) -> Problem:
    known = [reference.split("/")[1] for reference in register.records if reference.startswith("document/")]
    fix = did_you_mean(document, known, "Add it to documents.yaml, or name another document.")
    return Problem(
        place.file,
        place.line(*where),
        f"{subject} stands on the document {document}, which is not in this register",
        fix,
    )


def _days(subject: str, fact: Fact, place: Place, where: Where) -> Iterator[Problem]:
    if first_day(fact.since) > last_day(fact.until):
        what = f"{subject} ends ({fact.until}) before it starts ({fact.since})"
        yield Problem(place.file, place.line(*where, "until"), what, "Correct `since` or `until`.")
    if fact.basis == "inferred" and not fact.reason:
        what = f"{subject} is inferred but gives no reason"
        yield Problem(place.file, place.line(*where, "basis"), what, "Add `reason:` with why it is believed.")
    if fact.basis == "stated" and fact.reason:
        what = f"{subject} gives a reason but is not marked as inferred"
        fix = "Add `basis: inferred`, or delete `reason`."
        yield Problem(place.file, place.line(*where, "reason"), what, fix)


def _sources(reference: str, record: Record, register: Register) -> Iterator[Problem]:
    place = register.places[reference]
    for number, source in enumerate(record.sources):
        yield from _source(reference, source, place, ("sources", number), register)
    for name in ("also_titled", "wordings"):
        for number, item in enumerate(vars(record).get(name, ())):
            for inner, source in enumerate(item.sources):
                yield from _source(reference, source, place, (name, number, "sources", inner), register)
    for key, _, number, link in links_of(record):
        for inner, source in enumerate(link.sources):
            where = (written_key(key), number, "sources", inner)
            yield from _source(f"{reference}, `{written_key(key)}`,", source, place, where, register)


def _source(subject: str, source: Source, place: Place, where: Where, register: Register) -> Iterator[Problem]:
    name = source.document or register.about.document
    if name is None:
        if "register" in register.broken:
            return
        what = f"{subject} has a source that names no document, and the register has no `document`"
        yield Problem(
            place.file, place.line(*where), what, "Name the document in the source, or a default in register.yaml."
        )
        return
    document = register.records.get(f"document/{name}")
    if not isinstance(document, Document):
        if not register.has(f"document/{name}"):
            yield _unknown_document(place, where, subject, name, register)
        return
    if document.pages and source.page is None:
        what = f"{subject} has a source without a page, though {name} has {document.pages} pages"
        yield Problem(place.file, place.line(*where), what, "Add `page:`.")
    if document.pages and (source.page or 0) > document.pages:
        what = f"{subject} stands on page {source.page}, but {name} ends at page {document.pages}"
        yield Problem(place.file, place.line(*where), what, "Correct the page.")
    if source.anchor and len(source.anchor.split()) > 6:
        what = f"{subject} has an anchor of {len(source.anchor.split())} words"
        yield Problem(place.file, place.line(*where), what, "Keep 2 to 6 words that stand together.", "warning")


def _links(reference: str, record: Record, register: Register, registers: Registers) -> Iterator[Problem]:
    place = register.places[reference]
    seen: dict[tuple[Any, ...], Where] = {}
    for name, key, number, link in links_of(record):
        written = written_key(name)
        where: Where = (written, number)
        kinds = permitted(type(record), name)
        verb = key.relationship.verb(getattr(link, key.relationship.varies_by or "basis"), back=key.inverse)
        yield from _reference(f"{reference} {verb}", link.to, kinds, place, (*where, "to"), register, registers)
        yield from _days(f"{reference}, `{written}`,", link, place, where)
        if kind_of(type(record)) in kinds and register.full(link.to) == register.full(reference):
            fix = "Name the other thing, or delete the line."
            yield Problem(place.file, place.line(*where), f"{reference} {verb} itself", fix)
        yield from _named_in(reference, link, place, where, register, registers)
        identity = (key.relationship.type, key.inverse, register.full(link.to), *_identity(link, key, register))
        first = seen.setdefault(identity, where)
        if first != where:
            what = f"{reference} {verb} {link.to} twice, first in line {place.line(*first)}"
            fix = "Write it once; one relationship may have several sources."
            yield Problem(place.file, place.line(*where), what, fix)


def _identity(link: Link, key: Key, register: Register) -> tuple[str | None, ...]:
    matrix = link.matrix if isinstance(link, MatrixRole) else None
    distinct = vars(link).get(key.relationship.distinct_by())
    return (register.full(matrix) if matrix else None, distinct, link.since)


def _named_in(
    reference: str, link: Link, place: Place, where: Where, register: Register, registers: Registers
) -> Iterator[Problem]:
    """Check the references that a relationship carries besides its target."""
    if isinstance(link, Leading) and link.on_behalf_of:
        where = (*where, "on_behalf_of")
        yield from _reference(
            f"{reference} is led on behalf of", link.on_behalf_of, {"body"}, place, where, register, registers
        )
    if isinstance(link, MatrixRole) and link.matrix:
        yield from _reference(
            f"{reference} has a cell in",
            link.matrix,
            {"matrix"},
            place,
            (*where, "matrix"),
            register,
            registers,
        )
    if isinstance(link, Reporting):
        for number, subject in enumerate(link.on):
            if is_reference(subject):
                inner = (*where, "on", number)
                yield from _reference(
                    f"{reference} reports on", subject, set(BY_KIND), place, inner, register, registers
                )


def _reference(
    sentence: str,
    target: str,
    kinds: Collection[str],
    place: Place,
    where: Where,
    register: Register,
    registers: Registers,
) -> Iterator[Problem]:
    prefix, _, local = target.rpartition(":")
    if prefix not in ("", register.id, *register.about.uses):
        if "register" not in register.broken:
            what = f"{sentence} {target}, but this register does not use {prefix}"
            otherwise = f"Add {prefix} to `uses` in register.yaml, or correct the reference."
            fix = did_you_mean(prefix, register.about.uses, otherwise)
            yield Problem(place.file, place.line(*where), what, fix)
        return
    home = registers.by_id.get(prefix) if prefix else register
    if home is None:  # reported where it is used
        return
    kind = local.split("/")[0]
    if kind in BY_KIND and kind not in kinds:
        fix = f"Name something of kind {' or '.join(sorted(kinds))}."
        if same := _same_slug(local, kinds, register, registers):
            fix = f"Did you mean {same}?"
        yield Problem(place.file, place.line(*where), f"{sentence} {target}, which is of the wrong kind", fix)
    elif not home.has(local):
        where_not = f"the register {prefix}" if prefix else "this register"
        fix = _nearest(target, kinds, register, registers)
        yield Problem(place.file, place.line(*where), f"{sentence} {target}, which is not in {where_not}", fix)


def _within_reach(kinds: Collection[str], register: Register, registers: Registers) -> Iterator[str]:
    """Yield the references of these kinds that a register may use, its own first."""
    for name, found in registers.by_id.items():
        if found is register or name in register.about.uses:
            prefix = "" if found is register else f"{name}:"
            known = (*found.records, *sorted(found.broken))
            yield from (prefix + record for record in known if record.split("/")[0] in kinds)


def _same_slug(target: str, kinds: Collection[str], register: Register, registers: Registers) -> str | None:
    slug = target.rpartition("/")[2]
    return next((known for known in _within_reach(kinds, register, registers) if known.endswith(f"/{slug}")), None)


def _nearest(target: str, kinds: Collection[str], register: Register, registers: Registers) -> str:
    if same := _same_slug(target, kinds, register, registers):
        return f"Did you mean {same}?"
    kind = target.rpartition(":")[2].split("/")[0]
    model = BY_KIND.get(kind)
    if model is None:
        return f"There is no kind {kind}: the kinds here are {', '.join(sorted(kinds))}."
    file = next(name for name, held in FILES.items() if model in (held, *nested_of(held).values()))
    return did_you_mean(
        target, _within_reach(kinds, register, registers), f"Add it to {file}, or correct the reference."
    )


def _holding(reference: str, post: Post, place: Place) -> Iterator[Problem]:
    current = [link for link in post.holder if link.until is None]
    if current and post.holding in ("vacant", "not recorded") and "holding" in place.raw:
        what = f"{reference} is said to be {post.holding}, but {current[0].to} holds it with no end"
        yield Problem(place.file, place.line("holding"), what, "Give the holder an `until`, or delete `holding`.")


def _repeats(register: Register) -> Iterator[Problem]:
    """Find a relationship that two records state, one from each of its sides."""
    seen: dict[tuple[str | None, ...], str] = {}
    for reference, record in register.records.items():
        for name, key, number, link in links_of(record):
            this, other = register.full(reference), register.full(link.to)
            ends = (other, this) if key.inverse else (this, other)
            identity = (key.relationship.type, *ends, *_identity(link, key, register))
            first = seen.setdefault(identity, reference)
            if first != reference:
                place = register.places[reference]
                what = f"{reference} {key.relationship.verb(back=key.inverse)} {link.to} is stated at {first} as well"
                line = place.line(written_key(name), number)
                yield Problem(place.file, line, what, "Write a relationship on one side only.")


def _matrices(register: Register) -> Iterator[Problem]:
    matrices = {
        register.full(reference): record for reference, record in register.records.items() if isinstance(record, Matrix)
    }
    for reference, record in register.records.items():
        if isinstance(record, SafeguardingTheme) and not register.unread & {"matrix"}:
            yield from _cells(reference, record, matrices, register)


def _cells(
    reference: str, record: SafeguardingTheme, matrices: dict[str, Matrix], register: Register
) -> Iterator[Problem]:
    """Check the cells of one row of the matrices."""
    place = register.places[reference]
    this = register.full(reference)
    rows = [name for name, matrix in matrices.items() if this in {register.full(row.to) for row in matrix.rows}]
    cells: dict[tuple[str, str], list[tuple[Key, MatrixRole]]] = {}
    for name, key, number, link in links_of(record):
        if not isinstance(link, MatrixRole):
            continue
        line = place.line(name, number)
        if not rows:
            what = f"{reference} has a cell but is a row of no matrix"
            yield Problem(place.file, line, what, "List it under `rows` in matrices.yaml.")
            continue
        if link.matrix is None and len(rows) > 1:
            what = f"{reference} stands in several matrices, and this cell does not say in which"
            known = ", ".join(row.removeprefix(f"{register.id}:") for row in rows)
            yield Problem(place.file, line, what, f"Add `matrix:` with one of {known}.")
            continue
        matrix = register.full(link.matrix or rows[0])
        if matrix not in matrices:  # reported as a reference
            continue
        shown = matrix.removeprefix(f"{register.id}:")
        board = register.full(link.to)
        if matrix not in rows:
            what = f"{reference} has a cell in {shown} but is no row of it"
            yield Problem(place.file, line, what, "List it under `rows` in matrices.yaml, or correct the cell.")
        if board not in {register.full(column.to) for column in matrices[matrix].columns}:
            what = f"{link.to} has a cell in {shown} but is no column of it"
            yield Problem(place.file, line, what, "List it under `columns` in matrices.yaml, or correct the cell.")
        earlier = cells.setdefault((matrix, board), [])
        for found, other in earlier:
            if not _at_once(link, other):
                continue
            if found is not key:
                both = " and ".join(sorted({_WORDS[found.relationship.type], _WORDS[key.relationship.type]}))
                what = f"{link.to} is {both} at once on {reference}"
                yield Problem(place.file, line, what, "Keep one, or give the earlier one an `until`.")
            elif link.matrix != other.matrix:
                what = f"{reference} states the cell of {link.to} in {shown} twice"
                yield Problem(place.file, line, what, "Keep one of them.")
        earlier.append((key, link))


def _at_once(one: Link, other: Link) -> bool:
    return first_day(one.since) <= last_day(other.until) and first_day(other.since) <= last_day(one.until)


def _loose_ends(register: Register, registers: Registers) -> Iterator[Problem]:
    for gap, place in register.accepted_gaps:
        yield from _reference(
            "an accepted gap is about", gap.thing, set(BY_KIND), place, ("thing",), register, registers
        )
        for number, source in enumerate(gap.sources):
            yield from _source("an accepted gap", source, place, ("sources", number), register)
    known: dict[str, int] = {}
    for term, place in register.terms:
        if term.abbreviation in known:
            what = f"the abbreviation {term.abbreviation} is there twice, first in line {known[term.abbreviation]}"
            yield Problem(place.file, place.line(), what, "Keep one of them.")
        known.setdefault(term.abbreviation, place.line())
        for number, source in enumerate(term.sources):
            yield from _source(term.abbreviation, source, place, ("sources", number), register)
    for reference, record in register.records.items():
        if isinstance(record, Discrepancy) and not record.about:
            place = register.places[reference]
            yield Problem(
                place.file,
                place.line(),
                f"{reference} is about nothing",
                "Add `about:` with the things it concerns.",
            )
