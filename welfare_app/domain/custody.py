"""The chain of custody: whose hands a file was in, and what was done with it. It only grows."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import StaffId
from welfare_app.domain.partial_date import PartialDate


class Deed(StrEnum):
    """What was done with a file. The first four are written down by hand."""

    TAKEN = "taken"
    COPIED = "copied"
    SHOWN = "shown"
    EXPORTED = "exported"
    SAVED = "saved"
    SEALED = "sealed"


BY_HAND = (Deed.TAKEN, Deed.COPIED, Deed.SHOWN, Deed.EXPORTED)
"""What happens away from this program, and so has to be told to it."""


@dataclass(frozen=True, slots=True)
class Handling:
    """One link of the chain: with whom, by whom, on what day and how, and who wrote it down.

    `who` is the one it came from or went to. `day` is a half-remembered ISO date.
    """

    deed: Deed
    who: str = field(repr=False)
    done_by: str = field(repr=False)
    day: str
    how: str = field(repr=False)
    at: datetime
    by: StaffId


def faults_in(who: str, done_by: str, day: str, today: date) -> tuple[tuple[str, str], ...]:
    """What still has to be said before a link can be written down: each field with a code."""
    found = []
    if not who.strip():
        found.append(("who", "custody.who"))
    if not done_by.strip():
        found.append(("done_by", "custody.done-by"))
    if not day:
        found.append(("day", "custody.day"))
    elif code := day_fault(day, today):
        found.append(("day", code))
    return tuple(found)


def day_fault(day: str, today: date) -> str:
    """Why a day of something that has happened will not do; blank where it will, or is left out."""
    if not day:
        return ""
    known = PartialDate.read(day)
    if known is None:
        return "custody.no-such-day"
    return "custody.future" if known.first_day() > today else ""


def refuse_future(day: str, today: date) -> None:
    """Refuse a day that has not come. What is no whole date is kept as it was remembered."""
    if day_fault(day, today) == "custody.future":
        raise Refused("evidence.future")
