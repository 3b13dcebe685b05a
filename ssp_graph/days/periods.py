"""The days of each register, and the day of it that is nearest to a day asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ssp_graph.model.dates import OPEN_END, OPEN_START, day_before

if TYPE_CHECKING:
    from ssp_graph.graph import Graph

TERMS = frozenset({"strategy", "document"})
"""Kinds whose dates are a term: that it ran out is what a check tells, and cuts nothing that names them."""


class Period(NamedTuple):
    """The days of a register, and what stands for a start before them and for an end after them."""

    first: str = OPEN_START
    last: str = OPEN_END
    before: str = OPEN_START
    after: str = OPEN_END

    def mapped(self, start: str, end: str) -> tuple[str, str]:
        """Return the days as they are compared with a day for which the register answers by its nearest."""
        start = self.before if start <= self.first else OPEN_END if start > self.last else start
        end = OPEN_START if end < self.first else self.after if end >= self.last else end
        return start, end

    def nearest(self, day: str) -> str:
        """Return the day within the period that is nearest to a day."""
        return min(max(day, self.first), self.last)


def periods(graph: Graph) -> dict[str, Period]:
    """Return the period of each register of a graph, cut where another follows it."""
    abouts = {about["id"]: about for about in graph.graph["registers"]}
    found = {name: Period(about["since_day"], about["until_day"]) for name, about in abouts.items()}
    for name, about in abouts.items():
        if (earlier := about["follows"]) in found:
            seam = found[name].first
            found[name] = found[name]._replace(before=seam)
            last = found[earlier].last
            found[earlier] = found[earlier]._replace(last=min(last, day_before(seam)), after=day_before(seam))
    return found
