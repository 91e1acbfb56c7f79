"""The audit trail as someone reads it: entries, what may be asked for, and what each was about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from welfare_app.domain.ids import StaffId


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it stands in the trail. `event` is the name of what happened.

    `facts` name records and fields, never answers; `record` is the id of what it was about, if
    anything; `mac` binds it to all that came before, in hexadecimal.
    """

    number: int
    at: datetime
    by: StaffId
    device: str
    event: str
    facts: Mapping[str, object] = field(repr=False)
    record: str
    mac: str

    @property
    def ids(self) -> tuple[str, ...]:
        """What may be the id of a record or a person, what it was about first."""
        told = [one for one in self.facts.values() if isinstance(one, str) and one]
        return (self.record, *told) if self.record else tuple(told)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for in the trail: every part that is given must hold.

    `events` are names of what happened; `record` is a number such as `W-0012`; `since` and
    `until` are moments, the first within and the second just after.
    """

    by: StaffId | None = None
    events: tuple[str, ...] | None = None
    record: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """What a record is: its kind, and the number it or the record it belongs to goes by."""

    kind: str
    number: str
