"""Which thing of one plan is which of another: by its id, or by what it says it `was`; likeness never decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ssp_graph.days.periods import TERMS
from ssp_graph.plan import Edge, Fact, Plan, Thing


@dataclass(frozen=True, slots=True)
class Pair:
    """What was one thing, several or none on the earlier day, and is one, several or none on the later day."""

    key: str
    before: tuple[Thing, ...]
    after: tuple[Thing, ...]

    @property
    def continued(self) -> bool:
        """Whether it was there and is there still."""
        return bool(self.before and self.after)

    @property
    def now(self) -> Thing:
        """The thing as it is, or as it was where it is no longer there."""
        return (self.after or self.before)[0]


class Pairing:
    """Pairs the things of a plan with those of a later one, or of the same one on a later day."""

    def __init__(self, before: Plan, after: Plan) -> None:
        """Take both; a thing that is split or merged has one key with all that it was or became."""
        self.before, self.after = before, after
        self._parents: dict[str, str] = {}
        self._earlier = self._earlier_registers()
        selves = {thing.id: self._self(thing) for thing in after.all_things()}
        kept = {old for new, old in selves.items() if old and self._there(after, after[new])}
        for new, old in selves.items():
            if old:
                self._join(f"<{old}", f">{new}")
            if self._there(after, after[new]):
                for was in self._was(after[new]):
                    if not (old and self._there(before, before[old])) or was not in kept:
                        self._join(f"<{was}", f">{new}")

    def key(self, plan: Plan, node: str) -> str:
        """Return what identifies a thing of one of the plans in both."""
        return self._root(f"{'<' if plan is self.before else '>'}{node}")

    def register(self, plan: Plan, name: str) -> str:
        """Return what identifies a register of one of the plans in both."""
        later = {old: new for new, old in self._earlier.items()}
        return later.get(name, name) if plan is self.before else name

    def counts(self, plan: Plan, fact: Fact) -> bool:
        """Return whether a fact of a plan is compared: its register is asked about there, or both plans use it."""
        return fact.register in plan.named or fact.register in self._shared

    @cached_property
    def pairs(self) -> Mapping[str, Pair]:
        """Every pair by its key: what there is now in its order, then what there was."""
        found: dict[str, tuple[list[Thing], list[Thing]]] = {}
        for place, plan in ((1, self.after), (0, self.before)):
            for thing in plan.all_things():
                if self.counts(plan, thing) and self._there(plan, thing):
                    found.setdefault(self.key(plan, thing.id), ([], []))[place].append(thing)
        return {key: Pair(key, tuple(old), tuple(new)) for key, (old, new) in found.items()}

    def edges(self, plan: Plan) -> Iterator[Edge]:
        """Yield the relationships of one of the plans that are compared."""
        return (edge for edge in plan.edges() if self.counts(plan, edge))

    @cached_property
    def _shared(self) -> frozenset[str]:
        both = {*self.before.registers} & {*self.after.registers}
        return frozenset(both - {*self.before.named, *self.after.named})

    def _earlier_registers(self) -> dict[str, str]:
        """Return the register that each later one continues, where that has another id."""
        follows = {about.id: about.follows for about in self.after.registers.values()}
        found = {name: old for name, old in follows.items() if old in self.before.registers}
        if len(self.before.named) == len(self.after.named) == 1:
            found.setdefault(self.after.named[0], self.before.named[0])
        return {new: old for new, old in found.items() if old and new != old}

    def _self(self, thing: Thing) -> str:
        """Return the id under which the earlier plan has the same thing, or an empty text."""
        there = [node for node in self._names(thing, thing.id.partition(":")[2]) if node in self.before]
        return next((node for node in there if self._there(self.before, self.before[node])), (*there, "")[0])

    def _was(self, thing: Thing) -> Iterator[str]:
        for reference in thing.was:
            for node in self._names(thing, reference):
                if node in self.before and self._there(self.before, self.before[node]):
                    yield node
                    break

    def _names(self, thing: Thing, reference: str) -> Iterator[str]:
        """Yield the ids that a reference of a later thing may have in the earlier plan."""
        if ":" in reference:
            yield reference
            return
        name: str | None = thing.register
        while name:
            yield f"{name}:{reference}"
            name = self._earlier.get(name)

    def _there(self, plan: Plan, thing: Thing) -> bool:
        """Return whether a plan has a thing on its day; that a term ran out takes nothing away."""
        if thing.kind not in TERMS:
            return plan.holds(thing)
        about, latest = plan.registers[thing.register], str(thing.get("latest"))
        begun = about.follows not in plan.registers or about.since_day <= plan.day
        went_on = latest != thing.id and plan.registers[latest.partition(":")[0]].since_day <= plan.day
        return begun and not went_on

    def _root(self, name: str) -> str:
        while (parent := self._parents.get(name, name)) != name:
            name = parent
        return name

    def _join(self, old: str, new: str) -> None:
        first, second = self._root(old), self._root(new)
        if first != second:
            self._parents[first] = second
