"""What became of each record: added, ended, split, merged, renamed, reworded, changed in one of its fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ssp_graph.comparing.change import Change, called, is_over, plan_of, sources_of
from ssp_graph.comparing.lines import PARTS, phrases
from ssp_graph.comparing.pairing import Pair, Pairing
from ssp_graph.days.periods import TERMS
from ssp_graph.english import article, capital, joined
from ssp_graph.model.kinds import BY_KIND
from ssp_graph.plan import Plan, Thing
from ssp_graph.standing import standing
from ssp_graph.words import words

_NOT_COMPARED = frozenset({"vacant", "chair_vacant", "progress", "response", "findings", "commitments", "statements"})
_IN_WORDS = {
    "part": "the part of the page that it stands on",
    "term": "its term",
    "passed": "the day by which it is due",
}
_SEEN_BY = {
    "lost": ("may_miss",),
    "term": ("since_day", "until_day"),
    "passed": ("due", "due_day"),
    "part": ("sources",),
}  # in a query
_NAMED = ("person", "organisation")  # whom another plan may leave out although they are still there
_MOVES = ("status", "rating", "answer")
_MOVING = {"action": ("rating",), "recommendation": ("status", "rating", "answer", "answer_reason")}
_UNSAID = ("", "not recorded")
_TOLD_BY = ("title", "sense", "what")  # what a structure in a field is told by


def record_changes(pairing: Pairing) -> Iterator[Change]:
    """Yield what became of every record that is compared."""
    for pair in pairing.pairs.values():
        if not pair.before:
            yield from (_added(pairing, pair, thing) for thing in pair.after)
        elif not pair.after:
            yield from (_ended(pairing, pair, thing) for thing in pair.before if not _is_past(pairing, thing))
        else:
            if len(pair.before) > 1 or len(pair.after) > 1:
                yield _parted(pairing, pair)
            else:
                yield from _renamed(pairing, pair)
            yield from _fields(pairing, pair)


def _change(pair: Pair, part: str, sentence: str, **more: Any) -> Change:
    return Change(
        **{
            "part": part,
            "what": part.casefold(),
            "sentence": capital(sentence),
            "thing": pair.now,
            "touches": frozenset({pair.key}),
            "words": frozenset({pair.now.label}),
            "sources": sources_of(pair.after or pair.before),
            "inferred": any(thing.inferred for thing in pair.after or pair.before),
            **more,
        }
    )


def _types(plan: Plan, thing: Thing) -> frozenset[str]:
    """Return what a query has to name to see that a thing is there: its label, and the types of its lines."""
    return frozenset({thing.label, *(edge.type for edge in (*plan.out(thing), *plan.into(thing)))})


def _added(pairing: Pairing, pair: Pair, thing: Thing) -> Change:
    plan = pairing.after
    edges = [edge for edge in plan.into(thing) if edge.type in PARTS and edge.type != "MEMBER_OF"]
    told = phrases(plan, edges, "", back=True)
    more = f"; it {joined(told)}" if told else ""
    sentence = (
        f"{capital(plan.quoted(thing))} is {article(thing.kind)} {thing.kind_in_words} that was not there before{more}."
    )
    named = _types(plan, thing)
    return _change(pair, "Added", sentence, thing=thing, now=plan.name(thing), words=named)


def _is_past(pairing: Pairing, thing: Thing) -> bool:
    """Return whether a thing is of the past by its nature, as a meeting or its minutes are, and is still recorded."""
    return thing.kind in ("meeting", "document") and thing.id in pairing.after


def _ended(pairing: Pairing, pair: Pair, thing: Thing) -> Change:
    plan = pairing.before
    later = pairing.after
    how = "has ended" if thing.until and thing.id in later else "is there no longer"
    if thing.kind in _NAMED and how != "has ended":
        how = "is no longer named"
    sentence = f"{plan.titled(thing)} {how}."
    return _change(pair, "Ended", sentence, thing=thing, was=plan.name(thing), words=_types(plan, thing))


def _parted(pairing: Pairing, pair: Pair) -> Change:
    old, new = called(pairing.before, pair.before), called(pairing.after, pair.after)
    part = "Merged" if len(pair.before) > 1 else "Split"
    verb = "became" if len(pair.before) > 1 else "was split into"
    named = frozenset().union(*(_types(pairing.after, thing) for thing in pair.after))
    return _change(pair, part, f"{joined(old)} {verb} {joined(new)}.", was=joined(old), now=joined(new), words=named)


def _renamed(pairing: Pairing, pair: Pair) -> Iterator[Change]:
    (old,), (new,) = pair.before, pair.after
    if old.kind != new.kind:
        sentence = (
            f"{pairing.before.quoted(old)}, which was {article(old.kind)} {old.kind_in_words}, is now "
            f"{article(new.kind)} {new.kind_in_words}, {pairing.after.quoted(new)}."
        )
        named = _types(pairing.after, new) | _types(pairing.before, old)
        yield _change(pair, "Changed", sentence, was=old.kind_in_words, now=new.kind_in_words, words=named)
    if old.name == new.name:
        return
    if BY_KIND[new.kind].a_phrase:
        sentence = f"{new.kind_in_words} “{old.name}” now reads “{new.name}”."
        yield _change(pair, "Reworded", sentence, was=old.name, now=new.name, words=frozenset())
    else:
        sentence = f"{old.name} is now called {new.name}."
        yield _change(pair, "Renamed", sentence, was=old.name, now=new.name, words=frozenset())


def _fields(pairing: Pairing, pair: Pair) -> Iterator[Change]:
    """Yield the fields of what continues that say something else; of what was split or merged, those of each part."""
    plan = plan_of(pairing, pair)
    old = _said(pairing.before, pair.before[0])
    for new in pair.after:
        for name, value in _said(pairing.after, new).items():
            earlier = old.get(name, "") if new.kind == pair.before[0].kind else value
            if value == earlier:
                continue
            if name in _MOVES and value in _UNSAID and new.register != pair.before[0].register:
                continue  # the plan that follows has not told of it yet
            what = _IN_WORDS.get(name, name.replace("_", " "))
            whose = capital(plan.called(new))
            sentence = f"{whose}: {what} was {earlier or 'not recorded'}, and is {value or 'not recorded'}."
            if name == "holding":
                if value != "vacant" and standing(plan, new, "holder").by:
                    continue  # who holds it is told as such
                sentence = f"{whose} is {'vacant' if value == 'vacant' else f'no longer said to be {earlier}'}."
            named = frozenset({name, *_SEEN_BY.get(name, ())})
            yield _change(pair, "Changed", sentence, thing=new, was=earlier, now=value, words=named)


def _said(plan: Plan, thing: Thing) -> Mapping[str, str]:
    """Return what a record says beside its name and its lines, as words, by field."""
    own = [name for name in BY_KIND[thing.kind].own if name not in _NOT_COMPARED]
    said = {name: _words(thing.get(name)) for name in own}
    said |= {name: words(thing.get(name)) for name in _MOVING.get(thing.kind, ())}
    said["basis"] = thing.basis
    said["part"] = "; ".join(sorted({source.get("part") or "" for source in thing.sources}))
    if thing.kind in TERMS:
        said["since"], said["until"] = thing.since or "", thing.until or ""
        said["term"] = "to begin" if plan.day < thing.since_day else "over" if is_over(plan, thing) else "running"
    if due := thing.get("due_day") or thing.get("due"):
        said["passed"] = "passed" if str(due) < plan.day else "to come"
    return said


def _words(value: Any) -> str:
    items = value if isinstance(value, list) else [value]
    told = [_told(item) if isinstance(item, Mapping) else words(item) for item in items]
    return "; ".join(filter(None, told))


def _told(item: Mapping[str, Any]) -> str:
    return next((words(item[name]) for name in _TOLD_BY if item.get(name)), words(item))
