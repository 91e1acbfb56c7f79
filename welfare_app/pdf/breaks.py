"""Where a line may break (Unicode UAX 14), asked token by token so that most answers are known."""

import re
from collections.abc import Iterator

from uniseg.graphemecluster import grapheme_clusters
from uniseg.linebreak import line_break_boundaries

IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff"
TOKEN = re.compile(
    rf"[^ ](?:(?:(?<![{IDEOGRAPHS}])|(?![{IDEOGRAPHS}]))[^ ])* *| +"
)  # up to a space, or between two ideographs, where a break is always allowed
UNBREAKABLE = re.compile(
    r"""[(\['"“‘£$€]*[a-zA-Z0-9\u00c0-\u052f\u0620-\u064a\u1e00-\u1eff'’]+[.,;:!?)\]'"”’%]* *"""
)
HYPHENATED = re.compile(r"[a-zA-Z]+(?:-[a-zA-Z]+)+[.,;:)]* *")
"""Breaks after each hyphen (LB21) and nowhere else; names of questions are mostly so."""

LONGEST_WORD = 60  # a longer run without a break, such as a web address, breaks anywhere


class LineBreaker:
    """Finds the places, and remembers them by word for one document."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, ...]] = {}

    def segments(self, line: str) -> Iterator[tuple[int, int]]:
        """(start, end) of each stretch that stays together, with the spaces after it."""
        for match in TOKEN.finditer(line):
            token, start = match.group(), match.start()
            if token not in self._known:
                self._known[token] = tuple(_ends(token))
            for end in self._known[token]:
                yield start, match.start() + end
                start = match.start() + end


def letters(text: str) -> list[str]:
    """Characters as a reader sees them: each with its marks."""
    return list(text) if text.isascii() else list(grapheme_clusters(text))


def _ends(token: str) -> Iterator[int]:
    if len(token) <= LONGEST_WORD and UNBREAKABLE.fullmatch(token):
        yield len(token)
        return
    if len(token) <= LONGEST_WORD and HYPHENATED.fullmatch(token):
        yield from (at + 1 for at, letter in enumerate(token) if letter == "-")
        yield len(token)
        return
    start = 0
    for end in line_break_boundaries(token):
        if end:
            yield from _emergency(token[start:end], start)
            start = end


def _emergency(text: str, start: int) -> Iterator[int]:
    """Breaks between the letters of a word that is too long to stay whole."""
    word = text.rstrip(" ")
    if len(word) > LONGEST_WORD:
        at = start
        for letter in letters(word)[:-1]:
            at += len(letter)
            yield at
    yield start + len(text)
