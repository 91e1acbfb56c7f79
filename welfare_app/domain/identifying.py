"""How a name, a date or an address may be written: patterns that find it however it is."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from welfare_app.domain.partial_date import PartialDate

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"}
)
_SHORT = 3
_JOINS = (
    (0x0590, 0x08FF),
    (0x0E00, 0x0FFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x2E80, 0x9FFF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
    (0xFB1D, 0xFEFC),
    (0x20000, 0x3FFFF),
)
"""Scripts that write words together, or little words on to a name: no space can be asked for."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without its accents, capitals and unseen characters, and where each letter is from."""

    text: str = field(repr=False)
    origins: range | list[int] = field(repr=False)
    written: str = field(repr=False)

    @classmethod
    def of(cls, written: str) -> "Folded":
        """The text folded."""
        if written.isascii():
            return cls(written.lower(), range(len(written)), written)
        pieces, origins = [], []
        for at, char in enumerate(written):
            plain = _plain(char)
            pieces.append(plain)
            origins += [at] * len(plain)
        return cls("".join(pieces), origins, written)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of it stands in the text as written."""
        last = self.origins[end - 1] + 1
        while last < len(self.written) and not _plain(self.written[last]):
            last += 1
        return self.origins[start], last

    def fits(self, pattern: re.Pattern[str], found: re.Match[str]) -> bool:
        """Whether what was found stands as a word, and is capital where the pattern asks it."""
        start, end = found.span()
        if "capital" in pattern.groupindex:
            first = self.written[self.origins[start]]
            if first.lower() == first != first.upper():
                return False
        before = self.text[start - 1 : start]
        after = self.text[end : end + 1]
        return _apart(before, self.text[start]) and _apart(self.text[end - 1], after)


def name_patterns(name: str) -> Iterator[re.Pattern[str]]:
    """The whole name, and each of its words.

    Of several words, one that is never a capital (as in “van der”) is no name by itself, and one
    of a letter or two is, where it stands with a capital: “An” is a name, “an” is not.
    """
    words = [word for word in re.split(r"[\s\-\u2010-\u2015.,]+", name) if word]
    if not words:
        return
    yield phrase_pattern(name)
    for word in words if len(words) > 1 else ():
        plain = Folded.of(word).text
        if not plain or (word.islower() and word.upper() != word):
            continue
        short = len(plain) < _SHORT and not joins(plain[0])
        yield re.compile(f"(?P<capital>{re.escape(plain)})" if short else re.escape(plain))


def phrase_pattern(phrase: str) -> re.Pattern[str]:
    """Words in this order, with any white space and marks between them."""
    words = re.findall(r"\w+", Folded.of(phrase).text)
    return re.compile(r"[\W_]{1,3}".join(map(re.escape, words)) or r"(?!)")


def date_patterns(date: PartialDate) -> Iterator[re.Pattern[str]]:
    """The ways people write a date; with the month as a word, in any language."""
    year, month, day = date.year, date.month, date.day
    years = rf"(?:{year}|['’]?{year % 100:02})"
    gap = r"\s{0,2}[./\-\u2010-\u2015\s,]\s{0,2}"
    born = rf"born\b[^.\n]{{0,24}}?{year}"
    if month is None:
        yield re.compile(str(year))
        return
    name = rf"{MONTHS[month - 1]}|{MONTHS[month - 1][:3]}\.?{'|sept' if month == 9 else ''}"
    if day is None:
        for form in (
            rf"(?:{name})[\s,]{{1,3}}{years}",
            rf"0?{month}{gap}{year}",
            rf"{year}{gap}0?{month}",
            born,
        ):
            yield re.compile(form)
        return
    others = "|".join(other for other in MONTHS if other != MONTHS[month - 1])
    word = rf"(?!{others})(?:de\s)?[^\W\d_]{{3,14}}"
    nth = rf"0?{day}(?:\s?(?:st|nd|rd|th))?"
    for form in (
        rf"0?{day}{gap}0?{month}{gap}{years}",
        rf"0?{month}{gap}0?{day}{gap}{years}",
        rf"{year}{gap}0?{month}{gap}0?{day}",
        rf"{day:02}{month:02}{year}",
        rf"{year}{month:02}{day:02}",
        rf"{nth}[\s\-/.]{{0,2}}(?:of\s)?(?:the\s)?(?:{name})(?:[\s,\-/.]{{0,3}}{years})?",
        rf"(?:{name})[\s\-/]{{0,2}}(?:the\s)?{nth}(?:[\s,\-/.]{{1,3}}{years})?",
        rf"{nth}\.?[\s\-/]{{1,2}}{word}\.?,?[\s\-/]{{1,2}}(?:de\s)?{year}",
        rf"{year}\s?年\s?0?{month}\s?月\s?0?{day}\s?日?",
        born,
    ):
        yield re.compile(form)


def joins(char: str) -> bool:
    """Whether words of this script may stand with no space between them."""
    return any(low <= ord(char) <= high for low, high in _JOINS)


def _apart(before: str, after: str) -> bool:
    """Whether a word may end between two characters."""
    if not before or not after:
        return True
    if not (before.isalnum() and after.isalnum()):
        return True
    return joins(before) or joins(after)


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """A character as it is compared: nothing at all for accents and what is not seen."""
    if char == "\u0640":  # stretches an Arabic word
        return ""
    kept = "".join(
        one
        for one in unicodedata.normalize("NFKD", char)
        if unicodedata.category(one) not in {"Mn", "Me", "Cf", "Cc"} or one in "\n\t"
    )
    if len(kept) == 1 and (number := unicodedata.digit(kept, None)) is not None:
        return str(number)
    return kept.casefold().translate(_LETTERS)
