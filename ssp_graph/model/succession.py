"""Who follows whom in a role that has one bearer at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ssp_graph.model.dates import OPEN_END, day_before, first_day, last_day

Pairs = frozenset[tuple[str, str]]


@dataclass(slots=True)
class Claim:
    """That somebody, or with no `bearer` nobody, has a role.

    From its `first` day, or in a month or year stated only as such at the latest from `begun`; `seen` on that day at
    the last; `until` the last day of an end that is stated, and surely as long as it `lasted`.
    """

    bearer: str
    capacity: str
    first: str
    begun: str
    seen: str
    lasted: str
    until: str | None
    ended_by: Claim | None = None

    @property
    def last(self) -> str:
        """Its last day, as far as it can be told."""
        return self.until or (day_before(self.ended_by.first) if self.ended_by else OPEN_END)


def claim(bearer: str, capacity: str, stated: tuple[str | None, str | None, Iterable[str]], opening: str) -> Claim:
    """Return the claim of a fact by its `since`, `until` and sightings as stated; undated, it is seen at the `opening`.

    Of a sighting in a month or a year the last day counts.
    """
    since, until, sightings = stated
    seen = sorted(map(last_day, sightings))
    first = first_day(since) if since else seen[0] if seen else opening
    last_seen = max([first, *seen[-1:]])
    return Claim(
        bearer,
        capacity,
        first,
        begun=last_day(since) if since else first,
        seen=last_seen,
        lasted=first_day(until) if until else last_seen,
        until=last_day(until) if until else None,
    )


def _may_follow(later: Claim, earlier: Claim, exclusive: Mapping[str, Sequence[str]], same: Pairs) -> bool:
    """Return whether a claim ends another: it has another bearer, and the same capacity or one that ends that."""
    return (
        later.bearer != earlier.bearer
        and (later.bearer, earlier.bearer) not in same
        and (later.capacity == earlier.capacity or earlier.capacity in exclusive.get(later.capacity, ()))
    )


def settle_succession(claims: Sequence[Claim], exclusive: Mapping[str, Sequence[str]], same: Pairs) -> None:
    """Say of each claim without an end which later one ended it; the pairs `same` do not follow one another."""
    for earlier in claims:
        if earlier.until is None:
            later = (each for each in claims if each.first > earlier.seen)
            following = (each for each in later if _may_follow(each, earlier, exclusive, same))
            earlier.ended_by = min(following, key=lambda each: each.first, default=None)


def at_once(claims: Sequence[Claim], same: Pairs) -> Iterator[tuple[Claim, Claim]]:
    """Yield each two that are stated to have one role on one day, the earlier first; one may hand over on a day."""
    for one, other in combinations(sorted(claims, key=lambda each: each.first), 2):
        apart = one.bearer == other.bearer or one.capacity != other.capacity or (one.bearer, other.bearer) in same
        if not apart and one.first < other.first <= other.begun < one.lasted:
            yield one, other
