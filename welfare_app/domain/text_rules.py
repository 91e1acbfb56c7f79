"""What the Home Office form does to text before it keeps it, and how it counts (R36 to R40, R43).

Rule numbers are those of the form's own code, read on 21 April 2026.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

_WHITE = "".join(
    (
        "\t\n\v\f\r \u00a0\u1680",
        *map(chr, range(0x2000, 0x200B)),
        "\u2028\u2029\u202f\u205f\u3000\ufeff",
    )
)
"""White space as ECMAScript has it, which is not quite as Python has it."""

_SPACES = re.compile(f"[{_WHITE}]{{2,}}|[{_WHITE.replace(' ', '')}]")
_DASHES = re.compile("[\u2013\u2014-]+")
_DASHED = ("\u2013", "\u2014", "--")
# the form asks for 2 to 256 letters before the dot; two decide it, and cost nothing to look for
_WEB_LIKE = re.compile(r"\.(?<=[-a-zA-Z0-9@:%._+~#=]{2}\.)[a-z]{2,6}\b", re.ASCII)
_MARK = r"[-!#$%&'*+/0-9=?A-Z^_a-z`{|}~]"
_EMAIL = re.compile(
    rf"{_MARK}(?:\.?{_MARK})*@"
    r"[a-zA-Z0-9](?:-*\.?[a-zA-Z0-9])*\.[a-zA-Z](?:-?[a-zA-Z0-9])+"
)

_REWRITTEN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), instead)
    for pattern, instead in (
        (r"/\*", "-"),
        (r"\*/", "-"),
        (r"\|", "-"),
        (r"&&+", "&"),
        (r"@@+", "@"),
        (r"/\.\.;/", "-"),
        (r"/etc/passwd", "-"),
        (r"c:\\", "-"),
        (r"cmd\.exe", "-"),
        (r"<+", "<"),
        (r"<(?!-)", "<-"),
        (r">+", ">"),
        (r">(?!-)", ">-"),
        (r"\[+", "["),
        (r"\[(?!-)", "[-"),
        (r"\]+", "]-"),
        (r"~+", "~"),
        (r"~(?!-)", "~-"),
        (r"&#", "-"),
        (r"%U", "-"),
    )
)
"""In the form's own order: what one step leaves, the next may find."""


@dataclass(frozen=True, slots=True)
class Change:
    """A place in a text that the form will change: from `start` to before `end`."""

    start: int
    end: int
    was: str = field(repr=False)
    becomes: str = field(repr=False)

    @property
    def seen(self) -> bool:
        """Whether a reader would see it: white space that is folded or trimmed is not seen."""
        return bool(self.was.strip(_WHITE) or self.becomes.strip(_WHITE))


def tidied(text: str, *, one_line: bool) -> str:
    """The text as the form formats it: trimmed, dashes made one hyphen, white space folded."""
    text = text.strip(_WHITE)
    if one_line:
        text = _SPACES.sub(" ", text)
    return _DASHES.sub("-", text) if any(dash in text for dash in _DASHED) else text


def rewritten(text: str) -> str:
    """The text as the form will silently change it before it is sent (R39)."""
    for pattern, instead in _REWRITTEN:
        text = pattern.sub(instead, text)
    return text


def length(text: str) -> int:
    """How long the form thinks it is: UTF-16 units, a line break counting two (R37)."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    breaks = text.count("\n")
    if text.isascii():
        return len(text) + breaks
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 + breaks


def looks_like_web(text: str) -> bool:
    """Whether a box that refuses web or e-mail addresses would refuse this (R40)."""
    return bool(_WEB_LIKE.search(text))


def looks_like_email(text: str) -> bool:
    """Whether the form would take it for an e-mail address (R43)."""
    account, _, address = text.partition("@")
    parts = address.split(".")
    if len(account) > 64 or len(address) > 255 or any(len(part) > 63 for part in parts):
        return False
    return bool(_EMAIL.fullmatch(text))


def sent_as(text: str, *, one_line: bool) -> str:
    """The text as it will arrive: formatted first, then rewritten (R38, R39)."""
    return rewritten(tidied(text, one_line=one_line))


def changes(text: str, *, one_line: bool) -> tuple[Change, ...]:
    """What the form will silently change in a text, and where, from first to last."""
    core = text.strip(_WHITE)
    start = text.find(core)
    end = start + len(core)
    ends = Change(0, start, text[:start], ""), Change(end, len(text), text[end:], "")
    found = [ends[0]]
    if sent_as(core, one_line=one_line) != core:
        for first, last in [(start, end)] if one_line else _touched(text, start, end):
            found += _arriving(text, first, last, one_line=one_line).differences(text)
    return tuple(one for one in (*found, ends[1]) if one.was)


def around(text: str, start: int, end: int, most: int) -> tuple[int, int]:
    """A place with up to so many characters either side, cut between words where there are any."""
    first, last = max(0, start - most), min(len(text), end + most)
    if first:
        space = text.find(" ", first, start)
        first = first if space < 0 else space + 1
    if last < len(text):
        space = text.rfind(" ", end, last)
        last = last if space < 0 else space
    return first, last


def visible(text: str) -> str:
    """The text for reading, with what could hide or disguise something shown as its code point.

    Kept as they are: line ends and tabs, the joiners that Indic and Persian spelling needs, and
    the two direction marks (LRM, RLM), which reach no further than their neighbours.
    """
    if text.isascii() and text.translate(_BREAKS).isprintable():
        return text
    return "".join(f"⟨U+{ord(char):04X}⟩" if _hides(char) else char for char in text)


_BREAKS = {ord("\n"): "", ord("\t"): ""}
_KEPT = frozenset("\n\t\u200c\u200d\u200e\u200f\u0600\u0601\u0602\u0603\u0604\u0605\u06dd")
_BLANKS = frozenset("\u115f\u1160\u2028\u2029\u3164\uffa0\ufffd")
"""Separators that break lines unseen, and letters that are drawn as nothing."""


def _hides(char: str) -> bool:
    if char in _KEPT:
        return False
    return char in _BLANKS or unicodedata.category(char) in {"Cc", "Cf", "Cs"}


_TOUCHED = re.compile(r"[-\u2013\u2014/|*&@<>\[\]~%\\]|cmd\.exe", re.IGNORECASE | re.ASCII)
"""Something that every change of more than white space begins from."""


def _touched(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words in which something may change: no change but of white space is wider than one."""
    done = start
    for found in _TOUCHED.finditer(text, start, end):
        first, last = found.span()
        if first < done:
            continue
        while first > done and not text[first - 1].isspace():
            first -= 1
        while last < end and not text[last].isspace():
            last += 1
        yield first, last
        done = last


def _arriving(text: str, start: int, end: int, *, one_line: bool) -> "_Arriving":
    arriving = _Arriving(text[start:end], [(at, at + 1) for at in range(start, end)], start, end)
    if one_line:
        arriving = arriving.sub(_SPACES, " ")
    arriving = arriving.sub(_DASHES, "-")
    for pattern, instead in _REWRITTEN:
        arriving = arriving.sub(pattern, instead)
    return arriving


@dataclass(frozen=True, slots=True)
class _Arriving:
    """A text on its way, with the stretch of the original that each of its characters is from."""

    text: str
    origins: list[tuple[int, int]]
    start: int
    end: int

    def sub(self, pattern: re.Pattern[str], instead: str) -> "_Arriving":
        if not pattern.search(self.text):
            return self
        pieces, origins, at = [], [], 0
        for found in pattern.finditer(self.text):
            start, end = found.span()
            pieces += [self.text[at:start], instead]
            origins += self.origins[at:start]
            origins += [(self.origins[start][0], self.origins[end - 1][1])] * len(instead)
            at = end
        whole, of = "".join((*pieces, self.text[at:])), [*origins, *self.origins[at:]]
        return replace(self, text=whole, origins=of)

    def differences(self, original: str) -> Iterator[Change]:
        """Where it is not the original, the stretches that touch taken together."""
        at = self.start
        for (start, end), letters in groupby(
            zip(self.origins, self.text, strict=True), key=lambda pair: pair[0]
        ):
            if at < start:
                yield Change(at, start, original[at:start], "")
            becomes = "".join(letter for _, letter in letters)
            if becomes != original[start:end]:
                yield Change(start, end, original[start:end], becomes)
            at = end
        if at < self.end:
            yield Change(at, self.end, original[at : self.end], "")
