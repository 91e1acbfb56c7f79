"""What would help the reader of a referral, in words. Advice, which never stops anyone."""

from collections.abc import Iterable
from dataclasses import dataclass

from welfare_app.domain.quality import ENOUGH_CONTACTS, Advice

ADVICE = "Advice: it never stops you"

MET = {
    "dates": "The account has its dates",
    "signs": "Each sign has its place and date",
    "gaps": "Each gap has its reason",
    "delay": "It says why it was not reported sooner",
    "view": "Your view is there, in its own words",
    "files": "Every document has a date",
    "contacts": "We can be reached in two ways",
    "changes": "What changed in the account is explained",
    "reused": "Nothing is pasted from another referral",
}
UNMET = {
    "dates": "Tell what happened in order, with dates",
    "delay": "Say why it was not reported sooner",
    "view": "Give your own view, on facts",
    "contacts": "Give a second way to reach us",
    "changes": "Say what changed in the account, and why",
    "reused": "A sentence stands in another referral too: write it for this person",
}
COUNTED = {
    "signs": ("One sign has no place or date", "{count} signs have no place or date"),
    "gaps": ("One gap has no reason", "{count} gaps have no reason"),
    "files": ("One document has no date", "{count} documents have no date"),
}


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One mark of a good referral, met or still to be met."""

    text: str
    note: str
    done: bool


def help_lines(advice: Iterable[Advice]) -> tuple[HelpLine, ...]:
    """The marks in words: what is met first, as in any list of what is done."""
    lines = [_line(one) for one in advice]
    return tuple(sorted(lines, key=lambda line: not line.done))


def _line(one: Advice) -> HelpLine:
    if one.done:
        return HelpLine(MET[one.code], _met(one), done=True)
    if one.code in COUNTED:
        single, several = COUNTED[one.code]
        words = single if one.count == 1 else several.format(count=one.count)
        return HelpLine(words, ADVICE, done=False)
    if one.code == "contacts" and one.count < ENOUGH_CONTACTS - 1:
        return HelpLine("Give two ways to reach us", ADVICE, done=False)
    return HelpLine(UNMET[one.code], ADVICE, done=False)


def _met(one: Advice) -> str:
    return f"{one.count} dates" if one.code == "dates" else ""
