"""The names of things in a question that is asked in one's own words, and which parameters they set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ssp_graph.model.kinds import BY_KIND
from ssp_graph.plan import Plan, Thing
from ssp_graph.questions.own_words import Stems, is_empty, stem, stems, tokens
from ssp_graph.questions.question import Parameter, Question

_LONGEST = 14  # words of a name that is looked for


@dataclass(frozen=True, slots=True)
class Named:
    """A name that stands in a question: as the register has it, the kinds of things that bear it, the words said.

    Not `in_full`, the words are a part of this name, or are said themselves where they are a part of several.
    """

    name: str
    kinds: tuple[str, ...]
    said: tuple[str, ...]
    in_full: bool


def with_names(plan: Plan, text: str, ordinary: Callable[[str], bool]) -> tuple[list[str], list[Named]]:
    """Return the words of a question, each name in it as `@` and its number, and these names; the longest count.

    One word that is `ordinary` by its stem is a name only where it is written with a capital, and a part of a name only
    where others stand beside it.
    """
    words = tokens(text)
    capitals = {token for word in text.split()[1:] if word[:1].isupper() for token in tokens(word)}
    known = _names(plan, words)
    found: list[Named] = []
    said: list[str] = []
    place = 0
    while place < len(words):
        for size in range(min(_LONGEST, len(words) - place), 0, -1):
            run = words[place : place + size]
            strange = not all(ordinary(stem(word)) for word in run)
            in_full = strange or size > 1 or run[0] in capitals
            in_part = strange or (size > 1 and capitals.issuperset(run))
            name = (in_full and _named(known, run)) or (in_part and _named_in_part(known, run))
            if name:
                said.append(f"@{len(found)}")
                found.append(name)
                break
        else:
            size = 1
            said.append(words[place])
        place += size
    return said, found


def _names(plan: Plan, words: Sequence[str]) -> dict[Stems, list[Thing]]:
    """Return the things whose names may hold one of the words, by the stems of the name."""
    found: dict[Stems, list[Thing]] = {}
    beginnings = tuple({word[:3] for word in words if not is_empty(word)})
    for thing in plan.all_things():
        for name in (thing.name, *thing.aliases):
            plain = name.casefold()
            if any(beginning in plain for beginning in beginnings) or not plain.isascii():
                key = stems(name)
                found.setdefault(key[1:] if key[:1] == ("the",) else key, []).append(thing)
    return found


def _named(known: dict[Stems, list[Thing]], run: Sequence[str]) -> Named | None:
    things = known.get(tuple(map(stem, run)))
    return Named(things[0].name, _kinds(things), tuple(run), in_full=True) if things else None


def _named_in_part(known: dict[Stems, list[Thing]], run: Sequence[str]) -> Named | None:
    if is_empty(run[0]) or is_empty(run[-1]):
        return None
    part = f" {' '.join(map(stem, run))} "
    things = [thing for name, held in known.items() if part in f" {' '.join(name)} " for thing in held]
    if not things:
        return None
    names = {thing.name for thing in things}
    return Named(names.pop() if len(names) == 1 else " ".join(run), _kinds(things), tuple(run), in_full=False)


def _kinds(things: Sequence[Thing]) -> tuple[str, ...]:
    return tuple(sorted({thing.kind for thing in things}, key=lambda kind: BY_KIND[kind].meant))


def settings(question: Question, named: Sequence[Named]) -> dict[str, str]:
    """Return the parameters of a question that names set, each with the name that it takes."""
    found: dict[str, str] = {}
    for name in named:
        fitting = (one for one in question.parameters if one.name not in found and _takes(one, name.kinds))
        if parameter := next(fitting, None):
            found[parameter.name] = name.name
    return found


def _takes(parameter: Parameter, kinds: Sequence[str]) -> bool:
    """Return whether a parameter takes a thing of one of these kinds: of any, those that its description names."""
    if parameter.type != "thing":
        return parameter.type in kinds
    said = set(stems(parameter.description))
    return any(said.issuperset(map(stem, kind.split("-"))) for kind in kinds)
