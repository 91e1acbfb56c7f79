"""Perhaps a sign: which words call an indicator to mind. It offers; a person decides."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeAlias

from welfare_app.domain.folding import folded
from welfare_app.domain.ids import FieldId, IndicatorId
from welfare_app.domain.sign import Known

Mark: TypeAlias = tuple[int, int]
"""Where a word begins and ends in its sentence."""

Place: TypeAlias = tuple[str, ...]
"""The stems that will do at one place of a phrase; `*` at the end of one is any ending."""

Phrase: TypeAlias = tuple[Place, ...]
"""Places that must all be filled in one sentence, in any order."""

ELICITED_BY = {
    "ask": frozenset({Known.SAID, Known.CHECKED}),
    "observe": frozenset({Known.SEEN}),
    "data": frozenset({Known.CHECKED}),
}
"""Which lines can bring an indicator to mind, by how it comes to light.

What a person merely thinks is never among them: a suspicion would feed on itself.
"""

_SENTENCE = re.compile(r"(?:[^.!?…\n;]|[.](?=\d))+[.!?…]*")
_WORD = re.compile(r"[\w\u0300-\u036f]+(?:['’][\w\u0300-\u036f]+)*")
_QUOTES = str.maketrans("", "", "'’")
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Given:
    """A fixed answer of the interview's form that calls an indicator to mind."""

    field: FieldId
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prompt:
    """What calls one indicator to mind: any of its phrases, or any of the fixed answers.

    `known` are the kinds of line it listens to, `unless` the stems that silence a sentence.
    `example` is an invented sentence that it answers to.
    """

    indicator: IndicatorId
    known: frozenset[Known]
    phrases: tuple[Phrase, ...] = ()
    unless: Place = ()
    given: tuple[Given, ...] = ()
    example: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Something written down: a line of notes, or an answer, known by the field it answers.

    `option` is the fixed answer that was chosen, where `words` are how it reads.
    """

    key: str
    words: str = field(repr=False)
    known: Known
    at: datetime | None = None
    option: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An indicator to think about, the sentence that called it to mind, and the very words."""

    indicator: IndicatorId
    source: Source
    sentence: str = field(repr=False)
    marks: tuple[Mark, ...]


class Suggester:
    """Listens for every prompt at once.

    A word is looked up once, for all the places it fills; a phrase is looked at only when the
    place it shares with the fewest others is filled.
    """

    def __init__(self, prompts: Iterable[Prompt]) -> None:
        self._prompts = tuple(prompts)
        phrases = [phrase for prompt in self._prompts for phrase in prompt.phrases]
        self._shared = Counter(place for phrase in phrases for place in phrase)
        self._places: dict[Place, int] = {}
        self._whole: dict[str, list[int]] = {}
        self._begun: dict[str, list[int]] = {}
        self._listeners: dict[int, list[_Listener]] = {}
        self._given: dict[tuple[str, str], list[int]] = {}
        for number, prompt in enumerate(self._prompts):
            self._learn(number, prompt)
        lengths = [len(start) for start in self._begun]
        self._lengths = range(min(lengths, default=1), max(lengths, default=0) + 1)

    def suggest(
        self,
        sources: Iterable[Source],
        decided: Collection[tuple[IndicatorId, str]] = (),
        standing: Collection[IndicatorId] = (),
    ) -> tuple[Suggestion, ...]:
        """What to think about, from the newest source on, the most particular of each first.

        Left out is what stands as a sign already, and what was decided of that very source.
        """
        newest = sorted(sources, key=lambda one: one.at or _LONG_AGO, reverse=True)
        return tuple(
            found
            for source in newest
            for found in self._of(source)
            if found.indicator not in standing and (found.indicator, source.key) not in decided
        )

    def _learn(self, number: int, prompt: Prompt) -> None:
        silence = self._file(prompt.unless)
        for phrase in prompt.phrases:
            places = tuple(map(self._file, phrase))
            rarest = min(phrase, key=lambda place: (self._shared[place], len(place)))
            listener = _Listener(number, prompt.known, places, silence)
            self._listeners.setdefault(self._file(rarest), []).append(listener)
        for given in prompt.given:
            for option in given.options:
                self._given.setdefault((given.field, option), []).append(number)

    def _file(self, place: Place) -> int:
        """The number of a place, filed under each of its stems the first time."""
        if place not in self._places:
            self._places[place] = len(self._places)
            for stem in place:
                stems = self._begun if stem.endswith("*") else self._whole
                stems.setdefault(stem.rstrip("*"), []).append(self._places[place])
        return self._places[place]

    def _of(self, source: Source) -> list[Suggestion]:
        if source.option:
            whole = ((0, len(source.words)),)
            numbers = self._given.get((source.key, source.option), ())
            return [self._suggestion(number, source, source.words, whole) for number in numbers]
        found: dict[int, Suggestion] = {}
        for sentence in _SENTENCE.findall(source.words):
            for number, marks in self._heard(sentence.strip(), source.known):
                if number not in found or len(marks) > len(found[number].marks):
                    found[number] = self._suggestion(number, source, sentence.strip(), marks)
        return sorted(found.values(), key=lambda one: -len(one.marks))

    def _suggestion(
        self, number: int, source: Source, sentence: str, marks: tuple[Mark, ...]
    ) -> Suggestion:
        return Suggestion(self._prompts[number].indicator, source, sentence, marks)

    def _heard(self, sentence: str, known: Known) -> Iterator[tuple[int, tuple[Mark, ...]]]:
        """Each prompt that a sentence answers to, with its words in the order they stand."""
        filled: dict[int, list[Mark]] = {}
        for word in _WORD.finditer(sentence):
            mark = word.span()
            for place in self._fills(folded(word.group().translate(_QUOTES))):
                filled.setdefault(place, []).append(mark)
        for place in filled:
            for listener in self._listeners.get(place, ()):
                if known in listener.known and (marks := listener.hear(filled)):
                    yield listener.number, tuple(sorted(marks))

    def _fills(self, token: str) -> list[int]:
        places = list(self._whole.get(token, ()))
        for length in self._lengths:
            if length > len(token):
                break
            if found := self._begun.get(token[:length]):
                places += found
        return places


@dataclass(frozen=True, slots=True)
class _Listener:
    """One phrase of a prompt. Prompts and places are known by number here: it is quicker."""

    number: int
    known: frozenset[Known]
    places: tuple[int, ...]
    silence: int

    def hear(self, filled: Mapping[int, Sequence[Mark]]) -> tuple[Mark, ...]:
        """A word for each place; nothing unless all are filled."""
        if self.silence in filled or not filled.keys() >= set(self.places):
            return ()
        return _one_each([filled[place] for place in self.places])


def _one_each(places: Sequence[Sequence[Mark]], taken: tuple[Mark, ...] = ()) -> tuple[Mark, ...]:
    """A word for each place, none of them twice; nothing where that cannot be."""
    if not places:
        return taken
    for mark in places[0]:
        if mark not in taken and (chosen := _one_each(places[1:], (*taken, mark))):
            return chosen
    return ()
