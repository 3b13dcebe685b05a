"""What people's own words mean to the search for a question: their stems, and what the questions say for them.

The words stand in `own_words.yaml`: words that are alike, commands that answer too, and what no register holds. None is
said of one question alone, so that a new question is found by its own header. `asked.csv` holds ways in which questions
were asked, with what answers them: another is compared with these by its words, and by each two that follow on.
"""

from __future__ import annotations

import csv
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

_ENDINGS = ("ings", "ing", "edly", "ed", "es", "s", "ly", "ment", "ments", "ation", "ations")
_IN_FULL = {"n't": " not", "'s": "", "'re": " are", "'ve": " have", "'ll": " will", "'d": "", "'m": " am"}
_SHORT = re.compile(rf"({'|'.join(_IN_FULL)})\b")
_WORD = re.compile(r"[^\W_]+")
_LEFT = 4  # letters that a stem has at least

# Chosen on asked.csv, each part of it left out in turn; never on the half that is held out for tests.
_LIKE = 0.5  # counts a word that is like another, where the word itself counts 1
_FOLLOWING = 0.5  # and two words that follow on
_WAYS = 5  # of asking, the likest ones, are counted of each question: one alone may be chance

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of a text: as it is written, its stem, and the words of questions that are like it."""

    text: str
    stem: str
    alike: frozenset[str] = frozenset()

    @property
    def features(self) -> frozenset[str]:
        """What it is compared by."""
        return self.alike | {self.stem}


@dataclass(frozen=True, slots=True)
class Lacking:
    """What no register holds: the sentence that says so, and the phrases that ask for it, anywhere or at the start.

    Where one of the features `unless` is in the question too, it asks for something else. `instead` are the names of
    what can be asked.
    """

    says: str
    phrases: frozenset[str]
    openings: frozenset[str]
    unless: frozenset[str]
    instead: tuple[str, ...]


def tokens(text: str) -> list[str]:
    """Return the words of a text in small letters, without accents, and in full what is short for two."""
    plain = text.casefold()
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain.replace("’", "'"))
        plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    if "'" in plain:
        plain = _SHORT.sub(lambda short: _IN_FULL[short[0]], plain)
    return _WORD.findall(plain)


@cache
def stem(word: str) -> str:
    """Return a word without its ending, where four letters of it are left."""
    if word.endswith(("ies", "ied")) and len(word) > _LEFT:
        return f"{word[:-3]}y"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEFT:
            word = word[: -len(ending)]
            break
    return word.removesuffix("e") if len(word) > _LEFT else word


def stems(text: str) -> Stems:
    """Return the stems of a text."""
    return tuple(map(stem, tokens(text)))


@cache
def _content() -> dict[str, Any]:
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, Any] = yaml.load(Path(__file__).with_name("own_words.yaml").read_bytes(), loader)  # noqa: S506
    return found


@cache
def _empty() -> frozenset[str]:
    return frozenset(_content()["empty"].split())


def is_empty(word: str) -> bool:
    """Return whether a word says nothing by itself, as a year or another number does."""
    return word in _empty() or word.isdigit()


def commands() -> list[dict[str, str]]:
    """Return the commands that answer what no question does, each with a header as a question has it."""
    found: list[dict[str, str]] = _content()["commands"]
    return found


@cache
def asked() -> dict[str, list[str]]:
    """Return ways in which questions and commands were asked for, by what answers them best; without the names."""
    found: dict[str, list[str]] = {}
    with Path(__file__).with_name("asked.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            first, *others = row["asked"].replace(row["about"], "").split()
            if row["answered_by"]:
                spoken = " ".join((first, *(word for word in others if not word[0].isupper())))
                found.setdefault(row["answered_by"].split()[0], []).append(spoken)
    return found


@cache
def lacking() -> tuple[Lacking, ...]:
    """Return what no register holds."""
    return tuple(
        Lacking(
            item["says"],
            frozenset(_in_words(tokens(word)) for word in item["words"] if word[0] != "^"),
            frozenset(_in_words(tokens(word)) for word in item["words"] if word[0] == "^"),
            frozenset(feature for word in item.get("unless", ()) for feature in (f"={word}", stem(word))),
            tuple(item.get("instead", ())),
        )
        for item in _content()["lacking"]
    )


@cache
def _alike() -> dict[Stems, frozenset[str]]:
    found: dict[Stems, set[str]] = {}
    for word, others in _content()["alike"].items():
        for phrase in (word, *others):
            found.setdefault(stems(phrase), set()).add(f"={word}")
    return {phrase: frozenset(words) for phrase, words in found.items()}


@cache
def _longest() -> dict[str, int]:
    """Return how long the phrases are at most that begin with a stem."""
    found: dict[str, int] = {}
    for phrase in _alike():
        found[phrase[0]] = max(found.get(phrase[0], 0), len(phrase))
    return found


@cache
def alike_words() -> frozenset[str]:
    """Return the stems of the words that stand in the list of those that are alike, each for itself."""
    return frozenset(phrase[0] for phrase in _alike() if len(phrase) == 1)


def term(stemmed: str, text: str) -> Term:
    """Return the term of a stem."""
    return Term(text, stemmed, _alike().get((stemmed,), frozenset()))


def _taken_apart(words: Sequence[str]) -> Iterator[str]:
    """Yield words, of those that deny something the two parts: `leaderless`, `unowned`."""
    for word in words:
        if word.endswith("less") and len(word) > len("less") + 2:
            yield from ("without", word.removesuffix("less"))
        elif word.startswith("un") and stem(word) not in alike_words() and stem(word[2:]) in alike_words():
            yield from ("without", word[2:])
        else:
            yield word


def terms(text: Sequence[str]) -> Iterator[Term]:
    """Yield the words and phrases that say something, in order; of phrases that overlap, the longest first one."""
    words = list(_taken_apart(text))
    stemmed = [stem(word) for word in words]
    place = 0
    while place < len(words):
        size = min(_longest().get(stemmed[place], 1), len(words) - place)
        while size > 1 and tuple(stemmed[place : place + size]) not in _alike():
            size -= 1
        if size > 1:
            phrase = tuple(stemmed[place : place + size])
            yield Term(" ".join(words[place : place + size]), " ".join(phrase), _alike()[phrase])
        elif not is_empty(words[place]):
            yield term(stemmed[place], words[place])
        place += size


def _in_words(words: Iterable[str]) -> str:
    return f" {' '.join(word.removesuffix('s') for word in words)} "


def holds(words: Sequence[str], phrases: Iterable[str], *, first: bool = False) -> bool:
    """Return whether one of these phrases stands in the words, or begins them; the plural of a word is that word."""
    said = _in_words(words)
    return any(said.startswith(phrase) if first else phrase in said for phrase in phrases)


class AskedBefore:
    """The ways in which things were asked, ready to be compared with another."""

    def __init__(self, ways: Mapping[str, Sequence[str]]) -> None:
        """Take the ways by the names of what answers them."""
        every = [(name, _parts(list(terms(tokens(text))))) for name, texts in ways.items() for text in texts]
        said = Counter(part for _, parts in every for part in parts)
        self._rarity = {part: math.log(1 + len(every) / number) for part, number in said.items()}
        self._names = [name for name, _ in every]
        self._ways: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, (_, parts) in enumerate(every):
            for part, share in self._shares(parts).items():
                self._ways[part].append((place, share))

    def likeness(self, said: Sequence[Term]) -> dict[str, float]:
        """Return how like words are to what each thing was asked by, from 0 to 1: the cosine of their weights."""
        found: dict[int, float] = defaultdict(float)
        for part, share in self._shares(_parts(said)).items():
            for place, other in self._ways.get(part, ()):
                found[place] += share * other
        by_name: dict[str, list[float]] = defaultdict(list)
        for place, like in found.items():
            by_name[self._names[place]].append(like)
        return {name: sum(nlargest(_WAYS, likes)) / _WAYS for name, likes in by_name.items()}

    def _shares(self, parts: Mapping[str, float]) -> dict[str, float]:
        strange = max(self._rarity.values(), default=0.0)
        weights = {part: counted * self._rarity.get(part, strange) for part, counted in parts.items()}
        length = math.hypot(*weights.values()) or 1.0
        return {part: weight / length for part, weight in weights.items()}


def _parts(said: Sequence[Term]) -> dict[str, float]:
    alike = {feature: _LIKE for word in said for feature in word.alike}
    pairs = {f"{one.stem} {other.stem}": _FOLLOWING for one, other in pairwise(said)}
    return {**alike, **pairs, **{word.stem: 1.0 for word in said}}
