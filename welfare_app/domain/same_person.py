"""Whether other records may be about the same person: by name, birth date, number or account."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from welfare_app.domain.anonymity import Identifiers, traces_in
from welfare_app.domain.identifying import Folded
from welfare_app.domain.ids import FieldId

_ACCOUNT = re.compile(r"(?<!\d)\d{8}(?!\d)")
"""A UK account number, or whatever else has eight digits and stands in both records."""
_TAIL = 9
_WORDED = frozenset({"name", "birth-date", "address"})


@dataclass(frozen=True, slots=True)
class Alike:
    """Another case, and what it shares: name, birth-date, phone, email, address or account."""

    case: str
    numbers: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one person, made ready to look for."""

    names: Identifiers
    tails: frozenset[str] = field(repr=False)
    emails: frozenset[str] = field(repr=False)
    accounts: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, own: Identifiers, texts: Iterable[str]) -> "Known":
        """From who they are, and from all that is held about them."""
        whole = "\n".join(texts)
        words = [name for name in own.names if len(name) > 2]
        full = " ".join(own.names[:2]) if len(own.names) > 1 else ""
        names = (full,) if full else tuple(words)
        tails = frozenset(_digits(one)[-_TAIL:] for one in own.phones)
        return cls(
            Identifiers(
                names=names,
                birthdays=tuple(one for one in own.birthdays if one.day),
                places=tuple(one for one in own.places if " " in one),
            ),
            frozenset(tail for tail in tails if len(tail) == _TAIL),
            frozenset(Folded.of(one).text for one in own.emails),
            frozenset(_ACCOUNT.findall(whole)),
        )


def alike(known: Known, texts: Iterable[str]) -> tuple[str, ...]:
    """What some texts share with a person; nothing where they seem to be about others."""
    found: dict[str, None] = {}
    whole = "\n".join(texts)
    for trace in traces_in(FieldId("text"), whole, known.names):
        plain = Folded.of(trace.found).text
        if trace.kind == "name" and any(_same(plain, one) for one in known.names.names):
            found["name"] = None
        elif trace.kind in _WORDED - {"name"}:
            found[trace.kind] = None
        elif trace.kind == "phone" and _digits(trace.found)[-_TAIL:] in known.tails:
            found["phone"] = None
        elif trace.kind == "email" and plain in known.emails:
            found["email"] = None
    if known.accounts & set(_ACCOUNT.findall(whole)):
        found["account"] = None
    return tuple(found)


def _same(found: str, name: str) -> bool:
    """Whether all of a name was found, and not one word of it that many people share."""
    wanted = re.findall(r"\w+", Folded.of(name).text)
    return set(wanted) <= set(re.findall(r"\w+", found))


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, Folded.of(text).text))
