"""What the audit trail tells of a case: who did what and when, and not one word of the case."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from welfare_app.domain.leaving_out import Part

ABOUT_PARTS = {
    Part.EVIDENCE: ("Evidence", "Keeping"),
    Part.SIGNS: ("Sign",),
    Part.CHRONOLOGY: ("Chronology",),
    Part.CALLS: ("CallWritten",),
}
"""How the names of events begin that tell of a part which can be left out."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Something someone did to a record, once or several times between `first` and `last`.

    `said` names records by their numbers and ends the sentence `who` begins; `about` is the
    number of the record.
    """

    first: datetime
    last: datetime
    who: str = field(repr=False)
    said: str
    about: str
    event: str
    times: int = 1


def counted(entries: Iterable[Recorded]) -> tuple[Recorded, ...]:
    """What one person did again and again on one day, counted together, in order of the first."""
    found: dict[tuple[object, ...], Recorded] = {}
    for one in sorted(entries, key=lambda entry: entry.first):
        key = (one.first.astimezone().date(), one.who, one.said, one.about, one.event)
        if earlier := found.get(key):
            found[key] = replace(earlier, last=one.last, times=earlier.times + one.times)
        else:
            found[key] = one
    return tuple(found.values())


def tells_of(one: Recorded, part: Part) -> bool:
    """Whether an entry tells that there is something in this part."""
    return one.event.startswith(ABOUT_PARTS.get(part, ()))
