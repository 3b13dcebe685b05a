"""The names of things in a question that is asked in one's own words, and which parameters they set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from ssp_graph.plan import Plan, Thing
from ssp_graph.questions.own_words import Stems, is_empty, stem, stems, tokens
from ssp_graph.questions.question import Parameter, Question

_LONGEST = 14  # words of a name that is looked for

# Words of organisations' names that do not say which, alone and in small letters: the public, local services.
_OF_MANY = frozenset(
    map(stem, ("public", "people", "community", "service", "services", "local", "national", "general"))
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name that stands in a question: the things that bear it, and the words said.

    Not `in_full`, the words are a part of the things' names. `beside`, they are ordinary words too, without a capital,
    and stay among the words of the question: *police* is a part of a force's name, and a word of some questions.
    """

    things: tuple[Thing, ...]
    said: tuple[str, ...]
    in_full: bool = True
    beside: bool = False

    def name(self, taken: Callable[[str], bool] | None = None) -> str:
        """Return the one name of the things of any kind, or of those taken; or an empty text."""
        names = {thing.name for thing in self.things if taken is None or taken(thing.kind)}
        return names.pop() if len(names) == 1 else ""

    @property
    def spoken(self) -> str:
        """The one name that is meant, or the words said."""
        return self.name() or " ".join(self.said)


def with_names(plan: Plan, text: str, ordinary: Callable[[str], bool]) -> tuple[list[str], list[Named]]:
    """Return the words of a question, each name in it as `@` and its number, and these names; the longest count.

    Words that are all `ordinary` by their stems, and have no capital, are a name only beside what they say: one that is
    in full, or a word of an organisation's name.
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
            name = _named(known, run, sure=run[0] in capitals or not all(ordinary(stem(word)) for word in run))
            if name:
                said.extend([f"@{len(found)}", *(run if name.beside else ())])
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


def _named(known: dict[Stems, list[Thing]], run: Sequence[str], *, sure: bool) -> Named | None:
    """Return the name that a run of words is, or is a part of; not `sure`, they are ordinary words in small letters."""
    key = tuple(map(stem, run))
    alone = len(run) == 1 and not sure
    if key in known and not alone:
        return Named(tuple(dict.fromkeys(known[key])), tuple(run), beside=not sure)
    if is_empty(run[0]) or is_empty(run[-1]) or not (sure or alone) or (alone and key[0] in _OF_MANY):
        return None
    part = f" {' '.join(key)} "
    things = [thing for name, held in known.items() if part in f" {' '.join(name)} " for thing in held]
    if alone:
        things = [thing for thing in things if thing.kind == "organisation" and not thing.collective]
    return Named(tuple(dict.fromkeys(things)), tuple(run), in_full=False, beside=alone) if things else None


def settings(question: Question, named: Sequence[Named]) -> dict[str, str]:
    """Return the parameters of a question that names set, each with the name that it takes.

    A part of several names stands for an organisation alone, which is often called by one word of its name.
    """
    found: dict[str, str] = {}
    for name in named:
        for parameter in question.parameters:
            taken = name.name(partial(_taken, parameter, sure=name.in_full or bool(name.name())))
            if taken and parameter.name not in found:
                found[parameter.name] = taken
                break
    return found


def _taken(parameter: Parameter, kind: str, *, sure: bool) -> bool:
    return _takes(parameter, kind) and (sure or kind == "organisation")


def _takes(parameter: Parameter, kind: str) -> bool:
    """Return whether a parameter takes things of a kind; one for any thing, where its description names the kind."""
    if parameter.type != "thing":
        return parameter.type == kind
    return set(tokens(parameter.description)).issuperset(kind.split("-"))
