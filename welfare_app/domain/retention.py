"""How long a case is kept: what kind it is today, when it is looked at again, when its time is up.

Nothing here disposes of anything. It says which cases a person should look at, and why.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from welfare_app.domain.ids import HoldId, KeepingId, StaffId
from welfare_app.domain.partial_date import PartialDate

GROWN = 25
"""Years of age until which what concerns a child is kept."""


class Action(StrEnum):
    """What is proposed to a person once the time is up."""

    REVIEW = "review"
    DELETE = "delete"


class Since(StrEnum):
    """When the time begins to run."""

    ENDED = "ended"
    LAST_WRITTEN = "last-written"
    ELSEWHERE = "elsewhere"
    """Not a case of this vault: the line is here so that the schedule is whole."""


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time as a schedule writes it."""

    years: int = 0
    months: int = 0
    days: int = 0

    def after(self, day: date) -> date:
        """The day on which it is over; the last of a month that is too short."""
        months = day.year * 12 + day.month - 1 + self.years * 12 + self.months
        year, month = divmod(months, 12)
        last = monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last)) + timedelta(days=self.days)


NO_SPAN = Span()


@dataclass(frozen=True, slots=True)
class RetentionClass:
    """One line of the schedule. `talks` and `packs` are outcomes that put a case in this class.

    `review` is how often it is looked at before its time is up. `tag` says how well the line is
    founded: S read in a source, K known, P our own proposal. `checked` is an ISO date.
    """

    id: str
    keep: Span
    since: Since
    action: Action
    tag: str
    checked: str
    review: Span = NO_SPAN
    talks: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()


OPEN, CHILD, REFERRED, UNSURE = "open", "child", "referred", "unsure"
"""Classes the program itself puts cases in; every schedule has them."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The lines, the one that keeps longest first: a case in several is kept by the first."""

    classes: tuple[RetentionClass, ...]

    def of(self, id: str) -> RetentionClass:
        """The line with this id."""
        return next(one for one in self.classes if one.id == id)


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the schedule looks at in one case, and nothing else of it.

    `ended` is when the last of it was closed, if all of it is. `child` is whether the worker was,
    or may have been, under 18; `born` their birth date as far as it is known.
    """

    ended: datetime | None
    written: datetime
    talk_outcomes: frozenset[str] = frozenset()
    pack_outcomes: frozenset[str] = frozenset()
    sealed: bool = False
    child: bool = False
    born: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a case stands: what it is kept as, when it is next looked at, when its time is up.

    `unknown_age` says that a child's case runs to an age nobody can work out: people decide.
    """

    kept_as: RetentionClass
    review: date | None
    up: date | None
    unknown_age: bool = False

    def due(self, today: date) -> date | None:
        """Since when a person should have looked at it; nothing where it is not time."""
        days = [day for day in (self.review, self.up) if day and day <= today]
        return min(days) if days else None


@dataclass(frozen=True, slots=True)
class Hold:
    """A case must not be disposed of. Lifted or not, it stays on record while the case does."""

    id: HoldId
    case: str
    at: datetime
    by: StaffId
    why: str = field(repr=False)
    reference: str = field(default="", repr=False)
    lifted_at: datetime | None = None
    lifted_by: StaffId | None = None
    lifted_why: str = field(default="", repr=False)

    @property
    def stands(self) -> bool:
        """Whether it has not been lifted."""
        return self.lifted_at is None


@dataclass(frozen=True, slots=True)
class Keeping:
    """A review that ended in keeping the case until another day, and why."""

    id: KeepingId
    case: str
    until: date
    at: datetime
    by: StaffId
    why: str = field(repr=False)


def standing(schedule: Schedule, facts: CaseFacts, kept: Iterable[Keeping] = ()) -> Standing:
    """How a case stands under the schedule and after whatever was decided in reviews."""
    kept_as = class_of(schedule, facts)
    start = (facts.ended or facts.written) if kept_as.since is Since.ENDED else facts.written
    begun = start.date()
    up: date | None = kept_as.keep.after(begun) if kept_as.keep != NO_SPAN else None
    review = kept_as.review.after(begun) if kept_as.review != NO_SPAN else None
    unknown = False
    if facts.child and kept_as.id == CHILD:
        grown = of_age(facts.born)
        unknown = grown is None
        up = max(up, grown) if up and grown else up
    if review and up and review > up:
        review = None
    last = max(kept, key=lambda one: one.at, default=None)
    if last is not None:
        review = last.until
        up = max(up, last.until) if up else last.until
    return Standing(kept_as, review, up, unknown)


def class_of(schedule: Schedule, facts: CaseFacts) -> RetentionClass:
    """The line a case is kept by: the first that takes it, for the first keeps longest."""
    if facts.ended is None:
        return schedule.of(OPEN)
    ours: Mapping[str, bool] = {CHILD: facts.child, REFERRED: facts.sealed}
    for one in schedule.classes:
        if ours.get(one.id) or _takes(one, facts):
            return one
    return schedule.of(UNSURE)


def _takes(one: RetentionClass, facts: CaseFacts) -> bool:
    return bool(facts.talk_outcomes & set(one.talks) or facts.pack_outcomes & set(one.packs))


def of_age(born: PartialDate | None) -> date | None:
    """The day someone is surely 25: where only a year or month is known, its last day counts."""
    if born is None:
        return None
    month = born.month or 12
    day = born.day or monthrange(born.year, month)[1]
    last = monthrange(born.year + GROWN, month)[1]
    if day > last:  # born on 29 February
        return date(born.year + GROWN, month, last) + timedelta(days=1)
    return date(born.year + GROWN, month, day)
