"""Finds entries of an exact list from the first few letters someone types."""

import unicodedata
from functools import lru_cache

MOST = 8
"""As many entries as can be taken in at a glance."""

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
)
_BETWEEN_WORDS = str.maketrans(dict.fromkeys("-‐‑–/,()&", " "))
_INSIDE_WORDS = str.maketrans(dict.fromkeys("'’‘.", ""))


def folded(text: str) -> str:
    """The text as it is compared: no case, no accents, no marks, single spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    bare = bare.translate(_LETTERS).translate(_BETWEEN_WORDS).translate(_INSIDE_WORDS)
    return " ".join(bare.split())


class Finder:
    """One list, made ready once and asked at every key."""

    def __init__(self, entries: tuple[str, ...]) -> None:
        self._entries = entries
        self._folded = tuple(folded(entry) for entry in entries)
        self._exact = {key: entry for entry, key in zip(entries, self._folded, strict=True)}
        self._known = frozenset(entries)

    def find(self, typed: str, most: int = MOST) -> list[str]:
        """Entries that begin so, then those with a word that does, then those that hold it."""
        wanted = folded(typed)
        if not wanted:
            return []
        word = f" {wanted}"
        starts, words, holds = [], [], []
        for entry, key in zip(self._entries, self._folded, strict=True):
            if wanted not in key:
                continue
            if key.startswith(wanted):
                starts.append(entry)
                if len(starts) == most:
                    return starts
            elif word in key:
                words.append(entry)
            else:
                holds.append(entry)
        return [*starts, *words, *holds][:most]

    def first(self, most: int = MOST) -> list[str]:
        """The head of the list, for someone who opens it before typing."""
        return list(self._entries[:most])

    def same(self, typed: str) -> str:
        """The entry someone typed in their own spelling, or what they typed."""
        text = " ".join(typed.split())
        return text if text in self._known else self._exact.get(folded(typed), typed)


@lru_cache(maxsize=32)
def finder(entries: tuple[str, ...]) -> Finder:
    """The one finder of a list, however many questions pick from it."""
    return Finder(entries)
