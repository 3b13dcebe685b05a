"""English as answers speak it: articles, lists, counts, plurals, capitals and stops, each in one place."""

from __future__ import annotations

from collections.abc import Sequence

_UNEVEN = {"person": "people", "matrix": "matrices"}
_EVEN = {several: one for one, several in _UNEVEN.items()}


def article(words: str) -> str:
    """Return the indefinite article before these words."""
    return "an" if words[:1].casefold() in tuple("aeiou") else "a"


def capital(text: str) -> str:
    """Return a text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def stopped(text: str) -> str:
    """Return a sentence with one stop at its end."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def joined(parts: Sequence[str], word: str = "and") -> str:
    """Return "A, B and C"."""
    return f" {word} ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)


def plural(words: str) -> str:
    """Return a noun, or words that end in one, in the plural: "priority area" as "priority areas"."""
    if words in _UNEVEN:
        return _UNEVEN[words]
    if words.endswith("y") and words[-2:-1] not in tuple("aeiou"):
        return f"{words[:-1]}ies"
    return f"{words}s"


def singular(words: str) -> str:
    """Return a noun, or words that end in one, in the singular."""
    if words in _EVEN:
        return _EVEN[words]
    if words.endswith("ies") and len(words) > 4:
        return f"{words[:-3]}y"
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number with its noun: "1 action", "3 actions", "2,001 bodies"."""
    return f"{number:,} {one if number == 1 else several or plural(one)}"


def agreeing(verb: str) -> str:
    """Return a verb that goes with one as it goes with several: "is part of" as "are part of", "leads" as "lead"."""
    word, _, rest = verb.partition(" ")
    if word == "jointly":
        return f"{word} {agreeing(rest)}"
    several = {"is": "are", "has": "have", "carries": "carry"}.get(word) or (word[:-1] if word.endswith("s") else word)
    return f"{several} {rest}".strip()
