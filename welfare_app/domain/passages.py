"""The passages of what is held about a person: what each proposes, and how words are taken out.

Redaction is done on the text itself, before anything is drawn: what was taken out is in no file.
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from dataclasses import field as kept_quiet

from welfare_app.domain.access import AccessRequest, Decided, Ground, Verdict
from welfare_app.domain.anonymity import Identifiers, Search
from welfare_app.domain.document import Line
from welfare_app.domain.errors import Refused
from welfare_app.domain.identifying import Folded, phrase_pattern
from welfare_app.domain.ids import FieldId

TAKEN_OUT = "[taken out]"

NAMES_SOMEBODY = frozenset(
    {
        *("present", "lead-today", "interpreter-provider", "second-opinion-by", "second-reader"),
        *("debrief-with", "talk-explained-by", "referral-explained-by", "privacy-explained-by"),
        *("noticed-by", "second-opinion", "told-person", "read-by", "handed-to", "handing"),
    }
)
"""Fields, of whatever form, whose answer is somebody else: a colleague, an officer, a witness."""

ABOUT_OTHERS = frozenset({"who-may-know", "must-not-know", "may-know"})
"""Fields that tell of several people at once: kept back as a whole unless somebody decides."""

_NAME = re.compile(r"[^\W\d_][\w’'-]*(?:[ ]+[^\W\d_][\w’'-]*){0,3}")
_INSIDE = re.compile(r"(?<=[\w,;:] )[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+(?: [A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+)*")
_KINDS = frozenset({"name", "phone", "email", "postcode"})
"""What is proposed to be taken out where it is not the person's own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Something that is held: from which record, what was asked, and what it says.

    `field` is what it is called for machines. The id changes with the words, so that what was
    decided of other words is not decided of these.
    """

    record: str
    group: str
    field: str
    label: str
    lines: tuple[Line, ...] = kept_quiet(repr=False)
    exact_words: bool = False

    @property
    def text(self) -> str:
        """All of it."""
        return "\n".join(line.text for line in self.lines)

    @property
    def id(self) -> str:
        """What it is known by while a request is answered."""
        said = f"{self.record}\0{self.group}\0{self.field}\0{self.label}\0{self.text}"
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the program proposes for a passage; a person decides. `perhaps` may be names, too."""

    decided: Decided
    why: str
    perhaps: tuple[str, ...] = kept_quiet(default=(), repr=False)


def others_named(passages: Iterable[Passage], staff: Iterable[str]) -> tuple[str, ...]:
    """Everyone known by name in these passages who is not the person: colleagues and others."""
    found = dict.fromkeys(staff)
    for one in passages:
        if one.field in NAMES_SOMEBODY:
            pieces = (piece for line in one.lines for piece in line.text.split(";"))
            for piece in pieces:
                first = re.split(r"[,(]", piece.split(": ")[-1])[0].strip()
                if _NAME.fullmatch(first) and not first[0].islower():
                    found[first] = None
    return tuple(name for name in found if name)


def propose(
    passage: Passage, own: Identifiers, others: Search, hidden: Collection[str] = ()
) -> Proposal:
    """What to do with a passage: give it, take names out, or keep it back.

    `own` is who the person is; `others` looks for everyone else; `hidden` are words that were
    taken out of other passages.
    """
    if passage.field in ABOUT_OTHERS:
        kept = Decided(Verdict.WITHHOLD, Ground.THIRD_PARTY)
        return Proposal(kept, "It tells of other people")
    found = tuple(dict.fromkeys((*_others_in(passage, own, others), *_again(passage, hidden))))
    perhaps = tuple(one for one in _perhaps(passage, own) if one not in found)
    if passage.field in NAMES_SOMEBODY and not found:
        kept = Decided(Verdict.WITHHOLD, Ground.THIRD_PARTY)
        return Proposal(kept, "It says who somebody else is", perhaps)
    if found:
        hide = Decided(Verdict.HIDE, Ground.THIRD_PARTY, found)
        return Proposal(hide, "It names somebody else", perhaps)
    return Proposal(Decided(Verdict.GIVE, Ground.OWN), "It is about them", perhaps)


def _others_in(passage: Passage, own: Identifiers, others: Search) -> Iterator[str]:
    theirs = _plain(
        (*own.names, *(part for name in own.names for part in name.split()), *own.emails)
    )
    numbers = {_digits(one)[-9:] for one in own.phones}
    places = _plain(own.places)
    for line in passage.lines:  # words are taken out line by line, so they are found so
        for trace in others.traces(FieldId(passage.field or "text"), line.text):
            plain = Folded.of(trace.found).text
            if trace.kind not in _KINDS or plain in theirs or plain in places:
                continue
            if trace.kind == "phone" and _digits(trace.found)[-9:] in numbers:
                continue
            yield trace.found


def _again(passage: Passage, hidden: Collection[str]) -> Iterator[str]:
    """Words that were taken out elsewhere and stand here, too."""
    lines = [Folded.of(line.text) for line in passage.lines]
    for words in hidden:
        if any(next(_places(line, words), None) for line in lines):
            yield words


def _perhaps(passage: Passage, own: Identifiers) -> Iterator[str]:
    """Words with a capital inside a sentence, which a reader should look at."""
    theirs = _plain((*own.names, *(part for name in own.names for part in name.split())))
    for found in dict.fromkeys(_INSIDE.findall(passage.text)):
        if Folded.of(found).text not in theirs:
            yield found


def redacted(passage: Passage, decided: Decided) -> tuple[Line, ...]:
    """The lines as they are given: nothing where it is kept back, words gone where they are."""
    match decided.what:
        case Verdict.GIVE:
            return passage.lines
        case Verdict.WITHHOLD:
            return ()
        case Verdict.HIDE:
            return tuple(
                Line(without(line.text, decided.hidden), line.language) for line in passage.lines
            )


def without(text: str, hidden: Iterable[str]) -> str:
    """A text with every occurrence of some words replaced, however they are accented or spaced."""
    folded = Folded.of(text)
    out, at = "", 0
    for start, end in sorted(span for words in hidden for span in _places(folded, words)):
        if start >= at:
            out += text[at:start] + TAKEN_OUT
        at = max(at, end)
    return out + text[at:]


def refuse_absent(passage: Passage, decided: Decided) -> None:
    """Each word to take out must stand there as it was written, or it would not be taken out."""
    folded = [Folded.of(line.text) for line in passage.lines]
    for words in decided.hidden:
        if not any(next(_places(line, words), None) for line in folded):
            raise Refused("access.not-there")


def undecided(request: AccessRequest, passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages nobody has decided yet."""
    return tuple(one for one in passages if one.id not in request.decided)


def slips(request: AccessRequest, passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Passages that are given whole or in part and hold words that were taken out elsewhere."""
    hidden = {words for one in request.decided.values() for words in one.hidden}
    return tuple(
        one
        for one in passages
        if (decided := request.decided.get(one.id)) is not None
        and any(
            next(_places(Folded.of(line.text), words), None)
            for line in redacted(one, decided)
            for words in hidden
        )
    )


def _places(folded: Folded, words: str) -> Iterator[tuple[int, int]]:
    if not re.search(r"\w", words):
        return
    for found in phrase_pattern(words).finditer(folded.text):
        yield folded.original(*found.span())


def _plain(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(Folded.of(text.strip()).text for text in texts)


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, Folded.of(text).text))
