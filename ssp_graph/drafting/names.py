"""What things are called in a workbook, and which thing a cell means: by name, alias or id, with what names forgive."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from ssp_graph.answers.names import forgiving
from ssp_graph.errors import UsageError
from ssp_graph.register.register import Register, Registers
from ssp_graph.suggesting import near

Known = tuple[str, str, tuple[str, ...]]
"""A thing: its reference as the register writes it, its name, its other names."""


class Names:
    """The things that a register may refer to: its own, then those of the registers it uses."""

    def __init__(self, things: Iterable[Known]) -> None:
        """Take them in their order."""
        self.things: dict[str, tuple[str, tuple[str, ...]]] = {key: (name, others) for key, name, others in things}

    @classmethod
    def of(cls, registers: Registers, register: Register) -> Names:
        """Return the names of all that a register may refer to."""
        homes = [register, *(each for each in registers.by_id.values() if each is not register)]
        return cls(
            (
                reference if home is register else f"{home.id}:{reference}",
                record.called,
                (*record.aliases, *(name.name for name in record.names)),
            )
            for home in homes
            for reference, record in home.records.items()
        )

    def with_new(self, things: Iterable[Known]) -> Names:
        """Return these and others beside them."""
        return Names([*((key, name, others) for key, (name, others) in self.things.items()), *things])

    def of_kinds(self, kinds: tuple[str, ...]) -> list[str]:
        """Return what may be chosen where these kinds may stand, in the order of their names."""
        return sorted((self.shown(key, kinds) for key in self._among(kinds)), key=str.casefold)

    def name(self, reference: str) -> str:
        """Return the name of a thing, or the reference where it leads nowhere."""
        return self.things[reference][0] if reference in self.things else reference

    def shown(self, reference: str, kinds: tuple[str, ...] = ()) -> str:
        """Return what a thing is called among these kinds: its name, and its id too where another has that name.

        Of a document, the slug alone is its reference.
        """
        key = reference if "/" in reference else f"{kinds[0]}/{reference}"
        if key not in self.things:
            return reference
        name = " ".join(self.things[key][0].split())
        return name if len(self._indices[kinds][0].get(name.casefold(), ())) == 1 else f"{name} ({key})"

    def meant(self, text: str, kinds: tuple[str, ...]) -> str:
        """Return the reference of the thing that a text means among these kinds.

        Raises:
            UsageError: there is none, with the nearest name, or there are several.
        """
        typed = text.strip()
        inside = typed[:-1].rpartition("(")[2] if typed.endswith(")") else typed
        if inside in self.things and (not kinds or _kind(inside) in kinds):
            return inside
        slug = f"{kinds[0]}/{typed}" if len(kinds) == 1 else ""
        found = [slug] if slug in self.things else self._called(kinds, typed)
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(f"'{typed}' is the name of several. Write one of {', '.join(found)}")
        among = self._among(kinds)
        names = {name: key for key in among for name in (among[key][0], *among[key][1])}
        nearest = near(typed, names, 1)
        of = " or ".join(kind.replace("-", " ") for kind in kinds) if 0 < len(kinds) <= 4 else "thing"
        hint = f"Did you mean {self.shown(names[nearest[0]], kinds)}?" if nearest else "Add it first"
        raise UsageError(f"there is no {of} '{typed}'. {hint}")

    def _called(self, kinds: tuple[str, ...], typed: str) -> list[str]:
        exact, loose = " ".join(typed.casefold().split()), forgiving(typed)
        by_name, by_other, by_any = self._indices[kinds]
        by_slug = [key for key in self._among(kinds) if key.rpartition("/")[2] == exact] if "-" in exact else []
        return by_name.get(exact) or by_other.get(exact) or by_any.get(loose) or by_slug

    def _among(self, kinds: tuple[str, ...]) -> dict[str, tuple[str, tuple[str, ...]]]:
        return {key: named for key, named in self.things.items() if not kinds or _kind(key) in kinds}

    @cached_property
    def _indices(self) -> _Indices:
        return _Indices(self)


class _Indices(dict[tuple[str, ...], tuple[dict[str, list[str]], ...]]):
    """What is called so among some kinds, made once for each set of them: by name, by another name, by what is left
    of either once what is forgiven is gone.
    """

    def __init__(self, names: Names) -> None:
        super().__init__()
        self.names = names

    def __missing__(self, kinds: tuple[str, ...]) -> tuple[dict[str, list[str]], ...]:
        found: tuple[dict[str, list[str]], ...] = ({}, {}, {})
        for key, (name, others) in self.names._among(kinds).items():
            found[0].setdefault(" ".join(name.casefold().split()), []).append(key)
            for other in others:
                found[1].setdefault(other.casefold(), []).append(key)
            for any_ in {forgiving(each) for each in (name, *others)}:
                found[2].setdefault(any_, []).append(key)
        self[kinds] = found
        return found


def _kind(reference: str) -> str:
    return reference.rpartition(":")[2].partition("/")[0]
