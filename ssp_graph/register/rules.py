"""The rules that look across records: references, kinds, days, pages and repeats.

Each check yields every problem it finds and knows nothing of the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ssp_graph.errors import Problem
from ssp_graph.model.dates import first_day, last_day
from ssp_graph.model.declaring import Key
from ssp_graph.model.facts import Fact, Link, is_reference, references_of, written_key
from ssp_graph.model.kinds import BY_KIND, Discrepancy, Document, Post, Record, Term
from ssp_graph.model.relationships import Leading, MatrixRole, Reporting
from ssp_graph.register.matrix_rules import check_matrices
from ssp_graph.register.meeting_rules import check_meetings
from ssp_graph.register.references import References
from ssp_graph.register.register import Citation, Place, Register, Registers, Where
from ssp_graph.register.succession_rules import check_succession
from ssp_graph.suggesting import did_you_mean

_OF_A_REGION = ("organisation", "body", "post")
_MAX_TOLD = 5


def check(registers: Registers) -> Iterator[Problem]:
    """Yield every problem of these registers that no single record shows by itself."""
    yield from _circles(registers)
    yield from _followed(registers)
    yield from _shared(registers)
    for register in registers.by_id.values():
        references = References(register, registers)
        yield from _about(register, references)
        for reference, record in register.records.items():
            place = register.places[reference]
            yield from _fact(reference, record, place, ())
            yield from _links(reference, record, place, references)
            yield from _was(reference, record, place, references)
            if isinstance(record, Post):
                yield from _holding(reference, record, place)
        for citation in register.citations():
            yield from _source(citation, references)
        yield from _repeats(register)
        yield from check_succession(register)
        yield from check_matrices(register)
        yield from check_meetings(register)
        yield from _loose_ends(register, references)
        yield from _placeholders(register)


def _circles(registers: Registers) -> Iterator[Problem]:
    def reached(start: str) -> set[str]:
        found: set[str] = set()
        waiting = [start]
        while waiting:
            name = waiting.pop()
            new = {*registers.by_id[name].about.uses} - found if name in registers.by_id else set()
            found |= new
            waiting.extend(new)
        return found

    for name, register in registers.by_id.items():
        if name in register.about.uses:
            what, fix = f"the register {name} uses itself", f"Delete {name} there."
        elif name in reached(name):
            what = f"the register {name} uses others that use it: a circle"
            fix = "Move what both need into a register of its own, and let both use that."
        else:
            continue
        yield register.about_place.problem(("uses",), what, fix)


def _followed(registers: Registers) -> Iterator[Problem]:
    """Find a register that follows itself, round a circle, or the plan of another partnership."""
    for name, register in registers.by_id.items():
        before = registers.by_id.get(register.about.follows or "")
        line = [name]
        while before and before.id not in line:
            line.append(before.id)
            before = registers.by_id.get(before.about.follows or "")
        if before and before.id == name:
            what = f"the register {name} follows {'itself' if len(line) == 1 else 'others that follow it: a circle'}"
            yield register.about_place.problem(("follows",), what, "Name the plan before this one, or delete the key.")
        elif len(line) > 1 and not _continues(register, earlier := registers.by_id[line[1]]):
            what = (
                f"the register {name} follows {earlier.id}, but its partnership is {register.about.partnership}, and "
                f"that of {earlier.id} is {earlier.about.partnership}"
            )
            fix = (
                f"Name the plan before this one; or, where the partnership has another id there, write "
                f"`was: {earlier.about.partnership}` in its record here."
            )
            yield register.about_place.problem(("follows",), what, fix)


def _continues(register: Register, earlier: Register) -> bool:
    """Return whether two registers are of one partnership: by its id, or by what its record says it was."""
    mine, before = register.about.partnership, earlier.about.partnership
    if mine is None or before is None:
        return mine == before
    record = register.records.get(mine)
    return register.full(mine).partition(":")[2] == before.rpartition(":")[2] or (
        record is not None and {before, earlier.full(before)} & {*record.was} != set()
    )


def _shared(registers: Registers) -> Iterator[Problem]:
    """Find what two partnerships of one region each write down for themselves, under one name."""
    bearers: dict[tuple[str, str], dict[str, Register]] = defaultdict(dict)
    for second in (registers.by_id[name] for name in sorted(registers.named) if name in registers.by_id):
        both: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for reference, record in second.records.items():
            if record.kind in _OF_A_REGION:
                alike = bearers[record.kind, record.called.casefold()]
                for first in alike.values():
                    if first is not second and second.id != first.about.follows and first.id != second.about.follows:
                        both[first.id].append((reference, record.called))
                alike[second.id] = second
        for name, found in both.items():
            if region := ", ".join(used for used in registers.by_id[name].about.uses if used in second.about.uses):
                told = "; ".join(called for _, called in found[:_MAX_TOLD]) + ("; …" if found[_MAX_TOLD:] else "")
                what = f"{len(found)} of one name stand in {name} and in {second.id}: {told}"
                fix = f"What both share, such as a police force, may stand once in {region}; else leave it as it is."
                yield second.places[found[0][0]].problem((), what, fix, "warning")


def _about(register: Register, references: References) -> Iterator[Problem]:
    about, place = register.about, register.about_place
    if "register" in register.broken:
        return
    if about.since is None:
        fix = "Add `since:` with the first day of the plan, such as 2024-04-01."
        yield place.problem((), "the register does not say when its period begins", fix, "warning")
    if first_day(about.since) > last_day(about.until):
        yield place.problem(("until",), "the period ends before it starts", "Correct `since` or `until`.")
    if about.document:
        yield from references.check_document("the register", about.document, place, ("document",))
    for number, answering in enumerate(about.answers_to):
        above = ("body", "organisation", "post")
        yield from references.check("the register answers to", answering.to, above, place, ("answers_to", number))
    for key, kinds in references_of(type(about)).items():
        if target := getattr(about, key):
            yield from references.check(f"the register's {key} is", target, kinds, place, (key,))


def _placeholders(register: Register) -> Iterator[Problem]:
    """Find what `new` wrote for an officer to replace: words in brackets that begin with "write"."""
    fix = "Write your own words in its place."
    if register.about.title.startswith("(write"):
        yield register.about_place.problem(("title",), "the title is still to be written", fix, "warning")
    for reference, record in register.records.items():
        if record.called.startswith("(write"):
            what = f"the name of {reference} is still to be written"
            yield register.places[reference].problem((record.named_by,), what, fix, "warning")


def _fact(subject: str, fact: Fact, place: Place, where: Where) -> Iterator[Problem]:
    if first_day(fact.since) > last_day(fact.until):
        what = f"{subject} ends ({fact.until}) before it starts ({fact.since})"
        yield place.problem((*where, "until"), what, "Correct `since` or `until`.")
    if fact.basis == "inferred" and not fact.reason:
        what = f"{subject} is inferred but gives no reason"
        yield place.problem((*where, "basis"), what, "Add `reason:` with why it is believed.")
    if fact.basis == "stated" and fact.reason:
        what = f"{subject} gives a reason but is not marked as inferred"
        yield place.problem((*where, "reason"), what, "Add `basis: inferred`, or delete `reason`.")


def _was(subject: str, record: Record, place: Place, references: References) -> Iterator[Problem]:
    """Find what a record says it was that is not in the plan before; that plan need not be loaded."""
    register = references.register
    before = references.registers.by_id.get(register.about.follows or "")
    for number, reference in enumerate(record.was):
        known = reference.partition("/")[0] in BY_KIND
        if ":" not in reference and (
            not known or (before and not register.has(reference) and not before.has(reference))
        ):
            where_not = f"neither here nor in {before.id}" if before else "of no kind"
            fix = did_you_mean(reference, before.records if before else BY_KIND, "Correct the reference.")
            yield place.problem(("was", number), f"{subject} was {reference}, which is {where_not}", fix)


def _source(citation: Citation, references: References) -> Iterator[Problem]:
    subject, place, where, source = _who(citation), citation.place, citation.where, citation.source
    register = references.register
    if not source.model_fields_set:
        fix = "Say where it is stated: {page: 9, anchor: the board sets}, or {document: …} of one without pages."
        yield place.problem(where, f"{subject} has an empty source", fix)
        return
    name = register.document_of(source)
    if name is None:
        if "register" not in register.broken:
            what = f"{subject} has a source that names no document, and the register has no `document`"
            yield place.problem(where, what, "Name the document in the source, or a default in register.yaml.")
        return
    document = register.records.get(f"document/{name}")
    if not isinstance(document, Document):
        yield from references.check_document(subject, name, place, where)
        return
    if document.pages and source.page is None:
        what = f"{subject} has a source without a page, though {name} has {document.pages} pages"
        yield place.problem(where, what, "Add `page:`.")
    if document.pages and (source.page or 0) > document.pages:
        what = f"{subject} stands on page {source.page}, but {name} ends at page {document.pages}"
        yield place.problem(where, what, "Correct the page.")
    if source.anchor and len(source.anchor.split()) > 6:
        what = f"{subject} has an anchor of {len(source.anchor.split())} words"
        yield place.problem(where, what, "Keep 2 to 6 words that stand together.", "warning")


def _who(citation: Citation) -> str:
    match citation.subject:
        case Record() as record:
            key = f", `{written_key(citation.stated[0])}`," if citation.stated else ""
            return f"{record.kind}/{record.id}{key}"
        case Term() as term:
            return term.abbreviation
        case _:
            return "an accepted gap"


def _links(reference: str, record: Record, place: Place, references: References) -> Iterator[Problem]:
    register = references.register
    seen: dict[tuple[Any, ...], Where] = {}
    for name, key, number, link in record.links():
        written = written_key(name)
        where: Where = (written, number)
        kinds = record.permitted(name)
        verb = key.relationship.verb(getattr(link, key.relationship.varies_by or "basis"), back=key.inverse)
        yield from references.check(f"{reference} {verb}", link.to, kinds, place, (*where, "to"), type(record))
        yield from _fact(f"{reference}, `{written}`,", link, place, where)
        if record.kind in kinds and register.full(link.to) == register.full(reference):
            yield place.problem(where, f"{reference} {verb} itself", "Name the other thing, or delete the line.")
        yield from _named_in(reference, link, place, where, references)
        identity = (key.type, key.inverse, register.full(link.to), *_identity(link, key, register))
        first = seen.setdefault(identity, where)
        if first != where:
            what = f"{reference} {verb} {link.to} twice, first in line {place.line(*first)}"
            yield place.problem(where, what, "Write it once; one relationship may have several sources.")


def _identity(link: Link, key: Key, register: Register) -> tuple[str | None, ...]:
    matrix = link.matrix if isinstance(link, MatrixRole) else None
    distinct = vars(link).get(key.relationship.distinct_by)
    begun = link.since or next((sighting.day for sighting in link.stated_on), None)
    return (register.full(matrix) if matrix else None, distinct, begun)


_NAMES: dict[type[Link], str] = {Leading: "is led on behalf of", MatrixRole: "has a cell in"}


def _named_in(reference: str, link: Link, place: Place, where: Where, references: References) -> Iterator[Problem]:
    """Check the references that a relationship carries besides its target."""
    for name, kinds in references_of(type(link)).items():
        if target := getattr(link, name):
            words = _NAMES.get(type(link), f"has as its {name}")
            yield from references.check(f"{reference} {words}", target, kinds, place, (*where, name))
    if isinstance(link, Reporting):
        for number, subject in enumerate(link.on):
            if is_reference(subject):
                inner = (*where, "on", number)
                yield from references.check(f"{reference} reports on", subject, BY_KIND, place, inner)


def _holding(reference: str, post: Post, place: Place) -> Iterator[Problem]:
    current = [link for link in post.holder if link.until is None]
    if current and post.holding in ("vacant", "not recorded") and "holding" in place.raw:
        what = f"{reference} is said to be {post.holding}, but {current[0].to} holds it with no end"
        yield place.problem(("holding",), what, "Give the holder an `until`, or delete `holding`.")


def _repeats(register: Register) -> Iterator[Problem]:
    """Find a relationship that two records state, one from each of its sides."""
    seen: dict[tuple[str | None, ...], str] = {}
    for reference, record in register.records.items():
        for name, key, number, link in record.links():
            this, other = register.full(reference), register.full(link.to)
            ends = (other, this) if key.inverse else (this, other)
            first = seen.setdefault((key.type, *ends, *_identity(link, key, register)), reference)
            if first != reference:
                verb = key.relationship.verb(back=key.inverse)
                what = f"{reference} {verb} {link.to} is stated at {first} as well"
                where = (written_key(name), number)
                yield register.places[reference].problem(where, what, "Write a relationship on one side only.")


def _loose_ends(register: Register, references: References) -> Iterator[Problem]:
    for gap, place in register.accepted_gaps:
        yield from references.check("an accepted gap is about", gap.thing, BY_KIND, place, ("thing",))
    known: dict[str, int] = {}
    for term, place in register.terms:
        if term.abbreviation in known:
            what = f"the abbreviation {term.abbreviation} is there twice, first in line {known[term.abbreviation]}"
            yield place.problem((), what, "Keep one of them.")
        known.setdefault(term.abbreviation, place.line())
    for reference, record in register.records.items():
        if isinstance(record, Discrepancy) and not record.about:
            fix = "Add `about:` with the things it concerns."
            yield register.places[reference].problem((), f"{reference} is about nothing", fix)
