"""The legal-hold list: records that others hold and were asked to keep, and what they answered."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from welfare_app.domain.errors import Refused
from welfare_app.domain.events import KeepingAnswered, KeepingAsked
from welfare_app.domain.ids import PackId, PreservationId, StaffId
from welfare_app.domain.partial_date import PartialDate


class Reply(StrEnum):
    """How a request stands. A copy in our hands ends it; so does a record that is gone."""

    WAITING = "waiting"
    KEPT = "kept"
    COPIED = "copied"
    GONE = "gone"
    REFUSED = "refused"


SAFE = frozenset({Reply.KEPT, Reply.COPIED, Reply.GONE})
"""Answers after which nobody needs to be chased."""


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A kind of record worth asking for, from resources/. No number here is a rule of law.

    `lost_after_days` is when such records are commonly overwritten; `confidence` says how sure
    that is (high, medium or low), and `source` and `checked` where it is from.
    """

    id: str
    lost_after_days: int | None
    confidence: str
    source: str
    checked: str


@dataclass(frozen=True, slots=True)
class Given:
    """An answer, who wrote it down and when."""

    reply: Reply
    words: str = field(repr=False)
    at: datetime
    by: StaffId


@dataclass(frozen=True, slots=True)
class Preservation:
    """One request to keep something. `covers` is the half-remembered day the record is from."""

    id: PreservationId
    pack: PackId
    record: str
    which: str = field(repr=False)
    asked_of: str = field(repr=False)
    covers: str
    at: datetime
    by: StaffId
    given: tuple[Given, ...] = field(default=(), repr=False)

    def ask(self) -> KeepingAsked:
        """What asking is called in the audit trail."""
        return KeepingAsked(self.id, self.pack, self.record)

    def answer(self, given: Given) -> "tuple[Preservation, KeepingAnswered]":
        """Write down what they answered, beside what they answered before."""
        if given.reply is Reply.REFUSED and not given.words.strip():
            raise Refused("preservation.no-words")
        return replace(self, given=(*self.given, given)), KeepingAnswered(self.id, given.reply)

    @property
    def reply(self) -> Reply:
        """How it stands."""
        return self.given[-1].reply if self.given else Reply.WAITING


def lost_from(kind: RecordKind, covers: str, asked: datetime) -> datetime | None:
    """When such a record is commonly overwritten: a caution, counted from the day it is from."""
    if kind.lost_after_days is None:
        return None
    known = PartialDate.read(covers)
    start = asked
    if known is not None:
        first = known.first_day()
        start = datetime(first.year, first.month, first.day, tzinfo=UTC)
    return start + timedelta(days=kind.lost_after_days)


def answer_due(
    one: Preservation, kind: RecordKind | None, chase_after: timedelta
) -> datetime | None:
    """By when to have heard, while nobody has said that it is safe: the sooner of both clocks.

    What may have been lost before anyone asked gives no more time, and takes none away.
    """
    if one.reply in SAFE:
        return None
    touched = one.given[-1].at if one.given else one.at
    chase = touched + chase_after
    lost = lost_from(kind, one.covers, one.at) if kind else None
    return min(chase, lost) if lost and lost > touched else chase
