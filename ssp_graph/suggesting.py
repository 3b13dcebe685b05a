"""The known names nearest to a wrong one: only ever suggested, never taken."""

from __future__ import annotations

from collections.abc import Iterable

_ACRONYM = 5  # letters: two bodies' acronyms may differ by one of them


def did_you_mean(wrong: str, known: Iterable[str], otherwise: str) -> str:
    """Return "Did you mean …?" for the nearest known name, or the other sentence where none is near."""
    nearest = near(wrong, known, limit=1)
    return f"Did you mean {nearest[0]}?" if nearest else otherwise


def near(wrong: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Return the known names nearest to a wrong one, best first; of references, the slugs are compared.

    Never for an acronym of up to five letters, written in capitals or as a slug.
    """
    kind, mark, name = wrong.rpartition("/")
    if len(name) <= _ACRONYM and (name.isupper() or mark):
        return []
    from rapidfuzz import fuzz, process

    by_slug: dict[str, list[str]] = {}
    for item in sorted(set(known), key=lambda item: (not item.startswith(kind), item)):
        by_slug.setdefault(item.rpartition("/")[2].lower() if mark else item.lower(), []).append(item)
    slugs = list(by_slug)
    close = process.extract(name.lower(), slugs, scorer=fuzz.ratio, score_cutoff=70, limit=limit)
    if not close and len(name) > _ACRONYM:
        partly = process.extract(name.lower(), slugs, scorer=fuzz.WRatio, score_cutoff=85, limit=None)
        close = sorted(partly, key=lambda item: -fuzz.ratio(name.lower(), item[0]))
    return [item for slug, _, _ in close for item in by_slug[slug]][:limit]
