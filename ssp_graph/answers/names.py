"""Finding a thing by id, name, alias or acronym: in one place, for every command.

Letter case, accents, possessives, plurals and the lost "fi" of PDFs are forgiven. A near miss is suggested, never
chosen; things of one kind with the same name are offered, never chosen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ssp_graph.answers.past.following import through_plans
from ssp_graph.english import article, joined
from ssp_graph.errors import UsageError
from ssp_graph.model.facts import is_reference
from ssp_graph.model.kinds import BY_KIND
from ssp_graph.plan import Plan, Thing, day_asked

_MAX_CANDIDATES = 10


@dataclass(frozen=True, slots=True)
class Found:
    """The thing that a name means, and the note that tells of others of other kinds with the same name."""

    id: str
    note: str = ""


@cache
def forgiving(text: str) -> str:
    """Return what is left of a name once the differences that are forgiven are gone."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )
    plain = re.sub(r"['’‘`]s\b|s['’‘`](?=\s|$)", "", plain).replace("&", " and ")
    plain = re.sub(r"f[fil]+", "f", plain)
    words = re.findall(r"[^\W_]+", plain)
    return " ".join(_singular(word) for word in words if word != "the") or plain.strip()


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def day_meant(plan: Plan, text: str) -> str:
    """Return the day (`YYYY-MM-DD`) that a text is, or that of the meeting which it names.

    Raises:
        UsageError: it looks like a day and is none, or names no meeting.
    """
    try:
        return day_asked(text)
    except UsageError:
        if not re.search("[^\\W\\d]", text) or not any(True for _ in plan.all_things("meeting")):
            raise
    try:
        return str(plan[find(plan, text, "meeting").id].get("held_on"))
    except UsageError as error:
        raise UsageError(f"{error}\nOr give a day, such as 2019-03-31.") from None


def find_all(plan: Plan, text: str, kind: str | None = None) -> list[Thing]:
    """Return every thing a name means, the one most likely meant first; of one kind only where `kind` is given.

    Raises:
        UsageError: nothing has this name (with the nearest names), several things of one kind have it,
            or there is no such kind.
    """
    wanted = kind_named(kind) if kind else None
    meant = [thing for thing in matches(plan.all_things(), text) if wanted in (None, thing.kind)]
    if not meant:
        raise UsageError(_nothing(plan, text, wanted))
    if text.strip() not in plan:  # an id says which plan is meant
        meant = sorted(_in_force(plan, meant), key=lambda thing: thing.register)
    by_kind: dict[str, list[Thing]] = {}
    for thing in meant:
        by_kind.setdefault(thing.kind, []).append(thing)
    for each, things in by_kind.items():
        if len(things) > 1:
            raise UsageError(_several(plan, text, BY_KIND[each].plural.replace("-", " "), things))
    if _unlinked(plan, {thing.register for thing in meant}):
        raise UsageError(_several(plan, text, "things", meant))
    return sorted(meant, key=lambda thing: (BY_KIND[thing.kind].meant, list(BY_KIND).index(thing.kind)))


def _in_force(plan: Plan, things: list[Thing]) -> list[Thing]:
    """Return the things as in the plan in force on the day: where plans follow each other, those of that one alone."""
    there: dict[tuple[str, str], dict[str, list[Thing]]] = {}
    for thing in things:
        in_plans = {plan[each].register: plan[each] for each in through_plans(plan, thing.id)}
        found = in_plans[_latest_begun(plan, in_plans)]
        beside = there.setdefault((thing.kind, _line(plan, thing.register)[0]), {})
        beside.setdefault(found.register, []).append(found)
    chosen = (beside[_latest_begun(plan, beside)] for beside in there.values())
    return list(dict.fromkeys(thing for each in chosen for thing in each))


def _latest_begun(plan: Plan, registers: Iterable[str]) -> str:
    """Return which of these plans began last up to the day asked, or the first of all where none has begun."""
    ordered = sorted(registers, key=lambda name: plan.registers[name].since_day)
    begun = [name for name in ordered if plan.registers[name].since_day <= plan.day]
    return (begun or ordered[:1])[-1]


def _line(plan: Plan, register: str) -> list[str]:
    """Return the plans of which each follows the one before, up to this one."""
    line = [register]
    while (before := plan.registers[line[0]].follows) in plan.registers and before not in line:
        line.insert(0, str(before))
    return line


def _unlinked(plan: Plan, registers: set[str]) -> bool:
    """Return whether two of these neither use nor follow one another."""
    about = plan.registers
    linked = {(name, used) for name in registers for used in about[name].uses}
    first = {name: _line(plan, name)[0] for name in registers}
    return any(
        first[one] != first[other] and not {(one, other), (other, one)} & linked
        for one in registers
        for other in registers
        if one != other
    )


def of_that_name(plan: Plan, text: str, found: str) -> str:
    """Return the sentence that offers the other things in whose names these words stand, or an empty text."""
    words = set(forgiving(text).split())
    others = [
        f"{thing.name} ({thing.sort})"
        for thing in plan.all_things()
        if thing.id != found and (thing.kind == "duty" or not BY_KIND[thing.kind].a_phrase)
        if thing.kind not in ("document", "measure") and words <= set(forgiving(thing.name).split())
    ]
    more = f" and {len(others) - _MAX_CANDIDATES} more" if len(others) > _MAX_CANDIDATES else ""
    return f"Of that name there are also: {'; '.join(others[:_MAX_CANDIDATES])}{more}." if others else ""


def find(plan: Plan, text: str, kind: str | None = None) -> Found:
    """Return the one thing a name means; where several kinds bear it, that of the first kind, and a note that says so.

    Raises:
        UsageError: as `find_all`.
    """
    first, *others = find_all(plan, text, kind)
    if not others:
        return Found(first.id)
    kinds = [thing.kind_in_words for thing in others]
    return Found(
        first.id,
        f"This is the {first.kind_in_words} {first.name}; {joined([f'{article(kind)} {kind}' for kind in kinds])} "
        f"of this name {'is' if len(others) == 1 else 'are'} there too (choose with --kind).",
    )


def kind_named(text: str) -> str:
    """Return the kind that a word means, in the singular or plural.

    Raises:
        UsageError: there is no such kind.
    """
    if kind := as_kind(text):
        return kind
    from ssp_graph.suggesting import near

    nearest = near(text, BY_KIND, 1)
    hint = f"Did you mean {nearest[0]}?" if nearest else f"The kinds are {', '.join(BY_KIND)}."
    raise UsageError(f"There is no kind '{text}'. {hint}")


def as_kind(text: str) -> str | None:
    """Return the kind that a word means, in the singular or plural, or None."""
    plain = text.strip().casefold().replace(" ", "-").replace("_", "-")
    return next((kind for kind, record in BY_KIND.items() if plain in (kind, record.plural)), None)


def matches(among: Iterable[Thing], text: str) -> list[Thing]:
    """Return which things a name means, by its surest sign: id, name or alias as typed, then with what is forgiven."""
    things = list(among)
    typed = text.strip()
    exact, loose = typed.casefold(), forgiving(typed)
    if is_reference(exact) and (meant := [one for one in things if exact in (one.id, one.id.partition(":")[2])]):
        return meant
    return (
        _named(things, lambda name: name.casefold() == exact, lambda thing: thing.aliases)
        or _named(things, lambda name: forgiving(name) == loose, _other_names)
        or [thing for thing in things if thing.id.rpartition("/")[2] == exact]
    )


def _named(things: list[Thing], fits: Callable[[str], bool], others: Callable[[Thing], Iterable[str]]) -> list[Thing]:
    """Return the matches; within a kind, a thing of this name goes before things that have it as another name."""
    by_name = [thing for thing in things if fits(thing.name)]
    kinds = {thing.kind for thing in by_name}
    return by_name + [thing for thing in things if thing.kind not in kinds and any(map(fits, others(thing)))]


def _other_names(thing: Thing) -> Iterator[str]:
    yield from thing.aliases
    yield from (other["title"] for other in thing.get("also_titled") or ())


def _candidate(plan: Plan, thing: Thing) -> str:
    where = f", {plan.registers[thing.register].title}" if len(plan.named) > 1 else ""
    return f"  {thing.name} ({thing.kind_in_words}{where}): {thing.id}"


def _several(plan: Plan, text: str, kinds: str, things: list[Thing]) -> str:
    shown = [_candidate(plan, thing) for thing in things[:_MAX_CANDIDATES]]
    more = f"\n  and {len(things) - _MAX_CANDIDATES} more" if len(things) > _MAX_CANDIDATES else ""
    return f"{len(things)} {kinds} are called '{text}'. Give one of these ids:\n" + "\n".join(shown) + more


def _nothing(plan: Plan, text: str, kind: str | None) -> str:
    from ssp_graph.suggesting import near

    names: dict[str, list[Thing]] = {}
    for thing in plan.all_things(*([kind] if kind else [])):
        for name in (thing.name, *_other_names(thing)):
            names.setdefault(name, []).append(thing)
    nearest = near(text, names)
    of_kind = f" of kind {kind.replace('-', ' ')}" if kind else ""
    what = f"Nothing{of_kind} is called '{text}'."
    if not nearest:
        return f"{what} See what there is with `ssp-graph list{f' {BY_KIND[kind].plural}' if kind else ''}`."
    things = list(dict.fromkeys(thing for name in nearest for thing in names[name]))
    is_a_person = [thing.kind for thing in things] == ["person"]
    ask = f'\nAsk: ssp-graph who "{things[0].name}"' if is_a_person else ""
    return f"{what} Did you mean:\n" + "\n".join(_candidate(plan, thing) for thing in things) + ask
