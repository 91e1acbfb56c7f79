"""The emergency page: numbers to call, two sentences, and the way back. Open to anyone."""

from dataclasses import dataclass

from welfare_app.domain.contacts import Contact, Nation
from welfare_app.domain.partial_date import PartialDate
from welfare_app.services.case_words import ContactWords

DANGER, FIRST = "danger", ("danger", "police", "advice", "adult-referral", "child", "labour")

_SEEN = "may have changed, seen"


@dataclass(frozen=True, slots=True)
class Number:
    """A number to call: who answers, the digits, what to know, when it was checked."""

    name: str
    digits: str
    note: str
    checked: str
    danger: bool = False


@dataclass(frozen=True, slots=True)
class EmergencyScreen:
    """Everything the page shows, the most urgent first."""

    numbers: tuple[Number, ...]


def number(contact: Contact, words: ContactWords) -> Number:
    """A contact as a number to call."""
    known = PartialDate.read(contact.checked)
    return Number(
        words.name(contact.id),
        contact.phone,
        words.note(contact.id),
        f"{'may have changed, seen' if contact.doubt else 'checked'} {known.said()}"
        if known
        else "",
        DANGER in contact.purposes,
    )


def emergency(words: ContactWords, nation: Nation | None) -> EmergencyScreen:
    """The page for people in a nation, or for all where that is not known yet."""
    serving = [
        one for one in words.contacts if one.phone and (nation is None or one.serves(nation))
    ]
    ranked = sorted(serving, key=_rank)
    return EmergencyScreen(tuple(number(one, words) for one in ranked if _rank(one) < len(FIRST)))


def _rank(contact: Contact) -> int:
    ranks = [at for at, purpose in enumerate(FIRST) if purpose in contact.purposes]
    return min(ranks, default=len(FIRST))
