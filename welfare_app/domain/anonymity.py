"""What in a text could say who someone is, for a report that must not name anyone.

Section 52(3) of the Modern Slavery Act 2015 bars identifying an adult who does not agree; the
form itself asks for the whole account first, so only whoever writes it can keep names out (R22).
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from dataclasses import field as kept_quiet

from welfare_app.domain.answers import Address, Answers, Gap, Rows, Value, is_blank
from welfare_app.domain.export import sent
from welfare_app.domain.form import Form, Kind
from welfare_app.domain.identifying import Folded, date_patterns, name_patterns, phrase_pattern
from welfare_app.domain.ids import FieldId
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.text_rules import around

NAMES = ("pv-name-first-name", "pv-name-last-name", "pv-name-nickname")
TALK_NAMES = ("first-name", "last-name", "known-as")
BIRTHDAYS = ("pv-dob", "date-of-birth")
PHONES = ("pv-phone-number-yes", "pv-phone-number-alternative", "safe-phone")
EMAILS = ("pv-contact-details-email-input", "safe-email")
PLACES = (
    "pv-contact-details-street",
    "pv-contact-details-town",
    "pv-contact-details-county",
    "pv-contact-details-postcode",
    "safe-address",
)
CHOSEN = frozenset(
    {
        Kind.CHOICE,
        Kind.CHOICES,
        Kind.YES_NO_UNSURE,
        Kind.YES_NO_DECLINED,
        Kind.TICK,
        Kind.LIST,
        Kind.FILES,
    }
)
"""Kinds whose answer is one of the form's own and so cannot hold a name."""

_AROUND = 40
"""Characters either side of what was found, to know the place by."""

_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"“”]{1,64}@[^\s@<>()\[\],;:\"“”]{1,255}\.\w{2,24}")
_NUMBER = re.compile(r"(?<![\w+])\+?\(?\d(?:[\s().\-/\u2010-\u2015]{0,3}\d){4,24}(?!\w)")
_POSTCODE = re.compile(
    r"(?<!\w)(?:gir\s{0,2}0aa|[a-pr-uwyz][a-hk-y]?\d[\da-z]?\s{0,2}\d[abd-hjlnp-uw-z]{2})(?!\w)"
)
_PHONE = re.compile(r"(?<!\d)(?:\+\s?\d|\(?0)(?:[\s().\-/\u2010-\u2015]{0,2}\d){8,14}")
"""Any number with its country or its trunk 0 (E.164: fifteen digits at most)."""
_NATIONAL = 9
"""Digits at the end of a number that are the same with and without its country (E.164)."""


@dataclass(frozen=True, slots=True)
class Identifiers:
    """What we know that points to one person."""

    names: tuple[str, ...] = field(default=(), repr=False)
    birthdays: tuple[PartialDate, ...] = field(default=(), repr=False)
    phones: tuple[str, ...] = field(default=(), repr=False)
    emails: tuple[str, ...] = field(default=(), repr=False)
    places: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Trace:
    """A place in an answer that could say who someone is.

    `kind` is name, birth-date, phone, email, address or postcode. `start` and `end` count
    characters of the answer. `digest` is how a person's word on it is remembered.
    """

    field: FieldId
    kind: str
    start: int
    end: int
    digest: str
    found: str = kept_quiet(repr=False)
    excerpt: str = kept_quiet(repr=False)


def identifiers(*told: Answers) -> Identifiers:
    """What the answers of a referral and of an interview say of who the person is."""
    texts: dict[str, list[str]] = {}
    for answers in told:
        for id, answer in answers.items():
            texts.setdefault(id, []).extend(_lines(answer.value))

    def of(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.strip() for id in ids for one in texts.get(id, ()) if one))

    birthdays = (PartialDate.read(one) for one in of(BIRTHDAYS))
    return Identifiers(
        of((*NAMES, *TALK_NAMES)),
        tuple(one for one in birthdays if one),
        of(PHONES),
        of(EMAILS),
        of(PLACES),
    )


def traces(
    form: Form, answers: Answers, known: Identifiers, fields: Collection[FieldId] = ()
) -> tuple[Trace, ...]:
    """Every trace in the texts that would be sent, in the order of the form.

    With `fields`, only in the texts of those.
    """
    kinds = {one.id: one.kind for one in form.fields()}
    order = {id: at for at, id in enumerate(kinds)}
    told = sorted(sent(form, answers).items(), key=lambda pair: order[pair[0]])
    search = Search.of(known)
    return tuple(
        trace
        for id, value in told
        if (isinstance(value, Gap) or kinds[id] not in CHOSEN) and (not fields or id in fields)
        for trace in search.traces(id, "\n".join(_lines(value)))
    )


def traces_in(id: FieldId, text: str, known: Identifiers) -> tuple[Trace, ...]:
    """Every trace in one text that goes with it, such as why a pack is handed over."""
    return tuple(Search.of(known).traces(id, text))


def unconfirmed(found: Iterable[Trace], confirmed: frozenset[str]) -> tuple[Trace, ...]:
    """Those of which nobody has said that it is not the person."""
    return tuple(one for one in found if one.digest not in confirmed)


def _lines(value: Value) -> Iterator[str]:
    if is_blank(value):
        return
    match value:
        case str():
            yield value
        case Gap(reason=reason):
            yield reason
        case Address():
            yield from value.lines()
        case Rows():
            yield from (text for row in value.rows for text in row.values())
        case tuple():
            yield from value


@dataclass(frozen=True, slots=True)
class Search:
    """Everything to look for, made ready once for all the texts."""

    patterns: Mapping[str, tuple[re.Pattern[str], ...]] = kept_quiet(repr=False)
    tails: frozenset[str] = kept_quiet(repr=False)

    @classmethod
    def of(cls, known: Identifiers) -> "Search":
        """Make ready to look for what is known."""
        tails = ("".join(filter(str.isdecimal, Folded.of(one).text)) for one in known.phones)
        return cls(
            {
                "email": (_EMAIL, *map(phrase_pattern, known.emails)),
                "birth-date": tuple(p for day in known.birthdays for p in date_patterns(day)),
                "postcode": (_POSTCODE,),
                "address": tuple(map(phrase_pattern, _without_numbers(known.places))),
                "name": tuple(p for name in known.names for p in name_patterns(name)),
            },
            frozenset(tail[-_NATIONAL:] for tail in tails if len(tail) > _NATIONAL - 4),
        )

    def traces(self, id: FieldId, text: str) -> Iterator[Trace]:
        """What is in one text, from first to last. What lies within something else is that."""
        folded = Folded.of(text)
        spans = [("phone", *span) for span in self._phones(folded.text)]
        for kind, patterns in self.patterns.items():
            for pattern in patterns:
                spans += [
                    (kind, *found.span())
                    for found in pattern.finditer(folded.text)
                    if found.end() > found.start() and folded.fits(pattern, found)
                ]
        for kind, start, end in _outermost(_joined(spans, folded.text)):
            first, last = folded.original(start, end)
            yield Trace(
                id,
                kind,
                first,
                last,
                hashlib.sha256(f"{id}\0{folded.text[start:end]}".encode()).hexdigest(),
                text[first:last],
                _excerpt(text, first, last),
            )

    def _phones(self, text: str) -> Iterator[tuple[int, int]]:
        for found in _NUMBER.finditer(text):
            digits = "".join(filter(str.isdecimal, found[0]))
            if any(tail in digits for tail in self.tails):
                yield found.span()
        for found in _PHONE.finditer(text):
            yield found.span()


def _without_numbers(places: Iterable[str]) -> Iterator[str]:
    """Each line, and a street without its number, which says nearly as much."""
    for place in places:
        yield place
        street = re.sub(r"^\W*(?:flat|unit|room)?\W*\d+\w?\W+", "", place, flags=re.IGNORECASE)
        if street != place and " " in street:
            yield street


def _joined(spans: list[tuple[str, int, int]], text: str) -> Iterator[tuple[str, int, int]]:
    """Names that stand beside one another are one."""
    held: tuple[str, int, int] | None = None
    for kind, start, end in sorted(spans, key=lambda span: (span[0], span[1], -span[2])):
        if held and held[0] == kind == "name" and not text[held[2] : start].strip(" \n-."):
            held = (kind, held[1], max(end, held[2]))
            continue
        if held:
            yield held
        held = (kind, start, end)
    if held:
        yield held


def _outermost(spans: Iterable[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    last = -1
    for kind, start, end in sorted(spans, key=lambda span: (span[1], -span[2])):
        if end > last:
            yield kind, start, end
            last = end


def _excerpt(text: str, start: int, end: int) -> str:
    """The words around a place, on one line."""
    first, last = around(text, start, end, _AROUND)
    words = " ".join(text[first:last].split())
    return f"{'… ' if first else ''}{words}{' …' if last < len(text) else ''}"
