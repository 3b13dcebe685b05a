"""A relationship as a sentence from either end, a fact's dates in words, and what is said where nobody has a role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ssp_graph.english import agreeing, capital, joined
from ssp_graph.model.dates import in_words
from ssp_graph.model.relationships import MatrixRole
from ssp_graph.plan import Edge, Fact, Plan, Thing
from ssp_graph.standing import Role, standing


def stated_when(fact: Fact) -> str:
    """Return the dates of a fact in words, or an empty text: "since 2019, as stated March 2018"."""
    return days_in_words({name: fact.get(name) for name in ("since", "until", "stated_on")})


def days_in_words(fact: Mapping[str, Any]) -> str:
    """Return `since`, `until` and `stated_on` in words, or an empty text."""
    dates = (("since", fact["since"]), ("until", fact["until"]), ("as stated", fact["stated_on"]))
    return ", ".join(f"{word} {in_words(date)}" for word, date in dates if date)


def as_it_was(asked: Plan, then: Plan, thing: Thing) -> str:
    """Return "As of 31 March 2021, its last day: " of what is not there on the day asked, or an empty text."""
    if asked is then:
        return ""
    return f"As of {in_words(then.day)}, its {'last' if asked.is_over(thing) else 'first'} day: "


def is_several(thing: Thing) -> bool:
    """Return whether a name takes a verb in the plural: several bodies, meetings, terms of reference."""
    last = thing.name.rpartition(" ")[2]
    meetings = thing.kind == "body" and last.islower() and last.endswith("s") and not last.endswith("ss")
    return thing.collective or meetings or thing.classification == "terms of reference"


def verb_of(edge: Edge, *, back: bool = False) -> str:
    """Return the verb of a relationship as it goes with the thing that the sentence begins with."""
    verb = edge.verb(back=back)
    return agreeing(verb) if is_several(edge.target if back else edge.source) else verb


def in_a_sentence(plan: Plan, thing: Thing) -> str:
    """Return a thing's name as a sentence goes on with it: a post has its article."""
    return f"the {plan.name(thing)}" if _takes_article(thing) else plan.called(thing)


def _takes_article(thing: Thing) -> bool:
    return thing.kind == "post" and thing.classification != "role" and not thing.collective


def sentence(plan: Plan, edge: Edge, *, back: bool = False) -> str:
    """Return a relationship as a sentence that begins with its source or, `back`, with its target."""
    ends = (edge.target, edge.source) if back else (edge.source, edge.target)
    first, second = (plan.called(thing) for thing in ends)
    if first == second:
        first, second = (f"{first} ({thing.kind_in_words})" for thing in ends)
    text = f"{capital(first)} {verb_of(edge, back=back)} {second}"
    if edge.capacity and edge.relationship.varies_by != "capacity":
        text += f" ({edge.capacity})"
    if edge.on_behalf_of:
        text += f" on behalf of {plan.name(plan[edge.on_behalf_of])}"
    text += limits(plan, edge)
    if frequency := edge.get("frequency"):
        text += f", {frequency}"
    text += statute(plan, edge)
    if day := edge.get("day"):
        text += f" ({in_words(day)})"
    if rationale := edge.get("rationale"):
        text += f": {rationale}"
    if when := stated_when(edge):
        text += f" ({when})"
    if vacant := [days_in_words(each) for each in edge.get("vacant") or ()]:
        text += f", the seat being vacant {joined(vacant)}"
    return text


def limits(plan: Plan, edge: Edge) -> str:
    """Return what a relationship is limited to: ", on money only", or an empty text."""
    on = f", on {subjects(plan, edge.on)} only" if edge.on else ""
    in_part = edge.get("in_part")
    table = matrix_of(plan, edge)
    return f"{f' in “{plan.name(table)}”' if table else ''}{on}{f', in part ({in_part})' if in_part else ''}"


def matrix_of(plan: Plan, edge: Edge) -> Thing | None:
    """Return the matrix that a role is a cell of, where its register has several and so the role needs it said."""
    if edge.relationship.link is not MatrixRole:
        return None
    tables = [table for table in plan.things("matrix") if table.register == edge.register]
    rows = (row.target for row in plan.out(edge.target, "ROW_OF"))
    return (plan[edge.matrix] if edge.matrix else next(rows, None)) if len(tables) > 1 else None


def statute(plan: Plan, edge: Edge) -> str:
    """Return what a seat or a requirement rests on, ", under the Act of 1998, section 5", or an empty text."""
    under, section = edge.get("under"), edge.get("section")
    act = f", under {in_a_sentence(plan, plan[under])}" if under else ""
    return f"{act}, section {section}" if section else act


def years_of_actions(plan: Plan) -> str:
    """Return the years that actions are said to be for, "2018/19 and 2019/20", or an empty text."""
    return joined(sorted({str(year) for action in plan.mine("action") if (year := action.get("year"))}))


def subjects(plan: Plan, on: Sequence[str]) -> str:
    """Return what a reporting line is limited to, by name."""
    return joined([plan.called(plan[item]) if item in plan else item for item in on])


def lost(plan: Plan, thing: Thing, relationship: str) -> str:
    """Return what is added where a relationship may be lost in our copy, or is seen only later; or nothing."""
    if relationship not in thing.may_miss:
        return ""
    pages = {(source["document"], source["page"]) for source in thing.sources}
    told = [
        each["what"].rstrip(".")
        for document in dict.fromkeys(document for document, _ in sorted(pages, key=str) if document)
        for each in plan[document].get("lost") or ()
        if (document, each["page"]) in pages and relationship in each["relationships"]
    ]
    return f" ({'; '.join(told) or 'a source shows it only from a later day'})"


def lost_in_copies(plan: Plan, *types: str) -> list[str]:
    """Return what our copies have lost, in a sentence: of these relationships, or all; of several plans, of which."""
    several = len(plan.named) > 1
    told = [
        f"{each['what']}{f' ({document.name})' if several else ''}"
        for document in plan.mine("document")
        for each in document.get("lost") or ()
        if not types or set(types) & set(each["relationships"])
    ]
    return [f"{capital('; '.join(dict.fromkeys(told)))}: what may stand there is unknown."] if told else []


_UNHELD: dict[Role, str] = {
    "owner": "No post, body or organisation is recorded as owning",
    "lead": "Nobody is recorded as leading",
    "delivery": "No body is recorded as delivering",
}
_ONLY = {
    "acting": "is only acting",
    "deputy": "is only a deputy",
    "designate": "is only designate",
    "vice": "is only vice-chair",
    "issuer": "issued it",
    "with": "only helps",
    "proposed": "is only proposed",
    "past": "is past",
}


def unheld(plan: Plan, thing: Thing, role: Role) -> str:
    """Return the sentence that nobody owns, leads or delivers a thing, or an empty text where somebody does.

    Whoever comes near it is named: a deputy, a body that only helps, is past or only proposed.
    """
    found = standing(plan, thing, role)
    if found.by:
        return ""
    nobody = "No lead board is recorded for" if thing.kind == "safeguarding-theme" else _UNHELD[role]
    return f"{nobody} {plan.called(thing)}{near_it(found.besides)}."


def near_it(besides: Iterable[Edge]) -> str:
    """Return ": the Chief is only a deputy" of those that come near a role, or an empty text."""
    near = joined([f"{'the ' * _takes_article(edge.source)}{edge.source.name} {_why_not(edge)}" for edge in besides])
    return f": {near}" if near else ""


def _why_not(edge: Edge) -> str:
    return _ONLY.get(edge.capacity or "") or _ONLY[edge.source.status]
