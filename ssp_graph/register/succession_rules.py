"""The rule that a role which one has at a time is not stated of two on one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from ssp_graph.errors import Problem
from ssp_graph.model.dates import first_day, in_words
from ssp_graph.model.facts import written_key
from ssp_graph.model.kinds import Post
from ssp_graph.model.succession import Claim, at_once, claim
from ssp_graph.register.register import Place, Register, Where


class _Written(NamedTuple):
    """A relationship of an exclusive role: the claim it makes, and where it is written."""

    claim: Claim
    begins: bool
    place: Place
    where: Where


def check_succession(register: Register) -> Iterator[Problem]:
    """Yield each two who are stated to have at once what only one has."""
    roles: dict[tuple[str, str], list[_Written]] = defaultdict(list)
    holders: set[tuple[str, str]] = set()
    opening = first_day(register.about.since)
    for reference, record in register.records.items():
        for name, key, number, link in record.links():
            this, other = register.full(reference), register.full(link.to)
            source, target = (other, this) if key.inverse else (this, other)
            if key.type == "HOLDS":
                holders.update(((source, target), (target, source)))
            capacity = str(getattr(link, "capacity", ""))
            if capacity not in key.relationship.exclusive or _is_role(register, target):
                continue
            stated = (link.since, link.until, [sighting.day for sighting in link.stated_on])
            found = claim(source, capacity, stated, opening)
            where = (written_key(name), number)
            roles[key.type, target].append(_Written(found, link.since is not None, register.places[reference], where))
    for (_, target), written in roles.items():
        by_claim = {id(each.claim): each for each in written}
        for first, second in at_once([each.claim for each in written], frozenset(holders)):
            yield _problem(register, target, by_claim[id(first)], by_claim[id(second)])


def _is_role(register: Register, target: str) -> bool:
    post = register.records.get(target.partition(":")[2])
    return isinstance(post, Post) and post.classification == "role"


def _problem(register: Register, target: str, first: _Written, second: _Written) -> Problem:
    who, other = (each.claim.bearer.removeprefix(f"{register.id}:") for each in (first, second))
    thing, line = target.removeprefix(f"{register.id}:"), first.place.line(*first.where)
    until, since = in_words(first.claim.until or first.claim.seen), in_words(second.claim.first)
    what = (
        f"{thing} has two at once as {second.claim.capacity}: {who} (line {line}) until {until}, {other} from {since}"
    )
    fix = "Correct a date, or write `capacity: joint` where both have it together."
    explicit = all(each.begins and each.claim.until for each in (first, second))
    return second.place.problem(second.where, what, fix, "error" if explicit else "warning")
