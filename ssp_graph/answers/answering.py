"""Who answers for a thing as a sentence to read aloud, and what is to be said after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ssp_graph.answers.past.following import next_stated
from ssp_graph.answers.sentences import (
    in_a_sentence,
    is_several,
    limits,
    lost,
    matrix_of,
    near_it,
    sentence,
    stated_when,
    verb_of,
)
from ssp_graph.english import agreeing, article, capital, joined
from ssp_graph.model.dates import in_words
from ssp_graph.plan import Edge, Fact, Plan, Thing
from ssp_graph.standing import Role, Standing, standing

# nobody answers for these
NOBODYS = frozenset({"place", "finding", "outcome", "discrepancy", "document", "matrix", "meeting"})
_PRESIDES = re.compile(r"chair(man|woman|person)?|.*\b(in|took) the chair\b.*", re.IGNORECASE)
_ANSWERING = ("LEADS", "LEADS_ON", "OWNS", "CHAIRS", "DELIVERS", "OVERSEES", "DIRECTS", "BEARS")
_SITS = ("MEMBER_OF", "RESPONSIBLE_AUTHORITY_OF", "SCRUTINISES")
_HOPED_FOR = ("principle", "ambition", "role")  # sorts of duty that no one is asked to bear

# Of which things which roles are told, that of the first sentence first.
_LOOKED_FOR: dict[str, tuple[Role, ...]] = {
    "action": ("owner", "lead", "delivery"),
    "strategy": ("owner", "lead", "oversight", "delivery"),
    "measure": ("owner", "lead"),
    "theme": ("lead", "delivery"),
    "priority-area": ("lead", "delivery"),
    "objective": ("lead", "delivery"),
    "issue": ("lead",),
    "commitment": ("lead",),
    "safeguarding-theme": ("lead",),
    "post": ("holder",),
    "body": ("chair", "lead"),
    "duty": ("bearer", "lead"),
}
_OF_OTHERS: tuple[Role, ...] = ("owner", "lead", "holder", "chair", "bearer", "oversight", "delivery")
_ONE_ALONE = frozenset({"body", "duty", "strategy", "measure"})  # the others are told where somebody has them
_NOBODY: dict[Role, str] = {
    "owner": "No owner is recorded for",
    "lead": "No lead is recorded for",
    "holder": "Nobody is recorded as holding the post of",
    "chair": "Nobody is recorded as chairing or leading",
    "bearer": "Nobody is recorded as responsible for",
}


class Level(NamedTuple):
    """A thing that the asked one stands in, and the relationships that lead from the asked one to it."""

    thing: Thing
    path: tuple[Edge, ...] = ()


class Found(NamedTuple):
    """How a role stands on a thing, and on what it stands in."""

    word: str
    role: Role
    standings: tuple[tuple[Level, Standing], ...]
    looked_for: bool

    @property
    def held(self) -> tuple[tuple[Level, tuple[Edge, ...]], ...]:
        """Who has it, by where."""
        return tuple((level, standing.by) for level, standing in self.standings if standing.by)

    @property
    def missing(self) -> bool:
        """Whether it is looked for and nobody has it."""
        return self.looked_for and not self.held


def is_looked_for(plan: Plan, thing: Thing, role: Role) -> bool:
    """Return whether a plan is to say who has this role for a thing; of what is outside it says nothing."""
    if thing.get("outside") or thing.collective or thing.classification == "role" or not plan.is_named(thing):
        return False
    if thing.kind == "strategy" and "owner" not in thing.get("expects"):
        return False
    if thing.kind == "duty" and (_is_hoped_for(thing) or standing(plan, thing, "lead").by):  # who leads it answers
        return False
    roles = _LOOKED_FOR.get(thing.kind, ())
    return role in (roles[:1] if thing.kind in _ONE_ALONE else roles)


def _is_hoped_for(duty: Thing) -> bool:
    return any(sort in duty.classification.casefold() for sort in _HOPED_FOR)


def responsibilities(plan: Plan, thing: Thing) -> Iterator[Edge]:
    """Yield what a person, post, body or organisation answers for: itself, and through its posts and divisions."""
    if thing.kind == "person":
        yield from plan.out(thing, "HOLDS")
    for each in (thing, *_through(plan, thing)):
        yield from plan.out(each, *_ANSWERING)


def _through(plan: Plan, thing: Thing) -> list[Thing]:
    match thing.kind:
        case "person":
            return [edge.target for edge in plan.out(thing, "HOLDS")]
        case "organisation":
            divisions = [edge.source for edge in plan.into(thing, "PART_OF") if edge.source.kind == "organisation"]
            posts = [edge.source for each in (thing, *divisions) for edge in plan.into(each, "POST_IN")]
            return list(dict.fromkeys([*divisions, *posts]))
        case _:
            return []


def answer(plan: Plan, thing: Thing, found: list[Found]) -> tuple[str, str]:
    """Return the sentence that answers first, and what follows it."""
    name, roles = plan.called(thing), _LOOKED_FOR.get(thing.kind, _OF_OTHERS)
    if thing.kind == "meeting":
        return _presided(plan, thing), ""
    if thing.kind in NOBODYS:
        return f"In a plan nobody answers for {article(thing.kind)} {thing.kind_in_words} such as {name}.", ""
    if thing.kind in ("person", "organisation"):
        return _responsible(plan, thing), ""
    if thing.kind == "regional-priority":
        return _set_against(plan, thing), ""
    by_role = {each.role: each for each in found if each.role in roles}
    delivery = by_role.pop("delivery", None)
    asked = [by_role[role] for role in roles if role in by_role]
    more = [*_for_the_time(plan, asked), *_directed(plan, thing)]
    if delivery and (delivery.held or delivery.looked_for):
        more.append(_delivery(plan, delivery))
    more += [said for each in asked[:1] for _, edges in each.held for edge in edges if (said := _passed_on(plan, edge))]
    more += [
        f"{capital(in_a_sentence(plan, edge.source))} {verb_of(edge)} {_what(plan, edge)}, which is about it."
        for _, edge in about_it(plan, thing, found)
    ]
    if thing.kind in ("post", "body") and (told := _done(plan, thing, *_ANSWERING, "SUPPORTS", "SCRUTINISES")):
        post = "Whoever fills it" if thing.classification == "role" else "The post"
        more.append(f"{'They' if is_several(thing) else post if thing.kind == 'post' else 'It'} {told}.")
    if "LEADS_ON" in thing.may_miss and thing.kind == "safeguarding-theme":
        more.insert(0, _first(plan, thing, asked) if any(each.held for each in asked) else "")
        return f"Which board leads on {name} is unknown{lost(plan, thing, 'LEADS_ON')}.", " ".join(more).strip()
    return _first(plan, thing, asked), " ".join(more)


def presiding(plan: Plan, meeting: Thing) -> list[Edge]:
    """Return who was in the chair at a meeting, as its minutes say."""
    return [edge for edge in plan.into(meeting, "ATTENDED") if _PRESIDES.fullmatch(edge.capacity or "")]


def _presided(plan: Plan, meeting: Thing) -> str:
    names = [in_a_sentence(plan, edge.source) for edge in presiding(plan, meeting)]
    if not names:
        return f"Who was in the chair at {plan.called(meeting)} is not recorded."
    return f"{capital(joined(names))} {'was' if len(names) == 1 else 'were'} in the chair at {plan.called(meeting)}."


def about_it(plan: Plan, thing: Thing, found: list[Found]) -> list[tuple[Level, Edge]]:
    """Return who is responsible for, or leads, a duty about a thing for which nobody else answers."""
    if thing.kind in ("body", "post", "organisation") or any(each.held for each in found if each.role != "scrutiny"):
        return []
    duties = [Level(edge.source, (edge,)) for edge in plan.into(thing, "CONCERNS") if edge.source.kind == "duty"]
    return [(duty, edge) for duty in duties for edge in plan.into(duty.thing, "BEARS", "LEADS")]


def _passed_on(plan: Plan, edge: Edge) -> str:
    """Return that a role passes on, on a day no source tells, from the last stated to the next, or an empty text."""
    following = next_stated(plan, edge)
    last = edge.stated_on or edge.since
    return f"That is {f'as last stated {in_words(last)}' if last else 'as stated'}; {following}." if following else ""


def _first(plan: Plan, thing: Thing, asked: list[Found]) -> str:
    name = plan.called(thing)
    if held := next((each for each in asked if each.held), None):
        return capital(_said(plan, thing, held, asked[0]))
    if thing.kind == "post" and thing.classification == "role":
        filled = [in_a_sentence(plan, edge.source) for edge in plan.into(thing, "FILLS")]
        return f"{name} is a role{f', filled by {joined(filled)}' if filled else ' and not one post'}."
    if thing.kind == "duty" and _is_hoped_for(thing):
        return f"{name} is {article(thing.classification)} {thing.classification}; nobody is named for it."
    if thing.get("outside"):
        verb = "are" if is_several(thing) else "is"
        return f"{name} {verb} outside the partnership; who leads or chairs there is not for this plan to say."
    if thing.get("chairing") == "vacant":
        return f"The chair of {name} is vacant{near_it([edge for each in asked[:1] for edge in _near(each)])}."
    if thing.get("holding") in ("vacant", "not disclosed"):
        return f"Who holds the post of {name}: {thing.get('holding')}."
    if thing.kind == "commitment":
        return f"Nothing local is recorded as addressing {name}."
    near = [edge for each in asked for edge in _near(each)]
    if near and all(edge.capacity == "issuer" for edge in near):
        issuers = joined([in_a_sentence(plan, edge.source) for edge in near])
        return f"{capital(issuers)} issued {name}; no owner is recorded."
    missing = [each for each in asked if each.missing or each.role == "holder"]
    nobody = _NOBODY[missing[0].role] if missing else "Nobody is recorded as answering for"
    return f"{nobody} {name}{near_it(near)}."


def _near(found: Found) -> Iterator[Edge]:
    return (edge for _, standing_ in found.standings for edge in standing_.besides)


def _directed(plan: Plan, thing: Thing) -> Iterator[str]:
    by: dict[Thing, list[Edge]] = {}
    for edge in plan.into(thing, "DIRECTS"):
        by.setdefault(edge.source, []).append(edge)
    for source, edges in by.items():
        yield f"{capital(in_a_sentence(plan, source))} {joined([verb_of(each) for each in edges])} it{_mark(edges)}."


def _for_the_time(plan: Plan, asked: list[Found]) -> Iterator[str]:
    """Yield who acts in a role beside whoever has it, as where the post that has it is vacant."""
    for found in asked:
        for level, standing_ in found.standings:
            acting = [edge for edge in standing_.besides if edge.capacity == "acting"]
            if standing_.by and not level.path:
                yield from (
                    f"{capital(_named(plan, edge.source))} {verb_of(edge)} it{_mark([edge])}." for edge in acting
                )


def _mark(facts: Iterable[Fact]) -> str:
    return " (inferred)" if any(fact.inferred for fact in facts) else ""


def _what(plan: Plan, edge: Edge) -> str:
    """Return what somebody leads or does, what of it, and whether that is inferred."""
    return f"{plan.called(edge.target)}{limits(plan, edge)}{_mark([edge])}"


def _who(plan: Plan, edges: Sequence[Edge]) -> tuple[str, str]:
    """Return who has a role, and the verb that goes with them."""
    parts = [f" (in part: {part})" if (part := edge.get("in_part")) else "" for edge in edges]
    names = [f"{_named(plan, edge.source)}{part}" for edge, part in zip(edges, parts, strict=True)]
    verb = verb_of(edges[0])
    if len(edges) > 1 and not is_several(edges[0].source):
        verb = agreeing(verb)
    return joined(names), verb


def _said(plan: Plan, thing: Thing, found: Found, first: Found) -> str:
    """Return "the Chief leads the theme “Safety”", or that a thing has no lead, and who leads what it stands under."""
    name = plan.called(thing)
    level, edges = found.held[0]
    who, verb = _who(plan, edges)
    mark = _mark(edges)
    if found.role == "holder" and (when := stated_when(edges[0])):
        mark = f" ({when}{', inferred' if mark else ''})"
    if level.path:
        return f"{_above(plan, thing, found, first)} {edges[0].verb(back=True)} {who}{mark}."
    if matrix_of(plan, edges[0]):
        return f"{_in_each_matrix(plan, edges)}{mark}."
    if first is found or not first.missing:
        return f"{who} {verb} {name}{mark}."
    if first.role == "chair":
        return f"{who} {verb} {name}{mark}; nobody is recorded as chairing it."
    return f"{_NOBODY[first.role]} {name}; {who} {verb} it{mark}."


def _in_each_matrix(plan: Plan, edges: Iterable[Edge]) -> str:
    """Return "A is the lead board for X in M, and B in N", of a plan that has several matrices."""
    by_matrix: dict[str, list[Edge]] = {}
    for edge in edges:
        by_matrix.setdefault(limits(plan, edge), []).append(edge)
    parts: list[str] = []
    for where, those in by_matrix.items():
        names, verb = _who(plan, those)
        parts.append(f"{names}{where}" if parts else f"{names} {verb} {plan.called(those[0].target)}{where}")
    return ", and ".join(parts)


def _above(plan: Plan, thing: Thing, found: Found, first: Found) -> str:
    """Return "the area “Knives” has no lead of its own; it stands under the theme “Safety”, which"."""
    name, (level, _) = plan.called(thing), found.held[0]
    addressed = [
        f"{in_a_sentence(plan, edge.source)}{limits(plan, edge)}{_mark([edge])}"
        for edge in plan.into(thing, "ADDRESSES")
    ]
    whole = f"{plan.called(level.thing)}{_mark(edge for edge in level.path if edge.type != 'ADDRESSES')}"
    match level.path[0].type:
        case "RAISED_UNDER":
            by = (
                f"{name} is addressed by {joined(addressed)}"
                if addressed
                else f"Nothing is recorded as addressing {name}"
            )
            return f"{by}; it is raised under {whole}, which"
        case "ADDRESSES":
            local = "that" if len(addressed) == 1 else in_a_sentence(plan, level.path[0].source)
            under = "" if level.thing == level.path[0].source else f" stands under {whole}, which"
            return f"{name} is addressed by {joined(addressed)}; {local}{under}"
        case _:
            none = f"{_NOBODY[first.role]} {name}" if first.missing else f"{name} has no {found.word} of its own"
            return f"{none}; it stands under {whole}, which"


def _named(plan: Plan, thing: Thing) -> str:
    """Return a name with that of whoever holds the post, and when and how surely that is stated."""
    name = in_a_sentence(plan, thing)
    if plan.names_left_out or thing.kind != "post":
        return name
    marks = [
        ", ".join(filter(None, (edge.source.name, stated_when(edge), "inferred" * edge.inferred)))
        for edge in plan.into(thing, "HOLDS")
    ]
    if not marks and thing.get("holding") == "vacant":
        marks = ["vacant"]
    return f"{name} ({'; '.join(marks)})" if marks else name


def _delivery(plan: Plan, found: Found) -> str:
    if not found.held:
        return "No body is recorded as delivering it."
    level, edges = found.held[0]
    names, verb = _who(plan, edges)
    it, mark = plan.called(level.thing) if level.path else "it", _mark((*level.path, *edges))
    if any(edge.capacity == "shared" or edge.source.collective for edge in edges):
        if level.path:
            return f"No one body delivers it: {names} {verb} {it}; the plan does not say which of them this falls to."
        return f"No one body delivers it: {names} share in that{mark}."
    in_part = ", each in part" if any(edge.target != level.thing for edge in edges) else ""
    return f"{capital(names)} {verb} {it}{in_part}{mark}."


def _set_against(plan: Plan, priority: Thing) -> str:
    """Say which themes here are set against a regional priority, and who leads each."""
    themes = [edge.source for edge in plan.into(priority, "MAPS_TO") if plan.is_named(edge.source)]
    if not themes:
        return f"Nothing here is set against {plan.called(priority)}."
    told = []
    for theme in dict.fromkeys(themes):
        leads = [_named(plan, edge.source) for edge in standing(plan, theme, "lead").by]
        told.append(f"{plan.called(theme)} ({f'led by {joined(leads)}' if leads else 'no lead recorded'})")
    return f"Set against {plan.called(priority)} here: {joined(told)}."


def _responsible(plan: Plan, thing: Thing) -> str:
    """Say what a person or an organisation answers for, through which posts."""
    name = plan.called(thing)
    parts = [f"{name} {told}"] if (told := _done(plan, thing, *_ANSWERING)) else []
    for edge in plan.out(thing, "HOLDS"):
        marks = ", ".join(filter(None, (stated_when(edge), "inferred" * edge.inferred)))
        post = f"{name} holds the post of {plan.name(edge.target)}{f' ({marks})' if marks else ''}"
        parts.append(f"{post}, which {done}" if (done := _done(plan, edge.target, *_ANSWERING)) else post)
    if thing.kind == "organisation":
        where = "there" if parts else f"in {name}"
        done_by = ((each, _done(plan, each, *_ANSWERING)) for each in _through(plan, thing))
        parts += [f"{in_a_sentence(plan, each)} {where} {done}" for each, done in done_by if done]
    if parts:
        return " ".join(f"{capital(part)}." for part in parts)
    if sits := _done(plan, thing, *_SITS):
        return f"{name} {sits}; no lead, action or duty is recorded for {'them' if thing.kind == 'person' else 'it'}."
    over = [edge for edge in responsibilities(plan.at_any_time, thing) if plan.is_over(edge)]
    if over and thing.kind == "person":
        before = joined(list(dict.fromkeys(sentence(plan, edge) for edge in over)))
        return f"Nothing is recorded for which {name} would answer on this day. No longer: {before}."
    return f"Nothing is recorded for which {name} would answer."


def _done(plan: Plan, thing: Thing, *types: str) -> str:
    """Return "leads A and B, and oversees C"."""
    by_verb: dict[str, list[str]] = {}
    for edge in plan.out(thing, *types):
        if edge.type == "OWNS" and edge.target.status in ("done", "stopped", "closed"):
            continue  # what is over is no more to be carried out
        names = by_verb.setdefault(verb_of(edge), [])
        if (name := _what(plan, edge)) not in names:
            names.append(name)
    by_names: dict[str, list[str]] = {}
    for verb, names in by_verb.items():
        by_names.setdefault(joined(names), []).append(verb)
    return ", and ".join([f"{joined(verbs)} {names}" for names, verbs in by_names.items()])
