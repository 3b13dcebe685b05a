"""References: whether each leads to something that is there and may stand there, and what was meant if not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ssp_graph.english import article, capital, joined
from ssp_graph.errors import Problem
from ssp_graph.model.facts import written_key
from ssp_graph.model.kinds import BY_KIND, FILES, Record
from ssp_graph.register.register import Place, Register, Registers, Where
from ssp_graph.suggesting import did_you_mean, near

_MOST_KEYS = 4


@dataclass(frozen=True, slots=True)
class References:
    """Follows the references of one register, within it and into those that it uses."""

    register: Register
    registers: Registers

    def check(
        self,
        sentence: str,
        target: str,
        kinds: Collection[str],
        place: Place,
        where: Where,
        of: type[Record] | None = None,
    ) -> Iterator[Problem]:
        """Find what is wrong with a reference that may lead to these kinds.

        `sentence` is what stands before it, `of` the kind of the record where it is written under a key of that.
        """
        prefix, _, local = target.rpartition(":")
        uses = self.register.about.uses
        if prefix not in ("", self.register.id, *uses):
            lacking = [name for name in uses if name not in self.registers.by_id]
            if "register" not in self.register.broken and not near(prefix, lacking):  # which is reported as lacking
                otherwise = f"Add {prefix} to `uses` in register.yaml, or correct the reference."
                what = f"{sentence} {target}, but this register does not use {prefix}"
                yield place.problem(where, what, did_you_mean(prefix, uses, otherwise))
            return
        home = self.registers.by_id.get(prefix) if prefix else self.register
        if home is None:  # reported where it is used
            return
        kind = local.partition("/")[0]
        if kind in BY_KIND and kind not in kinds:
            same = self._same_slug(local, kinds)
            fix = f"Did you mean {same}?" if same else _rather(kind, kinds, of)
            yield place.problem(where, f"{sentence} {target}, which is of the wrong kind", fix)
        elif not home.has(local):
            where_not = f"the register {prefix}" if prefix else "this register"
            yield place.problem(
                where, f"{sentence} {target}, which is not in {where_not}", self._nearest(target, kinds)
            )

    def check_document(self, sentence: str, document: str, place: Place, where: Where) -> Iterator[Problem]:
        """Find out whether a document is there, by its slug."""
        if not self.register.has(f"document/{document}"):
            known = self.register.documents
            fix = did_you_mean(document, known, "Add it to documents.yaml, or name another document.")
            what = f"{sentence} stands on the document {document}, which is not in this register"
            yield place.problem(where, what, fix)

    def _within_reach(self, kinds: Collection[str]) -> Iterator[str]:
        """Yield the references of these kinds that the register may use."""
        for name, register in self.registers.by_id.items():
            if register is self.register or name in self.register.about.uses:
                prefix = "" if register is self.register else f"{name}:"
                known = (*register.records, *sorted(register.broken))
                yield from (prefix + record for record in known if record.partition("/")[0] in kinds)

    def _same_slug(self, target: str, kinds: Collection[str]) -> str | None:
        slug = target.rpartition("/")[2]
        return next((known for known in self._within_reach(kinds) if known.endswith(f"/{slug}")), None)

    def _nearest(self, target: str, kinds: Collection[str]) -> str:
        if same := self._same_slug(target, kinds):
            return f"Did you mean {same}?"
        kind = target.rpartition(":")[2].partition("/")[0]
        model = BY_KIND.get(kind)
        if model is None:
            return f"There is no kind {kind}: the kinds here are {', '.join(sorted(kinds))}."
        file = next(
            name for name, held in FILES.items() if issubclass(held, Record) and model in (held, *held.nested.values())
        )
        return did_you_mean(target, self._within_reach(kinds), f"Add it to {file}, or correct the reference.")


def _rather(kind: str, kinds: Collection[str], of: type[Record] | None) -> str:
    """Say what may stand in the place of something of this kind, and where that may stand."""
    fix = f"Name something of kind {' or '.join(sorted(kinds))}."
    if kind == "person" and "post" in kinds:
        return f"{fix} Of a person, name the post; if it has none yet, add it to posts.yaml with its `holder`."
    keys = [f"`{written_key(name)}`" for name in of.keys if kind in of.permitted(name)] if of else []
    if not 0 < len(keys) <= _MOST_KEYS:
        return fix
    return f"{fix} {capital(article(kind))} {kind.replace('-', ' ')} may stand under {joined(keys, 'or')}."
