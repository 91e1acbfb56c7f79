"""Passphrases short enough for any reader, easy to say by telephone, and hard to guess."""

import math
import re
import secrets
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources import files

WORDS = 7
LONGEST = 32  # poppler's command line refuses a longer password
SHORTEST_WORD = 3
WORD_LISTS = ("eff-long", "eff-short")  # Electronic Frontier Foundation, CC BY 3.0 US

SOUND_LIKE_ANOTHER = frozenset(
    {
        *("cache", "carat", "carrot", "cash", "chili", "clause", "coat", "cymbal", "jam"),
        *("manor", "moan", "mustard", "patience", "rhyme", "step", "surf", "whole"),
    }
)
"""The few in those lists that a listener may write as some other word."""


@dataclass(frozen=True, slots=True)
class Passphrase:
    """Words to read out, and their strength: the base 2 logarithm of how many were possible."""

    words: tuple[str, ...] = field(repr=False)
    bits: float

    @property
    def text(self) -> str:
        """The passphrase as it is typed."""
        return " ".join(self.words)


class WordSequences:
    """Every sequence of so many words that fits in so many letters, counted and numbered.

    Picking a number at random therefore picks evenly among all of them.
    """

    def __init__(self, words: Iterable[str], length: int, letters: int) -> None:
        by_length = defaultdict(list)
        for word in sorted(set(words)):
            by_length[len(word)].append(word)
        self._by_length = dict(sorted(by_length.items()))
        self._length, self._letters = length, letters
        self._counts = self._counted()

    @property
    def total(self) -> int:
        """How many sequences there are."""
        return self._counts[self._length][self._letters]

    def number(self, index: int) -> tuple[str, ...]:
        """The sequence with this number, from 0 up to but not including `total`."""
        chosen: list[str] = []
        letters = self._letters
        for left in reversed(range(self._length)):
            for size, words in self._by_length.items():
                tails = self._counts[left][letters - size] if size <= letters else 0
                if index < len(words) * tails:
                    which, index = divmod(index, tails)
                    chosen.append(words[which])
                    letters -= size
                    break
                index -= len(words) * tails
        return tuple(chosen)

    def _counted(self) -> list[list[int]]:
        """For each number of words and of letters to spare, how many sequences fit."""
        counts = [[1] * (self._letters + 1)]
        for _ in range(self._length):
            fewer = counts[-1]
            counts.append(
                [
                    sum(
                        len(words) * fewer[letters - size]
                        for size, words in self._by_length.items()
                        if size <= letters
                    )
                    for letters in range(self._letters + 1)
                ]
            )
        return counts


def new_passphrase() -> Passphrase:
    """Seven words chosen evenly among all that fit in 32 characters with their spaces."""
    sequences = WordSequences(word_list(), WORDS, LONGEST - (WORDS - 1))
    words = sequences.number(secrets.randbelow(sequences.total))
    return Passphrase(words, math.log2(sequences.total))


def word_list() -> frozenset[str]:
    """The words to choose from: plain letters only, three or more, not heard as another word."""
    folder = files("xkcdpass").joinpath("static")
    lines = [
        line.strip()
        for name in WORD_LISTS
        for line in folder.joinpath(name).read_text(encoding="ascii").splitlines()
    ]
    fit = (one for one in lines if one.isalpha() and one.islower() and len(one) >= SHORTEST_WORD)
    return frozenset(fit) - SOUND_LIKE_ANOTHER


def spoken(text: str) -> str:
    """What a person typed, as it would have been read out: case, spaces and hyphens do not matter.

    Anything between two words counts as one space.
    """
    return re.sub(r"[\W_]+", " ", text).strip().lower()
