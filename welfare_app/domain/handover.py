"""What became of a sealed pack: handed over, its words told, received, and what was decided.

Each step is an entry that is never changed. One that was wrong is corrected by a further entry of
the same step: the newest stands, and those before it stay in sight.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import StaffId
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.time_of_day import is_time


class Step(StrEnum):
    """What there is to write down of a sealed pack, in the order it comes."""

    HANDED = "handed"
    TOLD = "told"
    RECEIVED = "received"
    REFERENCE = "reference"
    REASONABLE = "reasonable"
    CONCLUSIVE = "conclusive"
    OTHER = "other"


OUTCOMES: Mapping[Step, tuple[str, ...]] = {
    Step.REASONABLE: ("positive", "negative"),
    Step.CONCLUSIVE: ("conclusive-yes", "conclusive-no"),
    Step.OTHER: ("not-referred", "withdrawn", "suspended", "other"),
}
"""What can come of each decision."""

_TRAVELS = frozenset({Step.HANDED, Step.TOLD})
_BY_SOMEONE = frozenset({Step.HANDED, Step.TOLD, Step.RECEIVED})
_AFTER_SEALING = _BY_SOMEONE
_END_OF_DAY = time(17)


@dataclass(frozen=True, slots=True)
class Entry:
    """One step of the pack with this digest. Which parts are said depends on the step.

    `day` is a half-remembered ISO date, `hour` HH:MM; either may be blank. `how` is the way it
    travelled or what was decided, as `disclosing` calls it. `who` handed it over, heard the words
    or received it. `words` say how it is known, whom it went to, or are the reference itself.
    """

    digest: str
    step: Step
    day: str
    hour: str
    how: str
    who: str = field(repr=False)
    words: str = field(repr=False)
    at: datetime
    by: StaffId

    def must_be_possible(self, sealed: datetime) -> None:
        """Refuse what says too little, or cannot have been."""
        if self.step is Step.REFERENCE:
            if not self.words.strip():
                raise Refused("handover.no-reference")
        else:
            self._must_have_a_day(sealed)
        if (self.step in _TRAVELS or self.step in OUTCOMES) and not self.how:
            raise Refused("handover.no-choice")
        if self.step in _BY_SOMEONE and not self.who.strip():
            raise Refused("handover.nobody")
        if self.step is Step.RECEIVED and not self.words.strip():
            raise Refused("handover.not-known-how")
        if self.how == "other" and not self.words.strip():
            raise Refused("handover.not-said-what")

    def _must_have_a_day(self, sealed: datetime) -> None:
        known = PartialDate.read(self.day)
        if known is None:
            raise Refused("handover.no-day")
        if self.hour and not is_time(self.hour):
            raise Refused("handover.no-hour")
        now = self.at.astimezone()
        if known.first_day() > now.date() or (self._hour_of(known) or now) > now:
            raise Refused("handover.in-the-future")
        if self.step in _AFTER_SEALING and last_day(known) < sealed.astimezone().date():
            raise Refused("handover.before-sealing")

    def _hour_of(self, known: PartialDate) -> datetime | None:
        if not self.hour or known.day is None:
            return None
        at = datetime.combine(known.first_day(), time.fromisoformat(self.hour))
        return at.astimezone()


def last_day(known: PartialDate) -> date:
    """The latest day a half-remembered date can mean."""
    if known.month is None:
        return date(known.year, 12, 31)
    if known.day is None:
        later = date(known.year + known.month // 12, known.month % 12 + 1, 1)
        return later - timedelta(days=1)
    return known.first_day()


def standing(entries: Iterable[Entry]) -> dict[Step, Entry]:
    """Of each step the entry that stands: the newest written down."""
    found: dict[Step, Entry] = {}
    for one in entries:
        found[one.step] = one
    return {step: found[step] for step in Step if step in found}


def before(entries: Iterable[Entry], step: Step) -> tuple[Entry, ...]:
    """What was written of a step before what stands, the newest first."""
    return tuple(reversed([one for one in entries if one.step is step][:-1]))


def receipt_due(sealed: datetime, entries: Iterable[Entry], within: timedelta) -> datetime | None:
    """By when to have heard that they have it; nothing once that is known.

    It is counted from when the file was handed over, or from sealing while nobody said so.
    """
    known = standing(entries)
    if Step.RECEIVED in known:
        return None
    return _since(sealed, known.get(Step.HANDED)) + within


def _since(sealed: datetime, handed: Entry | None) -> datetime:
    day = PartialDate.read(handed.day) if handed else None
    if handed is None or day is None or day.day is None:
        return sealed
    hour = time.fromisoformat(handed.hour) if handed.hour else _END_OF_DAY
    return max(sealed, datetime.combine(day.first_day(), hour).astimezone())
