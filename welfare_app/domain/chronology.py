"""The chronology of a case: one list of what happened, kept apart from when it was written down.

Each part of a case gives its own happenings; `chronology` puts any number of them in order.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from welfare_app.domain.errors import Refused
from welfare_app.domain.events import ChronologyCorrected, ChronologyNoted
from welfare_app.domain.ids import EntryId, PackId, StaffId
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.sign import Known
from welfare_app.domain.time_of_day import is_time

LONGEST = 5_000
"""Characters in one entry: more belongs in a talk or a file."""


class Source(StrEnum):
    """What part of a case tells of a happening."""

    TALK = "talk"
    SIGN = "sign"
    STAGE = "stage"
    FILE = "file"
    CALL = "call"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened: as much of the day as is known, and perhaps the hour (HH:MM).

    `written` and `by` say when it was put down and by whom. `record` is what tells of it; with
    `corrects`, what an earlier entry said stays in sight.
    """

    source: Source
    what: str = field(repr=False)
    when: PartialDate | None
    written: datetime
    by: StaffId
    time: str = ""
    known: Known | None = None
    record: str = ""
    corrects: "Happening | None" = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ChronologyEntry:
    """What a person wrote into the chronology by hand: never changed, only corrected by another."""

    id: EntryId
    pack: PackId
    at: datetime
    by: StaffId
    what: str = field(repr=False)
    when: str = ""
    time: str = ""
    known: Known = Known.SAID
    corrects: EntryId | None = None

    def keep(self, today: date) -> ChronologyNoted | ChronologyCorrected:
        """What writing it down is called in the audit trail; refused where it cannot be so."""
        if not self.what.strip():
            raise Refused("chronology.no-words")
        if len(self.what) > LONGEST:
            raise Refused("chronology.too-long", most=LONGEST)
        day = PartialDate.read(self.when) if self.when else None
        if self.when and day is None:
            raise Refused("chronology.no-day")
        if day is not None and day.first_day() > today:
            raise Refused("chronology.not-yet")
        if self.time and not (is_time(self.time) and day is not None and day.day):
            raise Refused("chronology.no-time")
        if self.corrects is not None:
            return ChronologyCorrected(self.id, self.pack, self.corrects)
        return ChronologyNoted(self.id, self.pack)


def chronology(*parts: Iterable[Happening]) -> tuple[Happening, ...]:
    """Everything in the order it happened; what nobody can date stands last.

    What is known to the year stands before what is known to a month of it, and that before a
    day of the month: no later than it can have been, and never made more exact than it is.
    """
    return tuple(sorted((one for part in parts for one in part), key=_order))


def of_entries(entries: Iterable[ChronologyEntry]) -> tuple[Happening, ...]:
    """The entries written by hand that stand. What one corrects is told with it.

    None is ever left out: entries that only correct each other in a ring stand each by itself.
    """
    known = {one.id: one for one in entries}
    corrected = {one.corrects for one in known.values()}
    chains = [_chain(one, known) for one in known.values() if one.id not in corrected]
    told = {one.id for chain in chains for one in chain}
    chains += [[one] for one in known.values() if one.id not in told]
    return tuple(map(_entry, chains))


def day_of(at: datetime) -> tuple[PartialDate, str]:
    """The day and the hour of a moment, by the laptop's clock where it is read."""
    local = at.astimezone()
    return PartialDate(local.year, local.month, local.day), f"{local:%H:%M}"


def when_words(happening: Happening) -> str:
    """When it happened, in words that say no more than is known."""
    if happening.when is None:
        return "Date not known"
    said = happening.when.said()
    if happening.when.day is None:
        return f"{said}, {'month and day' if happening.when.month is None else 'day'} not known"
    return f"{said}, {happening.time}" if happening.time else said


def _chain(
    entry: ChronologyEntry, known: Mapping[EntryId, ChronologyEntry]
) -> list[ChronologyEntry]:
    """An entry, what it corrects, what that corrected, and so on to the first."""
    chain = {entry.id: entry}
    before = entry.corrects
    while before is not None and before in known and before not in chain:
        chain[before] = known[before]
        before = known[before].corrects
    return list(chain.values())


def _entry(chain: Sequence[ChronologyEntry]) -> Happening:
    happening: Happening | None = None
    for entry in reversed(chain):
        happening = Happening(
            Source.HAND,
            entry.what,
            PartialDate.read(entry.when) if entry.when else None,
            entry.at,
            entry.by,
            entry.time,
            entry.known,
            entry.id,
            happening,
        )
    assert happening is not None  # noqa: S101 - a chain has an entry
    return happening


def _order(happening: Happening) -> tuple[bool, date, int, str, datetime, str]:
    when = happening.when
    exact = 0 if when is None else sum(part is not None for part in (when.month, when.day))
    first = date.max if when is None else when.first_day()
    return when is None, first, exact, happening.time, happening.written, happening.record
