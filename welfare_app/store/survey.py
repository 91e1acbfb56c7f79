"""Surveys a trail past what is wrong with it, and knows what rescues declared and what was erased.

`audit.verify` is the quick way and stops at the first fault; this says what all of it is worth.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Tampered
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.store import audit
from welfare_app.store.audit import NOTHING, START
from welfare_app.store.erasing import ERASED, refuse_unvouched
from welfare_app.store.holes import DECLARING, Declared, binding_of, declared, declared_in
from welfare_app.store.written import digest_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it is kept: what its MAC covers, the digest of its rows, and the MAC."""

    number: int
    rest: tuple[str, ...] = field(repr=False)
    digest: bytes = field(repr=False)
    mac: bytes = field(repr=False)

    @property
    def event(self) -> str:
        """What happened, by the name of its event."""
        return self.rest[3]

    @property
    def facts(self) -> str:
        """The facts of the event, as JSON."""
        return self.rest[4]

    @property
    def record(self) -> str:
        """The id of the record it wrote, or blank."""
        return self.rest[5]

    def follows(self, key: bytes, previous: bytes) -> bool:
        """Whether it was written after an entry with this MAC, by someone with the key."""
        row = (self.number, *self.rest)
        return hmac.compare_digest(self.mac, audit.mac_after(key, previous, row, self.digest))

    def imprint(self) -> str:
        """What tells it from any other entry, in hexadecimal."""
        said = json.dumps((self.number, *self.rest)).encode() + self.digest + self.mac
        return hashlib.sha256(said).hexdigest()


@dataclass(frozen=True, slots=True)
class Broken:
    """A place where the trail or what it wrote does not hold. `record` is blank if unknown."""

    code: str
    entry: int
    record: str


@dataclass(frozen=True, slots=True)
class Survey:
    """What a trail is worth: every fault, and what rescues declared to be gone.

    `macs` are those of the entries that somebody may ask for, by their numbers.
    """

    count: int
    faults: tuple[Broken, ...]
    declared: Declared
    macs: Mapping[int, bytes] = field(default_factory=dict, repr=False)

    @property
    def last(self) -> int:
        """The number of the newest entry."""
        return max(self.macs, default=0)


Wrote: TypeAlias = Mapping[int, tuple[str, bytes]]
"""The record that each entry wrote, and the digest of its rows."""


def look_over(
    connection: Connection,
    key: bytes,
    wanted: Iterable[int] = (),
    progress: Progress = no_progress,
) -> Survey:
    """Check the trail of an open vault the quick way, and exactly only where that finds a fault.

    `wanted` are the numbers of the entries whose MACs will be asked for.
    """
    try:
        count = audit.verify(connection, key, progress)
    except Tampered:
        found = survey(entries_of(connection), written_by(connection), key)
        if not found.faults:  # else the trail vouches for nothing that could be compared
            try:
                refuse_unvouched(connection, ())
            except Tampered as error:
                entry = int(str(error.facts.get("entry", 0)))
                faults = (Broken(error.code, entry, ""),)
                return Survey(found.count, faults, found.declared, found.macs)
        return found
    numbers = {count, *wanted} - {0}
    macs = {at: mac for at in numbers if (mac := audit.mac_of(connection, at)) is not None}
    return Survey(count, (), declared_in(connection), macs)


def must_hold(connection: Connection, key: bytes, progress: Progress = no_progress) -> int:
    """Refuse a trail with any fault that no rescue declared, and return its length."""
    found = look_over(connection, key, (), progress)
    for fault in found.faults:
        raise Tampered(fault.code, entry=fault.entry)
    return found.count


def survey(entries: Iterable[Entry], written: Wrote, key: bytes) -> Survey:
    """Check every entry and the rows it wrote, going on past what is wrong.

    Only the holes that a rescue declared, in an entry that itself holds, are no fault; nor is
    that nothing is left of what an entry wrote, where a later one that holds erased its record.
    """
    told = list(entries)
    known = _declared(told, key)
    faults, left = list[Broken](), dict(written)
    previous, expected = START, 1
    true = list[Entry]()
    for entry in told:
        if _holds(entry, key, previous, known.binding(expected, entry.number - 1), expected):
            true.append(entry)
        else:
            faults.append(Broken("audit.broken", entry.number, entry.record))
        previous, expected = entry.mac, entry.number + 1
    erased = erasures(true)
    for entry in told:
        record, digest = left.pop(entry.number, (entry.record, NOTHING))
        if digest.hex() in {entry.digest.hex(), known.remains.get(entry.number)}:
            continue
        if digest != NOTHING or erased.get(entry.record, 0) <= entry.number:
            faults.append(Broken("audit.content-changed", entry.number, entry.record or record))
    for number, (record, digest) in left.items():
        if known.remains.get(number) != digest.hex():
            faults.append(Broken("audit.content-changed", number, record))
    return Survey(len(told), tuple(faults), known, {one.number: one.mac for one in told})


def erasures(entries: Iterable[Entry]) -> dict[str, int]:
    """The records that were erased, each with the number of the entry that first says so."""
    found: dict[str, int] = {}
    for one in entries:
        if one.event == ERASED:
            found.setdefault(json.loads(one.facts)["record"], one.number)
    return found


def entries_of(connection: Connection) -> Iterator[Entry]:
    """The trail, from the first entry on."""
    for number, *rest, digest, mac in connection.execute(
        "SELECT number, at, by, device, event, facts, record, digest, mac FROM audit "
        "ORDER BY number"
    ):
        yield Entry(number, tuple(rest), digest, mac)


def written_by(connection: Connection) -> Wrote:
    """What each entry wrote, current or beside it."""
    return written(
        connection.execute(
            "SELECT entry, record, part, body FROM version "
            "UNION ALL SELECT entry, record, part, body FROM beside"
        )
    )


def written(rows: Iterable[tuple[int, str, str, str]]) -> Wrote:
    """What each entry wrote, from rows of (entry, record, part, body)."""
    found: dict[int, tuple[str, list[tuple[str, str]]]] = {}
    for entry, record, part, body in rows:
        found.setdefault(entry, (record, []))[1].append((part, body))
    return {entry: (record, digest_of(parts)) for entry, (record, parts) in found.items()}


def _holds(entry: Entry, key: bytes, previous: bytes, binding: str, expected: int) -> bool:
    """Whether an entry stands where it should: right behind another, or behind a declared hole."""
    if entry.number == expected:
        return entry.follows(key, previous)
    if binding and binding == entry.imprint():
        return True
    return bool(binding) and entry.event == DECLARING and entry.follows(key, bytes.fromhex(binding))


def _declared(told: Sequence[Entry], key: bytes) -> Declared:
    """What is declared by entries that themselves hold."""
    macs = {entry.number: entry.mac for entry in told}
    true = [
        entry.facts
        for entry in told
        if entry.event == DECLARING
        and entry.follows(key, macs.get(entry.number - 1) or binding_of(entry.facts, entry.number))
    ]
    return declared(true)
