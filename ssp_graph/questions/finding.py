"""Finding the question that is meant by somebody's own words, or saying what no register holds.

A word weighs the more, the fewer questions say it. A question covers that part of the words' weight that it says, by
the word itself or by one like it; those that cover most come first, before others those whose titles say little else.
A name in the words counts where the question has a parameter for it. A word that nothing knows weighs most, so that a
question about something else is covered by none. What was asked before in nearly the same words moves a question up
among those that cover about as much.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from ssp_graph.model.kinds import BY_KIND
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.plan import Plan
from ssp_graph.questions.library import Library
from ssp_graph.questions.naming import Named, settings, with_names
from ssp_graph.questions.own_words import (
    AskedBefore,
    Lacking,
    Term,
    alike_words,
    asked,
    commands,
    holds,
    is_empty,
    lacking,
    stems,
    term,
    terms,
    tokens,
)
from ssp_graph.questions.question import Question

# Chosen on asked.csv, each part of it left out in turn; never on the half that is held out for tests.
_LEAST = 0.3  # of the words' weight must be covered
_BESIDE = 0.6  # of what the best covers must others cover to be offered beside it
_MOST = 8  # are offered, save for one word alone: that is looked up
_NEAREST = 3  # are named where none is the answer
_ALIKE = 0.7  # of a word's weight counts where one like it is said
_BEGUN = 0.6  # and where one is said that begins with it
_TITLE = 0.25  # counts a title that says nothing else, against all words covered
_NAME = 2.0  # weighs a name
_DENIED = "=without"
_ASTRAY = 0.1  # counts against a title that denies something, where the words deny nothing
_COMMAND = 0.7  # of that counts where a command takes any name
_OF_MODEL = 1.0  # weighs a word that no question says, and the dictionary does
_STRANGE = 5.0  # weighs a word that nothing knows
_SLIP = 80  # of 100 letters must agree in a word that is taken for another
_PLACES = {"title": 1.0, "name": 1.0, "question": 0.9, "synonyms": 0.9, "why": 0.4, "columns": 0.3, "group": 0.3}
_BEFORE = 1.0  # counts having been asked in these very words before, against all words covered
_ASKED = 0.5  # and what one way of asking says, up to twice that where three do


@dataclass(frozen=True, slots=True)
class Answer:
    """A question that may be meant, or a command where `asks` is None; and the parameters that names set.

    It `covers` a part of what is asked, and what is asked says a part of its title (`titled`): both from 0 to 1.
    `takes` is what stands behind the command: a `thing`, or something else that it says itself.
    """

    name: str
    title: str
    question: str
    asks: Question | None = None
    takes: str = ""
    covers: float = 0.0
    titled: float = 0.0
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Understood:
    """What words were taken for: answers, best first; or what is `lacking`, and what is nearest to them."""

    names: tuple[Named, ...]
    answers: tuple[Answer, ...] = ()
    lacking: str = ""
    nearest: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A question or a command as it is searched: how much each feature counts in it, and its title's terms.

    The features of its `header` are those that no way of asking has brought.
    """

    answer: Answer
    header: frozenset[str]
    places: Mapping[str, float]
    title: tuple[Term, ...]


class Finder:
    """The questions of a library and the commands, ready to be found."""

    def __init__(self, library: Library) -> None:
        """Take the words of each."""
        self.entries = [*map(_of_question, library.questions.values()), *map(_of_command, commands())]
        self._ordinary = frozenset(feature for entry in self.entries for feature in entry.header) | alike_words()
        self._before = AskedBefore({entry.answer.name: _ways(entry.answer) for entry in self.entries})
        said = Counter(feature for entry in self.entries for feature in entry.places)
        self._rarity = {feature: math.log(1 + len(self.entries) / number) for feature, number in said.items()}

    def understood(self, plan: Plan, text: str) -> Understood:
        """Return what a text is taken for, with the names of a plan's things in it."""
        words, named = with_names(plan, text, self._is_ordinary)
        said = [
            one if self._is_said(one) else self._mended(one) for one in terms(words) if not one.stem.startswith("@")
        ]
        ranked = self._ranked(said, named)
        best = max((answer.covers for answer in ranked[:3]), default=0)
        if topic := _lacking(words, named, said):
            instead = [entry.answer for entry in self.entries if entry.answer.name in topic.instead]
            nearest = {answer.name: answer for answer in (*instead, *ranked)}
            return Understood(tuple(named), lacking=topic.says, nearest=tuple(nearest.values())[:_NEAREST])
        if best < _LEAST:
            return Understood(tuple(named), lacking=self._unsaid(said), nearest=tuple(ranked[:_NEAREST]))
        answers = [answer for answer in ranked if answer.covers >= _BESIDE * best]
        return Understood(tuple(named), tuple(answers if len(said) + len(named) == 1 else answers[:_MOST]))

    def _is_ordinary(self, word: str) -> bool:
        return word in self._ordinary or is_empty(word)

    def _is_said(self, word: Term) -> bool:
        return not word.features.isdisjoint(self._rarity)

    def _unsaid(self, said: Sequence[Term]) -> str:
        unsaid = [f"“{word.text}”" for word in said if not self._is_said(word) and word.stem not in self._of_model]
        return f"No question speaks of {' or '.join(unsaid)}." if unsaid else "No question speaks of all this."

    @cached_property
    def _of_model(self) -> frozenset[str]:
        """The words of the dictionary: of kinds and of relationships."""
        texts = [text for kind in BY_KIND.values() for text in (kind.plural.replace("-", " "), kind.__doc__ or "")]
        for relationship in RELATIONSHIPS.values():
            texts += [relationship.reads, relationship.reads_back]
        return frozenset(word for text in texts for word in stems(text))

    def _mended(self, word: Term) -> Term:
        """Return a word that nothing says as the known one that it may be a slip of, if there is one."""
        if len(word.stem) < 4 or word.stem in self._of_model:
            return word
        from rapidfuzz import fuzz, process

        known = {one for one in (*alike_words(), *self._rarity) if one.startswith(word.stem[0])}
        near = process.extractOne(word.stem, sorted(known), scorer=fuzz.ratio, score_cutoff=_SLIP)
        return term(near[0], word.text) if near else word

    def _ranked(self, said: Sequence[Term], named: Sequence[Named]) -> list[Answer]:
        whole = sum(map(self._weight, said)) + _NAME * sum(not name.beside for name in named) or 1
        denied = any(_DENIED in word.alike for word in said)
        before = self._before.likeness(said)
        found: list[tuple[float, Answer]] = []
        for entry in self.entries:
            one = entry.answer
            given = settings(one.asks, named) if one.asks else {}
            names = len(given) if one.asks else _COMMAND * len(named) * (one.takes == "thing")
            covered = sum(self._weight(word) * self._fit(entry, word) for word in said) + _NAME * names
            if covered and (said or not one.asks):  # a name alone asks what it is, which a command answers
                titled = self._titled(entry, said)
                answer = replace(one, covers=min(1, covered / whole), titled=titled, settings=given)
                astray = not denied and any(_DENIED in word.alike for word in entry.title)
                taken = (1 + names) / (1 + len(named))
                likely = answer.covers + _TITLE * titled - _ASTRAY * astray + _BEFORE * taken * before.get(one.name, 0)
                found.append((likely, answer))
        return [answer for _, answer in sorted(found, key=lambda item: -item[0])]

    def _weight(self, word: Term) -> float:
        known = [self._rarity[feature] for feature in word.features if feature in self._rarity]
        return max(known) if known else _OF_MODEL if word.stem in self._of_model else _STRANGE

    def _fit(self, entry: _Entry, word: Term) -> float:
        """Return how far a question says a word: itself, one like it, or one that begins with it."""
        itself = entry.places.get(word.stem, 0)
        alike = _ALIKE * max((entry.places.get(other, 0) for other in word.alike), default=0)
        if itself or alike or len(word.stem) < 4:
            return max(itself, alike)
        begun = (
            entry.places.get(other, 0) for other in self._begun.get(word.stem[:4], ()) if other.startswith(word.stem)
        )
        return _BEGUN * max(begun, default=0)

    @cached_property
    def _begun(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for feature in self._rarity:
            found.setdefault(feature[:4], []).append(feature)
        return found

    def _titled(self, entry: _Entry, said: Sequence[Term]) -> float:
        spoken = {word.stem for word in said}
        alike = {feature for word in said for feature in word.alike}
        whole = covered = 0.0
        for word in entry.title:
            weight = self._weight(word)
            whole += weight
            covered += weight * (1 if word.stem in spoken else 0 if alike.isdisjoint(word.alike) else _ALIKE)
        return covered / whole if whole else 0


def _lacking(words: Sequence[str], named: Sequence[Named], said: Sequence[Term]) -> Lacking | None:
    """Return what is asked for and no register holds, if anything."""
    features = {feature for word in said for feature in word.features}
    spoken = [part for word in words for part in _spoken(word, named)]
    for topic in lacking():
        asked_for = holds(spoken, topic.phrases) or holds(spoken, topic.openings, first=True)
        if asked_for and features.isdisjoint(topic.unless):
            return topic
    return None


def _spoken(word: str, named: Sequence[Named]) -> Sequence[str]:
    """Return a word, or of a name that stands there in part the words that do."""
    if not word.startswith("@"):
        return (word,)
    name = named[int(word[1:])]
    return (word,) if name.in_full else name.said


def _of_question(question: Question) -> _Entry:
    texts = {
        "title": [question.title],
        "name": [question.name.replace("-", " ")],
        "question": [question.question],
        "synonyms": question.synonyms,
        "columns": [*(question.headings or {}).values(), question.counted, *question.notes],
        "why": [question.why],
        "group": [question.group],
    }
    return _entry(Answer(question.name, question.title, question.question, question), texts)


def _of_command(item: Mapping[str, str]) -> _Entry:
    answer = Answer(item["name"], item["title"], item["question"], takes=item.get("takes", ""))
    texts = {place: [item[place]] for place in ("title", "name", "question")}
    return _entry(answer, {**texts, "synonyms": item["synonyms"].split(",")})


def _ways(answer: Answer) -> list[str]:
    """Return the ways in which a question or command says itself, and in which it was asked."""
    header = (answer.title, answer.question, *(answer.asks.synonyms if answer.asks else ()))
    return [*header, *asked().get(answer.name, ())]


def _entry(answer: Answer, texts: Mapping[str, Sequence[str]]) -> _Entry:
    header: dict[str, float] = {}
    for place, parts in texts.items():
        for feature in _features(parts):
            header[feature] = max(header.get(feature, 0), _PLACES[place])
    often = _features(asked().get(answer.name, ()))
    learned = {feature: _ASKED + _ASKED * min(1, number / 3) for feature, number in often.items()}
    places = {feature: max(header.get(feature, 0), learned.get(feature, 0)) for feature in header.keys() | learned}
    return _Entry(answer, frozenset(header), places, tuple(terms(tokens(answer.title))))


def _features(texts: Iterable[str]) -> Counter[str]:
    """Return in how many of some texts each feature is."""
    each = ({feature for word in terms(tokens(text)) for feature in word.features} for text in texts)
    return Counter(feature for features in each for feature in features)
