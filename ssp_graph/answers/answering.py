"""Who answers for a thing as a sentence to read aloud, and what is to be said after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ssp_graph.answers.past.following import next_stated
from ssp_graph.answers.sentences import in_a_sentence, is_several, limits, lost, near_it, stated_when, verb_of
from ssp_graph.english import article, capital, joined
from ssp_graph.model.dates import in_words
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.standing import Role, Standing, standing

NOBODYS = frozenset({"place", "finding", "outcome", "discrepancy", "document", "matrix"})  # nobody answers for these
_ANSWERING = ("LEADS", "LEADS_ON", "OWNS", "CHAIRS", "DELIVERS", "OVERSEES", "BEARS")

# Of which things which roles are told, that of the first sentence first.
_LOOKED_FOR: dict[str, tuple[Role, ...]] = {
    "action": ("owner", "lead", "delivery"),
    "strategy": ("owner", "lead", "oversight", "delivery"),
    "measure": ("owner", "lead"),
    "theme": ("lead", "delivery"),
    "priority-area": ("lead", "delivery"),
    "objective": ("lead", "delivery"),
    "issue": ("lead", "delivery"),
    "commitment": ("lead",),
    "safeguarding-theme": ("lead",),
    "post": ("holder",),
    "body": ("chair", "lead"),
    "duty": ("bearer", "lead"),
}
_OF_OTHERS: tuple[Role, ...] = ("owner", "lead", "holder", "chair", "bearer", "oversight", "delivery")
_ONE_ALONE = frozenset({"body", "duty", "strategy", "measure"})  # the others are told where somebody has them
_VERBS: dict[Role, tuple[str, str]] = {
    "owner": ("owns", "own"),
    "lead": ("leads", "lead"),
    "holder": ("holds the post of", "hold the post of"),
    "chair": ("chairs", "jointly chair"),
    "delivery": ("delivers", "deliver"),
    "oversight": ("oversees", "oversee"),
    "bearer": ("is responsible for", "are responsible for"),
}
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
    if thing.kind == "duty" and standing(plan, thing, "lead").by:  # who leads it answers for it
        return False
    roles = _LOOKED_FOR.get(thing.kind, ())
    return role in (roles[:1] if thing.kind in _ONE_ALONE else roles)


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
    if thing.kind in NOBODYS:
        return f"In a plan nobody answers for {article(thing.kind)} {thing.kind_in_words} such as {name}.", ""
    if thing.kind in ("person", "organisation"):
        return _responsible(plan, thing), ""
    if thing.kind == "regional-priority":
        return _set_against(plan, thing), ""
    by_role = {each.role: each for each in found if each.role in roles}
    delivery = by_role.pop("delivery", None)
    asked = [by_role[role] for role in roles if role in by_role]
    more = [_delivery(plan, delivery)] if delivery and (delivery.held or delivery.looked_for) else []
    more = [*_for_the_time(plan, asked), *more]
    more += [f"{capital(plan.called(edge.source))} {verb_of(edge)} it." for edge in plan.into(thing, "DIRECTS")]
    more += [_passed_on(plan, edge) for each in asked[:1] for _, edges in each.held for edge in edges]
    more = [sentence for sentence in more if sentence]
    if not any(each.held for each in asked):
        more += _by_duty(plan, thing)
    if thing.kind in ("post", "body") and (told := _done(plan, thing)):
        more.append(f"{'They' if is_several(thing) else 'The post' if thing.kind == 'post' else 'It'} {told}.")
    told_of = [level for each in (*asked, *([delivery] if delivery else [])) for level, _ in each.standings]
    if told_of and all(level.path for level in told_of):
        more.append("Nothing of this is recorded on it itself.")
    if "LEADS_ON" in thing.may_miss and thing.kind == "safeguarding-theme":
        more.insert(0, _first(plan, thing, asked) if any(each.held for each in asked) else "")
        return f"Which board leads on {name} is unknown{lost(plan, thing, 'LEADS_ON')}.", " ".join(more).strip()
    return _first(plan, thing, asked), " ".join(more)


def _passed_on(plan: Plan, edge: Edge) -> str:
    """Return that a role passes on, on a day no source tells, from the last stated to the next, or an empty text."""
    following = next_stated(plan, edge)
    last = edge.stated_on or edge.since
    return f"That is {f'as last stated {in_words(last)}' if last else 'as stated'}; {following}." if following else ""


def _first(plan: Plan, thing: Thing, asked: list[Found]) -> str:
    name = plan.called(thing)
    held = next((each for each in asked if each.held), None)
    if held and held is asked[0]:
        return _said(plan, held, name)
    if held:
        level, _ = held.held[0]
        if asked[0].missing and not (level.path and level.path[0].type == "ADDRESSES"):
            who, verb = _who(plan, held)
            through = f"through {plan.called(level.thing)}, " if level.path else ""
            return f"{_NOBODY[asked[0].role]} {name}; {through}{who} {verb} it."
        return _said(plan, held, name)
    if thing.kind == "post" and thing.classification == "role":
        filled = [in_a_sentence(plan, edge.source) for edge in plan.into(thing, "FILLS")]
        return f"{name} is a role{f', filled by {joined(filled)}' if filled else ' and not one post'}."
    if thing.get("outside"):
        verb = "are" if is_several(thing) else "is"
        return f"{name} {verb} outside the partnership; who leads or chairs there is not for this plan to say."
    if thing.get("holding") in ("vacant", "not disclosed"):
        return f"Who holds the post of {name}: {thing.get('holding')}."
    if thing.kind == "commitment":
        return f"Nothing local is recorded as addressing {name}."
    missing = [each for each in asked if each.missing or each.role == "holder"]
    nobody = _NOBODY[missing[0].role] if missing else "Nobody is recorded as answering for"
    near = near_it(edge for each in asked for _, standing_ in each.standings for edge in standing_.besides)
    return f"{nobody} {name}{near}."


def _for_the_time(plan: Plan, asked: list[Found]) -> Iterator[str]:
    """Yield who acts in a role beside whoever has it, as where the post that has it is vacant."""
    for found in asked:
        for level, standing_ in found.standings:
            acting = [edge for edge in standing_.besides if edge.capacity == "acting"]
            if standing_.by and not level.path:
                yield from (f"{capital(_named(plan, edge.source))} {verb_of(edge)} it." for edge in acting)


def _by_duty(plan: Plan, thing: Thing) -> Iterator[str]:
    """Yield who is responsible for, or leads, a duty that is about the thing."""
    for concerns in plan.into(thing, "CONCERNS"):
        duty = concerns.source
        edges = list(plan.into(duty, "BEARS", "LEADS")) if duty.kind == "duty" else []
        for edge in edges:
            yield f"{capital(in_a_sentence(plan, edge.source))} {verb_of(edge)} {plan.called(duty)}, which is about it."


def _who(plan: Plan, found: Found) -> tuple[str, str]:
    """Return who has a role, and the verb that goes with them."""
    _, edges = found.held[0]
    several = len(edges) > 1 or is_several(edges[0].source)
    verb = _VERBS[found.role][several]
    if found.role != "chair" and edges[0].capacity == "joint":
        verb = f"jointly {verb}"
    return joined([_named(plan, edge.source) for edge in edges]), verb


def _said(plan: Plan, found: Found, name: str) -> str:
    """Return "The Chief leads Knives, through Safety; it has no lead of its own."."""
    level, edges = found.held[0]
    who, verb = _who(plan, found)
    marks = ["inferred"] if any(fact.inferred for fact in (*level.path, *edges)) else []
    if found.role == "holder" and (when := stated_when(edges[0])):
        marks.insert(0, when)
    mark = f" ({', '.join(marks)})" if marks else ""
    if not level.path:
        return f"{capital(who)} {verb} {name}{mark}."
    through = f", through {plan.called(level.thing)}"
    if level.path[0].type == "ADDRESSES":
        in_part = f" in part ({part})" if (part := level.path[0].get("in_part")) else ""
        source = level.path[0].source
        local = f"the {source.kind_in_words} {plan.called(source)}"
        whole = "" if level.thing == source else through
        return f"{name} is addressed{in_part} by {local}; {who} {verb} that{whole}{mark}."
    return f"{capital(who)} {verb} {name}{through}{mark}; it has no {found.word} of its own."


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
    names = joined([plan.name(edge.source) for edge in edges])
    inferred = " (inferred)" if any(fact.inferred for fact in (*level.path, *edges)) else ""
    if any(edge.capacity == "shared" or edge.source.collective for edge in edges):
        if level.path:
            one = f"one or several of {names} do so" if len(edges) > 1 else f"{names} may do so"
            return f"No one body delivers it: through {plan.called(level.thing)}, {one}; which is not said."
        return f"No one body delivers it: {names} share in that{inferred}."
    through = f", through {plan.called(level.thing)}" if level.path else ""
    in_part = ", each in part" if any(edge.target != level.thing for edge in edges) else ""
    verb = _VERBS["delivery"][len(edges) > 1 or is_several(edges[0].source)]
    return f"{capital(names)} {verb} it{in_part}{through}{inferred}."


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
    parts = [told] if (told := _done(plan, thing)) else []
    for edge in plan.out(thing, "HOLDS"):
        marks = ", ".join(filter(None, (stated_when(edge), "inferred" * edge.inferred)))
        post = f"holds the post of {plan.name(edge.target)}{f' ({marks})' if marks else ''}"
        parts.append(f"{post}, which {done}" if (done := _done(plan, edge.target)) else post)
    if thing.kind == "organisation":
        where = "there" if parts else f"in {name}"
        done_by = ((each, _done(plan, each)) for each in _through(plan, thing))
        parts += [f"{in_a_sentence(plan, each)} {where} {done}" for each, done in done_by if done]
    if not parts:
        return f"Nothing is recorded for which {name} would answer."
    return capital(f"{name} {'; '.join(parts)}." if told or thing.kind == "person" else f"{'; '.join(parts)}.")


def _done(plan: Plan, thing: Thing) -> str:
    """Return "leads A and B and oversees C"."""
    by_verb: dict[str, list[str]] = {}
    for edge in plan.out(thing, *_ANSWERING):
        names = by_verb.setdefault(verb_of(edge), [])
        name = f"{plan.called(edge.target)}{limits(plan, edge)}"
        if name not in names:
            names.append(name)
    return "; ".join([f"{verb} {joined(names)}" for verb, names in by_verb.items()])
