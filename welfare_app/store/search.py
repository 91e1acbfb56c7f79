"""Finding cases by a word in names, notes and answers, however it is spelt or accented.

The index holds words and where they are, no sentences. It lies in the vault like all else.
"""

import re
from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.folding import folded
from welfare_app.store.connection import plainly

MOST = 5000
"""Cases found at most: nobody reads more, and a word in every case is no help in finding one."""

_NEAR = 8
"""Words of the vault that a word nobody wrote is taken for, at most."""

_SHORT, _LONG = 4, 8
_HEARD_AS = {
    "c": "ksz",
    "f": "p",
    "g": "hj",
    "h": "gk",
    "i": "jy",
    "j": "iyz",
    "k": "chq",
    "p": "f",
    "q": "k",
    "s": "cz",
    "u": "w",
    "v": "bw",
    "w": "uv",
    "x": "ks",
    "y": "ij",
    "z": "sj",
}
"""First letters that one name has in two ears: Krystyna, Christina. Others are written as heard."""

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af])")
"""Characters of scripts that put no space between words: each is indexed as one."""


class VaultSearch:
    """An index of words. `place` is the audit entry that began the record."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.hidden = "[]"
        """The places whose words nobody at work may find, as a JSON list."""

    def put(self, place: int | None, text: str) -> None:
        """Put a record's words in place of those it had."""
        if place is None:
            return
        self.drop(place)
        self._connection.execute(
            "INSERT INTO search (rowid, body) VALUES (?, ?)", (place, _indexed(text))
        )

    def drop(self, place: int) -> None:
        """Take a record's words out."""
        self._connection.execute("DELETE FROM search WHERE rowid = ?", (place,))

    def wanted(self, asked: str) -> tuple[str, tuple[object, ...]]:
        """A question for the places of all these words, and what fills its blanks.

        The last word may be half typed. Where more is found than anybody reads, it is the newest.
        """
        words = _WORD.findall(_indexed(asked))
        if not words:
            return "SELECT rowid FROM search WHERE 0", ()
        with plainly():
            question = " AND ".join(self._meant(words))
        found = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"
        return found, (question, MOST)

    def _meant(self, words: list[str]) -> Iterator[str]:
        """Each word as a question: as it is, as a beginning, or as words that are nearly it."""
        for at, word in enumerate(words):
            last = at == len(words) - 1
            if self._there(f'"{word}"*' if last else f'"{word}"'):
                yield f'"{word}"*' if last else f'"{word}"'
            else:
                near = self._near(word)
                yield _any_of(near or [word])

    def _there(self, question: str) -> bool:
        found = self._connection.execute(
            "SELECT 1 FROM search WHERE search MATCH ? "
            "AND rowid NOT IN (SELECT value FROM json_each(?)) LIMIT 1",
            (question, self.hidden),
        )
        return found.fetchone() is not None

    def _near(self, word: str) -> list[str]:
        """Words of the vault that differ from it by a slip of the pen."""
        if len(word) < _SHORT:
            return []
        slips = 2 if len(word) >= _LONG else 1
        terms = [
            term
            for first in {word[0], word[1], *_HEARD_AS.get(word[0], "")}
            for (term,) in self._connection.execute(
                "SELECT term FROM search_words WHERE term >= ? AND term < ? "
                "AND length(term) BETWEEN ? AND ?",
                (first, chr(ord(first) + 1), len(word) - slips, len(word) + slips),
            )
        ]
        found = process.extract(
            word, terms, scorer=DamerauLevenshtein.distance, score_cutoff=slips, limit=_NEAR
        )
        return [term for term, _, _ in found]


def _indexed(text: str) -> str:
    """Small and bare letters, with scripts that put no spaces between words taken apart."""
    return _UNSPACED.sub(r" \1 ", folded(text))


def _any_of(words: list[str]) -> str:
    return f"({' OR '.join(_quoted(one) for one in words)})"


def _quoted(word: str) -> str:
    return f'"{word}"'
