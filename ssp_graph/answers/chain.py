"""Every route from a thing up to whoever answers for it in the end, with where it stops and what is missing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from ssp_graph.answers.answering import NOBODYS
from ssp_graph.answers.sentences import as_it_was, in_a_sentence, is_several, limits, lost, sentence, subjects, unheld
from ssp_graph.answers.ways import ORDER, Ends, Up, Way, beside, ways
from ssp_graph.english import article, capital, joined
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Route, Routes, SourceRef, Step
from ssp_graph.results import Way as Told
from ssp_graph.standing import Role, can_have, is_lesser

MAX_ROUTES = 50
MAX_STEPS = 25
_MAX_FOUND = 20_000  # routes counted before counting stops

_ALONG = tuple(name for name, relationship in RELATIONSHIPS.items() if relationship.up == "along")
_AGAINST = tuple(name for name, relationship in RELATIONSHIPS.items() if relationship.up == "against")
_CARRIES = ("IMPLEMENTS", "CHANGES", "CONCERNS")

_LOOKED_FOR: dict[str, tuple[Role, ...]] = {"theme": ("lead", "delivery"), "safeguarding-theme": ("lead",)}


def chain(plan: Plan, node: str, note: str = "") -> Routes:
    """Return the routes up from a thing on a day, shortest first, at most `MAX_ROUTES`."""
    asked, plan = plan, plan.while_there(plan[node])
    start = plan[node]
    found, complete = ([Way(start, ends="dead end")], True) if start.kind in NOBODYS else _climb(plan, start)
    shown = found[:MAX_ROUTES]
    titled = plan.entitled(start)
    notes = [note] if note else []
    if left := len(found) - len(shown):
        at_least = "" if complete else "at least "
        notes.append(f"The {len(shown)} shortest ways are shown; {at_least}{left} more are left out.")
    return Routes(
        plan.heading(
            f"Who answers for {titled} in the end",
            question=f"By which ways is {titled} accounted for?",
            answer=f"{as_it_was(asked, plan, start)}{_answer(plan, start, found)}",
            count=""
            if found[0].steps or start.id in plan.tops or plan.answered_to(start)
            else "No way up is recorded.",
            notes=notes,
        ),
        node,
        start.name,
        tuple(_routes(plan, shown)),
        tuple(_missing(plan, start, found)),
        ways(plan, [way for way in shown if way.steps]) or tuple(_said(plan, start)),
        tuple(beside(plan, shown)),
    )


def _answer(plan: Plan, start: Thing, found: list[Way]) -> str:
    """Say to whom a thing is accounted for in the end, or where the ways stop."""
    name = plan.called(start)
    first = [way.steps[0] for way in found if way.steps]
    if first and all(step.edge.on and not step.reversed for step in first):
        alike: dict[str, list[str]] = {}
        for step in dict.fromkeys(first):
            alike.setdefault(limits(plan, step.edge), []).append(plan.name(step.to))
        told = "; ".join(f"it reports to {joined(names)}{limit}" for limit, names in alike.items())
        return f"Whom {name} answers to is not recorded; {told}."
    if unknown := _unknown(plan, start, found):
        return unknown
    for ends in ORDER:
        at = dict.fromkeys(way.at for way in found if way.ends == ends)
        others = joined([f"{in_a_sentence(plan, thing)}{_limit(found, plan, thing)}" for thing in at if thing != start])
        if at and ends == "top":
            return _arrived(plan, start, found, others)
        if others and ends == "elsewhere":
            way = ways(plan, [way for way in found if way.ends == ends])[0].text.removesuffix(".")
            ours = plan.is_named(start) and not start.get("outside")
            return f"{way}{'; no line from there to the partnership is recorded' if ours else ''}."
        if others:
            others = joined([f"{in_a_sentence(plan, thing)}{_issued(plan, thing)}" for thing in at])
            return f"Who answers for {name} in the end is not recorded: the ways up stop at {others}."
    if start.kind in NOBODYS:
        return f"In a plan nobody answers for {article(start.kind)} {start.kind_in_words} such as {name}."
    if found[0].ends == "elsewhere":
        verb = "answer" if is_several(start) else "answers"
        return f"Whom {in_a_sentence(plan, start)} {verb} to is not part of this register."
    if start.classification == "role":
        return f"{name} is a role, not one post; to whom those in it answer is not recorded."
    issued = _issued(plan, start)
    return f"Nobody is recorded as answering for {name}{issued}{', in the end' * bool(issued)}."


def _unknown(plan: Plan, start: Thing, found: list[Way]) -> str:
    """Say that it is unknown to whom a thing is accounted for, where our copy may have lost that; or nothing."""
    if start.kind == "safeguarding-theme" and "LEADS_ON" in start.may_miss:
        return f"Which board leads on {plan.called(start)} is unknown{lost(plan, start, 'LEADS_ON')}."
    if any(way.ends in ("top", "elsewhere") for way in found):
        return ""
    at = list(dict.fromkeys(way.at for way in found if "REPORTS_TO" in way.at.may_miss))
    if not at:
        return ""
    answer = "answer" if len(at) > 1 or is_several(at[0]) else "answers"
    whom = f"To whom {joined([in_a_sentence(plan, thing) for thing in at])} {answer}"
    whom = f"{whom} is unknown{lost(plan, at[0], 'REPORTS_TO')}."
    return whom if start in at else f"{capital(ways(plan, found)[0].text)} {whom}"


def _issued(plan: Plan, thing: Thing) -> str:
    """Return ", issued by the Mayor" of what somebody only issued."""
    issuers = [in_a_sentence(plan, edge.source) for edge in plan.into(thing, "OWNS") if edge.capacity == "issuer"]
    return f", issued by {joined(issuers)}" if issuers else ""


def _said(plan: Plan, partnership: Thing) -> Iterator[Told]:
    """Yield a sentence for each whom a partnership answers to, as its register says."""
    for body, top, sources in plan.said_to_answer(partnership):
        if body == partnership:
            yield Told(f"{capital(plan.called(body))} answers to {in_a_sentence(plan, top)}.", True, sources)


def _tops(plan: Plan, partnership: Thing) -> str:
    return joined([in_a_sentence(plan, top) for top in plan.answered_to(partnership)])


def _limit(found: list[Way], plan: Plan, end: Thing) -> str:
    """Return " (on money only)" where every way to an end has a step that carries no more, or an empty text."""
    limited = [[step.edge for step in way.steps if step.edge.on] for way in found if way.at == end]
    return f" ({limits(plan, limited[0][0]).removeprefix(', ')})" if limited and all(limited) else ""


def _arrived(plan: Plan, start: Thing, found: list[Way], others: str) -> str:
    """Say to whom a thing is accounted for; a post and who holds it answer so for what they do there alone."""
    name = in_a_sentence(plan, start)
    if start.id in plan.tops:
        return f"The partnership answers to {name}."
    if not others:
        return f"{capital(name)} answers to {_tops(plan, start) or 'nobody else that is recorded'}."
    there = [way for way in found if way.ends == "top"]
    middle = [plan.name(thing) for way in there for thing in way.things[1:-1] if thing.id in plan.partnerships]
    through = f", through {middle[0]}" if middle else ""
    inferred = " (partly inferred)" if all(any(step.edge.inferred for step in way.steps) for way in there) else ""
    if start.kind in ("post", "person") and middle:  # none is answerable by itself for what it does for others
        own = [step.edge for way in there for step in way.steps[:2] if step.edge.type in ("CHAIRS", "ACTS_FOR")]
        if chaired := list(dict.fromkeys(plan.name(edge.target) for edge in own if edge.type == "CHAIRS")):
            verb = next(edge.verb() for edge in own if edge.type == "CHAIRS")
            return f"{capital(name)} {verb} {joined(chaired)}; {middle[0]} answers to {others}{inferred}."
        if own:
            return f"For what {name} leads on its behalf, {middle[0]} answers to {others}{inferred}."
    if start.kind in ("body", "organisation", "post", "person"):
        return f"{capital(name)} {'answer' if is_several(start) else 'answers'} to {others}{through}{inferred}."
    if all(way.steps[0].edge.type == "ADDRESSES" for way in there):
        name = f"what addresses {name} here"
    if middle:
        return f"{middle[0]} answers for {name}, to {others}{inferred}."
    return f"{capital(name)} is accounted for to {others}{inferred}."


def _climb(plan: Plan, start: Thing) -> tuple[list[Way], bool]:
    """Return every way up, shortest first, and whether all were found."""
    carried = {edge.target for edge in plan.out(start, *_CARRIES)}
    ended: list[Way] = []
    waiting = deque([Way(start)])
    while waiting:
        if len(ended) + len(waiting) > _MAX_FOUND:
            return [*ended, *waiting], False
        way = waiting.popleft()
        visited = set(way.things)
        steps = list(_steps_up(plan, way, {thing.id for thing in visited | carried}))
        if not steps:
            ended.append(way._replace(ends=_end(plan, way)))
        for step in steps:
            longer = Way(start, (*way.steps, step))
            if step.to in visited:
                ended.append(longer._replace(ends="loop"))
            elif len(longer.steps) >= MAX_STEPS:
                ended.append(longer)
            else:
                waiting.append(longer)
    return sorted(ended, key=lambda way: len(way.steps)), True


def _steps_up(plan: Plan, way: Way, carried: set[str]) -> Iterator[Up]:
    """Yield the steps up from where a way is; `carried` are the ids of what a limited reporting line may carry.

    Whom the partnership answers to is the end. To be employed by an organisation is not to answer to it for a theme.
    """
    if way.at.id in plan.tops:
        return
    at, last = way.at, way.steps[-1] if way.steps else None
    # A lead on behalf of a board acts for that board, also where no such relationship is written by itself.
    acting = _acting(plan, last.edge) if last and last.reversed and last.edge.on_behalf_of else None
    reports = any(plan.out(at, "REPORTS_TO"))
    for edge in plan.out(at, *_ALONG):
        if edge.type == "REPORTS_TO" and last and edge.on and carried.isdisjoint(edge.on):
            continue
        if edge.relationship.up_only == "own" and (is_lesser(edge) or (last and last.edge.type != "HOLDS")):
            continue
        if _is_employment(edge) or (reports and (edge.type == "POST_IN" or _is_body_in_organisation(edge))):
            continue
        if acting and (edge.type, edge.target) == (acting.type, acting.target):
            acting = None
        yield Up(edge)
    if acting:
        yield Up(acting)
    for edge in plan.into(at, *_AGAINST):
        if not is_lesser(edge) and (last is None or edge.relationship.up_only != "first"):
            yield Up(edge, reversed=True)


def _acting(plan: Plan, lead: Edge) -> Edge:
    changed = {"type": "ACTS_FOR", "capacity": None, "on_behalf_of": None}
    return Edge(lead.source, plan[str(lead.on_behalf_of)], {**lead.properties, **changed})


def _is_body_in_organisation(edge: Edge) -> bool:
    return (edge.type, edge.source.kind, edge.target.kind) == ("PART_OF", "body", "organisation")


def _is_employment(edge: Edge) -> bool:
    return edge.type == "POST_IN" and edge.target.kind == "organisation"


def _end(plan: Plan, way: Way) -> Ends:
    """Return how a way ends where no step goes on: it has arrived once it has come to the partnership."""
    at = way.at
    if any(thing.id in plan.tops or thing.id in plan.partnerships for thing in way.things):
        return "top"
    other = at.kind in ("body", "post") and (at.get("outside") or not plan.is_named(at))
    return "elsewhere" if at.kind == "organisation" or other else "dead end"


def _because(plan: Plan, way: Way) -> str:
    thing, name = way.at, plan.name(way.at)
    match way.ends, thing.kind:
        case "loop", _:
            return f"The way comes back to {name}."
        case "limit", _:
            return f"The way goes on beyond {name}; it is not followed further."
        case "top", _ if thing.id in plan.tops:
            return f"The partnership answers to {name}."
        case "top" | "elsewhere", "organisation" if thing.collective:
            return f"{name}: not named one by one, so whom they answer to is not recorded."
        case "top" | "elsewhere", "organisation":
            return f"{name} is an organisation; whom it answers to is not part of this register."
        case "elsewhere", _:
            own = ", accountable under its own statute" if thing.get("statutory") else ""
            return f"{name} is outside the partnership{own}; whom it answers to is not part of this register."
        case "top", _:
            return f"{name} answers to {_tops(plan, thing) or 'nobody else that is recorded here'}."
        case _, "body" | "post":
            return _no_line(plan, [thing])
        case _:
            return f"Nobody is recorded as answering for {plan.called(thing)}."


def _no_line(plan: Plan, things: Sequence[Thing]) -> str:
    names = joined([plan.name(each) for each in things])
    return f"No line from {names} to any board is recorded{lost(plan, things[0], 'REPORTS_TO')}."


def _routes(plan: Plan, ways: list[Way]) -> Iterator[Route]:
    """Yield the routes; what stands beside one, such as scrutiny, is said at the first that passes there."""
    said: set[Thing] = set()
    for way in ways:
        unsaid = dict.fromkeys(thing for thing in way.things if thing not in said)
        said.update(unsaid)
        asides = tuple(aside for thing in unsaid for aside in _asides(plan, thing))
        steps = tuple(_step(plan, step) for step in way.steps)
        yield Route(steps, way.at.id, way.ends, _because(plan, way), asides)


def _step(plan: Plan, step: Up) -> Step:
    edge = step.edge
    return Step(
        source=step.start.id,
        source_name=plan.name(step.start),
        type=edge.type,
        reversed=step.reversed,
        target=step.to.id,
        target_name=plan.name(step.to),
        sentence=f"{sentence(plan, edge, back=step.reversed)}.",
        capacity=edge.capacity,
        on=subjects(plan, edge.on) if edge.on else None,
        basis=edge.basis,
        sources=edge.sources,
        caution=edge.relationship.caution,
        plan=plan.registers[edge.register].title if len(plan.named) > 1 else "",
    )


def _asides(plan: Plan, thing: Thing) -> Iterator[str]:
    for edge in plan.into(thing, "SCRUTINISES"):
        yield f"{sentence(plan, edge, back=True)}{_pages(plan, edge.sources)}: scrutiny, not a reporting line."
    for edge in filter(_is_employment, plan.out(thing, "POST_IN")):
        yield f"{sentence(plan, edge)}{_pages(plan, edge.sources)}: employment, not an answer for what the post leads."


def _pages(plan: Plan, sources: Sequence[SourceRef]) -> str:
    """Return the pages of sources in brackets, with the document's title where there are several documents."""
    several = len(plan.document_names) > 1
    pages = dict.fromkeys(
        f"{source['title']}, p. {source['page']}" if several else f"p. {source['page']}"
        for source in sources
        if source["page"]
    )
    return f" ({'; '.join(pages)})" if pages else ""


def _missing(plan: Plan, start: Thing, ways: list[Way]) -> Iterator[str]:
    """Yield what a reader would look for on these routes and not find."""
    passed = dict.fromkeys(thing for way in ways for thing in way.things)
    unknown = _unknown(plan, start, ways)  # said in the answer
    ours = can_have(start, "owner") and plan.is_named(start)
    looked_for: list[tuple[Thing, Role]] = [(start, "owner")] if ours else []
    looked_for += [(thing, role) for thing in passed for role in _LOOKED_FOR.get(thing.kind, ())]
    if not (unknown and start.kind == "safeguarding-theme"):
        yield from filter(None, (unheld(plan, thing, role) for thing, role in looked_for))
    stopped = dict.fromkeys(way.at for way in ways if way.ends == "dead end" and way.at.kind in ("body", "post"))
    alike: dict[str, list[Thing]] = {}
    for thing in stopped:
        if (unknown and "REPORTS_TO" in thing.may_miss) or thing.classification == "role":
            continue
        limited = [edge for edge in plan.out(thing, "REPORTS_TO") if edge.on]
        for edge in limited:
            yield f"{sentence(plan, edge)}; no line for anything else is recorded."
        if not limited:
            alike.setdefault(lost(plan, thing, "REPORTS_TO"), []).append(thing)
    yield from (_no_line(plan, things) for things in alike.values())
