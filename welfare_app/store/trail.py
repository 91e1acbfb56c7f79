"""Reads the audit trail: the entries someone asks for, and what the records in it are called.

Nothing here reads a record: a record's number stands in its header, and only that is looked at.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.ids import StaffId
from welfare_app.domain.trail import Asked, Entry, Named
from welfare_app.store.guard import Guard
from welfare_app.store.versions import HEADER

NUMBERED = ("interview", "pack")
"""The kinds that go by a number of their own; the rest go by that of what they belong to."""

NAMED_IN_FACTS = (*NUMBERED, "referral")
"""The kinds an entry may be about although it wrote nothing in them."""

KEPT = "KeptFromYou"
"""What an entry is called that its reader is not to know more of. It has words as events have."""

_OF = """
    WITH RECURSIVE family (id) AS (
        SELECT record.id FROM record JOIN version
        ON version.record = record.id AND version.part = ? AND version.entry = record.entry
        WHERE kind IN (?, ?) AND json_extract(body, '$.number') = ?
        UNION
        SELECT record.id FROM record JOIN family ON record.parent = family.id
        WHERE kind NOT IN (?, ?)
    )
    SELECT family.id, kind FROM family JOIN record ON record.id = family.id
"""


class TrailReader:
    """The trail of one connection, the newest entry first."""

    def __init__(self, connection: Connection, guard: Guard) -> None:
        self._connection, self._guard = connection, guard

    def numbers(self, asked: Asked) -> Sequence[int]:
        """The numbers of every entry that was asked for. A whole trail has no gaps in it."""
        if asked == Asked():
            newest = self._connection.execute("SELECT max(number) FROM audit").fetchone()[0]
            return range(newest or 0, 0, -1)
        where, values = self._where(asked)
        rows = self._connection.execute(
            f"SELECT number FROM audit WHERE {where} ORDER BY number DESC", values
        )
        return [number for (number,) in rows]

    def entries(self, numbers: Sequence[int]) -> tuple[Entry, ...]:
        """These entries, in the order asked for; one that is not there is left out."""
        marks = ", ".join("?" * len(numbers))
        found = {
            row[0]: _entry(row)
            for row in self._connection.execute(
                "SELECT number, at, by, device, event, facts, record, mac FROM audit "
                f"WHERE number IN ({marks})",
                tuple(numbers),
            )
        }
        barred = self._guard.barred
        if barred:
            found = {number: _without(one, barred) for number, one in found.items()}
        return tuple(found[number] for number in numbers if number in found)

    def named(self, ids: Iterable[str]) -> Mapping[str, Named]:
        """What these records are called, for those that are records and go by a number."""
        wanted = tuple(dict.fromkeys(ids))
        kinds = {
            id: (kind, parent if parent and kind not in NUMBERED else id)
            for id, kind, parent in self._connection.execute(
                f"SELECT id, kind, parent FROM record WHERE id IN ({_marks(wanted)})", wanted
            )
        }
        owners = tuple({owner for _, owner in kinds.values()})
        numbers = {
            id: str(number)
            for id, number in self._connection.execute(
                "SELECT record.id, json_extract(body, '$.number') FROM record JOIN version "
                "ON version.record = record.id AND version.part = ? "
                f"AND version.entry = record.entry WHERE record.id IN ({_marks(owners)})",
                (HEADER, *owners),
            )
            if number
        }
        return {
            id: Named(kind, numbers[owner])
            for id, (kind, owner) in kinds.items()
            if owner in numbers
        }

    def _where(self, asked: Asked) -> tuple[str, tuple[str, ...]]:
        parts: list[str] = []
        values: list[str] = []
        if asked.by is not None:
            parts.append("by = ?")
            values.append(asked.by)
        if asked.events is not None:
            parts.append(f"event IN ({_marks(asked.events)})")
            values += asked.events
        if asked.since is not None:
            parts.append("at >= ?")
            values.append(_moment(asked.since))
        if asked.until is not None:
            parts.append("at < ?")
            values.append(_moment(asked.until))
        if asked.record:
            family = self._family(asked.record)
            told = [id for id, kind in family.items() if kind in NAMED_IN_FACTS]
            about = (f"record IN ({_marks(tuple(family))})", *("instr(facts, ?)" for _ in told))
            parts.append(f"({' OR '.join(about)})")
            values += [*family, *(json.dumps(id) for id in told)]
        return " AND ".join(parts) or "true", tuple(values)

    def _family(self, number: str) -> Mapping[str, str]:
        """The records that go by a number and their kinds: whose it is, and what belongs to it."""
        rows = self._connection.execute(_OF, (HEADER, *NUMBERED, number, *NUMBERED))
        barred = self._guard.barred
        return {id: kind for id, kind in rows if id not in barred}


def _without(entry: Entry, barred: Collection[str]) -> Entry:
    """An entry as someone in the line of a suspect reads it: not of what, nor what was done."""
    if not any(id in barred for id in entry.ids):
        return entry
    return replace(entry, event=KEPT, facts={}, record="")


def _entry(row: tuple[int, str, str, str, str, str, str, bytes]) -> Entry:
    number, at, by, device, event, facts, record, mac = row
    moment = datetime.fromisoformat(at)
    return Entry(number, moment, StaffId(by), device, event, json.loads(facts), record, mac.hex())


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
